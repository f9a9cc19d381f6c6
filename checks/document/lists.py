"""The lists: slips, assumptions, symbols and numbers."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from docutils import nodes

from .entry import formula, prose, reference, references, table
from .findings import Findings
from .interaction import assumption_box, data_block, on_screen
from .nodes import verdict_badge
from .summary import map_of_lines

Json = Any


def slips(findings: Findings) -> list[nodes.Node]:
    """Every slip of the paper's own: print, correction, what refutes it, what rests on it."""
    found: list[nodes.Node] = []
    for line in findings:
        if line["accepted"] is None or line["cited"]:
            continue
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
        box += _consequences(findings, line)
        found.append(box)
    return found or [nodes.paragraph("", "No slips were found.")]


def _accepted(line: Json) -> list[str]:
    if line["accepted"]["printed"]:
        return [line["accepted"]["printed"]]
    return [claim["latex"] for claim in line["accepted"]["claims"]]


def _consequences(findings: Findings, line: Json) -> nodes.paragraph:
    paragraph = nodes.paragraph(classes=["dv-used"])
    if line["witness"]:
        told = ", ".join(f"{name} = {value}" for name, value in line["witness"].items())
        paragraph += nodes.Text("Refuted at ")
        paragraph += nodes.inline(told, told, classes=["dv-formula"])
        paragraph += nodes.Text(". ")
    if line["used_by"]:
        paragraph += nodes.Text(
            f"Taken as printed it would have entered {len(line['used_by'])} lines: "
        )
        paragraph += references(findings, line["used_by"], bare=True)
    else:
        paragraph += nodes.Text("Nothing later rests on it.")
    return paragraph


def assumptions(findings: Findings) -> list[nodes.Node]:
    """Every premise, what rests on it, and what falls if it goes."""
    premises = [line for line in findings if line["verdict"] == "given"]
    rows: list[list[Any]] = []
    for line in premises:
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
        several = len(meanings) > 1
        rows += [_symbol(findings, latex, symbol, several=several) for symbol in meanings]
    head = ("symbol", "meaning", "dimension", "unit", "sign and range", "first used")
    return [table(head, rows, ("dv-symbols",))]


def _alphabetically(symbol: Json) -> tuple[str, str]:
    return symbol["latex"].strip("\\").lower(), symbol["latex"]


def _symbol(findings: Findings, latex: str, symbol: Json, *, several: bool) -> list[Any]:
    sign = symbol["sign"] if symbol["role"] != "function" else "a function"
    if symbol["range"]:
        sign += f", {symbol['range'][0]} to {symbol['range'][1]}"
    told = symbol["meaning"] + (" (one of several meanings of this letter)" if several else "")
    first = symbol["first"]
    return [
        nodes.math(latex, latex),
        nodes.Text(told),
        nodes.Text(symbol["dimension"]),
        nodes.Text(symbol["unit"] or "—"),
        nodes.Text(sign),
        reference(findings, first, bare=True) if first else nodes.Text("—"),
    ]


def numbers(findings: Findings) -> list[nodes.Node]:
    """Every numerical claim with the enclosure that was computed, and what it came from."""
    rows: list[list[Any]] = []
    for line in findings:
        accepted = line["accepted"]["claims"] if line["accepted"] else []
        for form, claims in (("printed", line["claims"]), ("accepted", accepted)):
            found = (claim for claim in claims if claim["kind"] in ("Within", "Attains"))
            rows += [_number(findings, line, form, claim) for claim in found]
    head = ("line", "claim", "computed", "verdict", "from")
    return [table(head, rows, ("dv-numbers",))]


def _number(findings: Findings, line: Json, form: str, claim: Json) -> list[Any]:
    said = nodes.inline(claim["unicode"], claim["unicode"], classes=["dv-formula"])
    told = f" as {'printed' if form == 'printed' else 'it should say'}"
    how = nodes.inline("", told if line["accepted"] else "", classes=["dv-kind"])
    enclosures = [
        obligation["enclosure"]
        for obligation in line["obligations"]
        if obligation["form"] == form and obligation["goal"]["unicode"] == claim["unicode"]
    ]
    found = next((each for each in enclosures if each), None)
    computed = f"[{', '.join(found)}]" if found else "—"
    source = references(findings, claim["premises"], bare=True) or [nodes.Text(claim["rule"])]
    return [
        [reference(findings, line["label"], bare=True)],
        [said, how],
        nodes.inline(computed, computed, classes=["dv-formula"]),
        [verdict_badge(claim["verdict"])],
        source,
    ]
