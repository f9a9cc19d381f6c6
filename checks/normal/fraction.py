"""Fractions of polynomials over ℚ in a ring of generators with algebraic relations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import compress, count
from typing import Any

from flint import Ordering, acb, fmpq, fmpq_mpoly, fmpq_mpoly_ctx

#: A monomial: generator index → exponent; a missing index is exponent zero.
Monomial = dict[int, int]


#: The generators that a ring has room for: more of them make every polynomial slower.
_ROOM = ContextVar("room", default=64)
_MOST = 256


class TooManyGeneratorsError(Exception):
    """An obligation with more different atoms than the ring has room for."""


@contextmanager
def roomy() -> Iterator[None]:
    """Make rings with room for many generators, for what found no room in the usual ones."""
    token = _ROOM.set(_MOST)
    try:
        yield
    finally:
        _ROOM.reset(token)


@lru_cache
def _polynomials(room: int) -> Any:
    """The polynomials in so many generators: these, zero and one."""
    context = fmpq_mpoly_ctx.get([f"g{i}" for i in range(room)], Ordering.lex)
    return context, context.gens(), context.constant(0), context.constant(1)


class Ring:
    """Polynomials in generators g₀, g₁, …, some of them algebraic: gᵢⁿ = relation.

    A relation may only speak of generators made before its own, so reduction ends.
    """

    def __init__(self) -> None:
        self._room = _ROOM.get()
        self._ctx: fmpq_mpoly_ctx
        self._gens: tuple[fmpq_mpoly, ...]
        self.zero: fmpq_mpoly
        self.one: fmpq_mpoly
        self._ctx, self._gens, self.zero, self.one = _polynomials(self._room)
        self._used = 0
        self._relations: dict[int, tuple[int, fmpq_mpoly]] = {}
        #: The generators with relations, the last one first.
        self._algebraic: tuple[int, ...] = ()

    @property
    def has_relations(self) -> bool:
        """Whether some generator is algebraic; if none is, lowest terms are unique."""
        return bool(self._relations)

    def generator(self) -> int:
        """A new generator's index."""
        if self._used == self._room:
            raise TooManyGeneratorsError
        self._used += 1
        return self._used - 1

    def relate(self, index: int, degree: int, value: fmpq_mpoly) -> None:
        """Declare that the generator to the power ``degree`` is ``value``."""
        self._relations[index] = (degree, value)
        self._algebraic = tuple(sorted(self._relations, reverse=True))

    def power(self, index: int, exponent: int) -> fmpq_mpoly:
        """A power of a generator."""
        return self._gens[index] ** exponent

    def constant(self, value: Fraction | int) -> fmpq_mpoly:
        """A constant polynomial."""
        value = Fraction(value)
        return self._ctx.constant(fmpq(value.numerator, value.denominator))

    def monomial(self, coefficient: Fraction, powers: Monomial) -> fmpq_mpoly:
        """The polynomial of one term."""
        result = self.one if coefficient == 1 else self.constant(coefficient)
        for index, exponent in powers.items():
            result = result * self._gens[index] ** exponent
        return result

    def reduce(self, polynomial: fmpq_mpoly) -> fmpq_mpoly:
        """The remainder modulo the relations."""
        again = bool(self._algebraic) and not polynomial.is_constant()
        while again:
            again = False
            degrees = polynomial.degrees()
            for index in self._algebraic:
                degree, value = self._relations[index]
                if degrees[index] >= degree:
                    polynomial = self._lowered(polynomial, index, degree, value)
                    again = True
                    break
        return polynomial

    def _lowered(
        self, polynomial: fmpq_mpoly, index: int, degree: int, value: fmpq_mpoly
    ) -> fmpq_mpoly:
        parts: dict[int, dict[tuple[int, ...], fmpq]] = {}
        for monomial, coefficient in polynomial.terms():
            quotient, rest = divmod(monomial[index], degree)
            kept = (*monomial[:index], rest, *monomial[index + 1 :])
            parts.setdefault(quotient, {})[kept] = coefficient
        result = self.zero
        for quotient, part in parts.items():
            result += self._ctx.from_dict(part) * value**quotient
        return result


def occurring(polynomial: fmpq_mpoly) -> list[int]:
    """The indices of the generators that occur in a polynomial."""
    return [] if polynomial.is_constant() else list(compress(count(), polynomial.degrees()))


