"""Numbers are decided: proved by an enclosure, refuted by a point, and otherwise left open."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Integral, Rational, cos, exp, log, pi, sin, sqrt

from checks.provers.bounds import decide
from checks.quoting import plain
from checks.verdict import Status
from derivations import constants
from derivations.dimension import (
    ACTION,
    CHARGE,
    ENERGY,
    FIELD,
    LENGTH,
    MASS,
    NUMBER,
    TEMPERATURE,
    TIME,
    VELOCITY,
)
from derivations.errors import PaperError
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import (
    Attains,
    Equal,
    Less,
    MuchLess,
    NotEqual,
    Within,
    about,
)

N = Notation()
hbar = N.quantity("hbar", ACTION, "Planck constant over 2π")
e = N.quantity("e", CHARGE, "elementary charge")
m = N.quantity("m", MASS, "electron mass")
c = N.quantity("c", VELOCITY, "speed of light")
k_B = N.quantity("k_B", ENERGY / TEMPERATURE, "Boltzmann constant")
a_B = N.quantity("a_B", LENGTH, "Bohr radius")
M = N.quantity("M", MASS, "ion mass")
d = N.quantity("d", LENGTH, "lattice distance", unit="angstrom")
R = N.quantity("R", LENGTH, "radius of a wire")
omega = N.quantity("omega", NUMBER / TIME, "frequency")
eps = N.quantity("eps", ENERGY, "an energy", unit="eV")
B = N.quantity("B", FIELD, "a field")
T = N.quantity("T", TEMPERATURE, "a temperature")
b = N.factor("b", "between 5 and 10", 5, 10)
f = N.factor("f", "d in Bohr radii", 3, 8)
s = N.factor("s", "of order one", 1, 3)
w = N.factor("w", "of either sign", -1, 2, sign="real")
x, y, z = (N.quantity(name, NUMBER, "a number") for name in "xyz")
r = N.quantity("r", NUMBER, "a real number", sign="real")
k = N.quantity("k", NUMBER, "a count", sign="positive integer")
V = N.quantity("V", ENERGY, "a potential", sign="real")
t = N.variable("t", NUMBER, "a variable", sign="real")
g = N.function("g", NUMBER, "a function", of=(NUMBER,))

NATURE = [
    constants.fact(hbar, "hbar"),
    constants.fact(e, "e"),
    constants.fact(m, "m_e"),
    constants.fact(c, "c"),
    constants.fact(k_B, "k_B"),
]
TINY = Fraction(1, 10**30)


def decided(goal, *facts):
    return decide(Obligation(goal, tuple(facts), N))


def status(goal, *facts):
    return decided(goal, *facts).status


class TestWithin:
    @pytest.mark.parametrize(
        ("low", "high", "answer"),
        [
            (5, 10, Status.PROVED),
            (4, 11, Status.PROVED),
            (5 + TINY, 10, Status.REFUTED),
            (5, 10 - TINY, Status.REFUTED),
            (11, 12, Status.REFUTED),
            (0, 4, Status.REFUTED),
            (6, 7, Status.REFUTED),
        ],
    )
    def test_a_factor_lies_in_its_range_and_nowhere_else(self, low, high, answer):
        assert status(Within(b, low, high)) is answer

    @pytest.mark.parametrize(
        ("fact", "goal", "answer"),
        [
            (Within(x, 2, 5), Within(x, 2, 5), Status.PROVED),
            (Within(x, 2, 5 + TINY), Within(x, 2, 5), Status.REFUTED),
            (Within(x, 2 - TINY, 5), Within(x, 2, 5), Status.REFUTED),
            (Within(x, "0.1", "0.3"), Within(sqrt(x) ** 2, "0.1", "0.3"), Status.PROVED),
            (Within(x, 4, 9), Within(sqrt(x), 2, 3), Status.PROVED),
            (Within(x, 4, 9), Within(sqrt(x), 2, 3 - TINY), Status.REFUTED),
            (Within(x, 4, 9), Within(1 / sqrt(x), "1/3", "1/2"), Status.PROVED),
            (Within(2 * x**2, 8, 18), Within(x, 2, 3), Status.PROVED),
            (Within(2 * x**2, 8, 18), Within(x, 2, 3 - TINY), Status.REFUTED),
        ],
        ids=str,
    )
    def test_bounds_are_exact_to_the_last_digit(self, fact, goal, answer):
        assert status(goal, fact) is answer

    @pytest.mark.parametrize(
        ("goal", "answer"),
        [
            (Within(pi * b, "15.70796326794896", "31.41592653589794"), Status.PROVED),
            (Within(pi * b, "15.70796326794897", "31.41592653589794"), Status.REFUTED),
            (Within(log(b), "1.609", "2.303"), Status.PROVED),
            (Within(exp(-b / s), "0.00004", "0.19"), Status.PROVED),
            (Within(exp(-b / s), "0.00005", "0.19"), Status.REFUTED),
            (Within((b - f) / (b + f), "-3/13", "7/13"), Status.PROVED),
            (Within((b - f) / (b + f), "-3/13", "6/13"), Status.REFUTED),
            (Within(w**2 - w, "-0.26", "2.01"), Status.PROVED),
            (Within(w**2 - w, "-0.24", "2.01"), Status.REFUTED),
            (Within(sin(w) * b, "-10", "10"), Status.PROVED),
            (Within(cos(b), "-0.9", "1"), Status.REFUTED),
            (Within(log(b + s) - log(s), "0.9", "2.4"), Status.PROVED),
            (Within(sympy.EulerGamma, "0.5772", "0.5773"), Status.PROVED),
            (Within(exp(-2 * pi), "1/1000", "1/100"), Status.PROVED),
            (Within(exp(-pi), "1/1000", "1/100"), Status.REFUTED),
        ],
        ids=str,
    )
    def test_functions_are_enclosed(self, goal, answer):
        assert status(goal) is answer

    def test_a_denominator_that_crosses_zero_is_never_proved(self):
        assert status(Within(1 / w, -100, 100)) is Status.REFUTED
        assert status(Within(b / (f - 4), -(10**9), 10**9)) is not Status.PROVED

    def test_what_is_not_defined_everywhere_is_never_proved(self):
        nonnegative = Within(r, 0, 5)
        assert status(Less(0, 1 / r), nonnegative) is Status.UNDECIDED
        assert status(Less(0, 1 / r), nonnegative, NotEqual(r, 0)) is Status.PROVED
        assert status(Within(log(r) - log(r + 1), -(10**9), 0), nonnegative) is not Status.PROVED
        assert status(Less(0, 1 / x), Within(x, 0, 5)) is Status.PROVED

    def test_a_factor_of_either_sign_bounds_on_both_sides(self):
        assert status(Within(b * w, -10, 20)) is Status.PROVED
        assert status(Within(b * w, 0, 20)) is Status.REFUTED

    def test_the_enclosure_is_shown_rounded_outward_in_the_unit_claimed(self):
        decision = decided(about(eps, "13.6", "eV"), *NATURE, Equal(eps, m * e**4 / (2 * hbar**2)))
        assert decision.status is Status.PROVED
        low, high = map(Fraction, decision.enclosure)
        assert low < Fraction("13.605693123") < high
        assert high - low < Fraction(1, 10**6)

    def test_the_enclosure_is_shown_of_what_is_refuted_too(self):
        decision = decided(Within(b**2, 30, 200))
        assert decision.status is Status.REFUTED
        assert decision.enclosure == ("25", "100")

    def test_a_witness_shows_quantities_in_their_units_and_the_value(self):
        decision = decided(Within(e**2 / d, 1, 6, "eV"), *NATURE, Within(d, 2, 3, "angstrom"))
        assert decision.status is Status.REFUTED
        witness = dict(decision.witness)
        assert witness["d"].endswith(" angstrom")
        assert Fraction(witness["value"].removesuffix(" eV")) > 6
        length = Fraction(witness["d"].removesuffix(" angstrom"))
        assert Fraction(witness["value"].removesuffix(" eV")) == pytest.approx(
            Fraction("14.3996") / length, rel=1e-4
        )

    def test_a_quantity_that_nothing_fixes_is_named(self):
        decision = decided(Within(d * x, 0, 10**6, "cm"), Within(d, 2, 3, "angstrom"))
        assert decision.status is Status.REFUTED
        assert "nothing among the premises fixes x" in plain(decision.reason)

    def test_a_quantity_that_cancels_need_not_be_fixed(self):
        assert status(Within(d * R / R, 2, 3, "angstrom"), Within(d, 2, 3, "angstrom")) is (
            Status.PROVED
        )

    def test_the_value_of_an_unknown_function_is_left_open(self):
        assert status(Within(g(t), 0, 1)) is Status.UNDECIDED


class TestPremises:
    def test_equations_carry_values_to_what_they_define(self):
        facts = [*NATURE, Equal(a_B, hbar**2 / (m * e**2)), Equal(d, f * a_B)]
        assert status(Within(d, "1.58", "4.24", "angstrom"), *facts) is Status.PROVED
        assert status(Within(d, "1.59", "4.24", "angstrom"), *facts) is Status.REFUTED

    @pytest.mark.parametrize("left_out", range(5))
    def test_each_premise_is_needed(self, left_out):
        facts = [*NATURE[:3], Equal(a_B, hbar**2 / (m * e**2)), Equal(d, f * a_B)]
        del facts[left_out]
        assert status(Within(d, "1.58", "4.24", "angstrom"), *facts) is not Status.PROVED

    def test_the_gas_of_one_electron_per_cell_has_a_fermi_momentum_of_3_1(self):
        goal = about((3 * pi**2) ** Rational(1, 3), "3.1")
        assert status(goal) is Status.PROVED

    def test_a_range_of_what_is_solved_for_narrows_the_rest(self):
        """b = x y with b in [5, 10] and y in [1, 2] leaves x in [5/2, 10]."""
        facts = [Equal(b, x * y), Within(y, 1, 2)]
        assert status(Within(x, "5/2", 10), *facts) is Status.PROVED
        assert status(Within(x, "5/2", "9.999"), *facts) is Status.REFUTED

    def test_an_interval_of_an_expression_is_used(self):
        facts = [Within(M / m, 10**4, 10**5), *NATURE]
        assert status(Within(sqrt(M / m), 100, 317), *facts) is Status.PROVED
        assert status(Within(M, "9.1e-24", "9.2e-23", "g"), *facts) is Status.PROVED

    def test_every_interval_binds_a_witness(self):
        """Without the interval of x y the corner x = y = 2 would refute."""
        facts = [Within(x, 1, 2), Within(y, 1, 2), Within(x * y, 1, 2)]
        assert status(Within(x * y, 1, 2), *facts[:2]) is Status.REFUTED
        assert status(Within(x + y, 2, "3.01"), *facts) is not Status.REFUTED

    def test_an_inequality_binds_a_witness(self):
        box = [Within(x, 1, 2), Within(y, 1, 2)]
        assert status(Within(x / y, "1/2", 1), *box) is Status.REFUTED
        assert status(Within(x / y, "1/2", 1), *box, Less(x, y)) is not Status.REFUTED
        assert status(Within(y / x, 10, 20), *box, MuchLess(x, y)) is not Status.REFUTED

    def test_an_inequality_with_zero_binds_a_witness(self):
        """That r is positive is not used up by making r positive."""
        box = Within(r, -1, 2)
        assert status(Within(r, 0, 2), box) is Status.REFUTED
        assert status(Within(r, 0, 2), box, Less(0, r)) is Status.PROVED
        assert status(Within(r, 1, 2), box, Less(0, r)) is Status.REFUTED
        assert status(Within(r, -1, 0), box, Less(r, 0)) is Status.PROVED

    def test_a_sign_binds_a_witness(self):
        """x = y − 3 is positive, so y is above 3."""
        facts = [Equal(x, y - 3), Within(y, 1, 5)]
        assert status(Within(y, 2, 5), *facts) is not Status.REFUTED
        assert status(Within(y, 4, 5), *facts) is Status.REFUTED

    def test_an_inequation_binds_a_witness(self):
        """x ≠ 2 leaves nothing of a box that is the point 2."""
        facts = [Within(x, 2, 2), NotEqual(x, 2)]
        assert status(Within(x, 3, 4), *facts) is Status.UNDECIDED

    def test_an_integer_is_given_whole_values(self):
        decision = decided(Within(k, 1, 4), Within(k, 1, 5))
        assert decision.status is Status.REFUTED
        assert dict(decision.witness)["k"] == "5"
        assert status(Within(k, 1, "4.5"), Within(k, 1, "4.7")) is not Status.REFUTED

    def test_an_equation_that_is_not_followed_leaves_a_refutation_open(self):
        facts = [Equal(x * exp(x), y), Equal(y * exp(y), x), Within(x, 1, 2)]
        assert status(Within(x, 1, "1.5"), *facts) is not Status.REFUTED

    def test_an_integral_that_is_not_followed_leaves_a_refutation_open(self):
        fact = Equal(Integral(g(t) ** 2, (t, 0, 1)), x - 1)
        assert status(Within(x, 1, 2), fact, Within(x, 0, 2)) is Status.UNDECIDED
        assert status(Within(y, 1, 2), fact, Within(y, 0, 2)) is Status.REFUTED

    def test_that_a_value_is_reached_is_no_bound(self):
        assert status(Within(x, 1, 2), Attains(x, 1, 2)) is Status.REFUTED


class TestContradictions:
    @pytest.mark.parametrize(
        "facts",
        [
            [Within(x, 1, 2), Within(x, 3, 4)],
            [Equal(x, 2), Within(x, 3, 4)],
            [Equal(x, 2), Equal(x, 3)],
            [Equal(b, x), Within(x, 11, 12)],
            [Equal(b, x * y), Within(x, 1, 2), Within(y, 1, 2)],
            [Within(x, 1, 2), Less(x, y), Within(y, "1/2", "3/4")],
            [Equal(x, y - 3), Within(y, 1, 2)],
            [Within(x, 1, 2), Less(4, x)],
            [Within(x - y, 5, 6), Within(x, 1, 2)],
        ],
        ids=str,
    )
    def test_contradictory_premises_prove_nothing_and_refute_nothing(self, facts):
        for goal in (Within(x, 0, 100), Within(x, 50, 60), Less(x, x + y), Attains(x, 0, 100)):
            decision = decided(goal, *facts)
            assert decision.status is Status.UNDECIDED
            assert "premises" in decision.reason

    def test_other_premises_may_contradict_each_other(self):
        """What has nothing to do with the claim is not used for it."""
        facts = [Within(x, 1, 2), Within(x, 3, 4), Within(y, 1, 2)]
        assert status(Within(y, 1, 2), *facts) is Status.PROVED


class TestAttains:
    @pytest.mark.parametrize(
        ("low", "high", "answer"),
        [
            (9, 12, Status.PROVED),
            (10, 12, Status.PROVED),
            (6, 7, Status.PROVED),
            (10 + TINY, 12, Status.REFUTED),
            (0, 5, Status.PROVED),
            (0, 5 - TINY, Status.REFUTED),
        ],
    )
    def test_a_factor_reaches_what_is_in_its_range(self, low, high, answer):
        assert status(Attains(b, low, high)) is answer

    def test_the_witness_is_shown(self):
        decision = decided(Attains(b * s, 29, 30))
        assert decision.status is Status.PROVED
        values = dict(decision.witness)
        assert 29 <= Fraction(values["b"]) * Fraction(values["s"]) <= 30
        assert decision.enclosure == ("5", "30")

    def test_all_premises_bind_the_witness(self):
        goal = Attains(b * s, 29, 30)
        assert status(goal, Less(b, 9)) is Status.REFUTED
        assert status(goal, Less(b, 9 * s)) is Status.PROVED
        assert status(goal, Less(b, 2 * s)) is not Status.PROVED

    def test_an_exponential_law_reaches_a_narrow_interval(self):
        goal = Attains(exp(-2 * b / s), "1/1000", "1/900")
        assert status(goal) is Status.PROVED
        assert status(Attains(exp(-2 * b / s), "0.04", 1)) is Status.REFUTED

    def test_a_value_between_two_points_is_found(self):
        assert status(Attains(b / (1 + s), "2.91", "2.92")) is Status.PROVED
        assert status(Attains(b / (1 + s), "5.01", "6")) is Status.REFUTED

    def test_a_quantity_that_nothing_fixes_reaches_anything(self):
        assert status(Attains(x, 10**6, 10**7)) is Status.PROVED


class TestLess:
    @pytest.mark.parametrize(
        ("goal", "facts", "answer"),
        [
            (Less(x, x + y), [], Status.PROVED),
            (Less(x + y, x), [], Status.REFUTED),
            (Less(x, y), [], Status.REFUTED),
            (Less(x, y), [Less(x, y)], Status.PROVED),
            (Less(2 * x, 2 * y), [Less(x, y)], Status.PROVED),
            (Less(x, y), [Within(x, 1, 2), Within(y, 3, 4)], Status.PROVED),
            (Less(x, y), [Within(x, 1, 3), Within(y, 3, 4)], Status.REFUTED),
            (Less(x, y), [Within(x, 1, 3 - TINY), Within(y, 3, 4)], Status.PROVED),
            (Less(y, x), [Within(x, 1, 2), Within(y, 3, 4)], Status.REFUTED),
            (Less(r, 3), [Within(r, -5, 2)], Status.PROVED),
            (Less(r, 0), [Within(r, -5, 2)], Status.REFUTED),
            (Less(0, b - f), [], Status.REFUTED),
            (Less(0, 2 * b - f), [], Status.PROVED),
            (Less(f, 2 * b), [], Status.PROVED),
            (Less(1, f), [], Status.PROVED),
            (Less(3, f), [], Status.REFUTED),
            (Less(d, R), [MuchLess(d, R)], Status.PROVED),
            (Less(exp(-b), s), [], Status.PROVED),
            (Less(w, 2), [], Status.REFUTED),
        ],
        ids=str,
    )
    def test_the_smaller_is_told_from_the_greater(self, goal, facts, answer):
        assert status(goal, *facts) is answer

    def test_equal_values_are_a_counterexample(self):
        decision = decided(Less(x, y), Within(x, 1, 1), Within(y, 1, 1))
        assert decision.status is Status.REFUTED
        assert dict(decision.witness) == {"x": "1", "y": "1", "ratio of the sides": "1"}

    def test_a_difference_is_shown_in_base_units(self):
        decision = decided(Less(V, 0), Within(V, 1, 2, "eV"))
        assert decision.status is Status.REFUTED
        assert "cm²·g·s⁻²" in dict(decision.witness)["difference of the sides"]


class TestMuchLess:
    @pytest.mark.parametrize(
        ("goal", "facts", "answer"),
        [
            (MuchLess(x, y), [Within(x, 1, 2), Within(y, 20, 30)], Status.PROVED),
            (MuchLess(x, y), [Within(x, 1, 2 + TINY), Within(y, 20, 30)], Status.REFUTED),
            (MuchLess(x, y), [Within(x, 1, 2), Within(y, 3, 4)], Status.REFUTED),
            (MuchLess(x, y), [Less(x, y)], Status.REFUTED),
            (MuchLess(x, y), [MuchLess(x, y)], Status.PROVED),
            (MuchLess(x, 3 * y), [MuchLess(x, y)], Status.PROVED),
            (MuchLess(3 * x, y), [MuchLess(x, y)], Status.REFUTED),
            (MuchLess(x, y), [], Status.REFUTED),
            (MuchLess(x, z), [MuchLess(x, y), MuchLess(y, z)], Status.PROVED),
            (MuchLess(10 * x, z), [MuchLess(x, y), MuchLess(y, z)], Status.PROVED),
            (MuchLess(11 * x, z), [MuchLess(x, y), MuchLess(y, z)], Status.REFUTED),
            (MuchLess(x, z), [MuchLess(x, y), MuchLess(z, y)], Status.REFUTED),
            (MuchLess(x, y), [Within(x / y, "1/50", "1/20")], Status.PROVED),
            (MuchLess(x, y), [Within(x / y, "1/50", "1/9")], Status.REFUTED),
            (MuchLess(sqrt(x), 3 * sqrt(y)), [MuchLess(x, y)], Status.REFUTED),
            (MuchLess(sqrt(x), 4 * sqrt(y)), [MuchLess(x, y)], Status.PROVED),
            (MuchLess(x, y - x), [Within(x, 1, 2), Within(y, 30, 40)], Status.PROVED),
            (MuchLess(r, 1), [Within(r, -5, -4)], Status.UNDECIDED),
        ],
        ids=str,
    )
    def test_a_factor_of_ten_is_needed(self, goal, facts, answer):
        assert status(goal, *facts) is answer


class TestDimensions:
    @pytest.mark.parametrize(
        "goal",
        [
            Within(d, 1, 2, "eV"),
            Within(d, 1, 2),
            Within(x, 1, 2, "cm"),
            Within(B**2, 1, 2, "erg"),
            Less(d, eps),
            MuchLess(d, R**2),
            Attains(T, 1, 2, "eV"),
        ],
        ids=str,
    )
    def test_a_unit_of_another_dimension_is_refused(self, goal):
        decision = decided(goal)
        assert decision.status is Status.REFUTED
        assert decision.method == "dimension"

    def test_a_premise_in_a_unit_of_another_dimension_is_an_error_of_the_paper(self):
        with pytest.raises(PaperError, match="d: stated in eV"):
            decided(Within(d, 1, 2, "cm"), Within(d, 1, 2, "eV"))

    @pytest.mark.parametrize(
        ("goal", "answer"),
        [
            (Within(B**2 * d**3, "0.99e-24", "1.01e-24", "erg"), Status.PROVED),
            (Within(eps / k_B, 11604, 11605, "K"), Status.PROVED),
            (Within(eps / k_B, 11605, 11606, "K"), Status.REFUTED),
            (Within(eps, "1.6e-12", "1.61e-12", "erg"), Status.PROVED),
        ],
        ids=str,
    )
    def test_units_are_converted(self, goal, answer):
        facts = [*NATURE, Within(B, 1, 1, "gauss"), Within(d, 1, 1, "angstrom")]
        assert status(goal, *facts, Within(eps, 1, 1, "eV")) is answer


ends = st.tuples(*[st.fractions(min_value=Fraction(1, 20), max_value=20, max_denominator=20)] * 2)


class TestAnyBox:
    """Whatever the box, a proof agrees with every point, and a witness with its claim."""

    EXPRESSIONS = (x * y, x / (x + y), x - y, sqrt(x) * y**2, exp(-x / y), log(x + y) - log(y))

    @settings(max_examples=60, deadline=None)
    @given(st.sampled_from(EXPRESSIONS), ends, ends, ends, st.fractions(0, 1, max_denominator=8))
    def test_a_verdict_agrees_with_the_points(self, expression, one, other, claim, share):
        (a, b_), (c_, d_), (low, high) = map(sorted, (one, other, claim))
        decision = decided(Within(expression, low, high), Within(x, a, b_), Within(y, c_, d_))
        point = {x: a + share * (b_ - a), y: c_ + (1 - share) * (d_ - c_)}
        value = sympy.N(expression.subs({q: Rational(str(v)) for q, v in point.items()}), 30)
        if decision.status is Status.PROVED:
            assert low - Fraction(1, 10**20) <= Fraction(str(value)) <= high + Fraction(1, 10**20)
        if decision.status is Status.REFUTED:
            seen = dict(decision.witness)
            assert a <= Fraction(seen["x"]) + Fraction(1, 10**4)
            assert not low + Fraction(1, 100) < Fraction(seen["value"]) < high - Fraction(1, 100)
