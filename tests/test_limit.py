"""Limits and leading orders: what is proved, what is refuted, and what is left open."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import (
    EulerGamma,
    Expr,
    Function,
    Rational,
    Symbol,
    besselj,
    besselk,
    bessely,
    cos,
    coth,
    exp,
    log,
    oo,
    pi,
    sin,
    sinh,
    sqrt,
    symbols,
    tanh,
)

from checks.provers.limit import decide_leading_order, decide_tends
from checks.quoting import plain
from checks.verdict import Decision, Status
from derivations.dimension import NUMBER
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Equal, LeadingOrder, Less, MuchLess, Relation, Tends

notation = Notation()


def positive(names: str) -> list[Symbol]:
    return [notation.quantity(name, NUMBER, name) for name in names.split()]


def real(names: str) -> list[Symbol]:
    return [notation.quantity(name, NUMBER, name, sign="real") for name in names.split()]


x, y, z, w, a, b = positive("x y z w a b")
Delta, hbar, omega, eps, B, ell, R, p1, lam = positive("Delta hbar omega eps B ell R p1 lam")
p, q, A, r, s = real("p q A r s")
k = notation.function("k", NUMBER, "k", of=(NUMBER,))
g = notation.function("g", NUMBER, "g", of=(NUMBER, NUMBER))
v = notation.variable("v", NUMBER, "v", sign="real")
u = notation.variable("u", NUMBER, "u")
gap = Equal(1, B * log((hbar * omega + Delta) / Delta))
angle = (p - p1) / hbar
f = Rational(1, 3)


def decide(relation: Relation, *facts: Relation) -> Decision:
    decider = decide_tends if isinstance(relation, Tends) else decide_leading_order
    return decider(Obligation(relation, facts, notation))


LIMITS = [
    # expression, limit, variable, to, something that is not the limit
    (sin(x) / x, 1, x, 0, -1),
    (sin(angle * ell) / angle / R, ell / R, p, p1, 2 * ell / R),
    (sin(x) ** 2 * cos(x) ** 2 / x**2, 1, x, 0, 2),
    (besselj(0, x) / (x * besselj(1, x)) - 2 / x**2, -Rational(1, 4), x, 0, Rational(1, 4)),
    (besselk(0, y) / (y * besselk(1, y)) + log(y / 2) + EulerGamma, 0, y, 0, log(2)),
    (bessely(0, y) - 2 / pi * (log(y / 2) + EulerGamma), 0, y, 0, 1),
    (y * bessely(1, y), -2 / pi, y, 0, 2 / pi),
    ((besselj(0, 1 + x) - besselj(0, 1)) / x, -besselj(1, 1), x, 0, 1),
    (exp(-x / lam), 0, x, oo, 1),
    (x * exp(-x), 0, x, oo, 1),
    (x**100 * exp(-x), 0, x, oo, 1),
    (exp(-1 / x) / x**7, 0, x, 0, 1),
    (sin(x) / x, 0, x, oo, 1),
    (x * sin(1 / x), 0, x, 0, 1),
    (tanh(x), 1, x, oo, -1),
    (coth(x) - 1 / x, 0, x, 0, 1),
    ((k(p - q) - k(p)) / q, -k(p).diff(p), q, 0, k(p).diff(p)),
    ((k(p + q) + k(p - q) - 2 * k(p)) / q**2, k(p).diff(p, 2), q, 0, 2 * k(p).diff(p, 2)),
    (sqrt(r**2) / r, 1, r, 0, -1),
    (sqrt(r**2) / -r, -1, r, 0, 1),
    (x * log(x), 0, x, 0, 1),
    (x**x, 1, x, 0, 0),
    ((1 + x) ** (1 / x), sympy.E, x, 0, 1),
    ((1 + a / x) ** x, exp(a), x, oo, exp(-a)),
    ((sin(x) - x + x**3 / 6) / x**5, Rational(1, 120), x, 0, -Rational(1, 120)),
    ((x**2 - 1) / (x - 1), 2, x, 1, 1),
    (sqrt(x**2 + x) - x, Rational(1, 2), x, oo, 0),
    ((2 * x + x**2) ** (f / 2) / x ** (f / 2), 2 ** (f / 2), x, 0, 2),
    (exp(1 / x - 1 / sin(x)), 1, x, 0, 0),
    (exp(1 / x) / exp(1 / tanh(x)), 1, x, 0, 0),
    (x / (x + y), 0, x, 0, 1),
    (x / (x + y), 1, x, oo, 0),
    (abs(p - p1) / (p - p1), 1, p, p1, -1),
    (log(sinh(x)) - x, -log(2), x, oo, log(2)),
]


@pytest.mark.parametrize(("expression", "limit", "variable", "to", "other"), LIMITS)
def test_an_expression_tends_to_its_limit_and_to_nothing_else(
    expression: Expr, limit: Expr, variable: Symbol, to: Expr, other: Expr
) -> None:
    assert decide(Tends(expression, limit, variable, to)).status is Status.PROVED
    assert decide(Tends(expression, other, variable, to)).status is Status.REFUTED


def test_a_function_of_two_arguments_is_expanded_in_both() -> None:
    s1, t = symbols("s1 t")
    first = sympy.Subs(g(s1, 0).diff(s1), s1, 0)
    second = sympy.Subs(g(0, t).diff(t), t, 0)
    slope = (g(x, 2 * x) - g(0, 0)) / x
    assert decide(Tends(slope, first + 2 * second, x, 0)).status is Status.PROVED
    assert decide(Tends(slope, first + second, x, 0)).status is not Status.PROVED


LEADING = [
    # left, right, variable, to, first neglected term, something else for the right side
    (sin(x), x, x, 0, -(x**2) / 6, -x),
    (
        log((w + eps + Delta) / Delta),
        log(w / Delta),
        Delta,
        0,
        (log(w) - log(w + eps)) / log(Delta),
        log(w / Delta) / 2,
    ),
    (1 - (1 - z) ** Rational(3, 2), 3 * z / 2, z, 0, -z / 4, z),
    (tanh(x), x, x, 0, -(x**2) / 3, x**2),
    (1 / (exp(1 / B) - 1), exp(-1 / B), B, 0, exp(-1 / B), exp(-2 / B)),
    (sinh(x), exp(x) / 2, x, oo, -exp(-2 * x), exp(x)),
    (1 / (log(1 / x) + a), 1 / log(1 / x), x, 0, a / log(x), 2 / log(1 / x)),
    (sqrt(x**2 + a**2), a, x, 0, x**2 / (2 * a**2), x),
    (sqrt(x**2 + a**2), x, x, oo, a**2 / (2 * x**2), a),
    (
        k(p - a * A),
        k(p) - a * A * k(p).diff(p),
        A,
        0,
        a**2 * A**2 * k(p).diff(p, 2) / (2 * k(p)),
        2 * k(p),
    ),
]


@pytest.mark.parametrize("row", LEADING, ids=lambda row: str(row[0]))
def test_leading_order_is_proved_with_the_first_neglected_term(row: tuple[Any, ...]) -> None:
    left, right, variable, to, error, other = row
    decision = decide(LeadingOrder(left, right, variable, to))
    assert decision.status is Status.PROVED
    assert sympy.simplify(decision.error - error) == 0
    assert decide(LeadingOrder(left, other, variable, to)).status is Status.REFUTED


def test_a_wrong_linear_term_shows_in_the_size_of_the_error() -> None:
    wrong = decide(LeadingOrder(k(p - A), k(p) + A * k(p).diff(p), A, 0))
    assert wrong.error == -2 * A * k(p).diff(p) / k(p)
    assert list(map(plain, wrong.conditions)) == ["k(p) ≠ 0"]


def test_the_gap_equation_gives_the_exponential_with_the_size_of_the_error() -> None:
    decision = decide(LeadingOrder(Delta, hbar * omega * exp(-1 / B), Delta, 0), gap)
    assert decision.status is Status.PROVED
    assert decision.error == Delta / (hbar * omega)
    assert "B varies with Delta" in plain(decision.reason)


@pytest.mark.parametrize(
    "wrong",
    [
        2 * hbar * omega * exp(-1 / B),
        hbar * omega * exp(1 / B),
        hbar * omega * exp(-2 / B),
        hbar * omega**2 * exp(-1 / B),
        -hbar * omega * exp(-1 / B),
    ],
)
def test_no_other_exponential_solves_the_gap_equation(wrong: Expr) -> None:
    assert decide(LeadingOrder(Delta, wrong, Delta, 0), gap).status is Status.REFUTED


def test_equal_sides_neglect_nothing() -> None:
    decision = decide(LeadingOrder(x * (x + 1), x**2 + x, x, 0))
    assert decision.status is Status.PROVED
    assert decision.error == 0


@pytest.mark.parametrize(
    ("expression", "variable", "to"),
    [(sin(1 / x), x, 0), (sin(x), x, oo), (exp(-x / r), x, oo), (k(1 / x), x, 0), (x**s, x, 0)],
)
def test_what_oscillates_or_has_an_unknown_sign_is_left_open(
    expression: Expr, variable: Symbol, to: Expr
) -> None:
    assert decide(Tends(expression, 0, variable, to)).status is Status.UNDECIDED


@pytest.mark.parametrize(
    ("expression", "variable", "to", "like"),
    [
        (1 / x, x, 0, "1/x"),
        (log(p - s), p, s, "log(p - s)"),
        (x * exp(x), x, oo, "x*exp(x)"),
        (p1 / (p - p1), p, p1, "p1/(p - p1)"),
    ],
)
def test_divergence_is_refuted_and_says_how_fast(
    expression: Expr, variable: Symbol, to: Expr, like: str
) -> None:
    decision = decide(Tends(expression, 1, variable, to))
    assert decision.status is Status.REFUTED
    assert plain(decision.reason) == f"the expression diverges like {like}"


def test_growing_to_infinity_needs_the_right_sign() -> None:
    assert decide(Tends(log(x), oo, x, oo)).status is Status.PROVED
    assert decide(Tends(-log(x), oo, x, oo)).status is not Status.PROVED
    assert decide(Tends(tanh(x), oo, x, oo)).status is not Status.PROVED


def test_limits_that_do_not_commute_are_each_taken_with_the_other_held() -> None:
    ratio = (x - y) / (x + y)
    assert decide(Tends(ratio, -1, x, 0)).status is Status.PROVED
    assert decide(Tends(ratio, 1, y, 0)).status is Status.PROVED


def test_what_the_premises_make_vary_varies_in_the_limit() -> None:
    assert decide(Tends(a, 0, x, 0), Equal(a, x * b)).status is Status.PROVED
    assert decide(Tends(b, a, x, 0), Equal(a, x * b)).status is not Status.PROVED


def test_a_fixed_variable_tends_nowhere() -> None:
    assert decide(Tends(x, 0, x, 0), Equal(x, 5)).status is Status.UNDECIDED
    assert decide(Tends(x, 0, x, 0), Equal(x + log(x), 5)).status is Status.UNDECIDED


def test_premises_must_hold_near_the_limit() -> None:
    goal = Tends(x, 0, x, 0)
    assert decide(goal, Less(x, y), MuchLess(x, a)).status is Status.PROVED
    assert decide(goal, Less(y, x)).status is Status.UNDECIDED
    assert decide(Tends(1 / x, 0, x, oo), Less(x, y)).status is Status.UNDECIDED


def test_an_inequality_settles_a_sign() -> None:
    goal = Tends(exp((a - b) * x), 0, x, oo)
    assert decide(goal).status is Status.UNDECIDED
    assert decide(goal, Less(a, b)).status is Status.PROVED
    assert decide(goal, Less(b, a)).status is Status.REFUTED


def test_a_logarithm_of_unknown_sign_is_not_taken() -> None:
    decision = decide(Tends(log(s + x) - log(s), 0, x, 0))
    assert decision.status is Status.UNDECIDED
    assert "s > 0" in plain(decision.reason)


def test_a_limit_that_varies_is_no_limit() -> None:
    assert decide(Tends(x, x, x, 0)).status is Status.UNDECIDED


def test_a_definition_of_a_function_is_used() -> None:
    slope = Tends((k(p + q) - k(p)) / q, 2 * p, q, 0)
    assert decide(slope, Equal(k(v), v**2)).status is Status.PROVED
    assert decide(slope).status is not Status.PROVED


def test_a_function_defined_elsewhere_is_not_taken_for_an_arbitrary_one() -> None:
    slope = Tends((g(p + q, 1) - g(p, 1)) / q, 2 * p, q, 0)
    assert decide(slope, Equal(g(u, v), u**2)).status is Status.UNDECIDED


def test_an_undeclared_function_is_expanded_too() -> None:
    h = Function("h", real=True)
    assert decide(Tends(h(x), h(0), x, 0)).status is Status.PROVED
