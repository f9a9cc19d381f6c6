"""IV. The Cooper pairs: from the Schrödinger equation to the energy variable, (8) to (16)."""

from __future__ import annotations

from sympy import Heaviside, Integral, KroneckerDelta, cos, exp, pi, sin, sqrt

from ..expression import Total
from ..paper import erratum
from ..relation import Equal, NotEqual, SameOrder, Tends, about, of_order
from ..rules import (
    antiderivative,
    assumption,
    both_sides,
    by,
    definition,
    here,
    instance,
    integral,
    law,
    model,
    orthonormal,
    times,
)
from .notation import U, beta, d, e, ell, epsilon_A, hbar, kappa, m, omega_D, p_F, paper
from .notation4 import (
    E,
    E_0,
    L,
    R,
    Delta,
    Psi,
    V,
    V_ee,
    V_pp,
    alpha,
    alpha_e,
    epsilon_F,
    epsilon_p,
    lambda_e,
    lambda_F,
    mu,
    nu,
    nu_prime,
    p,
    p_nu,
    p_prime,
    psi,
    r,
    r_L,
    states,
    xi,
)
from .notation5 import Delta_p

chapter = paper.chapter(
    "IV",
    "The Cooper pairs",
    "Two electrons that run head-on against each other feel each other's tubes. Their "
    "Schrödinger equation, restricted to the states above the Fermi surface, binds them with "
    "an energy that is exponentially small in the inverse depth of the tube.",
)

chapter.text(
    "wavelength",
    printed=r"d \sim \lambda",
    states=[
        (Equal(lambda_e, hbar / p_F), definition(lambda_e)),
        (SameOrder(d, lambda_e), by("2", here)),
    ],
    note="The electrons on the Fermi surface; λ is over 2π here, as in the estimate of angular "
    "momenta that follows.",
)

chapter.text(
    "closest approach",
    printed=r"r_L \sim L \lambda",
    states=[
        (Equal(p_F * r_L(L), L * hbar), definition(r_L)),
        (SameOrder(r_L(L), L * lambda_e), by("wavelength", here)),
        (SameOrder(r_L(L), L * d), by("2", here)),
    ],
    note="An angular momentum Lħ needs a lever Lħ/p_F, which for L ≠ 0 is of the order of the "
    "width of the tube or larger. (It is about Ld/3, so that the argument is one of orders.)",
)

chapter.assumption(
    "square well",
    printed=r"V(r) = U \delta_{L0} \text{ for } r < \ell, \quad 0 \text{ for } r > \ell",
    states=[Equal(V(L, r), U * KroneckerDelta(L, 0) * Heaviside(1 - r / ell))],
    follows=model("the full line of Fig. 2, felt in S-states only"),
)

chapter.equation(
    "8",
    printed=r"V(r) \sim \begin{cases} = -\frac{1}{\beta} \kappa \frac{e^2}{d} \delta_{L0} & "
    r"\text{for } r < \ell \\ \sim 0 & \text{for } r > \ell \end{cases}",
    states=[
        Equal(
            V(L, r),
            -1 / beta * kappa * e**2 / d * KroneckerDelta(L, 0) * Heaviside(1 - r / ell),
        )
    ],
    follows=by("7", "square well"),
)

chapter.text(
    "wavelength in lattice distances",
    printed=r"\lambda_F \approx 2 d",
    states=[
        (Equal(lambda_F, 2 * pi * hbar / p_F), definition(lambda_F)),
        (about(lambda_F / d, "2"), by("2", here)),
    ],
    note="In the caption of Fig. 3.",
)

chapter.equation(
    "9",
    printed=r"\psi(p) = \sqrt{\frac{2}{R}} \sin \frac{pr}{h}",
    states=[(Equal(psi(p, r), sqrt(2 / R) * sin(p * r / hbar)), definition(psi))],
)

chapter.text(
    "boundary condition",
    printed=r"\psi(0) = 0",
    states=[Tends(psi(p, r), 0, r)],
    follows=by("9"),
    note="The wave functions are r times the three-dimensional ones.",
)

chapter.assumption(
    "standing waves",
    printed=r"p = \frac{\nu \pi h}{R}",
    states=[Equal(p_nu(nu), nu * pi * hbar / R)],
    follows=definition(p_nu, because="the momenta that are possible in the sphere"),
)

