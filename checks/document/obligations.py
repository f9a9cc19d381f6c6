"""The folded part of an entry: claims and dimensions, and each obligation with its decision."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from ..report.figures import numerals
from .findings import Findings
from .nodes import css_class, fold, fold_title, in_letters, verdict_badge
from .words import claimed, lowered, prose, table, unsaid, values

Json = Any

#: Which form of a misprint an obligation belongs to.
_FORMS = {"printed": "as printed", "accepted": "as it should say"}
#: What is asked of every premise alike, and left out on paper.
_OF_PREMISES = ("the premises can hold together", "the dimensions of a premise")
#: What is asked first is told first.
_CLAIM = "the claim"


def details(findings: Findings, line: Json) -> nodes.Element:
    """Claims, dimensions and obligations, folded."""
    part = fold(classes=["dv-details"])
    obligations = sorted(line["obligations"], key=lambda one: one["purpose"] != _CLAIM)
    count = len(obligations)
    told = f"{count} obligation{'s' if count != 1 else ''}, and what decided each"
    part += fold_title(told, told)
    part += _claims(line)
    facts: list[str] = []
    for obligation in obligations:
        part += _obligation(obligation, line["accepted"] is not None, facts)
        facts = obligation["facts"]
    place = f"Encoded in {line['place']}."
    part += nodes.paragraph(place, place, classes=["dv-place"])
    return part


def _claims(line: Json) -> nodes.table:
    claims = [*line["claims"], *(line["accepted"]["claims"] if line["accepted"] else ())]
    rows: list[list[Any]] = [
        [
            claimed(claim),
            nodes.Text(" | ".join(claim["dimensions"])),
            verdict_badge(claim["verdict"]),
        ]
        for claim in claims
    ]
    return table(("relation", "dimensions of its sides", "verdict"), rows, ("dv-claims",))


def _obligation(obligation: Json, misprint: bool, facts_before: list[str]) -> nodes.container:
    status = obligation["status"]
    box = nodes.container(classes=["dv-obligation", css_class(status)])
    if status == "proved" and obligation["purpose"] in _OF_PREMISES:
        box["classes"].append("dv-of-premises")
    head = nodes.paragraph()
    head += [verdict_badge(status, short=True), *claimed(obligation["goal"])]
    purpose = nodes.inline("", " ", classes=["dv-purpose"])
    told = [obligation["purpose"]] * (obligation["purpose"] != obligation["goal"]["unicode"])
    told += [_FORMS[obligation["form"]]] * misprint
    purpose += list(lowered(", ".join(told)))
    head += purpose
    box += [head, prose(_why(obligation), "dv-why")]
    more = unsaid(obligation)
    if more:
        witness = nodes.paragraph(classes=["dv-witness"])
        witness += values(more, "fails at " if status == "refuted" else "at ")
        box += witness
    if obligation["facts"]:
        box += _facts(obligation["facts"], facts_before)
    return box


def _why(obligation: Json) -> str:
    why = f"{obligation['method']}: {obligation['reason']}"
    for word, key in (("factor", "factor"), ("neglected", "neglected")):
        if obligation[key] is not None:
            why += f"; {word} {obligation[key]}"
    if obligation["enclosure"]:
        why += f" ∈ [{', '.join(map(numerals, obligation['enclosure']))}]"
    if obligation["conditions"]:
        why += f"; shown on the way: {', '.join(obligation['conditions'])}"
    return why


def _facts(facts: list[str], before: list[str]) -> nodes.paragraph:
    paragraph = nodes.paragraph(classes=["dv-facts"])
    if facts == before:
        paragraph += nodes.Text("from the same")
        return paragraph
    paragraph += nodes.Text("from ")
    for number, fact in enumerate(facts):
        paragraph += [nodes.Text(",  " if number else ""), in_letters(fact)]
    return paragraph
