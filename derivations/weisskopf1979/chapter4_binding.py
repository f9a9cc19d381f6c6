"""IV, continued. The binding energy of a pair above the Fermi sea: (20) to (23)."""

from __future__ import annotations

from dataclasses import replace

from sympy import Heaviside, Integral, Subs, exp, log, oo, pi, sqrt

from ..expression import Total
from ..paper import erratum
from ..relation import Equal, LeadingOrder, Less, MuchLess, SameOrder, Tends
from ..rules import (
    Levels,
    antiderivative,
    assumption,
    both_sides,
    by,
    cut_off,
    definition,
    dense,
    exponential,
    here,
    riemann_sum,
    times,
)
from .chapter4 import chapter
from .notation import a, b, c_p, d, e, f, g, hbar, kappa, m, omega_D, p_F, s
from .notation4 import (
    B_c,
    Delta,
    Delta_epsilon,
    N_e,
    R,
    V_ee,
    V_S,
    a_read,
    alpha_e,
    epsilon,
    epsilon_any,
    epsilon_F,
    epsilon_p,
    epsilon_prime,
    eta,
    k_read,
    nu,
    nu_prime,
    p_nu,
    states,
    xi,
)

#: The state ν, and the sum of (16).
_LEVEL = epsilon_p(p_nu(nu))
_OTHER = epsilon_p(p_nu(nu_prime))

chapter.assumption(
    "Pauli principle",
    printed=r"\epsilon' > 0",
    states=[Less(0, _LEVEL)],
    follows=assumption("the states below the Fermi momentum are taken by other electrons"),
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
    states=[Equal(N_e(_LEVEL), nu)],
    follows=by("14", "standing waves", "number of states"),
    note="At the energy of the state number ν there are ν states, none of them left out.",
)

