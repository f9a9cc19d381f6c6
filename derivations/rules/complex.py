"""Complex conjugates of expressions whose symbols and functions are all real."""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy import Expr, I, Integral, preorder_traversal
from sympy.core.function import AppliedUndef

from ..errors import PaperError
from ..expression import Total

#: What is real for real arguments, and keeps conjugates: f(z*) = f(z)*.
_ENTIRE = (
    *(sympy.exp, sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sinh, sympy.cosh),
    *(sympy.tanh, sympy.coth, sympy.Abs),
)
_SUMS = (Integral, Total)
_REAL = (
    *(AppliedUndef, sympy.Derivative, sympy.Subs, sympy.KroneckerDelta, sympy.Heaviside),
    *(sympy.besselj, sympy.besseli),
)
#: What is real for a positive last argument only.
_POSITIVE = (sympy.log, sympy.bessely, sympy.besselk)


def conjugated(expr: Expr) -> Expr:
    """The complex conjugate of ``expr``, all symbols and functions being real.

    Raises ``PaperError`` where i stands in what need not have f(z*) = f(z)*.

    >>> x = sympy.Symbol("x", real=True)
    >>> conjugated(sympy.exp(sympy.I * x) * (1 + 2 * sympy.I))
    (1 - 2*I)*exp(-I*x)
    """
    tuple(real_where(expr))
    return expr.xreplace({I: -I})


def real_where(expr: Expr) -> Iterator[Expr]:
    """What must be positive for the parts of ``expr`` without i to be real."""
    for node in preorder_traversal(expr):
        if not isinstance(node, Expr) or node.is_Atom or node.is_Add or node.is_Mul:
            continue
        if isinstance(node, (*_ENTIRE, *_SUMS)) and not _in_limits(node):
            continue
        if node.is_Pow and (node.exp.is_Integer or node.base == sympy.E):
            continue
        if node.has(I) or not (node.is_Pow or isinstance(node, (*_REAL, *_POSITIVE))):
            msg = f"the complex conjugate of {node} is not known"
            raise PaperError(msg)
        if node.is_Pow and not node.base.is_nonnegative:
            yield node.base
        if isinstance(node, _POSITIVE) and not node.args[-1].is_positive:
            yield node.args[-1]


def _in_limits(node: Expr) -> bool:
    """Whether i stands in the limits of an integral."""
    return isinstance(node, Integral) and any(end.has(I) for ends in node.limits for end in ends)
