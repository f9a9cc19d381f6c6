"""Numbers and intervals as text."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from derivations.dimension import raised
from derivations.relation import Within

_POWER_OF_TEN = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?(?:\(\d+\))?)[eE]\+?(-?\d+)\b")
_FRACTION = re.compile(r"-?\d+(/\d+)?")
#: Fractions of more characters are told as decimals.
_LONG = 9
_NEGATIVE = re.compile(r"(?<![\w)\]])-(?=[\d∞])")


def interval(relation: Within) -> str:
    """The interval in which a number is claimed to lie."""
    return f"∈ [{decimal(relation.low)}, {decimal(relation.high)}]"


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


def numerals(text: str) -> str:
    """``text`` with the numbers in it as a reader writes them.

    >>> numerals("between -1.5e-9 and 3E+5"), numerals("4.8032(37)e-10 statC")
    ('between −1.5·10⁻⁹ and 3·10⁵', '4.8032(37)·10⁻¹⁰ statC')
    """
    powers = _POWER_OF_TEN.sub(lambda found: f"{found[1]}·10{raised(int(found[2]))}", text)
    return _NEGATIVE.sub("−", powers)


def shortened(value: str) -> str:
    """A fraction too long to be read as a decimal; nothing for anything else.

    >>> shortened("60040058903/125000000000000000000"), shortened("3/2")
    ('4.803·10⁻¹⁰', '')
    """
    long = _FRACTION.fullmatch(value) and len(value) > _LONG
    return decimal(Fraction(value)) if long else ""
