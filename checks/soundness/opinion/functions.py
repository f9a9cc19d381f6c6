"""Functions for a second opinion: as the facts define them, else polynomials with parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import factorial
from typing import Any

from flint import acb, fmpq
from sympy import Dummy, Expr, S, Symbol
from sympy.core.function import AppliedUndef

from derivations.quantity import Notation, Role
from derivations.relation import Equal, Relation


class Functions:
    """What each undefined function is, and the derivatives of it.

    A function of which the facts say what it is for all arguments is that.  Any other is
    a₀ + Σ aₖ xₖ + Π (bₖ + xₖ cₖ + xₖ² dₖ + xₖ³ eₖ), where the a are parameters, from which
    facts about single values can be met.
    """

    def __init__(self, relations: Iterable[Relation], notation: Notation) -> None:
        self._notation = notation
        self.definitions: dict[Any, tuple[tuple[Symbol, ...], Expr]] = {}
        self.parameters: dict[Any, tuple[Symbol, ...]] = {}
        self._numbers: dict[Any, int] = {}
        self._derivatives: dict[Any, Expr] = {}
        self._made_of: dict[Expr, frozenset[Symbol]] = {}
        #: The equations that serve as definitions.
        self.used: set[Relation] = set()
        relations = tuple(relations)
        for relation in relations:
            if type(relation) is Equal and any(
                self._learn(head, body)
                for head, body in (relation.sides, relation.sides[::-1])
                if isinstance(head, Expr) and isinstance(body, Expr)
            ):
                self.used.add(relation)
        for relation in relations:
            for side in relation.sides:
                self._declare(side)

    def _learn(self, head: Expr, body: Expr) -> bool:
        """Take a · f(x, …) = b as the definition of f, if it is one."""
        front, head = head.as_independent(AppliedUndef, as_Add=False)
        if not isinstance(head, AppliedUndef) or head.func in self.definitions:
            return False
        if len(set(head.args)) != len(head.args) or not all(map(self._varies, head.args)):
            return False
        if not _variables(body, self._varies) <= set(head.args):
            return False
        if head.func in self.under(body):
            return False
        self.definitions[head.func] = (head.args, body if front is S.One else body / front)
        return True

    def _varies(self, x: Expr) -> bool:
        if x not in self._notation:
            return False
        quantity = self._notation[x]
        return quantity.role is Role.VARIABLE or quantity.member_of is not None

    def under(self, expr: Expr) -> set[Any]:
        """The functions that ``expr`` comes down to, definitions being put in."""
        found: set[Any] = set()
        pending = [expr]
        while pending:
            for each in pending.pop().atoms(AppliedUndef):
                if each.func not in found:
                    found.add(each.func)
                    if each.func in self.definitions:
                        pending.append(self.definitions[each.func][1])
        return found

    def made_of(self, expr: Expr) -> frozenset[Symbol]:
        """The symbols and parameters that a value of ``expr`` is made of."""
        if expr not in self._made_of:
            found = set(expr.free_symbols)
            for function in self.under(expr):
                found |= set(self.parameters.get(function, ()))
                if function in self.definitions:
                    variables, body = self.definitions[function]
                    found |= body.free_symbols - set(variables)
            self._made_of[expr] = frozenset(found)
        return self._made_of[expr]

    def free_in(self, *sides: Expr) -> list[Symbol]:
        """The parameters that values of the ``sides`` are made of, in order."""
        made_of = set().union(*map(self.made_of, sides))
        return [x for each in self.parameters.values() for x in each if x in made_of]

    def _declare(self, side: Any) -> None:
        for each in sorted(side.atoms(AppliedUndef), key=str) if isinstance(side, Expr) else ():
            if each.func not in self.definitions:
                self._parameters(each.func, len(each.args))

    def _parameters(self, function: Any, arity: int) -> tuple[Symbol, ...]:
        if function not in self.parameters:
            self._numbers[function] = len(self._numbers) + 2
            self.parameters[function] = tuple(Dummy(f"{function}{k}") for k in range(arity + 1))
        return self.parameters[function]

    def body(self, function: Any, orders: tuple[int, ...]) -> tuple[tuple[Symbol, ...], Expr]:
        """A defined function's variables, and its derivative of these ``orders``."""
        variables, body = self.definitions[function]
        key = function, orders
        if key not in self._derivatives:
            pairs = [pair for pair in zip(variables, orders, strict=True) if pair[1]]
            self._derivatives[key] = body.diff(*pairs) if pairs else body
        return variables, self._derivatives[key]

    def polynomial(
        self, function: Any, orders: tuple[int, ...], at: list[acb], value: Callable[[Symbol], acb]
    ) -> acb:
        """The value of a polynomial's derivative of these ``orders``."""
        parameters = self._parameters(function, len(at))
        number = self._numbers[function]
        product = acb(1)
        for k, (order, x) in enumerate(zip(orders, at, strict=True)):
            powers = [fmpq(number + k, 7), fmpq(number + k, 5), fmpq(1, number + 2 * k + 3)]
            powers.append(fmpq(1, number + k + 11))
            product *= sum(
                (
                    acb(c * fmpq(factorial(n), factorial(n - order))) * x ** (n - order)
                    for n, c in enumerate(powers)
                    if n >= order
                ),
                acb(0),
            )
        degree = sum(orders)
        if degree == 1:
            product += value(parameters[1 + orders.index(1)])
        if degree == 0:
            product += value(parameters[0])
            for parameter, x in zip(parameters[1:], at, strict=True):
                product += value(parameter) * x
        return product


def _variables(expr: Expr, varies: Callable[[Expr], bool]) -> set[Expr]:
    return {x for x in expr.free_symbols if varies(x)}
