"""What follows from equations by algebra: combinations, and one root of several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import sympy
from sympy import Expr, Mul, S, Symbol

from ..errors import PaperError
from ..exact import exact
from ..obligation import Obligation, about
from ..relation import Equal, Less
from .both_sides import equations
from .core import Inference, Known
from .variables import kept


@dataclass(frozen=True)
class Consequence:
    """``goal``, times ``divided_by``, as the lines' equations times their factors, added."""

    goal: Equal
    factors: tuple[tuple[str, tuple[Expr, ...]], ...]
    divided_by: Expr
    name: str = "consequence"

    @property
    def premises(self) -> tuple[str, ...]:
        """The lines that are combined."""
        return tuple(label for label, _ in self.factors)

    def infer(self, known: Known) -> Inference:
        """The goal, where the lines hold."""
        left, right = self.goal.sides
        combined = sympy.Add(*self._terms(known))
        identity = Equal((left - right) * self.divided_by, combined)
        purpose = "the equations, times their factors, add up to it"
        conditions: list[Obligation] = [replace(known, facts=()).obligation(identity, purpose)]
        if not self.divided_by.is_positive:
            nonzero = Less(S.Zero, self.divided_by**2)
            conditions.append(
                known.obligation(nonzero, about("{} does not vanish", self.divided_by))
            )
        stated = [fact for label in self.premises for fact in known.lines[label]]
        return Inference((self.goal, *kept(stated, known.notation)), tuple(conditions))

    def _terms(self, known: Known) -> Iterator[Expr]:
        for label, factors in self.factors:
            links = scalars(known, label)
            if len(factors) != len(links):
                msg = f"line ({label}) states {len(links)} equations; give as many factors"
                raise PaperError(msg)
            for factor, (left, right) in zip(factors, links, strict=True):
                yield factor * (left - right)


@dataclass(frozen=True)
class Branch:
    """``unknown`` is ``root``, being none of ``others``, which solve the line's equation too."""

    label: str
    unknown: Expr
    root: Expr
    others: tuple[Expr, ...]
    name: str = "branch"

    @property
    def premises(self) -> tuple[str, ...]:
        """The line whose equation is solved."""
        return (self.label,)

    def infer(self, known: Known) -> Inference:
        """The unknown equals the root, where the line holds."""
        links = scalars(known, self.label)
        found = [self._factor(*link) for link in links]
        factors = tuple(S.Zero if factor is None else factor for factor in found)
        if all(factor is None for factor in found):
            degree = 1 + len(self.others)
            msg = f"line ({self.label}) states no equation of degree {degree} in {self.unknown}"
            raise PaperError(msg)
        if sum(factor is not None for factor in found) > 1:
            first = next(place for place, factor in enumerate(found) if factor is not None)
            factors = tuple(f if place == first else S.Zero for place, f in enumerate(factors))
        excluded = Mul(*(self.unknown - other for other in self.others))
        goal = Equal(self.unknown, self.root)
        return Consequence(goal, ((self.label, factors),), excluded, self.name).infer(known)

    def _factor(self, left: Expr, right: Expr) -> Expr | None:
        """What makes the equation's leading coefficient 1; ``None`` if its degree is another."""
        place = sympy.Dummy()
        top, bottom = sympy.fraction(sympy.together((left - right).xreplace({self.unknown: place})))
        try:
            polynomial = sympy.Poly(top, place)
        except sympy.PolynomialError:
            return None
        if polynomial.degree() != 1 + len(self.others):
            return None
        return (bottom / polynomial.LC()).xreplace({place: self.unknown})


def scalars(known: Known, label: str) -> tuple[tuple[Expr, Expr], ...]:
    """The sides of the equations of line ``label``, scalars all: chains and vectors apart."""
    return tuple(
        (left, right)
        for one in equations(known, label)
        for left, right in (link.sides for link in one.links())
    )


def consequence(goal: Equal, factors: Mapping[str, Any], *, divided_by: Any = S.One) -> Consequence:
    """If lᵢ = rᵢ and (L − R) d = Σ cᵢ (lᵢ − rᵢ), with d ≠ 0, then L = R.

    This is what adding, subtracting, multiplying, dividing and eliminating come to.  A
    citation alone solves the lines' equations one after another for what stands in them
    linearly or as a power, which mostly is enough; this rule is for the others.
    ``factors`` gives each line its cᵢ: one, or a tuple where the line states several.

    Side conditions: the identity; d, ``divided_by``, is not zero.

    Example: ``by(consequence(Equal(x**3, x + 2), {"1": x, "2": 1}))`` gives x³ = x + 2
    from (1), x² = 1 + y, and (2), x y = 2.
    """
    taken = tuple(
        (label, tuple(map(exact, each if isinstance(each, tuple) else (each,))))
        for label, each in factors.items()
    )
    return Consequence(goal, taken, exact(divided_by))


def branch(label: str, unknown: Symbol | Expr, root: Any, *others: Any) -> Branch:
    """If A (x − r)(x − s) … = 0, and x is none of s …, then x = r.

    Side conditions: the equation of line ``label`` has the leading coefficient A ≠ 0 and the
    roots r, s, …; x − s, … are not zero.

    Example: ``by("2", branch("1", x, a, -b))`` gives x = a from (1), x² + (b − a) x = a b,
    and (2), x > 0, a and b being positive.
    """
    return Branch(label, unknown, exact(root), tuple(map(exact, others)))
