"""Integrals over a step function."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sympy import Expr, Heaviside, Integral, Mul, S, oo

from ..errors import PaperError
from ..exact import exact
from ..obligation import Obligation
from ..relation import Equal, Less
from .core import Inference, Known
from .variables import must_be_unconfined, must_flow


@dataclass(frozen=True)
class CutOff:
    """``integral``, whose integrand has a step down at the ``edge``, as one that ends there."""

    integral: Integral
    edge: Expr
    name: str = "cut-off"

    @property
    def premises(self) -> tuple[str, ...]:
        """None: the facts so far are used."""
        return ()

    def infer(self, known: Known) -> Inference:
        """The integral as one that ends at the edge."""
        ((variable, low, high),) = self.integral.limits
        must_flow((variable,), known.notation, self.name)
        must_be_unconfined((variable,), known.facts, self.name)
        step, rest = self._step()
        inside = step.args[0]
        conditions: list[Obligation] = [
            known.obligation(Equal(inside.subs(variable, self.edge), 0), "the step is at the edge"),
            known.obligation(Less(inside.diff(variable), S.Zero), "the step goes down"),
            known.obligation(Less(low, self.edge), "the edge lies above the lower end"),
        ]
        if high != oo:
            conditions.append(
                known.obligation(Less(self.edge, high), "the edge lies below the upper end")
            )
        short = Integral(rest, (variable, low, self.edge))
        return Inference((Equal(self.integral, short),), tuple(conditions))

    def _step(self) -> tuple[Heaviside, Expr]:
        factors = Mul.make_args(self.integral.function)
        steps = [factor for factor in factors if isinstance(factor, Heaviside)]
        if len(steps) != 1:
            msg = f"the integrand {self.integral.function} is no product with one step function"
            raise PaperError(msg)
        return steps[0], Mul(*(factor for factor in factors if factor is not steps[0]))


def cut_off(integral: Integral, edge: Any) -> CutOff:
    """If u(m) = 0 and u′ < 0, then ∫ₐᵇ f(x) θ(u(x)) dx = ∫ₐᵐ f(x) dx for a < m < b.

    θ is the step function: 0 below 0 and 1 above; m is the ``edge``.

    Side conditions: u(m) = 0; u′ < 0; a < m, and m < b where b is finite; nothing keeps x
    from a value.

    Example: ``by(cut_off(Integral(f(x) * Heaviside(a - x), (x, 0, oo)), a))`` gives
    ∫₀ᵃ f(x) dx.
    """
    return CutOff(integral, exact(edge))
