"""Constants of nature in the Gaussian system: CODATA 2022 with its uncertainties.

E. Tiesinga, P. J. Mohr, D. B. Newell and B. N. Taylor, The 2022 CODATA recommended values
of the fundamental physical constants, https://physics.nist.gov/constants.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from sympy import Symbol

from .errors import PaperError
from .relation import Within

#: How many standard uncertainties the intervals reach to either side.
SIGMAS = 6


@dataclass(frozen=True)
class Constant:
    """A measured or defined value in ``unit``.

    ``text`` is the value as CODATA prints it, the standard uncertainty of its last digits
    in parentheses; without these it is defined, and then exact unless ``rounded``, when
    the exact value is irrational and less than one unit of the last digit away.

    >>> mass = CONSTANTS["m_e"]
    >>> print(mass.text, mass.unit, "with 6 uncertainties", (mass.high - mass.low) / 12)
    9.1093837139(28)e-28 g with 6 uncertainties 7/25000000000000000000000000000000000000
    >>> CONSTANTS["c"].low == CONSTANTS["c"].high == 29979245800
    True
    """

    name: str
    meaning: str
    text: str
    unit: str
    rounded: bool = False

    @property
    def low(self) -> Fraction:
        """The value less six standard uncertainties."""
        return self.value - self._margin

    @property
    def high(self) -> Fraction:
        """The value and six standard uncertainties."""
        return self.value + self._margin

    @property
    def value(self) -> Fraction:
        """The recommended value."""
        return Fraction(re.sub(r"\(\d+\)", "", self.text))

    @property
    def _margin(self) -> Fraction:
        digits, uncertainty, exponent = re.findall(
            r"^\d+\.?(\d*)(?:\((\d+)\))?(?:e(.*))?$", self.text
        )[0]
        last = Fraction(10) ** (int(exponent or 0) - len(digits))
        return (SIGMAS * int(uncertainty or 0) + self.rounded) * last


CONSTANTS: dict[str, Constant] = {
    constant.name: constant
    for constant in (
        Constant("c", "speed of light", "29979245800", "cm/s"),
        Constant("h", "Planck constant", "6.62607015e-27", "erg*s"),
        Constant(
            "hbar",
            "Planck constant over 2π",
            "1.05457181764615639126242800330e-27",
            "erg*s",
            rounded=True,
        ),
        Constant("k_B", "Boltzmann constant", "1.380649e-16", "erg/K"),
        Constant("alpha", "fine-structure constant", "7.2973525643(11)e-3", ""),
        # √(α ħ c).  Since 2019 the vacuum permittivity is measured, and with it the factor
        # between coulomb and statcoulomb; its relative uncertainty is half that of α.
        Constant("e", "elementary charge", "4.80320471224(37)e-10", "statcoulomb"),
        Constant("m_e", "electron mass", "9.1093837139(28)e-28", "g"),
        Constant("m_p", "proton mass", "1.67262192595(52)e-24", "g"),
        Constant("u", "atomic mass constant", "1.66053906892(52)e-24", "g"),
        Constant("a_B", "Bohr radius", "5.29177210544(82)e-9", "cm"),
    )
}


def fact(symbol: Symbol, name: str) -> Within:
    """That ``symbol`` is the constant called ``name``, give or take six uncertainties.

    ``PaperError`` if there is no constant of this name.

    >>> fact(Symbol("k", positive=True), "k_B")
    Within(expression=k, low=Fraction(1380649, 10000000000000000000000), \
high=Fraction(1380649, 10000000000000000000000), unit='erg/K', wording='= 1.380649e-16')
    >>> fact(Symbol("G", positive=True), "G")
    Traceback (most recent call last):
    derivations.errors.PaperError: G: there is no constant of this name; known are a_B, alpha, c, \
e, h, hbar, k_B, m_e, m_p, u
    """
    constant = CONSTANTS.get(name)
    if constant is None:
        msg = f"there is no constant of this name; known are {', '.join(sorted(CONSTANTS))}"
        raise PaperError(msg, name)
    return Within(symbol, constant.low, constant.high, constant.unit, f"= {constant.text}")
