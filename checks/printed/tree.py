"""What is read off a printed formula: a tree of plain data, independent of sympy.

A product keeps its factors in the order of print, and a parenthesis stays a ``Group``:
whether ``a(b + c)`` is a product or the value of a function is for the notation to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias


@dataclass(frozen=True)
class Number:
    """A number, exactly as printed."""

    value: Fraction


@dataclass(frozen=True)
class Name:
    """A symbol: its letter, subscripts (one string a token), primes and accent."""

    base: str
    sub: tuple[str, ...] = ()
    primes: int = 0
    accent: str = ""

    @property
    def key(self) -> tuple[str, str, int, str]:
        """What two ways of typing the same symbol have in common."""
        return self.base, "".join(self.sub), self.primes, self.accent


@dataclass(frozen=True)
class Sum:
    """Terms with their signs: ``+1``, ``-1``, or ``0`` for ±."""

    terms: tuple[tuple[int, Tree], ...]


@dataclass(frozen=True)
class Product:
    """Factors in the order of print."""

    factors: tuple[Tree, ...]


@dataclass(frozen=True)
class Quotient:
    """A fraction, built up or with a slash."""

    top: Tree
    bottom: Tree


@dataclass(frozen=True)
class Power:
    """A power."""

    base: Tree
    exponent: Tree


@dataclass(frozen=True)
class Root:
    """A root."""

    body: Tree
    degree: int


@dataclass(frozen=True)
class Group:
    """What stands in parentheses: one expression, or several with commas between."""

    items: tuple[Tree, ...]


@dataclass(frozen=True)
class Function:
    """A known function: sin, exp, log …, perhaps raised to a power as in sin²."""

    name: str
    argument: Tree
    power: Tree | None = None


@dataclass(frozen=True)
class Absolute:
    """What stands between two bars."""

    body: Tree


@dataclass(frozen=True)
class BraKet:
    """A matrix element (left|operator|right)."""

    left: Tree
    operator: Tree
    right: Tree


@dataclass(frozen=True)
class Integral:
    """An integral over ``variable``; limits that are not printed are ``None``."""

    body: Tree
    variable: Tree
    low: Tree | None
    high: Tree | None


@dataclass(frozen=True)
class BigSum:
    """A sum over an index, ``None`` where it is not printed."""

    body: Tree
    index: Tree | None


@dataclass(frozen=True)
class Derivative:
    """A derivative; without a body it acts on what follows."""

    body: Tree | None
    variable: Tree
    order: int


@dataclass(frozen=True)
class Operator:
    """``curl``, ``div``, ``grad``, ``nabla`` or ``laplace``: acts on what follows."""

    name: str


@dataclass(frozen=True)
class At:
    """A value at a point, or between two points if ``low`` is given."""

    body: Tree
    low: Tree | None
    high: Tree


@dataclass(frozen=True)
class OneSided:
    """A point approached from above (``+1``) or below (``-1``)."""

    point: Tree
    side: int


@dataclass(frozen=True)
class Unit:
    """A unit of measurement, by its name in ``derivations.units``."""

    name: str


@dataclass(frozen=True)
class Few:
    """The words "a few"."""


@dataclass(frozen=True)
class Range:
    """From one number to another."""

    low: Tree
    high: Tree


@dataclass(frozen=True)
class Proportion:
    """Quantities in a proportion a : b : c."""

    items: tuple[Tree, ...]


Tree: TypeAlias = (
    Number
    | Name
    | Sum
    | Product
    | Quotient
    | Power
    | Root
    | Group
    | Function
    | Absolute
    | BraKet
    | Integral
    | BigSum
    | Derivative
    | Operator
    | At
    | OneSided
    | Unit
    | Few
    | Range
    | Proportion
)
