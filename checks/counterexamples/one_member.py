"""Refute what is said of sums of any number of terms by sums of a single one.

What is claimed of a finite set of any size is claimed of a set with one member.  There
every sum is its only term, and what the facts say of all members they say of this one,
so that a counterexample is a point as for any other claim.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import sympy
from sympy import Expr, Symbol
from sympy.core.function import AppliedUndef

from derivations.dimension import NUMBER
from derivations.expression import Total
from derivations.obligation import Obligation
from derivations.quantity import Notation, Role
from derivations.relation import Equal, NotEqual, Relation


def reduced(obligation: Obligation) -> Obligation | None:
    """The obligation for sets of one member; ``None`` where it has no sums, or no such case."""
    links = [link for fact in obligation.facts for link in fact.links()]
    over = sets((*links, obligation.goal))
    if not over or not all(_may_have_one(obligation.notation, each) for each in over):
        return None
    notation = obligation.notation.copy()
    step = _Reduction(notation, {each: _only_member(notation, each) for each in over})
    facts = tuple(step.of(link) for link in links)
    if any(isinstance(fact, NotEqual) and fact.sides[0] == fact.sides[1] for fact in facts):
        return None
    return replace(obligation, goal=step.of(obligation.goal), facts=facts, notation=notation)


def sets(relations: Iterable[Relation]) -> list[Symbol]:
    """The sets that are summed over."""
    found = {
        node.over
        for relation in relations
        for link in relation.links()
        for side in link.sides
        for node in side.atoms(Total)  # type: ignore[union-attr]
    }
    return sorted(found, key=str)


def _may_have_one(notation: Notation, over: Symbol) -> bool:
    quantity = notation[over]
    return quantity.dimension == NUMBER and isinstance(quantity.count, Symbol)


def _only_member(notation: Notation, over: Symbol) -> Symbol:
    members = [quantity for quantity in notation if quantity.member_of == over]
    first = members[0] if members else None
    return notation.quantity(
        f"{over}_1",
        first.dimension if first else NUMBER,
        f"the only one of {over}",
        sign=first.sign if first else "positive integer",
        member_of=over,
    )


class _Reduction:
    """Puts the only member of each set in the place of sums over it and of its members."""

    def __init__(self, notation: Notation, only: dict[Symbol, Symbol]) -> None:
        self.notation = notation
        self.only = only
        self.members = {
            quantity.symbol: only[quantity.member_of]
            for quantity in notation
            if quantity.member_of in only
        }
        self.counts = {notation[over].count: sympy.S.One for over in only}

    def of(self, relation: Relation) -> Relation:
        """The relation for sets of one member; a function's definition stays one."""
        if isinstance(relation, Equal) and self._defines(relation.sides[0]):
            head, body = relation.sides
            return Equal(head, self._summed(body))
        sides = {
            side: self._summed(side).subs(self.members, simultaneous=True)
            for side in relation.sides
        }
        changes = {
            name: sides[value]
            for name, value in vars(relation).items()
            if isinstance(value, Expr) and value in sides
        }
        if "sides" in vars(relation):
            return type(relation)(*(sides[side] for side in relation.sides))
        return replace(relation, **changes)  # type: ignore[type-var]

    def _defines(self, head: Expr) -> bool:
        return isinstance(head, AppliedUndef) and all(
            argument.is_Symbol and self.notation[argument].role is Role.VARIABLE
            for argument in head.args
        )

    def _summed(self, expr: Expr) -> Expr:
        while found := expr.atoms(Total):
            inner = min(found, key=lambda node: (len(node.atoms(Total)), str(node)))
            term = inner.summand.subs(inner.index, self.only[inner.over])
            expr = expr.xreplace({inner: term})
        return expr.subs(self.counts)
