"""Orders of magnitude: what is left must be of order one, and bounded."""

from __future__ import annotations

import pytest
from sympy import Expr, exp, pi, sqrt

from checks.decide import decide
from checks.verdict import Decision, Status
from derivations.dimension import NUMBER
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import (
    Equal,
    Independent,
    Less,
    Relation,
    Rough,
    SameOrder,
    Semiquantitative,
    Within,
)

N = Notation()
x, y, z, beta = (N.quantity(name, NUMBER, "positive") for name in ("x", "y", "z", "beta"))
r = N.quantity("r", NUMBER, "real", sign="real")
a, b = N.factor("a", "one to two", 1, 2), N.factor("b", "five to ten", 5, 10)
wide = N.factor("wide", "of any size", 1, 1000)
n = N.quantity("n", NUMBER, "whole", sign="positive integer")


def decision(goal: Relation, *facts: Relation) -> Decision:
    return decide(Obligation(goal, facts, N))


@pytest.mark.parametrize(
    ("left", "right", "facts", "expected"),
    [
        (2 * x, x, [], Status.PROVED),
        (a * x / b, x, [], Status.PROVED),
        (x, y, [Equal(x, a * y)], Status.PROVED),
        (pi**2 * x, x, [], Status.PROVED),
        (x * y, y, [], Status.REFUTED),
        (sqrt(x) * y, y, [], Status.REFUTED),
        (-x, x, [], Status.REFUTED),
        (x, 10**40 * x, [], Status.REFUTED),
        (wide * x, x, [], Status.UNDECIDED),
        (r * x, r * x, [], Status.PROVED),
        (r, x, [], Status.REFUTED),
        (x + y, y, [], Status.REFUTED),
        (x, 1, [Less(1, x), Less(x, 2)], Status.UNDECIDED),
        (x, 1, [Within(x, 1, 2)], Status.UNDECIDED),
        (x, 1, [Within(x, 10**4, 10**5)], Status.REFUTED),
        (x, y, [Equal(a, x / y)], Status.PROVED),
        (x, y, [Less(x, y)], Status.REFUTED),
        (sqrt(x**2 + y**2), sqrt(x**2 + x * y + y**2), [], Status.UNDECIDED),
        (x * sqrt(x**2 + y**2) * z, sqrt(x**2 + y**2), [], Status.REFUTED),
        (exp(a) * x, x, [], Status.PROVED),
        (x, 2 * x, [Less(x, y), Less(y, x)], Status.UNDECIDED),
    ],
)
def test_an_order_is_decided_as_it_should_be(
    left: Expr, right: Expr, facts: list[Relation], expected: Status
) -> None:
    assert decision(SameOrder(left, right), *facts).status is expected


def test_the_factor_left_is_shown_with_its_bounds() -> None:
    found = decision(SameOrder(a * x / b, x))
    assert found.factor == a / b
    assert found.enclosure == ("0.1", "0.4")


def test_an_equals_sign_is_rough_where_a_premise_says_so_only() -> None:
    assert decision(Rough(2 * x, x)).status is Status.UNDECIDED
    assert decision(Rough(2 * x, x), Semiquantitative()).status is Status.PROVED
    assert decision(Rough(x * y, x), Semiquantitative()).status is Status.REFUTED


@pytest.mark.parametrize(
    ("expression", "holding", "facts", "expected"),
    [
        (x * beta / y, (z,), [Equal(x, z / beta), Equal(y, z**2)], Status.PROVED),
        (x * beta, (z,), [Equal(x, z)], Status.REFUTED),
        (x + beta, (x,), [], Status.UNDECIDED),
        (beta, (x,), [Less(1, beta)], Status.UNDECIDED),
        (x, (x,), [], Status.PROVED),
        (x * beta, (x,), [Equal(beta * x, x**2)], Status.PROVED),
        (x * n, (x,), [], Status.UNDECIDED),
    ],
)
def test_what_has_cancelled_is_decided_as_it_should_be(
    expression: Expr, holding: tuple[Expr, ...], facts: list[Relation], expected: Status
) -> None:
    goal = Independent(expression, (beta,), holding)
    assert decision(goal, *facts).status is expected
