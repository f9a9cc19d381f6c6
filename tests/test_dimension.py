"""Dimensions: consistent, or refuted with both of them."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sympy import Derivative, Expr, I, Integral, KroneckerDelta, Subs, Symbol, exp, log, oo, sqrt

from checks.provers.dimension import DimensionMismatch, check, dimension
from checks.verdict import Status
from derivations.dimension import ENERGY, LENGTH, MASS, NUMBER, TIME, VELOCITY, Dimension
from derivations.errors import PaperError
from derivations.expression import Total
from derivations.quantity import Notation
from derivations.relation import (
    Equal,
    Less,
    Relation,
    SameDimension,
    SameOrder,
    Tends,
    Within,
)

N = Notation()
L, a = N.quantity("L", LENGTH, "a length"), N.quantity("a", LENGTH, "another")
T, m = N.quantity("T", TIME, "a time"), N.quantity("m", MASS, "a mass")
w = N.quantity("w", NUMBER, "a number", sign="real")
k = N.quantity("k", NUMBER, "an integer", sign="integer")
x = N.variable("x", LENGTH, "a coordinate", sign="real")
f = N.function("f", TIME, "of a length", of=(LENGTH,))
M = N.quantity("M", NUMBER, "how many", sign="positive integer")
S = N.set("S", "a set", count=M)
i = N.variable("i", NUMBER, "of S", sign="integer", member_of=S)
p = N.function("p", LENGTH, "of a member", of=(NUMBER,))


@pytest.mark.parametrize(
    ("expr", "expected"),
    [
        (L / T, VELOCITY),
        (m * (L / T) ** 2 / 2, ENERGY),
        (sqrt(L * a), LENGTH),
        (sqrt(L**2 + a**2), LENGTH),
        ((L / a) ** w, NUMBER),
        (L ** (w + 1) / a**w, LENGTH),
        (L**k * a**k / a ** (2 * k), NUMBER),
        (exp(L / a), NUMBER),
        (exp(I * L / a), NUMBER),
        (log(L / a), NUMBER),
        (sympy.pi * L, LENGTH),
        (f(0), TIME),
        (f(L + x), TIME),
        (Derivative(f(x), x), TIME / LENGTH),
        (Derivative(f(x), (x, 2)), TIME / LENGTH**2),
        (Subs(Derivative(f(x), x), x, 0), TIME / LENGTH),
        (Integral(f(x), (x, 0, L)), TIME * LENGTH),
        (Integral(f(x), (x, 0, oo)), TIME * LENGTH),
        (Integral(f(Symbol("y")), (Symbol("y"), 0, L)), TIME * LENGTH),
        (Total(p(i), i, S), LENGTH),
        (KroneckerDelta(i, k), NUMBER),
        (sympy.S.Zero, None),
        (oo, None),
    ],
)
def test_a_dimension_is_found(expr: Expr, expected: Dimension | None) -> None:
    assert dimension(expr, N) == expected


@pytest.mark.parametrize(
    "expr",
    [
        L + T,
        L + 1,
        L**w,
        L**w * a,
        L ** (w + 1) / a ** (2 * w),
        2**L,
        w**L,
        exp(L),
        log(L),
        sympy.sin(L / T),
        f(T),
        f(1),
        Subs(Derivative(f(x), x), x, T),
        Integral(f(x), (x, 0, 1)),
        Integral(f(x), (x, 0, T)),
        sqrt(L + m),
        (L + T) ** 0 + L / (L + T),
        exp((L + T) / a),
    ],
)
def test_an_inconsistent_expression_has_none(expr: Expr) -> None:
    with pytest.raises(DimensionMismatch):
        dimension(expr, N)


def test_an_undeclared_symbol_is_an_error_of_the_paper() -> None:
    with pytest.raises(PaperError, match="declare it"):
        dimension(Symbol("undeclared"), N)


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        (Equal(L, 2 * a), Status.PROVED),
        (Equal(L, 0), Status.PROVED),
        (Equal(L, T), Status.REFUTED),
        (Equal(L, 1), Status.REFUTED),
        (SameOrder(L, a), Status.PROVED),
        (SameOrder(L, T), Status.REFUTED),
        (Less(0, L), Status.PROVED),
        (Less(T, L), Status.REFUTED),
        (SameDimension(L / T, L / T), Status.PROVED),
        (SameDimension(L, T), Status.REFUTED),
        (Tends(f(x), T, x, L), Status.PROVED),
        (Tends(f(x), T, x, T), Status.REFUTED),
        (Tends(f(x), L, x, 0), Status.REFUTED),
        (Within(L, 1, 2, "cm"), Status.PROVED),
        (Within(L, 1, 2, "g"), Status.REFUTED),
        (Within(L, 1, 2), Status.REFUTED),
    ],
)
def test_the_sides_of_a_relation_agree_or_do_not(relation: Relation, expected: Status) -> None:
    assert check(relation, N).status is expected


def test_what_has_no_known_dimension_is_undecided() -> None:
    assert check(Equal(sympy.zoo, w), N).status is Status.UNDECIDED


def test_a_refutation_names_both_dimensions() -> None:
    assert "length and time" in check(Equal(L, T), N).reason


_EXPONENTS = st.fractions(-3, 3, max_denominator=4)


@given(_EXPONENTS, _EXPONENTS, _EXPONENTS)
def test_dimensions_multiply_and_take_powers(one: object, two: object, three: object) -> None:
    first, second = LENGTH**one * TIME**two, MASS**three  # type: ignore[operator]
    assert (first * second) / second == first
    assert (first**2) ** two == first ** (2 * two)  # type: ignore[operator]
    assert first / first == NUMBER


@given(st.integers(-3, 3), st.integers(-3, 3))
def test_a_product_of_powers_has_the_product_of_the_dimensions(first: int, second: int) -> None:
    assert dimension(L**first * T**second, N) == LENGTH**first * TIME**second
