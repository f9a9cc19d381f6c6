"""What one encoded relation claims between two sides, and whether a printed one claims it too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy
from sympy import Expr, Rational

from derivations.expression import Vector, substitute
from derivations.paper import Line
from derivations.relation import (
    ORDER,
    Equal,
    LeadingOrder,
    Less,
    MuchLess,
    NotEqual,
    Relation,
    Rough,
    SameOrder,
    Tends,
    Within,
)
from derivations.units import powers

from ..normal.algebra import Algebra
from ..normal.fraction import Frac
from .build import magnitude_of, power, product, unit
from .number import FEW, Magnitude

#: Which relations a printed sign may stand for.
KINDS: dict[str, tuple[type[Relation], ...]] = {
    "=": (Equal, Rough),
    r"\equiv": (Equal,),
    r"\sim": (SameOrder,),
    r"\approx": (LeadingOrder,),
    r"\simeq": (LeadingOrder,),
    r"\cong": (LeadingOrder,),
    r"\ne": (NotEqual,),
    "<": (Less,),
    ">": (Less,),
    r"\ll": (MuchLess, Tends),
    r"\gg": (MuchLess, Tends),
    r"\gtrsim": (Less,),
    r"\lesssim": (Less,),
    r"\to": (Tends,),
    r"\le": (),
    r"\ge": (),
}
#: Signs that read from right to left.
TURNED = frozenset({">", r"\gg", r"\gtrsim", r"\ge"})
_SYMMETRIC = (Equal, SameOrder, NotEqual, LeadingOrder)


@dataclass(frozen=True)
class Link:
    """One relation of a line, or one component of one between vectors."""

    relation: Relation
    sides: tuple[Expr, ...]
    claim: int
    component: int | None = None

    @property
    def kind(self) -> type[Relation]:
        """What it claims."""
        return type(self.relation)


def links(line: Line, spelled: Mapping[Any, Expr]) -> Iterator[Link]:
    """All that the claims of ``line`` relate, two sides at a time."""
    for place, claim in enumerate(line.claims):
        relation = claim.relation
        if not relation.sides:
            continue
        if isinstance(relation, Tends | LeadingOrder | Within) or len(relation.sides) < 2:
            yield Link(relation, tuple(_spelled(s, spelled) for s in relation.sides), place)
            continue
        for left, right in zip(relation.sides, relation.sides[1:], strict=False):
            if isinstance(left, Vector) and isinstance(right, Vector):
                for number, pair in enumerate(zip(left, right, strict=True)):
                    sides = tuple(_spelled(side, spelled) for side in pair)
                    yield Link(relation, sides, place, number)
            else:
                sides = (_spelled(left, spelled), _spelled(right, spelled))
                yield Link(relation, sides, place)


def _spelled(side: Any, spelled: Mapping[Any, Expr]) -> Expr:
    """``side`` with symbols spelled as they are printed, and no absolute value evaluated."""
    if spelled:
        side = substitute(side, dict(spelled))
    return side.replace(sympy.Abs, magnitude_of)


class Test:
    """Whether a printed relation says what an encoded one does, without any premise."""

    __test__ = False

    def __init__(
        self, algebra: Algebra, near: Callable[[Expr, Expr], bool], spelled: Mapping[Any, Expr]
    ) -> None:
        self.algebra = algebra
        #: Whether two expressions are the same.
        self.near = near
        self.spelled = spelled

    def form(self, value: Expr) -> Frac:
        """The normal form of ``value``."""
        return self.algebra.convert(value)

    def agrees(
        self,
        sign: str,
        left: Expr,
        right: Expr,
        link: Link,
        kinds: tuple[Any, ...],
        *,
        meant: bool = False,
    ) -> bool:
        """Whether ``left sign right`` is what ``link`` claims.

        ``meant`` says that the data take the sign for a limit.
        """
        if link.kind not in kinds or isinstance(link.relation, Within):
            return False
        if sign in TURNED:
            left, right = right, left
        if isinstance(link.relation, Tends):
            return self._tends(r"\to" if meant else sign, left, right, link.relation)
        first, second = link.sides
        if self.near(left, first) and self.near(right, second):
            return True
        symmetric = link.kind in _SYMMETRIC or issubclass(link.kind, SameOrder)
        if symmetric and self.near(left, second) and self.near(right, first):
            return True
        if link.kind is Equal:
            return self._moved(left, right, first, second)
        if link.kind is NotEqual:
            return self._nonzero(left, right, first, second)
        if link.kind in {Less, MuchLess}:
            return self._ratio(left, right, first, second)
        return False

    def _moved(self, left: Expr, right: Expr, first: Expr, second: Expr) -> bool:
        """Whether the equation is the same with terms moved to the other side."""
        if sympy.oo in {left, right, first, second}:
            return False
        ours = self.form(left) - self.form(right)
        theirs = self.form(first) - self.form(second)
        return not ours.is_zero() and (ours.same(theirs) or ours.same(-theirs))

    def _ratio(self, left: Expr, right: Expr, first: Expr, second: Expr) -> bool:
        """Whether an inequality is the same, divided by something positive."""
        ours = [self.form(left), self.form(right)]
        theirs = [self.form(first), self.form(second)]
        if any(value.is_zero() for value in (*ours, *theirs)):
            return False
        factor = ours[0] / theirs[0]
        return factor.same(ours[1] / theirs[1]) and self._positive(factor)

    def _positive(self, factor: Frac) -> bool:
        """Whether it is a positive number times powers of positive symbols."""
        single = factor.monomial()
        return (
            single is not None
            and single[0] > 0
            and all(self.algebra.atom(index).positive for index in single[1])
        )

    def _nonzero(self, left: Expr, right: Expr, first: Expr, second: Expr) -> bool:
        """Whether "not zero" is said of the same, but for a positive factor."""
        if right != 0 or second != 0:
            return False
        ours, theirs = self.form(left), self.form(first)
        if ours.is_zero() or theirs.is_zero():
            return False
        ratio = ours / theirs
        return self._positive(ratio) or self._positive(-ratio)

    def _tends(self, sign: str, left: Expr, right: Expr, relation: Tends) -> bool:
        expression = _spelled(relation.expression, self.spelled)
        limit = relation.limit
        if sign in {r"\ll", r"\gg"}:
            return limit == 0 and self.form(left).same(self.form(expression) * self.form(right))
        if sign != r"\to":
            if relation.variable not in expression.free_symbols:
                return False
            at_end = expression.subs(relation.variable, relation.to)
            return self.near(left, at_end) and self.near(right, limit)
        if right == sympy.oo:
            if limit == sympy.oo:
                return self.near(left, expression)
            return limit == 0 and (self.form(left) * self.form(expression)).same(self.algebra.one)
        if right == 0 or limit == 0:
            return right == limit and self.near(left, expression)
        if limit in {sympy.oo, -sympy.oo}:
            return False
        ours = self.form(left) / self.form(right)
        return ours.same(self.form(expression) / self.form(limit))

    # -- numbers ------------------------------------------------------------------

    def measures(
        self, sign: str, left: Expr, rest: Expr, number: Magnitude, relation: Within
    ) -> bool:
        """Whether ``left sign number · rest`` is the interval that ``relation`` claims."""
        inside = _spelled(relation.expression, self.spelled)
        whole = self.form(rest)
        measure = self.form(_measure(relation.unit)) if relation.unit else self.algebra.one
        theirs = self.form(inside) / measure
        if whole.is_zero() or theirs.is_zero():
            return False
        ratio = self.form(left) / whole / theirs
        if not ratio.is_constant():
            return False
        factor = ratio.value()
        low, high = factor * relation.low, factor * relation.high
        return factor > 0 and fits(sign, low, high, number)


def _measure(name: str) -> Expr:
    """A unit, or a product of powers of units."""
    return product(
        *(power(unit(one), Rational(exponent)) for one, exponent in powers(name).items())
    )


def fits(sign: str, low: Fraction, high: Fraction, number: Magnitude) -> bool:
    """Whether an interval is what is meant by a printed sign and number.

    ``~`` means half a decade to each side, and every sign may mean an interval around the
    number; "a few" means numbers from 2 to 6.
    """
    if sign == "< <":
        return (low, high) == (number.low, number.high)
    if number.few and sign not in {r"\sim", r"\approx"}:
        return False
    if number.few:
        few = (number.low * FEW[0], number.high * FEW[1])
        return few[0] <= low * ORDER <= high / ORDER <= few[1]
    if sign in {r"\sim", r"\approx"} and (low * ORDER, high / ORDER) == (number.low, number.high):
        return True
    if sign not in {"=", r"\sim", r"\approx"} or number.low != number.high:
        return False
    return low + high == 2 * number.low and low > 0
