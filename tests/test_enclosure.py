"""Enclosures hold every value, are exact where they can be, and say no where they cannot."""

from fractions import Fraction

import pytest
import sympy
from flint import arb, ctx, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import EulerGamma, Rational, cos, exp, log, pi, sin, sqrt, tan

from checks.enclosures.enclosure import Region, corner, enclose
from checks.enclosures.interval import Interval
from checks.normal.algebra import Algebra
from checks.normal.elimination import solve
from checks.provers.bounds import factor_bounds
from derivations.dimension import NUMBER
from derivations.quantity import Notation

NOTATION = Notation()
X = NOTATION.factor("x", "", Fraction(1, 10), 10)
Y = NOTATION.factor("y", "", 5, 10)
Z = NOTATION.factor("z", "", -1, 2, sign="real")
FREE = NOTATION.quantity("L", NUMBER, "a number without a range")

small = st.fractions(min_value=-50, max_value=50, max_denominator=40)
positive = st.fractions(min_value=Fraction(1, 40), max_value=50, max_denominator=40)


@st.composite
def interval_and_member(draw, numbers=small):
    low, member, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    return Interval.of(low, high), member


def holds(interval: Interval, number: Fraction | arb) -> bool:
    """Whether the interval certainly holds the number, to the bits carried."""
    end = number if isinstance(number, arb) else fmpq(number.numerator, number.denominator)
    return not (interval.low > end or interval.high < end)


def bounds(expression, box=None, **more):
    algebra = solve((), NOTATION, needs=[expression]).algebra
    if box is None:
        box = {q.symbol: q.range for q in NOTATION if q.range is not None}
    intervals = {symbol: Interval.of(*ends) for symbol, ends in box.items()}
    return enclose(algebra, algebra.convert(expression), intervals, **more)


class TestArithmetic:
    @given(interval_and_member(), interval_and_member())
    def test_sums_differences_and_products_hold_those_of_the_members(self, one, other):
        (a, p), (b, q) = one, other
        assert holds(a + b, p + q)
        assert holds(a - b, p - q)
        assert holds(a * b, p * q)

    @given(interval_and_member(), interval_and_member())
    def test_a_quotient_holds_those_of_the_members_even_across_zero(self, one, other):
        (a, p), (b, q) = one, other
        if q:
            assert holds(a / b, p / q)

    @given(interval_and_member(), st.integers(-5, 5))
    def test_an_integer_power_holds_those_of_the_members(self, one, exponent):
        interval, member = one
        if member or exponent >= 0:
            assert holds(interval.power(exponent), member**exponent)

    @given(
        interval_and_member(positive), st.fractions(min_value=-3, max_value=3, max_denominator=6)
    )
    def test_a_rational_power_holds_those_of_the_members(self, one, exponent):
        interval, member = one
        value = arb(fmpq(member.numerator, member.denominator)) ** fmpq(
            exponent.numerator, exponent.denominator
        )
        assert holds(interval.power(exponent), value)

    @given(interval_and_member())
    def test_functions_hold_the_values_at_the_members(self, one):
        interval, member = one
        ball = arb(fmpq(member.numerator, member.denominator))
        assert holds(interval.exp(), ball.exp())
        assert holds(interval.cos(), ball.cos())
        assert holds(interval.absolute(), abs(member))
        if member > 0:
            assert holds(interval.log(), ball.log())

    @given(interval_and_member(), interval_and_member())
    def test_rational_arithmetic_stays_exact(self, one, other):
        (a, _), (b, _) = one, other
        low, high = (a * b).fractions()
        corners = [x * y for x in a.fractions() for y in b.fractions()]
        assert (low, high) == (min(corners), max(corners))

    @given(interval_and_member(positive))
    def test_fractions_round_outward(self, one):
        interval, _ = one
        low, high = interval.power(Fraction(1, 2)).fractions()
        assert low**2 <= interval.fractions()[0]
        assert high**2 >= interval.fractions()[1]

    def test_the_root_of_a_square_is_exact(self):
        assert Interval.of(Fraction(4, 9), 25).power(Fraction(1, 2)) == Interval.of(
            Fraction(2, 3), 5
        )

    def test_the_cosine_reaches_one_inside_the_interval(self):
        assert Interval.of(-1, 1).cos().high == 1
        assert Interval.of(3, 4).cos().low == -1
        assert Interval.of(1, 2).cos().low > -1

    def test_zero_times_infinity_is_zero(self):
        assert (Interval.of(0, None) * Interval.point(0)) == Interval.of(0, 0)

    def test_what_is_not_certain_is_not_inside(self):
        tenth = Interval.point(arb("0.1"))
        assert not tenth.inside(Interval.of(Fraction(1, 10), 1))
        assert not tenth.outside(Interval.of(Fraction(1, 10), 1))


class TestMonomials:
    def test_a_product_of_powers_is_enclosed_exactly(self):
        assert bounds(X**2 / Y) == Interval.of(Fraction(1, 1000), 20)

    def test_powers_are_taken_of_the_quantity_not_of_its_root(self):
        assert bounds(X, {X: (Fraction(31, 10), Fraction(31, 10))}) == Interval.of(
            Fraction(31, 10), Fraction(31, 10)
        )

    def test_roots_that_multiply_to_a_square_are_exact(self):
        assert bounds(sqrt(X) * sqrt(Y), {X: (2, 2), Y: (8, 8)}) == Interval.of(4, 4)

    def test_without_a_range_only_the_sign_is_known(self):
        assert bounds(FREE * X) == Interval.of(0, None)
        assert bounds(-FREE * X) == Interval.of(None, 0)


