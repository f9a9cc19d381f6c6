"""Numbers as short decimals, rounded outward where they bound something."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from .interval import Interval

#: Significant digits shown: more than the fewest where the ends are close together.
_FEWEST, _MOST = 3, 15
#: Powers of ten between which a number is written out.
_SMALL, _LARGE = -4, 6


def outward(interval: Interval) -> tuple[str, str]:
    """The ends of an interval, rounded outward to so many digits that its width shows.

    >>> outward(Interval.of(Fraction(576831, 10000), Fraction(581678, 10000)))
    ('57.68', '58.17')
    >>> outward(Interval.of(Fraction(1, 3), Fraction(1, 3)))
    ('0.333333333333333', '0.333333333333334')
    >>> outward(Interval.of(0, None))
    ('0', '∞')
    """
    low, high = interval.fractions()
    digits = _digits(low, high)
    return (
        "-∞" if low is None else _decimal(low, digits, ROUND_FLOOR),
        "∞" if high is None else _decimal(high, digits, ROUND_CEILING),
    )


def nearest(value: Fraction, digits: int = 6) -> str:
    """The decimal of so many digits that is nearest.

    >>> nearest(Fraction(2, 3)), nearest(Fraction(1, 10**9))
    ('0.666667', '1e-9')
    """
    return _decimal(value, digits, ROUND_HALF_EVEN)


def _digits(low: Fraction | None, high: Fraction | None) -> int:
    if low is None or high is None:
        return _FEWEST
    if low == high:
        return _MOST
    lost = Decimal(int(max(abs(low), abs(high)) / (high - low)) + 1).adjusted()
    return min(max(_FEWEST, lost + 2), _MOST)


def _decimal(value: Fraction, digits: int, rounding: str) -> str:
    context = Context(prec=digits, rounding=rounding)
    number = context.divide(Decimal(value.numerator), Decimal(value.denominator)).normalize(context)
    written_out = number == 0 or _SMALL <= number.adjusted() < _LARGE
    return format(number, "f") if written_out else format(number, "e").replace("e+", "e")
