"""Continuity on closed intervals: proved, refuted by divergence, or left open."""

from __future__ import annotations

import pytest
from sympy import (
    Expr,
    Rational,
    Subs,
    Symbol,
    besselk,
    cos,
    coth,
    exp,
    log,
    oo,
    sin,
    sqrt,
    tan,
    tanh,
)

from checks.provers.continuity import decide_continuous
from checks.quoting import plain
from checks.verdict import Decision, Status
from derivations.dimension import NUMBER
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Continuous, Equal, Less, Relation

notation = Notation()
eps, Delta, hbar, omega, a, b = (
    notation.quantity(name, NUMBER, name) for name in ("eps", "Delta", "hbar", "omega", "a", "b")
)
x = notation.quantity("x", NUMBER, "x", sign="real")
q = notation.quantity("q", NUMBER, "q", sign="real")
v = notation.variable("v", NUMBER, "v")
k = notation.function("k", NUMBER, "k", of=(NUMBER,))
g = notation.function("g", NUMBER, "g", of=(NUMBER, NUMBER))


def decide(expression: Expr, variable: Symbol, low: Expr, high: Expr, *facts: Relation) -> Decision:
    goal = Continuous(expression, variable, low, high)
    return decide_continuous(Obligation(goal, facts, notation))


@pytest.mark.parametrize(
    ("expression", "variable", "low", "high"),
    [
        (log(eps + Delta), eps, 0, hbar * omega),
        (1 / (eps + Delta), eps, 0, hbar * omega),
        (1 / (eps + Delta), eps, 0, oo),
        (1 / (omega - eps + Delta), eps, 0, omega),
        (sqrt(omega - eps), eps, 0, omega),
        (sqrt(eps), eps, 0, 1),
        (x ** Rational(1, 3), x, 0, 8),
        (1 / x, x, 1, oo),
        (1 / (x - 3), x, -2, 2),
        (1 / (x**2 + 1), x, -1, 1),
        (log(x**2 - x + 1), x, 0, 1),
        (tanh(x), x, -1, 1),
        (x**a, x, 1, 2),
        (a**x, x, -1, 1),
        (exp(-x / a) * cos(x) * k(x) * k(x).diff(x), x, 0, oo),
        (k(x) / (1 + k(a) ** 2), x, 0, 1),
        (besselk(0, x), x, 1, 2),
        (1 / q + x, x, 0, 1),
    ],
)
def test_what_needs_nothing_that_fails_is_continuous(
    expression: Expr, variable: Symbol, low: Expr, high: Expr
) -> None:
    assert decide(expression, variable, low, high).status is Status.PROVED


@pytest.mark.parametrize(
    ("expression", "variable", "low", "high", "reason"),
    [
        (1 / (eps - 1), eps, 0, 2, "the expression diverges like 1/(eps - 1) at eps = 1"),
        (log(eps), eps, 0, 1, "the expression diverges like log(eps) at eps = 0"),
        (1 / x, x, 0, oo, "the expression diverges like 1/x at x = 0"),
        (1 / (omega - eps), eps, 0, omega, "the expression diverges like 1/(-eps + omega) at eps"),
        (1 / sqrt(omega - eps), eps, 0, omega, "the expression diverges like 1/sqrt(-eps + omega)"),
        (1 / (4 * x**2 - 1), x, 0, 2, "the expression diverges like 1/(4*(x - 1/2))"),
        (coth(eps), eps, 0, 1, "the expression diverges like 1/eps at eps = 0"),
        (besselk(0, x), x, 0, 2, "the expression diverges like -log(x) at x = 0"),
    ],
)
def test_divergence_inside_or_at_an_end_refutes(
    expression: Expr, variable: Symbol, low: Expr, high: Expr, reason: str
) -> None:
    decision = decide(expression, variable, low, high)
    assert decision.status is Status.REFUTED
    assert plain(decision.reason).startswith(reason)


@pytest.mark.parametrize(
    ("expression", "variable", "low", "high"),
    [
        (1 / (q - x), x, 0, 1),
        (1 / (x - a), x, 0, b),
        (1 / k(x), x, 0, 1),
        (sin(x) / x, x, 0, 1),
        (sqrt(x), x, -1, 1),
        (tan(x), x, 0, 2),
        (g(x, 1 / (x - q)), x, 0, 1),
        (1 / x, x, q, a),
    ],
)
def test_what_is_not_seen_is_left_open(
    expression: Expr, variable: Symbol, low: Expr, high: Expr
) -> None:
    assert decide(expression, variable, low, high).status is Status.UNDECIDED


def test_an_inequality_keeps_the_pole_outside() -> None:
    pole = 1 / (x - a)
    assert decide(pole, x, 0, b, Less(b, a)).status is Status.PROVED
    assert decide(pole, x, b, oo, Less(a, b)).status is Status.PROVED
    assert decide(pole, x, 0, b, Less(a, b)).status is Status.REFUTED


def test_a_function_is_smooth_unless_the_premises_say_what_it_is() -> None:
    assert decide(k(v), v, 0, 1).status is Status.PROVED
    assert decide(k(v), v, 0, 1, Equal(k(v), v**2)).status is Status.PROVED
    assert decide(k(v), v, 0, 1, Equal(k(v), 1 / v)).status is Status.REFUTED
    assert decide(k(v).diff(v), v, 0, 1, Equal(k(v), log(v))).status is Status.REFUTED


def test_a_function_defined_for_some_values_is_not_smooth_for_others() -> None:
    assert decide(k(x), x, -1, 1, Equal(k(v), 1 / v)).status is not Status.PROVED


def test_every_argument_of_a_derivative_is_looked_at() -> None:
    slope = Subs(g(q, 1 / x).diff(q), q, 2)
    assert decide(slope, x, 1, 2).status is Status.PROVED
    assert decide(slope, x, 0, 1).status is not Status.PROVED


def test_what_the_premises_tie_to_the_variable_is_not_taken_for_constant() -> None:
    assert decide(b, x, 0, 1, Equal(b, a / x)).status is Status.UNDECIDED
    assert decide(1 / (1 + b), x, 0, 1, Equal(b, a * x)).status is Status.UNDECIDED


def test_what_had_to_hold_is_said() -> None:
    assert list(map(plain, decide(log(eps + Delta), eps, 0, omega).conditions)) == [
        "Delta + eps > 0"
    ]
