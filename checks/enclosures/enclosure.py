"""Where a normal form lies when its quantities lie in given intervals.

A product of powers of positive atoms is monotonic in each, so its enclosure is exact.
Anything else is first made exact in every quantity in which its slope has one sign, and
then cut into pieces, each enclosed by interval arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache, reduce
from math import lcm

import sympy
from flint import arb, fmpq_mpoly
from sympy import Expr

from ..normal.algebra import Algebra
from ..normal.fraction import Frac, Monomial
from .interval import EVERYTHING, Interval, is_finite, precision
from .slope import NotSmoothError, slope, within

#: What is known of each symbol.  One that is missing has its sign and nothing else.
Box = Mapping[Expr, Interval]

#: Exponents of generators, which need not be whole.
Powers = Mapping[int, Fraction | int]

_PIECES = 32
_POSITIVE = Interval.of(0, None)
_NUMBERS = {sympy.pi: arb.pi, sympy.EulerGamma: arb.const_euler}
_FUNCTIONS = {
    "exp": Interval.exp,
    "log": Interval.log,
    "radical": Interval.clipped,
    "abs": Interval.absolute,
}
_RANGES = {"parity": Interval.of(-1, 1), "delta": Interval.of(0, 1)}


def enclose(
    algebra: Algebra,
    value: Frac,
    box: Box,
    enough: Callable[[Interval], bool] = lambda _: False,
    pieces: int = _PIECES,
) -> Interval:
    """An interval that holds every value that ``value`` has on ``box``.

    The box is cut into at most ``pieces``, and no further once the answer is ``enough``.

    >>> from derivations.quantity import Notation
    >>> notation = Notation()
    >>> x = notation.factor("x", "", 2, 3)
    >>> algebra = Algebra(notation)
    >>> enclose(algebra, algebra.convert(x / (1 + x)), {x: Interval.of(2, 3)})
    Interval(2/3, 3/4)
    """
    with precision():
        if value.monomial() is not None:
            return Region(algebra, box).value(value)
        return _Search(algebra, value).run(box, enough, pieces)


def corner(algebra: Algebra, value: Frac, box: Box, direction: int) -> Box:
    """The part of the box where ``value`` is greatest (+1) or least (−1).

    A quantity in which the slope has no certain sign keeps its interval.
    """
    with precision():
        return _Search(algebra, value).corner(box, direction)


def symbols(algebra: Algebra, value: Frac) -> dict[Expr, int]:
    """The symbols that ``value`` is made of, each with its generator."""
    inner = sorted({i for index in value.generators() for i in within(algebra, index)})
    return {algebra.atom(i).expr: i for i in inner if algebra.atom(i).kind == "symbol"}


@dataclass
class Region:
    """A box with the enclosures of the atoms over it, made when asked for."""

    algebra: Algebra
    box: Box
    _atoms: dict[int, Interval] = field(default_factory=dict)

    def value(self, value: Frac) -> Interval:
        """The enclosure of ``value``, which is real, by interval arithmetic alone."""
        if any(self._is_phase(index) for index in value.generators()):
            return self._phased(value)
        single = value.monomial()
        if single is not None:
            return self.term(*single)
        return self._polynomial(value.num) / self._polynomial(value.den)

    def defined(self, value: Frac) -> bool:
        """Whether ``value`` and all that it is made of is certainly smooth on the box."""
        if not self._vanishes_nowhere(value.den):
            return False
        for index in value.generators():
            atom = self.algebra.atom(index)
            if not all(self.defined(part) for part in atom.parts):
                return False
            if atom.kind in {"log", "radical"} and self.value(atom.parts[0]).sign() <= 0:
                return False
        return True

    def _vanishes_nowhere(self, polynomial: fmpq_mpoly) -> bool:
        if polynomial.is_constant():
            return True
        terms = list(_terms(self.algebra, polynomial))
        if not any(self._is_phase(index) for _, powers in terms for index in powers):
            return self._polynomial(polynomial).sign() != 0
        if len(terms) == 1:
            return self._size(*terms[0]).sign() != 0
        parts = (self._sum(self._turned(*term, turn) for term in terms) for turn in (0, -1))
        return self._sum(part.power(2) for part in parts).sign() != 0

    def atom(self, index: int) -> Interval:
        """The enclosure of an atom itself, not of its root."""
        if index not in self._atoms:
            self._atoms[index] = self._enclosed(index)
        return self._atoms[index]

    def forget(self) -> None:
        """Enclose the atoms anew, the box being another."""
        self._atoms.clear()

    def _enclosed(self, index: int) -> Interval:
        atom = self.algebra.atom(index)
        if atom.kind == "symbol":
            sign = _POSITIVE if atom.expr.is_nonnegative else EVERYTHING
            known = self.box.get(atom.expr)
            return sign if known is None else known.meet(sign)
        if atom.kind == "number":
            make = _NUMBERS.get(atom.expr)
            return Interval.point(int(atom.expr) if make is None else make())
        if atom.kind in _FUNCTIONS:
            return _FUNCTIONS[atom.kind](self.value(atom.parts[0]))
        return _RANGES.get(atom.kind, EVERYTHING)

    def term(self, coefficient: Fraction, powers: Powers) -> Interval:
        """A product of powers of generators: of those that are positive under one root."""
        result, under = Interval.point(coefficient), Interval.point(1)
        degree, exponents = _exponents(
            tuple((steps, self.algebra.atom(index).roots) for index, steps in powers.items())
        )
        for index, (exponent, whole) in zip(powers, exponents, strict=True):
            one = self.atom(index)
            if one.low >= 0:
                under *= one.power(whole)
            else:
                result *= one.power(exponent)
        return result * under.power(Fraction(1, degree))

    def _polynomial(self, polynomial: fmpq_mpoly) -> Interval:
        return self._sum(self.term(*term) for term in _terms(self.algebra, polynomial))

    def _sum(self, terms: Iterator[Interval]) -> Interval:
        return sum(terms, Interval.point(0))

    # -- sines and cosines --------------------------------------------------------

    def _is_phase(self, index: int) -> bool:
        return self.algebra.atom(index).kind in {"i", "cis"}

    def _phased(self, value: Frac) -> Interval:
        """The real part of a quotient of sums of phases exp(iφ)."""
        top = list(_terms(self.algebra, value.num))
        bottom = list(_terms(self.algebra, value.den))
        if len(bottom) == 1:
            ((scale, below),) = bottom
            return self._sum(
                self._turned(
                    coefficient / scale,
                    {i: powers.get(i, 0) - below.get(i, 0) for i in powers.keys() | below.keys()},
                )
                for coefficient, powers in top
            )
        (a, b), (c, d) = (
            tuple(self._sum(self._turned(*term, turn) for term in terms) for turn in (0, -1))
            for terms in (top, bottom)
        )
        return (a * c + b * d) / (c.power(2) + d.power(2))

    def _size(self, coefficient: Fraction, powers: Monomial) -> Interval:
        """The factors of a term that are no phases."""
        return self.term(coefficient, {i: e for i, e in powers.items() if not self._is_phase(i)})

    def _turned(self, coefficient: Fraction, powers: Monomial, quarters: int = 0) -> Interval:
        """The real part of a term turned by so many quarters of a circle."""
        algebra = self.algebra
        angle = algebra.zero
        for index, exponent in powers.items():
            atom = algebra.atom(index)
            if atom.kind == "cis":
                angle += algebra.number(Fraction(exponent, atom.roots)) * atom.parts[0]
            elif atom.kind == "i":
                quarters += exponent
        if angle.is_zero():
            cosine = Interval.point((1, 0, -1, 0)[quarters % 4])
        else:
            right = Interval.point(arb.pi() * quarters / 2) if quarters else Interval.point(0)
            cosine = (self.value(angle) + right).cos()
        return self._size(coefficient, powers) * cosine


@lru_cache(maxsize=4096)
def _exponents(
    steps: tuple[tuple[Fraction | int, int], ...],
) -> tuple[int, list[tuple[Fraction, int]]]:
    """The degree of the root under which the powers are whole; and each power, and it under that.

    They are given as so many steps, of which so many make the first power.
    """
    exponents = [Fraction(many) / roots for many, roots in steps]
    degree = lcm(*(exponent.denominator for exponent in exponents))
    return degree, [(exponent, int(exponent * degree)) for exponent in exponents]


def _terms(algebra: Algebra, polynomial: fmpq_mpoly) -> Iterator[tuple[Fraction, Monomial]]:
    return Frac(algebra.ring, polynomial, algebra.ring.one).terms()


class _Search:
    """Cuts a box where that tightens the bounds on one value."""

    def __init__(self, algebra: Algebra, value: Frac) -> None:
        self.algebra = algebra
        self.value = value
        self.symbols = symbols(algebra, value)
        self._slopes: dict[Expr, Frac | None] = {}

    def run(self, box: Box, enough: Callable[[Interval], bool], pieces: int) -> Interval:
        """The hull of the enclosures over the pieces."""
        done = [self._piece(box)]
        start = done[0].box
        while True:
            hull = reduce(Interval.hull, (piece.bounds for piece in done))
            ends = (
                min(done, key=lambda piece: piece.bounds.low),
                max(done, key=lambda piece: piece.bounds.high),
            )
            turn = len(done) % 2
            cut = next((p for p in (ends[turn], ends[1 - turn]) if p.loose), None)
            if cut is None or len(done) >= pieces or enough(hull):
                return hull
            done.remove(cut)
            shares = [_share(cut.box[symbol], start[symbol]) for symbol in cut.loose]
            widest = cut.loose[max(range(len(shares)), key=shares.__getitem__)]
            halves = cut.box[widest].halves()
            done.extend(self._piece({**cut.box, widest: half}) for half in halves)

    def _piece(self, box: Box) -> _Piece:
        region = Region(self.algebra, box)
        box = {symbol: region.atom(index) for symbol, index in self.symbols.items()}
        corners = self.corner(box, -1), self.corner(box, +1)
        low, high = (Region(self.algebra, one).value(self.value) for one in corners)
        loose = [s for s in self.symbols if any(not one[s].is_point() for one in corners)]
        return _Piece(box, Interval(low.low, high.high), loose)

    def corner(self, box: Box, direction: int) -> Box:
        """The box with each quantity at its end where the slope has one sign."""
        region = Region(self.algebra, box)
        fixed = {symbol: region.atom(index) for symbol, index in self.symbols.items()}
        again = region.defined(self.value)
        while again:
            again = False
            for symbol in [symbol for symbol in self.symbols if not fixed[symbol].is_point()]:
                growth = self._growth(symbol, Region(self.algebra, fixed))
                end = fixed[symbol].high if growth == direction else fixed[symbol].low
                if growth and is_finite(end):
                    fixed[symbol] = Interval.point(end)
                    again = True
        return fixed

    def _growth(self, symbol: Expr, region: Region) -> int:
        """Whether the value certainly rises (+1) or falls (−1) with the symbol."""
        if symbol not in self._slopes:
            try:
                self._slopes[symbol] = slope(self.algebra, self.value, self.symbols[symbol])
            except NotSmoothError:
                self._slopes[symbol] = None
        change = self._slopes[symbol]
        if change is None:
            return 0
        bounds = region.value(change)
        return 1 if bounds.low >= 0 else -1 if bounds.high <= 0 else 0


@dataclass(frozen=True)
class _Piece:
    box: Box
    bounds: Interval
    #: The quantities in which the value is not monotonic: cutting these may help.
    loose: list[Expr]


def _share(part: Interval, whole: Interval) -> arb:
    """How wide a part is compared to the whole; infinite where it has no bound."""
    width, full = arb(part.high - part.low), arb(whole.high - whole.low)
    return width / full if full.is_finite() else width
