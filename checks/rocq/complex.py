"""Complex expressions as terms: pairs of real and imaginary part, their sums and products."""

from __future__ import annotations

from functools import reduce

import sympy
from sympy import Expr, I, S

from .term import OutsideError, Terms


def is_complex(*sides: object) -> bool:
    """Whether the imaginary unit stands in one of ``sides``."""
    return any(isinstance(side, Expr) and side.has(I) for side in sides)


def term(terms: Terms, expr: Expr) -> str:
    """``expr``, of real symbols and the imaginary unit, as a complex number.

    >>> x = sympy.Symbol("x", real=True)
    >>> term(Terms(), x + 2 * I)
    '(x, 2)'
    >>> term(Terms(), x * sympy.exp(I * x))
    '(Cmult (cexp (0, x)) (x, 0))'
    """
    if not expr.has(sympy.exp) or not is_complex(*expr.atoms(sympy.exp)):
        return "({}, {})".format(*map(terms.term, _parts(expr)))
    if isinstance(expr, sympy.exp):
        return f"(cexp {term(terms, expr.exp)})"
    if expr.is_Add:
        return _joined("Cplus", [term(terms, part) for part in expr.args])
    if expr.is_Mul:
        phases = [part for part in expr.args if is_complex(*part.atoms(sympy.exp))]
        if len(phases) > 1:
            raise OutsideError("a product of complex exponentials is not exported")
        plain = sympy.Mul(*(part for part in expr.args if part not in phases))
        return _joined("Cmult", [term(terms, part) for part in (*phases, plain) if part != 1])
    raise OutsideError(f"a complex {type(expr).__name__} is not exported")


def _joined(operation: str, parts: list[str]) -> str:
    return reduce(lambda left, right: f"({operation} {left} {right})", parts)


def _parts(expr: Expr) -> tuple[Expr, Expr]:
    """Real and imaginary part of a polynomial in the imaginary unit with real coefficients."""
    unit = sympy.Dummy("i")
    try:
        polynomial = sympy.Poly(expr.xreplace({I: unit}), unit)
    except sympy.PolynomialError:
        raise OutsideError("the imaginary unit under a function is not exported") from None
    parts = [S.Zero, S.Zero]
    for (power,), coefficient in polynomial.terms():
        parts[power % 2] += coefficient * (-1) ** (power // 2)
    return parts[0], parts[1]
