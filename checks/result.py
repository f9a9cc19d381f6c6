"""What was found of a claim, of a line, and of a paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import sympy
from sympy import Expr

from derivations.expression import Vector
from derivations.obligation import Obligation
from derivations.paper import Claim, Line, Paper
from derivations.relation import Consistent, Equal, LeadingOrder, Relation, SameOrder
from derivations.revised import Revised
from derivations.rules import Given, Inference, by

from . import quoting
from .verdict import Decision, Status, Verdict

if TYPE_CHECKING:
    from .printed.finding import LineReading


@dataclass(frozen=True)
class Check:
    """An obligation and the answer to it."""

    obligation: Obligation
    decision: Decision

    @property
    def status(self) -> Status:
        """The answer in a word."""
        return self.decision.status


@dataclass(frozen=True)
class ClaimResult:
    """A claim: the checks of its links, and of the side conditions of its argument.

    ``approximate`` says whether the claim holds to leading order only, for itself or
    for what it rests on.
    """

    claim: Claim
    links: tuple[Check, ...]
    conditions: tuple[Check, ...]
    approximate: bool
    #: The facts that the claim was decided from, each with the step that gave it.
    drawn_from: Inference = field(default_factory=Inference, compare=False)
    #: Whether some fact that it was decided from holds to leading order only, or it does.
    open: bool = False

    @property
    def checks(self) -> tuple[Check, ...]:
        """All checks, those of the argument before those of the claim."""
        return (*self.conditions, *self.links)

    @property
    def given(self) -> Given | None:
        """The right with which the claim is taken as a premise; ``None`` if it is argued."""
        return given(self.claim)

    @property
    def factor(self) -> Expr | None:
        """The order-one factor that a proved ``~`` leaves between its first and last side."""
        relation = self.claim.relation
        if not isinstance(relation, SameOrder) or isinstance(relation.sides[0], Vector):
            return None
        factors = [check.decision.factor for check in self.links]
        if any(factor is None for factor in factors):
            return None
        return sympy.Mul(*factors)

    @property
    def verdict(self) -> Verdict:
        """The verdict on this claim alone."""
        return grade((self,))[0]

    @property
    def up_to_a_factor(self) -> bool:
        """Whether some link of an argued ``~`` leaves a factor other than 1."""
        loose = isinstance(self.claim.relation, SameOrder) and not self.given
        return loose and any(check.decision.factor != 1 for check in self.links)


@dataclass(frozen=True)
class LineResult:
    """A line: its own verdict, and whether what it rests on holds.

    ``reason`` says in a sentence why a line fails, and is empty where it does not.
    ``facts`` are what later lines may use.  ``rests_on`` and ``used_by`` name all lines
    below and above this one in the argument; ``unsound`` those below that fail.
    """

    line: Line
    verdict: Verdict
    reason: str
    printed: tuple[ClaimResult, ...]
    accepted: tuple[ClaimResult, ...]
    facts: tuple[Relation, ...]
    rests_on: tuple[str, ...]
    used_by: tuple[str, ...]
    unsound: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether every line below holds."""
        return not self.unsound

    @property
    def restated(self) -> bool:
        """Whether what later lines use is not what stands there: corrected, or what follows."""
        return self.accepted is not self.printed

    @property
    def holds(self) -> bool:
        """Whether the line and all that it rests on hold."""
        return self.verdict.holds and self.sound

    @property
    def approximate(self) -> bool:
        """Whether what the line says holds to leading order only."""
        return any(claim.approximate for claim in self.accepted)

    @property
    def factor(self) -> Expr | None:
        """The factor that the first ``~`` to leave one leaves from its first side to its last."""
        return next((chain.factor for chain in chains(self.accepted) if chain.up_to_a_factor), None)

    @property
    def failures(self) -> tuple[Check, ...]:
        """The checks that make the line fail, or that show the misprint; each answer once."""
        print_is_meant = self.line.erratum is None or self.verdict is Verdict.MISPRINT
        claims = self.printed if print_is_meant else self.accepted
        checks = (check for claim in claims for check in claim.checks)
        failed = {(c.obligation.goal, c.decision): c for c in checks if c.status != Status.PROVED}
        return tuple(failed.values())


@dataclass(frozen=True)
class NamedResult:
    """A principal result of the paper: confirmed if all its lines hold."""

    name: str
    labels: tuple[str, ...]
    failing: tuple[str, ...]

    @property
    def confirmed(self) -> bool:
        """Whether every line that establishes it holds, and all that these rest on."""
        return not self.failing


