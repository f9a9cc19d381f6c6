"""Intervals with rigorous ends: exact rationals as long as that lasts, balls after that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction

from flint import arb, ctx, fmpq

#: An end of an interval.  A ball stands for some number inside it; infinity is a ball.
End = fmpq | arb

#: Bits carried where an end is not rational.
_PRECISION = 192
#: Ends whose binary exponent is beyond this count as infinite when written out.
_LARGEST_EXPONENT = 1 << 20

_ZERO, _ONE = fmpq(0), fmpq(1)
_INFINITY = arb.pos_inf()


@contextmanager
def precision() -> Iterator[None]:
    """Carry enough bits inside; intervals are rigorous outside too, only wider."""
    with ctx.workprec(_PRECISION):
        yield


@dataclass(frozen=True)
class Interval:
    """All numbers from ``low`` to ``high``, either of which may be infinite.

    Every operation encloses all values that it has on the numbers enclosed; where it has
    none (a quotient by zero, the logarithm of a negative number) there is nothing to
    enclose.

    >>> Interval.of(2, 3) / Interval.of(4, 5)
    Interval(2/5, 3/4)
    >>> Interval.of(-1, 2).power(2)
    Interval(0, 4)
    >>> Interval.of(1, 2) / Interval.of(-1, 1)
    Interval(-inf, inf)
    """

    low: End
    high: End

    @classmethod
    def of(cls, low: Fraction | int | None, high: Fraction | int | None) -> Interval:
        """The interval between two exact numbers; ``None`` is without bound."""
        least = -_INFINITY if low is None else _exact(low)
        return cls(least, _INFINITY if high is None else _exact(high))

    @classmethod
    def point(cls, value: End | Fraction | int) -> Interval:
        """One number."""
        end = value if isinstance(value, arb | fmpq) else _exact(value)
        return cls(end, end)

    def __repr__(self) -> str:
        return f"Interval({_shown(self.low)}, {_shown(self.high)})"

    # -- arithmetic ---------------------------------------------------------------

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self.low >= 0 and other.low >= 0:
            return Interval(_times(self.low, other.low), _times(self.high, other.high))
        products = [_times(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(_least(products), _greatest(products))

    def __truediv__(self, other: Interval) -> Interval:
        return self * other.inverse()

    def inverse(self) -> Interval:
        """1/x."""
        if self.low > 0 or self.high < 0:
            return Interval(_inverse(self.high), _inverse(self.low))
        if self.low >= 0 and self.high > 0:
            return Interval(_inverse(self.high), _INFINITY)
        if self.high <= 0 and self.low < 0:
            return Interval(-_INFINITY, _inverse(self.low))
        return EVERYTHING

    def power(self, exponent: Fraction | int) -> Interval:
        """The rational power of what is in it; of what is not negative, if not an integer.

        >>> Interval.of(4, 9).power(Fraction(-1, 2))
        Interval(1/3, 1/2)
        """
        if exponent.denominator != 1:
            if exponent.numerator < 0:
                return self.power(-exponent).inverse()
            return _ends_raised(self.clipped(), exponent)
        exponent = int(exponent)
        if exponent < 0:
            return self.power(-exponent).inverse()
        if exponent == 0:
            return Interval(_ONE, _ONE)
        if exponent % 2 or self.low >= 0:
            return _ends_raised(self, exponent)
        if self.high <= 0:
            return _ends_raised(-self, exponent)
        return Interval(_ZERO, _ends_raised((-self).hull(self), exponent).high)

    def exp(self) -> Interval:
        """The exponential function."""
        return Interval(_exp(self.low), _exp(self.high))

    def log(self) -> Interval:
        """The natural logarithm of what is positive."""
        positive = self.clipped()
        return Interval(_log(positive.low), _log(positive.high))

    def cos(self) -> Interval:
        """The cosine."""
        whole = Interval.of(-1, 1)
        if not (self.high - self.low < 6):
            return whole
        ends = (arb(self.low).cos(), arb(self.high).cos())
        low, high = _least(ends), _greatest(ends)
        turns_low, turns_high = arb(self.low) / arb.pi(), arb(self.high) / arb.pi()
        for n in range(_floor(turns_low), 1 - _floor(-turns_high)):
            if turns_low > n or turns_high < n:
                continue
            low, high = (whole.low, high) if n % 2 else (low, whole.high)
        return Interval(low, high)

    def absolute(self) -> Interval:
        """The absolute value."""
        if self.low >= 0:
            return self
        return -self if self.high <= 0 else Interval(_ZERO, (-self).hull(self).high)

    def clipped(self) -> Interval:
        """The part that is not negative."""
        return Interval(_greatest((self.low, _ZERO)), _greatest((self.high, _ZERO)))

    def hull(self, other: Interval) -> Interval:
        """The least interval that holds both."""
        return Interval(_least((self.low, other.low)), _greatest((self.high, other.high)))

    def meet(self, other: Interval) -> Interval:
        """What the two have in common, at least; its ends are crossed if that is nothing."""
        return Interval(
            other.low if other.low > self.low else self.low,
            other.high if other.high < self.high else self.high,
        )

    def middle(self) -> Fraction:
        """A number inside, midway where both ends are finite.

        >>> print(Interval.of(0, 1).middle(), Interval.of(3, None).middle())
        1/2 7
        """
        low, high = self.fractions()
        if low is None:
            return Fraction(0) if high is None else -2 * abs(high) - 1
        return 2 * abs(low) + 1 if high is None else (low + high) / 2

    def halves(self) -> tuple[Interval, Interval]:
        """It cut in two."""
        middle = _exact(self.middle())
        return Interval(self.low, middle), Interval(middle, self.high)

    # -- what is certain ----------------------------------------------------------

    def sign(self) -> int:
        """+1 or −1 where every number in it has that sign, else 0."""
        return 1 if self.low > 0 else -1 if self.high < 0 else 0

    def inside(self, other: Interval) -> bool:
        """Whether every number in it is certainly in ``other``."""
        return bool(self.low >= other.low and self.high <= other.high)

    def outside(self, other: Interval) -> bool:
        """Whether certainly no number in it is in ``other``."""
        return bool(self.low > other.high or self.high < other.low)

    def is_point(self) -> bool:
        """Whether it is a single number."""
        return self.low is self.high or bool(self.low == self.high)

    def fractions(self) -> tuple[Fraction | None, Fraction | None]:
        """Its ends as fractions, rounded outward; ``None`` where it has no bound.

        >>> Interval.of(2, 2).power(Fraction(1, 2)).fractions()[0] ** 2 < 2
        True
        """
        with precision():
            return _outward(self.low, up=False), _outward(self.high, up=True)


EVERYTHING = Interval(-_INFINITY, _INFINITY)


def _exact(value: Fraction | int) -> fmpq:
    return fmpq(value.numerator, value.denominator)


def _shown(end: End) -> str:
    if isinstance(end, fmpq):
        return str(end)
    if end.is_finite():
        return str(end.str(10, radius=False))
    return "inf" if end > 0 else "-inf" if end < 0 else "nan"


def is_finite(end: End) -> bool:
    """Whether an end is a number."""
    return isinstance(end, fmpq) or bool(end.is_finite())


def _times(a: End, b: End) -> End:
    """The product; zero times infinity is zero, no number being infinite."""
    return _ZERO if a == 0 or b == 0 else a * b


def _inverse(end: End) -> End:
    return 1 / end if is_finite(end) else _ZERO


def _least(ends: tuple[End, ...] | list[End]) -> End:
    result = ends[0]
    for end in ends[1:]:
        if isinstance(result, fmpq) and isinstance(end, fmpq):
            result = min(result, end)
        elif result <= end:
            continue
        else:
            result = end if end <= result else arb(result).min(arb(end))
    return result


def _greatest(ends: tuple[End, ...] | list[End]) -> End:
    return -_least([-end for end in ends])


def _floor(ball: arb) -> int:
    return int(ball.lower().floor().unique_fmpz() or 0)


def _ends_raised(interval: Interval, exponent: Fraction | int) -> Interval:
    return Interval(_raised(interval.low, exponent), _raised(interval.high, exponent))


def _raised(end: End, exponent: Fraction | int) -> End:
    """An end to a positive power; not negative where that is no integer."""
    if not is_finite(end) or end == 0:
        return end if exponent.numerator % 2 or not end < 0 else -end
    if exponent.denominator == 1:
        return end ** int(exponent)
    if isinstance(end, fmpq):
        rational = _rational_root(end, exponent.denominator)
        if rational is not None:
            return rational ** int(exponent.numerator)
    return arb(end) ** _exact(exponent)


def _rational_root(value: fmpq, degree: int) -> fmpq | None:
    top, bottom = value.p.root(degree), value.q.root(degree)
    exact = top**degree == value.p and bottom**degree == value.q
    return fmpq(top, bottom) if exact else None


def _exp(end: End) -> End:
    if end == 0:
        return _ONE
    if not is_finite(end):
        return _ZERO if end < 0 else end
    return arb(end).exp()


def _log(end: End) -> End:
    if end == 0:
        return -_INFINITY
    if end == 1:
        return _ZERO
    return arb(end).log() if is_finite(end) else end


def _outward(end: End, *, up: bool) -> Fraction | None:
    if isinstance(end, fmpq):
        return Fraction(int(end.p), int(end.q))
    bound = end.upper() if up else end.lower()
    if not bound.is_finite():
        return None
    mantissa, exponent = bound.man_exp()
    if abs(exponent) > _LARGEST_EXPONENT:
        return None
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)
