"""A point: values of the atoms of an algebra, as balls that certainly contain them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, MutableMapping
from fractions import Fraction
from typing import Any

import sympy
from flint import acb, arb, fmpq
from sympy import Expr, Symbol

from ..normal.algebra import Algebra, Atom
from ..normal.fraction import Frac
from ..quoting import named

#: Values tried for a quantity, as numbers in the base units; products of several stay apart.
_VALUES = tuple(
    Fraction(*pair)
    for pair in (
        *((3, 2), (5, 3), (7, 5), (11, 7), (13, 11), (17, 13), (2, 3)),
        *((19, 7), (23, 9), (5, 7), (29, 8), (31, 10), (4, 9)),
    )
)
#: From this attempt on, quantities are also taken large and small.
_NEAR_ONE = 12
_CONSTANTS = {sympy.pi: arb.pi, sympy.EulerGamma: arb.const_euler}
BESSEL = {
    sympy.besselj: "bessel_j",
    sympy.bessely: "bessel_y",
    sympy.besseli: "bessel_i",
    sympy.besselk: "bessel_k",
}

Range = tuple[Fraction, Fraction]


class NoValueError(Exception):
    """A point at which something has no value, or has not the sign that it must have."""


class Point:
    """Values for the atoms of an algebra, made when asked for.

    Symbols get rational values, within ``ranges`` where these are given, other ones in
    each ``attempt``; so do the values and derivatives of undefined functions.
    """

    def __init__(self, algebra: Algebra, attempt: int, ranges: Mapping[Symbol, Range]) -> None:
        self.algebra = algebra
        self.attempt = attempt
        self._ranges = ranges
        self._chosen: MutableMapping[Expr, Fraction] = {}
        self._values: dict[int, Any] = {}

    def value(self, frac: Frac) -> Any:
        """A ball around the value of ``frac``; ``NoValueError`` where it has none."""
        ball = frac.evaluate(self._generator)
        if not ball.is_finite():
            raise NoValueError
        return ball

    def with_value(self, symbol: Symbol, value: Any) -> Point:
        """The same point with another ``value`` of one symbol."""
        other = Point(self.algebra, self.attempt, self._ranges)
        other._chosen = ChainMap({symbol: Fraction(float(value))}, self._chosen)
        return other

    def shown(self) -> dict[str, str]:
        """The values chosen."""
        return {named(expr): str(number) for expr, number in self._chosen.items()}

    def chosen(self) -> dict[Expr, Fraction]:
        """The values chosen, exact, by what they are values of."""
        return dict(self._chosen)

    def chosen_atoms(self) -> list[Atom]:
        """The values and derivatives of undefined functions that were chosen."""
        atoms = (self.algebra.atom(index) for index in self._values)
        return [a for a in atoms if a.kind in {"value", "jet"} and a.label not in BESSEL]

    def _generator(self, index: int) -> Any:
        if index not in self._values:
            self._values[index] = self._made(self.algebra.atom(index))
        return self._values[index]

    def _made(self, atom: Atom) -> Any:
        if atom.kind == "number":
            known = _CONSTANTS.get(atom.expr)
            return acb((known() if known else arb(int(atom.expr))).root(atom.roots))
        if atom.kind == "i":
            return acb(0, 1)
        if atom.kind == "value" and atom.label in BESSEL:
            return bessel(atom.label, *map(self.value, atom.parts))
        if atom.kind in {"symbol", "value", "jet"}:
            number = self._choice(atom.expr)
            ball = acb(fmpq(number.numerator, number.denominator))
            return ball.root(atom.roots) if atom.roots > 1 else ball
        if atom.kind in _KNOWN:
            return _KNOWN[atom.kind](self.value(_inside(atom)), atom.roots)
        raise NoValueError(atom.kind)

    def _choice(self, expr: Expr) -> Fraction:
        if expr not in self._chosen:
            self._chosen[expr] = self._drawn(expr)
        return self._chosen[expr]

    def _drawn(self, expr: Expr) -> Fraction:
        turn = len(self._chosen) + self.attempt * 3
        if expr in self._ranges:
            low, high = self._ranges[expr]
            return low + (high - low) * Fraction(1 + (turn * 3) % 7, 8)
        if expr in self.algebra.counts:
            return Fraction(7 + turn)
        if expr.is_integer:
            value = Fraction(1 + turn % 5)
        else:
            value = _VALUES[turn % len(_VALUES)] + turn // len(_VALUES)
            if self.attempt >= _NEAR_ONE:
                value *= Fraction(10) ** ((turn * 5 + self.attempt) % 7 - 3)
        negative = self.attempt >> len(self._chosen) % 3 & 1 and not expr.is_nonnegative
        return -value if negative else value


def _inside(atom: Atom) -> Frac:
    """What the atom is a function of; δ(a, b) is one of a − b."""
    return atom.parts[0] - atom.parts[1] if atom.kind == "delta" else atom.parts[0]


def bessel(function: Any, order: acb, argument: acb) -> acb:
    """The value of a Bessel function."""
    value: acb = getattr(argument, BESSEL[function])(order)
    return value


def positive(ball: acb) -> arb:
    """The real part; ``NoValueError`` unless it is positive, and the imaginary part zero."""
    if not (ball.imag.contains(0) and ball.real > 0):
        raise NoValueError
    return ball.real


def excludes_zero(ball: acb) -> bool:
    """Whether zero is certainly not in the ball."""
    return bool(ball.is_finite() and not ball.contains(acb(0)))


def _step(ball: acb, _: int) -> acb:
    if not (excludes_zero(ball) and ball.imag.contains(0)):
        raise NoValueError
    return acb(1 if ball.real > 0 else 0)


def _delta(ball: acb, _: int) -> acb:
    if not (ball == 0 or excludes_zero(ball)):
        raise NoValueError
    return acb(1 if ball == 0 else 0)


def _parity(ball: acb, _: int) -> acb:
    if not ball.real.is_integer():
        raise NoValueError
    return (acb(0, 1) * arb.pi() * ball.real).exp()


#: What the atoms of each kind are of what is inside and of their order as roots.
_KNOWN = {
    "exp": lambda inside, roots: (inside / roots).exp(),
    "cis": lambda inside, roots: (acb(0, 1) * inside / roots).exp(),
    "log": lambda inside, _: acb(positive(inside).log()),
    "radical": lambda inside, roots: acb(positive(inside).root(roots)),
    "abs": lambda inside, _: acb(abs(inside.real)),
    "step": _step,
    "delta": _delta,
    "parity": _parity,
}
