"""Relations: exact data, chains of links, and what may not be written."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from sympy import Expr, Float, Rational, Symbol

from derivations.errors import PaperError
from derivations.exact import exact
from derivations.expression import Vector
from derivations.relation import (
    ORDER,
    Attains,
    Equal,
    Independent,
    LeadingOrder,
    Less,
    Relation,
    SameOrder,
    Within,
    about,
    between,
    of_order,
)

x, y, z = sympy.symbols("x y z")


@pytest.mark.parametrize("value", [0.5, Float("1.05e-34"), x * 0.1, Vector([x, 0.5]), 1.0])
def test_floating_point_numbers_are_refused_wherever_they_hide(value: object) -> None:
    with pytest.raises(PaperError, match="floating-point"):
        exact(value)


@pytest.mark.parametrize("value", [1, Fraction(1, 3), Rational(1, 3), x, sympy.pi, Vector([x, y])])
def test_exact_values_are_taken(value: object) -> None:
    assert exact(value) == value


@pytest.mark.parametrize("value", ["x", sympy.true, sympy.Eq(x, y), [x]])
def test_what_is_no_expression_is_refused(value: object) -> None:
    with pytest.raises((PaperError, sympy.SympifyError)):
        exact(value)


@pytest.mark.parametrize("kind", [Equal, SameOrder, Less])
def test_a_chain_makes_a_claim_of_each_link(kind: type[Relation]) -> None:
    links = list(kind(x, y, z).links())
    assert links == [kind(x, y), kind(y, z)]
    assert all(type(link) is kind for link in links)


def test_an_equation_between_vectors_is_one_for_each_component() -> None:
    assert list(Equal(Vector([x, y]), Vector([1, 2])).links()) == [Equal(x, 1), Equal(y, 2)]


@pytest.mark.parametrize(
    ("sides", "part"),
    [((x,), "two sides or more"), ((Vector([x]), x), "beside a scalar")],
)
def test_a_chain_that_relates_nothing_is_refused(sides: tuple[object, ...], part: str) -> None:
    with pytest.raises(PaperError, match=part):
        list(Equal(*sides).links())


def test_relations_of_different_kinds_are_different() -> None:
    assert Equal(x, y) != Less(x, y)
    assert len({Equal(x, y), Equal(x, y), SameOrder(x, y)}) == 2


@pytest.mark.parametrize(
    ("make", "part"),
    [
        (lambda: Within(x, 2, 1), "empty"),
        (lambda: Within(x, 0.5, 1), "floating-point"),
        (lambda: Within(x * 0.5, 0, 1), "floating-point"),
        (lambda: Independent(x, of=(y,), holding=(y, z)), "both held and cancelled"),
        (lambda: LeadingOrder(x, 0.5 * y, x), "floating-point"),
    ],
)
def test_what_says_nothing_exact_is_refused(make: object, part: str) -> None:
    with pytest.raises(PaperError, match=part):
        make()  # type: ignore[operator]


@pytest.mark.parametrize(
    ("relation", "low", "high"),
    [
        (about(x, "3.1"), Fraction(61, 20), Fraction(63, 20)),
        (about(x, "300"), Fraction(599, 2), Fraction(601, 2)),
        (of_order(x, 300), 300 / ORDER, 300 * ORDER),
        (between(x, 10, 20), 10 / ORDER, 20 * ORDER),
        (Within(x, "0.1", "0.2"), Fraction(1, 10), Fraction(1, 5)),
    ],
)
def test_an_interval_is_exact(relation: Within, low: Fraction, high: Fraction) -> None:
    assert (relation.low, relation.high) == (low, high)
    assert low < high


def test_of_the_order_of_is_half_a_decade_either_way() -> None:
    assert ORDER**2 > 10 > (ORDER - Fraction(1, 100)) ** 2


@pytest.mark.parametrize("some", [True, False])
def test_a_number_is_claimed_for_all_values_or_for_some(some: bool) -> None:
    assert isinstance(of_order(x, 1, some=some), Attains) is some
    assert isinstance(about(x, "1", some=some), Attains) is some


def test_the_wording_is_no_part_of_what_is_claimed() -> None:
    assert Within(x, 1, 2, wording="some") == Within(x, 1, 2)


def test_the_sides_of_a_relation_are_expressions() -> None:
    for relation in (Equal(x, 1), LeadingOrder(x, y, z), Within(x, 0, 1)):
        assert all(isinstance(side, Expr) for side in relation.sides)
    assert Symbol("x") in Within(x, 0, 1).sides[0].free_symbols
