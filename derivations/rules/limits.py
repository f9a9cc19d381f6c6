"""Limits of both sides of an equation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sympy import Expr, Symbol, oo

from ..errors import PaperError
from ..exact import exact
from ..obligation import about
from ..relation import Equal, Tends
from .algebra import scalars
from .both_sides import must_be_exact
from .core import Inference, Known
from .variables import kept, must_be_unconfined, must_flow, reached


@dataclass(frozen=True)
class Limit:
    """The ``limits`` of the sides of the line's equation as ``variable`` tends ``to`` a point."""

    label: str
    variable: Symbol
    to: Expr
    limits: tuple[Expr, Expr]
    name: str = "limit"

    @property
    def premises(self) -> tuple[str, ...]:
        """The line whose limit is taken."""
        return (self.label,)

    def infer(self, known: Known) -> Inference:
        """The limits of both sides are equal."""
        x = self.variable
        must_flow((x,), known.notation, "take a limit")
        must_be_exact(self.label, known, "take a limit of")
        must_be_unconfined((x,), (*known.facts, *known.lines[self.label]), "take a limit")
        links = scalars(known, self.label)
        if len(links) != 1 or oo in self.limits or -oo in self.limits:
            msg = f"({self.label}) must state one equation, whose sides have finite limits"
            raise PaperError(msg)
        (sides,) = links
        conditions = [
            known.obligation(Tends(side, limit, x, self.to), "the limit of a side")
            for side, limit in zip(sides, self.limits, strict=True)
        ]
        conditions += (
            known.obligation(each, about("{} reaches {}", x, self.to))
            for each in reached(x, self.to)
        )
        others = kept(known.lines[self.label], known.notation)
        return Inference((Equal(*self.limits), *others), tuple(conditions))


def limit_of(label: str, variable: Symbol, to: Any, left: Any, right: Any) -> Limit:
    """If f(x) = g(x) for all x, and f → L and g → R as x → a from above, then L = R.

    a, the point ``to``, may be infinite.  A limit by itself is the claim ``Tends``, and a
    leading term ``LeadingOrder``, which need no rule.

    Side conditions: L and R, ``left`` and ``right``, are the limits, and finite; x reaches
    a, and no inequality keeps it from a value.

    Example: ``by(limit_of("1", x, oo, C, 0))`` gives C = 0 from (1), C + exp(−x) = 1/x.
    """
    return Limit(label, variable, exact(to), (exact(left), exact(right)))
