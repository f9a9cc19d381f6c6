"""Obligations as equations between real numbers: values of functions stand as numbers.

A value f(a), a derivative at a point, an integral or a sum is replaced by a symbol of its
own; what a fact says of f for all values of its variables is taken at the points that occur.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from sympy import Derivative, Expr, Integral, Subs, Symbol
from sympy.core.function import AppliedUndef

from derivations.dimension import NUMBER
from derivations.expression import Total, substitute
from derivations.obligation import Obligation
from derivations.quantity import Notation, Role
from derivations.relation import Equal, Less, MuchLess, NotEqual, Relation, Within

#: The relations that a hypothesis can be.
STATED = (Equal, Less, MuchLess, NotEqual, Within)
#: Integrals and sums over sets, which stand as numbers of which nothing is assumed.
_WHOLE = (Integral, Total)
_VALUES = (AppliedUndef, Derivative, Subs, *_WHOLE)


@dataclass(frozen=True)
class Fact:
    """A hypothesis, or what one says at a point.

    ``number`` is the place among the links of the obligation's facts; ``at`` gives the
    values of its variables where it is taken at a point, ``None`` where it stands as is;
    ``orders`` say by which arguments, and how often, the function it defines is differentiated.
    """

    number: int
    relation: Relation
    at: tuple[tuple[Symbol, Expr], ...] | None = None
    orders: tuple[int, ...] = ()


@dataclass
class Flat:
    """What replaces what: symbols for values, and the notation in which both are declared."""

    notation: Notation
    symbols: dict[Expr, Symbol] = field(default_factory=dict)

    def expr(self, expr: Expr) -> Expr:
        """``expr`` with a symbol for each value of a function."""
        if isinstance(expr, _VALUES):
            if expr not in self.symbols:
                name = f"value {len(self.symbols) + 1}"
                self.symbols[expr] = self.notation.quantity(name, NUMBER, str(expr), sign="real")
            return self.symbols[expr]
        if not expr.has(*_VALUES):
            return expr
        return expr.func(*(self.expr(argument) for argument in expr.args))

    def relation(self, relation: Relation) -> Relation:
        """The same relation between the replaced sides."""
        if isinstance(relation, Within):
            return Within(
                self.expr(relation.expression), relation.low, relation.high, relation.unit
            )
        return type(relation)(*(self.expr(side) for side in relation.sides))


def constants(notation: Notation) -> Notation:
    """The same symbols, each standing for one value."""
    fixed = Notation()
    for quantity in notation:
        if quantity.role not in {Role.FUNCTION, Role.SET}:
            role = Role.FACTOR if quantity.role is Role.FACTOR else Role.CONSTANT
            fixed.quantity(
                quantity.name,
                NUMBER,
                quantity.meaning,
                sign=quantity.sign,
                role=role,
                range=quantity.range,
            )
    return fixed


def stated(obligation: Obligation) -> list[Fact]:
    """The facts that can be hypotheses, link by link."""
    links = [link for fact in obligation.facts for link in fact.links()]
    return [Fact(number, link) for number, link in enumerate(links, 1) if type(link) in STATED]


def definitions(facts: Iterable[Fact], notation: Notation) -> dict[object, Fact]:
    """The facts f(x, y) = … that hold for all values of x and y, by their function."""
    facts = list(facts)
    confined = {
        symbol
        for fact in facts
        if not isinstance(fact.relation, Equal | Within)
        for side in fact.relation.sides
        for symbol in side.free_symbols
    }
    found: dict[object, Fact] = {}
    for fact in facts:
        head = fact.relation.sides[0]
        if not isinstance(fact.relation, Equal) or not isinstance(head, AppliedUndef):
            continue
        variables = head.args
        body = cast(Expr, fact.relation.sides[1])
        if (
            len(set(variables)) == len(variables)
            and all(v in notation and notation[v].role is Role.VARIABLE for v in variables)
            and not confined.intersection(variables)
            and not any(value.func == head.func for value in body.atoms(AppliedUndef))
            and not body.has(*_WHOLE)  # which are other numbers at other values
        ):
            found.setdefault(head.func, fact)
    return found


def instances(facts: list[Fact], goal: Relation, notation: Notation, most: int = 40) -> list[Fact]:
    """What the definitions among ``facts`` say at the points that occur."""
    defined = definitions(facts, notation)
    found: dict[Expr, Fact] = {}
    pending: list[Any] = [*goal.sides]
    pending += [
        side for fact in facts if isinstance(fact.relation, STATED) for side in fact.relation.sides
    ]
    while pending and len(found) < most:
        for value in sorted(pending.pop(0).atoms(AppliedUndef), key=str):
            fact = defined.get(value.func)
            if fact is None or value in found:
                continue
            head, body = cast("tuple[Expr, Expr]", fact.relation.sides)
            if value == head or not all(
                _admissible(v, a, notation) for v, a in zip(head.args, value.args, strict=True)
            ):
                continue
            at = tuple(zip(head.args, value.args, strict=True))
            taken = substitute(body, dict(at))
            found[value] = Fact(fact.number, Equal(value, taken), at)
            pending.append(taken)
    return list(found.values())


def _admissible(variable: Symbol, value: Expr, notation: Notation) -> bool:
    """Whether the declarations show that ``value`` is one of those ``variable`` stands for."""
    over = notation[variable].member_of
    if over is not None:
        return value in notation and notation[value].member_of == over
    if variable.is_integer and not value.is_integer:
        return False
    if variable.is_positive:
        return bool(value.is_positive)
    if variable.is_nonnegative:
        return bool(value.is_nonnegative)
    return bool(value.is_real)