@dataclass(frozen=True)
class Report:
    """The lines of a paper in its order, and its principal results."""

    paper: Paper
    lines: tuple[LineResult, ...]
    results: tuple[NamedResult, ...]

    @property
    def holds(self) -> bool:
        """Whether every line holds, and says what it prints."""
        return all(line.holds for line in self.lines) and not self.drifts

    @cached_property
    def drifts(self) -> tuple[LineReading, ...]:
        """The lines whose print and relations do not say the same.

        A revised paper says on purpose what is not printed.
        """
        if isinstance(self.paper, Revised):
            return ()
        from .printed.compare import compare_all
        from .printed.finding import Status as Reading

        return tuple(x for x in compare_all(self.paper) if x.status is Reading.DRIFT)

    @cached_property
    def opinions(self) -> tuple[int, int]:
        """How many of the decided equations and bounds another method agrees on, of how many."""
        found = {
            (check.obligation.goal, check.obligation.facts): check.decision.opinion
            for line in self.lines
            for claim in (*line.printed, *line.accepted)
            for check in claim.checks
        }
        given = [opinion for opinion in found.values() if opinion is not None]
        return sum(opinion.agrees for opinion in given), len(given)

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many lines have each verdict, in the order of ``Verdict``."""
        found = Counter(line.verdict for line in self.lines)
        return {verdict: found[verdict] for verdict in Verdict}


def given(claim: Claim) -> Given | None:
    """The step by which ``claim`` is taken as a premise, if there is one."""
    return next((step for step in claim.follows.steps if isinstance(step, Given)), None)


def is_approximate(relation: Relation) -> bool:
    """Whether ``relation`` itself is a statement to leading order."""
    return isinstance(relation, LeadingOrder)


def chains(claims: tuple[ClaimResult, ...]) -> tuple[ClaimResult, ...]:
    """The claims as a reader sees them: ``a ~ b`` and then ``b ~ c`` is ``a ~ b ~ c``.

    Only claims that hold are put together, so that a link that fails stands alone.
    """
    found: list[ClaimResult] = []
    for claim in claims:
        if found and _continues(found[-1], claim):
            found[-1] = _joined(found[-1], claim)
        else:
            found.append(claim)
    return tuple(found)


def _continues(first: ClaimResult, second: ClaimResult) -> bool:
    one, other = first.claim.relation, second.claim.relation
    return (
        type(one) is type(other)
        and isinstance(one, Equal | SameOrder)
        and one.sides[-1] == other.sides[0]
        and first.given is second.given is None
        and first.verdict.holds
        and second.verdict.holds
    )


def _joined(first: ClaimResult, second: ClaimResult) -> ClaimResult:
    one, other = first.claim, second.claim
    relation = type(one.relation)(*one.relation.sides, *other.relation.sides[1:])
    return ClaimResult(
        Claim(relation, by(one.follows, other.follows)),
        first.links + second.links,
        first.conditions + second.conditions,
        first.approximate or second.approximate,
    )


def judge(
    line: Line, printed: tuple[ClaimResult, ...], accepted: tuple[ClaimResult, ...]
) -> tuple[Verdict, str]:
    """The verdict on ``line``, and why it fails if it does.

    A misprint is one only if the print is refuted and the accepted form holds.
    """
    if line.erratum is None:
        return grade(printed)
    verdict, reason = grade(accepted)
    if any(check.status is Status.REFUTED for check in _links(_allowed(printed))):
        if verdict.holds:
            return Verdict.MISPRINT, ""
        return verdict, f"the print is refuted, and the accepted form fails too: {reason}"
    verdict, reason = grade(printed)
    found = {
        Verdict.UNDECIDED: f"whether the print holds is undecided: {reason}",
        Verdict.REFUTED: f"not the print is refuted, only the step to it: {reason}",
        Verdict.GIVEN: "the print is only given, and nothing refutes it",
    }.get(verdict, "the print holds")
    failed = Verdict.UNDECIDED if verdict is Verdict.UNDECIDED else Verdict.REFUTED
    return failed, f"it is registered as a misprint, but {found}"


def grade(claims: tuple[ClaimResult, ...]) -> tuple[Verdict, str]:
    """The verdict on ``claims`` together: that of the worst, with its reason.

    A refuted claim is refuted whatever else is undecided, if the step to it is allowed;
    where a side condition is refuted, it is not, and the line fails.  From premises that
    contradict each other nothing is decided of what they are used for.
    """
    for checks, status, verdict, preamble in (
        (_contradictions(claims), Status.REFUTED, Verdict.UNDECIDED, ""),
        (_links(_allowed(claims)), Status.REFUTED, Verdict.REFUTED, ""),
        (_links(claims), Status.UNDECIDED, Verdict.UNDECIDED, ""),
        (_conditions(claims), Status.UNDECIDED, Verdict.UNDECIDED, "the step needs that "),
        (_conditions(claims), Status.REFUTED, Verdict.REFUTED, "the step needs that "),
    ):
        for check in checks:
            if check.status is status:
                purpose = f"{preamble}{quoting.purpose(check.obligation)}: " if preamble else ""
                return verdict, f"{purpose}{check.decision.reason}"
    if all(claim.given for claim in claims):
        return Verdict.GIVEN, ""
    if any(claim.up_to_a_factor for claim in claims):
        return Verdict.UP_TO_A_FACTOR, ""
    if any(claim.approximate for claim in claims if not claim.given):
        return Verdict.LEADING_ORDER, ""
    return Verdict.PROVED, ""


def contradicted(claims: Iterable[ClaimResult]) -> Check | None:
    """The first set of premises that cannot hold together, if there is one."""
    checks = _contradictions(claims)
    return next((check for check in checks if check.status is Status.REFUTED), None)


def _allowed(claims: Iterable[ClaimResult]) -> list[ClaimResult]:
    """The claims whose step is allowed: what another step gives may itself be false."""
    return [c for c in claims if all(each.status is Status.PROVED for each in c.conditions)]


def _contradictions(claims: Iterable[ClaimResult]) -> list[Check]:
    return [x for x in _conditions(claims) if isinstance(x.obligation.goal, Consistent)]


def _links(claims: Iterable[ClaimResult]) -> list[Check]:
    return [check for claim in claims for check in claim.links]


def _conditions(claims: Iterable[ClaimResult]) -> list[Check]:
    return [check for claim in claims for check in claim.conditions]
