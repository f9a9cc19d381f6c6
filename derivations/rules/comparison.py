"""Integrals compared by what is under the sign."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sympy import Integral, oo

from ..errors import PaperError
from ..expression import substitute
from ..obligation import about
from ..relation import Less
from .core import Inference, Known
from .integration import continuous, range_of


@dataclass(frozen=True)
class Smaller:
    """``integral`` is smaller than ``other``, between the same limits."""

    integral: Integral
    other: Integral
    name: str = "comparison"

    @property
    def premises(self) -> tuple[str, ...]:
        """None: the facts so far are used."""
        return ()

    def infer(self, known: Known) -> Inference:
        """One integral below the other."""
        x, low, high = range_of(self.integral, known, self.name)
        y, *limits = range_of(self.other, known, self.name)
        if (low, high) != tuple(limits):
            msg = f"{self.integral} and {self.other} have different limits"
            raise PaperError(msg)
        if low == -oo or high == oo:
            msg = f"{self.integral} is improper, and may have no value to compare"
            raise PaperError(msg)
        below, above = self.integral.function, substitute(self.other.function, {y: x})
        between = replace(known, facts=(*known.facts, Less(low, x, high)))
        conditions = [
            between.obligation(Less(below, above), about("{} is below {}", below, above)),
            known.obligation(Less(low, high), about("{} runs upwards", x)),
        ]
        for each in (below, above):
            conditions += (
                known.obligation(one, about("{} is continuous", each))
                for one in continuous(each, x, low, high)
            )
        return Inference((Less(self.integral, self.other),), tuple(conditions))


def smaller(integral: Integral, other: Integral) -> Smaller:
    """If f < g between a and b, then ∫ₐᵇ f dx < ∫ₐᵇ g dx.

    Side conditions: f < g for a < x < b; a < b, both finite; f and g are continuous from
    a to b; nothing keeps x from a value.

    Example: ``by(smaller(Integral(x / (x + 1), (x, 0, a)), Integral(1, (x, 0, a))))`` gives
    ∫₀ᵃ x/(x + 1) dx < ∫₀ᵃ dx.
    """
    return Smaller(integral, other)
