"""The obligation: premises ⊢ relation, the only thing that crosses into ``checks``."""

from __future__ import annotations

from dataclasses import dataclass

from .quantity import Notation
from .relation import Relation


@dataclass(frozen=True)
class Obligation:
    """Decide whether ``goal`` follows from ``facts``, and from nothing else.

    ``goal`` has two scalar sides at most; ``facts`` are relations taken as true;
    ``notation`` gives each symbol's dimension, sign and range; ``purpose`` says in a few
    words what the obligation is for; ``bound`` is the largest factor (and its inverse
    the smallest) that counts as of order one.
    """

    goal: Relation
    facts: tuple[Relation, ...]
    notation: Notation
    purpose: str = "the claim"
    bound: int = 100
