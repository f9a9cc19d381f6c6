"""The second kernel: shapes of proofs, and what their theorems say."""

from __future__ import annotations

import shutil

import pytest
import sympy
from sympy import Integral, Rational, cos, cot, exp, log, sin, sqrt, tan

from checks.rocq import check
from checks.rocq.bound import theorem as bound
from checks.rocq.equation import theorem as equation
from checks.rocq.names import identifier
from checks.rocq.term import OutsideError
from derivations.dimension import NUMBER
from derivations.expression import Total, Vector
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Equal, Less, MuchLess, NotEqual, Within

needs_rocq = pytest.mark.skipif(
    shutil.which("coqtop") is None, reason="coqtop is not installed (apt-get install coq ...)"
)

N = Notation()
a, b, c, d = (N.quantity(name, NUMBER, "positive") for name in "abcd")
w = N.quantity("w", NUMBER, "of any sign", sign="real")
k = N.quantity("k", NUMBER, "a whole number", sign="positive integer")
x = N.variable("x", NUMBER, "a variable", sign="real")
y = N.variable("y", NUMBER, "a variable", sign="real")
r = N.variable("r", NUMBER, "a positive variable")
f, g, h = (N.function(name, NUMBER, "a function", of=(NUMBER,)) for name in "fgh")
A, B = (N.function(name, NUMBER, "a function", of=(NUMBER, NUMBER)) for name in "AB")

n = N.quantity("n", NUMBER, "how many")
S = N.set("S", "a set", count=n)
i = N.variable("i", NUMBER, "a member", member_of=S)


def obligation(goal, *facts):
    return Obligation(goal, facts, N)


def slope(function, at):
    u = sympy.Symbol("u")
    return sympy.Subs(function(u).diff(u), u, at)


SHAPES = {
    "a cube root": (bound, obligation(Within(a, 1, 2), Equal(a**3, 3 * b), Within(b, 1, 2))),
    "a cube root of a composite": (
        equation,
        obligation(Equal(a, Rational(10) ** Rational(1, 3) * b), Equal(a**3, 10 * b**3)),
    ),
    "a sign by a fact": (bound, obligation(Less(0, (a**2 - b**2) / c), Less(b, a))),
    "a sign below zero": (bound, obligation(Less(-(1 - w**2) * a, 0), Less(w, 1), Less(-1, w))),
    "a bound by a quotient": (
        bound,
        obligation(Less(d, c), Equal(1, a * b * c), Equal(d, 1 / (a * b * k)), Less(1, k)),
    ),
    "a divisor that its fact shows": (
        equation,
        obligation(Equal(a, 2 * b / (exp(2 / c) - 1)), Equal(1, c * log((a + 2 * b) / a) / 2)),
    ),
    "a tangent": (
        equation,
        obligation(
            Equal(c, d * tan(d)),
            Equal(d, a * b),
            Equal(w, b * sin(a * b) / cos(a * b)),
            Equal(c, a * w),
            NotEqual(cos(a * b), 0),
        ),
    ),
    "half an angle": (
        equation,
        obligation(Equal(cot(a), (1 - b**2) / (2 * b)), Equal(b, tan(a / 2))),
    ),
    "a sine at its zero": (equation, obligation(Equal(sin(k * sympy.pi), 0))),
    "a vector": (
        equation,
        obligation(Equal(A(a, b), 2 * a), Equal(Vector((A(x, y), B(x, y))), Vector((2 * x, y)))),
    ),
    "a derivative of a function of a function": (
        equation,
        obligation(Equal(A(x, y).diff(x), 2 * x * slope(f, x**2 + y)), Equal(A(x, y), f(x**2 + y))),
    ),
    "a sum": (
        equation,
        obligation(
            Equal(Total(f(i), i, S), a * Total(g(i) ** 2, i, S) + b * n),
            Equal(f(r), a * g(r) ** 2 + b),
        ),
    ),
    "a sum that vanishes": (
        equation,
        obligation(
            Equal(Total(a * f(i) + b * g(i), i, S), 0),
            Equal(Total(f(i), i, S), 0),
            Equal(Total(g(i), i, S), 0),
        ),
    ),
    "an integral": (
        equation,
        obligation(
            Equal(a * Integral(g(x), (x, 0, b)), c),
            Equal(Integral(f(y), (y, 0, b)), c),
            Equal(f(x), a * g(x)),
        ),
    ),
    "an integral that vanishes": (
        equation,
        obligation(Equal(c, d), Equal(c + Integral(f(x), (x, 0, b)), d), Equal(f(x), 0)),
    ),
    "a complex phase": (
        equation,
        obligation(
            Equal(
                sympy.I * exp(sympy.I * w) * (w + sympy.I),
                exp(sympy.I * w + a - a) * (sympy.I * w - 1),
            )
        ),
    ),
    "an integral of a sum": (
        equation,
        obligation(
            Equal(Integral(2 * f(x) + 3, (x, 0, b)), 2 * c + 3 * b),
            Equal(Integral(f(x), (x, 0, b)), c),
        ),
    ),
    "a derivative where a variable is positive": (
        equation,
        obligation(Equal(slope(f, a), 1 / a), Equal(f(r), log(r))),
    ),
    "a derivative of a root": (
        equation,
        obligation(Equal(slope(f, 0), 1 / (2 * a)), Equal(f(x), sqrt(x + a**2))),
    ),
}


