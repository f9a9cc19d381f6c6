"""Dimensions: the first thing decided of every relation."""

from __future__ import annotations

from fractions import Fraction

import sympy
from sympy import Abs, Derivative, Expr, Integral, KroneckerDelta, Piecewise, S, Subs, Symbol, oo
from sympy.core.function import AppliedUndef, Function

from derivations.dimension import NUMBER, Dimension
from derivations.expression import Total
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import (
    Continuous,
    Equal,
    LeadingOrder,
    Less,
    MuchLess,
    NotEqual,
    Relation,
    SameDimension,
    SameOrder,
    Tends,
    Within,
)

from ..quoting import quoted
from ..verdict import Decision, proved, refuted, undecided


class DimensionMismatch(Exception):  # noqa: N818 - a finding about the paper, not a failure
    """Two things that are added or compared have different dimensions."""


class UnknownDimensionError(Exception):
    """An expression of a kind that has no rule for its dimension."""


def dimension(expr: Expr, notation: Notation) -> Dimension | None:
    """The dimension of ``expr``; ``None`` for zero and infinity, which have every dimension.

    Raises ``DimensionMismatch`` where ``expr`` is inconsistent in itself,
    ``UnknownDimensionError`` where there is no rule for it, and ``PaperError`` for a
    symbol that is not declared.

    >>> from derivations.dimension import LENGTH, TIME
    >>> notation = Notation()
    >>> x, t = notation.quantity("x", LENGTH, ""), notation.quantity("t", TIME, "")
    >>> print(dimension(x / t**2, notation))
    length·time⁻²
    >>> dimension(x + t, notation)
    Traceback (most recent call last):
    checks.provers.dimension.DimensionMismatch: ⟦["+","t","x"]⟧ adds length and time
    """
    return _Walk(notation, {}).of(expr)


_OF_EVERY_DIMENSION = frozenset({S.Zero, oo, -oo})
_NUMBERS = frozenset({S.Pi, S.Exp1, S.EulerGamma, S.ImaginaryUnit})


_ANY = frozenset({S.Zero, oo, -oo})


class _Walk:
    """Finds dimensions; ``bound`` are those of dummy variables in scope."""

    def __init__(self, notation: Notation, bound: dict[Symbol, Dimension | None]) -> None:
        self.notation = notation
        self.bound = bound

    def of(self, expr: Expr) -> Dimension | None:
        """The dimension of ``expr``."""
        if expr in _ANY:
            return None
        if isinstance(expr, _PLAIN):
            return NUMBER
        if expr.is_Symbol:
            return self.bound[expr] if expr in self.bound else self.notation[expr].dimension
        if expr.is_Add:
            return self._agreed(expr, expr.args, "adds")
        if expr.is_Mul or expr.is_Pow:
            return self._product(expr)
        return self._other(expr)

    def _agreed(self, whole: Expr, parts: tuple[Expr, ...], verb: str) -> Dimension | None:
        first: Dimension | None = None
        for part in parts:
            one = self.of(part)
            if one is None:
                continue
            if first is not None and one != first:
                msg = f"{quoted(whole)} {verb} {' and '.join(sorted(map(str, (first, one))))}"
                raise DimensionMismatch(msg)
            first = one
        return first

    def _product(self, expr: Expr) -> Dimension | None:
        """The dimension of a product of powers; x^n/a^n is (x/a)^n, and a number."""
        result = NUMBER
        raised: dict[Expr, Dimension] = {}
        for factor in sympy.Mul.make_args(expr):
            base, exponent = factor.as_base_exp()
            one = self.of(base) if factor.is_Pow else self.of(factor)
            if one is None:
                return None
            for term in sympy.Add.make_args(exponent if factor.is_Pow else S.One):
                times, rest = term.as_coeff_Mul(rational=True)
                power = one ** Fraction(int(times.p), int(times.q))
                if rest == 1:
                    result *= power
                else:
                    self._must_be_number(rest, f"the exponent of {quoted(factor)}")
                    raised[rest] = raised.get(rest, NUMBER) * power
        for exponent, one in raised.items():
            if one:
                msg = f"{quoted(expr)} raises {one} to the power {quoted(exponent)}"
                raise DimensionMismatch(msg)
        return result

    def _must_be_number(self, expr: Expr, what: str) -> None:
        one = self.of(expr)
        if one:
            msg = f"{what} has the dimension {one}, and must be a number"
            raise DimensionMismatch(msg)

    def _other(self, expr: Expr) -> Dimension | None:
        if isinstance(expr, AppliedUndef):
            quantity = self.notation[expr.func]
            for argument, expected in zip(expr.args, quantity.arguments, strict=True):
                one = self.of(argument)
                if one is not None and one != expected:
                    msg = (
                        f"the argument {quoted(argument)} of {quoted(expr)} "
                        f"has dimension {one}, not {expected}"
                    )
                    raise DimensionMismatch(msg)
            return quantity.dimension
        if isinstance(expr, Derivative):
            result = self.of(expr.expr) or NUMBER
            for variable, count in expr.variable_count:
                result /= (self.of(variable) or NUMBER) ** int(count)
            return result
        if isinstance(expr, Subs):
            return _Walk(self.notation, {**self.bound, **self._dummies(expr)}).of(expr.expr)
        if isinstance(expr, Integral):
            return self._integral(expr)
        if isinstance(expr, Total):
            one = self.of(expr.summand)
            return None if one is None else one * self.notation[expr.over].dimension
        if isinstance(expr, Piecewise):
            return self._agreed(expr, tuple(value for value, _ in expr.args), "chooses between")
        if isinstance(expr, Abs):
            return self.of(expr.args[0])
        if isinstance(expr, Function):
            for argument in expr.args:
                self._must_be_number(
                    argument, f"the argument of {expr.func.__name__} in {quoted(expr)}"
                )
            return NUMBER
        msg = f"{type(expr).__name__} has no known dimension: {quoted(expr)}"
        raise UnknownDimensionError(msg)

    def _dummies(self, expr: Subs) -> dict[Symbol, Dimension | None]:
        """The dimensions of what is put in; a zero has that of what it stands for."""
        result: dict[Symbol, Dimension | None] = {}
        for variable, point in zip(expr.variables, expr.point, strict=True):
            declared, one = self._declared(variable, expr), self.of(point)
            if declared is not None and one is not None and one != declared:
                msg = f"{quoted(point)} in {quoted(expr)} has the dimension {one}, not {declared}"
                raise DimensionMismatch(msg)
            result[variable] = one if declared is None else declared
        return result

    def _declared(self, variable: Symbol, within: Expr) -> Dimension | None:
        """The dimension of a bound variable: its own, or that of the argument it is."""
        if variable in self.notation:
            return self.notation[variable].dimension
        for value in within.atoms(AppliedUndef):
            declared = self.notation[value.func].arguments
            for argument, expected in zip(value.args, declared, strict=True):
                if argument == variable:
                    return expected
        return None

    def _integral(self, expr: Integral) -> Dimension | None:
        walk, measure = self, NUMBER
        for variable, *limits in reversed(expr.limits):
            span = walk._declared(variable, expr.function)
            for limit in limits:
                one = walk.of(limit)
                if span is None:
                    span = one
                if one is not None and one != span:
                    msg = (
                        f"the limit {quoted(limit)} of {quoted(expr)} "
                        f"has the dimension {one}, not {span}"
                    )
                    raise DimensionMismatch(msg)
            walk = _Walk(self.notation, {**walk.bound, variable: span})
            measure *= span or NUMBER
        one = walk.of(expr.function)
        return None if one is None else one * measure


