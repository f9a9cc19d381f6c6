"""Give bound variables the names that the paper gives them."""

from __future__ import annotations

from sympy import Expr, Integral, Symbol

from derivations.expression import Total, Vector, substitute
from derivations.obligation import Obligation


def named(expr: Expr, obligation: Obligation) -> Expr:
    """``expr`` with each bound variable that is not declared called as one that is.

    The index of a sum becomes a declared member of its set, the variable of an integral
    one that the claim or its facts integrate over; where there is none it is left.
    """
    if not expr.has(Total, Integral):
        return expr
    same = expr.func(*(named(part, obligation) for part in expr.args))
    if isinstance(same, Total) and same.index not in obligation.notation:
        members = [q.symbol for q in obligation.notation if q.member_of == same.over]
        free = [x for x in members if x not in same.summand.atoms(Symbol)]
        if free:
            return Total(substitute(same.summand, {same.index: free[0]}), free[0], same.over)
    if isinstance(same, Integral) and same.variables[0] not in obligation.notation:
        (variable, *ends), *others = same.limits
        free = [x for x in _integrated(obligation) if x not in same.atoms(Symbol)]
        if free and not others:
            return Integral(substitute(same.function, {variable: free[0]}), (free[0], *ends))
    return same


def _integrated(obligation: Obligation) -> list[Symbol]:
    """The declared variables over which something is integrated, the claim's first."""
    found: dict[Symbol, None] = {}
    for relation in (obligation.goal, *obligation.facts):
        for side in relation.sides:
            for part in side if isinstance(side, Vector) else (side,):
                for node in sorted(part.atoms(Integral), key=str):
                    found.update(dict.fromkeys(x for x in node.variables))
    return [symbol for symbol in found if symbol in obligation.notation]
