"""Where a function is least or greatest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sympy import Expr, S, Symbol

from ..errors import PaperError
from ..exact import exact
from ..expression import substitute
from ..obligation import Obligation, about
from ..relation import Less, NotEqual
from .core import Inference, Known
from .variables import around, must_be_unconfined, must_flow, reached


@dataclass(frozen=True)
class Extremum:
    """``sign`` times ``expression`` is least where ``variable`` is ``at``."""

    expression: Expr
    variable: Symbol
    at: Expr
    sign: Expr
    name: str

    @property
    def premises(self) -> tuple[str, ...]:
        """None: the facts so far are used."""
        return ()

    def infer(self, known: Known) -> Inference:
        """The expression is greater, or less, at all other values of the variable."""
        x, f = self.variable, self.sign * self.expression
        must_flow((x,), known.notation, f"find a {self.name}")
        must_be_unconfined((x,), known.facts, f"find a {self.name}")
        if x in self.at.free_symbols:
            msg = f"the place {self.at} of the {self.name} depends on {x}"
            raise PaperError(msg)
        below = replace(known, facts=(*known.facts, Less(x, self.at)))
        above = replace(known, facts=(*known.facts, Less(self.at, x)))
        conditions: list[Obligation] = [
            above.obligation(Less(S.Zero, f.diff(x)), about("{} rises above {}", f, self.at))
        ]
        if not (self.at.is_zero and x.is_nonnegative):
            conditions.append(
                below.obligation(Less(f.diff(x), S.Zero), about("{} falls below {}", f, self.at))
            )
        conditions += (
            known.obligation(each, about("{} has no jump", f)) for each in around(f, x, self.at)
        )
        conditions += (
            known.obligation(each, about("{} reaches {}", x, self.at))
            for each in reached(x, self.at)
        )
        value = substitute(self.expression, {x: self.at})
        pair = (value, self.expression) if self.sign == 1 else (self.expression, value)
        return Inference((Less(*pair), NotEqual(x, self.at)), tuple(conditions))


def minimum(expression: Any, variable: Symbol, at: Any) -> Extremum:
    """If f′ < 0 below a and f′ > 0 above, then f(a) < f(x) for all x ≠ a.

    That the slope vanishes at a is the claim f′(a) = 0, which needs no rule.

    Side conditions: the signs of the slope; f has no jump; x reaches a, the point ``at``;
    no inequality keeps x from a value.  What is said then is said for x ≠ a.

    Example: ``by(minimum((x - a)**2 + b, x, a))`` gives b < (x − a)² + b.
    """
    return Extremum(exact(expression), variable, exact(at), S.One, "minimum")


def maximum(expression: Any, variable: Symbol, at: Any) -> Extremum:
    """If f′ > 0 below a and f′ < 0 above, then f(x) < f(a) for all x ≠ a.

    Side conditions: those of ``minimum``.

    Example: ``by(maximum(b - (x - a)**2, x, a))`` gives b − (x − a)² < b.
    """
    return Extremum(exact(expression), variable, exact(at), S.NegativeOne, "maximum")
