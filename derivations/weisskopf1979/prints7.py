"""How the print of chapter VII and of the appendices is to be read."""

from __future__ import annotations

from sympy import I

from ..expression import Total, Vector
from ..relation import Equal, LeadingOrder
from .notation import c, e, paper, x
from .notation7 import (
    B_0,
    A,
    A_cr,
    A_s,
    A_w,
    A_z,
    B,
    B_cr,
    B_gauss,
    F_x,
    F_y,
    K_t,
    e_H,
    electrons,
    i_e,
    k_at,
    lambda_L,
    p_of,
    psi_i,
    psi_ni,
    psi_nr,
    psi_r,
    r_e,
    r_w,
    space,
    v_at,
    y,
)
from .notation_appendix import dN_dp, p_part

P = paper.prints

P.alias(F_x, "B_x")
P.alias(F_y, "B_y")
P.alias(B_gauss, "B^{G}")

_HALF_SPACE = {"x > 0": "the half-space that the solution is meant for"}
_DISPLACED = p_of + e_H / c * A

P.line("Heaviside–Lorentz", apart={r"\text{curl } B = j/c": "it says which units are meant"})
P.line("one charge", where={"e": (e_H, e)})
P.line(
    "gauge",
    where={
        r"\psi'": psi_nr(*space) + I * psi_ni(*space),
        r"\psi": psi_r(*space) + I * psi_i(*space),
    },
)
P.line("ratio 137", where={"r_0": r_e})
P.line(
    "ordinary metal",
    where={
        "K": Total(k_at(_DISPLACED), i_e, electrons),
        r"\vec{j}": Vector(Total(part, i_e, electrons) for part in v_at(_DISPLACED)),
    },
    apart={r"\vec{p}_i \to \vec{p}_i + \frac{e\vec{A}}{c}": "it says what is put into K and j"},
)
P.line("curl of a curl", acts_on=B)
P.line("curl curl", acts_on=B)
P.line(
    "exponentials",
    apart={r"B \sim e^{\pm x/\lambda}": "claimed of the general solution, with its constants"},
)
P.line("minus sign", where={"B": F_y(x)})
P.line("36", apart=_HALF_SPACE)
P.line("37", apart=_HALF_SPACE)
_STEP = "the step is claimed to have the same integral, and not to be the same function"
P.line("38", apart={r"e^{-x/\lambda} = 1": _STEP, r"e^{-x/\lambda} = 0": _STEP})
P.line("39", where={r"\lambda": lambda_L})
P.line(
    "straight wire",
    where={"r^2": x**2 + y**2, "A_z": A_z(*space), "A_z(r^2)": A_w(x**2 + y**2)},
)
P.line("circular field", where={"A_z": A_w(r_w**2)})
P.line("current along the wire", where={"A_z": A_w(x**2 + y**2)})
P.line(
    "field in the wire",
    apart={r"B_\phi = C I_1(r/\lambda)": "put into London's equation, which is claimed of it"},
)
P.line("surplus energy", where={"K": K_t(0, 0, 0)})
P.line("field and potential", cases=({"A": A_s, "B": B_0}, {"A": A_cr, "B": B_cr}))
P.line("gauss", where={"B": B_cr})
P.line("parallel electrons", signs={r"\sim": Equal})
P.line(
    "sum to integral",
    where={r"\int \frac{dk}{dp}\, dN": r"\int \frac{dN}{dp} \frac{dk}{dp} dp"},
)
P.line("change of the velocity", signs={"=": LeadingOrder})
P.line("partly filled band", where={"N": 2 * dN_dp * p_part})

# What the paper says in words, or the encoding adds, and no formula prints.
P.words(
    {
        "Heaviside–Lorentz": 1,
        "exponentials": 4,
        "36": 2,
        "37": 1,
        "38": 3,
        "40": 1,
        "circular field": 1,
        "current density in the wire": 1,
        "field of the current": 1,
        "field in the wire": 1,
        "surplus energy": 1,
        "semiquantitative": 1,
        "parallel electrons": 3,
        "angular average": 1,
        "change of the current": 1,
        "partly filled band": 1,
    }
)
