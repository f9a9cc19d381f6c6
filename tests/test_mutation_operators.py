"""What the operators make of an expression and of a relation: the slips that are tried."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import (
    Derivative,
    Expr,
    Function,
    I,
    Integral,
    Rational,
    cos,
    exp,
    log,
    oo,
    pi,
    sin,
    sqrt,
)

from checks.soundness.mutation.alphabet import Alphabet
from checks.soundness.mutation.operators import OPERATORS, variants
from checks.soundness.mutation.relations import changed
from checks.soundness.mutation.trees import places, put
from derivations.dimension import LENGTH, NUMBER, TIME
from derivations.expression import Total, Vector
from derivations.paper import Paper
from derivations.relation import (
    Attains,
    Equal,
    Independent,
    LeadingOrder,
    Less,
    MuchLess,
    NotEqual,
    Refers,
    Relation,
    SameDimension,
    SameOrder,
    Semiquantitative,
    Tends,
    Within,
)
from derivations.rules import law

paper = Paper("letters", "Letters", "for these tests")
N = paper.notation
x, y = (N.quantity(name, LENGTH, "a length") for name in "xy")
t = N.quantity("t", TIME, "a time")
u = N.variable("u", NUMBER, "a number", sign="real")
f, h = (N.function(name, NUMBER, "a function", of=(NUMBER,)) for name in "fh")
S = N.set("S", "a set", count=N.quantity("N_S", NUMBER, "how many"))
i = N.variable("i", NUMBER, "a member", sign="positive integer", member_of=S)
paper.chapter("I", "All").equation(
    "1", printed="…", states=[Equal(x * t, y * t), Equal(f(u), h(u))], follows=law("for the test")
)
ALPHABET = Alphabet(paper)

VARIANTS: list[tuple[str, Expr, set[Any]]] = [
    ("sign of a term", x + y, {x - y, y - x}),
    ("sign of a term", I * x, {-I * x}),
    ("sign of a term", x * y, set()),
    ("term doubled", x + y, {2 * x + y, x + 2 * y}),
    ("number", 3 * x, {4 * x}),
    ("number", Rational(1, 2) * x, {Rational(3, 2) * x}),
    ("number", -2 * x, {-3 * x}),
    ("number", x, set()),
    ("π dropped", 2 * pi * x, {2 * x}),
    ("exponent", x**2, {x**3}),
    ("exponent", 1 / x, {x}),
    ("exponent", sqrt(x), {x ** Rational(3, 2)}),
    ("exponent", x * t, {x**2 * t, x * t**2}),
    ("exponent of a function", sin(u), {sin(u) ** 2}),
    ("ratio inverted", x / t, {t / x, x * t}),
    ("ratio inverted", 2 * x / t, {2 * t / x, 2 * x * t}),
    ("ratio inverted", x * t, set()),
    ("symbol of the same dimension", x * t, {y * t}),
    ("symbol of the same dimension", f(u), {h(u)}),
    ("symbol of another dimension", t, {y}),
    ("term added", x * t, {(x + y) * t}),
    ("term dropped", x + y, {x, y}),
    ("factor dropped", 2 * x * t, {x * t, 2 * x, 2 * t}),
    ("bound of an integral", Integral(u, (u, 0, oo)), {Integral(u, (u, 0, 1))}),
    ("argument", f(u), {f(2 * u)}),
    ("argument", Total(f(i), i, S), {Total(f(2 * i), i, S)}),
    ("function", sin(u), {cos(u)}),
    ("function", log(x / y), {exp(x / y)}),
    ("order of a derivative", f(u).diff(u), {f(u).diff(u, 2), f(u)}),
    ("order of a derivative", f(u).diff(u, 2), {f(u).diff(u, 3), f(u).diff(u)}),
]


@pytest.mark.parametrize(("name", "expression", "expected"), VARIANTS)
def test_an_operator_makes_these_of_an_expression(
    name: str, expression: Expr, expected: set[Any]
) -> None:
    found = list(variants(expression, OPERATORS[name], ALPHABET))
    assert expression not in found
    assert len(found) == len(set(found))
    assert expected <= set(found)
    assert bool(found) == bool(expected)


def test_every_operator_is_in_the_table() -> None:
    assert {name for name, _, _ in VARIANTS} == set(OPERATORS)


def test_bound_variables_are_no_places() -> None:
    parts = [part for _, part in places(Integral(f(u) * x, (u, 0, y)))]
    assert parts.count(u) == 1, "the u in f(u), and not the one that is bound"
    assert Derivative(f(u), u) in [part for _, part in places(f(u).diff(u))]


def test_something_else_is_put_at_one_place_only() -> None:
    whole = sin(u) * f(u)
    changed_once = {put(whole, path, 2 * u) for path, part in places(whole) if part == u}
    assert changed_once == {sin(2 * u) * f(u), sin(u) * f(2 * u)}


KINDS: list[tuple[Relation, set[str], set[str]]] = [
    (Equal(x, 2 * y), {"sign", "factor 2", "factor π", "number", "sign of the relation"}, set()),
    (Equal(x, 0), {"number"}, {"sign", "factor 2"}),
    (NotEqual(x, y), {"sign of the relation", "exponent"}, {"sign", "factor 2"}),
    (SameOrder(x, 2 * y), {"sign", "power of ten", "exponent"}, {"factor 2", "number"}),
    (Less(x, y), {"sides exchanged", "power of ten", "sign"}, {"factor 2"}),
    (MuchLess(x, y), {"sides exchanged", "power of ten"}, {"factor π"}),
    (Within(x / y, 1, 2), {"interval", "sign", "ratio inverted"}, set()),
    (Within(2 * x / y, 1, 10), {"interval"}, {"number"}),
    (Attains(x / y, 1, 2), {"interval"}, set()),
    (Tends(x * u, 0, u), {"point of a limit", "number"}, {"argument"}),
    (LeadingOrder(sin(u), u, u), {"factor 2", "point of a limit", "function"}, set()),
    (Independent(x / y, of=(y,), holding=(x,)), {"quantity held"}, set()),
    (SameDimension(x, y), {"exponent"}, {"symbol of the same dimension"}),
    (Refers(("9",), frozenset({"9"})), {"reference"}, set()),
    (Equal(Vector([x, y, 0]), Vector([y, x, 0])), {"components exchanged", "sign"}, set()),
]


@pytest.mark.parametrize(("relation", "has", "has_not"), KINDS)
def test_a_relation_is_changed_in_the_ways_that_change_what_it_says(
    relation: Relation, has: set[str], has_not: set[str]
) -> None:
    found = list(changed(relation, ALPHABET))
    names = {name for name, _ in found}
    assert has <= names
    assert not has_not & names
    assert relation not in [new for _, new in found]
    assert len(found) == len({new for _, new in found})


def test_what_relates_no_quantities_has_nothing_to_change() -> None:
    assert list(changed(Semiquantitative(), ALPHABET)) == []


def test_every_sign_of_a_relation_is_exchanged_for_others() -> None:
    for kind in (Equal, NotEqual, Less, MuchLess, SameOrder):
        found = {type(new) for name, new in changed(kind(x, y), ALPHABET) if "sign of" in name}
        assert found - {kind}


def test_an_interval_is_moved_so_far_that_both_cannot_hold() -> None:
    claim = Within(x / y, 1, 2)
    moved = [new for name, new in changed(claim, ALPHABET) if name == "interval"]
    assert len(moved) == 2
    assert all(new.low > claim.high or new.high < claim.low for new in moved)  # type: ignore[attr-defined]


def test_a_symbol_is_exchanged_for_one_that_the_paper_speaks_of() -> None:
    N.quantity("never", LENGTH, "a length that no line speaks of")
    assert Alphabet(paper).alike(x) == (y,)
    assert Function("unheard of") not in ALPHABET.alike(f)
