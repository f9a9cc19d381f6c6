"""Counterexamples: an admissible point at which a normal form is provably not zero."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import sympy
from flint import acb, arb, ctx, fmpq
from sympy import Expr
from sympy.core.function import AppliedUndef

from derivations.quantity import Role

from .algebra import Algebra, Atom
from .elimination import System
from .fraction import Frac

#: Values tried for a quantity, as numbers in the base units; products of several stay apart.
_VALUES = [Fraction(n, d) for n, d in ((3, 2), (5, 3), (7, 5), (11, 7), (13, 11), (17, 13), (2, 3), (19, 7), (23, 9), (5, 7), (29, 8), (31, 10), (4, 9))]
_BESSEL = {
    sympy.besselj: "bessel_j",
    sympy.bessely: "bessel_y",
    sympy.besseli: "bessel_i",
    sympy.besselk: "bessel_k",
}
_TRIES = 12
_PRECISION = 128


class NoValueError(Exception):
    """A point at which something has no value, or has not the sign that it must have."""


def find(system: System, *differences: Frac) -> dict[str, str] | None:
    """A point where all facts hold and none of ``differences`` is zero, or ``None``.

    Free symbols get rational values; atoms that the facts were solved for get the value
    that follows, which must have their sign; the inequalities among the facts must hold.
    Order-one factors are drawn from their ranges where they are free.  The values of an
    unknown function and of its derivatives are free as long as the facts say nothing of
    that function in general, since a smooth function takes any values at different
    points.  A difference that is not zero at one such point is an analytic function of
    the quantities that is not identically zero, so the relation fails almost everywhere.
    """
    if system.unsolved or system.contradiction is not None:
        return None
    algebra = system.algebra
    bound = _constrained(system)
    for difference in differences:
        for atom in _atoms_under(algebra, difference):
            if atom.kind in {"total", "integral", "delta", "parity"}:
                return None
            if atom.kind in {"value", "jet"} and _function(atom) in bound:
                return None
    old = ctx.prec
    ctx.prec = _PRECISION
    try:
        for attempt in range(_TRIES):
            point = Point(algebra, attempt)
            try:
                values = [point.value(difference) for difference in differences]
                good = all(map(_excludes_zero, values)) and _admissible(system, point)
            except (NoValueError, ZeroDivisionError):
                continue
            if good:
                return {**point.shown(), "difference of the sides": _short(values[0])}
    finally:
        ctx.prec = old
    return None


def _atoms_under(algebra: Algebra, frac: Frac) -> Iterator[Atom]:
    for index in frac.generators():
        atom = algebra.atom(index)
        yield atom
        for part in atom.parts:
            yield from _atoms_under(algebra, part)


def _function(atom: Atom) -> Any:
    return atom.label if atom.kind == "value" else atom.label[0]


def _constrained(system: System) -> set[Any]:
    """The functions of which the facts say something for all values of a variable."""
    notation = system.algebra.notation
    found: set[Any] = set(system.functions)
    for solution in system.solutions:
        expressions = [side for side in solution.fact.sides if isinstance(side, Expr)]
        varies = any(
            symbol in notation and notation[symbol].role is Role.VARIABLE
            for expr in expressions
            for symbol in expr.free_symbols
        )
        if varies:
            for expr in expressions:
                found.update(value.func for value in expr.atoms(AppliedUndef))
    return found


class Point:
    """Values for the atoms of an algebra, made when asked for."""

    def __init__(self, algebra: Algebra, attempt: int) -> None:
        self.algebra = algebra
        self.attempt = attempt
        self._symbols: dict[Expr, Fraction] = {}
        self._values: dict[int, Any] = {}

    def value(self, frac: Frac) -> Any:
        """A ball around the value of ``frac``."""
        return frac.evaluate(self._generator, lambda q: acb(fmpq(q.numerator, q.denominator)))

    def _generator(self, index: int) -> Any:
        if index not in self._values:
            self._values[index] = self._made(index)
        return self._values[index]

    def _made(self, index: int) -> Any:
        atom = self.algebra.atom(index)
        if atom.kind == "value" and atom.label in _BESSEL:
            order, argument = map(self.value, atom.parts)
            return getattr(argument, _BESSEL[atom.label])(order)
        if atom.kind in {"symbol", "value", "jet"}:
            number = self._chosen(atom.expr)
            ball = acb(fmpq(number.numerator, number.denominator))
            return ball.root(atom.roots) if atom.roots > 1 else ball
        if atom.kind == "number":
            constant = {sympy.pi: arb.pi(), sympy.EulerGamma: arb.const_euler()}.get(atom.expr)
            whole = arb(int(atom.expr)) if constant is None else constant
            return acb(whole.root(atom.roots))
        if atom.kind == "i":
            return acb(0, 1)
        inside = self.value(atom.parts[0])
        if atom.kind == "exp":
            return (inside / atom.roots).exp()
        if atom.kind == "cis":
            return (acb(0, 1) * inside / atom.roots).exp()
        if atom.kind == "log":
            return acb(_positive(inside).log())
        if atom.kind == "radical":
            return acb(_positive(inside).root(atom.roots))
        if atom.kind == "abs":
            return acb(abs(inside.real))
        if atom.kind == "step" and _excludes_zero(inside) and inside.imag.contains(0):
            return acb(1 if inside.real > 0 else 0)
        raise NoValueError(atom.kind)

    def _chosen(self, expr: Expr) -> Fraction:
        if expr not in self._symbols:
            self._symbols[expr] = self._choice(expr)
        return self._symbols[expr]

    def _choice(self, expr: Expr) -> Fraction:
        turn = len(self._symbols) + self.attempt * 3
        value = _VALUES[turn % len(_VALUES)] + turn // len(_VALUES)
        notation = self.algebra.notation
        if not expr.is_nonnegative and self.attempt % 2:
            value = -value
        if not expr.is_Symbol:
            return value
        if expr.is_integer:
            return Fraction(1 + turn % 5)
        if expr in notation and notation[expr].range is not None:
            low, high = notation[expr].range  # type: ignore[misc]
            share = Fraction(1 + (turn * 3) % 7, 8)
            return low + (high - low) * share
        return value

    def distinct(self) -> bool:
        """Whether values of one function were chosen at provably different points."""
        chosen = [
            atom
            for index in self._values
            if (atom := self.algebra.atom(index)).kind in {"value", "jet"}
        ]
        return all(
            any(
                _excludes_zero(self.value(a) - self.value(b))
                for a, b in zip(one.parts, other.parts, strict=True)
            )
            for i, one in enumerate(chosen)
            for other in chosen[:i]
            if (one.kind, one.label) == (other.kind, other.label)
        )

    def shown(self) -> dict[str, str]:
        """The values chosen."""
        return {str(expr): str(number) for expr, number in self._symbols.items()}


def _positive(ball: acb) -> arb:
    if not (ball.imag.contains(0) and ball.real > 0):
        raise NoValueError
    return ball.real


def _excludes_zero(ball: acb) -> bool:
    return bool(ball.is_finite() and not ball.contains(acb(0)))


def _short(ball: acb) -> str:
    real = ball.real.str(6, radius=False)
    return real if ball.imag.contains(0) else f"{real} + {ball.imag.str(6, radius=False)}i"


def _admissible(system: System, point: Point) -> bool:
    """Whether what was solved for is real and has its sign, and the inequalities hold."""
    algebra = system.algebra
    for solution in system.solutions:
        if solution.atom.is_Symbol:
            value = point.value(algebra.convert(solution.atom))
            if not value.imag.contains(0) or (solution.atom.is_positive and not value.real > 0):
                return False
    return (
        all(point.value(known).real > 0 for known in algebra.known_positive)
        and all(_excludes_zero(point.value(known)) for known in algebra.known_nonzero)
        and point.distinct()
    )
