"""Expressions near a limit point, under the facts of an obligation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

import sympy
from sympy import Expr, Symbol, oo

from derivations.obligation import Obligation
from derivations.relation import Less, MuchLess

from ..normal.algebra import Algebra, UnsupportedError
from ..normal.elimination import System, solve
from ..normal.fraction import Frac
from ..normal.sign import sign
from ..quoting import quoted, quoted_relation
from .expansion import Approach, Expansion
from .growth import ONE, Growth
from .powerseries import ImpreciseError, Scale, Series

#: How many orders are kept, one try after the other.
DEPTHS = (3, 6, 12)


@dataclass
class Germ:
    """Expressions near a limit point, under the facts of an obligation.

    Raises ``UnsupportedError`` where the facts fix the variable, or are not known to hold
    near the limit point.
    """

    obligation: Obligation
    system: System
    approach: Approach
    #: Coefficients that were divided by and are not known to be non-zero.
    divided_by: dict[str, Frac] = field(default_factory=dict)
    #: What the conversion of the expressions took for granted.
    assumed: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        obligation: Obligation,
        variable: Symbol,
        to: Expr,
        expressions: Iterable[Expr],
        *,
        below: bool = False,
        roots: int = 1,
    ) -> Germ:
        """Solve the facts for anything but the variable.

        ``roots`` asks for a normal form in which roots of that order can be written.
        """
        needs = [*expressions, sympy.Integer(2) ** sympy.Rational(1, roots)]
        if to is not oo:
            needs.append(to)
        system = solve(obligation.facts, obligation.notation, frozenset({variable}), needs)
        algebra = system.algebra
        if system.contradiction is not None:
            found = quoted_relation(system.contradiction)
            msg = f"the premises contradict each other: {found} cannot hold"
            raise UnsupportedError(msg)
        approach = Approach(variable, None if to is oo else algebra.convert(to), below)
        if variable in algebra.rules or any(
            variable in side.free_symbols
            for fact in system.unsolved
            for side in fact.sides
            if isinstance(side, Expr)
        ):
            msg = (
                f"the premises fix {quoted(variable)}, or relate "
                "it to others in a way not solved here"
            )
            raise UnsupportedError(msg)
        if approach.to is not None and approach.depends(algebra, approach.to):
            msg = f"{quoted(to)}, to which {quoted(variable)} is to tend, varies with it"
            raise UnsupportedError(msg)
        germ = cls(obligation, system, approach, assumed=frozenset(algebra.assumed))
        germ._facts_hold()
        return germ

    def value(self, expr: Expr) -> Frac:
        """The normal form of an expression."""
        return self.system.algebra.convert(expr)

    def varies(self, value: Frac) -> bool:
        """Whether a normal form changes with the variable."""
        return self.approach.depends(self.system.algebra, value)

    def series(self, value: Frac) -> Iterator[Series]:
        """Better and better series of ``value``."""
        for depth in DEPTHS:
            scale = Scale(self.system.algebra, depth, self.divided_by)
            try:
                yield Expansion(scale, self.approach).of(value)
            except ImpreciseError:
                continue

    def show(self, coefficient: Frac, growth: Growth = ONE) -> Expr:
        """A term of a series as an expression."""
        algebra = self.system.algebra
        small = self.approach.small(algebra)
        log = -sympy.log(small) if self.approach.to is not None else sympy.log(1 / small)
        exponent = sympy.Add(
            *(
                algebra.expr(c) * small ** _rational(p) * log ** _rational(k)
                for (p, k), c in growth.exponent
            )
        )
        shown = (
            algebra.expr(coefficient)
            * small ** _rational(growth.power)
            * log ** _rational(growth.logs)
            * sympy.exp(exponent)
        )
        return sympy.expand(shown.rewrite(sympy.sin)) if shown.has(sympy.I) else shown

    def _facts_hold(self) -> None:
        """Every inequality about the variable must hold near the limit point."""
        for fact in self.obligation.facts:
            for link in fact.links():
                if not isinstance(link, Less | MuchLess):
                    continue
                low, high = link.sides
                difference = self.value(high) - self.value(low)
                if self.varies(difference) and not self._positive(difference):
                    msg = (
                        f"{quoted(low)} {link.sign} {quoted(high)} "
                        "is not known to hold near the limit"
                    )
                    raise UnsupportedError(msg)

    def _positive(self, value: Frac) -> bool:
        for series in self.series(value):
            try:
                top = series.top()
            except ImpreciseError:
                continue
            return len(top) == 1 and sign(self.system.algebra, top[0][1]) > 0
        return False

    def unproved(self, *values: Frac) -> list[str]:
        """Signs that the series of ``values`` take for granted of things that do not vary."""
        algebra = self.system.algebra
        found = dict.fromkeys(algebra.assumed.keys() - self.assumed)
        for value in values:
            for index in _atoms_under(algebra, value):
                atom = algebra.atom(index)
                if self.approach.moves(algebra, index) or atom.kind not in {"log", "radical"}:
                    continue
                if sign(algebra, atom.parts[0]) <= 0:
                    relation = ">" if atom.kind == "log" else "≥"
                    found[f"{quoted(algebra.expr(atom.parts[0]))} {relation} 0"] = None
        return sorted(found)

    def moving(self) -> str:
        """Which symbols the premises make vary with the variable, as part of a sentence."""
        names = [
            quoted(solution.atom)
            for solution in self.system.solutions
            if self.varies(self.value(solution.value))
        ]
        return (
            f", where {', '.join(names)} varies with {quoted(self.approach.variable)}"
            if names
            else ""
        )

    def conditions(self) -> tuple[str, ...]:
        """What must not vanish for the series to hold and is not known not to."""
        return tuple(f"{name} ≠ 0" for name in self.divided_by)


def _atoms_under(algebra: Algebra, value: Frac) -> Iterator[int]:
    for index in value.generators():
        yield index
        for part in algebra.atom(index).parts:
            yield from _atoms_under(algebra, part)


def _rational(value: Fraction) -> sympy.Rational:
    return sympy.Rational(value.numerator, value.denominator)
