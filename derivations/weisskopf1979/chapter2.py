"""II. Semiquantitative relations: equations (1) to (3b)."""

from __future__ import annotations

from sympy import pi, sqrt

from .. import constants
from ..paper import erratum
from ..relation import Equal, Less, SameOrder, Semiquantitative, Within, about, of_order
from ..rules import assumption, by, data, definition, here, identity, law, model
from .metals import METALS
from .notation import (
    A_r,
    M,
    Theta,
    a,
    a_B,
    b,
    beta,
    c,
    d,
    e,
    epsilon_A,
    f,
    hbar,
    k_B,
    m,
    n,
    omega_D,
    p_F,
    paper,
    u,
    v_e,
    v_s,
)

chapter = paper.chapter(
    "II",
    "Semiquantitative relations",
    "A metal is a cubic lattice of ions filled with a degenerate electron gas. Every length, "
    "energy and velocity of it follows from ħ, e, m, M and the lattice distance d, up to "
    "constants of order one.",
)

chapter.assumption(
    "constants",
    printed=r"h,\; e,\; m,\; c,\; k,\; u",
    states=[
        constants.fact(hbar, "hbar"),
        constants.fact(e, "e"),
        constants.fact(m, "m_e"),
        constants.fact(c, "c"),
        constants.fact(k_B, "k_B"),
        constants.fact(u, "u"),
    ],
    follows=data("CODATA 2022"),
)

chapter.assumption(
    "Bohr radius",
    printed=r"a_B = \frac{h^2}{m e^2}",
    states=[Equal(a_B, hbar**2 / (m * e**2))],
    follows=law("the radius of the hydrogen atom, with Coulomb's law in Gaussian units"),
    note="Gaussian units: the attraction of two charges e at the distance d is e²/d².",
)

chapter.assumption(
    "approximate equalities",
    printed=r"= \text{ outside square brackets}",
    states=[Semiquantitative()],
    follows=assumption("the paper's equalities are approximate, save those in square brackets"),
    note="In the first footnote to (1).",
)

chapter.equation(
    "1",
    printed=r"\epsilon_A \equiv \frac{e^2}{d} \sim \frac{h^2}{md^2}, "
    r"\left[ \frac{e^2}{d} = f \frac{h^2}{md^2}, f > 1 \right]",
    states=[
        (Equal(epsilon_A, e**2 / d), definition(epsilon_A)),
        (Equal(e**2 / d, f * hbar**2 / (m * d**2)), definition(f)),
        (SameOrder(e**2 / d, hbar**2 / (m * d**2)), here),
        (Less(1, f), assumption("the lattice distance is a few Bohr radii")),
    ],
)

chapter.equation(
    "1a",
    printed=r"f = \frac{d}{a_B}",
    states=[Equal(f, d / a_B)],
    follows=by("1", "Bohr radius"),
)

chapter.number(
    "atomic energy",
    printed=r"\epsilon_A \sim \text{a few electron volts}",
    states=[of_order(epsilon_A, 5, "eV")],
    follows=by("1", "constants"),
)

chapter.assumption(
    "density",
    printed=r"n = \frac{1}{d^3}",
    states=[Equal(n, 1 / d**3)],
    follows=model("a cubic lattice of ions of charge +1: one electron in each cell"),
)

chapter.assumption(
    "Fermi gas",
    printed=r"n = \frac{p_F^3}{3 \pi^2 h^3}",
    states=[Equal(n, p_F**3 / (3 * pi**2 * hbar**3))],
    follows=law("free electrons fill the states of both spins up to the Fermi momentum"),
)

chapter.equation(
    "2",
    printed=r"p_F \sim \frac{h}{d} \left[ p_F = a \cdot \frac{h}{d}, a = 3.1 \right]",
    states=[
        (Equal(p_F, a * hbar / d), definition(a)),
        (SameOrder(p_F, hbar / d), here),
        (about(a, "3.1"), by("density", "Fermi gas", here)),
    ],
)

chapter.assumption(
    "velocity",
    printed=r"v_e = \frac{p_F}{m}",
    states=[Equal(v_e, p_F / m)],
    follows=definition(v_e),
)

chapter.equation(
    "2a",
    printed=r"v_e \sim \frac{h}{md} \left[ v_e = a \cdot \frac{h}{md} \right]",
    states=[SameOrder(v_e, hbar / (m * d)), Equal(v_e, a * hbar / (m * d))],
    follows=by("2", "velocity"),
)

