"""Citing another paper: its lines under a prefix, its quantities under names of their own.

Two papers may use one letter for different things, so what the other one calls Δ is
called Δ_W here.  A cited line comes whole, with its argument and all lines that it rests
on, and is decided here like any other: what it is worth is inherited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import sympy
from sympy import Expr, Symbol
from sympy.core.function import AppliedUndef

from .errors import PaperError
from .expression import Vector, renamed
from .obligation import Obligation
from .quantity import SIGNS, Notation, Quantity, Role
from .relation import Relation
from .rules.core import By, Cite, Here, Inference, Known, Rule, Shown, drawn
from .rules.given import Given

if TYPE_CHECKING:
    from .paper import Claim, Line, Paper

#: Room for the quantities of one paper in the order of another's.
_ROOM = 10_000
_SUBSCRIPT = re.compile(r"(?P<letter>[^_^{}]+)_(?:\{(?P<group>[^{}]*)\}|(?P<single>\w))")


class Citation:
    """Another paper as one paper cites it; called, it translates an expression.

    >>> from derivations.dimension import LENGTH
    >>> from derivations.paper import Paper
    >>> from derivations.relation import Equal
    >>> from derivations.rules import by, definition
    >>> other, paper = Paper("other", "Another", ""), Paper("this", "This one", "")
    >>> d = other.notation.quantity("d", LENGTH, "a distance")
    >>> chapter = other.chapter("I", "The only one")
    >>> line = chapter.equation("1", printed="d = d", states=[Equal(d, d)], follows=definition(d))
    >>> O = paper.cites(other, "O")
    >>> O(2 * d)
    2*d_O
    >>> own = paper.chapter("I", "The only one")
    >>> line = own.equation("1", printed="", states=[Equal(O(d), O(d))], follows=by("O:1"))
    >>> [line.label for line in paper]
    ['O:1', '1']
    """

    def __init__(self, paper: Paper, prefix: str, notation: Notation) -> None:
        if not re.fullmatch(r"[^\W\d_]\w*", prefix):
            msg = "a paper is cited by a short name of letters and digits"
            raise PaperError(msg, prefix)
        self.paper = paper
        self.prefix = prefix
        self.names: dict[Any, Any] = {}
        self._origins: dict[Any, Any] = {}
        self._notation = notation
        self._first = _ROOM * (1 + len({quantity.cited for quantity in notation}))
        self._declare()

    def __call__(self, expression: Any) -> Any:
        """What the other paper's ``expression`` is called in the citing paper.

        A function comes back as a function.
        """
        if isinstance(expression, Vector):
            return expression.map(self)
        found = self.names.get(expression)
        if found is not None:
            return found
        if any(symbol in self._origins for symbol in _named(expression)):
            msg = f"({expression}) has a name that is one of {self.paper.name} here"
            raise PaperError(msg, self.prefix)
        return renamed(expression, self.names)

    def back(self, expression: Expr) -> Expr:
        """What the citing paper's ``expression`` is called in the other paper."""
        result: Expr = renamed(expression, self._origins)
        return result

    def label(self, label: str) -> str:
        """How the other paper's line ``label`` is called in the citing paper."""
        return f"{self.prefix}:{label}"

    def line(self, label: str) -> Line:
        """The other paper's line ``label``, as a line of the citing paper.

        Raises ``PaperError`` where there is none.
        """
        line = self.paper[label]
        self._declare()
        erratum = line.erratum and replace(
            line.erratum, accepted=tuple(map(self._claim, line.erratum.accepted))
        )
        return replace(
            line,
            label=self.label(label),
            chapter=self.prefix,
            claims=tuple(map(self._claim, line.claims)),
            erratum=erratum,
            cited=self.paper.name,
        )

    def _claim(self, claim: Claim) -> Claim:
        steps = tuple(map(self.step, claim.follows.steps))
        return replace(claim, relation=claim.relation.map(self), follows=By(steps))

    def step(self, step: Rule) -> Rule:
        """A step of the other paper's argument, as it is told here."""
        if isinstance(step, Given):
            return replace(step, defines=tuple(map(self, step.defines)))
        if isinstance(step, Cite):
            return replace(step, label=self.label(step.label))
        return step if isinstance(step, Here | Shown) else Elsewhere(step, self)

    def ours(self, fact: Relation) -> bool:
        """Whether a fact speaks of what the citing paper calls as the other one calls its own."""
        named = {x for side in fact.sides for part in _parts(side) for x in _named(part)}
        return any(x in self.names and x not in self._origins for x in named)

    def refuse_recounted(self, notation: Notation) -> None:
        """``PaperError`` where a set of the other paper has other members in ``notation``."""
        for quantity in self.paper.notation:
            if quantity.count is not None:
                here = notation[self(quantity.symbol)]
                if here.count != self(quantity.count):
                    msg = (
                        f"it is argued in {self.paper.name}, where {here.name} is counted otherwise"
                    )
                    raise PaperError(msg, here.name)

    def _declare(self) -> None:
        """Give every quantity of the other paper its name here, if it has none yet."""
        new = [quantity for quantity in self.paper.notation if quantity.symbol not in self.names]
        known = len(self.names)
        for quantity in new:
            self.names[quantity.symbol] = _symbol(quantity, f"{quantity.name}_{self.prefix}")
        self._origins = {here: there for there, here in self.names.items()}
        for place, quantity in enumerate(new, start=known):
            self._notation.declare(self._quantity(quantity), self._first + place)

    def _quantity(self, quantity: Quantity) -> Quantity:
        return replace(
            quantity,
            name=f"{quantity.name}_{self.prefix}",
            symbol=self.names[quantity.symbol],
            latex=_with_subscript(quantity.latex, self.prefix),
            unicode=f"{quantity.unicode}{',' if '_' in quantity.unicode else '_'}{self.prefix}",
            count=None if quantity.count is None else self(quantity.count),
            member_of=None if quantity.member_of is None else self(quantity.member_of),
            cited=self.paper.name,
            cited_latex=quantity.cited_latex or quantity.latex,
        )


