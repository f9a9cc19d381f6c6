"""The front page: what the paper is, what was found of it, and how to read a verdict."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from .findings import Findings, anchor
from .links import reference, references
from .markup import Part, box, written
from .words import badge, css_class, paragraph, rubric, said, span, table

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
#: How a proof kernel is asked.
_ASK_A_KERNEL = "derivations export --rocq DIR --check"


def summary(findings: Findings) -> list[nodes.Node]:
    """Title, principal results, counts, and the slips found."""
    reference_ = said(findings.data["paper"]["reference"])
    return [
        written(
            paragraph(f"{reference_}.", "dv-reference"),
            _holds(findings),
            _drifts(findings),
            _results(findings),
            rubric("What was found of each line"),
            *_counts(findings),
            rubric("Slips"),
            _slips(findings),
            _checked(findings),
        )
    ]


def _holds(findings: Findings) -> str:
    failing = [line["label"] for line in findings if not line["holds"]]
    if not failing:
        cited = sum(line["cited"] is not None for line in findings)
        others = f", {cited} of them cited from another," if cited else ""
        return paragraph(
            f"All {len(findings.lines)} lines of the paper{others} hold: as printed, or, where "
            "the print is wrong, as corrected here.",
            "dv-holds",
        )
    do = "does" if len(failing) == 1 else "do"
    told = f"{len(failing)} of the {len(findings.lines)} lines {do} not hold: "
    return paragraph(told + references(findings, failing), "dv-holds dv-fails")


def _items(style: str, *items: str) -> str:
    inside = "".join(items)
    return f'<ul class="{style} simple">\n{inside}</ul>\n'


def _item(told: str, style: str = "") -> str:
    start = f'<li class="{style}">' if style else "<li>"
    return f"{start}<p>{told}</p></li>\n"


def _checked(findings: Findings) -> str:
    """When, with which versions, and who else came to the same."""
    checked = findings.checked
    if not checked:
        return ""
    versions = ", ".join(f"{name} {number}" for name, number in checked["versions"].items())
    items = _items(
        "dv-checked",
        _item(said(f"Checked on {checked['on']} with {versions}.")),
        _item(said(_replayed(checked)), "" if checked["accepted"] else "dv-fails"),
        _item(said(_second_opinion(findings))),
        _item(_certified(findings)),
    )
    return rubric("How it was checked") + items


def _replayed(checked: Json) -> str:
    told: str = checked["replayed"]
    return f"The run was {told}." if told else "The run was not replayed by another program."


def _second_opinion(findings: Findings) -> str:
    found = findings.data.get("opinions")
    if found is None:
        return "Nothing is known of the opinion of another method."
    return (
        f"Of {found['asked']} equations and bounds that were decided, another method agrees on "
        f"{found['agreeing']}, and differs on none; on the others it says nothing."
    )


def _certified(findings: Findings) -> str:
    """What a proof kernel has certified, or that it was not asked."""
    pairs = findings.checked["certified"].values()
    if not pairs:
        command = "".join(
            f'<span class="pre">{word}</span> ' for word in _ASK_A_KERNEL.split()
        ).rstrip()
        return (
            "By a proof kernel: not run here. "
            f'<code class="docutils literal notranslate">{command}</code>'
            " has Rocq prove equations and bounds again; then it is shown which."
        )
    some, of = findings.checked["altogether"]
    whole = sum(certified == asked for certified, asked in pairs)
    return said(
        f"By a proof kernel, {findings.checked['kernel']}: {some} of {of} proved equations and "
        f"bounds are certified, all of them in {whole} lines; the entries tell which."
    )


def _drifts(findings: Findings) -> str:
    """The lines whose relations do not say what is printed."""
    labels = [each["line"] for each in findings.data["drifts"]]
    if not labels:
        return ""
    told = "The encoding of these lines does not say what is printed: "
    return paragraph(told + references(findings, labels), "dv-holds dv-fails")


def _results(findings: Findings) -> str:
    if not findings.data["results"]:
        return ""
    items = []
    for result in findings.data["results"]:
        mark = badge("proved" if result["confirmed"] else "refuted", short=True)
        is_it = "confirmed" if result["confirmed"] else "not confirmed"
        told = f"{mark} {said(result['name'])}: {is_it} by {references(findings, result['lines'])}"
        items.append(_item(told))
    return rubric("What it comes to") + _items("dv-results", *items)


def _counts(findings: Findings) -> list[Part]:
    counts: dict[str, int] = findings.data["summary"]
    rows: list[list[str | list[Part]]] = [
        [badge(verdict), str(counts[verdict]), said(told)]
        for verdict, told in MEANINGS.items()
        if counts[verdict] or verdict != "changed"
    ]
    return table(("verdict", "lines", "meaning"), rows, "dv-counts")


def _slips(findings: Findings) -> str:
    slips = [x["label"] for x in findings if x["accepted"] is not None and not x["cited"]]
    if not slips:
        return paragraph("None: every line of the paper's own is as it should be.")
    are = "line is" if len(slips) == 1 else "lines are"
    listed = references(findings, slips, bare=True)
    return paragraph(f"{len(slips)} {are} wrong as printed: {listed}")


def map_of_lines(findings: Findings) -> list[Part]:
    """All lines as small marks, by chapter: an overview that a page can grey out.

    The page's script finds each mark by the line's identifier.
    """
    rows = []
    for chapter in findings.data["chapters"]:
        row = span("dv-map-chapter", said(chapter["label"]))
        for line in findings.chapter(chapter["label"]):
            row += (
                f'<span class="dv-chip {css_class(line["verdict"])}" '
                f'data-line="{anchor(line["label"])}">'
                f"{reference(findings, line['label'], bare=True)}</span> "
            )
        rows.append(paragraph(row, "dv-map-row"))
    return box("dv-map", *rows)
