"""Why a claim still follows from an argument that was changed."""

from __future__ import annotations

from derivations.errors import PaperError
from derivations.paper import Claim
from derivations.rules import By, Cite
from derivations.rules.both_sides import BothSides

from .bench import Bench, Place
from .reasons import Reason

ANOTHER = "another argument"


def explained(bench: Bench, place: Place, claim: Claim) -> Reason | None:
    """Why the changed argument of ``claim`` is one as well, if the step it changes is needed."""
    old, new = bench.claim(place).follows.steps, claim.follows.steps
    if len(new) < len(old):
        return None
    number = next(i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b)
    if _follows(bench, place, claim, By((*old[:number], *old[number + 1 :]))):
        return None
    step = new[number]
    if isinstance(step, Cite):
        return Reason(ANOTHER, f"({step.label}) says what the claim needs as well")
    if isinstance(step, BothSides) and step.label in claim.follows.premises:
        return Reason(ANOTHER, f"what is done to both sides of ({step.label}) keeps them equal")
    told = bench.facts(place, claim.follows)
    known = bench.facts(place, bench.claim(place).follows)
    if all(fact in known or bench.proves(known, fact) for fact in told):
        return Reason(ANOTHER, "what the changed step gives follows from what was known")
    return None


def _follows(bench: Bench, place: Place, claim: Claim, follows: By) -> bool:
    try:
        return bench.instead(place, Claim(claim.relation, follows)).verdict.holds
    except PaperError:
        return False