def _named(expression: Any) -> set[Any]:
    """The symbols and functions in an expression, bound ones among them."""
    functions = (value.func for value in expression.atoms(AppliedUndef))
    return {*expression.atoms(Symbol), *functions}


def _parts(side: Any) -> Iterator[Expr]:
    yield from side if isinstance(side, Vector) else (side,)


def _symbol(quantity: Quantity, name: str) -> Any:
    """A symbol or function of the same kind under another name."""
    if quantity.role is Role.FUNCTION:
        return sympy.Function(name, real=True)
    return Symbol(name, **({} if quantity.role is Role.SET else SIGNS[quantity.sign]))


def _with_subscript(latex: str, subscript: str) -> str:
    r"""``latex`` with one more subscript.

    >>> print(_with_subscript(r"\omega_D", "W"), _with_subscript("p'", "W"))
    \omega_{D,W} p'_{W}
    """
    found = _SUBSCRIPT.fullmatch(latex)
    if found:
        return f"{found['letter']}_{{{found['group'] or found['single']},{subscript}}}"
    return (
        f"{{{latex}}}_{{{subscript}}}"
        if "_" in latex or "^" in latex
        else f"{latex}_{{{subscript}}}"
    )


@dataclass(frozen=True)
class Elsewhere:
    """A step of another paper's argument: taken in its own terms, and told in ours."""

    step: Rule
    there: Citation

    @property
    def name(self) -> str:
        """What the step is called."""
        return self.step.name

    @property
    def premises(self) -> tuple[str, ...]:
        """The lines that it uses, as they are called here."""
        return tuple(map(self.there.label, self.step.premises))

    def infer(self, known: Known) -> Inference:
        """What the step gives there, each fact and condition translated.

        Raises ``PaperError`` where a set has another number of members here.
        """
        there = self.there
        there.refuse_recounted(known.notation)
        got = drawn(
            self.step,
            Known(
                lines={
                    label: self._back(known.lines[there.label(label)])
                    for label in self.step.premises
                },
                notation=there.paper.notation,
                facts=self._back(known.facts),
                bound=known.bound,
                here=self._back(known.here),
                approximate=frozenset(
                    label for label in self.step.premises if there.label(label) in known.approximate
                ),
                tending=frozenset(map(there.back, known.tending)),
            ),
        )
        return Inference(
            tuple(fact.map(there) for fact in got.facts),
            tuple(self._conditions(got, known.notation)),
            tuple(map(there.step, got.origins)),
        )

    def _back(self, facts: tuple[Relation, ...]) -> tuple[Relation, ...]:
        """The facts as they are told there, but for those that would be mistaken for others."""
        return tuple(fact.map(self.there.back) for fact in facts if not self.there.ours(fact))

    def _conditions(self, got: Inference, notation: Notation) -> Iterator[Obligation]:
        for each in got.conditions:
            facts = tuple(fact.map(self.there) for fact in each.facts)
            yield replace(each, goal=each.goal.map(self.there), facts=facts, notation=notation)