EXPRESSIONS = [
    X / (X + Y),
    (X - Y) / (X + Y),
    X * Y - X**2,
    Z**2 - Z,
    (Z**2 + 1) / (X + 3),
    exp(-Y / X),
    X * exp(-X),
    log(X * Y) / Y,
    log(X + Y) - log(X),
    sqrt(X + Y) - sqrt(Y),
    sqrt(X**2 + X * Y),
    abs(Z) * X,
    sin(X) * Y,
    cos(X) ** 2 + sin(Y) * X,
    tan(X / 12),
    sin(X) / (2 + cos(Y)),
    pi * X - EulerGamma,
    2 ** Rational(1, 3) * X,
]


class TestOtherExpressions:
    @pytest.mark.parametrize("expression", EXPRESSIONS, ids=str)
    @settings(max_examples=12, deadline=None)
    @given(data=st.data())
    def test_every_value_on_the_box_is_in_the_enclosure(self, expression, data):
        box, point = {}, {}
        for symbol in (X, Y, Z):
            low, high = NOTATION[symbol].range
            ends = st.fractions(min_value=low, max_value=high, max_denominator=60)
            first, member, last = sorted(data.draw(st.tuples(ends, ends, ends)))
            box[symbol] = (first, last)
            point[symbol] = sympy.Rational(member.numerator, member.denominator)
        enclosed = bounds(expression, box, pieces=4)
        value = sympy.N(expression.subs(point), 30)
        with ctx.workprec(90):
            ball = arb(str(value), "1e-25")
        assert holds(enclosed, ball)

    @pytest.mark.parametrize(
        ("expression", "low", "high"),
        [
            (X / (X + Y), Fraction(1, 101), Fraction(2, 3)),
            ((X - Y) / (X + Y), Fraction(-99, 101), Fraction(1, 3)),
            (1 / (1 + 1 / X), Fraction(1, 11), Fraction(10, 11)),
        ],
        ids=str,
    )
    def test_where_each_slope_has_one_sign_the_enclosure_is_exact(self, expression, low, high):
        assert bounds(expression) == Interval.of(low, high)

    def test_an_exponential_law_is_enclosed_by_its_values_at_two_corners(self):
        low, high = bounds(X * exp(-Y / X)).fractions()
        assert 1e-45 < low < high < 7
        assert abs(high - 10 * Fraction(str(sympy.N(exp(-Rational(1, 2)), 40)))) < 1e-30

    def test_cutting_the_box_tightens_what_is_not_monotonic(self):
        coarse, fine = (bounds(Z**2 - Z, pieces=pieces).fractions() for pieces in (1, 64))
        assert coarse[0] < fine[0] <= Fraction(-1, 4) < 2 <= fine[1] <= coarse[1]
        assert fine[0] > Fraction(-3, 10)

    def test_cutting_stops_when_it_is_enough(self):
        asked = []
        bounds(Z**2 - Z, enough=lambda bound: asked.append(bound) or True)
        assert len(asked) == 1

    def test_a_denominator_that_crosses_zero_leaves_no_bound(self):
        assert bounds(1 / Z) == Interval.of(None, None)
        assert bounds(X / (Y - 7)) == Interval.of(None, None)

    def test_a_pole_inside_is_not_taken_for_monotonic(self):
        """The slope of 1/(y − 7) is negative wherever it exists."""
        assert not bounds(1 / (Y - 7)).inside(Interval.of(-1, 1))

    def test_a_denominator_that_touches_zero_is_bounded_on_one_side(self):
        low, high = bounds(1 / (Y - 5)).fractions()
        assert 0 < low <= Fraction(1, 5)
        assert high is None

    def test_the_greatest_value_is_found_at_a_corner(self):
        algebra = Algebra(NOTATION)
        value = algebra.convert(X / (X + Y))
        box = {X: Interval.of(1, 2), Y: Interval.of(5, 10)}
        greatest = corner(algebra, value, box, +1)
        assert greatest == {X: Interval.of(2, 2), Y: Interval.of(5, 5)}
        assert Region(algebra, greatest).value(value) == Interval.of(Fraction(2, 7), Fraction(2, 7))


class TestFactorBounds:
    @staticmethod
    def of(expression):
        algebra = Algebra(NOTATION)
        return factor_bounds(algebra, algebra.convert(expression))

    def test_the_bounds_of_a_ratio_are_exact(self):
        assert self.of(X / Y) == (Fraction(1, 100), 2)

    def test_irrational_bounds_are_rounded_outward(self):
        low, high = self.of(pi * X)
        assert low < Fraction("0.31415926535897932384626434") < low + Fraction(1, 10**20)
        assert high - Fraction(1, 10**20) < Fraction("31.415926535897932384626433") < high

    def test_nothing_is_known_of_what_has_no_range(self):
        assert self.of(FREE * X) is None

    def test_a_factor_that_may_vanish_in_a_denominator_has_no_bounds(self):
        assert self.of(X / Z) is None

    def test_a_number_is_its_own_bounds(self):
        assert self.of(sympy.Integer(7)) == (7, 7)
