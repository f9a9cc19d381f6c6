"""Bounds by sign: a difference in factors, the sign of each shown by its shape or by a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import sympy
from sympy import Expr

from derivations.relation import Less, Relation

from ..normal.algebra import Algebra
from ..normal.factors import factors
from ..normal.fraction import Frac
from ..normal.sign import evidently_positive
from .term import Terms


@dataclass(frozen=True)
class Positive:
    """``expr`` is positive: by its shape, or since it is ``ratio`` times what ``fact`` says."""

    expr: Expr
    fact: Relation | None = None
    ratio: Expr = sympy.S.One


@dataclass(frozen=True)
class Product:
    """A quotient of products of positive factors."""

    expr: Expr
    factors: tuple[Positive, ...]

    @property
    def facts(self) -> list[Relation]:
        """The facts that show the signs."""
        return list(dict.fromkeys(one.fact for one in self.factors if one.fact is not None))


def positive_product(algebra: Algebra, value: Frac, facts: Iterable[Relation]) -> Product | None:
    """``value`` as a product of factors that are positive where ``facts`` hold, if it is one."""
    known = list(_known(algebra, facts))
    above, below = (_positive(algebra, part, known) for part in (value.num, value.den))
    if above is None or below is None or above[0] != below[0]:
        return None
    return Product(above[1] / below[1], (*above[2], *below[2]))


def _known(algebra: Algebra, facts: Iterable[Relation]) -> Iterator[tuple[Frac, Relation]]:
    for fact in facts:
        if isinstance(fact, Less):
            low, high = (algebra.convert(cast(Expr, side)) for side in fact.sides)
            yield high - low, fact


def _positive(
    algebra: Algebra, polynomial: Any, known: list[tuple[Frac, Relation]]
) -> tuple[int, Expr, list[Positive]] | None:
    """The sign of a polynomial, its size as a product of positive factors, and these."""
    content, found = factors(algebra, polynomial)
    size: Expr = sympy.Rational(str(abs(content)))
    result, shown = (1 if content > 0 else -1), []
    for factor, power in found:
        one = Frac(algebra.ring, factor, algebra.ring.one)
        positive = _shown(algebra, one, known)
        if positive is None:
            positive = _shown(algebra, -one, known)
            result *= (-1) ** power
        if positive is None:
            return None
        size *= positive.expr**power
        shown.append(positive)
    return result, size, shown


def _shown(algebra: Algebra, value: Frac, known: list[tuple[Frac, Relation]]) -> Positive | None:
    if evidently_positive(algebra, value):
        return Positive(algebra.expr(value))
    for difference, fact in known:
        ratio = value / difference
        if evidently_positive(algebra, ratio):
            return Positive(algebra.expr(value), fact, algebra.expr(ratio))
    return None


def shown(product: Product, terms: Terms, names: Mapping[Relation, str]) -> Iterator[str]:
    """The sentences that show the factors positive that need a fact, called by its name."""
    for number, one in enumerate(product.factors, 1):
        if one.fact is not None:
            factor, ratio = terms.term(one.expr), terms.term(one.ratio)
            yield (
                f"assert (K{number} : 0 < {factor}) by (apply (positive_by _ _ {ratio} _ "
                f"{names[one.fact]}); [by_field | pos])."
            )
