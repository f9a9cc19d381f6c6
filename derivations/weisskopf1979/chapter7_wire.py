"""VII. The supercurrent: surface, wire and critical field, equations (36) to (43)."""

from __future__ import annotations

from sympy import Integral, S, Subs, exp, oo, pi, sqrt

from ..expression import Total, Vector, curl
from ..paper import erratum
from ..relation import Equal, NotEqual, Rough, SameOrder, Semiquantitative, Tends, of_order
from ..rules import (
    antiderivative,
    assumption,
    both_sides,
    by,
    constant,
    definition,
    derivative,
    here,
    identity,
    instance,
    law,
    model,
)
from .chapter7 import chapter
from .notation import c, d, e, m, n, x
from .notation4 import Delta, epsilon_F
from .notation5 import n_pair, rho
from .notation7 import (
    A,
    A_cr,
    A_s,
    A_w,
    A_x,
    A_y,
    A_z,
    B,
    B_0,
    B_cr,
    B_gauss,
    B_w,
    B_x,
    B_y,
    B_z,
    C_down,
    C_up,
    C_w,
    Delta_K,
    F_x,
    F_y,
    G,
    I_1,
    J,
    J_s,
    K_t,
    R_w,
    V_w,
    cubic_cm,
    e_H,
    electrons,
    i_e,
    j_s,
    j_w,
    j_z,
    lambda_L,
    p_of,
    r_w,
    s_w,
    space,
    square_cm,
    u_w,
    x_s,
    y,
    z,
)

_at = (x, y, z)
_decay = exp(-x / lambda_L)

chapter.assumption(
    "plane surface",
    printed=r"B = (B_x(x), B_y(x), 0)",
    states=[Equal(B, Vector([F_x(x), F_y(x), 0]))],
    follows=model(
        "nothing changes along an infinite plane surface, and there is no field across the outer one"
    ),
)

_rising = (F_y(x).diff(x) + F_y(x) / lambda_L) * _decay
_falling = (F_y(x).diff(x) - F_y(x) / lambda_L) / _decay
_slope = Subs(F_y(x).diff(x), x, 0)

chapter.text(
    "exponentials",
    printed=r"B \sim e^{\pm x/\lambda}",
    states=[
        (Equal(F_y(x).diff(x, 2), F_y(x) / lambda_L**2), by("35", "plane surface")),
        (Equal(C_up, (F_y(0) + lambda_L * _slope) / 2), definition(C_up)),
        (Equal(C_down, (F_y(0) - lambda_L * _slope) / 2), definition(C_down)),
        (
            Equal(F_y(x), C_up / _decay + C_down * _decay),
            by(here, constant(_rising, x, 0), constant(_falling, x, 0)),
        ),
    ],
    note="Any solution is a sum of the two exponentials: (B′ ± B/λ) exp(∓x/λ) has no slope.",
)

chapter.text(
    "minus sign",
    printed=r"B e^{-x/\lambda} \to C_+, \quad e^{-x/\lambda} \to 0",
    states=[
        (Tends(F_y(x) * _decay, C_up, x, oo), by("exponentials")),
        (Tends(_decay, 0, x, oo), identity),
    ],
    note="As long as C₊ is not zero the field grows without end into a thick conductor, and "
    "without it nothing is left deep inside.",
)

chapter.assumption(
    "thick conductor",
    printed=r"C_+ = 0",
    states=[Equal(C_up, 0)],
    follows=assumption("the field stays finite in a conductor much thicker than λ"),
)

chapter.assumption(
    "outer field",
    printed=r"B_y(0) = B_0",
    states=[Equal(F_y(0), B_0)],
    follows=model("the field B₀ outside, in the y direction, goes over into that inside"),
)

_outer = (
    "plane surface",
    "exponentials",
    "thick conductor",
    "outer field",
)

chapter.equation(
    "36",
    printed=r"B_y = B_0 e^{-x/\lambda}, \quad x > 0",
    states=[
        (Equal(B_y(*_at), B_0 * _decay), by(*_outer)),
        (Equal(B_z(*_at), 0), by("plane surface")),
        (Equal(B_x(*_at), 0), by("35", "plane surface", both_sides("no sources", derivative(x)))),
    ],
    note="All other components vanish, the normal one because the field has no sources.",
)

