"""What may stand in a relation: exact expressions, and vectors of them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, TypeAlias

import sympy
from sympy import Expr, Symbol

from .errors import PaperError
from .expression import Vector

Side: TypeAlias = Expr | Vector


def exact(value: Any) -> Side:
    """``value`` as an exact expression; floats are refused, wherever they hide.

    So is an integral that runs to where its variable, by its declared sign, is not: what is
    written below it may be so for that sign only.

    >>> exact(2)
    2
    >>> exact(0.5)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    derivations.errors.PaperError: 0.5 is a floating-point number; write it exactly, as ...
    """
    if isinstance(value, Vector):
        for component in value:
            exact(component)
        return value
    expression = sympy.sympify(value, strict=True)
    if not isinstance(expression, Expr):
        msg = f"{value!r} is not an expression"
        raise PaperError(msg)
    _refuse_what_is_not_exact(expression)
    return expression


@lru_cache(maxsize=4096)
def _refuse_what_is_not_exact(expression: Expr) -> None:
    for number in expression.atoms(sympy.Float):
        short = f"{float(number):g}"
        msg = f'{short} is a floating-point number; write it exactly, as Rational("{short}")'
        raise PaperError(msg)
    for node in expression.atoms(sympy.Integral):
        for variable, *ends in node.limits:
            runs_where_it_may(variable, *ends)


def runs_where_it_may(variable: Symbol, *ends: Expr) -> None:
    """``PaperError`` for a range that begins or ends where the variable's sign forbids it.

    >>> x = sympy.Symbol("x", positive=True)
    >>> runs_where_it_may(x, sympy.S.Zero, sympy.oo)
    >>> runs_where_it_may(x, sympy.S.NegativeOne, sympy.S.One)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    derivations.errors.PaperError: x is declared not negative, and runs from -1 to 1; ...
    """
    if variable.is_nonnegative and not all(end.is_extended_nonnegative for end in ends):
        span = " to ".join(map(str, ends))
        msg = f"{variable} is declared not negative, and runs from {span}; declare it real"
        raise PaperError(msg)
