"""Numbers that are read: sympy works some out as soon as they are built, however large."""

from __future__ import annotations

import sympy
from sympy import Expr

#: Functions that make a large number of a small one.
_GROWING = (
    *(sympy.exp, sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech, sympy.csch),
    sympy.gamma,
)
#: Functions that sympy works out by series of many terms.
_LONG = (sympy.besselj, sympy.bessely, sympy.besseli, sympy.besselk)
#: Functions that can be taken of any rational number.
_STEADY = (sympy.log,)
#: The largest number of which other functions may be taken, and the largest exponent that
#: makes no number too large to be one.
_LARGEST, _SMALL = 10**6, 100
#: Binary digits of a power of a number, and of a number of which a root may be taken.
_MOST_BITS, _ROOT_BITS = 200_000, 1000


def feasible_power(base: Expr, exponent: Expr) -> bool:
    """Whether a power can be worked out, should it be a number.

    >>> feasible_power(sympy.Integer(10), sympy.Integer(10) ** 9)
    False
    >>> feasible_power(sympy.Integer(10) ** 999 - 1, sympy.Rational(1, 2))  # to be factored
    False
    """
    if not (base.is_Rational and exponent.is_Rational):
        return feasible(sympy.exp, exponent)
    bits = max(int(base.p).bit_length(), int(base.q).bit_length())
    if exponent.q != 1 and bits > _ROOT_BITS:
        return False
    return bits * abs(int(exponent.p)) <= _MOST_BITS


def feasible(function: object, argument: Expr) -> bool:
    """Whether ``function`` of ``argument`` can be worked out, should it be a number.

    >>> from sympy import exp, log, sin
    >>> feasible(exp, exp(100)), feasible(log, sympy.Integer(10) ** 4000)
    (True, True)
    >>> feasible(sin, exp(exp(100))), feasible(exp, sympy.Integer(10) ** 4000)
    (False, False)
    """
    if not argument.is_number:
        return True
    if function in _LONG:
        return bool(argument.is_Rational) and max(abs(argument.p), argument.q) <= _SMALL
    if function not in _STEADY and any(abs(x) > _LARGEST for x in argument.atoms(sympy.Rational)):
        return False
    return _height(argument) <= 1 and not any(map(argument.has, _LONG))


def _height(number: Expr) -> int:
    """How many exponentials are taken of one another."""
    inside = max((_height(part) for part in number.args), default=0)
    if number.is_Pow and not (number.exp.is_Rational and abs(number.exp) <= _SMALL):
        return 1 + inside
    return inside + isinstance(number, _GROWING)
