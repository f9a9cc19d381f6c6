"""The table of traps: how many of each subject were decided how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..report.layout import Spans
from .trial import Outcome, Tally, Trial, tallies

_HEAD = ("subject", "traps", "decided right", "undecided", "decided wrongly")


def lines(trials: Sequence[Trial], *, verbose: bool) -> Iterator[Spans]:
    """A row a subject, their sum, and what was decided wrongly; ``verbose`` adds the undecided."""
    yield from ([(row, "")] for row in rows(tallies(trials)))
    for outcome, style in ((Outcome.WRONG, "red"), (Outcome.UNDECIDED, "yellow")):
        if outcome is Outcome.UNDECIDED and not verbose:
            continue
        for trial in (each for each in trials if each.outcome is outcome):
            trap = trial.trap
            yield []
            yield [(f"{outcome.value}: {trap.name}", style), (f" ({trap.subject})", "dim")]
            yield [(f"  {trap.truth.value}: {trap.note}", "")]
            yield [(f"  {trial.answer.value}: {trial.reason}", "")]


def rows(found: Sequence[Tally]) -> Iterator[str]:
    """The table in Markdown, as it stands in ``docs/soundness.md``."""
    yield f"| {' | '.join(_HEAD)} |"
    yield f"| --- {'| ---: ' * (len(_HEAD) - 1)}|"
    for tally in (*found, _total(found)):
        counts = (tally.traps, tally.right, tally.undecided, tally.wrong)
        yield f"| {tally.subject} | {' | '.join(map(str, counts))} |"


def _total(found: Sequence[Tally]) -> Tally:
    return Tally(
        "all",
        sum(tally.traps for tally in found),
        sum(tally.right for tally in found),
        sum(tally.undecided for tally in found),
        sum(tally.wrong for tally in found),
    )
