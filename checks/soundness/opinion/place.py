"""Points at which facts hold: what is free is drawn, the rest follows, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from zlib import crc32

from flint import acb, arb, fmpq
from sympy import Expr, Symbol

from derivations.quantity import Notation, Role

from .functions import Functions
from .root import is_idle, root
from .values import AbstainError, Values

#: Values for the quantities that the facts leave free, by turns.
_VALUES = tuple(
    Fraction(*pair)
    for pair in (
        *((8, 5), (7, 3), (9, 7), (13, 8), (5, 4)),
        *((17, 9), (11, 6), (19, 12), (3, 5), (23, 10)),
    )
)
#: Sets are taken to have so many members.
MEMBERS = (1, 2)


class Place:
    """Values of symbols: drawn where they are free, and from their ``equations`` elsewhere.

    An equation gives the value of its symbol: the other side, or where the two sides meet.
    """

    def __init__(
        self,
        notation: Notation,
        functions: Functions,
        equations: Mapping[Symbol, tuple[Expr, Expr]],
        ranges: Mapping[Expr, tuple[fmpq, fmpq]],
        sets: frozenset[Symbol],
        turn: int,
        left: list[int],
    ) -> None:
        self._notation = notation
        self._functions = functions
        self._equations = equations
        self._ranges = ranges
        self._turn = turn
        self._known: dict[Symbol, acb] = {}
        #: What has no value here, or none yet, and why.
        self._without: dict[Symbol, str] = {}
        self._sets = sets
        self._counts = [notation[each].count for each in sets]
        self._parameters = {x for each in functions.parameters.values() for x in each}
        self._values = Values(self.value, dict.fromkeys(sets, MEMBERS), functions, left)
        self._left = left

    def of(self, expr: Expr) -> acb:
        """The value of ``expr``."""
        return self._values.of(expr)

    def elsewhere(self) -> Place:
        """The same constants with other values of what is said to hold for all values."""
        other = Place(
            self._notation,
            self._functions,
            {},
            self._ranges,
            self._sets,
            self._turn + 7,
            self._left,
        )
        other._known = {x: ball for x, ball in self._known.items() if not self._varies(x)}
        return other

    def _varies(self, symbol: Symbol) -> bool:
        return symbol in self._notation and self._notation[symbol].role is Role.VARIABLE

    def value(self, symbol: Symbol) -> acb:
        """The value of ``symbol``."""
        if symbol in self._without:
            raise AbstainError(self._without[symbol])
        if symbol not in self._known:
            self._without[symbol] = "a value that is given by itself"
            try:
                found = self._found(symbol)
            except AbstainError as error:
                self._without[symbol] = str(error)
                raise
            self._known[symbol] = found
            del self._without[symbol]
        return self._known[symbol]

    @property
    def shown(self) -> str:
        """The values, for a reader."""
        values = (
            f"{name} = {ball.real.str(8)}"
            for name, ball in self._known.items()
            if name not in self._parameters
        )
        return ", ".join(values)

    def admissible(self) -> bool:
        """Whether each value that follows has the sign and the range that are declared.

        And whether each set has as many members as it is said to have.
        """
        for count in self._counts:
            if count is not None and not self.of(count).overlaps(acb(len(MEMBERS))):
                return False
        for symbol in self._equations:
            if symbol not in self._known or symbol in self._parameters:
                continue
            ball = self._known[symbol]
            if symbol.is_integer or not ball.imag.contains(0):
                return False
            if symbol.is_nonnegative and not ball.real > 0:
                return False
            stated = self._notation[symbol].range if symbol in self._notation else None
            if stated and not _number(stated[0]) <= ball.real <= _number(stated[1]):
                return False
        return True

    def _found(self, symbol: Symbol) -> acb:
        if symbol not in self._equations:
            return self._free(symbol)
        left, right = self._equations[symbol]
        if left == symbol and symbol not in right.free_symbols:
            return self.of(right)
        sides = self._trial(symbol, left, right)
        if is_idle(sides):
            return self._free(symbol)
        return root(sides, positive=bool(symbol.is_nonnegative))

    def _trial(self, symbol: Symbol, left: Expr, right: Expr) -> Callable[[arb], tuple[acb, acb]]:
        """Both sides for a trial value of ``symbol``, on which no other of them depends."""

        def sides(trial: arb) -> tuple[acb, acb]:
            without = self._without.pop(symbol)
            self._known[symbol] = acb(trial)
            try:
                return self.of(left), self.of(right)
            finally:
                del self._known[symbol]
                self._without[symbol] = without

        return sides

    def _free(self, symbol: Symbol) -> acb:
        drawn = crc32(str(symbol).encode()) + 3 * self._turn
        if symbol in self._parameters:
            return acb(0)
        for count in self._counts:
            if count is not None and symbol in count.free_symbols:
                return _counted(symbol, count)
        if symbol in self._ranges:
            least, most = self._ranges[symbol]
            return acb(least + (most - least) * fmpq(1 + drawn % 5, 7))
        declared = symbol in self._notation
        quantity = self._notation[symbol] if declared else None
        if quantity is not None and quantity.member_of is not None:
            return acb(MEMBERS[drawn % len(MEMBERS)])
        if quantity is not None and quantity.range is not None:
            low, high = quantity.range
            return acb(_number(low + (high - low) * Fraction(1 + drawn % 5, 7)))
        if symbol.is_integer:
            return acb(1 + drawn % 4)
        value = _VALUES[drawn % len(_VALUES)] + Fraction(drawn // len(_VALUES) % 97, 31)
        negative = not symbol.is_nonnegative and drawn % 3 == 1
        return acb(_number(-value if negative else value))


def _counted(symbol: Symbol, count: Expr) -> acb:
    """The value of ``symbol`` with which a set has its members, where their number is k·symbol."""
    share = count / symbol
    if not share.is_Rational:
        msg = "a set whose members are not known"
        raise AbstainError(msg)
    return acb(fmpq(len(MEMBERS) * share.q, share.p))


def _number(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)
