"""The folded part of an entry: claims and dimensions, and each obligation with its decision."""

from __future__ import annotations

from typing import Any

from ..report.figures import numerals
from .markup import Part, box, fold
from .words import (
    badge,
    claimed,
    css_class,
    letters,
    lowered,
    paragraph,
    prose,
    said,
    span,
    table,
    unsaid,
    values,
)

Json = Any

#: Which form of a misprint an obligation belongs to.
_FORMS = {"printed": "as printed", "accepted": "as it should say"}
#: What is asked of every premise alike, and left out on paper.
_OF_PREMISES = ("the premises can hold together", "the dimensions of a premise")
#: What is asked first is told first.
_CLAIM = "the claim"


def details(line: Json) -> list[Part]:
    """Claims, dimensions and obligations, folded."""
    obligations = sorted(line["obligations"], key=lambda one: one["purpose"] != _CLAIM)
    count = len(obligations)
    made = _claims(line)
    facts: list[str] = []
    for obligation in obligations:
        made += _obligation(obligation, line["accepted"] is not None, facts)
        facts = obligation["facts"]
    made.append(paragraph(said(f"Encoded in {line['place']}."), "dv-place"))
    title = f"{count} obligation{'s' if count != 1 else ''}, and what decided each"
    return fold("dv-details", title, *made)


def _claims(line: Json) -> list[Part]:
    claims = [*line["claims"], *(line["accepted"]["claims"] if line["accepted"] else ())]
    rows: list[list[str | list[Part]]] = [
        [claimed(claim), said(" | ".join(claim["dimensions"])), badge(claim["verdict"])]
        for claim in claims
    ]
    return table(("relation", "dimensions of its sides", "verdict"), rows, "dv-claims")


def _obligation(obligation: Json, misprint: bool, facts_before: list[str]) -> list[Part]:
    status = obligation["status"]
    style = f"dv-obligation {css_class(status)}"
    if status == "proved" and obligation["purpose"] in _OF_PREMISES:
        style += " dv-of-premises"
    told = [obligation["purpose"]] * (obligation["purpose"] != obligation["goal"]["unicode"])
    told += [_FORMS[obligation["form"]]] * misprint
    purpose = span("dv-purpose", f" {lowered(', '.join(told))}")
    head = badge(status, short=True) + claimed(obligation["goal"]) + purpose
    made = [paragraph(head), prose(_why(obligation), "dv-why")]
    more = unsaid(obligation)
    if more:
        at = "fails at " if status == "refuted" else "at "
        made.append(paragraph(values(more, at), "dv-witness"))
    if obligation["facts"]:
        made.append(_facts(obligation["facts"], facts_before))
    return box(style, *made)


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


def _facts(facts: list[str], before: list[str]) -> str:
    told = "the same" if facts == before else ",  ".join(map(letters, facts))
    return paragraph(f"from {told}", "dv-facts")
