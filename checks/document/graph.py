"""The graph of a paper's argument: lines by chapter, an arrow from premise to conclusion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from .domain import DerivationDomain
from .findings import Findings, anchor
from .interaction import data_block, on_screen
from .links import references
from .markup import written
from .picture import draw, is_drawn, picture
from .summary import MEANINGS
from .words import badge, css_class, paragraph, said, span

Json = Any

#: The shape of a node of each verdict, redundant to its colour.
SHAPES = {
    "given": "ellipse",
    "proved": "box",
    "proved up to a factor": "hexagon",
    "proved to leading order": "parallelogram",
    "misprint": "note",
    "changed": "house",
    "refuted": "octagon",
    "undecided": "diamond",
}


#: The outlines of the shapes, on a field of 24 by 16.
_OUTLINES = {
    "ellipse": "M1 8a11 6.5 0 1 0 22 0a11 6.5 0 1 0-22 0z",
    "box": "M1 2h22v12H1z",
    "hexagon": "M1 8 6 2h12l5 6-5 6H6z",
    "parallelogram": "M6 2h17l-5 12H1z",
    "note": "M1 2h17l5 5v7H1zM18 2v5h5",
    "octagon": "M7 1.5h10l6 4.5v4l-6 4.5H7L1 10V6z",
    "diamond": "M12 1 23 8 12 15 1 8z",
    "house": "M1 7 12 1.5 23 7v7H1z",
}


class argument_graph(nodes.General, nodes.Element):  # noqa: N801 - as docutils names its nodes
    """A graph; its child lists the lines, and is what is seen where nothing can draw it."""


def graph(findings: Findings) -> list[nodes.Node]:
    """The graph of the whole paper, with its legend; a linked list where none can be drawn."""
    told = said(
        "An arrow leads from a line to each line that is argued from it; arrows that others "
        "imply are left out. "
    )
    how = on_screen("Hover over a line, or tap it, to light up all that it rests on.")
    labels = list(findings.lines)
    whole = _graph(findings, labels, dot(_by_chapter(findings), edges(findings)))
    whole["classes"] += ["dv-whole"]
    return [
        written(paragraph(told + how), _legend(findings)),
        whole,
        written(data_block(findings), _list(findings)),
    ]


def ancestors(findings: Findings, label: str) -> argument_graph:
    """The graph of a line and of all that it rests on, which stands to the left."""
    labels = [*findings[label]["rests_on"], label]
    within = set(labels)
    arrows = ((a, b) for a, b in edges(findings) if a in within and b in within)
    rows = (_node(findings, each) for each in labels)
    return _graph(findings, labels, dot(rows, arrows, heads="none"))


def _graph(findings: Findings, labels: list[str], source: str) -> argument_graph:
    lines = {anchor(label): f"{findings.name}:{label}" for label in labels}
    node: argument_graph = argument_graph(dot=source, lines=lines)
    node += written(paragraph(references(findings, labels, bare=True), "dv-rests"))
    return node


def _legend(findings: Findings) -> str:
    legend = ""
    for verdict in MEANINGS:
        if verdict == "changed" and not findings.data["summary"][verdict]:
            continue
        shape = (
            f'<svg class="dv-shape {css_class(verdict)}" viewBox="0 0 24 16" role="img" '
            f'aria-label="{SHAPES[verdict]}"><path fill="none" stroke="currentColor" '
            f'stroke-width="1.4" d="{_OUTLINES[SHAPES[verdict]]}"/></svg>'
        )
        legend += span("dv-legend-one", shape + badge(verdict)) + " "
    return paragraph(legend, "dv-legend")


def _list(findings: Findings) -> str:
    items = ""
    for line in findings:
        told = references(findings, [line["label"]])
        if line["premises"]:
            told += f" from {references(findings, line['premises'], bare=True)}"
        items += f"<li><p>{told}</p></li>\n"
    return f'<ul class="dv-graph-list simple">\n{items}</ul>\n'


def dot(rows: Iterable[str], arrows: Iterable[tuple[str, str]], heads: str = "normal") -> str:
    """A graph of nodes, a row each, in Graphviz's language, with such ``heads`` to its arrows."""
    return "\n".join(
        [
            "digraph { rankdir=LR; ranksep=0.45; nodesep=0.08;",
            'node [fontname="sans-serif", fontsize=11, height=0.25, margin="0.09,0.03"];',
            f"edge [arrowsize=0.5, arrowhead={heads}];",
            *rows,
            *(f"{_quoted(anchor(a))} -> {_quoted(anchor(b))};" for a, b in arrows),
            "}",
        ]
    )


def _by_chapter(findings: Findings) -> Iterator[str]:
    for number, chapter in enumerate(findings.data["chapters"]):
        yield f"subgraph cluster_{number} {{ label={_quoted(chapter['label'])};"
        for line in findings.chapter(chapter["label"]):
            yield _node(findings, line["label"])
        yield "}"


def _node(findings: Findings, label: str) -> str:
    verdict, name = findings[label]["verdict"], anchor(label)
    return (
        f"{_quoted(name)} [label={_quoted(findings.title(label))}, shape={SHAPES[verdict]}, "
        f'class="{css_class(verdict)}", URL="#{name}"];'
    )


@lru_cache(maxsize=4)
def edges(findings: Findings) -> tuple[tuple[str, str], ...]:
    """From each premise to its conclusion, but for what longer ways imply."""
    below = {line["label"]: set(line["rests_on"]) for line in findings}
    return tuple(
        (premise, line["label"])
        for line in findings
        for premise in line["premises"]
        if not any(premise in below[other] for other in line["premises"] if other != premise)
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _visit(self: Any, node: argument_graph) -> None:
    domain = self.builder.env.get_domain("derivation")
    assert isinstance(domain, DerivationDomain)
    page = self.builder.current_docname
    places = {
        name: domain.address(self.builder, page, line) or "#"
        for name, line in node["lines"].items()
    }
    if not is_drawn(node["dot"]):
        draw(each["dot"] for each in self.document.findall(argument_graph))
    drawn = picture(node["dot"], places)
    if drawn is None:
        self.body.append("<div>")
        return
    classes = " ".join(["dv-graph-box", *node["classes"]])
    self.body.append(f'<div class="{classes}" tabindex="0">{drawn}</div>\n')
    raise nodes.SkipNode


def _depart(self: Any, _: argument_graph) -> None:
    self.body.append("</div>\n")


def _pass(self: Any, node: argument_graph) -> None:
    """The links speak for themselves."""


def setup(app: Sphinx) -> None:
    """Tell Sphinx how the graph is written."""
    plain = (_pass, _pass)
    app.add_node(argument_graph, html=(_visit, _depart), latex=plain, text=plain, man=plain)
