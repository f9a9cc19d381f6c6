"""Equality: proved by one normal form, refuted by a point, undecided otherwise."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Abs, Expr, I, Integral, Rational, cos, exp, log, pi, sin, sqrt

from checks.decide import decide
from checks.quoting import plain
from checks.verdict import Decision, Status
from derivations.dimension import LENGTH, NUMBER
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Equal, Less, NotEqual, Relation, Within

N = Notation()
x, y, z = (N.quantity(name, NUMBER, "positive") for name in "xyz")
r, s = (N.quantity(name, NUMBER, "real", sign="real") for name in "rs")
d = N.quantity("d", LENGTH, "a length")
t = N.variable("t", NUMBER, "a variable", sign="real")
f, g = (N.function(name, NUMBER, "free", of=(NUMBER,)) for name in "fg")


def decision(left: object, right: object, *facts: Relation) -> Decision:
    return decide(Obligation(Equal(left, right), facts, N))


@pytest.mark.parametrize(
    ("left", "right", "facts", "expected"),
    [
        ((x + y) ** 2, x**2 + 2 * x * y + y**2, [], Status.PROVED),
        (x, y**2, [Equal(sqrt(x), y)], Status.PROVED),
        (x, y, [Equal(sqrt(x), y)], Status.REFUTED),
        (sqrt(r**2), r, [], Status.REFUTED),
        (sqrt(r**2), r, [Less(0, r)], Status.PROVED),
        (sqrt(r**2), -r, [Less(r, 0)], Status.PROVED),
        ((r**2 - 1) / (r - 1), r + 1, [], Status.UNDECIDED),
        ((r**2 - 1) / (r - 1), r + 1, [NotEqual(r, 1)], Status.PROVED),
        ((r**2 - 1) / (r - 1), r + 2, [], Status.REFUTED),
        (sqrt(r) ** 3, r * sqrt(r), [], Status.UNDECIDED),
        (r * f(r), 1, [Equal(f(t), 1 / t)], Status.UNDECIDED),
        (x * f(x), 1, [Equal(f(t), 1 / t)], Status.PROVED),
        (f(x), g(x), [Equal(f(t), g(t))], Status.PROVED),
        (f(x), g(x), [], Status.REFUTED),
        (Integral(t, (t, 0, 1)), Rational(1, 2), [], Status.UNDECIDED),
        (sympy.gamma(x), 1, [], Status.UNDECIDED),
        (x, d, [], Status.REFUTED),
        (x, 2 * x, [Equal(y, -z)], Status.UNDECIDED),
        (x, 2, [Within(x, 2, 3)], Status.REFUTED),
        (sin(pi * x), 0, [], Status.REFUTED),
    ],
)
def test_a_claim_is_decided_as_it_should_be(
    left: object, right: object, facts: list[Relation], expected: Status
) -> None:
    assert decision(left, right, *facts).status is expected


def test_a_refutation_shows_the_point_and_the_difference() -> None:
    witness = dict(decision(x + y, x * y).witness)
    assert {"x", "y", "difference of the sides"} == set(witness)
    first, second = (sympy.Rational(witness[name]) for name in "xy")
    assert first + second != first * second


def test_a_proof_lists_what_must_not_vanish() -> None:
    found = decision((r**2 - 1) / (r - 1), r + 1, NotEqual(r, 1))
    assert list(map(plain, found.conditions)) == ["r - 1 ≠ 0"]


def test_premises_that_contradict_each_other_prove_nothing() -> None:
    found = decision(1, 2, Less(x, y), Less(y, x))
    assert found.status is Status.UNDECIDED
    assert "contradict" in found.reason


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        (NotEqual(x, 2 * x), Status.PROVED),
        (NotEqual(r, s), Status.PROVED),
        (NotEqual(x + y, y + x), Status.REFUTED),
        (NotEqual(Integral(f(t), (t, 0, 1)), 0), Status.UNDECIDED),
    ],
)
def test_that_sides_differ_is_shown_at_one_point(goal: NotEqual, expected: Status) -> None:
    assert decide(Obligation(goal, (), N)).status is expected


# -- laws ---------------------------------------------------------------------------

_ATOMS = st.sampled_from([x, y, r, s, pi, sqrt(x), exp(r), sin(s), f(x), g(r), log(y), Abs(r)])
_NUMBERS = st.fractions(-4, 4, max_denominator=6).map(lambda q: Rational(*q.as_integer_ratio()))
_TERMS = st.recursive(
    st.one_of(_ATOMS, _NUMBERS),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda p: p[0] + p[1]),
        st.tuples(inner, inner).map(lambda p: p[0] * p[1]),
        st.tuples(inner, st.integers(1, 3)).map(lambda p: p[0] ** p[1]),
        inner.map(lambda e: e / (x + y)),
    ),
    max_leaves=7,
)

TRUE = [
    lambda e, q: (e + q) ** 2 - e**2 - q**2 - 2 * e * q + e,
    lambda e, q: e * (cos(q) ** 2 + sin(q) ** 2),
    lambda e, q: e * exp(q) / exp(q),
    lambda e, q: sympy.expand(e * (q + 1) - e * q),
    lambda e, q: e + sqrt(q**2) - Abs(q),
    lambda e, q: e * (exp(I * q) * exp(-I * q)),
]
FALSE = [
    lambda e, q: e + q**2 + 1,
    lambda e, q: e - exp(q),
    lambda e, q: e + Rational(1, 10**25),
    lambda e, q: e + x / (1 + q**2),
    lambda e, q: e + 2 + sin(q),
    lambda e, q: e - Abs(q) - y,
]


@given(_TERMS, _ATOMS, st.sampled_from(TRUE))
@settings(max_examples=150, deadline=None)
def test_a_true_rewrite_is_never_refuted(expr: Expr, q: Expr, rewrite: object) -> None:
    found = decision(expr, rewrite(expr, q))  # type: ignore[operator]
    assert found.status is not Status.REFUTED, found.reason


@given(_TERMS, _ATOMS, st.sampled_from(FALSE))
@settings(max_examples=150, deadline=None)
def test_a_false_rewrite_is_never_proved(expr: Expr, q: Expr, rewrite: object) -> None:
    assert decision(expr, rewrite(expr, q)).status is not Status.PROVED  # type: ignore[operator]


@given(_TERMS, st.sampled_from([y, r, f(x)]), _TERMS)
@settings(max_examples=100, deadline=None)
def test_what_is_put_in_by_a_premise_is_never_refuted(expr: Expr, name: Expr, value: Expr) -> None:
    if name in value.atoms(sympy.Symbol) | value.atoms(sympy.Function):
        return
    found = decision(expr, expr.subs(name, value), Equal(name, value))
    assert found.status is not Status.REFUTED, found.reason


def test_a_step_is_its_own_square_unless_it_is_a_half_somewhere() -> None:
    half, whole = sympy.Heaviside(r), sympy.Heaviside(r, 1)
    assert decision(half**2, half).status is not Status.PROVED
    assert decision(whole**2, whole).status is Status.PROVED
    assert decision(half**2, half, NotEqual(r, 0)).status is Status.PROVED
