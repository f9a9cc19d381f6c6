"""Factors of a polynomial multiply up to it: no coefficient is lost on the way."""

from __future__ import annotations

import pytest
from sympy import Expr, Rational, sqrt

from checks.normal.algebra import Algebra
from checks.normal.factors import factors
from derivations.dimension import LENGTH
from derivations.quantity import Notation

notation = Notation()
a, b, w = (notation.quantity(name, LENGTH, "a length") for name in "abw")

POLYNOMIALS: list[Expr] = [
    Rational(3, 4) * b,
    -5 * a * b**2,
    Rational(3, 4) * b - Rational(3, 2) * w,
    2 * a * b - 2 * a * w,
    Rational(7, 3) * (a + b) ** 2 * w,
]


@pytest.mark.parametrize("expression", POLYNOMIALS)
def test_the_factors_multiply_up_to_the_polynomial(expression: Expr) -> None:
    algebra = Algebra(notation)
    polynomial = algebra.convert(expression).num
    lead, found = factors(algebra, polynomial)
    product = algebra.ring.one * lead
    for factor, multiplicity in found:
        product *= factor**multiplicity
    assert product == polynomial


def test_a_root_of_what_the_facts_give_keeps_its_coefficient() -> None:
    algebra = Algebra(notation, rules={a: Rational(3, 4) * b})
    assert algebra.convert(sqrt(a)).same(algebra.convert(sqrt(3) / 2 * sqrt(b)))
    assert not algebra.convert(sqrt(a)).same(algebra.convert(sqrt(b)))
