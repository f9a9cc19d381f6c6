"""Solutions of linear differential equations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sympy
from sympy import Add, Expr, Matrix, Symbol, sympify

from ..expression import substitute
from ..relation import Equal
from .algebra import consequence
from .constancy import constant
from .core import Known, by
from .derived import Aside, Steps, rule


@rule("linear differential equation")
def linear_equation(
    known: Known,
    label: str,
    function: Expr,
    variable: Symbol,
    basis: tuple[Expr, ...],
    at: Any = 0,
    particular: Any = 0,
    start: tuple[Any, ...] = (),
) -> Steps:
    """If y⁽ⁿ⁾ + … = b, then y = p + Σ cₖ sₖ, the cₖ being fixed by y and its slopes at a point.

    ``basis`` are n solutions sₖ of the equation of line ``label`` without b, and
    ``particular`` is one with it.  By Cramer's rule cₖ is a quotient of determinants; the
    equation makes its slope vanish, so that it has its value ``at`` the point.  ``start``
    gives y, y′, … there; without it the result is told in these.

    Side conditions: those slopes vanish, which shows that sₖ and p solve the equation; the
    determinant of the sₖ and their derivatives is nowhere zero; y, y′, … at the point are
    as given; x reaches the point, and no inequality keeps it from a value.

    Example: ``by("2", linear_equation("1", y(t), t, (cos(w * t), sin(w * t)), start=(a, 0)))``
    gives y = a cos ωt from (1), y″ = −ω² y, and (2), y(0) = a and y′(0) = 0.
    """
    del known
    x, orders = variable, range(len(basis))
    slopes = Matrix([[s.diff(x, order) for s in basis] for order in orders])
    own = [function.diff(x, order) for order in orders]
    whole = sympy.simplify(slopes.det())

    def combined(values: Sequence[Any]) -> Expr:
        """The sum of the solutions that has these values and slopes at the point."""
        at_point = [substitute(sympify(value, strict=True), {x: at}) for value in values]
        shares = (_share(slopes, place, at_point) / whole for place in orders)
        return Add(*(substitute(c, {x: at}) * s for c, s in zip(shares, basis, strict=True)))

    factors: dict[str, Expr] = {}
    for order, value in enumerate(start):
        label_of_start = yield Aside(Equal(substitute(own[order], {x: at}), value))
        factors[label_of_start] = combined([int(order == other) for other in orders])
    for place, solution in enumerate(basis):
        share = _share(slopes, place, _less(own, particular, x)) / whole
        factors[(yield Aside(by(label, constant(share, x, at))))] = solution
    result = combined(_less(start or own, particular, x))
    yield consequence(Equal(function, particular + result), factors)


def _less(values: Sequence[Any], particular: Any, variable: Symbol) -> list[Expr]:
    """The values of y, y′, … less those of the particular solution."""
    return [
        value - sympify(particular, strict=True).diff(variable, order)
        for order, value in enumerate(values)
    ]


def _share(slopes: Matrix, place: int, rest: Sequence[Expr]) -> Expr:
    """The determinant of ``slopes`` with ``rest`` in the column of one solution."""
    replaced = slopes.copy()
    replaced[:, place] = Matrix(rest)
    return sympy.expand(replaced.det())
