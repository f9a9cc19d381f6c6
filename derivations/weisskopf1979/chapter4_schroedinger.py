"""IV, continued. The Schrödinger equation of a pair, by states and by energy: (10) to (16)."""

from __future__ import annotations

from sympy import Integral, exp, pi, sin, sqrt

from ..expression import Total
from ..paper import erratum
from ..relation import Equal, NotEqual, SameOrder, of_order
from ..rules import (
    assumption,
    both_sides,
    by,
    definition,
    here,
    identity,
    integral,
    law,
    times,
)
from .chapter4 import chapter
from .notation import (
    b,
    beta,
    d,
    e,
    epsilon_A,
    f,
    hbar,
    kappa,
    m,
    omega_D,
    p_F,
    s,
)
from .notation4 import (
    E_0,
    Delta,
    E,
    Psi,
    R,
    V,
    V_ee,
    V_pp,
    alpha,
    alpha_e,
    epsilon_F,
    epsilon_p,
    mu,
    nu,
    nu_prime,
    p,
    p_nu,
    p_prime,
    psi,
    r,
    states,
    xi,
)
from .notation5 import Delta_p

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

_ANNOUNCED = hbar * omega_D * exp(-xi * 2 * pi * epsilon_F / (e**2 / d))

chapter.display(
    "binding energy announced",
    printed=r"\Delta \sim h\omega_D \exp \left( -\xi 2\pi \frac{\varepsilon_F}{e^2/d} \right) "
    r"\sim 10^{-4} \varepsilon_A",
    states=[
        (SameOrder(Delta, _ANNOUNCED), by("23")),
        (
            Equal(_ANNOUNCED / epsilon_A, b / (f * beta) * exp(-2 * pi * b / (s * kappa * f))),
            by("1", "2", "3a", "3b", "23", "Fermi energy"),
        ),
        (
            of_order(b / (300 * f) * exp(-2 * pi * b / (s * kappa * f)), "1/10000", some=True),
            identity,
        ),
    ],
    note="Stated ahead of its derivation. The exponential depends so strongly on the constants "
    "of order one that 10⁻⁴ is a value among many that they admit, with β = 300.",
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
    states=[Equal(V_pp(p, p_prime), Integral(psi(p, r) * V(0, r) * psi(p_prime, r), (r, 0, R)))],
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
            -Total(alpha(p_nu(nu_prime)) * V_pp(p_nu(nu), p_nu(nu_prime)), nu_prime, states),
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
        alpha_e(epsilon_p(p_nu(nu_prime))) * V_ee(epsilon_p(p_nu(nu)), epsilon_p(p_nu(nu_prime))),
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
