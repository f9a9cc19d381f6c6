"""Revisions in TOML, and in one line: data, read in a small grammar and never run."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sympy import Symbol

from . import dimension as dimensions
from .dimension import Dimension
from .errors import PaperError
from .grammar import expression, product_of, relation
from .paper import Paper
from .quantity import Notation, Role
from .relation import Relation
from .revision import Revision
from .rules import By, assumption, by, here

_MOST_BYTES, _MOST_DIGITS = 200_000, 60
#: No message quotes more letters of a file.
_LONGEST = 100
_BASES = {
    name.lower(): value for name, value in vars(dimensions).items() if isinstance(value, Dimension)
}


def read(path: Path, paper: Paper) -> Revision:
    """The revision of ``paper`` in the TOML file at ``path``; see ``docs/revisions.md``.

    Raises ``PaperError``, with the file, for whatever is not as it should be.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PaperError(f"it cannot be read: {error.strerror}", str(path)) from None
    if len(data) > _MOST_BYTES:
        raise PaperError(f"it is longer than {_MOST_BYTES} bytes, which no revision is", str(path))
    try:
        table = tomllib.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise PaperError(f"this is not TOML: {error}", str(path)) from None
    try:
        return _Reader(path.stem, table, paper).revision()
    except PaperError as error:
        raise PaperError(str(error), str(path)) from None


def from_line(text: str, paper: Paper) -> Revision:
    """The revision that one line says: a relation, or ``old -> new``, or that in some lines.

    >>> from derivations.paper import Paper
    >>> from derivations.dimension import LENGTH
    >>> paper = Paper("p", "", "")
    >>> _ = paper.notation.quantity("d", LENGTH, "a length")
    >>> from_line("d -> 2*d", paper).changes
    [Put(old=d, new=2*d, only=())]
    """
    revision = Revision(text, text)
    if "->" not in text:
        revision.assume(
            text, states=[relation(text, paper.notation)], because="assumed on the command line"
        )
        return revision
    change, _, where = text.partition(" in ")
    old, _, new = change.partition("->")
    only = [label.strip() for label in where.split(",") if label.strip()]
    revision.put(_symbol(old, paper.notation), expression(new, paper.notation), *only)
    return revision


def without(label: str, paper: Paper) -> Revision:
    """The revision that drops the line ``label``."""
    revision = Revision(f"without ({label})", f"({label}) dropped")
    revision.drop(paper[label].label)
    return revision


def _symbol(text: str, notation: Notation) -> Symbol:
    found = expression(text, notation)
    if not isinstance(found, Symbol):
        msg = f"“{text.strip()}” is no single quantity; only for one can something be put"
        raise PaperError(msg)
    return found


