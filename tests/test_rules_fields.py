"""Fields: operators in two kinds of coordinates, and the theorems of Gauss and Stokes."""

from __future__ import annotations

import pytest
from sympy import Expr, Subs, cos, exp, pi, sin

from checks.decide import decide
from checks.verdict import Status
from derivations.coordinates import Cartesian, Coordinates, Cylindrical
from derivations.dimension import NUMBER
from derivations.errors import PaperError
from derivations.expression import Vector
from derivations.obligation import Obligation
from derivations.paths import circulation, flux, over
from derivations.quantity import Notation
from derivations.relation import Equal, Less, Relation
from derivations.rules import (
    By,
    Known,
    Rule,
    by,
    curl_of,
    divergence_of,
    gauss,
    gradient_of,
    gradient_theorem,
    identity,
    inside_to_ends,
    laplacian_of,
    stokes,
)

N = Notation()
a, b, c = (N.quantity(name, NUMBER, "a length") for name in "abc")
n = N.quantity("n", NUMBER, "a whole number", sign="integer")
x, y, z, u, v, phi = (
    N.variable(name, NUMBER, "a coordinate", sign="real")
    for name in ("x", "y", "z", "u", "v", "phi")
)
rho = N.variable("rho", NUMBER, "the distance from the axis")
parts = [N.function(f"F_{i}", NUMBER, "a component", of=(NUMBER,) * 3) for i in range(3)]
f = N.function("f", NUMBER, "a scalar", of=(NUMBER,) * 3)
B = N.function("B", NUMBER, "a field along the axis", of=(NUMBER,))

AXES, ROUND = Cartesian(x, y, z), Cylindrical(rho, phi, z)
BOX = ((x, 0, a), (y, 0, b), (z, 0, c))


def follows(claim: Relation, argument: Rule | By, *facts: Relation) -> bool:
    """Whether the claim, and all that the argument needs, is proved; ``facts`` are line 1."""
    inference = by(argument).infer(Known({"1": facts}, N))
    asked = (
        *inference.conditions,
        *(Obligation(link, inference.facts, N) for link in claim.links()),
    )
    return all(decide(one).status is Status.PROVED for one in asked)


def field(space: Coordinates) -> Vector:
    return Vector(part(*space) for part in parts)


@pytest.mark.parametrize("space", [AXES, ROUND], ids=["Cartesian", "cylindrical"])
def test_the_identities_of_vector_analysis_hold(space: Coordinates) -> None:
    F, g = field(space), f(*space)
    gradient, curl, divergence = space.gradient, space.curl, space.divergence
    for claim in (
        Equal(curl(gradient(g)), Vector([0, 0, 0])),
        Equal(divergence(curl(F)), 0),
        Equal(curl(curl(F)), gradient(divergence(F)) - space.vector_laplacian(F)),
        Equal(divergence(F * g), F.dot(gradient(g)) + g * divergence(F)),
        Equal(divergence(gradient(g)), space.laplacian(g)),
    ):
        assert follows(claim, identity)
    assert not follows(Equal(divergence(gradient(g)), 0), identity)
    assert not follows(Equal(curl(curl(F)), gradient(divergence(F))), identity)


def test_cylindrical_coordinates_say_the_same_as_cartesian_ones() -> None:
    place = {x: rho * cos(phi), y: rho * sin(phi)}
    whirl = Vector([-y * exp(x), x * exp(x), z])

    def there(expr: Expr) -> Expr:
        return expr.subs(place, simultaneous=True)

    turned = whirl.map(there)
    components = Vector(
        [
            turned[0] * cos(phi) + turned[1] * sin(phi),
            turned[1] * cos(phi) - turned[0] * sin(phi),
            turned[2],
        ]
    )
    assert follows(
        Equal(AXES.divergence(whirl).subs(place), ROUND.divergence(components)), identity
    )
    curl = ROUND.cartesian(ROUND.curl(components))
    assert follows(Equal(AXES.curl(whirl).map(there), curl), identity)


def test_a_distance_from_an_axis_is_positive() -> None:
    with pytest.raises(PaperError, match="declare it positive"):
        Cylindrical(x, phi, z)


def test_what_is_done_to_fields_is_done_to_both_sides() -> None:
    london = Equal(field(AXES), Vector([0, exp(x), 0]))
    assert follows(
        Equal(AXES.curl(field(AXES)), Vector([0, 0, exp(x)])), curl_of("1", (x, y, z)), london
    )
    assert follows(Equal(AXES.divergence(field(AXES)), 0), divergence_of("1", AXES), london)
    assert not follows(Equal(AXES.divergence(field(AXES)), 1), divergence_of("1", AXES), london)
    waves = Equal(f(x, y, z), sin(x))
    assert follows(Equal(AXES.laplacian(f(x, y, z)), -sin(x)), laplacian_of("1", AXES), waves)
    assert follows(
        Equal(AXES.gradient(f(x, y, z)), Vector([cos(x), 0, 0])), gradient_of("1", AXES), waves
    )


@pytest.mark.parametrize(
    ("rule", "fact", "part"),
    [
        (divergence_of("1", AXES), Equal(f(x, y, z), 0), "between vectors"),
        (gradient_of("1", AXES), Equal(field(AXES), Vector([0, 0, 0])), "between scalars"),
        (gradient_of("1", (a, y, z)), Equal(f(a, y, z), 0), "one value only"),
    ],
)
def test_what_is_no_field_has_no_slopes(rule: Rule, fact: Relation, part: str) -> None:
    with pytest.raises(PaperError, match=part):
        rule.infer(Known({"1": (fact,)}, N))


