"""BCS numbers: all pairs at once, of states above the Fermi surface and below it."""

from __future__ import annotations

from sympy import Integral, Subs, exp, log, pi, sinh, sqrt

from ...dimension import ENERGY, NUMBER
from ...relation import Equal, LeadingOrder, Tends, about
from ...revision import Revision
from ...rules import antiderivative, assumption, by, definition, here, identity, law
from ..chapter4_sea import BAND, LEVEL
from ..notation import d, e, hbar, omega_D
from ..notation4 import (
    V_S,
    B_c,
    Delta,
    N_e,
    alpha_e,
    epsilon_any,
    epsilon_F,
    epsilon_prime,
    xi,
)
from ..notation5 import gamma

revision = Revision(
    "bcs",
    "BCS numbers",
    "The paper binds one pair of electrons above a sea that stays as it is. In the theory of "
    "Bardeen, Cooper and Schrieffer all pairs are made at once, of states above and below the "
    "Fermi surface, and the amplitude of a pair state goes as 1/√(ε² + Δ²), where ε and Δ are "
    "energies of two electrons, as in the paper. With the states below the sum has two equal "
    "halves, so that the exponent is half of that of (23): 1/(2B), which is 1/(N(0)V) with the "
    "density of states N(0) of one electron. Δ, what it takes to break a pair, is twice the gap "
    "of one electron, and 2 exp(1/(2B)) times that of (23), some fifty times with the numbers of "
    "the text. Had B been N(0)V the exponents would agree, and the factor 2 remain.",
)
_width = hbar * omega_D
_sum = Integral(1 / sqrt(epsilon_prime**2 + Delta**2), (epsilon_prime, 0, _width))
_exponent = xi * 2 * pi * epsilon_F / (e**2 / d)

revision.drop("Pauli principle")
revision.replace(
    "scale of the amplitudes",
    states=[Equal(2 * B_c * BAND, 1)],
    follows=assumption("the equation leaves a factor common to all amplitudes free"),
    printed=r"2B \int_0^{h\omega_D} \alpha(\epsilon') d\epsilon' = 1",
)
revision.replace(
    "20",
    states=[Equal(alpha_e(LEVEL) * sqrt(LEVEL**2 + Delta**2), 2 * B_c * BAND)],
    follows=law(
        "the gap equation of Bardeen, Cooper and Schrieffer (Phys. Rev. 108, 1175, 1957), with "
        "as much from the states below the Fermi surface as from those above"
    ),
    printed=r"\alpha(\epsilon) \sqrt{\epsilon^2 + \Delta^2} = "
    r"2B \int_0^{h\omega_D} \alpha(\epsilon') d\epsilon'",
)
revision.replace(
    "gap equation",
    states=[
        (Equal(1, 2 * B_c * _sum), by("22", "scale of the amplitudes")),
        (
            Equal(2 * B_c * _sum, 2 * B_c * log((_width + sqrt(_width**2 + Delta**2)) / Delta)),
            by(
                antiderivative(
                    _sum, log((epsilon_prime + sqrt(epsilon_prime**2 + Delta**2)) / Delta)
                )
            ),
        ),
    ],
    printed=r"1 = 2B \int_0^{h\omega_D} \frac{d\epsilon'}{\sqrt{\epsilon'^2+\Delta^2}} "
    r"= 2B \log \frac{h\omega_D + \sqrt{(h\omega_D)^2 + \Delta^2}}{\Delta}",
)
revision.replace(
    "exact binding energy",
    states=[
        (Equal(Delta * sinh(1 / (2 * B_c)), _width), by("gap equation")),
        (Tends(Delta / _width, 0, B_c), here),
    ],
    printed=r"\Delta \sinh \frac{1}{2B} = h\omega_D",
)
revision.replace(
    "24",
    states=[
        (Equal(gamma, Delta / _width), definition(gamma)),
        (LeadingOrder(gamma, exp(-_exponent), B_c), by("exact binding energy", "exponent", here)),
    ],
    printed=r"\gamma = \frac{\Delta}{h\omega_D} = "
    r"\exp\left(-\xi 2\pi \frac{\epsilon_F}{e^2/d}\right)",
    note="γ is what it stands for, and not the exponential.",
)

_N = revision.notation
N_0 = _N.quantity(
    "N_0",
    NUMBER / ENERGY,
    "density of states of one electron at the Fermi surface",
    latex="N(0)",
    unicode="N(0)",
)
V_0 = _N.quantity("V_0", ENERGY, "matrix element of the attraction", latex="V", unicode="V")
Delta_1 = _N.quantity(
    "Delta_1", ENERGY, "gap of one electron", latex=r"\Delta_1", unicode="Δ₁", unit="eV"
)
omega_1 = _N.quantity(
    "omega_1",
    ENERGY,
    "energy of one electron up to which states are coupled",
    latex=r"\hbar\omega_1",
    unicode="ħω₁",
)
revision.line(
    "coupling of one electron",
    states=[
        (
            Equal(N_0, 2 * Subs(N_e(epsilon_any).diff(epsilon_any), epsilon_any, 0)),
            definition(N_0, because="the pair's energy is twice that of one electron"),
        ),
        (Equal(V_0, -V_S), definition(V_0)),
        (Equal(N_0 * V_0, 2 * B_c), by("density of states", "coupling", here)),
    ],
)
revision.line(
    "gap of one electron",
    states=[
        (Equal(Delta_1, Delta / 2), definition(Delta_1)),
        (Equal(omega_1, _width / 2), definition(omega_1)),
    ],
)
_by_electron = by("exact binding energy", "coupling in twice", "gap of one electron")
revision.line(
    "coupling in twice",
    states=[Equal(B_c, N_0 * V_0 / 2)],
    follows=by("coupling of one electron"),
)
revision.line(
    "gap of Bardeen, Cooper and Schrieffer",
    states=[
        (Equal(Delta_1, omega_1 / sinh(1 / (N_0 * V_0))), _by_electron),
        (LeadingOrder(Delta_1, 2 * omega_1 * exp(-1 / (N_0 * V_0)), N_0), here),
    ],
)
_printed = _width * exp(-1 / B_c)
revision.line(
    "against (23)",
    states=[
        (LeadingOrder(Delta / _printed, 2 * exp(1 / (2 * B_c)), B_c), by("exact binding energy")),
        (about(2 * exp(pi), "46"), identity),
    ],
    note="The number is for the exponent 2π of the text.",
)
revision.line(
    "pair of Cooper",
    states=[Equal(_printed / 2, omega_1 * exp(-2 / (N_0 * V_0)))],
    follows=by("coupling in twice", "gap of one electron"),
    note="What (23) is for one electron: with 2 in the exponent, and none in front.",
)
