"""How the numbers that decide are told: in units, with the values at a point."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sympy import Expr

from derivations.dimension import Dimension
from derivations.quantity import Notation
from derivations.units import in_base, written

from ..quoting import named
from .admissible import Point, at
from .enclosure import Region, symbols
from .interval import Interval, precision
from .narrowing import Statement
from .numbers import Numbers
from .rounding import nearest, outward

#: Digits enough for the values chosen for a point.
_EXACT = 16
#: The base units by the names of their dimensions.
_BASE = {"length": "cm", "mass": "g", "time": "s", "temperature": "K"}


@dataclass(frozen=True)
class Measure:
    """What is measured, in which unit, and how large the unit is."""

    what: str
    unit: str
    size: Fraction

    @classmethod
    def of(cls, unit: str) -> Measure:
        """The value claimed, in the unit in which it is claimed."""
        return cls("it", unit, in_base(unit)[0])

    def ends(self, bounds: Interval) -> tuple[str, str]:
        """Both ends as decimals, rounded outward."""
        with precision():
            return outward(bounds / Interval.point(self.size))

    def between(self, bounds: Interval) -> str:
        """That it lies between the ends.

        >>> Measure.of("km").between(Interval.of(10**5, 10**6))
        'it is between 1 and 10 km'
        """
        low, high = self.ends(bounds)
        return f"{self.what} is between {low} and {high} {written(self.unit)}".rstrip()

    def at(self, numbers: Numbers, found: Point, claim: Statement) -> tuple[tuple[str, str], ...]:
        """The quantities at a point, and last the value there."""
        with precision():
            there = Region(numbers.algebra, at(found)).value(claim.value)
            number = nearest((there / Interval.point(self.size)).middle())
            value = f"{number} {written(self.unit)}".rstrip()
        notation = numbers.algebra.notation
        return (
            *(
                (named(symbol), _told(notation, symbol, found[symbol]))
                for symbol in symbols(numbers.algebra, claim.value)
            ),
            ("value" if self.what == "it" else self.what.removeprefix("the "), value),
        )


def base_units(dimension: Dimension) -> str:
    """The product of base units that has this dimension.

    >>> from derivations.dimension import ENERGY, FIELD
    >>> base_units(ENERGY), base_units(FIELD)
    ('cm**2*g*s**-2', 'cm**(-1/2)*g**(1/2)*s**-1')
    """
    return "*".join(
        _BASE[name]
        + ("" if power == 1 else f"**{power}" if power.denominator == 1 else f"**({power})")
        for name, power in dimension.exponents
    )


def _told(notation: Notation, symbol: Expr, value: Fraction) -> str:
    """A value in the unit in which the quantity is reported, if that is a plain one."""
    unit = notation[symbol].unit
    if unit.isidentifier():
        return f"{nearest(value / in_base(unit)[0], _EXACT)} {unit}"
    return f"{nearest(value, _EXACT)} {written(base_units(notation[symbol].dimension))}".rstrip()
