"""The obligation: premises ⊢ relation, the only thing that crosses into ``checks``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .quantity import Notation
from .relation import Relation


class Purpose(str):
    """What an obligation is for, in ``words`` with {} in the place of ``expressions``.

    As a string it has them in the spelling of sympy; a reader is told them in the paper's.
    """

    words: str
    expressions: tuple[Any, ...]


def about(words: str, *expressions: Any) -> Purpose:
    """The purpose in ``words`` with {} in the place of each of the ``expressions``.

    >>> from sympy import Symbol
    >>> print(about("{} does not vanish", Symbol("x") ** 2))
    x**2 does not vanish
    """
    purpose = Purpose(words.format(*expressions))
    purpose.words, purpose.expressions = words, expressions
    return purpose


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