chapter.text(
    "edge of the sphere",
    printed=r"\psi(R) = 0",
    states=[Equal(psi(p_nu(nu), R), 0)],
    follows=by("9", "standing waves"),
)

_OVERLAP = Integral(psi(p_nu(nu), r) * psi(p_nu(nu_prime), r), (r, 0, R))
_CHANGE = (nu - nu_prime) * pi / R
_SUM = (nu + nu_prime) * pi / R

chapter.text(
    "orthonormality",
    printed=r"\int_0^R \psi(p) \psi(p') dr = \delta_{pp'}",
    states=[Equal(_OVERLAP, KroneckerDelta(nu, nu_prime))],
    follows=by(
        "9",
        "standing waves",
        orthonormal(
            _OVERLAP,
            (nu, nu_prime),
            same=by(
                antiderivative(
                    Integral(psi(p_nu(nu), r) ** 2, (r, 0, R)),
                    r / R - sin(2 * nu * pi * r / R) / (2 * nu * pi),
                )
            ),
            different=by(
                instance("standing waves", {nu: nu_prime}),
                antiderivative(
                    _OVERLAP, (sin(_CHANGE * r) / _CHANGE - sin(_SUM * r) / _SUM) / R
                )
            ),
        ),
    ),
)

chapter.assumption(
    "expansion",
    printed=r"\Psi(r) = \sum_{p'} \alpha(p') \psi(p')",
    states=[
        (
            Equal(
                Psi(r),
                Total(alpha(p_nu(nu_prime)) * psi(p_nu(nu_prime), r), nu_prime, states),
            ),
            definition(alpha, because="the pair's state is a sum of free S-states at rest"),
        )
    ],
)

chapter.equation(
    "10",
    printed=r"\Psi(r) = \sum_{p'} \alpha(p') \sqrt{\frac{2}{R}} \sin \frac{p'r}{h}",
    states=[
        Equal(
            Psi(r),
            Total(
                alpha(p_nu(nu_prime)) * sqrt(2 / R) * sin(p_nu(nu_prime) * r / hbar),
                nu_prime,
                states,
            ),
        )
    ],
    follows=by("9", "expansion", "standing waves"),
)

chapter.text(
    "reduced mass",
    printed=r"\mu = m/2",
    states=[
        (Equal(1 / mu, 1 / m + 1 / m), definition(mu)),
        (Equal(mu, m / 2), here),
    ],
)

chapter.equation(
    "11",
    printed=r"\left( \frac{1}{2\mu} p^2 + V \right) \Psi = E \Psi",
    states=[Equal(-(hbar**2) / (2 * mu) * Psi(r).diff(r, 2) + V(0, r) * Psi(r), E * Psi(r))],
    follows=law("Schrödinger's equation for the relative motion, p being −iħ d/dr"),
)

chapter.text(
    "Fermi energy",
    printed=r"\epsilon_F = p_F^2/2m",
    states=[Equal(epsilon_F, p_F**2 / (2 * m))],
    follows=definition(epsilon_F),
)

chapter.text(
    "binding energy",
    printed=r"E = 2\varepsilon_F - \Delta",
    states=[Equal(E, 2 * epsilon_F - Delta)],
    follows=definition(Delta),
)

chapter.display(
    "binding energy announced",
    printed=r"\Delta \sim h\omega_D \exp \left( -\xi 2\pi \frac{\varepsilon_F}{e^2/d} \right) "
    r"\sim 10^{-4} \varepsilon_A",
    states=[
        (SameOrder(Delta, hbar * omega_D * exp(-xi * 2 * pi * epsilon_F / (e**2 / d))), by("23")),
        (
            of_order(
                hbar * omega_D * exp(-xi * 2 * pi * epsilon_F / (e**2 / d)) / epsilon_A,
                "1/10000",
                some=True,
            ),
            by("1", "2", "3a", "3b", "7", "23", "Fermi energy"),
        ),
    ],
    note="Stated ahead of its derivation. The exponential depends so strongly on the constants "
    "of order one that 10⁻⁴ is a value among many that they admit.",
)

chapter.display(
    "spread of momenta announced",
    printed=r"\Delta p \sim \frac{m}{p_F} \Delta",
    states=[SameOrder(Delta_p, m / p_F * Delta)],
    follows=by("26"),
    note="Stated ahead of its derivation.",
)

