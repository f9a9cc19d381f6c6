"""A second opinion: what is proved must hold at points, what is refuted must not be provable.

A proof is put to the test at points at which the facts hold: quantities get numbers,
functions become polynomials, and both sides are worked out in balls, node by node, without
the normal form.  A refutation is put to the provers by normal form, sign and enclosure.
Where the two methods disagree, one of them is wrong, and nothing else that is said can be
trusted: the run ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from flint import acb, ctx, fmpq
from sympy import Expr

from derivations.obligation import Obligation
from derivations.relation import (
    Attains,
    Equal,
    Less,
    MuchLess,
    NotEqual,
    Refers,
    Relation,
    SameDimension,
    SameOrder,
    Semiquantitative,
    Within,
)

from ...normal.algebra import UnsupportedError
from ...normal.elimination import solve
from ...normal.fraction import TooManyGeneratorsError
from ...normal.sign import sign
from ...quoting import plain
from ...verdict import Decision, Status
from .disagreement import DisagreementError
from .models import MEMBERS, Models, Place
from .values import AbstainError, Values

_PRECISION = 160
_POINTS, _TRIES = 2, 5
#: A ball wider than this beside its value tells nothing.
_WIDTH = 1e-20
#: Facts of which a point is not the subject.
_SILENT = (Attains, Refers, SameDimension, Semiquantitative)


@dataclass(frozen=True)
class Opinion:
    """How often a decision was confirmed; none means that nobody could say, and ``why``."""

    points: int
    why: str = ""

    @property
    def given(self) -> bool:
        """Whether there was a second opinion at all."""
        return self.points > 0


def second_opinion(obligation: Obligation, decision: Decision) -> Opinion:
    """Put ``decision`` to the test; ``DisagreementError`` if it fails it."""
    if decision.method == "dimension":
        return Opinion(0, "dimensions are compared in one way only")
    try:
        with ctx.workprec(_PRECISION):
            if decision.status is Status.PROVED:
                return _of_proof(obligation, decision)
            if decision.status is Status.REFUTED:
                return _of_refutation(obligation, decision)
    except (AbstainError, UnsupportedError, TooManyGeneratorsError, ZeroDivisionError) as error:
        return Opinion(0, str(error) or type(error).__name__)
    return Opinion(0, "nothing was decided")


def _of_proof(obligation: Obligation, decision: Decision) -> Opinion:
    goal = obligation.goal
    if type(goal) not in {Equal, Less, MuchLess, Within} and not isinstance(goal, SameOrder):
        return Opinion(0, f"{type(goal).__name__} is not about points")
    confirmed, why = 0, "no point was found at which the facts hold"
    for values, place in _places(obligation):
        try:
            violated = _violated(obligation, decision, values)
        except (AbstainError, ZeroDivisionError) as error:
            why = str(error) or "a division by zero"
            continue
        if violated:
            raise DisagreementError(_told(obligation, decision, f"{violated}, at {place.shown}"))
        confirmed += 1
        if confirmed == _POINTS:
            break
    return Opinion(confirmed, "" if confirmed else why)


def _places(obligation: Obligation) -> Iterator[tuple[_Modelled, Place]]:
    """Points at which every fact holds, as far as balls show it."""
    links = [link for fact in obligation.facts for link in fact.links()]
    facts = [link for link in links if not isinstance(link, _SILENT)]
    if any(type(fact) not in {Equal, Less, MuchLess, NotEqual, Within} for fact in facts):
        msg = "facts about limits or orders"
        raise AbstainError(msg)
    models = Models(facts, obligation.notation)
    stated = [models.relation(fact) for fact in facts]
    ranges = {
        fact.expression: _in_base_units(fact)
        for fact in stated
        if isinstance(fact, Within) and fact.expression.is_Symbol
    }
    equations = tuple(fact for fact in stated if isinstance(fact, Equal))
    system = solve(equations, obligation.notation, frozenset(ranges))
    if system.contradiction is not None:
        msg = "the facts do not hold of the functions that were put in"
        raise AbstainError(msg)
    solutions = {s.atom: s.value for s in system.solutions if s.atom.is_Symbol}
    sets = {q.symbol: MEMBERS for q in obligation.notation if q.count is not None}
    for turn in range(_TRIES):
        found = _Modelled(models)
        place = Place(obligation.notation, solutions, found.of, turn, ranges)
        found.values = Values(place.value, sets)
        try:
            if all(_holds(found, fact) for fact in stated) and place.admissible():
                yield found, place
        except (AbstainError, ZeroDivisionError):
            continue


class _Modelled:
    """Values of expressions of undefined functions, the models being put in."""

    values: Values

    def __init__(self, models: Models) -> None:
        self._models = models

    def of(self, expr: Expr) -> acb:
        return self.values.of(self._models.of(expr))


def _holds(values: _Modelled, fact: Relation) -> bool:
    """Whether a fact certainly holds; an equation, whether it does to the balls' width."""
    if isinstance(fact, Within):
        ball = values.of(fact.expression)
        low, high = _in_base_units(fact)
        return bool(ball.imag.contains(0) and low <= ball.real <= high)
    left, right = map(values.of, fact.sides)
    difference = right - left
    if isinstance(fact, Equal):
        return _is_narrow(difference, left, right) and bool(difference.contains(acb(0)))
    if isinstance(fact, NotEqual):
        return not difference.contains(acb(0))
    if isinstance(fact, MuchLess):
        difference = right - 10 * left
    return bool(difference.imag.contains(0) and difference.real > 0)


