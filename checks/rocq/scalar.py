"""Obligations as equations between real numbers: values of functions stand as numbers.

A value f(a), a derivative at a point, an integral or a sum is replaced by a symbol of its
own; what a fact says of f for all values of its variables is taken at the points that occur.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import cast

from sympy import Derivative, Expr, Integral, Subs, Symbol
from sympy.core.function import AppliedUndef

from derivations.dimension import NUMBER
from derivations.expression import Total, Vector
from derivations.obligation import Obligation
from derivations.quantity import Notation, Role
from derivations.relation import Equal, Less, MuchLess, NotEqual, Relation, Within

#: The relations that a hypothesis can be.
STATED = (Equal, Less, MuchLess, NotEqual, Within)
#: Integrals and sums over sets, which stand as numbers of which nothing is assumed.
_WHOLE = (Integral, Total)
_VALUES = (AppliedUndef, Derivative, Subs, *_WHOLE)


@dataclass(frozen=True)
class Law:
    """A sum over a set, or an integral, as the sum of fronts times others.

    ``points`` are what facts say of the values under it, and ``bound`` is what it was written
    to run over; without ``terms`` it is the sum or the integral of 1.
    """

    whole: Expr
    terms: tuple[tuple[Expr, Expr], ...]
    points: tuple[Fact, ...]
    bound: Symbol


@dataclass(frozen=True)
class Fact:
    """A hypothesis, or what one says at a point.

    ``number`` is the place among the links of the obligation's facts, each component of an
    equation between vectors having a place of its own; ``at`` gives the
    values of its variables where it is taken at a point, ``None`` where it stands as is;
    ``orders`` say by which arguments, and how often, the function it defines is differentiated;
    ``needs`` are the numbers of the facts that show that it may be taken there.  With a
    ``law`` it is no hypothesis, but follows from what sums are.
    """

    number: int
    relation: Relation
    at: tuple[tuple[Symbol, Expr], ...] | None = None
    orders: tuple[int, ...] = ()
    needs: tuple[int, ...] = ()
    law: Law | None = None

    @property
    def head(self) -> Expr:
        """The left side of an equation."""
        return cast(Expr, self.relation.sides[0])

    @property
    def body(self) -> Expr:
        """The right side of an equation."""
        return cast(Expr, self.relation.sides[1])


@dataclass
class Flat:
    """What replaces what: symbols for values, and the notation in which both are declared."""

    notation: Notation
    symbols: dict[Expr, Symbol] = field(default_factory=dict)

    def expr(self, expr: Expr) -> Expr:
        """``expr`` with a symbol for each value of a function."""
        if isinstance(expr, _VALUES):
            expr = canonical(expr)
            if expr not in self.symbols:
                name = f"value {len(self.symbols) + 1}"
                self.symbols[expr] = self.notation.quantity(name, NUMBER, str(expr), sign="real")
            return self.symbols[expr]
        if not expr.has(*_VALUES):
            return expr
        return expr.func(*(self.expr(argument) for argument in expr.args))

    def meaning(self, symbol: Symbol) -> Expr:
        """The value of a function that ``symbol`` stands for; else the symbol itself."""
        return next((value for value, other in self.symbols.items() if other == symbol), symbol)

    def relation(self, relation: Relation) -> Relation:
        """The same relation between the replaced sides."""
        if isinstance(relation, Within):
            return Within(
                self.expr(relation.expression), relation.low, relation.high, relation.unit
            )
        return type(relation)(*(self.expr(side) for side in relation.sides))


def canonical(expr: Expr) -> Expr:
    """A sum or integral with a bound variable of a name of its own; anything else as it is."""
    if isinstance(expr, Total) and not expr.summand.has(Total, Integral):
        index = Symbol(f"one of {expr.over}")
        return Total(expr.summand.xreplace({expr.index: index}), index, expr.over)
    if isinstance(expr, Integral) and not expr.function.has(Total, Integral):
        own = {old: Symbol(f"one of {k}") for k, (old, *_) in enumerate(expr.limits)}
        limits = [(own[old], *ends) for old, *ends in expr.limits]
        return Integral(expr.function.xreplace(own), *limits)
    return expr


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
    """The facts that can be hypotheses, link by link and component by component."""
    links = [part for fact in obligation.facts for link in fact.links() for part in _parts(link)]
    return [Fact(number, link) for number, link in enumerate(links, 1) if type(link) in STATED]


def _parts(link: Relation) -> Iterator[Relation]:
    """The equations between the components of vectors; anything else as it is."""
    left, right = link.sides if isinstance(link, Equal) else (None, None)
    if isinstance(left, Vector) and isinstance(right, Vector):
        yield from map(Equal, left, right)
    else:
        yield link


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
        if not isinstance(fact.relation, Equal) or not isinstance(fact.head, AppliedUndef):
            continue
        head, body, variables = fact.head, fact.body, fact.head.args
        if (
            len(set(variables)) == len(variables)
            and all(v in notation and notation[v].role is Role.VARIABLE for v in variables)
            and not confined.intersection(variables)
            and not any(value.func == head.func for value in body.atoms(AppliedUndef))
            and not body.has(*_WHOLE)  # which are other numbers at other values
        ):
            found.setdefault(head.func, fact)
    return found
