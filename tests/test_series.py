"""Laws of truncated series: what they say of a function is true of its exact values."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Expr, Rational, Symbol, besseli, besselj, besselk, bessely, exp, log, sqrt

from checks.normal.algebra import Algebra, RootError, UnsupportedError
from checks.quoting import told
from checks.series.expansion import Approach, Expansion
from checks.series.growth import ONE, Growth, magnitude
from checks.series.powerseries import ImpreciseError, Scale, Series
from derivations.quantity import Notation

x = Symbol("x", positive=True)


def series(expr: Expr, depth: int = 4, roots: int = 12) -> Series:
    """The series of ``expr`` as x → 0+."""
    algebra = Algebra(Notation(), roots)
    value = algebra.convert(expr)
    return Expansion(Scale(algebra, depth), Approach(x, algebra.zero)).of(value)


def order(polynomial: sympy.Poly) -> int:
    """The lowest power that occurs."""
    return min(monomial[0] for monomial in polynomial.monoms())


def partial_sum(result: Series) -> Expr:
    """The terms kept."""
    algebra = result.scale.algebra
    return sympy.Add(
        *(
            algebra.expr(coefficient)
            * x ** Rational(str(growth.power))
            * log(1 / x) ** Rational(str(growth.logs))
            for growth, coefficient in result.terms.items()
        )
    )


integers = st.integers(-4, 4)
polynomials = st.lists(integers, min_size=1, max_size=4).map(
    lambda cs: sympy.Add(*(c * x**n for n, c in enumerate(cs)))
)
units = polynomials.map(lambda p: 1 + x * p)


@settings(max_examples=60, deadline=None)
@given(polynomials, units, st.integers(0, 3), st.integers(1, 6))
def test_a_rational_function_differs_from_its_series_by_less_than_the_bound(
    top: Expr, bottom: Expr, power: int, depth: int
) -> None:
    result = series(top / (bottom * x**power), depth)
    rest = sympy.Poly(
        sympy.expand((top - partial_sum(result) * bottom * x**power) * x**power), x, domain="QQ"
    )
    if result.bound is None:
        assert rest.is_zero
    elif not rest.is_zero:
        assert order(rest) - 2 * power >= result.bound.power


def small() -> st.SearchStrategy[Expr]:
    """Functions that tend to zero like a power of x."""
    start = st.tuples(units, st.integers(1, 2)).map(lambda p: p[0] * x ** p[1])
    return st.recursive(
        start,
        lambda inner: st.one_of(
            inner.map(sympy.sin),
            inner.map(sympy.tanh),
            inner.map(lambda e: exp(e) - 1),
            inner.map(lambda e: log(1 + e**2)),
            inner.map(lambda e: sqrt(1 + e**2) - 1),
            inner.map(lambda e: (1 + e**2) ** Rational(-1, 3) - 1),
            inner.map(lambda e: besselj(1, e)),
            st.tuples(inner, inner).map(lambda pair: pair[0] + pair[1]),
            st.tuples(inner, inner).map(lambda pair: pair[0] * pair[1]),
        ),
        max_leaves=3,
    )


def error_over_bound(expr: Expr, result: Series, at: str) -> mpmath.mpf:
    """|f − Σ| / bound, with as many digits as it takes."""
    assert result.bound is not None
    with mpmath.workdps(400):
        point = mpmath.mpf(at)
        value = sympy.lambdify(x, expr - partial_sum(result), "mpmath")(point)
        bound = point ** mpmath.mpf(float(result.bound.power)) * mpmath.log(1 / point) ** float(
            result.bound.logs
        )
        return abs(value) / bound


def assert_within_bound(expr: Expr, result: Series) -> None:
    if result.bound is not None:
        near, nearer = (error_over_bound(expr, result, at) for at in ("1e-12", "1e-18"))
        assert nearer <= 2 * near + mpmath.mpf("1e-9")


@settings(max_examples=25, deadline=None)
@given(small())
def test_the_error_of_a_composition_is_within_its_bound(expr: Expr) -> None:
    try:
        result = series(expr)
    except (ImpreciseError, UnsupportedError, ZeroDivisionError):
        return
    assert_within_bound(expr, result)


@pytest.mark.parametrize(
    "expr",
    [
        *(kind(n, x) for kind in (besselj, bessely, besseli, besselk) for n in (0, 1, 2, 3)),
        besselk(0, sympy.sin(x)) ** 2,
        besselj(0, x) / besselj(1, x),
        1 / sympy.tan(x) ** 3,
        x**x,
        sqrt(x + x**2) * log(x + x**2),
        (1 + x) ** (1 / x),
        1 / (log(x) + x),
        exp(-1 / x) + sympy.cos(x),
    ],
    ids=str,
)
def test_the_error_of_a_function_is_within_its_bound(expr: Expr) -> None:
    assert_within_bound(expr, series(expr))


@settings(max_examples=10, deadline=None)
@given(small(), small(), small())
def test_series_obey_the_laws_of_arithmetic(a: Expr, b: Expr, c: Expr) -> None:
    algebra = Algebra(Notation(), 12)
    expansion = Expansion(Scale(algebra, 3), Approach(x, algebra.zero))
    try:
        p, q, r = (expansion.of(algebra.convert(e)) for e in (a, b, c))
    except (RootError, UnsupportedError):
        return
    assert agree(p * (q + r), p * q + p * r)
    assert agree((p * q) * r, p * (q * r))
    one = p + expansion.scale.number(1)
    assert agree(one ** Fraction(-1) * one, expansion.scale.number(1))
    assert agree((one ** Fraction(1, 3)) ** Fraction(3), one)


def agree(one: Series, other: Series) -> bool:
    """Whether the difference has no terms above its bound."""
    return not (one - other).terms


powers = st.fractions(-3, 3, max_denominator=4)
growths = st.builds(Growth, powers, powers)


@given(growths, growths, growths)
def test_growths_are_an_ordered_group(a: Growth, b: Growth, c: Growth) -> None:
    algebra = Algebra(Notation())
    assert (a * b) * c == a * (b * c)
    assert a / a == ONE
    assert hash(a * b) == hash(b * a)
    assert magnitude(algebra, a / b) == -magnitude(algebra, b / a)
    assert magnitude(algebra, a / b) == magnitude(algebra, (a * c) / (b * c))


def test_an_exponential_beats_every_power_and_a_power_every_logarithm() -> None:
    algebra = Algebra(Notation())
    power, log_power = Growth(Fraction(-1, 100)), Growth(Fraction(0), Fraction(100))
    exponential = Growth.of(Fraction(100), Fraction(0), {(Fraction(-1), Fraction(0)): algebra.one})
    assert magnitude(algebra, power / log_power) == 1
    assert magnitude(algebra, exponential / power) == 1


def test_an_imaginary_exponent_has_no_magnitude() -> None:
    algebra = Algebra(Notation())
    i = algebra.convert(sympy.I)
    wave = Growth.of(Fraction(0), Fraction(0), {(Fraction(-1), Fraction(0)): i})
    assert magnitude(algebra, wave) == 0
    assert magnitude(algebra, wave / (wave * wave)) == 0


def test_a_coefficient_that_may_vanish_is_reported() -> None:
    a = Symbol("a", real=True)
    algebra = Algebra(Notation())
    scale = Scale(algebra, 3)
    Expansion(scale, Approach(x, algebra.zero)).of(algebra.convert(1 / (a + x)))
    assert [told(each, str) for each in scale.divided_by] == ["a"]