chapter.equation(
    "37",
    printed=r"A_z = -\lambda B_0 e^{-x/\lambda}, \quad x > 0",
    states=[
        (Equal(A_z(*_at), -lambda_L * B_0 * _decay), by("36", "curl of the field")),
        (Equal(Vector([A_x(*_at), A_y(*_at)]), Vector([0, 0])), by("36", "curl of the field")),
        (Equal(curl(A, space), B), by("36", here)),
    ],
    erratum=erratum(
        [
            (Equal(A_z(*_at), lambda_L * B_0 * _decay), by("36", "curl of the field")),
            (Equal(Vector([A_x(*_at), A_y(*_at)]), Vector([0, 0])), by("36", "curl of the field")),
            (Equal(curl(A, space), B), by("36", here)),
        ],
        because="curl A = B means B_y = −∂A_z/∂x in right-handed axes, so that A_z falls off "
        "from above; the printed signs, and the figure's, are those of left-handed axes",
        reads=r"A_z = \lambda B_0 e^{-x/\lambda}, \quad x > 0",
    ),
)

_printed_j = B_0 * _decay / lambda_L

chapter.display(
    "current in the layer",
    printed=r"\frac{1}{c}j_z = -\frac{1}{\lambda^2}A_z = \frac{1}{\lambda}B_0 e^{-x/\lambda}",
    states=[
        (Equal(j_z(*_at) / c, -A_z(*_at) / lambda_L**2), by("33")),
        (Equal(-A_z(*_at) / lambda_L**2, _printed_j), by("37")),
    ],
    erratum=erratum(
        [
            (Equal(j_z(*_at) / c, -A_z(*_at) / lambda_L**2), by("33")),
            (Equal(-A_z(*_at) / lambda_L**2, -_printed_j), by("37")),
        ],
        because="the sign follows that of A_z in (37): in right-handed axes the current flows "
        "against z",
        reads=r"\frac{1}{c}j_z = -\frac{1}{\lambda^2}A_z = -\frac{1}{\lambda}B_0 e^{-x/\lambda}",
    ),
)

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
            Integral(-j_z(*_at), (x, 0, oo)),
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
        (Equal(x * B_x(*_at) + y * B_y(*_at), 0), here),
    ],
)

