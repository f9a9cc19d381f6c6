"""No Fermi sea: two electrons alone, whose states begin at the energy zero."""

from __future__ import annotations

from dataclasses import replace

from sympy import Expr, Heaviside, Integral, Rational, oo, pi, sqrt, tan

from ...dimension import NUMBER
from ...expression import Total
from ...relation import Equal, Less, Tends
from ...revision import Revision
from ...rules import assumption, by, change_of_variable, cut_off, definition, here, law, riemann_sum
from ..chapter4_sea import BAND, LEVEL, LEVELS
from ..chapter4_wells import CONFINEMENT
from ..notation import hbar, m, omega_D, p_F
from ..notation4 import (
    E_0,
    B_c,
    Delta,
    Delta_epsilon,
    E,
    N_e,
    R,
    V_ee,
    V_pp,
    alpha,
    alpha_e,
    epsilon,
    epsilon_F,
    epsilon_p,
    epsilon_prime,
    nu_prime,
    p,
    p_nu,
    p_prime,
    states,
)
from ..notation5 import Delta_w, U_w, y_w

revision = Revision(
    "no-fermi-sea",
    "No Fermi sea",
    "Without other electrons no state is taken: the energies of the pair begin at zero, where "
    "there are few states, and those of long waves feel little of the potential. The sum that "
    "makes a pair bind, ∫ dε′/(ε′ + Δ) above the Fermi surface, grows without end as Δ → 0, so "
    "that it reaches 1/B for any B; now it is ∫ √ε′ dε′/(ε′ + Δ), which stays below 2√(ħω_D). "
    "There is no bound state for a coupling below a threshold, as for a well in three dimensions, "
    "and above it the binding energy is a power and no exponential. The coupling is taken as the "
    "same as it is at the Fermi energy; at rest, the tube itself is deep enough to bind.",
)

revision.drop("Pauli principle", "constant density")
revision.replace(
    "14",
    states=[Equal(epsilon_p(p), p**2 / m)],
    follows=definition(epsilon_p),
    printed=r"\epsilon = \frac{p^2}{m}",
)
revision.replace(
    "binding energy", states=[Equal(E, -Delta)], follows=definition(Delta), printed=r"E = -\Delta"
)
revision.replace(
    "15",
    states=[(Equal(E_0, E), definition(E_0)), (Equal(E_0, -Delta), by("binding energy", here))],
)


def _count(energy: Expr) -> Expr:
    """The number of S-states up to an energy."""
    return R / (pi * hbar) * sqrt(m * energy)


revision.replace(
    "number of states",
    states=[Equal(N_e(epsilon), _count(epsilon))],
    follows=definition(N_e),
    printed=r"\mathcal{N}(\epsilon) = \frac{R}{\pi h} \sqrt{m\epsilon}",
)
revision.replace(
    "density of states",
    states=[Equal(N_e(epsilon).diff(epsilon), R / (2 * pi * hbar) * sqrt(m / epsilon))],
    follows=by("number of states"),
    printed=r"\frac{d\mathcal{N}}{d\epsilon} = \frac{R}{2\pi h} \sqrt{\frac{m}{\epsilon}}",
    note="Of S-states; times the matrix element, which goes as √ε√ε′, it is the √ε′ of all states.",
)
revision.replace(
    "states by energy",
    states=[
        (Equal(alpha(p), p / p_F * alpha_e(epsilon_p(p))), definition(alpha_e)),
        (
            Equal(V_pp(p, p_prime), p * p_prime / p_F**2 * V_ee(epsilon_p(p), epsilon_p(p_prime))),
            definition(V_ee),
        ),
    ],
    printed=r"\alpha(p) = \frac{p}{p_F} \alpha(\epsilon), \quad "
    r"(p|V|p') = \frac{pp'}{p_F^2} (\epsilon|V|\epsilon')",
    note="An S-wave is as small near the centre as its momentum is; what is left of amplitude and "
    "matrix element no longer knows that. At the Fermi momentum nothing changes.",
)
_few = sqrt(m * epsilon_prime) / p_F
_strip = Integral(_few * alpha_e(epsilon_prime), (epsilon_prime, 0, hbar * omega_D))
revision.replace(
    "scale of the amplitudes",
    states=[Equal(B_c * _strip, 1)],
    follows=assumption("(16) leaves a factor common to all amplitudes free"),
    printed=r"B \int_0^{h\omega_D} \frac{\sqrt{m\epsilon'}}{p_F} \alpha(\epsilon') "
    r"d\epsilon' = 1",
)
_other = epsilon_p(p_nu(nu_prime))
_sum = Total(alpha_e(_other) * _other * m / p_F**2 * V_ee(LEVEL, _other), nu_prime, states)
_primed = replace(LEVELS, count=_count(epsilon_prime), variable=epsilon_prime)
_whole = Integral(
    sqrt(epsilon_prime) * alpha_e(epsilon_prime) * Heaviside(1 - epsilon_prime / Delta_epsilon),
    (epsilon_prime, 0, oo),
)
revision.replace(
    "20",
    states=[Equal(alpha_e(LEVEL) * (LEVEL + Delta), B_c * BAND)],
    follows=by(
        "eta",
        "coupling",
        riemann_sum(_sum, _primed, 0, above=by("14", "standing waves")),
        cut_off(_whole, hbar * omega_D),
        "coupled states",
        "14",
        "standing waves",
        "16",
    ),
    note="The accepted form of the print, argued without the Fermi sea.",
)
_gap = Integral(1 / (epsilon_prime + Delta), (epsilon_prime, 0, hbar * omega_D))
revision.replace(
    "gap equation",
    states=[Equal(1 / B_c, _gap)],
    follows=by("22", "scale of the amplitudes"),
    printed=r"\frac{1}{B} = \int_0^{h\omega_D} \frac{d\epsilon'}{\epsilon' + \Delta}",
)

