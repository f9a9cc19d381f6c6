"""The mutants of a paper: each claim with one thing changed, in it or in its argument."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from derivations.paper import Claim

from . import arguments, relations
from .alphabet import Alphabet
from .bench import Bench, Place, is_given
from .operators import spread

_T = TypeVar("_T")

#: So many mutants a line are made at least, if that many are to be had.
ENOUGH = 10
#: What is changed most of a claim by one operator: spread evenly over all that it could be.
MOST = 2
#: Of an argument: a step has many places that are changed alike.
MOST_IN_A_STEP = 1


@dataclass(frozen=True)
class Mutant:
    """The claim at ``place`` changed by ``operator``; ``None`` where it is left out."""

    place: Place
    operator: str
    claim: Claim | None

    @property
    def in_argument(self) -> bool:
        """Whether the argument was changed, and not what is claimed."""
        return self.operator.endswith((" in a step", "step left out")) or self.operator in _ARGUED


_ARGUED = {
    "premise exchanged",
    "symbol in a step",
    "operation applied twice",
    "operation left out",
}


def mutants(bench: Bench, place: Place, alphabet: Alphabet, times: int = 1) -> Iterator[Mutant]:
    """The mutants of the claim at ``place``, in an order that never changes.

    With ``times`` so many times as many of each operator are made, as far as there are.
    """
    claim = bench.claim(place)
    found = list(relations.changed(claim.relation, alphabet))
    for operator, relation in _spread(found, times * MOST):
        yield Mutant(place, operator, replace(claim, relation=relation))
    if is_given(claim):
        if place.part == "accepted":
            yield Mutant(place, "premise left out", None)
        return
    if bench.found(place).verdict.holds:
        others = list(arguments.changed(claim.follows, alphabet, _neighbours(bench, place)))
        for operator, follows in _spread(others, times * MOST_IN_A_STEP):
            yield Mutant(place, operator, replace(claim, follows=follows))


def _neighbours(bench: Bench, place: Place) -> tuple[str, ...]:
    """The two lines before in the paper that are no premise and do not rest on this one."""
    labels = [line.label for line in bench.paper]
    result = bench.result(place.label)
    barred = {place.label, *result.used_by, *bench.claim(place).follows.premises}
    before = labels[: labels.index(place.label)]
    return tuple(label for label in reversed(before) if label not in barred)[:2]


def _spread(found: list[tuple[str, _T]], most: int) -> Iterator[tuple[str, _T]]:
    """At most so many of each operator, evenly spread, in the order found."""
    by_name: dict[str, list[tuple[str, _T]]] = {}
    for each in found:
        by_name.setdefault(each[0], []).append(each)
    for group in by_name.values():
        yield from spread(group, most)
