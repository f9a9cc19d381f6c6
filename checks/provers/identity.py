"""Equality: a common normal form proves it, a witness refutes it."""

from __future__ import annotations

from dataclasses import replace

from derivations.obligation import Obligation
from derivations.relation import Relation

from .. import record
from ..certificate.evidence import of_system
from ..counterexamples import one_member, witness
from ..normal.algebra import Algebra
from ..normal.elimination import solve
from ..normal.sign import nonzero
from ..quoting import quoted, quoted_relation
from ..verdict import Decision, Status, proved, refuted, undecided


def decide(obligation: Obligation) -> Decision:
    """Whether both sides are equal wherever the facts hold.

    Proved if the difference of the sides is zero in normal form once the facts are put
    in, and every denominator, radicand and logarithm in the claim is known to be
    admissible; refuted by a point where the facts hold and the sides provably differ.
    """
    left, right = obligation.goal.sides
    difference = left - right
    system = solve(obligation.facts, obligation.notation, needs=[left, right])
    if system.contradiction is not None:
        return contradictory(system.contradiction)
    algebra = system.algebra
    normal = algebra.convert(left) - algebra.convert(right)
    if normal.is_zero():
        return replace(_defined(algebra), evidence=of_system(system))
    found = witness.find(system, normal)
    if found is not None:
        return refuted(
            "witness",
            f"the sides differ by {quoted(algebra.expr(normal))} where the premises hold",
            witness=tuple(found.items()),
            evidence=of_system(system, found.values_chosen),
        )
    single = one_member.reduced(obligation)
    if single is not None:
        decision = decide(single)
        if decision.status is Status.REFUTED:
            reason = f"for sums of one term {decision.reason}"
            told = {"one_member": record.of_decision(decision, single)}
            return replace(decision, reason=reason, evidence=told)
    return undecided(
        "normal form", f"the difference of the sides is {quoted(difference)}, not seen to vanish"
    )


def decide_unequal(obligation: Obligation) -> Decision:
    """Whether the sides differ for some admissible values: ``decide`` turned round."""
    left, right = obligation.goal.sides
    system = solve(obligation.facts, obligation.notation, needs=[left, right])
    if system.contradiction is not None:
        return contradictory(system.contradiction)
    normal = system.algebra.convert(left) - system.algebra.convert(right)
    if normal.is_zero():
        return refuted(
            "normal form",
            "the sides are equal for all admissible values",
            evidence=of_system(system),
        )
    found = witness.find(system, normal)
    if found is not None:
        return proved(
            "witness",
            "the sides differ at a point",
            witness=tuple(found.items()),
            evidence=of_system(system, found.values_chosen),
        )
    return undecided("witness", "no point was found at which the sides provably differ")


def contradictory(fact: Relation) -> Decision:
    """What to say of premises that ``fact`` cannot hold beside: anything would follow."""
    return undecided(
        "premises",
        f"the premises contradict each other: {quoted_relation(fact)} cannot hold",
    )


def _defined(algebra: Algebra) -> Decision:
    conditions: dict[str, None] = {}
    for divisor, normal in algebra.divided.items():
        if not nonzero(algebra, normal):
            return undecided(
                "normal form",
                f"the sides agree where {quoted(divisor)} ≠ 0, "
                "which does not follow from the premises",
            )
        if not divisor.is_positive:
            conditions[f"{quoted(divisor)} ≠ 0"] = None
    if algebra.assumed:
        needed = ", ".join(algebra.assumed)
        return undecided(
            "normal form",
            f"the sides agree where {needed}, which does not follow from the premises",
        )
    return proved(
        "normal form", "the sides have the same normal form", conditions=tuple(conditions)
    )
