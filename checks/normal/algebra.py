"""The normal form: sympy expressions as fractions of polynomials over atoms.

Two expressions with the same normal form are equal wherever both are defined.  The
converse need not hold: a difference that is not zero is no refutation.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import comb
from typing import Any

import sympy
from sympy import Expr, I, S, Symbol
from sympy.core.function import AppliedUndef

from derivations.expression import Total
from derivations.quantity import Notation

from ..quoting import quoted
from . import atoms, binders, radicals, transcendental
from .basis import Atom, Basis, RootError, UnsupportedError
from .fraction import Frac, Monomial
from .sign import sign

#: The power of a sum with more terms than these is not multiplied out.
_MOST_TERMS = 20_000

__all__ = ["Algebra", "Atom", "RootError", "UnsupportedError"]


class Algebra(Basis):
    """The atoms of one obligation and the conversion into normal form.

    ``rules`` gives the value of atoms that the facts eliminate, ``functions`` that of
    functions: both map to expressions, which are converted in turn.
    """

    def __init__(
        self,
        notation: Notation,
        roots: int = 2,
        rules: dict[Expr, Expr] | None = None,
        functions: dict[Any, tuple[tuple[Symbol, ...], Expr]] | None = None,
        restricted: frozenset[Symbol] = frozenset(),
    ) -> None:
        super().__init__(notation, roots, restricted)
        self.rules = {} if rules is None else rules
        self.functions = {} if functions is None else functions
        self._memo: dict[Expr, Frac] = {}
        self._terms: dict[Expr, tuple[Fraction, Monomial] | None] = {}

    def convert(self, expr: Expr) -> Frac:
        """The normal form of ``expr``.

        Raises ``UnsupportedError`` outside the class of expressions that it knows, and
        ``ZeroDivisionError`` where a denominator vanishes identically.
        """
        found = self._memo.get(expr)
        if found is None:
            found = self._memo[expr] = self._convert(expr)
        return found

    def _convert(self, expr: Expr) -> Frac:
        if expr.is_Rational:
            return self.number(Fraction(int(expr.p), int(expr.q)))
        if expr.is_Symbol or expr.is_Mul or expr.is_Pow:
            term = self._term(expr)
            if term is not None:
                return Frac.monomial_of(self.ring, *term)
        if expr.is_Symbol:
            return self.convert(self.rules[expr])
        if expr.is_Add:
            result = self.zero
            for summand in expr.args:
                result = result + self.convert(summand)
            return result
        if expr.is_Mul:
            result = self.one
            for factor in expr.args:
                result = result * self.convert(factor)
            return result
        if expr.is_Pow:
            return self._pow(expr.base, expr.exp)
        for kind in type(expr).__mro__:
            if kind in _CONVERTERS:
                return _CONVERTERS[kind](self, expr)
        msg = f"{type(expr).__name__} is outside what the normal form knows: {quoted(expr)}"
        raise UnsupportedError(msg)

    def _term(self, expr: Expr) -> tuple[Fraction, Monomial] | None:
        """A product of powers of symbols, read off directly; ``None`` if it is none."""
        if expr not in self._terms:
            self._terms[expr] = self._read_term(expr)
        return self._terms[expr]

    def _read_term(self, expr: Expr) -> tuple[Fraction, Monomial] | None:
        if expr.is_Symbol:
            if expr in self.rules:
                return self._term(self.rules[expr])
            index = self.symbol(expr)
            return Fraction(1), {index: self.atoms[index].roots}
        if expr.is_Rational:
            return (Fraction(int(expr.p), int(expr.q)), {}) if expr.p else None
        if expr.is_Mul:
            coefficient = Fraction(1)
            powers: Monomial = {}
            for factor in expr.args:
                one = self._term(factor)
                if one is None:
                    return None
                coefficient *= one[0]
                for index, exponent in one[1].items():
                    powers[index] = powers.get(index, 0) + exponent
            return coefficient, {i: e for i, e in powers.items() if e}
        if expr.is_Pow and expr.exp.is_Rational:
            one = self._term(expr.base)
            return None if one is None else self._term_power(*one, expr.exp)
        return None

    def _term_power(
        self, coefficient: Fraction, powers: Monomial, exponent: sympy.Rational
    ) -> tuple[Fraction, Monomial] | None:
        positive = all(self.atoms[i].positive for i in powers)
        if exponent.is_negative and not positive:
            return None
        if exponent.is_Integer:
            times = int(exponent)
            return coefficient**times, {i: e * times for i, e in powers.items()}
        if coefficient != 1 or not positive:
            return None
        power = Fraction(int(exponent.p), int(exponent.q))
        raised = {i: e * power for i, e in powers.items()}
        for steps in raised.values():
            if steps.denominator != 1:
                raise RootError(steps.denominator)
        return coefficient, {i: int(e) for i, e in raised.items()}

    def ruled(self, expr: Expr) -> Frac | None:
        """The value of an atom that the facts give, if they do."""
        return self._ruled(expr)

    def _ruled(self, expr: Expr) -> Frac | None:
        value = self.rules.get(expr)
        return None if value is None else self.convert(value)

    def _pow(self, base: Expr, exponent: Expr) -> Frac:
        if exponent.is_negative:
            self.divided[base] = self.convert(base)
        if exponent.is_Integer:
            return self._multiplied(self.convert(base), int(exponent))
        if exponent.is_Rational:
            return self.root(self.convert(base), Fraction(int(exponent.p), int(exponent.q)))
        if base == S.Exp1:
            return transcendental.exponential(self, self.convert(exponent))
        value, front = self.convert(base), self.one
        if exponent.is_integer and sign(self, value) < 0:
            value, front = -value, self.convert(sympy.exp(I * sympy.pi * exponent, evaluate=False))
        logarithm = transcendental.logarithm(self, value)
        return front * transcendental.exponential(self, self.convert(exponent) * logarithm)

    def _multiplied(self, value: Frac, exponent: int) -> Frac:
        """A whole power; refused where it would be too long to be multiplied out."""
        for terms in (len(value.num), len(value.den)):
            if terms > 1 and comb(abs(exponent) + terms - 1, min(terms - 1, 4)) > _MOST_TERMS:
                msg = f"the power {exponent} of a sum is too large to be multiplied out"
                raise UnsupportedError(msg)
        return value**exponent

    def root(self, value: Frac, exponent: Fraction) -> Frac:
        """``value`` to a rational power, real and positive where ``value`` is."""
        if exponent.denominator == 1:
            return self._multiplied(value, int(exponent))
        if value.is_zero():
            if exponent > 0:
                return self.zero
            raise ZeroDivisionError
        return radicals.power(self, value, exponent)


def _constant(algebra: Algebra, expr: Expr) -> Frac:
    return algebra.gen(algebra.constant(expr), algebra.roots)


def _quotient(algebra: Algebra, expr: Expr) -> Frac:
    top, bottom = transcendental.quotient(expr)
    return algebra.convert(top) / algebra.convert(bottom)


def _absolute(algebra: Algebra, expr: Expr) -> Frac:
    return algebra.root(algebra.convert(expr.args[0]) ** 2, Fraction(1, 2))


_CONVERTERS: dict[type, Callable[[Algebra, Expr], Frac]] = {
    type(S.Pi): _constant,
    type(S.EulerGamma): _constant,
    type(S.Exp1): lambda algebra, _: transcendental.exponential(algebra, algebra.one),
    type(S.ImaginaryUnit): lambda algebra, _: algebra.gen(algebra.imaginary()),
    sympy.exp: lambda algebra, e: transcendental.exponential(algebra, algebra.convert(e.exp)),
    sympy.log: lambda algebra, e: transcendental.logarithm(algebra, algebra.convert(e.args[0])),
    **dict.fromkeys(transcendental.QUOTIENTS, _quotient),
    sympy.sin: transcendental.trigonometric,
    sympy.cos: transcendental.trigonometric,
    sympy.Abs: _absolute,
    AppliedUndef: atoms.function_value,
    sympy.Derivative: atoms.jet,
    sympy.Subs: atoms.jet,
    sympy.KroneckerDelta: atoms.delta,
    sympy.Heaviside: atoms.step,
    **dict.fromkeys(atoms.BESSEL, atoms.opaque),
    Total: binders.total,
    sympy.Integral: binders.integral,
}
