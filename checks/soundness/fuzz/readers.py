"""Random text for all that reads: refused with a sentence, or read; nothing else."""

from __future__ import annotations

import hashlib
import json
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from derivations import grammar, revision_file
from derivations.dimension import NUMBER
from derivations.errors import PaperError
from derivations.grammar_reader import SIGNS
from derivations.paper import Paper
from derivations.relation import Equal, SameOrder, Within
from derivations.rules import assumption, by, definition

from ... import prefix, record, replay
from ...certificate import write
from ...printed.statements import statements
from ...printed.tokens import ReadError
from ...report.latex import Latex
from ...run import question
from ...suite import Suite
from .case import Case, N
from .garbage import broken, changed
from .makers import MAKERS

#: A reader may take so many seconds for one text.
_PATIENCE = 5.0
#: No refusal is longer.
_LONGEST = 2000


@dataclass(frozen=True)
class Reader:
    """What reads, how a random text for it is made, and with what error it refuses one."""

    read: Callable[[Any], object]
    sample: Callable[[Random], Any]
    refusal: type[Exception] = PaperError


@cache
def _claims() -> tuple[tuple[Case, str], ...]:
    """Some random claims of each kind, and their records."""
    made = [case for maker in MAKERS for number in range(4) for case in maker(Random(number))]
    return tuple((one, record.dumps(record.of_obligation(one.obligation))) for one in made)


def sample(draw: Random) -> Any:
    """The record of a random claim, with something else at one place, or several."""
    return _spoilt(draw, json.loads(draw.choice(_claims())[1]))


def _spoilt(draw: Random, form: Any) -> Any:
    for _ in range(draw.randint(1, 3)):
        form = changed(draw, form)
    return form


_NAMES = {quantity.name: quantity.symbol for quantity in N}


def _side(draw: Random) -> Any:
    _, fields = json.loads(draw.choice(_claims())[1])["goal"]
    sides = fields.get("sides") or [fields["expression"]]
    return _spoilt(draw, draw.choice(sides))


def _reply(draw: Random) -> str:
    """The text of a reply that a worker or the cache gives."""
    decision = {
        "status": draw.choice(("proved", "refuted", "undecided")),
        "method": "identity",
        "reason": "0",
        "factor": 2,
        "enclosure": ["1", "2"],
        "witness": [["a", "1"]],
    }
    text = json.dumps(_spoilt(draw, {"decision": decision}))
    return broken(draw, text) if draw.random() < 0.3 else text


def _read_reply(text: str) -> object:
    asked = question.Question(MAKERS[0](Random(1))[0].obligation)
    found = question.outcome(text, asked)
    if isinstance(found, PaperError):
        raise found
    return found


@cache
def _small() -> tuple[Any, ...]:
    """The records of the certificate of a small paper, without the digest at its end."""
    paper = Paper("small", "A small paper", "")
    y = paper.notation.quantity("y", NUMBER, "given")
    z = paper.notation.quantity("z", NUMBER, "defined")
    chapter = paper.chapter("I", "One")
    for label, states, follows in (
        ("1", Equal(z, 2 * y**2), definition(z)),
        ("2", Within(y, 3, 4), assumption("it is measured")),
        ("3", Equal(z / y, 2 * y), by("1")),
        ("4", SameOrder(z, y**2), by("1")),
        ("5", Within(z, 17, 33), by("1", "2")),
        ("6", Equal(z, 3 * y), by("1")),
    ):
        chapter.equation(label, printed="", states=[states], follows=follows)
    text = "".join(write.lines(Suite(paper).run()))
    return tuple(json.loads(row) for row in text.splitlines()[:-1])


def _certificate(draw: Random) -> bytes:
    """A certificate with a few of its records spoilt, doubled or left out, and its digest right.

    One in ten is broken as a text besides, and its digest is wrong.
    """
    rows = list(_small())
    for _ in range(draw.randint(1, 3)):
        place = draw.randrange(len(rows))
        rows[place : place + 1] = draw.choice(
            ([_spoilt(draw, rows[place])], [], [rows[place]] * 2, [_spoilt(draw, rows[place])])
        )
    text = "".join(json.dumps(row) + "\n" for row in rows)
    end = {"kind": "end", "sha256": hashlib.sha256(text.encode()).hexdigest()}
    whole = text + json.dumps(end) + "\n"
    if draw.random() < 0.1:
        whole = broken(draw, whole)
    return whole.encode("utf-8", "surrogatepass")


