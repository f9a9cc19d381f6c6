"""The front page: what the paper is, what was found of it, and how to read a verdict."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from .findings import Findings, anchor
from .links import reference, references
from .nodes import chip, verdict_badge
from .words import table

Json = Any

#: What each verdict means, in its order.
MEANINGS = {
    "proved": "every claim of the line follows exactly from its premises",
    "proved up to a factor": "so does every ~, with the factor of order one that is shown",
    "proved to leading order": "so does every ≃, with the first neglected term that is shown",
    "given": "a premise: a definition, law, model, assumption or datum; its dimensions agree",
    "misprint": "the print is refuted, and the accepted form is proved from the same premises",
    "changed": "of a revised paper: it no longer holds as it stood; what follows is proved",
    "refuted": "a claim fails at a point that is shown, or in its dimensions",
    "undecided": "neither proved nor refuted",
}


def summary(findings: Findings) -> list[nodes.Node]:
    """Title, principal results, counts, and the slips found."""
    paper = findings.data["paper"]
    told = f"{paper['reference']}."
    return [
        nodes.paragraph(told, told, classes=["dv-reference"]),
        _holds(findings),
        *_drifts(findings),
        *_results(findings),
        nodes.rubric("", "What was found of each line"),
        _counts(findings),
        nodes.rubric("", "Slips"),
        _slips(findings),
        *_checked(findings),
    ]


def _holds(findings: Findings) -> nodes.paragraph:
    failing = [line["label"] for line in findings if not line["holds"]]
    if not failing:
        cited = sum(line["cited"] is not None for line in findings)
        others = f", {cited} of them cited from another," if cited else ""
        told = (
            f"All {len(findings.lines)} lines of the paper{others} hold: as printed, or, where "
            "the print is wrong, as corrected here."
        )
        return nodes.paragraph(told, told, classes=["dv-holds"])
    paragraph = nodes.paragraph(classes=["dv-holds", "dv-fails"])
    do = "does" if len(failing) == 1 else "do"
    told = f"{len(failing)} of the {len(findings.lines)} lines {do} not hold: "
    paragraph += [nodes.Text(told), *references(findings, failing)]
    return paragraph


def _checked(findings: Findings) -> list[nodes.Node]:
    """When, with which versions, and who else came to the same."""
    checked = findings.checked
    if not checked:
        return []
    versions = ", ".join(f"{name} {number}" for name, number in checked["versions"].items())
    items = nodes.bullet_list(classes=["dv-checked"])
    for told in (
        [nodes.Text(f"Checked on {checked['on']} with {versions}.")],
        [nodes.Text(_replayed(checked))],
        _certified(findings),
    ):
        item = nodes.list_item()
        item += nodes.paragraph("", "", *told)
        items += item
    if not checked["accepted"]:
        items[1]["classes"] += ["dv-fails"]
    return [nodes.rubric("", "How it was checked"), items]


def _replayed(checked: Json) -> str:
    told: str = checked["replayed"]
    return f"The run was {told}." if told else "The run was not replayed by another program."


def _certified(findings: Findings) -> list[nodes.Node]:
    """What a proof kernel has certified, or that it was not asked."""
    pairs = findings.checked["certified"].values()
    if not pairs:
        command = "derivations export --rocq DIR --check"
        return [
            nodes.Text("By a proof kernel: not run here. "),
            nodes.literal(command, command),
            nodes.Text(" has Rocq prove equations and bounds again; then it is shown which."),
        ]
    some, of = findings.checked["altogether"]
    whole = sum(certified == asked for certified, asked in pairs)
    told = (
        f"By a proof kernel, {findings.checked['kernel']}: {some} of {of} proved equations and "
        f"bounds are certified, all of them in {whole} lines; the entries tell which."
    )
    return [nodes.Text(told)]


def _drifts(findings: Findings) -> list[nodes.Node]:
    """The lines whose relations do not say what is printed."""
    labels = [each["line"] for each in findings.data["drifts"]]
    if not labels:
        return []
    paragraph = nodes.paragraph(classes=["dv-holds", "dv-fails"])
    told = "The encoding of these lines does not say what is printed: "
    paragraph += [nodes.Text(told), *references(findings, labels)]
    return [paragraph]


def _results(findings: Findings) -> list[nodes.Node]:
    if not findings.data["results"]:
        return []
    items = nodes.bullet_list(classes=["dv-results"])
    for result in findings.data["results"]:
        item, paragraph = nodes.list_item(), nodes.paragraph()
        paragraph += verdict_badge("proved" if result["confirmed"] else "refuted", short=True)
        said = "confirmed" if result["confirmed"] else "not confirmed"
        paragraph += nodes.Text(f" {result['name']}: {said} by ")
        paragraph += references(findings, result["lines"])
        item += paragraph
        items += item
    return [nodes.rubric("", "What it comes to"), items]


def _counts(findings: Findings) -> nodes.table:
    counts: dict[str, int] = findings.data["summary"]
    rows: list[list[Any]] = [
        [verdict_badge(verdict), nodes.Text(str(counts[verdict])), nodes.Text(told)]
        for verdict, told in MEANINGS.items()
        if counts[verdict] or verdict != "changed"
    ]
    return table(("verdict", "lines", "meaning"), rows, ("dv-counts",))


def _slips(findings: Findings) -> nodes.paragraph:
    slips = [x["label"] for x in findings if x["accepted"] is not None and not x["cited"]]
    paragraph = nodes.paragraph()
    if not slips:
        paragraph += nodes.Text("None: every line of the paper's own is as it should be.")
        return paragraph
    are = "line is" if len(slips) == 1 else "lines are"
    paragraph += nodes.Text(f"{len(slips)} {are} wrong as printed: ")
    paragraph += references(findings, slips, bare=True)
    return paragraph


def map_of_lines(findings: Findings) -> nodes.container:
    """All lines as small marks, by chapter: an overview that a page can grey out."""
    box = nodes.container(classes=["dv-map"])
    for chapter in findings.data["chapters"]:
        row = nodes.paragraph(classes=["dv-map-row"])
        row += nodes.inline(chapter["label"], chapter["label"], classes=["dv-map-chapter"])
        for line in findings.chapter(chapter["label"]):
            mark = chip("", "", verdict=line["verdict"], line=anchor(line["label"]))
            mark += reference(findings, line["label"], bare=True)
            row += [mark, nodes.Text(" ")]
        box += row
    return box
