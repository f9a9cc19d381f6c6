"""Numbers, intervals and dimensions as text."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from derivations.dimension import Dimension
from derivations.relation import Within

_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def dimension(value: Dimension) -> str:
    """A dimension with raised exponents; ``1`` for a pure number.

    >>> from derivations.dimension import VELOCITY
    >>> dimension(VELOCITY)
    'length·time⁻¹'
    """
    return "·".join(f"{name}{raised(power)}" for name, power in value.exponents) or "1"


def interval(relation: Within) -> str:
    """The interval in which a number is claimed to lie."""
    return f"∈ [{decimal(relation.low)}, {decimal(relation.high)}]"


def unit(name: str) -> str:
    """A unit's name with raised exponents.

    >>> unit("erg*s/cm**3")
    'erg·s/cm³'
    """
    return re.sub(r"\*\*(-?\d+)", lambda power: raised(power[1]), name).replace("*", "·")


def decimal(value: Fraction) -> str:
    """A fraction as a decimal: in full if eight digits are enough, else to four.

    >>> decimal(Fraction(11871, 100)), decimal(Fraction(-1, 3)), decimal(Fraction(10**400))
    ('118.71', '−0.3333', '10⁴⁰⁰')
    """
    number = Decimal(value.numerator) / Decimal(value.denominator)
    short = len(number.normalize().as_tuple().digits) <= 8 and Fraction(number) == value
    mantissa, _, exponent = (f"{number:.8g}" if short else f"{number:.4g}").partition("e")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    mantissa = mantissa.replace("-", "−")
    if not exponent:
        return mantissa
    power = f"10{raised(int(exponent))}"
    return power if mantissa == "1" else f"{mantissa}·{power}"


def raised(power: Any) -> str:
    """A rational exponent, in superscript where it is an integer; nothing for 1.

    >>> raised(-2), raised(1), raised(Fraction(1, 2))
    ('⁻²', '', '^(1/2)')
    """
    if power == 1:
        return ""
    text = str(power)
    return f"^({text})" if "/" in text else text.translate(_RAISED)
