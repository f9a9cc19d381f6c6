"""Units and constants agree with scipy's and pint's, and say no to what they don't know."""

import subprocess
import sys
from fractions import Fraction

import pint
import pytest
import scipy.constants
from flint import arb, ctx, fmpq
from sympy import Symbol

from derivations.constants import CONSTANTS, SIGMAS, fact
from derivations.dimension import CHARGE, ENERGY, FIELD, LENGTH, NUMBER, TEMPERATURE, TIME
from derivations.errors import PaperError
from derivations.relation import Within
from derivations.units import _UNITS, _powers_by_pint, in_base, powers

#: Constant → scipy's name, and the factor from SI to the Gaussian unit.
SCIPY_NAMES = {
    "c": ("speed of light in vacuum", 10**2),
    "h": ("Planck constant", 10**7),
    "hbar": ("reduced Planck constant", 10**7),
    "k_B": ("Boltzmann constant", 10**7),
    "alpha": ("fine-structure constant", 1),
    "m_e": ("electron mass", 10**3),
    "m_p": ("proton mass", 10**3),
    "u": ("atomic mass constant", 10**3),
    "a_B": ("Bohr radius", 10**2),
}

PINT_CONSTANTS = {
    "c": "speed_of_light",
    "h": "planck_constant",
    "hbar": "hbar",
    "k_B": "boltzmann_constant",
    "alpha": "fine_structure_constant",
    "m_e": "electron_mass",
    "m_p": "proton_mass",
    "u": "atomic_mass_constant",
    "a_B": "bohr",
}


@pytest.fixture(scope="module")
def registry():
    return pint.UnitRegistry(system="cgs")


class TestUnits:
    @pytest.mark.parametrize("name", _UNITS)
    def test_each_has_the_value_and_dimension_that_pint_gives_it(self, name, registry):
        value, dimension = in_base(name)
        theirs = registry.Quantity(1, name).to("g**0 * " + cgs(dimension))
        assert float(value) == pytest.approx(theirs.magnitude, rel=1e-12)

    def test_the_electronvolt_is_exact(self):
        assert in_base("eV") == (Fraction(1602176634, 10**21), ENERGY)

    @pytest.mark.parametrize(
        ("unit", "value", "dimension"),
        [
            ("", 1, NUMBER),
            ("gauss", 1, FIELD),
            ("esu", 1, CHARGE),
            ("gauss*cm**2", 1, FIELD * LENGTH**2),
            ("gauss**2 * cm^3", 1, ENERGY),
            ("meV/K", Fraction(1602176634, 10**24), ENERGY / TEMPERATURE),
            ("1/mm**3", 1000, LENGTH**-3),
            ("kg m / s**2", 10**5, ENERGY / LENGTH),
            ("m**(1/2)", 10, LENGTH ** Fraction(1, 2)),
            ("kHz**-2", Fraction(1, 10**6), TIME**2),
        ],
    )
    def test_products_of_powers_are_exact(self, unit, value, dimension):
        assert in_base(unit) == (value, dimension)
        assert isinstance(in_base(unit)[0], Fraction)

    @pytest.mark.parametrize(
        "unit", ["erg*s", "erg s", "cm/s", "1/cm**3", "cm^-3 s", "erg/K", "g*cm**2/s**2/K", "cm/cm"]
    )
    def test_whole_powers_are_read_as_pint_reads_them(self, unit):
        assert not any(value - powers(unit)[name] for name, value in _powers_by_pint(unit).items())
        assert {name for name, power in powers(unit).items() if power} == set(_powers_by_pint(unit))

    def test_constants_do_not_need_pint(self):
        code = (
            "import sys; from derivations import constants, units; "
            "[units.in_base(c.unit) for c in constants.CONSTANTS.values()]; "
            "sys.exit('pint' in sys.modules)"
        )
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

    @pytest.mark.parametrize(
        ("unit", "sentence"),
        [
            ("furlong", "furlong: there is no unit of this name"),
            ("cm/fortnight", "fortnight: there is no unit of this name"),
            ("u", "u: it is measured, not defined"),
            ("u*cm", "u: it is measured, not defined"),
            ("10*cm", "cannot be read as a unit"),
            ("cm)", "cannot be read as a unit"),
            ("cm**K", "cannot be read as a unit"),
            ("__import__('os')", "__import__: there is no unit of this name"),
            ("9**9**9", "only a name may be raised to a power"),
            ("eV**(1/2)", "is irrational"),
        ],
    )
    def test_anything_else_is_refused_with_a_sentence(self, unit, sentence):
        with pytest.raises(PaperError, match=sentence):
            in_base(unit)


