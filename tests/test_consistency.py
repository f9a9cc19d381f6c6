"""Premises that contradict each other prove nothing; those that can hold come with a point."""

from __future__ import annotations

from fractions import Fraction

import pytest
from sympy import Abs, Derivative, I, Integral, Rational, besselj, cos, exp, log, oo, pi, sin, sqrt

from checks.decide import decide
from checks.premises.asked import PURPOSE
from checks.quoting import plain
from checks.result import ClaimResult, LineResult
from checks.suite import Suite
from checks.verdict import Status, Verdict
from derivations.dimension import LENGTH, NUMBER, TIME
from derivations.expression import Total
from derivations.obligation import Obligation
from derivations.paper import Paper, erratum
from derivations.quantity import Notation, Role
from derivations.relation import (
    Consistent,
    Equal,
    Less,
    MuchLess,
    NotEqual,
    Relation,
    Within,
)
from derivations.rules import by, definition, law

N = Notation()
a, b, c, d = (N.quantity(name, NUMBER, "positive") for name in "abcd")
r, s, u = (N.quantity(name, NUMBER, "real", sign="real") for name in "rsu")
n = N.quantity("n", NUMBER, "an integer", sign="positive integer")
k = N.factor("k", "a constant of order one", 1, 2)
x = N.variable("x", NUMBER, "a place", sign="real")
y = N.variable("y", NUMBER, "another place", sign="real")
z = N.variable("z", NUMBER, "a place to the right", sign="nonnegative")
q = N.variable("q", NUMBER, "a positive variable")
f = N.function("f", NUMBER, "a function", of=(NUMBER,))
g = N.function("g", NUMBER, "another function", of=(NUMBER,))
h = N.function("h", NUMBER, "a function of two places", of=(NUMBER, NUMBER))
count = N.quantity("N_S", NUMBER, "how many", sign="positive integer")
S = N.set("S", "a set", count=count)
i = N.variable("i", NUMBER, "a member", sign="positive integer", member_of=S)
j = N.variable("j", NUMBER, "a member", sign="positive integer", member_of=S)
v = N.function("v", NUMBER, "a value for each member", of=(NUMBER,))
t_0 = N.quantity("t_0", TIME, "a time")
l_0 = N.quantity("l_0", LENGTH, "a length")


def found(*facts: Relation):
    return decide(Obligation(Consistent(), facts, N))


CONTRADICTORY = {
    "two values": (Equal(a, b), Equal(a, 2 * b)),
    "two values through others": (Equal(a, b * c), Equal(c, 3 * d), Equal(a, 2 * b * d)),
    "an equation and a sign": (Equal(a + b, 0),),
    "a difference and a sign": (Equal(a, -b - c),),
    "a range": (Equal(k, 3 * a), Equal(a, 1)),
    "a range and another": (Equal(k, 5),),
    "a circle of inequalities": (Less(a, b), Less(b, c), Less(c, a)),
    "two inequalities": (Less(r, s), Less(s, r)),
    "an inequality and an equation": (Equal(r, s + a), Less(r, s)),
    "intervals that meet nowhere": (Within(a, 1, 2), Within(a, 3, 4)),
    "intervals of a product": (Within(a, 1, 2), Within(b, 1, 2), Within(a * b, 5, 6)),
    "intervals of a sum": (Within(r, 0, 1), Within(s, 0, 1), Within(r + s, 3, 4)),
    "intervals in two units": (Within(l_0, 1, 2, "cm"), Within(l_0, 1, 2, "m")),
    "a square that is negative": (Equal(r**2, -1),),
    "squares that sum to less than zero": (Equal(r**2 + s**2 + a, 0),),
    "a circle that a line misses": (Equal(r**2 + s**2, 1), Equal(r + s, 2)),
    "a discriminant below zero": (Equal(r**2 + r + 1, 0),),
    "much less, and half of it": (MuchLess(a, b), Equal(a, b / 2)),
    "much less both ways": (MuchLess(a, b), Less(b, a)),
    "a root": (Equal(sqrt(a), -b),),
    "not equal to itself": (NotEqual(a, b), Equal(a, b)),
    "a constant that varies": (Equal(a, exp(x)),),
    "a constant that varies with a factor": (Equal(a, b * x),),
    "a function and its slope": (Equal(f(x), x), Equal(Derivative(f(x), x), 0)),
    "two functions": (Equal(f(x), x), Equal(f(x), x + 1)),
    "a function and a value": (Equal(f(x), x**2), Equal(f(a), -b)),
    "two unit conventions": (Equal(a**2, b), Equal(a**2, b / (4 * pi))),
    "two conventions through a third": (Equal(a, b), Equal(c, a / 2), Equal(c, pi * b)),
    "an integral of what is zero": (Equal(f(x), 0), Equal(Integral(f(x), (x, 0, 1)), 1)),
    "a sum of what is zero": (Equal(v(i), 0), Equal(Total(v(i), i, S), 1)),
}


