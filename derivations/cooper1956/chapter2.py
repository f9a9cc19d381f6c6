"""II. The same two electrons without a sea: (11) to (14)."""

from __future__ import annotations

from sympy import Integral, exp, log

from ..relation import Equal, Less
from ..rules import antiderivative, by, definition, here, law, smaller
from .notation import (
    C_3,
    J_3,
    N_2,
    V_0,
    Delta_2,
    Delta_3,
    V_c,
    epsilon,
    hbar,
    m,
    omega_D,
    p,
    p_c,
    paper,
)

chapter = paper.chapter(
    "II",
    "Without a sea",
    "If no states are taken, the density of states of free electrons in space vanishes where "
    "the pair would be bound, and a weak attraction binds nothing. It is the sea that makes it "
    "finite there, as it is in a plane.",
)

_MOMENTA = (p, 0, p_c)
_SPACE = Integral(p**2 / (p**2 / m + Delta_3), _MOMENTA)
_BOUND = Integral(m, _MOMENTA)

chapter.display(
    "sum over space",
    printed=r"J_3 = \int_0^{p_c} \frac{p^2 dp}{p^2/m + \Delta_3}",
    states=[Equal(J_3, _SPACE)],
    follows=definition(J_3),
    note="A bound pair has the energy −Δ₃ here, two free electrons have p²/m.",
)

chapter.equation(
    "11",
    printed=r"1 = V_0 C_3 J_3",
    states=[Equal(1, V_0 * C_3 * J_3)],
    follows=law("as (6), with the states of free electrons in space, C₃p² in a unit of momentum"),
)

chapter.equation(
    "12",
    printed=r"J_3 < m p_c",
    states=[Less(J_3, m * p_c)],
    follows=by("sum over space", smaller(_SPACE, _BOUND), antiderivative(_BOUND, m * p)),
    note="However loosely the pair is bound: the many states are not where the energy is low.",
)

chapter.equation(
    "13",
    printed=r"V_0 > V_c, \quad V_c = \frac{1}{C_3 m p_c}",
    states=[
        (Equal(V_c, 1 / (C_3 * m * p_c)), definition(V_c)),
        (Less(V_c, V_0), by("11", "12", here)),
    ],
    note="An attraction weaker than V_c binds no lone pair.",
)

_BAND = (epsilon, 0, hbar * omega_D)
_PLANE = Integral(1 / (2 * epsilon + Delta_2), _BAND)

chapter.assumption(
    "plane",
    printed=r"1 = V_0 N_2 \int_0^{\hbar\omega_D} \frac{d\epsilon}{2\epsilon + \Delta_2}",
    states=[Equal(1, V_0 * N_2 * _PLANE)],
    follows=law("as (6), with the states of free electrons in a plane, N₂ in a unit of energy"),
)

chapter.equation(
    "14",
    printed=r"\Delta_2 = \frac{2\hbar\omega_D}{e^{2/N_2V_0} - 1}",
    states=[Equal(Delta_2, 2 * hbar * omega_D / (exp(2 / (N_2 * V_0)) - 1))],
    follows=by("plane", antiderivative(_PLANE, log((2 * epsilon + Delta_2) / Delta_2) / 2)),
    note="As (8): with the sea, the pair has a density of states as in two dimensions.",
)
