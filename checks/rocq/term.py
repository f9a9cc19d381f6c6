"""Expressions as terms of Rocq's real numbers, and where they are defined."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

import sympy
from sympy import Expr, Integral, S, Symbol, oo
from sympy.core.function import AppliedUndef

from derivations.expression import Total

from ..normal.atoms import place
from .names import Names
from .scalar import canonical


class OutsideError(Exception):
    """An expression that is not exported, with the reason."""


def number(value: Fraction | sympy.Rational) -> str:
    """A rational number.

    >>> number(Fraction(-3, 2)), number(Fraction(7))
    ('(- (3 / 2))', '7')
    """
    top, bottom = int(value.numerator), int(value.denominator)
    size = f"{abs(top)}" if bottom == 1 else f"({abs(top)} / {bottom})"
    return f"(- {size})" if top < 0 else size


#: Functions whose name in Rocq differs only in its spelling.
_FUNCTIONS: dict[type, str] = {
    sympy.exp: "exp",
    sympy.log: "ln",
    sympy.sin: "sin",
    sympy.cos: "cos",
    sympy.Abs: "Rabs",
}


@dataclass
class Terms:
    """Writes expressions, and keeps the names of what stands in them.

    ``roots`` gives symbols that are written as a power of their root: x as g_x^N.
    ``used`` collects what is written: symbols and the functions that values belong to.
    """

    names: Names = field(default_factory=Names)
    roots: dict[Expr, tuple[str, int]] = field(default_factory=dict)
    #: Symbols that stand for a term of another kind, and the term.
    stand_ins: dict[Expr, str] = field(default_factory=dict)
    used: dict[object, str] = field(default_factory=dict)
    #: Whether sums over sets are written as what they are, and not as a variable each.
    concrete: bool = False
    #: Symbols that a sum binds.
    bound: frozenset[Symbol] = frozenset()

    def within(self, *bound: Symbol) -> Terms:
        """For what stands under a binder of these symbols."""
        inner = Terms(self.names, dict(self.roots), concrete=self.concrete)
        inner.bound = self.bound.union(bound)
        return inner

    def taken_from(self, inner: Terms, *bound: object) -> None:
        """Keep what ``inner`` has used, but for what is bound there."""
        self.used.update((x, name) for x, name in inner.used.items() if x not in bound)

    def term(self, expr: Expr) -> str:
        """``expr`` as text; ``OutsideError`` for what is not exported."""
        if expr in self.stand_ins:
            return self.stand_ins[expr]
        if expr.is_Rational:
            return number(expr)
        if expr is S.Pi:
            return self._root(expr, 1) if expr in self.roots else "PI"
        if expr is S.Exp1:
            return "(exp 1)"
        if expr.is_Symbol:
            return self._root(expr, 1) if expr in self.roots else self.symbol(expr)
        if expr.is_Add:
            return self._sum(expr)
        if expr.is_Mul:
            return self._product(expr)
        if expr.is_Pow:
            return self._power(expr)
        if type(expr) in _FUNCTIONS:
            return f"({_FUNCTIONS[type(expr)]} {self.term(expr.args[0])})"
        for kind, writer in _WRITERS.items():
            if isinstance(expr, kind):
                return writer(self, expr)
        raise OutsideError(f"{_called(expr)} is not exported")

    def symbol(self, symbol: Symbol) -> str:
        """The name of a symbol."""
        self.used[symbol] = self.names.name(symbol, str(symbol))
        return self.used[symbol]

    def _root(self, expr: Expr, exponent: Fraction | int) -> str:
        name, times = self.roots[expr]
        power = Fraction(exponent) * times
        if power.denominator != 1:
            raise OutsideError(f"{expr}^({exponent}) needs a finer root")
        return _raised(name, int(power))

    def _sum(self, expr: Expr) -> str:
        text = ""
        for summand in expr.args:
            minus = summand.could_extract_minus_sign()
            sign = (" - " if minus else " + ") if text else ("- " if minus else "")
            text += sign + self.term(-summand if minus else summand)
        return f"({text})"

    def _product(self, expr: Expr) -> str:
        coefficient, _ = expr.as_coeff_Mul()
        if coefficient.is_negative:
            return f"(- {self.term(-expr)})"
        above, below = [], []
        for factor in expr.args:
            if factor.is_Rational:
                above += [number(Fraction(int(factor.p)))] if factor.p != 1 else []
                below += [number(Fraction(int(factor.q)))] if factor.q != 1 else []
            elif factor.is_Pow and factor.exp.is_Rational and factor.exp.is_negative:
                below.append(self.term(factor.base**-factor.exp))
            else:
                above.append(self.term(factor))
        top = " * ".join(above) or "1"
        if not below:
            return f"({top})"
        bottom = below[0] if len(below) == 1 else f"({' * '.join(below)})"
        return f"({top} / {bottom})" if len(above) < 2 else f"(({top}) / {bottom})"

    def _power(self, expr: Expr) -> str:
        return self._raised_to(*expr.args)

    def _raised_to(self, base: Expr, exponent: Expr) -> str:
        if not exponent.is_Rational:
            return self._general_power(base, exponent)
        power = Fraction(int(exponent.p), int(exponent.q))
        if base in self.roots:
            return self._root(base, power)
        if base.is_Integer and power > 0:
            primes = small_primes(base)
            if len(primes) > 1:
                parts = (self._raised_to(p, times * exponent) for p, times in primes.items())
                return f"({' * '.join(parts)})"
        if power < 0:
            return f"(/ {self.term(base**-exponent)})"
        if power.denominator == 1:
            return _raised(self.term(base), int(power))
        if power.denominator == 2:
            return _raised(f"(sqrt {self.term(base)})", int(power * 2))
        return f"(Rpower {self.term(base)} {number(power)})"

    def _general_power(self, base: Expr, exponent: Expr) -> str:
        if not base.is_positive:
            raise OutsideError(f"a power of {base}, whose sign is not declared, is not exported")
        return f"(Rpower {self.term(base)} {self.term(exponent)})"


def small_primes(number: Expr) -> dict[Expr, int]:
    """A whole number as a product of primes, where they are small; else as it is."""
    found: dict[Expr, int] = {}
    rest = number
    for prime in map(sympy.Integer, (2, 3, 5, 7, 11, 13)):
        while rest % prime == 0:
            found[prime] = found.get(prime, 0) + 1
            rest //= prime
    return found if rest == 1 else {number: 1}


def _raised(base: str, exponent: int) -> str:
    if exponent < 0:
        return f"(/ {_raised(base, -exponent)})"
    return base if exponent == 1 else f"({base} ^ {exponent})"


def _called(expr: Expr) -> str:
    return {"ImaginaryUnit": "the imaginary unit", "Heaviside": "a step function"}.get(
        type(expr).__name__, type(expr).__name__
    )


def _value(terms: Terms, expr: Expr) -> str:
    arguments = " ".join(terms.term(argument) for argument in expr.args)
    name = terms.used[expr.func] = terms.names.name(expr.func, str(expr.func))
    return f"({name} {arguments})"


def _sum(terms: Terms, expr: Total) -> str:
    """A sum over a list; or a variable in its place."""
    expr = canonical(expr)
    if not terms.concrete:
        return _unknown(terms, expr)
    inner = terms.within(expr.index)
    index, summand = inner.symbol(expr.index), inner.term(expr.summand)
    terms.taken_from(inner, expr.index)
    return f"(total {terms.symbol(expr.over)} (fun {index} => {summand}))"


def _integral(terms: Terms, expr: Integral) -> str:
    """An integral between finite limits; or a variable in its place."""
    expr = canonical(expr)
    if not terms.concrete or not is_proper(expr):
        return _unknown(terms, expr)
    variable, low, high = expr.limits[0]
    inner = terms.within(variable)
    name, body = inner.symbol(variable), inner.term(expr.function)
    terms.taken_from(inner, variable)
    return f"(integral (fun {name} => {body}) {terms.term(low)} {terms.term(high)})"


def is_proper(expr: Integral) -> bool:
    """Whether it is an integral over one variable between finite limits."""
    return len(expr.limits) == 1 and len(expr.limits[0]) == 3 and not expr.has(oo, -oo)


def _unknown(terms: Terms, expr: Expr) -> str:
    """A variable in the place of an integral or a sum, of which nothing is assumed."""
    if expr.has(S.ImaginaryUnit):
        raise OutsideError("the imaginary unit is not exported")
    if terms.bound & expr.free_symbols:
        raise OutsideError("an integral under a sum is not exported")
    name = terms.used[expr] = terms.names.name(expr, "J")
    return name


def _slope(terms: Terms, expr: Expr) -> str:
    found = place(expr)
    if found is None or found[0] != "jet":
        raise OutsideError(f"the derivative {expr} is not exported")
    _, (function, orders), point = found
    key = (function, orders)
    wanted = f"{function}_d{''.join(map(str, orders))}"
    terms.used[function] = terms.names.name(function, str(function))
    name = terms.used[key] = terms.names.name(key, wanted)
    return f"({name} {' '.join(terms.term(argument) for argument in point)})"


def _tangent(terms: Terms, expr: Expr) -> str:
    inside = terms.term(expr.args[0])
    return f"(sin {inside} / cos {inside})"


def _cotangent(terms: Terms, expr: Expr) -> str:
    inside = terms.term(expr.args[0])
    return f"(cos {inside} / sin {inside})"


_WRITERS: dict[type, Callable[[Terms, Expr], str]] = {
    sympy.tan: _tangent,
    sympy.cot: _cotangent,
    AppliedUndef: _value,
    sympy.Derivative: _slope,
    sympy.Subs: _slope,
    sympy.Integral: _integral,
    Total: _sum,
}


@dataclass(frozen=True)
class Condition:
    """``expr`` must not vanish (``<>``), be positive (``>``), or not negative (``>=``)."""

    expr: Expr
    sign: str

    @property
    def evident(self) -> bool:
        """Whether the declared signs alone show it."""
        return bool(self.expr.is_positive)


def conditions(expr: Expr) -> Iterator[Condition]:
    """What has to hold for ``expr`` to mean what it means on paper.

    >>> x, y = sympy.symbols("x y", real=True)
    >>> sorted(f"{one.expr} {one.sign} 0" for one in conditions(sympy.log(x) / sympy.sqrt(y)))
    ['x > 0', 'y > 0']
    """
    for argument in expr.args:
        if not isinstance(expr, sympy.Integral | Total | sympy.Derivative):
            yield from conditions(argument)
    if expr.is_Pow and not expr.base.is_Rational and expr.base is not S.Exp1:
        if not expr.exp.is_Integer:
            negative = expr.exp.is_negative or not expr.exp.is_Rational
            yield Condition(expr.base, ">" if negative or expr.exp.q > 2 else ">=")
        elif expr.exp.is_negative:
            yield Condition(expr.base, "<>")
    elif isinstance(expr, sympy.log):
        yield Condition(expr.args[0], ">")
    elif isinstance(expr, sympy.tan):
        yield Condition(sympy.cos(expr.args[0]), "<>")
    elif isinstance(expr, sympy.cot):
        yield Condition(sympy.sin(expr.args[0]), "<>")
