"""The symbols of a paper, by what may be mistaken for what."""

from __future__ import annotations

from typing import Any

from sympy import Symbol
from sympy.core.function import AppliedUndef

from derivations.exact import Side
from derivations.expression import Vector
from derivations.paper import Paper
from derivations.quantity import Quantity, Role

#: What can only be exchanged for its own kind.
_KINDS = {Role.FUNCTION: "function", Role.SET: "set"}


class Alphabet:
    """The symbols and functions that the lines of ``paper`` speak of, in order of declaration."""

    def __init__(self, paper: Paper) -> None:
        self._notation = paper.notation
        spoken: set[Any] = set()
        for line in paper:
            for claim in (*line.claims, *line.accepted):
                for side in claim.relation.sides:
                    spoken |= _symbols(side)
        self._spoken = tuple(q for q in paper.notation if q.symbol in spoken)

    def alike(self, symbol: Any) -> tuple[Any, ...]:
        """What has the dimension of ``symbol``, the nearest by declaration first."""
        return self._others(symbol, same=True)

    def unlike(self, symbol: Any) -> tuple[Any, ...]:
        """What has another dimension than ``symbol``, the nearest by declaration first."""
        return self._others(symbol, same=False)

    def _others(self, symbol: Any, *, same: bool) -> tuple[Any, ...]:
        if symbol not in self._notation:
            return ()
        quantity = self._notation[symbol]
        place = self._notation.position(symbol)
        found = [
            other
            for other in self._spoken
            if other.symbol != symbol
            and _kind(other) == _kind(quantity)
            and _fits(other, quantity)
            and (other.dimension == quantity.dimension) is same
        ]
        found.sort(key=lambda q: abs(self._notation.position(q.symbol) - place))
        return tuple(q.symbol for q in found)


def _kind(quantity: Quantity) -> str:
    return _KINDS.get(quantity.role, "symbol")


def _fits(other: Quantity, quantity: Quantity) -> bool:
    """Whether one can stand where the other does: a function has arguments."""
    return other.arguments == quantity.arguments


def _symbols(side: Side) -> set[Any]:
    if isinstance(side, Vector):
        return set().union(*(_symbols(part) for part in side))
    found: set[Any] = set(side.atoms(Symbol))
    found |= {function.func for function in side.atoms(AppliedUndef)}
    return found
