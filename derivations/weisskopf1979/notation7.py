"""The symbols of chapter VII and of the appendices, in the order in which they appear.

The letters of chapter VII that the paper has used before, or uses again in Appendix II,
are declared once for each meaning.
"""

from __future__ import annotations

from sympy import Expr
from sympy.core.function import UndefinedFunction

from ..dimension import (
    CHARGE,
    ENERGY,
    FIELD,
    LENGTH,
    MOMENTUM,
    NUMBER,
    TIME,
    VELOCITY,
    Dimension,
)
from ..expression import Vector
from .notation import N, n, x

POTENTIAL = FIELD * LENGTH
CURRENT = CHARGE / TIME
DENSITY = CURRENT / LENGTH**2
_SPACE = (LENGTH, LENGTH, LENGTH)
_STATE = (MOMENTUM, MOMENTUM, MOMENTUM, *_SPACE)


def _field(name: str, dimension: Dimension, meaning: str) -> tuple[Vector, list[UndefinedFunction]]:
    """Three functions of the place, and the vector of their values."""
    parts = [
        N.function(f"{name}_{i}", dimension, f"{meaning}, {i} component", of=_SPACE) for i in "xyz"
    ]
    return Vector(part(x, y, z) for part in parts), parts


# The supercurrent
y = N.variable("y", LENGTH, "a Cartesian coordinate", sign="real")
z = N.variable("z", LENGTH, "a Cartesian coordinate", sign="real")
space = (x, y, z)
e_H = N.quantity(
    "e_H",
    CHARGE,
    "charge of an electron in the units in which curl B = j/c, Heaviside–Lorentz; printed e",
    latex="e",
)
momenta = tuple(
    N.variable(f"p_{i}", MOMENTUM, f"momentum of an electron, {i} component", sign="real")
    for i in "xyz"
)
p = Vector(momenta)
k_e = N.function("k_e", ENERGY, "kinetic energy of an electron", of=_STATE, latex="k", unicode="k")
_v = [
    N.function(f"v_{i}", VELOCITY, f"velocity of an electron, {i} component", of=_STATE)
    for i in "xyz"
]
A, (A_x, A_y, A_z) = _field("A", POTENTIAL, "vector potential")
B, (B_x, B_y, B_z) = _field("B", FIELD, "magnetic field, Heaviside–Lorentz")
j, (j_x, j_y, j_z) = _field("j", DENSITY, "current density")
electrons = N.set(
    "electrons", "the electrons in the unit of volume", count=n, dimension=NUMBER / LENGTH**3
)
i_e = N.variable(
    "i_e",
    NUMBER,
    "the number of an electron",
    sign="positive integer",
    member_of=electrons,
    latex="i",
    unicode="i",
)
p_of = Vector(
    N.function(
        f"p_e{i}",
        MOMENTUM,
        f"momentum of the electron of a given number, {i} component",
        of=(NUMBER,),
        latex=f"p_{i}",
        unicode=f"p_{i}",
    )(i_e)
    for i in "xyz"
)


def k_at(momentum: Vector) -> Expr:
    """The kinetic energy at a momentum, here."""
    return k_e(*momentum, *space)


def v_at(momentum: Vector) -> Vector:
    """The velocity at a momentum, here."""
    return Vector(part(*momentum, *space) for part in _v)


lambda_L = N.quantity(
    "lambda_L", LENGTH, "penetration length", latex=r"\lambda", unicode="λ", unit="cm"
)
r_33 = N.quantity("r_33", LENGTH, "the length r₀ of (33)", latex="r_0", unicode="r₀", unit="cm")
r_e = N.quantity("r_e", LENGTH, "classical electron radius", latex="r_e", unit="cm")
lambda_C = N.quantity(
    "lambda_C", LENGTH, "Compton wavelength over 2π", latex=r"\lambda_c", unicode="λ_c", unit="cm"
)
lambda_Ry = N.quantity(
    "lambda_Ry",
    LENGTH,
    "wavelength over 2π of light of one Rydberg",
    latex=r"\lambda_{Ry}",
    unicode="λ_Ry",
    unit="cm",
)
Ry = N.quantity("Ry", ENERGY, "the Rydberg, binding energy of hydrogen", unit="eV")

