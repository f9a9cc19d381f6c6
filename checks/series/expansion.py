"""Expand a normal form into a series near a limit point, atom by atom.

Undefined functions are taken to be smooth where their arguments have finite limits: they
are expanded by Taylor's theorem into their derivatives at that point.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from math import factorial
from typing import Any

import sympy
from flint import fmpq_mpoly
from sympy import Derivative, Dummy, Expr, Function, Subs, Symbol

from ..normal import atoms
from ..normal.algebra import Algebra, Atom, UnsupportedError
from ..normal.fraction import Frac
from ..quoting import quoted
from . import bessel
from .elementary import exponential, logarithm
from .growth import ONE, Growth
from .powerseries import ImpreciseError, Scale, Series

_H = Growth(Fraction(1))


@dataclass(frozen=True)
class Approach:
    """``variable`` tends to ``to`` (``None``: ∞) from above, or from ``below``."""

    variable: Symbol
    to: Frac | None
    below: bool = False

    def small(self, algebra: Algebra) -> Expr:
        """h: what tends to 0 from above."""
        if self.to is None:
            return 1 / self.variable
        distance = self.variable - algebra.expr(self.to)
        return -distance if self.below else distance

    def depends(self, algebra: Algebra, value: Frac) -> bool:
        """Whether the value changes with the variable."""
        return any(self.moves(algebra, index) for index in value.generators())

    def moves(self, algebra: Algebra, index: int) -> bool:
        """Whether the atom's value changes with the variable."""
        atom = algebra.atom(index)
        if atom.parts:
            return any(self.depends(algebra, part) for part in atom.parts)
        return self.variable in atom.expr.free_symbols


