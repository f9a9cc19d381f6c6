"""VII. The supercurrent: how deep a field gets, equations (34) to (37)."""

from __future__ import annotations

from sympy import Expr, Subs, exp, oo

from ..expression import Total, Vector, curl, divergence, gradient, laplacian
from ..paper import erratum
from ..relation import (
    Equal,
    Tends,
)
from ..rules import (
    assumption,
    both_sides,
    by,
    constant,
    curl_of,
    definition,
    derivative,
    here,
    identity,
    law,
    model,
)
from .chapter7 import chapter
from .notation import c, m, n, x
from .notation7 import (
    B_0,
    A,
    A_z,
    B,
    B_x,
    B_y,
    B_z,
    C_down,
    C_up,
    F_x,
    F_y,
    K_t,
    e_H,
    electrons,
    i_e,
    j,
    j_z,
    k_at,
    lambda_L,
    p_of,
    space,
    v_at,
)


def _sum(term: Vector) -> Vector:
    return term.map(lambda part: Total(part, i_e, electrons))


def _square(vector: Vector) -> Expr:
    return vector.dot(vector)


_kinetic = Total(k_at(p_of), i_e, electrons)
_free = Total(_square(p_of), i_e, electrons) / (2 * m)

chapter.text(
    "mixed term",
    printed=r"\frac{e}{mc} \sum_i \vec{p}_i \cdot \vec{A} = 0",
    states=[Equal(Total(p_of.dot(A), i_e, electrons) * e_H / (m * c), 0)],
    follows=by("zero momentum"),
)

chapter.equation(
    "34",
    printed=r"K = \sum k_i = \frac{1}{2m} \sum p_i^2 + \frac{e^2 n}{2mc^2} A^2",
    states=[
        (Equal(K_t(*space), _kinetic), definition(K_t)),
        (
            Equal(K_t(*space), _free + e_H**2 * n / (2 * m * c**2) * _square(A)),
            by(here, "30", "zero momentum"),
        ),
    ],
)

_shifted = p_of + A * (e_H / c)

chapter.text(
    "ordinary metal",
    printed=r"\vec{p}_i \to \vec{p}_i + \frac{e\vec{A}}{c}: \quad K = \frac{1}{2m} \sum p_i^2, "
    r"\quad \vec{j} = 0",
    states=[
        (Equal(Total(k_at(_shifted), i_e, electrons), _free), by("30")),
        (Equal(_sum(v_at(_shifted)), Vector([0, 0, 0])), by("31", "zero momentum")),
    ],
    note="Where the momenta may change, collisions soon bring the energy back to its value "
    "without a field, and the current to zero.",
)

chapter.assumption(
    "Maxwell",
    printed=r"\text{curl } B = j/c",
    states=[Equal(curl(B, space), j / c)],
    follows=law("Maxwell's equation for steady currents, in Heaviside–Lorentz units"),
)

chapter.assumption(
    "potential",
    printed=r"\text{curl } \vec{A} = \vec{B}",
    states=[Equal(curl(A, space), B)],
    follows=definition(),
)

chapter.display(
    "curl of the field",
    printed=r"\text{curl } B = \frac{-1}{\lambda^2} A",
    states=[Equal(curl(B, space), -A / lambda_L**2)],
    follows=by("Maxwell", "33"),
)

chapter.text(
    "no sources",
    printed=r"\text{div } B = 0",
    states=[Equal(divergence(B, space), 0)],
    follows=by(*(both_sides("potential", derivative(r)) for r in space)),
)

chapter.text(
    "curl of a curl",
    printed=r"\text{curl curl} = \text{grad div} - \nabla^2",
    states=[
        Equal(
            curl(curl(B, space), space),
            gradient(divergence(B, space), space) - laplacian(B, space),
        )
    ],
    follows=identity,
    note="For any field.",
)

chapter.text(
    "curl curl",
    printed=r"\text{curl curl} = -\nabla^2",
    states=[Equal(curl(curl(B, space), space), -laplacian(B, space))],
    follows=by(*(both_sides("no sources", derivative(r)) for r in space)),
    note="For any field without sources.",
)

chapter.equation(
    "35",
    printed=r"\nabla^2 B = \frac{1}{\lambda^2} B",
    states=[Equal(laplacian(B, space), B / lambda_L**2)],
    follows=by(curl_of("curl of the field", space), "curl curl", "potential"),
    note="For fields that are arbitrary functions of the place.",
)

_decay = exp(-x / lambda_L)

chapter.assumption(
    "plane surface",
    printed=r"B = (B_x(x), B_y(x), 0)",
    states=[Equal(B, Vector([F_x(x), F_y(x), 0]))],
    follows=model(
        "nothing changes along an infinite plane surface, and no field lies across the outer one"
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
        (Equal(B_y(*space), B_0 * _decay), by(*_outer)),
        (Equal(B_z(*space), 0), by("plane surface")),
        (Equal(B_x(*space), 0), by("35", "plane surface", both_sides("no sources", derivative(x)))),
    ],
    note="All other components vanish, the normal one because the field has no sources.",
)

_potential = lambda_L * B_0 * _decay


def _upright(component: Expr) -> Vector:
    """A potential along z."""
    return Vector([0, 0, component])


chapter.equation(
    "37",
    printed=r"A_z = -\lambda B_0 e^{-x/\lambda}, \quad x > 0",
    states=[
        (Equal(A, _upright(-_potential)), by("36", "curl of the field")),
        (Equal(B, curl(_upright(-_potential), space)), by("36")),
    ],
    erratum=erratum(
        [
            (Equal(A, _upright(_potential)), by("36", "curl of the field")),
            (Equal(B, curl(_upright(_potential), space)), by("36")),
        ],
        because="curl A = B means B_y = −∂A_z/∂x in right-handed axes, so that A_z falls off "
        "from above; the printed signs, and the figure's, are those of left-handed axes",
        reads=r"A_z = \lambda B_0 e^{-x/\lambda}, \quad x > 0",
    ),
    note="With A_x = A_y = 0.",
)

_printed_j = B_0 * _decay / lambda_L

chapter.display(
    "current in the layer",
    printed=r"\frac{1}{c}j_z = -\frac{1}{\lambda^2}A_z = \frac{1}{\lambda}B_0 e^{-x/\lambda}",
    states=[
        (Equal(j_z(*space) / c, -A_z(*space) / lambda_L**2), by("33")),
        (Equal(-A_z(*space) / lambda_L**2, _printed_j), by("37")),
    ],
    erratum=erratum(
        [
            (Equal(j_z(*space) / c, -A_z(*space) / lambda_L**2), by("33")),
            (Equal(-A_z(*space) / lambda_L**2, -_printed_j), by("37")),
        ],
        because="the sign follows that of A_z in (37): in right-handed axes the current flows "
        "against z",
        reads=r"\frac{1}{c}j_z = -\frac{1}{\lambda^2}A_z = -\frac{1}{\lambda}B_0 e^{-x/\lambda}",
    ),
)
