"""IV, continued. The binding energy of a pair: (22) and (23)."""

from __future__ import annotations

from sympy import Integral, exp, log, pi

from ..paper import erratum
from ..relation import Equal, LeadingOrder, SameOrder, Tends
from ..rules import (
    antiderivative,
    by,
    definition,
    dense,
    here,
    identity,
)
from .chapter4 import chapter
from .chapter4_sea import LEVEL, LEVELS
from .notation import a, b, c_p, d, e, f, g, hbar, kappa, omega_D, s
from .notation4 import (
    B_c,
    Delta,
    a_read,
    alpha_e,
    epsilon,
    epsilon_F,
    epsilon_prime,
    eta,
    k_read,
    xi,
)

chapter.text(
    "amplitude of a state",
    printed=r"\alpha(\epsilon) (\epsilon + \Delta) = 1",
    states=[Equal(alpha_e(LEVEL) * (LEVEL + Delta), 1)],
    follows=by("scale of the amplitudes", "20"),
    note="The right-hand side of (20) is independent of ε.",
)

_twenty_two = by(dense("amplitude of a state", LEVELS))

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
        [
            (Equal(1, B_c * _GAP), by("22", "scale of the amplitudes")),
            (Equal(B_c * _GAP, B_c * _LOG), _logarithm),
        ],
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
            by("eta", "gap equation"),
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
            identity,
        ),
        (
            Tends(
                log((hbar * omega_D + epsilon + Delta) / Delta)
                - log((hbar * omega_D + Delta) / Delta),
                0,
                epsilon,
            ),
            identity,
        ),
    ],
    note="In the footnote to (20): the integral should end at ħω_D + ε. The amplitude is large "
    "up to ε ~ Δ only, and there the two logarithms differ by ε/ħω_D.",
)
