"""A revision: what of a paper is added, dropped or replaced, as data.

A revision says nothing of what follows.  ``revised.revised`` applies it to a paper, and the
result is checked as any paper is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sympy import Expr, Symbol

from .errors import PaperError
from .exact import exact
from .paper import Claim, States, claims
from .quantity import Notation
from .rules import By, Rule, assumption


@dataclass(frozen=True)
class Assume:
    """A new premise, for every line that speaks of what it speaks of."""

    label: str
    printed: str
    claims: tuple[Claim, ...]
    note: str = ""


@dataclass(frozen=True)
class Replace:
    """Another content for the line ``label``; with ``printed`` empty its print is kept."""

    label: str
    printed: str
    claims: tuple[Claim, ...]
    note: str = ""


@dataclass(frozen=True)
class Drop:
    """The line ``label`` is no longer said, and nothing rests on it."""

    label: str


@dataclass(frozen=True)
class Put:
    """``new`` for ``old`` in all that is given, data apart; or in the lines ``only``.

    What says what ``old`` is, with ``old`` alone on a side, is left as it is.
    """

    old: Symbol
    new: Expr
    only: tuple[str, ...] = ()


@dataclass(frozen=True)
class Count:
    """The set ``over`` has ``count`` members, or so many in the unit of volume."""

    over: Symbol
    count: Expr


@dataclass(frozen=True)
class Line:
    """A further line, in a chapter of the revision's own, argued or given."""

    label: str
    printed: str
    claims: tuple[Claim, ...]
    note: str = ""


Change: TypeAlias = Assume | Replace | Drop | Put | Count | Line


class Revision:
    """Changes of a paper under a name.

    ``notation`` declares the quantities that the paper does not have.

    >>> from sympy import Symbol
    >>> from derivations.relation import Equal
    >>> s = Symbol("s", positive=True)
    >>> revision = Revision("short", "A short tube")
    >>> revision.assume("s is two", states=[Equal(s, 2)], because="to see what it changes")
    >>> [change.label for change in revision.changes]
    ['s is two']
    """

    def __init__(self, name: str, title: str, because: str = "") -> None:
        self.name = name
        self.title = title
        self.because = because
        self.notation = Notation()
        self.changes: list[Change] = []

    def assume(
        self, label: str, *, states: States, because: str, printed: str = "", note: str = ""
    ) -> None:
        """Add a premise: every line that speaks of its quantities may use it."""
        stated = claims(states, assumption(because))
        self.changes.append(Assume(label, printed, stated, note))

    def replace(
        self,
        label: str,
        *,
        states: States,
        because: str = "",
        follows: Rule | str | By | None = None,
        printed: str = "",
        note: str = "",
    ) -> None:
        """Let line ``label`` state something else: assumed, or as argued by ``follows``."""
        stated = claims(states, follows if follows is not None else assumption(because))
        self.changes.append(Replace(label, printed, stated, note))

    def line(
        self,
        label: str,
        *,
        states: States,
        follows: Rule | str | By | None = None,
        printed: str = "",
        note: str = "",
    ) -> None:
        """Add a line of the revision's own, argued for or given as those of a paper are."""
        self.changes.append(Line(label, printed, claims(states, follows), note))

    def drop(self, *labels: str) -> None:
        """Take the lines ``labels`` away, from the paper and from every argument."""
        self.changes += [Drop(label) for label in labels]

    def put(self, old: Symbol, new: object, *only: str) -> None:
        """Put ``new`` for ``old`` in what is given, or in the lines ``only``."""
        value = exact(new)
        if not isinstance(old, Symbol) or not isinstance(value, Expr):
            msg = f"{new} cannot be put for {old}: only an expression for a single symbol"
            raise PaperError(msg)
        self.changes.append(Put(old, value, only))

    def count(self, over: Symbol, count: object) -> None:
        """Let the set ``over`` have another number of members."""
        value = exact(count)
        if not isinstance(value, Expr):
            msg = f"{count} is no number of members"
            raise PaperError(msg)
        self.changes.append(Count(over, value))
