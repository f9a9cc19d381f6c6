"""Evidence: what a decision tells a checker of the way to it, as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .. import prefix
from ..normal.elimination import System

Json = Any
#: What writes evidence down, given the names of the symbols of an obligation.
Evidence = Callable[[Callable[[Any], str]], Json]


def of_system(system: System, **more: Json) -> Evidence:
    """How the facts were solved: the order of the roots, and each fact's atom and value.

    ``solved`` lists [link, atom, value] in the order in which the facts were solved;
    ``defined`` the links that define functions.  Links are the facts' relations of two
    scalar sides, counted from 0 in the order of the facts.
    """

    def written(names: Callable[[Any], str]) -> Json:
        return {
            "roots": system.algebra.roots,
            "defined": [system.facts.index(link) for link in system.defined],
            "solved": [
                [
                    system.facts.index(solution.fact),
                    prefix.write(solution.atom, names),
                    prefix.write(solution.value, names),
                ]
                for solution in system.solutions
            ],
            **more,
        }

    return written
