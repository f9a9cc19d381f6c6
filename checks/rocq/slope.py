"""Derivatives: what they are follows from what a derivative is.

Of f(x, …) = body for all x, … a variable f′ with ``is_derive f x (f′ x)`` for all x is the
derivative of the body.  Only bodies are taken that have one, by their shape, wherever the fact
makes sense, so that no such hypothesis can fail; of a function of which no fact says what it is
the same hypothesis says that it has the derivatives that are spoken of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import sympy
from sympy import Derivative, Expr, Subs, Symbol
from sympy.core.function import AppliedUndef

from derivations.quantity import Notation

from ..normal.atoms import place
from .scalar import Fact
from .term import Condition, Terms, conditions
from .theorem import Hypothesis, condition_text, sign_texts

if TYPE_CHECKING:
    from .statement import Statement

#: Functions that have a derivative wherever they are defined.
_SMOOTH = (sympy.Add, sympy.Mul, sympy.exp, sympy.sin, sympy.cos, sympy.log)


def is_smooth(
    fact: Fact, orders: Iterable[int], notation: Notation, defined: Mapping[object, Fact]
) -> bool:
    """Whether what ``fact`` defines has these derivatives by its shape, and on both sides.

    So must the functions in it that are ``defined`` by facts.
    """
    by = [variable for variable, order in zip(fact.head.args, orders, strict=True) if order]
    return all(
        not (notation[variable].sign == "nonnegative" or variable.is_integer)
        and _has_slope(fact.body, cast(Symbol, variable), notation, defined)
        for variable in by
    )


def _has_slope(
    expr: Expr, variable: Symbol, notation: Notation, defined: Mapping[object, Fact]
) -> bool:
    """Whether ``expr`` has every derivative by ``variable`` where it is defined."""
    if variable not in expr.free_symbols or expr is variable:
        return True
    if expr.is_Pow and expr.exp.is_Rational:
        return _has_slope(expr.base, variable, notation, defined)
    if isinstance(expr, AppliedUndef | Derivative | Subs):
        found = place(expr)
        if found is None:
            return False
        kind, label, point = found
        depending = [k for k, each in enumerate(point) if variable in each.free_symbols]
        function = label[0] if kind == "jet" else label
        if len(depending) != 1:
            return False
        inner = defined.get(function)
        if inner is not None:
            others = {name: fact for name, fact in defined.items() if name != function}
            turned = [int(k in depending) for k, _ in enumerate(point)]
            if not is_smooth(inner, turned, notation, others):
                return False
        return _has_slope(point[depending[0]], variable, notation, defined)
    return isinstance(expr, _SMOOTH) and all(
        _has_slope(each, variable, notation, defined) for each in expr.args
    )


def differentiated(expr: Expr, variables: Iterable[Any], orders: Iterable[int]) -> Expr:
    """The derivative of these ``orders``."""
    pairs = [pair for pair in zip(variables, orders, strict=True) if pair[1]]
    return expr.diff(*pairs) if pairs else expr


def domain(
    fact: Fact, terms: Terms, *, inside: bool = False
) -> Iterator[tuple[frozenset[Symbol], str]]:
    """Where a fact for all values of its variables says something, and of which each speaks.

    ``inside``: only there where it does so for all values near by as well.
    """
    variables = cast("tuple[Symbol, ...]", fact.head.args)
    for variable in variables:
        for text in sign_texts(terms.symbol(variable), variable):
            yield frozenset({variable}), text
    for condition in dict.fromkeys(conditions(fact.body)):
        about = condition.expr.free_symbols.intersection(variables)
        if about and not condition.evident:
            sign = ">" if inside and condition.sign == ">=" else condition.sign
            yield frozenset(about), condition_text(terms, Condition(condition.expr, sign))


@dataclass(frozen=True)
class _Step:
    """From the derivative of ``below`` to that of ``orders``, by argument ``by``."""

    below: tuple[int, ...]
    orders: tuple[int, ...]
    by: int


def _path(orders: tuple[int, ...]) -> Iterator[_Step]:
    """The steps that lead to a derivative, the first of them first."""
    if any(orders):
        by = next(k for k, order in enumerate(orders) if order)
        below = tuple(order - (k == by) for k, order in enumerate(orders))
        yield from _path(below)
        yield _Step(below, orders, by)


class Slopes:
    """The derivatives of one statement, each shown for all values before it is used."""

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._shown: dict[tuple[int, tuple[int, ...]], str] = {}
        self._said: dict[object, str] = {}

    def say(self, thing: object) -> bool:
        """Whether they say what ``thing``, a function and the orders of a derivative, is."""
        return thing in self._said

    def shown(self, general: str, source: Fact, orders: tuple[int, ...]) -> str:
        """The name of what the derivative is for all values; ``general`` is f itself."""
        name = general
        for step in _path(orders):
            key = source.number, step.orders
            if key not in self._shown:
                self._shown[key] = self._show(name, source, step)
            name = self._shown[key]
        return name

    def _show(self, before: str, source: Fact, step: _Step) -> str:
        statement = self._statement
        source = _anywhere(source)
        head, body, variables = source.head, source.body, source.head.args
        new = differentiated(body, variables, step.below)
        value = differentiated(body, variables, step.orders)
        for part in sorted(new.atoms(Derivative, Subs, AppliedUndef), key=str):
            self._of_part(part, cast(Symbol, variables[step.by]))
        means = self._means(head.func, step, source)
        bound = self._bound()
        names = [bound.symbol(cast(Symbol, variable)) for variable in variables]
        old_text, new_text, slope, value_text = (
            bound.term(one)
            for one in (
                differentiated(head, variables, step.below),
                new,
                differentiated(head, variables, step.orders),
                value,
            )
        )
        where = list(domain(source, bound, inside=True))
        self._used(bound, variables)
        name = f"{before}_d{step.by + 1}"
        x = names[step.by]
        premises = "".join(f"{text} -> " for _, text in where)
        how = "by_chain" if new.has(AppliedUndef) else "by_derivative"
        near = [text for about, text in where if variables[step.by] in about]
        statement.preparation += [
            f"assert ({name} : forall {' '.join(names)} : R, {premises}{slope} = {value_text}).",
            f"{{ intros. apply (slope_is (fun {x} => {old_text}) (fun {x} => {new_text}) {x}); "
            f"[{_near(x, near, before)} | apply {means}; pos | {how}]. }}",
        ]
        return name

    def _of_part(self, part: Expr, variable: Symbol) -> None:
        """Say what the derivatives by ``variable`` of a value that occurs are."""
        where = place(part)
        if where is None or variable not in part.free_symbols:
            return
        kind, label, point = where
        function, orders = label if kind == "jet" else (label, (0,) * len(point))
        by = next(k for k, each in enumerate(point) if variable in each.free_symbols)
        above = tuple(order + (k == by) for k, order in enumerate(orders))
        self._means(function, _Step(tuple(orders), above, by), None)

    def _means(self, function: Any, step: _Step, source: Fact | None) -> str:
        """The hypothesis of what a derivative is, for all values for which there is one."""
        key = function, step.below, step.by
        if key in self._said:
            return self._said[key]
        if source is None and (fact := self._statement.definitions.get(function)):
            source = _anywhere(fact)
        variables = (
            source.head.args
            if source
            else tuple(Symbol(f"any {k}", real=True) for k, _ in enumerate(step.orders, 1))
        )
        bound = self._bound()
        names = [bound.symbol(cast(Symbol, variable)) for variable in variables]
        old, slope = (
            bound.term(differentiated(function(*variables), variables, orders))
            for orders in (step.below, step.orders)
        )
        where = domain(source, bound, inside=True) if source else ()
        premises = "".join(f"{text} -> " for _, text in where)
        self._used(bound, variables)
        x = names[step.by]
        name = f"M{len(self._said) + 1}"
        self._said[key] = self._said[function, step.orders] = name
        self._statement.hypotheses.append(
            Hypothesis(
                name,
                f"(forall {' '.join(names)} : R, {premises}"
                f"is_derive (fun {x} => {old}) {x} {slope})",
                f"what a derivative of {function} by argument {step.by + 1} is",
            )
        )
        return name

    def _bound(self) -> Terms:
        return Terms(self._statement.terms.names, dict(self._statement.terms.roots))

    def _used(self, bound: Terms, variables: Iterable[object]) -> None:
        own = set(variables)
        for thing, written in bound.used.items():
            if thing not in own:
                self._statement.terms.used[thing] = written


def _anywhere(source: Fact) -> Fact:
    """``source`` with variables of its own, which no hypothesis speaks of."""
    variables = cast("tuple[Symbol, ...]", source.head.args)
    own = {x: Symbol(f"any {x}", **x.assumptions0) for x in variables}
    relation = source.relation.map(lambda side: cast(Expr, side.xreplace(own)))
    return Fact(source.number, relation)


def _near(x: str, where: list[str], before: str) -> str:
    """That the fact holds for all values near by: ``where`` it says something is open."""
    if not where:
        return f"apply filter_forall; intro; cbv beta; apply {before}; pos"
    here = " /\\ ".join(where)
    return (
        f"apply (filter_imp (fun {x} => {here})); [intros; cbv beta; apply {before}; tauto || pos "
        "| repeat apply filter_and; near_by]"
    )
