"""Evidence: what a decision tells a checker of the way to it, as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any

from sympy import Expr, Rational, Symbol

from derivations.quantity import Notation

from .. import prefix
from ..normal.algebra import Algebra
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


def of_model(
    notation: Notation,
    own_names: Notation,
    algebra: Algebra,
    point: Mapping[Expr, Fraction],
    single: Iterable[Symbol],
) -> Evidence:
    """Values for symbols, functions for functions, sets of a single member: all facts hold there.

    What the model alone has names for, the coefficients of its functions, is put in.
    """
    arguments = {x for variables, _ in algebra.functions.values() for x in variables}
    own = {
        symbol: Rational(value.numerator, value.denominator)
        for symbol, value in point.items()
        if symbol in own_names and symbol not in notation and symbol not in arguments
    }
    members = {str(symbol): str(value) for symbol, value in point.items()}
    solved = {atom: value for atom, value in algebra.rules.items() if atom not in point}
    own |= {
        atom: value for atom, value in solved.items() if atom in own_names and atom not in notation
    }

    def plain(expr: Expr) -> Expr:
        for _ in own:
            expr = expr.xreplace(own)
        return expr

    def written(names: Callable[[Any], str]) -> Json:
        return {
            "model": {
                "functions": [
                    [names(f), [names(x) for x in variables], prefix.write(plain(body), names)]
                    for f, (variables, body) in algebra.functions.items()
                ],
                "values": [
                    [prefix.write(atom, names), prefix.write(plain(value), names)]
                    for atom, value in solved.items()
                    if atom not in own
                ],
                "point": _pairs({s: v for s, v in point.items() if s in notation}, names),
                "single": [[names(over), members.get(f"{over}_1", "1")] for over in single],
            }
        }

    return written


def _pairs(point: Mapping[Expr, Fraction], names: Callable[[Any], str]) -> Json:
    return [[prefix.write(expr, names), str(value)] for expr, value in point.items()]