def cgs(dimension):
    names = {"length": "cm", "mass": "g", "time": "s", "temperature": "K"}
    powers = (f"{names[base]}**{float(power)}" for base, power in dimension.exponents)
    return " * ".join(powers) or "dimensionless"


class TestConstants:
    def test_each_one_is_compared(self):
        assert set(CONSTANTS) == {*SCIPY_NAMES, "e"} == {*PINT_CONSTANTS, "e"}

    @pytest.mark.parametrize("name", SCIPY_NAMES)
    def test_value_and_uncertainty_are_those_of_scipy(self, name):
        theirs, factor = SCIPY_NAMES[name]
        value, _, uncertainty = scipy.constants.physical_constants[theirs]
        constant = CONSTANTS[name]
        assert float(constant.value) == pytest.approx(value * factor, rel=1e-15)
        if not constant.rounded:
            mine = (constant.high - constant.low) / (2 * SIGMAS)
            assert float(mine) == pytest.approx(uncertainty * factor, rel=1e-12)

    @pytest.mark.parametrize("name", PINT_CONSTANTS)
    def test_value_and_unit_are_those_of_pint(self, name, registry):
        constant = CONSTANTS[name]
        value, dimension = in_base(constant.unit)
        theirs = registry.Quantity(1, PINT_CONSTANTS[name]).to(cgs(dimension))
        assert float(constant.value * value) == pytest.approx(theirs.magnitude, rel=1e-9)

    def test_the_charge_is_the_root_of_the_coupling(self):
        """e² = α ħ c in the Gaussian system, within the uncertainty of each."""
        e, alpha, hbar, c = (CONSTANTS[name] for name in ("e", "alpha", "hbar", "c"))
        low, high = (getattr(alpha, end) * getattr(hbar, end) * c.value for end in ("low", "high"))
        assert e.low**2 < low < high < e.high**2
        assert abs(e.value**2 / (alpha.value * hbar.value * c.value) - 1) < Fraction(1, 10**11)

    def test_the_charge_agrees_with_the_coulomb_by_its_old_factor(self):
        """10⁻⁸ of the coulomb is c/10 statcoulomb, exact until 2019 and now nearly so."""
        coulombs = Fraction(scipy.constants.value("elementary charge"))
        old = coulombs * CONSTANTS["c"].value / 10
        assert CONSTANTS["e"].low < old < CONSTANTS["e"].high

    def test_the_interval_of_hbar_holds_h_over_two_pi(self):
        with ctx.workprec(200):
            h = CONSTANTS["h"].value
            exact = arb(fmpq(h.numerator, h.denominator)) / (2 * arb.pi())
            low, high = (
                fmpq(end.numerator, end.denominator)
                for end in (CONSTANTS["hbar"].low, CONSTANTS["hbar"].high)
            )
            assert low < exact < high
        assert high / low - 1 < fmpq(1, 10**28)

    def test_the_bohr_radius_agrees_with_its_definition(self):
        """a_B = ħ²/(m e²), in Gaussian units, within the uncertainties."""
        a, hbar, m, e = (CONSTANTS[name] for name in ("a_B", "hbar", "m_e", "e"))
        assert abs(a.value * m.value * e.value**2 / hbar.value**2 - 1) < Fraction(1, 10**9)

    def test_defined_ones_are_exact_and_measured_ones_are_not(self):
        exact = {name for name, constant in CONSTANTS.items() if constant.low == constant.high}
        assert exact == {"c", "h", "k_B"}

    def test_a_fact_states_the_interval_in_the_unit(self):
        m = Symbol("m", positive=True)
        stated = fact(m, "m_e")
        assert stated == Within(m, CONSTANTS["m_e"].low, CONSTANTS["m_e"].high, "g")
        assert stated.high - stated.low == Fraction("12") * Fraction("0.0000000028e-28")

    def test_an_unknown_constant_is_refused(self):
        with pytest.raises(PaperError, match="no constant of this name"):
            fact(Symbol("G"), "G")
