"""The entry of a line: what is printed, what was found of it, and how."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes

from .findings import Findings, anchor
from .formulas import accepted, formula
from .graph import ancestors
from .links import reference, references
from .markup import Part, box, fold, written
from .obligations import details
from .words import badge, css_class, letters, lowered, paragraph, prose, said, span, unsaid, values

Json = Any

#: What a line of each kind is, besides a numbered equation.
_KINDS = {
    "display": "displayed without a number",
    "text": "in the text",
    "number": "number",
}
#: From so many lines below on, these are drawn.
_DRAWN = 3


def entry(findings: Findings, line: Json) -> nodes.section:
    """The whole entry, under the line's number or name."""
    title = findings.title(line["label"])
    section = nodes.section(ids=[anchor(line["label"])], names=[title])
    section["classes"] += ["dv-entry", css_class(line["verdict"])]
    section["classes"] += ["dv-unsound"] if line["unsound"] else []
    section += nodes.title(title, title)
    parts: list[Part] = [_verdict(findings, line)]
    if line["accepted"] is None:
        parts.append(formula(line["printed"], findings, line))
    else:
        parts += _side_by_side(findings, line)
        parts.append(prose(f"Because {line['accepted']['because']}.", "dv-because"))
        parts += refutation(line)
    parts += _told(line)
    parts += _argument(findings, line)
    parts += _origins(findings, line)
    parts += details(line)
    section += written(*parts)
    return section


def _verdict(findings: Findings, line: Json) -> str:
    told = badge(line["verdict"])
    if line["factor"] is not None and line["verdict"] != "misprint":
        told += f" factor left: {letters(line['factor'])}"
    if line["kind"] in _KINDS:
        told += span("dv-kind", _KINDS[line["kind"]])
    if line["unsound"]:
        told += span("dv-inherited", " rests on what does not hold: ")
        told += references(findings, line["unsound"])
    elif line["rests_on"] and line["verdict"] != "given":
        told += span("dv-inherited", "all that it rests on holds")
    certified, of = findings.certified(line["label"])
    if certified:
        kernel = said(findings.checked["kernel"])
        told += span("dv-certified", f"certified by {kernel}: {certified} of {of}")
    return paragraph(told, "dv-verdict")


def _side_by_side(findings: Findings, line: Json) -> list[Part]:
    stands = line["verdict"] == "misprint"
    printed = box(
        "dv-as-printed",
        paragraph("as printed", "dv-label"),
        formula(line["printed"], findings, line),
    )
    corrected = box(
        "dv-accepted" if stands else "dv-proposed",
        paragraph(
            "it should say" if stands else "proposed instead, and not shown to hold", "dv-label"
        ),
        *(formula(latex, findings, line) for latex in accepted(line)),
    )
    return box("dv-print-and-accepted", *printed, *corrected)


def refutation(line: Json) -> Iterator[str]:
    """What refutes a print: the reason, and the values at which it fails."""
    for obligation in line["obligations"]:
        if obligation["form"] == "printed" and obligation["status"] == "refuted":
            more = unsaid(obligation)
            at = f"; {values(more)}" if more else ""
            yield paragraph(f"Refuted: {lowered(obligation['reason'])}{at}.", "dv-witness")


def _told(line: Json) -> Iterator[str]:
    if line["reason"]:
        yield prose(f"It fails: {line['reason']}.", "dv-reason")
        if line["witness"] and line["accepted"] is None:
            yield paragraph(f"{values(line['witness'], 'It fails at ')}.", "dv-witness")
    if line["note"]:
        yield prose(line["note"], "dv-note")


def _argument(findings: Findings, line: Json) -> Iterator[str]:
    source = findings.source(line)
    if source is not None:
        there, label = source
        link = reference(there, label, surely=False)
        yield paragraph(f"Cited: {link} of {said(there.data['paper']['title'])}", "dv-used")
    rule = said(line["rule"])
    if line["premises"]:
        told = f"Follows from {references(findings, line['premises'])} by {rule}."
    elif line["verdict"] == "given":
        told = f"Premise: {rule}."
    else:
        told = f"Rests on no other line: {rule}."
    yield paragraph(told, "dv-follows")
    users = findings.users(line["label"])
    if users:
        yield paragraph(f"Used by {references(findings, users)}", "dv-used")


def _origins(findings: Findings, line: Json) -> list[Part]:
    """All that the line rests on: a graph, where its premises do not already tell."""
    below = line["rests_on"]
    if len(below) < _DRAWN:
        return []
    title = f"Rests, through however many steps, on {len(below)} lines"
    return fold("dv-origins", title, ancestors(findings, line["label"]))
