"""Exponentials and logarithms of series."""

from __future__ import annotations

from fractions import Fraction
from math import factorial

from ..normal import transcendental
from ..normal.algebra import Algebra, UnsupportedError
from ..normal.fraction import Frac
from ..normal.sign import sign
from ..quoting import quoted
from .growth import ONE, Growth, real_part
from .powerseries import ImpreciseError, Series


def logarithm(series: Series) -> Series:
    """The logarithm of a real c · g · (1 + ε): those of the three factors."""
    algebra = series.scale.algebra
    growth, coefficient = series.leading()
    series.must_be_real(growth)
    if growth.logs:
        msg = "the logarithm of a logarithm that grows without bound"
        raise UnsupportedError(msg)
    if sign(algebra, coefficient) < 0:
        msg = (
            "the logarithm of something near "
            f"{quoted(algebra.expr(coefficient))}, which is negative"
        )
        raise UnsupportedError(msg)
    result = series.relative(growth, coefficient).compose(
        lambda j: algebra.number(Fraction((-1) ** (j + 1), j) if j else 0)
    )
    result += series.scale.constant(transcendental.logarithm(algebra, coefficient))
    result += series.scale.term(Growth(Fraction(0), Fraction(1)), algebra.number(-growth.power))
    for (power, logs), part in growth.exponent:
        result += series.scale.term(Growth(power, logs), part)
    return result


def exponential(series: Series) -> Series:
    """The exponential of E + c + ε, with E unbounded and ε → 0."""
    algebra = series.scale.algebra
    constant, growth, small = algebra.zero, ONE, dict[Growth, Frac]()
    unbounded: dict[tuple[Fraction, Fraction], Frac] = {}
    if series.bound is not None and series.scale.compare(series.bound, ONE) >= 0:
        raise ImpreciseError
    for one, coefficient in series.terms.items():
        size = series.scale.compare(one, ONE)
        if size < 0:
            small[one] = coefficient
        elif one == ONE:
            constant = coefficient
        elif size == 0 or one.exponent:
            msg = "the exponential of something that oscillates or grows exponentially"
            raise UnsupportedError(msg)
        elif one.power == 0 and one.logs == 1:
            growth = Growth(-_rational(algebra, coefficient))
        else:
            unbounded[one.power, one.logs] = coefficient
    growth *= Growth.of(Fraction(0), Fraction(0), unbounded)
    factor = transcendental.exponential(algebra, constant)
    rest = Series(series.scale, small, series.bound).compose(
        lambda j: algebra.number(Fraction(1, factorial(j)))
    )
    return rest.times(factor, growth)


def _rational(algebra: Algebra, coefficient: Frac) -> Fraction:
    real_part(algebra, coefficient)
    if not coefficient.is_constant():
        msg = (
            "a power of what tends to its limit with the "
            f"exponent {quoted(algebra.expr(coefficient))}"
        )
        raise UnsupportedError(msg)
    return coefficient.value()
