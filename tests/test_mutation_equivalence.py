"""A mutant that says something else is never taken for the original."""

from __future__ import annotations

import pytest
from sympy import Rational, exp, oo, pi, sin, sqrt

from checks.soundness.mutation.equivalence import renamed, same_relation
from derivations.dimension import LENGTH, NUMBER, TIME
from derivations.quantity import Notation
from derivations.relation import (
    Equal,
    LeadingOrder,
    Less,
    NotEqual,
    Relation,
    SameOrder,
    Tends,
    Within,
)

N = Notation()
x, y = (N.quantity(name, LENGTH, "a length") for name in "xy")
w = N.quantity("w", LENGTH, "a length of either sign", sign="real")
u, v = (N.variable(name, NUMBER, "a number") for name in "uv")
s = N.variable("s", NUMBER, "a number of either sign", sign="real")
t = N.variable("t", TIME, "a time")
n = N.variable("n", NUMBER, "a whole number", sign="integer")
f = N.function("f", NUMBER, "a function", of=(NUMBER,))

SAME: list[tuple[Relation, Relation]] = [
    (Equal(x, 2 * y), Equal(2 * y, x)),
    (Equal(x, 2 * y), Equal(x / y, 2)),
    (Equal(x, y), Equal(x**2, x * y)),
    (Equal(w - x, 0), Equal((w - x) ** 2, 0)),
    (Equal(x, sqrt(x * y)), Equal(sqrt(x), sqrt(y))),
    (Equal(u + v, v + u), Equal(2 * u, u + u)),
    (NotEqual(w, x), NotEqual(2 * w, 2 * x)),
    (Less(x, y), Less(2 * x, 2 * y)),
    (Tends(sin(u), 0, u), Tends(3 * sin(u), 0, u)),
    (Tends(sin(u), 0, u), Tends(sin(u) ** 2, 0, u)),
    (LeadingOrder(sin(u), u, u), LeadingOrder(2 * sin(u), 2 * u, u)),
    (Within(x / y, 1, 2), Within(x * y / y**2, 1, 2)),
]
#: Negative controls: near misses, one for each way to be the same.
DIFFERENT: list[tuple[Relation, Relation]] = [
    (Equal(x, 2 * y), Equal(x, 3 * y)),
    (Equal(x, y), Equal(x, -y)),
    (Equal(w, x), Equal(w**2, x**2)),
    (Equal(w, x), Equal(w**2, w * x)),
    (Equal(x, y), NotEqual(x, y)),
    (Equal(x, y), SameOrder(x, y)),
    (Equal(x, y), Equal(x * pi, y)),
    (Equal(u, u), Equal(u, v)),
    (Equal(u, v), Equal(u, u)),
    (Less(x, y), Less(y, x)),
    (Less(x, y), Less(-x, -y)),
    (Less(w, x), Less(w**2, x**2)),
    (SameOrder(x, y), SameOrder(x, 2 * y)),
    (Tends(sin(u), 0, u), Tends(sin(u) / u, 0, u)),
    (Tends(sin(u), 0, u), Tends(u * sin(u), 0, u)),
    (Tends(sin(u), 0, u), Tends(sin(u), 0, u, oo)),
    (Tends(sin(u) / u, 1, u), Tends(2 * sin(u) / u, 1, u)),
    (Tends(exp(u), oo, u, oo), Tends(u, oo, u, oo)),
    (LeadingOrder(sin(u), u, u), LeadingOrder(sin(u), u**2, u)),
    (LeadingOrder(sin(u), u, u), LeadingOrder(sin(u), u, u, oo)),
    (Within(x / y, 1, 2), Within(x / y, 1, 3)),
    (Within(x / y, 1, 2), Within(y / x, 1, 2)),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_has_one_normal_form_is_the_same(one: Relation, other: Relation) -> None:
    assert same_relation(one, other, N)
    assert same_relation(other, one, N)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_a_near_miss_is_not_the_same(one: Relation, other: Relation) -> None:
    assert not same_relation(one, other, N)
    assert not same_relation(other, one, N)


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        (Equal(f(u), 1), Equal(f(2 * u), 1), "u"),
        (Equal(f(u), 1), Equal(f(v), 1), "u"),
        (Equal(f(s), s**2), Equal(f(-s), s**2), "s"),
        (Tends(f(u), 0, u), Tends(f(2 * u), 0, u), "u"),
        (Equal(f(u), u), Equal(f(2 * u), u), ""),
        (Equal(f(u), 1), Equal(f(-u), 1), ""),
        (Equal(f(u), 1), Equal(f(u**2), 1), ""),
        (Equal(f(n), 1), Equal(f(2 * n), 1), ""),
        (Equal(f(u), v), Equal(f(v), v), ""),
        (Equal(f(u), 1), Equal(f(n), 1), ""),
        (Equal(f(x / y), 1), Equal(f(2 * x / y), 1), ""),
        (Tends(f(u), 0, u, Rational(1, 2)), Tends(f(2 * u), 0, u, Rational(1, 2)), ""),
        (SameOrder(f(u), 1), SameOrder(f(2 * u), 1), ""),
    ],
)
def test_a_variable_may_be_called_otherwise_and_nothing_else_may(
    one: Relation, other: Relation, name: str
) -> None:
    assert renamed(one, other, N) == name
