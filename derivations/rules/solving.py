"""An equation that a rising or falling function makes has one solution."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sympy import Expr, S, Symbol

from ..errors import PaperError
from ..exact import exact
from ..expression import substitute
from ..obligation import about
from ..quantity import Role
from ..relation import Equal, Less, Relation, SameDimension
from .algebra import scalars
from .core import Inference, Known
from .variables import around, kept


@dataclass(frozen=True)
class Solution:
    """``unknown`` is ``value``, which solves the line's equation as no other value does."""

    label: str
    unknown: Symbol
    value: Expr
    name: str = "solution"

    @property
    def premises(self) -> tuple[str, ...]:
        """The line whose equation is solved."""
        return (self.label,)

    def infer(self, known: Known) -> Inference:
        """The unknown equals the value."""
        x, value = self.unknown, self.value
        if known.notation[x].role is Role.VARIABLE or x in value.free_symbols:
            msg = f"({self.label}) cannot be solved for {x}: {value} or all values of {x} solve it"
            raise PaperError(msg)
        left, right = self._equation(known)
        put_in = Equal(*(substitute(side, {x: value}) for side in (left, right)))
        slope = (left - right).diff(x)
        needs: list[tuple[Relation, str]] = [
            (SameDimension(x, value), about("{} is admissible for {}", value, x)),
            (put_in, about("{} solves the equation", value)),
            (Less(S.Zero, slope**2), about("no other value of {} solves it", x)),
            *(
                (each, about("{} has no jump", each.expression))
                for each in around(left - right, x, value)
            ),
        ]
        if x.is_nonnegative and not (value.is_positive or (value.is_zero and not x.is_positive)):
            needs.append((Less(S.Zero, value), about("{} is admissible for {}", value, x)))
        if x.is_integer and not value.is_integer:
            msg = f"{value} is not declared an integer, and {x} is one"
            raise PaperError(msg)
        free = replace(known, facts=tuple(fact for fact in known.facts if _is_free(fact, x)))
        conditions = tuple(free.obligation(*each) for each in needs)
        others = kept(known.lines[self.label], known.notation)
        return Inference((Equal(x, value), *others), conditions)

    def _equation(self, known: Known) -> tuple[Expr, Expr]:
        found = [
            sides
            for sides in scalars(known, self.label)
            if any(self.unknown in side.free_symbols for side in sides)
        ]
        if len(found) != 1:
            msg = f"line ({self.label}) states {len(found)} equations in {self.unknown}, not one"
            raise PaperError(msg)
        return found[0]


def _is_free(fact: Relation, symbol: Symbol) -> bool:
    """Whether a fact is about other things than ``symbol``, so that it holds for all its values."""
    return not any(symbol in side.free_symbols for side in fact.sides)


def solve(label: str, unknown: Symbol, value: Any) -> Solution:
    """If g(x) = 0 and g(s) = 0, and g rises or falls all the way, then x = s.

    Side conditions: s, the ``value``, put into the equation of line ``label`` solves it, and
    is admissible for x; g, the difference of the equation's sides, has no jump and its slope
    is not zero for any admissible x.  All of that has to follow from facts that do not speak
    of x.  Where x can be isolated, ``both_sides`` and a citation do as well.

    Example: ``by(solve("1", D, w / (exp(1 / B) - 1)))`` gives D = w/(exp(1/B) − 1) from (1),
    B log(1 + w/D) = 1.
    """
    return Solution(label, unknown, exact(value))
