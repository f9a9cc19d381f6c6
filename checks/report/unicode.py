"""Write relations on one line, as a reader writes them."""

from __future__ import annotations

from functools import singledispatchmethod

from derivations.relation import (
    Attains,
    Consistent,
    Continuous,
    Independent,
    LeadingOrder,
    Refers,
    Relation,
    Semiquantitative,
    Tends,
    Within,
)

from .figures import interval, unit
from .inline import Inline


class Unicode(Inline):
    """Writes relations in the names of a paper's notation.

    >>> from derivations.dimension import LENGTH
    >>> from derivations.quantity import Notation
    >>> from derivations.relation import SameOrder
    >>> notation = Notation()
    >>> d = notation.quantity("d", LENGTH, "lattice distance")
    >>> ell = notation.quantity("ell", LENGTH, "tube length", unicode="ℓ")
    >>> Unicode(notation).relation(SameOrder(ell, d / 2))
    'ℓ ~ ½·d'
    """

    @singledispatchmethod
    def relation(self, relation: Relation) -> str:
        """``relation`` on one line, its sides joined by its sign."""
        return self._joined(relation)

    @relation.register
    def _limit(self, relation: LeadingOrder | Tends) -> str:
        approach = f"{self.name(relation.variable)} → {self.expression(relation.to)}"
        return f"{self._joined(relation)}  ({approach})"

    @relation.register
    def _independent(self, relation: Independent) -> str:
        held = ", ".join(map(self.name, relation.holding)) or "nothing"
        gone = ", ".join(map(self.name, relation.of))
        return f"{self.expression(relation.expression)} is independent of {gone}, given {held}"

    @relation.register
    def _continuous(self, relation: Continuous) -> str:
        span = f"[{self.expression(relation.low)}, {self.expression(relation.high)}]"
        variable = self.name(relation.variable)
        return f"{self.expression(relation.expression)} is continuous for {variable} ∈ {span}"

    @relation.register
    def _within(self, relation: Within) -> str:
        text = f"{self.expression(relation.expression)} {relation.wording or interval(relation)}"
        text = f"{text} {unit(relation.unit)}".rstrip()
        return f"{text}, for some values" if isinstance(relation, Attains) else text

    @relation.register
    def _semiquantitative(self, relation: Semiquantitative | Consistent) -> str:
        return relation.sign

    @relation.register
    def _refers(self, relation: Refers) -> str:
        return f"{relation.sign} {', '.join(f'({label})' for label in relation.to)}"

    def _joined(self, relation: Relation) -> str:
        return f" {relation.sign} ".join(map(self.expression, relation.sides))
