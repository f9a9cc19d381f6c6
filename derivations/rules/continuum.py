"""From levels that lie dense to a continuum: sums become integrals, and levels all values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sympy import Expr, Integral, S, Symbol, oo

from ..errors import PaperError
from ..exact import exact
from ..expression import Total
from ..obligation import Obligation, about
from ..relation import Equal, Less, Relation, Tends
from .both_sides import equations
from .core import By, Inference, Known, by
from .variables import beyond, kept, must_flow, must_vary


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

    def confined(self, known: Known, argument: By) -> tuple[Relation, ...]:
        """What else than the levels the inequalities confine that an argument uses."""
        facts = by(self.counted, argument).infer(replace(known, facts=())).facts
        return beyond(facts, known.notation, self.index, self.variable)

    def spread(self, expr: Expr, index: Symbol) -> Expr:
        """``expr`` as a function of the variable in the place of the level ``index``."""
        result = expr.xreplace({self.level.subs(self.index, index): self.variable})
        if index in result.free_symbols:
            msg = f"{expr} depends on {index} otherwise than by {self.level}"
            raise PaperError(msg)
        return result


@dataclass(frozen=True)
class RiemannSum:
    """``total`` over the levels between ``low`` and ``high``, as the argument ``above`` shows."""

    total: Total
    levels: Levels
    low: Expr
    above: By
    high: Expr = oo
    name: str = "sum to integral"

    @property
    def premises(self) -> tuple[str, ...]:
        """What counts the levels, and what says where they lie."""
        return tuple(dict.fromkeys((*self.levels.counted.premises, *self.above.premises)))

    def infer(self, known: Known) -> Inference:
        """The sum as an integral over all levels from ``low`` to ``high``."""
        levels = self.levels
        summand = levels.spread(self.total.summand, self.total.index)
        density = levels.count.diff(levels.variable)
        whole = Integral(summand * density, (levels.variable, self.low, self.high))
        argued = self.above.infer(replace(known, facts=()))
        placed = replace(known, facts=argued.facts)
        conditions = [
            placed.obligation(
                each, about("the levels of the sum lie between {} and {}", self.low, self.high)
            )
            for each in (Less(self.low, levels.level), Less(levels.level, self.high))
            if oo not in each.sides
        ]
        both = by(levels.counted, self.above).infer(replace(known, facts=()))
        counted = replace(known, facts=both.facts)
        conditions += (
            counted.obligation(each, "the sum runs over all levels there")
            for each in self._counted(known)
        )
        every = (*levels.conditions(known), *argued.conditions, *conditions)
        facts = (Equal(self.total, whole), *levels.confined(known, self.above))
        return Inference(facts, every)

    def _counted(self, known: Known) -> Iterator[Relation]:
        """That there are as many levels between as the set of the sum has members."""
        count, variable = self.levels.count, self.levels.variable
        first = count.subs(variable, self.low)
        if self.high != oo:
            members = known.notation[self.total.over].count
            yield Equal(count.subs(variable, self.high) - first, members)
        elif self.levels.index.is_nonnegative and not first.is_zero:
            yield Less(S.Zero, first)


def riemann_sum(total: Total, levels: Levels, low: Any, *, above: By, high: Any = oo) -> RiemannSum:
    """If levels xᵢ lie dense, Σᵢ f(xᵢ) is a Riemann sum of ∫ f(x) N′(x) dx, and tends to it.

    N(x) counts the levels, and N′ is the density of states.  The sum runs over the levels
    between ``low`` and ``high``, by the argument ``above``.  The equation holds for a large
    system, and is used as if it were exact.

    Side conditions: those of ``levels``; the levels of the sum lie between ``low`` and
    ``high``; if ``high`` is finite, N(high) − N(low) is the number of terms.  That a sum
    without upper end leaves out no level above ``low`` is believed.

    Example: ``by(riemann_sum(Total(1 / E(i), i, shell), levels, a, high=b, above=by("1")))``
    gives ∫ₐᵇ D(ε)/ε dε, with N′ = D and a < E(i) < b in (1).
    """
    return RiemannSum(total, levels, exact(low), by(above), exact(high))


@dataclass(frozen=True)
class Dense:
    """What the line says of each level, said of all values of the variable."""

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
        others += self.levels.confined(known, By())
        return Inference((*facts, *others), self.levels.conditions(known))


def dense(label: str, levels: Levels) -> Dense:
    """If f(xᵢ) = g(xᵢ) at all levels, and these lie dense, then f(x) = g(x) for all x between.

    Functions are taken to be continuous.

    Side conditions: those of ``levels``: N(xᵢ) = i, and 1/N′ → 0 as the system grows.

    Example: ``by(dense("1", levels))`` gives α(ε) = B/(ε + Δ) from (1), α(εᵢ) = B/(εᵢ + Δ).
    """
    return Dense(label, levels)
