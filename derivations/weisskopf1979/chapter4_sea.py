"""IV, continued. Above the Fermi sea, where sums are integrals: (20) and (21)."""

from __future__ import annotations

from dataclasses import replace

from sympy import Heaviside, Integral, Subs, oo, pi, sqrt

from ..expression import Total
from ..paper import erratum
from ..relation import Equal, Less, MuchLess, SameOrder
from ..rules import (
    By,
    Levels,
    Rule,
    assumption,
    by,
    cut_off,
    definition,
    here,
    identity,
    riemann_sum,
)
from .chapter4 import chapter
from .notation import a, b, d, e, hbar, kappa, m, omega_D, p_F, s
from .notation4 import (
    V_S,
    B_c,
    Delta,
    Delta_epsilon,
    N_e,
    R,
    V_ee,
    alpha_e,
    epsilon,
    epsilon_any,
    epsilon_F,
    epsilon_p,
    epsilon_prime,
    k_read,
    nu,
    nu_prime,
    p_nu,
    states,
)

#: The state ν, and the sum of (16).
LEVEL = epsilon_p(p_nu(nu))
_OTHER = epsilon_p(p_nu(nu_prime))

chapter.assumption(
    "Pauli principle",
    printed=r"p > p_F, \quad \epsilon' > 0",
    states=[
        (
            Less(p_F, p_nu(nu)),
            assumption("the states below the Fermi momentum are taken by other electrons"),
        ),
        (Less(0, LEVEL), by("14", "standing waves", here)),
    ],
    note="What makes a weak attraction bind: the sum over states starts at the Fermi surface.",
)

chapter.text(
    "number of states",
    printed=r"\mathcal{N}(\epsilon) = \frac{R}{\pi h} \sqrt{p_F^2 + m\epsilon}",
    states=[Equal(N_e(epsilon_any), R / (pi * hbar) * sqrt(p_F**2 + m * epsilon_any))],
    follows=definition(N_e),
)

chapter.text(
    "number of a state",
    printed=r"\mathcal{N}(\epsilon) = \nu",
    states=[Equal(N_e(LEVEL), nu)],
    follows=by("14", "standing waves", "number of states"),
    note="At the energy of the state number ν there are ν states, none of them left out.",
)

chapter.text(
    "density of states",
    printed=r"d\mathcal{N} = \frac{mR}{2\pi p_F \hbar} d\epsilon",
    states=[
        Equal(
            Subs(N_e(epsilon_any).diff(epsilon_any), epsilon_any, 0), m * R / (2 * pi * p_F * hbar)
        )
    ],
    follows=by("number of states"),
    note="Near the Fermi energy.",
)

chapter.text(
    "narrow band",
    printed=r"h\omega_D \ll \epsilon_F",
    states=[MuchLess(hbar * omega_D, epsilon_F)],
    follows=by("2", "3a", "3b", "Fermi energy"),
    note="So the density of states hardly changes over the width of the coupled states.",
)

chapter.assumption(
    "constant density",
    printed=r"\mathcal{N}(\epsilon) = \mathcal{N}(0) + \frac{mR}{2\pi p_F \hbar} \epsilon",
    states=[
        Equal(
            N_e(epsilon_any),
            R * p_F / (pi * hbar) + m * R / (2 * pi * p_F * hbar) * epsilon_any,
        )
    ],
    follows=assumption("the density of states at the Fermi surface serves for the whole band"),
)

#: The levels of the pair, which lie dense in a large sphere.
LEVELS = Levels(LEVEL, nu, N_e(epsilon), epsilon, R, by("14", "standing waves", "number of states"))
_PRIMED = replace(LEVELS, count=N_e(epsilon_prime), variable=epsilon_prime)
_SUM = Total(alpha_e(_OTHER) * V_ee(LEVEL, _OTHER), nu_prime, states)

chapter.assumption(
    "coupled states",
    printed=r"(\epsilon|V|\epsilon') = \begin{cases} (p_F|V|p_F) & \text{for } \epsilon' < "
    r"\Delta\epsilon \\ 0 & \text{for } \epsilon' > \Delta\epsilon \end{cases}",
    states=[
        Equal(V_ee(epsilon_any, epsilon_prime), V_S * Heaviside(1 - epsilon_prime / Delta_epsilon))
    ],
    follows=assumption(
        "the step (17), as in (19), without the dependence of its edge on ε, which the footnote "
        "to (20) drops"
    ),
)

