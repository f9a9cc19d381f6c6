"""η kept: the width Δε of the coupled states as (6) and (18) have it, and not ħω_D."""

from __future__ import annotations

from sympy import Integral, log

from ...relation import Equal
from ...revision import Revision
from ...rules import antiderivative, assumption, by, cut_off
from ..chapter4_sea import BAND, LEVEL, WHOLE, sum_to_integral
from ..notation import hbar, omega_D, s
from ..notation4 import B_c, Delta, Delta_epsilon, alpha_e, epsilon_prime, eta

revision = Revision(
    "eta-kept",
    "η kept",
    "The text finds η in (18) to be of order one and then leaves it out. Kept, it is 2/s by the "
    "length (6) of the tube, and stands wherever ħω_D is the width of the coupled states: in the "
    "upper limit of (20), and before the exponential in (23). ξ does not change.",
)
_width = eta * hbar * omega_D
_band = Integral(alpha_e(epsilon_prime), (epsilon_prime, 0, _width))
_gap = Integral(1 / (epsilon_prime + Delta), (epsilon_prime, 0, _width))

revision.replace(
    "eta",
    states=[Equal(eta, 2 / s), Equal(Delta_epsilon, _width)],
    follows=by("18"),
    printed=r"\eta = \frac{2}{s}, \quad \Delta\epsilon = \eta h\omega_D",
)
revision.replace(
    "scale of the amplitudes",
    states=[Equal(B_c * _band, 1)],
    follows=assumption("(16) leaves a factor common to all amplitudes free"),
    printed=r"B \int_0^{\eta h\omega_D} \alpha(\epsilon') d\epsilon' = 1",
)
revision.replace(
    "20",
    states=[Equal(alpha_e(LEVEL) * (LEVEL + Delta), B_c * BAND)],
    follows=sum_to_integral(cut_off(WHOLE, _width)),
    note="The accepted form of the print, argued with the step where it is.",
)
revision.replace(
    "gap equation",
    states=[
        (Equal(1, B_c * _gap), by("22", "scale of the amplitudes")),
        (
            Equal(B_c * _gap, B_c * log((_width + Delta) / Delta)),
            by(antiderivative(_gap, log((epsilon_prime + Delta) / Delta))),
        ),
    ],
    printed=r"1 = B \int_0^{\eta h\omega_D} \frac{d\epsilon'}{\epsilon' + \Delta} = "
    r"B \log \frac{\eta h\omega_D + \Delta}{\Delta}",
    note="What the text writes, with η in both places.",
)
