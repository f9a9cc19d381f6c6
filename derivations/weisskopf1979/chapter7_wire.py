"""VII. The supercurrent: the current of a surface and of a wire, equations (38) to (40)."""

from __future__ import annotations

from sympy import Integral, S, exp, oo, pi

from ..expression import Vector
from ..paper import erratum
from ..relation import Equal, NotEqual
from ..rules import (
    antiderivative,
    both_sides,
    by,
    definition,
    derivative,
    here,
    identity,
    instance,
    law,
    model,
)
from .chapter7 import chapter
from .notation import c, x
from .notation7 import (
    B_0,
    I_1,
    A,
    A_w,
    B,
    B_w,
    B_x,
    B_y,
    C_w,
    J,
    J_s,
    R_w,
    j_s,
    j_w,
    j_z,
    lambda_L,
    r_w,
    s_w,
    space,
    u_w,
    x_s,
    y,
    z,
)

_decay = exp(-x / lambda_L)

_area = Integral(_decay, (x, 0, oo))

chapter.equation(
    "38",
    printed=r"e^{-x/\lambda} = \begin{cases} 1 & \text{for } x < \lambda \\ "
    r"0 & \text{for } x > \lambda \end{cases}",
    states=[
        (
            Equal(_area, Integral(S.One, (x, 0, lambda_L))),
            by(antiderivative(_area, -lambda_L * _decay, at_infinity=0)),
        ),
        (NotEqual(_decay.subs(x, x_s), 1), identity),
        (NotEqual(_decay.subs(x, x_s), 0), identity),
    ],
    note="A replacement, not an equation: the step has the same area, nowhere the same value.",
)

chapter.assumption(
    "step current",
    printed=r"\int_0^\lambda j\, dx = -\int_0^\infty j_z\, dx",
    states=[
        Equal(
            Integral(j_s, (x, 0, lambda_L)),
            Integral(-j_z(*space), (x, 0, oo)),
        )
    ],
    follows=definition(j_s, because="the step that (38) puts in place of the exponential"),
    note="The strength of a current, whichever way it flows.",
)

chapter.text(
    "density in the layer",
    printed=r"j = c B_0/\lambda",
    states=[Equal(j_s, c * B_0 / lambda_L)],
    follows=by("step current", "38", "current in the layer"),
)

chapter.assumption(
    "current through a strip",
    printed=r"J_s = j \cdot \lambda \cdot s",
    states=[Equal(J_s(s_w), j_s * lambda_L * s_w)],
    follows=definition(J_s),
)

chapter.equation(
    "39",
    printed=r"\frac{1}{c}J \cdot s = \frac{B_0}{\lambda} \cdot \lambda \cdot s = s \cdot B_0",
    states=[
        (
            Equal(J * s_w / c, B_0 / lambda_L * lambda_L * s_w),
            by("current through a strip", "density in the layer"),
        ),
        (Equal(B_0 / lambda_L * lambda_L * s_w, s_w * B_0), identity),
    ],
    erratum=erratum(
        [
            (
                Equal(J_s(s_w) / c, B_0 / lambda_L * lambda_L * s_w),
                by("current through a strip", "density in the layer"),
            ),
            (Equal(B_0 / lambda_L * lambda_L * s_w, s_w * B_0), identity),
        ],
        because="the text says that this is the current J_s: the index has become a factor, "
        "which a current through a strip cannot have",
        reads=r"\frac{1}{c}J_s = \frac{B_0}{\lambda} \cdot \lambda \cdot s = s \cdot B_0",
    ),
)

chapter.text(
    "current per width",
    printed=r"J_s/s = c B_0",
    states=[Equal(J_s(s_w) / s_w, c * B_0)],
    follows=by("39"),
)

chapter.equation(
    "40",
    printed=r"J = 2\pi R c B_0",
    states=[
        (Equal(J, J_s(2 * pi * R_w)), definition(J)),
        (Equal(J, 2 * pi * R_w * c * B_0), by("39", here)),
    ],
    note="The wire's surface is a strip as wide as its circumference.",
)

_wire = A_w(x**2 + y**2)

chapter.assumption(
    "straight wire",
    printed=r"A_x = A_y = 0, \quad A_z = A_z(r^2), \quad r^2 = x^2 + y^2",
    states=[Equal(A, Vector([0, 0, _wire]))],
    follows=model("an infinite straight wire, the same all around its axis"),
)

