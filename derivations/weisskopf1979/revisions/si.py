"""Chapter VII in SI units: the same results, with ε₀ and μ₀ in the place of c and √(4π)."""

from __future__ import annotations

from sympy import exp, pi, sqrt

from ...dimension import LENGTH, MOMENTUM, TIME, Dimension
from ...expression import Vector, curl, laplacian
from ...relation import Equal, SameOrder
from ...revision import Revision
from ...rules import by, definition, law
from ..notation import c, d, m, n, x
from ..notation4 import epsilon_F
from ..notation5 import rho
from ..notation7 import (
    B_0,
    A,
    A_s,
    B,
    B_cr,
    Delta_K,
    J,
    J_s,
    R_w,
    V_w,
    e_H,
    j,
    k_at,
    lambda_L,
    p,
    s_w,
    space,
)

revision = Revision(
    "si",
    "The supercurrent in SI units",
    "No line of the paper changes: the charge, the fields and the currents of the International "
    "System are defined beside its own, and what it finds is said of them. λ is the same length; "
    "wherever a current makes a field, μ₀ stands.",
)
_N = revision.notation
CHARGE = Dimension.base("electric current") * TIME
POTENTIAL = MOMENTUM / CHARGE
FIELD = POTENTIAL / LENGTH
CURRENT = CHARGE / TIME
_SPACE = (LENGTH,) * 3

e_S = _N.quantity("e_S", CHARGE, "elementary charge, SI", latex=r"e_{\mathrm{SI}}")
epsilon_0 = _N.quantity(
    "epsilon_0", CHARGE * CURRENT * TIME / (MOMENTUM * LENGTH**2 / TIME), "electric constant"
)
mu_0 = _N.quantity("mu_0", FIELD * LENGTH / CURRENT, "magnetic constant")
B_0S = _N.quantity("B_0S", FIELD, "field at the surface, SI", latex=r"B_0^{\mathrm{SI}}")
B_crS = _N.quantity("B_crS", FIELD, "critical field, SI", latex=r"B_{\mathrm{cr}}^{\mathrm{SI}}")
A_sS = _N.quantity(
    "A_sS", POTENTIAL, "size of the potential at the surface, SI", latex=r"A^{\mathrm{SI}}"
)
J_S = _N.quantity("J_S", CURRENT, "current in the wire, SI", latex=r"J^{\mathrm{SI}}")
J_sS = _N.function(
    "J_sS", CURRENT, "current through a strip, SI", of=(LENGTH,), latex=r"J_s^{\mathrm{SI}}"
)


def _field(letter: str, dimension: Dimension, meaning: str) -> Vector:
    return Vector(
        _N.function(
            f"{letter}_S{axis}",
            dimension,
            f"{meaning}, SI, {axis} component",
            of=_SPACE,
            latex=rf"{letter}_{axis}^{{\mathrm{{SI}}}}",
        )(*space)
        for axis in "xyz"
    )


A_S = _field("A", POTENTIAL, "vector potential")
B_S = _field("B", FIELD, "magnetic field")
j_S = _field("j", CURRENT / LENGTH**2, "current density")

revision.line(
    "constants of SI",
    states=[
        (Equal(epsilon_0 * mu_0, 1 / c**2), law("light travels with the speed 1/√(ε₀μ₀)")),
        (
            Equal(e_S, sqrt(epsilon_0) * e_H),
            definition(e_S, because="the force between charges is e²/(4πε₀d²)"),
        ),
    ],
)
revision.line(
    "fields of SI",
    states=[
        (Equal(A_S, A * sqrt(mu_0)), definition()),
        (Equal(B_S, B * sqrt(mu_0)), definition()),
        (Equal(j_S, j * sqrt(epsilon_0)), definition()),
    ],
)
revision.line(
    "values of SI",
    states=[
        (Equal(B_0S, B_0 * sqrt(mu_0)), definition(B_0S)),
        (Equal(B_crS, B_cr * sqrt(mu_0)), definition(B_crS)),
        (Equal(A_sS, A_s * sqrt(mu_0)), definition(A_sS)),
        (Equal(J_S, J * sqrt(epsilon_0)), definition(J_S)),
        (Equal(J_sS(s_w), J_s(s_w) * sqrt(epsilon_0)), definition()),
    ],
)
_units = ("constants of SI", "fields of SI")
_momentum = p - A_S * e_S
revision.line(
    "(30) in SI",
    states=[Equal(k_at(p), _momentum.dot(_momentum) / (2 * m))],
    follows=by("30", *_units),
)
revision.line(
    "Maxwell in SI",
    states=[Equal(curl(B_S, space), j_S * mu_0)],
    follows=by("Maxwell", *_units),
)
revision.line(
    "(33) in SI",
    states=[
        (Equal(lambda_L, sqrt(m / (mu_0 * n * e_S**2))), by("33", "constants of SI")),
        (Equal(j_S * mu_0, -A_S / lambda_L**2), by("33", *_units)),
    ],
)
revision.line(
    "(35) in SI",
    states=[Equal(laplacian(B_S, space), B_S / lambda_L**2)],
    follows=by("35", *_units),
)
revision.line(
    "(36) in SI",
    states=[Equal(B_S[1], B_0S * exp(-x / lambda_L))],
    follows=by("36", "fields of SI", "values of SI"),
)
revision.line(
    "(39) in SI",
    states=[Equal(J_sS(s_w) * mu_0, s_w * B_0S)],
    follows=by("39", "constants of SI", "values of SI"),
)
revision.line(
    "(40) in SI",
    states=[Equal(J_S, 2 * pi * R_w * B_0S / mu_0)],
    follows=by("40", "constants of SI", "values of SI"),
)
revision.line(
    "(41) in SI",
    states=[Equal(Delta_K, V_w * A_sS**2 / (2 * mu_0 * lambda_L**2))],
    follows=by("41", "constants of SI", "values of SI"),
)
revision.line(
    "(43) in SI",
    states=[
        SameOrder(B_crS**2, mu_0 * (d / rho) ** 2 * epsilon_F / d**3),
    ],
    follows=by("43", "values of SI"),
)