def _violated(obligation: Obligation, decision: Decision, values: _Modelled) -> str:
    """How the claim certainly fails at the point; empty where it does not."""
    goal = obligation.goal
    if isinstance(goal, Within):
        ball = values.of(goal.expression)
        low, high = _in_base_units(goal)
        outside = ball.real < low or ball.real > high
        return f"{goal.expression} is {ball.str(8)}" if outside else ""
    left, right = map(values.of, goal.sides)
    shown = f"the sides are {left.str(8)} and {right.str(8)}"
    if isinstance(goal, SameOrder):
        ratio = left / right
        fails = ratio.real * obligation.bound < 1 or ratio.real > obligation.bound
        factor = decision.factor
        if factor is not None and not fails:
            fails = not (ratio - values.of(factor)).contains(acb(0))
        return shown if fails else ""
    difference = right - left
    if isinstance(goal, Equal):
        if not _is_narrow(difference, left, right):
            msg = "the balls are too wide to tell"
            raise AbstainError(msg)
        return "" if difference.contains(acb(0)) else shown
    if isinstance(goal, MuchLess):
        difference = right - 10 * left
        return shown if difference.real < 0 else ""
    return shown if difference.real <= 0 else ""


def _is_narrow(difference: acb, *sides: acb) -> bool:
    size = max(1.0, *(float(abs(side).upper()) for side in sides))
    return float(abs(difference).rad()) <= _WIDTH * size


def _in_base_units(relation: Within) -> tuple[fmpq, fmpq]:
    from derivations.units import in_base

    size, _ = in_base(relation.unit)
    low, high = (Fraction(end * size) for end in (relation.low, relation.high))
    return fmpq(low.numerator, low.denominator), fmpq(high.numerator, high.denominator)


def _of_refutation(obligation: Obligation, decision: Decision) -> Opinion:
    """What is refuted has no proof by normal form or sign."""
    goal = obligation.goal
    if type(goal) not in {Equal, Less}:
        return Opinion(0, "not looked at by another method")
    left, right = goal.sides
    system = solve(obligation.facts, obligation.notation, needs=[left, right])
    algebra = system.algebra
    difference = algebra.convert(right) - algebra.convert(left)
    if isinstance(goal, Equal) and difference.is_zero():
        raise DisagreementError(_told(obligation, decision, "the sides have one normal form"))
    if isinstance(goal, Less) and sign(algebra, difference) > 0:
        raise DisagreementError(_told(obligation, decision, "the difference is positive"))
    return Opinion(1)


def _told(obligation: Obligation, decision: Decision, other: str) -> str:
    sides = f" {obligation.goal.sign} ".join(map(str, obligation.goal.sides))
    facts = "; ".join(f" {f.sign} ".join(map(str, f.sides)) for f in obligation.facts)
    return (
        f"two methods disagree on {sides}\n"
        f"  from the facts: {facts or 'none'}\n"
        f"  {decision.status.value} by {decision.method}: {plain(decision.reason)}\n"
        f"  but by another method {other}\n"
        "one of them is wrong; please report this"
    )
