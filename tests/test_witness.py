"""Counterexamples: every premise holds at them, and the difference is certainly not zero."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from sympy import Abs, Expr, Integral, Subs, besselj, cos, log, pi, sqrt

from checks.counterexamples import witness
from checks.normal.elimination import solve
from checks.quoting import told
from derivations.dimension import NUMBER
from derivations.expression import Total
from derivations.quantity import Notation
from derivations.relation import (
    Attains,
    Continuous,
    Equal,
    Less,
    MuchLess,
    NotEqual,
    Relation,
    Tends,
    Within,
)

N = Notation()
x, y, z = (N.quantity(name, NUMBER, "positive") for name in "xyz")
r, s = (N.quantity(name, NUMBER, "real", sign="real") for name in "rs")
n = N.quantity("n", NUMBER, "whole", sign="integer")
c = N.factor("c", "between one and two", 1, 2)
t, u = (N.variable(name, NUMBER, "a variable", sign="real") for name in "tu")
f, g = (N.function(name, NUMBER, "free", of=(NUMBER,)) for name in "fg")
S = N.set("S", "a set", count=N.quantity("m", NUMBER, "how many", sign="positive integer"))
i, j = (N.variable(name, NUMBER, "of S", sign="integer", member_of=S) for name in "ij")


def point(difference: Expr, *facts: Relation) -> dict[str, str] | None:
    system = solve(facts, N, needs=(difference,))
    return witness.find(system, system.algebra.convert(difference))


@pytest.mark.parametrize(
    ("difference", "facts"),
    [
        (x - y, []),
        (Abs(r) - r, []),
        (Abs(r + s) - Abs(r) - Abs(s), []),
        (f(x) - f(y), []),
        (f(x) - Subs(f(t).diff(t), t, x), []),
        (x - y, [Less(x, y)]),
        (x - y, [MuchLess(x, y)]),
        (c - 1, []),
        (f(x) - 1, [Equal(f(t), g(t))]),
        (x - 3, [Within(x, 3, 4)]),
        (cos(pi * n) - 1, []),
        (x - 1, [Equal(y, x**2)]),
        (f(x) - 2, [Equal(f(y), 3)]),
        (sqrt(x - y) - 1, [Less(y, x)]),
        (besselj(0, x) - besselj(1, x), []),
        (x - y, [Attains(x, 1, 2)]),
        (f(x) - 1, [Equal(Integral(f(t), (t, 0, 1)), y)]),
    ],
)
def test_a_point_is_found(difference: Expr, facts: list[Relation]) -> None:
    assert point(difference, *facts) is not None


@pytest.mark.parametrize(
    ("difference", "facts"),
    [
        (Abs(r - 2) - r + 2, [Within(r, 3, 4)]),
        (Abs(c - 10) + c - 10, []),
        (Abs(x / y - 10) + x / y - 10, [Equal(c, x / y)]),
        (Abs(x - y) - y + x, [Less(x, y)]),
        (f(r) - 2, [Equal(f(s), 2), Equal(r, s)]),
        (f(x) - f(-x), [Equal(f(-t), f(t))]),
        (f(r) - 1, [Less(f(t), 2)]),
        (cos(2 * pi * r) - 1, [Equal(n, r)]),
        (r - 1, [Equal(r**5 + r, 2)]),
        (r - 1, [Tends(r * x, x, x)]),
        (f(i), [Equal(Total(f(j) ** 2, j, S), 0)]),
        (y - x**2 / 2, [Equal(Integral(t, (t, 0, x)), y)]),
        (besselj(1, x) - 1, [Equal(besselj(0, x), 0)]),
        (Integral(f(t), (t, 0, 1)) - 1, []),
        (x - y, [Less(x, y), Less(y, x)]),
    ],
)
def test_no_point_is_given_that_the_premises_may_exclude(
    difference: Expr, facts: list[Relation]
) -> None:
    assert point(difference, *facts) is None


def test_the_values_given_satisfy_the_premises() -> None:
    found = point(x - 2 * y, Less(y, x), Within(x, 3, 4), NotEqual(x, y))
    assert found is not None
    values = {name: Fraction(value) for name, value in found.items() if name in "xy"}
    assert values["y"] < values["x"]
    assert 3 <= values["x"] <= 4
    assert values["x"] != 2 * values["y"]


def test_what_differs_everywhere_needs_no_point() -> None:
    found = point(x + y, Equal(Total(f(i) ** 2, i, S), r))
    assert found is not None
    assert {name: told(value, str) for name, value in found.items()} == {
        "difference of the sides": "x + y"
    }


def test_thirty_digits_away_is_away() -> None:
    assert point(x * (1 + sympy.Rational(1, 10**30)) - x) is not None


def test_a_facts_logarithm_must_have_a_value() -> None:
    found = point(r - 1, Equal(s, log(r - 5)))
    assert found is None or Fraction(found["r"]) > 5


def test_a_premise_that_no_point_can_be_held_to_allows_none() -> None:
    assert point(x - y, Continuous(f(t), t, 0, 1)) is None
