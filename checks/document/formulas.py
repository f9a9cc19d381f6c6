"""Displayed formulas, in which the symbols tell what they are."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from .annotate import annotated
from .findings import Findings

Json = Any


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
