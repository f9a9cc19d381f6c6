"""Inequalities whose premises speak of functions and integrals, which no number satisfies."""

from __future__ import annotations

import pytest
from sympy import Expr, Integral

from checks.provers.bounds import decide
from checks.verdict import Status
from derivations.dimension import NUMBER
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Less

N = Notation()
a, b = (N.quantity(name, NUMBER, "a number") for name in "ab")
x = N.variable("x", NUMBER, "a variable")
f = N.function("f", NUMBER, "a function", of=(NUMBER,))
VALUES = (f(a), Integral(f(x), (x, 0, 1)))


def status(goal: Less, *facts: Less) -> Status:
    return decide(Obligation(goal, facts, N)).status


@pytest.mark.parametrize("value", VALUES)
def test_what_a_multiple_of_a_premise_says_is_proved(value: Expr) -> None:
    assert status(Less(0, 2 * a * value), Less(0, value)) is Status.PROVED
    assert status(Less(a * value, a * b), Less(value, b)) is Status.PROVED


@pytest.mark.parametrize("value", VALUES)
def test_what_a_premise_does_not_say_is_not_proved(value: Expr) -> None:
    assert status(Less(0, value)) is not Status.PROVED
    assert status(Less(value, 0), Less(0, value)) is not Status.PROVED
    assert status(Less(b * value, a * b), Less(value, b)) is not Status.PROVED


@pytest.mark.parametrize("value", VALUES)
def test_from_premises_that_contradict_each_other_nothing_is_proved(value: Expr) -> None:
    premises = (Less(0, value), Less(value, 0))
    assert status(Less(0, value), *premises) is not Status.PROVED
    assert status(Less(b, a), *premises) is not Status.PROVED
