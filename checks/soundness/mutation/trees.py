"""Places in expressions, and expressions with something else at one place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import sympy
from sympy import Derivative, Expr, Integral, Subs

from derivations.expression import Total

#: The numbers of the arguments that lead from an expression to a part of it.
Path: TypeAlias = tuple[int, ...]


def places(expr: Expr) -> Iterator[tuple[Path, Expr]]:
    """All parts of ``expr`` that are expressions, itself first, but no bound variables.

    >>> x, y = sympy.symbols("x y")
    >>> [str(part) for _, part in places(x * sympy.sin(y))]
    ['x*sin(y)', 'x', 'sin(y)', 'y']
    """
    yield (), expr
    for number in _inside(expr):
        for path, part in places(expr.args[number]):
            yield (number, *path), part


def _inside(expr: Expr) -> tuple[int, ...]:
    """The arguments of ``expr`` in which a part may be exchanged."""
    if isinstance(expr, Integral):
        return (0,)
    if isinstance(expr, Derivative | Subs | Total):
        return (0,)
    return tuple(i for i, part in enumerate(expr.args) if isinstance(part, Expr))


def put(expr: Expr, path: Path, part: Expr) -> Expr:
    """``expr`` with ``part`` at ``path``.

    >>> x, y = sympy.symbols("x y")
    >>> put(x * sympy.sin(y), (1, 0), 2 * y)
    x*sin(2*y)
    """
    if not path:
        return part
    first, *rest = path
    inner = put(expr.args[first], tuple(rest), part)
    return with_arguments(expr, {first: inner})


def with_arguments(expr: Expr, values: dict[int, sympy.Basic]) -> Expr:
    """``expr`` with some of its arguments exchanged."""
    return expr.func(*(values.get(i, part) for i, part in enumerate(expr.args)))
