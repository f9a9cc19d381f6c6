"""Write relations, and sentences about them, on one line, as a reader writes them."""

from __future__ import annotations

from functools import cached_property, singledispatchmethod
from typing import Any

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
from derivations.units import written

from ..quoting import told
from . import figures
from .figures import interval
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

    def told(self, sentence: str) -> str:
        """``sentence`` with what it quotes, and its numbers, as the paper's reader writes them.

        >>> from derivations.dimension import NUMBER
        >>> from derivations.quantity import Notation
        >>> from checks.quoting import quoted
        >>> notation = Notation()
        >>> nu = notation.quantity("nu", NUMBER, "a number", unicode="ν")
        >>> Unicode(notation).told(f"it is {quoted(nu**2 / 2)}, and more than 1e-3")
        'it is ½·ν², and more than 1·10⁻³'
        """
        return figures.numerals(told(sentence, self.expression, self._names))

    def value(self, quantity: str, value: str) -> tuple[str, str]:
        """What has a value at a point, and the value, both as a decision has them."""
        symbol = self._names.get(quantity)
        head = self.told(quantity) if symbol is None else self.name(symbol)
        return head, figures.shortened(value) or self.told(value)

    @cached_property
    def _names(self) -> dict[str, Any]:
        return {quantity.name: quantity.symbol for quantity in self._notation}

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
        number = figures.numerals(relation.wording) or interval(relation)
        text = f"{self.expression(relation.expression)} {number}"
        text = f"{text} {written(relation.unit)}".rstrip()
        return f"{text}, for some values" if isinstance(relation, Attains) else text

    @relation.register
    def _semiquantitative(self, relation: Semiquantitative | Consistent) -> str:
        return relation.sign

    @relation.register
    def _refers(self, relation: Refers) -> str:
        return f"{relation.sign} {', '.join(f'({label})' for label in relation.to)}"

    def _joined(self, relation: Relation) -> str:
        return f" {relation.sign} ".join(map(self.expression, relation.sides))
