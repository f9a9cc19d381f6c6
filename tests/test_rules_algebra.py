"""Rules of algebra and analysis: each with what it allows, and with what it must not allow."""

from __future__ import annotations

import pytest
from sympy import Abs, Expr, I, Rational, Subs, Symbol, cos, cosh, exp, log, oo, sin, sqrt

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
    both_sides,
    branch,
    by,
    coefficients,
    conjugation,
    consequence,
    constant,
    derivative,
    exponential,
    imaginary_part,
    in_order,
    limit_of,
    linear_equation,
    logarithm,
    maximum,
    minimum,
    plus,
    power,
    real_part,
    solve,
    times,
    without_loss,
)

N = Notation()
a, b, c, g, k, w = (N.quantity(name, NUMBER, "positive") for name in "abcgkw")
r, s, q = (N.quantity(name, NUMBER, "real", sign="real") for name in "rsq")
d = N.quantity("d", LENGTH, "a length")
x, y = (N.variable(name, NUMBER, "a variable", sign="real") for name in "xy")
p = N.variable("p", NUMBER, "a positive variable")
f, h = (N.function(name, NUMBER, "free", of=(NUMBER,)) for name in "fh")

Case = tuple[Relation, "Rule | By", tuple[Relation, ...]]


def follows(claim: Relation, argument: Rule | By, *facts: Relation) -> bool:
    """Whether the claim, and all that the argument needs, is proved.

    The first of the facts is line 1, the others line 2.
    """
    inference = by(argument).infer(Known({"1": facts[:1], "2": facts[1:]}, N))
    asked = (*inference.conditions, Obligation(claim, inference.facts, N))
    return all(decide(one).status is Status.PROVED for one in asked)


def start(function: object, value: Expr, slope: Expr) -> tuple[Relation, ...]:
    """What f and f′ are at 0."""
    applied = function(x)  # type: ignore[operator]
    return (Equal(applied.subs(x, 0), value), Equal(Subs(applied.diff(x), x, 0), slope))


SWING = Equal(f(x).diff(x, 2), -(w**2) * f(x))
GROWTH = Equal(f(x).diff(x), k * f(x) + b)
SQUARE = Equal(k**2 + (b - a) * k, a * b)
ROOT = Equal(r**2 + (b - a) * r, a * b)
GAP = Equal(b * log(1 + w / g), 1)
LARGE = Less(1, exp(1 / b))
COMPLEX = Equal(r + I * s, a * exp(I * q))

