"""The words and marks with which findings are told, everywhere the same."""

from __future__ import annotations

from derivations.exact import Side
from derivations.expression import Vector
from derivations.paper import Claim, Kind, Line
from derivations.quantity import Notation
from derivations.relation import Relation

from ..provers.dimension import DimensionMismatch, dimension
from ..result import ClaimResult, given
from ..verdict import Decision, Status, Verdict
from . import figures
from .unicode import Unicode

MARKS = {
    Verdict.GIVEN: "•",
    Verdict.PROVED: "✓",
    Verdict.UP_TO_A_FACTOR: "~",
    Verdict.LEADING_ORDER: "≃",
    Verdict.MISPRINT: "✎",
    Verdict.CHANGED: "↻",
    Verdict.REFUTED: "✗",
    Verdict.UNDECIDED: "?",
}
STATUS_MARKS = {Status.PROVED: "✓", Status.REFUTED: "✗", Status.UNDECIDED: "?"}
#: The summary's words, in its order.
COUNTED = {
    Verdict.PROVED: "proved exactly",
    Verdict.UP_TO_A_FACTOR: "proved up to a factor",
    Verdict.LEADING_ORDER: "proved to leading order",
    Verdict.GIVEN: "given",
    Verdict.MISPRINT: "misprinted and repaired",
    Verdict.CHANGED: "changed by the revision",
    Verdict.REFUTED: "refuted",
    Verdict.UNDECIDED: "undecided",
}


def name(line: Line) -> str:
    """A numbered equation in brackets, as in the paper; other lines by their bare names."""
    return f"({line.label})" if line.kind is Kind.EQUATION else line.label


def names(labels: tuple[str, ...]) -> str:
    """Several lines in brackets; a dash for none."""
    return " ".join(f"({label})" for label in labels) or "—"


def verdict(claim: ClaimResult, unicode: Unicode) -> str:
    """The verdict on one claim: by what right it is given, what factor it leaves."""
    found = claim.verdict
    if claim.given:
        holds = found is Verdict.GIVEN
        return f"{found}: {claim.given.kind if holds else 'its dimensions disagree'}"
    if found is Verdict.UP_TO_A_FACTOR and claim.factor is not None:
        return f"{found}: {unicode.expression(claim.factor)}"
    return str(found)


def factor(decision: Decision, unicode: Unicode) -> str:
    """The factor that a ``~`` leaves and the interval that encloses it."""
    if decision.factor is None:
        return ""
    text = unicode.expression(decision.factor)
    if decision.enclosure:
        text += f" ∈ [{', '.join(map(figures.numerals, decision.enclosure))}]"
    return text


def witness(decision: Decision, unicode: Unicode) -> str:
    """The values at which a refuted relation fails."""
    values = (unicode.value(*pair) for pair in decision.witness)
    return ", ".join(f"{quantity} = {value}" for quantity, value in values)


def argument(claim: Claim) -> str:
    """How a claim is argued for: its rules, or by what right it is a premise."""
    right = given(claim)
    if right is not None:
        return f"{right.kind} ({right.reason})" if right.reason else right.kind
    return claim.follows.name or "identity"


def dimensions(relation: Relation, notation: Notation) -> tuple[str, ...]:
    """The dimension of each side; a vector's components share theirs."""
    return tuple(_dimension(side, notation) for side in relation.sides)


def _dimension(side: Side, notation: Notation) -> str:
    parts = side if isinstance(side, Vector) else (side,)
    try:
        found = [dimension(part, notation) for part in parts]
    except DimensionMismatch as mismatch:
        return f"none, as {Unicode(notation).told(str(mismatch))}"
    told = dict.fromkeys(str(each) for each in found if each is not None)
    return ", ".join(told) or "any"
