"""Words as HTML: prose, formulas in letters, the badge of a verdict, and tables of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from typing import Any

from docutils.utils import smartquotes

from .markup import Part
from .seen import OF_NUMBERS

Json = Any

#: The shape of each verdict, on a field of 16 by 16: told apart without colour.
SHAPES = {
    "given": '<circle cx="8" cy="8" r="5.5" fill="none" stroke-width="2"/>',
    "proved": '<path d="M2.5 8.5 6.5 12.5 13.5 4" fill="none" stroke-width="2.6"/>',
    "proved up to a factor": '<path d="M2 9.5C4 5 6.5 5.5 8 8s4 3 6-1.5" fill="none" '
    'stroke-width="2.6"/>',
    "proved to leading order": '<path d="M2 6.5C4 3 6.5 3.5 8 5.5s4 2 6-1.5M2 12h12" '
    'fill="none" stroke-width="2.2"/>',
    "misprint": '<path d="M3 13l1-4 7-7 3 3-7 7z" fill="none" stroke-width="1.8"/>',
    "changed": '<path d="M13 8a5 5 0 1 1-2-4M11 1v3.4H7.6" fill="none" stroke-width="1.8"/>',
    "refuted": '<path d="M3 3l10 10M13 3L3 13" fill="none" stroke-width="2.8"/>',
    "undecided": '<path d="M8 1.5 14.5 13.5h-13z" fill="none" stroke-width="1.8"/>'
    '<path d="M8 6v4M8 11v1.4" stroke-width="1.8"/>',
}


def css_class(verdict: str) -> str:
    """The class with which a verdict is coloured."""
    return "dv-" + verdict.replace(" ", "-")


@cache
def badge(verdict: str, *, short: bool = False) -> str:
    """A verdict as word, shape and colour; ``short`` leaves the word to a reader of screens."""
    word = "dv-word dv-unseen" if short else "dv-word"
    title = f' title="{escape(verdict)}"' if short else ""
    return (
        f'<span class="dv-badge {css_class(verdict)}"{title}>'
        '<svg width="1em" height="1em" viewBox="0 0 16 16" aria-hidden="true" '
        f'stroke="currentColor">{SHAPES[verdict]}</svg>'
        f'<span class="{word}">{escape(verdict)}</span></span>'
    )


def span(style: str, html: str) -> str:
    """Some words of class ``style``."""
    return f'<span class="{style}">{html}</span>'


def paragraph(html: str, style: str = "") -> str:
    """A paragraph of class ``style``."""
    return f'<p class="{style}">{html}</p>\n' if style else f"<p>{html}</p>\n"


def rubric(title: str) -> str:
    """A heading that is in no table of contents."""
    return f'<p class="rubric">{said(title)}</p>\n'


_STRAIGHT = re.compile(r"""['"]|--|\.\.\.""")


def said(text: str) -> str:
    """``text`` with the quotation marks and dashes of print.

    >>> said("Maxwell's equations, a < b")
    'Maxwell’s equations, a &lt; b'
    """
    if _STRAIGHT.search(text):
        text = "".join(smartquotes.educate_tokens([("plain", text)], attr="qDe"))
    return escape(text, quote=False)


_INDEX = re.compile(r"(?<=\w)_(\w+)")


def lowered(text: str) -> str:
    """``text`` with the indices of quantities below the line.

    >>> lowered("ω_D < 1")
    'ω<sub>D</sub> &lt; 1'
    """
    return _INDEX.sub(r"<sub>\1</sub>", said(text))


def prose(text: str, style: str) -> str:
    """A paragraph of our own words, in which ω_D is set with its index below."""
    return paragraph(lowered(text), style)


#: A name, with its index if it has one.
_NAME = re.compile(r"([^\W\d_]+)(?:_(\w+))?")
_SIGNS = re.compile(r"([<>&])")


@cache
def letters(text: str) -> str:
    """A formula on one line, in letters: quantities slant, and their indices are lowered.

    >>> letters("2·ω_D < exp(x)")
    '<span class="dv-formula">2·<i>ω</i><sub>D</sub> &lt; exp(<i>x</i>)</span>'
    """

    def name(found: re.Match[str]) -> str:
        word, index = found.groups()
        head = f"<i>{word}</i>" if len(word) == 1 else word
        return f"{head}<sub>{index}</sub>" if index else head

    parts = _SIGNS.split(text)
    return span(
        "dv-formula",
        "".join(
            escape(part) if number % 2 else _NAME.sub(name, part)
            for number, part in enumerate(parts)
        ),
    )


#: Where the number begins in a claim about one, and ends what it is about.
_NUMBER = re.compile(r" (?=[~≈=∈<>≤≥])")


def claimed(claim: Json) -> str:
    """What is claimed, in letters; a number has a unit, whose letters are no quantities."""
    if claim["kind"] not in OF_NUMBERS:
        return letters(claim["unicode"])
    about, number = _NUMBER.split(claim["unicode"], maxsplit=1)
    return f"{letters(about)} {said(number)}"


#: What a witness has a value of besides quantities, in words.
_OF_SIDES = re.compile(r"(?:difference|ratio) of the sides|value")


def unsaid(obligation: Json) -> dict[str, str]:
    """The values of the witness, but for what the reason has already said of the sides."""
    return {
        quantity: value
        for quantity, value in (obligation["witness"] or {}).items()
        if not (_OF_SIDES.fullmatch(quantity) and value in obligation["reason"])
    }


def values(witness: Mapping[str, str], at: str = "at ") -> str:
    """The values of a witness: first those of quantities, then what follows for the sides."""
    found = ""
    for quantity, value in witness.items():
        if not _OF_SIDES.fullmatch(quantity):
            number = value[:1] in "−0123456789"
            told = said(value) if number else letters(value)
            found += f"{', ' if found else at}{letters(quantity)} = {told}"
    for quantity, value in witness.items():
        if _OF_SIDES.fullmatch(quantity):
            found += f"{'; there the' if found else 'the'} {quantity} is {letters(value)}"
    return found


def table(head: tuple[str, ...], rows: Iterable[list[str | list[Part]]], style: str) -> list[Part]:
    """A table, as Sphinx and its theme write one: a cell is a line of HTML, or several parts."""
    cells = "\n".join(f'<th class="head"><p>{escape(cell)}</p></th>' for cell in head)
    made: list[Part] = [
        f'<div class="table-wrapper dv-table {style} docutils container">\n'
        f'<table class="dv-table {style} docutils align-default">\n'
        f'<thead>\n<tr class="row-odd">{cells}\n</tr>\n</thead>\n<tbody>\n'
    ]
    for number, row in enumerate(rows):
        made.append(f'<tr class="row-{"odd" if number % 2 else "even"}">')
        for cell in row:
            inside = [f"<p>{cell}</p>"] if isinstance(cell, str) else cell
            made += ["<td>", *inside, "</td>\n"]
        made.append("</tr>\n")
    return [*made, "</tbody>\n</table>\n</div>\n"]