_on_the_x_axis = {x: r_w, y: 0, z: 0}

chapter.text(
    "circular field",
    printed=r"B_\phi = -\frac{dA_z}{dr}, \quad x B_x + y B_y = 0, \quad B_z = 0",
    states=[
        (Equal(B_w(r_w), -A_w(r_w**2).diff(r_w)), definition(B_w)),
        (
            Equal(B_y(r_w, 0, 0), B_w(r_w)),
            by(instance("potential", _on_the_x_axis), "straight wire", here),
        ),
        (Equal(B, Vector([_wire.diff(y), -_wire.diff(x), 0])), by("potential", "straight wire")),
        (Equal(x * B_x(*space) + y * B_y(*space), 0), here),
    ],
)

chapter.text(
    "current along the wire",
    printed=r"\frac{1}{c} j_z = -\frac{\partial^2 A_z}{\partial x^2} "
    r"- \frac{\partial^2 A_z}{\partial y^2}",
    states=[Equal(j_z(*space) / c, -_wire.diff(x, 2) - _wire.diff(y, 2))],
    follows=by(
        "Maxwell",
        both_sides("circular field", derivative(x)),
        both_sides("circular field", derivative(y)),
    ),
)

_turning = (r_w * B_w(r_w)).diff(r_w) / r_w

chapter.text(
    "current density in the wire",
    printed=r"\frac{1}{r}\frac{d(rB_\phi)}{dr} = \frac{1}{c} j_z = -\frac{1}{\lambda^2} A_z",
    states=[
        (Equal(j_w(r_w), j_z(r_w, 0, 0)), definition(j_w)),
        (
            Equal(_turning, j_w(r_w) / c),
            by("circular field", instance("current along the wire", _on_the_x_axis), here),
        ),
        (
            Equal(j_w(r_w) / c, -A_w(r_w**2) / lambda_L**2),
            by(instance("33", _on_the_x_axis), instance("straight wire", _on_the_x_axis), here),
        ),
    ],
)

_whole = Integral(2 * pi * r_w * j_w(r_w), (r_w, 0, R_w))

chapter.text(
    "field of the current",
    printed=r"J = \int_0^R 2\pi r\, j_z\, dr \quad \Rightarrow \quad B_\phi(R) = B_0",
    states=[
        (Equal(J, _whole), law("the current is its density summed over the cross-section")),
        (
            Equal(_whole, 2 * pi * R_w * c * B_w(R_w)),
            by(
                "current density in the wire",
                antiderivative(_whole, 2 * pi * c * r_w * B_w(r_w)),
            ),
        ),
        (Equal(B_w(R_w), B_0), by("40", here)),
    ],
    note="Whatever its distribution over the radius, the current (40) makes the field B₀ that "
    "was needed to cause it.",
)

chapter.text(
    "London in the wire",
    printed=r"\frac{d}{dr} \frac{1}{r}\frac{d(rB_\phi)}{dr} = \frac{1}{\lambda^2} B_\phi",
    states=[Equal(_turning.diff(r_w), B_w(r_w) / lambda_L**2)],
    follows=by("circular field", both_sides("current density in the wire", derivative(r_w))),
)

chapter.assumption(
    "Bessel function",
    printed=r"I_1'' = \left(1 + \frac{1}{u^2}\right) I_1 - \frac{1}{u} I_1'",
    states=[Equal(I_1(u_w).diff(u_w, 2), (1 + 1 / u_w**2) * I_1(u_w) - I_1(u_w).diff(u_w) / u_w)],
    follows=definition(I_1, because="the solution that is finite on the axis"),
)

_axial = C_w * I_1(r_w / lambda_L)

chapter.text(
    "field in the wire",
    printed=r"B_\phi = C I_1(r/\lambda), \quad C I_1(R/\lambda) = B_0",
    states=[
        (Equal(C_w * I_1(R_w / lambda_L), B_0), definition(C_w)),
        (
            Equal(((r_w * _axial).diff(r_w) / r_w).diff(r_w), _axial / lambda_L**2),
            by(instance("Bessel function", {u_w: r_w / lambda_L})),
        ),
        (Equal(_axial.subs(r_w, R_w), B_0), here),
    ],
    note="The field of the wire that is finite on its axis and B₀ at its surface.",
)
