"""IV, continued. The size of the binding energy, (24) and (25), and the isolated pair."""

from __future__ import annotations

from sympy import Rational, exp, oo, pi

from ..paper import erratum
from ..relation import Equal, LeadingOrder, Less, Rough, SameOrder, Within, between
from ..rules import assumption, by, definition, here, identity, law
from .chapter4 import chapter
from .notation import (
    b,
    beta,
    d,
    e,
    ell,
    epsilon_A,
    f,
    hbar,
    k_B,
    kappa,
    m,
    s,
)
from .notation4 import Delta, V, epsilon_F, xi
from .notation5 import T_0, Delta_0, gamma, y_0

#: The potential V(0) in the tube: the same at all distances up to ℓ.
_V_0 = V(0, ell / 2)

chapter.equation(
    "24",
    printed=r"\gamma = \exp\left(-\xi 2\pi \frac{\epsilon_F}{e^2/d}\right)",
    states=[Equal(gamma, exp(-xi * 2 * pi * epsilon_F / (e**2 / d)))],
    follows=definition(gamma),
)

chapter.text(
    "Fermi energy is atomic",
    printed=r"\epsilon_F/(e^2/d) \sim 1",
    states=[SameOrder(epsilon_F / (e**2 / d), 1)],
    follows=by("1", "2", "Fermi energy"),
)

chapter.number(
    "size of the exponential",
    printed=r"\gamma \sim 10^{-2} \text{ to } 10^{-3}",
    states=[
        (Within(exp(-2 * pi), "1/1000", "1/100"), identity),
        (
            Equal(gamma, exp(-2 * pi * b / (s * kappa * f))),
            by("1", "2", "23", "24", "Fermi energy"),
        ),
        (between(exp(-2 * pi * b / (s * kappa * f)), "1/1000", "1/100", some=True), identity),
    ],
    note="With ξ = 1 and ε_F = e²/d it is exp(−2π) = 0.0019. An exponential makes much of "
    "constants of order one: over their whole ranges γ can be many powers of ten smaller.",
)

chapter.equation(
    "25",
    printed=r"\Delta = \beta\gamma\epsilon_A",
    states=[
        (
            Rough(Delta, beta * gamma * epsilon_A),
            by("1", "3a", "3b", "23", "24", "approximate equalities"),
        )
    ],
    erratum=erratum(
        [
            (
                Rough(Delta, gamma * epsilon_A / beta),
                by("1", "3a", "3b", "23", "24", "approximate equalities"),
            )
        ],
        because="ħω_D is smaller than an atomic energy, by the root of the mass ratio: β "
        "belongs below the stroke",
        reads=r"\Delta = \frac{\gamma}{\beta} \epsilon_A",
    ),
    note="Printed as an equation and derived from (3), which is none: the factor b/f is dropped.",
)

chapter.assumption(
    "numbers of the estimate",
    printed=r"10^{-3} < \gamma < 10^{-2}, \quad \beta = 300, \quad \epsilon_A = 5 \text{ eV}",
    states=[
        Within(gamma, "1/1000", "1/100"),
        Within(beta, 299, 301),
        Within(epsilon_A, "4.9", "5.1", "eV"),
    ],
    follows=assumption("the values that the text has given before"),
)

chapter.number(
    "gap in atomic energies",
    printed=r"\Delta/\epsilon_A \sim 10^{-4} \text{ to } 10^{-5}",
    states=[
        (between(gamma / beta, "1/100000", "1/10000"), by("numbers of the estimate")),
        (
            between(Delta / epsilon_A, "1/100000", "1/10000"),
            by("1", "3a", "25", "half a lattice distance", "numbers of the estimate"),
        ),
    ],
    note="γ/β alone runs from 3·10⁻⁶ to 3·10⁻⁵, just within half a decade of what is printed; "
    "the dropped factor b/f, with the b of the footnote to (3), helps by 1 to 1.6.",
)

chapter.assumption(
    "largest exponential",
    printed=r"\gamma = 10^{-2}",
    states=[Equal(gamma, Rational(1, 100))],
    follows=assumption("the upper of the two values of γ"),
)

_at_most = by("25", "largest exponential", "numbers of the estimate")

chapter.number(
    "gap in degrees",
    printed=r"\Delta \sim \text{a few } 10^{-4} \text{ eV}, \quad T \sim \text{a few degrees}",
    states=[
        (
            between(Delta, "2/10000", "6/10000", "eV"),
            by("25", "largest exponential", "numbers of the estimate"),
        ),
        (
            between(Delta / k_B, 2, 6, "K"),
            by("25", "constants", "largest exponential", "numbers of the estimate"),
        ),
    ],
    note="At the upper end of the estimate; for γ = 10⁻³ both are ten times smaller.",
)

chapter.assumption(
    "lowest state of the tube",
    printed=r"T_0 = \frac{\hbar^2 k^2}{m}, \quad k \ell = y_0, \quad \frac{\pi}{2} < y_0 < \pi",
    states=[Equal(T_0, hbar**2 * (y_0 / ell) ** 2 / m)],
    follows=law("half a wave at most fits between the centre and the edge; see the wells below"),
)

chapter.text(
    "kinetic energy of an isolated pair",
    printed=r"T_0 \sim \frac{\hbar^2}{m \ell^2} \sim \frac{\epsilon_A}{\beta^2} "
    r"\sim \frac{1}{\beta} |V(0)|",
    states=[
        (SameOrder(T_0, hbar**2 / (m * ell**2)), by("lowest state of the tube")),
        (SameOrder(hbar**2 / (m * ell**2), epsilon_A / beta**2), by("1", "6")),
        (SameOrder(epsilon_A / beta**2, -_V_0 / beta), by("1", "7", "8")),
    ],
    note="Smaller than the depth of the potential by β, because ℓ is so large.",
)

chapter.text(
    "isolated pair",
    printed=r"\Delta \sim |V(0)|",
    states=[
        (Equal(Delta_0, -_V_0 - T_0), definition(Delta_0)),
        (
            LeadingOrder(Delta_0, -_V_0, beta, oo),
            by("6", "8", "lowest state of the tube", here),
        ),
    ],
    note="The binding energy of an isolated pair, as β grows.",
)

chapter.text(
    "depth at the Fermi energy",
    printed=r"V(0) \sim \frac{1}{\beta} \epsilon_F",
    states=[SameOrder(_V_0, epsilon_F / beta)],
    follows=by("1", "2", "7", "8", "Fermi energy"),
    erratum=erratum(
        [SameOrder(-_V_0, epsilon_F / beta)],
        because="the potential (8) is negative: it is its depth that is of this order",
        follows=by("1", "2", "7", "8", "Fermi energy"),
        reads=r"-V(0) \sim \frac{1}{\beta} \epsilon_F",
    ),
)

chapter.text(
    "no isolated pair",
    printed=r"|V(0)| < 2 \epsilon_F",
    states=[Less(-_V_0, 2 * epsilon_F)],
    follows=by("1", "2", "3b", "7", "8", "Fermi energy"),
    note="A pair of energy 2ε_F stays high in the continuum even at the bottom of the tube.",
)
