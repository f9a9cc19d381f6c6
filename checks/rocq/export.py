"""Write the proved equality and bound obligations of a paper as theorems, and index them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from derivations.errors import PaperError
from derivations.obligation import Obligation
from derivations.relation import Equal, Less, MuchLess, Within

from ..leeway import UNCANCELLED
from ..normal.algebra import UnsupportedError
from ..normal.fraction import TooManyGeneratorsError
from ..quoting import purpose
from ..report.unicode import Unicode
from ..result import Report
from ..run.fingerprint import digest
from ..verdict import Status
from . import bound, equation
from .certified import keep, of_obligation
from .check import Answer, Session, prelude, version
from .names import Names
from .term import OutsideError
from .theorem import Theorem, comment

#: What is exported, and by what.
_KINDS = {
    Equal: equation.theorem,
    Less: bound.theorem,
    MuchLess: bound.theorem,
    Within: bound.theorem,
}
#: Checks whose question is not whether their goal holds.
_OTHER_QUESTIONS = frozenset({UNCANCELLED})
_INDEX = "index.json"


@dataclass(frozen=True)
class Item:
    """One proved obligation: where it stands, and what became of it.

    ``status`` is ``certified``, ``not certified``, ``not checked`` or ``not exported``;
    ``reason`` says why it is not certified.  ``lines`` are all lines that rest on it, and
    ``obligation`` is its digest.  ``satisfiable`` says whether Rocq has seen that the
    hypotheses can hold together: ``shown``, ``not shown``, or nothing where none was asked.
    """

    line: str
    claim: str
    kind: str
    purpose: str
    lines: tuple[str, ...]
    obligation: str = ""
    file: str = ""
    theorem: str = ""
    status: str = "not exported"
    reason: str = ""
    mutant: str = ""
    satisfiable: str = ""


@dataclass(frozen=True)
class Exported:
    """An item with its theorem, if it has one."""

    item: Item
    theorem: Theorem | None = None


def proved_obligations(report: Report) -> dict[Obligation, tuple[str, ...]]:
    """The proved equality and bound obligations with the lines that they belong to."""
    found: dict[Obligation, list[str]] = {}
    first: dict[Obligation, Obligation] = {}
    for line in report.lines:
        for claim in (*line.printed, *line.accepted):
            for check in () if claim.given else claim.checks:
                one = check.obligation
                if (
                    type(one.goal) in _KINDS
                    and check.status is Status.PROVED
                    and one.purpose not in _OTHER_QUESTIONS
                ):
                    anyhow = replace(one, purpose="")  # which changes no theorem
                    one = first.setdefault(anyhow, one)
                    labels = found.setdefault(one, [])
                    if line.line.label not in labels:
                        labels.append(line.line.label)
    return {one: tuple(labels) for one, labels in found.items()}


def theorems(report: Report) -> list[Exported]:
    """A theorem for each obligation that can be had as one."""
    files = Names()
    write = Unicode(report.paper.notation)
    counts: dict[str, int] = {}
    found = []
    for obligation, lines in proved_obligations(report).items():
        label = lines[0]
        stem = files.name(label, f"line {label}")
        counts[stem] = counts.get(stem, 0) + 1
        name = f"{stem}_{counts[stem]}"
        item = Item(
            label,
            write.relation(obligation.goal),
            type(obligation.goal).__name__,
            write.told(purpose(obligation)),
            lines,
            of_obligation(obligation),
        )
        found.append(_exported(item, obligation, f"{stem}.v", name))
    return found


def _exported(item: Item, obligation: Obligation, file: str, name: str) -> Exported:
    try:
        made = _KINDS[type(obligation.goal)](obligation, name)
    except OutsideError as error:
        return Exported(replace(item, reason=str(error)))
    except (UnsupportedError, TooManyGeneratorsError, ZeroDivisionError) as error:
        return Exported(replace(item, reason=f"no proof was found: {error}"))
    waiting = replace(item, file=file, theorem=name, status="not checked")
    return Exported(replace(waiting, reason="Rocq was not asked"), made)


def write(report: Report, found: list[Exported], folder: Path) -> None:
    """Write a file a line, those of the mutants, the prelude, and the index.

    Raises ``PaperError`` where the folder cannot be written or holds other things.
    """
    _emptied(folder)
    texts: dict[str, list[str]] = {}
    for one in found:
        if one.theorem:
            head = f"(* {comment(one.item.claim)}\n   {comment(one.item.purpose)} *)\n"
            texts.setdefault(one.item.file, []).extend(
                [head + one.theorem.text, *filter(None, [one.theorem.satisfiable])]
            )
            texts.setdefault(f"mutants/{one.item.file}", []).append(
                "(* Not to be provable. *)\n" + one.theorem.mutated().text
            )
    labels = {one.item.file: one.item.line for one in found}
    try:
        (folder / "mutants").mkdir(parents=True, exist_ok=True)
        (folder / "Prelude.v").write_text(prelude(), encoding="utf-8")
        (folder / "_CoqProject").write_text("-R . Derivations\n", encoding="utf-8")
        for file, parts in texts.items():
            label = comment(labels[file.rpartition("/")[2]])
            title = f"(* {comment(report.paper.title)}: line ({label}). *)\n"
            imports = "Require Import Derivations.Prelude.\nOpen Scope R_scope.\n"
            (folder / file).write_text("\n".join([title + imports, *parts]), encoding="utf-8")
    except OSError as error:
        msg = f"{error.filename} cannot be written: {error.strerror}"
        raise PaperError(msg) from None
    index(report, [one.item for one in found], folder)


def _emptied(folder: Path) -> None:
    """Remove what an earlier export wrote; refuse a folder of other things."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / _INDEX).is_file():
        msg = f"{folder} is not empty and holds no earlier export; name another folder"
        raise PaperError(msg)
    if folder.exists() and not folder.is_dir():
        msg = f"{folder} is no folder; name another one"
        raise PaperError(msg)
    for file in (*folder.glob("*.v"), *folder.glob("mutants/*.v")):
        file.unlink()


