"""The symbols of a paper: where each first stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sympy import Expr, Symbol
from sympy.core.function import AppliedUndef

from derivations.expression import Vector
from derivations.paper import Line, Paper
from derivations.quantity import Quantity
from derivations.relation import Relation


def first_uses(paper: Paper) -> list[tuple[Quantity, str | None]]:
    """Each quantity in the order of declaration, with the label of its first line.

    The label is ``None`` for a quantity that no line speaks of; those of a cited paper
    are left out then.
    """
    first: dict[Any, str] = {}
    for line in paper:
        for claim in (*line.claims, *line.accepted):
            for symbol in _spoken_of(claim.relation):
                first.setdefault(symbol, line.label)
    used = ((quantity, first.get(quantity.symbol)) for quantity in paper.notation)
    return [(quantity, label) for quantity, label in used if label or not quantity.cited]


def symbols_of(line: Line) -> list[str]:
    """The names of the quantities of which ``line`` speaks, as printed or accepted."""
    names: dict[str, None] = {}
    for claim in (*line.claims, *line.accepted):
        for symbol in _spoken_of(claim.relation):
            names[str(symbol)] = None
    return sorted(names)


@cache
def _spoken_of(relation: Relation) -> tuple[Any, ...]:
    parts = [x for side in relation.sides for x in (side if isinstance(side, Vector) else (side,))]
    return tuple(dict.fromkeys(found for part in parts for found in _inside(part)))


def _inside(expression: Expr) -> Iterator[Any]:
    yield from expression.atoms(Symbol)
    yield from (value.func for value in expression.atoms(AppliedUndef))
