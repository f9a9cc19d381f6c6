"""The entry of a line: what is printed, what was found of it, and how."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes

from .findings import Findings, anchor
from .formulas import formula
from .graph import ancestors
from .links import references
from .nodes import css_class, fold, fold_title, in_letters, verdict_badge
from .obligations import details
from .words import lowered, prose, unsaid, values

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
    section += _verdict(findings, line)
    if line["accepted"] is None:
        section += formula(line["printed"], findings, line)
    else:
        section += _side_by_side(findings, line)
        section += list(_why_not_as_printed(line))
    section += list(_told(findings, line))
    section += list(_argument(findings, line))
    section += _origins(findings, line)
    section += details(findings, line)
    return section


def _verdict(findings: Findings, line: Json) -> nodes.paragraph:
    paragraph = nodes.paragraph(classes=["dv-verdict"])
    paragraph += verdict_badge(line["verdict"])
    if line["factor"] is not None and line["verdict"] != "misprint":
        paragraph += nodes.Text(" factor left: ")
        paragraph += in_letters(line["factor"])
    if line["kind"] in _KINDS:
        kind = _KINDS[line["kind"]]
        paragraph += nodes.inline(kind, kind, classes=["dv-kind"])
    if line["unsound"]:
        paragraph += nodes.inline("", " rests on what does not hold: ", classes=["dv-inherited"])
        paragraph += references(findings, line["unsound"])
    elif line["rests_on"] and line["verdict"] != "given":
        told = "all that it rests on holds"
        paragraph += nodes.inline(told, told, classes=["dv-inherited"])
    certified, of = findings.certified(line["label"])
    if certified:
        told = f"certified by {findings.checked['kernel']}: {certified} of {of}"
        paragraph += nodes.inline(told, told, classes=["dv-certified"])
    return paragraph


def _side_by_side(findings: Findings, line: Json) -> nodes.container:
    box = nodes.container(classes=["dv-print-and-accepted"])
    printed = nodes.container(classes=["dv-as-printed"])
    printed += _label("as printed")
    printed += formula(line["printed"], findings, line)
    stands = line["verdict"] == "misprint"
    accepted = nodes.container(classes=["dv-accepted" if stands else "dv-proposed"])
    accepted += _label("it should say" if stands else "proposed instead, and not shown to hold")
    forms = [line["accepted"]["printed"]] if line["accepted"]["printed"] else []
    for latex in forms or [claim["latex"] for claim in line["accepted"]["claims"]]:
        accepted += formula(latex, findings, line)
    box += [printed, accepted]
    return box


def _why_not_as_printed(line: Json) -> Iterator[nodes.Node]:
    told = f"Because {line['accepted']['because']}."
    yield prose(told, "dv-because")
    yield from refutation(line)


def refutation(line: Json) -> Iterator[nodes.Node]:
    """What refutes a print: the reason, and the values at which it fails."""
    for obligation in line["obligations"]:
        if obligation["form"] == "printed" and obligation["status"] == "refuted":
            paragraph = nodes.paragraph(classes=["dv-witness"])
            paragraph += nodes.Text("Refuted: ")
            paragraph += list(lowered(obligation["reason"]))
            more = unsaid(obligation)
            if more:
                paragraph += [nodes.Text("; "), *values(more)]
            paragraph += nodes.Text(".")
            yield paragraph


def _label(text: str) -> nodes.paragraph:
    return nodes.paragraph(text, text, classes=["dv-label"])


def _told(findings: Findings, line: Json) -> Iterator[nodes.Node]:
    if line["reason"]:
        yield prose(f"It fails: {line['reason']}.", "dv-reason")
        if line["witness"] and line["accepted"] is None:
            paragraph = nodes.paragraph(classes=["dv-witness"])
            paragraph += [*values(line["witness"], "It fails at "), nodes.Text(".")]
            yield paragraph
    if line["note"]:
        yield prose(line["note"], "dv-note")


def _argument(findings: Findings, line: Json) -> Iterator[nodes.Node]:
    if line["premises"]:
        paragraph = nodes.paragraph(classes=["dv-follows"])
        paragraph += nodes.Text("Follows from ")
        paragraph += references(findings, line["premises"])
        paragraph += nodes.Text(f" by {line['rule']}.")
        yield paragraph
    elif line["verdict"] == "given":
        yield nodes.paragraph("", f"Premise: {line['rule']}.", classes=["dv-follows"])
    else:
        told = f"Rests on no other line: {line['rule']}."
        yield nodes.paragraph(told, told, classes=["dv-follows"])
    users = findings.users(line["label"])
    if users:
        paragraph = nodes.paragraph(classes=["dv-used"])
        paragraph += nodes.Text("Used by ")
        paragraph += references(findings, users)
        yield paragraph


def _origins(findings: Findings, line: Json) -> list[nodes.Node]:
    """All that the line rests on: a graph, where its premises do not already tell."""
    below = line["rests_on"]
    if len(below) < _DRAWN:
        return []
    part = fold(classes=["dv-origins"])
    told = f"Rests, through however many steps, on {len(below)} lines"
    part += [fold_title(told, told), ancestors(findings, line["label"])]
    return [part]
