"""References: whether the equations that a text refers to exist."""

from __future__ import annotations

from derivations.obligation import Obligation
from derivations.relation import Refers

from ..verdict import Decision, proved, refuted


def decide(obligation: Obligation) -> Decision:
    """Whether every equation referred to is among those that there are.

    >>> from derivations.quantity import Notation
    >>> goal = Refers(("9a", "22"), frozenset({"9", "22"}))
    >>> decide(Obligation(goal, (), Notation())).reason
    'there is no equation (9a)'
    """
    goal = obligation.goal
    if not isinstance(goal, Refers):
        raise TypeError(goal)
    missing = [label for label in goal.to if label not in goal.among]
    if missing:
        absent = " or ".join(f"({label})" for label in missing)
        return refuted("reference", f"there is no equation {absent}")
    return proved("reference", "the paper has these equations")
