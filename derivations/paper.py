"""A paper: chapters of lines, each with what is printed, claimed and argued."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from . import display
from .citation import Citation
from .errors import PaperError
from .figure import Figure, Slider
from .prints import Prints
from .quantity import Notation
from .relation import Refers, Relation
from .rules.core import By, Rule, by


class Kind(StrEnum):
    """How a line stands in the paper."""

    EQUATION = "equation"
    #: Displayed without a number.
    DISPLAY = "display"
    #: Said in the running text, a footnote or a caption.
    TEXT = "text"
    NUMBER = "number"
    ASSUMPTION = "assumption"


@dataclass(frozen=True)
class Claim:
    """One relation of a line and the argument for it."""

    relation: Relation
    follows: By


@dataclass(frozen=True)
class Erratum:
    """What a line should say, and why; the print must be refuted for it to stand."""

    accepted: tuple[Claim, ...]
    because: str
    #: The accepted form in LaTeX; empty where the relations themselves show it.
    reads: str = ""


@dataclass(frozen=True)
class Line:
    """One line of the paper, as printed, as relations, and as argued."""

    label: str
    chapter: str
    kind: Kind
    printed: str
    claims: tuple[Claim, ...]
    erratum: Erratum | None
    note: str
    place: str
    #: The name of the paper that it is cited from; empty for a paper's own lines.
    cited: str = ""
    #: The paper that it stands in, which tells of what was found of it.
    paper: Paper | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        return f"<line ({self.label}): {self.printed}>"

    def _repr_markdown_(self) -> str | None:
        checks = display.found()
        return checks.markdown(self.paper, self) if checks and self.paper else None

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        checks = None if cycle else display.found()
        printer.text(checks.text(self.paper, self) if checks and self.paper else repr(self))

    @property
    def accepted(self) -> tuple[Claim, ...]:
        """The claims that later lines may use: the corrected ones, if there are."""
        return self.erratum.accepted if self.erratum else self.claims

    @property
    def premises(self) -> tuple[str, ...]:
        """The labels of the lines that this one is argued from, in order, each once."""
        labels: dict[str, None] = {}
        for claim in (*self.claims, *self.accepted):
            labels.update(dict.fromkeys(claim.follows.premises))
        return tuple(labels)


States = Sequence[Relation | tuple[Relation, Rule | str | By]]


@dataclass
class Chapter:
    """One chapter: its lines in the paper's order."""

    paper: Paper
    label: str
    title: str
    summary: str = ""
    lines: list[Line] = field(default_factory=list)

    def equation(self, label: str, **parts: Any) -> Line:
        """A numbered equation; ``label`` is its number in the paper."""
        return self._add(label, Kind.EQUATION, **parts)

    def display(self, label: str, **parts: Any) -> Line:
        """A displayed relation without a number; ``label`` is a name for it."""
        return self._add(label, Kind.DISPLAY, **parts)

    def text(self, label: str, **parts: Any) -> Line:
        """A claim made in words."""
        return self._add(label, Kind.TEXT, **parts)

    def number(self, label: str, **parts: Any) -> Line:
        """A numerical value claimed."""
        return self._add(label, Kind.NUMBER, **parts)

    def assumption(self, label: str, **parts: Any) -> Line:
        """What the argument takes for granted, said or unsaid."""
        return self._add(label, Kind.ASSUMPTION, **parts)

    def _add(
        self,
        label: str,
        kind: Kind,
        *,
        printed: str,
        states: States,
        follows: Rule | str | By | None = None,
        erratum: Erratum | None = None,
        note: str = "",
    ) -> Line:
        frame = sys._getframe(2)  # noqa: SLF001 - the line of the paper's module that calls
        place = f"{frame.f_code.co_filename}:{frame.f_lineno}"
        try:
            line = Line(
                label=label,
                chapter=self.label,
                kind=kind,
                printed=printed,
                claims=claims(states, follows),
                erratum=erratum,
                note=note,
                place=place,
                paper=self.paper,
            )
        except PaperError as error:
            msg = f"line ({label}): {error}"
            raise PaperError(msg, place) from None
        self.paper.add(line)
        self.lines.append(line)
        return line


def claims(states: States, follows: Rule | str | By | None = None) -> tuple[Claim, ...]:
    """Pair each relation with its argument: its own, or else ``follows``."""
    result = []
    for state in states:
        relation, argument = state if isinstance(state, tuple) else (state, follows)
        if argument is None:
            msg = (
                f"nothing says how {' , '.join(map(str, relation.sides))} follows; give follows=..."
            )
            raise PaperError(msg)
        tuple(relation.links())
        result.append(Claim(relation, by(argument)))
    if not result:
        msg = "it states nothing; give at least one relation"
        raise PaperError(msg)
    return tuple(result)


def erratum(
    states: States, because: str, follows: Rule | str | By | None = None, reads: str = ""
) -> Erratum:
    """What a misprinted line should say: ``states``, argued by ``follows``, and why."""
    return Erratum(claims(states, follows), because, reads)


