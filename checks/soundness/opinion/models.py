"""Functions and points for a second opinion: polynomials, definitions, rational numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import sympy
from flint import acb, fmpq
from sympy import Expr, Symbol
from sympy.core.function import AppliedUndef

from derivations.quantity import Notation, Role
from derivations.relation import Equal, Relation, Within

from .values import AbstainError

#: Values for the quantities that the facts leave free, by turns.
_VALUES = tuple(
    Fraction(*pair)
    for pair in (
        (8, 5),
        (7, 3),
        (9, 7),
        (13, 8),
        (5, 4),
        (17, 9),
        (11, 6),
        (19, 12),
        (3, 5),
        (23, 10),
    )
)
#: Sets are taken to have so many members.
MEMBERS = (1, 2)


class Models:
    """Every undefined function as a polynomial, or as the facts define it."""

    def __init__(self, relations: Iterable[Relation], notation: Notation) -> None:
        relations = tuple(relations)
        self.definitions: dict[Any, sympy.Lambda] = {}
        for relation in relations:
            self._learn(relation, notation)
        self._polynomials: dict[Any, sympy.Lambda] = {}

    def _learn(self, relation: Relation, notation: Notation) -> None:
        if not isinstance(relation, Equal):
            return
        head, body = relation.sides
        if not isinstance(head, AppliedUndef) or not isinstance(body, Expr):
            return
        if head.func in self.definitions:
            return
        varies = all(x in notation and notation[x].role is Role.VARIABLE for x in head.args)
        if varies and len(set(head.args)) == len(head.args) and not body.has(head.func):
            self.definitions[head.func] = sympy.Lambda(head.args, body)

    def of(self, expr: Expr) -> Expr:
        """``expr`` with the models put in, and what is to be differentiated differentiated."""
        for _ in range(10):
            functions = {each.func for each in expr.atoms(AppliedUndef)}
            if not functions:
                break
            for function in sorted(functions, key=str):
                expr = expr.replace(function, self._model(function, expr))
        return expr.doit(integrals=False) if expr.has(sympy.Derivative, sympy.Subs) else expr

    def _model(self, function: Any, expr: Expr) -> sympy.Lambda:
        if function in self.definitions:
            return self.definitions[function]
        if function not in self._polynomials:
            one = next(each for each in expr.atoms(AppliedUndef) if each.func == function)
            number = len(self._polynomials) + 2
            names = [sympy.Dummy(f"x{k}") for k in range(len(one.args))]
            body = sympy.Rational(number, 7) + sum(
                x * sympy.Rational(number + k, 5)
                + x**2 / (number + 2 * k + 3)
                + x**3 / (number + 11)
                for k, x in enumerate(names)
            )
            self._polynomials[function] = sympy.Lambda(tuple(names), body)
        return self._polynomials[function]

    def relation(self, relation: Relation) -> Relation:
        """An equation, inequality or interval, with the models put in."""
        if isinstance(relation, Within):
            return replace(relation, expression=self.of(relation.expression))
        return type(relation)(*(self.of(side) for side in relation.sides))


class Place:
    """Values of symbols: rational where they are free, and as ``solutions`` say elsewhere.

    Those that are free lie in their ``ranges``, stated or declared.
    """

    def __init__(
        self,
        notation: Notation,
        solutions: dict[Symbol, Expr],
        evaluate: Any,
        turn: int,
        ranges: Mapping[Expr, tuple[fmpq, fmpq]],
    ) -> None:
        self._ranges = ranges
        self._notation = notation
        self._solutions = solutions
        self._evaluate = evaluate
        self._turn = turn
        self._known: dict[Symbol, acb] = {}
        self._pending: set[Symbol] = set()
        self._counts = {quantity.count for quantity in notation if quantity.count is not None}

    def value(self, symbol: Symbol) -> acb:
        """The value of ``symbol``."""
        if symbol not in self._known:
            if symbol in self._pending:
                msg = f"{symbol} is given by itself"
                raise AbstainError(msg)
            self._pending.add(symbol)
            solution = self._solutions.get(symbol)
            self._known[symbol] = (
                self._free(symbol) if solution is None else self._evaluate(solution)
            )
            self._pending.discard(symbol)
        return self._known[symbol]

    @property
    def shown(self) -> str:
        """The values, for a reader."""
        values = (f"{name} = {ball.real.str(8)}" for name, ball in self._known.items())
        return ", ".join(values)

    def admissible(self) -> bool:
        """Whether each value that follows has the sign and the range that are declared."""
        for symbol in self._solutions:
            if symbol not in self._known:
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

    def _free(self, symbol: Symbol) -> acb:
        place = len(self._known) + 3 * self._turn
        known = symbol in self._notation
        quantity = self._notation[symbol] if known else None
        if symbol in self._counts:
            return acb(len(MEMBERS))
        if symbol in self._ranges:
            least, most = self._ranges[symbol]
            return acb(least + (most - least) * fmpq(1 + place % 5, 7))
        if quantity is not None and quantity.member_of is not None:
            return acb(MEMBERS[place % len(MEMBERS)])
        if quantity is not None and quantity.range is not None:
            low, high = quantity.range
            return acb(_number(low + (high - low) * Fraction(1 + place % 5, 7)))
        if symbol.is_integer:
            return acb(1 + place % 4)
        value = _VALUES[place % len(_VALUES)] + place // len(_VALUES)
        negative = not symbol.is_nonnegative and place % 3 == 1
        return acb(_number(-value if negative else value))


def _number(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)
