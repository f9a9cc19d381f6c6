"""Lines and papers in a notebook: a line as LaTeX with its verdict, a paper as a table."""

from __future__ import annotations

import atexit
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from html import escape
from weakref import WeakKeyDictionary

from derivations.paper import Line, Paper

from .report import wording
from .report.latex import Latex
from .report.layout import Layout
from .report.unicode import Unicode
from .result import ClaimResult, LineResult, Report
from .run.budget import Budget
from .run.decider import Decider
from .run.session import Settings, deciding, kept
from .suite import Suite

#: The suite of each paper, for the lines that it had when something was last shown.
_SUITES: WeakKeyDictionary[Paper, tuple[tuple[Line, ...], Suite]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Checked:
    """What was found of a paper; as the last value of a cell it shows itself as a table."""

    report: Report

    @property
    def holds(self) -> bool:
        """Whether every line holds, and says what it prints."""
        return self.report.holds

    def __repr__(self) -> str:
        rows = Layout(self.report, None).lines()
        return "\n".join("".join(text for text, _ in spans).rstrip() for spans in rows)

    def _repr_html_(self) -> str:
        unicode = Unicode(self.report.paper.notation)
        rows = "".join(_row(result, unicode) for result in self.report.lines)
        counts = ", ".join(f"{n} {verdict}" for verdict, n in self.report.counts.items() if n)
        head = "<tr><th></th><th>line</th><th>as printed</th><th>verdict</th></tr>"
        title = escape(self.report.paper.title)
        return f"<table><caption>{title}: {counts}</caption>{head}{rows}</table>"


def check(paper: Paper) -> Checked:
    """What is found of all lines of ``paper``."""
    return Checked(_suite(paper).run())


def markdown(paper: Paper, line: Line) -> str:
    """A line as printed, in LaTeX, with its verdict and what there is to say of it."""
    return "\n\n".join(_paragraphs(paper, _suite(paper).line(line.label)))


def text(paper: Paper, line: Line) -> str:
    """A line in one row for each of its claims, with the verdict on each."""
    result = _suite(paper).line(line.label)
    unicode = Unicode(paper.notation)
    rows = [f"{wording.MARKS[result.verdict]}  {wording.name(line)}  {result.verdict}"]
    for form, claims in _forms(result):
        for claim in claims:
            verdict = wording.verdict(claim, unicode)
            rows.append(f"   {form}{unicode.relation(claim.claim.relation)}    {verdict}")
    return "\n".join((*rows, *(f"   {told}" for told in _told(result, unicode))))


def _suite(paper: Paper) -> Suite:
    """The suite of ``paper`` as it is now: in a notebook a paper may grow."""
    lines = tuple(paper)
    known = _SUITES.get(paper)
    if known is None or len(known[0]) != len(lines) or any(map(_other, known[0], lines)):
        known = _SUITES[paper] = lines, Suite(paper, _decider())
    return known[1]


def _other(one: Line, two: Line) -> bool:
    return one is not two


@cache
def _decider() -> Decider:
    """Decides in this process, with the user's cache, until the process ends."""
    settings = Settings(0, Budget())
    until_the_end = ExitStack()
    atexit.register(until_the_end.close)
    remembered = until_the_end.enter_context(kept(settings, lambda _: None))
    return until_the_end.enter_context(deciding(settings, remembered))


def _forms(result: LineResult) -> list[tuple[str, tuple[ClaimResult, ...]]]:
    if result.line.erratum is None:
        return [("", result.printed)]
    return [("printed   ", result.printed), ("accepted  ", result.accepted)]


def _paragraphs(paper: Paper, result: LineResult) -> Iterator[str]:
    line, latex = result.line, Latex(paper.notation)
    yield f"{wording.MARKS[result.verdict]} **{wording.name(line)}** {_verdict(result, latex)}"
    yield f"$$\n{line.printed}\n$$"
    if line.erratum is not None:
        yield f"It should say, because {line.erratum.because}:"
        accepted = [latex.relation(claim.relation) for claim in line.accepted]
        yield f"$$\n{line.erratum.reads or r', '.join(accepted)}\n$$"
    yield from _told(result, Unicode(paper.notation))
    if line.note:
        yield f"*{line.note}*"


def _verdict(result: LineResult, latex: Latex) -> str:
    if result.factor is None:
        return str(result.verdict)
    return f"{result.verdict}; the factor left is ${latex.expression(result.factor)}$"


def _told(result: LineResult, unicode: Unicode) -> Iterator[str]:
    """Why a line fails, where, and what below it does."""
    if result.reason:
        yield f"because {unicode.told(result.reason)}"
    for check in result.failures if not result.verdict.holds else ():
        if check.decision.witness:
            yield f"at {wording.witness(check.decision, unicode)}"
    if result.unsound:
        yield f"rests on what does not hold: {wording.names(result.unsound)}"


def _row(result: LineResult, unicode: Unicode) -> str:
    said = "; ".join((str(result.verdict), *_told(result, unicode)))
    cells = (
        wording.MARKS[result.verdict],
        wording.name(result.line),
        f"$\\displaystyle {result.line.printed}$",
        said,
    )
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
