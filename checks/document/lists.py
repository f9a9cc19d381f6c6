"""The lists: slips, assumptions, symbols and numbers."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from docutils import nodes

from ..report.figures import numerals
from .entry import refutation
from .findings import Findings
from .formulas import formula
from .interaction import assumption_box, data_block, on_screen
from .links import reference, references
from .nodes import in_letters, verdict_badge
from .summary import map_of_lines
from .words import OF_NUMBERS, claimed, prose, table

Json = Any


def is_slip(line: Json) -> bool:
    """Whether the paper itself prints something else than is meant."""
    return line["accepted"] is not None and not line["cited"]


def is_premise(line: Json) -> bool:
    """Whether the line is taken for granted."""
    return bool(line["verdict"] == "given")


def has_numbers(line: Json) -> bool:
    """Whether a number is claimed."""
    accepted = line["accepted"]["claims"] if line["accepted"] else []
    return any(claim["kind"] in OF_NUMBERS for claim in (*line["claims"], *accepted))


def slips(findings: Findings) -> list[nodes.Node]:
    """Every slip of the paper's own: print, correction, what refutes it, what rests on it."""
    found: list[nodes.Node] = []
    for line in filter(is_slip, findings):
        box = nodes.container(classes=["dv-slip"])
        head = nodes.paragraph(classes=["dv-slip-head"])
        head += reference(findings, line["label"])
        box += [head, prose(f"Because {line['accepted']['because']}.", "dv-because")]
        pair = nodes.container(classes=["dv-print-and-accepted"])
        for title, style, forms in (
            ("as printed", "dv-as-printed", [line["printed"]]),
            ("it should say", "dv-accepted", _accepted(line)),
        ):
            side = nodes.container(classes=[style])
            side += nodes.paragraph(title, title, classes=["dv-label"])
            side += [formula(form, findings, line) for form in forms]
            pair += side
        box += pair
        box += list(refutation(line))
        box += _consequences(findings, line)
        found.append(box)
    return found or [nodes.paragraph("", "No slips were found.")]


def _accepted(line: Json) -> list[str]:
    if line["accepted"]["printed"]:
        return [line["accepted"]["printed"]]
    return [claim["latex"] for claim in line["accepted"]["claims"]]


def _consequences(findings: Findings, line: Json) -> nodes.paragraph:
    """What would have been different had the print been taken as it is."""
    paragraph = nodes.paragraph(classes=["dv-used"])
    direct = findings.users(line["label"])
    if not direct:
        paragraph += nodes.Text("Nothing later rests on it.")
        return paragraph
    paragraph += nodes.Text("Taken as printed, it would have entered ")
    paragraph += references(findings, direct, bare=True)
    further = [label for label in line["used_by"] if label not in direct]
    if further:
        paragraph += nodes.Text(f", and through {'it' if len(direct) == 1 else 'these'} ")
        paragraph += references(findings, further, bare=True)
    struck = [result["name"] for result in findings.data["results"] if _rests(result, line)]
    if struck:
        paragraph += nodes.Text(
            f". Of the principal results it would have touched: {'; '.join(struck)}"
        )
    paragraph += nodes.Text(".")
    return paragraph


def _rests(result: Json, line: Json) -> bool:
    return any(label == line["label"] or label in line["used_by"] for label in result["lines"])