_PLAIN = (sympy.Number, sympy.NumberSymbol, sympy.core.numbers.ImaginaryUnit, KroneckerDelta)


def sides(relation: Relation, notation: Notation) -> tuple[Dimension | None, ...]:
    """The dimension of each side of a relation of scalar sides."""
    return tuple(dimension(side, notation) for side in relation.sides)


def check(relation: Relation, notation: Notation) -> Decision:
    """Whether one link of a relation is consistent in dimension.

    Proved, or refuted with both dimensions as the reason; ``PaperError`` for a symbol
    that is not declared.
    """
    try:
        if isinstance(relation, Within):
            expected: list[Dimension | None] = [
                dimension(relation.expression, notation),
                _of_unit(relation.unit),
            ]
        else:
            expected = list(sides(relation, notation))
        if isinstance(relation, LeadingOrder | Tends):
            _compare(relation.variable, relation.to, notation)
        if isinstance(relation, Continuous):
            _compare(relation.variable, relation.low, notation)
            _compare(relation.variable, relation.high, notation)
    except DimensionMismatch as mismatch:
        return refuted("dimension", str(mismatch))
    except UnknownDimensionError as unknown:
        return undecided("dimension", str(unknown))
    known = [one for one in expected if one is not None]
    if isinstance(relation, _COMPARING) and len(set(known)) > 1:
        return refuted(
            "dimension",
            f"the sides have the dimensions {' and '.join(map(str, known))}",
        )
    return proved("dimension", f"both sides have the dimension {known[0]}" if known else "zero")


def decide(obligation: Obligation) -> Decision:
    """Whether the goal is consistent in dimension."""
    return check(obligation.goal, obligation.notation)


_COMPARING = (
    Equal,
    SameOrder,
    NotEqual,
    Less,
    MuchLess,
    SameDimension,
    LeadingOrder,
    Tends,
    Within,
)


def _compare(variable: Symbol, value: Expr, notation: Notation) -> None:
    one, other = dimension(variable, notation), dimension(value, notation)
    if one is not None and other is not None and one != other:
        msg = (
            f"{quoted(variable)} has the dimension {one}, and its limit {quoted(value)} has {other}"
        )
        raise DimensionMismatch(msg)


def _of_unit(unit: str) -> Dimension:
    if not unit:
        return NUMBER
    from derivations.units import in_base

    return in_base(unit)[1]
