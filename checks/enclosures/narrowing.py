"""What intervals of some expressions say of the quantities that they are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sympy import Expr

from ..normal.algebra import Algebra
from ..normal.fraction import Frac
from ..quoting import quoted
from .enclosure import Box, Powers, Region
from .interval import EVERYTHING, Interval, is_finite

#: How many statements are used for one bound.
_USES = 2
#: What lies in an interval if a function of it does.
_INVERSES = {
    "exp": Interval.log,
    "log": Interval.exp,
    "radical": Interval.clipped,
}

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
        if not self.strict:
            return interval.inside(self.interval)
        low, high = self.interval.low, self.interval.high
        above = not is_finite(low) or interval.low > low
        return bool(above and (not is_finite(high) or interval.high < high))

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
    algebra: Algebra, box: Box, statements: Sequence[Statement], rounds: int = _ROUNDS
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
    region = Region(algebra, result)
    for _ in range(rounds):
        before = dict(result)
        for statement in statements:
            _narrow(region, result, statement.value, statement.interval)
        if all(result[symbol] is before.get(symbol) for symbol in result):
            break
    for statement in statements:
        value = region.value(statement.value)
        if value.outside(statement.interval):
            msg = (
                f"{quoted(algebra.expr(statement.value))} lies "
                f"in {value} and in {statement.interval}"
            )
            raise ContradictionError(msg)
    return result


def _narrow(region: Region, box: dict[Expr, Interval], value: Frac, interval: Interval) -> None:
    """Narrow the box of ``region`` by what it means that ``value`` lies in ``interval``."""
    single = value.monomial()
    if single is None:
        return
    coefficient, powers = single
    for index, steps in powers.items():
        atom = region.algebra.atom(index)
        exponent = Fraction(steps, atom.roots)
        if not (atom.positive or abs(exponent) == 1) or _is_fixed(box, atom.expr):
            continue
        others = {i: e for i, e in powers.items() if i != index}
        quotient = interval / region.term(coefficient, others)
        allowed = (quotient.clipped() if atom.positive else quotient).power(1 / exponent)
        if atom.kind == "symbol":
            if _meet(box, atom.expr, allowed):
                region.forget()
        elif atom.kind in _INVERSES:
            _narrow(region, box, atom.parts[0], _INVERSES[atom.kind](allowed))


def _is_fixed(box: Box, expr: Expr) -> bool:
    return expr in box and box[expr].is_point()


def _meet(box: dict[Expr, Interval], symbol: Expr, allowed: Interval) -> bool:
    """Narrow one symbol; whether it was narrowed."""
    known = box.get(symbol, EVERYTHING)
    left = known.meet(allowed)
    if left.low > left.high:
        msg = f"{quoted(symbol)} lies in {known} and in {allowed}"
        raise ContradictionError(msg)
    narrower = left.low is not known.low or left.high is not known.high
    if narrower:
        box[symbol] = left
    return narrower


def product(
    algebra: Algebra, box: Box, value: Frac, statements: Sequence[Statement], uses: int = _USES
) -> Interval:
    """Where a product of positive powers lies, ``statements`` about products being used.

    If x/y lies in an interval, (x/y)² z lies in that squared, times where z lies.  At
    most ``uses`` statements are used, each where a quantity cancels.
    """
    single = value.monomial()
    if single is None or not all(algebra.atom(i).positive for i in single[1]):
        return EVERYTHING
    products = [
        (one, statement.interval)
        for statement in statements
        if (one := statement.value.monomial())
        and one[0] > 0
        and len(one[1]) > 1
        and all(algebra.atom(i).positive for i in one[1])
    ]
    region = Region(algebra, box)

    def bounds(powers: Powers, uses: int) -> Interval:
        result = region.term(Fraction(1), powers)
        for (coefficient, other), interval in products if uses else ():
            known = interval.clipped() / Interval.point(coefficient)
            for index in other.keys() & powers.keys():
                times = Fraction(powers[index]) / other[index]
                rest = {i: powers.get(i, 0) - times * other.get(i, 0) for i in {*powers, *other}}
                rest = {i: steps for i, steps in rest.items() if steps}
                if len(rest) < len(powers) + (uses > 1):
                    result = result.meet(known.power(times) * bounds(rest, uses - 1))
        return result

    return Interval.point(single[0]) * bounds(dict(single[1]), uses)
