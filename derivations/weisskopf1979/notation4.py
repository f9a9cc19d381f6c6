"""The symbols that chapter IV introduces up to (23), in the order in which they appear."""

from __future__ import annotations

from fractions import Fraction

from ..dimension import ENERGY, LENGTH, MASS, MOMENTUM, NUMBER
from .notation import N

# The pair in its potential tube
lambda_F = N.quantity(
    "lambda_F", LENGTH, "Fermi wavelength over 2π, ħ/p_F, printed λ", latex=r"\lambda", unicode="λ"
)
L = N.variable("L", NUMBER, "relative orbital angular momentum of the two electrons, in ħ", sign="integer")
r = N.variable("r", LENGTH, "distance of the two electrons")
V = N.function("V", ENERGY, "mutual potential of the two electrons", of=(LENGTH,))
R = N.quantity("R", LENGTH, "radius of the large sphere that holds the pair")
mu = N.quantity("mu", MASS, "reduced mass of the pair")
epsilon_F = N.quantity("epsilon_F", ENERGY, "Fermi energy", latex=r"\epsilon_F", unit="eV")
E = N.quantity("E", ENERGY, "energy of the bound pair", sign="real")
Delta = N.quantity("Delta", ENERGY, "binding energy of a Cooper pair", latex=r"\Delta", unit="eV")
xi = N.factor("xi", "constant in the exponent of the binding energy", Fraction(1, 100), 100)
