"""What holds as a variable tends to something says nothing of its other values.

f(x) ≃ g(x) is used as an equation by the lines above, and what was neglected counts as a
factor near 1.  That it is one only where x is near what it tends to is seen to here: such
an equation is not taken at a number, nor for another variable, nor integrated over x; and
no derivative is drawn from it, since f′ ≃ g′ does not follow.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from typing import Any

from sympy import Derivative, Expr, Integral, S, Subs, Symbol
from sympy.core.function import AppliedUndef

from derivations.expression import Total, Vector
from derivations.quantity import Notation, Role
from derivations.relation import Equal, LeadingOrder, Relation, Tends, Within

from .result import ClaimResult


def limits(claims: Iterable[ClaimResult]) -> frozenset[tuple[Symbol, Expr]]:
    """What tends to what in the leading orders among claims."""
    relations = (claim.claim.relation for claim in claims)
    return frozenset((one.variable, one.to) for one in relations if isinstance(one, LeadingOrder))


def elsewhere(
    goal: Relation,
    said: Iterable[Relation],
    leading: Iterable[Relation],
    where: Iterable[tuple[Symbol, Expr]],
    notation: Notation,
) -> str:
    """Why ``leading``, which hold where something tends to a limit, may not say ``goal``.

    ``said`` is all that it is drawn from.  Empty if nothing is seen.
    """
    leading, where = tuple(leading), tuple(where)
    facts = tuple(one for one in dict.fromkeys(said) if one not in leading)
    each = [_Leading(one, where, notation) for one in leading]
    if len(each) > 1 and any(one.twofold() for one in each):
        return "what holds near two limits is used together"
    return next((why for one in each for why in one.misused(goal, facts)), "")


class _Leading:
    """An equation that holds where some variables tend to something."""

    def __init__(
        self, fact: Relation, where: Iterable[tuple[Symbol, Expr]], notation: Notation
    ) -> None:
        self._notation = notation
        self._fixed: set[Any] = set()
        names = {x for part in _parts(fact) for x in part.free_symbols}
        self._limits: dict[Symbol, set[Expr]] = {}
        for x, to in where:
            if x in names and self._varies(x):
                self._limits.setdefault(x, set()).add(to)
        parts = tuple(_parts(fact))
        self._nodes = {node for part in parts for node in part.atoms(AppliedUndef, *_SLOPES)}
        #: Values that do not stand below a derivative only.
        self._plain = {
            node
            for part in parts
            for node in part.xreplace(dict.fromkeys(part.atoms(*_SLOPES), S.One)).atoms(
                AppliedUndef
            )
        }

    def twofold(self) -> bool:
        """Whether something in it tends to several limits, in the lines below."""
        return any(len(ends) > 1 for ends in self._limits.values())

    def misused(self, goal: Relation, facts: tuple[Relation, ...]) -> Iterator[str]:
        """Where the goal, or what it is drawn from, needs more of its functions than it says."""
        functions = {v.func: _ALL for v in self._plain if any(map(self._varies, _free(v)))}
        near = _linked(self._near(), facts)
        if self._elsewhere(goal, near.keys()):
            yield f"what holds as {self._told()} is said of another limit"
        self._fixed = set(_fixed(facts))
        for one in (goal, *facts):
            for part in _parts(one):
                yield from self._differentiated(part, _linked(functions, facts).keys())
                yield from self._taken(part, near, claimed=one is goal)

    def _elsewhere(self, goal: Relation, near: Set[Any]) -> bool:
        """Whether the goal is a limit of its functions, and another one."""
        return (
            isinstance(goal, Tends | LeadingOrder)
            and bool(near & _functions(goal))
            and self._limits.get(goal.variable) != {goal.to}
        )

    def _values(self) -> Iterator[AppliedUndef]:
        yield from (node for node in self._nodes if isinstance(node, AppliedUndef))

    def _near(self) -> _Places:
        """Its functions, with the places of their arguments that tend to something."""
        found: dict[Any, frozenset[int]] = {}
        for value in self._values():
            places = {k for k, x in enumerate(value.args) if _free(x) & self._limits.keys()}
            if places:
                found[value.func] = found.get(value.func, frozenset()) | places
        return found

    def _differentiated(self, part: Expr, functions: Set[Any]) -> Iterator[str]:
        for node in part.atoms(*_SLOPES):
            if node not in self._nodes and functions & _functions(node):
                yield "what holds to leading order is not differentiated"

    def _taken(self, part: Expr, near: _Places, *, claimed: bool) -> Iterator[str]:
        bound = {x for node in part.atoms(Integral, Total) for x in node.bound_symbols}
        for node in part.atoms(AppliedUndef):
            places = near.get(node.func)
            for place, value in enumerate(node.args if places is not None else ()):
                if self._stands(node.func, place, value) and not _free(value) & bound:
                    continue
                if (
                    self._moves_with(value)
                    if place not in (places or ())
                    else _free(value) & bound or not self._allowed(value, claimed=claimed)
                ):
                    yield f"what holds as {self._told()} is said at another value"

    def _told(self) -> str:
        return f"{', '.join(map(str, self._limits))} tends to something"

    def _stands(self, function: Any, place: int, value: Expr) -> bool:
        """Whether the equation itself has the function with this value in this place."""
        return any(
            node.func == function and node.args[place : place + 1] == (value,)
            for node in self._values()
        )

    def _moves_with(self, value: Expr) -> bool:
        return bool(_free(value) & self._limits.keys())

    def _allowed(self, value: Expr, *, claimed: bool) -> bool:
        """Whether a value may be near the limit: a multiple of what is, or some constant's."""
        variables = {x for x in _free(value) if self._varies(x)}
        if not variables:
            return any(
                x in self._notation
                and self._notation[x].role is Role.CONSTANT
                and x not in self._fixed
                for x in _free(value)
            )
        return not claimed or any(not _free(value / x) & variables for x in self._limits)

    def _varies(self, symbol: Symbol) -> bool:
        return symbol in self._notation and self._notation[symbol].role is Role.VARIABLE


