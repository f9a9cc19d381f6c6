"""Quantities that the premises leave free: what carries one takes every value."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sympy import Symbol

from derivations.relation import Equal, Less, NotEqual

from ..normal.algebra import Algebra
from ..normal.elimination import System
from ..normal.fraction import Frac
from ..normal.sign import evidently_positive


def free_powers(system: System, value: Frac) -> dict[Symbol, Fraction]:
    """The free symbols that ``value`` is proportional to a power of, and the powers.

    With everything else held, such a symbol takes ``value`` from 0 to infinity: no other
    atom in ``value`` depends on it, and neither its range nor an inequality or an
    interval among the facts speaks of it.  Facts that could not be solved, or that are
    neither equations nor inequalities, might bind anything.
    """
    single = value.monomial()
    if single is None or system.unsolved:
        return {}
    algebra = system.algebra
    bound = {index for tie in _ties(system) for index in _under(algebra, tie)}
    powers = single[1]
    return {
        algebra.atom(index).expr: Fraction(power, algebra.atom(index).roots)
        for index, power in powers.items()
        if algebra.atom(index).kind == "symbol"
        and index not in bound
        and algebra.notation[algebra.atom(index).expr].range is None
        and not algebra.atom(index).expr.is_integer
        and not any(index in _inside(algebra, other) for other in powers)
    }


def _ties(system: System) -> Iterator[Frac]:
    """What the facts confine without fixing it."""
    algebra, notation = system.algebra, system.algebra.notation
    yield from (v for v in algebra.known_positive if not evidently_positive(algebra, v))
    for fact in system.facts:
        if not isinstance(fact, Equal | NotEqual | Less):
            yield from map(algebra.convert, fact.sides)
    for solution in system.solutions:
        if solution.atom in notation and notation[solution.atom].range is not None:
            yield algebra.convert(solution.atom)


def _under(algebra: Algebra, value: Frac) -> set[int]:
    """The generators of ``value``, and those that these are made of."""
    return {i for index in value.generators() for i in (index, *_inside(algebra, index))}


def _inside(algebra: Algebra, index: int) -> set[int]:
    return {i for part in algebra.atom(index).parts for i in _under(algebra, part)}
