"""The symbols of the end of chapter IV and of chapters V and VI, in order of appearance."""

from __future__ import annotations

from fractions import Fraction

from ..dimension import ENERGY, LENGTH, MASS, MOMENTUM, NUMBER
from .notation import N

# IV. The size of the binding energy, and the isolated pair
gamma = N.quantity("gamma", NUMBER, "binding energy of a Cooper pair in ħω_D")
y_0 = N.factor(
    "y_0",
    "k ℓ of the lowest state in the tube; between π/2 and π",
    Fraction(3, 2),
    Fraction(22, 7),
    latex="y_0",
)
T_0 = N.quantity("T_0", ENERGY, "kinetic energy of an isolated pair's lowest state", latex="T_0")
Delta_0 = N.quantity(
    "Delta_0",
    ENERGY,
    "binding energy of an isolated pair, printed Δ",
    sign="real",
    latex=r"\Delta",
    unicode="Δ",
)

# IV. Wells in three, one and two dimensions
U_w = N.quantity("U_w", ENERGY, "depth of a potential well, printed U", latex="U")
ell_w = N.quantity(
    "ell_w", LENGTH, "radius of a potential well, printed ℓ", latex=r"\ell", unicode="ℓ"
)
Delta_w = N.quantity(
    "Delta_w", ENERGY, "binding energy in a well, printed Δ", latex=r"\Delta", unicode="Δ"
)
k_w = N.quantity("k_w", NUMBER / LENGTH, "wave number inside a well", latex="k")
q_w = N.quantity("q_w", NUMBER / LENGTH, "inverse range outside a well", latex="q")
y_w = N.quantity("y_w", NUMBER, "k ℓ: the phase gained inside a well", latex="y")
z_w = N.quantity("z_w", NUMBER, "q ℓ: the radius of a well in ranges", latex="z")
w = N.quantity("w", NUMBER, "tangent of half the phase, tan(y/2)")
t_3 = N.quantity("t_3", NUMBER, "threshold in three dimensions, printed t", latex="t")
t_1 = N.quantity("t_1", NUMBER, "constant in one dimension, printed t′", latex="t'", unicode="t′")
t_2 = N.quantity("t_2", NUMBER, "constant in two dimensions, printed t″", latex="t''", unicode="t″")
xi_2 = N.quantity(
    "xi_2", NUMBER, "constant in the exponent in two dimensions, printed ξ", latex=r"\xi"
)
z_B = N.variable("z_B", NUMBER, "argument of a Bessel function", latex="z")
E_w = N.quantity("E_w", NUMBER, "exp(ψ/(ℓψ′)) at the edge of a well in two dimensions", latex="E_w")

# V. The wave function of a Cooper pair
Delta_p = N.quantity(
    "Delta_p", MOMENTUM, "spread of momentum in a Cooper pair", latex=r"\Delta p", unicode="Δp"
)
p_h = N.quantity(
    "p_h", MOMENTUM, "momentum at which the pair's amplitude has fallen to half", latex="p_h"
)
rho = N.quantity("rho", LENGTH, "size of a Cooper pair, the coherence length", unit="cm")

# VI. The ensemble of Cooper pairs
p_1 = N.quantity(
    "p_1", MOMENTUM, "momentum of an electron that is Δ below the surface", latex="p_1"
)
n_1 = N.quantity(
    "n_1", NUMBER / LENGTH**3, "number of electrons less than Δ below the surface", latex="n_1"
)
n_pair = N.quantity(
    "n_pair", NUMBER / LENGTH**3, "number of Cooper pairs per unit volume", latex="n'", unicode="n′"
)
D = N.quantity("D", LENGTH, "distance between Cooper pairs")
pairs = N.set(
    "pairs",
    "the pair states near the Fermi surface",
    count=N.quantity("N_P", NUMBER, "number of pair states near the Fermi surface", latex="N_P"),
)
i_P, j_P, k_P = (
    N.variable(
        f"{letter}_P",
        NUMBER,
        "a pair state",
        latex=letter,
        unicode=letter,
        sign="integer",
        member_of=pairs,
    )
    for letter in "ijk"
)
tau_P = N.variable(
    "tau_P",
    LENGTH,
    "the coordinates of the electrons in the pairs, printed t in dt",
    latex=r"\tau",
    unicode="τ",
)
O_P = N.quantity("O_P", LENGTH, "extent of the coordinates", latex=r"\Omega", unicode="Ω")
phi = N.function(
    "phi",
    NUMBER / LENGTH ** Fraction(1, 2),
    "pair states without the interaction",
    of=(NUMBER, LENGTH),
    latex=r"\phi",
)
psi_P = N.function(
    "psi_P",
    NUMBER / LENGTH ** Fraction(1, 2),
    "pair states with the interaction, printed ψ",
    of=(NUMBER, LENGTH),
    latex=r"\psi",
    unicode="ψ",
)
U_P = N.function(
    "U_P", NUMBER, "how the interaction changes the states", of=(NUMBER, NUMBER), latex="u"
)

# VI. The Bose gas of helium
r_He = N.quantity(
    "r_He", LENGTH, "radius of a helium atom, printed r₀", latex="r_0", unit="angstrom"
)
n_He = N.quantity(
    "n_He", NUMBER / LENGTH**3, "number of helium atoms per unit volume, printed n", latex="n"
)
M_He = N.quantity("M_He", MASS, "mass of a helium atom, printed M", latex="M", unit="g")
E_He = N.quantity(
    "E_He", ENERGY, "energy to excite a helium atom, printed ε_A", latex=r"\epsilon_A", unit="eV"
)
E_rot = N.quantity("E_rot", ENERGY, "energy of a roton", latex=r"E_{\mathrm{rot}}", unit="eV")
E_pair = N.quantity(
    "E_pair", ENERGY, "what a roton of Cooper pairs would cost", latex=r"E_{\mathrm{pair}}"
)