@pytest.mark.parametrize("facts", CONTRADICTORY.values(), ids=CONTRADICTORY.keys())
def test_premises_that_contradict_each_other_are_named(facts: tuple[Relation, ...]) -> None:
    decision = found(*facts)
    assert decision.status is Status.REFUTED, decision.reason
    assert decision.reason.startswith("the premises contradict each other: ")
    assert "cannot" in decision.reason


#: Contradictions that are seen by nothing here, but do not pass for a proof either.
UNSEEN = {
    "a slope and a curvature": (
        Equal(Derivative(f(x), x), 1),
        Equal(Derivative(f(x), (x, 2)), 1),
    ),
    "a slope and two values": (Equal(Derivative(f(x), x), 0), Equal(f(0), 0), Equal(f(1), 1)),
    "slopes that do not commute": (
        Equal(Derivative(h(x, y), x), y),
        Equal(Derivative(h(x, y), y), 0),
    ),
    "a wrong integral": (Equal(Integral(exp(-z), (z, 0, oo)), 2),),
    "a wrong integral between limits": (Equal(Integral(sin(x) ** 2, (x, 0, pi)), pi),),
    "a wrong integral of a root": (Equal(Integral(sqrt(q), (q, 0, 1)), Rational(3, 4)),),
    "a wrong integral of a quotient": (Equal(Integral(1 / (1 + z), (z, 0, 1)), log(3)),),
    "a wrong Bessel function": (Equal(besselj(0, a), 2),),
    "a polynomial that does not vanish": (Equal(r * x, s * x + 1),),
    "an integer between two": (Within(n, Fraction(5, 4), Fraction(7, 4)),),
    "an exponential that is negative": (Equal(exp(r), -a),),
    "a cosine beyond one": (Equal(cos(r), 2),),
    "a function of another variable": (Equal(f(x), y),),
    "a product of two variables as a sum": (Equal(f(x) + g(y), x * y),),
    "an imaginary function": (Equal(f(x), I * x),),
    "a smooth function with a corner": (Equal(f(x), Abs(x)),),
    "a smooth function of a root": (Equal(f(x), sqrt(Abs(x))),),
    "a function that would divide by zero": (Equal(x * f(x), 1),),
    "a slope that would divide by zero": (Equal(x * Derivative(f(x), x), 1),),
    "more members than there are": (NotEqual(i, j), Equal(count, 1)),
    "a square of an integral": (Equal(Integral(f(x) ** 2, (x, 0, 1)), -1),),
    "a sum of squares": (Equal(Total(v(i) ** 2, i, S), -1),),
}


@pytest.mark.parametrize("facts", UNSEEN.values(), ids=UNSEEN.keys())
def test_premises_that_cannot_hold_are_never_said_to(facts: tuple[Relation, ...]) -> None:
    assert found(*facts).status is not Status.PROVED


TIGHT = {
    "an equation": (Equal(a, b),),
    "the same twice": (Equal(a, b), Equal(2 * a, 2 * b)),
    "a chain of inequalities": (Less(a, b), Less(b, c), Less(c, d), MuchLess(a, d)),
    "an interval of no width": (Within(a, 3, 3), Equal(b, a**2), Within(b, 9, 9)),
    "intervals that meet in a point": (Within(a, 1, 2), Within(a, 2, 3)),
    "the edge of a range": (Equal(k, 2),),
    "an irrational number": (Equal(a**2, 2), Within(a, "1.414", "1.415")),
    "a narrow interval of a product": (
        Within(a, 1, 2),
        Within(b, 1, 2),
        Within(a * b, "3.99", 4),
    ),
    "a circle and a line": (Equal(r**2 + s**2, 1), Equal(r, s)),
    "a circle that a line touches": (Equal(r**2 + s**2, 2), Equal(r + s, 2)),
    "much less to the limit": (MuchLess(a, b), Equal(b, 10 * a)),
    "a function and its slope": (Equal(f(x), x), Equal(Derivative(f(x), x), 1)),
    "a function that divides by its variable": (Equal(f(x), a / x),),
    "a function that divides by what does not vanish": (Equal((x**2 + a) * f(x), 1),),
    "a real function of what is imaginary": (Equal(f(x), (exp(I * x) + exp(-I * x)) / 2),),
    "a differential equation": (
        Equal(Derivative(f(x), (x, 2)), f(x)),
        Equal(f(0), 1),
    ),
    "a polynomial that vanishes for all x": (Equal(r * x**2 + s * x, 3 * x**2),),
    "an oscillation and its beginning": (
        Equal(Derivative(f(x), (x, 2)), -(a**2) * f(x)),
        Equal(f(0), b),
    ),
    "a slope and a value": (Equal(Derivative(f(x), x), a), Equal(f(0), b)),
    "an integral of an exponential": (Equal(Integral(exp(-a * z), (z, 0, oo)), 1 / a),),
    "an integral of a sine": (Equal(Integral(sin(x) ** 2, (x, 0, pi)), pi / 2),),
    "an integral of a root": (Equal(Integral(sqrt(q) / (1 + q), (q, 0, 1)), 2 - pi / 2),),
    "an integral of a quotient": (Equal(Integral(1 / (1 + z), (z, 0, 1)), log(2)),),
    "an integral of a free function": (Equal(Integral(f(x), (x, 0, 1)), 1),),
    "a sum over members": (Equal(Total(v(i), i, S), 1),),
    "different members": (NotEqual(i, j),),
    "an equation between functions": (Equal(f(x), 2 * g(x)), Equal(g(0), 1)),
}


