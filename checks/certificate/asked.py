"""Obligations in the form that certificates have.

Each fact stands there link by link, and a unit as its size in base units and its dimension.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from derivations.obligation import Obligation
from derivations.units import in_base

from .. import record

Json = Any


def of_obligation(obligation: Obligation) -> dict[str, Json]:
    """What is asked: the goal, the facts, the bound, and what is declared of the symbols."""
    facts = tuple(link for fact in obligation.facts for link in fact.links())
    one = record.of_obligation(replace(obligation, facts=facts))
    return {
        **one,
        "goal": _relation(one["goal"]),
        "facts": [_relation(fact) for fact in one["facts"]],
    }


def _relation(one: Json) -> Json:
    kind, parts = one
    if "unit" not in parts:
        return one
    size, dimension = in_base(parts["unit"])
    told = {name: part for name, part in parts.items() if name != "wording"}
    exponents = {name: str(exponent) for name, exponent in dimension.exponents}
    return [kind, told | {"unit": [str(size), exponents]}]
