"""Complex conjugates, real and imaginary parts of both sides: all symbols are real."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sympy
from sympy import Expr, I, Integral, S, preorder_traversal
from sympy.core.function import AppliedUndef

from ..errors import PaperError
from ..expression import Total
from ..obligation import about
from ..relation import Less, Relation
from .operations import Operation

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


@dataclass(frozen=True)
class Conjugate(Operation):
    """The complex conjugate, or the sum or difference with it."""

    part: str
    name: str

    def apply(self, side: Expr) -> Expr:
        """The conjugate, the real part or the imaginary part of the side."""
        other = conjugated(side)
        if self.part == "real":
            return (side + other) / 2
        return (side - other) / (2 * I) if self.part == "imaginary" else other

    def needs(self, side: Expr) -> Iterator[tuple[Relation, str]]:
        """That what stands below roots and in logarithms is positive, and so real."""
        for base in real_where(side):
            yield Less(S.Zero, base), about("{} is positive", base)


def conjugation() -> Operation:
    """If l = r, then l* = r*: i is replaced by −i, all symbols and functions being real.

    Side conditions: what stands below a root or in a logarithm is positive.  Refused where
    i stands in an undefined function, below a root, or in a logarithm.

    Example: ``by("1", both_sides("1", conjugation()))`` gives ``|z|² = r²`` from (1),
    a + ib = r exp(iφ), by multiplication.
    """
    return Conjugate("conjugate", "conjugate")


def real_part() -> Operation:
    """If l = r, then Re l = Re r, where Re z = (z + z*)/2.

    Side conditions: those of ``conjugation``.

    Example: ``by(both_sides("1", real_part()))`` gives a = r cos φ from (1),
    a + ib = r exp(iφ).
    """
    return Conjugate("real", "real part")


def imaginary_part() -> Operation:
    """If l = r, then Im l = Im r, where Im z = (z − z*)/(2i).

    Side conditions: those of ``conjugation``.

    Example: ``by(both_sides("1", imaginary_part()))`` gives b = r sin φ from (1),
    a + ib = r exp(iφ).
    """
    return Conjugate("imaginary", "imaginary part")
