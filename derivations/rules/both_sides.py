"""Do the same to both sides of an equation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sympy import Symbol

from ..errors import PaperError
from ..exact import Side
from ..expression import Vector
from ..obligation import Obligation
from ..relation import Equal, Relation
from .core import Inference, Known, is_core, joined, show
from .operations import Operation
from .variables import kept


@dataclass(frozen=True)
class BothSides:
    """The operations, in order, applied to the line's equations."""

    label: str
    operations: tuple[Operation, ...]

    @property
    def name(self) -> str:
        """The operations' names."""
        return ", ".join(dict.fromkeys(operation.name for operation in self.operations))

    @property
    def premises(self) -> tuple[str, ...]:
        """The line operated on."""
        return (self.label,)

    def infer(self, known: Known) -> Inference:
        """The equations that result, one for each of the line's, where the line holds.

        What an operation from elsewhere makes of them has to be shown.
        """
        stated = known.lines[self.label]
        for operation in self.operations:
            operation.refuse(known.notation, stated)
            if not operation.keeps_leading_order:
                must_be_exact(self.label, known, operation.name)
            must_not_tend(operation.over, self.label, known, operation.name)
        conditions: dict[Obligation, None] = {}
        results: list[Relation] = []
        for relation in equations(known, self.label):
            sides = relation.sides
            for operation in self.operations:
                conditions.update(dict.fromkeys(_conditions(known, operation, sides)))
                sides = tuple(_applied(operation, side) for side in sides)
            results.append(Equal(*sides))
        inference = Inference(conditions=tuple(conditions))
        if all(is_core(type(operation)) for operation in self.operations):
            facts = (*results, *kept(stated, known.notation))
            return Inference(facts, inference.conditions)
        for result in results:
            inference = joined(inference, show(result, known, self.name))
        return inference


def _conditions(
    known: Known, operation: Operation, sides: tuple[Side, ...]
) -> Iterator[Obligation]:
    for side in sides:
        for part in side if isinstance(side, Vector) else (side,):
            for relation, purpose in operation.needs(part):
                yield known.obligation(relation, purpose)


def _applied(operation: Operation, side: Side) -> Side:
    return side.map(operation.apply) if isinstance(side, Vector) else operation.apply(side)


def both_sides(label: str, *operations: Operation) -> BothSides:
    """If l = r, then O(l) = O(r): apply ``operations`` to the equations of line ``label``.

    The operations are ``times``, ``plus``, ``power``, ``exponential``, ``logarithm``,
    ``derivative``, ``integral``, ``total``, ``conjugation``, ``real_part`` and
    ``imaginary_part``; what one gives the next takes.

    Side conditions: those of the operations.

    Example: ``by(both_sides("1", times(1 / B), exponential()))`` gives 1 + w/D = exp(1/B)
    from (1), B log(1 + w/D) = 1.
    """
    return BothSides(label, operations)


def must_be_exact(label: str, known: Known, name: str) -> None:
    """Refuse a line that holds to leading order only: f ≃ g says nothing of slopes, for one."""
    if label in known.approximate:
        msg = f"cannot {name} ({label}), which holds to leading order only"
        raise PaperError(msg)


def must_not_tend(symbols: Iterable[Symbol], label: str, known: Known, name: str) -> None:
    """Refuse a symbol that tends to something where line ``label`` holds to leading order."""
    for symbol in symbols:
        if label in known.approximate and symbol in known.tending:
            msg = (
                f"cannot {name} over {symbol}: ({label}) holds to leading order, "
                "where it tends to something, and says nothing of its values"
            )
            raise PaperError(msg)


def equations(known: Known, label: str) -> Iterator[Equal]:
    """The equations that line ``label`` states; ``PaperError`` if there are none."""
    found = [relation for relation in known.lines[label] if isinstance(relation, Equal)]
    if not found:
        msg = f"line ({label}) states no equation that a rule could be applied to"
        raise PaperError(msg)
    yield from found
