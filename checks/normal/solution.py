"""Solve one equation for one atom: as printed, as a power, or linearly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

import sympy
from sympy import Expr, S, Symbol
from sympy.core.function import AppliedUndef

from derivations.quantity import Role
from derivations.relation import Equal, Relation

from .algebra import Algebra
from .fraction import Frac
from .sign import nonzero, sign


@dataclass(frozen=True)
class Solution:
    """One fact solved: ``atom`` = ``value``, having divided by ``divided_by``."""

    atom: Expr
    value: Expr
    fact: Relation
    divided_by: Expr = S.One
    #: Whether the value is a product of powers of positive atoms, positive as it stands.
    plain: bool = False


def solved(algebra: Algebra, link: Equal, keep: frozenset[Symbol]) -> Solution | None:
    """``link`` solved for one atom, or ``None`` where nothing can be solved for.

    Order-one constants and what is in ``keep`` are solved for only if nothing else will
    do.  The sides must differ in normal form.
    """
    left, right = (algebra.convert(side) for side in link.sides)
    difference = left - right
    symbols = _symbols(algebra, difference)
    cheap = keep | {s for s in symbols if algebra.notation[s].role is Role.FACTOR}
    for avoid in (cheap, keep, frozenset[Symbol]()):
        for value, other in ((left, right), (right, left)):
            index = _single(algebra, value)
            if index is not None and _may(algebra, index, other, avoid):
                plain = other.monomial() is not None and sign(algebra, other) > 0
                return Solution(algebra.atom(index).expr, algebra.expr(other), link, plain=plain)
        if power := _by_powers(algebra, left, right, avoid):
            return Solution(*power, link, plain=True)
        if linear := _linearly(algebra, difference, avoid):
            atom, value, divided_by = linear
            return Solution(atom, value, link, divided_by)
    for avoid in (cheap, keep, frozenset[Symbol]()):
        for value, other in ((left, right), (right, left)):
            if root := _by_root(algebra, value, other, avoid):
                return Solution(*root, link)
    return None


def _symbols(algebra: Algebra, value: Frac) -> set[Symbol]:
    return {
        algebra.atom(i).expr
        for i in value.generators()
        if algebra.atom(i).kind == "symbol" and algebra.atom(i).expr in algebra.notation
    }


_SOLVABLE = frozenset({"symbol", "value", "jet", "total", "integral"})


def _single(algebra: Algebra, value: Frac) -> int | None:
    """The generator whose atom ``value`` is, if it is one."""
    single = value.monomial()
    if single is None or single[0] != 1 or len(single[1]) != 1:
        return None
    ((index, exponent),) = single[1].items()
    atom = algebra.atom(index)
    return index if atom.kind in _SOLVABLE and exponent == atom.roots else None


def _may(algebra: Algebra, index: int, other: Frac, avoid: frozenset[Symbol]) -> bool:
    """Whether the atom may be solved for: not to be avoided, and not in its own value.

    A variable is not solved for: facts about it are to hold for all its values.
    """
    atom = algebra.atom(index)
    if atom.expr in avoid or algebra.varies(atom.expr):
        return False
    return all(i != index and not _inside(algebra, index, i) for i in other.generators())


def _inside(algebra: Algebra, index: int, within: int) -> bool:
    """Whether the atom ``index`` occurs in what the atom ``within`` is made of."""
    atom = algebra.atom(within)
    return any(
        i == index or _inside(algebra, index, i) for part in atom.parts for i in part.generators()
    )


def _latest_first(algebra: Algebra, indices: Iterable[int]) -> list[int]:
    """Atoms that are no symbols, then symbols from the last declared to the first.

    Integrals of known functions come last: they have their value already.
    """

    def rank(index: int) -> tuple[bool, float, int]:
        atom = algebra.atom(index)
        known = atom.kind == "integral" and not atom.expr.has(AppliedUndef)
        return known, -algebra.notation.position(atom.expr), index

    return sorted(indices, key=rank)


def _by_powers(
    algebra: Algebra, left: Frac, right: Frac, avoid: frozenset[Symbol]
) -> tuple[Expr, Expr] | None:
    """x^k · m = 1 for a positive x gives x = m^(−1/k).

    The equation is divided by its right side, so one side must be known not to vanish.
    """
    if right.is_zero() or not (nonzero(algebra, left) or nonzero(algebra, right)):
        return None
    single = (left / right).monomial()
    if single is None or single[0] < 0:
        return None
    coefficient, powers = single
    for index in _latest_first(algebra, powers):
        atom = algebra.atom(index)
        if atom.kind != "symbol" or not atom.positive:
            continue
        if atom.expr in avoid or algebra.varies(atom.expr):
            continue
        others = {i: e for i, e in powers.items() if i != index}
        if any(not algebra.atom(i).positive for i in others):
            continue
        if any(_inside(algebra, index, i) for i in others):
            continue
        exponent = Fraction(powers[index], atom.roots)
        value = algebra.monomial_expr(coefficient, others)
        power = sympy.Rational(-exponent.denominator, exponent.numerator)
        return atom.expr, value**power
    return None


def _by_root(
    algebra: Algebra, value: Frac, other: Frac, avoid: frozenset[Symbol]
) -> tuple[Expr, Expr] | None:
    """x^k · m = P for a positive x, m and P gives x = (P/m)^(1/k)."""
    single = value.monomial()
    if single is None or single[0] < 0 or sign(algebra, other) <= 0:
        return None
    coefficient, powers = single
    if any(not algebra.atom(i).positive for i in powers):
        return None
    for index in _latest_first(algebra, powers):
        atom = algebra.atom(index)
        others = {i: e for i, e in powers.items() if i != index}
        within = any(_inside(algebra, index, i) for i in others)
        if atom.kind != "symbol" or within or not _may(algebra, index, other, avoid):
            continue
        exponent = sympy.Rational(powers[index], atom.roots)
        base = algebra.expr(other) / algebra.monomial_expr(coefficient, others)
        return atom.expr, base ** (1 / exponent)
    return None


def _linearly(
    algebra: Algebra, difference: Frac, avoid: frozenset[Symbol]
) -> tuple[Expr, Expr, Expr] | None:
    """A x + B = 0 with A ≠ 0 gives x = −B/A; where B ≠ 0 the equation itself says A ≠ 0."""
    for index in _latest_first(algebra, difference.generators()):
        atom = algebra.atom(index)
        if atom.kind not in _SOLVABLE or atom.expr in avoid:
            continue
        with_it, without = algebra.zero, algebra.zero
        for coefficient, powers in difference.terms():
            exponent = powers.pop(index, 0)
            term = algebra.number(coefficient)
            for other, power in powers.items():
                term = term * algebra.gen(other, power)
            if exponent == atom.roots:
                with_it += term
            elif exponent == 0:
                without += term
            else:
                break
        else:
            if with_it.is_zero() or not (nonzero(algebra, with_it) or nonzero(algebra, without)):
                continue
            value = -(without / with_it)
            if _may(algebra, index, value, avoid):
                return atom.expr, algebra.expr(value), algebra.expr(with_it)
    return None