def index(report: Report, items: list[Item], folder: Path) -> None:
    """Write ``index.json``."""
    content = {
        "paper": report.paper.name,
        "certified": sum(item.status == "certified" for item in items),
        "of": len(items),
        "obligations": [asdict(item) for item in items],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    (folder / _INDEX).write_text(text, encoding="utf-8")


def blocks(file: Path) -> dict[str, str]:
    """The theorems of a file by their names, each with its proof."""
    text = file.read_text(encoding="utf-8")
    found = re.split(r"(?m)^(?=Theorem )", text)[1:]
    return {block.split()[1]: block for block in found}


def checked(found: list[Exported], folder: Path) -> list[Item]:
    """What Rocq says of the files: certified if proved, and the mutant is not."""
    texts = dict(_blocks(found, folder))
    with Session() as session:
        answers = {name: session.define(name, text) for name, text in texts.items()}
        answers = session.audit(answers)
    return [_certified(one, answers) if one.theorem else one.item for one in found]


def remember(found: list[Exported], items: list[Item]) -> None:
    """Keep which obligations are certified, so that other commands can tell.

    Raises ``PaperError`` where the user's cache folder cannot be written.
    """
    texts = {one.item.obligation: one.theorem.text for one in found if one.theorem}
    good = {item.obligation for item in items if item.status == "certified"}
    theorems = {one: digest(text) for one, text in texts.items() if one in good}
    try:
        keep(version(), (item.obligation for item in items), theorems)
    except OSError as error:
        msg = f"{error.filename} cannot be written: {error.strerror}; nothing is remembered"
        raise PaperError(msg) from None


def _blocks(found: list[Exported], folder: Path) -> Iterator[tuple[str, str]]:
    for file in dict.fromkeys(one.item.file for one in found if one.theorem):
        yield from blocks(folder / file).items()
        yield from blocks(folder / "mutants" / file).items()


def _certified(one: Exported, answers: dict[str, Answer]) -> Item:
    answer = answers.get(one.item.theorem, Answer(False, "its file does not hold it"))
    mutant = answers.get(f"{one.item.theorem}_mutant")
    shown = answers.get(f"{one.item.theorem}_satisfiable", Answer(False, "")).proved
    if one.theorem is not None and not one.theorem.hypotheses:
        shown = True
    item = replace(
        one.item,
        mutant="proved" if mutant is None or mutant.proved else "refused",
        satisfiable="shown" if shown else "not shown",
    )
    if not answer.proved:
        return replace(item, status="not certified", reason=answer.reason)
    if item.mutant != "refused":
        return replace(item, status="not certified", reason="the same script proves its mutant")
    return replace(item, status="certified", reason="")