BAND = Integral(alpha_e(epsilon_prime), (epsilon_prime, 0, hbar * omega_D))
WHOLE = Integral(
    alpha_e(epsilon_prime) * Heaviside(1 - epsilon_prime / Delta_epsilon), (epsilon_prime, 0, oo)
)

chapter.assumption(
    "coupling",
    printed=r"(\epsilon|V|\epsilon') = -B \frac{2\pi p_F \hbar}{mR}",
    states=[Equal(V_S, -B_c * 2 * pi * p_F * hbar / (m * R))],
    follows=definition(B_c),
    note="The constant in front of the integral in (20), positive as in (21).",
)

chapter.assumption(
    "scale of the amplitudes",
    printed=r"B \int_0^{h\omega_D} \alpha(\epsilon') d\epsilon' = 1",
    states=[Equal(B_c * BAND, 1)],
    follows=assumption("(16) leaves a factor common to all amplitudes free"),
)


def sum_to_integral(edge: Rule) -> By:
    """From (16) to (20): the sum over dense levels as an integral, cut off by ``edge``."""
    return by(
        "eta",
        "coupling",
        riemann_sum(_SUM, _PRIMED, 0, above=by("14", "standing waves", "Pauli principle")),
        edge,
        "constant density",
        "coupled states",
        "16",
    )


_twenty = sum_to_integral(cut_off(WHOLE, hbar * omega_D))

chapter.equation(
    "20",
    printed=r"\alpha(\epsilon)(\epsilon + \Delta) = -B \int_0^{h\omega_D} \alpha(\epsilon') "
    r"d\epsilon'",
    states=[Equal(alpha_e(LEVEL) * (LEVEL + Delta), -B_c * BAND)],
    follows=by("bound state", "scale of the amplitudes", _twenty),
    erratum=erratum(
        [Equal(alpha_e(LEVEL) * (LEVEL + Delta), B_c * BAND)],
        because="the matrix element is negative, as the potential is, and B of (21) positive: "
        "the two signs cancel",
        follows=_twenty,
        reads=r"\alpha(\epsilon)(\epsilon + \Delta) = B \int_0^{h\omega_D} \alpha(\epsilon') "
        r"d\epsilon'",
    ),
)

_ROUGH = e**2 * m / (2 * pi * p_F * hbar)
_SAME = e**2 * m * p_F / (2 * pi * p_F**2 * hbar)
_PER_ATOM = e**2 / (d * epsilon_F) / (2 * pi)
_rough = [
    (SameOrder(B_c, _ROUGH), by("7", "19", "coupling")),
    (Equal(_ROUGH, _SAME), identity),
    (SameOrder(_SAME, _PER_ATOM), by("2", "Fermi energy")),
]

chapter.equation(
    "21",
    printed=r"B \sim \left. \begin{aligned} \frac{e^2 m}{2\pi p_F \hbar} &= "
    r"\frac{e^2 m p_F}{2\pi p_F^2 \hbar} \sim \frac{1}{2\pi} \frac{e^2}{d} / \epsilon_F \\ "
    r"\left[ B = k \frac{e^2 m}{2\pi p_F \hbar} = \frac{ska^2}{2b} \frac{1}{2\pi} "
    r"\frac{e^2}{d\epsilon_F} \right] \end{aligned} \right\}",
    states=[
        *_rough,
        (Equal(B_c, k_read * _ROUGH), by("19", "coupling")),
        (
            Equal(k_read * _ROUGH, s * k_read * a**2 / (2 * b) * _PER_ATOM),
            by("2", "Fermi energy"),
        ),
    ],
    erratum=erratum(
        [
            *_rough,
            (Equal(B_c, kappa * s * a / b * _ROUGH), by("19", "coupling")),
            (
                Equal(kappa * s * a / b * _ROUGH, s * kappa * a**2 / (2 * b) * _PER_ATOM),
                by("2", "Fermi energy"),
            ),
        ],
        because="the letter k is the κ of (19), and the first bracketed form lacks the factor "
        "sa/b of (19), which the second has",
        reads=r"\left[ B = \kappa \frac{sa}{b} \frac{e^2 m}{2\pi p_F \hbar} = "
        r"\frac{s\kappa a^2}{2b} \frac{1}{2\pi} \frac{e^2}{d\epsilon_F} \right]",
    ),
)
