"""A wire of any radius: the field and the current in it by modified Bessel functions."""

from __future__ import annotations

from sympy import Integral, Rational, besseli, oo, pi, sqrt

from ...dimension import FIELD, LENGTH
from ...relation import Equal, LeadingOrder, Less, Tends
from ...revision import Revision
from ...rules import antiderivative, by, definition, here, identity, instance, law, model
from ..notation import c
from ..notation5 import z_B
from ..notation7 import B_0, A_cr, A_w, B_w, C_w, J, R_w, j_w, lambda_L, r_w

revision = Revision(
    "finite-wire",
    "A wire of any radius",
    "(36) to (39) speak of a plane surface, and (40) takes the surface of a wire for a strip. In "
    "a wire whose radius R is no longer large against λ the exponential becomes I₁(r/λ)/I₁(R/λ), "
    "and the vector potential and the current go as I₀. (40) itself holds for any radius, since "
    "it only counts the current; what changes is the density at the surface, which for the same "
    "current is I₀(R/λ)/I₁(R/λ) times as great, and with it the field that breaks the pairs. The "
    "factor lies between two bounds that tend to 1 for R ≫ λ, and is 2λ/R for R ≪ λ.",
)
_N = revision.notation
A_wire = _N.function(
    "A_wire", FIELD * LENGTH, "vector potential along the wire", of=(LENGTH,), latex="A_z"
)
B_wire = _N.quantity(
    "B_wire",
    FIELD,
    "field at the surface at which the pairs of a wire break",
    latex=r"B_{\mathrm{w}}",
    unicode="B_w",
)
_radius = R_w / lambda_L
_place = r_w / lambda_L
_ratio = besseli(0, _radius) / besseli(1, _radius)
_inside = besseli(0, _place) / besseli(1, _radius)
_turning = (r_w * B_w(r_w)).diff(r_w) / r_w
_whole = Integral(2 * pi * r_w * j_w(r_w), (r_w, 0, R_w))

revision.line(
    "field outside the wire",
    states=[Equal(B_w(R_w), B_0)],
    follows=model("the field at the surface goes over into that inside"),
)
revision.replace(
    "field of the current",
    states=[
        (Equal(J, _whole), law("the current is its density summed over the cross-section")),
        (
            Equal(_whole, 2 * pi * R_w * c * B_w(R_w)),
            by(
                "current density in the wire",
                antiderivative(_whole, 2 * pi * c * r_w * B_w(r_w)),
            ),
        ),
    ],
)
revision.replace(
    "40",
    states=[Equal(J, 2 * pi * R_w * c * B_0)],
    follows=by("field of the current", "field outside the wire"),
    note="From the field at the surface alone, whatever the radius.",
)
revision.line(
    "modified Bessel functions",
    states=[
        Equal(besseli(2, z_B), besseli(0, z_B) - 2 / z_B * besseli(1, z_B)),
        Equal(besseli(3, z_B), besseli(1, z_B) - 4 / z_B * besseli(2, z_B)),
    ],
    follows=law("the recurrence of the modified Bessel functions (DLMF 10.29.1)"),
)
revision.line(
    "positive",
    states=[Less(0, besseli(0, _radius)), Less(0, besseli(1, _radius))],
    follows=law("I₀ and I₁ are positive for positive arguments"),
)
_recurrence = instance("modified Bessel functions", {z_B: _place})
_axial = C_w * besseli(1, _place)
revision.replace(
    "field in the wire",
    states=[
        Equal(((r_w * _axial).diff(r_w) / r_w).diff(r_w), _axial / lambda_L**2),
    ],
    follows=by(_recurrence),
    printed=r"B_\phi = C I_1(r/\lambda)",
    note="The modified Bessel function solves London's equation in the wire.",
)
revision.line(
    "finite on the axis",
    states=[Equal(B_w(r_w), _axial)],
    follows=law("of the two solutions of London's equation in the wire, I₁ is finite on the axis"),
)
revision.line(
    "(36) in the wire",
    states=[
        (
            Equal(C_w, B_0 / besseli(1, _radius)),
            by("positive", "finite on the axis", "field outside the wire"),
        ),
        (
            Equal(B_w(r_w), B_0 * besseli(1, _place) / besseli(1, _radius)),
            by("finite on the axis", here),
        ),
    ],
)
revision.line(
    "potential by the radius",
    states=[Equal(A_wire(r_w), A_w(r_w**2))],
    follows=definition(),
)
revision.line(
    "current and potential",
    states=[
        Equal(j_w(r_w), c * _turning),
        Equal(A_wire(r_w), -(lambda_L**2) * _turning),
    ],
    follows=by("potential by the radius", "current density in the wire"),
)
revision.line(
    "(37) in the wire",
    states=[
        Equal(A_wire(r_w), -lambda_L * B_0 * _inside),
        Equal(j_w(r_w) / c, B_0 / lambda_L * _inside),
    ],
    follows=by("positive", _recurrence, "(36) in the wire", "current and potential"),
)
revision.line(
    "density at the surface",
    states=[
        (
            Equal(j_w(R_w), c * B_0 / lambda_L * _ratio),
            by("positive", "(37) in the wire"),
        ),
        (
            Equal(J, 2 * pi * R_w * lambda_L * j_w(R_w) / _ratio),
            by("40", "positive", here),
        ),
    ],
    note="(39) and (40) with the density that the wire has at its surface.",
)
revision.line(
    "critical field of the wire",
    states=[
        (
            Equal(A_wire(R_w), -lambda_L * B_0 * _ratio),
            by("positive", "(37) in the wire"),
        ),
        (Equal(A_cr, lambda_L * B_wire * _ratio), definition(B_wire)),
        (Equal(B_wire, A_cr / lambda_L / _ratio), by("positive", here)),
    ],
    note="The potential at the surface reaches A_cr in a smaller field than (43).",
)
revision.line(
    "thin wire",
    states=[
        (LeadingOrder(_ratio, 2 * lambda_L / R_w, R_w), identity),
        (LeadingOrder(j_w(R_w), J / (pi * R_w**2), R_w), by("density at the surface")),
    ],
    note="The current fills a thin wire evenly.",
)
_least = (Rational(1, 2) + sqrt(Rational(1, 4) + _radius**2)) / _radius
_most = (Rational(1, 2) + sqrt(Rational(9, 4) + _radius**2)) / _radius
revision.line(
    "bounds of the ratio",
    states=[Less(_least, _ratio, _most)],
    follows=law("I₁(u)/I₀(u) lies between these bounds (D. E. Amos, Math. Comp. 28, 239, 1974)"),
)
revision.line(
    "thick wire",
    states=[Tends(_least, 1, R_w, oo), Tends(_most, 1, R_w, oo)],
    follows=identity,
    note="Both bounds tend to 1, and the ratio between them: the density is that of (39).",
)
