"""Evidence: what a decision tells a checker of the way to it, as JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from sympy import Expr

from .. import prefix
from ..normal.elimination import System

Json = Any
#: What writes evidence down, given the names of the symbols of an obligation.
Evidence = Callable[[Callable[[Any], str]], Json]


def of_system(system: System, point: Mapping[Expr, Fraction] | None = None) -> Evidence:
    """How the facts were solved: the order of the roots, and each fact's atom and value.

    ``solved`` lists [link, atom, value] in the order in which the facts were solved;
    ``defined`` the links that define functions.  Links are the facts' relations of two
    scalar sides, counted from 0 in the order of the facts.  ``point`` are the values at a
    point that decides, of what the solutions leave free.
    """

    def written(names: Callable[[Any], str]) -> Json:
        found = {} if point is None else {"point": _pairs(point, names)}
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
            **found,
        }

    return written


def _pairs(point: Mapping[Expr, Fraction], names: Callable[[Any], str]) -> Json:
    return [[prefix.write(expr, names), str(value)] for expr, value in point.items()]