def circle(radius: Expr) -> Vector:
    return Vector([radius * cos(v), radius * sin(v), 0])


ANGLE = (v, 0, 2 * pi)


def test_stokes_on_a_rectangle() -> None:
    F, patch, ranges = field(AXES), Vector([u, v, 0]), ((u, 0, a), (v, 0, b))
    through = flux(AXES.curl(F), patch, ranges, AXES)
    edge = (
        circulation(F, Vector([u, 0, 0]), (u, 0, a), AXES)
        + circulation(F, Vector([a, v, 0]), (v, 0, b), AXES)
        - circulation(F, Vector([u, b, 0]), (u, 0, a), AXES)
        - circulation(F, Vector([0, v, 0]), (v, 0, b), AXES)
    )
    step = stokes(F, patch, ranges, AXES)
    assert follows(Equal(through, edge), step)
    assert not follows(Equal(through, -edge), step)


def test_stokes_on_a_disc() -> None:
    F, ranges = field(AXES), ((u, 0, a), ANGLE)
    through = flux(AXES.curl(F), circle(u), ranges, AXES)
    step = stokes(F, circle(u), ranges, AXES)
    assert follows(Equal(through, circulation(F, circle(a), ANGLE, AXES)), step)
    assert not follows(Equal(through, circulation(F, circle(b), ANGLE, AXES)), step)


def test_stokes_asks_for_a_field_without_a_singularity() -> None:
    vortex = Vector([-y / (x**2 + y**2), x / (x**2 + y**2), 0])
    around = circulation(vortex, circle(a), ANGLE, AXES)
    assert follows(Equal(around, 2 * pi), identity)
    assert not follows(Equal(0, 0), stokes(vortex, circle(u), ((u, 0, a), ANGLE), AXES))
    assert not follows(
        Equal(0, 0), stokes(vortex, Vector([u, v, 0]), ((u, -a, a), (v, -b, b)), AXES)
    )


def test_the_flux_that_a_phase_allows_is_a_multiple_of_a_quantum() -> None:
    chi = f(*ROUND)
    path = Vector([a, phi, 0])
    around = circulation(ROUND.gradient(chi), path, (phi, 0, 2 * pi), ROUND)
    step = by("1", gradient_theorem(chi, path, (phi, 0, 2 * pi), ROUND))
    single = Equal(f(a, 2 * pi, 0) - f(a, 0, 0), 2 * pi * n)
    assert follows(Equal(around, 2 * pi * n), step, single)
    assert not follows(Equal(around, pi * n), step, single)
    assert not follows(Equal(around, 0), step, single)


def test_gauss_in_a_box_and_in_a_cylinder() -> None:
    flow = Vector([x * y, y**2, z * x])
    inside = over(AXES.divergence(flow), BOX)
    outward = over(a * y, (BOX[1], BOX[2])) + over(b**2, (BOX[0], BOX[2])) + over(c * x, BOX[:2])
    assert follows(Equal(inside, outward), gauss(flow, BOX, AXES))
    assert not follows(Equal(inside, 2 * outward), gauss(flow, BOX, AXES))
    ranges = ((rho, 0, a), (phi, 0, 2 * pi), (z, 0, c))
    radial = Vector([rho**2, 0, 0])
    whole = over(ROUND.divergence(radial) * rho, ranges)
    assert follows(Equal(whole, 2 * pi * a**3 * c), gauss(radial, ranges, ROUND))
    assert not follows(Equal(whole, pi * a**3 * c), gauss(radial, ranges, ROUND))


def test_gauss_for_any_field_needs_what_can_be_shown_of_it() -> None:
    assert follows(Equal(0, 0), gauss(field(AXES), BOX, AXES))
    line = Vector([1 / rho, 0, 0])
    ranges = ((rho, 0, a), (phi, 0, 2 * pi), (z, 0, c))
    assert not follows(Equal(0, 0), gauss(line / rho, ranges, ROUND))


@pytest.mark.parametrize(
    ("step", "facts", "part"),
    [
        (inside_to_ends(2 * x, ((x**2, x),), ((x, 0, y), (y, 0, a))), (), "depend on one another"),
        (inside_to_ends(2 * x, ((x**2, x),), ((x, 0, a),)), (Less(x, 1),), "is said where"),
        (inside_to_ends(2 * a, ((a**2, a),), ((a, 0, 1),)), (), "one value only"),
    ],
)
def test_a_theorem_that_cannot_be_used_is_refused(
    step: Rule, facts: tuple[Relation, ...], part: str
) -> None:
    with pytest.raises(PaperError, match=part):
        step.infer(Known({}, N, facts))


def test_another_integrand_is_no_sum_of_slopes() -> None:
    ranges = ((x, 0, a), (y, 0, b))
    inner = inside_to_ends(y, ((y**2 / 2, y),), (ranges[1],))
    outer = inside_to_ends(2 * x * y, ((x**2 * y, x),), ranges)
    assert follows(Equal(over(2 * x * y, ranges), a**2 * b**2 / 2), by(inner, outer))
    assert not follows(Equal(0, 0), inside_to_ends(x * y, ((x**2 * y, x),), ranges))


def test_a_slope_at_a_point_is_one_atom_however_it_is_written() -> None:
    assert follows(Equal(B(x).diff(x).subs(x, a), Subs(B(y).diff(y), y, a)), identity)
