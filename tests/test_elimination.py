"""Solving the facts: what is solved follows, and nothing is divided by what may vanish."""

from __future__ import annotations

import pytest
from sympy import Derivative, Expr, Integral, Subs, exp, log, sqrt

from checks.normal.elimination import System, solve
from checks.normal.sign import nonzero, sign
from derivations.dimension import NUMBER
from derivations.expression import Total
from derivations.quantity import Notation
from derivations.relation import Equal, Less, MuchLess, NotEqual, Relation

N = Notation()
x, y, z = (N.quantity(name, NUMBER, "positive") for name in "xyz")
r, s, q = (N.quantity(name, NUMBER, "real", sign="real") for name in "rsq")
c = N.factor("c", "between one and two", 1, 2)
t, u = (N.variable(name, NUMBER, "a variable", sign="real") for name in "tu")
p = N.variable("p", NUMBER, "a positive variable")
n = N.variable("n", NUMBER, "an integer", sign="integer")
f, g = (N.function(name, NUMBER, "free", of=(NUMBER,)) for name in "fg")
S = N.set("S", "a set", count=N.quantity("m", NUMBER, "how many", sign="positive integer"))
i, j = (N.variable(name, NUMBER, "of S", sign="integer", member_of=S) for name in "ij")


def system(*facts: Relation, needs: tuple[Expr, ...] = ()) -> System:
    return solve(facts, N, needs=needs)


def follows(left: object, right: object, *facts: Relation) -> bool:
    goal = Equal(left, right)
    algebra = system(*facts, needs=goal.sides).algebra
    first, second = map(algebra.convert, goal.sides)
    return first.same(second)


SOLVED = [
    (x, y**2, [Equal(x, y**2)]),
    (x, y**2, [Equal(sqrt(x), y)]),
    (x, sqrt(y / z), [Equal(z * x**2, y)]),
    (r, (s - 1) / 2, [Equal(2 * r + 1, s)]),
    (r, s, [Equal(x * r, x * s)]),
    (r, s, [Equal(q * r, q * s), NotEqual(q, 0)]),
    (r, 1 / s, [Equal(r * s, 1)]),
    (f(x), y, [Equal(f(x) + z, y + z)]),
    (f(2 * x), y, [Equal(f(x + x), y)]),
    (f(z + 1), (z + 1) ** 2, [Equal(f(t), t**2)]),
    (f(z), g(z) ** 2, [Equal(f(t), g(t) ** 2)]),
    (f(z), 3, [Equal(f(t), g(t)), Equal(g(u), 3)]),
    (Subs(Derivative(f(t), t), t, z), 2 * z, [Equal(f(t), t**2)]),
    (Integral(f(t), (t, 0, x)), 2 * Integral(g(u), (u, 0, x)), [Equal(f(t), 2 * g(t))]),
    (Total(f(i), i, S), Total(g(j), j, S), [Equal(f(i), g(i))]),
    (log(x), y, [Equal(x, exp(y))]),
    (x, z**4, [Equal(x, y**2), Equal(y, z**2)]),
]


@pytest.mark.parametrize(("left", "right", "facts"), SOLVED)
def test_what_the_facts_say_is_put_in(left: Expr, right: Expr, facts: list[Relation]) -> None:
    assert follows(left, right, *facts)
    assert not follows(left, right)


@pytest.mark.parametrize(
    ("left", "right", "facts"),
    [
        (x, y, [Equal(r * x, r * y)]),
        (r, s, [Equal(q * r, q * s)]),
        (r, s, [Equal((q - 1) * r, (q - 1) * s)]),
        (r, 2, [Equal(r**2, 4)]),
        (f(y), 3, [Equal(f(x), 3)]),
        (f(-x), 1, [Equal(f(p), 1)]),
        (f(x), 1, [Equal(f(n), 1)]),
        (Integral(x, (x, 0, 1)), 3, [Equal(x, 3)]),
        (Total(f(i), i, S), 3 * N[S].count, [Equal(f(j), 3), NotEqual(j, 1)]),
        (f(2), 0, [Equal(f(t), 0), Less(t, 1)]),
    ],
)
def test_no_more_than_the_facts_say_is_put_in(
    left: Expr, right: Expr, facts: list[Relation]
) -> None:
    assert not follows(left, right, *facts)


@pytest.mark.parametrize(
    "facts",
    [
        [Equal(x, -y)],
        [Equal(x + y, 0)],
        [Equal(x, 1), Equal(x, 2)],
        [Equal(c, 3)],
        [Less(x, y), Less(y, x)],
        [Less(x, x)],
        [Less(x, y), Equal(x, y)],
        [NotEqual(x, y), Equal(x, y)],
        [Equal(r, t)],
        [Equal(f(t), t), Equal(f(t), r)],
    ],
)
def test_facts_that_cannot_hold_together_are_named(facts: list[Relation]) -> None:
    assert system(*facts).contradiction is not None


@pytest.mark.parametrize(
    "facts",
    [
        [Equal(x, y)],
        [Equal(c, x)],
        [Less(x, y), Less(y, z)],
        [NotEqual(x, y)],
        [Equal(f(t), t), Equal(g(t), f(t))],
        [Equal(r, -y)],
    ],
)
def test_facts_that_can_hold_together_are_not(facts: list[Relation]) -> None:
    assert system(*facts).contradiction is None


@pytest.mark.parametrize(
    "fact", [Equal(r**2, s**2), Equal(exp(r), r + 2), Equal(r**5 + r, 1), Equal(q * r, q * s)]
)
def test_what_cannot_be_solved_is_kept_apart(fact: Equal) -> None:
    assert system(fact).unsolved == [fact]


def test_factors_of_order_one_are_solved_for_last() -> None:
    assert [solution.atom for solution in system(Equal(x, c * y)).solutions] == [x]
    assert {solution.atom for solution in system(Equal(c, x / y)).solutions} <= {x, y}


def test_a_solved_positive_quantity_stays_positive() -> None:
    algebra = system(Equal(x, r - s), needs=(r, s)).algebra
    assert sign(algebra, algebra.convert(r - s)) == 1
    free = system(needs=(r, s)).algebra
    assert sign(free, free.convert(r - s)) == 0


def test_what_an_equation_divides_by_is_known_not_to_vanish() -> None:
    algebra = system(Equal(r * s, 1), needs=(r, s)).algebra
    assert nonzero(algebra, algebra.convert(s))
    free = system(needs=(s,)).algebra
    assert not nonzero(free, free.convert(s))


def test_much_less_is_less_where_a_side_is_positive_only() -> None:
    positive = system(MuchLess(x, y), needs=(x, y)).algebra
    assert sign(positive, positive.convert(y - x)) == 1
    real = system(MuchLess(r, s), needs=(r, s)).algebra
    assert sign(real, real.convert(s - r)) == 0
