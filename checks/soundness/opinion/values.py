"""Values of sympy expressions in balls, walked node by node: no normal form is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import sympy
from flint import acb, arb, fmpq
from sympy import Derivative, Expr, Integral, S, Subs, Symbol
from sympy.core.function import AppliedUndef

from derivations.expression import Total

if TYPE_CHECKING:
    from .functions import Functions

_CONSTANTS: dict[Expr, Callable[[], arb]] = {
    sympy.pi: arb.pi,
    sympy.E: arb.const_e,
    sympy.EulerGamma: arb.const_euler,
}
_ENTIRE: dict[type, str] = {
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
_MOST_VALUES = 150
#: No more parts of expressions are worked out for one set of facts.
MOST_PARTS = 2500


class AbstainError(Exception):
    """What has no value here, or none that is known rigorously."""


class Values:
    """Balls around the values of expressions, given those of symbols.

    ``members`` are the members of each set, as the values of its index; ``functions``
    what undefined functions are; ``left`` how many parts of expressions may still be worked
    out, for all that share it.  Roots and logarithms are real, of what is certainly not
    negative or positive.
    """

    def __init__(
        self,
        symbols: Callable[[Symbol], acb],
        members: Mapping[Symbol, tuple[int, ...]],
        functions: Functions | None = None,
        left: list[int] | None = None,
    ) -> None:
        self._symbols = symbols
        self._members = members
        self._functions = functions
        self._bound: dict[Symbol, acb] = {}
        self._left = [MOST_PARTS] if left is None else left

    def of(self, expr: Expr) -> acb:
        """A ball that contains the value; ``AbstainError`` where that is not known."""
        ball = self._of(expr)
        if not ball.is_finite():
            msg = "a part of it has no value"
            raise AbstainError(msg)
        return ball

    def _of(self, expr: Expr) -> acb:
        self._left[0] -= 1
        if self._left[0] < 0:
            msg = "too much to work out"
            raise AbstainError(msg)
        case = _CASES.get(id(type(expr)))
        if case is not None:
            found: acb = getattr(self, case)(expr)
            return found
        if expr.is_Symbol:
            return self._bound[expr] if expr in self._bound else self._symbols(expr)
        if expr.is_Rational:
            return acb(fmpq(int(expr.p), int(expr.q)))
        if isinstance(expr, AppliedUndef):
            return self._undefined(expr, (0,) * len(expr.args))
        if expr in _CONSTANTS:
            return acb(_CONSTANTS[expr]())
        if expr is S.ImaginaryUnit:
            return acb(0, 1)
        msg = f"{type(expr).__name__} is not evaluated"
        raise AbstainError(msg)

    def _sum(self, expr: Expr) -> acb:
        return sum(map(self._of, expr.args), acb(0))

    def _product(self, expr: Expr) -> acb:
        product = acb(1)
        for factor in expr.args:
            product *= self._of(factor)
        return product

    def _entire(self, expr: Expr) -> acb:
        value: acb = getattr(self._of(expr.args[0]), _ENTIRE[type(expr)])()
        return value

    def _logarithm(self, expr: Expr) -> acb:
        return acb(_real(self._of(expr.args[0]), positive=True).log())

    def _absolute(self, expr: Expr) -> acb:
        return acb(abs(_real(self._of(expr.args[0]))))

    def _bessel(self, expr: Expr) -> acb:
        order, argument = map(self._of, expr.args)
        ball: acb = getattr(argument, _BESSEL[type(expr)])(order)
        return ball

    def _step(self, expr: Expr) -> acb:
        inside = _real(self._of(expr.args[0]))
        if not (inside > 0 or inside < 0):
            msg = "a step at its jump"
            raise AbstainError(msg)
        return acb(int(inside > 0))

    def _delta(self, expr: Expr) -> acb:
        difference = self._of(expr.args[0]) - self._of(expr.args[1])
        if difference != 0 and difference.contains(acb(0)):
            msg = "it is not known whether two indices are the same"
            raise AbstainError(msg)
        return acb(int(difference == 0))

    def _put(self, expr: Subs) -> acb:
        values = {x: self._of(at) for x, at in zip(expr.variables, expr.point, strict=True)}
        before, self._bound = self._bound, self._bound | values
        try:
            return self._of(expr.expr)
        finally:
            self._bound = before

    def _power(self, expr: Expr) -> acb:
        base, exponent = expr.as_base_exp() if isinstance(expr, sympy.exp) else expr.args
        if exponent.is_Integer:
            return self._of(base) ** int(exponent)
        if base is S.Exp1:
            return self._of(exponent).exp()
        if exponent.is_Rational and base.is_zero is not True:
            root = _real(self._of(base), positive=True).root(int(exponent.q))
            return acb(root) ** int(exponent.p)
        power = _real(self._of(base), positive=True).log() * self._of(exponent)
        return acb(power).exp()

    def _derivative(self, expr: Derivative) -> acb:
        orders = _orders(expr)
        if orders is not None:
            return self._undefined(expr.expr, orders)
        done = expr.doit(integrals=False)
        if isinstance(done, Derivative):
            msg = "a derivative of something that is no plain function"
            raise AbstainError(msg)
        return self._of(done)

    def _undefined(self, expr: AppliedUndef, orders: tuple[int, ...]) -> acb:
        if self._functions is None:
            msg = "a function that is not known"
            raise AbstainError(msg)
        at = [self._of(each) for each in expr.args]
        if expr.func not in self._functions.definitions:
            return self._functions.polynomial(expr.func, orders, at, self._symbols)
        variables, body = self._functions.body(expr.func, orders)
        before, self._bound = self._bound, dict(zip(variables, at, strict=True))
        try:
            return self._of(body)
        finally:
            self._bound = before

    def _total(self, expr: Total) -> acb:
        if expr.over not in self._members:
            msg = "a set whose members are not known"
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
        if low.is_infinite or high.is_infinite or not self._is_meromorphic(expr.function, variable):
            msg = "an integral that is not evaluated"
            raise AbstainError(msg)

        def integrand(z: acb, _: Any) -> acb:
            try:
                return self._with(variable, z, expr.function)
            except (AbstainError, ZeroDivisionError):
                return acb("nan")

        return acb.integral(integrand, self.of(low), self.of(high), eval_limit=_MOST_VALUES)

    def _is_meromorphic(self, expr: Expr, variable: Symbol) -> bool:
        """Whether it is made of sums, products, whole powers and entire functions."""
        if variable not in expr.free_symbols or expr.is_Symbol:
            return True
        if expr.is_Pow and expr.exp.is_Integer:
            return self._is_meromorphic(expr.base, variable)
        if isinstance(expr, Subs):
            inner = all(self._is_meromorphic(expr.expr, x) for x in (*expr.variables, variable))
            return inner and all(self._is_meromorphic(each, variable) for each in expr.point)
        if isinstance(expr, Derivative):
            return self._is_meromorphic(expr.expr, variable)
        if isinstance(expr, AppliedUndef) and self._functions is not None:
            known = self._functions.definitions.get(expr.func)
            if known is not None and not all(self._is_meromorphic(known[1], x) for x in known[0]):
                return False
        elif isinstance(expr, Total):
            return self._is_meromorphic(expr.summand, variable)
        elif not (
            expr.is_Add or expr.is_Mul or type(expr) in _ENTIRE or isinstance(expr, sympy.exp)
        ):
            return False
        return all(self._is_meromorphic(each, variable) for each in expr.args)


@lru_cache(maxsize=4096)
def _orders(expr: Derivative) -> tuple[int, ...] | None:
    """How often a function is differentiated by each of its arguments, if it is by those alone."""
    inner = expr.expr
    if not isinstance(inner, AppliedUndef):
        return None
    dependent = [each for each in inner.args if each.free_symbols & set(expr.variables)]
    if len(set(dependent)) != len(dependent) or set(dependent) != set(expr.variables):
        return None
    return tuple(sum(int(n) for x, n in expr.variable_count if x == each) for each in inner.args)


def _real(ball: acb, *, positive: bool = False) -> arb:
    if not ball.imag.is_zero() or (positive and not ball.real > 0):
        msg = "a real value is needed" if not positive else "a positive value is needed"
        raise AbstainError(msg)
    return ball.real


#: How each kind of expression is worked out, by the identity of its class: classes of
#: sympy's functions are slow to compare.
_CASES: dict[int, str] = {
    id(kind): case
    for kinds, case in (
        ((sympy.Add,), "_sum"),
        ((sympy.Mul,), "_product"),
        ((sympy.Pow, sympy.exp), "_power"),
        (_ENTIRE, "_entire"),
        ((sympy.log,), "_logarithm"),
        ((sympy.Abs,), "_absolute"),
        (_BESSEL, "_bessel"),
        ((sympy.Heaviside,), "_step"),
        ((sympy.KroneckerDelta,), "_delta"),
        ((Derivative,), "_derivative"),
        ((Subs,), "_put"),
        ((Total,), "_total"),
        ((Integral,), "_integral"),
    )
    for kind in kinds
}
