"""Bessel functions of integer order near zero.

The ascending series of DLMF §10.8 and §10.31 (J, Y, I, K), with remainders that are
convergent power series in z² (times log z).
"""

from __future__ import annotations

from fractions import Fraction
from math import factorial
from typing import Any

import sympy

from ..normal.algebra import UnsupportedError
from ..normal.fraction import Frac
from ..quoting import quoted
from .elementary import logarithm
from .powerseries import Series

_KINDS = (sympy.besselj, sympy.bessely, sympy.besseli, sympy.besselk)


def knows(function: Any) -> bool:
    """Whether ``function`` is a Bessel function."""
    return function in _KINDS


def at_zero(function: Any, order: Frac, z: Series) -> Series:
    """The function of integer ``order`` at ``z``, which tends to zero.

    Y and K need ``z`` positive.  Raises ``UnsupportedError`` for other orders.
    """
    if not order.is_constant() or order.value().denominator != 1:
        msg = f"a Bessel function whose order {quoted(z.scale.algebra.expr(order))} is no integer"
        raise UnsupportedError(msg)
    n = int(order.value())
    parity = (-1) ** (n % 2) if n < 0 and function in {sympy.besselj, sympy.bessely} else 1
    n = abs(n)
    if function in {sympy.besselj, sympy.besseli}:
        series = _regular(n, z, -1 if function == sympy.besselj else 1)
    else:
        series = _second(n, z) if function == sympy.bessely else _third(n, z)
    return series.times(z.scale.algebra.number(parity))


def _half(z: Series) -> Series:
    return z.times(z.scale.algebra.number(Fraction(1, 2)))


def _quarter_square(z: Series, direction: int) -> Series:
    """±z²/4."""
    return (z * z).times(z.scale.algebra.number(Fraction(direction, 4)))


def _regular(n: int, z: Series, direction: int) -> Series:
    """J (direction −1) and I (+1): (z/2)ⁿ Σ (±z²/4)ᵏ / (k! (n+k)!)."""
    number = z.scale.algebra.number
    series = _quarter_square(z, direction).compose(
        lambda k: number(Fraction(1, factorial(k) * factorial(n + k)))
    )
    return _half(z) ** Fraction(n) * series


def _finite(n: int, z: Series, direction: int) -> Series:
    """(z/2)⁻ⁿ Σₖ₍ₖ﹤ₙ₎ (n−k−1)!/k! (±z²/4)ᵏ."""
    scale = z.scale
    square = _quarter_square(z, direction)
    total = scale.number(0)
    for k in range(n):
        weight = scale.algebra.number(Fraction(factorial(n - k - 1), factorial(k)))
        total = total + (square ** Fraction(k)).times(weight)
    return total * _half(z) ** Fraction(-n)


def _harmonic(n: int, z: Series, direction: int) -> Series:
    """(z/2)ⁿ Σ (ψ(k+1) + ψ(n+k+1)) (±z²/4)ᵏ / (k! (n+k)!), ψ(m+1) = Hₘ − γ."""
    algebra = z.scale.algebra
    gamma = algebra.convert(sympy.EulerGamma)

    def coefficient(k: int) -> Frac:
        sums = sum((Fraction(1, j) for m in (k, n + k) for j in range(1, m + 1)), Fraction(0))
        weight = Fraction(1, factorial(k) * factorial(n + k))
        return (algebra.number(sums) - algebra.number(2) * gamma) * algebra.number(weight)

    return _half(z) ** Fraction(n) * _quarter_square(z, direction).compose(coefficient)


def _second(n: int, z: Series) -> Series:
    """Y = (−finite + 2 log(z/2) J − harmonic) / π (DLMF 10.8.1)."""
    algebra = z.scale.algebra
    middle = (logarithm(_half(z)) * _regular(n, z, -1)).times(algebra.number(2))
    total = middle - _finite(n, z, 1) - _harmonic(n, z, -1)
    return total.times(algebra.one / algebra.convert(sympy.pi))


def _third(n: int, z: Series) -> Series:
    """K = ½ finite + (−1)ⁿ⁺¹ log(z/2) I + ½ (−1)ⁿ harmonic (DLMF 10.31.1)."""
    number = z.scale.algebra.number
    parity = (-1) ** n
    finite = _finite(n, z, -1).times(number(Fraction(1, 2)))
    middle = (logarithm(_half(z)) * _regular(n, z, 1)).times(number(-parity))
    return finite + middle + _harmonic(n, z, 1).times(number(Fraction(parity, 2)))
