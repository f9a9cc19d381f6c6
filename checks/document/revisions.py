"""The pages of revisions: what is said otherwise, and what follows, side by side."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref

from derivations.errors import PaperError

from .entry import formula, prose, reference, references, table
from .findings import Findings
from .nodes import verdict_badge

Json = Any


def page_name(name: str) -> str:
    """The name of the page of the revision called ``name``."""
    return f"revision-{name}"


def revisions(findings: Findings) -> list[nodes.Node]:
    """The revisions of the paper, each with what it changes, in numbers."""
    rows: list[list[Any]] = []
    for found in findings.data["revisions"]:
        (one,) = found["revisions"]
        link = pending_xref(
            "",
            nodes.inline(one["title"], one["title"]),
            refdomain="std",
            reftype="doc",
            reftarget=page_name(one["name"]),
            refexplicit=True,
            refwarn=True,
        )
        told = f"{len(found['changes'])} changed, {len(found['falling'])} fall, "
        told += f"{len(found['as_before'])} more concerned and as before"
        rows.append([[link], [nodes.paragraph(one["because"], one["because"])], nodes.Text(told)])
    return [table(("revision", "what if", "lines"), rows, ("dv-revisions",))]


def revision(findings: Findings, name: str) -> list[nodes.Node]:
    """What the revision called ``name`` changes: the lines before and after."""
    for found in findings.data.get("revisions", ()):
        (one,) = found["revisions"]
        if one["name"] == name:
            return [prose(one["because"], "dv-summary"), *_comparison(findings, found)]
    msg = f"{findings.name} has no revision {name}"
    raise PaperError(msg)


def _comparison(findings: Findings, found: Json) -> list[nodes.Node]:
    said = [x for x in found["changes"] if x["revised"] or x["after"] is None]
    falling = [x for x in found["changes"] if x["label"] in found["falling"] and x not in said]
    other = [x for x in found["changes"] if x["differs"] and x not in said and x not in falling]
    made: list[nodes.Node] = []
    for title, changes in (
        ("What is said otherwise", said),
        ("What follows otherwise", other),
        ("What no longer follows", falling),
    ):
        if changes:
            rows = [_row(findings, change) for change in changes]
            made += [
                nodes.rubric("", title),
                table(("line", "before", "after"), rows, ("dv-compared",)),
            ]
    for title, labels in (
        ("These hold, and rest on what does not: ", found["doubtful"]),
        ("These rest on what was revised, and come out as before: ", found["as_before"]),
    ):
        if labels:
            made.append(nodes.paragraph("", title, *references(findings, labels, bare=True)))
    return made


def _row(findings: Findings, change: Json) -> list[Any]:
    label = change["label"]
    known = label in findings.lines
    head = nodes.paragraph()
    head += reference(findings, label, bare=True) if known else nodes.Text(label)
    pairs = change["differs"]
    return [
        [head],
        _side(findings, change, "before", [was for was, _ in pairs]),
        _side(findings, change, "after", [now for _, now in pairs]),
    ]


def _side(findings: Findings, change: Json, when: str, claims: list[Json | None]) -> list[Any]:
    line = change[when]
    if line is None:
        return [nodes.paragraph("—", "—")]
    symbols = findings.lines.get(change["label"], {"symbols": list(findings.symbols)})
    made: list[nodes.Node] = [nodes.paragraph("", "", verdict_badge(line["verdict"]))]
    for claim in claims:
        if claim is not None:
            made.append(formula(claim["latex"], findings, symbols))
            if claim["factor"] not in (None, "1"):
                made.append(_note(f"factor {claim['factor']}"))
            if claim["enclosure"] and "∈" in claim["relation"]:
                made.append(_note(f"in [{', '.join(claim['enclosure'])}]"))
    if when == "after" and line["reason"]:
        made.append(_note(f"Because {line['reason']}."))
    return made


def _note(text: str) -> nodes.paragraph:
    return nodes.paragraph(text, text, classes=["dv-note"])
