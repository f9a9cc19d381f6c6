"""Words, formulas in a line of text, and tables of both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref

from .nodes import in_letters

_INDEX = re.compile(r"(?<=\w)_(\w+)")


def prose(text: str, style: str) -> nodes.paragraph:
    """A paragraph of our own words, in which ω_D is set with its index below."""
    paragraph = nodes.paragraph(classes=[style])
    paragraph += list(lowered(text))
    return paragraph


def lowered(text: str) -> Iterator[nodes.Node]:
    """``text`` with the indices of quantities below the line."""
    for number, part in enumerate(_INDEX.split(text)):
        if number % 2:
            yield nodes.subscript(part, part)
        elif part:
            yield nodes.Text(part)


#: Where the number begins in a claim about one, and ends what it is about.
_NUMBER = re.compile(r" (?=[~≈=∈<>≤≥])")
#: Claims about numbers.
OF_NUMBERS = ("Within", "Attains")


def claimed(claim: Any) -> list[nodes.Node]:
    """What is claimed, in letters; a number has a unit, whose letters are no quantities."""
    if claim["kind"] not in OF_NUMBERS:
        return [in_letters(claim["unicode"])]
    about, number = _NUMBER.split(claim["unicode"], maxsplit=1)
    return [in_letters(about), nodes.Text(f" {number}")]


#: What a witness has a value of besides quantities, in words.
_OF_SIDES = re.compile(r"(?:difference|ratio) of the sides|value")


def unsaid(obligation: Any) -> dict[str, str]:
    """The values of the witness, but for what the reason has already said of the sides."""
    return {
        quantity: value
        for quantity, value in (obligation["witness"] or {}).items()
        if not (_OF_SIDES.fullmatch(quantity) and value in obligation["reason"])
    }


def values(witness: Mapping[str, str], at: str = "at ") -> list[nodes.Node]:
    """The values of a witness: first those of quantities, then what follows for the sides."""
    found: list[nodes.Node] = []
    for quantity, value in witness.items():
        if not _OF_SIDES.fullmatch(quantity):
            before = ", " if found else at
            found += [nodes.Text(before), in_letters(quantity), nodes.Text(" = ")]
            found.append(nodes.Text(value) if value[:1] in "−0123456789" else in_letters(value))
    for quantity, value in witness.items():
        if _OF_SIDES.fullmatch(quantity):
            before = "; there the" if found else "the"
            found += [nodes.Text(f"{before} {quantity} is "), in_letters(value)]
    return found


def table(
    head: tuple[str, ...], rows: Iterable[list[Any]], classes: tuple[str, ...] = ()
) -> nodes.table:
    """A table of cells, each a node or several."""
    whole = nodes.table(classes=["dv-table", *classes])
    group = nodes.tgroup(cols=len(head))
    whole += group
    group += [nodes.colspec(colwidth=1) for _ in head]
    header = nodes.thead()
    header += _row([nodes.Text(cell) for cell in head])
    group += header
    body = nodes.tbody()
    body += [_row(row) for row in rows]
    group += body
    return whole


def _row(cells: list[Any]) -> nodes.row:
    row = nodes.row()
    for cell in cells:
        entry_ = nodes.entry()
        parts = cell if isinstance(cell, list) else [cell]
        if all(isinstance(part, nodes.Inline | nodes.Text | pending_xref) for part in parts):
            paragraph = nodes.paragraph()
            paragraph += parts
            parts = [paragraph]
        entry_ += parts
        row += entry_
    return row
