"""Links to lines, with their verdicts beside them."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes
from sphinx.addnodes import pending_xref

from .findings import Findings
from .nodes import verdict_badge


def reference(findings: Findings, label: str, text: str = "", *, bare: bool = False) -> nodes.Node:
    """A link to a line; with its verdict beside it unless ``bare``."""
    title = text or findings.title(label)
    link = pending_xref(
        "",
        nodes.inline(title, title, classes=["dv-line"]),
        refdomain="derivation",
        reftype="eq",
        reftarget=f"{findings.name}:{label}",
        refexplicit=True,
        refwarn=True,
    )
    if bare:
        return link
    line = findings[label]
    classes = ["dv-ref"] if line["holds"] else ["dv-ref", "dv-ref-fails"]
    return nodes.inline("", "", verdict_badge(line["verdict"], short=True), link, classes=classes)


def references(
    findings: Findings, labels: Iterable[str], *, bare: bool = False
) -> list[nodes.Node]:
    """Links to several lines, with commas between."""
    found: list[nodes.Node] = []
    for label in labels:
        found += [nodes.Text(", "), reference(findings, label, bare=bare)]
    return found[1:]
