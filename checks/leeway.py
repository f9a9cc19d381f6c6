"""Factors near 1: what a relation that holds to leading order leaves open.

``a ≃ b`` says a = N b with an N that tends to 1, and no more.  A claim that is drawn from it
has to be steady, whatever such an N is: then nothing cancels against what was neglected.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from sympy import S, Symbol

from derivations.dimension import NUMBER
from derivations.errors import PaperError
from derivations.quantity import Notation, Quantity, Role
from derivations.relation import Relation

#: How names of such factors begin, and no others: no quantity of a paper may be called so.
_MARK = "\N{ALMOST EQUAL TO}"
#: What stands between the name of one and those of what tends to something.
_AS = "\N{RIGHTWARDS ARROW}"
#: How far from 1 such a factor may be, where a number is needed.
_FAR = Fraction(1, 10**6)

UNCANCELLED = "what was neglected stays small"


def near_one(notation: Notation, name: str, tending: Iterable[Symbol] = ()) -> Symbol:
    """The factor near 1 of this name, declared in ``notation``.

    It is near 1 as ``tending`` tend to something, whose names its own ends with.
    """
    ends_with = ",".join(sorted(each.name for each in tending))
    symbol = Symbol(_MARK + name + (_AS + ends_with if ends_with else ""), positive=True)
    if symbol not in notation:
        ends = (1 - _FAR, 1 + _FAR)
        meaning = "a factor near 1, which a relation to leading order leaves open"
        notation.declare(
            Quantity(
                name=symbol.name,
                symbol=symbol,
                dimension=NUMBER,
                meaning=meaning,
                latex=rf"N_{{({name})}}",
                unicode=f"N[{name}]",
                sign="positive",
                role=Role.FACTOR,
                range=ends,
            )
        )
    return symbol


def is_near_one(symbol: Symbol) -> bool:
    """Whether a symbol is such a factor.

    >>> is_near_one(near_one(Notation(), "7")), is_near_one(Symbol("N"))
    (True, False)
    """
    return bool(symbol.name.startswith(_MARK))


def tends_with(symbol: Symbol) -> frozenset[str]:
    """The names of what tends to something where the factor tends to 1.

    >>> x, y = Symbol("x"), Symbol("y")
    >>> sorted(tends_with(near_one(Notation(), "7", (y, x))))
    ['x', 'y']
    """
    _, arrow, names = symbol.name.partition(_AS)
    return frozenset(names.split(",")) if arrow and is_near_one(symbol) else frozenset()


def refuse_near_one(notation: Notation) -> None:
    """``PaperError`` where a quantity is called as these factors are."""
    for quantity in notation:
        if is_near_one(quantity.symbol):
            msg = f"names that begin with {_MARK} are kept for factors near 1"
            raise PaperError(msg, quantity.name)


def put_one(stated: Any) -> Any:
    """An expression or a relation with 1 for all such factors.

    >>> from derivations.relation import Equal
    >>> N = near_one(Notation(), "7")
    >>> put_one(2 * N), put_one(Equal(N, 3))
    (2, Equal(sides=(1, 3)))
    """
    if isinstance(stated, Relation):
        return stated.map(put_one)
    return stated.xreplace({s: S.One for s in stated.free_symbols if is_near_one(s)})
