"""Do the same to both sides of an equation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import sympy
from sympy import Expr, Symbol

from ..errors import PaperError
from ..expression import Total, Vector, curl
from ..quantity import Notation, Role
from ..relation import Equal, Side
from .core import Inference, Known


@dataclass(frozen=True)
class Operation:
    """A map of expressions that gives equal results for equal arguments.

    ``varies`` lists the variables for all of whose values the equation must hold.
    """

    name: str
    apply: Callable[[Expr], Expr]
    varies: tuple[Symbol, ...] = ()


def times(factor: Any) -> Operation:
    """Multiply by ``factor``."""
    return Operation("multiply", lambda side: factor * side)


def exponential() -> Operation:
    """Take the exponential function."""
    return Operation("exponentiate", sympy.exp)


def derivative(variable: Symbol, order: int = 1) -> Operation:
    """Differentiate with respect to ``variable``: if f = g for all x, then f′ = g′."""
    return Operation("differentiate", lambda side: side.diff(variable, order), (variable,))


def integral(variable: Symbol, low: Any, high: Any) -> Operation:
    """Integrate over ``variable`` from ``low`` to ``high``."""
    return Operation(
        "integrate", lambda side: sympy.Integral(side, (variable, low, high)), (variable,)
    )


def total(index: Symbol, over: Symbol) -> Operation:
    """Sum over all members ``index`` of the finite set ``over``."""
    return Operation("sum", lambda side: Total(side, index, over), (index,))


@dataclass(frozen=True)
class BothSides:
    """If l = r, then O(l) = O(r): apply the operations, in order, to the line's equations."""

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
        """The equations that result, one for each of the line's."""
        for operation in self.operations:
            _must_vary(operation.varies, known.notation, operation.name)
        return Inference(
            tuple(
                Equal(*(self._applied(side) for side in relation.sides))
                for relation in equations(known, self.label)
            )
        )

    def _applied(self, side: Side) -> Side:
        for operation in self.operations:
            side = side.map(operation.apply) if isinstance(side, Vector) else operation.apply(side)
        return side


def both_sides(label: str, *operations: Operation) -> BothSides:
    """Apply ``operations`` to both sides of the equations of line ``label``."""
    return BothSides(label, operations)


@dataclass(frozen=True)
class CurlOf:
    """If the vector fields F = G everywhere, then curl F = curl G."""

    label: str
    coordinates: tuple[Symbol, Symbol, Symbol]
    name: str = "curl"

    @property
    def premises(self) -> tuple[str, ...]:
        """The line whose curl is taken."""
        return (self.label,)

    def infer(self, known: Known) -> Inference:
        """The curl of both sides of each vector equation."""
        _must_vary(self.coordinates, known.notation, self.name)
        vectors = [
            relation
            for relation in equations(known, self.label)
            if all(isinstance(side, Vector) for side in relation.sides)
        ]
        if not vectors:
            msg = f"line ({self.label}) states no equation between vectors to take the curl of"
            raise PaperError(msg)
        return Inference(
            tuple(
                Equal(*(curl(side, self.coordinates) for side in relation.sides))
                for relation in vectors
            )
        )


def curl_of(label: str, coordinates: tuple[Symbol, Symbol, Symbol]) -> CurlOf:
    """Take the curl of both sides of line ``label``."""
    return CurlOf(label, coordinates)


def equations(known: Known, label: str) -> Iterator[Equal]:
    """The equations that line ``label`` states; ``PaperError`` if there are none."""
    found = [relation for relation in known.lines[label] if isinstance(relation, Equal)]
    if not found:
        msg = f"line ({label}) states no equation that a rule could be applied to"
        raise PaperError(msg)
    yield from found


def _must_vary(symbols: tuple[Symbol, ...], notation: Notation, name: str) -> None:
    for symbol in symbols:
        if notation[symbol].role is not Role.VARIABLE:
            msg = (
                f"cannot {name} with respect to {symbol}: it is declared a "
                f"{notation[symbol].role}, and what is said of it holds for one value only; "
                "declare it with notation.variable(...)"
            )
            raise PaperError(msg)
