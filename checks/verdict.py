"""What can be said of an obligation, and of a line."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sympy import Expr


class Status(StrEnum):
    """The answer to one obligation."""

    PROVED = "proved"
    REFUTED = "refuted"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Opinion:
    """What another method, which could have contradicted it, says of a decision.

    Where it does not agree it says nothing, and ``told`` is why; else which method it is.
    """

    agrees: bool
    told: str


@dataclass(frozen=True)
class Decision:
    """The answer to one obligation, and why.

    ``method`` names what decided; ``reason`` is a sentence for the reader.  ``factor`` is
    the order-one factor that a proved ``~`` leaves, ``enclosure`` its rigorous bounds,
    ``error`` the first term that a proved leading order neglects.  ``witness`` maps the
    names of quantities to the values at which a refuted relation fails.  ``conditions``
    are what had to be non-zero or positive, and was proved so.  ``evidence`` is what a
    certificate tells a checker of the way there: JSON, or what makes it, given names.
    ``opinion`` is what another method says of it, if it was asked.
    """

    status: Status
    method: str
    reason: str
    factor: Expr | None = None
    enclosure: tuple[str, str] | None = None
    error: Expr | None = None
    witness: tuple[tuple[str, str], ...] = ()
    conditions: tuple[str, ...] = ()
    evidence: Any = field(default=None, compare=False)
    opinion: Opinion | None = field(default=None, compare=False)


def proved(method: str, reason: str, **more: object) -> Decision:
    """A proof."""
    return Decision(Status.PROVED, method, reason, **more)  # type: ignore[arg-type]


def refuted(method: str, reason: str, **more: object) -> Decision:
    """A refutation."""
    return Decision(Status.REFUTED, method, reason, **more)  # type: ignore[arg-type]


def undecided(method: str, reason: str, **more: object) -> Decision:
    """Neither."""
    return Decision(Status.UNDECIDED, method, reason, **more)  # type: ignore[arg-type]


class Verdict(StrEnum):
    """The answer to one line; computed, never written."""

    GIVEN = "given"
    PROVED = "proved"
    UP_TO_A_FACTOR = "proved up to a factor"
    LEADING_ORDER = "proved to leading order"
    MISPRINT = "misprint"
    #: Of a revised paper: it no longer holds as it stood, and another form is proved.
    CHANGED = "changed"
    REFUTED = "refuted"
    UNDECIDED = "undecided"

    @property
    def holds(self) -> bool:
        """Whether a run with this verdict on every line may succeed."""
        return self not in (Verdict.REFUTED, Verdict.UNDECIDED)
