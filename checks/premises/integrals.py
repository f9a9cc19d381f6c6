"""Integrals of known functions at a point, in rigorous balls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flint import acb, fmpq
from sympy import Integral, Symbol, oo

from ..counterexamples.point import NoValueError, Point
from ..normal.algebra import Atom
from ..normal.fraction import Frac

#: Across a pole an integral is no number, and is not looked for with more values than these.
_MOST_VALUES = 600
#: An integral of fewer bits than these may have a root at its beginning.
_FINE = 90


def integral(point: Point, node: Integral) -> acb:
    """A ball around the integral; ``NoValueError`` where it is of none of the kinds known.

    The integrand is made of powers, exponentials, sines and cosines, roots and logarithms
    that are analytic near the interval, but for roots of the variable at zero, with a step
    function at most, whose argument is linear; to infinity, of decaying exponentials alone.
    """
    if len(node.limits) > 1:
        raise NoValueError
    ((variable, low, high),) = node.limits
    body = point.algebra.convert(node.function)
    start = point.value(point.algebra.convert(low)) if not low.is_infinite else None
    if start is None:
        raise NoValueError
    stop = None if high == oo else point.value(point.algebra.convert(high))
    inside = _Integrand(point, variable, body)
    start, stop = inside.cut(start, stop)
    if stop is None:
        return inside.closed(start, None)
    try:
        return inside.closed(start, stop)
    except NoValueError:
        inside.at(body, start)  # raises what must not be raised while flint integrates
        found: acb = acb.integral(inside, start, stop, eval_limit=_MOST_VALUES)
        if low.is_zero and not found.rel_accuracy_bits() >= _FINE:
            return _ByRoot(point, variable, body, inside.step).whole(stop)
        return found


class _Power:
    """A ball that stands for its N-th root: its powers are taken together with the root."""

    def __init__(self, ball: acb, roots: int, *, analytic: bool) -> None:
        self.ball, self.roots, self.analytic = ball, roots, analytic

    def __pow__(self, exponent: int) -> acb:
        whole, rest = divmod(exponent, self.roots)
        result = self.ball**whole
        if rest == 0:
            return result
        if 2 * rest == self.roots:
            return result * self.ball.sqrt(analytic=self.analytic)
        power = acb(fmpq(rest, self.roots))
        return result * (power * self.ball.log(analytic=self.analytic)).exp()


@dataclass
class _Integrand:
    """The integrand as a function of a complex ball."""

    point: Point
    variable: Symbol
    body: Frac
    #: The value of a step function between the limits, once these are cut.
    step: int | None = None

    def __call__(self, z: acb, analytic: bool) -> acb:
        return self.at(self.body, z, analytic=bool(analytic))

    def at(self, value: Frac, z: acb, *, analytic: bool = False) -> acb:
        """A ball around a normal form where the variable lies in ``z``."""

        def power(index: int) -> Any:
            atom = self.point.algebra.atom(index)
            if not self.point.algebra.depends(index, self.variable):
                return self.point.value(self.point.algebra.gen(index))
            return self._moving(atom, z, analytic=analytic)

        return value.evaluate(power)

    def _moving(self, atom: Atom, z: acb, *, analytic: bool) -> Any:
        if atom.kind == "symbol":
            return _Power(z, atom.roots, analytic=analytic)
        if atom.kind == "step" and self.step is not None:
            return acb(self.step)
        if atom.kind not in {"exp", "cis", "log", "radical"}:
            raise NoValueError(atom.kind)
        inner = self.at(atom.parts[0], z, analytic=analytic)
        if atom.kind == "log":
            return inner.log(analytic=analytic)
        if atom.kind == "radical":
            return _Power(inner, atom.roots, analytic=analytic)
        turn = acb(0, 1) if atom.kind == "cis" else acb(1)
        return (turn * inner / atom.roots).exp()

    def _atoms(self, kind: str) -> list[Atom]:
        algebra = self.point.algebra
        return [
            algebra.atom(i)
            for i in self.body.generators()
            if algebra.atom(i).kind == kind and algebra.depends(i, self.variable)
        ]

    def _slope(self, inside: Frac) -> acb:
        """How fast something grows that is linear in the variable."""
        algebra = self.point.algebra
        index = algebra.symbol(self.variable)
        if inside.den.degrees()[index] or inside.num.degrees()[index] != algebra.atom(index).roots:
            raise NoValueError
        if any(algebra.depends(i, self.variable) for i in inside.generators() - {index}):
            raise NoValueError
        return self.at(inside, acb(1)) - self.at(inside, acb(0))

    def cut(self, start: acb, stop: acb | None) -> tuple[acb, acb | None]:
        """The part of the interval where a step function that goes down is one."""
        steps = self._atoms("step")
        if not steps:
            return start, stop
        (inside,) = steps[0].parts
        slope = self._slope(inside)
        edge = -self.at(inside, acb(0)) / slope
        below = stop is None or edge.real < stop.real
        if len(steps) > 1 or not (slope.real < 0 and start.real < edge.real and below):
            raise NoValueError
        self.step = 1
        return start, edge

    def closed(self, start: acb, stop: acb | None) -> acb:
        """∫ c exp(k x) dx = c (exp(k b) − exp(k a))/k, term by term; for b = ∞ if k < 0."""
        algebra = self.point.algebra
        moving = [i for i in self.body.generators() if algebra.depends(i, self.variable)]
        if any(algebra.atom(i).kind not in {"exp", "cis"} for i in moving):
            raise NoValueError
        single = self.body.monomial()
        if single is None and any(self.body.den.degrees()[i] for i in moving):
            raise NoValueError
        rates = {i: self._rate(algebra.atom(i)) for i in moving}
        result = acb(0)
        for coefficient, powers in [single] if single else self.body.terms():
            rate = sum((rates[i] * powers.get(i, 0) for i in moving), acb(0))
            term = algebra.number(coefficient)
            for index, exponent in powers.items():
                term = term * algebra.gen(index, exponent)
            if any(i in powers for i in moving):
                result += self._between(term, rate, start, stop)
            else:
                result += self.point.value(term) * self._length(start, stop)
        if single:
            return result
        whole: acb = result / self.point.value(Frac(algebra.ring, self.body.den, algebra.ring.one))
        return whole

    def _rate(self, atom: Atom) -> acb:
        turn = acb(0, 1) if atom.kind == "cis" else acb(1)
        return turn * self._slope(atom.parts[0]) / atom.roots

    def _between(self, term: Frac, rate: acb, start: acb, stop: acb | None) -> acb:
        if stop is None:
            if not rate.real < 0:
                raise NoValueError
            return -self.at(term, start) / rate
        return (self.at(term, stop) - self.at(term, start)) / rate

    def _length(self, start: acb, stop: acb | None) -> acb:
        if stop is None:
            raise NoValueError
        length: acb = stop - start
        return length


class _ByRoot(_Integrand):
    """The integrand f(yᴺ) N yᴺ⁻¹ over y, in which what is a root of yᴺ is a power."""

    def whole(self, stop: acb) -> acb:
        """The integral from zero."""
        end = stop.root(self._roots)
        found: acb = acb.integral(self, acb(0), end, eval_limit=_MOST_VALUES)
        return found

    def __call__(self, z: acb, analytic: bool) -> acb:
        return self.at(self.body, z, analytic=bool(analytic)) * self._roots * z ** (self._roots - 1)

    @property
    def _roots(self) -> int:
        algebra = self.point.algebra
        return algebra.atom(algebra.symbol(self.variable)).roots

    def _moving(self, atom: Atom, z: acb, *, analytic: bool) -> Any:
        return z if atom.kind == "symbol" else super()._moving(atom, z, analytic=analytic)
