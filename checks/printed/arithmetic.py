"""What sums, products and operators mean: put together as printed, right to left."""

from __future__ import annotations

from typing import Any

import sympy
from sympy import Expr, Symbol

from derivations.expression import Vector, curl, divergence, gradient, laplacian

from .build import UnknownError, Value, added, dangles, inverse, multiplied, power, product, unit
from .functions import Functions
from .number import folded
from .tokens import ReadError
from .tree import (
    Derivative,
    Group,
    Name,
    Number,
    Operator,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Tree,
    Unit,
)


class Arithmetic(Functions):
    """Sums, products, powers, and operators that act on what follows them."""

    def number(self, number: Number) -> Expr:
        """A number."""
        return sympy.Rational(number.value.numerator, number.value.denominator)

    def sum(self, tree: Sum) -> Value:
        """Terms with their signs."""
        terms = []
        for sign, term in tree.terms:
            value = self.value(term)
            if (sign or self.sign) < 0:
                value = (
                    value * -1 if isinstance(value, Vector) else product(sympy.Integer(-1), value)
                )
            terms.append(value)
        return added(terms)

    def product(self, tree: Product) -> Value:
        """Factors, functions and operators in a row."""
        return self.times(self.items(tree.factors), None)

    def times(self, items: list[Any], operand: Value | None) -> Value:
        """The product of ``items`` from right to left, operators acting on what follows."""
        result = operand
        for item in reversed(items):
            if callable(item):
                if result is None:
                    msg = "an operator with nothing to act on"
                    raise ReadError(msg)
                result = item(result)
            else:
                result = item if result is None else multiplied(item, result)
        return result

    def items(self, factors: tuple[Tree, ...]) -> list[Any]:
        """Factors as values and operators: names in a row, functions and their arguments."""
        found: list[Any] = []
        place = 0
        while place < len(factors):
            row = next((r for r in self.rows if factors[place : place + len(r[0])] == r[0]), None)
            if row is not None:
                found.append(
                    self._declared(row[1]) if row[1] in self.where else self._compound(row[1])
                )
                place += len(row[0])
                continue
            factor = factors[place]
            after = factors[place + 1] if place + 1 < len(factors) else None
            if isinstance(after, Group) and self.applies(factor):
                found.append(self.call(factor, after))
                place += 2
                continue
            found.append(self.item(factor))
            place += 1
        return found

    def item(self, factor: Tree) -> Any:
        """A factor: a value, or a function that acts on values."""
        return (lambda v: self.acted(factor, v)) if dangles(factor) else self.value(factor)

    def acted(self, tree: Tree, operand: Value) -> Value:
        """What an operator makes of ``operand``."""
        if isinstance(tree, Operator):
            return self.operated(tree.name, operand)
        if isinstance(tree, Derivative):
            variable = self.value(tree.variable)
            if isinstance(operand, Vector):
                return operand.map(lambda part: part.diff(variable, tree.order))
            return operand.diff(variable, tree.order)
        if isinstance(tree, Group):
            return self.acted(tree.items[0], operand)
        if isinstance(tree, Sum):
            parts = [(sign, self.acted(term, operand)) for sign, term in tree.terms]
            return added([part if sign > 0 else part * -1 for sign, part in parts])
        if isinstance(tree, Product):
            return self.times(self.items(tree.factors), operand)
        return multiplied(self.value(tree), operand)

    def operated(self, name: str, operand: Value) -> Value:
        """What curl, div, grad and the Laplacian make of a value."""
        space = tuple(self.coordinate(letter) for letter in "xyz")
        if name == "laplace":
            if isinstance(operand, Vector):
                return laplacian(operand, space)
            return sympy.Add(*(operand.diff(x, 2) for x in space))
        if name in {"grad", "nabla"} and not isinstance(operand, Vector):
            return gradient(operand, space)
        if not isinstance(operand, Vector):
            msg = f"the {name} of something that is no vector"
            raise ReadError(msg)
        return curl(operand, space) if name == "curl" else divergence(operand, space)

    def coordinate(self, letter: str) -> Symbol:
        """The coordinate that is printed so."""
        key = Name(letter).key
        for symbol in self.pool.symbols:
            if key in self.pool.names.keys(symbol):
                return symbol
        raise UnknownError(letter)

    def quotient(self, tree: Quotient) -> Value:
        """A fraction."""
        return multiplied(self.value(tree.top), inverse(self.scalar(tree.bottom)))

    def power(self, tree: Power) -> Value:
        """A power: of e with a formula above it, the exponential."""
        exponent = folded(tree.exponent)
        if tree.base == Name("e") and exponent is None:
            return sympy.exp(self.scalar(tree.exponent))
        base = self.value(tree.base)
        if isinstance(base, Vector):
            if exponent != 2:
                msg = "a power of a vector other than its square"
                raise ReadError(msg)
            return base.dot(base)
        if exponent is None:
            return power(base, self.scalar(tree.exponent))
        return power(base, sympy.Rational(exponent.numerator, exponent.denominator))

    def root(self, tree: Root) -> Expr:
        """A root."""
        return power(self.scalar(tree.body), sympy.Rational(1, tree.degree))

    def group(self, tree: Group) -> Value:
        """What stands in a parenthesis; several things are a vector."""
        if len(tree.items) == 1:
            return self.value(tree.items[0])
        return Vector(self.scalar(item) for item in tree.items)

    def unit(self, tree: Unit) -> Expr:
        """A unit of measurement."""
        return unit(tree.name)
