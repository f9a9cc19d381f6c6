"""Whether two relations say the same: by their normal forms, and by no premise."""

from __future__ import annotations

from dataclasses import replace

from sympy import Expr, S, Symbol, oo

from derivations.errors import PaperError
from derivations.expression import Vector, substitute
from derivations.quantity import Notation, Quantity, Role
from derivations.relation import (
    Equal,
    LeadingOrder,
    Less,
    NotEqual,
    Relation,
    Tends,
    Within,
)

from ...normal.algebra import Algebra, RootError, UnsupportedError
from ...normal.elimination import solve
from ...normal.fraction import Frac, TooManyGeneratorsError
from ...normal.sign import nonzero, sign


def same_relation(one: Relation, other: Relation, notation: Notation) -> bool:
    """Whether two relations have the same normal form, without any premise.

    >>> from derivations.dimension import LENGTH
    >>> notation = Notation()
    >>> x, y = (notation.quantity(name, LENGTH, "") for name in "xy")
    >>> same_relation(Equal(x, 2 * y), Equal(x / y, 2), notation)
    True
    >>> same_relation(Equal(x, 2 * y), Equal(x, 3 * y), notation)
    False
    """
    if type(one) is not type(other):
        return False
    links, others = tuple(one.links()), tuple(other.links())
    if len(links) != len(others):
        return False
    try:
        return all(
            _same_link(a, b, _algebra(a, b, notation)) for a, b in zip(links, others, strict=True)
        )
    except (UnsupportedError, RootError, TooManyGeneratorsError, ZeroDivisionError, PaperError):
        return False


def _algebra(one: Relation, other: Relation, notation: Notation) -> Algebra:
    """An algebra with roots fine enough for both relations, and with no facts."""
    return solve((), notation, needs=[*one.sides, *other.sides]).algebra


def _same_link(one: Relation, other: Relation, algebra: Algebra) -> bool:
    if one == other:
        return True
    if isinstance(one, Within) and isinstance(other, Within):
        ends = (one.low, one.high, one.unit) == (other.low, other.high, other.unit)
        return ends and _equal(algebra, one.expression, other.expression)
    if isinstance(one, Tends) and isinstance(other, Tends):
        return (one.variable, one.to) == (other.variable, other.to) and _same_limit(
            one, other, algebra
        )
    if isinstance(one, LeadingOrder) and isinstance(other, LeadingOrder):
        place = (one.variable, one.to) == (other.variable, other.to)
        return place and _equal(algebra, one.left / one.right, other.left / other.right)
    if isinstance(one, Equal | NotEqual | Less):
        return _same_difference(one, other, algebra)
    return False


def _equal(algebra: Algebra, one: Expr, other: Expr) -> bool:
    return algebra.convert(one).same(algebra.convert(other))


def _same_limit(one: Tends, other: Tends, algebra: Algebra) -> bool:
    """As f → 0, so do q f and q f², whatever constant q is but zero."""
    if oo in (one.limit, other.limit):
        return one.limit == other.limit and _equal(algebra, one.expression, other.expression)
    if _equal(algebra, one.expression, other.expression):
        return _equal(algebra, one.limit, other.limit)
    if one.limit != 0 or other.limit != 0:
        return False
    first, second = algebra.convert(one.expression), algebra.convert(other.expression)
    ratio = second / first
    return any(
        _is_constant(algebra, q, one.variable) for q in (ratio, ratio / first, ratio * second)
    )


def _is_constant(algebra: Algebra, ratio: Frac, variable: Symbol) -> bool:
    varies = any(algebra.depends(i, variable) for i in ratio.generators())
    return not varies and _is_factor(algebra, ratio)


def _same_difference(one: Relation, other: Relation, algebra: Algebra) -> bool:
    """A difference, its square, and multiples by what cannot vanish are zero together."""
    first, second = (
        algebra.convert(r.sides[0]) - algebra.convert(r.sides[1]) for r in (one, other)
    )
    if first.is_zero() or second.is_zero():
        return first.is_zero() and second.is_zero()
    ratio = second / first
    if isinstance(one, Less):
        return sign(algebra, ratio) > 0
    return any(_is_factor(algebra, q) for q in (ratio, ratio / first, ratio * second))


def _is_factor(algebra: Algebra, ratio: Frac) -> bool:
    ring = algebra.ring
    return nonzero(algebra, ratio) and nonzero(algebra, Frac(ring, ratio.den, ring.one))


def renamed(one: Relation, other: Relation, notation: Notation) -> str:
    """The variable whose values are only called otherwise in ``other``, or nothing.

    What is said of a variable holds for all its values, so that the same relation of 2x,
    or of another variable of the same kind, says the same.

    >>> from derivations.dimension import LENGTH
    >>> notation = Notation()
    >>> x = notation.variable("x", LENGTH, "")
    >>> d = notation.quantity("d", LENGTH, "")
    >>> f = notation.function("f", LENGTH, "", of=(LENGTH,))
    >>> renamed(Equal(f(x), d), Equal(f(2 * x), d), notation)
    'x'
    >>> renamed(Equal(f(d), d), Equal(f(2 * d), d), notation)
    ''
    """
    if not isinstance(one, Equal | Tends | LeadingOrder) or _has_vectors(one):
        return ""
    free = set().union(*(side.free_symbols for side in one.sides))
    variables = [q for q in notation if q.symbol in free and q.role is Role.VARIABLE]
    for quantity in variables:
        for new in _other_names(quantity, notation, free):
            if same_relation(_put(one, quantity.symbol, new), other, notation):
                return str(quantity.name)
    return ""


def _has_vectors(relation: Relation) -> bool:
    return any(isinstance(side, Vector) for side in relation.sides)


def _other_names(quantity: Quantity, notation: Notation, free: set[Symbol]) -> list[Expr]:
    """Expressions that take all the values of a variable as it does, once each."""
    numbers = () if quantity.symbol.is_integer else (S(2), S.Half)
    turned = (-quantity.symbol,) if quantity.sign == "real" else ()
    alike = [
        other.symbol
        for other in notation
        if other.symbol not in free
        and other.role is Role.VARIABLE
        and (other.dimension, other.sign, other.member_of)
        == (quantity.dimension, quantity.sign, quantity.member_of)
    ]
    return [*(n * quantity.symbol for n in numbers), *turned, *alike]


def _put(relation: Relation, old: Symbol, new: Expr) -> Relation:
    """``relation`` with ``new`` for ``old``; a limit point is the same for both."""
    if isinstance(relation, Equal):
        return Equal(*(substitute(side, {old: new}) for side in relation.sides))
    assert isinstance(relation, Tends | LeadingOrder)
    fields = {
        name: substitute(value, {old: new})
        for name, value in vars(relation).items()
        if name not in ("variable", "to")
    }
    if relation.variable == old:
        if relation.to not in (0, oo) or new.could_extract_minus_sign():
            return relation
        fields["variable"] = next(iter(new.free_symbols))
    return replace(relation, **fields)
