"""Cases that exhaust what is possible, and one that stands for another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sympy import Expr, I, Symbol

from ..errors import PaperError
from ..exact import Side
from ..expression import Vector, substitute
from ..obligation import Obligation, about
from ..relation import Equal, Less, MuchLess, Relation, Within
from .core import By, Inference, Known, by
from .variables import beyond, kept


@dataclass(frozen=True)
class InOrder:
    """``goal`` for a < b, a = b and a > b, a and b being ``compared``."""

    goal: Equal | Less | MuchLess
    compared: tuple[Expr, Expr]
    less: By
    same: By
    greater: By
    name: str = "cases"

    @property
    def premises(self) -> tuple[str, ...]:
        """The lines that the arguments of the three cases use."""
        every = (*self.less.premises, *self.same.premises, *self.greater.premises)
        return tuple(dict.fromkeys(every))

    def infer(self, known: Known) -> Inference:
        """The goal; side conditions: the three cases."""
        a, b = self.compared
        if a.has(I) or b.has(I):
            msg = f"{a} and {b} are in no order unless they are real"
            raise PaperError(msg)
        conditions: tuple[Obligation, ...] = ()
        others: tuple[Relation, ...] = ()
        for case, argument in (
            (Less(a, b), self.less),
            (Equal(a, b), self.same),
            (Less(b, a), self.greater),
        ):
            got = argument.infer(_with(known, case))
            told = about(f"the case {{}} {case.sign} {{}}", *case.sides)
            conditions += got.conditions
            conditions += _goals(self.goal, replace(known, facts=got.facts), told)
            others += beyond(got.facts, known.notation, case)
        return Inference((self.goal, *others), conditions)


@dataclass(frozen=True)
class WithoutLoss:
    """``goal`` for a < b and a = b, a and b being ``exchanged`` without changing anything."""

    goal: Equal | Less | MuchLess
    exchanged: tuple[Symbol, Symbol]
    argument: By
    name: str = "without loss of generality"

    @property
    def premises(self) -> tuple[str, ...]:
        """The lines that the argument uses."""
        return self.argument.premises

    def infer(self, known: Known) -> Inference:
        """The goal; side conditions: the symmetry, and two cases."""
        a, b = self.exchanged
        self._refuse(known)
        got = self.argument.infer(known)
        argued = replace(known, facts=got.facts)
        swapped = self._swapped(self.goal)
        back = replace(known, facts=(*got.facts, swapped))
        conditions = (
            *got.conditions,
            *self._symmetric(argued),
            *_goals(self.goal, back, "the claim is symmetric"),
            *_goals(self.goal, _with(argued, Less(a, b)), about("the case {} < {}", a, b)),
            *_goals(self.goal, _with(argued, Equal(a, b)), about("the case {} = {}", a, b)),
        )
        return Inference((self.goal, *kept(got.facts, known.notation)), conditions)

    def _refuse(self, known: Known) -> None:
        """``PaperError`` for symbols of which different things are declared."""
        one, other = (known.notation[symbol] for symbol in self.exchanged)
        for part in ("dimension", "sign", "role", "range", "member_of"):
            if getattr(one, part) != getattr(other, part):
                msg = f"{one.name} and {other.name} cannot be exchanged: they differ in {part}"
                raise PaperError(msg)

    def _symmetric(self, argued: Known) -> Iterator[Obligation]:
        """That what is known holds with the symbols exchanged as well."""
        for fact in argued.facts:
            other = self._swapped(fact)
            if other in argued.facts:
                continue
            if type(fact) not in (Equal, Less, MuchLess):
                msg = f"{type(fact).__name__} among the premises is not symmetric"
                raise PaperError(msg)
            yield from _goals(other, argued, "the premises are symmetric")

    def _swapped(self, relation: Relation) -> Relation:
        if isinstance(relation, Within):
            return replace(relation, expression=self._side(relation.expression))
        return type(relation)(*map(self._side, relation.sides)) if relation.sides else relation

    def _side(self, side: Side) -> Side:
        a, b = self.exchanged
        if isinstance(side, Vector):
            return side.map(self._side)
        return substitute(side, {a: b, b: a})


def _with(known: Known, fact: Relation) -> Known:
    return replace(known, facts=(*known.facts, fact))


def _goals(goal: Relation, known: Known, purpose: str) -> tuple[Obligation, ...]:
    return tuple(known.obligation(link, purpose) for link in goal.links())


def in_order(
    goal: Equal | Less | MuchLess,
    compared: tuple[Expr, Expr],
    *,
    less: By,
    same: By,
    greater: By,
) -> InOrder:
    """What holds for a < b, for a = b and for a > b holds.

    Each case has an argument of its own, which may use what the case says.

    Side conditions: the goal in each of the three cases.

    Example: ``by(in_order(Less(0, f), (a, b), less=by("1"), same=by("2"), greater=by("3")))``.
    """
    return InOrder(goal, compared, by(less), by(same), by(greater))


def without_loss(
    goal: Equal | Less | MuchLess, exchanged: tuple[Symbol, Symbol], argument: By
) -> WithoutLoss:
    """What holds for a < b and for a = b, and is symmetric in a and b, holds for a > b.

    Side conditions: the goal follows from itself with a and b exchanged; so does every
    premise of the ``argument``; the goal for a < b and for a = b.

    Example: ``by(without_loss(Less(0, (a - b)**2 + c), (a, b), by("1")))``.
    """
    return WithoutLoss(goal, exchanged, by(argument))