@dataclass(frozen=True)
class Frac:
    """``num / den`` over a ring, in lowest terms as far as the gcd sees."""

    ring: Ring
    num: fmpq_mpoly
    den: fmpq_mpoly

    @classmethod
    def make(cls, ring: Ring, num: fmpq_mpoly, den: fmpq_mpoly) -> Frac:
        """Reduce and cancel; ``ZeroDivisionError`` where the denominator is zero."""
        num = ring.reduce(num)
        if den.is_one():
            return cls(ring, num, den)
        den = ring.reduce(den)
        if den.is_one():
            return cls(ring, num, den)
        if den.is_zero():
            raise ZeroDivisionError
        if num.is_zero():
            return cls(ring, ring.zero, ring.one)
        if not den.is_constant():
            common = num.gcd(den)
            if not common.is_one():
                num, den = num / common, den / common
        lead = den.leading_coefficient()
        if lead != 1:
            num, den = num / lead, den / lead
        return cls(ring, num, den)

    @classmethod
    def constant(cls, ring: Ring, value: Fraction | int) -> Frac:
        """A rational number."""
        return cls(ring, ring.constant(value), ring.one)

    @classmethod
    def monomial_of(cls, ring: Ring, coefficient: Fraction, powers: Monomial) -> Frac:
        """A single term over a single term, of generators without relations."""
        above = {i: e for i, e in powers.items() if e > 0}
        below = {i: -e for i, e in powers.items() if e < 0}
        return cls(ring, ring.monomial(coefficient, above), ring.monomial(Fraction(1), below))

    def __add__(self, other: Frac) -> Frac:
        if self.den == other.den:
            return Frac.make(self.ring, self.num + other.num, self.den)
        return Frac.make(
            self.ring, self.num * other.den + other.num * self.den, self.den * other.den
        )

    def __sub__(self, other: Frac) -> Frac:
        return self + -other

    def __neg__(self) -> Frac:
        return Frac(self.ring, -self.num, self.den)

    def __mul__(self, other: Frac) -> Frac:
        return Frac.make(self.ring, self.num * other.num, self.den * other.den)

    def __truediv__(self, other: Frac) -> Frac:
        return Frac.make(self.ring, self.num * other.den, self.den * other.num)

    def __pow__(self, exponent: int) -> Frac:
        if exponent >= 0:
            return Frac.make(self.ring, self.num**exponent, self.den**exponent)
        return Frac.make(self.ring, self.den**-exponent, self.num**-exponent)

    def is_zero(self) -> bool:
        """Whether it is zero in normal form."""
        return bool(self.num.is_zero())

    def is_constant(self) -> bool:
        """Whether it is a rational number."""
        return bool(self.num.is_constant() and self.den.is_constant())

    def is_integer(self) -> bool:
        """Whether it is an integer."""
        return self.is_constant() and self.value().denominator == 1

    def value(self) -> Fraction:
        """The rational number that it is."""
        lead = self.num.leading_coefficient() if not self.num.is_zero() else fmpq(0)
        return Fraction(int(lead.p), int(lead.q))

    def same(self, other: Frac) -> bool:
        """Whether the difference is zero in normal form."""
        if self.num == other.num and self.den == other.den:
            return True
        return self.ring.has_relations and (self - other).is_zero()

    def monomial(self) -> tuple[Fraction, Monomial] | None:
        """Coefficient and exponents if it is a single term over a single term."""
        return self._monomial

    @cached_property
    def _monomial(self) -> tuple[Fraction, Monomial] | None:
        if len(self.num) != 1 or len(self.den) != 1:
            return None
        ratio = self.num.leading_coefficient() / self.den.leading_coefficient()
        if self.num.is_constant() and self.den.is_constant():
            return Fraction(int(ratio.p), int(ratio.q)), {}
        top, bottom = self.num.degrees(), self.den.degrees()
        powers = {i: int(top[i] - bottom[i]) for i in self.generators() if top[i] != bottom[i]}
        return Fraction(int(ratio.p), int(ratio.q)), powers

    def terms(self) -> Iterator[tuple[Fraction, Monomial]]:
        """The terms of the numerator."""
        present = occurring(self.num)
        for exponents, coefficient in self.num.terms():
            yield (
                Fraction(int(coefficient.p), int(coefficient.q)),
                {i: int(exponents[i]) for i in present if exponents[i]},
            )

    def generators(self) -> frozenset[int]:
        """The indices of the generators that occur."""
        return self._generators

    @cached_property
    def _generators(self) -> frozenset[int]:
        return frozenset(occurring(self.num) + occurring(self.den))

    def evaluate(self, value: Callable[[int], Any]) -> acb:
        """A ball around the value with each generator replaced by the ball ``value(index)``."""
        top, bottom = (
            sum((_term(coefficient, powers, value) for coefficient, powers in terms), acb(0))
            for terms in self._terms
        )
        return top / bottom

    @cached_property
    def _terms(self) -> tuple[list[tuple[fmpq, list[tuple[int, int]]]], ...]:
        """Coefficients and powers of the generators, above and below."""
        present = sorted(self._generators)
        return tuple(
            [
                (coefficient, [(i, int(exponents[i])) for i in present if exponents[i]])
                for exponents, coefficient in polynomial.terms()
            ]
            for polynomial in (self.num, self.den)
        )


def _term(coefficient: fmpq, powers: list[tuple[int, int]], value: Callable[[int], Any]) -> acb:
    term = acb(coefficient)
    for index, exponent in powers:
        term = term * value(index) ** exponent
    return term
