"""The lists: slips, assumptions, symbols and numbers."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from docutils import nodes

from ..report.figures import numerals
from .entry import refutation
from .findings import Findings
from .formulas import accepted, formula
from .interaction import assumption_box, data_block, on_screen
from .links import reference, references
from .markup import Part, box, written
from .seen import OF_NUMBERS, has_numbers, is_data, is_premise, is_slip
from .summary import map_of_lines
from .words import badge, claimed, letters, paragraph, prose, said, span, table

Json = Any


def slips(findings: Findings) -> list[nodes.Node]:
    """Every slip of the paper's own: print, correction, what refutes it, what rests on it."""
    found: list[nodes.Node] = [
        written(*_slip(findings, line)) for line in filter(is_slip, findings)
    ]
    return found or [written(paragraph("No slips were found."))]


def _slip(findings: Findings, line: Json) -> list[Part]:
    pair: list[Part] = []
    for title, style, forms in (
        ("as printed", "dv-as-printed", [line["printed"]]),
        ("it should say", "dv-accepted", accepted(line)),
    ):
        set_ = [formula(form, findings, line) for form in forms]
        pair += box(style, paragraph(title, "dv-label"), *set_)
    return box(
        "dv-slip",
        paragraph(reference(findings, line["label"]), "dv-slip-head"),
        prose(f"Because {line['accepted']['because']}.", "dv-because"),
        *box("dv-print-and-accepted", *pair),
        *refutation(line),
        _consequences(findings, line),
    )


def _consequences(findings: Findings, line: Json) -> str:
    """What would have been different had the print been taken as it is."""
    direct = findings.users(line["label"])
    if not direct:
        return paragraph("Nothing later rests on it.", "dv-used")
    told = f"Taken as printed, it would have entered {references(findings, direct, bare=True)}"
    further = [label for label in line["used_by"] if label not in direct]
    if further:
        told += f", and through {'it' if len(direct) == 1 else 'these'} "
        told += references(findings, further, bare=True)
    struck = [result["name"] for result in findings.data["results"] if _rests(result, line)]
    if struck:
        told += said(f". Of the principal results it would have touched: {'; '.join(struck)}")
    return paragraph(f"{told}.", "dv-used")


def _rests(result: Json, line: Json) -> bool:
    return any(label == line["label"] or label in line["used_by"] for label in result["lines"])


def assumptions(findings: Findings) -> list[nodes.Node]:
    """Every premise, what rests on it, and what falls if it goes."""
    rows: list[list[str | list[Part]]] = []
    for line in filter(is_premise, findings):
        named = assumption_box(line["label"]) + reference(findings, line["label"], bare=True)
        count = len(line["used_by"])
        falls = f"{count} line{'s' if count != 1 else ''} " if count else "none"
        falls += references(findings, line["used_by"][:12], bare=True)
        if count > 12:
            falls += f" and {count - 12} more"
        premise = paragraph(named, "dv-premise") + paragraph(said(line["rule"]), "dv-note")
        rows.append(
            [
                [premise],
                [formula(line["printed"], findings, line)],
                [paragraph(falls, "dv-rests")],
            ]
        )
    told = said(
        "That a line rests on a premise means that the argument of the paper uses it; another "
        "argument might do without. "
    )
    how = on_screen("Untick a premise and every line that rests on it greys out below.")
    head = ("premise", "what it says", "what rests on it")
    return [
        written(
            paragraph(told + how),
            *map_of_lines(findings),
            data_block(findings),
            *table(head, rows, "dv-premises"),
        )
    ]


def symbols(findings: Findings) -> list[nodes.Node]:
    """Every quantity; what is printed alike stands together, each meaning by itself."""
    listed = findings.data["symbols"]
    ordered = sorted(listed, key=_alphabetically)
    rows: list[list[str | list[Part]]] = []
    for latex, group in groupby(ordered, key=lambda symbol: symbol["latex"]):
        meanings = list(group)
        for number, symbol in enumerate(meanings, start=1):
            place = f" {number} of {len(meanings)}" if len(meanings) > 1 else ""
            rows.append(_symbol(findings, latex, symbol, place))
    head = ("symbol", "meaning", "dimension", "unit", "sign and range", "first used")
    return [written(*table(head, rows, "dv-symbols"))]


def _alphabetically(symbol: Json) -> tuple[str, str]:
    return symbol["latex"].strip("\\").lower(), symbol["latex"]


def _symbol(findings: Findings, latex: str, symbol: Json, place: str) -> list[str | list[Part]]:
    sign = symbol["sign"] if symbol["role"] != "function" else "a function"
    if symbol["range"]:
        sign += f", {symbol['range'][0]} to {symbol['range'][1]}"
    first = symbol["first"]
    return [
        ["<p>", nodes.math(latex, latex), span("dv-kind", place), "</p>"],
        said(symbol["meaning"]),
        said(symbol["dimension"].replace("·", "·\u200b")),
        said(symbol["unit"] or "—"),
        said(sign),
        reference(findings, first, bare=True) if first else "—",
    ]


def numbers(findings: Findings) -> list[nodes.Node]:
    """Every numerical claim with the enclosure that was computed, and what it came from."""
    rows: list[list[str | list[Part]]] = []
    for line in filter(has_numbers, findings):
        accepted = line["accepted"]["claims"] if line["accepted"] else []
        for form, claims in (("printed", line["claims"]), ("accepted", accepted)):
            found = (claim for claim in claims if claim["kind"] in OF_NUMBERS)
            rows += [_number(findings, line, form, claim) for claim in found]
    head = ("line", "claim", "computed", "verdict", "from")
    return [written(*table(head, rows, "dv-numbers"))]


def _number(findings: Findings, line: Json, form: str, claim: Json) -> list[str | list[Part]]:
    told = f" as {'printed' if form == 'printed' else 'it should say'}"
    how = span("dv-kind", told if line["accepted"] else "")
    enclosures = [
        obligation["enclosure"]
        for obligation in line["obligations"]
        if obligation["form"] == form and obligation["goal"]["unicode"] == claim["unicode"]
    ]
    found = next((each for each in enclosures if each), None)
    computed = f"[{', '.join(map(numerals, found))}]" if found else "—"
    source = references(findings, claim["premises"], bare=True) or said(claim["rule"])
    data = [
        label
        for label in line["rests_on"]
        if label not in claim["premises"] and is_data(findings[label])
    ]
    if data:
        source += f"; with the data {references(findings, data, bare=True)}"
    return [
        reference(findings, line["label"], bare=True),
        claimed(claim) + how,
        letters(computed),
        badge(claim["verdict"]),
        source,
    ]
