"""Integrals as other integrals: another variable, by parts, in two parts, even and odd."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sympy import Expr, Integral, S, Symbol, oo

from ..errors import PaperError
from ..exact import exact
from ..expression import substitute
from ..obligation import Obligation, about
from ..relation import Continuous, Equal, Less, Relation, Tends
from .core import Inference, Known
from .integration import at_end, continuous, optional, range_of
from .variables import must_be_unconfined, must_flow


class _OfAnIntegral:
    """A rule about one integral, which uses the facts so far."""

    @property
    def premises(self) -> tuple[str, ...]:
        """None: the facts so far are used."""
        return ()


@dataclass(frozen=True)
class ChangeOfVariable(_OfAnIntegral):
    """``integral`` over the new ``variable`` from ``low`` to ``high``, with x = ``place``."""

    integral: Integral
    variable: Symbol
    place: Expr
    low: Expr
    high: Expr
    name: str = "change of variable"

    def infer(self, known: Known) -> Inference:
        """The integral over the new variable."""
        x, first, last = range_of(self.integral, known, self.name)
        u, place = self.variable, self.place
        self._refuse(known)
        slope = place.diff(u)
        between = replace(known, facts=(*known.facts, Less(self.low, u)))
        ends: list[tuple[Relation, str]] = [
            (Equal(substitute(place, {u: self.low}), first), about("{} begins at {}", place, first))
        ]
        if self.high == oo:
            ends.append((Tends(place, last, u, oo), about("{} tends to {}", place, last)))
        else:
            between = replace(between, facts=(*between.facts, Less(u, self.high)))
            ends.append((Less(self.low, self.high), about("{} runs upwards", u)))
            ends.append(
                (
                    Equal(substitute(place, {u: self.high}), last),
                    about("{} ends at {}", place, last),
                )
            )
        conditions = [known.obligation(*each) for each in ends]
        conditions.append(
            between.obligation(Less(S.Zero, slope**2), about("{} does not turn back", place))
        )
        conditions += (
            known.obligation(
                Continuous(each, u, self.low, self.high), about("{} is continuous", each)
            )
            for each in (place, slope)
        )
        conditions += (
            known.obligation(each, "the integrand is continuous")
            for each in continuous(self.integral.function, x, first, last)
        )
        inside = substitute(self.integral.function, {x: place}) * slope
        new = Integral(inside, (u, self.low, self.high))
        return Inference((Equal(self.integral, new),), tuple(conditions))

    def _refuse(self, known: Known) -> None:
        """``PaperError`` for a new variable that does not run freely from low to high."""
        u = self.variable
        must_flow((u,), known.notation, self.name)
        must_be_unconfined((u,), known.facts, self.name)
        ends = self.low.free_symbols | self.high.free_symbols
        ((old, *_),) = self.integral.limits
        if u in self.integral.free_symbols | ends or old in self.place.free_symbols:
            msg = f"{self.place} must be {old} in a variable that {self.integral} does not have yet"
            raise PaperError(msg)
        if self.low == -oo:
            msg = f"{u} begins at minus infinity; turn it round"
            raise PaperError(msg)


@dataclass(frozen=True)
class ByParts(_OfAnIntegral):
    """``integral`` of u v′ by that of u′ v."""

    integral: Integral
    u: Expr
    v: Expr
    at_infinity: Expr | None
    at_minus_infinity: Expr | None
    name: str = "integration by parts"

    def infer(self, known: Known) -> Inference:
        """The integral as what stands at the ends, less the integral of u′ v."""
        x, low, high = range_of(self.integral, known, "integrate by parts")
        product = Equal(self.u * self.v.diff(x), self.integral.function)
        conditions = [known.obligation(product, "the integrand is u v′")]
        for part in (self.u, self.v, self.u.diff(x), self.v.diff(x)):
            conditions += (
                known.obligation(each, about("{} is continuous", part))
                for each in continuous(part, x, low, high)
            )
        both = self.u * self.v
        first, below = at_end(both, x, low, self.at_minus_infinity, "at_minus_infinity")
        last, above = at_end(both, x, high, self.at_infinity, "at_infinity")
        conditions += (known.obligation(each, "the value at infinity") for each in below + above)
        rest = Integral(self.u.diff(x) * self.v, (x, low, high))
        return Inference((Equal(self.integral, last - first - rest),), tuple(conditions))


@dataclass(frozen=True)
class Split(_OfAnIntegral):
    """``integral`` up to a point and from there."""

    integral: Integral
    at: Expr
    name: str = "in two parts"

    def infer(self, known: Known) -> Inference:
        """The integral as the sum of two."""
        x, low, high = range_of(self.integral, known, "integrate")
        if x in self.at.free_symbols:
            msg = f"the point {self.at} between the parts of {self.integral} depends on {x}"
            raise PaperError(msg)
        f = self.integral.function
        conditions = tuple(
            known.obligation(each, "the integrand is continuous")
            for ends in ((low, self.at), (self.at, high))
            for each in continuous(f, x, *ends)
        )
        parts = Integral(f, (x, low, self.at)), Integral(f, (x, self.at, high))
        return Inference((Equal(self.integral, parts[0] + parts[1]),), conditions)


@dataclass(frozen=True)
class Symmetric(_OfAnIntegral):
    """``integral`` from −a to a of an integrand of which f(−x) = ``parity`` f(x)."""

    integral: Integral
    parity: Expr
    name: str

    def infer(self, known: Known) -> Inference:
        """Twice the integral from 0 to a, or zero."""
        x, low, high = range_of(self.integral, known, "integrate")
        f = self.integral.function
        endless = high == oo and low == -oo
        if endless and self.parity == -1:
            msg = f"{self.integral} is zero only if it converges, which has to be shown first"
            raise PaperError(msg)
        turned = Equal(substitute(f, {x: -x}), self.parity * f)
        conditions: list[Obligation] = [known.obligation(turned, f"the integrand is {self.name}")]
        if not endless:
            conditions.append(known.obligation(Equal(low, -high), "the limits are opposite"))
        conditions += (
            known.obligation(each, "the integrand is continuous")
            for each in continuous(f, x, low, high)
        )
        half = Integral(f, (x, S.Zero, high))
        value = 2 * half if self.parity == 1 else S.Zero
        return Inference((Equal(self.integral, value),), tuple(conditions))


def change_of_variable(
    integral: Integral, variable: Symbol, place: Any, low: Any, high: Any
) -> ChangeOfVariable:
    """If x = φ(u) rises or falls all the way, ∫ₐᵇ f(x) dx = ∫ f(φ(u)) φ′(u) du.

    The new ``variable`` u runs from ``low`` to ``high``, where φ is a and b; if ``high`` is
    infinite, φ tends to b.

    Side conditions: φ is a and b at the ends; u runs upwards; φ and φ′ are continuous, and
    φ′ is not zero between; f is continuous between a and b; nothing keeps x or u from a
    value; u is new.

    Example: ``by(change_of_variable(Integral(f(2 * x), (x, 0, a)), u, u / 2, 0, 2 * a))``
    gives ∫₀ᵃ f(2x) dx = ½ ∫₀²ᵃ f(u) du.
    """
    return ChangeOfVariable(integral, variable, exact(place), exact(low), exact(high))


def by_parts(
    integral: Integral, u: Any, v: Any, *, at_infinity: Any = None, at_minus_infinity: Any = None
) -> ByParts:
    """∫ₐᵇ u v′ dx = u(b) v(b) − u(a) v(a) − ∫ₐᵇ u′ v dx.

    For b = ∞ or a = −∞ ``at_infinity`` and ``at_minus_infinity`` name the limit of u v;
    then one of the two integrals converges if the other does.

    Side conditions: the integrand is u v′; u, v, u′, v′ are continuous from a to b; the
    limits at infinity; nothing keeps x from a value.

    Example: ``by(by_parts(Integral(x * cos(x), (x, 0, a)), x, sin(x)))`` gives
    ∫₀ᵃ x cos x dx = a sin a − ∫₀ᵃ sin x dx.
    """
    above, below = optional(at_infinity), optional(at_minus_infinity)
    return ByParts(integral, exact(u), exact(v), above, below)


def split(integral: Integral, at: Any) -> Split:
    """∫ₐᵇ f dx = ∫ₐᶜ f dx + ∫꜀ᵇ f dx.

    Side conditions: f is continuous from a to c and from c to b; c does not depend on x;
    nothing keeps x from a value.

    Example: ``by(split(Integral(exp(-x), (x, 0, oo)), a))`` gives
    ∫₀^∞ e⁻ˣ dx = ∫₀ᵃ e⁻ˣ dx + ∫ₐ^∞ e⁻ˣ dx.
    """
    return Split(integral, exact(at))


def even(integral: Integral) -> Symmetric:
    """If f(−x) = f(x), then ∫ f dx from −a to a is 2 ∫₀ᵃ f dx; a may be infinite.

    Side conditions: f is even; the limits are opposite; f is continuous between them;
    nothing keeps x from a value.

    Example: ``by(even(Integral(cos(x), (x, -a, a))))`` gives 2 ∫₀ᵃ cos x dx.
    """
    return Symmetric(integral, S.One, "even")


def odd(integral: Integral) -> Symmetric:
    """If f(−x) = −f(x), then ∫ f dx from −a to a is zero.

    Side conditions: f is odd; the limits are opposite and finite; f is continuous between
    them; nothing keeps x from a value.

    Example: ``by(odd(Integral(sin(x), (x, -a, a))))`` gives 0.
    """
    return Symmetric(integral, S.NegativeOne, "odd")
