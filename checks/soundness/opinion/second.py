"""A second opinion: what is proved must hold at points, what is refuted must not be provable.

A proof is put to the test at points at which the facts hold: quantities get numbers,
functions become polynomials, and both sides are worked out in balls, node by node, without
the normal form.  A refutation is put to the provers by normal form, sign and enclosure.
Where the two methods disagree, one of them is wrong, and nothing else that is said can be
trusted: the run ends.
"""

from __future__ import annotations

from functools import lru_cache

from flint import acb, ctx
from sympy import Add, Expr, Symbol

from derivations.expression import Total
from derivations.obligation import Obligation
from derivations.quantity import Notation, Role
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
from ...verdict import Decision, Opinion, Status
from .disagreement import DisagreementError
from .equations import in_base_units, owners, ranges_of
from .functions import Functions
from .place import Place
from .values import MOST_PARTS, AbstainError

_PRECISION = 160
_TRIES = 3
#: A ball wider than this beside its value tells nothing.
_WIDTH = 1e-20
#: Facts of which a point is not the subject.
_TOO_WIDE = "the balls are too wide to tell"
_SILENT = (Attains, Refers, SameDimension, Semiquantitative)


def second_opinion(obligation: Obligation, decision: Decision) -> Opinion | None:
    """Put ``decision`` to the test; ``DisagreementError`` if it fails it.

    ``None`` where there is nothing to ask: only equations and bounds that were decided, and
    not by their dimensions, are about values.
    """
    if decision.method == "dimension" or not is_about_points(obligation.goal):
        return None
    try:
        with ctx.workprec(_PRECISION):
            if decision.status is Status.PROVED:
                return _of_proof(obligation, decision)
            if decision.status is Status.REFUTED:
                return _of_refutation(obligation, decision)
    except (AbstainError, UnsupportedError, TooManyGeneratorsError, ZeroDivisionError) as error:
        return Opinion(agrees=False, told=str(error) or type(error).__name__)
    except Exception as error:
        return Opinion(agrees=False, told=f"it failed: {type(error).__name__}")
    return None


def is_about_points(goal: Relation) -> bool:
    """Whether it is an equation or a bound: what values at a point can contradict."""
    return type(goal) in {Equal, Less, MuchLess, Within} or isinstance(goal, SameOrder)


def _of_proof(obligation: Obligation, decision: Decision) -> Opinion:
    goal = obligation.goal
    links = tuple(link for fact in obligation.facts for link in fact.links())
    models = _models(links, obligation.notation, _sets(*links, goal))
    if isinstance(models, str):
        return Opinion(agrees=False, told=models)
    places = models.places()
    if not places:
        return Opinion(agrees=False, told="no point was found at which the facts hold")
    models.again()
    violated = _violated(obligation, decision, places[0])
    if violated:
        told = _told(obligation, decision, f"{violated}, at {places[0].shown}")
        raise DisagreementError(told)
    if type(goal) is Equal and all(_vanishes(goal, each) for each in (places[0], models.loose)):
        return Opinion(agrees=False, told="all that it says vanishes in the model")
    return Opinion(agrees=True, told="values at a point")


@lru_cache(maxsize=256)
def _models(
    facts: tuple[Relation, ...], notation: Notation, sets: frozenset[Symbol]
) -> _Models | str:
    """What the facts say of points; or why they say nothing of them."""
    said = [fact for fact in facts if not isinstance(fact, _SILENT)]
    if any(type(fact) not in {Equal, Less, MuchLess, NotEqual, Within} for fact in said):
        return "facts about limits or orders"
    return _Models(tuple(said), notation, sets)


def _sets(*relations: Relation) -> frozenset[Symbol]:
    """The sets over which sums run."""
    sides = [side for each in relations for side in each.sides if isinstance(side, Expr)]
    return frozenset(total.over for side in sides for total in side.atoms(Total))


