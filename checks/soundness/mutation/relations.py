"""Ways to change a relation: its sides, its sign, its limit, its interval."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import singledispatch
from typing import Any, TypeAlias

from sympy import Expr, S, Symbol, oo, pi

from derivations.errors import PaperError
from derivations.exact import Side
from derivations.expression import Vector
from derivations.relation import (
    Equal,
    Independent,
    LeadingOrder,
    Less,
    MuchLess,
    NotEqual,
    Refers,
    Relation,
    SameDimension,
    SameOrder,
    Tends,
    Within,
)

from .alphabet import Alphabet
from .operators import OPERATORS, variants

#: The name of an operator, and what it makes of a relation.
Changed: TypeAlias = tuple[str, Relation]

#: What a relation that keeps no numbers leaves open, so that it is no change of the claim.
_NUMBERS = frozenset({"number", "π dropped", "term doubled", "term added"})
#: What leaves an expression that tends to zero one that does.
_VANISHING = _NUMBERS | {"sign of a term", "argument", "exponent of a function"}
#: Beyond every bound for "of order one", whatever constants are left.
_TEN = 10**5
#: What else the sign of a relation could be.
_OTHERS: dict[type[Relation], tuple[type[Relation], ...]] = {
    Equal: (NotEqual, Less),
    NotEqual: (Equal, Less),
    Less: (Equal, MuchLess),
    MuchLess: (Equal,),
    SameOrder: (MuchLess,),
}
#: Intervals whose ends are in a larger ratio claim an order of magnitude.
_WIDE = 2


def changed(relation: Relation, alphabet: Alphabet) -> Iterator[Changed]:
    """``relation`` changed in one thing: every way, each with the name of its operator."""
    seen = {relation}
    for name, new in _attempts(relation, alphabet):
        if new not in seen:
            seen.add(new)
            yield name, new


def _attempts(relation: Relation, alphabet: Alphabet) -> Iterator[Changed]:
    """The changes that can be written down: a paper would refuse the others itself."""
    for name, make in _ways(relation, alphabet):
        try:
            yield name, make()
        except PaperError:
            continue


_Way: TypeAlias = tuple[str, Callable[[], Relation]]


@singledispatch
def _ways(relation: Relation, alphabet: Alphabet) -> Iterator[_Way]:
    """A chain of sides; anything else has nothing to change."""
    if not isinstance(relation, Equal | SameOrder | NotEqual | Less | MuchLess | SameDimension):
        return
    sides, kind = relation.sides, type(relation)

    def with_side(number: int, side: Side) -> Relation:
        return kind(*sides[:number], side, *sides[number + 1 :])

    for name, side in _whole(relation):
        yield name, lambda side=side: with_side(len(sides) - 1, side)  # type: ignore[misc]
    if isinstance(relation, Less | MuchLess):
        yield "sides exchanged", lambda: kind(*reversed(sides))
        yield "power of ten", lambda: with_side(0, sides[0] * _TEN)
    for other in _others(relation):
        yield "sign of the relation", lambda other=other: other(*sides)  # type: ignore[misc]
    for number, old in enumerate(sides):
        for name, side in side_variants(old, alphabet, skip=_skipped(relation)):
            yield name, lambda n=number, s=side: with_side(n, s)  # type: ignore[misc]


def _others(relation: Relation) -> tuple[type[Relation], ...]:
    """The signs that could stand instead: no vector is less, nothing is much more than zero."""
    if any(isinstance(side, Vector) for side in relation.sides):
        return ()
    others = _OTHERS.get(type(relation), ())
    return tuple(x for x in others if x is not MuchLess) if S.Zero in relation.sides else others


def _skipped(relation: Relation) -> frozenset[str]:
    if isinstance(relation, SameDimension):
        return _NUMBERS | {"symbol of the same dimension"}
    return _NUMBERS if isinstance(relation, SameOrder | Less | MuchLess) else frozenset()


def _whole(relation: Relation) -> Iterator[tuple[str, Side]]:
    """The last side with another sign or factor, as far as the relation says anything of it."""
    last = relation.sides[-1]
    if isinstance(relation, Equal | LeadingOrder | Tends):
        yield "sign", -last
        yield "factor 2", last * 2
        yield "factor π", last * pi
        if last == 0:
            yield "number", S.One
    elif isinstance(relation, SameOrder):
        yield "sign", -last
        yield "power of ten", last * _TEN
        yield "power of ten", last / _TEN
    elif isinstance(relation, Less | MuchLess):
        yield "sign", -last


def side_variants(
    side: Side, alphabet: Alphabet, skip: frozenset[str] = frozenset()
) -> Iterator[tuple[str, Side]]:
    """``side`` changed in one place, by every operator that is not skipped."""
    if isinstance(side, Vector):
        for number, part in enumerate(side):
            for name, new in side_variants(part, alphabet, skip):
                yield name, Vector([*side[:number], new, *side[number + 1 :]])
        first, second, *rest = side
        yield "components exchanged", Vector([second, first, *rest])
        return
    for name, change in OPERATORS.items():
        if name not in skip:
            for new in variants(side, change, alphabet):
                yield name, new


def _expressions(
    relation: Any, fields: tuple[str, ...], alphabet: Alphabet, skip: frozenset[str] = frozenset()
) -> Iterator[_Way]:
    if isinstance(relation, Tends) and relation.limit == 0:
        skip |= _VANISHING
    for field in fields:
        old: Expr = getattr(relation, field)
        for name, new in side_variants(old, alphabet, skip):
            yield name, lambda f=field, n=new: replace(relation, **{f: n})  # type: ignore[misc]


def _elsewhere(relation: LeadingOrder | Tends, alphabet: Alphabet) -> Iterator[_Way]:
    """The limit taken at another point, and of another variable."""
    points = [S.Zero, oo] if relation.to in (0, oo) else [S.Zero, oo, 2 * relation.to]
    for point in points:
        yield "point of a limit", lambda p=point: replace(relation, to=p)  # type: ignore[misc]
    for other in _beside(relation, relation.variable, alphabet):
        yield (
            "variable of a limit",
            lambda o=other: replace(relation, variable=o),  # type: ignore[misc]
        )


def _beside(relation: Relation, variable: Symbol, alphabet: Alphabet) -> list[Symbol]:
    """Another symbol of the relation, in the order of declaration."""
    free: set[Symbol] = set().union(*(side.free_symbols for side in relation.sides))
    return [s for s in (*alphabet.alike(variable), *alphabet.unlike(variable)) if s in free][:1]


@_ways.register
def _leading_order(relation: LeadingOrder, alphabet: Alphabet) -> Iterator[_Way]:
    for name, side in _whole(relation):
        yield name, lambda s=side: replace(relation, right=s)  # type: ignore[misc]
    yield from _elsewhere(relation, alphabet)
    yield from _expressions(relation, ("left", "right"), alphabet)


@_ways.register
def _tends(relation: Tends, alphabet: Alphabet) -> Iterator[_Way]:
    for name, side in _whole(relation):
        yield name, lambda s=side: replace(relation, limit=s)  # type: ignore[misc]
    yield from _elsewhere(relation, alphabet)
    yield from _expressions(relation, ("expression", "limit"), alphabet)


@_ways.register
def _within(relation: Within, alphabet: Alphabet) -> Iterator[_Way]:
    low, high = relation.low, relation.high
    yield "sign", lambda: replace(relation, expression=-relation.expression)
    if low > 0:
        ratio = Fraction(high, low) * Fraction(101, 100)
        yield "interval", lambda: replace(relation, low=low * ratio, high=high * ratio)
        yield "interval", lambda: replace(relation, low=low / ratio, high=high / ratio)
    skip = _NUMBERS if low <= 0 or high / low > _WIDE else frozenset()
    yield from _expressions(relation, ("expression",), alphabet, skip)


@_ways.register
def _independent(relation: Independent, alphabet: Alphabet) -> Iterator[_Way]:
    for symbol in relation.holding:
        rest = tuple(s for s in relation.holding if s != symbol)
        yield (
            "quantity held",
            lambda s=symbol, r=rest: replace(relation, of=(*relation.of, s), holding=r),  # type: ignore[misc]
        )
    yield from _expressions(relation, ("expression",), alphabet, _NUMBERS)


@_ways.register
def _refers(relation: Refers, _: Alphabet) -> Iterator[_Way]:
    """A reference with a letter too many, and to an equation that is not there yet."""
    for place, label in enumerate(relation.to):
        for wrong in (f"{label}b", f"{label}{label}", f"{label}′"):
            if wrong not in relation.among:
                to = (*relation.to[:place], wrong, *relation.to[place + 1 :])
                yield "reference", lambda t=to: replace(relation, to=t)  # type: ignore[misc]
