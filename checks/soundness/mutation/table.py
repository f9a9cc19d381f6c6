"""Lay out a campaign: kill rates by operator and by chapter, and every mutant that survives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import Any

from derivations.paper import Paper

from ...report.layout import Spans
from .mutants import ENOUGH
from .trial import Outcome


def lines(
    paper: Paper, labels: Sequence[str], found: Sequence[Outcome], *, sampled: bool = False
) -> Iterator[Spans]:
    """The whole report on the mutants ``found`` of the lines ``labels``."""
    yield from _rates("operator", found, lambda one: one.operator)
    yield []
    chapters = {chapter.label: f"{chapter.label}. {chapter.title}" for chapter in paper.chapters}
    yield from _rates("chapter", found, lambda one: chapters[one.chapter])
    yield []
    yield from _by_kind(found)
    yield from _survivors(found)
    yield []
    yield from summary(labels, found, sampled=sampled)


def summary(
    labels: Sequence[str], found: Sequence[Outcome], *, sampled: bool = False
) -> Iterator[Spans]:
    """The figures in a few lines."""
    numbers = Counter(one.label for one in found)
    counts = [numbers[label] for label in labels]
    killed = sum(one.killed for one in found)
    gaps = sum(one.gap for one in found)
    if counts:
        yield _plain(
            f"{len(found)} mutants of {len(counts)} lines: "
            f"{min(counts)} at least and {median(counts):g} in the median a line"
        )
    few = [f"({label}) {numbers[label]}" for label in labels if numbers[label] < ENOUGH]
    if few and not sampled:
        yield _plain(f"nothing more is there to change in {', '.join(few)}")
    yield _plain(f"{killed} killed ({_rate(killed, len(found))})")
    yield _plain(f"{len(found) - killed - gaps} proved as well, with a reason that is computed")
    style = "bold red" if gaps else "green"
    yield [(f"{gaps} proved as well, and nothing shows that they may be", style)]
    yield _plain(f"{_rate(killed, killed + gaps)} of the mutants that ought to be killed are")


def as_json(paper: Paper, labels: Sequence[str], found: Sequence[Outcome]) -> dict[str, Any]:
    """The same for programs."""
    return {
        "paper": paper.name,
        "lines": list(labels),
        "mutants": [
            {
                "line": one.label,
                "part": one.part,
                "operator": one.operator,
                "mutant": one.text,
                "killed": one.killed,
                "by": one.by,
                "kind": one.kind,
                "why": one.why,
            }
            for one in found
        ],
    }


def _rates(heading: str, found: Sequence[Outcome], of: Callable[[Outcome], str]) -> Iterator[Spans]:
    groups: dict[str, list[Outcome]] = {}
    for one in found:
        groups.setdefault(of(one), []).append(one)
    wide = max((len(name) for name in groups), default=0) + 2
    yield [(f"{heading:{wide}}{'mutants':>9}{'killed':>9}{'rate':>9}{'gaps':>7}", "bold")]
    for name, group in groups.items():
        killed = sum(one.killed for one in group)
        gaps = sum(one.gap for one in group)
        rate = _rate(killed, len(group))
        yield _plain(f"{name:{wide}}{len(group):9}{killed:9}{rate:>9}{gaps:7}")


def _by_kind(found: Sequence[Outcome]) -> Iterator[Spans]:
    kinds = Counter(one.kind for one in found if one.kind)
    if kinds:
        yield [("proved as well, since it is", "bold")]
        for kind, number in kinds.most_common():
            yield _plain(f"{number:6}  {kind}")
        yield []


def _survivors(found: Sequence[Outcome]) -> Iterator[Spans]:
    alive = [one for one in found if not one.killed]
    if alive:
        yield [("what survives, and why", "bold")]
    for one in alive:
        style = "bold red" if one.gap else ""
        where = f"({one.label})" + (" as printed" if one.part == "printed" else "")
        yield [(f"{where}  {one.operator}:  {one.text}", style)]
        yield [(f"      {_why(one)}", style)]


def _why(one: Outcome) -> str:
    return f"{one.kind}: {one.why}" if one.kind else "nothing shows that it may be proved"


def _rate(part: int, whole: int) -> str:
    """A percentage, never rounded up to all."""
    if not whole:
        return "—"
    return f"{part * 1000 // whole / 10:.1f}%"


def _plain(text: str) -> Spans:
    return [(text, "")]
