"""Lay out what a revision changes, for a terminal or a file."""

from __future__ import annotations

from collections.abc import Iterator

from derivations.relation import Within

from ..result import ClaimResult
from ..revise.compare import Change, Comparison
from ..verdict import Verdict
from . import wording, wrap
from .layout import STYLES, Spans
from .unicode import Unicode

_MARK, _HEAD = 3, 7
#: The room for the verdict on a claim.
_VERDICT = 34
_NARROWEST = 24


class Layout:
    """Lays out a comparison in lines of at most ``width`` characters, or as wide as it takes."""

    def __init__(self, found: Comparison, width: int | None) -> None:
        self._found = found
        self._width = width
        self._unicode = Unicode(found.paper.notation)
        names = (len(change.label) + 2 for change in found.changes)
        self._label = min(24, 2 + max(names, default=0))

    def lines(self) -> Iterator[Spans]:
        """What was revised, what changes by it, and what follows instead."""
        paper = self._found.paper
        yield [(paper.original.title, "bold")]
        for revision in paper.applied:
            yield [(f"revised: {revision.title}", "bold")]
            for text in wrap.prose(revision.because, self._width) if revision.because else ():
                yield [(text, "dim")]
        parts = (
            ("Revised", [x for x in self._found.changes if x.said or x.after is None]),
            ("What comes out otherwise", [x for x in self._found.changes if _other(x)]),
            ("What falls", [x for x in self._found.changes if x.falls and not x.said]),
        )
        for title, changes in parts:
            if changes:
                yield []
                yield [(title, "bold")]
            for change in changes:
                yield from self._change(change)
        yield []
        yield from self._summary()

    def _summary(self) -> Iterator[Spans]:
        found = self._found
        told = f"{_lines(len(found.changes))} changed; {len(found.as_before)} more rest on what was"
        told += " revised, and come out as before"
        for text in wrap.prose(told, self._width):
            yield [(text, "bold")]
        for text in self._doubtful():
            yield [(text, "bold red")]
        clashes: dict[str, list[str]] = {}
        for change in found.contradictions:
            clashes.setdefault(self._unicode.told(change.contradiction), []).append(change.label)
        for told, labels in clashes.items():
            text = f"Left undecided, since {told}: {wording.names(tuple(labels))}"
            for part in wrap.prose(text, self._width):
                yield [(part, "bold red")]
        for result in found.paper.results.items():
            yield from self._result(*result)

    def _doubtful(self) -> list[str]:
        if not self._found.doubtful:
            return []
        names = wording.names(self._found.doubtful)
        return wrap.prose(f"What rests on what falls: {names}", self._width)

    def _result(self, name: str, labels: tuple[str, ...]) -> Iterator[Spans]:
        falling = {change.label for change in self._found.falling} | {*self._found.doubtful}
        changed = {change.label for change in self._found.changes}
        gone = [x for x in labels if x in falling or x not in self._found.paper]
        other = [x for x in labels if x in changed]
        if not other and not gone:
            return
        mark, style = ("✗  ", "bold red") if gone else ("↻  ", "yellow")
        told = (
            f"falls: {wording.names(tuple(gone))}"
            if gone
            else f"changed: {wording.names(tuple(other))}"
        )
        for text in wrap.prose(f"{name} — {told}", self._width and self._width - _MARK):
            yield [(mark, style), (text, "")]
            mark = " " * _MARK

    def _change(self, change: Change) -> Iterator[Spans]:
        result = change.after
        verdict = result.verdict if result else None
        mark = wording.MARKS[verdict] if verdict else "–"
        style = STYLES[verdict] if verdict else "dim"
        line = (result or change.before).line  # type: ignore[union-attr]
        head: list[tuple[str, str]] = [
            (f"{mark}  ", style),
            (f"{wording.name(line):<{self._label}}", "bold"),
        ]
        if len(wording.name(line)) >= self._label:
            yield head
            head = []
        blank = [(" " * (_MARK + self._label), "")]
        for row in self._rows(change):
            yield [*(head or blank), *row]
            head = []

    def _rows(self, change: Change) -> Iterator[Spans]:
        before, after = change.before, change.after
        if after is None:
            yield [("dropped", "dim")]
            return
        if before is not None and before.verdict is not after.verdict:
            other = after.verdict is Verdict.CHANGED and change.pairs()
            told = f"was {before.verdict}, is {after.verdict}{': what follows is' if other else ''}"
            yield [(told, STYLES[after.verdict])]
        for was, now in change.pairs():
            for name, claim in (("was", was), ("now", now)):
                if claim is not None:
                    yield from self._claim(name, claim)
        if after.reason and (after.verdict is Verdict.CHANGED or not after.verdict.holds):
            reason = self._unicode.told(after.reason)
            for text in wrap.prose(f"because {reason}", self._room()):
                yield [(text, "italic")]

    def _claim(self, name: str, claim: ClaimResult) -> Iterator[Spans]:
        verdict = wording.verdict(claim, self._unicode)
        if isinstance(claim.claim.relation, Within) and claim.links[0].decision.enclosure:
            low, high = claim.links[0].decision.enclosure
            verdict += f": in [{self._unicode.told(low)}, {self._unicode.told(high)}]"
        text = self._unicode.relation(claim.claim.relation)
        room = self._room()
        if room is not None:
            room = max(_NARROWEST, room - _HEAD - _VERDICT)
        style = STYLES[claim.verdict]
        parts = wrap.relation(text, room)
        told = wrap.verdict(verdict, _VERDICT) if room is not None else [verdict]
        for place in range(max(len(parts), len(told))):
            left = parts[place] if place < len(parts) else ""
            right = told[place] if place < len(told) else ""
            width = room if room is not None else 56
            yield [
                (f"{name:<{_HEAD}}", "dim"),
                (f"{wrap.padded(left, width)}  ", ""),
                (right, style),
            ]
            name = ""

    def _room(self) -> int | None:
        return None if self._width is None else max(40, self._width - _MARK - self._label)


def falling(found: Comparison, width: int | None) -> Iterator[Spans]:
    """The lines that fall, those that rest on them, and those that take another form."""
    fallen = tuple(change.label for change in found.falling)
    changed = tuple(
        change.label
        for change in found.changes
        if change.after is not None and change.after.verdict is Verdict.CHANGED
    )
    parts = (
        ("what falls", fallen, "bold red"),
        ("what rests on that", found.doubtful, "red"),
        ("what takes another form", changed, "yellow"),
        ("what stays as it is", found.as_before, "green"),
    )
    for head, labels, style in parts:
        for text in wrap.prose(f"{head}: {wording.names(labels)}", width):
            yield [(text, style)]


def _other(change: Change) -> bool:
    if change.said or change.after is None or change.falls or change.before is None:
        return False
    return bool(change.pairs()) or change.before.verdict is not change.after.verdict


def _lines(number: int) -> str:
    return "1 line" if number == 1 else f"{number} lines"
