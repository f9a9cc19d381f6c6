"""Nodes that docutils lacks: a folded part, and the badge of a verdict."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

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


class fold(nodes.General, nodes.Element):  # noqa: N801 - as docutils names its nodes
    """A part that a reader unfolds; its first child is its title."""


class fold_title(nodes.Part, nodes.TextElement):  # noqa: N801
    """What is seen of a folded part."""


class chip(nodes.Inline, nodes.TextElement):  # noqa: N801
    """A small mark of a line, which the page's script finds by the line's identifier."""


class formula_text(nodes.Inline, nodes.TextElement):  # noqa: N801
    """A formula on one line, in letters: quantities slant, and their indices are lowered."""


class badge(nodes.Inline, nodes.TextElement):  # noqa: N801
    """A verdict as word, shape and colour; ``short`` leaves the word to a reader of screens."""


def in_letters(text: str) -> formula_text:
    """A formula that is written in letters."""
    return formula_text(text, text)


def verdict_badge(verdict: str, *, short: bool = False) -> badge:
    """The badge of ``verdict``."""
    return badge(verdict, verdict, verdict=verdict, short=short)


def _visit_fold(self: Any, node: fold) -> None:
    classes = " ".join(["dv-fold", *node["classes"]])
    self.body.append(f'<details class="{escape(classes)}">\n')


def _depart_fold(self: Any, _: fold) -> None:
    self.body.append("</details>\n")


def _visit_fold_title(self: Any, _: fold_title) -> None:
    self.body.append("<summary>")


def _depart_fold_title(self: Any, _: fold_title) -> None:
    self.body.append("</summary>\n")


def _visit_chip(self: Any, node: chip) -> None:
    classes = f"dv-chip {css_class(node['verdict'])}"
    self.body.append(f'<span class="{classes}" data-line="{escape(node["line"])}">')


def _depart_chip(self: Any, _: chip) -> None:
    self.body.append("</span>")


#: A name, with its index if it has one.
_NAME = re.compile(r"([^\W\d_]+)(?:_(\w+))?")


def set_in_letters(text: str) -> str:
    """The HTML of a formula in letters.

    >>> set_in_letters("2·ω_D < exp(x)")
    '2·<i>ω</i><sub>D</sub> &lt; exp(<i>x</i>)'
    """

    def name(found: re.Match[str]) -> str:
        letters, index = found.groups()
        head = f"<i>{letters}</i>" if len(letters) == 1 else letters
        return f"{head}<sub>{index}</sub>" if index else head

    parts = re.split(r"([<>&])", text)
    return "".join(
        escape(part) if number % 2 else _NAME.sub(name, part) for number, part in enumerate(parts)
    )


def _visit_formula_text(self: Any, node: formula_text) -> None:
    self.body.append(f'<span class="dv-formula">{set_in_letters(node.astext())}</span>')
    raise nodes.SkipNode


def _visit_badge(self: Any, node: badge) -> None:
    verdict = node["verdict"]
    shape = (
        '<svg width="1em" height="1em" viewBox="0 0 16 16" aria-hidden="true" '
        f'stroke="currentColor">{SHAPES[verdict]}'
    )
    word = "dv-word dv-unseen" if node["short"] else "dv-word"
    title = f' title="{escape(verdict)}"' if node["short"] else ""
    self.body.append(
        f'<span class="dv-badge {css_class(verdict)}"{title}>{shape}</svg>'
        f'<span class="{word}">{escape(verdict)}</span></span>'
    )
    raise nodes.SkipNode


def _pass(self: Any, node: nodes.Node) -> None:
    """Nothing before or after: the children speak for themselves."""


def _text_badge(self: Any, node: badge) -> None:
    self.add_text(f"[{node['verdict']}]")
    raise nodes.SkipNode


def _latex_badge(self: Any, node: badge) -> None:
    self.body.append(rf"\fbox{{{node['verdict']}}}")
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Tell Sphinx how the nodes are written."""
    plain = (_pass, _pass)
    app.add_node(fold, html=(_visit_fold, _depart_fold), latex=plain, text=plain, man=plain)
    app.add_node(
        fold_title, html=(_visit_fold_title, _depart_fold_title), latex=plain, text=plain, man=plain
    )
    app.add_node(
        formula_text,
        html=(_visit_formula_text, None),
        latex=plain,
        text=plain,
        man=plain,
    )
    app.add_node(chip, html=(_visit_chip, _depart_chip), latex=plain, text=plain, man=plain)
    app.add_node(
        badge,
        html=(_visit_badge, None),
        latex=(_latex_badge, None),
        text=(_text_badge, None),
        man=(_text_badge, None),
    )
