"""Rules of integrals: each with what it allows, and with what it must not allow."""

from __future__ import annotations

import pytest
from sympy import Integral, Rational, cos, exp, log, oo, pi, sin, sqrt

from checks.decide import decide
from checks.verdict import Status
from derivations.dimension import LENGTH, NUMBER
from derivations.errors import PaperError
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Equal, Less, Relation
from derivations.rules import (
    By,
    Known,
    Rule,
    antiderivative,
    by,
    by_parts,
    change_of_variable,
    even,
    odd,
    split,
)

N = Notation()
a, b, k = (N.quantity(name, NUMBER, "positive") for name in "abk")
d = N.quantity("d", LENGTH, "a length")
x, y = (N.variable(name, NUMBER, "a variable", sign="real") for name in "xy")
p, q = (N.variable(name, NUMBER, "a positive variable") for name in "pq")
r = N.variable("r", LENGTH, "a distance")
n = N.variable("n", NUMBER, "an integer", sign="integer")
f = N.function("f", NUMBER, "free", of=(NUMBER,))


def follows(claim: Relation, argument: Rule | By, *facts: Relation) -> bool:
    """Whether the claim, and all that the argument needs, is proved."""
    inference = by(argument).infer(Known({}, N, facts))
    asked = (*inference.conditions, Obligation(claim, inference.facts, N))
    return all(decide(one).status is Status.PROVED for one in asked)


def of(integrand: object, *ends: object) -> Integral:
    return Integral(integrand, ends)


