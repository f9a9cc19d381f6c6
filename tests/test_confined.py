"""What is said where an inequality confines a variable is said there only."""

from __future__ import annotations

import pytest
import sympy
from sympy import Rational

from checks.normal.factors import primes
from checks.provers import dimension
from checks.suite import Suite
from checks.verdict import Verdict
from derivations.dimension import LENGTH, NUMBER
from derivations.paper import Paper
from derivations.quantity import Notation
from derivations.relation import Attains, Equal, Less, Relation, Within
from derivations.rules import (
    Aside,
    By,
    Known,
    Steps,
    antiderivative,
    assumption,
    both_sides,
    by,
    consequence,
    derivative,
    exponential,
    in_order,
    instance,
    rule,
    times,
    without_loss,
)


class Confined:
    """f(t) = t, said of negative t; a line that follows; and a claim at t = 5 or −5."""

    def __init__(self) -> None:
        self.paper = Paper("confined", "Confined", "for one test")
        notation = self.paper.notation
        self.t = notation.variable("t", NUMBER, "a variable", sign="real")
        self.f = notation.function("f", NUMBER, "free", of=(NUMBER,))
        self.chapter = self.paper.chapter("I", "The only one")
        self.line("1", Equal(self.f(self.t), self.t), Less(self.t, 0), by=assumption("said"))

    def line(self, label: str, *relations: Relation, by: By) -> None:
        self.chapter.equation(label, printed="…", states=relations, follows=by)

    def verdict(self, label: str) -> Verdict:
        return Suite(self.paper).line(label).verdict


STEPS = {
    "a citation": (lambda f, t: Equal(f(t) + 1, t + 1), lambda t: by("1")),
    "a product": (lambda f, t: Equal(2 * f(t), 2 * t), lambda t: by(both_sides("1", times(2)))),
    "an exponential": (
        lambda f, t: Equal(sympy.exp(f(t)), sympy.exp(t)),
        lambda t: by(both_sides("1", exponential())),
    ),
    "a slope": (
        lambda f, t: Equal(f(t).diff(t), 1),
        lambda t: by(both_sides("1", derivative(t))),
    ),
}


@pytest.mark.parametrize("name", STEPS)
def test_what_follows_from_a_confined_line_is_confined(name: str) -> None:
    made = Confined()
    claim, step = STEPS[name]
    made.line("2", claim(made.f, made.t), by=step(made.t))
    made.line("beyond", Equal(made.f(5), 5), by=by("2"))
    slope = sympy.Subs(made.f(made.t).diff(made.t), made.t, 5)
    made.line("slope beyond", Equal(slope, 1), by=by("2"))
    assert not made.verdict("beyond").holds
    assert not made.verdict("slope beyond").holds


def test_an_instance_lies_where_the_line_holds() -> None:
    made = Confined()
    made.line("2", Equal(made.f(made.t) + 1, made.t + 1), by=by("1"))
    made.line("within", Equal(made.f(-5), -5), by=by(instance("2", {made.t: -5})))
    made.line("beyond", Equal(made.f(5), 5), by=by(instance("2", {made.t: 5})))
    assert made.verdict("within") is Verdict.PROVED
    assert not made.verdict("beyond").holds


def test_a_true_claim_by_a_step_that_is_not_allowed_is_not_refuted() -> None:
    made = Confined()
    t = made.t
    integral = sympy.Integral(2 * t, (t, -1, 2))
    jumps = antiderivative(integral, t**2 + sympy.Abs(t) / t)
    made.line("true", Equal(integral, 3), by=by(jumps))
    result = Suite(made.paper).line("true")
    assert result.verdict is not Verdict.PROVED
    assert result.reason.startswith("the step needs that")


@pytest.mark.parametrize("number", [10**90 + 1, 3**200 + 7, 2**61 - 1])
def test_large_numbers_are_taken_apart_as_far_as_is_cheap(number: int) -> None:
    product = 1
    for factor, multiplicity in primes(number).items():
        product *= factor**multiplicity
    assert product == number


def test_an_integral_over_two_variables_has_a_dimension() -> None:
    notation = Notation()
    x, y = (notation.variable(n, LENGTH, "a length") for n in "xy")
    d = notation.quantity("d", LENGTH, "a length")
    nested = sympy.Integral(x * y, (x, 0, y), (y, 0, d))
    assert dimension.dimension(nested, notation) == LENGTH**4


def test_what_an_argument_within_a_rule_is_confined_to_goes_with_what_the_rule_infers() -> None:
    made = Confined()
    a, b = (made.paper.notation.quantity(name, NUMBER, "positive") for name in "ab")
    f, t = made.f, made.t
    claim = Equal(f(t), t)
    ordered = in_order(claim, (a, b), less=by("1"), same=by("1"), greater=by("1"))
    symmetric = without_loss(Equal(f(t) * a * b, t * a * b), (a, b), by("1"))
    for label, relation, step in (("2", claim, ordered), ("3", symmetric.goal, symmetric)):
        made.line(label, relation, by=by(step))
        assert made.verdict(label) is Verdict.PROVED
        made.line(f"{label} beyond", Equal(f(5), 5), by=by(label))
        assert not made.verdict(f"{label} beyond").holds


@rule("by the way")
def aside(known: Known, label: str, goal: Equal) -> Steps:
    """What a line says, by way of a step that is known inside only."""
    inside = yield Aside(by(label, both_sides(label, times(2))))
    yield consequence(goal, {inside: sympy.Rational(1, 2)})


def test_what_a_step_inside_an_open_rule_is_confined_to_goes_with_what_it_infers() -> None:
    made = Confined()
    made.line("2", Equal(made.f(made.t), made.t), by=by(aside("1", Equal(made.f(made.t), made.t))))
    assert made.verdict("2") is Verdict.PROVED
    made.line("beyond", Equal(made.f(5), 5), by=by("2"))
    assert not made.verdict("beyond").holds


def test_an_interval_confines_as_inequalities_do() -> None:
    made = Confined()
    t, f = made.t, made.f
    made.line("3", Equal(f(t), 2 * t), Within(t, 1, 2), by=assumption("said"))
    made.line("4", Equal(f(t) ** 2, 4 * t**2), by=by("3"))
    made.line("inside", Equal(f(Rational(3, 2)), 3), by=by(instance("3", {t: Rational(3, 2)})))
    made.line("beyond", Equal(f(5), 10), by=by("3"))
    made.line("beyond a square", Equal(f(5) ** 2, 100), by=by("4"))
    made.line("an instance beyond", Equal(f(5), 10), by=by(instance("3", {t: 5})))
    assert made.verdict("4").holds
    assert made.verdict("inside").holds
    for label in ("beyond", "beyond a square", "an instance beyond"):
        assert not made.verdict(label).holds


def test_what_is_said_to_be_reached_confines_nothing() -> None:
    made = Confined()
    made.line("3", Equal(made.f(made.t + 9), 2), Attains(made.t, 1, 2), by=assumption("said"))
    made.line("4", Equal(made.f(14), 2), by=by(instance("3", {made.t: 5})))
    assert made.verdict("4").holds
