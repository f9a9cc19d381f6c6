"""One reading of a line: find for every printed relation the claim that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sympy import Heaviside, Integer

from derivations.expression import Vector
from derivations.relation import LeadingOrder, Tends

from ..normal.sign import sign as sign_of
from .build import UnknownError, dangles
from .byway import ByWay
from .claims import JOINS, Failure, Side
from .links import Link, Test
from .meaning import Meaning
from .number import has_measure, magnitude
from .statements import Statement
from .tokens import ReadError, joined, tokens
from .tree import Proportion, Quotient, Tree

__all__ = ["Attempt", "Failure"]

_LOOSE = JOINS | {r"\sim", r"\approx"}


class Attempt(ByWay):
    """Which claims are used by which printed relations, in one reading."""

    def run(self, statements: list[Statement], meaning: Meaning) -> None:
        """Find the claim of every printed relation, those that need others last."""
        self.meaning = meaning
        for statement in statements:
            self.statement(statement, meaning)
        self.test = Test(self.algebra, self.joined, self.spelled)
        for sign, sides, place, steps in self.later:
            if not self.second(sign, sides, place, steps):
                self.fail(sign, sides, place)

    def statement(self, statement: Statement, meaning: Meaning) -> None:
        """Find the claims of one chain, and of its conditions."""
        if len(statement.sides) == 2 and all(isinstance(s, Proportion) for s in statement.sides):
            for part in _in_proportion(statement):
                self.statement(part, meaning)
            return
        sides = [
            self.side(t, x, meaning) for t, x in zip(statement.sides, statement.texts, strict=True)
        ]
        steps = self.cases(statement, meaning)
        before = dict(self.used)
        self.covered: set[int] = set()
        if not statement.signs:
            self.bare(sides[0])
        elif self.between(statement.signs, sides):
            pass
        else:
            for place, sign in enumerate(statement.signs):
                if self.first(sign, statement.signs, sides, place, steps):
                    self.compared += 1
                else:
                    self.later.append((sign, sides, place, steps))
                    self.covered.update((place, place + 1))
            for place, side in enumerate(sides):
                if place not in self.covered:
                    self.failures.append(Failure(side.text, "no relation of the line has it"))
        fresh = [link for link in self.used if link not in before] or list(self.used)
        for condition in () if steps else statement.conditions:
            self.condition(condition, meaning, fresh)

    def side(self, tree: Tree, text: str, meaning: Meaning) -> Side:
        """One side of a chain and its value."""
        side = Side(tree, text)
        try:
            if dangles(tree):
                if self.data.acts_on is None:
                    side.missing = "an operator with nothing to act on"
                else:
                    side.value = meaning.acted(tree, self.data.acts_on)
            else:
                side.value = meaning.value(tree)
        except UnknownError as error:
            side.missing = f"{error} is nothing that the relations contain"
        except ReadError as error:
            side.missing = "" if has_measure(tree) else str(error)
        return side

    def fail(self, sign: str, sides: list[Side], place: int) -> None:
        """Note that no claim says this, unless the data set it apart."""
        left, right = sides[place], sides[place + 1]
        key = joined(tokens(f"{left.text} {sign} {right.text}"))
        if key in self.apart:
            self.met_apart.add(key)
            return
        reason = left.missing or right.missing or "no relation of the line says this"
        self.failures.append(Failure(f"{left.text} {sign} {right.text}", reason))

    def first(
        self,
        sign: str,
        signs: tuple[str, ...],
        sides: list[Side],
        place: int,
        steps: Mapping[Any, int],
    ) -> bool:
        """Whether a claim says the same as it stands, or of another side that is equal."""
        left, right = sides[place], sides[place + 1]
        if self.direct(sign, left.value, right.value, steps, again=False):
            self.covered.update((place, place + 1))
            return True
        loose = _LOOSE if sign in {r"\ll", r"\gg", "<", ">"} or _counts(right) else JOINS
        lefts = {place: left}
        for back in range(place - 1, -1, -1):
            if signs[back] not in loose:
                break
            lefts[back] = sides[back]
        for back, one in list(lefts.items())[1:]:
            if sign in JOINS and one.value is not None and self._same_value(one, left):
                continue
            if self.direct(sign, one.value, right.value, steps, again=False):
                self.covered.update((back, place + 1))
                return True
        if sign in JOINS:
            for ahead in range(place + 1, len(signs)):
                if signs[ahead] not in JOINS:
                    break
                far = sides[ahead + 1]
                if self.direct(sign, left.value, far.value, steps, again=False):
                    self.covered.update((place, ahead + 1))
                    return True
        for back, one in lefts.items():
            if self.number(sign, one, right):
                self.covered.update((back, place + 1))
                return True
        if self.direct(sign, left.value, right.value, steps, again=True) or self.trivial(
            sign, left, right
        ):
            self.covered.update((place, place + 1))
            return True
        return False

    def _same_value(self, one: Side, other: Side) -> bool:
        values = (one.value, other.value)
        if any(value is None or isinstance(value, Vector) for value in values):
            return False
        return self.same(*values)

    def trivial(self, sign: str, left: Side, right: Side) -> bool:
        """Whether it holds by what the data say that the print stands for."""
        declared = bool(self.data.where or any(self.data.cases))
        differ = left.tree != right.tree
        return declared and differ and sign in JOINS and self._same_value(left, right)

    def cases(self, statement: Statement, meaning: Meaning) -> dict[Any, int]:
        """The value that each step function of the claims has under the conditions."""
        nodes = {n for link in self.links for side in link.sides for n in side.atoms(Heaviside)}
        steps: dict[Any, int] = {}
        for condition in statement.conditions if nodes else ():
            if condition.signs not in {("<",), (">",)}:
                continue
            sides = [self.side(t, "", meaning).value for t in condition.sides]
            if any(side is None or isinstance(side, Vector) for side in sides):
                continue
            left, right = sides if condition.signs == ("<",) else sides[::-1]
            gap = self.algebra.convert(right) - self.algebra.convert(left)
            for node in nodes:
                inside = self.algebra.convert(node.args[0])
                if not inside.is_zero() and not gap.is_zero():
                    found = sign_of(self.algebra, gap / inside)
                    if found:
                        steps[node] = Integer(1 if found > 0 else 0)
        return steps

    def condition(self, condition: Statement, meaning: Meaning, fresh: list[Link]) -> None:
        """A condition must be claimed too, be the limit of a claim, or hold by the data."""
        sides = [
            self.side(t, x, meaning) for t, x in zip(condition.sides, condition.texts, strict=True)
        ]
        for place, sign in enumerate(condition.signs):
            left, right = sides[place], sides[place + 1]
            if sign == r"\to" and any(
                isinstance(link.relation, Tends | LeadingOrder)
                and left.value == link.relation.variable
                and right.value is not None
                and self.same(right.value, link.relation.to)
                for link in fresh
            ):
                continue
            if not self.first(sign, condition.signs, sides, place, {}):
                self.fail(sign, sides, place)
            else:
                self.compared += 1


def _counts(side: Side) -> bool:
    """Whether a side is a number, with or without a unit or a symbol."""
    number = magnitude(side.tree)
    return (
        number.few
        or has_measure(side.tree)
        or number.low != 1
        or number.high != 1
        or not number.rest
    )


def _in_proportion(statement: Statement) -> Iterator[Statement]:
    """A : b : c = 1 : x : y as b/a = x and c/b = y/x."""
    left, right = statement.sides
    if not isinstance(left, Proportion) or not isinstance(right, Proportion):
        return
    if len(left.items) != len(right.items):
        msg = "a proportion with unequal numbers of sides"
        raise ReadError(msg)
    for place in range(len(left.items) - 1):
        ratios = tuple(Quotient(side.items[place + 1], side.items[place]) for side in (left, right))
        yield Statement(ratios, statement.signs, texts=statement.texts)