GOOD = {
    "a power": (
        Equal(of(x**2, x, 0, a), a**3 / 3),
        antiderivative(of(x**2, x, 0, a), x**3 / 3),
    ),
    "from minus infinity": (
        Equal(of(exp(x), x, -oo, 0), 1),
        antiderivative(of(exp(x), x, -oo, 0), exp(x), at_minus_infinity=0),
    ),
    "over the whole line": (
        Equal(of(1 / (exp(x) + exp(-x)) ** 2, x, -oo, oo), Rational(1, 2)),
        antiderivative(
            of(1 / (exp(x) + exp(-x)) ** 2, x, -oo, oo),
            -1 / (2 * (exp(2 * x) + 1)),
            at_infinity=0,
            at_minus_infinity=-Rational(1, 2),
        ),
    ),
    "singular at its lower end": (
        Equal(of(1 / sqrt(p), p, 0, a), 2 * sqrt(a)),
        antiderivative(of(1 / sqrt(p), p, 0, a), 2 * sqrt(p), singular_at=(0,)),
    ),
    "a scale": (
        Equal(of(f(2 * x), x, 0, a), of(f(y), y, 0, 2 * a) / 2),
        change_of_variable(of(f(2 * x), x, 0, a), y, y / 2, 0, 2 * a),
    ),
    "a shift": (
        Equal(of(f(x - a), x, a, 3 * a), of(f(y), y, 0, 2 * a)),
        change_of_variable(of(f(x - a), x, a, 3 * a), y, y + a, 0, 2 * a),
    ),
    "turned round": (
        Equal(of(f(x), x, a, 0), -of(f(a - y), y, 0, a)),
        change_of_variable(of(f(x), x, a, 0), y, a - y, 0, a),
    ),
    "a square, to infinity": (
        Equal(of(p * exp(-(p**2)), p, 1, oo), of(exp(-q - 1) / 2, q, 0, oo)),
        change_of_variable(of(p * exp(-(p**2)), p, 1, oo), q, sqrt(q + 1), 0, oo),
    ),
    "by parts": (
        Equal(of(x * cos(x), x, 0, a), a * sin(a) - of(sin(x), x, 0, a)),
        by_parts(of(x * cos(x), x, 0, a), x, sin(x)),
    ),
    "by parts, free functions": (
        Equal(
            of(f(x) * f(x).diff(x, 2), x, 0, a),
            f(a) * f(x).diff(x).subs(x, a)
            - f(0) * f(x).diff(x).subs(x, 0)
            - of(f(x).diff(x) ** 2, x, 0, a),
        ),
        by_parts(of(f(x) * f(x).diff(x, 2), x, 0, a), f(x), f(x).diff(x)),
    ),
    "by parts, to infinity": (
        Equal(of(p * exp(-p), p, 0, oo), of(exp(-p), p, 0, oo)),
        by_parts(of(p * exp(-p), p, 0, oo), p, -exp(-p), at_infinity=0),
    ),
    "in two parts": (
        Equal(of(f(x), x, 0, b), of(f(x), x, 0, a) + of(f(x), x, a, b)),
        split(of(f(x), x, 0, b), a),
    ),
    "an even integrand": (
        Equal(of(cos(x), x, -a, a), 2 * of(cos(x), x, 0, a)),
        even(of(cos(x), x, -a, a)),
    ),
    "an even integrand without end": (
        Equal(of(exp(-(x**2)), x, -oo, oo), 2 * of(exp(-(x**2)), x, 0, oo)),
        even(of(exp(-(x**2)), x, -oo, oo)),
    ),
    "an odd integrand": (Equal(of(sin(x) * x**2, x, -a, a), 0), odd(of(sin(x) * x**2, x, -a, a))),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_the_rules_allow_is_proved(name: str) -> None:
    assert follows(*GOOD[name])


BAD = {
    "another antiderivative": antiderivative(of(x**2, x, 0, a), x**3 / 2),
    "a pole between": antiderivative(of(1 / x**2, x, -a, a), -1 / x),
    "another limit at minus infinity": antiderivative(
        of(exp(x), x, -oo, 0), exp(x), at_minus_infinity=1
    ),
    "a divergent integral": antiderivative(of(1 / p**2, p, 0, a), -1 / p, singular_at=(0,)),
    "another singular end": antiderivative(of(1 / sqrt(p), p, 0, a), 2 * sqrt(p), singular_at=(a,)),
    "another beginning": change_of_variable(of(f(x), x, 0, a), y, y + 1, 0, a - 1),
    "another end": change_of_variable(of(f(x), x, 0, a), y, y, 0, b),
    "another beginning, to infinity": change_of_variable(
        of(p * exp(-(p**2)), p, 0, oo), q, sqrt(q + 1), 0, oo
    ),
    "a steep beginning": change_of_variable(of(exp(-(p**2)), p, 0, oo), q, sqrt(q), 0, oo),
    "turning back": change_of_variable(of(1 / (x + 1), x, 0, a), y, y**2 / a, -a, a),
    "a pole in the old variable": change_of_variable(of(1 / (x - 1), x, 0, a), y, 2 * y, 0, a / 2),
    "downwards": change_of_variable(of(f(x), x, a, 0), y, y, a, 0),
    "another product": by_parts(of(x * cos(x), x, 0, a), x, cos(x)),
    "parts with a pole": by_parts(of(-x / x**2, x, -a, a), x, 1 / x),
    "another limit by parts": by_parts(of(p * exp(-p), p, 0, oo), p, -exp(-p), at_infinity=1),
    "a pole in a part": split(of(1 / x**2, x, a, b), -a),
    "not even": even(of(exp(x), x, -a, a)),
    "not odd": odd(of(exp(x), x, -a, a)),
    "odd with a pole": odd(of(1 / x, x, -a, a)),
    "even, about another point": even(of(cos(x), x, -a, b)),
}


@pytest.mark.parametrize("name", BAD)
def test_what_the_rules_must_not_allow_is_not_proved(name: str) -> None:
    assert not follows(Equal(0, 0), BAD[name])


@pytest.mark.parametrize(
    ("rule", "facts", "part"),
    [
        (antiderivative(of(x, x, 0, x), x**2 / 2), (), "stands in its limits"),
        (antiderivative(of(p, p, -oo, 0), p), (), "has no values"),
        (antiderivative(Integral(1, (x, 0, 1), (y, 0, 1)), x), (), "over one variable"),
        (change_of_variable(of(f(x), x, 0, a), n, n, 0, a), (), "do not lie dense"),
        (change_of_variable(of(f(x), x, 0, a), a, a, 0, a), (), "one value only"),
        (change_of_variable(of(f(x) * y, x, 0, a), y, y, 0, a), (), "does not have yet"),
        (change_of_variable(of(f(x), x, 0, a), y, x + y, 0, a), (), "does not have yet"),
        (change_of_variable(of(f(x), x, 0, a), y, y, 0, a), (Less(y, 1),), "is said where"),
        (change_of_variable(of(f(x), x, 0, a), y, y, 0, a), (Less(x, 1),), "is said where"),
        (by_parts(of(p * exp(-p), p, 0, oo), p, -exp(-p)), (), "give at_infinity"),
        (split(of(f(x), x, 0, a), x), (), "depends on x"),
        (odd(of(x, x, -oo, oo)), (), "only if it converges"),
    ],
)
def test_a_step_that_cannot_be_taken_is_refused(
    rule: Rule, facts: tuple[Relation, ...], part: str
) -> None:
    with pytest.raises(PaperError, match=part):
        rule.infer(Known({}, N, facts))


def test_the_integral_of_cooper_is_a_logarithm() -> None:
    width, gap = a, b
    energies = of(1 / (2 * p + gap), p, 0, width)
    step = antiderivative(energies, log(2 * p + gap) / 2)
    assert follows(Equal(energies, log(1 + 2 * width / gap) / 2), step)
    assert not follows(Equal(energies, log(1 + width / gap) / 2), step)


def test_a_change_of_variable_has_the_dimension_of_the_old_one() -> None:
    scaled = change_of_variable(of(r**2, r, 0, d), p, p * d, 0, 1)
    assert follows(Equal(of(r**2, r, 0, d), d**3 * of(p**2, p, 0, 1)), scaled)
    assert not follows(Equal(0, 0), change_of_variable(of(r**2, r, 0, d), p, p, 0, 1))


def test_a_rule_of_integrals_proves_no_more_than_it_says() -> None:
    whole = of(cos(x), x, -pi, pi)
    assert not follows(Equal(whole, of(cos(x), x, 0, pi)), even(whole))
    assert not follows(Equal(of(f(x), x, 0, b), of(f(x), x, 0, a)), split(of(f(x), x, 0, b), a))


def test_what_is_singular_at_an_end_is_not_differentiated_under_the_sign() -> None:
    """F(q) = ∫ q³/t² exp(−q²/t) dt = q exp(−q²); under the sign F′(0) is 0, and it is 1."""
    notation = Notation()
    q, t = (
        notation.variable(name, NUMBER, "", sign=s)
        for name, s in (("q", "real"), ("t", "positive"))
    )
    F = notation.function("F", NUMBER, "", of=(NUMBER,))
    known = Equal(F(q), Integral(q**3 / t**2 * exp(-(q**2) / t), (t, 0, 1)))
    smooth = Equal(F(q), Integral(q**3 * exp(-(q**2) * t) / (1 + t), (t, 0, 1)))
    for fact, allowed in ((known, False), (smooth, True)):
        slope = fact.sides[1].function.diff(q)
        under = Integral(slope, (t, 0, 1))
        found = decide(Obligation(Equal(F(q).diff(q), under), (fact,), notation))
        assert (found.status is Status.PROVED) is allowed
