"""Whether what is claimed from leading orders is of the size of what they leave open.

The facts say a = N b, N being a factor near 1, where a ≃ b is all that is known.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sympy import Expr, S

from derivations.obligation import Obligation
from derivations.quantity import Role
from derivations.relation import Relation, Tends

from ..certificate.evidence import of_system
from ..leeway import is_near_one, put_one, tends_with
from ..normal.algebra import Algebra
from ..normal.elimination import System, solve
from ..normal.fraction import Frac
from ..series import limits
from ..verdict import Decision, proved, undecided
from .identity import contradictory

#: The method of a decision that what is claimed of has no factor near 1.
EXACT = "exactness"
#: A polynomial by its powers of what is not near 1: coefficients by powers of what is.
Grouped = dict[tuple[tuple[int, int], ...], dict[tuple[tuple[int, int], ...], Fraction]]


def decide(obligation: Obligation) -> Decision:
    """Whether what is claimed of changes little, with factors near 1, whatever else there is.

    Claimed of is the ratio of the sides, or the one side that there is.  It is P/Q in lowest
    terms, and changes by little of itself if P and Q do: if they have factors near 1 in front
    only, or are sums of positive terms none of which stands there for its factor's sake.
    """
    compared = _compared(obligation.goal)
    needs = [expr for expr, _ in compared]
    system = solve(obligation.facts, obligation.notation, _near(obligation), needs)
    if system.contradiction is not None:
        return contradictory(system.contradiction)
    algebra = system.algebra
    sides = [algebra.convert(expr) for expr in needs]
    if all(side.is_zero() for side in sides):
        return proved(EXACT, "it is zero, whatever was neglected", evidence=of_system(system))
    if any(side.is_zero() for side in sides):
        return _undecided("one side is zero, and the other is not seen to be")
    value = algebra.one
    for side, (_, power) in zip(sides, compared, strict=True):
        value = value * side**power
    if _left_open(system, obligation, value):
        return _undecided("what is claimed of is fixed by what was neglected")
    if not any(_has_near(algebra, i) for i in value.generators()):
        return proved(EXACT, "nothing of it was neglected", evidence=of_system(system))
    if not _changes_little(algebra, value) and not _limit_stays(obligation, algebra):
        return _undecided("what was neglected may be as large as what is left")
    return proved(
        "normal form", "it changes little with what was neglected", evidence=of_system(system)
    )


def _has_near(algebra: Algebra, index: int) -> bool:
    return any(map(is_near_one, algebra.atom(index).expr.free_symbols))


def _undecided(why: str) -> Decision:
    return undecided("normal form", why)


def _near(obligation: Obligation) -> frozenset[Any]:
    return frozenset(q.symbol for q in obligation.notation if is_near_one(q.symbol))


def _compared(goal: Relation) -> list[tuple[Expr, int]]:
    """What the goal is about, as factors: one side over the other, if neither is zero."""
    sides = goal.sides[:1] if isinstance(goal, Tends) else goal.sides
    powers = zip(sides, (1, -1), strict=False)
    return [(side, power) for side, power in powers if side is not S.Zero]


def _left_open(system: System, obligation: Obligation, value: Frac) -> bool:
    """Whether the value is made of something that the facts fix only with 1 for what is near 1."""
    plain = solve(tuple(map(put_one, obligation.facts)), obligation.notation)
    atoms = {system.algebra.atom(i).expr for i in value.generators()}
    return plain.contradiction is not None or bool(atoms & plain.algebra.rules.keys())


def _changes_little(algebra: Algebra, value: Frac) -> bool:
    tops = (Frac(algebra.ring, poly, algebra.ring.one) for poly in (value.num, value.den))
    return all(_steady(algebra, top) for top in tops)


def _limit_stays(obligation: Obligation, algebra: Algebra) -> bool:
    """Whether what is claimed is a limit, and that with factors near 1 changes by little of it."""
    goal = obligation.goal
    if not isinstance(goal, Tends) or goal.limit.is_infinite:
        return False
    for found in limits.tending(obligation, goal):
        limit = algebra.convert(found.sides[1])
        same = algebra.convert(put_one(found.sides[1])) == algebra.convert(goal.limit)
        return same and not limit.is_zero() and _changes_little(algebra, limit)
    return False


def _steady(algebra: Algebra, value: Frac) -> bool:
    """Whether a polynomial changes by little of itself."""
    grouped = _grouped(algebra, value)
    if grouped is None:
        return False
    limits = {powers: sum(found.values()) for powers, found in grouped.items()}
    if not all(limits.values()):
        return False
    fronts = [
        {k: c / limits[powers] for k, c in found.items()} for powers, found in grouped.items()
    ]
    positive = all(algebra.atom(i).positive for powers in limits for i, _ in powers)
    one_sign = len({limit > 0 for limit in limits.values()}) == 1
    return all(front == fronts[0] for front in fronts) or (positive and one_sign)


def _grouped(algebra: Algebra, value: Frac) -> Grouped | None:
    """The terms by powers of what is not near 1; ``None`` where that is not seen.

    What a factor near 1 stands in, as exp(N b), counts as its value for N = 1 times something
    near 1, if nothing in it varies, or tends to something where N tends to 1.
    """
    found: Grouped = {}
    for coefficient, powers in value.terms():
        others: dict[int, int] = {}
        near: dict[int, int] = {}
        for i, e in powers.items():
            atom = algebra.atom(i)
            inside = {s for s in atom.expr.free_symbols if is_near_one(s)}
            if not inside:
                others[i] = others.get(i, 0) + e
                continue
            near[i] = e
            if atom.expr in inside:
                continue
            limit = algebra.convert(put_one(atom.expr)).monomial()
            if limit is None or limit[0] != 1 or _varies(algebra, atom.expr):
                return None
            for j, n in limit[1].items():
                others[j] = others.get(j, 0) + n * e
        key = tuple(sorted((i, e) for i, e in others.items() if e))
        found.setdefault(key, {})[tuple(sorted(near.items()))] = coefficient
    return found


def _varies(algebra: Algebra, expr: Expr) -> bool:
    notation = algebra.notation
    tending = frozenset[str]().union(*(tends_with(s) for s in expr.free_symbols))
    return any(
        s in notation and (notation[s].role is Role.VARIABLE or s.name in tending)
        for s in expr.free_symbols
    )