#: Functions, and the places of their arguments that something is asked of.
_Places = Mapping[Any, Collection[int]]
_ALL = range(sys.maxsize)
_SLOPES = (Derivative, Subs)


def _fixed(facts: Iterable[Relation]) -> Iterator[Any]:
    """Constants that are said to be a number, or to lie between two."""
    for fact in facts:
        if isinstance(fact, Within):
            yield fact.expression
        elif isinstance(fact, Equal):
            for left, right in (link.sides for link in fact.links()):
                both = ((left, right), (right, left))
                yield from (x for x, y in both if isinstance(y, Expr) and y.is_number)


def _linked(functions: _Places, facts: tuple[Relation, ...]) -> _Places:
    """``functions``, and those that equations say something of by them."""
    found = dict(functions)
    sides = [
        (side, other)
        for fact in facts
        if isinstance(fact, Equal)
        for link in fact.links()
        for side, other in (link.sides, link.sides[::-1])
    ]
    again = True
    while again:
        more = {
            one
            for side, other in sides
            if found.keys() & _functions(other)
            for one in _functions(side) - found.keys()
            if len(_functions(side)) == 1
        }
        found |= dict.fromkeys(more, _ALL)
        again = bool(more)
    return found


def _free(expr: Expr) -> set[Any]:
    return set(expr.free_symbols)


def _parts(relation: Relation) -> Iterator[Expr]:
    for side in relation.sides:
        yield from side if isinstance(side, Vector) else (side,)


def _functions(stated: Relation | Expr) -> set[object]:
    parts = _parts(stated) if isinstance(stated, Relation) else (stated,)
    return {value.func for part in parts for value in part.atoms(AppliedUndef)}
