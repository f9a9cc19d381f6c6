"""Do the same to both sides of an equation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import sympy
from sympy import Expr, S, Symbol

from ..errors import PaperError
from ..expression import Total, Vector, curl, improper
from ..obligation import Obligation
from ..relation import Equal, Less, Relation, Side, exact
from .core import Inference, Known
from .variables import kept, must_be_unconfined, must_flow, must_vary


@dataclass(frozen=True)
class Operation:
    """A map of expressions that gives equal results for equal arguments.

    The equation must hold for all values of the variables that it is ``over``, and near
    each value of those that it is ``near``; what it divides by must not vanish.
    """

    name: str
    apply: Callable[[Expr], Expr]
    over: tuple[Symbol, ...] = ()
    near: tuple[Symbol, ...] = ()
    members_of: Symbol | None = None
    divides_by: tuple[Expr, ...] = ()

    def conditions(self, known: Known, facts: tuple[Relation, ...]) -> Iterator[Obligation]:
        """What must hold besides; ``PaperError`` where the equation's ``facts`` rule it out."""
        must_vary(self.over, known.notation, self.name)
        must_be_unconfined(self.over, facts, self.name)
        must_flow(self.near, known.notation, self.name)
        for index in self.over:
            declared = known.notation[index].member_of
            if declared not in (None, self.members_of):
                msg = f"{index} runs over {declared}, and not over {self.members_of}"
                raise PaperError(msg)
        for divisor in self.divides_by:
            yield known.obligation(Less(S.Zero, divisor**2), f"{divisor} does not vanish")


def times(factor: Any) -> Operation:
    """Multiply by ``factor``; what it divides by must not vanish."""
    factor = exact(factor)
    divisors = {
        power.base
        for power in factor.atoms(sympy.Pow)
        if power.exp.could_extract_minus_sign() and not power.base.is_positive
    }
    return Operation(
        "multiply", lambda side: factor * side, divides_by=tuple(sorted(divisors, key=str))
    )


def exponential() -> Operation:
    """Take the exponential function."""
    return Operation("exponentiate", sympy.exp)


def derivative(variable: Symbol, order: int = 1) -> Operation:
    """Differentiate with respect to ``variable``: if f = g for all x, then f′ = g′."""

    def differentiated(side: Expr) -> Expr:
        for node in improper(side, variable):
            msg = f"{node} may not be differentiated under the sign: it runs to infinity"
            raise PaperError(msg)
        return side.diff(variable, order)

    return Operation("differentiate", differentiated, near=(variable,))


def integral(variable: Symbol, low: Any, high: Any) -> Operation:
    """Integrate over ``variable`` from ``low`` to ``high``."""
    return Operation(
        "integrate",
        lambda side: sympy.Integral(side, (variable, low, high)),
        (variable,),
        (variable,),
    )


def total(index: Symbol, over: Symbol) -> Operation:
    """Sum over all members ``index`` of the finite set ``over``."""
    return Operation("sum", lambda side: Total(side, index, over), (index,), members_of=over)


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
        """The equations that result, one for each of the line's, where the line holds."""
        stated = known.lines[self.label]
        results = tuple(
            Equal(*(self._applied(side) for side in relation.sides))
            for relation in equations(known, self.label)
        )
        return Inference(
            (*results, *kept(stated, known.notation)),
            tuple(o for each in self.operations for o in each.conditions(known, stated)),
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
        must_flow(self.coordinates, known.notation, self.name)
        vectors = [
            relation
            for relation in equations(known, self.label)
            if all(isinstance(side, Vector) for side in relation.sides)
        ]
        if not vectors:
            msg = f"line ({self.label}) states no equation between vectors to take the curl of"
            raise PaperError(msg)
        curls = tuple(
            Equal(*(curl(side, self.coordinates) for side in relation.sides))
            for relation in vectors
        )
        return Inference((*curls, *kept(known.lines[self.label], known.notation)))


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
