"""V. The wave function of a Cooper pair: equations (26) and (27)."""

from __future__ import annotations

from sympy import Rational, sqrt

from ..paper import erratum
from ..relation import Equal, LeadingOrder, MuchLess, SameOrder, Tends, Within, of_order
from ..rules import assumption, by, definition, here, identity
from .notation import beta, d, ell, hbar, m, p_F, paper
from .notation4 import Delta, alpha_e, epsilon, epsilon_F, epsilon_p, lambda_e
from .notation5 import Delta_p, gamma, p_h, rho

chapter = paper.chapter(
    "V",
    "The wave function of a Cooper pair",
    "The pair is made of waves from a very narrow strip of momenta. They interfere away only "
    "beyond the distance ρ = ħ/Δp, which is thousands of lattice distances, and longer than "
    "the potential tube that holds the pair together.",
)

chapter.text(
    "waves of the pair",
    printed=r"\text{According to Eq. (9a) and Eq. (22)}",
    states=[(paper.refers("9a", "22"), identity)],
    erratum=erratum(
        [(paper.refers("10", "22"), identity)],
        because="there is no Eq. (9a): the pair as a sum of the waves (9) is Eq. (10)",
        reads=r"\text{According to Eq. (10) and Eq. (22)}",
    ),
)

chapter.equation(
    "26",
    printed=r"\Delta = \frac{p_F}{m} \Delta p",
    states=[(Equal(Delta, p_F / m * Delta_p), definition(Delta_p))],
    note="Read as what Δp is, as chapter VI does when it refers here.",
)

chapter.text(
    "width of the amplitude",
    printed=r"\alpha(\epsilon) \to 2 \alpha(\Delta) \ (\epsilon \to 0), \quad "
    r"\epsilon(p_h) = \Delta, \quad "
    r"p_h - p_F \simeq \frac{m\Delta}{2 p_F} \sim \Delta p",
    states=[
        (Tends(alpha_e(epsilon) / alpha_e(Delta), 2, epsilon), by("22")),
        (Equal(p_h, sqrt(p_F**2 + m * Delta)), definition(p_h)),
        (Equal(epsilon_p(p_h), Delta), by("14", here)),
        (LeadingOrder(p_h - p_F, m * Delta / (2 * p_F), Delta), here),
        (SameOrder(m * Delta / (2 * p_F), Delta_p), by("26")),
    ],
    note="The amplitude (22) has fallen to half at ε = Δ, that is by (14) at a momentum ½Δp "
    "above the Fermi momentum.",
)

chapter.assumption(
    "named values",
    printed=r"\Delta \sim 10^{-4} \epsilon_F, \quad \epsilon_F \sim 5 \text{ eV}",
    states=[
        Within(epsilon_F, "4.5", "5.5", "eV", wording="~ 5"),
        Equal(Delta, epsilon_F / 10**4),
    ],
    follows=assumption("the values that the paper names for a typical metal, below (43)"),
)

chapter.text(
    "narrow strip",
    printed=r"\Delta p/p_F \sim \Delta/\epsilon_F",
    states=[
        (SameOrder(Delta_p / p_F, Delta / epsilon_F), by("26", "Fermi energy")),
        (MuchLess(Delta_p / p_F, 1), by("26", "Fermi energy", "named values")),
    ],
)

chapter.text(
    "size of a pair",
    printed=r"\rho = h/\Delta p",
    states=[Equal(rho, hbar / Delta_p)],
    follows=definition(rho),
)

chapter.equation(
    "27",
    printed=r"\rho \sim \frac{hp_F}{m\Delta} \sim \frac{p_F^2}{m\Delta} d \sim "
    r"\frac{\epsilon_F}{\Delta} d",
    states=[
        (SameOrder(rho, hbar * p_F / (m * Delta)), by("26", "size of a pair")),
        (SameOrder(hbar * p_F / (m * Delta), p_F**2 / (m * Delta) * d), by("2")),
        (SameOrder(p_F**2 / (m * Delta) * d, epsilon_F / Delta * d), by("Fermi energy")),
    ],
)

chapter.text(
    "larger than the lattice distance",
    printed=r"\rho \gg d",
    states=[MuchLess(d, rho)],
    follows=by("27", "named values"),
)

chapter.text(
    "larger than the tube",
    printed=r"\rho \sim \gamma^{-1} \lambda, \quad \lambda \sim \beta d",
    states=[
        (
            SameOrder(rho, lambda_e / gamma),
            by("1", "2", "25", "26", "wavelength", "size of a pair"),
        ),
        (SameOrder(lambda_e, beta * d), by("2", "wavelength")),
    ],
    erratum=erratum(
        [
            (SameOrder(rho, ell / gamma), by("1", "2", "6", "25", "26", "size of a pair")),
            (SameOrder(ell, beta * d), by("6")),
        ],
        because="λ is the wavelength of the electrons, which is of the order of d; the length of "
        "the tube is ℓ",
        reads=r"\rho \sim \gamma^{-1} \ell, \quad \ell \sim \beta d",
    ),
    note="Exactly, ρ = ℓ/(sγ).",
)

chapter.text(
    "repulsion is out of reach",
    printed=r"\rho \gg d, \quad \lambda \gg d",
    states=[
        (MuchLess(d, rho), by("27", "named values")),
        (MuchLess(d, lambda_e), by("2", "wavelength")),
    ],
    erratum=erratum(
        [
            (MuchLess(d, rho), by("27", "named values")),
            (MuchLess(d, ell), by("3b", "6")),
        ],
        because="the potential V(r) reaches to ℓ; λ is again read for it",
        reads=r"\rho \gg d, \quad \ell \gg d",
    ),
    note="The repulsion is screened beyond a few d, a small part of the pair and of the tube.",
)

chapter.number(
    "coherence length",
    printed=r"\rho \sim 10^{-4} \text{ cm} \sim 10^4 d",
    states=[
        (
            of_order(rho, Rational("0.0001"), "cm"),
            by("26", "Fermi energy", "constants", "named values", "size of a pair"),
        ),
        (of_order(rho / d, 10**4), by("27", "named values")),
    ],
)