def _printed(draw: Random) -> str:
    return broken(draw, Latex(N).relation(draw.choice(_claims())[0].obligation.goal))


def _typed(draw: Random) -> str:
    goal = draw.choice(_claims())[0].obligation.goal
    sides = goal.sides if len(goal.sides) > 1 else (goal.sides[0], 1)
    return broken(draw, f" {draw.choice(SIGNS)} ".join(map(str, sides)))


def _one_line(draw: Random) -> str:
    said = ("y = 3*z", "z ~ y^2/7", "y -> 2*z in 1", "z -> exp(y) - 1", "y < z/(1 + z)")
    return broken(draw, draw.choice(said))


_REVISION = """\
title = "Another law"
because = "why not"
[[quantity]]
name = "w"
dimension = "length^2/time"
meaning = "new"
range = ["1", "3/2"]
[[assume]]
label = "law"
states = ["y = 2*z", "w ~ w"]
because = "as is known"
[[replace]]
line = "3"
states = ["z/y = 3*y"]
from = ["1", "here"]
[[put]]
old = "y"
new = "2*z^2"
in = ["4"]
[[drop]]
line = "5"
"""


@cache
def _paper() -> Paper:
    paper = Paper("small", "A small paper", "")
    y = paper.notation.quantity("y", NUMBER, "given")
    z = paper.notation.quantity("z", NUMBER, "defined")
    chapter = paper.chapter("I", "One")
    chapter.equation("1", printed="", states=[Equal(z, 2 * y**2)], follows=definition(z))
    return paper


def _read_revision(text: str) -> object:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "revision.toml"
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        return revision_file.read(file, _paper())


#: All that reads what a user types, downloads or caches, by name.
READERS: Mapping[str, Reader] = {
    "obligation": Reader(record.to_obligation, sample),
    "prefix form": Reader(lambda form: prefix.read(form, _NAMES), _side),
    "reply": Reader(_read_reply, _reply),
    "certificate": Reader(replay.replay, _certificate, replay.MalformedError),
    "print": Reader(statements, _printed, ReadError),
    "relation": Reader(lambda text: grammar.relation(text, N), _typed),
    "change in one line": Reader(lambda text: revision_file.from_line(text, _paper()), _one_line),
    "revision": Reader(_read_revision, lambda draw: broken(draw, _REVISION)),
}


def fault(reader: Reader, given: Any) -> str:
    """What is wrong with how ``given`` was read; empty if it was read, or refused properly."""
    return _tried(reader, given)[1]


def _tried(reader: Reader, given: Any) -> tuple[str, str]:
    start, end = time.process_time(), "read"
    try:
        reader.read(given)
    except reader.refusal as error:
        end = "refused"
        if not str(error).strip() or len(str(error)) > _LONGEST:
            return "fault", f"a refusal that is no sentence: {str(error)[:80]!r}"
    except Exception as error:
        return "fault", f"{type(error).__name__}: {error}"[:200]
    seconds = time.process_time() - start
    return ("fault", f"it took {seconds:.1f} s") if seconds > _PATIENCE else (end, "")


def counted(name: str, texts: int, seed: int) -> tuple[Counter[str], list[str]]:
    """How many random texts the reader called ``name`` read and refused, and its faults."""
    reader, counts, faults = READERS[name], Counter[str](), []
    for number in range(texts):
        given = reader.sample(Random(f"{seed}/{name}/{number}"))
        end, why = _tried(reader, given)
        counts[end] += 1
        if why:
            faults.append(f"{name}, seed {seed}, text {number}: {why}: {str(given)[:200]!r}")
    return counts, faults


def rows(found: Mapping[str, tuple[Counter[str], list[str]]]) -> Iterator[str]:
    """A table in Markdown."""
    yield "| reader | texts | read | refused | faults |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name, (counts, _) in found.items():
        ends = (counts[end] for end in ("read", "refused", "fault"))
        yield f"| {name} | {counts.total()} | {' | '.join(map(str, ends))} |"
