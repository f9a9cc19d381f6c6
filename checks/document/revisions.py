"""The pages of revisions: what is said otherwise, and what follows, side by side."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref

from derivations.errors import PaperError

from .findings import Findings
from .formulas import formula
from .links import reference
from .nodes import css_class, verdict_badge
from .words import prose, table

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
        made += [nodes.rubric("", title)] if changes else []
        made += [_change(findings, change) for change in changes]
    for title, labels in (
        ("These hold, and rest on what does not: ", found["doubtful"]),
        ("These rest on what was revised, and come out as before: ", found["as_before"]),
    ):
        if labels:
            told = nodes.paragraph("", title)
            for place, label in enumerate(labels):
                told += [nodes.Text(", " if place else ""), _named(findings, label)]
            made.append(told)
    return made


def _named(findings: Findings, label: str) -> nodes.Node:
    """A link to a line of the paper; the name alone of one that the revision adds."""
    known = label in findings.lines
    return reference(findings, label, bare=True) if known else nodes.Text(label)


def _change(findings: Findings, change: Json) -> nodes.container:
    """One line: before and after, beside each other where there is room."""
    box, head = nodes.container(classes=["dv-slip"]), nodes.paragraph(classes=["dv-slip-head"])
    head += _named(findings, change["label"])
    pair = nodes.container(classes=["dv-print-and-accepted"])
    for place, (when, style) in enumerate((("before", "dv-before"), ("after", "dv-after"))):
        if change[when] is not None:
            side = nodes.container(classes=[style, css_class(change[when]["verdict"])])
            side += _side(findings, change, when, [one[place] for one in change["differs"]])
            pair += side
    box += [head, pair]
    return box


def _side(findings: Findings, change: Json, when: str, claims: list[Json | None]) -> list[Any]:
    line = change[when]
    symbols = findings.lines.get(change["label"], {"symbols": list(findings.symbols)})
    told = nodes.paragraph("", f"{when}: ", verdict_badge(line["verdict"]), classes=["dv-label"])
    made: list[nodes.Node] = [told]
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
