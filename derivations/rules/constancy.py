"""What has no slope is constant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sympy import Expr, S, Symbol

from ..exact import exact
from ..expression import substitute
from ..obligation import about
from ..relation import Equal, Relation
from .core import Inference, Known
from .variables import around, must_be_unconfined, must_flow, reached


@dataclass(frozen=True)
class Constant:
    """``expression``, which does not change with ``variable``, by its value ``at`` a point."""

    expression: Expr
    variable: Symbol
    at: Expr
    name: str = "constancy"

    @property
    def premises(self) -> tuple[str, ...]:
        """None: the facts so far are used."""
        return ()

    def infer(self, known: Known) -> Inference:
        """The expression equals its value at one point."""
        x, g = self.variable, self.expression
        must_flow((x,), known.notation, "follow the slope")
        must_be_unconfined((x,), known.facts, "follow the slope")
        needs: list[tuple[Relation, str]] = [
            (Equal(g.diff(x), S.Zero), about("the slope of {} is zero", g)),
            *((each, about("{} reaches {}", x, self.at)) for each in reached(x, self.at)),
        ]
        needs += ((each, about("{} has no jump", g)) for each in around(g, x, self.at))
        value = Equal(g, substitute(g, {x: self.at}))
        return Inference((value,), tuple(known.obligation(*each) for each in needs))


def constant(expression: Any, variable: Symbol, at: Any) -> Constant:
    """If g′(x) = 0 for all x, then g(x) = g(a).

    Side conditions: the slope of ``expression`` is zero; it is continuous on both sides of
    a, the point ``at``, which x reaches; no inequality keeps x from a value.

    Example: ``by("1", constant(f(x) * exp(-k * x), x, 0))`` gives f(x) = f(0) exp(kx) from
    (1), f′ = k f.
    """
    return Constant(exact(expression), variable, exact(at))
