"""Premises that contradict each other: which ones, and how to say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sympy import Expr

from derivations.errors import PaperError
from derivations.obligation import Obligation
from derivations.quantity import Notation, Role
from derivations.relation import Relation, Semiquantitative

from ..enclosures.narrowing import ContradictionError
from ..enclosures.numbers import gather
from ..normal.algebra import UnsupportedError
from ..normal.elimination import solve
from ..normal.fraction import TooManyGeneratorsError
from ..quoting import quoted, quoted_relation
from . import polynomial

#: So often it is tried whether the contradiction needs all premises that are left.
_MOST = 80


def conflict(links: Sequence[Relation], notation: Notation) -> tuple[Relation, ...]:
    """Premises among ``links`` that cannot hold together, none of which may be left out.

    Empty where no contradiction is found, which says nothing.
    """
    for shown in (_eliminated, _narrowed, _unsatisfiable):
        if shown(tuple(links), notation):
            return _thinned(shown, tuple(links), notation)
    return ()


def thinned(links: Sequence[Relation], notation: Notation) -> tuple[Relation, ...]:
    """Those among ``links``, which z3 has found to contradict each other, that it takes to."""
    return _thinned(_unsatisfiable, tuple(links), notation)


def told(links: Sequence[Relation], notation: Notation) -> str:
    """The sentence that names the premises that contradict each other."""
    *names, last = map(quoted_relation, links)
    together = f"{', '.join(names)} and {last}" if names else last
    how = {0: "cannot hold", 1: "cannot both hold"}.get(len(names), "cannot all hold")
    declared = ", ".join(_declared(links, notation))
    where = f" ({declared})" if declared else ""
    return f"the premises contradict each other: {together} {how}{where}"


def _declared(links: Sequence[Relation], notation: Notation) -> Iterator[str]:
    """What the declarations say of the quantities in ``links``."""
    symbols = {symbol for link in links for side in link.sides for symbol in side.free_symbols}
    for symbol in sorted((s for s in symbols if s in notation), key=str):
        quantity = notation[symbol]
        if quantity.range is not None:
            yield f"{quoted(symbol)} lies between {quantity.range[0]} and {quantity.range[1]}"
        elif quantity.role is Role.VARIABLE:
            yield f"{quoted(symbol)} takes all values"
        elif symbol.is_nonnegative:
            yield f"{quoted(symbol)} is {quantity.sign}"


def _eliminated(links: tuple[Relation, ...], notation: Notation) -> bool:
    try:
        return solve(links, notation).contradiction is not None
    except (UnsupportedError, TooManyGeneratorsError, ZeroDivisionError):
        return False


def _narrowed(links: tuple[Relation, ...], notation: Notation) -> bool:
    sides = [side for link in links for side in link.sides if isinstance(side, Expr)]
    try:
        gather(Obligation(Semiquantitative(), links, notation), *sides)
    except ContradictionError:
        return True
    except (PaperError, UnsupportedError, TooManyGeneratorsError, ZeroDivisionError):
        pass
    return False


def _unsatisfiable(links: tuple[Relation, ...], notation: Notation) -> bool:
    return polynomial.ask(links, notation).impossible


def _thinned(
    shown: Callable[[tuple[Relation, ...], Notation], bool],
    links: tuple[Relation, ...],
    notation: Notation,
) -> tuple[Relation, ...]:
    """``links`` without those that the contradiction does not need: first many at a time."""
    tries, size = _MOST, len(links)
    while size > 1 and tries:
        size, place = (size + 1) // 2, 0
        while place < len(links) and tries:
            tries -= 1
            fewer = links[:place] + links[place + size :]
            if shown(fewer, notation):
                links = fewer
            else:
                place += size
    return links
