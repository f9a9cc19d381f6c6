"""A trap: a claim whose truth is known, and that looks otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Relation
from derivations.rules import By


class Truth(StrEnum):
    """What is known of a claim, by hand or by many digits."""

    #: It holds wherever its premises hold and both sides are defined.
    TRUE = "true"
    #: It fails somewhere there, or speaks of what has no value or no common dimension.
    FALSE = "false"
    #: Its premises cannot hold together, so that nothing may be said of it.
    VOID = "void"


@dataclass(frozen=True)
class Argument:
    """A line of a small paper: the lines before it, its claim, and the steps to it.

    The lines ``given`` and those ``between`` are labelled 1, 2, … in order.
    """

    claim: Relation
    follows: By
    given: tuple[tuple[Relation, ...], ...]
    notation: Notation
    between: tuple[tuple[Relation, By], ...] = ()


@dataclass(frozen=True)
class Trap:
    """A claim, its truth, and a ``note`` on why it looks otherwise.

    What is to be decided is an obligation, or a line where a rule is the subject.
    """

    name: str
    obligation: Obligation | Argument
    truth: Truth
    note: str
    subject: str = ""


def about(subject: str, *traps: Trap) -> tuple[Trap, ...]:
    """The ``traps`` as those of ``subject``."""
    return tuple(replace(trap, subject=subject) for trap in traps)
