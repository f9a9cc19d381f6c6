"""Which sets of premises a claim is decided from, and what more a model may draw on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sympy.core.function import AppliedUndef

from derivations.obligation import Obligation
from derivations.relation import Consistent, Equal, Relation

#: What each of the obligations is for.
PURPOSE = "the premises can hold together"


def asked(obligations: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """That the premises of each obligation can hold together.

    A set that is part of another needs no obligation of its own: what satisfies the
    other satisfies it.
    """
    sets = {frozenset(one.facts): one for one in obligations if one.facts}
    return tuple(
        replace(one, goal=Consistent(), purpose=PURPOSE)
        for facts, one in sets.items()
        if not any(facts < other for other in sets)
    )


def enlarged(obligation: Obligation, beside: Iterable[Relation]) -> Obligation | None:
    """The obligation with the definitions ``beside`` it of the functions it speaks of.

    What satisfies more premises satisfies the fewer; with the definitions of its
    functions a model is easier to find.  ``None`` if there are no such definitions.
    """
    definitions = [link for link in _links(beside) if isinstance(link.sides[0], AppliedUndef)]
    facts = tuple(_links(obligation.facts))
    more: tuple[Relation, ...] = ()
    again = True
    while again:
        known = {link.sides[0].func for link in (*facts, *more)}  # type: ignore[union-attr]
        needed = _functions((*facts, *more)) - known
        new = {
            link.sides[0].func: link  # type: ignore[union-attr]
            for link in reversed(definitions)
            if link.sides[0].func in needed  # type: ignore[union-attr]
        }
        again, more = bool(new), (*more, *new.values())
    return replace(obligation, facts=(*more, *obligation.facts)) if more else None


def _links(facts: Iterable[Relation]) -> list[Relation]:
    """The equations among ``facts``."""
    return [link for fact in facts for link in fact.links() if isinstance(link, Equal)]


def _functions(facts: Iterable[Relation]) -> set[object]:
    return {
        value.func
        for fact in facts
        for link in fact.links()
        for side in link.sides
        for value in side.atoms(AppliedUndef)  # type: ignore[union-attr]
    }
