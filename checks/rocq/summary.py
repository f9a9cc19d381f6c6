"""What became of the obligations that were exported, in lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .export import Item


def lines(items: list[Item]) -> Iterator[str]:
    """The count, the certified lines, what Rocq refused, and why the rest is left out."""
    count = Counter(item.status for item in items)
    unchecked = count["not checked"]
    if unchecked:
        yield f"exported {unchecked} of {len(items)} proved equations and bounds, none checked"
    else:
        yield f"certified {count['certified']} of {len(items)} proved equations and bounds"
        shown = sum(x.satisfiable == "shown" for x in items if x.status == "certified")
        yield f"of these {shown} with hypotheses of which Rocq has seen that they can hold together"
    whole = _labels(items, "certified") - {
        item.line for item in items if item.status != "certified"
    }
    part = _labels(items, "certified") - whole
    if whole:
        yield f"lines certified in all of these: {_listed(items, whole)}"
    if part:
        yield f"lines certified in some: {_listed(items, part)}"
    for item in items:
        if item.status == "not certified":
            yield f"refused: ({item.line}) {item.claim}: {item.reason}"
    reasons = Counter(item.reason for item in items if item.status == "not exported")
    for reason, times in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"not exported: {times}: {reason}"


def _labels(items: list[Item], status: str) -> set[str]:
    return {item.line for item in items if item.status == status}


def _listed(items: list[Item], labels: set[str]) -> str:
    return ", ".join(f"({x})" for x in dict.fromkeys(item.line for item in items) if x in labels)