chapter.equation(
    "13",
    printed=r"(p|V|p') = \int_0^R dr \psi(p) V(r) \psi(p')",
    states=[
        Equal(V_pp(p, p_prime), Integral(psi(p, r) * V(0, r) * psi(p_prime, r), (r, 0, R)))
    ],
    follows=definition(V_pp),
)

chapter.text(
    "free waves",
    printed=r"-h^2 \frac{d^2}{dr^2} \psi(p) = p^2 \psi(p)",
    states=[
        Equal(
            -(hbar**2) * psi(p_nu(nu_prime), r).diff(r, 2),
            p_nu(nu_prime) ** 2 * psi(p_nu(nu_prime), r),
        )
    ],
    follows=by("9", "standing waves"),
)

chapter.equation(
    "12",
    printed=r"\alpha(p) \left( \frac{p^2}{m} - E \right) = - \sum_{p'} \alpha(p') (p|V|p')",
    states=[
        Equal(
            alpha(p_nu(nu)) * (p_nu(nu) ** 2 / m - E),
            -Total(
                alpha(p_nu(nu_prime)) * V_pp(p_nu(nu), p_nu(nu_prime)), nu_prime, states
            ),
        )
    ],
    follows=by(
        "expansion",
        "free waves",
        "orthonormality",
        "reduced mass",
        "standing waves",
        "13",
        both_sides("11", times(psi(p_nu(nu), r)), integral(r, 0, R)),
    ),
    note="For any number of states: the equation times ψ(p), integrated; the sum changes places "
    "with the integral, and orthonormality picks one term.",
)

chapter.equation(
    "14",
    printed=r"\epsilon = \frac{1}{m} \left( p^2 - p_F^2 \right)",
    states=[Equal(epsilon_p(p), (p**2 - p_F**2) / m)],
    follows=definition(epsilon_p),
)

chapter.text(
    "zero of energy",
    printed=r"\epsilon = \frac{p^2}{m} - 2\epsilon_F",
    states=[Equal(epsilon_p(p), p**2 / m - 2 * epsilon_F)],
    follows=by("14", "Fermi energy"),
    note="The zero of this scale is the energy of the pair without interaction.",
)

chapter.equation(
    "15",
    printed=r"E = -\Delta",
    states=[
        (Equal(E_0, E - 2 * epsilon_F), definition(E_0)),
        (Equal(E_0, -Delta), by("binding energy", here)),
    ],
)

chapter.assumption(
    "states by energy",
    printed=r"\alpha(\epsilon) = \alpha(p), \quad (\epsilon|V|\epsilon') = (p|V|p')",
    states=[
        (Equal(alpha(p), alpha_e(epsilon_p(p))), definition(alpha_e)),
        (Equal(V_pp(p, p_prime), V_ee(epsilon_p(p), epsilon_p(p_prime))), definition(V_ee)),
    ],
    note="The same amplitudes and matrix elements as functions of the energy, which grows with "
    "the momentum and so tells the states apart as well.",
)

chapter.assumption(
    "bound state",
    printed=r"\alpha(\epsilon) \ne 0",
    states=[NotEqual(alpha_e(epsilon_p(p_nu(nu))), 0)],
    follows=assumption("each state of the sum takes part in the bound state"),
)

_SIXTEEN = (
    alpha_e(epsilon_p(p_nu(nu))) * (epsilon_p(p_nu(nu)) + Delta),
    Total(
        alpha_e(epsilon_p(p_nu(nu_prime)))
        * V_ee(epsilon_p(p_nu(nu)), epsilon_p(p_nu(nu_prime))),
        nu_prime,
        states,
    ),
)

_sixteen = by("12", "zero of energy", "15", "standing waves", "states by energy")

chapter.equation(
    "16",
    printed=r"\alpha(\epsilon)(\epsilon+\Delta) = \sum_{\epsilon'} "
    r"\alpha(\epsilon')(\epsilon|V|\epsilon')",
    states=[Equal(_SIXTEEN[0], _SIXTEEN[1])],
    follows=by("bound state", _sixteen),
    erratum=erratum(
        [(Equal(_SIXTEEN[0], -_SIXTEEN[1]), _sixteen)],
        because="the minus sign of (12) is lost on the way",
        reads=r"\alpha(\epsilon)(\epsilon+\Delta) = -\sum_{\epsilon'} "
        r"\alpha(\epsilon')(\epsilon|V|\epsilon')",
    ),
)
