"""What has no slope is constant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sympy import Expr, S, Symbol, oo

from ..obligation import about
from ..relation import Continuous, Equal, exact
from .core import Inference, Known
from .variables import must_be_unconfined, must_flow


@dataclass(frozen=True)
class Constant:
    """If g′(x) = 0 for all x, then g(x) = g(a).

    Side conditions: the slope is zero, and g is continuous on both sides of a.
    """

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
        must_flow((self.variable,), known.notation, "follow the slope")
        must_be_unconfined((self.variable,), known.facts, "follow the slope")
        slope = Equal(self.expression.diff(self.variable), S.Zero)
        mirrored = self.expression.subs(self.variable, 2 * self.at - self.variable)
        return Inference(
            (Equal(self.expression, self.expression.subs(self.variable, self.at)),),
            (
                known.obligation(slope, about("the slope of {} is zero", self.expression)),
                *(
                    known.obligation(
                        Continuous(side, self.variable, self.at, oo),
                        about("{} has no jump", self.expression),
                    )
                    for side in (self.expression, mirrored)
                ),
            ),
        )


def constant(expression: Any, variable: Symbol, at: Any) -> Constant:
    """``expression`` does not change with ``variable``: it has its value at ``at``."""
    return Constant(exact(expression), variable, exact(at))
