"""What a proof kernel has certified, kept so that it can be told without asking it again.

One JSON file in the user's cache folder holds, for the version of the checks that wrote the
theorems, the digests of the obligations that Rocq has certified, each with that of its
theorem.  It is read as data; a file of another version, or one that is damaged, says
nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ..run.cache import folder
from ..run.fingerprint import digest, of_checks

if TYPE_CHECKING:
    from derivations.obligation import Obligation

    from ..result import Report

NAME = "certified.json"
_FORM = 1

#: The proved equations and bounds of each line that has any, by their digests.
Asked: TypeAlias = Mapping[str, Iterable[str]]


@dataclass(frozen=True)
class Kept:
    """The version of the kernel, and the theorem's digest for each certified obligation."""

    kernel: str = ""
    theorems: Mapping[str, str] = field(default_factory=dict)

    def by_line(self, asked: Asked) -> dict[str, tuple[int, int]]:
        """How many obligations of each line are certified, of how many; empty if none are.

        >>> Kept("8.16", {"d1": "t1"}).by_line({"4": ["d1", "d2"], "5": ["d3"]})
        {'4': (1, 2), '5': (0, 1)}
        """
        found = {label: set(digests) for label, digests in asked.items()}
        counts = {x: (len(one & self.theorems.keys()), len(one)) for x, one in found.items()}
        return counts if any(certified for certified, _ in counts.values()) else {}

    def altogether(self, asked: Asked) -> tuple[int, int]:
        """How many are certified, of how many, each counted once though lines share it."""
        every = {one for digests in asked.values() for one in digests}
        return len(every & self.theorems.keys()), len(every)


def asked(report: Report) -> dict[str, list[str]]:
    """The proved equations and bounds of each line of ``report``, by their digests."""
    from .export import proved_obligations

    found: dict[str, list[str]] = {}
    for obligation, labels in proved_obligations(report).items():
        for label in labels:
            found.setdefault(label, []).append(of_obligation(obligation))
    return found


def certified(report: Report) -> Mapping[str, tuple[int, int]]:
    """For each line of ``report``, how many of its equations and bounds Rocq has certified.

    A pair is (certified, of how many); lines without proved equations and bounds are left
    out, and nothing is said at all where nothing of the paper was checked.
    """
    return read().by_line(asked(report))


def of_obligation(obligation: Obligation) -> str:
    """The digest of ``obligation`` and of nothing else."""
    from .. import record

    return digest(record.dumps(record.of_obligation(obligation)))


def read() -> Kept:
    """What is kept for this version of the checks; nothing where there is no such file."""
    try:
        data = json.loads((folder() / NAME).read_text(encoding="utf-8"))
        form, checks, kernel, theorems = (data[x] for x in ("form", "checks", "kernel", "theorems"))
        valid = (form, checks) == (_FORM, of_checks()) and all(
            isinstance(text, str) for text in (kernel, *theorems, *theorems.values())
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Kept()
    return Kept(kernel, theorems) if valid else Kept()


def keep(kernel: str, asked_of: Iterable[str], theorems: Mapping[str, str]) -> Path:
    """Keep that ``kernel`` certified ``theorems``, and none of the others it was asked of.

    What the same kernel certified for other papers stays.  Raises ``OSError`` where the
    file cannot be written.
    """
    before = read()
    gone = set(asked_of)
    others = before.theorems if before.kernel == kernel else {}
    kept = {one: text for one, text in others.items() if one not in gone} | dict(theorems)
    content = {"form": _FORM, "checks": of_checks(), "kernel": kernel, "theorems": kept}
    file = folder() / NAME
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = file.with_name(f"{NAME}.{os.getpid()}")
    unfinished.write_text(json.dumps(content, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    return unfinished.replace(file)


def summary(asked: Asked) -> str:
    """One sentence on what is certified of a paper; empty where nothing is."""
    kept = read()
    count, whole = kept.altogether(asked)
    if not count:
        return ""
    return f"Rocq {kept.kernel} has certified {count} of {whole} proved equations and bounds"
