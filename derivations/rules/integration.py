"""Definite integrals by their antiderivative."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sympy import Expr, Integral, oo

from ..errors import PaperError
from ..expression import substitute
from ..obligation import Obligation
from ..relation import Continuous, Equal, Tends, exact
from .core import Inference, Known
from .variables import must_be_unconfined, must_flow


@dataclass(frozen=True)
class Antiderivative:
    """If F′ = f on [a, b] and F is continuous there, then ∫ₐᵇ f = F(b) − F(a).

    For b = ∞ the value at the upper end is the limit of F, which ``at_infinity`` names
    and which is a side condition of its own.
    """

    integral: Integral
    primitive: Expr
    at_infinity: Expr | None
    name: str = "antiderivative"

    @property
    def premises(self) -> tuple[str, ...]:
        """None: the facts so far are used."""
        return ()

    def infer(self, known: Known) -> Inference:
        """The value of the integral."""
        ((variable, low, high),) = self.integral.limits
        must_flow((variable,), known.notation, "integrate")
        must_be_unconfined((variable,), known.facts, "integrate")
        if low == -oo:
            msg = f"the integral {self.integral} runs from minus infinity; turn it round"
            raise PaperError(msg)
        slope = Equal(self.primitive.diff(variable), self.integral.function)
        conditions: list[Obligation] = [
            known.obligation(slope, f"the derivative of {self.primitive} is the integrand"),
            known.obligation(
                Continuous(self.primitive, variable, low, high),
                "the antiderivative is continuous",
            ),
            known.obligation(
                Continuous(self.integral.function, variable, low, high),
                "the integrand is continuous",
            ),
        ]
        if high == oo:
            if self.at_infinity is None:
                msg = f"the integral {self.integral} runs to infinity; give at_infinity=..."
                raise PaperError(msg)
            upper = self.at_infinity
            conditions.append(
                known.obligation(
                    Tends(self.primitive, upper, variable, oo), "the value at infinity"
                )
            )
        else:
            upper = substitute(self.primitive, {variable: high})
        value = upper - substitute(self.primitive, {variable: low})
        return Inference((Equal(self.integral, value),), tuple(conditions))


def antiderivative(
    integral: Integral, primitive: Any, *, at_infinity: Any = None
) -> Antiderivative:
    """Evaluate ``integral`` with the antiderivative ``primitive`` of its integrand."""
    limit = None if at_infinity is None else exact(at_infinity)
    return Antiderivative(integral, exact(primitive), limit)
