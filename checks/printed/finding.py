"""What is found of a line: that print and relations agree, drift apart, or cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What the comparison of a line comes to."""

    AGREES = "agrees"
    DRIFT = "drift"
    UNREAD = "cannot be read"
    #: Prose without a formula, or formulas that the data set apart.
    WORDS = "words"


@dataclass(frozen=True)
class Finding:
    """One disagreement: the printed part, the encoded part, and what is wrong."""

    printed: str
    encoded: str
    reason: str


@dataclass(frozen=True)
class LineReading:
    """What is found of one line.

    ``compared`` counts the printed relations that have their claim, ``words`` the claims
    that are not printed; ``apart`` are printed relations not compared, with the reason.
    """

    label: str
    status: Status
    findings: tuple[Finding, ...] = ()
    compared: int = 0
    words: int = 0
    apart: tuple[tuple[str, str], ...] = ()
    #: The numbers of the claims that are printed.
    claims: tuple[int, ...] = ()