@pytest.fixture(scope="module")
def session():
    with check.Session() as open_session:
        yield open_session


SATISFIED = ("a sum", "a sum that vanishes", "an integral that vanishes")


@needs_rocq
@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", SATISFIED)
def test_rocq_sees_that_the_hypotheses_hold_together(name, session):
    prover, one = SHAPES[name]
    made = prover(one, identifier(f"s {name}"))
    assert session.define(f"{made.name}_satisfiable", made.satisfiable).proved


@needs_rocq
@pytest.mark.sampled(6)
@pytest.mark.parametrize("name", SHAPES)
def test_rocq_certifies_the_shape_and_refuses_its_mutant(name, session):
    prover, one = SHAPES[name]
    made = prover(one, identifier(f"t {name}"))
    assert session.define(made.name, made.text).proved
    mutant = made.mutated()
    assert not session.define(mutant.name, mutant.text).proved
    assert all(map(check.allowed, session.axioms([made.name])))


UNFOUNDED = {
    "another phase": (
        equation,
        obligation(Equal(exp(sympy.I * w), exp(sympy.I * a)), Equal(w, 2 * a)),
    ),
    "the sum of another function": (
        equation,
        obligation(Equal(Total(f(i), i, S), b * n), Equal(Total(g(i), i, S), b * n)),
    ),
    "an integral between other limits": (
        equation,
        obligation(
            Equal(a * Integral(g(x), (x, 0, c)), c),
            Equal(Integral(f(x), (x, 0, b)), c),
            Equal(f(x), a * g(x)),
        ),
    ),
    "an integral that need not exist": (
        equation,
        obligation(
            Equal(Integral(f(x), (x, 0, b)), 0),
            Equal(Integral(w * f(x), (x, 0, b)), w * c),
            Equal(w, 0),
        ),
    ),
    "a sum of products": (
        equation,
        obligation(
            Equal(Total(f(i) * g(i), i, S), 0),
            Equal(Total(f(i), i, S), 0),
            Equal(Total(g(i), i, S), 0),
        ),
    ),
    "a sign": (bound, obligation(Less(0, a - b), Less(b, 2 * a))),
    "a component": (
        equation,
        obligation(Equal(A(a, b), b), Equal(Vector((A(x, y), B(x, y))), Vector((2 * x, y)))),
    ),
    "a derivative of another function": (
        equation,
        obligation(Equal(A(x, y).diff(y), 2 * x * slope(f, x**2 + y)), Equal(A(x, y), f(x**2 + y))),
    ),
    "a derivative of what is defined with a corner": (
        equation,
        obligation(Equal(slope(f, a), slope(g, a)), Equal(f(x), g(x)), Equal(g(x), abs(x))),
    ),
    "what a function is at another point": (
        equation,
        obligation(Equal(slope(f, a), 1 / a), Equal(f(a), log(a))),
    ),
}


@pytest.mark.parametrize("name", UNFOUNDED)
def test_what_does_not_follow_gets_no_theorem(name):
    prover, one = UNFOUNDED[name]
    with pytest.raises(OutsideError):
        prover(one, "t")


def test_a_fact_says_something_only_where_it_makes_sense():
    prover, one = SHAPES["a derivative of a root"]
    (general, means) = (x.text for x in prover(one, "t").hypotheses if x.name[0] in "FM")
    assert general == "(forall x : R, 0 <= (x + (a ^ 2)) -> (f x) = (sqrt (x + (a ^ 2))))"
    assert "0 < (any_x + (a ^ 2)) -> is_derive" in means


def test_a_derivative_is_taken_only_where_the_fact_holds_near_by():
    prover, one = SHAPES["a derivative where a variable is positive"]
    (means,) = (x.text for x in prover(one, "t").hypotheses if x.name.startswith("M"))
    assert means.startswith("(forall any_r : R, 0 < any_r -> is_derive")


def test_that_an_integral_exists_is_assumed_of_facts_and_claimed_of_the_goal():
    prover, one = SHAPES["an integral"]
    made = prover(one, "t")
    (assumed,) = (x.text for x in made.hypotheses if x.name.startswith("E"))
    assert "integrable" in assumed
    assert "(f " in assumed
    assert made.goals[0].startswith("(integrable")
    assert "(g " in made.goals[0]


def test_a_set_is_any_weighted_list_and_its_count_is_the_sum_of_ones():
    prover, one = SHAPES["a sum"]
    made = prover(one, "t")
    assert ("v_S", "weighted") in made.binders
    assert "n = total v_S (fun _ => 1)" in [x.text for x in made.hypotheses]


def test_of_a_much_less_both_sides_are_positive():
    made = bound(obligation(MuchLess(a, c), Within(a, 1, 2), Within(c, 30, 40)), "t")
    assert made.goals[0] == "0 < a"
