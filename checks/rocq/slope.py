"""Derivatives of functions that facts define: what they are follows from what a derivative is.

Of f(x, …) = body for all x, … a variable f′ with ``is_derive f x (f′ x)`` for all x is the
derivative of the body.  Only bodies are taken that have one everywhere, so that no such
hypothesis can fail.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

import sympy
from sympy import Derivative, Expr, Subs, Symbol

from derivations.expression import substitute
from derivations.quantity import Notation
from derivations.relation import Equal, Relation

from ..normal.atoms import place
from .scalar import Fact, definitions
from .term import Terms
from .theorem import Hypothesis, sign_text

if TYPE_CHECKING:
    from .equation import Statement

#: Functions that have a derivative everywhere.
_SMOOTH = (sympy.Add, sympy.Mul, sympy.exp, sympy.sin, sympy.cos)


def slopes(facts: list[Fact], goal: Relation, notation: Notation) -> list[Fact]:
    """What the derivatives that occur are, of functions that are defined among ``facts``."""
    defined = definitions(facts, notation)
    found: dict[Expr, Fact] = {}
    for value in _derivatives([*(fact.relation for fact in facts), goal]):
        where = place(value)
        if where is None or where[0] != "jet":
            continue
        _, (function, orders), point = where
        fact = defined.get(function)
        if fact is None or not _is_smooth(fact, orders, notation):
            continue
        head, body = cast("tuple[Expr, Expr]", fact.relation.sides)
        at = tuple(zip(head.args, point, strict=True))
        taken = substitute(differentiated(body, head.args, orders), dict(at))
        found[value] = Fact(fact.number, Equal(value, taken), at, tuple(orders))
    return list(found.values())


def _derivatives(relations: Iterable[Relation]) -> list[Expr]:
    sides = [side for each in relations for side in each.sides if isinstance(side, Expr)]
    found = {value for side in sides for value in side.atoms(Derivative, Subs)}
    return sorted(found, key=str)


def _is_smooth(fact: Fact, orders: Iterable[int], notation: Notation) -> bool:
    head, body = cast("tuple[Expr, Expr]", fact.relation.sides)
    everywhere = all(sign_text("x", notation[variable]) is None for variable in head.args)
    by = [variable for variable, order in zip(head.args, orders, strict=True) if order]
    return everywhere and all(_has_slope(body, cast(Symbol, variable)) for variable in by)


def _has_slope(expr: Expr, variable: Symbol) -> bool:
    """Whether ``expr`` has every derivative by ``variable`` everywhere, by its shape."""
    if variable not in expr.free_symbols or expr is variable:
        return True
    if expr.is_Pow and expr.exp.is_Integer and expr.exp.is_positive:
        return _has_slope(expr.base, variable)
    return isinstance(expr, _SMOOTH) and all(_has_slope(each, variable) for each in expr.args)


def differentiated(expr: Expr, variables: Iterable[Any], orders: Iterable[int]) -> Expr:
    """The derivative of these ``orders``."""
    pairs = [pair for pair in zip(variables, orders, strict=True) if pair[1]]
    return expr.diff(*pairs) if pairs else expr


class Slopes:
    """The derivatives of one statement, each shown for all values before it is used."""

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._shown: dict[tuple[int, tuple[int, ...]], str] = {}
        self._said: set[object] = set()

    def say(self, thing: object) -> bool:
        """Whether they say what ``thing``, a function and the orders of a derivative, is."""
        return thing in self._said

    def shown(self, general: str, source: Fact, orders: tuple[int, ...]) -> str:
        """The name of what the derivative is for all values; ``general`` is f itself."""
        if not any(orders):
            return general
        key = source.number, orders
        if key not in self._shown:
            by = next(k for k, order in enumerate(orders) if order)
            below = tuple(order - (k == by) for k, order in enumerate(orders))
            before = self.shown(general, source, below)
            self._shown[key] = self._show(before, source, below, orders, by)
        return self._shown[key]

    def _show(
        self,
        before: str,
        source: Fact,
        below: tuple[int, ...],
        orders: tuple[int, ...],
        by: int,
    ) -> str:
        statement = self._statement
        head, body = (_anywhere(cast(Expr, side), source) for side in source.relation.sides)
        bound = Terms(statement.terms.names, dict(statement.terms.roots))
        names = [bound.symbol(cast(Symbol, variable)) for variable in head.args]
        old, new, slope, value = (
            bound.term(differentiated(one, head.args, times))
            for times in (below, orders)
            for one in (head, body)
        )
        for thing, written in bound.used.items():
            if thing not in head.args:
                statement.terms.used[thing] = written
        name = f"{before}_d{by + 1}"
        self._said.add((head.func, orders))
        x = names[by]
        statement.hypotheses.append(
            Hypothesis(
                f"{name}_is",
                f"(forall {' '.join(names)} : R, is_derive (fun {x} => {old}) {x} {slope})",
                f"what a derivative of {head.func} by argument {by + 1} is",
            )
        )
        statement.preparation += list(_proof(name, names, x, (old, new, slope, value), before))
        return name


def _anywhere(expr: Expr, source: Fact) -> Expr:
    """``expr`` with variables of its own, which no hypothesis speaks of."""
    variables = cast(Expr, source.relation.sides[0]).args
    return cast(Expr, expr.xreplace({x: Symbol(f"any {x}", real=True) for x in variables}))


def _proof(
    name: str, names: list[str], x: str, texts: tuple[str, str, str, str], before: str
) -> Iterator[str]:
    old, new, slope, value = texts
    yield f"assert ({name} : forall {' '.join(names)} : R, {slope} = {value})."
    yield (
        f"{{ intros {' '.join(names)}. "
        f"apply (slope_is (fun {x} => {old}) (fun {x} => {new}) {x}); "
        f"[intro; cbv beta; apply {before} | apply {name}_is | by_derivative]. }}"
    )
