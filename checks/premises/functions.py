"""What may stand for a function: it depends on its arguments alone, is real and smooth.

A definition of a function that says something else is one that no function satisfies.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, Expr, I, Pow, Symbol

from derivations.quantity import Notation, Role
from derivations.relation import Relation

from ..normal.algebra import Algebra
from ..normal.elimination import solve
from ..normal.factors import factors
from ..normal.fraction import Frac
from ..normal.sign import nonzero


def are_functions(algebra: Algebra) -> bool:
    """Whether all functions that the facts define can be what they say."""
    return all(_may_be(algebra, *each) for each in algebra.functions.values())


def _may_be(algebra: Algebra, arguments: tuple[Symbol, ...], body: Expr) -> bool:
    if any(_varies(algebra, symbol) for symbol in body.free_symbols - set(arguments)):
        return False
    if body.has(I) and algebra.convert(body) != algebra.convert(body.xreplace({I: -I})):
        return False
    bends = (node.args[0] for node in body.atoms(Abs) if node.free_symbols & set(arguments))
    return all(nonzero(algebra, algebra.convert(inside)) for inside in bends)


def _varies(algebra: Algebra, symbol: Symbol) -> bool:
    return symbol in algebra.notation and algebra.notation[symbol].role is Role.VARIABLE


def divides_anew(notation: Notation, value: Expr, facts: Iterable[Relation]) -> bool:
    """Whether ``value``, which the facts were solved for, divides by what may vanish.

    Where a fact divides by it too, the fact says nothing there.
    """
    below = [
        power.base
        for fact in facts
        for side in fact.sides
        for power in side.atoms(Pow)  # type: ignore[union-attr]
        if power.exp.could_extract_minus_sign()
    ]
    algebra = solve((), notation, needs=(value, *below)).algebra
    known = [part for base in below for part in _parts(algebra, algebra.convert(base))]
    bottom = Frac(algebra.ring, algebra.convert(value).den, algebra.ring.one)
    return any(part not in known and not nonzero(algebra, part) for part in _parts(algebra, bottom))


def _parts(algebra: Algebra, value: Frac) -> list[Frac]:
    """The irreducible factors above, up to numbers."""
    found = [part / part.leading_coefficient() for part, _ in factors(algebra, value.num)[1]]
    return [Frac(algebra.ring, part, algebra.ring.one) for part in found]
