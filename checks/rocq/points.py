"""What facts that hold for all values say at the points that occur, derivatives among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from sympy import Derivative, Expr, Integral, Subs, Symbol
from sympy.core.function import AppliedUndef

from derivations.expression import Total, substitute
from derivations.quantity import Notation
from derivations.relation import Equal

from ..normal.algebra import Algebra
from ..normal.atoms import in_domain, place
from ..normal.elimination import solve
from .scalar import Fact, definitions
from .slope import differentiated, is_smooth

#: How many points are looked at.
_MOST = 60


def taken(
    facts: list[Fact], wanted: Iterable[Any], notation: Notation, *, bound: bool = False
) -> list[Fact]:
    """What the definitions among ``facts`` say of the values in ``wanted``, and of theirs.

    What a fact itself is about is left out, unless a variable of it is ``bound`` in what is
    wanted.
    """
    defined = definitions(facts, notation)
    algebra = solve([fact.relation for fact in facts], notation).algebra
    found: dict[Expr, Fact] = {}
    pending = list(wanted)
    while pending and len(found) < _MOST:
        for value in sorted(set(values(pending.pop(0))), key=str):
            if value in found:
                continue
            fact = _said(value, defined, algebra)
            if fact is not None and (bound or not _is_definition(fact)):
                needs = tuple(_saying(facts, fact.at or (), notation))
                found[value] = Fact(fact.number, fact.relation, fact.at, fact.orders, needs)
                pending.append(fact.relation.sides[1])
    return list(found.values())


def _is_definition(fact: Fact) -> bool:
    """Whether the point is where the fact stands anyhow."""
    return not any(fact.orders) and all(variable == at for variable, at in fact.at or ())


def values(expr: Any) -> Iterator[Expr]:
    """The values of functions and derivatives in ``expr``, but for those under a sum's sign."""
    if isinstance(expr, AppliedUndef | Derivative | Subs):
        yield expr
    if not isinstance(expr, Derivative | Subs | Integral | Total):
        for argument in expr.args:
            yield from values(argument)


def _said(value: Expr, defined: dict[object, Fact], algebra: Algebra) -> Fact | None:
    """What the definition of its function says of ``value``."""
    where = place(value)
    if where is None:
        return None
    kind, label, point = where
    function, orders = label if kind == "jet" else (label, ())
    fact = defined.get(function)
    if fact is None:
        return None
    at = tuple(zip(cast("tuple[Symbol, ...]", fact.head.args), point, strict=True))
    if not all(in_domain(algebra, *pair) for pair in at):
        return None
    body = fact.body
    if orders:
        if not is_smooth(fact, orders, algebra.notation, defined):
            return None
        body = differentiated(body, fact.head.args, orders)
    relation = Equal(value, substitute(body, dict(at)))
    return Fact(fact.number, relation, at, tuple(orders))


def _saying(
    facts: list[Fact], at: Iterable[tuple[Symbol, Expr]], notation: Notation
) -> Iterator[int]:
    """The numbers of the facts that are needed to see that the point may be taken."""
    unclear = [value for variable, value in at if not _admissible(variable, value, notation)]
    parts = {part.func for value in unclear for part in value.atoms(AppliedUndef)}
    for fact in facts:
        if isinstance(fact.relation, Equal) and getattr(fact.head, "func", None) in parts:
            yield fact.number


def _admissible(variable: Symbol, value: Expr, notation: Notation) -> bool:
    """Whether the declarations alone show that ``variable`` may stand for ``value``."""
    if notation[variable].member_of is not None:
        return True
    if variable.is_positive:
        return bool(value.is_positive)
    return not variable.is_nonnegative or bool(value.is_nonnegative)
