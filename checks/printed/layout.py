"""Lay out what is found when a paper's print is held against its relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from derivations.paper import Line, Paper

from ..report import wording
from ..report.layout import Spans
from .finding import LineReading, Status

_COLORS = {Status.DRIFT: "red", Status.UNREAD: "yellow"}


def rows(paper: Paper, readings: Iterable[LineReading]) -> Iterator[Spans]:
    """Drifts and what cannot be read, then what is not compared, then the counts."""
    found = list(readings)
    lines = {line.label: line for line in paper}
    for reading in found:
        for finding in reading.findings:
            color = _COLORS.get(reading.status, "")
            yield [(_name(lines, reading.label), "bold"), (f"  {reading.status}", color)]
            yield [(f"    printed   {finding.printed}", "")]
            if finding.encoded:
                yield [(f"    encoded   {finding.encoded}", "")]
            yield [(f"    because   {finding.reason}", "")]
    apart = [(reading.label, *row) for reading in found for row in reading.apart]
    if apart:
        yield [("Not compared, for the reason that the paper's data give", "bold")]
        for label, printed, reason in apart:
            yield [(f"  {_name(lines, label)}  {printed}: {reason}", "")]
    words = [_name(lines, reading.label) for reading in found if reading.status is Status.WORDS]
    if words:
        yield [("Words alone", "bold")]
        yield [("  " + ", ".join(words), "")]
    yield [("", "")]
    yield from _counts(found)


def _name(lines: dict[str, Line], label: str) -> str:
    return wording.name(lines[label]) if label in lines else f"({label})"


def _counts(found: list[LineReading]) -> Iterator[Spans]:
    yield [(f"{len(found)} lines", "bold")]
    told = {
        "whose print and relations agree": Status.AGREES,
        "whose print and relations drift apart": Status.DRIFT,
        "that cannot be read": Status.UNREAD,
        "of words, or of formulas that are not compared": Status.WORDS,
    }
    for words, status in told.items():
        yield [(f"{sum(r.status is status for r in found):6} {words}", "")]
    yield [(f"{sum(r.compared for r in found):6} printed relations have their claim", "")]
    yield [(f"{sum(r.words for r in found):6} claims are made in words", "")]
