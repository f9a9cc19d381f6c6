"""All traps, subject after subject."""

from __future__ import annotations

from importlib import import_module

from .trap import Trap

#: The files of traps, in the order of the table.
SUBJECTS = (
    "roots",
    "logarithms",
    "absolute",
    "zeros",
    "near",
    "whole",
    "sums",
    "integrals",
    "continuity",
    "limits",
    "dimensions",
    "signs",
    "constants",
    "orders",
    "steps",
    "premises",
    "capture",
    "computer_algebra",
)


def traps() -> tuple[Trap, ...]:
    """Every trap of every subject."""
    modules = (import_module(f".traps.{name}", __package__) for name in SUBJECTS)
    return tuple(trap for module in modules for trap in module.TRAPS)
