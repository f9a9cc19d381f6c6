"""The symbols, each declared once, in the order in which they appear."""

from __future__ import annotations

from ..dimension import ACTION, ENERGY, LENGTH, MASS, MOMENTUM, NUMBER, TIME
from ..paper import Paper

paper = Paper(
    "cooper1956",
    "Bound electron pairs in a degenerate Fermi gas",
    "after L. N. Cooper, Phys. Rev. 104, 1189 (1956)",
)
N = paper.notation

hbar = N.quantity("hbar", ACTION, "Planck's constant over 2π", latex=r"\hbar", unicode="ħ")
m = N.quantity("m", MASS, "mass of the electron")
omega_D = N.quantity("omega_D", NUMBER / TIME, "Debye frequency", latex=r"\omega_D")

# Two free electrons
kappa = N.quantity("kappa", LENGTH**-1, "wave number of an electron; that of the other is −κ")
x_1, x_2 = (
    N.variable(f"x_{number}", LENGTH, f"place of the {which} electron along its wave", sign="real")
    for number, which in ((1, "first"), (2, "second"))
)

# The pair states above the sea
epsilon_F = N.quantity("epsilon_F", ENERGY, "Fermi energy", latex=r"\epsilon_F")
N_0 = N.quantity(
    "N_0",
    ENERGY**-1,
    "number of pair states per unit energy of one electron, at the Fermi surface",
    latex="N_0",
    unicode="N₀",
)
shell = N.set(
    "shell",
    "the pair states in the shell above the Fermi sea in which the attraction acts",
    count=N_0 * hbar * omega_D,
)
k, k_prime = (
    N.variable(
        name,
        NUMBER,
        "a pair state: an electron of wave vector k with spin up, one of −k with spin down",
        sign="positive integer",
        member_of=shell,
        latex=latex,
        unicode=unicode,
    )
    for name, latex, unicode in (("k", "k", "k"), ("k_prime", "k'", "k′"))
)
epsilon_k = N.function(
    "epsilon_k",
    ENERGY,
    "energy of an electron in a pair state",
    of=(NUMBER,),
    latex=r"\epsilon",
    unicode="ε",
)
a_k = N.function("a_k", NUMBER, "amplitude of a pair state", of=(NUMBER,), latex="a", unicode="a")
V_kk = N.function(
    "V_kk",
    ENERGY,
    "matrix element of the interaction between two pair states",
    of=(NUMBER, NUMBER),
    latex="V",
    unicode="V",
)
x = N.variable("x", LENGTH, "distance x₁ − x₂ of the two electrons", sign="real")
kappa_k = N.function(
    "kappa_k",
    LENGTH**-1,
    "wave number of an electron in a pair state",
    of=(NUMBER,),
    latex=r"\kappa",
    unicode="κ",
)
psi = N.function("psi", NUMBER, "wave function of the pair", of=(LENGTH,))
E = N.quantity("E", ENERGY, "energy of the pair", sign="real")
V_0 = N.quantity("V_0", ENERGY, "strength of the attraction", latex="V_0", unicode="V₀")
Delta = N.quantity("Delta", ENERGY, "binding energy of the pair", latex=r"\Delta")

# The continuum
xi_k = N.function(
    "xi_k",
    ENERGY,
    "energy of an electron in a pair state, above the Fermi energy",
    of=(NUMBER,),
    latex=r"\xi",
    unicode="ξ",
)
xi = N.variable("xi", ENERGY, "energy of an electron above the Fermi energy", latex=r"\xi")
a = N.function("a", NUMBER, "amplitude of the pair states of a given energy", of=(ENERGY,))
epsilon = N.variable("epsilon", ENERGY, "energy of an electron", latex=r"\epsilon")
S = N.quantity("S", NUMBER, "sum of the amplitudes", sign="real")

# Without a sea
p = N.variable("p", MOMENTUM, "momentum of an electron")
p_c = N.quantity("p_c", MOMENTUM, "momentum up to which the attraction acts", latex="p_c")
C_3 = N.quantity(
    "C_3",
    MOMENTUM**-3,
    "number of pair states in space per unit momentum, over p²",
    latex="C_3",
    unicode="C₃",
)
J_3 = N.quantity(
    "J_3", MASS * MOMENTUM, "sum over the states in space, over C₃", latex="J_3", unicode="J₃"
)
V_c = N.quantity("V_c", ENERGY, "weakest attraction that binds a lone pair", latex="V_c")
N_2 = N.quantity(
    "N_2",
    ENERGY**-1,
    "density of states of free electrons in a plane",
    latex="N_2",
    unicode="N₂",
)
Delta_3 = N.quantity(
    "Delta_3", ENERGY, "binding energy of a lone pair in space", latex=r"\Delta_3", unicode="Δ₃"
)
Delta_2 = N.quantity(
    "Delta_2", ENERGY, "binding energy of a lone pair in a plane", latex=r"\Delta_2", unicode="Δ₂"
)
