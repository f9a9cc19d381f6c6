"""Which equation gives which quantity its value, at a point that is to satisfy the facts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy
from flint import fmpq
from sympy import Expr, Symbol

from derivations.quantity import Notation, Role
from derivations.relation import Equal, Less, MuchLess, Relation, Within

from ...enclosures.numbers import MUCH
from .functions import Functions

#: What is bounded on one side only is drawn from this side to so far from zero.
_FAR = 100

_Ranges = dict[Expr, tuple[fmpq, fmpq]]


def ranges_of(facts: Iterable[Relation], notation: Notation) -> _Ranges:
    """The intervals from which symbols are drawn: those that are stated or declared of them."""
    facts = tuple(facts)
    stated: _Ranges = {
        fact.expression: in_base_units(fact)
        for fact in facts
        if isinstance(fact, Within) and fact.expression.is_Symbol
    }
    ranges = dict(stated)
    for fact in facts:
        if type(fact) is Less:
            low, high = fact.sides
            for symbol, number in ((low, high), (high, low)):
                if not (isinstance(symbol, Expr) and isinstance(number, Expr)):
                    continue
                if number.is_Rational and symbol.is_Symbol and symbol not in stated:
                    end = fmpq(int(number.p), int(number.q))
                    least, most = ranges.get(symbol) or _declared(symbol, notation)
                    if symbol is low:
                        most = max(least, min(most, end))
                    else:
                        least = min(most, max(least, end))
                    ranges[symbol] = (least, most)
    return ranges


def _declared(symbol: Symbol, notation: Notation) -> tuple[fmpq, fmpq]:
    declared = notation[symbol].range if symbol in notation else None
    if declared is None:
        return fmpq(0 if symbol.is_nonnegative else -_FAR), fmpq(_FAR)
    low, high = declared
    return fmpq(low.numerator, low.denominator), fmpq(high.numerator, high.denominator)


def in_base_units(relation: Within) -> tuple[fmpq, fmpq]:
    """The ends of an interval in base units."""
    from fractions import Fraction

    from derivations.units import in_base

    size, _ = in_base(relation.unit)
    low, high = (Fraction(end * size) for end in (relation.low, relation.high))
    return fmpq(low.numerator, low.denominator), fmpq(high.numerator, high.denominator)


def owners(
    facts: Iterable[Relation],
    functions: Functions,
    notation: Notation,
    ranges: _Ranges,
    sets: Iterable[Symbol],
    turn: int,
) -> dict[Symbol, tuple[Expr, Expr]]:
    """For each equation a symbol, or a function's parameter, to which it gives its value.

    None is given by what it gives itself.  Intervals of expressions, and what is less or much
    less, are met by a value inside, if a symbol is free for it.  Another ``turn`` prefers
    other symbols.
    """
    counts = {notation[each].count for each in sets}
    found = _Owners(functions, notation, ranges, counts, turn)
    facts = tuple(facts)
    equations = [f for f in facts if type(f) is Equal and f.sides[0] != f.sides[1]]
    for equation in sorted(equations, key=lambda each: len(found.occurring(each))):
        found.take(*equation.sides)
    for fact in facts:
        if isinstance(fact, Within) and not fact.expression.is_Symbol:
            low, high = in_base_units(fact)
            middle = (low + high) / 2
            found.take(fact.expression, sympy.Rational(int(middle.p), int(middle.q)))
        if isinstance(fact, MuchLess):
            found.take(2 * int(MUCH) * fact.sides[0], fact.sides[1])
        elif isinstance(fact, Less) and turn:
            found.take(fact.sides[0] + 1, fact.sides[1])
    return found.equations


class _Owners:
    def __init__(
        self,
        functions: Functions,
        notation: Notation,
        ranges: _Ranges,
        counts: set[Expr | None],
        turn: int,
    ) -> None:
        self._functions = functions
        self._notation = notation
        self._ranges = ranges
        self._counts = counts
        self._turn = turn
        self.equations: dict[Symbol, tuple[Expr, Expr]] = {}
        self._made_of: dict[Symbol, frozenset[Symbol]] = {}

    def occurring(self, fact: Relation) -> set[Symbol]:
        """The symbols and parameters that the sides are made of."""
        sides = (side for side in fact.sides if isinstance(side, Expr))
        return set().union(*map(self._functions.made_of, sides))

    def take(self, left: Any, right: Any) -> None:
        """Find an owner for an equation, if there is one."""
        if not (isinstance(left, Expr) and isinstance(right, Expr)):
            return
        occurring = self._functions.made_of(left) | self._functions.made_of(right)
        for symbol in self._candidates(left, right):
            others = occurring - {symbol}
            below = self._under(others)
            if symbol in occurring and symbol not in self.equations and symbol not in below:
                self.equations[symbol] = (right, left) if right == symbol else (left, right)
                self._made_of[symbol] = others
                return

    def _under(self, symbols: frozenset[Symbol]) -> set[Symbol]:
        """The symbols, and all that their values are made of."""
        found, pending = set(symbols), list(symbols)
        while pending:
            more = self._made_of.get(pending.pop(), frozenset()) - found
            found |= more
            pending += more
        return found

    def _candidates(self, left: Expr, right: Expr) -> list[Symbol]:
        symbols = sorted(left.free_symbols | right.free_symbols, key=str)
        symbols = [x for x in (left, right) if x.is_Symbol] + symbols
        free = [x for x in symbols if self._is_free(x)]
        free += self._functions.free_in(left, right)
        last = [x for x in symbols if x not in free and self._may_follow(x)]
        return [*free[self._turn :], *free[: self._turn], *last]

    def _is_free(self, symbol: Symbol) -> bool:
        stated = symbol in self._ranges
        return self._may_follow(symbol) and not stated and self._notation[symbol].range is None

    def _may_follow(self, symbol: Symbol) -> bool:
        if symbol in self._counts or symbol.is_integer or symbol not in self._notation:
            return False
        quantity = self._notation[symbol]
        return quantity.role not in {Role.VARIABLE, Role.SET} and quantity.member_of is None
