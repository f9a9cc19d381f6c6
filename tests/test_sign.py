"""Signs: told where shape or facts show them, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Abs, Expr, I, Rational, cos, exp, log, sqrt

from checks.counterexamples.point import Point
from checks.normal.algebra import Algebra
from checks.normal.elimination import solve
from checks.normal.sign import evidently_positive, nonnegative, nonzero, sign
from derivations.dimension import NUMBER
from derivations.quantity import Notation
from derivations.relation import Less, NotEqual, Relation

N = Notation()
x, y, z = (N.quantity(name, NUMBER, "positive") for name in "xyz")
r, s = (N.quantity(name, NUMBER, "real", sign="real") for name in "rs")
h = N.quantity("h", NUMBER, "not negative", sign="nonnegative")
f = N.function("f", NUMBER, "free", of=(NUMBER,))


def under(expr: Expr, *facts: Relation) -> tuple[Algebra, object]:
    algebra = solve(facts, N, needs=(expr,)).algebra
    return algebra, algebra.convert(expr)


@pytest.mark.parametrize(
    ("expr", "facts", "expected"),
    [
        (x + y, [], 1),
        (-x - y * z, [], -1),
        (x / (y + z), [], 1),
        (-exp(r), [], -1),
        (sqrt(x + 1) * exp(r), [], 1),
        (exp(x * y) - 1, [], 1),
        (x**2 + r**2, [], 1),
        (-x - f(x) ** 2 * s**4, [], -1),
        (r**2 + s**2, [], 0),
        (x + r**3, [], 0),
        (x - r**2, [], 0),
        (1 + cos(r) ** 2, [], 0),
        (2 - exp(x) - exp(2 * x), [], -1),
        (exp(x / 2) + exp(-x / 2) - 2, [], 1),
        (exp(x) - exp(y), [], 0),
        (exp(r) - 1, [], 0),
        (exp(x) - 2, [], 0),
        (x - y, [Less(y, x)], 1),
        (2 * y - 2 * x, [Less(y, x)], -1),
        (x**2 - y**2, [Less(y, x)], 1),
        ((x - y) ** 3, [Less(x, y)], -1),
        (1 / r, [Less(r, 0)], -1),
        (x - y, [Less(z * y, z * x)], 1),
        (x - y, [Less(r * y, r * x)], 0),
        (x - y, [], 0),
        (r**2, [], 0),
        (r, [], 0),
        (h, [], 0),
        (h + x, [], 0),
        (log(x), [], 0),
        (f(x), [], 0),
        (cos(r) + 2, [], 0),
        (x - z, [Less(y, x)], 0),
    ],
)
def test_a_sign_is_told_where_it_is_seen(expr: Expr, facts: list[Relation], expected: int) -> None:
    assert sign(*under(expr, *facts)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("expr", "facts", "expected"),
    [
        (x, [], True),
        (exp(I * r), [], True),
        (r, [NotEqual(r, 0)], True),
        (r * s, [NotEqual(r * s, 0)], True),
        (r, [NotEqual(r * s, 0)], True),
        (r - s, [Less(r, s)], True),
        (r, [], False),
        (r, [NotEqual(s, 0)], False),
        (x - y, [], False),
        (h, [], False),
        (cos(r), [], False),
    ],
)
def test_what_cannot_vanish_is_told(expr: Expr, facts: list[Relation], expected: bool) -> None:
    assert nonzero(*under(expr, *facts)) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("expr", "expected"),
    [(h, True), (h * x + Abs(r), True), (h + x, True), (x - x, True), (h - x, False), (r, False)],
)
def test_what_is_not_negative_is_told(expr: Expr, expected: bool) -> None:
    assert nonnegative(*under(expr)) is expected  # type: ignore[arg-type]


def test_what_the_facts_say_is_not_evident() -> None:
    assert not evidently_positive(*under(r, Less(0, r)))  # type: ignore[arg-type]
    assert evidently_positive(*under(x / (x + y)))  # type: ignore[arg-type]


@given(
    st.lists(st.sampled_from([x, y, z, -x, x - y, y + 1, x * y - 1, r, s]), min_size=1, max_size=4),
    st.integers(0, 30),
)
@settings(max_examples=200, deadline=None)
def test_a_sign_that_is_told_is_the_sign_at_every_point(parts: list[Expr], attempt: int) -> None:
    expr = parts[0]
    for place, part in enumerate(parts[1:]):
        expr = expr * part if place % 2 else expr + part * Rational(place + 1, 2)
    algebra, frac = under(expr)
    found = sign(algebra, frac)  # type: ignore[arg-type]
    value = Point(algebra, attempt, {}).value(frac).real  # type: ignore[arg-type]
    assert found == 0 or (value > 0 if found > 0 else value < 0)
