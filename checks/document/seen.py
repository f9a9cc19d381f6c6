"""What the pages show besides single lines, so that they are written again when it changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .findings import Findings, digest

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


def is_data(line: Json) -> bool:
    """Whether the line is a premise that says a number."""
    return bool(line["rule"].startswith("data"))


#: Claims about numbers.
OF_NUMBERS = ("Within", "Attains")


def _verdicts(findings: Findings) -> Json:
    return [[line["label"], line["verdict"], line["holds"]] for line in findings]


def _argument(findings: Findings) -> Json:
    return [[line["label"], line["premises"]] for line in findings]


def _lines(findings: Findings, shown: Callable[[Json], bool]) -> list[str]:
    return [findings.digest(line["label"]) for line in filter(shown, findings)]


def _symbols(findings: Findings, _: str) -> Json:
    return findings.data["symbols"]


def _chapter(findings: Findings, label: str) -> Json:
    return [findings.chapters.get(label), [line["label"] for line in findings.chapter(label)]]


def _slips(findings: Findings, _: str) -> Json:
    return [_lines(findings, is_slip), _argument(findings), findings.data["results"]]


def _premises(findings: Findings, _: str) -> Json:
    return [_lines(findings, is_premise), *_graph(findings, "")]


def _numbers(findings: Findings, _: str) -> Json:
    return [_lines(findings, has_numbers), _lines(findings, is_data)]


def _graph(findings: Findings, _: str) -> list[Json]:
    return [_verdicts(findings), _argument(findings), list(findings.chapters.values())]


def _figures(findings: Findings, _: str) -> Json:
    return [findings.data.get("figures"), _verdicts(findings)]


def _sliders(findings: Findings, _: str) -> Json:
    sliders = findings.data.get("sliders", [])
    claimed = {claim["label"] for slider in sliders for claim in slider["claims"]}
    return [sliders, _verdicts(findings), _lines(findings, lambda x: x["label"] in claimed)]


def _revisions(findings: Findings, _: str) -> Json:
    return findings.data.get("revisions")


def _revision(findings: Findings, name: str) -> Json:
    found = [x for x in findings.data.get("revisions", ()) if x["revisions"][0]["name"] == name]
    return [found, findings.data["symbols"], list(findings.lines)]


def _front(findings: Findings, _: str) -> Json:
    told = [
        findings.data.get(part) for part in ("paper", "results", "summary", "opinions", "drifts")
    ]
    slips = [line["label"] for line in filter(is_slip, findings)]
    return [told, slips, _graph(findings, ""), findings.checked]


#: What may be seen on a page: of the whole paper, or of the part that is named.
_SEEN: dict[str, Callable[[Findings, str], Json]] = {
    "chapter": _chapter,
    "figures": _figures,
    "front": _front,
    "graph": _graph,
    "numbers": _numbers,
    "premises": _premises,
    "revision": _revision,
    "revisions": _revisions,
    "sliders": _sliders,
    "slips": _slips,
    "symbols": _symbols,
}


def seen_digest(findings: Findings, what: str) -> str:
    """Changes when what is seen on a page does: ``what`` names it, as in ``chapter:II``."""
    kind, _, part = what.partition(":")
    return findings.kept(what, lambda: digest(_SEEN[kind](findings, part)))
