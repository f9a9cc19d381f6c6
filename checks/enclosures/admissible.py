"""Points at which the premises hold: exact values, one quantity after the other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from flint import fmpq
from sympy import Expr

from ..normal.fraction import Frac
from .enclosure import Region, corner, symbols
from .interval import Interval, precision
from .narrowing import ContradictionError, Statement, narrowed
from .numbers import Numbers

#: Where in its interval a quantity is put, by turns, if the corners won't do.
_SHARES = [Fraction(n, 8) for n in (1, 4, 7, 2, 5, 3, 6)]
_TURNS = 4
_HALVINGS = 60
#: How far out a quantity goes that has no bound.
_FAR = 1000
_DIGITS = (2, 4, 8, 16, 32)

Point = dict[Expr, Fraction]


def point(numbers: Numbers, claim: Statement | None = None) -> Point | None:
    """Values of all quantities at which every statement and the claim certainly hold.

    The middle of what is left of the box is tried, its corners where the claimed value is
    least and greatest, a few points between, and the way from a point where the value is
    too small to one where it is too great.  ``None`` where nothing was found.
    """
    with precision():
        if claim is None:
            return next(_points(numbers, None), None)
        try:
            supposed = numbers.supposing(claim)
        except ContradictionError:
            return None
        found = next(_points(supposed, claim.value), None)
        return _on_the_way(numbers, claim) if found is None else found


def _points(numbers: Numbers, toward: Frac | None) -> Iterator[Point]:
    for shares in _shares(numbers, toward):
        found = _built(numbers, shares)
        if found is not None and _holds(numbers, found):
            yield found


def _on_the_way(numbers: Numbers, claim: Statement) -> Point | None:
    """Halve the way between a point below the claimed interval and one above it."""
    if claim.value.monomial() is not None:
        return None
    sides: dict[int, Point] = {}
    for found in _points(numbers, claim.value):
        if found.keys() >= symbols(numbers.algebra, claim.value).keys():
            sides.setdefault(_side(numbers, claim, found), found)
    for _ in range(_HALVINGS if sides.keys() >= {-1, 1} else 0):
        middle = {symbol: (sides[-1][symbol] + sides[1][symbol]) / 2 for symbol in sides[1]}
        side = _side(numbers, claim, middle)
        if side == 0:
            region = Region(numbers.algebra, at(middle))
            return middle if claim.holds(region) and _holds(numbers, middle) else None
        sides[side] = middle
    return None


def _side(numbers: Numbers, claim: Statement, found: Point) -> int:
    """−1 below the claimed interval, +1 above it."""
    value = Region(numbers.algebra, at(found)).value(claim.value)
    return int(value.low > claim.interval.high) - int(value.high < claim.interval.low)


def at(found: Point) -> dict[Expr, Interval]:
    """The point as a box."""
    return {symbol: Interval.point(value) for symbol, value in found.items()}


def _holds(numbers: Numbers, found: Point) -> bool:
    region = Region(numbers.algebra, at(found))
    return all(statement.holds(region) for statement in numbers.statements) and all(
        region.defined(value) and region.value(value).sign() for value in numbers.nonzero
    )


def _shares(numbers: Numbers, toward: Frac | None) -> Iterator[dict[Expr, Fraction]]:
    occurring = _occurring(numbers)
    half = Fraction(1, 2)
    yield dict.fromkeys(occurring, half)
    if toward is not None:
        for direction in (+1, -1):
            ends = corner(numbers.algebra, toward, numbers.box, direction)
            yield {symbol: _share(numbers.box[symbol], ends.get(symbol)) for symbol in occurring}
    for turn in range(_TURNS):
        yield {
            symbol: _SHARES[(place + 2 * turn) % len(_SHARES)]
            for place, symbol in enumerate(occurring)
        }


def _occurring(numbers: Numbers) -> list[Expr]:
    """The quantities to be given values, those known best first."""
    values = (*(statement.value for statement in numbers.statements), *numbers.nonzero)
    found = set().union(*(symbols(numbers.algebra, value) for value in values))
    return sorted(found, key=lambda symbol: (_looseness(numbers.box[symbol]), str(symbol)))


def _looseness(interval: Interval) -> Fraction:
    """The width compared to the distance from zero; what has no bound comes last."""
    low, high = interval.fractions()
    if low is None or high is None:
        return Fraction(3)
    return (high - low) / (abs(low) + abs(high)) if low != high else Fraction(0)


def _share(whole: Interval, end: Interval | None) -> Fraction:
    if end is None or not end.is_point():
        return Fraction(1, 2)
    return Fraction(int(end.high is whole.high))


def _built(numbers: Numbers, shares: dict[Expr, Fraction]) -> Point | None:
    """Choose each quantity in what the choices before it leave."""
    box = dict(numbers.box)
    algebra = numbers.algebra
    inner = [(s, symbols(algebra, s.value).keys()) for s in numbers.statements]
    ties = [(statement, tied) for statement, tied in inner if len(tied) > 1]
    found: Point = {}
    for symbol, share in shares.items():
        value = _chosen(box[symbol], share, whole=bool(symbol.is_integer))
        if value is None:
            return None
        found[symbol] = value
        box[symbol] = Interval.point(value)
        open_ties = [statement for statement, tied in ties if tied - found.keys()]
        try:
            box = narrowed(algebra, box, open_ties, rounds=2)
        except ContradictionError:
            return None
    return found


def _chosen(interval: Interval, share: Fraction, *, whole: bool) -> Fraction | None:
    """A short number in the interval; a positive one where it begins at zero."""
    low, high = _ends(interval)
    if low > 0 and high > _FAR * low:
        ratio = Decimal((high / low).__floor__()) ** (Decimal(share.numerator) / share.denominator)
        target = low * Fraction(ratio)
    else:
        target = low + share * (high - low)
    if whole:
        nearest = Fraction(round(target))
        return nearest if low <= nearest <= high else None
    return _short(target, low, high)


def _ends(interval: Interval) -> tuple[Fraction, Fraction]:
    """Finite ends; inside the interval's where these are not exact or must not be taken."""
    low, high = interval.fractions()
    if low is None or high is None:
        if low is None:
            top = Fraction(_FAR) if high is None else high
            return top - 2 * _FAR * max(abs(top), Fraction(1)), top
        return (low, _FAR**2 * low) if low > 0 else (Fraction(1, _FAR), Fraction(_FAR))
    if low == 0 < high:
        return high / _FAR, high
    if isinstance(interval.low, fmpq) and isinstance(interval.high, fmpq):
        return low, high
    return low + (high - low) / _FAR, high - (high - low) / _FAR


def _short(target: Fraction, low: Fraction, high: Fraction) -> Fraction:
    """A number with few decimals between ``low`` and ``high`` and not far from ``target``."""
    for digits in _DIGITS:
        context = Context(prec=digits, rounding=ROUND_HALF_EVEN)
        short = Fraction(context.divide(Decimal(target.numerator), Decimal(target.denominator)))
        if low <= short <= high and 8 * abs(short - target) <= high - low:
            return short
    return target
