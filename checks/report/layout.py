"""Lay out the report on a paper: chapters, a line an equation, and the summary.

What is laid out is lines of styled text, for a terminal of a given width or, where the
width is ``None``, for a file, in which nothing is wrapped.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from derivations.relation import Relation

from ..result import ClaimResult, LineResult, NamedResult, Report, chains
from ..verdict import Verdict
from . import wording, wrap
from .unicode import Unicode

#: Stretches of text, each with its style.
Spans = list[tuple[str, str]]

STYLES = {
    Verdict.GIVEN: "cyan",
    Verdict.PROVED: "green",
    Verdict.UP_TO_A_FACTOR: "green",
    Verdict.LEADING_ORDER: "green",
    Verdict.MISPRINT: "yellow",
    Verdict.CHANGED: "yellow",
    Verdict.REFUTED: "bold red",
    Verdict.UNDECIDED: "bold magenta",
}
_MARK, _HEAD = 3, 10
#: From this width on, a terminal is wide.
_WIDE = 100
#: The room for labels: on a narrow and a wide terminal, and in a file.
_NARROW_LABEL, _WIDE_LABEL, _LONG_LABEL = 12, 20, 30
#: The room for verdicts on a narrow and a wide terminal.
_NARROW_VERDICT, _WIDE_VERDICT = 24, 36
#: Lines longer than this are hard to follow.
_WIDEST = 140
#: A relation is given this much room even where the terminal has less.
_NARROWEST = 24
#: Where the verdicts begin in a file, if the relation leaves room.
_UNWRAPPED = 56
#: A longer relation is cut short; ``derivations show`` has it in full.
_LONGEST = 240


class Layout:
    """Lays out the findings on one paper in lines of at most ``width`` characters."""

    def __init__(self, report: Report, width: int | None) -> None:
        self._report = report
        self._width = None if width is None else min(width, _WIDEST)
        self._unicode = Unicode(report.paper.notation)
        names = (len(wording.name(line)) for line in report.paper)
        wide = width is not None and width >= _WIDE
        self._verdict = _WIDE_VERDICT if wide else _NARROW_VERDICT
        room = _LONG_LABEL if width is None else _WIDE_LABEL if wide else _NARROW_LABEL
        self._label = min(room, 2 + max(names, default=0))

    def lines(self) -> Iterator[Spans]:
        """The whole report."""
        paper = self._report.paper
        yield [(paper.title, "bold")]
        yield [(paper.reference, "dim")]
        found = {result.line.label: result for result in self._report.lines}
        for chapter in paper.chapters:
            yield []
            yield [(f"{chapter.label}. {chapter.title}", "bold")]
            shown, left = self._shown([found[line.label] for line in chapter.lines])
            for result in shown:
                yield from self._line(result)
            if left:
                told = f"and {left} more that these rest on, all of which hold"
                yield [(" " * _MARK, ""), (told, "dim")]
        yield []
        yield from self._summary()

    def _shown(self, results: list[LineResult]) -> tuple[list[LineResult], int]:
        """The lines of a chapter to lay out, and how many are left out.

        Of another paper's lines those are shown that are cited directly, or fail.
        """
        direct = {label for line in self._report.paper.own for label in line.premises}
        shown = [
            result
            for result in results
            if not result.line.cited or result.line.label in direct or not result.holds
        ]
        return shown, len(results) - len(shown)

    def _line(self, result: LineResult) -> Iterator[Spans]:
        doubt = " " if result.sound else "!"
        mark = (f"{wording.MARKS[result.verdict]}{doubt} ", STYLES[result.verdict])
        name = wording.name(result.line)
        indent = (" " * (_MARK + self._label), "")
        rows = self._rows(result)
        if len(name) > self._label - 2 and self._width is not None:
            yield [mark, (name, "bold")]
        else:
            yield [mark, (f"{name:<{self._label - 2}}  ", "bold"), *next(rows)]
        for row in rows:
            yield [indent, *row]

    def _rows(self, result: LineResult) -> Iterator[Spans]:
        """What stands beside the label: the claims, then what there is to say."""
        erratum = result.line.erratum
        if result.verdict is Verdict.CHANGED:
            yield from self._claims(result.printed, "was")
            yield from self._claims(result.accepted, "now")
        elif erratum is None:
            yield from self._claims(result.printed, "")
        else:
            yield from self._claims(result.printed, "printed")
            yield from self._claims(result.accepted, "accepted")
            yield from self._note("because", erratum.because)
        if result.reason:
            yield from self._note(
                "but" if erratum else "because", self._unicode.told(result.reason)
            )
        if not result.verdict.holds:
            for check in result.failures:
                if check.decision.witness:
                    yield from self._note("at", wording.witness(check.decision, self._unicode))

    def _claims(self, claims: tuple[ClaimResult, ...], head: str) -> Iterator[Spans]:
        for claim in chains(claims):
            yield from self._claim(claim, f"{head:<{_HEAD}}" if head else "")
            head = " " if head else ""

    def _claim(self, claim: ClaimResult, head: str) -> Iterator[Spans]:
        found = claim.verdict
        text = self._short(claim.claim.relation)
        verdict = wording.verdict(claim, self._unicode)
        if head:
            verdict = f"{wording.MARKS[found]} {verdict}"
        if self._width is None:
            left = wrap.padded(text, _UNWRAPPED - len(head))
            yield [(head, "dim"), (f"{left}  ", ""), (verdict, "")]
            return
        room = max(_NARROWEST, self._width - _MARK - self._label - len(head) - 2 - self._verdict)
        word, _, detail = verdict.partition(": ")
        beside = wrap.verdict(word if len(detail) > self._verdict - 2 else verdict, self._verdict)
        for left, right in zip_longest(wrap.relation(text, room), beside, fillvalue=""):
            yield [(head, "dim"), (f"{wrap.padded(left, room)}  ", ""), (right, STYLES[found])]
            head = " " * len(head)
        if len(detail) > self._verdict - 2:
            for row in self._note("factor", detail):
                yield [(head, ""), *row]

    def _short(self, relation: Relation) -> str:
        """The relation in one line; of sides that fill a page, how they begin."""
        text = self._unicode.relation(relation)
        if len(text) <= _LONGEST:
            return text
        room = _LONGEST // len(relation.sides)
        sides = (self._unicode.expression(side) for side in relation.sides)
        return f" {relation.sign} ".join(s if len(s) <= room else f"{s[:room]}…" for s in sides)

    def _note(self, head: str, text: str) -> Iterator[Spans]:
        width = None if self._width is None else self._width - _MARK - self._label - _HEAD
        for line in wrap.prose(text, width):
            yield [(f"{head:<{_HEAD}}", "dim"), (line, "italic")]
            head = ""

    def _summary(self) -> Iterator[Spans]:
        total, own = len(self._report.lines), len(self._report.paper.own)
        cited = f", {total - own} of them cited" if total > own else ""
        yield [(f"{total} lines{cited}", "bold")]
        counts = self._report.counts
        for verdict, words in wording.COUNTED.items():
            if verdict is Verdict.CHANGED and not counts[verdict]:
                continue
            style = STYLES[verdict] if counts[verdict] else "dim"
            yield [(f"{wording.MARKS[verdict]}  {counts[verdict]:>4} {words}", style)]
        agreed, asked = self._report.opinions
        if asked:
            told = f"second opinion on {agreed} of {asked} equations and bounds, none differs"
            yield [(told, "dim")]
        unsound = sum(not line.sound for line in self._report.lines)
        if unsound:
            yield [(f"! {unsound:>5} of these rest on a line that fails", "bold red")]
        if self._report.results:
            yield []
            yield [("Results", "bold")]
        for result in self._report.results:
            yield from self._result(result)
        yield from self._drifts()
        failing = tuple(r.line.label for r in self._report.lines if not r.verdict.holds)
        if failing:
            yield []
            for line in wrap.prose(f"What fails: {wording.names(failing)}", self._width):
                yield [(line, "bold red")]

    def _drifts(self) -> Iterator[Spans]:
        """Where print and relations do not say the same, both of them."""
        for reading in self._report.drifts:
            yield []
            yield [(f"({reading.label}) does not say what it prints", "bold red")]
            for finding in reading.findings:
                yield [(f"    printed   {finding.printed}", "")]
                if finding.encoded:
                    yield [(f"    encoded   {finding.encoded}", "")]
                for line in wrap.prose(f"    because   {finding.reason}", self._width):
                    yield [(line, "")]

    def _result(self, result: NamedResult) -> Iterator[Spans]:
        mark, style = ("✓  ", "green") if result.confirmed else ("✗  ", "bold red")
        verdict = "confirmed" if result.confirmed else "not confirmed"
        verdict += f" by {wording.names(result.labels)}" if result.confirmed else ""
        verdict += f": {wording.names(result.failing)} fails" if result.failing else ""
        width = None if self._width is None else self._width - _MARK
        for line in wrap.prose(f"{result.name} — {verdict}", width):
            yield [(mark, style), (line, "")]
            mark = " " * _MARK