# A change of gauge
eta_g = N.function(
    "eta_g",
    POTENTIAL * LENGTH,
    "function of space that changes the gauge",
    of=_SPACE,
    latex=r"\eta",
    unicode="η",
)
A_new, (A_nx, A_ny, A_nz) = _field("A′", POTENTIAL, "vector potential in another gauge")
psi_r = N.function("psi_r", NUMBER, "real part of a wave function", of=_SPACE)
psi_i = N.function("psi_i", NUMBER, "imaginary part of a wave function", of=_SPACE)
psi_nr = N.function("psi_nr", NUMBER, "real part of a wave function in another gauge", of=_SPACE)
psi_ni = N.function(
    "psi_ni", NUMBER, "imaginary part of a wave function in another gauge", of=_SPACE
)
p_new = Vector(
    N.function(f"p′_{i}", MOMENTUM, f"momentum in another gauge, {i} component", of=_STATE)(
        *p, *space
    )
    for i in "xyz"
)

K_t = N.function(
    "K_t", ENERGY / LENGTH**3, "kinetic energy per unit volume", of=_SPACE, latex="K", unicode="K"
)

# Penetration through a plane surface
F_x = N.function("F_x", FIELD, "field at a plane surface, normal component", of=(LENGTH,))
F_y = N.function("F_y", FIELD, "field at a plane surface, along the outer field", of=(LENGTH,))
C_up = N.quantity(
    "C_up", FIELD, "part of the field that grows inwards", sign="real", latex="C_+", unicode="C₊"
)
C_down = N.quantity(
    "C_down",
    FIELD,
    "part of the field that falls off inwards",
    sign="real",
    latex="C_-",
    unicode="C₋",
)
B_0 = N.quantity("B_0", FIELD, "field at the surface", latex="B_0", unicode="B₀")
x_s = N.variable("x_s", LENGTH, "a depth below the surface", latex="x", unicode="x")
s_w = N.variable(
    "s_w", LENGTH, "width of a strip of the surface, printed s", latex="s", unicode="s"
)
j_s = N.quantity(
    "j_s",
    DENSITY,
    "strength of the current density in the layer, as a step",
    latex="j",
    unicode="j̄",
)
J_s = N.function("J_s", CURRENT, "strength of the current through a strip", of=(LENGTH,))
R_w = N.quantity("R_w", LENGTH, "radius of the wire, printed R", latex="R", unicode="R", unit="cm")
J = N.quantity("J", CURRENT, "strength of the current in the wire")

# The wire
r_w = N.variable("r_w", LENGTH, "distance from the axis of the wire", latex="r", unicode="r")
A_w = N.function(
    "A_w", POTENTIAL, "vector potential along the wire, by r²", of=(LENGTH**2,), latex="A_z"
)
B_w = N.function(
    "B_w", FIELD, "field around the axis of the wire", of=(LENGTH,), latex=r"B_\phi", unicode="B_φ"
)
j_w = N.function("j_w", DENSITY, "current density along the wire", of=(LENGTH,), latex="j_z")
u_w = N.variable("u_w", NUMBER, "argument of a Bessel function", latex="u", unicode="u")
I_1 = N.function(
    "I_1", NUMBER, "modified Bessel function of order 1", of=(NUMBER,), latex="I_1", unicode="I₁"
)
C_w = N.quantity("C_w", FIELD, "amplitude of the field in the wire", latex="C", unicode="C")

# The critical field
V_w = N.quantity(
    "V_w", LENGTH**3, "volume of the layer under a unit of surface", latex="V", unicode="V"
)
square_cm = N.quantity(
    "square_cm", LENGTH**2, "one square centimetre", latex=r"\mathrm{cm}^2", unicode="cm²"
)
cubic_cm = N.quantity(
    "cubic_cm", LENGTH**3, "one cubic centimetre", latex=r"\mathrm{cm}^3", unicode="cm³"
)
A_s = N.quantity(
    "A_s", POTENTIAL, "size of the vector potential at the surface", latex="A", unicode="A"
)
Delta_K = N.quantity(
    "Delta_K",
    ENERGY,
    "kinetic energy of the supercurrent in the layer",
    latex=r"\Delta K",
    unicode="ΔK",
)
G = N.quantity("G", ENERGY, "binding energy of the Cooper pairs in the layer")
A_cr = N.quantity(
    "A_cr", POTENTIAL, "vector potential at which ΔK reaches G", latex=r"A_{\mathrm{cr}}"
)
B_cr = N.quantity(
    "B_cr", FIELD, "critical field, Heaviside–Lorentz", latex=r"B_{\mathrm{cr}}", unit="gauss"
)
B_gauss = N.quantity(
    "B_gauss",
    FIELD,
    "critical field in gauss, Gaussian",
    latex=r"B_{\mathrm{cr}}^{G}",
    unit="gauss",
)
