"""Equations as theorems."""

from __future__ import annotations

from sympy import Expr, Integral, Mul, cancel, denom, factor_terms, together

from derivations.expression import Total
from derivations.obligation import Obligation

from .complex import is_complex
from .scalar import stated
from .script import Elimination, Script, divisors, is_given
from .statement import Statement
from .term import OutsideError, Terms, conditions
from .theorem import (
    Theorem,
    relation_text,
    unprovable,
)
from .witness import witness


def _divisors_seen(elimination: Elimination, statement: Statement) -> None:
    """``OutsideError`` where nothing that is exported shows that a solution divides by no zero.

    Its own fact may, or the facts say that something makes sense; what is used as it is
    printed divides by nothing else.
    """
    sides = (side for flat in statement.facts for side in flat.sides if isinstance(side, Expr))
    stated = {condition.expr for side in sides for condition in conditions(side)}
    shown: set[Expr] = set()
    for solution in elimination.solutions:
        shown.update(divisors(solution))
        if is_given(solution):
            continue
        for factor in Mul.make_args(factor_terms(denom(together(solution.value)))):
            base, _ = factor.as_base_exp()
            known = base.is_nonzero or base.is_number or base in stated
            if not known and not any(cancel(base / one).is_number for one in shown):
                raise OutsideError("only further facts show that a divisor is not zero")


def theorem(obligation: Obligation, name: str) -> Theorem:
    """The theorem that the sides of the goal are equal; ``OutsideError`` if there is none."""
    relation_text(Terms(), obligation.goal)
    try:
        return _written(Statement(obligation), name)
    except OutsideError:
        if not any(side.has(Total, Integral) for side in _sides(obligation)):
            raise
        return _written(Statement(obligation, concrete=True), name)


def _sides(obligation: Obligation) -> list[Expr]:
    relations = (obligation.goal, *(fact.relation for fact in stated(obligation)))
    return [side for relation in relations for side in relation.sides if isinstance(side, Expr)]


def _written(statement: Statement, name: str) -> Theorem:
    obligation = statement.obligation
    left, right = obligation.goal.sides
    system = statement.solved()
    flat_left, flat_right = statement.goal.sides
    algebra = system.algebra
    if not (algebra.convert(flat_left) - algebra.convert(flat_right)).is_zero():
        raise OutsideError("it needs facts or laws that are not exported")
    elimination = Elimination.of(system, statement.flat.notation, statement.goal.sides)
    _divisors_seen(elimination, statement)
    statement.state(elimination.facts)
    terms = statement.terms
    goals = (*statement.goals, relation_text(terms, obligation.goal))
    zero = algebra.convert(flat_right).is_zero()
    mutant = unprovable(terms, left, right, zero=zero)
    binders = statement.binders()
    proof = [*statement.preparation, *statement.abstraction(elimination.facts)]
    script = Script(elimination, Terms(terms.names), statement.positive)
    script.goal_sides = (left, right)
    proof += script.equation(statement.names)
    closing = "by_parts." if is_complex(left, right) else f"{script.close}."
    return Theorem(
        name,
        binders,
        tuple(statement.hypotheses),
        goals,
        mutant,
        tuple(proof),
        closing,
        witness=witness(statement, system),
    )
