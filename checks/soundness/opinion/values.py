"""Values of sympy expressions in balls, walked node by node: no normal form is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import sympy
from flint import acb, arb, fmpq
from sympy import Expr, Integral, S, Symbol

from derivations.expression import Total

_CONSTANTS: dict[Expr, Callable[[], arb]] = {
    sympy.pi: arb.pi,
    sympy.E: arb.const_e,
    sympy.EulerGamma: arb.const_euler,
}
_ENTIRE: dict[type, str] = {
    sympy.exp: "exp",
    sympy.sin: "sin",
    sympy.cos: "cos",
    sympy.sinh: "sinh",
    sympy.cosh: "cosh",
    sympy.tan: "tan",
    sympy.cot: "cot",
    sympy.tanh: "tanh",
    sympy.coth: "coth",
    sympy.sec: "sec",
    sympy.csc: "csc",
}
_BESSEL: dict[type, str] = {
    sympy.besselj: "bessel_j",
    sympy.bessely: "bessel_y",
    sympy.besseli: "bessel_i",
    sympy.besselk: "bessel_k",
}


#: An integral is not looked for with more values of its integrand than these.
_MOST_VALUES = 600


class AbstainError(Exception):
    """What has no value here, or none that is known rigorously."""


class Values:
    """Balls around the values of expressions, given those of symbols.

    ``members`` are the members of each set, as the values of its index.  Roots and
    logarithms are real, of what is certainly not negative or positive.
    """

    def __init__(
        self, symbols: Callable[[Symbol], acb], members: Mapping[Symbol, tuple[int, ...]]
    ) -> None:
        self._symbols = symbols
        self._members = members
        self._bound: dict[Symbol, acb] = {}

    def of(self, expr: Expr) -> acb:
        """A ball that contains the value; ``AbstainError`` where that is not known."""
        ball = self._of(expr)
        if not ball.is_finite():
            msg = f"{expr} has no value"
            raise AbstainError(msg)
        return ball

    def _of(self, expr: Expr) -> acb:
        if expr.is_Rational:
            return acb(fmpq(int(expr.p), int(expr.q)))
        if expr.is_Symbol:
            return self._bound[expr] if expr in self._bound else self._symbols(expr)
        if expr.is_Add:
            return sum((self._of(each) for each in expr.args), acb(0))
        if expr.is_Mul:
            product = acb(1)
            for factor in expr.args:
                product *= self._of(factor)
            return product
        if expr in _CONSTANTS:
            return acb(_CONSTANTS[expr]())
        if expr is S.ImaginaryUnit:
            return acb(0, 1)
        return self._function(expr)

    def _function(self, expr: Expr) -> acb:
        if isinstance(expr, sympy.exp):
            return self._of(expr.exp).exp()
        if expr.is_Pow:
            return self._power(expr)
        if type(expr) in _ENTIRE:
            value: acb = getattr(self._of(expr.args[0]), _ENTIRE[type(expr)])()
            return value
        if isinstance(expr, sympy.log):
            return acb(_real(self._of(expr.args[0]), positive=True).log())
        if isinstance(expr, sympy.Abs):
            return acb(abs(_real(self._of(expr.args[0]))))
        if type(expr) in _BESSEL:
            order, argument = map(self._of, expr.args)
            ball: acb = getattr(argument, _BESSEL[type(expr)])(order)
            return ball
        if isinstance(expr, sympy.Heaviside):
            inside = _real(self._of(expr.args[0]))
            if inside > 0 or inside < 0:
                return acb(int(inside > 0))
        if isinstance(expr, sympy.KroneckerDelta):
            difference = self._of(expr.args[0]) - self._of(expr.args[1])
            if difference == 0 or not difference.contains(acb(0)):
                return acb(int(difference == 0))
        if isinstance(expr, Total):
            return self._total(expr)
        if isinstance(expr, Integral):
            return self._integral(expr)
        msg = f"{type(expr).__name__} is not evaluated"
        raise AbstainError(msg)

    def _power(self, expr: Expr) -> acb:
        base, exponent = expr.base, expr.exp
        if exponent.is_Integer:
            return self._of(base) ** int(exponent)
        if base is S.Exp1:
            return self._of(exponent).exp()
        if exponent.is_Rational and base.is_zero is not True:
            root = _real(self._of(base), positive=True).root(int(exponent.q))
            return acb(root) ** int(exponent.p)
        power = _real(self._of(base), positive=True).log() * self._of(exponent)
        return acb(power).exp()

    def _total(self, expr: Total) -> acb:
        if expr.over not in self._members:
            msg = f"the members of {expr.over} are not known"
            raise AbstainError(msg)
        return sum(
            (self._with(expr.index, acb(i), expr.summand) for i in self._members[expr.over]), acb(0)
        )

    def _with(self, symbol: Symbol, value: acb, expr: Expr) -> acb:
        before = self._bound.get(symbol)
        self._bound[symbol] = value
        try:
            return self._of(expr)
        finally:
            if before is None:
                del self._bound[symbol]
            else:
                self._bound[symbol] = before

    def _integral(self, expr: Integral) -> acb:
        """Rigorous for integrands that are meromorphic: others have branches to mind."""
        if len(expr.limits) != 1 or len(expr.limits[0]) != 3:
            msg = "an integral that is not over one variable"
            raise AbstainError(msg)
        ((variable, low, high),) = expr.limits
        if low.is_infinite or high.is_infinite or not _is_meromorphic(expr.function, variable):
            msg = f"{expr} is not evaluated"
            raise AbstainError(msg)

        def integrand(z: acb, _: Any) -> acb:
            return self._with(variable, z, expr.function)

        return acb.integral(integrand, self.of(low), self.of(high), eval_limit=_MOST_VALUES)


def _is_meromorphic(expr: Expr, variable: Symbol) -> bool:
    """Whether it is made of sums, products, whole powers and entire functions."""
    if variable not in expr.free_symbols:
        return True
    if expr.is_Symbol:
        return True
    whole = expr.is_Pow and expr.exp.is_Integer
    if whole:
        return _is_meromorphic(expr.base, variable)
    kinds = expr.is_Add or expr.is_Mul or type(expr) in _ENTIRE or isinstance(expr, sympy.exp)
    return bool(kinds) and all(_is_meromorphic(each, variable) for each in expr.args)


def _real(ball: acb, *, positive: bool = False) -> arb:
    if not ball.imag.is_zero() or (positive and not ball.real > 0):
        msg = "a real value is needed" if not positive else "a positive value is needed"
        raise AbstainError(msg)
    return ball.real
