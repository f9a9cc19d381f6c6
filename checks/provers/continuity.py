"""Continuity on a closed interval: every step of an expression, from the leaves up.

Polynomials, exponentials, sines and absolute values are continuous everywhere, and so
are undefined functions, which are taken to be smooth.  A division needs a denominator
that does not vanish, a logarithm a positive argument, a root one that is not negative,
on the whole interval.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sympy
from sympy import Abs, Derivative, Expr, S, Subs, Symbol, oo
from sympy.core.function import AppliedUndef

from derivations.expression import Total
from derivations.obligation import Obligation
from derivations.relation import Continuous

from ..certificate.evidence import of_system
from ..normal import transcendental
from ..normal.algebra import Algebra, UnsupportedError
from ..normal.elimination import solve
from ..normal.sign import nonzero
from ..quoting import quoted, quoted_relation
from ..series.closed_interval import ClosedInterval
from ..series.germ import Germ
from ..series.growth import magnitude
from ..series.powerseries import ImpreciseError
from ..verdict import Decision, proved, refuted, undecided
from .limit import finely

_ENTIRE = (sympy.exp, sympy.sin, sympy.cos, sympy.sinh, sympy.cosh, sympy.tanh, Abs)


@dataclass(frozen=True)
class Need:
    """What must hold on the whole interval: ``expr`` ``relation`` 0."""

    expr: Expr
    relation: str

    def __str__(self) -> str:
        return f"{quoted(self.expr)} {self.relation} 0"

    def holds(self, interval: ClosedInterval) -> bool:
        """Whether it is seen to hold on the whole interval."""
        if self.relation == "≥":
            return interval.nonnegative(self.expr)
        found = interval.sign(self.expr)
        return found > 0 or (found < 0 and self.relation == "≠")

    def suspects(self, interval: ClosedInterval) -> Iterator[Expr]:
        """Points at which it may fail: the ends, and the roots that sympy finds."""
        yield from interval.ends()
        try:
            numerator, _ = sympy.fraction(sympy.together(self.expr))
            yield from sympy.roots(numerator, interval.variable)
        except sympy.PolynomialError:
            return


def decide_continuous(obligation: Obligation) -> Decision:
    """Whether the expression is continuous on the interval.

    Proved if everything that its divisions, roots and logarithms need holds throughout;
    refuted if it diverges at a point of the interval.

    >>> from sympy import Symbol, log
    >>> from derivations.quantity import Notation
    >>> x, a = Symbol("x", positive=True), Symbol("a", positive=True)
    >>> decide_continuous(Obligation(Continuous(log(x + a), x, 0, 1), (), Notation())).conditions
    ('⟦["+","a","x"]⟧ > 0',)
    >>> decide_continuous(Obligation(Continuous(1 / (x - 1), x, 0, 2), (), Notation())).reason
    'the expression diverges like ⟦["^",["+",-1,"x"],-1]⟧ at ⟦"x"⟧ = ⟦1⟧'
    """
    goal = obligation.goal
    if not isinstance(goal, Continuous):
        raise TypeError(goal)
    return finely(lambda roots: _continuous(obligation, goal, roots))


def _continuous(obligation: Obligation, goal: Continuous, roots: int) -> Decision:
    finer = S(2) ** sympy.Rational(1, roots)
    ends = [end for end in (goal.low, goal.high) if end is not oo]
    system = solve(
        obligation.facts,
        obligation.notation,
        frozenset({goal.variable}),
        [goal.expression, *ends, finer],
    )
    if system.contradiction is not None:
        return undecided(
            "premises",
            f"the premises contradict each other: {quoted_relation(system.contradiction)}",
        )
    interval = ClosedInterval(system.algebra, goal.variable, goal.low, goal.high)
    needs = list(dict.fromkeys(_needs(system.algebra, goal.variable, goal.expression)))
    unmet = [need for need in needs if not need.holds(interval)]
    where = f"for {quoted(goal.variable)} from {quoted(goal.low)} to {quoted(goal.high)}"
    if not unmet:
        return proved(
            "continuity",
            f"every part is continuous {where}",
            conditions=tuple(map(str, needs)),
            evidence=of_system(system),
        )
    for need in unmet:
        for point in need.suspects(interval):
            try:
                reason = _divergence(obligation, goal, interval, point)
            except UnsupportedError:
                continue
            if reason is not None:
                return refuted("series", f"{reason} at {quoted(goal.variable)} = {quoted(point)}")
    missing = ", ".join(map(str, unmet))
    return undecided("continuity", f"that {missing} {where} does not follow from the premises")


def _divergence(
    obligation: Obligation, goal: Continuous, interval: ClosedInterval, point: Expr
) -> str | None:
    """How the expression diverges at a point of the interval, if that is seen."""
    for below in (False, True):
        if not interval.reaches(point, below=below):
            continue
        germ = Germ.of(obligation, goal.variable, point, [goal.expression], below=below)
        value = germ.value(goal.expression)
        for series in germ.series(value):
            try:
                growth, coefficient = series.leading()
            except ImpreciseError:
                continue
            algebra = series.scale.algebra
            sure = not germ.divided_by and not germ.unproved(value)
            if sure and magnitude(algebra, growth) > 0 and nonzero(algebra, coefficient):
                return f"the expression diverges like {quoted(germ.show(coefficient, growth))}"
            break
    return None


def _needs(algebra: Algebra, variable: Symbol, expr: Expr) -> Iterator[Need]:
    """What has to hold for ``expr`` to be continuous; ``UnsupportedError`` if that is unknown."""
    if variable not in expr.free_symbols:
        if variable in algebra.expr(algebra.convert(expr)).free_symbols:
            msg = f"{quoted(expr)} varies with {quoted(variable)} by way of the premises"
            raise UnsupportedError(msg)
        return
    parts = _parts(algebra, expr)
    if isinstance(expr, sympy.Pow):
        yield from _power_needs(expr)
    elif isinstance(expr, sympy.log | sympy.bessely | sympy.besselk):
        yield Need(expr.args[-1], ">")
    for part in parts:
        yield from _needs(algebra, variable, part)


def _power_needs(expr: Expr) -> Iterator[Need]:
    base, exponent = expr.base, expr.exp
    if base == S.Exp1 or (exponent.is_Integer and exponent.is_positive):
        return
    if exponent.is_Integer:
        yield Need(base, "≠")
    else:
        yield Need(base, "≥" if exponent.is_Rational and exponent.is_positive else ">")


def _parts(algebra: Algebra, expr: Expr) -> tuple[Expr, ...]:
    """What ``expr`` is a continuous function of, its needs being met."""
    if expr.is_Symbol:
        return ()
    if isinstance(expr, AppliedUndef | Derivative | Subs):
        return _function_parts(algebra, expr)
    if isinstance(expr, Total):
        return (expr.summand,)
    rewritten = None if isinstance(expr, _ENTIRE) else transcendental.rewritten(expr)
    if rewritten is not None:
        return (rewritten,)
    bessel = isinstance(expr, sympy.besselj | sympy.bessely | sympy.besseli | sympy.besselk)
    arguments: tuple[Expr, ...] = expr.args
    plain = expr.is_Add or expr.is_Mul or expr.is_Pow or isinstance(expr, (*_ENTIRE, sympy.log))
    if plain or (bessel and expr.args[0].is_Integer):
        return arguments
    msg = f"whether {quoted(expr)} is continuous is not known"
    raise UnsupportedError(msg)


def _function_parts(algebra: Algebra, expr: Expr) -> tuple[Expr, ...]:
    """The arguments of an undefined function, or what the premises say that it is."""
    function = expr
    while not isinstance(function, AppliedUndef):
        function = function.expr
    if expr in algebra.rules:
        return (algebra.rules[expr],)
    if function.func in algebra.functions:
        value = algebra.expr(algebra.convert(expr))
        if value.has(function.func):
            msg = (
                f"{quoted(function.func)} is defined by the premises, "
                f"but not for the values in {quoted(expr)}"
            )
            raise UnsupportedError(msg)
        return (value,)
    arguments: tuple[Expr, ...] = function.args
    return (*expr.point, *arguments) if isinstance(expr, Subs) else arguments
