"""What an expression tends to, and what it is to leading order, as something to be claimed."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Expr, S, oo

from derivations.obligation import Obligation
from derivations.relation import LeadingOrder, Relation, Tends

from ..normal.algebra import RootError
from .germ import Germ
from .growth import ONE
from .powerseries import ImpreciseError

_MOST_ROOTS = 720


def leading(obligation: Obligation, goal: LeadingOrder) -> Iterator[Relation]:
    """The left side to leading order: the right one times what their ratio begins with."""
    found = _first(obligation, goal.left / goal.right, goal)
    if found is not None:
        yield LeadingOrder(goal.left, found[1] * goal.right, goal.variable, goal.to)


def tending(obligation: Obligation, goal: Tends) -> Iterator[Relation]:
    """The limit of the expression, be it a number, nothing, or infinity."""
    found = _first(obligation, goal.expression, goal)
    if found is not None:
        limit = {-1: S.Zero, 0: found[1], 1: oo}[found[0]]
        yield Tends(goal.expression, limit, goal.variable, goal.to)


def _first(
    obligation: Obligation, expression: Expr, goal: LeadingOrder | Tends
) -> tuple[int, Expr] | None:
    """How the first term of a series compares with 1 (less, alike, more), and the term."""
    roots = 1
    while roots <= _MOST_ROOTS:
        try:
            germ = Germ.of(obligation, goal.variable, goal.to, [expression], roots=roots)
            for series in germ.series(germ.value(expression)):
                try:
                    growth, coefficient = series.leading()
                except ImpreciseError:
                    continue
                return series.scale.compare(growth, ONE), germ.show(coefficient, growth)
        except RootError as error:
            roots *= 2 * error.by
        else:
            return None
    return None
