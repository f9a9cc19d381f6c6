"""Put expressions together as they are printed, without sympy's evaluation."""

from __future__ import annotations

from typing import Any, TypeAlias

import sympy
from sympy import Dummy, Expr, Symbol

from derivations.expression import Vector

from .tokens import ReadError
from .tree import Derivative, Group, Name, Operator, Product, Sum, Tree

Value: TypeAlias = Any  # a sympy expression, or a Vector of them


class UnknownError(Exception):
    """A printed symbol that stands for nothing in the line's relations."""


def unit(name: str) -> Symbol:
    """A unit of measurement as a symbol."""
    return Symbol(f"unit {name}", positive=True)


def product(*factors: Expr) -> Expr:
    """A product as it stands."""
    return factors[0] if len(factors) == 1 else sympy.Mul(*factors, evaluate=False)


def power(base: Expr, exponent: Expr) -> Expr:
    """A power as it stands."""
    return sympy.Pow(base, exponent, evaluate=False)


def inverse(value: Expr) -> Expr:
    """One over it."""
    return power(value, sympy.S.NegativeOne)


#: The absolute value as a function of the square, of which nothing else is known.
_OF_SQUARE = sympy.Function("absolute value", real=True)


def magnitude_of(value: Expr) -> Expr:
    """The absolute value of ``value``, the same for both of its signs."""
    return _OF_SQUARE(power(value, sympy.Integer(2)))


def jet(function: Any, order: int, argument: Expr) -> Expr:
    """A derivative of a function of one argument, at a point."""
    if argument.is_Symbol:
        return sympy.Derivative(function(argument), (argument, order))
    inside = Dummy("xi")
    return sympy.Subs(sympy.Derivative(function(inside), (inside, order)), inside, argument)


def dangles(tree: Tree) -> bool:
    """Whether ``tree`` is an operator that acts on what follows it."""
    if isinstance(tree, Operator):
        return True
    if isinstance(tree, Derivative):
        return tree.body is None
    if isinstance(tree, Group):
        return len(tree.items) == 1 and dangles(tree.items[0])
    if isinstance(tree, Sum):
        return any(dangles(term) for _, term in tree.terms)
    return isinstance(tree, Product) and dangles(tree.factors[-1])


def added(terms: list[Value]) -> Value:
    """A sum; a number beside a vector is added to each of its components."""
    if not any(isinstance(term, Vector) for term in terms):
        return terms[0] if len(terms) == 1 else sympy.Add(*terms, evaluate=False)
    parts = [t if isinstance(t, Vector) else Vector([t, t, t]) for t in terms]
    return Vector(sympy.Add(*column, evaluate=False) for column in zip(*parts, strict=True))


def multiplied(left: Value, right: Value) -> Value:
    """A product; that of two vectors is the scalar product."""
    if isinstance(left, Vector) and isinstance(right, Vector):
        if len(left) != len(right):
            msg = f"the product of vectors of {len(left)} and {len(right)} components"
            raise ReadError(msg)
        return left.dot(right)
    if isinstance(left, Vector):
        return left.map(lambda part: product(part, right))
    if isinstance(right, Vector):
        return right.map(lambda part: product(left, part))
    return product(left, right)


def written(tree: Tree) -> str:
    """A name as it is printed."""
    if isinstance(tree, Name):
        sub = "_{" + "".join(tree.sub) + "}" if tree.sub else ""
        return f"{tree.accent}{' ' if tree.accent else ''}{tree.base}{sub}{chr(39) * tree.primes}"
    return type(tree).__name__.lower()
