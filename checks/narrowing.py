"""What intervals of some expressions say of the quantities that they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from sympy import Expr

from .algebra import Algebra
from .enclosure import Box, Region
from .fraction import Frac, Monomial
from .interval import EVERYTHING, Interval, is_finite

#: How often what is known of one quantity is used to narrow the others.
_ROUNDS = 4


class ContradictionError(Exception):
    """Nothing is left: says of what."""


@dataclass(frozen=True, eq=False)
class Statement:
    """That ``value`` lies in ``interval``, without its ends if ``strict``."""

    value: Frac
    interval: Interval
    strict: bool = False

    def covers(self, interval: Interval) -> bool:
        """Whether all of ``interval`` is certainly where the value is said to be."""
        if self.strict:
            return bool(interval.low > self.interval.low and interval.high < self.interval.high)
        return interval.inside(self.interval)

    def holds(self, region: Region) -> bool:
        """Whether it certainly holds everywhere in ``region``."""
        return region.defined(self.value) and self.covers(region.value(self.value))

    def denials(self) -> Iterator[Statement]:
        """What would refute it: that the value is above, or that it is below."""
        strict = not self.strict
        if is_finite(self.interval.high):
            yield Statement(self.value, Interval(self.interval.high, EVERYTHING.high), strict)
        if is_finite(self.interval.low):
            yield Statement(self.value, Interval(EVERYTHING.low, self.interval.low), strict)


def narrowed(
    algebra: Algebra, box: Box, statements: Iterable[Statement], rounds: int = _ROUNDS
) -> dict[Expr, Interval]:
    """The box without what the statements exclude, as far as products of powers tell.

    If c xᵖ yᑫ … lies in an interval, x lies in (that / (c yᑫ …))^(1/p).  Raises
    ``ContradictionError`` where nothing is left.

    >>> from derivations.quantity import Notation
    >>> notation = Notation()
    >>> x, y = (notation.factor(name, "", 1, 10) for name in "xy")
    >>> algebra = Algebra(notation)
    >>> area = Statement(algebra.convert(x * y**2), Interval.of(900, None))
    >>> narrowed(algebra, {x: Interval.of(1, 10), y: Interval.of(1, 10)}, [area])
    {x: Interval(9, 10), y: Interval(9.486832981, 10)}
    """
    result = dict(box)
    products = [(single, s) for s in statements if (single := s.value.monomial()) is not None]
    for _ in range(rounds):
        before = dict(result)
        for single, statement in products:
            _narrow(algebra, result, single, statement)
        if all(result[symbol] is before[symbol] for symbol in result):
            break
    for statement in statements:
        value = Region(algebra, result).value(statement.value)
        if value.outside(statement.interval):
            msg = f"{algebra.expr(statement.value)} lies in {value} and in {statement.interval}"
            raise ContradictionError(msg)
    return result


def _narrow(
    algebra: Algebra,
    box: dict[Expr, Interval],
    single: tuple[Fraction, Monomial],
    statement: Statement,
) -> None:
    coefficient, powers = single
    for index, steps in powers.items():
        atom = algebra.atom(index)
        exponent = Fraction(steps, atom.roots)
        if atom.kind != "symbol" or not (atom.positive or exponent == 1):
            continue
        others = {i: e for i, e in powers.items() if i != index}
        quotient = statement.interval / Region(algebra, box).term(coefficient, others)
        allowed = quotient if exponent == 1 else quotient.power(1 / exponent)
        known = box.get(atom.expr, EVERYTHING)
        left = known.meet(allowed)
        if left.low > left.high:
            msg = f"{atom.expr} lies in {known} and in {allowed}"
            raise ContradictionError(msg)
        if left.low is not known.low or left.high is not known.high:
            box[atom.expr] = left
