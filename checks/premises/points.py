"""Points at which premises might hold together: proposed here, judged in ``holding``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from flint import ctx
from sympy import Expr, Rational

from derivations.obligation import Obligation
from derivations.quantity import Role
from derivations.relation import Equal, Relation, Semiquantitative, Within

from ..enclosures.admissible import point
from ..enclosures.narrowing import ContradictionError
from ..enclosures.numbers import gather, in_base_units
from ..normal.elimination import System
from . import polynomial
from .equations import solvable
from .functions import are_functions
from .holding import Place, holds, identical
from .model import Candidate

#: The precision of the balls in which premises hold, in bits.
PRECISION = 128
#: Points drawn at random before and after one is looked for in the intervals.
_FIRST, _LAST = 3, 32


def found(candidate: Candidate) -> Place | None:
    """A place at which all premises hold in the candidate's model; ``None`` if not found."""
    facts = candidate.facts
    links = tuple(dict.fromkeys((*facts, *candidate.asked)))
    system = candidate.system
    if system.contradiction is not None or system.unsolved:
        return None
    if not identical(system.algebra, links, solvable(system)) or not are_functions(system.algebra):
        return None
    ranges = _ranges(facts, candidate)
    with ctx.workprec(PRECISION):
        for place in _places(system, candidate, ranges):
            if holds(place, links):
                return place
    return None


def satisfying(plain: Candidate) -> Place | None:
    """A place that z3 proposes for polynomial premises, if they hold there."""
    proposed = polynomial.ask(plain.facts, plain.notation).point
    if not proposed:
        return None
    values = tuple(
        Equal(symbol, Rational(value.numerator, value.denominator))
        for symbol, value in proposed.items()
        if not (symbol in plain.notation and plain.notation[symbol].role is Role.VARIABLE)
    )
    return found(replace(plain, facts=(*values, *plain.facts)))


def _places(
    system: System, candidate: Candidate, ranges: dict[Expr, tuple[Fraction, Fraction]]
) -> Iterator[Place]:
    def drawn(attempt: int) -> Place:
        free = solvable(system)
        return Place(system.algebra, attempt, ranges, {}, candidate.coefficients, free)

    yield from map(drawn, range(_FIRST))
    yield from _in_the_intervals(candidate, ranges)
    yield from map(drawn, range(_FIRST, _LAST))


def _in_the_intervals(
    candidate: Candidate, ranges: dict[Expr, tuple[Fraction, Fraction]]
) -> Iterator[Place]:
    """A point in what intervals and inequalities leave of every quantity."""
    obligation = Obligation(Semiquantitative(), candidate.facts, candidate.notation)
    sides = [side for link in candidate.facts for side in link.sides if isinstance(side, Expr)]
    try:
        numbers = gather(obligation, *sides)
    except ContradictionError:
        return
    values = point(numbers)
    if values is not None and identical(numbers.algebra, candidate.facts):
        yield Place(numbers.algebra, 0, ranges, values, candidate.coefficients)


def _ranges(
    facts: tuple[Relation, ...], candidate: Candidate
) -> dict[Expr, tuple[Fraction, Fraction]]:
    """The ranges that are declared of symbols, or stated of them as such."""
    result: dict[Expr, tuple[Fraction, Fraction]] = {
        q.symbol: q.range for q in candidate.notation if q.range
    }
    for fact in facts:
        if type(fact) is Within and fact.expression.is_Symbol:
            interval = in_base_units(fact)
            low, high = interval.fractions()
            before = result.get(fact.expression)
            if low is not None and high is not None:
                result[fact.expression] = (
                    (max(low, before[0]), min(high, before[1])) if before else (low, high)
                )
    return result
