"""The symbols that chapter IV introduces up to (23), in the order in which they appear."""

from __future__ import annotations

from fractions import Fraction

from ..dimension import ENERGY, LENGTH, MASS, MOMENTUM, NUMBER
from .notation import N

_WAVE = NUMBER / LENGTH ** Fraction(1, 2)

# The pair in its potential tube
lambda_e = N.quantity(
    "lambda_e",
    LENGTH,
    "wavelength over 2π of the fastest electrons, ħ/p_F; printed λ",
    latex=r"\lambda",
    unicode="λ",
)
lambda_F = N.quantity(
    "lambda_F", LENGTH, "wavelength of the fastest electrons, 2πħ/p_F", latex=r"\lambda_F"
)
L = N.variable(
    "L", NUMBER, "angular momentum of the relative motion of two electrons, in ħ", sign="integer"
)
r_L = N.function(
    "r_L",
    LENGTH,
    "closest distance of approach at a given angular momentum",
    of=(NUMBER,),
    latex="r_L",
    unicode="r_L",
)
r = N.variable("r", LENGTH, "distance of the two electrons")
V = N.function("V", ENERGY, "mutual potential of the two electrons", of=(NUMBER, LENGTH))
R = N.quantity("R", LENGTH, "radius of the large sphere that holds the pair")

# Waves in the sphere, and the Schrödinger equation
p = N.variable("p", MOMENTUM, "relative momentum of the two electrons")
p_prime = N.variable(
    "p_prime", MOMENTUM, "another relative momentum of them", latex="p'", unicode="p′"
)
states = N.set(
    "S-states",
    "the S-states of the pair in the sphere",
    count=N.quantity("N_s", NUMBER, "number of S-states in the sum", latex="N_s"),
)
nu, nu_prime = (
    N.variable(
        name,
        NUMBER,
        "the number of an S-state, counted from the lowest momentum",
        latex=latex,
        unicode=unicode,
        sign="positive integer",
        member_of=states,
    )
    for name, latex, unicode in (("nu", r"\nu", "ν"), ("nu_prime", r"\nu'", "ν′"))
)
p_nu = N.function(
    "p_nu",
    MOMENTUM,
    "relative momentum of the S-state of a given number; printed p",
    of=(NUMBER,),
    latex="p",
    unicode="p",
)
psi = N.function(
    "psi", _WAVE, "S-state of a free pair, times r", of=(MOMENTUM, LENGTH), latex=r"\psi"
)
Psi = N.function(
    "Psi",
    _WAVE / ENERGY,
    "wave function of the pair, times r and a common factor",
    of=(LENGTH,),
    latex=r"\Psi",
)
alpha = N.function(
    "alpha",
    NUMBER / ENERGY,
    "amplitude of the S-state of a given momentum, but for a factor common to all",
    of=(MOMENTUM,),
    latex=r"\alpha",
)
mu = N.quantity("mu", MASS, "reduced mass of the pair", latex=r"\mu")
E = N.quantity("E", ENERGY, "energy of the bound pair", sign="real")
epsilon_F = N.quantity("epsilon_F", ENERGY, "Fermi energy", latex=r"\epsilon_F", unit="eV")
Delta = N.quantity("Delta", ENERGY, "binding energy of a Cooper pair", latex=r"\Delta", unit="eV")
xi = N.factor("xi", "constant in the exponent of the binding energy", Fraction(1, 1000), 1000)
V_pp = N.function(
    "V_pp",
    ENERGY,
    "matrix element (p|V|p′) of the potential",
    of=(MOMENTUM, MOMENTUM),
    latex="V_{pp'}",
    unicode="V_pp′",
)

# The energy variable
epsilon_p = N.function(
    "epsilon_p",
    ENERGY,
    "energy of an S-state above twice the Fermi energy; printed ε",
    of=(MOMENTUM,),
    latex=r"\epsilon",
    unicode="ε",
)
E_0 = N.quantity(
    "E_0",
    ENERGY,
    "energy of the bound pair above twice the Fermi energy; printed E",
    sign="real",
    latex="E",
    unicode="E",
)
epsilon_any = N.variable(
    "epsilon_any",
    ENERGY,
    "energy of the pair, counted from twice the Fermi energy; printed ε",
    sign="real",
    latex=r"\epsilon",
    unicode="ε",
)
epsilon = N.variable("epsilon", ENERGY, "energy above twice the Fermi energy", latex=r"\epsilon")
epsilon_prime = N.variable(
    "epsilon_prime",
    ENERGY,
    "another energy above twice the Fermi energy",
    latex=r"\epsilon'",
    unicode="ε′",
)
alpha_e = N.function(
    "alpha_e",
    NUMBER / ENERGY,
    "amplitude of the S-state of a given energy, but for a common factor; printed α",
    of=(ENERGY,),
    latex=r"\alpha",
    unicode="α",
)
V_ee = N.function(
    "V_ee",
    ENERGY,
    "matrix element (ε|V|ε′) of the potential",
    of=(ENERGY, ENERGY),
    latex=r"V_{\epsilon\epsilon'}",
    unicode="V_εε′",
)

# The matrix element
q_p = N.variable(
    "q_p", MOMENTUM, "difference p − p′ of two relative momenta", latex="(p - p')", unicode="(p−p′)"
)
Delta_epsilon = N.quantity(
    "Delta_epsilon",
    ENERGY,
    "difference of energy up to which states are coupled",
    latex=r"\Delta\epsilon",
    unicode="Δε",
)
eta = N.factor("eta", "Δε in ħω_D", Fraction(1, 1000), 1000)
V_S = N.quantity(
    "V_S",
    ENERGY,
    "matrix element of two states closer than Δε",
    sign="real",
    latex=r"(\epsilon|V|\epsilon')",
    unicode="(ε|V|ε′)",
)

# The binding energy
N_e = N.function(
    "N_e", NUMBER, "number of S-states up to a given energy", of=(ENERGY,), latex=r"\mathcal{N}"
)
B_c = N.quantity("B_c", NUMBER, "coupling of the pair; printed B", latex="B", unicode="B")
k_read = N.quantity(
    "k_read",
    NUMBER,
    "a letter k in (21) and (23) where κ stands in (19)",
    latex="k",
    unicode="k",
)
a_read = N.function(
    "a_read",
    NUMBER / ENERGY,
    "a letter a in (22) where α stands in (20)",
    of=(ENERGY,),
    latex="a",
    unicode="a",
)
