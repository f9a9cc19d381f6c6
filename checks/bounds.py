"""Numbers: in which interval an expression lies, and what is less than what."""

from __future__ import annotations

from fractions import Fraction

from derivations.quantity import Role

from .algebra import Algebra
from .enclosure import enclose, symbols
from .fraction import Frac
from .interval import Interval


def factor_bounds(algebra: Algebra, value: Frac) -> tuple[Fraction, Fraction] | None:
    """Between what numbers a factor lies, its constants being within their ranges.

    The bounds are rigorous: exact where they are rational, else rounded outward.
    ``None`` where a quantity without a stated range occurs, or where there is no bound.

    >>> from derivations.quantity import Notation
    >>> notation = Notation()
    >>> s, a, b = (notation.factor(name, "", 1, 10) for name in "sab")
    >>> algebra = Algebra(notation)
    >>> [str(bound) for bound in factor_bounds(algebra, algebra.convert(s * a / b**2))]
    ['1/100', '100']
    >>> x = notation.factor("x", "", -1, 1, sign="real")
    >>> factor_bounds(algebra, algebra.convert(1 / x)) is None
    True
    """
    box = {}
    for symbol, index in symbols(algebra, value).items():
        if algebra.role(index) is not Role.FACTOR:
            return None
        stated = algebra.notation[symbol].range
        if stated is None:
            return None
        box[symbol] = Interval.of(*stated)
    low, high = enclose(algebra, value, box).fractions()
    return None if low is None or high is None else (low, high)