chapter.text(
    "density of states",
    printed=r"d\mathcal{N} = \frac{mR}{2\pi p_F \hbar} d\epsilon",
    states=[
        Equal(Subs(N_e(epsilon_any).diff(epsilon_any), epsilon_any, 0), m * R / (2 * pi * p_F * hbar))
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
_levels = Levels(
    _LEVEL, nu, N_e(epsilon), epsilon, R, by("14", "standing waves", "number of states")
)
_levels_prime = replace(_levels, count=N_e(epsilon_prime), variable=epsilon_prime)
_SUM = Total(alpha_e(_OTHER) * V_ee(_LEVEL, _OTHER), nu_prime, states)

chapter.assumption(
    "coupled states",
    printed=r"(\epsilon|V|\epsilon') \to 0 \text{ for } \epsilon' > \Delta\epsilon",
    states=[Equal(V_ee(epsilon_any, epsilon_prime), V_S * Heaviside(1 - epsilon_prime / Delta_epsilon))],
    follows=assumption(
        "the step (17), as in (19), without the dependence of its edge on ε, which the footnote "
        "to (20) drops"
    ),
)

_BAND = Integral(alpha_e(epsilon_prime), (epsilon_prime, 0, hbar * omega_D))
_WHOLE = Integral(
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
    states=[Equal(B_c * _BAND, 1)],
    follows=assumption("(16) leaves a factor common to all amplitudes free"),
)

_twenty = by(
    "eta",
    "coupling",
    riemann_sum(_SUM, _levels_prime, 0, above=by("Pauli principle")),
    cut_off(_WHOLE, hbar * omega_D),
    "constant density",
    "coupled states",
    "16",
)

chapter.equation(
    "20",
    printed=r"\alpha(\epsilon)(\epsilon + \Delta) = -B \int_0^{h\omega_D} \alpha(\epsilon') "
    r"d\epsilon'",
    states=[Equal(alpha_e(_LEVEL) * (_LEVEL + Delta), -B_c * _BAND)],
    follows=by("bound state", "scale of the amplitudes", _twenty),
    erratum=erratum(
        [Equal(alpha_e(_LEVEL) * (_LEVEL + Delta), B_c * _BAND)],
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
    (SameOrder(B_c, _ROUGH), by("19", "coupling")),
    (Equal(_ROUGH, _SAME), by()),
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

chapter.text(
    "amplitude of a state",
    printed=r"\alpha(\epsilon) (\epsilon + \Delta) = 1",
    states=[Equal(alpha_e(_LEVEL) * (_LEVEL + Delta), 1)],
    follows=by("scale of the amplitudes", "Pauli principle", "20"),
    note="The right-hand side of (20) is independent of ε.",
)

_twenty_two = by(dense("amplitude of a state", _levels))

chapter.equation(
    "22",
    printed=r"a(\epsilon) = (\epsilon + \Delta)^{-1}",
    states=[Equal(a_read(epsilon), 1 / (epsilon + Delta))],
    follows=_twenty_two,
    erratum=erratum(
        [Equal(alpha_e(epsilon), 1 / (epsilon + Delta))],
        because="the letter a is the α of (20); a is the constant of (2)",
        follows=_twenty_two,
        reads=r"\alpha(\epsilon) = (\epsilon + \Delta)^{-1}",
    ),
)

_GAP = Integral(1 / (epsilon_prime + Delta), (epsilon_prime, 0, hbar * omega_D))
_LOG = log((eta * hbar * omega_D + Delta) / Delta)
_logarithm = by("eta", antiderivative(_GAP, log((epsilon_prime + Delta) / Delta)))

chapter.display(
    "gap equation",
    printed=r"1 = -B \int_0^{h\omega_D} \frac{d\epsilon'}{\epsilon' + \Delta} = "
    r"-B \log \frac{\eta h\omega_D + \Delta}{\Delta}",
    states=[
        (Equal(1, -B_c * _GAP), by("22", "scale of the amplitudes")),
        (Equal(-B_c * _GAP, -B_c * _LOG), _logarithm),
    ],
    erratum=erratum(
        [(Equal(1, B_c * _GAP), by("22", "scale of the amplitudes")), (Equal(B_c * _GAP, B_c * _LOG), _logarithm)],
        because="the sign of (20) again: with the minus sign 1 would be negative",
        reads=r"1 = B \int_0^{h\omega_D} \frac{d\epsilon'}{\epsilon' + \Delta} = "
        r"B \log \frac{\eta h\omega_D + \Delta}{\Delta}",
    ),
)

chapter.text(
    "exact binding energy",
    printed=r"\Delta \left( e^{1/B} - 1 \right) = h\omega_D",
    states=[
        (
            Equal(Delta * (exp(1 / B_c) - 1), hbar * omega_D),
            by("eta", "gap equation", both_sides("gap equation", times(1 / B_c), exponential())),
        ),
        (Tends(Delta / (hbar * omega_D), 0, B_c), here),
    ],
    note="The solution of the equation before it, without approximation; Δ is much smaller than "
    "ħω_D where B is small.",
)

chapter.assumption(
    "exponent",
    printed=r"\frac{1}{B} = \xi \frac{2\pi\epsilon_F}{e^2/d}",
    states=[Equal(1 / B_c, xi * 2 * pi * epsilon_F / (e**2 / d))],
    follows=definition(xi),
)

_ANSWER = (
    LeadingOrder(Delta, hbar * omega_D * exp(-xi * 2 * pi * epsilon_F / (e**2 / d)), B_c),
    by("exact binding energy", "exponent"),
)

chapter.equation(
    "23",
    printed=r"\Delta = h\omega_D \exp \left( -\xi \frac{2\pi\epsilon_F}{e^2/d} \right), \quad "
    r"\xi = \frac{2b}{ska^2} = \frac{2b^2}{safcg}",
    states=[
        _ANSWER,
        (Equal(xi, 2 * b / (s * k_read * a**2)), by("21", "exponent")),
        (Equal(2 * b / (s * k_read * a**2), 2 * b**2 / (s * a * f * c_p * g)), by("7")),
    ],
    erratum=erratum(
        [
            _ANSWER,
            (Equal(xi, 2 * b / (s * kappa * a**2)), by("21", "exponent")),
            (
                Equal(2 * b / (s * kappa * a**2), 2 * b**2 / (s * a * f * c_p * g)),
                by("7"),
            ),
        ],
        because="the letter k is the κ of (7), as the second form of ξ confirms",
        reads=r"\xi = \frac{2b}{s\kappa a^2} = \frac{2b^2}{safcg}",
    ),
    note="The relative error is Δ/ħω_D, the exponential itself.",
)

chapter.number(
    "xi of order unity",
    printed=r"\xi \sim 1",
    states=[SameOrder(xi, 1)],
    follows=by("23"),
)

chapter.text(
    "upper limit",
    printed=r"\log \frac{h\omega_D + \epsilon + \Delta}{\Delta} \approx "
    r"\log \frac{h\omega_D + \Delta}{\Delta} \quad \text{for } \epsilon \ll h\omega_D",
    states=[
        (Tends(alpha_e(hbar * omega_D) / alpha_e(Delta), 0, Delta), by("22")),
        (
            LeadingOrder(
                log((hbar * omega_D + epsilon + Delta) / Delta),
                log((hbar * omega_D + Delta) / Delta),
                Delta,
            ),
            by(),
        ),
        (
            Tends(
                log((hbar * omega_D + epsilon + Delta) / Delta)
                - log((hbar * omega_D + Delta) / Delta),
                0,
                epsilon,
            ),
            by(),
        ),
    ],
    note="In the footnote to (20): the integral should end at ħω_D + ε. The amplitude is large "
    "up to ε ~ Δ only, and there the two logarithms differ by ε/ħω_D.",
)
