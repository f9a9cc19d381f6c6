"""Nodes of HTML that is written at once: one for what would take hundreds of others."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any, TypeAlias

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from .domain import DerivationDomain

logger = logging.getLogger(__name__)

#: What markup is made of: HTML, and nodes in its midst.
Part: TypeAlias = str | nodes.Node

#: Stands in the place of an address until it is known which page the line is on.
_LINE = re.compile(r'href="line(-if-there)?:([^"]*)"')
#: Tags that part no words, tags that part blocks, and all.
_WITHIN_WORDS = re.compile(r"</?i>|</sub>")
_BLOCK = re.compile(r"</(?:p|tr|li|summary)>")
_TAG = re.compile(r"<script.*?</script>|<[^>]*>", re.DOTALL)
_SPACE = re.compile(r"\s+")


class markup(nodes.raw):  # noqa: N801 - as docutils names its nodes
    """HTML in pieces, with a child between each two of them.

    Links to lines find their pages when it is written.  The search, and formats other than
    HTML, get the words.
    """

    def astext(self) -> str:
        """The words, without the tags."""
        first, *others = [" ".join(lines(piece)) for piece in self["pieces"]]
        told = [first]
        for child, words in zip(self.children, others, strict=True):
            told += [child.astext(), words]
        return " ".join(filter(None, told))


def written(*parts: Part) -> markup:
    """The node of some HTML, with other nodes in its midst.

    >>> written("<p><i>ω</i><sub>D</sub> &lt; ", nodes.math("", "1"), "</p>").astext()
    'ω_D < 1'
    """
    pieces, children = [""], []
    for part in parts:
        if isinstance(part, nodes.Node):
            children.append(part)
            pieces.append("")
        else:
            pieces[-1] += part
    return markup("", "", *children, pieces=pieces, format="html")


def box(style: str, *parts: Part) -> list[Part]:
    """A box of class ``style`` around some parts."""
    return [f'<div class="{style} docutils container">\n', *parts, "</div>\n"]


def fold(style: str, title: str, *parts: Part) -> list[Part]:
    """A part that a reader unfolds, of which the title is seen."""
    return [
        f'<details class="dv-fold {style}">\n<summary>{escape(title)}</summary>\n',
        *parts,
        "</details>\n",
    ]


def line_address(paper: str, label: str, *, surely: bool = True) -> str:
    """What stands for the address of a line in markup, as an attribute of a link.

    A line that is not ``surely`` in the document is no error if it is not.
    """
    scheme = "line" if surely else "line-if-there"
    return f'href="{scheme}:{escape(f"{paper}:{label}")}"'


def lines(html: str) -> list[str]:
    """The words of some HTML, a line for each of its blocks.

    >>> lines("<p>one &amp; <b>two</b></p><p>three</p>")
    ['one & two', 'three']
    """
    found = []
    for block in _BLOCK.split(html):
        text = _WITHIN_WORDS.sub("", block.replace("<sub>", "_"))
        found.append(_SPACE.sub(" ", unescape(_TAG.sub(" ", text))).strip())
    return [line for line in found if line]


def _visit_html(self: Any, node: markup) -> None:
    domain = self.builder.env.get_domain("derivation")
    assert isinstance(domain, DerivationDomain)

    def address(found: re.Match[str]) -> str:
        perhaps, line = found.group(1), unescape(found.group(2))
        place = domain.address(self.builder, self.builder.current_docname, line)
        if place is None and perhaps:
            return ""
        if place is None:
            logger.warning("there is no line %s in this document", line, location=node)
            return 'href="#"'
        return f'href="{escape(place)}"'

    _visit(self, node, lambda piece: self.body.append(_LINE.sub(address, piece)))


def _visit(self: Any, node: markup, say: Callable[[str], object]) -> None:
    first, *others = node["pieces"]
    say(first)
    for child, piece in zip(node.children, others, strict=True):
        child.walkabout(self)
        say(piece)
    raise nodes.SkipNode


def _visit_text(self: Any, node: markup) -> None:
    def say(piece: str) -> None:
        for line in lines(piece):
            self.new_state(0)
            self.add_text(line)
            self.end_state()

    _visit(self, node, say)


def _visit_latex(self: Any, node: markup) -> None:
    _visit(self, node, lambda piece: self.body.append(self.encode("\n\n".join(lines(piece)))))


def _visit_man(self: Any, node: markup) -> None:
    _visit(self, node, lambda piece: self.body.append("\n\n".join(lines(piece))))


def setup(app: Sphinx) -> None:
    """Tell Sphinx how the node is written."""
    app.add_node(
        markup,
        html=(_visit_html, None),
        latex=(_visit_latex, None),
        text=(_visit_text, None),
        man=(_visit_man, None),
    )
