"""VI. The ensemble of Cooper pairs: equations (28) and (29)."""

from __future__ import annotations

from sympy import Integral, KroneckerDelta, Rational, pi, sqrt

from ..expression import Total
from ..paper import erratum
from ..relation import (
    Equal,
    LeadingOrder,
    Less,
    MuchLess,
    Rough,
    SameOrder,
    Semiquantitative,
    Within,
    between,
)
from ..rules import assumption, by, data, definition, here, model
from .notation import d, epsilon_A, hbar, k_B, m, n, paper, u
from .notation4 import Delta, Delta_epsilon, epsilon_F
from .notation5 import (
    O_P,
    U_P,
    D,
    E_He,
    E_pair,
    E_rot,
    M_He,
    i_P,
    j_P,
    k_P,
    n_1,
    n_He,
    n_pair,
    p_1,
    pairs,
    phi,
    psi_P,
    r_He,
    rho,
    tau_P,
)

chapter = paper.chapter(
    "VI",
    "The ensemble of Cooper pairs",
    "The electrons less than Δ below the Fermi surface form pairs, so many that they overlap "
    "hundreds of times; still their states stay orthogonal. A Bose gas as compact as that has "
    "a gap: no pair can break loose for less than Δ.",
)

chapter.assumption(
    "strip",
    printed=r"n_1 = n - \frac{p_1^3}{3\pi^2 h^3}, \quad p_1 = \sqrt{2m(\epsilon_F - \Delta)}",
    states=[
        (Less(Delta, epsilon_F), assumption("the strip does not reach down to the bottom")),
        (Equal(p_1, sqrt(2 * m * (epsilon_F - Delta))), definition(p_1)),
        (Equal(n_1, n - p_1**3 / (3 * pi**2 * hbar**3)), definition(n_1)),
    ],
    note="What a Fermi gas holds above the energy ε_F − Δ.",
)

chapter.text(
    "uppermost electrons",
    printed=r"n_1 \simeq \frac{3}{2} n \frac{\Delta}{\epsilon_F}",
    states=[LeadingOrder(n_1, Rational(3, 2) * n * Delta / epsilon_F, Delta)],
    follows=by("Fermi energy", "Fermi gas", "strip"),
)

chapter.display(
    "number of pairs",
    printed=r"n' \sim \frac{1}{2} n \frac{\Delta}{\epsilon_F}",
    states=[
        (Equal(n_pair, n_1 / 2), definition(n_pair)),
        (SameOrder(n_pair, n * Delta / epsilon_F / 2), by("uppermost electrons", here)),
    ],
)

chapter.assumption(
    "factor one half dropped",
    printed=r"\text{our relations are only semiquantitative, and we can omit the factor } "
    r"\tfrac{1}{2}",
    states=[Semiquantitative()],
    follows=assumption("the relations are only semiquantitative"),
)

chapter.display(
    "number of pairs by size",
    printed=r"n' \sim \frac{1}{d^3} \frac{\Delta}{\epsilon_F} \sim \frac{1}{d^2 \rho}",
    states=[
        (
            SameOrder(n_pair, Delta / epsilon_F / d**3),
            by("density", "number of pairs"),
        ),
        (SameOrder(Delta / epsilon_F / d**3, 1 / (d**2 * rho)), by("27")),
    ],
)

chapter.equation(
    "28",
    printed=r"D \sim \left( \frac{1}{n'} \right)^{1/3} = d \left( \frac{\rho}{\Delta} "
    r"\right)^{1/3} \sim (30-40)d",
    states=[
        (Equal(D, n_pair ** Rational(-1, 3)), definition(D)),
        (SameOrder(D, (1 / n_pair) ** Rational(1, 3)), here),
        (
            Rough((1 / n_pair) ** Rational(1, 3), d * (rho / Delta) ** Rational(1, 3)),
            by("factor one half dropped", "number of pairs by size"),
        ),
        (
            between((rho / Delta) ** Rational(1, 3), 30, 40),
            by("27", "named values"),
        ),
    ],
    erratum=erratum(
        [
            (Equal(D, n_pair ** Rational(-1, 3)), definition(D)),
            (SameOrder(D, (1 / n_pair) ** Rational(1, 3)), here),
            (
                Rough((1 / n_pair) ** Rational(1, 3), d * (rho / d) ** Rational(1, 3)),
                by("factor one half dropped", "number of pairs by size"),
            ),
            (
                between((rho / d) ** Rational(1, 3), 30, 40),
                by("27", "named values"),
            ),
        ],
        because="a length over an energy has no cube root that is a number: ρ is compared "
        "with d, not with Δ",
        reads=r"D \sim \left( \frac{1}{n'} \right)^{1/3} = d \left( \frac{\rho}{d} "
        r"\right)^{1/3} \sim (30-40)d",
    ),
    note="The cube root is 22 for ρ = 10⁴ d and 19 for the named values: (30–40) is its order; "
    "it is met itself for ρ between 3 and 6 times 10⁴ d.",
)

