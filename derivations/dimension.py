"""Physical dimensions: a free abelian group with rational exponents."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from numbers import Rational
from typing import Any


@dataclass(frozen=True)
class Dimension:
    """A product of named base dimensions with rational exponents.

    The exponents are kept sorted by name and free of zeros, so equal dimensions are
    equal objects.

    >>> length, time = Dimension.base("length"), Dimension.base("time")
    >>> print(length / time**2)
    length·time⁻²
    >>> (length**2) ** Fraction(1, 2) == length
    True
    >>> print(length / length)
    1
    """

    exponents: tuple[tuple[str, Fraction], ...] = ()

    @classmethod
    def base(cls, name: str) -> Dimension:
        """The base dimension called ``name``."""
        return cls(((name, Fraction(1)),))

    @classmethod
    def of(cls, exponents: dict[str, Fraction]) -> Dimension:
        """The dimension with these exponents; zeros are dropped."""
        return cls(tuple(sorted((name, e) for name, e in exponents.items() if e)))

    def __mul__(self, other: Dimension) -> Dimension:
        if not isinstance(other, Dimension):
            return NotImplemented
        total = dict(self.exponents)
        for name, exponent in other.exponents:
            total[name] = total.get(name, Fraction(0)) + exponent
        return Dimension.of(total)

    def __truediv__(self, other: Dimension) -> Dimension:
        if not isinstance(other, Dimension):
            return NotImplemented
        return self * other**-1

    def __pow__(self, power: Rational | int) -> Dimension:
        factor = Fraction(power)
        return Dimension.of({name: e * factor for name, e in self.exponents})

    def __bool__(self) -> bool:
        """False for a pure number."""
        return bool(self.exponents)

    def __str__(self) -> str:
        return "·".join(f"{name}{raised(power)}" for name, power in self.exponents) or "1"


_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def raised(power: Any) -> str:
    """A rational exponent, in superscript where it is an integer; nothing for 1.

    >>> raised(-2), raised(1), raised(Fraction(1, 2))
    ('⁻²', '', '^(1/2)')
    """
    if power == 1:
        return ""
    text = str(power)
    return f"^({text})" if "/" in text else text.translate(_RAISED)


NUMBER = Dimension()
LENGTH = Dimension.base("length")
MASS = Dimension.base("mass")
TIME = Dimension.base("time")
TEMPERATURE = Dimension.base("temperature")
VELOCITY = LENGTH / TIME
MOMENTUM = MASS * VELOCITY
ENERGY = MASS * VELOCITY**2
ACTION = ENERGY * TIME
#: Charge in any system of units in which Coulomb's law has no dimensional constant.
CHARGE = (ENERGY * LENGTH) ** Fraction(1, 2)
#: Electric and magnetic field in such a system.
FIELD = CHARGE / LENGTH**2