class _Models:
    """The facts, made ready for points: functions, equations for symbols, ranges of symbols."""

    def __init__(
        self, facts: tuple[Relation, ...], notation: Notation, sets: frozenset[Symbol]
    ) -> None:
        self.notation = notation
        self.functions = Functions(facts, notation)
        self.facts = tuple(fact for fact in facts if fact not in self.functions.used)
        self.ranges = ranges_of(facts, notation)
        self.sets = sets
        #: A place at which the facts need not hold.
        self._left = [MOST_PARTS]
        self.loose = Place(notation, self.functions, {}, self.ranges, sets, 0, self._left)
        self._found: list[Place] | None = None

    def again(self) -> None:
        """Give the next claim as much room as the one before had."""
        self._left[0] = MOST_PARTS

    def places(self) -> list[Place]:
        """Points at which every fact holds, as far as balls show it."""
        if self._found is None:
            self._found = []
            for turn in range(_TRIES):
                place = self.place(turn)
                if self._all_hold(place) and place.admissible():
                    self._found.append(place)
                    break
        return self._found

    def place(self, turn: int) -> Place:
        """A place at which the equations hold, if values for them can be found."""
        known = self.notation, self.functions
        equations = owners(self.facts, *known[::-1], self.ranges, self.sets, turn)
        return Place(*known, equations, self.ranges, self.sets, turn, self._left)

    def _all_hold(self, place: Place) -> bool:
        """Whether the facts hold at a place, and its equations for other values as well."""
        try:
            if not all(_holds(place, fact) for fact in self.facts):
                return False
            general = [fact for fact in self.facts if type(fact) is Equal and self._varies(fact)]
            elsewhere = place.elsewhere() if general else place
            return all(_holds(elsewhere, fact) for fact in general)
        except (AbstainError, ZeroDivisionError):
            return False

    def _varies(self, fact: Relation) -> bool:
        return any(
            symbol in self.notation and self.notation[symbol].role is Role.VARIABLE
            for side in fact.sides
            for symbol in side.free_symbols
        )


def _holds(values: Place, fact: Relation) -> bool:
    """Whether a fact certainly holds; an equation, whether it does to the balls' width."""
    if isinstance(fact, Within):
        ball = values.of(fact.expression)
        low, high = in_base_units(fact)
        if low == high:
            return _is_narrow(ball, ball) and bool(ball.contains(acb(low)))
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


def _violated(obligation: Obligation, decision: Decision, values: Place) -> str:
    """How the claim certainly fails at the point; empty where it does not."""
    goal = obligation.goal
    if isinstance(goal, Within):
        ball = values.of(goal.expression)
        low, high = in_base_units(goal)
        outside = ball.real < low or ball.real > high
        if not outside and not low <= ball.real <= high:
            raise AbstainError(_TOO_WIDE)
        return f"{goal.expression} is {ball.str(8)}" if outside else ""
    left, right = map(values.of, goal.sides)
    shown = f"the sides are {left.str(8)} and {right.str(8)}"
    if isinstance(goal, SameOrder):
        ratio = left / right
        least, most = ratio.real * obligation.bound, ratio.real
        fails = least < 1 or most > obligation.bound
        factor = decision.factor
        if not fails and not (least >= 1 and most <= obligation.bound):
            raise AbstainError(_TOO_WIDE)
        if factor is not None and not fails:
            fails = not (ratio - values.of(factor)).contains(acb(0))
        return shown if fails else ""
    difference = right - left
    if isinstance(goal, Equal):
        if not _is_narrow(difference, left, right):
            raise AbstainError(_TOO_WIDE)
        return "" if difference.contains(acb(0)) else shown
    if isinstance(goal, MuchLess):
        difference = right - 10 * left
    if difference.real.contains(0):
        raise AbstainError(_TOO_WIDE)
    return shown if difference.real < 0 else ""


def _vanishes(goal: Equal, values: Place) -> bool:
    """Whether every term of both sides may vanish, so that any claim about them would hold."""
    return all(
        values.of(term).contains(acb(0)) for side in goal.sides for term in Add.make_args(side)
    )


def _is_narrow(difference: acb, *sides: acb) -> bool:
    size = max(1.0, *(float(abs(side).upper()) for side in sides))
    return float(abs(difference).rad()) <= _WIDTH * size


def _of_refutation(obligation: Obligation, decision: Decision) -> Opinion:
    """What is refuted has no proof by normal form or sign."""
    goal = obligation.goal
    if type(goal) not in {Equal, Less}:
        return Opinion(agrees=False, told="not looked at by another method")
    left, right = goal.sides
    system = solve(obligation.facts, obligation.notation, needs=[left, right])
    algebra = system.algebra
    difference = algebra.convert(right) - algebra.convert(left)
    if isinstance(goal, Equal) and difference.is_zero():
        raise DisagreementError(_told(obligation, decision, "the sides have one normal form"))
    if isinstance(goal, Less) and sign(algebra, difference) > 0:
        raise DisagreementError(_told(obligation, decision, "the difference is positive"))
    return Opinion(agrees=True, told="normal form and sign")


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