class _Reader:
    """Reads the table of one file."""

    def __init__(self, name: str, table: Mapping[str, Any], paper: Paper) -> None:
        self._table = dict(table)
        self._notation = paper.notation.copy()
        title = self._text(self._table, "title", name)
        self._revision = Revision(name, title, self._text(self._table, "because"))

    def revision(self) -> Revision:
        """The revision, all of it."""
        parts: dict[str, Callable[[dict[str, Any]], None]] = {
            "quantity": self._quantity,
            "assume": self._assume,
            "replace": self._replace,
            "add": self._add,
            "drop": self._drop,
            "put": self._put,
            "count": self._count,
        }
        found = {name: self._tables(name) for name in parts}
        _nothing_left(self._table, "the file")
        if not any(found.values()):
            raise PaperError(f"it changes nothing; give one of {', '.join(map(_head, parts))}")
        for name, read_one in parts.items():
            for number, one in enumerate(found[name], start=1):
                try:
                    read_one(one)
                    _nothing_left(one, _head(name))
                except PaperError as error:
                    raise PaperError(f"{_head(name)} number {number}: {error}") from None
        return self._revision

    def _tables(self, name: str) -> list[dict[str, Any]]:
        found = self._table.pop(name, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise PaperError(f"write {_head(name)} for each change of this kind")
        return [dict(one) for one in found]

    def _quantity(self, one: dict[str, Any]) -> None:
        name = self._text(one, "name", needed=True)
        text = self._text(one, "dimension", needed=True)
        names = {base: Symbol(base, positive=True) for base in _BASES}
        total = Dimension()
        for base, power in product_of(text, names).items():
            total = total * _BASES[base] ** power
        ends = one.pop("range", None)
        if ends is not None and not (isinstance(ends, list) and len(ends) == 2):
            raise PaperError('a range has two ends, like ["1", "3/2"]')
        low_high = None if ends is None else (_number(ends[0]), _number(ends[1]))
        self._revision.notation.quantity(
            name,
            total,
            self._text(one, "meaning", needed=True),
            sign=self._text(one, "sign", "positive"),
            role=Role.CONSTANT if low_high is None else Role.FACTOR,
            range=low_high,
            latex=self._text(one, "latex"),
            unicode=self._text(one, "unicode"),
            unit=self._text(one, "unit"),
        )
        declared = self._revision.notation.by_name(name)
        if declared is not None:
            self._notation.declare(declared)

    def _assume(self, one: dict[str, Any]) -> None:
        states = self._states(one)
        label = self._text(one, "label", needed=True)
        because = self._text(one, "because", needed=True)
        printed, note = self._text(one, "printed"), self._text(one, "note")
        self._revision.assume(label, states=states, because=because, printed=printed, note=note)

    def _replace(self, one: dict[str, Any]) -> None:
        label = self._text(one, "line", needed=True)
        self._revision.replace(
            label,
            states=self._states(one),
            follows=self._argument(one),
            printed=self._text(one, "printed"),
            note=self._text(one, "note"),
        )

    def _add(self, one: dict[str, Any]) -> None:
        label = self._text(one, "label", needed=True)
        self._revision.line(
            label,
            states=self._states(one),
            follows=self._argument(one),
            printed=self._text(one, "printed"),
            note=self._text(one, "note"),
        )

    def _drop(self, one: dict[str, Any]) -> None:
        self._revision.drop(self._text(one, "line", needed=True))

    def _put(self, one: dict[str, Any]) -> None:
        old = _symbol(self._text(one, "old", needed=True), self._notation)
        new = expression(self._text(one, "new", needed=True), self._notation)
        self._revision.put(old, new, *self._texts(one, "in"))

    def _count(self, one: dict[str, Any]) -> None:
        name = self._text(one, "set", needed=True)
        over = self._notation.by_name(name)
        if over is None:
            raise PaperError(f"no set is called {name}")
        self._revision.count(
            over.symbol, expression(self._text(one, "count", needed=True), self._notation)
        )

    def _argument(self, one: dict[str, Any]) -> By:
        """From which lines it follows, or why it is assumed."""
        labels, because = self._texts(one, "from"), self._text(one, "because")
        if bool(labels) == bool(because):
            raise PaperError("say either from which lines it follows, or because of what it holds")
        if because:
            return assumption(because)
        return by(*(here if label == "here" else label for label in labels))

    def _states(self, one: dict[str, Any]) -> list[Relation]:
        return [relation(text, self._notation) for text in self._texts(one, "states", needed=True)]

    def _text(
        self, one: dict[str, Any], key: str, default: str = "", *, needed: bool = False
    ) -> str:
        value = one.pop(key, default)
        if not isinstance(value, str) or (needed and not value.strip()):
            raise PaperError(f'{key} = "…" is {"missing" if value == default else "no text"}')
        return value

    def _texts(self, one: dict[str, Any], key: str, *, needed: bool = False) -> list[str]:
        value = one.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            raise PaperError(f'{key} is a list of texts, like ["…", "…"]')
        if needed and not value:
            raise PaperError(f'{key} = ["…"] is missing')
        return value


def _number(value: Any) -> str:
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    if len(text) < _MOST_DIGITS and re.fullmatch(r"-?[0-9]+(/0*[1-9][0-9]*|\.[0-9]+)?", text):
        return text
    raise PaperError('write numbers as text, like "3/2", so that they are exact')


def _head(name: str) -> str:
    return f"[[{name}]]"


def _nothing_left(table: Mapping[str, Any], where: str) -> None:
    if table:
        names = ", ".join(map(str, table))
        told = names if len(names) <= _LONGEST else f"{names[:_LONGEST]} …"
        raise PaperError(f"{told} has no meaning in {where}")
