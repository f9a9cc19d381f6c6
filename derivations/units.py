"""Units: their exact values in gram, centimetre, second and kelvin, and their dimensions.

The Gaussian system: charge and field have the dimensions that Coulomb's law without a
constant gives them, so 1 gauss is 1 g^½ cm^−½ s⁻¹ and needs no conversion.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import Any

from .dimension import (
    CHARGE,
    ENERGY,
    FIELD,
    LENGTH,
    MASS,
    NUMBER,
    TEMPERATURE,
    TIME,
    Dimension,
    raised,
)
from .errors import PaperError

FORCE = ENERGY / LENGTH
#: One electronvolt in erg, exact since 2019 (SI Brochure, 9th edition, table 8).
_EV = Fraction("1.602176634e-12")

_VALUES: dict[Dimension, dict[str, Fraction | int | str]] = {
    LENGTH: {
        "cm": 1,
        "m": 100,
        "km": 10**5,
        "mm": "0.1",
        "um": "1e-4",
        "nm": "1e-7",
        "angstrom": "1e-8",
    },
    MASS: {"g": 1, "kg": 1000, "mg": "1e-3"},
    TIME: {"s": 1, "ms": "1e-3", "us": "1e-6", "ns": "1e-9", "ps": "1e-12", "fs": "1e-15"},
    TEMPERATURE: {"K": 1, "mK": "1e-3"},
    NUMBER / TIME: {"Hz": 1, "kHz": 10**3, "MHz": 10**6, "GHz": 10**9, "THz": 10**12},
    FORCE: {"dyn": 1, "N": 10**5},
    ENERGY: {
        "erg": 1,
        "J": 10**7,
        "eV": _EV,
        "meV": _EV / 1000,
        "keV": _EV * 1000,
        "MeV": _EV * 10**6,
    },
    CHARGE: {"statcoulomb": 1, "statC": 1, "esu": 1},
    FIELD: {"gauss": 1, "oersted": 1},
}

_UNITS = {
    name: (Fraction(value), dimension)
    for dimension, units in _VALUES.items()
    for name, value in units.items()
}

_NAME = re.compile(r"[^\W\d]\w*")
_PRODUCT = re.compile(r"(1 */ *)?NAME( *[ */] *NAME)*".replace("NAME", r"[^\W\d]\w*(\^-?\d+)?"))
_FACTOR = re.compile(r"([*/]?) *([^\W\d]\w*)(?:\^(-?\d+))?")

#: Units that are measured, and so have no exact value.
_MEASURED = {"u": "u", "Da": "u", "amu": "u", "m_e": "m_e", "bohr": "a_B"}


@cache
def in_base(unit: str) -> tuple[Fraction, Dimension]:
    """The value of ``unit`` in the cgs base and its dimension; the empty unit is 1.

    ``unit`` is a name or a product of powers of names.  ``PaperError`` for a name that is
    not known, a unit that has no exact value, or one that cannot be read.

    >>> print(*in_base("meV"))
    801088317/500000000000000000000000 length²·mass·time⁻²
    >>> print(*in_base("gauss*cm**2"))
    1 length^(3/2)·mass^(1/2)·time⁻¹
    >>> in_base("furlong")
    Traceback (most recent call last):
    derivations.errors.PaperError: furlong: there is no unit of this name; known are GHz, Hz, J, \
K, MHz, MeV, N, THz, angstrom, cm, dyn, eV, erg, esu, fs, g, gauss, kHz, keV, kg, km, m, mK, \
meV, mg, mm, ms, nm, ns, oersted, ps, s, statC, statcoulomb, um, us
    """
    if not unit:
        return Fraction(1), NUMBER
    value, dimension = Fraction(1), NUMBER
    for name, exponent in powers(unit).items():
        one, its = _named(name)
        value *= _raised(one, exponent, unit)
        dimension *= its**exponent
    return value, dimension


def _named(name: str) -> tuple[Fraction, Dimension]:
    if name in _MEASURED:
        msg = (
            "it is measured, not defined, so it is no unit for exact bounds; declare a quantity "
            f'for it, give it its value with constants.fact(symbol, "{_MEASURED[name]}"), and '
            "state the ratio to it"
        )
        raise PaperError(msg, name)
    if name not in _UNITS:
        msg = f"there is no unit of this name; known are {', '.join(sorted(_UNITS))}"
        raise PaperError(msg, name)
    return _UNITS[name]


def _raised(value: Fraction, exponent: Fraction, unit: str) -> Fraction:
    """``value`` to a power, which must be rational."""
    whole = value**exponent.numerator
    top, bottom = (_root(n, exponent.denominator) for n in (whole.numerator, whole.denominator))
    if top is None or bottom is None:
        msg = "its value in g, cm, s, K is irrational; state the power of it that is rational"
        raise PaperError(msg, unit)
    return Fraction(top, bottom)


def _root(number: int, degree: int) -> int | None:
    """The exact root of a natural number, if it has one."""
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle - 1)
    return low if low**degree == number else None


def powers(unit: str) -> dict[str, Fraction]:
    """The exponents in a product of powers of names.

    Whole powers are read here, and anything else by pint, which takes as long to import
    as sympy.

    >>> powers("gauss*cm**2")
    {'gauss': Fraction(1, 1), 'cm': Fraction(2, 1)}
    """
    if unit.isidentifier():
        return {unit: Fraction(1)}
    text = unit.replace("**", "^")
    for name in _NAME.findall(unit):
        _named(name)
    if not _PRODUCT.fullmatch(text):
        return _powers_by_pint(unit)
    found: dict[str, Fraction] = {}
    for sign, name, exponent in _FACTOR.findall(text):
        power = Fraction(exponent or 1) * (-1 if sign == "/" else 1)
        found[name] = found.get(name, Fraction(0)) + power
    return found


def _powers_by_pint(unit: str) -> dict[str, Fraction]:
    if re.search(r"[\d)]\s*(\*\*|\^)", unit):
        msg = "only a name may be raised to a power; write a unit as a product of powers of names"
        raise PaperError(msg, unit)
    import pint

    registry: Any = pint.UnitRegistry(None, non_int_type=Fraction)
    for name in _UNITS:
        registry.define(f"{name} = [{name}]")
    try:
        found = registry.parse_units(unit)._units.items()  # noqa: SLF001 - its only exact form
    except Exception:  # pint raises whatever its tokenizer does
        msg = "it cannot be read as a unit; write a product of powers of names, like cm**2/s"
        raise PaperError(msg, unit) from None
    return {name: Fraction(exponent) for name, exponent in found}


def written(unit: str) -> str:
    """A unit as a reader writes it.

    >>> written("erg*s/cm**3"), written("cm**(-1/2)*g")
    ('erg·s/cm³', 'cm^(-1/2)·g')
    """
    return re.sub(
        r"\*\*(-?\d+|\([^)]*\))", lambda power: raised(power[1].strip("()")), unit
    ).replace("*", "·")
