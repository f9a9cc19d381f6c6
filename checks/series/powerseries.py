"""Truncated series near a limit point: a finite sum of c · growth, and a bound on the rest.

What a `Series` says of a function f is: f(h) = Σ cᵢ gᵢ(h) + O(bound) as h → 0+, with
growths gᵢ that are ordered by magnitude and coefficients cᵢ free of h.  No bound means
that the sum is exact.  Every operation keeps that statement true.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil

from ..normal.algebra import Algebra, UnsupportedError
from ..normal.factors import factors
from ..normal.fraction import Frac
from ..normal.sign import nonzero, sign
from ..quoting import quoted
from .growth import ONE, Growth, magnitude, oscillates

#: More terms than this and a series is given up.
_MOST_TERMS = 160


class ImpreciseError(Exception):
    """The terms kept do not show what is asked; start again with more of them."""


@dataclass
class Scale:
    """Where series live: their coefficients' algebra, and how many terms are kept.

    ``depth`` is the number of powers of h (of 1/ℓ, of an exponentially small growth) that
    are kept beyond the leading term.  ``divided_by`` collects the coefficients that were
    divided by without being known to be non-zero.
    """

    algebra: Algebra
    depth: int
    divided_by: dict[str, Frac] = field(default_factory=dict)

    def compare(self, one: Growth, other: Growth) -> int:
        """+1 if ``one`` is of larger magnitude, −1 if of smaller, 0 if of the same."""
        if one is other:
            return 0
        if not one.exponent and not other.exponent and one.power != other.power:
            return 1 if one.power < other.power else -1
        return magnitude(self.algebra, one / other)

    def constant(self, value: Frac) -> Series:
        """A series of one constant term, or of none."""
        return self.term(ONE, value)

    def term(self, growth: Growth, coefficient: Frac) -> Series:
        """An exact series of one term."""
        return Series(self, {} if coefficient.is_zero() else {growth: coefficient})

    def number(self, value: Fraction | int) -> Series:
        """A rational number as a series."""
        return self.constant(self.algebra.number(value))

    def larger(self, one: Growth | None, other: Growth | None) -> Growth | None:
        """The larger of two bounds, ``None`` being no error at all."""
        if one is None or other is None:
            return other if one is None else one
        return one if self.compare(one, other) >= 0 else other

    def divisor(self, coefficient: Frac) -> None:
        """Note that ``coefficient`` must not vanish, factor by factor."""
        if coefficient.is_constant():
            return
        ring = self.algebra.ring
        for factor, _ in factors(self.algebra, coefficient.num)[1]:
            piece = Frac(ring, factor, ring.one)
            if not nonzero(self.algebra, piece):
                self.divided_by.setdefault(quoted(self.algebra.expr(piece)), piece)


@dataclass(frozen=True)
class Series:
    """Σ terms[g] · g + O(bound) on a scale."""

    scale: Scale
    terms: dict[Growth, Frac]
    bound: Growth | None = None

    def cut(self, bound: Growth | None) -> Series:
        """The same series with an error of at least ``bound``."""
        bound = self.scale.larger(self.bound, bound)
        if bound is None:
            return self
        kept = {g: c for g, c in self.terms.items() if self.scale.compare(g, bound) > 0}
        return Series(self.scale, kept, bound)

    def __add__(self, other: Series) -> Series:
        terms = dict(self.terms)
        for growth, coefficient in other.terms.items():
            _collect(terms, growth, coefficient)
        if len(terms) > _MOST_TERMS:
            msg = f"a series of more than {_MOST_TERMS} terms"
            raise UnsupportedError(msg)
        bound = self.scale.larger(self.bound, other.bound)
        return Series(self.scale, terms).cut(bound)

    def __sub__(self, other: Series) -> Series:
        return self + other.times(self.scale.algebra.number(-1))

    def times(self, factor: Frac, growth: Growth = ONE) -> Series:
        """The series multiplied by one term."""
        if factor.is_zero():
            return Series(self.scale, {})
        terms = {g * growth: c * factor for g, c in self.terms.items()}
        return Series(self.scale, terms, None if self.bound is None else self.bound * growth)

    def __mul__(self, other: Series) -> Series:
        return self.product(other, None)

    def product(self, other: Series, bound: Growth | None) -> Series:
        """The product, with terms that are not larger than ``bound`` left out."""
        scale = self.scale
        for error, factor in ((self.bound, other), (other.bound, self)):
            if error is not None and (size := factor.size()) is not None:
                bound = scale.larger(bound, error * size)
        terms: dict[Growth, Frac] = {}
        for growth, coefficient in self.terms.items():
            for other_growth, other_coefficient in other.terms.items():
                product = growth * other_growth
                if bound is None or scale.compare(product, bound) > 0:
                    _collect(terms, product, coefficient * other_coefficient)
        if len(terms) > _MOST_TERMS:
            msg = f"a series of more than {_MOST_TERMS} terms"
            raise UnsupportedError(msg)
        return Series(scale, terms, bound)

    def size(self) -> Growth | None:
        """A growth that bounds the whole series; ``None`` if it is exactly zero."""
        size = self.bound
        for growth in self.terms:
            size = self.scale.larger(size, growth)
        return size

    def top(self) -> list[tuple[Growth, Frac]]:
        """The terms of largest magnitude: more than one where they oscillate.

        Raises ``ImpreciseError`` where the error hides them; empty for exactly zero.
        """
        size = self.size()
        if size is None:
            return []
        found = [(g, c) for g, c in self.terms.items() if self.scale.compare(g, size) == 0]
        if not found:
            raise ImpreciseError
        return found

    def leading(self) -> tuple[Growth, Frac]:
        """The one leading term; ``UnsupportedError`` where several are equally large."""
        top = self.top()
        if not top:
            raise ZeroDivisionError
        if len(top) > 1:
            msg = "a denominator, root or logarithm oscillates without a limit"
            raise UnsupportedError(msg)
        return top[0]

    # -- functions ----------------------------------------------------------------

    def __pow__(self, exponent: Fraction) -> Series:
        if exponent.denominator == 1 and exponent >= 0:
            return self._natural(int(exponent))
        if self.size() is None and exponent > 0:
            return self
        growth, coefficient = self.leading()
        self.scale.divisor(coefficient)
        if exponent.denominator != 1:
            self.must_be_real(growth)
        rest = self.relative(growth, coefficient)

        def binomial(j: int) -> Frac:
            value = Fraction(1)
            for k in range(j):
                value *= (exponent - k) / Fraction(k + 1)
            return self.scale.algebra.number(value)

        return rest.compose(binomial).times(
            self.scale.algebra.root(coefficient, exponent), growth**exponent
        )

    def _natural(self, exponent: int) -> Series:
        result = self.scale.number(1)
        for _ in range(exponent):
            result = result * self
        return result

    def absolute(self) -> Series:
        """|f| = ±f, the sign being that of the leading term."""
        return self.times(self.scale.algebra.number(self.direction()))

    def direction(self) -> int:
        """+1 or −1: the sign near the limit, which is that of the leading term."""
        algebra = self.scale.algebra
        growth, coefficient = self.leading()
        self.must_be_real(growth)
        found = sign(algebra, coefficient)
        if found == 0:
            msg = (
                f"the sign of {quoted(algebra.expr(coefficient))}, which counts here, is not known"
            )
            raise UnsupportedError(msg)
        return found

    def compose(self, coefficient: Callable[[int], Frac]) -> Series:
        """Σ coefficient(j) εʲ for ε → 0: this series is ε, the sum that of a smooth function."""
        size = self.size()
        if size is None:
            return self.scale.constant(coefficient(0))
        count = self.steps()
        bound = size ** Fraction(count)
        result = self.scale.constant(coefficient(count - 1))
        for j in reversed(range(count - 1)):
            result = result.product(self, bound) + self.scale.constant(coefficient(j))
        return result.cut(bound)

    def steps(self) -> int:
        """How many powers of this series, which tends to zero, are within the depth."""
        size = self.size()
        if size is None:
            return 1
        if self.scale.compare(size, ONE) >= 0:
            raise ImpreciseError
        if size.exponent or not size.power:
            return self.scale.depth
        return max(1, ceil(self.scale.depth / size.power))

    def relative(self, growth: Growth, coefficient: Frac) -> Series:
        """ε in c g (1 + ε)."""
        inverse = self.scale.algebra.one / coefficient
        terms = {g: c for g, c in self.terms.items() if g != growth}
        return Series(self.scale, terms, self.bound).times(inverse, growth ** Fraction(-1))

    def must_be_real(self, growth: Growth) -> None:
        """Raise ``UnsupportedError`` where a leading growth oscillates."""
        if oscillates(self.scale.algebra, growth):
            msg = "a root, logarithm or absolute value of something that oscillates"
            raise UnsupportedError(msg)


def _collect(terms: dict[Growth, Frac], growth: Growth, coefficient: Frac) -> None:
    """Add a term, dropping it where the sum vanishes."""
    total = terms[growth] + coefficient if growth in terms else coefficient
    if total.is_zero():
        terms.pop(growth, None)
    else:
        terms[growth] = total