chapter.text(
    "atomic velocity",
    printed=r"v_e \sim \frac{e^2}{h}",
    states=[SameOrder(v_e, e**2 / hbar)],
    follows=by("2a", "1"),
    note="The speed of electrons in atoms is e²/ħ.",
)

chapter.display(
    "oscillator energy",
    printed=r"\frac{1}{2}M\omega_D^2 d^2 \sim \epsilon_A \sim \frac{h^2}{md^2}",
    states=[
        (
            SameOrder(M * omega_D**2 * d**2 / 2, epsilon_A),
            model("an ion displaced by d has an atomic energy"),
        ),
        (SameOrder(epsilon_A, hbar**2 / (m * d**2)), by("1")),
    ],
)

chapter.equation(
    "3",
    printed=r"\omega_D \sim \sqrt{\frac{m}{M}} (\epsilon_A/h)",
    states=[SameOrder(omega_D, sqrt(m / M) * epsilon_A / hbar)],
    follows=by("oscillator energy"),
)

chapter.equation(
    "3a",
    printed=r"\left[ \omega_D = b \frac{h}{\sqrt{mMd^2}} \right]",
    states=[(Equal(omega_D, b * hbar / sqrt(m * M * d**2)), definition(b))],
    erratum=erratum(
        [
            (SameOrder(omega_D, hbar / (sqrt(m * M) * d**2)), by("1", "3")),
            (Equal(omega_D, b * hbar / (sqrt(m * M) * d**2)), definition(b)),
        ],
        because="the root covers mM only: as printed the right side is a velocity over a "
        "number, not a frequency",
        reads=r"\omega_D = b \frac{h}{\sqrt{mM}\, d^2}",
    ),
)

chapter.assumption(
    "half a lattice distance",
    printed=r"\frac{1}{2}M\omega_D^2 (d/2)^2 \sim \epsilon_A",
    states=[Equal(M * omega_D**2 * (d / 2) ** 2 / 2, epsilon_A)],
    follows=model("a displacement by d/2 should already cost an atomic energy"),
)

chapter.number(
    "b from the lattice",
    printed=r"b \sim 8",
    states=[
        (Equal(b, sqrt(8 * f)), by("1", "3a", "half a lattice distance")),
        (of_order(sqrt(8 * f), 8), identity),
    ],
    note="b = √(8f), which is 8 for a lattice distance of eight Bohr radii.",
)

chapter.assumption(
    "atomic weight",
    printed=r"M = A_r u",
    states=[Equal(M, A_r * u)],
    follows=definition(A_r),
)

chapter.assumption(
    "Debye temperature",
    printed=r"k \Theta = h \omega_D",
    states=[Equal(k_B * Theta, hbar * omega_D)],
    follows=definition(Theta),
)

for metal in METALS:
    chapter.assumption(
        metal.name,
        printed=rf"\text{{{metal.name}}}",
        states=[
            Within(A_r, *metal.weight),
            Within(n, *metal.ions, "1/cm**3"),
            Within(Theta, *metal.debye, "K"),
        ],
        follows=data("tables of the elements"),
    )

chapter.number(
    "b of metals",
    printed=r"5 < b < 10",
    states=[
        (
            Within(b, 5, 10),
            by(metal.name, "constants", "density", "atomic weight", "Debye temperature", "3a"),
        )
        for metal in METALS
    ],
    note="Aluminium, tin, niobium and lead.",
)

chapter.equation(
    "3b",
    printed=r"\beta \equiv \sqrt{\frac{M}{m}} \sim 300",
    states=[
        (Equal(beta, sqrt(M / m)), definition(beta)),
        *(
            (of_order(sqrt(M / m), 300), by(metal.name, "constants", "atomic weight"))
            for metal in METALS
        ),
        (of_order(beta, 300), here),
    ],
)

chapter.assumption(
    "sound",
    printed=r"v_s \sim d \cdot \omega_D",
    states=[SameOrder(v_s, d * omega_D)],
    follows=model("neighbouring ions pass a displacement on in a time 1/ω_D"),
)

chapter.text(
    "Mach number",
    printed=r"\beta \sim \frac{v_e}{v_s}",
    states=[SameOrder(v_e / v_s, beta)],
    follows=by("2a", "3a", "3b", "sound"),
)
