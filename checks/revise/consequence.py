"""What follows from the premises of a claim that does not: found here, and proved elsewhere.

The facts are solved and put into the sides of the claim.  What is left is written in the
manner of the claim, and offered as a claim of its own; nothing here says that it holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, islice
from typing import Any

import sympy
from sympy import Derivative, Expr, Heaviside, Integral, KroneckerDelta, S
from sympy.core.function import AppliedUndef

from derivations.expression import Total
from derivations.obligation import Obligation
from derivations.relation import (
    Equal,
    Independent,
    LeadingOrder,
    Less,
    MuchLess,
    NotEqual,
    Relation,
    SameOrder,
    Tends,
    Within,
)

from ..normal.algebra import RootError, UnsupportedError
from ..normal.elimination import System, solve
from ..normal.factors import factors
from ..normal.fraction import Frac, TooManyGeneratorsError
from ..normal.sign import nonzero
from ..provers.order import is_of_order_one
from ..series import limits
from ..verdict import Decision, undecided
from ..writing import of_relation
from .naming import named

#: The part of the evidence that has the forms offered.
FORMS = "forms"
#: So many are offered at most.
_MOST = 3
#: Nothing longer than so many operations says anything to a reader.
_LONGEST = 60
#: Things of which a form has none that the printed one has none of, if it can be.
_KINDS = (Total, Integral, Derivative, Heaviside, KroneckerDelta)
#: Failures of the normal form: then nothing is offered.
_FAILURES = (
    *(UnsupportedError, RootError, TooManyGeneratorsError, ZeroDivisionError),
    RecursionError,
)


def interval(goal: Within, ends: tuple[str, str] | None) -> tuple[Relation, ...]:
    """The interval that was found, for the same quantity in the same unit."""
    if ends is None:
        return ()
    try:
        low, high = map(Fraction, ends)
    except ValueError:
        return ()
    return (Within(goal.expression, low, high, goal.unit),)


def offered(obligation: Obligation) -> Decision:
    """What may follow in place of a goal that was not proved, as the evidence of no decision."""
    found = tuple(islice(candidates(obligation), _MOST))
    return undecided(
        "consequence",
        "what may follow in its place is not decided here",
        evidence=lambda names: {FORMS: [of_relation(one, names) for one in found]},
    )


def candidates(obligation: Obligation) -> Iterator[Relation]:
    """What may follow in place of a goal that was not proved, the likeliest first."""
    goal = obligation.goal
    found: Iterator[Relation] = iter(())
    if isinstance(goal, Less):
        found = iter((Less(*reversed(goal.sides)), Equal(*goal.sides)))
    elif isinstance(goal, MuchLess):
        found = iter((Less(*goal.sides), Less(*reversed(goal.sides))))
    elif isinstance(goal, NotEqual):
        found = iter((Equal(*goal.sides),))
    elif isinstance(goal, LeadingOrder):
        found = chain(limits.leading(obligation, goal), _expressions(obligation))
    elif isinstance(goal, Tends):
        found = limits.tending(obligation, goal)
    elif isinstance(goal, Equal | SameOrder | Independent):
        found = _expressions(obligation)
    try:
        yield from (one for one in found if one != goal)
    except _FAILURES:
        return


def _expressions(obligation: Obligation) -> Iterator[Relation]:
    goal = obligation.goal
    sides = [side for side in goal.sides if isinstance(side, Expr)]
    left = sides[0]
    spoken = frozenset(sides[-1].free_symbols) if len(sides) > 1 else frozenset()
    if isinstance(goal, Independent):
        spoken = frozenset(goal.holding)
    system = solve(obligation.facts, obligation.notation, keep=spoken, needs=sides)
    if system.contradiction is not None:
        return
    algebra = system.algebra
    value = named(algebra.expr(algebra.convert(left)), obligation)
    if len(sides) == 1:
        yield from _told(obligation, Equal(left, value))
        return
    right = sides[1]
    if isinstance(goal, SameOrder):
        yield from _orders(obligation, system, goal, left, right)
    options = [min(value, sympy.factor_terms(sympy.expand(value)), key=sympy.count_ops)]
    if not algebra.convert(right).is_zero():
        ratio = named(algebra.expr(algebra.convert(left) / algebra.convert(right)), obligation)
        options.insert(0, _times(ratio, right))
        if not ratio.is_number:
            options.sort(key=sympy.count_ops)
    options += [named(option, obligation) for option in _elsewhere(system, left)]
    for option in sorted(options, key=lambda option: len(_kinds(option) ^ _kinds(right))):
        yield from _told(obligation, Equal(left, option))


def _kinds(expr: Expr) -> set[Any]:
    """What sort of things an expression is made of: sums, integrals, steps, functions."""
    functions = {value.func for value in expr.atoms(AppliedUndef)}
    return functions | {type(node) for node in expr.atoms(*_KINDS)}


def _elsewhere(system: System, left: Expr) -> Iterator[Expr]:
    """Where the facts say what else is by the left side: this turned round."""
    algebra = system.algebra
    value = algebra.convert(left)
    for solution in system.solutions:
        other = algebra.convert(solution.value)
        ratio = None if other.is_zero() else (value / other).monomial()
        if ratio is not None and not left.has(solution.atom):
            yield _times(algebra.monomial_expr(*ratio), solution.atom)


def _told(obligation: Obligation, relation: Equal) -> Iterator[Relation]:
    """The equation, if it says something of the left side, in few words and known names."""
    left, right = relation.sides
    if not isinstance(left, Expr) or not isinstance(right, Expr):
        return
    bound = {index for node in right.atoms(Total) for index in node.bound_symbols}
    if right.count_ops() > _LONGEST or any(index not in obligation.notation for index in bound):
        return
    if _says_of_left(obligation, left, right):
        yield relation


def _says_of_left(obligation: Obligation, left: Expr, right: Expr) -> bool:
    """Whether that left is right, or of its order, would say something of left.

    What is so anyway does not, nor does what says something of other quantities, and has
    the left side for a factor.
    """
    bare = solve((), obligation.notation, needs=(left, right)).algebra
    value = bare.convert(left)
    gap = value - bare.convert(right)
    if gap.is_zero():
        return False
    about = {index for index in value.generators() if not is_of_order_one(bare, index)}
    parts = (Frac(bare.ring, part, bare.ring.one) for part, _ in factors(bare, gap.num)[1])
    said = {index for part in parts if not nonzero(bare, part) for index in part.generators()}
    return bool(said & about) or not about


def _times(factor: Expr, side: Expr) -> Expr:
    return side if factor is S.One else factor * side


def _orders(
    obligation: Obligation, system: System, goal: SameOrder, left: Expr, right: Expr
) -> Iterator[Relation]:
    """The same order with what is not of order one put beside the right side."""
    algebra = system.algebra
    ratio = algebra.convert(left / right).monomial()
    if ratio is None:
        return
    coefficient, powers = ratio
    foreign = {i: power for i, power in powers.items() if not is_of_order_one(algebra, i)}
    sign = Fraction(-1 if coefficient < 0 else 1)
    if foreign or sign < 0:
        option = _times(algebra.monomial_expr(sign, foreign), right)
        if _says_of_left(obligation, left, option):
            yield type(goal)(left, option)