@dataclass
class Expansion:
    """The series, to the depth of ``scale``, of normal forms at one limit point."""

    scale: Scale
    approach: Approach
    _powers: dict[tuple[int, int], Series] = field(default_factory=dict)
    _exponentials: dict[tuple[tuple[int, int], ...], Series] = field(default_factory=dict)

    @property
    def algebra(self) -> Algebra:
        """The algebra of the normal forms."""
        return self.scale.algebra

    def of(self, value: Frac) -> Series:
        """The series of ``value``."""
        if not self.approach.depends(self.algebra, value):
            return self.scale.constant(value)
        common = self._common(value.den)
        top = self._polynomial(value.num, common)
        return top * self._polynomial(value.den, common) ** Fraction(-1)

    def _common(self, polynomial: fmpq_mpoly) -> dict[int, int]:
        """The powers of exponentials that all terms of ``polynomial`` have in common."""
        return {
            index: int(degree)
            for index, degree in enumerate(polynomial.term_content().degrees())
            if degree and self.algebra.atom(index).kind in {"exp", "cis"}
        }

    def _polynomial(self, polynomial: fmpq_mpoly, common: dict[int, int]) -> Series:
        """The series of ``polynomial`` divided by the powers in ``common``."""
        algebra = self.algebra
        fixed: dict[tuple[tuple[int, int], ...], Frac] = {}
        for coefficient, powers in Frac(algebra.ring, polynomial, algebra.ring.one).terms():
            for index, degree in common.items():
                powers[index] = powers.get(index, 0) - degree
            moves = self.approach.moves
            moving = tuple((i, e) for i, e in powers.items() if e and moves(algebra, i))
            term = algebra.number(coefficient)
            for index in powers.keys() - dict(moving).keys():
                term = term * algebra.gen(index, powers[index])
            fixed[moving] = fixed[moving] + term if moving in fixed else term
        result = self.scale.number(0)
        for moving, front in fixed.items():
            if not front.is_zero():
                result = result + self._product(moving).times(front)
        return result

    def _product(self, powers: tuple[tuple[int, int], ...]) -> Series:
        """A product of atoms' powers; the exponents of exponentials are added first."""
        exponents = tuple((i, e) for i, e in powers if self.algebra.atom(i).kind in {"exp", "cis"})
        result = self._exponential(exponents) if exponents else self.scale.number(1)
        for index, exponent in powers:
            if (index, exponent) not in exponents:
                key = (index, exponent)
                if key not in self._powers:
                    self._powers[key] = self._power(self.algebra.atom(index), exponent)
                result = result * self._powers[key]
        return result

    def _exponential(self, exponents: tuple[tuple[int, int], ...]) -> Series:
        if exponents not in self._exponentials:
            total = self.algebra.zero
            for index, exponent in exponents:
                atom = self.algebra.atom(index)
                share = self.algebra.number(Fraction(exponent, atom.roots)) * atom.parts[0]
                if atom.kind == "cis":
                    share = share * self.algebra.gen(self.algebra.imaginary())
                total = total + share
            self._exponentials[exponents] = exponential(self.of(total))
        return self._exponentials[exponents]

    def _power(self, atom: Atom, exponent: int) -> Series:
        """The atom's generator to a natural power."""
        return self._whole(atom) ** Fraction(exponent, atom.roots)

    def _whole(self, atom: Atom) -> Series:
        """The atom itself, of which its generator is a root."""
        if atom.kind == "symbol":
            return self._variable()
        if atom.kind == "value" and bessel.knows(atom.label):
            return self._bessel(atom)
        if atom.kind in {"value", "jet"}:
            function, orders = atom.label if atom.kind == "jet" else (atom.label, None)
            return self._taylor(function, orders or (0,) * len(atom.parts), atom.parts)
        if atom.kind not in {"radical", "log", "abs", "step"}:
            msg = f"how {quoted(atom.expr)} behaves near the limit is outside what the series know"
            raise UnsupportedError(msg)
        inside = self.of(atom.parts[0])
        if atom.kind == "radical":
            return inside
        if atom.kind == "step":
            return self.scale.number(Fraction(1 + inside.direction(), 2))
        return logarithm(inside) if atom.kind == "log" else inside.absolute()

    def _variable(self) -> Series:
        algebra, to = self.algebra, self.approach.to
        if to is None:
            return self.scale.term(Growth(Fraction(-1)), algebra.one)
        step = algebra.number(-1 if self.approach.below else 1)
        return self.scale.constant(to) + self.scale.term(_H, step)

    # -- functions ----------------------------------------------------------------

    def _bessel(self, atom: Atom) -> Series:
        order, argument = atom.parts
        inside = self.of(argument)
        size = inside.size()
        if size is not None and self.scale.compare(size, ONE) < 0:
            return bessel.at_zero(atom.label, order, inside)
        fixed = sympy.Integer(int(order.value())) if order.is_constant() else None
        if fixed is None:
            msg = f"the order of {quoted(atom.expr)} is not a number"
            raise UnsupportedError(msg)
        at, rest = self._limit(inside, atom.expr)
        place = Dummy("z", positive=True)
        point = self.algebra.expr(at)

        def coefficient(j: int) -> Frac:
            slope = atom.label(fixed, place).diff(place, j) if j else atom.label(fixed, place)
            value = self.algebra.convert(slope.subs(place, point))
            return value / self.algebra.number(factorial(j))

        return rest.compose(coefficient)

    def _taylor(self, function: Any, orders: tuple[int, ...], parts: tuple[Frac, ...]) -> Series:
        """f(a + ε) = Σ f⁽ʲ⁾(a) εʲ / j! + O(εⁿ), in as many arguments as vary."""
        if function in self.algebra.functions:
            msg = (
                f"{quoted(function)} is defined by the premises, "
                "but not for the values it is taken at"
            )
            raise UnsupportedError(msg)
        limits, moving = [], {}
        for place, part in enumerate(parts):
            if self.approach.depends(self.algebra, part):
                at, moving[place] = self._limit(self.of(part), function)
                limits.append(at)
            else:
                limits.append(part)
        point = tuple(self.algebra.expr(at) for at in limits)
        largest: Growth | None = None
        for rest in moving.values():
            largest = self.scale.larger(largest, rest.size())
        steps = max((rest.steps() for rest in moving.values()), default=1)
        result = self.scale.number(0)
        for more in _multi_indices(len(moving), steps):
            term = self.scale.number(1)
            higher = list(orders)
            for (place, rest), order in zip(moving.items(), more, strict=True):
                term = (term * rest ** Fraction(order)).times(
                    self.algebra.number(Fraction(1, factorial(order)))
                )
                higher[place] += order
            result = result + term.times(self._slope(function, tuple(higher), point, limits))
        return result if largest is None else result.cut(largest ** Fraction(steps))

    def _slope(
        self, function: Any, orders: tuple[int, ...], point: tuple[Expr, ...], limits: list[Frac]
    ) -> Frac:
        """A partial derivative at a point, or the value there."""
        written = _derivative(function, orders, point)
        if not any(orders):
            return self.algebra.convert(written)
        return atoms.slope(self.algebra, function, orders, tuple(limits), written)

    def _limit(self, inside: Series, function: Any) -> tuple[Frac, Series]:
        """The finite limit of an argument, and what is left of it."""
        if inside.bound is not None and self.scale.compare(inside.bound, ONE) >= 0:
            raise ImpreciseError
        rest = {g: c for g, c in inside.terms.items() if g != ONE}
        if any(self.scale.compare(g, ONE) >= 0 for g in rest):
            msg = f"the argument of {quoted(function)} has no finite limit"
            raise UnsupportedError(msg)
        at = inside.terms.get(ONE, self.algebra.zero)
        return at, Series(self.scale, rest, inside.bound)


def _multi_indices(places: int, steps: int) -> Iterator[tuple[int, ...]]:
    """The tuples of natural numbers whose sum is below ``steps``."""
    return (more for more in product(range(steps), repeat=places) if sum(more) < steps)


def _derivative(function: Any, orders: tuple[int, ...], point: tuple[Expr, ...]) -> Expr:
    """How the partial derivative of ``function`` at ``point`` is written: plainly if it can be.

    Two arguments of the same value that are both differentiated get a name of their own:
    sympy 1.14 takes ``Subs`` objects for equal that differ in which of them is.
    """
    if not any(orders):
        return function(*point)
    changed = [at for at, order in zip(point, orders, strict=True) if order]
    if len(set(changed)) < len(changed):
        return Function(f"{function}^{orders}", real=True)(*point)
    places = [
        Dummy(f"x{i}")
        if order and not (at.is_Symbol and sum(at in other.free_symbols for other in point) == 1)
        else at
        for i, (at, order) in enumerate(zip(point, orders, strict=True))
    ]
    by = [(place, order) for place, order in zip(places, orders, strict=True) if order]
    derivative = Derivative(function(*places), *by)
    replaced = [(place, at) for place, at in zip(places, point, strict=True) if place != at]
    if not replaced:
        return derivative
    return Subs(derivative, *map(tuple, zip(*replaced, strict=True)))
