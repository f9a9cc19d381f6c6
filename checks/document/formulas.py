"""Displayed formulas, in which the symbols tell what they are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest
from typing import Any

from docutils import nodes

from .annotate import annotated
from .findings import Findings

Json = Any


def formula(latex: str, findings: Findings, line: Json) -> nodes.math_block:
    """A displayed formula in which the line's symbols tell what they are."""
    block = nodes.math_block(latex, latex, nowrap=True, number=None, label=None, docname="")
    block["annotated"] = marked(latex, findings, line)
    block["of_line"] = line.get("label")
    block["meanings"] = {each["name"]: meaning(each) for each in _symbols(findings, line)}
    return block


def marked(latex: str, findings: Findings, line: Json) -> str:
    """The LaTeX of a formula with the line's symbols marked."""
    there = line.get("cited")
    names = {
        (there and each["cited_latex"]) or each["latex"]: each["name"]
        for each in _symbols(findings, line)
    }
    return annotated(latex, names)


def all_marked(findings: Findings) -> Iterator[tuple[str, bool]]:
    """The LaTeX of what the pages of a paper show, and whether it is displayed."""
    for line in findings:
        for latex in prints(line):
            yield marked(latex, findings, line), True
    for found in findings.data.get("revisions", ()):
        for change in found["changes"]:
            line = findings.of_revision(change["label"])
            for claim in chain.from_iterable(compared(change)):
                if claim is not None:
                    yield marked(claim["latex"], findings, line), True
    for symbol in findings.symbols.values():
        yield symbol["latex"], False


def compared(change: Json) -> list[list[Json | None]]:
    """What a revision changes of a line: pairs of claims before and after.

    Where the same is said and found to be otherwise, all that is said.
    """
    before, after = change["before"], change["after"]
    if change["differs"] or not before or not after or before["verdict"] == after["verdict"]:
        return list(change["differs"])
    return [list(pair) for pair in zip_longest(before["claims"], after["claims"])]


def prints(line: Json) -> Iterator[str]:
    """What is printed of a line, and what should be."""
    yield line["printed"]
    if line["accepted"]:
        yield from accepted(line)


def accepted(line: Json) -> list[str]:
    """What a misprint should say."""
    if line["accepted"]["printed"]:
        return [line["accepted"]["printed"]]
    return [claim["latex"] for claim in line["accepted"]["claims"]]


def _symbols(findings: Findings, line: Json) -> list[Json]:
    return [findings.symbols[name] for name in line["symbols"] if name in findings.symbols]


def meaning(symbol: Json) -> str:
    """What a symbol stands for, with its dimension."""
    dimension = "a number" if symbol["dimension"] == "1" else symbol["dimension"]
    return f"{symbol['unicode']}: {symbol['meaning']} ({dimension})"