GOOD: dict[str, Case] = {
    "sum and difference": (
        Equal(r**2 + s**2, a**2 - 2 * b),
        consequence(Equal(r**2 + s**2, a**2 - 2 * b), {"1": r + s + a, "2": -2}),
        (Equal(r + s, a), Equal(r * s, b)),
    ),
    "elimination": (
        Equal(r**3, r + 2),
        consequence(Equal(r**3, r + 2), {"1": r, "2": 1}),
        (Equal(r**2, 1 + s), Equal(r * s, 2)),
    ),
    "division": (
        Equal(r, s),
        consequence(Equal(r, s), {"1": 1}, divided_by=a + b),
        (Equal((a + b) * r, (a + b) * s),),
    ),
    "the positive root": (Equal(k, a), branch("1", k, a, -b), (SQUARE,)),
    "the root of a fraction": (Equal(k, a), branch("1", k, a, -a), (Equal(1 / k, k / a**2),)),
    "a completed square": (
        Equal(k, -b + sqrt(b**2 + c)),
        branch("1", k, -b + sqrt(b**2 + c), -b - sqrt(b**2 + c)),
        (Equal((k + b) ** 2, b**2 + c),),
    ),
    "the gap": (
        Equal(g, w / (exp(1 / b) - 1)),
        by("2", solve("1", g, w / (exp(1 / b) - 1))),
        (GAP, LARGE),
    ),
    "a cubic": (Equal(k, 2), solve("1", k, 2), (Equal(k**3 + k, 10),)),
    "a limit": (
        Equal(r, 0),
        limit_of("1", p, oo, r, 0),
        (Equal(r + exp(-p) * f(0), 1 / p + exp(-p) * f(0)),),
    ),
    "a square": (Equal(a**2, b), both_sides("1", plus(-c), power(2)), (Equal(a + c, sqrt(b) + c),)),
    "a logarithm": (
        Equal(log(a), log(b) - k),
        both_sides("1", logarithm()),
        (Equal(a, b * exp(-k)),),
    ),
    "the gap by exponentials": (
        Equal(g, w / (exp(1 / b) - 1)),
        by(both_sides("1", times(1 / b), exponential())),
        (GAP,),
    ),
    "a real part": (Equal(r, a * cos(q)), both_sides("1", real_part()), (COMPLEX,)),
    "an imaginary part": (Equal(s, a * sin(q)), both_sides("1", imaginary_part()), (COMPLEX,)),
    "an absolute square": (
        Equal((r + I * s) * (r - I * s), a**2),
        by("1", both_sides("1", conjugation())),
        (COMPLEX,),
    ),
    "an implicit slope": (
        Equal(f(x).diff(x), -x / f(x)),
        by(both_sides("1", derivative(x)), "2"),
        (Equal(x**2 + f(x) ** 2, a**2), Less(0, f(x))),
    ),
    "a total derivative": (
        Equal(h(f(x)).diff(x), 2 * f(x) * f(x).diff(x)),
        both_sides("1", derivative(x)),
        (Equal(h(f(x)), f(x) ** 2),),
    ),
    "coefficients": (
        Equal(r, 3),
        coefficients("1", x, 2),
        (Equal(r * x**2 + s * x, 3 * x**2),),
    ),
    "coefficients of waves": (
        Equal(s, a),
        coefficients("1", x, 1),
        (Equal(r * cos(x) + s * sin(x), a * sin(x)),),
    ),
    "an oscillation": (
        Equal(f(x), a * cos(w * x)),
        by(linear_equation("1", f(x), x, (cos(w * x), sin(w * x))), "2"),
        (SWING, *start(f, a, 0)),
    ),
    "relaxation": (
        Equal(f(x), a * exp(k * x) + b / k * (exp(k * x) - 1)),
        by(linear_equation("1", f(x), x, (exp(k * x),), particular=-b / k), "2"),
        (GROWTH, Equal(f(0), a)),
    ),
    "a screened field": (
        Equal(f(x), a * cosh(k * x)),
        by(linear_equation("1", f(x), x, (exp(k * x), exp(-k * x))), "2"),
        (Equal(f(x).diff(x, 2), k**2 * f(x)), *start(f, a, 0)),
    ),
    "a minimum": (Less(b, (p - a) ** 2 + b), minimum((p - a) ** 2 + b, p, a), ()),
    "a maximum": (Less(b - (p - a) ** 2, b), maximum(b - (p - a) ** 2, p, a), ()),
    "a minimum at the end": (Less(a, a + p), minimum(a + p, p, 0), ()),
    "a symmetric claim": (
        Equal(Abs(a**2 - b**2), c * Abs(a - b)),
        without_loss(Equal(Abs(a**2 - b**2), c * Abs(a - b)), (a, b), by("1")),
        (Equal(c, a + b),),
    ),
    "three cases": (
        Equal(Abs(r - s) ** 3, Abs((r - s) ** 3)),
        in_order(
            Equal(Abs(r - s) ** 3, Abs((r - s) ** 3)), (r, s), less=by(), same=by(), greater=by()
        ),
        (),
    ),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_the_rules_allow_is_proved(name: str) -> None:
    claim, argument, facts = GOOD[name]
    assert follows(claim, argument, *facts)


BAD: dict[str, tuple[Rule | By, tuple[Relation, ...]]] = {
    "another combination": (
        consequence(Equal(r**2 + s**2, a**2 - b), {"1": r + s + a, "2": -2}),
        (Equal(r + s, a), Equal(r * s, b)),
    ),
    "division by what may vanish": (
        consequence(Equal(r, s), {"1": 1}, divided_by=q),
        (Equal(q * r, q * s),),
    ),
    "a root that is not excluded": (branch("1", r, a, -b), (ROOT,)),
    "no root": (branch("1", k, 2 * a, -b), (SQUARE,)),
    "another gap": (by("2", solve("1", g, w / exp(1 / b))), (GAP, LARGE)),
    "one of two solutions": (solve("1", r, 2), (Equal(r**2, 4),)),
    "on one side of a pole": (solve("1", r, 1 + a), (Equal(1 / (r - 1), 1 / a),)),
    "a solution that is not admissible": (solve("1", k, -2), (Equal(k + 2, 0),)),
    "another dimension": (solve("1", d, 2), (Equal(d / (d + 2), Rational(1, 2)),)),
    "another limit": (limit_of("1", p, oo, r, 1), (Equal(r + exp(-p), 1 / p),)),
    "a limit beyond": (limit_of("1", p, -a, r, 1 / a), (Equal(r, -1 / p),)),
    "a logarithm of what may be negative": (both_sides("1", logarithm()), (Equal(r, s),)),
    "a root of what may be negative": (both_sides("1", power(Rational(1, 2))), (Equal(r, s),)),
    "an inverse of what may vanish": (both_sides("1", power(-1)), (Equal(r, s),)),
    "the conjugate of a root": (both_sides("1", conjugation()), (Equal(sqrt(r), I * s),)),
    "a frequency that is another": (
        linear_equation("1", f(x), x, (cos(2 * w * x), sin(2 * w * x))),
        (SWING,),
    ),
    "too small a basis": (linear_equation("1", f(x), x, (cos(w * x),)), (SWING,)),
    "another particular solution": (
        linear_equation("1", f(x), x, (exp(k * x),), particular=b),
        (GROWTH,),
    ),
    "a maximum, not a minimum": (minimum(b - (x - a) ** 2, x, a), ()),
    "a saddle": (minimum((x - a) ** 3, x, a), ()),
    "across a pole": (minimum(-1 / (x - a) ** 2 + 0 * x, x, a + b), ()),
    "a minimum out of reach": (minimum((p + a) ** 2, p, -a), ()),
    "a claim that is not symmetric": (without_loss(Less(a, b + c), (a, b), by()), ()),
    "premises that are not symmetric": (
        without_loss(Less(0, (a - b) ** 2 + c), (a, b), by("1")),
        (Less(a, c),),
    ),
    "two cases of three": (
        in_order(Less(r, s + c), (r, s), less=by(), same=by(), greater=by()),
        (),
    ),
    "a constant that jumps": (constant(f(x), x, 0), (Equal(f(x).diff(x), x),)),
}


@pytest.mark.parametrize("name", BAD)
def test_what_the_rules_must_not_allow_is_not_proved(name: str) -> None:
    argument, facts = BAD[name]
    assert not follows(Equal(0, 0), argument, *facts)


WRONG: dict[str, Case] = {
    "another coefficient": (Equal(s, 1), GOOD["coefficients"][1], GOOD["coefficients"][2]),
    "another amplitude": (Equal(f(x), b * cos(w * x)), *GOOD["an oscillation"][1:]),
    "no start": (Equal(f(x), a * cos(w * x)), GOOD["an oscillation"][1], (SWING, Equal(f(0), a))),
    "another part": (Equal(r, a * sin(q)), *GOOD["a real part"][1:]),
    "another slope": (Equal(f(x).diff(x), x / f(x)), *GOOD["an implicit slope"][1:]),
    "the negative root": (Equal(k, -b), *GOOD["the positive root"][1:]),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_follow_is_not_proved(name: str) -> None:
    claim, argument, facts = WRONG[name]
    assert not follows(claim, argument, *facts)


@pytest.mark.parametrize(
    ("rule", "facts", "part"),
    [
        (consequence(Equal(r, s), {"1": (1, 2)}), (Equal(r, s),), "give as many factors"),
        (branch("1", r, a), (Equal(r**2, a**2),), "no equation of degree 1"),
        (solve("1", x, a), (Equal(x, a),), "all values of x"),
        (solve("1", r, a), (Equal(r, a, r + s),), "2 equations in r"),
        (limit_of("1", p, 0, oo, oo), (Equal(1 / p, 1 / p),), "finite limits"),
        (both_sides("1", conjugation()), (Equal(f(I * r), 1),), "is not known"),
        (minimum(x * y, x, x), (), "depends on x"),
        (without_loss(Less(0, a + r), (a, r), by()), (), "differ in sign"),
        (in_order(Less(0, a), (I * r, s), less=by(), same=by(), greater=by()), (), "in no order"),
    ],
)
def test_a_step_that_cannot_be_taken_is_refused(
    rule: Rule, facts: tuple[Relation, ...], part: str
) -> None:
    with pytest.raises(PaperError, match=part):
        rule.infer(Known({"1": facts}, N))


@pytest.mark.parametrize(
    ("rule", "variable"),
    [(limit_of("1", x, 0, 1, 1), x), (minimum(x**2, x, 0), x), (maximum(-(p**2), p, a), p)],
)
def test_nothing_may_keep_the_variable_from_a_value(rule: Rule, variable: Symbol) -> None:
    confined = (Equal(f(x), 1), Less(variable, c))
    with pytest.raises(PaperError, match="is said where"):
        rule.infer(Known({"1": confined}, N, confined))


def test_what_is_put_into_an_equation_must_solve_it_whatever_is_known_of_the_unknown() -> None:
    circular = by("1", "2", solve("1", r, s))
    assert not follows(Equal(r, s), circular, Equal(r + c, 2 * c), Equal(q, r))
