"""Values at which the hypotheses of a theorem hold together: Rocq is to confirm that they do.

A theorem whose hypotheses contradict each other says nothing.  The facts are solved, what
is left free gets a value, and what was solved for the value that follows; a function gets
the one that a fact defines, or a constant one.  What is proposed here proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Any, cast

import sympy
from sympy import Expr, Rational, S, Symbol
from sympy.core.function import AppliedUndef

from derivations.relation import Equal, Less, MuchLess, NotEqual, Relation, Within

from ..enclosures.numbers import MUCH
from ..normal.algebra import UnsupportedError
from ..normal.atoms import place
from ..normal.elimination import System
from ..normal.fraction import TooManyGeneratorsError
from .slope import differentiated
from .term import OutsideError, Terms
from .theorem import bounds

if TYPE_CHECKING:
    from .statement import Statement

_DIGITS = 30
_CLOSE = Rational(1, 10**20)


def witness(statement: Statement, system: System) -> tuple[str, ...]:
    """A term for each variable of the theorem; empty where none was found."""
    for attempt, rest in _attempts():
        try:
            values = _Values(statement, system, attempt, rest)
            if values.hold():
                return tuple(values.terms())
        except (OutsideError, UnsupportedError, TooManyGeneratorsError, ZeroDivisionError):
            continue
    return ()


def _attempts() -> Iterator[tuple[tuple[int, ...], int]]:
    """What the free quantities are, in turn: the first of them get the first values.

    Beside it stands what those are to be that may be zero, if it is the same for all of them.
    """
    yield (1,), 1
    yield (1,), 0
    yield (4, 1), 1
    yield (1, 4, 9, 16, 25, 36), 1
    yield (100, 1, 1000, 2), 1
    yield (2, 3, 5, 7, 11, 13), 1


class _Values:
    def __init__(
        self, statement: Statement, system: System, attempt: tuple[int, ...], rest: int
    ) -> None:
        self._statement = statement
        self._rest = rest
        self._algebra = system.algebra
        self._attempt = attempt
        self._number = count()
        self._free: dict[Expr, Expr] = {}
        self._boxes = {
            flat.expression: bounds(flat)
            for flat in statement.facts
            if isinstance(flat, Within) and flat.expression.is_Symbol
        }

    def of(self, expr: Expr) -> Expr:
        """The value of an expression in which functions stand as symbols."""
        solved = self._algebra.expr(self._algebra.convert(expr))
        return solved.xreplace({x: self._drawn(x) for x in sorted(solved.free_symbols, key=str)})

    def _drawn(self, symbol: Symbol) -> Expr:
        if symbol not in self._free:
            notation = self._statement.flat.notation
            declared = notation[symbol].range if symbol in notation else None
            if box := self._boxes.get(symbol) or declared:
                low, high = (Rational(end.numerator, end.denominator) for end in map(_exact, box))
                self._free[symbol] = (low + high) / 2
            elif self._is_flat(symbol) or (self._rest == 0 and not symbol.is_positive):
                self._free[symbol] = S.Zero
            else:
                chosen = self._attempt[next(self._number) % len(self._attempt)]
                self._free[symbol] = sympy.Integer(chosen)
        return self._free[symbol]

    def _is_flat(self, symbol: Symbol) -> bool:
        """Whether it is the derivative of a function that is taken to be constant."""
        thing = _called(self._statement.flat.meaning(symbol))
        return isinstance(thing, tuple) and self._is_constant(thing)

    def _is_constant(self, thing: tuple[Any, Any]) -> bool:
        statement = self._statement
        return statement.slopes.say(thing) and thing[0] not in statement.definitions

    def hold(self) -> bool:
        """Whether the facts and signs that are hypotheses hold, as far as digits tell."""
        signs = (
            self._has_sign(thing)
            for thing in self._statement.terms.used
            if isinstance(thing, Symbol) and not self._statement.is_set(thing)
        )
        return all(signs) and all(self._holds(flat) for flat in self._statement.names)

    def _has_sign(self, symbol: Symbol) -> bool:
        value = self.of(symbol)
        if symbol.is_integer and not value.is_Integer:
            return False
        real = sympy.N(value, _DIGITS)
        return bool(real.is_real) and not (symbol.is_positive and real <= 0)

    def _holds(self, relation: Relation) -> bool:
        sides = [sympy.N(self.of(side), _DIGITS) for side in relation.sides]
        if not all(side.is_real for side in sides):
            return False
        if isinstance(relation, Within):
            low, high = bounds(relation)
            return bool(low <= sides[0] <= high)
        left, right = sides
        if isinstance(relation, Equal):
            return bool(abs(left - right) <= _CLOSE * (1 + abs(left)))
        if isinstance(relation, Less):
            return bool(left < right)
        if isinstance(relation, MuchLess):
            return bool(MUCH * left <= right)
        return isinstance(relation, NotEqual) and bool(left != right)

    def terms(self) -> Iterator[str]:
        """A term for each variable, in their order."""
        for thing in self._statement.terms.used:
            if self._statement.is_set(thing):
                yield self._set(cast(Symbol, thing))
            elif isinstance(thing, Symbol):
                yield Terms().term(self.of(thing))
            elif isinstance(thing, Expr):
                yield Terms().term(self.of(self._statement.flat.symbols[thing]))
            else:
                yield self._function(thing)

    def _set(self, over: Symbol) -> str:
        """A set of one element, of the weight that its count needs."""
        count = self._statement.obligation.notation[over].count
        weight = Terms().term(self.of(count)) if count is not None else "1"
        return f"(cons ({weight}, 1) nil)"

    def _function(self, thing: object) -> str:
        obligation = self._statement.obligation
        function = thing[0] if isinstance(thing, tuple) else thing
        arity = len(obligation.notation[function].arguments)
        defined = self._statement.definitions
        fact = defined.get(function if self._statement.slopes.say(thing) else thing)
        if fact is not None:
            head, body = cast("tuple[Expr, Expr]", fact.relation.sides)
            body = differentiated(body, head.args, thing[1]) if isinstance(thing, tuple) else body
            inside = Terms()
            names = " ".join(inside.symbol(variable) for variable in head.args)
            kept = {variable: sympy.Dummy() for variable in head.args}
            back = {dummy: variable for variable, dummy in kept.items()}
            flat = self._statement.flat.expr(body).xreplace(kept)
            values = {
                x: self.of(x) for x in flat.free_symbols if isinstance(x, Symbol) and x not in back
            }
            return f"(fun {names} => {inside.term(flat.xreplace(values).xreplace(back))})"
        found = {
            self.of(symbol)
            for value, symbol in self._statement.flat.symbols.items()
            if _called(value) == thing
        }
        if len(found) > 1:
            raise OutsideError("a constant function has one value")
        if isinstance(thing, tuple) and self._is_constant(thing) and found - {S.Zero}:
            raise OutsideError("a constant function has no other derivative")
        value = Terms().term(found.pop() if found else S.Zero)
        return f"(fun {' '.join(['_'] * arity)} => {value})"


def _called(value: Expr) -> object:
    if isinstance(value, AppliedUndef):
        return value.func
    found = place(value)
    return found[1] if found is not None and found[0] == "jet" else None


def _exact(end: object) -> Rational:
    return Rational(str(end))
