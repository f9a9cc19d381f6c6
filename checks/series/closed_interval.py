"""Signs on an interval: substitute a positive parameter that runs through it.

x = (low + high t) / (1 + t) with t > 0 runs through the open interval, x = low + t
through everything above, x = high − t through everything below.  A polynomial in t
whose coefficients have one sign has that sign; that is never lost, and often gained, by
multiplying with powers of 1 + t (Pólya's theorem).  The ends are looked at by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from flint import fmpq_mpoly
from sympy import Dummy, Expr, Symbol, oo

from ..normal.algebra import Algebra, UnsupportedError
from ..normal.fraction import Frac
from ..normal.sign import sign
from ..quoting import quoted

#: How many powers of 1 + t are tried.
_POWERS = 4


@dataclass(frozen=True)
class ClosedInterval:
    """The values of ``variable`` from ``low`` to ``high``, which may be ``oo``.

    >>> from derivations.quantity import Notation
    >>> x = Symbol("x", real=True)
    >>> unit = ClosedInterval(Algebra(Notation()), x, Expr() * 0, 1 + 0 * x)
    >>> unit.sign(x**2 - x + 1), unit.sign(x - 2), unit.sign(x - 1), unit.sign(2 * x - 1)
    (1, -1, 0, 0)
    >>> unit.nonnegative(1 - x)
    True
    """

    algebra: Algebra
    variable: Symbol
    low: Expr
    high: Expr

    def __post_init__(self) -> None:
        for end in self.ends():
            if self._varies(self.algebra.convert(end)):
                msg = f"the limit {quoted(end)} varies with {quoted(self.variable)}"
                raise UnsupportedError(msg)

    def ends(self) -> tuple[Expr, ...]:
        """The finite limits."""
        return (self.low,) if self.high is oo else (self.low, self.high)

    def sign(self, expr: Expr) -> int:
        """+1 or −1 if ``expr`` has that sign on the whole closed interval, else 0."""
        at_ends = {sign(self.algebra, self._taken(expr, end)) for end in self.ends()}
        if len(at_ends) != 1:
            return 0
        (direction,) = at_ends
        return direction if direction and self._inside(expr, direction) else 0

    def nonnegative(self, expr: Expr) -> bool:
        """Whether ``expr`` is positive inside and positive or zero at the ends."""
        at_ends = [self._taken(expr, end) for end in self.ends()]
        return all(
            value.is_zero() or sign(self.algebra, value) > 0 for value in at_ends
        ) and self._inside(expr, 1)

    def reaches(self, point: Expr, *, below: bool) -> bool:
        """Whether ``point`` is in the interval and can be approached in it from that side."""
        above_low = self._distance(point, self.low)
        under_high = 1 if self.high is oo else self._distance(self.high, point)
        if above_low is None or under_high is None:
            return False
        return above_low > 0 and under_high >= 0 if below else above_low >= 0 and under_high > 0

    def _distance(self, one: Expr, other: Expr) -> int | None:
        """The sign of the difference, ``None`` where it is not known to be ≥ 0."""
        difference = self.algebra.convert(one - other)
        if difference.is_zero():
            return 0
        return 1 if sign(self.algebra, difference) > 0 else None

    def _inside(self, expr: Expr, direction: int) -> bool:
        t = Dummy("t", positive=True)
        return any(self._has_sign(self._taken(expr, path), t, direction) for path in self._paths(t))

    def _paths(self, t: Symbol) -> list[Expr]:
        if self.high is oo:
            return [self.low + t]
        paths = [(self.low + self.high * t) / (1 + t)]
        if sign(self.algebra, self.algebra.convert(self.high - self.low)) > 0:
            paths += [self.low + t, self.high - t]
        return paths

    def _taken(self, expr: Expr, value: Expr) -> Frac:
        normal = self.algebra.convert(expr.subs(self.variable, value))
        if self._varies(normal):
            msg = f"{quoted(expr)} varies with {quoted(self.variable)} by way of the premises"
            raise UnsupportedError(msg)
        return normal

    def _varies(self, value: Frac) -> bool:
        return self.variable in self.algebra.expr(value).free_symbols

    def _has_sign(self, value: Frac, t: Symbol, direction: int) -> bool:
        found = sign(self.algebra, value)
        if found:
            return found == direction
        above = self._by_powers(value.num, t)
        return above != 0 and above * self._by_powers(value.den, t) == direction

    def _by_powers(self, polynomial: fmpq_mpoly, t: Symbol) -> int:
        """The common sign of the coefficients of the powers of t, or 0."""
        ring = self.algebra.ring
        index = self.algebra.symbol(t)
        more = ring.one + ring.power(index, self.algebra.roots)
        for _ in range(_POWERS):
            coefficients: dict[int, Frac] = {}
            for number, powers in Frac(ring, polynomial, ring.one).terms():
                power = powers.pop(index, 0)
                term = self.algebra.number(number)
                for other, exponent in powers.items():
                    term = term * self.algebra.gen(other, exponent)
                coefficients[power] = coefficients.get(power, self.algebra.zero) + term
            signs = {sign(self.algebra, c) for c in coefficients.values() if not c.is_zero()}
            if len(signs) == 1 and 0 not in signs:
                return signs.pop()
            polynomial = polynomial * more
        return 0
