"""Integrals compared by what is under the sign: what is allowed, and what is not."""

from __future__ import annotations

import pytest
from sympy import Integral, exp, oo

from checks.decide import decide
from checks.verdict import Status
from derivations.dimension import NUMBER
from derivations.errors import PaperError
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Less, Relation
from derivations.rules import By, Known, antiderivative, by, smaller

N = Notation()
a, b = (N.quantity(name, NUMBER, "positive") for name in "ab")
x, y = (N.variable(name, NUMBER, "a positive variable") for name in "xy")


def follows(claim: Relation, argument: By, *facts: Relation) -> bool:
    """Whether the claim, and all that the argument needs, is proved."""
    inference = argument.infer(Known({}, N, facts))
    asked = (*inference.conditions, Obligation(claim, inference.facts, N))
    return all(decide(one).status is Status.PROVED for one in asked)


LOW = Integral(x / (x + b), (x, 0, a))
HIGH = Integral(1, (y, 0, a))
COMPARED = by(smaller(LOW, HIGH), antiderivative(HIGH, y))


def test_what_is_smaller_everywhere_has_the_smaller_integral() -> None:
    assert follows(Less(LOW, a), COMPARED)
    assert follows(Less(b * LOW, a * b), COMPARED)


@pytest.mark.parametrize(
    ("claim", "argument", "facts"),
    [
        (Less(a, LOW), COMPARED, ()),
        (Less(LOW, a / 2), COMPARED, ()),
        (Less(Integral(x, (x, 0, a)), a), by(smaller(Integral(x, (x, 0, a)), HIGH)), ()),
        (
            Less(Integral(x / (x + b), (x, b, a)), Integral(1, (x, b, a))),
            by(smaller(Integral(x / (x + b), (x, b, a)), Integral(1, (x, b, a)))),
            (),
        ),
        (
            Less(Integral(1 / (x - b), (x, 0, a)), Integral(2 / (x - b), (x, 0, a))),
            by(smaller(Integral(1 / (x - b), (x, 0, a)), Integral(2 / (x - b), (x, 0, a)))),
            (),
        ),
    ],
    ids=["turned round", "too small", "not smaller", "no upward limits", "a pole"],
)
def test_what_is_not_shown_to_be_smaller_is_not_taken(
    claim: Relation, argument: By, facts: tuple[Relation, ...]
) -> None:
    assert not follows(claim, argument, *facts)


def test_integrals_between_other_limits_are_not_compared() -> None:
    with pytest.raises(PaperError, match="different limits"):
        by(smaller(LOW, Integral(1, (x, 0, b)))).infer(Known({}, N))


def test_improper_integrals_are_not_compared() -> None:
    low, high = Integral(exp(-x) / (x + 1), (x, 0, oo)), Integral(exp(-x), (x, 0, oo))
    with pytest.raises(PaperError, match="improper"):
        by(smaller(low, high)).infer(Known({}, N))
