"""The symbols of the paper, each declared once, in the order in which they appear.

Throughout the paper the letter h stands for ħ (second footnote to Eq. (1)).  A letter
that the paper uses for several things is declared once for each of them.
"""

from __future__ import annotations

from fractions import Fraction

from ..dimension import (
    ACTION,
    CHARGE,
    ENERGY,
    LENGTH,
    MASS,
    MOMENTUM,
    NUMBER,
    TEMPERATURE,
    TIME,
    VELOCITY,
)
from ..paper import Paper

paper = Paper(
    "weisskopf1979",
    "The formation of Cooper pairs and the nature of superconducting currents",
    "V. F. Weisskopf, CERN 79-12, Theoretical Studies Division, 21 December 1979",
)
N = paper.notation

# Constants of nature
hbar = N.quantity(
    "hbar",
    ACTION,
    "Planck's constant over 2π, printed h",
    latex=r"\hbar",
    unicode="ħ",
    unit="erg s",
)
e = N.quantity("e", CHARGE, "elementary charge, Gaussian", unit="statC")
m = N.quantity("m", MASS, "mass of the electron", unit="g")
c = N.quantity("c", VELOCITY, "speed of light", unit="cm/s")
k_B = N.quantity("k_B", ENERGY / TEMPERATURE, "Boltzmann's constant, printed k", unit="erg/K")
u = N.quantity("u", MASS, "atomic mass constant", unit="g")
a_B = N.quantity("a_B", LENGTH, "Bohr radius", latex="a_B", unit="cm")

# II. Semiquantitative relations
d = N.quantity("d", LENGTH, "lattice distance", unit="angstrom")
epsilon_A = N.quantity(
    "epsilon_A", ENERGY, "an atomic energy, e²/d", latex=r"\epsilon_A", unit="eV"
)
f = N.factor("f", "d in Bohr radii; somewhat larger than unity", 3, 8)
p_F = N.quantity("p_F", MOMENTUM, "Fermi momentum", latex="p_F")
a = N.factor("a", "Fermi momentum in ħ/d", 2, 4)
n = N.quantity("n", NUMBER / LENGTH**3, "number of electrons per unit volume", unit="1/cm**3")
v_e = N.quantity("v_e", VELOCITY, "velocity of the fastest electrons", latex="v_e", unit="cm/s")
M = N.quantity("M", MASS, "mass of an ion", unit="g")
A_r = N.quantity("A_r", NUMBER, "atomic weight of an ion", latex="A_r")
omega_D = N.quantity("omega_D", NUMBER / TIME, "Debye frequency", latex=r"\omega_D")
b = N.factor("b", "Debye frequency in ħ/(√(mM) d²)", 4, 12)
beta = N.quantity("beta", NUMBER, "root of the mass ratio, √(M/m)")
Theta = N.quantity("Theta", TEMPERATURE, "Debye temperature", latex=r"\Theta", unit="K")
v_s = N.quantity("v_s", VELOCITY, "velocity of sound", latex="v_s")

# III. The potential tube behind the electron
tau = N.quantity("tau", TIME, "time that an electron spends near an ion")
p_i = N.quantity("p_i", MOMENTUM, "momentum transferred to an ion, printed p", latex="p")
c_p = N.factor(
    "c_p",
    "momentum transferred, in τe²/d²; near unity; printed c",
    Fraction(2, 3),
    Fraction(3, 2),
    latex="c",
)
delta = N.quantity("delta", LENGTH, "displacement of an ion")
delta_0 = N.quantity(
    "delta_0", LENGTH, "amplitude of the zero-point oscillation", latex=r"\delta_0"
)
x_i = N.function("x_i", LENGTH, "displacement of an ion that was struck", of=(TIME,), latex="x")
x = N.variable("x", LENGTH, "a Cartesian coordinate", sign="real")
t = N.variable("t", TIME, "time", sign="real")
s = N.factor("s", "time of return of the ions, in 1/ω_D; of order unity", 1, 3)
ell = N.quantity("ell", LENGTH, "length of the potential tube", latex=r"\ell", unicode="ℓ")
U = N.quantity("U", ENERGY, "potential in the tube", sign="real")
g = N.factor(
    "g", "number and closeness of the ions at a point of the tube; larger than unity", 2, 5
)
kappa = N.factor("kappa", "depth of the tube in e²/(βd)", Fraction(1, 1000), 1000)
E_tail = N.quantity("E_tail", ENERGY, "energy of the displaced ions behind an electron")
q_read = N.quantity(
    "q_read",
    NUMBER,
    "a letter q that the paper does not explain, in κ of (7)",
    latex="q",
    unicode="q",
)
