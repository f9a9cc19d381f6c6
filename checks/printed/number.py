"""Printed numbers: exact values, measured ones with units, and what says "a few"."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from .tree import (
    Few,
    Group,
    Name,
    Number,
    Power,
    Product,
    Quotient,
    Range,
    Sum,
    Tree,
    Unit,
)

#: "A few" is some number from 2 to 6.
FEW = (Fraction(2), Fraction(6))
_LARGEST_EXPONENT = 1000


def folded(tree: Tree) -> Fraction | None:
    """The value of a tree of numbers alone, ``None`` for others.

    >>> folded(Quotient(Number(Fraction(1)), Number(Fraction(3))))
    Fraction(1, 3)
    """
    if isinstance(tree, Number):
        return tree.value
    if isinstance(tree, Group):
        return folded(tree.items[0]) if len(tree.items) == 1 else None
    if isinstance(tree, Sum):
        terms = [(sign, folded(term)) for sign, term in tree.terms]
        if any(value is None or sign == 0 for sign, value in terms):
            return None
        return sum((sign * value for sign, value in terms if value is not None), Fraction(0))
    if isinstance(tree, Product):
        result = Fraction(1)
        for factor in tree.factors:
            value = folded(factor)
            if value is None:
                return None
            result *= value
        return result
    if isinstance(tree, Quotient):
        top, bottom = folded(tree.top), folded(tree.bottom)
        return None if top is None or not bottom else top / bottom
    if isinstance(tree, Power):
        base, exponent = folded(tree.base), folded(tree.exponent)
        if base is None or exponent is None or exponent.denominator != 1:
            return None
        if abs(exponent) > _LARGEST_EXPONENT or (base == 0 and exponent < 0):
            return None
        return base ** int(exponent)
    return None


@dataclass(frozen=True)
class Magnitude:
    """A number, or a range of numbers, times the ``rest`` of what is printed."""

    low: Fraction
    high: Fraction
    rest: tuple[Tree, ...]
    few: bool = False


def magnitude(tree: Tree) -> Magnitude:
    """The numbers in front of a side, and what they multiply: symbols and units."""
    if isinstance(tree, Range):
        ends = sorted(value for value in (folded(tree.low), folded(tree.high)) if value is not None)
        if len(ends) == 2:
            return Magnitude(ends[0], ends[1], ())
    low = high = Fraction(1)
    few = False
    rest = []
    for factor in tree.factors if isinstance(tree, Product) else (tree,):
        span = _span(factor)
        if isinstance(factor, Few):
            few = True
        elif span is not None:
            low, high = low * span[0], high * span[1]
        else:
            rest.append(factor)
    return Magnitude(low, high, tuple(rest), few)


def _span(tree: Tree) -> tuple[Fraction, Fraction] | None:
    """A number, or the range that ``(30-40)`` prints."""
    if isinstance(tree, Group) and len(tree.items) == 1 and isinstance(tree.items[0], Sum):
        terms = tree.items[0].terms
        if len(terms) == 2 and (terms[0][0], terms[1][0]) == (1, -1):
            low, high = folded(terms[0][1]), folded(terms[1][1])
            if low is not None and high is not None and low < high:
                return low, high
    value = folded(tree)
    return None if value is None else (value, value)


def has_measure(tree: Tree) -> bool:
    """Whether a unit, "a few" or a range is printed in ``tree``."""
    if isinstance(tree, Unit | Few | Range):
        return True
    if isinstance(tree, Product):
        return any(has_measure(factor) for factor in tree.factors)
    return isinstance(tree, Power) and has_measure(tree.base) and not isinstance(tree.base, Name)
