"""Sides of printed chains, and which claims are used by what is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sympy
from sympy import Expr

from derivations.expression import Vector
from derivations.prints import Print
from derivations.relation import Equal, Relation, Tends, Within

from ..normal.algebra import Algebra
from .build import UnknownError, product
from .links import KINDS, Link, Test
from .meaning import Meaning
from .number import Magnitude, folded, magnitude
from .tokens import ReadError
from .tree import Tree

#: The signs that join sides which are equal.
JOINS = frozenset({"=", r"\equiv"})


@dataclass(frozen=True)
class Failure:
    """A printed relation without its claim."""

    printed: str
    reason: str


@dataclass
class Side:
    """One side of a chain: its tree, and its value unless it is a measured number."""

    tree: Tree
    text: str
    value: Any = None
    missing: str = ""


class Claims:
    """The claims of a line, and those of them that are printed."""

    def __init__(
        self,
        data: Print,
        links: tuple[Link, ...],
        used: Mapping[Link, set[Any]],
        algebra: Algebra,
        spelled: Mapping[Any, Expr],
        apart: Mapping[str, str],
    ) -> None:
        self.data = data
        self.apart = apart
        self.met_apart: set[str] = set()
        self.links = links
        self.used: dict[Link, set[Any]] = {link: set(seen) for link, seen in used.items()}
        self.algebra = algebra
        self.fresh = not algebra.atoms
        self.spelled = spelled
        self.failures: list[Failure] = []
        self.compared = 0
        self.test = Test(algebra, self.same, spelled)
        self.later: list[tuple[str, list[Side], int, Mapping[Any, int]]] = []

    meaning: Meaning

    def same(self, left: Expr, right: Expr) -> bool:
        """Whether both have one normal form, under no premises."""
        if left == right:
            return True
        if left.has(sympy.oo) or right.has(sympy.oo):
            free = left.free_symbols | right.free_symbols
            if not free or not (left.has(sympy.Integral) and right.has(sympy.Integral)):
                return False
        return self.algebra.convert(left).same(self.algebra.convert(right))

    def settle(self, value: Expr) -> Expr:
        """``value`` written as its normal form is, so that equal arguments look alike."""
        if value.is_Symbol or value.is_Rational or value in {sympy.oo, -sympy.oo}:
            return value
        if value == -sympy.oo or value == product(sympy.Integer(-1), sympy.oo):
            return -sympy.oo
        return self.algebra.expr(self.algebra.convert(value))

    def kinds(self, sign: str, right: Any) -> tuple[type[Relation], ...]:
        """The relations that a printed sign may stand for."""
        declared = self.declared(sign)
        kinds = KINDS.get(sign, ())
        if sign == "=":
            kinds = (*kinds, Tends)
        if sign == r"\sim" and right == 0 and not isinstance(right, Vector):
            kinds = (*kinds, Equal)
        return declared or kinds

    def declared(self, sign: str) -> tuple[Any, ...]:
        """The relations that the data take a printed sign for, besides the usual ones."""
        found = self.data.signs.get(sign, ())
        return found if isinstance(found, tuple) else (found,)

    def direct(
        self, sign: str, left: Any, right: Any, steps: Mapping[Any, int], *, again: bool
    ) -> bool:
        """Whether a claim, not used before unless ``again``, says ``left sign right``."""
        if left is None or right is None:
            return False
        if isinstance(left, Vector) or isinstance(right, Vector):
            return self.vectors(sign, left, right)
        kinds = self.kinds(sign, right)
        for link in self.links:
            if (link in self.used) is not again and not steps:
                continue
            if again and self.same(left, right):
                continue
            meant = Tends in self.declared(sign)
            if self.test.agrees(sign, left, right, stepped(link, steps), kinds, meant=meant):
                self.use(link, steps)
                return True
        return False

    def use(self, link: Link, steps: Mapping[Any, int]) -> None:
        """Note that ``link`` is printed, and with it those that are its repetition."""
        relevant = {
            value for node, value in steps.items() if any(side.has(node) for side in link.sides)
        }
        for other in self.links:
            if other == link or (
                other.relation == link.relation
                and other.sides == link.sides
                and link.sides[0] != link.sides[-1]
            ):
                self.used.setdefault(other, set()).update(relevant)

    def vectors(self, sign: str, left: Any, right: Any) -> bool:
        """Whether a claim between vectors says the same of each component."""
        left, right = (
            Vector([side] * 3) if not isinstance(side, Vector) and side == 0 else side
            for side in (left, right)
        )
        if not isinstance(left, Vector) or not isinstance(right, Vector):
            return False
        kinds = self.kinds(sign, right)
        for claim in dict.fromkeys(link.claim for link in self.links if link.component is not None):
            parts = [link for link in self.links if link.claim == claim]
            if len(parts) == len(left) == len(right) and all(
                self.test.agrees(sign, a, b, link, kinds)
                for a, b, link in zip(left, right, parts, strict=True)
            ):
                for link in parts:
                    self.used.setdefault(link, set())
                return True
        return False

    def number(self, sign: str, left: Side, right: Side) -> bool:
        """Whether a claim gives the number that is printed on the right."""
        if left.value is None or isinstance(left.value, Vector):
            return False
        number = magnitude(right.tree)
        rest = self.rest(number, right)
        if rest is None:
            return False
        found = False
        for link in self.links:
            if isinstance(link.relation, Within) and self.test.measures(
                sign, left.value, rest, number, link.relation
            ):
                self.used.setdefault(link, set())
                found = True
        return found

    def rest(self, number: Magnitude, side: Side) -> Expr | None:
        """What the number on ``side`` multiplies."""
        try:
            factors = [self.meaning.value(tree) for tree in number.rest]
        except (UnknownError, ReadError) as error:
            side.missing = side.missing or str(error)
            return None
        if any(isinstance(factor, Vector) for factor in factors):
            return None
        return product(*factors) if factors else sympy.S.One

    def between(self, signs: tuple[str, ...], sides: list[Side]) -> bool:
        """Whether ``a < x < b`` is a claimed interval."""
        if signs not in {("<", "<"), (">", ">")}:
            return False
        first, last = folded(sides[0].tree), folded(sides[2].tree)
        if first is None or last is None or sides[1].value is None:
            return False
        number = Magnitude(min(first, last), max(first, last), ())
        if (first < last) is not (signs[0] == "<"):
            return False
        found = False
        for link in self.links:
            if isinstance(link.relation, Within) and self.test.measures(
                "< <", sides[1].value, sympy.S.One, number, link.relation
            ):
                self.used.setdefault(link, set())
                found = True
        self.compared += 2 if found else 0
        return found

    def bare(self, side: Side) -> None:
        """An expression alone: a side of some claim, or a claimed number."""
        for link in self.links:
            if link in self.used:
                continue
            if side.value is not None and not isinstance(side.value, Vector):
                if any(self.same(side.value, one) for one in link.sides):
                    self.used.setdefault(link, set())
                    self.compared += 1
                    return
            elif isinstance(link.relation, Within):
                number = magnitude(side.tree)
                rest = self.rest(number, side)
                one = link.sides[0]
                if rest is not None and self.test.measures(
                    r"\sim", one, rest, number, link.relation
                ):
                    self.used.setdefault(link, set())
                    self.compared += 1
                    return
        reason = side.missing or "no relation of the line has this side"
        self.failures.append(Failure(side.text, reason))


def stepped(link: Link, steps: Mapping[Any, int]) -> Link:
    """``link`` with the values of its step functions put in."""
    if not steps:
        return link
    sides = tuple(side.xreplace(dict(steps)) for side in link.sides)
    return Link(link.relation, sides, link.claim, link.component)
