"""Figures 9, 11 and 12 of the paper: the field, the wire, the band."""

from __future__ import annotations

from sympy import Integral, Rational, S, Symbol, besseli, cos, pi

from ..errors import PaperError
from ..figure import Arrow, Axis, Curve, Disc, Example, Figure, Plot, Put, Tick
from .notation import (
    c,
    m,
    paper,
    x,
)
from .notation7 import (
    B_0,
    I_1,
    B_w,
    B_y,
    C_w,
    F_y,
    R_w,
    e_H,
    j_w,
    lambda_L,
    r_w,
    space,
    u_w,
)
from .notation_appendix import A_b, k_b, p_max, p_part, q

_decay = Put("36", B_y(*space))
_outside = Put("outer field", F_y(0))
#: The step of (38): what is integrated in its second integral, between its limits.
_step = paper["38"].accepted[0].relation.sides[1]
if not isinstance(_step, Integral):
    msg = "Fig. 9 draws the step that (38) integrates, and it integrates none"
    raise PaperError(msg, paper["38"].place)
_, _from, _to = _step.limits[0]

paper.figures.append(
    Figure(
        "9",
        "The penetration of a magnetic field",
        "The field in a superconductor that fills the space x > 0. The step of (38) is nowhere "
        "the exponential, but has the same area. The depth λ in which the current runs "
        "against the field is that of Fig. 10.",
        "A constant field outside falls off exponentially inside, to 1/e at the depth λ; a "
        "step of the same height ends there.",
        (
            Plot(
                "",
                Axis("x", -1, 4, (Tick(0, "0", line=True), Tick(1, r"\lambda", line=True))),
                Axis(
                    "B_y",
                    0,
                    Rational(5, 4),
                    (Tick(1, "B_0"), Tick(1 / S.Exp1, r"B_0/e", line=True)),
                ),
                (
                    Curve(
                        "the step of (38)",
                        x / lambda_L,
                        _step.function,
                        x,
                        _from,
                        _to,
                        style="second",
                        area="light",
                    ),
                    Curve(
                        "the field",
                        x / lambda_L,
                        B_y(*space) / B_0,
                        x,
                        0,
                        4 * lambda_L,
                        (_decay,),
                    ),
                    Curve("", x / lambda_L, F_y(0) / B_0, x, -lambda_L, 0, (_outside,)),
                ),
            ),
        ),
        values={lambda_L: 1, B_0: 1},
        rests=("35", "38"),
    )
)

_current = Put("current density in the wire", j_w(r_w), claim=1)
_ring = j_w(r_w) * lambda_L / (c * B_0)

paper.figures.append(
    Figure(
        "11",
        "A superconducting wire",
        "A cross-section, as dark as the current density is large, and the field around the "
        "axis with the current density along it. Both are the Bessel functions of the wire, "
        "close to the exponential of a plane surface where R is much larger than λ. Drawn for "
        "R = 8 λ.",
        "A disc that is dark in a thin layer at its rim and light inside; beside it field and "
        "current density over the radius, both falling steeply from the rim inwards.",
        (
            Disc(
                "cross-section",
                Curve(
                    "",
                    r_w / R_w,
                    _ring,
                    r_w,
                    0,
                    R_w,
                    (_current, Put("field in the wire", C_w)),
                    points=61,
                ),
                lambda_L / R_w,
                ("R", r"\lambda", "B_0"),
            ),
            Plot(
                "from the axis to the surface",
                Axis(
                    "r",
                    0,
                    Rational(21, 20),
                    (
                        Tick(0, "0"),
                        Tick(1 - lambda_L / R_w, r"R - \lambda\qquad\quad", line=True),
                        Tick(1, r"\;R", line=True),
                    ),
                ),
                Axis("", 0, Rational(6, 5), (Tick(0, "0"), Tick(1, "1"))),
                (
                    Curve(
                        r"$B_\phi / B_0$",
                        r_w / R_w,
                        B_w(r_w) / B_0,
                        r_w,
                        0,
                        R_w,
                        (Put("field in the wire", C_w),),
                    ),
                    Curve(
                        r"$\lambda j_z / c B_0$",
                        r_w / R_w,
                        _ring,
                        r_w,
                        0,
                        R_w,
                        (_current, Put("field in the wire", C_w)),
                        style="dashed",
                    ),
                ),
            ),
        ),
        values={lambda_L: 1, B_0: 1, R_w: 8, c: 1},
        examples=(
            Example(B_w(r_w), C_w * I_1(r_w / lambda_L), ("London in the wire",)),
            Example(I_1(u_w), besseli(1, u_w), ("Bessel function",)),
        ),
        rests=("40", "field of the current"),
    )
)

#: A band with all that the appendix asks of one, and p²/2m at its bottom.
_example = Example(
    k_b(q),
    p_max**2 / (pi**2 * m) * (1 - cos(pi * q / p_max)),
    ("even band", "horizontal tangent", "periodic band"),
)
_top = 2 * p_max**2 / (pi**2 * m)
_shift = e_H * A_b / c


def _band_panel(title: str, filled: Symbol, *free: Curve) -> Plot:
    return Plot(
        title,
        Axis(
            "p",
            Rational(-27, 20),
            Rational(27, 20),
            (
                Tick(-1, r"-p_{\max}", line=True),
                Tick(0, "0"),
                Tick(1, r"p_{\max}", line=True),
            ),
        ),
        Axis("k(p)", 0, Rational(6, 5), (Tick(1, r"k(p_{\max})"),)),
        (
            Curve(
                "occupied without a field",
                q / p_max,
                k_b(q) / _top,
                q,
                -filled,
                filled,
                style="none",
                area="light",
            ),
            Curve(
                "", q / p_max, k_b(q) / _top, q, -Rational(27, 20), Rational(27, 20), style="thin"
            ),
            Curve(
                "occupied in a field",
                (q - _shift) / p_max,
                k_b(q - _shift) / _top,
                q,
                -filled,
                filled,
            ),
            *free,
        ),
        arrows=(
            Arrow(
                (filled / p_max, Rational(11, 10)),
                ((filled - _shift) / p_max, Rational(11, 10)),
                r"-eA/c",
            ),
        ),
    )


paper.figures.append(
    Figure(
        "12",
        "Kinetic energy in a band, and the shift by a field",
        "A field displaces all momenta by −eA/c. In a filled band what leaves at one end comes in "
        "at the other, where the velocity, the slope of k, is zero: no current. In a band that "
        "is half filled more electrons run one way than the other. Drawn for k proportional to "
        "1 − cos(πp/p_max), one of the bands that satisfy the premises; the broken line is "
        "p²/2m, which it follows at the bottom.",
        "Twice the same curve, with a minimum at p = 0 and flat ends. In the filled band the "
        "shifted states cover all of it again; in the half-filled one they lie unevenly about "
        "zero.",
        (
            _band_panel("a filled band", p_max),
            _band_panel(
                "a half-filled band",
                p_part,
                Curve(
                    "$p^2/2m$",
                    q / p_max,
                    k_b(q) / _top,
                    q,
                    -Rational(7, 10),
                    Rational(7, 10),
                    (Put("bottom of the band", k_b(q)),),
                    style="dashed",
                ),
            ),
        ),
        values={
            p_max: 1,
            p_part: Rational(1, 2),
            m: 1,
            e_H: 1,
            c: 1,
            A_b: Rational(1, 6),
        },
        examples=(_example,),
        rests=("A2", "displaced band", "partly filled band"),
    )
)
