"""Evaluate an expression of one variable in balls that certainly contain its value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce
from operator import add, mul
from typing import Any, TypeAlias

import sympy
from flint import acb, arb, ctx
from sympy import Expr, S, Symbol

from derivations.errors import PaperError

Ball: TypeAlias = Any
#: From the values of the variables, and whether to insist on analyticity, to the value.
Function: TypeAlias = Callable[[Mapping[Symbol, Ball], bool], Ball]

#: Bits carried, how far a ball may reach from its middle, and how closely to integrate.
_BITS, _NARROW, _TOLERANCE = 96, 1e-12, arb(2) ** -50
_UNARY = {
    **{getattr(sympy, name): name for name in ("exp", "log", "sin", "cos", "tan", "cot")},
    **{getattr(sympy, name): name for name in ("sinh", "cosh", "tanh", "gamma")},
}
_BESSEL = {getattr(sympy, f"bessel{kind}"): f"bessel_{kind}" for kind in "ijky"}
_CONSTANTS = {S.Pi: arb.pi, S.Exp1: arb.const_e, S.EulerGamma: arb.const_euler}


class Balls:
    """``expression`` as a function of ``variables``, ready to be evaluated many times.

    Raises ``PaperError`` where something in it cannot be evaluated, and, asked for a
    value, where that cannot be enclosed narrowly.

    >>> x = Symbol("x")
    >>> float(Balls(sympy.exp(-x), x)(sympy.Rational(1, 2)))
    0.6065306597126334
    """

    def __init__(self, expression: Expr, *variables: Symbol) -> None:
        self._expression, self._variables = expression, variables
        with ctx.workprec(_BITS):
            self._value = _function(expression, arb)

    def __call__(self, *values: Any) -> arb:
        """The value at exact ``values`` of the variables."""
        with ctx.workprec(_BITS):
            known = {
                symbol: _constant(value, arb)
                for symbol, value in zip(self._variables, values, strict=True)
            }
            found: arb = self._value(known, False)
            if not _narrow(found):
                msg = f"{str(self._expression)[:80]} cannot be enclosed narrowly"
                raise PaperError(msg)
            return found


def _narrow(found: arb) -> bool:
    """Whether a ball fixes more digits than a drawing shows."""
    if not found.is_finite():
        return False
    return float(found.rad()) <= _NARROW * max(abs(float(found.mid())), 1e-3)


def _constant(expr: Expr | Fraction, kind: Any) -> Ball:
    if isinstance(expr, Fraction):
        return kind(arb(expr.numerator) / expr.denominator)
    return _function(sympy.sympify(expr, strict=True), kind)({}, False)


def _function(expr: Expr, kind: Any) -> Function:
    """What takes ``expr`` to a ball of ``kind``; parts without variables are evaluated once."""
    made = _made(expr, kind)
    if expr.is_Symbol or expr.free_symbols:
        return made
    value = made({}, False)
    return lambda known, analytic: value


def _made(expr: Expr, kind: Any) -> Function:
    if expr.is_Symbol:
        return lambda known, analytic: known[expr] if expr in known else _missing(expr)
    if expr.is_Rational:
        number = kind(arb(int(expr.p)) / int(expr.q))
        return lambda known, analytic: number
    if expr in _CONSTANTS:
        constant = kind(_CONSTANTS[expr]())
        return lambda known, analytic: constant
    if expr.is_Pow:
        return _power(expr, kind)
    head = expr.func
    if head is sympy.Integral and kind is arb:
        return _integral(expr)
    if expr.is_Add or expr.is_Mul:
        return _folded(expr, kind)
    parts = [_function(part, kind) for part in expr.args]
    if head is sympy.log and kind is acb:
        return lambda known, analytic: parts[0](known, analytic).log(analytic=analytic)
    if head in _UNARY:
        name = _UNARY[head]
        return lambda known, analytic: getattr(parts[0](known, analytic), name)()
    if head in _BESSEL and kind is arb:
        bessel = _BESSEL[head]
        return lambda known, _: getattr(parts[1](known, False), bessel)(parts[0](known, False))
    if head is sympy.Heaviside and kind is arb:
        return lambda known, _: _step(parts[0](known, False))
    raise _unable(expr)


def _folded(expr: Expr, kind: Any) -> Function:
    """A sum or a product; its parts without variables are added or multiplied once."""
    fold = add if expr.is_Add else mul
    fixed = [_constant(part, kind) for part in expr.args if not part.free_symbols]
    parts = [_made(part, kind) for part in expr.args if part.free_symbols]
    if fixed:
        constant = reduce(fold, fixed)
        parts.append(lambda known, analytic: constant)
    return reduce(lambda one, other: _both(fold, one, other), parts)


def _both(fold: Callable[[Ball, Ball], Ball], one: Function, other: Function) -> Function:
    return lambda known, analytic: fold(one(known, analytic), other(known, analytic))


def _unable(expr: Expr) -> PaperError:
    return PaperError(f"{str(expr)[:80]} cannot be evaluated")


def _missing(symbol: Symbol) -> Ball:
    msg = f"{symbol} has no value"
    raise PaperError(msg)


def _power(expr: Expr, kind: Any) -> Function:
    base, exponent = _function(expr.args[0], kind), expr.args[1]
    if exponent.is_Integer:
        order = int(exponent)
        return lambda known, analytic: base(known, analytic) ** order
    if exponent.is_Rational and exponent.q == 2:
        half = int(exponent.p)
        if kind is acb:
            return lambda known, analytic: base(known, analytic).sqrt(analytic=analytic) ** half
        return lambda known, _: base(known, False).sqrt() ** half
    power = _function(exponent, kind)
    if kind is acb:
        return lambda known, analytic: (
            base(known, analytic).log(analytic=analytic) * power(known, analytic)
        ).exp()
    return lambda known, _: (base(known, False).log() * power(known, False)).exp()


def _step(argument: arb) -> arb:
    if argument > 0:
        return arb(1)
    return arb(0) if argument < 0 else arb(0.5, 0.5)


def _integral(expr: sympy.Integral) -> Function:
    """A finite integral; the integrand tells where it is not analytic, so none is missed."""
    if len(expr.limits) != 1 or len(expr.limits[0]) != 3:
        raise _unable(expr)
    variable, *ends = expr.limits[0]
    if any(end.is_infinite for end in ends):
        raise _unable(expr)
    low, high = (_function(end, arb) for end in ends)
    inside = _function(expr.function, acb)

    def integral(known: Mapping[Symbol, Ball], _: bool) -> arb:
        fixed = {symbol: acb(ball) for symbol, ball in known.items()}

        def integrand(at: acb, analytic: bool) -> acb:
            found: acb = inside({**fixed, variable: at}, bool(analytic))
            return found

        start, end = low(known, False), high(known, False)
        found = acb.integral(integrand, start, end, rel_tol=_TOLERANCE, abs_tol=_TOLERANCE)
        return found.real

    return integral
