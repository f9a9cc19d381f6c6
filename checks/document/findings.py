"""What a run found of a paper, as the document reads it: the JSON report, by label."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from docutils.nodes import make_id

from derivations.errors import PaperError

from ..report.json_output import SCHEMA

Json = Any


class Findings:
    """The report on one paper; lines are asked for by label.

    Raises ``PaperError`` for a label that the paper does not have.
    """

    def __init__(self, data: Json) -> None:
        self.data = data
        self.name: str = data["paper"]["name"]
        self.lines: dict[str, Json] = {line["label"]: line for line in data["lines"]}
        self.symbols: dict[str, Json] = {symbol["name"]: symbol for symbol in data["symbols"]}
        #: The circumstances of its check; empty if nobody said.
        self.checked: Json = {}
        #: All papers of the document, by name.
        self.beside: Mapping[str, Findings] = {}
        self._digests: dict[str, str] = {}
        self.chapters: dict[str, Json] = {c["label"]: c for c in data["chapters"]}

    @classmethod
    def read(cls, path: Path) -> Findings:
        """The findings in a file that ``derivations check --json`` wrote."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            schema = data["schema"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            msg = f"{path}: this is no report on a paper: {error}"
            raise PaperError(msg) from None
        if schema != SCHEMA:
            msg = f"{path}: a report of schema {schema}, and not {SCHEMA}: check the paper anew"
            raise PaperError(msg)
        return cls(data)

    def __getitem__(self, label: str) -> Json:
        try:
            return self.lines[label]
        except KeyError:
            from difflib import get_close_matches

            near = get_close_matches(label, self.lines, n=3)
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            msg = f"there is no line ({label}) in {self.name}{hint}"
            raise PaperError(msg) from None

    def source(self, line: Json) -> tuple[Findings, str] | None:
        """The paper that a line is cited from, if it is here, and the line's label there."""
        there = self.beside.get(line["cited"] or "")
        label = line["label"].partition(":")[2]
        return (there, label) if there is not None and label in there.lines else None

    def of_revision(self, label: str) -> Json:
        """The line, or, of one that only a revision has, that it may speak of any symbol."""
        return self.lines.get(label, {"symbols": list(self.symbols)})

    def __iter__(self) -> Iterator[Json]:
        return iter(self.lines.values())

    def chapter(self, label: str) -> list[Json]:
        """The lines of a chapter in the paper's order."""
        if label not in self.chapters:
            msg = f"there is no chapter {label} in {self.name}; it has {', '.join(self.chapters)}"
            raise PaperError(msg)
        return [line for line in self if line["chapter"] == label]

    def of_kind(self, *kinds: str) -> list[Json]:
        """The lines of these kinds."""
        return [line for line in self if line["kind"] in kinds]

    def title(self, label: str) -> str:
        """How a line is called: a numbered equation in brackets, others by their names."""
        return f"({label})" if self[label]["kind"] == "equation" else label

    def users(self, label: str) -> list[str]:
        """The lines that are argued directly from a line."""
        return [line["label"] for line in self if label in line["premises"]]

    def certified(self, label: str) -> tuple[int, int]:
        """How many of the line's equations and bounds a proof kernel certifies, of how many."""
        some, of = self.checked.get("certified", {}).get(label, (0, 0))
        return some, of

    def digest(self, label: str) -> str:
        """Changes when anything that is told of the line itself changes."""
        line = self[label]
        symbols = [self.symbols.get(name) for name in line["symbols"]]
        return self.kept(f"line {label}", lambda: digest([line, symbols, self.certified(label)]))

    def verdict_digest(self, label: str) -> str:
        """Changes when the line's verdict does, its own or that on what it rests on."""
        line = self[label]
        return digest([line["verdict"], line["holds"], line["chapter"]])

    def kept(self, what: str, computed: Callable[[], str]) -> str:
        """A digest that is computed once; ``what`` it is of is its name."""
        if what not in self._digests:
            self._digests[what] = computed()
        return self._digests[what]


@cache
def anchor(label: str) -> str:
    """The identifier of a line's entry in a page."""
    identifier: str = make_id(f"eq-{label}")
    return identifier


def digest(value: Json) -> str:
    """A short text that is another one for everything else."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
