"""Premises that are polynomial in their quantities, asked of z3.

Powers with fractions as exponents become unknowns with their defining polynomials.  That
nothing satisfies the premises is taken from z3; a point that it finds is only proposed,
and counts once every premise has been seen to hold there.  z3 runs with a limit on its
steps, not on time, so that it answers the same in every run.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from sympy import Expr, S, Symbol

from derivations.quantity import Notation
from derivations.relation import Equal, Less, MuchLess, NotEqual, Relation, Within

from ..enclosures.numbers import MUCH, in_base_units

_STEPS = 2_000_000
#: Higher powers are left alone.
_HIGHEST = 40


class NotPolynomialError(Exception):
    """A premise that is no polynomial, or has powers too high."""


@dataclass(frozen=True)
class Answer:
    """What z3 says: that nothing satisfies the premises, or a point, or neither."""

    impossible: bool
    point: dict[Expr, Fraction] | None = None


def ask(
    links: Iterable[Relation],
    notation: Notation,
    steps: int = _STEPS,
    tactics: Sequence[str] = (),
) -> Answer:
    """Whether the polynomial premises among ``links`` can hold; others are left out.

    z3 chooses its ``tactics``, unless they are named.
    """
    import z3

    solver = z3.Then(*tactics).solver() if tactics else z3.Solver()
    solver.set("rlimit", steps)
    writer = _Writer(z3, notation)
    for link in links:
        try:
            solver.add(*writer.link(link))
        except NotPolynomialError:
            continue
    solver.add(*writer.about)
    found = solver.check()
    if found == z3.unsat:
        return Answer(impossible=True)
    if found != z3.sat:
        return Answer(impossible=False)
    model = solver.model()
    values = {
        symbol: _rational(z3, model.eval(unknown, model_completion=True))
        for symbol, unknown in writer.unknowns.items()
    }
    return Answer(False, {symbol: value for symbol, value in values.items() if value is not None})


def _rational(z3: Any, value: Any) -> Fraction | None:
    return Fraction(str(value.as_fraction())) if z3.is_rational_value(value) else None


@dataclass
class _Writer:
    """Writes relations for z3; ``about`` is what is known of the unknowns."""

    z3: Any
    notation: Notation
    unknowns: dict[Expr, Any] = field(default_factory=dict)
    about: list[Any] = field(default_factory=list)
    _roots: dict[Expr, Any] = field(default_factory=dict)

    def link(self, link: Relation) -> list[Any]:
        """The relation between real numbers that ``link`` says."""
        if type(link) is Within:
            interval = in_base_units(link)
            value = self.expr(link.expression)
            low, high = interval.fractions()
            return [value >= self._number(low), value <= self._number(high)]
        if not isinstance(link, Equal | Less | MuchLess | NotEqual):
            raise NotPolynomialError
        left, right = (self.expr(side) for side in link.sides)
        if isinstance(link, Equal):
            return [left == right]
        if isinstance(link, NotEqual):
            return [left != right]
        if isinstance(link, MuchLess):
            return [MUCH * left <= right]
        return [left < right]

    def _number(self, value: Any) -> Any:
        return self.z3.RealVal(str(Fraction(value)))

    def expr(self, expr: Any) -> Any:
        """An expression made of symbols, rational numbers, sums, products and powers."""
        if expr.is_Rational:
            return self.z3.RealVal(f"{expr.p}/{expr.q}")
        if expr.is_Symbol:
            return self._unknown(expr)
        if expr.is_Add:
            return self.z3.Sum([self.expr(term) for term in expr.args])
        if expr.is_Mul:
            return self.z3.Product([self.expr(factor) for factor in expr.args])
        if expr.is_Pow and expr.exp.is_Rational and abs(expr.exp.p) <= _HIGHEST:
            return self._power(expr.base, int(expr.exp.p), int(expr.exp.q))
        raise NotPolynomialError

    def _unknown(self, symbol: Symbol) -> Any:
        if symbol not in self.unknowns:
            unknown = self.unknowns[symbol] = self.z3.Real(symbol.name)
            if symbol.is_positive:
                self.about.append(unknown > 0)
            elif symbol.is_nonnegative:
                self.about.append(unknown >= 0)
            stated = self.notation[symbol].range if symbol in self.notation else None
            if stated is not None:
                self.about += [
                    unknown >= self._number(stated[0]),
                    unknown <= self._number(stated[1]),
                ]
        return self.unknowns[symbol]

    def _power(self, base: Expr, above: int, below: int) -> Any:
        value = self.expr(base) if below == 1 else self._root(base, below)
        result = self.z3.Product([value] * abs(above)) if above else self.z3.RealVal(1)
        if above >= 0:
            return result
        key = base ** (S(above) / below)
        if key not in self._roots:
            inverse = self._roots[key] = self.z3.Real(f"1 over {len(self._roots)}")
            self.about.append(inverse * result == 1)
        return self._roots[key]

    def _root(self, base: Expr, degree: int) -> Any:
        key = base ** (S.One / degree)
        if key not in self._roots:
            root = self._roots[key] = self.z3.Real(f"root {len(self._roots)}")
            self.about += [root >= 0, self.z3.Product([root] * degree) == self.expr(base)]
        return self._roots[key]
