"""Sums and integrals as what is in front times simpler ones, by what facts say of what is under.

Each summand or integrand is written out by the definitions among the facts, and taken apart
into terms; what does not depend on the bound variable comes out in front.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

import sympy
from sympy import Derivative, Expr, Integral, Subs, Symbol
from sympy.core.function import AppliedUndef

from derivations.expression import Total
from derivations.quantity import Notation
from derivations.relation import Equal

from .points import taken
from .scalar import Fact, Law, canonical
from .term import is_proper

#: Sums and integrals by their canonical forms, with how they come apart.
Parts: TypeAlias = "dict[Expr, Law]"


@dataclass(frozen=True)
class Linear:
    """How the sums and integrals of an obligation come apart.

    ``laws`` are the equations that follow; ``exist`` says of integrals that exist since a fact
    speaks of them, or of a multiple of them, which one that is.
    """

    laws: tuple[Fact, ...]
    parts: Parts
    exist: dict[Expr, Law]


NOTHING = Linear((), {}, {})


def linear(facts: list[Fact], sides: Iterable[Any], notation: Notation) -> Linear:
    """All sums and integrals in ``sides``, of which some are in ``facts``."""
    stated = {x for fact in facts for side in fact.relation.sides for x in _wholes(side)}
    found = stated.union(x for side in sides for x in _wholes(side))
    parts = {whole: _apart(whole, facts, notation) for whole in sorted(found, key=str)}
    exist: dict[Expr, Law] = {}
    for whole in sorted(stated, key=str):
        if isinstance(whole, Integral):
            same = canonical(whole)
            exist.setdefault(same, Law(same, ((sympy.S.One, same),), (), variable(whole)))
            if len(parts[whole].terms) == 1 and parts[whole].terms[0][0].is_nonzero:
                exist.setdefault(parts[whole].terms[0][1], parts[whole])
    laws = [
        Fact(-number, relation, (), law=law)
        for number, (relation, law) in enumerate(_laws(parts.values(), exist, notation), 1)
    ]
    return Linear(tuple(laws), {law.whole: law for law in parts.values()}, exist)


def _wholes(side: Expr) -> set[Expr]:
    """The sums, and the integrals over one variable between finite limits."""
    return {
        whole
        for whole in side.atoms(Total, Integral)
        if isinstance(whole, Total) or is_proper(whole)
    }


def variable(whole: Expr) -> Symbol:
    """What a sum or an integral runs over."""
    return whole.index if isinstance(whole, Total) else cast(Symbol, whole.limits[0][0])


def under(whole: Expr) -> Expr:
    """The summand or integrand."""
    return whole.summand if isinstance(whole, Total) else cast(Expr, whole.function)


def _again(whole: Expr, body: Expr) -> Expr:
    if isinstance(whole, Total):
        return Total(body, whole.index, whole.over)
    return Integral(body, whole.limits[0])


def _apart(whole: Expr, facts: list[Fact], notation: Notation) -> Law:
    bound = variable(whole)
    body, points = _put_in(whole, taken(facts, [under(whole)], notation, bound=True))
    parts: dict[Expr, Expr] = {}
    for term in sympy.Add.make_args(sympy.expand(body)):
        front, inner = term.as_independent(bound, as_Add=False)
        parts[inner] = parts.get(inner, sympy.S.Zero) + front
    terms = tuple(
        (front, canonical(_again(whole, inner))) for inner, front in parts.items() if front != 0
    )
    nothing = ((sympy.S.Zero, canonical(_again(whole, sympy.S.One))),)
    return Law(canonical(whole), terms or nothing, tuple(points), bound)


def _laws(
    parts: Iterable[Law], exist: dict[Expr, Law], notation: Notation
) -> Iterator[tuple[Equal, Law]]:
    """The equations, and what sums and integrals of 1 are."""
    for law in parts:
        whole = law.whole
        known = all(
            isinstance(term, Total) or under(term) == 1 or term in exist for _, term in law.terms
        )
        if known and law.terms != ((sympy.S.One, whole),):
            yield Equal(whole, sympy.Add(*(front * term for front, term in law.terms))), law
        for _, term in law.terms:
            if under(term) == 1:
                if isinstance(term, Integral):
                    _, low, high = term.limits[0]
                    yield Equal(term, high - low), Law(term, (), (), law.bound)
                elif (count := notation[term.over].count) is not None:
                    yield Equal(term, count), Law(term, (), (), law.bound)


def _put_in(whole: Expr, points: list[Fact]) -> tuple[Expr, list[Fact]]:
    """What is under ``whole`` with what ``points`` say of values in it, and those that were needed.

    What stands in the argument of a function stays, and so does what the index of a sum alone
    gives, as where p(ν) stands for a multiple of ν.
    """
    body = under(whole)
    used: list[Fact] = []
    while True:
        outer = set(_outermost(body))
        found = [
            fact
            for fact in points
            if fact.head in outer
            and (
                isinstance(whole, Integral)
                or fact.body.has(AppliedUndef)
                or not all(value.is_Symbol for _, value in fact.at or ())
            )
        ]
        if not found:
            return body, used
        used += found
        body = body.xreplace({fact.head: fact.body for fact in found})


def _outermost(expr: Expr) -> Iterator[Expr]:
    if isinstance(expr, AppliedUndef | Derivative | Subs):
        yield expr
    else:
        for argument in expr.args:
            yield from _outermost(argument)
