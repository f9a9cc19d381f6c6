"""The binding energy against its coupling, and against the constants of order one."""

from __future__ import annotations

from sympy import Rational

from ..figure import Axis, Curve, Figure, Plot, Put, Slider, Tick
from .notation import (
    a,
    b,
    beta,
    c_p,
    epsilon_A,
    f,
    g,
    hbar,
    kappa,
    omega_D,
    paper,
    s,
)
from .notation4 import (
    B_c,
    Delta,
    xi,
)
from .notation5 import gamma

_exact = Put("exact binding energy", Delta)
_rough = (Put("23", Delta), Put("exponent", xi))

paper.figures.append(
    Figure(
        "binding energy",
        "The binding energy of a pair against its coupling",
        "Δ in ħω_D as a function of the constant B of (21). The solution of the gap equation "
        "without approximation, and (23), its leading order: for weak coupling the two run "
        "together, and neither has a power series in B. Not a figure of the paper.",
        "Two curves that leave zero together with no slope and part where B is of order one.",
        (
            Plot(
                "",
                Axis(
                    "B",
                    0,
                    Rational(3, 2),
                    tuple(Tick(Rational(k, 4), f"{k / 4:g}") for k in range(7)),
                ),
                Axis(
                    r"\Delta / \hbar\omega_D",
                    0,
                    Rational(11, 10),
                    tuple(Tick(Rational(k, 4), f"{k / 4:g}", line=k > 0) for k in range(5)),
                ),
                (
                    Curve(
                        "exact",
                        B_c,
                        Delta / (hbar * omega_D),
                        B_c,
                        Rational(1, 50),
                        Rational(3, 2),
                        (_exact,),
                    ),
                    Curve(
                        "to leading order, (23)",
                        B_c,
                        Delta / (hbar * omega_D),
                        B_c,
                        Rational(1, 50),
                        Rational(3, 2),
                        _rough,
                        style="dashed",
                    ),
                ),
            ),
        ),
    )
)

#: Δ in ε_A with the exponent of (23): both sides as the announcement of the result has them.
_announced = paper["binding energy announced"].accepted[1].relation.sides[0]

paper.sliders.append(
    Slider(
        "binding energy",
        "The binding energy and the constants of order one",
        "Δ in atomic energies, (25) with the ξ of (23), for a root of the mass ratio β = 300. "
        "Each constant runs over its stated range. All are of order one, but they stand in an "
        "exponent: what the paper claims is one value among many. The shaded band reaches half "
        "a decade beyond what is printed, which is what counts as being of that order.",
        Delta / epsilon_A,
        (f, a, b, c_p, s, g),
        (
            Put("23", Delta),
            Put("binding energy announced", _announced),
            Put("size of the exponential", gamma),
            Put("23", xi),
            Put("7", kappa, claim=3),
        ),
        "1/10000000000",
        "1/10",
        values={beta: 300},
        also=(kappa, xi, gamma),
        claims=("gap in atomic energies",),
        rests=("25", "numbers of the estimate"),
    )
)
