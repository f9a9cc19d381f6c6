"""What a revision changes: the lines that come out otherwise than in the paper as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from derivations.relation import Within
from derivations.revised import Revised

from ..result import ClaimResult, LineResult, contradicted
from ..suite import Suite
from ..together import decide_together
from .suite import RevisedSuite


@dataclass(frozen=True)
class Change:
    """One line before and after; one of the two is ``None`` for a line that came or went."""

    label: str
    before: LineResult | None
    after: LineResult | None
    #: Whether the revision itself says something of the line.
    said: bool = False

    @property
    def falls(self) -> bool:
        """Whether the line held, and nothing holds in its place."""
        return self.after is not None and not self.after.verdict.holds

    @property
    def contradiction(self) -> str:
        """How the premises of the line contradict each other now, if they do."""
        check = contradicted(self.after.accepted) if self.after else None
        return check.decision.reason if check else ""

    def pairs(self) -> list[tuple[ClaimResult | None, ClaimResult | None]]:
        """The accepted claims, before and after, as far as they differ."""
        before = self.before.accepted if self.before else ()
        after = self.after.accepted if self.after else ()
        return [pair for pair in zip_longest(before, after) if not _alike(*pair)]


@dataclass(frozen=True)
class Comparison:
    """A paper and what becomes of it.

    ``changes`` are the lines that differ, in the paper's order; ``as_before`` the labels
    of those that rest on what was revised, and come out as they did.
    """

    paper: Revised
    changes: tuple[Change, ...]
    as_before: tuple[str, ...]

    @property
    def falling(self) -> tuple[Change, ...]:
        """The lines that held, and do not hold in any form that was found."""
        return tuple(change for change in self.changes if change.falls)

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The lines that hold, and rest on some that do not hold any more."""
        return tuple(
            change.label
            for change in self.changes
            if change.after and change.after.verdict.holds and change.after.unsound
        )

    @property
    def contradictions(self) -> tuple[Change, ...]:
        """The lines whose premises contradict each other now."""
        return tuple(change for change in self.changes if change.contradiction)


def compare(
    original: Suite, revised: RevisedSuite, progress: Callable[[LineResult], None] = lambda _: None
) -> Comparison:
    """Decide, in both, the lines that the revision touches, and all that rest on them."""
    (found,) = compare_all(original, [revised], progress)
    return found


def compare_all(
    original: Suite,
    suites: Sequence[RevisedSuite],
    progress: Callable[[LineResult], None] = lambda _: None,
) -> list[Comparison]:
    """What each of several revisions changes, all being decided at the same time."""
    begun = [(suite, _begin(original, suite, progress)) for suite in suites]
    decide_together([(suite, set(one.concerned)) for suite, one in begun], progress)
    return [one.ended(suite.lines(one.concerned)) for suite, one in begun]


@dataclass(frozen=True)
class _Begun:
    """A comparison of which the lines of the paper as it is are decided."""

    paper: Revised
    #: The lines of the revised paper that are to be decided.
    concerned: list[str]
    before: Mapping[str, LineResult]
    #: All lines, before and after.
    labels: list[str]

    def ended(self, after: Mapping[str, LineResult]) -> Comparison:
        """The comparison with what has come of the lines."""
        found = [
            Change(x, self.before.get(x), after.get(x), x in self.paper.given_anew)
            for x in self.labels
            if x in {*self.before, *after}
        ]
        return Comparison(
            self.paper,
            tuple(change for change in found if _differs(change)),
            tuple(change.label for change in found if not _differs(change)),
        )


def _begin(
    original: Suite, revised: RevisedSuite, progress: Callable[[LineResult], None]
) -> _Begun:
    paper = revised.paper
    if not isinstance(paper, Revised):
        raise TypeError(paper)
    concerned = list(revised.concerned)
    dropped = [line.label for line in original.paper if line.label not in paper]
    before = original.lines([x for x in (*concerned, *dropped) if x in original.paper], progress)
    below = {one for label in concerned for one in revised.graph.ancestors(label)}
    revised.adopt(original.lines(below.difference(concerned), progress), original.paper.notation)
    labels = dict.fromkeys(line.label for line in (*original.paper, *paper))
    return _Begun(paper, concerned, before, list(labels))


def _differs(change: Change) -> bool:
    if change.before is None or change.after is None:
        return True
    return (
        change.before.verdict is not change.after.verdict
        or change.before.sound is not change.after.sound
        or bool(change.pairs())
    )


def _alike(before: ClaimResult | None, after: ClaimResult | None) -> bool:
    if before is None or after is None:
        return False
    return (
        before.claim.relation == after.claim.relation
        and before.verdict is after.verdict
        and before.factor == after.factor
        and (not isinstance(before.claim.relation, Within) or _ends(before) == _ends(after))
    )


def _ends(claim: ClaimResult) -> list[tuple[str, str] | None]:
    return [check.decision.enclosure for check in claim.links]