@pytest.mark.parametrize("facts", TIGHT.values(), ids=TIGHT.keys())
def test_premises_that_can_hold_come_with_what_satisfies_them(
    facts: tuple[Relation, ...],
) -> None:
    decision = found(*facts)
    assert decision.status is Status.PROVED, decision.reason
    symbols = {symbol for fact in facts for side in fact.sides for symbol in side.free_symbols}
    constants = {
        str(symbol) for symbol in symbols if N[symbol].role in (Role.CONSTANT, Role.FACTOR)
    }
    assert constants <= dict(decision.witness).keys()


def test_the_point_that_is_shown_satisfies_the_premises() -> None:
    facts = (Equal(r * s, 1), Equal(r, 2 * c + u), Within(u, "0.1", "0.2"), Less(c, 1))
    values = {str(name): Rational(value) for name, value in found(*facts).witness}
    assert abs(values["r"] * values["s"] - 1) < Rational("1e-9")
    assert abs(values["r"] - 2 * values["c"] - values["u"]) < Rational("1e-9")
    assert Rational("0.1") <= values["u"] <= Rational("0.2")
    assert 0 < values["c"] < 1


def sketch(*, wrong: bool, misprint: bool = False) -> LineResult:
    """A line whose premises contradict each other if ``wrong``."""
    paper = Paper("sketch", "A sketch", "for one test")
    p, q = (paper.notation.quantity(name, LENGTH, "a length") for name in "pq")
    one = paper.chapter("I", "The only one")
    one.equation("1", printed="p = q", states=[Equal(p, q)], follows=definition(p))
    again = Equal(p, 2 * q) if wrong else Equal(2 * p, 2 * q)
    one.equation("2", printed="", states=[again], follows=law("for the test"))
    right = erratum([Equal(p, q)], "it is so", by("1", "2")) if misprint else None
    printed = Equal(p, 5 * q) if misprint else Equal(p, q)
    one.equation("3", printed="", states=[printed], follows=by("1", "2"), erratum=right)
    return Suite(paper).line("3")


def consistency(claim: ClaimResult) -> list[Status]:
    return [x.decision.status for x in claim.conditions if x.obligation.purpose == PURPOSE]


def test_a_line_whose_premises_can_hold_is_proved_and_shows_that_they_can() -> None:
    line = sketch(wrong=False)
    assert line.verdict is Verdict.PROVED
    assert consistency(line.printed[0]) == [Status.PROVED]


def test_a_line_whose_premises_contradict_each_other_is_not_proved() -> None:
    line = sketch(wrong=True)
    assert line.verdict is Verdict.UNDECIDED
    assert "p = q and p = 2*q cannot both hold" in plain(line.reason)


def test_a_misprint_stands_where_the_premises_can_hold() -> None:
    assert sketch(wrong=False, misprint=True).verdict is Verdict.MISPRINT


def test_no_misprint_stands_on_premises_that_contradict_each_other() -> None:
    line = sketch(wrong=True, misprint=True)
    assert line.verdict is Verdict.UNDECIDED
    assert "contradict each other" in line.reason


def test_a_line_without_premises_needs_no_point() -> None:
    paper = Paper("sketch", "A sketch", "for one test")
    p = paper.notation.quantity("p", LENGTH, "a length")
    one = paper.chapter("I", "The only one")
    one.equation("1", printed="", states=[Equal(p + p, 2 * p)], follows=by())
    assert consistency(Suite(paper).line("1").printed[0]) == []


def test_a_contradicting_copy_of_a_premise_is_never_said_to_hold_beside_it() -> None:
    from derivations.weisskopf1979 import paper

    suite = Suite(paper)
    for label in ("1a", "4", "7"):
        for claim in suite.line(label).accepted:
            for link in claim.links:
                equations = [fact for fact in link.obligation.facts if isinstance(fact, Equal)]
                for fact in equations[:2]:
                    left, right = fact.sides[:2]
                    if not (left.is_positive and right.is_positive):
                        continue
                    facts = (*link.obligation.facts, Equal(left, 2 * right))
                    found = decide(Obligation(Consistent(), facts, paper.notation))
                    assert found.status is not Status.PROVED, (label, fact)