class Paper:
    """A paper: its reference, notation, chapters and lines.

    ``name`` is what the command line calls it; ``results`` maps the name of a principal
    result to the labels of the lines that establish it.
    """

    def __init__(self, name: str, title: str, reference: str, bound: int = 100) -> None:
        self.name = name
        self.title = title
        self.reference = reference
        #: The largest factor that counts as of order one.
        self.bound = bound
        self.notation = Notation()
        #: How the print is read where its relations say more.
        self.prints = Prints()
        self._chapters: list[Chapter] = []
        self._citations: dict[str, tuple[Citation, Chapter]] = {}
        self.results: dict[str, tuple[str, ...]] = {}
        #: Revisions that come with the paper: their names, and the modules that hold them.
        self.revisions: dict[str, str] = {}
        self.figures: list[Figure] = []
        self.sliders: list[Slider] = []
        self._lines: dict[str, Line] = {}

    def chapter(self, label: str, title: str, summary: str = "") -> Chapter:
        """Open a chapter."""
        chapter = Chapter(self, label, title, summary)
        self._chapters.append(chapter)
        return chapter

    @property
    def chapters(self) -> list[Chapter]:
        """The paper's own chapters, then one for each paper that it cites."""
        return [*self._chapters, *(chapter for _, chapter in self._citations.values())]

    def cites(self, other: Paper, prefix: str) -> Citation:
        """Cite ``other``: with the prefix ``W`` its line 23 is the line ``W:23`` here.

        The result, called with an expression of ``other``, gives it in the names that the
        quantities of ``other`` have here.  A line of ``other`` comes in with all that it
        rests on as soon as a line here rests on it.
        """
        if prefix in self._citations:
            taken = self._citations[prefix][0].paper.name
            msg = f"the prefix {prefix} is taken by {taken}; cite {other.name} by another"
            raise PaperError(msg)
        citation = Citation(other, prefix, self.notation)
        chapter = Chapter(self, prefix, f"Cited: {other.title}", other.reference)
        self._citations[prefix] = citation, chapter
        return citation

    def check(self) -> Any:
        """What is found of all lines, as an object that shows itself in a notebook.

        Raises ``PaperError`` where nothing is installed that checks papers.
        """
        return display.checks().check(self)

    def __repr__(self) -> str:
        return f"<paper {self.name}: {len(self)} lines>"

    def result(self, name: str, *labels: str) -> None:
        """Name a principal result of the paper and the lines that establish it."""
        self.results[name] = labels

    def refers(self, *labels: str) -> Refers:
        """The claim that the paper has numbered equations ``labels`` before this point."""
        numbered = frozenset(line.label for line in self if line.kind is Kind.EQUATION)
        return Refers(labels, numbered)

    def add(self, line: Line) -> Line:
        """Take a line in, and return it as it stands here; its label must be new."""
        if line.label in self._lines:
            msg = (
                f"the label ({line.label}) is taken by {self._lines[line.label].place}; "
                "give one of the two lines another"
            )
            raise PaperError(msg, line.place)
        for premise in line.premises:
            self._take_in(premise)
        kept = line if line.paper is self else replace(line, paper=self)
        self._lines[line.label] = kept
        return kept

    def _take_in(self, label: str) -> None:
        """Take in the line ``label``, and all that it rests on, if it is another paper's."""
        prefix, _, original = label.partition(":")
        if prefix not in self._citations or label in self:
            return
        citation, chapter = self._citations[prefix]
        line = self.add(citation.line(original))
        order = [citation.label(each.label) for each in citation.paper]
        chapter.lines = sorted([*chapter.lines, line], key=lambda each: order.index(each.label))

    def origin(self, label: str) -> tuple[Paper, Line]:
        """The paper in which the line ``label`` stands, and what it is there."""
        prefix, _, original = label.partition(":")
        if prefix not in self._citations or not self[label].cited:
            return self, self[label]
        return self._citations[prefix][0].paper.origin(original)

    def __getitem__(self, label: str) -> Line:
        try:
            return self._lines[label]
        except KeyError:
            from difflib import get_close_matches

            near = get_close_matches(label, self._lines, n=3, cutoff=0.5)
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            msg = f"there is no line ({label}) in {self.name}{hint}"
            raise PaperError(msg) from None

    def __contains__(self, label: object) -> bool:
        return label in self._lines

    def __iter__(self) -> Iterator[Line]:
        return iter(self._lines.values())

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def own(self) -> list[Line]:
        """The lines that are not cited, in the paper's order."""
        return [line for line in self if not line.cited]

    def in_order(self) -> list[Line]:
        """The lines so that each comes after its premises.

        Raises ``PaperError`` for a premise that does not exist and for a circle.
        """
        done: dict[str, None] = {}
        for line in self:
            self._visit(line, done, [])
        return [self._lines[label] for label in done]

    def _visit(self, line: Line, done: dict[str, None], path: list[str]) -> None:
        if line.label in done:
            return
        if line.label in path:
            circle = " → ".join(f"({p})" for p in [*path[path.index(line.label) :], line.label])
            msg = f"the argument is circular: {circle}"
            raise PaperError(msg, line.place)
        for premise in line.premises:
            if premise not in self:
                msg = f"line ({line.label}) rests on ({premise}), which does not exist"
                raise PaperError(msg, line.place)
            self._visit(self._lines[premise], done, [*path, line.label])
        done[line.label] = None
