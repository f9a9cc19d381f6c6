"""What is asked besides of a claim whose premises hold to leading order only.

a ≃ b allows a = b wherever the leading terms stay; what is left when they cancel is the
error, of which a ≃ b says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sympy import Symbol

from derivations.obligation import Obligation
from derivations.paper import Claim
from derivations.relation import (
    Continuous,
    LeadingOrder,
    Less,
    MuchLess,
    NotEqual,
    Relation,
    SameDimension,
)
from derivations.rules import Inference, Known

from .leeway import UNCANCELLED
from .provers.leading import EXACT
from .result import Check, is_approximate
from .run.question import Question

#: Side conditions that have room for what was neglected: what needs them is as exact as before.
_ROOMY = (Less, MuchLess, NotEqual)


def questions(claim: Claim, inference: Inference, nearly: Known) -> Iterator[Question]:
    """Whether the claim holds with what its premises leave open: its links first, in order.

    ``nearly`` is what is known, with a = N b for each a ≃ b.  Nothing is asked where the
    inference from it is the same.
    """
    found = claim.follows.infer(nearly)
    if _said(found) == _said(inference):
        return
    asked = (
        Obligation(goal, found.facts, nearly.notation, UNCANCELLED, nearly.bound)
        for goal in claim.relation.links()
    )
    conditions = (
        replace(one, purpose=UNCANCELLED)
        for one in found.conditions
        if not isinstance(one.goal, Continuous | SameDimension)
    )
    yield from (Question(one, "stays") for one in (*asked, *conditions))


def told(known: Known) -> tuple[Relation, ...]:
    """What lines say, those cited and this one."""
    return (*(fact for facts in known.lines.values() for fact in facts), *known.here)


def said(inference: Inference) -> Iterator[Relation]:
    """All that a claim is drawn from: the facts, and what side conditions are about."""
    yield from inference.facts
    for one in inference.conditions:
        if not isinstance(one.goal, Continuous | SameDimension):
            yield from (one.goal, *one.facts)


def leaves_open(claim: Claim, answers: Sequence[Check]) -> bool:
    """Whether a claim holds to leading order only, by the answers to these questions."""
    links = len(tuple(claim.relation.links()))
    return is_approximate(claim.relation) or any(
        answer.decision.method != EXACT
        and (place < links or not isinstance(answer.obligation.goal, _ROOMY))
        for place, answer in enumerate(answers)
    )


def tending(claims: Iterable[Claim]) -> frozenset[Symbol]:
    """What tends to something in the leading orders among claims."""
    relations = (claim.relation for claim in claims)
    return frozenset(one.variable for one in relations if isinstance(one, LeadingOrder))


def _said(inference: Inference) -> tuple[object, ...]:
    """The facts of an inference, and of its conditions: whatever their notation is."""
    return inference.facts, tuple((one.goal, one.facts) for one in inference.conditions)
