"""Notation: every symbol declared once, with its dimension, sign, role and meaning."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
import sympy

from derivations.dimension import LENGTH, NUMBER, TIME
from derivations.errors import PaperError
from derivations.quantity import Notation, Role


@pytest.fixture
def notation() -> Notation:
    return Notation()


@pytest.mark.parametrize(
    ("sign", "assumed"),
    [
        ("positive", {"positive": True, "negative": False, "zero": False}),
        ("nonnegative", {"nonnegative": True, "positive": None}),
        ("real", {"real": True, "positive": None, "integer": None}),
        ("integer", {"integer": True, "positive": None}),
        ("positive integer", {"integer": True, "positive": True}),
    ],
)
def test_a_sign_is_what_the_symbol_assumes(
    notation: Notation, sign: str, assumed: dict[str, bool | None]
) -> None:
    symbol = notation.quantity("x", NUMBER, "a number", sign=sign)
    for name, value in assumed.items():
        assert getattr(symbol, f"is_{name}") is value


def test_a_quantity_is_found_by_its_symbol(notation: Notation) -> None:
    x = notation.quantity("x", LENGTH, "a length", latex="X", unicode="χ", unit="cm")
    found = notation[x]
    assert (found.dimension, found.meaning, found.latex, found.unit) == (
        LENGTH,
        "a length",
        "X",
        "cm",
    )
    assert found.role is Role.CONSTANT
    assert x in notation
    assert sympy.Symbol("x") not in notation


@pytest.mark.parametrize(
    ("declare", "part"),
    [
        (lambda n: n.quantity("x", LENGTH, "again"), "declared twice"),
        (lambda n: n.function("x", LENGTH, "again", of=(TIME,)), "declared twice"),
        (lambda n: n.set("x", "again", count=sympy.S.One), "declared twice"),
        (lambda n: n.declare(replace(n.by_name("x"), name="y")), "declared twice"),
        (lambda n: n.set("S", "less than none", count=-n.by_name("x").symbol), "members"),
        (lambda n: n.set("S", "half a one", count=sympy.Rational(1, 2)), "members"),
        (lambda n: n.set("S", "none", count=sympy.S.Zero), "members"),
        (lambda n: n.set("S", "any number", count=n.variable("t", TIME, "")), "members"),
        (lambda n: n.quantity("y", LENGTH, "odd", sign="odd"), "unknown sign"),
        (lambda n: n.factor("y", "upside down", 2, 1), "swap the bounds"),
        (lambda n: n.quantity("_0", LENGTH, "bound"), "underscore"),
        (lambda n: n.variable("y", LENGTH, "confined", range=(0, 1)), "all its values"),
    ],
)
def test_a_declaration_that_cannot_stand_is_refused(
    notation: Notation, declare: object, part: str
) -> None:
    notation.quantity("x", LENGTH, "a length")
    with pytest.raises(PaperError, match=part):
        declare(notation)  # type: ignore[operator]


def test_an_undeclared_symbol_is_named(notation: Notation) -> None:
    with pytest.raises(PaperError, match=r"q: .*declare it"):
        notation[sympy.Symbol("q")]


def test_what_each_role_declares(notation: Notation) -> None:
    a = notation.factor("a", "of order one", 1, "3/2")
    t = notation.variable("t", TIME, "time", sign="real")
    f = notation.function("f", LENGTH, "of time", of=(TIME,))
    S = notation.set("S", "a set", count=a)
    assert (notation[a].role, notation[a].range) == (Role.FACTOR, (1, Fraction(3, 2)))
    assert notation[t].role is Role.VARIABLE
    assert (notation[f].role, notation[f].arguments) == (Role.FUNCTION, (TIME,))
    assert f(t).is_real
    assert (notation[S].role, notation[S].count) == (Role.SET, a)
    assert [quantity.name for quantity in notation] == ["a", "t", "f", "S"]


def test_quantities_stand_in_the_order_of_their_declaration(notation: Notation) -> None:
    first, second = (notation.quantity(name, NUMBER, "") for name in "ba")
    assert notation.position(first) < notation.position(second)
    assert notation.position(sympy.Symbol("c")) == float("inf")


def test_a_copy_is_added_to_by_itself(notation: Notation) -> None:
    x = notation.quantity("x", NUMBER, "")
    other = notation.copy()
    y = other.quantity("y", NUMBER, "")
    assert x in other
    assert y not in notation
