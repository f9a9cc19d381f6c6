"""Why a changed claim is proved as well: what is computed to say that it may be.

A mutant that is the same as the original must not be called a gap in the checks, and a gap
must not be called equivalent.  So nothing here is typed, and nothing counts because the
premises of the claim prove it: they may prove anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sympy import S

from derivations.paper import Claim
from derivations.relation import (
    Attains,
    Equal,
    LeadingOrder,
    Less,
    MuchLess,
    Relation,
    Tends,
    Within,
)

from .bench import Bench, Place
from .equivalence import renamed, same_relation

Facts = tuple[Relation, ...]


@dataclass(frozen=True)
class Reason:
    """Why a mutant survives: of what kind the proof is, and what it rests on."""

    kind: str
    text: str


SAME = "the same relation"
OPEN = "left open by the relation"
MODULO = "the same by premises that prove neither"
SLACK = "more than is claimed, and proved too"
APART = "true for another reason"
TOGETHER = "true by the same premises"


def explained(bench: Bench, place: Place, claim: Claim) -> Reason | None:
    """Why the argued ``claim`` is proved in the place of the one at ``place``."""
    original = bench.claim(place).relation
    found = same(bench, original, claim.relation) or _open(bench, place, claim)
    if found:
        return found
    facts = bench.facts(place, claim.follows)
    few = fewest(facts, lambda some: bench.proves(some, claim.relation))
    return (
        _modulo(bench, place, claim, facts, few)
        or _slack(bench, place, claim)
        or _apart(bench, place, claim, few)
        or _together(bench, place, claim, few)
    )


def same(bench: Bench, original: Relation, relation: Relation) -> Reason | None:
    """Whether both have one normal form without premises."""
    if same_relation(original, relation, bench.paper.notation):
        return Reason(SAME, "one normal form without premises")
    name = renamed(original, relation, bench.paper.notation)
    return Reason(SAME, f"for another value of {name}, of which all are meant") if name else None


def _open(bench: Bench, place: Place, claim: Claim) -> Reason | None:
    """``a ~ b`` and its like leave numbers open: the original alone implies the mutant."""
    original = bench.claim(place)
    one, other = original.relation, claim.relation
    if isinstance(one, Attains):
        (check, *_) = bench.instead(place, claim).links
        if check.decision.witness:
            return Reason(OPEN, "it is said of some values only, and there are such")
        return None
    if isinstance(one, Within) and isinstance(other, Within):
        return _same_decade(bench, one, other)
    if isinstance(one, Equal | LeadingOrder | Tends):
        return None
    if bench.proves(bench.said(place, original), other) and not bench.proves((), other):
        return Reason(OPEN, f"{one.sign} implies it, with no other premise")
    return None


def _same_decade(bench: Bench, one: Within, other: Within) -> Reason | None:
    """The mutant is the original times a factor that moves it by less than half the interval."""
    if (one.low, one.high, one.unit) != (other.low, other.high, other.unit) or one.low <= 0:
        return None
    ratio = other.expression / one.expression
    width = one.high / one.low
    if bench.proves((), Less(S.Zero, ratio)) and bench.proves(
        (), Within(ratio**2, 1 / width, width)
    ):
        return Reason(OPEN, "the two differ by a factor that the claimed digits leave open")
    return None


def _modulo(bench: Bench, place: Place, claim: Claim, facts: Facts, few: Facts) -> Reason | None:
    """Facts that do not prove the original, and with which it says what the mutant says."""
    original = bench.claim(place)
    core = _core(bench, place)
    said, new = bench.said(place, original), bench.said(place, claim)
    if not said or not new:
        return None

    def alike(some: Facts) -> bool:
        return (
            not bench.proves(some, original.relation)
            and not bench.proves(some, claim.relation)
            and bench.proves((*said, *some), claim.relation)
            and bench.proves((*new, *some), original.relation)
        )

    together = tuple(fact for fact in facts if fact in core or fact in few)
    for left_out in core:
        rest = tuple(fact for fact in together if fact != left_out)
        if alike(rest):
            return Reason(MODULO, told(bench, claim, fewest(rest, alike)))
    return None


def _core(bench: Bench, place: Place) -> Facts:
    """Facts that prove the claim at ``place``, none of which can be spared."""

    def find() -> Facts:
        claim = bench.claim(place)
        facts = bench.facts(place, claim.follows)
        return fewest(facts, lambda some: bench.proves(some, claim.relation))

    return bench.once(("core", place), find)


def _slack(bench: Bench, place: Place, claim: Claim) -> Reason | None:
    """An inequality with room to spare: the mutant implies the original."""
    original = bench.claim(place)
    if not isinstance(original.relation, Less | MuchLess | Within):
        return None
    new = bench.said(place, claim)
    if bench.proves(new, original.relation) and not bench.proves((), original.relation):
        return Reason(SLACK, "it implies the original, which has room to spare")
    return None


def apart(bench: Bench, place: Place, claim: Claim) -> Reason | None:
    """Whether what proves ``claim`` has nothing to do with the original."""
    facts = bench.facts(place, claim.follows)
    return _apart(
        bench, place, claim, fewest(facts, lambda some: bench.proves(some, claim.relation))
    )


def _apart(bench: Bench, place: Place, claim: Claim, few: Facts) -> Reason | None:
    """What proves the mutant does not prove the original: it is another truth."""
    if not bench.proves(few, claim.relation):
        return None
    if not few or not bench.proves(few, bench.claim(place).relation):
        return Reason(APART, told(bench, claim, few))
    return None


def _together(bench: Bench, place: Place, claim: Claim, few: Facts) -> Reason | None:
    """The premises prove both, and not because they make the sides of the original vanish.

    Two things that vanish are equal whatever they are: what is proved in that way of a
    claim that does not itself say that something vanishes is no check of it.
    """
    original, relation = bench.claim(place).relation, claim.relation
    if not bench.proves(few, relation):
        return None
    if isinstance(original, Equal) and _vanish(bench, few, original):
        return None
    return Reason(TOGETHER, told(bench, claim, few))


def _vanish(bench: Bench, facts: Facts, relation: Relation) -> bool:
    return any(
        S.Zero not in link.sides and bench.proves(facts, Equal(link.sides[0], S.Zero))
        for link in relation.links()
    )


def fewest(facts: Facts, enough: Callable[[Facts], bool]) -> Facts:
    """Facts of which none can be spared, found by leaving out more and then less at a time."""
    size = len(facts)
    while size:
        start = 0
        while start < len(facts):
            without = (*facts[:start], *facts[start + size :])
            if enough(without):
                facts = without
            else:
                start += size
        size //= 2
    return facts


def told(bench: Bench, claim: Claim, facts: Iterable[Relation]) -> str:
    """Where facts come from, in the paper's labels."""
    sources = [bench.source(fact, claim.follows) for fact in facts]
    names = [f"({label})" for label in dict.fromkeys(filter(None, sources))]
    if "" in sources:
        names.append("what its argument gives")
    return f"by {' '.join(names)}" if names else "without any premise"
