"""The symbols of the appendices, in the order in which they appear."""

from __future__ import annotations

from ..dimension import ENERGY, LENGTH, MOMENTUM, NUMBER
from .notation import N
from .notation7 import CURRENT, POTENTIAL

# Appendix I
P_pair = N.quantity(
    "P_pair",
    MOMENTUM,
    "momentum of the centre of mass of two electrons, printed P",
    latex="P",
    unicode="P",
)
p_first = N.quantity(
    "p_first",
    MOMENTUM,
    "momentum of the first of two parallel electrons",
    latex="p_1",
    unicode="p₁",
)
p_second = N.quantity(
    "p_second",
    MOMENTUM,
    "momentum of the second of two parallel electrons",
    latex="p_2",
    unicode="p₂",
)
U_av = N.quantity(
    "U_av",
    ENERGY,
    "average of the potential over all directions",
    sign="real",
    latex=r"\bar U",
    unicode="Ū",
)

# Appendix II
q = N.variable(
    "q", MOMENTUM, "momentum in one dimension, printed p", sign="real", latex="p", unicode="p"
)
k_b = N.function(
    "k_b",
    ENERGY,
    "kinetic energy in a band, in one dimension",
    of=(MOMENTUM,),
    latex="k",
    unicode="k",
)
p_max = N.quantity("p_max", MOMENTUM, "upper end of the band", latex=r"p_{\max}")
p_part = N.quantity(
    "p_part", MOMENTUM, "momentum to which a band is filled", latex="p_f", unicode="p_f"
)
p_read = N.quantity(
    "p_read",
    MOMENTUM,
    "a limit printed p_m|a, which the paper does not explain",
    latex="p_m|a",
    unicode="p_m|a",
)
L_m = N.quantity("L_m", LENGTH, "size of the metal in one dimension", latex="L", unicode="L")
band = N.set(
    "band",
    "the electrons of a filled band",
    count=N.quantity("N_b", NUMBER, "number of electrons in a filled band"),
)
n_b = N.variable(
    "n_b", NUMBER, "number of a state in the band", sign="real", latex="n", unicode="n"
)
q_n = N.function(
    "q_n", MOMENTUM, "momentum of the state of a given number", of=(NUMBER,), latex="p", unicode="p"
)
dN_dp = N.quantity(
    "dN_dp",
    NUMBER / MOMENTUM,
    "number of states per interval of momentum",
    latex="dN/dp",
    unicode="dN/dp",
)
A_b = N.quantity(
    "A_b", POTENTIAL, "vector potential in one dimension", sign="real", latex="A", unicode="A"
)
j_b = N.quantity(
    "j_b",
    CURRENT * LENGTH,
    "current of a filled band, times length, without a field",
    sign="real",
    latex="j",
    unicode="j",
)
j_A = N.quantity(
    "j_A",
    CURRENT * LENGTH,
    "current of a filled band, times length, in a field",
    sign="real",
    latex="j",
    unicode="j_A",
)
j_p = N.quantity(
    "j_p",
    CURRENT * LENGTH,
    "current of a partly filled band, times length, in a field",
    sign="real",
    latex="j",
    unicode="j_f",
)
delta_j = N.quantity(
    "delta_j",
    CURRENT * LENGTH,
    "change of the current, to first order in the field",
    sign="real",
    latex="j",
    unicode="δj",
)
