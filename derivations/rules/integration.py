"""Definite and improper integrals by their antiderivative."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sympy import Expr, Integral, S, Symbol, oo

from ..errors import PaperError
from ..exact import exact
from ..expression import substitute
from ..obligation import about
from ..relation import Continuous, Equal, Tends
from .core import Inference, Known
from .variables import must_be_unconfined, must_flow


@dataclass(frozen=True)
class Antiderivative:
    """F(b) − F(a) for ``integral``, F being its ``primitive``; limits at infinity are named."""

    integral: Integral
    primitive: Expr
    at_infinity: Expr | None
    at_minus_infinity: Expr | None = None
    singular_at: tuple[Expr, ...] = ()
    name: str = "antiderivative"

    @property
    def premises(self) -> tuple[str, ...]:
        """None: the facts so far are used."""
        return ()

    def infer(self, known: Known) -> Inference:
        """The value of the integral."""
        variable, low, high = range_of(self.integral, known, "integrate")
        integrand = self.integral.function
        slope = Equal(self.primitive.diff(variable), integrand)
        conditions = [
            known.obligation(slope, about("the derivative of {} is the integrand", self.primitive))
        ]
        for end in self.singular_at:
            integrand = integrand * (variable - end)
        for expression, what in (
            (self.primitive, "the antiderivative is continuous"),
            (integrand, "the integrand is continuous"),
        ):
            conditions += (
                known.obligation(each, what) for each in continuous(expression, variable, low, high)
            )
        ends = []
        for end, limit, what in (
            (low, self.at_minus_infinity, "at_minus_infinity"),
            (high, self.at_infinity, "at_infinity"),
        ):
            value, limits = at_end(self.primitive, variable, end, limit, what)
            ends.append(value)
            conditions += (known.obligation(each, "the value at infinity") for each in limits)
        return Inference((Equal(self.integral, ends[1] - ends[0]),), tuple(conditions))


def range_of(integral: Integral, known: Known, verb: str) -> tuple[Symbol, Expr, Expr]:
    """Variable and limits of an integral over one variable that takes all values between.

    ``PaperError`` for another integral, and where what is known is known of a part only.
    """
    if len(integral.limits) != 1 or len(integral.limits[0]) != 3:
        msg = f"{integral} is no integral over one variable between limits"
        raise PaperError(msg)
    ((variable, low, high),) = integral.limits
    must_flow((variable,), known.notation, verb)
    must_be_unconfined((variable,), known.facts, verb)
    if variable in low.free_symbols | high.free_symbols:
        msg = f"the variable of {integral} stands in its limits; give it another name"
        raise PaperError(msg)
    if low == oo or high == -oo or (low == -oo and variable.is_nonnegative):
        msg = f"the integral {integral} runs where {variable} has no values; turn it round"
        raise PaperError(msg)
    return variable, low, high


def continuous(expr: Expr, variable: Symbol, low: Expr, high: Expr) -> Iterator[Continuous]:
    """That ``expr`` is continuous from ``low`` to ``high``; mirrored below a point if endless."""
    if low != -oo:
        yield Continuous(expr, variable, low, high)
        return
    mirrored = substitute(expr, {variable: -variable})
    if high == oo:
        yield Continuous(expr, variable, S.Zero, oo)
    yield Continuous(mirrored, variable, S.Zero if high == oo else -high, oo)


def at_end(
    expr: Expr, variable: Symbol, end: Expr, limit: Expr | None, argument: str
) -> tuple[Expr, tuple[Tends, ...]]:
    """The value of ``expr`` at the end of a range, and the limit that has to be shown for it.

    At infinity the value is ``limit``, which the ``argument`` of that name gives.
    """
    if end not in (oo, -oo):
        return substitute(expr, {variable: end}), ()
    if limit is None:
        msg = f"{variable} runs to infinity; give {argument}=..., the limit of {expr}"
        raise PaperError(msg)
    far = expr if end == oo else substitute(expr, {variable: -variable})
    return limit, (Tends(far, limit, variable, oo),)


def optional(value: Any) -> Any:
    """``value`` as an exact expression, or ``None`` where there is none."""
    return None if value is None else exact(value)


def antiderivative(
    integral: Integral,
    primitive: Any,
    *,
    at_infinity: Any = None,
    at_minus_infinity: Any = None,
    singular_at: tuple[Any, ...] = (),
) -> Antiderivative:
    """If F′ = f between a and b, and F is continuous, then ∫ₐᵇ f dx = F(b) − F(a).

    For b = ∞ or a = −∞ the value there is the limit of F, which ``at_infinity`` and
    ``at_minus_infinity`` name.  The integrand may be singular at the ends that
    ``singular_at`` names, where F is continuous all the same.

    Side conditions: F′ = f; F and f are continuous from a to b, f times the distance from
    an end where it is singular; the limits at infinity; nothing keeps x from a value.

    Example: ``by(antiderivative(Integral(1 / x, (x, a, b)), log(x)))`` gives
    ∫ₐᵇ dx/x = log(b/a).
    """
    above, below = optional(at_infinity), optional(at_minus_infinity)
    singular = tuple(exact(end) for end in singular_at)
    return Antiderivative(integral, exact(primitive), above, below, singular)
