"""What a rule asks of the variables that it takes through their values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sympy import Expr, S, Symbol

from ..errors import PaperError
from ..expression import substitute
from ..quantity import Notation, Role
from ..relation import Continuous, Less, MuchLess, NotEqual, Relation, Within


def must_vary(symbols: Iterable[Symbol], notation: Notation, name: str) -> None:
    """Refuse, with ``PaperError``, a symbol of which things are said for one value only."""
    for symbol in symbols:
        if notation[symbol].role is not Role.VARIABLE:
            msg = (
                f"cannot {name} with respect to {symbol}: it is declared a "
                f"{notation[symbol].role}, and what is said of it holds for one value only; "
                "declare it with notation.variable(...)"
            )
            raise PaperError(msg)


def must_flow(symbols: Iterable[Symbol], notation: Notation, name: str) -> None:
    """Refuse a symbol that takes whole values, or members of a set, only."""
    must_vary(symbols, notation, name)
    for symbol in symbols:
        if symbol.is_integer or notation[symbol].member_of is not None:
            msg = f"cannot {name} with respect to {symbol}: its values do not lie dense"
            raise PaperError(msg)


def must_be_unconfined(symbols: Iterable[Symbol], facts: Iterable[Relation], name: str) -> None:
    """Refuse a symbol that an inequality among ``facts`` keeps from some of its values."""
    for symbol in symbols:
        for fact in confining(symbol, facts):
            first, *others = fact.sides
            where = f"{first} {fact.sign} {others[-1] if others else 'an interval'}"
            msg = f"cannot {name} over {symbol}: what is said of it is said where {where} only"
            raise PaperError(msg)


def confining(symbol: Symbol, facts: Iterable[Relation]) -> Iterator[Relation]:
    """The inequalities and intervals among ``facts`` that speak of ``symbol``."""
    for fact in facts:
        if confines(fact) and any(symbol in side.free_symbols for side in fact.sides):
            yield fact


def confines(fact: Relation) -> bool:
    """Whether a fact about a variable is said for some of its values, and leaves others out.

    >>> x = Symbol("x")
    >>> confines(Less(x, 1)), confines(Within(x, 1, 2)), confines(Continuous(x, x, S.One, S.One))
    (True, True, False)
    """
    return isinstance(fact, Less | MuchLess | NotEqual) or type(fact) is Within


def kept(facts: Iterable[Relation], notation: Notation) -> tuple[Relation, ...]:
    """The inequalities and intervals among ``facts`` that speak of variables.

    What stands beside them is said for the values that they leave, and so is what
    follows from it.
    """
    return tuple(fact for fact in facts if confines(fact) and variables(fact, notation))


def beyond(
    facts: Iterable[Relation], notation: Notation, *bound: Expr | Relation
) -> tuple[Relation, ...]:
    """The inequalities among ``facts`` that speak of variables, but for those that are bound.

    Bound are inequalities that are supposed for a while only, and those that speak of no
    variables but bound ones.
    """
    symbols = {each for each in bound if isinstance(each, Symbol)}
    return tuple(
        fact
        for fact in kept(facts, notation)
        if fact not in bound and variables(fact, notation) - symbols
    )


def reached(variable: Symbol, value: Expr) -> Iterator[Relation]:
    """What must hold for ``variable`` to come as near to ``value`` as one likes."""
    if variable.is_nonnegative and not (value.is_nonnegative or value is S.Infinity):
        yield Less(S.Zero, value)


def around(expr: Expr, variable: Symbol, at: Expr) -> Iterator[Continuous]:
    """That ``expr`` is continuous for all values of ``variable``, from ``at`` both ways.

    >>> x, a = Symbol("x", positive=True), Symbol("a", positive=True)
    >>> [each.expression for each in around(1 / (x + a), x, a)]
    [1/(a + x), 1/(a**2/x + a)]
    """
    yield Continuous(expr, variable, at, S.Infinity)
    if not variable.is_nonnegative:
        yield Continuous(substitute(expr, {variable: 2 * at - variable}), variable, at, S.Infinity)
    elif variable.is_positive and not at.is_zero:
        turned = substitute(expr, {variable: at**2 / variable})
        yield Continuous(turned, variable, at, S.Infinity)
    elif not at.is_zero:
        yield Continuous(expr, variable, S.Zero, at)


def variables(relation: Relation, notation: Notation) -> set[Symbol]:
    """The variables that a relation speaks of."""
    spoken = {symbol for side in relation.sides for symbol in side.free_symbols}
    return {s for s in spoken if s in notation and notation[s].role is Role.VARIABLE}
