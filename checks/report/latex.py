"""Write relations in LaTeX, in the names of a paper's notation."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

from sympy import Derivative, Integer, Subs, Symbol, latex
from sympy.core.function import AppliedUndef
from sympy.printing.latex import LatexPrinter

from derivations.exact import Side
from derivations.expression import Total, Vector
from derivations.quantity import Notation, Quantity, Role
from derivations.relation import (
    Attains,
    Continuous,
    Independent,
    LeadingOrder,
    Refers,
    Relation,
    Tends,
    Within,
)

from .figures import decimal

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
#: So many digits are more than one sees at a glance.
_MANY = 6
_POWER = re.compile(r"(·?)10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)")


def _number(value: Fraction) -> str:
    r"""A number as a decimal, to as many digits as are told elsewhere.

    >>> _number(Fraction(-83, 40)), _number(Fraction(6 * 10**22)), _number(Fraction(10) ** 9)
    ('-2.075', '6\\cdot 10^{22}', '10^{9}')
    """
    told = _POWER.sub(r"\1 10^{\2}", decimal(value)).replace("·", r"\cdot")
    return told.strip().translate(_SUPERSCRIPTS)


def _unit(unit: str) -> str:
    r"""A unit in upright letters.

    >>> print(_unit("gauss*cm**2"), _unit("cm**(-1/2)*g"), _unit("1/cm**3"))
    \mathrm{gauss\,cm^{2}} \mathrm{cm^{-1/2}\,g} \mathrm{1/cm^{3}}
    """
    powers = re.sub(r"\*\*(?:\(([^)]*)\)|(-?\d+))", r"^{\1\2}", unit)
    spaced = powers.replace("*", r"\,")
    return rf"\mathrm{{{spaced}}}"


class Latex(LatexPrinter):
    r"""Writes what a paper says as LaTeX.

    >>> from derivations.dimension import LENGTH
    >>> from derivations.relation import SameOrder
    >>> notation = Notation()
    >>> d = notation.quantity("d", LENGTH, "lattice distance")
    >>> ell = notation.quantity("ell", LENGTH, "tube length", latex=r"\ell")
    >>> print(Latex(notation).relation(SameOrder(ell, d / 2)))
    \ell \sim \frac{d}{2}
    """

    def __init__(self, notation: Notation) -> None:
        self._notation = notation
        self._names = {q.symbol: q.latex for q in notation}
        super().__init__({"symbol_names": self._names})

    def expression(self, expression: Side) -> str:
        """``expression`` in LaTeX."""
        if isinstance(expression, Vector):
            return rf"\left({', '.join(map(self.doprint, expression))}\right)"
        return str(self.doprint(expression))

    def relation(self, relation: Relation) -> str:
        """``relation`` in LaTeX, its sides joined by its sign.

        Quantities that are printed alike, and both stand in it, go by names of their own.
        """
        alike = self._alike(relation)
        if alike:
            return _apart(self._notation, alike).relation(relation)
        joined = f" {relation.latex_sign} ".join(map(self.expression, relation.sides))
        if isinstance(relation, LeadingOrder | Tends):
            to = self.doprint(relation.to)
            return rf"{joined} \quad ({self.doprint(relation.variable)} \to {to})"
        if isinstance(relation, Independent):
            gone = ", ".join(map(self.doprint, relation.of))
            return rf"{joined} \perp {gone}"
        if isinstance(relation, Continuous):
            span = ", ".join(map(self.doprint, (relation.low, relation.high)))
            return rf"{joined} \in C[{span}]"
        if isinstance(relation, Refers):
            return rf"{relation.latex_sign} {', '.join(f'({label})' for label in relation.to)}"
        if isinstance(relation, Within):
            span = f"[{_number(relation.low)}, {_number(relation.high)}]"
            unit = rf"\,{_unit(relation.unit)}" if relation.unit else ""
            some = r"\text{ for some values}" if isinstance(relation, Attains) else ""
            return rf"{joined} \in {span}{unit}{some}"
        return joined or relation.latex_sign

    def _alike(self, relation: Relation) -> list[Quantity]:
        """The quantities in ``relation`` whose names would tell them apart, and do not."""
        seen: dict[str, list[Quantity]] = {}
        for symbol in sorted(_symbols(relation), key=str):
            if symbol in self._notation:
                quantity = self._notation[symbol]
                seen.setdefault(self._names[symbol], []).append(quantity)
        return [
            quantity
            for several in seen.values()
            if len(several) > 1
            for quantity in several
            if latex(quantity.symbol) != self._names[quantity.symbol]
        ]

    def _print_AppliedUndef(self, expression: AppliedUndef, exp: str | None = None) -> str:
        """A function of several variables without them, as a reader writes a field."""
        plain = len(expression.args) > 1 and all(map(self._is_variable, expression.args))
        if not plain:
            return str(self._print_Function(expression, exp))
        name = self._hprint_Function(expression.func.__name__)
        return name if exp is None else rf"{{{name}}}^{{{exp}}}"

    def _print_Integer(self, number: Integer) -> str:
        r"""A large power of ten as one: its zeros are not to be counted.

        >>> write = Latex(Notation()).expression
        >>> print(write(10**7 * Symbol("x")), write(Integer(-1000)), write(Integer(-(10**6))))
        {10^{7}} x -1000 -{10^{6}}
        """
        digits = str(abs(int(number)))
        if len(digits) < _MANY or digits.strip("0") != "1":
            return str(number)
        return rf"{'-' if number < 0 else ''}{{10^{{{len(digits) - 1}}}}}"

    def _is_variable(self, expression: Any) -> bool:
        known = self._notation
        return expression in known and known[expression].role is Role.VARIABLE

    def _hprint_Function(self, func: str) -> str:
        symbol = self._notation.by_name(func)
        return symbol.latex if symbol else str(super()._hprint_Function(func))

    def _print_Subs(self, expression: Subs) -> str:
        """Derivatives at a point with primes: the name of the variable says nothing."""
        slope = expression.expr
        if isinstance(slope, Derivative) and isinstance(slope.expr, AppliedUndef):
            (_, order), *others = slope.variable_count
            if not others and order.is_Integer and slope.expr.args == expression.variables:
                name = self._hprint_Function(slope.expr.func.__name__)
                primes, at = "'" * int(order), self._print(expression.point[0])
                return rf"{name}{primes}\left({at}\right)"
        names = {x: Symbol(f"xi_{i}") for i, x in enumerate(expression.variables, start=1)}
        renamed = Subs(slope.xreplace(names), tuple(names.values()), expression.point)
        return str(super()._print_Subs(renamed))

    def _print_Total(self, total: Total) -> str:
        span = rf"{self._print(total.index)} \in {self._print(total.over)}"
        return rf"\sum_{{{span}}} {self.parenthesize(total.summand, 50)}"


def _symbols(relation: Relation) -> set[Symbol]:
    parts = [x for side in relation.sides for x in (side if isinstance(side, Vector) else (side,))]
    return {symbol for part in parts for symbol in part.free_symbols}


def _apart(notation: Notation, alike: list[Quantity]) -> Latex:
    """A writer for whom the quantities ``alike`` go by their own names."""
    other = notation.copy()
    for quantity in alike:
        other.amend(replace(quantity, latex=latex(quantity.symbol)))
    return Latex(other)
