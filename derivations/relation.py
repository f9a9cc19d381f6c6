"""The ways in which a paper relates expressions.

Every relation is data: what it means is said in its docstring, and deciding it is the
business of ``checks``.  A relation with more than two sides is a chain; ``links``
takes it apart into relations of two scalar sides, each a claim of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from typing import Any, ClassVar

import sympy
from sympy import Expr, Symbol

from .errors import PaperError
from .exact import Side, exact
from .expression import Vector


class Relation:
    """What two or more expressions are to one another."""

    #: The sign between the sides, in LaTeX and in Unicode.
    latex_sign: ClassVar[str]
    sign: ClassVar[str]
    sides: tuple[Side, ...]

    def links(self) -> Iterator[Relation]:
        """The claims that this relation makes, each with two scalar sides."""
        yield self

    def map(self, function: Callable[[Expr], Expr]) -> Relation:
        """The same relation of other expressions: ``function`` of each that it holds.

        >>> x, y = sympy.symbols("x y")
        >>> Less(x, 2 * x).map(lambda side: side.subs(x, y))
        Less(sides=(y, 2*y))
        """
        parts = {each.name: getattr(self, each.name) for each in fields(self)}  # type: ignore[arg-type]
        changed = {name: _mapped(part, function) for name, part in parts.items()}
        return replace(self, **changed)  # type: ignore[type-var]


def _mapped(part: Any, function: Callable[[Expr], Expr]) -> Any:
    if isinstance(part, Expr):
        return function(part)
    if isinstance(part, Vector):
        return part.map(function)
    if isinstance(part, tuple):
        return tuple(_mapped(each, function) for each in part)
    return part


@dataclass(frozen=True, init=False)
class _Chain(Relation):
    sides: tuple[Side, ...]

    def __init__(self, *sides: Any) -> None:
        if len(sides) < 2:
            msg = f"{type(self).__name__} relates two sides or more, and got {len(sides)}"
            raise PaperError(msg)
        object.__setattr__(self, "sides", tuple(exact(side) for side in sides))

    def map(self, function: Callable[[Expr], Expr]) -> Relation:
        return type(self)(*_mapped(self.sides, function))

    def links(self) -> Iterator[Relation]:
        if len(self.sides) == 2 and not any(isinstance(side, Vector) for side in self.sides):
            yield self
            return
        for left, right in zip(self.sides, self.sides[1:], strict=False):
            if isinstance(left, Vector) and isinstance(right, Vector):
                yield from (type(self)(a, b) for a, b in zip(left, right, strict=True))
            elif isinstance(left, Vector) or isinstance(right, Vector):
                msg = f"a vector cannot stand beside a scalar: {left} {self.sign} {right}"
                raise PaperError(msg)
            else:
                yield type(self)(left, right)


class Equal(_Chain):
    """``Equal(a, b, …)``: equal for all admissible values where both are defined."""

    latex_sign, sign = "=", "="


class SameOrder(_Chain):
    """``SameOrder(a, b, …)``: the paper's ``~``.

    The ratio is positive and has no dimension and no power of anything but order-one
    constants; their stated ranges keep it within the paper's bound for "order one".
    """

    latex_sign, sign = r"\sim", "~"


class Rough(SameOrder):
    """``Rough(a, b, …)``: printed ``=`` where the paper says that it counts in ``~``.

    Decided as ``SameOrder``, and proved only where a premise says ``Semiquantitative``.
    """

    latex_sign, sign = "=", "= (~)"


class NotEqual(_Chain):
    """``NotEqual(a, b)``: for some admissible values the sides differ.

    Where it is given, it is a premise for what follows: for all values considered there.
    """

    latex_sign, sign = r"\ne", "≠"


class Less(_Chain):
    """``Less(a, b, …)``: smaller for all admissible values."""

    latex_sign, sign = "<", "<"


class MuchLess(_Chain):
    """``MuchLess(a, b, …)``: smaller by a factor of ten or more, for all admissible values."""

    latex_sign, sign = r"\ll", "≪"


class SameDimension(_Chain):
    """``SameDimension(a, b)``: both sides have the same dimension."""

    latex_sign, sign = r"\triangleq", "≙"


@dataclass(frozen=True)
class Continuous(Relation):
    """``expression`` is continuous in ``variable`` on the closed interval [low, high]."""

    latex_sign: ClassVar[str] = r"\in C"
    sign: ClassVar[str] = "is continuous"
    expression: Expr
    variable: Symbol
    low: Expr
    high: Expr

    def __post_init__(self) -> None:
        for name in ("expression", "low", "high"):
            object.__setattr__(self, name, exact(getattr(self, name)))

    @property
    def sides(self) -> tuple[Side, ...]:  # type: ignore[override]
        """The expression."""
        return (self.expression,)


@dataclass(frozen=True)
class LeadingOrder(Relation):
    """``a`` equals ``b`` to leading order as ``variable`` tends to ``to`` from above.

    ``a/b`` tends to 1; the verdict shows the first neglected term.
    """

    latex_sign: ClassVar[str] = r"\simeq"
    sign: ClassVar[str] = "≃"
    left: Expr
    right: Expr
    variable: Symbol
    to: Expr = sympy.S.Zero

    def __post_init__(self) -> None:
        for name in ("left", "right", "to"):
            object.__setattr__(self, name, exact(getattr(self, name)))

    @property
    def sides(self) -> tuple[Side, ...]:  # type: ignore[override]
        """Both sides."""
        return (self.left, self.right)


@dataclass(frozen=True)
class Tends(Relation):
    """``expression`` tends to ``limit`` as ``variable`` tends to ``to`` from above.

    ``to`` may be ``oo``.
    """

    latex_sign: ClassVar[str] = r"\to"
    sign: ClassVar[str] = "→"
    expression: Expr
    limit: Expr
    variable: Symbol
    to: Expr = sympy.S.Zero

    def __post_init__(self) -> None:
        for name in ("expression", "limit", "to"):
            object.__setattr__(self, name, exact(getattr(self, name)))

    @property
    def sides(self) -> tuple[Side, ...]:  # type: ignore[override]
        """The expression and its limit."""
        return (self.expression, self.limit)


@dataclass(frozen=True)
class Independent(Relation):
    """``expression`` can be written in the quantities ``holding`` alone.

    ``of`` names the quantities that have thereby cancelled; they must not be in
    ``holding``.
    """

    latex_sign: ClassVar[str] = r"\perp"
    sign: ClassVar[str] = "independent of"
    expression: Expr
    of: tuple[Symbol, ...]
    holding: tuple[Symbol, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "expression", exact(self.expression))
        if both := set(self.of) & set(self.holding):
            msg = f"{', '.join(sorted(map(str, both)))} cannot be both held and cancelled"
            raise PaperError(msg)

    @property
    def sides(self) -> tuple[Side, ...]:  # type: ignore[override]
        """The expression."""
        return (self.expression,)


@dataclass(frozen=True)
class Within(Relation):
    """``low ≤ expression / unit ≤ high`` for all admissible values.

    ``unit`` is a unit's name, empty for a pure number; ``low`` and ``high`` are exact
    (integers, fractions, or decimal strings).
    """

    latex_sign: ClassVar[str] = r"\in"
    sign: ClassVar[str] = "∈"
    expression: Expr
    #: Fractions, once made; integers and decimal strings are taken too.
    low: Any
    high: Any
    unit: str = ""
    #: How the paper puts it, for display: ``≈ 3.1``, ``~ 300``.
    wording: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "expression", exact(self.expression))
        for name in ("low", "high"):
            value = getattr(self, name)
            if isinstance(value, float):
                msg = f"{value} is a floating-point number; write it as a string or a fraction"
                raise PaperError(msg)
            object.__setattr__(self, name, Fraction(value))
        if self.low > self.high:
            msg = f"the interval from {self.low} to {self.high} is empty; swap the bounds"
            raise PaperError(msg)

    @property
    def sides(self) -> tuple[Side, ...]:  # type: ignore[override]
        """The expression."""
        return (self.expression,)


@dataclass(frozen=True)
class Attains(Within):
    """``low ≤ expression / unit ≤ high`` for *some* admissible values.

    Weaker than ``Within``: what a paper may say when its constants are known only to
    within ranges.
    """

    sign: ClassVar[str] = "reaches"


@dataclass(frozen=True)
class Semiquantitative(Relation):
    """The paper says that its ``=`` keeps no factors of order one: see ``Rough``."""

    latex_sign: ClassVar[str] = r"= \text{ means } \sim"
    sign: ClassVar[str] = "= means ~"

    @property
    def sides(self) -> tuple[Side, ...]:  # type: ignore[override]
        """None: no quantities are related."""
        return ()


@dataclass(frozen=True)
class Consistent(Relation):
    """The premises can hold together: something satisfies all of them."""

    latex_sign: ClassVar[str] = r"\text{the premises can hold together}"
    sign: ClassVar[str] = "the premises can hold together"

    @property
    def sides(self) -> tuple[Side, ...]:  # type: ignore[override]
        """None: it is said of the premises alone."""
        return ()


@dataclass(frozen=True)
class Refers(Relation):
    """The text refers to the equations ``to``; those there are up to it are ``among``."""

    latex_sign: ClassVar[str] = r"\text{see}"
    sign: ClassVar[str] = "see"
    to: tuple[str, ...]
    among: frozenset[str] = field(repr=False)

    @property
    def sides(self) -> tuple[Side, ...]:  # type: ignore[override]
        """None: no quantities are related."""
        return ()


#: "Of the order of": within a factor of √10 either way, that is the nearest power of
#: ten or less than half a decade from the value; rounded outward by less than 0.1%.
ORDER = Fraction(3165, 1000)


def of_order(expression: Expr, value: Any, unit: str = "", *, some: bool = False) -> Within:
    """``expression`` is of the order of ``value``: within a factor √10 either way.

    ``some=True`` claims it for some admissible values only.
    """
    return between(expression, value, value, unit, some=some, wording=f"~ {value}")


def between(
    expression: Expr, low: Any, high: Any, unit: str = "", *, some: bool = False, wording: str = ""
) -> Within:
    """``expression`` is of the order of ``low`` to ``high``: half a decade more either way."""
    kind = Attains if some else Within
    low, high = Fraction(low), Fraction(high)
    return kind(
        expression, low / ORDER, high * ORDER, unit, wording=wording or f"~ {low} to {high}"
    )


def about(expression: Expr, value: str, unit: str = "", *, some: bool = False) -> Within:
    """``expression`` is ``value`` to the digits printed: half a unit of the last either way.

    >>> x = sympy.Symbol("x")
    >>> about(x, "3.1").low, about(x, "3.1").high
    (Fraction(61, 20), Fraction(63, 20))
    """
    _, _, decimals = value.partition(".")
    half = Fraction(1, 2 * 10 ** len(decimals))
    kind = Attains if some else Within
    return kind(
        expression, Fraction(value) - half, Fraction(value) + half, unit, wording=f"≈ {value}"
    )
