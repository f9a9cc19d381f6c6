"""What a line gives to the lines that rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from hashlib import sha256

from sympy import Expr, S, Symbol

from derivations.expression import Vector
from derivations.paper import Line, Paper
from derivations.quantity import Notation
from derivations.relation import (
    Equal,
    LeadingOrder,
    Less,
    MuchLess,
    NotEqual,
    Relation,
    SameOrder,
    Semiquantitative,
    Within,
)
from derivations.rules.variables import kept, variables

from .leeway import near_one
from .result import ClaimResult
from .verdict import Status

#: How far from 1 a constant of order one may be of which nothing is said.
_UNSAID = 10

#: The constants come after all that a paper declares, each line having room for so many.
_AFTER, _ROOM = 1_000_000, 1_000

#: Relations that later lines may use as they are.
AS_THEY_ARE = (Equal, Less, MuchLess, NotEqual, Semiquantitative, Within)


def facts_of(paper: Paper, line: Line, claims: tuple[ClaimResult, ...]) -> tuple[Relation, ...]:
    """The relations that lines resting on ``line`` may use.

    Equations, inequalities and intervals are used as they are; ``a ≃ b`` as ``a = b``,
    by lines that then hold to leading order themselves; ``a ~ b`` as ``a = F b`` with
    the factor F that its proof left, or with an order-one constant of its own where no
    proof left any.  What was refuted is no fact.  What the line states itself comes
    first, so that its own constants stand in what is derived from it.  Inequalities that
    confine a variable among its premises go with it: it was shown for what they leave.
    """
    found = _found(paper, line, claims)
    printed = [fact for claim, fact in found if fact == claim.claim.relation]
    derived = [fact for claim, fact in found if fact != claim.claim.relation]
    confining = [fact for claim in claims for fact in _confining(paper.notation, claim)]
    return tuple(dict.fromkeys((*printed, *derived, *confining)))


def nearly(
    paper: Paper,
    line: Line,
    claims: tuple[ClaimResult, ...],
    notation: Notation,
    tending: Iterable[Symbol],
) -> tuple[Relation, ...]:
    """The same, but of an equation that holds to leading order what it does say.

    That is a = N b with an N of its own, near 1 as ``tending`` tend to something, which is
    declared in ``notation``.
    """
    found = _found(paper, line, claims)
    exact = {fact for claim, fact in found if not claim.open}
    leading = {fact for _, fact in found if isinstance(fact, Equal)} - exact
    return tuple(
        _left_open(line, fact, notation, tending) if fact in leading else fact
        for fact in facts_of(paper, line, claims)
    )


def said_by(paper: Paper, line: Line, claims: tuple[ClaimResult, ...]) -> dict[Relation, int]:
    """Which of its claims says each fact of a line: one that holds exactly, if there is one."""
    places = {id(claim): place for place, claim in enumerate(claims)}
    found = sorted(_found(paper, line, claims), key=lambda pair: not pair[0].open)
    said = {fact: places[id(claim)] for claim, fact in found}
    for place, claim in enumerate(claims):
        said |= dict.fromkeys(_confining(paper.notation, claim), place)
    return said


def _left_open(
    line: Line, fact: Relation, notation: Notation, tending: Iterable[Symbol]
) -> Relation:
    own = sha256(str(fact).encode()).hexdigest()[:8]
    sides, front = [fact.sides[0]], S.One
    for number, side in enumerate(fact.sides[1:], 1):
        front = front * near_one(notation, f"{line.label}_{own}_{number}", tending)
        sides.append(side.map(front.__mul__) if isinstance(side, Vector) else front * side)
    return Equal(*sides)


def _found(
    paper: Paper, line: Line, claims: tuple[ClaimResult, ...]
) -> list[tuple[ClaimResult, Relation]]:
    unknown = _unknown_factors(paper, line)
    return [(claim, fact) for claim in claims for fact in _facts(claim, unknown)]


def _confining(notation: Notation, claim: ClaimResult) -> Iterator[Relation]:
    """The inequalities among a claim's premises that its variables are linked to."""
    rest = list(kept(claim.drawn_from.facts, notation))
    linked = variables(claim.claim.relation, notation) if rest else set[Symbol]()
    while found := [fact for fact in rest if variables(fact, notation) & linked]:
        yield from found
        linked = linked.union(*(variables(fact, notation) for fact in found))
        rest = [fact for fact in rest if fact not in found]


def _facts(claim: ClaimResult, unknown: Iterator[Symbol]) -> Iterator[Relation]:
    relation = claim.claim.relation
    if isinstance(relation, NotEqual) and not claim.given:
        return
    if any(check.decision.status is Status.REFUTED for check in claim.links):
        return
    if type(relation) in AS_THEY_ARE:
        yield relation
    elif isinstance(relation, LeadingOrder):
        yield Equal(relation.left, relation.right)
    elif isinstance(relation, SameOrder):
        for check in claim.links:
            left, right = check.obligation.goal.sides
            factor: Expr | None = None if claim.given else check.decision.factor
            yield Equal(left, (next(unknown) if factor is None else factor) * right)


def _unknown_factors(paper: Paper, line: Line) -> Iterator[Symbol]:
    """Order-one constants for the links of ``line``: in every run the same ones."""
    number = 0
    while True:
        number += 1
        yield _unknown_factor(paper, line, number)


def _unknown_factor(paper: Paper, line: Line, number: int) -> Symbol:
    name = f"K_{line.label}_{number}"
    meaning = f"the constant of order one left unsaid in link {number} of ({line.label})"
    symbol = Symbol(name, positive=True)
    if symbol in paper.notation and paper.notation[symbol].meaning == meaning:
        return symbol
    which = "" if number == 1 else f",{number}"
    unbroken = line.label.replace(" ", "\N{NO-BREAK SPACE}")
    return paper.notation.factor(
        name,
        meaning,
        Fraction(1, _UNSAID),
        _UNSAID,
        latex=f"K_{{({line.label}){which}}}",
        unicode=f"K[{unbroken}{which}]",
        position=_AFTER + _ROOM * _place(paper, line) + number,
    )


def _place(paper: Paper, line: Line) -> int:
    """Where ``line`` stands in the argument, in whatever order the lines are decided."""
    return [each.label for each in paper.in_order()].index(line.label)
