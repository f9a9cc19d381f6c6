"""Claims that say the same by way of others that the line states and does not print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import sympy
from sympy import Expr

from derivations.expression import Vector
from derivations.relation import Equal, Less, MuchLess, Within

from .build import product
from .claims import Claims, Side
from .links import TURNED, Link
from .number import magnitude


class ByWay(Claims):
    """Finds claims by equations and inequalities that are not printed."""

    def second(self, sign: str, sides: list[Side], place: int, steps: Mapping[Any, int]) -> bool:
        """Whether it is claimed of what the line states, and does not print, to be equal."""
        left, right = sides[place].value, sides[place + 1].value
        if steps or isinstance(left, Vector) or isinstance(right, Vector) or left is None:
            return False
        self.edges = [
            link.sides for link in self.links if link.kind is Equal and link not in self.used
        ]
        if self.number_by_way(sign, sides[place], sides[place + 1]):
            self.compared += 1
            return True
        if right is None:
            return False
        kinds = tuple(kind for kind in self.kinds(sign, right) if kind is not Equal)
        starts = [left]
        if sign in {r"\ne", r"\ll", r"\gg"}:
            starts += [s.value for s in sides[:place] if isinstance(s.value, Expr)]
        for one in (other for start in starts for other in self.reached(start)):
            for link in self.links:
                if link not in self.used and self.test.agrees(sign, one, right, link, kinds):
                    self.use(link, {})
                    self.compared += 1
                    return True
        if sign in {"<", ">", r"\ll", r"\gg"} and self.by_steps(sign, left, right):
            self.compared += 1
            return True
        return False

    def joined(self, left: Expr, right: Expr) -> bool:
        """Whether both are the same by way of equations that are not printed."""
        return any(self.same(one, right) for one in self.reached(left))

    def reached(self, start: Expr) -> Iterator[Expr]:
        """What is equal to ``start`` by way of equations that are not printed."""
        seen: list[Expr] = [start]
        for one in seen:
            yield one
            for first, second in self.edges:
                for here, there in ((first, second), (second, first)):
                    if self.same(one, here) and not any(self.same(there, s) for s in seen):
                        seen.append(there)

    def number_by_way(self, sign: str, left: Side, right: Side) -> bool:
        """Whether a number is claimed of something equal."""
        number = magnitude(right.tree)
        rest = self.rest(number, right)
        if rest is None:
            return False
        whole = product(left.value, sympy.Pow(rest, -1, evaluate=False))
        numbers = self.data.numbers
        found = False
        for one in (*self.reached(left.value), *self.reached(whole)):
            for value, by in ((one, rest), (one, sympy.S.One)):
                put = value.subs(numbers) if numbers else value
                for link in self.links:
                    if (
                        link not in self.used
                        and isinstance(link.relation, Within)
                        and self.test.measures(sign, put, by, number, link.relation)
                    ):
                        self.used.setdefault(link, set())
                        found = True
        return found

    def by_steps(self, sign: str, left: Expr, right: Expr) -> bool:
        """Whether inequalities that are not printed lead from one side to the other."""
        low, high = (right, left) if sign in TURNED else (left, right)
        path: list[tuple[Expr, list[Link]]] = [(low, [])]
        for one, way in path:
            for link in self.links:
                if link.kind not in {Less, MuchLess} or link in self.used or link in way:
                    continue
                if sign in {r"\ll", r"\gg"} and link.kind is Less and not way:
                    continue
                if self.joined(one, link.sides[0]):
                    if self.joined(link.sides[1], high):
                        for step in (*way, link):
                            self.use(step, {})
                        return True
                    path.append((link.sides[1], [*way, link]))
        return False
