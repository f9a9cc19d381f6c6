"""What holds for all values of a variable holds for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sympy import Expr, S, Symbol

from ..errors import PaperError
from ..exact import Side, exact
from ..expression import Vector, substitute
from ..obligation import Obligation, about
from ..quantity import Role
from ..relation import Equal, Less, SameDimension
from .both_sides import equations, must_not_tend
from .core import Inference, Known
from .variables import confining, kept


@dataclass(frozen=True)
class Instance:
    """The line's equations at the ``values`` of their variables."""

    label: str
    values: tuple[tuple[Symbol, Expr], ...]
    name: str = "instance"

    @property
    def premises(self) -> tuple[str, ...]:
        """The general line."""
        return (self.label,)

    def infer(self, known: Known) -> Inference:
        """The line's equations at the given values."""
        conditions: list[Obligation] = []
        numbers = (variable for variable, value in self.values if value.is_number)
        must_not_tend(numbers, self.label, known, self.name)
        for variable, value in self.values:
            quantity = known.notation[variable]
            if quantity.role is not Role.VARIABLE:
                msg = (
                    f"({self.label}) cannot be taken at {variable} = {value}: "
                    f"{variable} is a constant"
                )
                raise PaperError(msg)
            over = quantity.member_of
            if over is not None and (
                value not in known.notation or known.notation[value].member_of != over
            ):
                msg = f"{value} is not declared a member of the set that {variable} runs over"
                raise PaperError(msg)
            purpose = about("the value {} is admissible for {}", value, variable)
            conditions.append(known.obligation(SameDimension(variable, value), purpose))
            if not _is_kept(variable, value):
                conditions.append(known.obligation(Less(S.Zero, value), purpose))
            if variable.is_integer and not value.is_integer:
                msg = f"{value} is not declared an integer, and {variable} is one"
                raise PaperError(msg)
            for fact in confining(variable, known.lines[self.label]):
                taken = fact.map(self._put)
                conditions.append(known.obligation(taken, purpose))
            if value.has(S.ImaginaryUnit):
                msg = f"{value} may not be real, and {variable} is"
                raise PaperError(msg)
        facts = tuple(
            Equal(*(self._taken(side) for side in relation.sides))
            for relation in equations(known, self.label)
        )
        values = dict(self.values)
        others = tuple(
            fact
            for fact in kept(known.lines[self.label], known.notation)
            if not any(fact in confining(variable, [fact]) for variable in values)
        )
        return Inference((*facts, *others), tuple(conditions))

    def _put(self, expression: Expr) -> Expr:
        return substitute(expression, dict(self.values))

    def _taken(self, side: Side) -> Side:
        if isinstance(side, Vector):
            return side.map(self._put)
        return self._put(side)


def _is_kept(variable: Symbol, value: Expr) -> bool:
    """Whether ``value`` has the sign that ``variable`` has, as far as declarations show."""
    if variable.is_positive:
        return value.is_Symbol and bool(value.is_positive)
    return variable.is_nonnegative is None or value.is_zero or bool(value.is_nonnegative)


def instance(label: str, values: dict[Symbol, Any]) -> Instance:
    """If f(x) = g(x) for all x, then f(a) = g(a); so a line is evaluated at a boundary.

    Side conditions: a has the dimension of x, and is real, whole, positive, not negative or
    a member of a set where x is; an inequality of the line that confines x holds for a.

    Example: ``by(instance("1", {x: 0}))`` gives B(0) = B₀ from (1), B(x) = B₀ exp(−x/λ).
    """
    return Instance(label, tuple((variable, exact(value)) for variable, value in values.items()))
