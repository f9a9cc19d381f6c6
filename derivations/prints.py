"""How a paper's print is to be read where it says less than its relations, or says it otherwise.

Print uses one letter for several things and leaves arguments out.  What general rules cannot
know is said here, as data beside the notation, and checked: it adds readings of what is
printed, and no relation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sympy import Expr, Symbol

from .relation import Relation


@dataclass(frozen=True)
class Print:
    """How one line is read.

    ``where`` maps pieces of its print to what stands for them in its relations: an
    expression, several of which each occurrence is one, or other LaTeX that is meant.
    ``cases`` are further such maps, under each of which every printed relation is claimed.
    ``signs`` maps a printed sign to what is claimed in its place, instead of the usual.
    ``apart`` maps printed relations that are not compared to the reason.
    ``words`` is the number of relations that the line states and does not print.
    ``primes`` is the variable of differentiation of a prime; ``acts_on`` is what an operator
    that stands alone acts on.  ``spelled`` gives the expressions as which symbols are printed
    in this line, ``numbers`` the numbers that its relations put in for symbols.
    """

    where: Mapping[str, Any] = field(default_factory=dict)
    cases: tuple[Mapping[str, Any], ...] = ({},)
    signs: Mapping[str, type[Relation] | tuple[type[Relation], ...]] = field(default_factory=dict)
    apart: Mapping[str, str] = field(default_factory=dict)
    words: int | None = None
    primes: Symbol | None = None
    acts_on: Any = None
    spelled: Mapping[Symbol, Expr] = field(default_factory=dict)
    numbers: Mapping[Symbol, Any] = field(default_factory=dict)


class Prints:
    """How the print of a paper is read: other names of its symbols, and single lines.

    >>> hbar = Symbol("hbar")
    >>> prints = Prints()
    >>> prints.alias(hbar, "h")
    >>> prints.aliases[hbar]
    ('h',)
    """

    def __init__(self) -> None:
        self.aliases: dict[Any, tuple[str, ...]] = {}
        #: Symbols that are printed as an expression of others.
        self.spelled: dict[Symbol, Expr] = {}
        #: Whether a line that says nothing of it states only what it prints.
        self.strict = False
        self._lines: dict[str, Print] = {}

    def alias(self, symbol: Any, *latex: str) -> None:
        """``symbol`` is also printed as each of ``latex``."""
        self.aliases[symbol] = (*self.aliases.get(symbol, ()), *latex)

    def spell(self, symbol: Symbol, as_: Expr) -> None:
        """``symbol`` is printed as the expression ``as_``."""
        self.spelled[symbol] = as_

    def line(self, label: str, **parts: Any) -> None:
        """Say how the line ``label`` is read: see ``Print``."""
        self._lines[label] = replace(self[label], **parts)

    def words(self, counts: Mapping[str, int]) -> None:
        """Say how many relations lines state without printing them."""
        for label, count in counts.items():
            self._lines[label] = replace(self[label], words=count)

    @property
    def labels(self) -> tuple[str, ...]:
        """The lines of which something is said."""
        return tuple(self._lines)

    def __getitem__(self, label: str) -> Print:
        found = self._lines.get(label)
        return Print(words=0 if self.strict else None) if found is None else found
