"""Rules: what they infer follows, and what they cannot vouch for is a condition or an error."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sympy import Abs, Derivative, Expr, I, Integral, Symbol, SympifyError, cos, exp, oo, sin

from checks.decide import decide
from checks.verdict import Status
from derivations.dimension import LENGTH, NUMBER
from derivations.errors import PaperError
from derivations.expression import Total, Vector
from derivations.quantity import Notation
from derivations.relation import Equal, Less, NotEqual, Relation, SameDimension, Tends
from derivations.rules import (
    Inference,
    Known,
    Rule,
    antiderivative,
    both_sides,
    by,
    constant,
    curl_of,
    cut_off,
    derivative,
    exponential,
    identity,
    instance,
    integral,
    orthonormal,
    times,
    total,
)

N = Notation()
x, y = (N.quantity(name, NUMBER, "positive") for name in "xy")
r, q = (N.quantity(name, NUMBER, "real", sign="real") for name in "rq")
d = N.quantity("d", LENGTH, "a length")
n = N.quantity("n", NUMBER, "an integer", sign="integer")
t, u, v = (N.variable(name, NUMBER, "a variable", sign="real") for name in "tuv")
p = N.variable("p", NUMBER, "a positive variable")
h = N.variable("h", NUMBER, "a variable that is not negative", sign="nonnegative")
k = N.variable("k", NUMBER, "an integer variable", sign="integer")
f, g = (N.function(name, NUMBER, "free", of=(NUMBER,)) for name in "fg")
F = N.function("F", NUMBER, "a field", of=(NUMBER, NUMBER, NUMBER))
S = N.set("S", "a set", count=x)
O = N.set("O", "another set", count=y)  # noqa: E741 - the paper's own letter
i, j = (N.variable(name, NUMBER, "of S", sign="integer", member_of=S) for name in "ij")


def known(*facts: Relation) -> Known:
    return Known({"1": tuple(facts)}, N)


def infer(rule: Rule, *facts: Relation) -> Inference:
    return rule.infer(known(*facts))


@pytest.mark.parametrize(
    ("rule", "fact", "expected"),
    [
        (instance("1", {t: x}), Equal(f(t), t**2), Equal(f(x), x**2)),
        (instance("1", {t: 2 * t}), Equal(f(t), t), Equal(f(2 * t), 2 * t)),
        (instance("1", {t: u, u: t}), Equal(f(t), g(u)), Equal(f(u), g(t))),
        (both_sides("1", times(x)), Equal(f(t), t), Equal(x * f(t), x * t)),
        (both_sides("1", derivative(t)), Equal(f(t), t**2), Equal(f(t).diff(t), 2 * t)),
        (
            both_sides("1", integral(t, 0, x)),
            Equal(f(t), t),
            Equal(Integral(f(t), (t, 0, x)), Integral(t, (t, 0, x))),
        ),
        (
            both_sides("1", total(i, S)),
            Equal(f(i), g(i)),
            Equal(Total(f(i), i, S), Total(g(i), i, S)),
        ),
    ],
)
def test_a_rule_infers_what_follows(rule: Rule, fact: Relation, expected: Relation) -> None:
    assert infer(rule, fact).facts == (expected,)


def test_an_instance_captures_no_bound_variable() -> None:
    (fact,) = infer(instance("1", {t: u}), Equal(f(t), Integral(t * u, (u, 0, 1)))).facts
    (bound,) = fact.sides[1].bound_symbols
    assert bound != u
    assert fact.sides[1].function == u * bound


@pytest.mark.parametrize(
    ("rule", "fact", "part"),
    [
        (instance("1", {x: 2}), Equal(f(x), x), "is a constant"),
        (instance("1", {t: I * x}), Equal(f(t), t), "may not be real"),
        (instance("1", {k: x}), Equal(f(k), k), "not declared an integer"),
        (instance("1", {i: n}), Equal(f(i), 1), "not declared a member"),
        (instance("1", {t: x}), Less(f(t), 1), "states no equation"),
        (both_sides("1", derivative(x)), Equal(f(x), x), "one value only"),
        (both_sides("1", derivative(k)), Equal(f(k), 1), "do not lie dense"),
        (both_sides("1", derivative(i)), Equal(f(i), 1), "do not lie dense"),
        (both_sides("1", integral(x, 0, 1)), Equal(f(x), x), "one value only"),
        (both_sides("1", integral(k, 0, 1)), Equal(f(k), k), "do not lie dense"),
        (both_sides("1", total(i, O)), Equal(f(i), 1), "runs over S"),
        (
            both_sides("1", derivative(t)),
            Equal(f(t), Integral(sin(t * p) / p, (p, 0, oo))),
            "under the sign",
        ),
        (curl_of("1", (t, u, v)), Equal(f(t), t), "between vectors"),
        (curl_of("1", (x, u, v)), Equal(Vector([x, u, v]), Vector([x, u, v])), "one value"),
    ],
)
def test_what_a_rule_does_not_allow_is_said(rule: Rule, fact: Relation, part: str) -> None:
    with pytest.raises(PaperError, match=part):
        infer(rule, fact)


def test_what_is_said_in_a_part_of_the_range_is_not_summed_over_all_of_it() -> None:
    with pytest.raises(PaperError, match="is said where"):
        infer(both_sides("1", integral(t, 0, 1)), Equal(f(t), 0), Less(t, x))


@pytest.mark.parametrize(
    "rule", [both_sides("1", derivative(t)), both_sides("1", times(2), exponential())]
)
def test_what_holds_to_leading_order_is_not_differentiated(rule: Rule) -> None:
    exactly = known(Equal(f(t), t))
    assert rule.infer(exactly).facts
    with pytest.raises(PaperError, match="holds to leading order only"):
        rule.infer(replace(exactly, approximate=frozenset({"1"})))
    assert both_sides("1", times(2)).infer(replace(exactly, approximate=frozenset({"1"}))).facts


def test_an_instance_must_lie_where_the_line_holds() -> None:
    conditions = infer(instance("1", {t: 2 * x}), Equal(f(t), 0), Less(t, x)).conditions
    assert Less(2 * x, x) in [condition.goal for condition in conditions]


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        (p, -x, {SameDimension(p, -x), Less(0, -x)}),
        (p, x, {SameDimension(p, x)}),
        (h, r, {SameDimension(h, r), Less(0, r)}),
        (h, 0, {SameDimension(h, 0)}),
        (t, d, {SameDimension(t, d)}),
    ],
)
def test_an_instance_must_be_admissible(
    variable: Symbol, value: Expr, expected: set[Relation]
) -> None:
    found = infer(instance("1", {variable: value}), Equal(f(variable), Abs(variable)))
    assert {condition.goal for condition in found.conditions} == expected


def test_what_is_multiplied_by_must_not_divide_by_zero() -> None:
    found = infer(both_sides("1", times(1 / r)), Equal(r * x, r * y))
    assert [condition.goal for condition in found.conditions] == [Less(0, r**2)]
    assert [decide(condition).status for condition in found.conditions] != [Status.PROVED]
    assert not infer(both_sides("1", times(1 / x)), Equal(r * x, x)).conditions


def proves(rule: Rule, *facts: Relation) -> bool:
    inference = rule.infer(Known({}, N, facts))
    return all(decide(condition).status is Status.PROVED for condition in inference.conditions)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (antiderivative(Integral(t**2, (t, 0, x)), t**3 / 3), True),
        (antiderivative(Integral(cos(t), (t, 0, x)), sin(t)), True),
        (antiderivative(Integral(t**2, (t, 0, x)), t**3 / 2), False),
        (antiderivative(Integral(1 / t**2, (t, -1, 1)), -1 / t), False),
        (antiderivative(Integral(exp(-p), (p, 0, oo)), -exp(-p), at_infinity=0), True),
        (antiderivative(Integral(exp(-p), (p, 0, oo)), -exp(-p), at_infinity=1), False),
        (constant(sin(t) ** 2 + cos(t) ** 2, t, 0), True),
        (constant(sin(t), t, 0), False),
        (constant(sin(p) ** 2 + cos(p) ** 2 + f(0), p, 0), True),
        (constant(sin(p) ** 2 + cos(p) ** 2 + f(0), p, -x), False),
    ],
)
def test_side_conditions_hold_for_true_steps_only(rule: Rule, expected: bool) -> None:
    assert proves(rule) is expected


@pytest.mark.parametrize(
    ("rule", "facts", "part"),
    [
        (antiderivative(Integral(x, (x, 0, 1)), 3 * x), (Equal(x, 3),), "one value only"),
        (antiderivative(Integral(exp(t), (t, -oo, 0)), exp(t)), (), "give at_minus_infinity"),
        (antiderivative(Integral(exp(p), (p, -oo, 0)), exp(p)), (), "turn it round"),
        (antiderivative(Integral(exp(-p), (p, 0, oo)), -exp(-p)), (), "give at_infinity"),
        (antiderivative(Integral(Abs(t), (t, 0, 1)), t**2 / 2), (Less(0, t),), "is said where"),
        (constant(f(x), x, 0), (Equal(Derivative(f(x), x), 0),), "one value only"),
        (cut_off(Integral(t, (t, 0, 1)), x), (), "no product"),
    ],
)
def test_a_step_that_would_go_wrong_is_refused(
    rule: Rule, facts: tuple[Relation, ...], part: str
) -> None:
    with pytest.raises(PaperError, match=part):
        rule.infer(Known({}, N, facts))


def test_the_limit_at_infinity_is_a_condition() -> None:
    rule = antiderivative(Integral(exp(-p), (p, 0, oo)), -exp(-p), at_infinity=0)
    goals = [condition.goal for condition in rule.infer(Known({}, N)).conditions]
    assert Tends(-exp(-p), 0, p, oo) in goals


def test_two_cases_make_a_delta() -> None:
    rule = orthonormal(f(i) * f(j), (i, j), same=identity, different=identity)
    inference = rule.infer(Known({}, N))
    assert [condition.goal for condition in inference.conditions] == [
        Equal(f(i) ** 2, 1),
        Equal(f(i) * f(j), 0),
    ]
    assert NotEqual(i, j) in inference.conditions[1].facts
    assert NotEqual(i, j) not in inference.conditions[0].facts


def test_steps_add_up_and_are_named_once() -> None:
    argument = by("1", instance("1", {t: x}), both_sides("1", times(x), times(y)))
    assert argument.premises == ("1",)
    assert argument.name == "instance, multiply"
    assert argument.infer(known(Equal(f(t), t))).facts == (
        Equal(f(t), t),
        Equal(f(x), x),
        Equal(x * y * f(t), x * y * t),
    )


def test_a_curl_is_taken_of_both_sides() -> None:
    field = Vector([0, 0, F(t, u, v)])
    (fact,) = infer(curl_of("1", (t, u, v)), Equal(field, Vector([0, 0, u]))).facts
    assert fact.sides == (Vector([F(t, u, v).diff(u), -F(t, u, v).diff(t), 0]), Vector([1, 0, 0]))


@pytest.mark.parametrize("text", ["x", "__import__('os').getcwd()"])
def test_a_factor_that_is_text_is_never_read_as_an_expression(text: str) -> None:
    with pytest.raises(SympifyError):
        times(text)
