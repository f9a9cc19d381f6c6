"""The symbols, each declared once, in the order in which they appear."""

from __future__ import annotations

from fractions import Fraction

from sympy.core.function import UndefinedFunction

from ..dimension import ACTION, CHARGE, FIELD, LENGTH, MASS, NUMBER, TIME, VELOCITY, Dimension
from ..expression import Vector
from ..paper import Paper

paper = Paper(
    "london",
    "The London equations and the quantum of flux",
    "after F. and H. London (1935) and F. London (1950), with pairs",
)
N = paper.notation

POTENTIAL = FIELD * LENGTH
DENSITY = CHARGE / TIME / LENGTH**2
_AMPLITUDE = LENGTH ** Fraction(-3, 2)
_PLACE = (LENGTH, LENGTH, LENGTH, TIME)

# Constants of nature
hbar = N.quantity(
    "hbar", ACTION, "Planck's constant over 2π", latex=r"\hbar", unicode="ħ", unit="erg s"
)
e = N.quantity("e", CHARGE, "elementary charge", unit="statC")
m = N.quantity("m", MASS, "mass of the electron", unit="g")
c = N.quantity("c", VELOCITY, "speed of light", unit="cm/s")

# The fields
x = N.variable("x", LENGTH, "a Cartesian coordinate", sign="real")
y = N.variable("y", LENGTH, "a Cartesian coordinate", sign="real")
z = N.variable("z", LENGTH, "a Cartesian coordinate", sign="real")
t = N.variable("t", TIME, "time", sign="real")
space = (x, y, z)


def _field(name: str, dimension: Dimension, meaning: str) -> tuple[Vector, list[UndefinedFunction]]:
    """Three functions of place and time, and the vector of their values."""
    parts = [
        N.function(f"{name}_{i}", dimension, f"{meaning}, {i} component", of=_PLACE) for i in "xyz"
    ]
    return Vector(part(*space, t) for part in parts), parts


n_s = N.quantity(
    "n_s",
    NUMBER / LENGTH**3,
    "number of superconducting electrons per unit volume",
    latex="n_s",
    unit="1/cm**3",
)
v, _ = _field("v", VELOCITY, "velocity of these electrons")
E, _ = _field("E", FIELD, "electric field")
j, (j_x, j_y, j_z) = _field("j", DENSITY, "current density")
B, (B_x, B_y, B_z) = _field("B", FIELD, "magnetic field")

# What a superconductor does to a field
lambda_L = N.quantity(
    "lambda_L", LENGTH, "penetration depth", latex=r"\lambda", unicode="λ", unit="nm"
)
b = N.function("b", FIELD, "field along a plane surface, by the depth below it", of=(LENGTH,))
B_0 = N.quantity("B_0", FIELD, "field at the surface", sign="real", latex="B_0", unicode="B₀")

# Pairs
n_p = N.quantity("n_p", NUMBER / LENGTH**3, "number of pairs per unit volume", latex="n_p")
q = N.quantity("q", CHARGE, "charge of a pair", sign="real")
M = N.quantity("M", MASS, "mass of a pair")
A, (A_x, A_y, A_z) = _field("A", POTENTIAL, "vector potential")
psi_r = N.function(
    "psi_r", _AMPLITUDE, "real part of the pairs' wave function", of=_PLACE, latex=r"\psi_r"
)
psi_i = N.function(
    "psi_i", _AMPLITUDE, "imaginary part of the pairs' wave function", of=_PLACE, latex=r"\psi_i"
)
chi = N.function("chi", NUMBER, "phase of the pairs' wave function", of=_PLACE)
eta = N.function(
    "eta", POTENTIAL * LENGTH, "function of space and time that changes the gauge", of=_PLACE
)
A_new, _ = _field("A′", POTENTIAL, "vector potential in another gauge")
chi_new = N.function(
    "chi_new", NUMBER, "phase in another gauge", of=_PLACE, latex=r"\chi'", unicode="χ′"
)

# A closed way
t_0 = N.quantity("t_0", TIME, "the moment at which it is followed", sign="real", latex="t_0")
ell = N.quantity("ell", LENGTH, "length of a closed way", latex=r"\ell", unicode="ℓ")
s = N.variable("s", LENGTH, "length along the way", sign="real")
way = Vector(
    N.function(f"r_{i}", LENGTH, f"the way, {i} component", of=(LENGTH,))(s) for i in "xyz"
)
chi_s = N.function("chi_s", NUMBER, "phase along the way", of=(LENGTH,), latex=r"\chi_s")
A_s = N.function("A_s", POTENTIAL, "vector potential along the way", of=(LENGTH,), latex="A_s")
j_s = N.function("j_s", DENSITY, "current density along the way", of=(LENGTH,), latex="j_s")
n = N.quantity("n", NUMBER, "turns of the phase along the way", sign="integer")
Phi = N.quantity("Phi", FIELD * LENGTH**2, "flux through the way", sign="real", latex=r"\Phi")
Phi_0 = N.quantity(
    "Phi_0",
    FIELD * LENGTH**2,
    "quantum of flux",
    latex=r"\Phi_0",
    unicode="Φ₀",
    unit="gauss cm**2",
)
