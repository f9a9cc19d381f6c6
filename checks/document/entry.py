"""The entry of a line: what is printed, what was found of it, and how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref

from .annotate import annotated
from .findings import Findings, anchor
from .nodes import css_class, fold, fold_title, verdict_badge

Json = Any

_INDEX = re.compile(r"(?<=\w)_(\w+)")
_STATUS = {"proved": "proved", "refuted": "refuted", "undecided": "undecided"}
#: What a line of each kind is, besides a numbered equation.
_KINDS = {
    "display": "displayed without a number",
    "text": "in the text",
    "number": "number",
}


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


def formula(latex: str, findings: Findings, line: Json) -> nodes.math_block:
    """A displayed formula in which the line's symbols tell what they are."""
    symbols = [findings.symbols[name] for name in line["symbols"] if name in findings.symbols]
    block = nodes.math_block(latex, latex, nowrap=True, number=None, label=None, docname="")
    there = line.get("cited")
    names = {(there and each["cited_latex"]) or each["latex"]: each["name"] for each in symbols}
    block["annotated"] = annotated(latex, names)
    block["meanings"] = {symbol["name"]: meaning(symbol) for symbol in symbols}
    return block


def meaning(symbol: Json) -> str:
    """What a symbol stands for, with its dimension."""
    dimension = "a number" if symbol["dimension"] == "1" else symbol["dimension"]
    return f"{symbol['unicode']}: {symbol['meaning']} ({dimension})"


def entry(findings: Findings, line: Json) -> nodes.section:
    """The whole entry, under the line's number or name."""
    title = findings.title(line["label"])
    section = nodes.section(ids=[anchor(line["label"])], names=[title])
    section["classes"] += ["dv-entry", css_class(line["verdict"])]
    section += nodes.title(title, title)
    section += _verdict(findings, line)
    if line["accepted"] is None:
        section += formula(line["printed"], findings, line)
    else:
        section += _side_by_side(findings, line)
        section += list(_why_not_as_printed(line))
    section += list(_told(findings, line))
    section += list(_argument(findings, line))
    section += _details(findings, line)
    return section


def _verdict(findings: Findings, line: Json) -> nodes.paragraph:
    paragraph = nodes.paragraph(classes=["dv-verdict"])
    paragraph += verdict_badge(line["verdict"])
    if line["factor"] is not None and line["verdict"] != "misprint":
        paragraph += nodes.Text(" factor left: ")
        paragraph += nodes.inline(line["factor"], line["factor"], classes=["dv-formula"])
    if line["kind"] in _KINDS:
        kind = _KINDS[line["kind"]]
        paragraph += nodes.inline(kind, kind, classes=["dv-kind"])
    if line["unsound"]:
        paragraph += nodes.inline("", " rests on what does not hold: ", classes=["dv-inherited"])
        paragraph += references(findings, line["unsound"])
    elif line["rests_on"] and line["verdict"] != "given":
        told = "all that it rests on holds"
        paragraph += nodes.inline(told, told, classes=["dv-inherited"])
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
    witness = _witness("Refuted at ", line["witness"])
    if witness:
        yield witness


def prose(text: str, style: str) -> nodes.paragraph:
    """A paragraph of our own words, in which ω_D is set with its index below."""
    paragraph = nodes.paragraph(classes=[style])
    for number, part in enumerate(_INDEX.split(text)):
        if number % 2:
            paragraph += nodes.subscript(part, part)
        elif part:
            paragraph += nodes.Text(part)
    return paragraph


def _label(text: str) -> nodes.paragraph:
    return nodes.paragraph(text, text, classes=["dv-label"])


def _witness(before: str, witness: Json) -> nodes.paragraph | None:
    if not witness:
        return None
    told = ", ".join(f"{name} = {value}" for name, value in witness.items())
    paragraph = nodes.paragraph(classes=["dv-witness"])
    paragraph += nodes.Text(before)
    paragraph += nodes.inline(told, told, classes=["dv-formula"])
    return paragraph


