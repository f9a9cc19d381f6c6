"""From levels that lie dense to a continuum: sums become integrals, and levels all values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sympy import Expr, Integral, S, Symbol, oo

from ..errors import PaperError
from ..expression import Total
from ..obligation import Obligation, about
from ..relation import Equal, Less, Tends, exact
from .both_sides import equations
from .core import By, Inference, Known
from .variables import kept, must_flow, must_vary


@dataclass(frozen=True)
class Levels:
    """Levels x_i that ``count`` N(x) numbers, in a system of a ``size`` that is made large.

    Two conditions make them dense without gaps or repetitions: N(x_i) = i, and the
    distance 1/N′(x) of the levels tends to 0 as the size grows.
    """

    level: Expr
    index: Symbol
    count: Expr
    variable: Symbol
    size: Symbol
    counted: By

    def conditions(self, known: Known) -> tuple[Obligation, ...]:
        """N(x_i) = i and 1/N′ → 0, from the argument ``counted`` alone."""
        must_flow((self.variable,), known.notation, "go over to a continuum")
        must_vary((self.index,), known.notation, "go over to a continuum")
        alone = replace(known, facts=())
        inference = self.counted.infer(alone)
        facts = replace(alone, facts=inference.facts)
        numbered = Equal(self.count.subs(self.variable, self.level), self.index)
        distance = Tends(1 / self.count.diff(self.variable), S.Zero, self.size, oo)
        return (
            *inference.conditions,
            facts.obligation(numbered, "the levels are numbered one after the other"),
            facts.obligation(distance, "the levels lie dense"),
        )

    def spread(self, expr: Expr, index: Symbol) -> Expr:
        """``expr`` as a function of the variable in the place of the level ``index``."""
        result = expr.xreplace({self.level.subs(self.index, index): self.variable})
        if index in result.free_symbols:
            msg = f"{expr} depends on {index} otherwise than by {self.level}"
            raise PaperError(msg)
        return result


@dataclass(frozen=True)
class RiemannSum:
    """If the levels lie dense, Σᵢ f(xᵢ) is a Riemann sum of ∫ f(x) N′(x) dx, and tends to it.

    The sum runs over all levels above ``low``: no others, by the argument ``above``.
    """

    total: Total
    levels: Levels
    low: Expr
    above: By
    name: str = "sum to integral"

    @property
    def premises(self) -> tuple[str, ...]:
        """What counts the levels, and what says where they begin."""
        return tuple(dict.fromkeys((*self.levels.counted.premises, *self.above.premises)))

    def infer(self, known: Known) -> Inference:
        """The sum as an integral over all levels from ``low`` up."""
        levels = self.levels
        summand = levels.spread(self.total.summand, self.total.index)
        density = levels.count.diff(levels.variable)
        whole = Integral(summand * density, (levels.variable, self.low, oo))
        begins = replace(known, facts=self.above.infer(replace(known, facts=())).facts)
        begin = begins.obligation(
            Less(self.low, levels.level), about("the levels of the sum lie above {}", self.low)
        )
        return Inference((Equal(self.total, whole),), (*levels.conditions(known), begin))


def riemann_sum(total: Total, levels: Levels, low: Any, *, above: By) -> RiemannSum:
    """Turn ``total`` over the dense ``levels`` ``above`` ``low`` into an integral."""
    return RiemannSum(total, levels, exact(low), above)


@dataclass(frozen=True)
class Dense:
    """If f(xᵢ) = g(xᵢ) at all levels, which lie dense, and f, g are continuous, then f = g."""

    label: str
    levels: Levels
    name: str = "dense levels"

    @property
    def premises(self) -> tuple[str, ...]:
        """The line about the levels, and what counts them."""
        return tuple(dict.fromkeys((self.label, *self.levels.counted.premises)))

    def infer(self, known: Known) -> Inference:
        """The line's equations for all values of the variable."""
        spread = self.levels.spread
        facts = tuple(
            Equal(*(spread(side, self.levels.index) for side in relation.sides))
            for relation in equations(known, self.label)
        )
        others = kept(known.lines[self.label], known.notation)
        return Inference((*facts, *others), self.levels.conditions(known))


def dense(label: str, levels: Levels) -> Dense:
    """What line ``label`` says of each of the dense ``levels``, for all values between."""
    return Dense(label, levels)
