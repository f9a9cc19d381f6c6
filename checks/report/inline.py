"""Write expressions on one line, as a reader writes them.

A small recursive printer rather than sympy's pretty printer: it knows the paper's own
names, keeps to a single line, and costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import singledispatchmethod
from typing import Any

import sympy
from sympy import (
    Add,
    Derivative,
    Expr,
    Integral,
    Mul,
    Piecewise,
    Pow,
    Rational,
    S,
    Subs,
)
from sympy.core.function import AppliedUndef, Function
from sympy.core.relational import Relational

from derivations.dimension import raised
from derivations.exact import Side
from derivations.expression import Total, Vector
from derivations.quantity import Notation, Role

_VULGAR = {(1, 2): "½", (1, 3): "⅓", (2, 3): "⅔", (1, 4): "¼", (3, 4): "¾", (1, 8): "⅛"}
_HALF = S.Half
#: Variables of integration that have no name of their own.
_BOUND = re.compile(r"_(?:xi_)?(\d+)")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")

# How tightly the outermost operation of a printed text binds.
_SUM, _NEGATIVE, _PRODUCT, _POWER, _ATOM = range(5)


class Inline:
    """Writes expressions in the names of a paper's notation.

    >>> from derivations.dimension import LENGTH
    >>> notation = Notation()
    >>> d = notation.quantity("d", LENGTH, "lattice distance")
    >>> a = notation.quantity("a_B", LENGTH, "Bohr radius", unicode="a₀")
    >>> Inline(notation).expression(sympy.sqrt(d / a) * (d - a) ** 2 / 2)
    '½·√(d/a₀)·(d − a₀)²'
    """

    def __init__(self, notation: Notation) -> None:
        self._notation = notation

    def expression(self, expression: Side) -> str:
        """``expression`` on one line."""
        return self._write(expression)[0]

    def name(self, symbol: Any) -> str:
        """The name of a symbol or of an undefined function."""
        if symbol in self._notation:
            return self._notation[symbol].unicode
        bound = _BOUND.fullmatch(str(symbol))
        return f"u{bound[1].translate(_LOWERED)}" if bound else str(symbol)

    # Expressions: each method returns the text and how tightly it binds.

    @singledispatchmethod
    def _write(self, expression: Any) -> tuple[str, int]:
        if expression in self._notation:
            return self.name(expression), _ATOM
        if expression in _CONSTANTS:
            return _CONSTANTS[expression], _ATOM
        return str(expression), _SUM

    def _wrap(self, expression: Any, level: int) -> str:
        text, binds = self._write(expression)
        return text if binds >= level else f"({text})"

    def _arguments(self, expressions: Iterable[Any]) -> str:
        return f"({', '.join(map(self.expression, expressions))})"

    @_write.register(sympy.Symbol)
    def _symbol(self, symbol: Any) -> tuple[str, int]:
        return self.name(symbol), _ATOM

    @_write.register(Rational)
    def _number(self, number: Rational) -> tuple[str, int]:
        if number < 0:
            return f"−{self._number(-number)[0]}", _NEGATIVE
        if number.q == 1:
            return str(number.p), _ATOM
        vulgar = _VULGAR.get((number.p, number.q))
        return (vulgar, _ATOM) if vulgar else (f"{number.p}/{number.q}", _PRODUCT)

    @_write.register(Add)
    def _add(self, total: Add) -> tuple[str, int]:
        terms = total.as_ordered_terms()
        first = next((t for t in terms if not t.could_extract_minus_sign()), terms[0])
        terms.remove(first)
        text = self._wrap(first, _NEGATIVE)
        for term in terms:
            if term.could_extract_minus_sign():
                text += f" − {self._wrap(-term, _PRODUCT)}"
            else:
                text += f" + {self._wrap(term, _PRODUCT)}"
        return text, _SUM

    @_write.register(Mul)
    def _mul(self, product: Mul) -> tuple[str, int]:
        coefficient, rest = product.as_coeff_Mul()
        if coefficient.is_Rational and coefficient < 0:
            return f"−{self._wrap(-product, _PRODUCT)}", _NEGATIVE
        return self._fraction(coefficient, Mul.make_args(rest))

    def _fraction(self, coefficient: Expr, factors: Iterable[Expr]) -> tuple[str, int]:
        """``coefficient`` times ``factors``, with one fraction stroke and one root."""
        above: list[str] = []
        below: list[str] = []
        root_above: list[Expr] = []
        root_below: list[Expr] = []
        for factor in sorted(factors, key=_place):
            base, power = factor.args if factor.is_Pow else (factor, S.One)
            if power.is_Rational and power.q == 2 and abs(power.p) == 1:
                (root_above if power > 0 else root_below).append(base)
            elif power.is_Rational and power < 0:
                below.append(self._power(base, -power, _POWER))
            else:
                above.append(self._wrap(factor, _POWER))
        for number in [base for base in root_above if base.is_Integer]:
            if coefficient.is_Rational and coefficient.q % number == 0:  # ½·√2 is 1/√2
                root_above.remove(number)
                root_below.append(number)
                coefficient *= number
        root = self._root(root_above, root_below)
        if root and root_above:
            above.insert(0, root)
        elif root:
            below.append(root)
        self._coefficient(coefficient, above, below)
        text = "·".join(above) or "1"
        if below:
            stroke = below[0] if len(below) == 1 else f"({'·'.join(below)})"
            text = f"{text}/{stroke}"
        return text, _PRODUCT if below or len(above) > 1 else _POWER

    def _coefficient(self, coefficient: Expr, above: list[str], below: list[str]) -> None:
        if not coefficient.is_Rational:
            above.insert(0, self._wrap(coefficient, _PRODUCT))
            return
        vulgar = _VULGAR.get((coefficient.p, coefficient.q))
        if vulgar and above and not below:
            above.insert(0, vulgar)
            return
        if coefficient.p != 1:
            above.insert(0, str(coefficient.p))
        if coefficient.q != 1:
            below.insert(0, str(coefficient.q))

    def _root(self, above: list[Expr], below: list[Expr]) -> str:
        if not above and not below:
            return ""
        if not above:
            above, below = below, []
        if len(above) == 1 and not below:
            inside, binds = self._write(above[0])
        else:
            factors = [*above, *(1 / base for base in below)]
            number = Mul(*(factor for factor in factors if factor.is_Rational))
            inside, binds = self._fraction(number, [f for f in factors if not f.is_Rational])
        return f"√{inside}" if binds == _ATOM else f"√({inside})"

    @_write.register(Pow)
    def _pow(self, power: Pow) -> tuple[str, int]:
        exponent = power.exp
        if exponent.is_Rational and (exponent < 0 or exponent == _HALF):
            return self._fraction(S.One, [power])
        return self._power(power.base, exponent, _ATOM), _POWER

    def _power(self, base: Expr, exponent: Expr, level: int) -> str:
        if exponent == 1:
            return self._wrap(base, level)
        if exponent == _HALF:
            return self._root([base], [])
        head = self._wrap(base, _ATOM)
        if exponent.is_Integer:
            return head + raised(exponent)
        return f"{head}^{self._wrap(exponent, _ATOM)}"

    @_write.register(sympy.exp)
    def _exp(self, expression: Any) -> tuple[str, int]:
        return f"exp({self.expression(expression.args[0])})", _ATOM

    @_write.register(sympy.Abs)
    def _absolute(self, expression: Any) -> tuple[str, int]:
        return f"|{self.expression(expression.args[0])}|", _ATOM

    @_write.register(Function)
    def _function(self, expression: Any) -> tuple[str, int]:
        name = _FUNCTIONS.get(type(expression).__name__, type(expression).__name__)
        return name + self._arguments(expression.args), _ATOM

    @_write.register(AppliedUndef)
    def _applied(self, expression: Any) -> tuple[str, int]:
        name = self.name(expression.func)
        if len(expression.args) > 1 and all(map(self._is_variable, expression.args)):
            return name, _ATOM
        return name + self._arguments(expression.args), _ATOM

    def _is_variable(self, expression: Any) -> bool:
        known = self._notation
        return expression in known and known[expression].role is Role.VARIABLE

    @_write.register(Derivative)
    def _derivative(self, expression: Derivative) -> tuple[str, int]:
        function = expression.expr
        order = sum(count for _, count in expression.variable_count)
        below = "".join(f"∂{self.name(x)}{raised(count)}" for x, count in expression.variable_count)
        above = f"∂{raised(order)}"
        if isinstance(function, AppliedUndef):
            plain = all(argument.is_Symbol for argument in function.args)
            inside = self.name(function.func) if plain else self.expression(function)
            return f"{above}{inside}/{below}", _PRODUCT
        return f"({above}/{below})({self.expression(function)})", _ATOM

    @_write.register(Subs)
    def _subs(self, expression: Subs) -> tuple[str, int]:
        slope = expression.expr
        if isinstance(slope, Derivative) and isinstance(slope.expr, AppliedUndef):
            (_, order), *others = slope.variable_count
            if not others and slope.expr.args == expression.variables:
                primes = "′" * order
                return self.name(slope.expr.func) + primes + self._arguments(
                    expression.point
                ), _ATOM
        places = ", ".join(
            f"{self.name(x)} = {self.expression(value)}"
            for x, value in zip(expression.variables, expression.point, strict=True)
        )
        return f"[{self.expression(slope)}]({places})", _ATOM

    @_write.register(Integral)
    def _integral(self, expression: Integral) -> tuple[str, int]:
        signs, ends = [], []
        for variable, *limits in reversed(expression.limits):
            span = f"[{', '.join(map(self.expression, limits))}]" if limits else ""
            signs.append(f"∫{span}")
            ends.append(f" d{self.name(variable)}")
        inside = self._wrap(expression.function, _PRODUCT)
        return f"{''.join(signs)} {inside}{''.join(reversed(ends))}", _NEGATIVE

    @_write.register(Total)
    def _total(self, expression: Total) -> tuple[str, int]:
        span = f"{self.name(expression.index)} ∈ {self.name(expression.over)}"
        return f"Σ({span}) {self._wrap(expression.summand, _PRODUCT)}", _NEGATIVE

    @_write.register(sympy.Sum)
    def _sum(self, expression: sympy.Sum) -> tuple[str, int]:
        spans = ", ".join(
            f"{self.name(index)} = {self.expression(low)} … {self.expression(high)}"
            for index, low, high in expression.limits
        )
        return f"Σ({spans}) {self._wrap(expression.function, _PRODUCT)}", _NEGATIVE

    @_write.register(Piecewise)
    def _piecewise(self, expression: Piecewise) -> tuple[str, int]:
        cases = "; ".join(
            self.expression(value)
            + (" otherwise" if condition == S.true else f" if {self.expression(condition)}")
            for value, condition in expression.args
        )
        return f"{{{cases}}}", _ATOM

    @_write.register(Relational)
    def _relational(self, expression: Any) -> tuple[str, int]:
        sign = _COMPARISONS.get(expression.rel_op, expression.rel_op)
        return (
            f"{self.expression(expression.lhs)} {sign} {self.expression(expression.rhs)}",
            _SUM,
        )

    @_write.register(Vector)
    def _vector(self, vector: Vector) -> tuple[str, int]:
        return self._arguments(vector), _ATOM


def _place(factor: Expr) -> int:
    """Numbers first, then symbols, functions and sums."""
    base = factor.base if factor.is_Pow else factor
    kinds = (base.is_number, base.is_Symbol, not base.is_Add, True)
    return kinds.index(True)


_COMPARISONS = {"<=": "≤", ">=": "≥", "!=": "≠", "==": "="}
_FUNCTIONS = {
    "KroneckerDelta": "δ",
    "DiracDelta": "δ",
    "Heaviside": "θ",
    "Max": "max",
    "Min": "min",
}
_CONSTANTS: dict[Any, str] = {
    S.Pi: "π",
    S.Infinity: "∞",
    S.NegativeInfinity: "−∞",
    S.ImaginaryUnit: "i",
    S.Exp1: "exp(1)",
}