_N = revision.notation
x_b = _N.variable("x_b", NUMBER, "momentum in that of ħω_D", latex="x", unicode="x")
t_b = _N.quantity("t_b", NUMBER, "root of the binding energy in ħω_D", latex="t", unicode="t")
theta_b = _N.quantity("theta_b", NUMBER, "angle whose tangent is t", latex=r"\theta", unicode="θ")
v_b = _N.quantity(
    "v_b", NUMBER, "least coupling that binds, in the coupling there is", latex="v", unicode="v"
)
_width = hbar * omega_D
_few_states = Integral(sqrt(epsilon_prime) / (epsilon_prime + Delta), (epsilon_prime, 0, _width))
_share = Integral(x_b**2 / (x_b**2 + t_b**2), (x_b, 0, 1))
#: What 1/B comes to where nothing binds.
_most = 2 * sqrt(m * _width) / p_F
_part = 1 - (pi / 2 - theta_b) * t_b

revision.line(
    "sum over few states",
    states=[
        (Equal(Delta, _width * t_b**2), definition(t_b)),
        (
            Equal(_few_states, 2 * sqrt(_width) * _share),
            by(here, change_of_variable(_few_states, x_b, _width * x_b**2, 0, 1)),
        ),
    ],
)
revision.line(
    "gap equation by momenta",
    states=[Equal(1 / B_c, _most * _share)],
    follows=by("gap equation", "sum over few states"),
)
revision.line(
    "angle of binding",
    states=[(Equal(_share, _part), definition(theta_b))],
    note="∫ x² dx/(x² + t²) is x − t arctan(x/t), and θ the complement of arctan(1/t).",
)
revision.line(
    "tangent of the angle",
    states=[Equal(tan(theta_b), t_b)],
    follows=law("the arctangents of t and of 1/t make up a right angle"),
)
revision.line(
    "less than a right angle",
    states=[Less(theta_b, pi / 2)],
    follows=law("the arctangent of a positive number is positive"),
)
revision.line(
    "coupling in the least", states=[Equal(B_c, 1 / (v_b * _most))], follows=definition(v_b)
)
revision.line(
    "coupling by the angle",
    states=[Equal(v_b, _part)],
    follows=by(
        "tangent of the angle",
        "gap equation by momenta",
        "angle of binding",
        "coupling in the least",
    ),
)
revision.line(
    "less than there is",
    states=[Less(v_b, 1)],
    follows=by("coupling by the angle", "less than a right angle"),
)
revision.line(
    "threshold",
    states=[
        (Less(1 / B_c, _most), by("coupling in the least", "less than there is")),
        (Equal(_most, sqrt(2 * _width / epsilon_F)), by("Fermi energy")),
    ],
    note="There is a bound state for B above √(ε_F/(2ħω_D)) only.",
)
revision.line(
    "binding at the threshold",
    states=[
        Tends(v_b, 1, theta_b),
        Tends(tan(theta_b) ** 2 / (1 - v_b) ** 2, 4 / pi**2, theta_b),
    ],
    follows=by("tangent of the angle", "coupling by the angle"),
    printed=r"v \to 1, \quad \frac{\Delta}{h\omega_D} \simeq \frac{4}{\pi^2} (1 - v)^2",
    note="The binding energy begins with the square of what the coupling has above the threshold.",
)
_above = U_w / CONFINEMENT - pi**2 / 4
revision.line(
    "binding in a well",
    states=[Tends(Delta_w / CONFINEMENT / _above**2, Rational(1, 4), y_w, pi / 2)],
    follows=by("bound states in three dimensions"),
    note="So it does in a well that is just deep enough.",
)
