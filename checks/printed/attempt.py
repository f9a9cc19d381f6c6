"""One reading of a line: find for every printed relation the claim that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sympy
from sympy import Expr, Heaviside

from derivations.expression import Vector
from derivations.prints import Print
from derivations.relation import (
    Equal,
    LeadingOrder,
    Less,
    MuchLess,
    Relation,
    Tends,
    Within,
)

from ..normal.algebra import Algebra
from ..normal.sign import sign as sign_of
from .links import KINDS, TURNED, Link, Test
from .meaning import Meaning, UnknownError, dangles, product
from .number import Magnitude, folded, has_measure, magnitude
from .statements import Statement
from .tokens import ReadError, joined, tokens
from .tree import Proportion, Quotient, Tree

_JOINS = frozenset({"=", r"\equiv"})
_LOOSE = _JOINS | {r"\sim", r"\approx"}


@dataclass(frozen=True)
class Failure:
    """A printed relation without its claim."""

    printed: str
    reason: str


@dataclass
class _Side:
    """One side of a chain: its tree, and its value unless it is a measured number."""

    tree: Tree
    text: str
    value: Any = None
    missing: str = ""


class Attempt:
    """Which claims are used by which printed relations, in one reading."""

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
        self.later: list[tuple[str, list[_Side], int, Mapping[Any, int]]] = []

    # -- sameness -----------------------------------------------------------------

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

    # -- the whole line -------------------------------------------------------------

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

    def side(self, tree: Tree, text: str, meaning: Meaning) -> _Side:
        side = _Side(tree, text)
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

    def fail(self, sign: str, sides: list[_Side], place: int) -> None:
        left, right = sides[place], sides[place + 1]
        key = joined(tokens(f"{left.text} {sign} {right.text}"))
        if key in self.apart:
            self.met_apart.add(key)
            return
        reason = left.missing or right.missing or "no relation of the line says this"
        self.failures.append(Failure(f"{left.text} {sign} {right.text}", reason))

    # -- one printed relation ---------------------------------------------------------

    def kinds(self, sign: str, right: Any) -> tuple[type[Relation], ...]:
        declared = self.declared(sign)
        kinds = KINDS.get(sign, ())
        if sign == "=":
            kinds = (*kinds, Tends)
        if sign == r"\sim" and right == 0 and not isinstance(right, Vector):
            kinds = (*kinds, Equal)
        return (*kinds, *declared)

    def declared(self, sign: str) -> tuple[Any, ...]:
        """The relations that the data take a printed sign for, besides the usual ones."""
        found = self.data.signs.get(sign, ())
        return found if isinstance(found, tuple) else (found,)

    def first(
        self,
        sign: str,
        signs: tuple[str, ...],
        sides: list[_Side],
        place: int,
        steps: Mapping[Any, int],
    ) -> bool:
        """Whether a claim says the same as it stands, or of another side that is equal."""
        left, right = sides[place], sides[place + 1]
        if self.direct(sign, left.value, right.value, steps, again=False):
            self.covered.update((place, place + 1))
            return True
        loose = _LOOSE if sign in {r"\ll", r"\gg", "<", ">"} or _counts(right) else _JOINS
        lefts = {place: left}
        for back in range(place - 1, -1, -1):
            if signs[back] not in loose:
                break
            lefts[back] = sides[back]
        for back, one in list(lefts.items())[1:]:
            if sign in _JOINS and one.value is not None and self._same_value(one, left):
                continue
            if self.direct(sign, one.value, right.value, steps, again=False):
                self.covered.update((back, place + 1))
                return True
        if sign in _JOINS:
            for ahead in range(place + 1, len(signs)):
                if signs[ahead] not in _JOINS:
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

    def _same_value(self, one: _Side, other: _Side) -> bool:
        values = (one.value, other.value)
        if any(value is None or isinstance(value, Vector) for value in values):
            return False
        return self.same(*values)

    def trivial(self, sign: str, left: _Side, right: _Side) -> bool:
        """Whether it holds by what the data say that the print stands for."""
        declared = bool(self.data.where or any(self.data.cases))
        differ = left.tree != right.tree
        return declared and differ and sign in _JOINS and self._same_value(left, right)

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
            if again and self._same(left, right):
                continue
            meant = Tends in self.declared(sign)
            if self.test.agrees(sign, left, right, _stepped(link, steps), kinds, meant=meant):
                self.use(link, steps)
                return True
        return False

    def _same(self, left: Expr, right: Expr) -> bool:
        return self.same(left, right)

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

    # -- numbers ------------------------------------------------------------------

    def number(self, sign: str, left: _Side, right: _Side) -> bool:
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

    def rest(self, number: Magnitude, side: _Side) -> Expr | None:
        """What the number on ``side`` multiplies."""
        try:
            factors = [self.meaning.value(tree) for tree in number.rest]
        except (UnknownError, ReadError) as error:
            side.missing = side.missing or str(error)
            return None
        if any(isinstance(factor, Vector) for factor in factors):
            return None
        return product(*factors) if factors else sympy.S.One

    def between(self, signs: tuple[str, ...], sides: list[_Side]) -> bool:
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

    def bare(self, side: _Side) -> None:
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

    # -- conditions ---------------------------------------------------------------

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
                        steps[node] = 1 if found > 0 else 0
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

    # -- by way of claims that are not printed -----------------------------------------

    def second(self, sign: str, sides: list[_Side], place: int, steps: Mapping[Any, int]) -> bool:
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
        seen: list[Expr] = [start]
        for one in seen:
            yield one
            for first, second in self.edges:
                for here, there in ((first, second), (second, first)):
                    if self.same(one, here) and not any(self.same(there, s) for s in seen):
                        seen.append(there)

    def number_by_way(self, sign: str, left: _Side, right: _Side) -> bool:
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


def _counts(side: _Side) -> bool:
    """Whether a side is a number, with or without a unit or a symbol."""
    number = magnitude(side.tree)
    return (
        number.few
        or has_measure(side.tree)
        or number.low != 1
        or number.high != 1
        or not number.rest
    )


def _stepped(link: Link, steps: Mapping[Any, int]) -> Link:
    if not steps:
        return link
    sides = tuple(side.xreplace(dict(steps)) for side in link.sides)
    return Link(link.relation, sides, link.claim, link.component)


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
        yield Statement(ratios, ("=",), texts=statement.texts)
