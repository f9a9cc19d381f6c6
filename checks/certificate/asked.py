"""Obligations in the form that certificates have.

Each fact stands there link by link, and a unit as its size in base units and its dimension.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from derivations.obligation import Obligation
from derivations.units import in_base

from .. import record, replay

Json = Any


def of_obligation(obligation: Obligation) -> dict[str, Json]:
    """What is asked: the goal, the facts, the bound, and what is declared of the symbols.

    Sets come after the symbols by which they are declared, and their members after them.
    """
    facts = tuple(link for fact in obligation.facts for link in fact.links())
    one = record.of_obligation(replace(obligation, facts=facts))
    return {
        **one,
        "goal": _relation(one["goal"]),
        "facts": [_relation(fact) for fact in one["facts"]],
        "symbols": sorted(one["symbols"], key=lambda s: ("member_of" in s, "count" in s)),
    }


def table(symbols: Iterable[Json]) -> dict[str, replay.Symbol]:
    """The table of symbols that the replayer makes of these declarations."""
    found = replay.standard_names()
    for one in symbols:
        replay.declare(one, found)
    return found


def _relation(one: Json) -> Json:
    kind, parts = one
    if "unit" not in parts:
        return one
    size, dimension = in_base(parts["unit"])
    told = {name: part for name, part in parts.items() if name != "wording"}
    exponents = {name: str(exponent) for name, exponent in dimension.exponents}
    return [kind, told | {"unit": [str(size), exponents]}]