chapter.text(
    "overlap",
    printed=r"D \ll \rho",
    states=[MuchLess(D, rho)],
    follows=by("28"),
)

chapter.assumption(
    "states before",
    printed=r"\int \phi_i \phi_j \, d\tau = \delta_{ij}",
    states=[
        Equal(
            Integral(phi(i_P, tau_P) * phi(j_P, tau_P), (tau_P, 0, O_P)), KroneckerDelta(i_P, j_P)
        )
    ],
    follows=model("with the interaction switched off, the states are orthogonal"),
)

chapter.assumption(
    "states after",
    printed=r"\psi_i = \sum_j u_{ij} \phi_j",
    states=[Equal(psi_P(i_P, tau_P), Total(U_P(i_P, j_P) * phi(j_P, tau_P), j_P, pairs))],
    follows=assumption("the interaction recombines the states of the strip, and adds none"),
)

chapter.assumption(
    "phase space kept",
    printed=r"\sum_j u_{ij} u_{kj} = \delta_{ik}",
    states=[
        Equal(Total(U_P(i_P, j_P) * U_P(k_P, j_P), j_P, pairs), KroneckerDelta(i_P, k_P)),
    ],
    follows=assumption("the strip of phase space is full before and after"),
)

chapter.equation(
    "29",
    printed=r"\int \psi_i \psi_k dt = \delta_{ik}",
    states=[
        Equal(
            Integral(psi_P(i_P, tau_P) * psi_P(k_P, tau_P), (tau_P, 0, O_P)),
            KroneckerDelta(i_P, k_P),
        )
    ],
    follows=by("states before", "states after", "phase space kept"),
    note="For any number of pairs; dt is the volume element of the electrons' coordinates.",
)

chapter.text(
    "electrons in the strip",
    printed=r"n' \sim n \frac{\Delta\epsilon}{\epsilon_F}",
    states=[
        (
            SameOrder(n_pair, n * Delta_epsilon / epsilon_F),
            by("18", "23", "24", "number of pairs"),
        )
    ],
    erratum=erratum(
        [(SameOrder(n_pair, n * Delta / epsilon_F), by("number of pairs"))],
        because="the strip below the Fermi surface is Δ wide, as in Fig. 5; Δε of (18) is wider by "
        "1/γ",
        reads=r"n' \sim n \frac{\Delta}{\epsilon_F}",
    ),
    note="The text puts the electrons of the pairs in an energy interval Δε.",
)

chapter.assumption(
    "dilute gas",
    printed=r"n \ll \frac{1}{r_0^3}",
    states=[MuchLess(n_He, 1 / r_He**3)],
    follows=definition(n_He),
)

chapter.assumption(
    "excited helium",
    printed=r"\epsilon_A \sim h^2/(mr_0^2)",
    states=[(Equal(E_He, hbar**2 / (m * r_He**2)), definition(E_He))],
)

chapter.assumption(
    "roton",
    printed=r"h^2/(Mr_0^2)",
    states=[(Equal(E_rot, hbar**2 / (M_He * r_He**2)), definition(E_rot))],
    note="The least energy of a rotation of two atoms that touch.",
)

chapter.text(
    "roton in atomic energies",
    printed=r"E_{\mathrm{rot}} = \frac{m}{M} \epsilon_A",
    states=[Equal(E_rot, m / M_He * E_He)],
    follows=by("excited helium", "roton"),
)

chapter.assumption(
    "helium",
    printed=r"\text{helium}",
    states=[
        Within(M_He / u, "4.0026", "4.0027"),
        Within(r_He, "1.2", "1.8", "angstrom"),
    ],
    follows=data(
        "tables of the elements; half the distance of two atoms, from 1.28 Å (Lennard-Jones) "
        "over 1.40 Å (Bondi) to 1.8 Å (in the liquid)"
    ),
)

chapter.number(
    "roton energy",
    printed=r"\text{a few } 10^{-4} \text{ eV}, \quad \text{a few degrees}",
    states=[
        (between(E_rot, "2/10000", "6/10000", "eV"), by("constants", "helium", "roton")),
        (between(E_rot / k_B, 2, 6, "K"), by("constants", "helium", "roton")),
    ],
)

chapter.text(
    "roton of pairs",
    printed=r"h^2/(2m d^2) \sim \epsilon_A \gg \Delta",
    states=[
        (Equal(E_pair, hbar**2 / (2 * m * d**2)), definition(E_pair)),
        (SameOrder(E_pair, epsilon_A), by("1", here)),
        (MuchLess(Delta, E_pair), by("2", "Fermi energy", "named values", here)),
    ],
    note="Pairs of mass 2m at an atomic distance; at their own distance D the same estimate is "
    "smaller by (d/D)².",
)

chapter.number(
    "transition temperature",
    printed=r"\Delta = kT, \quad T \sim \text{a few degrees}",
    states=[between(Delta / k_B, 2, 6, "K")],
    follows=by("constants", "named values"),
)
