"""What the premises of an obligation say in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from sympy import Expr, Integral

from derivations.errors import PaperError
from derivations.expression import Total
from derivations.obligation import Obligation
from derivations.relation import (
    Attains,
    Equal,
    Less,
    MuchLess,
    NotEqual,
    Relation,
    SameDimension,
    Within,
)
from derivations.units import in_base

from ..normal.algebra import Algebra
from ..normal.elimination import System, solve
from ..normal.fraction import Frac
from ..normal.sign import sign
from ..provers import dimension
from ..quoting import plain, quoted_relation
from ..verdict import Status
from .enclosure import symbols
from .interval import EVERYTHING, Interval, is_finite, precision
from .narrowing import ContradictionError, Statement, narrowed

#: How many times smaller "much smaller" is at least.
MUCH = 10

_POSITIVE = Interval.of(0, None)


@dataclass(frozen=True)
class Numbers:
    """The facts of an obligation as intervals.

    Admissible are the points of ``box`` at which every statement holds and no value in
    ``nonzero`` vanishes.  ``beyond`` are facts that may exclude more, in a way that is
    not followed here: what is proved without them stands, but no point is a witness.
    """

    algebra: Algebra
    box: dict[Expr, Interval]
    statements: tuple[Statement, ...]
    nonzero: tuple[Frac, ...]
    beyond: tuple[Relation, ...]
    #: The facts solved, from which all this comes.
    system: System

    def supposing(self, statement: Statement) -> Numbers:
        """The same and one statement more; ``ContradictionError`` where nothing is left."""
        box = narrowed(self.algebra, self.box, (*self.statements, statement))
        return replace(self, statements=(*self.statements, statement), box=box)

    def unknown(self, value: Frac) -> list[Expr]:
        """The quantities in ``value`` that the facts leave without a bound."""
        inner = symbols(self.algebra, value)
        ends = {symbol: (self.box[symbol].low, self.box[symbol].high) for symbol in inner}
        return [symbol for symbol in inner if not all(map(is_finite, ends[symbol]))]


def in_base_units(relation: Within) -> Interval:
    """The interval of a ``Within`` in the base units."""
    size, _ = in_base(relation.unit)
    return Interval.of(relation.low * size, relation.high * size)


def gather(obligation: Obligation, *sides: Expr) -> Numbers:
    """What the facts say of the quantities in ``sides``.

    Raises ``ContradictionError`` if they contradict each other and ``PaperError`` if one
    of them is stated in a unit that has not its dimension.
    """
    links = [link for fact in obligation.facts for link in fact.links()]
    stated = [link.expression for link in links if _is_interval(link)]  # type: ignore[attr-defined]
    keep = frozenset(expression for expression in stated if expression.is_Symbol)
    named = _named(obligation, links)
    system = solve(obligation.facts, obligation.notation, keep, (*sides, *named, *stated))
    if system.contradiction is not None:
        msg = f"{quoted_relation(system.contradiction)} cannot hold"
        raise ContradictionError(msg)
    algebra = system.algebra
    with precision():
        said = [*_said(obligation, algebra, links), *_implied(obligation, algebra, named)]
        near = set().union(*(symbols(algebra, algebra.convert(side)) for side in sides))
        statements = _related(algebra, said, near)
        signs = {
            atom.expr: _POSITIVE if atom.expr.is_nonnegative else EVERYTHING
            for atom in algebra.atoms
            if atom.kind == "symbol"
        }
        return Numbers(
            algebra,
            narrowed(algebra, signs, statements),
            tuple(statements),
            tuple(
                value for value in algebra.known_nonzero if symbols(algebra, value).keys() & near
            ),
            tuple(fact for fact, inner in _beyond(system, links) if inner & near),
            system,
        )


def _is_interval(link: Relation) -> bool:
    return isinstance(link, Within) and not isinstance(link, Attains)


def _named(obligation: Obligation, links: list[Relation]) -> list[Expr]:
    """The quantities that facts and goal speak of."""
    sides = [side for link in (*links, obligation.goal) for side in link.sides]
    free = set().union(*(side.free_symbols for side in sides))
    return sorted((symbol for symbol in free if symbol in obligation.notation), key=str)


def _said(obligation: Obligation, algebra: Algebra, links: list[Relation]) -> Iterator[Statement]:
    """Intervals and inequalities among the facts."""
    for link in links:
        if isinstance(link, Within) and _is_interval(link):
            found = dimension.check(link, obligation.notation)
            if found.status is not Status.PROVED:
                msg = f"stated in {link.unit or 'no unit'}: {plain(found.reason)}"
                raise PaperError(msg, str(link.expression))
            yield Statement(algebra.convert(link.expression), in_base_units(link))
        elif isinstance(link, Less | MuchLess):
            left, right = (algebra.convert(side) for side in link.sides)
            much = isinstance(link, MuchLess)
            yield difference(left, right, much=much)
            if sign(algebra, right) > 0:
                yield ratio(left, right, much=much)


def difference(left: Frac, right: Frac, *, much: bool) -> Statement:
    """That ``left`` is smaller, or ten times smaller, than ``right``: their difference."""
    times = Frac.constant(left.ring, MUCH if much else 1)
    return Statement(right - times * left, _POSITIVE, strict=not much)


def ratio(left: Frac, right: Frac, *, much: bool) -> Statement:
    """The same of a positive ``right``: their ratio."""
    most = Fraction(1, MUCH) if much else 1
    return Statement(left / right, Interval.of(None, most), strict=not much)


def _implied(obligation: Obligation, algebra: Algebra, named: list[Expr]) -> Iterator[Statement]:
    """What sign and range say, also of the quantities that the facts were solved for."""
    for symbol in named:
        value = algebra.convert(symbol)
        stated = obligation.notation[symbol].range
        if stated is not None:
            yield Statement(value, Interval.of(*stated))
        if symbol in algebra.rules and symbol.is_nonnegative and not _positive(algebra, value):
            yield Statement(value, _POSITIVE, strict=bool(symbol.is_positive))


def _positive(algebra: Algebra, value: Frac) -> bool:
    """Whether its shape alone makes it positive: a product of positive atoms."""
    single = value.monomial()
    return (
        single is not None
        and single[0] > 0
        and all(algebra.atom(index).positive for index in single[1])
    )


def _related(algebra: Algebra, said: list[Statement], near: set[Expr]) -> list[Statement]:
    """The statements linked to the quantities ``near``, which grow by theirs."""
    found: list[Statement] = []
    rest = [(statement, symbols(algebra, statement.value).keys()) for statement in said]
    again = True
    while again:
        linked = [statement for statement, inner in rest if inner & near or not inner]
        near.update(*(inner for _, inner in rest if inner & near))
        rest = [(statement, inner) for statement, inner in rest if statement not in linked]
        found += linked
        again = bool(linked)
    return found


def _beyond(system: System, links: list[Relation]) -> Iterator[tuple[Relation, set[Expr]]]:
    """Facts that may restrict quantities in a way that is not followed, and which ones."""
    algebra = system.algebra

    def inner(*sides: Expr) -> set[Expr]:
        return set().union(*(symbols(algebra, algebra.convert(side)) for side in sides))

    for fact in system.unsolved:
        yield fact, inner(*fact.sides)
    for solution in system.solutions:
        if solution.atom.is_integer or isinstance(solution.atom, Total | Integral):
            yield solution.fact, inner(solution.value)
    for link in links:
        if not isinstance(link, Equal | Less | MuchLess | NotEqual | Within | SameDimension):
            yield link, inner(*link.sides)
