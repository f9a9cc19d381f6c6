"""Lay out one line in full, and the way from one line to another."""

from __future__ import annotations

from collections.abc import Iterator

from derivations.relation import Relation

from ..quoting import purpose
from ..result import Check, ClaimResult
from ..suite import Suite
from ..verdict import Status, Verdict
from . import wording, wrap
from .layout import STYLES, Spans
from .unicode import Unicode

_HEAD = 14
_STATUS_STYLES = {Status.PROVED: "green", Status.REFUTED: "bold red", Status.UNDECIDED: "magenta"}


class Show:
    """Lays out what is found of single lines, in lines of at most ``width`` characters."""

    def __init__(self, suite: Suite, width: int | None) -> None:
        self._suite = suite
        self._width = width
        self._unicode = Unicode(suite.paper.notation)

    def line(self, label: str) -> Iterator[Spans]:
        """Line ``label`` in full."""
        result = self._suite.line(label)
        line = result.line
        chapter = next(c for c in self._suite.paper.chapters if c.label == line.chapter)
        yield [
            (f"{wording.MARKS[result.verdict]} {wording.name(line)}  ", STYLES[result.verdict]),
            (str(result.verdict), STYLES[result.verdict]),
        ]
        yield from self._field("chapter", f"{chapter.label}. {chapter.title}")
        yield from self._field("encoded in", line.place)
        yield from self._field("as printed", line.printed)
        if line.note:
            yield from self._field("note", line.note)
        if result.reason:
            yield from self._field("fails because", self._unicode.told(result.reason))
        yield []
        yield from self._claims("as relations", result.printed)
        if result.restated:
            yield []
            erratum = None if result.verdict is Verdict.CHANGED else line.erratum
            if erratum and erratum.reads:
                yield from self._field("accepted form", erratum.reads)
            yield from self._claims("accepted" if erratum else "what follows", result.accepted)
            if erratum:
                yield from self._field("because", erratum.because)
        yield []
        yield from self._field("rests on", wording.names(result.rests_on))
        if result.unsound:
            yield from self._field("", f"and of these do not hold: {wording.names(result.unsound)}")
        yield from self._field("is used by", wording.names(result.used_by))

    def chain(self, start: str, end: str) -> Iterator[Spans]:
        """How ``end`` comes from ``start``: the lines between, each with its rule."""
        path = self._suite.graph.between(start, end)
        for label in path:
            result = self._suite.line(label)
            head = f"{wording.MARKS[result.verdict]} {wording.name(result.line)}"
            yield [(head, STYLES[result.verdict])]
            for claim in result.accepted:
                text = self._unicode.relation(claim.claim.relation)
                for part in wrap.relation(text, self._room(4)):
                    yield [(f"    {part}", "")]
                on_path = tuple(p for p in claim.claim.follows.premises if p in path)
                argument = wording.argument(claim.claim)
                way = f"from {wording.names(on_path)} " if on_path else ""
                verdict = wording.verdict(claim, self._unicode)
                for part in wrap.prose(f"{way}by {argument}; {verdict}", self._room(6)):
                    yield [(f"      {part}", "dim")]

    def _claims(self, head: str, claims: tuple[ClaimResult, ...]) -> Iterator[Spans]:
        for claim in claims:
            yield from self._claim(head, claim)
            head = "and"

    def _claim(self, head: str, claim: ClaimResult) -> Iterator[Spans]:
        found = claim.verdict
        yield from self._relation(head, claim.claim.relation)
        yield from self._field("  verdict", wording.verdict(claim, self._unicode), STYLES[found])
        yield from self._field("  dimensions", self._dimensions(claim))
        yield from self._field("  rule", wording.argument(claim.claim))
        yield from self._field("  premises", wording.names(claim.claim.follows.premises))
        for check in claim.checks:
            yield from self._check(check)

    def _check(self, check: Check) -> Iterator[Spans]:
        decision = check.decision
        milliseconds = 1000 * self._suite.seconds[check.obligation]
        mark = (f"  {wording.STATUS_MARKS[check.status]} ", _STATUS_STYLES[check.status])
        yield from self._relation("", check.obligation.goal, mark)
        yield from self._field(
            "", self._unicode.told(f"{purpose(check.obligation)}: {decision.reason}")
        )
        yield from self._field(
            "", f"{check.status} by {decision.method} in {milliseconds:.1f} ms", "dim"
        )
        if decision.factor is not None:
            yield from self._field("", f"factor {wording.factor(decision, self._unicode)}")
        if decision.error is not None:
            yield from self._field("", f"neglects {self._unicode.expression(decision.error)}")
        if decision.witness:
            yield from self._field("", f"at {wording.witness(decision, self._unicode)}")
        for condition in decision.conditions:
            yield from self._field("", f"where {self._unicode.told(condition)}")

    def _dimensions(self, claim: ClaimResult) -> str:
        relation, notation = claim.claim.relation, self._suite.paper.notation
        return f"  {relation.sign}  ".join(wording.dimensions(relation, notation))

    def _relation(
        self, head: str, relation: Relation, mark: tuple[str, str] = ("", "")
    ) -> Iterator[Spans]:
        text = self._unicode.relation(relation)
        for part in wrap.relation(text, self._room(_HEAD)):
            yield [
                (head, "dim"),
                mark,
                (" " * (_HEAD - len(head) - len(mark[0])), ""),
                (part, "bold"),
            ]
            head, mark = "", ("", "")

    def _field(self, head: str, text: str, style: str = "") -> Iterator[Spans]:
        for part in wrap.prose(text, self._room(_HEAD)):
            yield [(f"{head:<{_HEAD}}", "dim"), (part, style)]
            head = ""

    def _room(self, indent: int) -> int | None:
        return None if self._width is None else max(24, self._width - indent)