chapter.text(
    "current along the wire",
    printed=r"\frac{1}{c} j_z = -\frac{\partial^2 A_z}{\partial x^2} - \frac{\partial^2 A_z}{\partial y^2}",
    states=[Equal(j_z(*_at) / c, -_wire.diff(x, 2) - _wire.diff(y, 2))],
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

chapter.text(
    "volume of the layer",
    printed=r"V = \lambda \text{ cm}^3",
    states=[(Equal(V_w, lambda_L * cubic_cm), definition(V_w))],
    erratum=erratum(
        [(Equal(V_w, lambda_L * square_cm), definition(V_w))],
        because="the volume is the depth λ, itself a length, times one square centimetre",
        reads=r"V = \lambda \text{ cm}^2",
    ),
)

_on_the_surface = {x: 0, y: 0, z: 0}
_surplus = K_t(0, 0, 0) - Total(p_of.dot(p_of), i_e, electrons) / (2 * m)

chapter.assumption(
    "surplus energy",
    printed=r"\Delta K = V \left( K - \frac{1}{2m} \sum p_i^2 \right)",
    states=[
        Equal(Delta_K, V_w * _surplus),
        Equal(A_s**2, A_z(0, 0, 0) ** 2),
    ],
    follows=definition(
        Delta_K, A_s, because="by (38), the layer is everywhere as at its surface"
    ),
)

chapter.equation(
    "41",
    printed=r"\Delta K = V \frac{ne^2}{2mc^2} A^2 = V \frac{1}{2\lambda^2} A^2",
    states=[
        (
            Equal(Delta_K, V_w * n * e_H**2 / (2 * m * c**2) * A_s**2),
            by(
                instance("37", _on_the_surface), "surplus energy", instance("34", _on_the_surface)
            ),
        ),
        (
            Equal(
                V_w * n * e_H**2 / (2 * m * c**2) * A_s**2, V_w / (2 * lambda_L**2) * A_s**2
            ),
            by("33"),
        ),
    ],
)

chapter.equation(
    "42",
    printed=r"G = V \cdot n' \Delta, \quad n' = \frac{\Delta}{\epsilon_F} n",
    states=[
        (Equal(G, V_w * n_pair * Delta), definition(G)),
        (Rough(n_pair, Delta / epsilon_F * n), by("factor one half dropped", "number of pairs")),
    ],
    note="Without the factor one half, that chapter VI drops.",
)

chapter.assumption(
    "semiquantitative",
    printed=r"= \text{ means } \sim",
    states=[Semiquantitative()],
    follows=assumption("from here on the text is semiquantitative, as it says"),
)

chapter.assumption(
    "critical state",
    printed=r"V \frac{1}{2\lambda^2} A_{\mathrm{cr}}^2 = G",
    states=[Equal(V_w / (2 * lambda_L**2) * A_cr**2, G)],
    follows=definition(A_cr, because="(41) is equated with (42)"),
)

chapter.display(
    "critical potential",
    printed=r"n \frac{\Delta}{\epsilon_F} \Delta \sim \frac{1}{\lambda^2} A_{\mathrm{cr}}^2",
    states=[SameOrder(n * Delta / epsilon_F * Delta, A_cr**2 / lambda_L**2)],
    follows=by("critical state", "42"),
)

chapter.text(
    "field and potential",
    printed=r"A^2/\lambda^2 = B^2",
    states=[
        (
            Equal(A_s**2 / lambda_L**2, B_0**2),
            by(instance("37", _on_the_surface), "surplus energy"),
        ),
        (Equal(A_cr**2 / lambda_L**2, B_cr**2), definition(B_cr)),
    ],
)

chapter.text(
    "used in (43)",
    printed=r"n = d^{-3}, \quad \rho/d \sim \Delta/\epsilon_F, \quad \epsilon_F \sim e^2/d",
    states=[
        (Equal(n, d**-3), by("density")),
        (SameOrder(rho / d, Delta / epsilon_F), by("27")),
        (SameOrder(epsilon_F, e**2 / d), by("1", "2", "Fermi energy")),
    ],
    erratum=erratum(
        [
            (Equal(n, d**-3), by("density")),
            (SameOrder(rho / d, epsilon_F / Delta), by("27")),
            (SameOrder(epsilon_F, e**2 / d), by("1", "2", "Fermi energy")),
        ],
        because="by (27) a pair is larger than the lattice distance, by the factor ε_F/Δ: the "
        "ratio is upside down",
        reads=r"n = d^{-3}, \quad \rho/d \sim \epsilon_F/\Delta, \quad \epsilon_F \sim e^2/d",
    ),
)

_squared = (d / rho) ** 2 * epsilon_F / d**3

chapter.equation(
    "43",
    printed=r"B_{\text{cr}}^2 \sim \frac{1}{d^3} \left( \frac{d}{\rho} \right)^2 \epsilon_F "
    r"\sim \left( \frac{e}{d\rho} \right)^2",
    states=[
        (
            SameOrder(B_cr**2, _squared),
            by("critical potential", "field and potential", "used in (43)"),
        ),
        (SameOrder(_squared, (e / (d * rho)) ** 2), by("used in (43)")),
    ],
)

chapter.text(
    "critical field",
    printed=r"B_{\text{cr}} = e/(d\rho)",
    states=[Rough(B_cr, e / (d * rho))],
    follows=by("43", "semiquantitative"),
)

chapter.assumption(
    "gauss",
    printed=r"B^{G} = \sqrt{4\pi}\, B",
    states=[Equal(B_gauss, sqrt(4 * pi) * B_cr)],
    follows=definition(
        B_gauss, because="a field has the energy B²/(8π) in gauss, B²/2 where curl B = j/c"
    ),
)

_gap = ("critical state", "42", "field and potential", "Fermi gas", "Fermi energy", "constants")

chapter.number(
    "300 gauss",
    printed=r"B_{\text{cr}} \sim 300\ \mathrm{G}",
    states=[of_order(B_cr, 300, "gauss")],
    follows=by(*_gap, "named values"),
    erratum=erratum(
        [of_order(B_gauss, 300, "gauss")],
        because="in the units of curl B = j/c the critical field comes out below 90; it is 300 "
        "only in gauss, which those units are not",
        follows=by(*_gap, "named values", "gauss"),
        reads=r"B_{\text{cr}}^{G} \sim 300\ \mathrm{G}",
    ),
)