def assumptions(findings: Findings) -> list[nodes.Node]:
    """Every premise, what rests on it, and what falls if it goes."""
    rows: list[list[Any]] = []
    for line in filter(is_premise, findings):
        said = nodes.paragraph(classes=["dv-premise"])
        said += [assumption_box(line["label"]), reference(findings, line["label"], bare=True)]
        right = nodes.paragraph(line["rule"], line["rule"], classes=["dv-note"])
        falls = nodes.paragraph(classes=["dv-rests"])
        count = len(line["used_by"])
        falls += nodes.Text(f"{count} line{'s' if count != 1 else ''} " if count else "none")
        falls += references(findings, line["used_by"][:12], bare=True)
        if count > 12:
            falls += nodes.Text(f" and {count - 12} more")
        rows.append([[said, right], [formula(line["printed"], findings, line)], [falls]])
    told = (
        "That a line rests on a premise means that the argument of the paper uses it; another "
        "argument might do without. "
    )
    return [
        nodes.paragraph(
            "",
            told,
            on_screen("Untick a premise and every line that rests on it greys out below."),
        ),
        map_of_lines(findings),
        data_block(findings),
        table(("premise", "what it says", "what rests on it"), rows, ("dv-premises",)),
    ]


def symbols(findings: Findings) -> list[nodes.Node]:
    """Every quantity; what is printed alike stands together, each meaning by itself."""
    listed = findings.data["symbols"]
    ordered = sorted(listed, key=_alphabetically)
    rows: list[list[Any]] = []
    for latex, group in groupby(ordered, key=lambda symbol: symbol["latex"]):
        meanings = list(group)
        for number, symbol in enumerate(meanings, start=1):
            place = f" {number} of {len(meanings)}" if len(meanings) > 1 else ""
            rows.append(_symbol(findings, latex, symbol, place))
    head = ("symbol", "meaning", "dimension", "unit", "sign and range", "first used")
    return [table(head, rows, ("dv-symbols",))]


def _alphabetically(symbol: Json) -> tuple[str, str]:
    return symbol["latex"].strip("\\").lower(), symbol["latex"]


def _symbol(findings: Findings, latex: str, symbol: Json, place: str) -> list[Any]:
    sign = symbol["sign"] if symbol["role"] != "function" else "a function"
    if symbol["range"]:
        sign += f", {symbol['range'][0]} to {symbol['range'][1]}"
    first = symbol["first"]
    return [
        [nodes.math(latex, latex), nodes.inline(place, place, classes=["dv-kind"])],
        nodes.Text(symbol["meaning"]),
        nodes.Text(symbol["dimension"].replace("·", "·\u200b")),
        nodes.Text(symbol["unit"] or "—"),
        nodes.Text(sign),
        reference(findings, first, bare=True) if first else nodes.Text("—"),
    ]


def numbers(findings: Findings) -> list[nodes.Node]:
    """Every numerical claim with the enclosure that was computed, and what it came from."""
    rows: list[list[Any]] = []
    for line in filter(has_numbers, findings):
        accepted = line["accepted"]["claims"] if line["accepted"] else []
        for form, claims in (("printed", line["claims"]), ("accepted", accepted)):
            found = (claim for claim in claims if claim["kind"] in OF_NUMBERS)
            rows += [_number(findings, line, form, claim) for claim in found]
    head = ("line", "claim", "computed", "verdict", "from")
    return [table(head, rows, ("dv-numbers",))]


def _number(findings: Findings, line: Json, form: str, claim: Json) -> list[Any]:
    said = claimed(claim)
    told = f" as {'printed' if form == 'printed' else 'it should say'}"
    how = nodes.inline("", told if line["accepted"] else "", classes=["dv-kind"])
    enclosures = [
        obligation["enclosure"]
        for obligation in line["obligations"]
        if obligation["form"] == form and obligation["goal"]["unicode"] == claim["unicode"]
    ]
    found = next((each for each in enclosures if each), None)
    computed = f"[{', '.join(map(numerals, found))}]" if found else "—"
    source = references(findings, claim["premises"], bare=True) or [nodes.Text(claim["rule"])]
    data = [
        label
        for label in line["rests_on"]
        if label not in claim["premises"] and findings[label]["rule"].startswith("data")
    ]
    if data:
        source += [nodes.Text("; with the data "), *references(findings, data, bare=True)]
    return [
        [reference(findings, line["label"], bare=True)],
        [*said, how],
        in_letters(computed),
        [verdict_badge(claim["verdict"])],
        source,
    ]
