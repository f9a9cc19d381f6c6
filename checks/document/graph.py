"""The graph of a paper's argument: lines by chapter, an arrow from premise to conclusion."""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from functools import cache
from html import escape
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

from .entry import references
from .findings import Findings, anchor
from .interaction import data_block, on_screen
from .nodes import css_class, verdict_badge
from .summary import MEANINGS

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


class argument_graph(nodes.General, nodes.Element):  # noqa: N801 - as docutils names its nodes
    """A graph; its references, one a node, are resolved like any others."""


def graph(findings: Findings) -> list[nodes.Node]:
    """The graph of the whole paper, with its legend; a linked list where none can be drawn."""
    picture = argument_graph(dot=dot(findings), paper=findings.name)
    for line in findings:
        link = pending_xref(
            "",
            nodes.inline(line["label"], line["label"]),
            refdomain="derivation",
            reftype="eq",
            reftarget=f"{findings.name}:{line['label']}",
            refexplicit=True,
            refwarn=True,
        )
        picture += link
    told = (
        "An arrow leads from a line to each line that is argued from it; arrows that others "
        "imply are left out. "
    )
    how = on_screen("Hover over a line, or tap it, to light up all that it rests on.")
    said = nodes.paragraph("", told, how)
    return [said, _legend(), picture, data_block(findings), _list(findings)]


def _legend() -> nodes.paragraph:
    legend = nodes.paragraph(classes=["dv-legend"])
    for verdict in MEANINGS:
        legend += [verdict_badge(verdict), nodes.Text(f" {SHAPES[verdict]}  ")]
    return legend


def _list(findings: Findings) -> nodes.bullet_list:
    items = nodes.bullet_list(classes=["dv-graph-list"])
    for line in findings:
        item, paragraph = nodes.list_item(), nodes.paragraph()
        paragraph += references(findings, [line["label"]])
        if line["premises"]:
            paragraph += nodes.Text(" from ")
            paragraph += references(findings, line["premises"], bare=True)
        item += paragraph
        items += item
    return items


def dot(findings: Findings) -> str:
    """The graph in Graphviz's language."""
    rows = ["digraph {", "rankdir=LR; ranksep=0.5; nodesep=0.08;"]
    rows.append('node [fontname="sans-serif", fontsize=11, height=0.25, margin="0.06,0.03"];')
    rows.append("edge [arrowsize=0.5];")
    for number, chapter in enumerate(findings.data["chapters"]):
        rows.append(f"subgraph cluster_{number} {{ label={_quoted(chapter['label'])};")
        for line in findings.chapter(chapter["label"]):
            label, shape = findings.title(line["label"]), SHAPES[line["verdict"]]
            rows.append(
                f"{_quoted(anchor(line['label']))} [label={_quoted(label)}, shape={shape}, "
                f'class="{css_class(line["verdict"])}", URL="#{anchor(line["label"])}"];'
            )
        rows.append("}")
    rows += [f"{_quoted(anchor(a))} -> {_quoted(anchor(b))};" for a, b in edges(findings)]
    return "\n".join([*rows, "}"])


def edges(findings: Findings) -> Iterator[tuple[str, str]]:
    """From each premise to its conclusion, but for what longer ways imply."""
    below = {line["label"]: set(line["rests_on"]) for line in findings}
    for line in findings:
        direct = line["premises"]
        for premise in direct:
            if not any(premise in below[other] for other in direct if other != premise):
                yield premise, line["label"]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _program() -> str | None:
    """What draws graphs: the package's own program, whose pictures are always alike, or ``dot``."""
    own = shutil.which("graphviz-pure", path=sysconfig.get_path("scripts"))
    return own or shutil.which("graphviz-pure") or shutil.which("dot")


@cache
def drawn(source: str) -> str | None:
    """The graph as SVG, or ``None`` where nothing is there to draw it with."""
    program = _program()
    if program is None:
        return None
    done = subprocess.run(
        [program, "-Tsvg"], input=source, capture_output=True, text=True, check=True
    )
    return done.stdout


def _visit(self: Any, node: argument_graph) -> None:
    picture = drawn(node["dot"])
    if picture is None:
        raise nodes.SkipNode
    addresses = {
        link["refid"] if "refid" in link else link["refuri"].rpartition("#")[2]: link
        for link in node.findall(nodes.reference)
    }
    picture = picture[picture.index("<svg") :].replace("&#45;", "-")
    picture = re.sub(r' (?:fill|stroke)="(?:black|white|none|transparent)"', "", picture)
    picture = picture.replace("<svg ", '<svg class="dv-graph" ', 1)
    self.body.append(f'<div class="dv-graph-box">{_addressed(picture, addresses)}</div>\n')
    raise nodes.SkipNode


_PART = re.compile(r'<g id="[^"]*" class="(node|edge)([^"]*)">\s*<title>([^<]*)</title>')


def _addressed(picture: str, addresses: dict[str, Any]) -> str:
    """The picture with each node linked to its entry, and each edge telling its ends."""

    def part(match: re.Match[str]) -> str:
        kind, classes, title = match.groups()
        if kind == "node":
            return f'<g class="node{classes}" data-line="{title}">'
        start, end = title.split("-&gt;")
        return f'<g class="edge{classes}" data-from="{start}" data-to="{end}">'

    def link(match: re.Match[str]) -> str:
        found = addresses.get(match.group(1))
        address = "#" if found is None else found.get("refuri") or f"#{found['refid']}"
        return f'xlink:href="{escape(address)}"'

    return re.sub(r'xlink:href="#([^"]*)"', link, _PART.sub(part, picture))


def _skip(self: Any, node: argument_graph) -> None:
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Tell Sphinx how the graph is written."""
    skip = (_skip, None)
    app.add_node(argument_graph, html=(_visit, None), latex=skip, text=skip, man=skip)
