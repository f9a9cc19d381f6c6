"""Solutions of linear differential equations."""

from __future__ import annotations

from typing import Any

import sympy
from sympy import Add, Expr, Matrix, Symbol

from ..expression import substitute
from ..relation import Equal
from .constancy import constant
from .core import Cite, Known
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
) -> Steps:
    """If y⁽ⁿ⁾ + … = b, then y = p + Σ cₖ sₖ, the cₖ being fixed by y and its slopes at a point.

    ``basis`` are n solutions sₖ of the equation of line ``label`` without b, and
    ``particular`` is one with it.  By Cramer's rule cₖ is a quotient of determinants; the
    equation makes its slope vanish, so that it has its value ``at`` the point.

    Side conditions: those slopes vanish, which shows that sₖ and p solve the equation; the
    determinant of the sₖ and their derivatives is nowhere zero; x reaches the point, and no
    inequality keeps it from a value.

    Example: ``by("2", linear_equation("1", y(t), t, (cos(w * t), sin(w * t))))`` gives
    y = a cos ωt from (1), y″ = −ω² y, and (2), y(0) = a and y′(0) = 0.
    """
    del known
    x, count = variable, len(basis)
    orders = range(count)
    slopes = Matrix([[s.diff(x, order) for s in basis] for order in orders])
    rest = Matrix([(function - particular).diff(x, order) for order in orders])
    whole = sympy.simplify(slopes.det())
    yield Aside(Cite(label))
    total = [particular]
    for place, solution in enumerate(basis):
        replaced = slopes.copy()
        replaced[:, place] = rest
        share = sympy.expand(replaced.det()) / whole
        yield Aside(constant(share, x, at))
        total.append(substitute(share, {x: at}) * solution)
    yield Equal(function, Add(*total))