def _told(findings: Findings, line: Json) -> Iterator[nodes.Node]:
    if line["reason"]:
        yield prose(f"It fails: {line['reason']}.", "dv-reason")
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
    users = [x["label"] for x in findings if line["label"] in x["premises"]]
    if users:
        paragraph = nodes.paragraph(classes=["dv-used"])
        paragraph += nodes.Text("Used by ")
        paragraph += references(findings, users)
        yield paragraph


def _details(findings: Findings, line: Json) -> nodes.Element:
    """Claims, dimensions and obligations, folded."""
    part = fold(classes=["dv-details"])
    count = len(line["obligations"])
    told = f"{count} obligation{'s' if count != 1 else ''}, and what decided each"
    part += fold_title(told, told)
    rows = [
        ("relation", "dimensions", "verdict"),
        *((c["unicode"], " | ".join(c["dimensions"]), c["verdict"]) for c in line["claims"]),
    ]
    if line["accepted"]:
        claims = line["accepted"]["claims"]
        rows += [(c["unicode"], " | ".join(c["dimensions"]), c["verdict"]) for c in claims]
    part += _table(rows)
    for obligation in line["obligations"]:
        part += _obligation(obligation)
    below = len(line["rests_on"])
    if below:
        rest = nodes.paragraph(classes=["dv-rests"])
        rest += nodes.Text(f"Rests, through however many steps, on {below} lines: ")
        rest += references(findings, line["rests_on"], bare=True)
        part += rest
    place = f"Encoded in {line['place']}."
    part += nodes.paragraph(place, place, classes=["dv-place"])
    return part


def _obligation(obligation: Json) -> nodes.container:
    box = nodes.container(classes=["dv-obligation", css_class(_STATUS[obligation["status"]])])
    head = nodes.paragraph()
    head += verdict_badge(_STATUS[obligation["status"]], short=True)
    goal = obligation["goal"]["unicode"]
    head += nodes.inline(goal, goal, classes=["dv-formula"])
    head += nodes.inline("", f" {obligation['purpose']}", classes=["dv-purpose"])
    box += head
    why = f"{obligation['method']}: {obligation['reason']}"
    for word, key in (("factor", "factor"), ("neglected", "neglected")):
        if obligation[key] is not None:
            why += f"; {word} {obligation[key]}"
    if obligation["enclosure"]:
        why += f" ∈ [{', '.join(obligation['enclosure'])}]"
    if obligation["conditions"]:
        why += f"; shown on the way: {', '.join(obligation['conditions'])}"
    box += nodes.paragraph(why, why, classes=["dv-why"])
    before = "fails at " if obligation["status"] == "refuted" else "at "
    if witness := _witness(before, obligation["witness"]):
        box += witness
    if obligation["facts"]:
        facts = "from " + ",  ".join(obligation["facts"])
        box += nodes.paragraph(facts, facts, classes=["dv-facts"])
    return box


def _table(rows: Sequence[tuple[str, ...]]) -> nodes.table:
    head, *body = rows
    return table(head, [[nodes.Text(cell) for cell in row] for row in body])


def table(
    head: tuple[str, ...], rows: Iterable[list[Any]], classes: tuple[str, ...] = ()
) -> nodes.table:
    """A table of cells, each a node or several."""
    whole = nodes.table(classes=["dv-table", *classes])
    group = nodes.tgroup(cols=len(head))
    whole += group
    group += [nodes.colspec(colwidth=1) for _ in head]
    header = nodes.thead()
    header += _row([nodes.Text(cell) for cell in head])
    group += header
    body = nodes.tbody()
    body += [_row(row) for row in rows]
    group += body
    return whole


def _row(cells: list[Any]) -> nodes.row:
    row = nodes.row()
    for cell in cells:
        entry_ = nodes.entry()
        parts = cell if isinstance(cell, list) else [cell]
        if all(isinstance(part, nodes.Inline | nodes.Text | pending_xref) for part in parts):
            paragraph = nodes.paragraph()
            paragraph += parts
            parts = [paragraph]
        entry_ += parts
        row += entry_
    return row
