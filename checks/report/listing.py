"""Lay out the lists of papers, of a paper's lines, and of what it takes for granted."""

from __future__ import annotations

from collections.abc import Iterator

from derivations.errors import PaperError
from derivations.paper import Claim, Line, Paper
from derivations.rules import Given

from .. import load
from ..graph import Graph
from ..result import given
from . import wording, wrap
from .layout import Spans
from .symbols import first_uses
from .unicode import Unicode

_GAP = 2


def papers() -> Iterator[Spans]:
    """The registered papers, each with its title, or with what keeps it from loading."""
    for name in load.names():
        try:
            paper = load.load(name)
            told = f"{paper.title}, {paper.reference}"
        except PaperError as error:
            told = str(error)
        yield [(f"{name}  ", "bold"), (told, "")]


def lines(paper: Paper, width: int | None) -> Iterator[Spans]:
    """The lines of ``paper``, chapter by chapter, with what each says as printed."""
    unicode, room = Unicode(paper.notation), _label_width(paper)
    for chapter in paper.chapters:
        yield [(f"{chapter.label}. {chapter.title}", "bold")]
        for line in chapter.lines:
            for claim in line.claims:
                head = wording.name(line) if claim is line.claims[0] else ""
                yield from _row(head, unicode.relation(claim.relation), room, width)


def assumptions(paper: Paper, width: int | None) -> Iterator[Spans]:
    """What ``paper`` takes for granted: laws, models, assumptions and data, by kind.

    Definitions are left out: they only give names.
    """
    unicode, graph, room = Unicode(paper.notation), Graph(paper), _label_width(paper)
    taken: dict[str, list[tuple[Line, Claim, Given]]] = {}
    for line in paper:
        for claim in line.accepted:
            right = given(claim)
            if right is not None and right.kind != "definition":
                taken.setdefault(right.kind, []).append((line, claim, right))
    for kind, entries in taken.items():
        yield [(kind, "bold")]
        for line, claim, right in entries:
            yield from _row(wording.name(line), unicode.relation(claim.relation), room, width)
            count = len(graph.descendants(line.label))
            why = f"{right.reason}; " if right.reason else ""
            used = f"{why}{count} line{'s' * (count != 1)} rest{'s' * (count == 1)} on it"
            for part in wrap.prose(used, width and width - room - _GAP):
                yield [(" " * (room + _GAP), ""), (part, "dim")]


def resting_on(paper: Paper, label: str, width: int | None) -> Iterator[Spans]:
    """The lines of ``paper`` that rest on ``label``, directly or through others."""
    unicode, room, graph = Unicode(paper.notation), _label_width(paper), Graph(paper)
    found = graph.descendants(label)
    direct = [line.label for line in paper if label in line.premises]
    count = f"{len(found)} line{'s' * (len(found) != 1)} rest{'s' * (len(found) == 1)} on ({label})"
    yield [(f"{count}, {len(direct)} directly", "bold")]
    for one in found:
        line = paper[one]
        claim = line.accepted[0]
        style = wording.name(line) if one in direct else f"… {wording.name(line)}"
        yield from _row(style, unicode.relation(claim.relation), room + 2, width)


def symbols(paper: Paper, width: int | None) -> Iterator[Spans]:
    """The symbols of ``paper``: dimension, unit, sign, meaning, and the line of first use."""
    used = first_uses(paper)
    room = 2 + max((len(quantity.unicode) for quantity, _ in used), default=0)
    for quantity, label in used:
        told = [quantity.meaning, str(quantity.dimension), quantity.sign]
        told += [f"in {quantity.unit}"] if quantity.unit else []
        told += [f"first in ({label})"] if label else []
        head = quantity.unicode
        for part in wrap.prose("; ".join(told), width and width - room - _GAP):
            yield [(" " * _GAP, ""), (f"{head:<{room}}", "bold"), (part, "")]
            head = ""


def _row(head: str, text: str, room: int, width: int | None) -> Iterator[Spans]:
    for part in wrap.relation(text, width and width - room - _GAP):
        yield [(" " * _GAP, ""), (f"{head:<{room}}", "bold"), (part, "")]
        head = ""


def _label_width(paper: Paper) -> int:
    return 2 + max((len(wording.name(line)) for line in paper), default=0)
