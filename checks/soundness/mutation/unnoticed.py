"""Why nothing notices that a premise of the paper is another: what is computed of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from sympy import Derivative, Expr, Integral, Mul, S, Symbol, cancel, expand_trig, pi
from sympy.core.function import AppliedUndef, UndefinedFunction

from derivations.exact import Side
from derivations.expression import Total, Vector
from derivations.paper import Claim
from derivations.quantity import Role
from derivations.relation import Equal, Less, NotEqual, Relation

from ...result import given
from .bench import Bench, Place
from .equivalence import same_relation
from .reasons import Reason, fewest, same

STRONGER = "a premise that says more"
UNUSED = "not needed"
LOOSE = "needed for no equation"
MODULO = "the same by what it is used with"
SLOPE = "the same for those that need it"
SCALE = "a scale that no claim sees"

#: What an operator multiplies a side by, and the other way round.
_FACTORS = (S.NegativeOne, S(2), S.Half, pi, 1 / pi)


def explained(bench: Bench, place: Place, claim: Claim | None) -> Reason | None:
    """Why ``claim`` may stand in the place of a premise, or may be left out of it."""
    original = bench.claim(place)
    found = same(bench, original.relation, claim.relation) if claim else None
    if found:
        return found
    users = bench.once(("users", place), lambda: _users(bench, place))
    if not users:
        return Reason(UNUSED, "every line holds without it")
    if claim is None:
        return None
    return (
        _stronger(bench, place, claim)
        or _loose(bench, users)
        or _modulo(bench, place, claim, users)
        or _scaled(bench, place, claim, users)
        or _steep(bench, place, claim, users)
    )


def _users(bench: Bench, place: Place) -> list[Place]:
    """The claims that fail without the premise."""
    return [
        Place(label, "accepted", index)
        for label, indices in bench.failing(place, None)
        for index in indices
    ]


def _stronger(bench: Bench, place: Place, claim: Claim) -> Reason | None:
    """What follows from a premise follows from one that implies it."""
    original = bench.claim(place).relation
    if isinstance(original, NotEqual):
        implied = _never_equal(bench, original, claim.relation)
    else:
        new = bench.said(place, claim)
        implied = bench.proves(new, original) and not bench.proves((), original)
    if implied:
        return Reason(STRONGER, "it implies the premise, and whatever follows from that")
    return None


def _never_equal(bench: Bench, original: NotEqual, relation: Relation) -> bool:
    """Whether ``relation`` says that the sides of ``original`` are equal nowhere.

    It does if it says which is the smaller; or if it says that a product does not vanish of
    which their difference is a factor.
    """
    if isinstance(relation, Less):
        return set(relation.sides) == set(original.sides)
    if not isinstance(relation, NotEqual):
        return False
    one, other = (r.sides[0] - r.sides[1] for r in (original, relation))
    product_of = expand_trig(other)
    return one in Mul.make_args(product_of) and bench.proves((), Equal(other, product_of))


def _loose(bench: Bench, users: list[Place]) -> Reason | None:
    """Only inequalities, orders of magnitude and limits need the premise."""
    if any(isinstance(bench.claim(user).relation, Equal) for user in users):
        return None
    signs = dict.fromkeys(f"{bench.claim(u).relation.sign} in ({u.label})" for u in users)
    return Reason(LOOSE, f"only {', '.join(signs)}")


def _modulo(bench: Bench, place: Place, claim: Claim, users: list[Place]) -> Reason | None:
    """With what else each user rests on, the premise and its mutant imply each other."""
    original = bench.claim(place)
    said, new = bench.said(place, original), bench.said(place, claim)
    texts: dict[str, None] = {}
    for user in users:
        if place.label not in bench.claim(user).follows.premises:
            continue  # it knows of the premise by what others say
        facts = _beside(bench, place, user)

        def alike(some: dict[Relation, str]) -> bool:
            others = tuple(some)
            return (
                not bench.proves(others, original.relation)
                and bench.proves((*said, *others), claim.relation)
                and bench.proves((*new, *others), original.relation)
            )

        if not alike(facts):
            return None
        few = fewest(tuple(facts), lambda some: alike(dict.fromkeys(some, "")))
        texts.update(dict.fromkeys(f"({facts[fact]})" for fact in few))
    return Reason(MODULO, f"by {' '.join(texts)}") if texts else None


def _beside(bench: Bench, place: Place, user: Place) -> dict[Relation, str]:
    """What a user rests on besides the premise and what follows from it, with the lines."""
    barred = {place.label, *bench.result(place.label).used_by}
    return {
        link: label
        for label in bench.claim(user).follows.premises
        if label not in barred
        for fact in bench.result(label).facts
        for link in fact.links()
    }


def _steep(bench: Bench, place: Place, claim: Claim, users: list[Place]) -> Reason | None:
    """What needs the premise knows its function by the derivative alone, which is the same."""
    one, other = bench.claim(place).relation, claim.relation
    if not all(isinstance(r, Equal) and len(scalars(r)) == 2 for r in (one, other)):
        return None
    left = scalars(one)[0]
    if not isinstance(left, AppliedUndef) or len(left.args) != 1 or not left.args[0].is_Symbol:
        return None
    slope, new = (Equal(*(s.diff(left.args[0]) for s in scalars(r))) for r in (one, other))
    if same_relation(slope, new, bench.paper.notation) and all(
        _by_slope(bench, place, user, left.func) for user in users
    ):
        return Reason(SLOPE, f"they know {left.func} by its derivative alone")
    return None


def _by_slope(bench: Bench, place: Place, user: Place, name: UndefinedFunction) -> bool:
    """Whether all that ``user`` says and knows besides has the function in derivatives only."""
    said = bench.said(place, bench.claim(place))
    claim = bench.claim(user)
    relations = [f for f in bench.facts(user, claim.follows) if f not in said]
    sides = [side for r in (*relations, claim.relation) for side in scalars(r)]
    return not any(
        value.func == name for side in sides for value in _without_slopes(side).atoms(AppliedUndef)
    )


def _without_slopes(expr: Expr) -> Expr:
    return expr.replace(lambda part: isinstance(part, Derivative), lambda _: S.One)


def _scaled(bench: Bench, place: Place, claim: Claim, users: list[Place]) -> Reason | None:
    """The mutant multiplies a quantity by a number, and what needs it is homogeneous in it."""
    original, notation = bench.claim(place).relation, bench.paper.notation
    factors = (*_FACTORS, *_ratio(bench, original, claim.relation))
    for name, factor in product(_told_of_here(bench, place, users), factors):
        if isinstance(name, Symbol) and name.is_positive:
            continue  # it could not have the other sign
        if same_relation(_times(original, name, factor), claim.relation, notation) and all(
            same_relation(_times(used, name, factor), used, notation)
            for used in (bench.claim(user).relation for user in users)
        ):
            return Reason(SCALE, f"the claims that need it say the same of {factor}·{name}")
    return None


def _ratio(bench: Bench, original: Relation, relation: Relation) -> Iterator[Expr]:
    """What the mutant multiplies the right side by, if that is a constant of the paper."""
    one, other = scalars(original), scalars(relation)
    if not (type(original) is type(relation) is Equal and len(one) == len(other) == 2):
        return
    if one[1].is_zero:
        return
    ratio = cancel(other[1] / one[1])
    notation = bench.paper.notation
    constant = all(x in notation and notation[x].role is Role.CONSTANT for x in ratio.free_symbols)
    if constant and not ratio.has(AppliedUndef, Integral, Total):
        yield ratio
        yield 1 / ratio


def _told_of_here(
    bench: Bench, place: Place, users: list[Place]
) -> tuple[UndefinedFunction | Symbol, ...]:
    """What the premise defines, or what it gives while nothing beside it tells anything of it."""
    right = given(bench.claim(place))
    if right and right.defines:
        return right.defines
    first = scalars(bench.claim(place).relation)[0]
    name = first.func if isinstance(first, AppliedUndef) else first
    beside = (fact for user in users for fact in _beside(bench, place, user))
    if any(name in _names(side) for fact in beside for side in scalars(fact)):
        return ()
    return (name,) if name in bench.paper.notation else ()


def _names(side: Expr) -> set[UndefinedFunction | Symbol]:
    found: set[UndefinedFunction | Symbol] = set(side.atoms(Symbol))
    return found | {value.func for value in side.atoms(AppliedUndef)}


def scalars(relation: Relation) -> list[Expr]:
    """The sides of all links."""
    return [side for link in relation.links() for side in link.sides]


def _times(relation: Relation, name: UndefinedFunction | Symbol, factor: Expr) -> Relation:
    """``relation`` with a quantity, or the values of a function, multiplied by a number."""
    if not isinstance(relation, Equal):
        return Equal(0, 1)
    return Equal(*(_side_times(side, name, factor) for side in relation.sides))


def _side_times(side: Side, name: UndefinedFunction | Symbol, factor: Expr) -> Side:
    if isinstance(side, Vector):
        return side.map(lambda part: _side_times(part, name, factor))
    return side.replace(lambda part: name in (part, part.func), lambda part: factor * part)
