"""A film: both exponentials of (35), with the same field on both of its sides."""

from __future__ import annotations

from sympy import Integral, cosh, exp, oo, pi, sinh, tanh

from ...dimension import LENGTH
from ...relation import Equal, LeadingOrder, Rough, Tends
from ...revision import Revision
from ...rules import antiderivative, by, definition, here, instance, model
from ..notation import c, d, e, x
from ..notation5 import rho
from ..notation7 import (
    B_0,
    A_cr,
    A_s,
    A_z,
    B_cr,
    B_y,
    F_y,
    J,
    J_s,
    R_w,
    j_s,
    j_z,
    lambda_L,
    s_w,
    space,
    y,
    z,
)

revision = Revision(
    "finite-thickness",
    "A film",
    "A thick conductor keeps the falling exponential of (35) alone. In a film of thickness 2a, "
    "with the field B₀ on both sides, both are there, and make up a hyperbolic cosine around the "
    "middle. Each half of the film carries the current (39) times 1 − 1/cosh(a/λ), and the "
    "potential at the surface is that of (37) times tanh(a/λ), so that it takes a greater field "
    "to break the pairs: λ/a times as great in a film that is thin against λ. For a ≫ λ all is "
    "as printed.",
)
a_f = revision.notation.quantity(
    "a_f", LENGTH, "half the thickness of the film", latex="a", unicode="a"
)
_in_depths = a_f / lambda_L
_depth = (a_f - x) / lambda_L

revision.replace(
    "thick conductor",
    states=[Equal(F_y(2 * a_f), B_0)],
    follows=model("the other side of the film lies in the same field"),
    printed=r"B_y(2a) = B_0",
)
_profile = Integral(sinh(_depth) / cosh(_in_depths), (x, 0, a_f))
_share = 1 - 1 / cosh(_in_depths)
revision.replace(
    "38",
    states=[Equal(_profile, Integral(_share, (x, 0, lambda_L)))],
    follows=by(antiderivative(_profile, -lambda_L * cosh(_depth) / cosh(_in_depths))),
    printed=r"\frac{\sinh((a-x)/\lambda)}{\cosh(a/\lambda)} = \begin{cases} "
    r"1 - 1/\cosh(a/\lambda) & \text{for } x < \lambda \\ 0 & \text{for } x > \lambda \end{cases}",
    note="A step of the same area, in the half of the film that is next to a surface.",
)
revision.replace(
    "step current",
    states=[
        Equal(Integral(j_s, (x, 0, lambda_L)), Integral(-j_z(*space), (x, 0, a_f))),
    ],
    follows=definition(j_s, because="the step that (38) puts in place of half the film"),
    printed=r"\int_0^\lambda j\, dx = -\int_0^a j_z\, dx",
)
_strip = J_s(2 * pi * R_w)
revision.replace(
    "40",
    states=[
        (Equal(J, 2 * pi * R_w * c * B_0), definition(J, because="the wire is no film")),
        (Tends(_strip / J, 1, a_f, oo), by("39", here)),
    ],
    note="What the strip (39) tends to as it gets thick.",
)
_at_surface = {x: 0, y: 0, z: 0}
revision.replace(
    "field and potential",
    states=[
        (Equal(A_s**2 / lambda_L**2, B_0**2), by(instance("37", _at_surface), "surplus energy")),
        (Equal(A_cr**2 / lambda_L**2, B_cr**2 * tanh(_in_depths) ** 2), definition(B_cr)),
    ],
    note="The critical field is the one that makes the potential at the surface A_cr.",
)
revision.replace(
    "critical field",
    states=[Rough(A_cr / lambda_L, e / (d * rho))],
    follows=by("critical potential", "used in (43)", "semiquantitative"),
    printed=r"\frac{1}{\lambda} A_{\text{cr}} = e/(d\rho)",
    note="What the critical field comes to in a thick conductor; here it is that over tanh(a/λ).",
)

revision.line(
    "hyperbolic forms",
    states=[
        (Equal(B_y(*space), B_0 * cosh(_depth) / cosh(_in_depths)), by("36")),
        (Equal(A_z(*space), lambda_L * B_0 * sinh(_depth) / cosh(_in_depths)), by("37")),
        (
            Equal(j_z(*space) / c, -B_0 / lambda_L * sinh(_depth) / cosh(_in_depths)),
            by("current in the layer", "37"),
        ),
        (Equal(J_s(s_w), c * B_0 * s_w * _share), by("39")),
        (Equal(A_s, lambda_L * B_0 * tanh(_in_depths)), by("field and potential")),
    ],
)
_decay = exp(-x / lambda_L)
revision.line(
    "thick film",
    states=[
        (Tends(B_y(*space) / (B_0 * _decay), 1, a_f, oo), by("36")),
        (Tends(A_z(*space) / (lambda_L * B_0 * _decay), 1, a_f, oo), by("37")),
        (Tends(J_s(s_w) / (c * B_0 * s_w), 1, a_f, oo), by("39")),
        (Tends(B_cr / (A_cr / lambda_L), 1, a_f, oo), by("field and potential")),
    ],
    note="(36), (37), (39) and the field of (43) as they are printed.",
)
revision.line(
    "thin film",
    states=[
        (LeadingOrder(A_s, B_0 * a_f, a_f), by("field and potential")),
        (LeadingOrder(J_s(s_w), c * B_0 * s_w * _in_depths**2 / 2, a_f), by("39")),
        (LeadingOrder(B_cr, A_cr / a_f, a_f), by("field and potential")),
    ],
    note="The field goes through; what flows in a half is small, and it takes λ/a times the field.",
)
