"""The pages of revisions: what is said otherwise, and what follows, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref

from derivations.errors import PaperError

from .findings import Findings
from .formulas import compared, formula
from .links import reference
from .markup import Part, box, written
from .words import badge, css_class, paragraph, prose, rubric, said, table

Json = Any


#: What stands on a side of which no claim is shown.
_NOT_SAID = {"before": "Nothing of this is said.", "after": "Nothing of this is said any more."}


def page_name(name: str) -> str:
    """The name of the page of the revision called ``name``."""
    return f"revision-{name}"


def revisions(findings: Findings) -> list[nodes.Node]:
    """The revisions of the paper, each with what it changes, in numbers."""
    rows: list[list[str | list[Part]]] = []
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
        rows.append([["<p>", link, "</p>"], said(one["because"]), told])
    return [written(*table(("revision", "what if", "lines"), rows, "dv-revisions"))]


def revision(findings: Findings, name: str) -> list[nodes.Node]:
    """What the revision called ``name`` changes: the lines before and after."""
    for found in findings.data.get("revisions", ()):
        (one,) = found["revisions"]
        if one["name"] == name:
            return [written(prose(one["because"], "dv-summary"), *_comparison(findings, found))]
    msg = f"{findings.name} has no revision {name}"
    raise PaperError(msg)


def _comparison(findings: Findings, found: Json) -> Iterator[Part]:
    told = [x for x in found["changes"] if x["revised"] or x["after"] is None]
    falling = [x for x in found["changes"] if x["label"] in found["falling"] and x not in told]
    other = [x for x in found["changes"] if compared(x) and x not in told and x not in falling]
    for title, changes in (
        ("What is said otherwise", told),
        ("What follows otherwise", other),
        ("What no longer follows", falling),
    ):
        if changes:
            yield rubric(title)
        for change in changes:
            yield from _change(findings, change)
    for title, labels in (
        ("These hold, and rest on what does not: ", found["doubtful"]),
        ("These rest on what was revised, and come out as before: ", found["as_before"]),
    ):
        if labels:
            yield paragraph(title + ", ".join(_named(findings, label) for label in labels))


def _named(findings: Findings, label: str) -> str:
    """A link to a line of the paper; the name alone of one that the revision adds."""
    known = label in findings.lines
    return reference(findings, label, bare=True) if known else said(label)


def _change(findings: Findings, change: Json) -> list[Part]:
    """One line: before and after, beside each other where there is room."""
    pair: list[Part] = []
    for place, (when, style) in enumerate((("before", "dv-before"), ("after", "dv-after"))):
        if change[when] is not None:
            claims = [one[place] for one in compared(change)]
            side = _side(findings, change, when, claims)
            pair += box(f"{style} {css_class(change[when]['verdict'])}", *side)
    head = paragraph(_named(findings, change["label"]), "dv-slip-head")
    return box("dv-slip", head, *box("dv-print-and-accepted", *pair))


def _side(findings: Findings, change: Json, when: str, claims: list[Json | None]) -> Iterator[Part]:
    line = change[when]
    symbols = findings.of_revision(change["label"])
    yield paragraph(f"{when}: {badge(line['verdict'])}", "dv-label")
    if claims and not any(claims):
        yield _note(_NOT_SAID[when])
    for claim in claims:
        if claim is not None:
            yield formula(claim["latex"], findings, symbols)
            if claim["factor"] not in (None, "1"):
                yield _note(f"factor {claim['factor']}")
            if claim["enclosure"] and "∈" in claim["relation"]:
                yield _note(f"in [{', '.join(claim['enclosure'])}]")
    if when == "after" and line["reason"]:
        yield _note(f"Because {line['reason']}.")


def _note(text: str) -> str:
    return prose(text, "dv-note")
