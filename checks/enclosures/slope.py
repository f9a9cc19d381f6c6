"""The derivative of a normal form with respect to one of its generators."""

from __future__ import annotations

from ..normal.algebra import Algebra
from ..normal.fraction import Frac


class NotSmoothError(Exception):
    """An atom whose derivative has no normal form here: an integral, a sine."""


def slope(algebra: Algebra, value: Frac, variable: int) -> Frac:
    """The slope d ``value`` / d ``variable``, through all atoms made of the variable.

    The generator of a positive symbol is a root of it and grows with it, so that the
    slopes with respect to both have the same sign.

    >>> import sympy
    >>> from derivations.quantity import Notation
    >>> x = sympy.Symbol("x", real=True)
    >>> algebra = Algebra(Notation())
    >>> value = algebra.convert(sympy.exp(x) * x)
    >>> algebra.expr(slope(algebra, value, algebra.symbol(x)))
    x*exp(x) + exp(x)
    """
    bottom = Frac(value.ring, value.den, value.ring.one)
    top = Frac(value.ring, value.num, value.ring.one)
    result = algebra.zero
    for index in value.generators():
        growth = _growth(algebra, index, variable)
        if not growth.is_zero():
            change = _partial(top, index) * bottom - top * _partial(bottom, index)
            result = result + change / (bottom * bottom) * growth
    return result


def within(algebra: Algebra, index: int) -> set[int]:
    """The generators that the atom ``index`` is made of, itself included."""
    found = {index}
    for part in algebra.atom(index).parts:
        for inner in part.generators():
            found |= within(algebra, inner)
    return found


def _partial(polynomial: Frac, index: int) -> Frac:
    return Frac.make(polynomial.ring, polynomial.num.derivative(index), polynomial.ring.one)


def _growth(algebra: Algebra, index: int, variable: int) -> Frac:
    """The derivative of a generator."""
    if index == variable:
        return algebra.one
    if variable not in within(algebra, index):
        return algebra.zero
    atom = algebra.atom(index)
    if atom.kind not in {"exp", "log", "radical"}:
        raise NotSmoothError(atom.kind)
    inner = slope(algebra, atom.parts[0], variable)
    if atom.kind == "log":
        return inner / atom.parts[0]
    share = algebra.gen(index) / algebra.number(atom.roots) * inner
    return share / atom.parts[0] if atom.kind == "radical" else share
