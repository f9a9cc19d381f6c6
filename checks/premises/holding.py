"""Whether every premise holds at a point: what a model must pass, wherever it comes from.

An equation must vanish in normal form once the solutions are put in, so that it holds
for all values of its variables; what was solved for has its sign, its range and is whole
where it must be, by balls or exact numbers; inequalities and intervals hold at the point;
nothing that a premise divides by is zero there.  Integrals and Bessel functions for which
premises give a value are compared with it in balls of 38 digits, at the point alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from flint import acb, arb, fmpq
from sympy import Expr, Integral, Pow

from derivations.dimension import NUMBER
from derivations.quantity import Role
from derivations.relation import (
    Attains,
    Equal,
    Less,
    MuchLess,
    NotEqual,
    Refers,
    Relation,
    SameDimension,
    Semiquantitative,
    Within,
)

from ..counterexamples.point import BESSEL, NoValueError, Point, bessel, excludes_zero
from ..enclosures.enclosure import Region, symbols
from ..enclosures.interval import Interval
from ..enclosures.numbers import MUCH, in_base_units
from ..normal import atoms
from ..normal.algebra import Algebra, Atom
from ..normal.fraction import Frac
from ..quoting import named
from .equations import function_of
from .integrals import integral

#: Relations that do not say anything of values.
_SILENT = (Attains, Refers, SameDimension, Semiquantitative)
#: How close two balls have to be that are to hold the same number.
_CLOSE = Fraction(1, 10**25)
#: Patterns of coefficients that are zero come back after 2 to the power of so many points.
_TURNS = 4


class Place(Point):
    """A point with values given for some symbols, at which known integrals have values."""

    def __init__(
        self,
        algebra: Algebra,
        attempt: int,
        ranges: Any,
        given: Mapping[Expr, Fraction],
        coefficients: tuple[Expr, ...] = (),
        free: frozenset[Any] = frozenset(),
    ) -> None:
        super().__init__(algebra, attempt, ranges)
        self._chosen = dict(given)
        self._coefficients = coefficients
        self._free = free

    def _drawn(self, expr: Expr) -> Fraction:
        """Coefficients of a model are zero by turns: what is not needed stands in the way."""
        if expr in self._coefficients and not expr.is_positive:
            place = self._coefficients.index(expr)
            return Fraction(0 if self.attempt >> place % _TURNS & 1 else 1 + place)
        return super()._drawn(expr)

    def _made(self, atom: Atom) -> Any:
        if atom.kind == "integral":
            return integral(self, atom.expr)
        known = atom.kind not in {"value", "jet"} or atom.label in BESSEL
        if not known and function_of(atom) not in self._free:
            raise NoValueError(atom.kind)
        return super()._made(atom)

    @property
    def values(self) -> dict[Expr, Fraction]:
        """The values of the symbols that were asked for."""
        return dict(self._chosen)


def identical(
    algebra: Algebra, links: Iterable[Relation], free: frozenset[Any] = frozenset()
) -> bool:
    """Whether the equations among ``links`` hold identically, the solutions being put in.

    What was solved for is a constant, an integral, a Bessel function, or a derivative of
    a ``free`` function; and a constant does not vary.
    """
    return all(_is_settled(algebra, atom, free) for atom in algebra.rules) and all(
        (algebra.convert(link.sides[0]) - algebra.convert(link.sides[1])).is_zero()
        for link in links
        if isinstance(link, Equal)
    )


def _is_settled(algebra: Algebra, atom: Expr, free: frozenset[Any]) -> bool:
    if atom.is_Symbol:
        value = algebra.convert(algebra.rules[atom])
        return not (_is_variable(algebra, atom) or _varies(algebra, value))
    place = atoms.place(atom)
    solved = place is not None and place[0] == "jet" and place[1][0] in free
    return isinstance(atom, Integral) or atom.func in BESSEL or solved


def holds(place: Place, links: Iterable[Relation]) -> bool:
    """Whether all of ``links`` hold at ``place``, being ``identical`` where they are equations."""
    links = tuple(links)
    algebra = place.algebra
    try:
        return (
            all(_may_be(place, symbol) for symbol in occurring(algebra, links))
            and _have_room(place, occurring(algebra, links))
            and all(_holds(place, link) for link in links)
            and all(excludes_zero(place.value(value)) for value in algebra.known_nonzero)
            and all(_stands(place, atom) for atom in algebra.rules)
        )
    except (NoValueError, ZeroDivisionError):
        return False


def occurring(algebra: Algebra, links: Iterable[Relation]) -> list[Expr]:
    """The symbols in ``links``, and those that the solutions are of and are made of."""
    found = {s for link in links for side in link.sides for s in side.free_symbols}
    for atom, value in algebra.rules.items():
        found |= symbols(algebra, algebra.convert(value)).keys()
        found |= {atom} if atom.is_Symbol else set()
    notation = algebra.notation
    return sorted((s for s in found if s not in notation or _has_value(notation, s)), key=str)


def _has_value(notation: Any, symbol: Expr) -> bool:
    return notation[symbol].role not in {Role.SET, Role.FUNCTION}


def _stands(place: Place, atom: Expr) -> bool:
    """Whether an integral or a Bessel function has the value that follows for it."""
    algebra = place.algebra
    value = algebra.convert(algebra.rules[atom])
    if isinstance(atom, Integral):
        return _close(integral(place, atom), place.value(value))
    if atom.func in BESSEL:
        order, argument = (place.value(algebra.convert(part)) for part in atom.args)
        return _close(bessel(atom.func, order, argument), place.value(value))
    return True


def _is_variable(algebra: Algebra, symbol: Expr) -> bool:
    return symbol in algebra.notation and algebra.notation[symbol].role is Role.VARIABLE


def _varies(algebra: Algebra, value: Frac) -> bool:
    return any(_is_variable(algebra, symbol) for symbol in symbols(algebra, value))


def _close(one: acb, other: acb) -> bool:
    if not (one.is_finite() and other.is_finite() and one.overlaps(other)):
        return False
    size = abs(one) + abs(other)
    return bool(abs(one - other) <= arb(fmpq(1, _CLOSE.denominator)) * (size + 1))


def _holds(place: Place, link: Relation) -> bool:
    if isinstance(link, _SILENT):
        return True
    algebra = place.algebra
    if not all(_defined(place, side) for side in link.sides):
        return False
    if isinstance(link, Within):
        return _lies(place, algebra.convert(link.expression), in_base_units(link))
    if not isinstance(link, Equal | Less | MuchLess | NotEqual):
        return False
    if isinstance(link, Equal):
        return True
    left, right = (algebra.convert(side) for side in link.sides)
    difference = right - left
    if isinstance(link, NotEqual):
        return excludes_zero(place.value(difference))
    if isinstance(link, MuchLess):
        return _lies(place, right - algebra.number(MUCH) * left, Interval.of(0, None))
    ball = place.value(difference)
    return bool(ball.imag.contains(0) and ball.real > 0)


def _defined(place: Place, side: Any) -> bool:
    """Whether nothing that ``side`` divides by is zero at the point."""
    free = side.free_symbols
    for power in side.atoms(Pow):
        base = power.base
        if (
            power.exp.could_extract_minus_sign()
            and not base.is_positive
            and base.free_symbols <= free
            and not excludes_zero(place.value(place.algebra.convert(base)))
        ):
            return False
    return True


def _lies(place: Place, value: Frac, interval: Interval) -> bool:
    """Whether a value certainly lies in an interval: by a ball, or exactly if it is rational."""
    ball = place.value(value)
    if not ball.imag.contains(0):
        return False
    if Interval.point(ball.real).inside(interval):
        return True
    box = {symbol: Interval.point(number) for symbol, number in place.values.items()}
    region = Region(place.algebra, box)
    return region.defined(value) and region.value(value).inside(interval)


def _may_be(place: Place, symbol: Expr) -> bool:
    """Whether the symbol has its sign and its range, and is whole if it is an integer."""
    algebra = place.algebra
    value = algebra.convert(symbol)
    ball = place.value(value)
    if not ball.imag.contains(0) or (symbol.is_integer and not _whole(place, value)):
        return False
    if symbol.is_positive and not ball.real > 0:
        return False
    if symbol.is_nonnegative and not _lies(place, value, Interval.of(0, None)):
        return False
    stated = algebra.notation[symbol].range if symbol in algebra.notation else None
    return stated is None or _lies(place, value, Interval.of(*stated))


def _have_room(place: Place, symbols: Iterable[Expr]) -> bool:
    """Whether sets have as many members as are told apart."""
    notation, convert = place.algebra.notation, place.algebra.convert
    members: dict[Any, list[Expr]] = {}
    for symbol in symbols:
        over = notation[symbol].member_of if symbol in notation else None
        if over is not None and notation[over].dimension == NUMBER:
            members.setdefault(over, []).append(symbol)
    apart = {over: {place.values.get(x, x) for x in each} for over, each in members.items()}
    return all(
        len(each) < 2 or place.value(convert(notation[over].count)).real >= len(each)
        for over, each in apart.items()
    )


def _whole(place: Place, value: Frac) -> bool:
    """Whether it is certainly a whole number at the point."""
    found = place.algebra.expr(value).xreplace(
        {symbol: _rational(number) for symbol, number in place.values.items()}
    )
    return bool(found.is_integer)


def shown(place: Place, links: Iterable[Relation]) -> dict[str, str]:
    """The values of the symbols in ``links``: exact where chosen, to ten digits where solved."""
    algebra = place.algebra
    chosen = place.values
    return {
        named(symbol): str(chosen[symbol])
        if symbol in chosen and symbol not in algebra.rules
        else str(place.value(algebra.convert(symbol)).real.str(10, radius=False))
        for symbol in occurring(algebra, links)
    }


def _rational(number: Fraction) -> Any:
    from sympy import Rational

    return Rational(number.numerator, number.denominator)
