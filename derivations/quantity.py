"""Quantities: symbols with dimension, sign, role and meaning, and a paper's notation."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

import sympy
from sympy import Symbol
from sympy.core.function import UndefinedFunction

from .dimension import NUMBER, Dimension
from .errors import PaperError


class Role(StrEnum):
    """What a symbol is to the argument."""

    CONSTANT = "constant"
    #: A dimensionless constant of order one, which ``~`` may drop.
    FACTOR = "order-one factor"
    #: A coordinate, momentum, time …: what is said of it holds for all its values.
    VARIABLE = "variable"
    FUNCTION = "function"
    #: A finite set that a ``Total`` runs over.
    SET = "set"


#: What a declared sign says to sympy.
SIGNS: dict[str, dict[str, bool]] = {
    "positive": {"positive": True},
    "nonnegative": {"nonnegative": True},
    "real": {"real": True},
    "integer": {"integer": True},
    "positive integer": {"integer": True, "positive": True},
}


@dataclass(frozen=True)
class Quantity:
    """One symbol of a paper in one meaning.

    ``range`` is the stated range of an order-one factor or ``None``; ``arguments`` are
    the dimensions of a function's arguments; ``count`` is the number of elements of a
    set; ``member_of`` names the set that a variable runs over, if any.
    """

    name: str
    symbol: Symbol | UndefinedFunction
    dimension: Dimension
    meaning: str
    latex: str
    unicode: str
    sign: str
    role: Role
    unit: str = ""
    range: tuple[Fraction, Fraction] | None = None
    arguments: tuple[Dimension, ...] = ()
    count: sympy.Expr | None = None
    member_of: Symbol | None = None
    #: The paper that it is cited from, and its LaTeX there; empty for a paper's own.
    cited: str = ""
    cited_latex: str = ""


class _Function(UndefinedFunction):
    """A declared function, that keeps its hash: it stands in keys wherever one is looked up."""

    def __hash__(self) -> int:
        kept = self.__dict__.get("_hash")
        if kept is None:
            kept = self._hash = super().__hash__()
        return int(kept)

    def __eq__(self, other: object) -> bool:
        return self is other or bool(super().__eq__(other))


class Notation:
    """The quantities of one paper, each declared once with meaning and dimension.

    >>> from derivations.dimension import LENGTH
    >>> notation = Notation()
    >>> d = notation.quantity("d", LENGTH, "lattice distance")
    >>> notation[d].meaning
    'lattice distance'
    >>> notation.quantity("d", LENGTH, "something else")
    Traceback (most recent call last):
    derivations.errors.PaperError: d: the quantity is declared twice; give one of them another name
    """

    def __init__(self) -> None:
        self._by_symbol: dict[Any, Quantity] = {}
        self._names: dict[str, Quantity] = {}
        self._positions: dict[Any, float] = {}
        #: The quantities in order, once somebody has asked for them.
        self._ordered: list[Quantity] | None = None

    def __getitem__(self, symbol: Any) -> Quantity:
        try:
            return self._by_symbol[symbol]
        except KeyError:
            msg = (
                "the quantity has no dimension: declare it with notation.quantity(...), "
                "with its dimension and meaning"
            )
            raise PaperError(msg, str(symbol)) from None

    def position(self, symbol: Any) -> float:
        """Where in the order of the quantities ``symbol`` stands; infinity if nowhere."""
        return self._positions.get(symbol, math.inf)

    def __contains__(self, symbol: Any) -> bool:
        return symbol in self._by_symbol

    def __iter__(self) -> Any:
        if self._ordered is None:
            places = self._positions
            self._ordered = sorted(self._by_symbol.values(), key=lambda q: places[q.symbol])
        return iter(self._ordered)

    def by_name(self, name: str) -> Quantity | None:
        """The quantity called ``name``, if there is one."""
        return self._names.get(name)

    def declare(self, quantity: Quantity, position: float | None = None) -> None:
        """Take in a quantity that another notation has declared."""
        self._add(quantity, position)

    def amend(self, quantity: Quantity) -> None:
        """Let a quantity that is declared be ``quantity`` instead, with the same symbol."""
        self[quantity.symbol]
        self._refuse_odd_count(quantity)
        self._by_symbol[quantity.symbol] = self._names[quantity.name] = quantity
        self._ordered = None

    def copy(self) -> Notation:
        """The same quantities; what is declared in the copy is not declared here."""
        other = Notation()
        other._by_symbol = dict(self._by_symbol)
        other._names = dict(self._names)
        other._positions = dict(self._positions)
        return other

    def quantity(
        self,
        name: str,
        dimension: Dimension,
        meaning: str,
        *,
        latex: str = "",
        unicode: str = "",
        sign: str = "positive",
        role: Role = Role.CONSTANT,
        unit: str = "",
        range: tuple[Any, Any] | None = None,  # noqa: A002 - the field's own word
        member_of: Symbol | None = None,
        position: float | None = None,
    ) -> Symbol:
        """Declare a quantity and return its symbol.

        ``sign`` is one of ``positive``, ``nonnegative``, ``real``, ``integer``,
        ``positive integer``; ``unit`` is the unit in which numbers are reported;
        ``position`` is where it stands if not where it happens to be declared.
        """
        if sign not in SIGNS:
            msg = f"unknown sign {sign!r}; use one of {', '.join(SIGNS)}"
            raise PaperError(msg, name)
        if name.startswith("_"):
            msg = "names that begin with an underscore are kept for bound variables"
            raise PaperError(msg, name)
        if role is Role.VARIABLE and range is not None:
            msg = "what is said of a variable holds for all its values; it has no range"
            raise PaperError(msg, name)
        symbol = Symbol(name, **SIGNS[sign])
        bounds = None if range is None else (Fraction(range[0]), Fraction(range[1]))
        if bounds and bounds[0] > bounds[1]:
            msg = f"its range runs from {bounds[0]} down to {bounds[1]}; swap the bounds"
            raise PaperError(msg, name)
        self._add(
            Quantity(
                name=name,
                symbol=symbol,
                dimension=dimension,
                meaning=meaning,
                latex=latex or sympy.latex(symbol),
                unicode=unicode or sympy.pretty(symbol, use_unicode=True),
                sign=sign,
                role=role,
                unit=unit,
                range=bounds,
                member_of=member_of,
            ),
            position,
        )
        return symbol

    def factor(self, name: str, meaning: str, low: Any, high: Any, **more: Any) -> Symbol:
        """Declare a dimensionless constant of order one with its stated range."""
        return self.quantity(name, NUMBER, meaning, role=Role.FACTOR, range=(low, high), **more)

    def variable(self, name: str, dimension: Dimension, meaning: str, **more: Any) -> Symbol:
        """Declare a variable: what is said of it holds for all its values."""
        return self.quantity(name, dimension, meaning, role=Role.VARIABLE, **more)

    def function(
        self,
        name: str,
        dimension: Dimension,
        meaning: str,
        *,
        of: tuple[Dimension, ...],
        latex: str = "",
        unicode: str = "",
    ) -> UndefinedFunction:
        """Declare a real function: the dimension of its value and of its arguments."""
        function = _Function(name, real=True)
        self._add(
            Quantity(
                name=name,
                symbol=function,
                dimension=dimension,
                meaning=meaning,
                latex=latex or sympy.latex(Symbol(name)),
                unicode=unicode or sympy.pretty(Symbol(name), use_unicode=True),
                sign="real",
                role=Role.FUNCTION,
                arguments=of,
            )
        )
        return function

    def set(
        self, name: str, meaning: str, *, count: sympy.Expr, dimension: Dimension = NUMBER
    ) -> Symbol:
        """Declare a finite set to sum over; a sum over it has ``dimension`` besides.

        ``count`` is what the sum of 1 is: a number, or a number density where the set
        is "all electrons in the unit of volume".  It is positive, by its declared signs.
        """
        symbol = Symbol(name)
        self._add(
            Quantity(
                name=name,
                symbol=symbol,
                dimension=dimension,
                meaning=meaning,
                latex=rf"\mathrm{{{name}}}",
                unicode=name,
                sign="real",
                role=Role.SET,
                count=count,
            )
        )
        return symbol

    def _add(self, quantity: Quantity, position: float | None = None) -> None:
        if quantity.name in self._names or quantity.symbol in self._by_symbol:
            msg = "the quantity is declared twice; give one of them another name"
            raise PaperError(msg, quantity.name)
        self._refuse_odd_count(quantity)
        self._names[quantity.name] = quantity
        place = len(self._positions) if position is None else position
        self._positions[quantity.symbol] = place
        self._by_symbol[quantity.symbol] = quantity
        self._ordered = None

    def _refuse_odd_count(self, quantity: Quantity) -> None:
        """``PaperError`` for a set that has, by what is declared, no such number of members."""
        count = quantity.count
        if count is None:
            return
        varies = any(x in self and self[x].role is Role.VARIABLE for x in count.free_symbols)
        if varies or not count.is_positive or count.is_integer is False:
            msg = (
                f"a set does not have {count} members; it has one number of them, which is "
                "positive by its declared signs"
            )
            raise PaperError(msg, quantity.name)
