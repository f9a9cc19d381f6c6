"""Equal for all values of a variable: equal coefficients."""

from __future__ import annotations

from typing import Any

from sympy import Symbol

from .both_sides import both_sides
from .core import Known
from .derived import Aside, Steps, rule
from .instance import instance
from .operations import derivative


@rule("comparison of coefficients")
def coefficients(known: Known, label: str, variable: Symbol, degree: int, at: Any = 0) -> Steps:
    """If Σ aₖ xᵏ = Σ bₖ xᵏ for all x, then aₖ = bₖ: the slopes at a point agree.

    The derivatives of both sides of line ``label`` up to the order ``degree`` are taken
    ``at`` a point.  For sums of sines, cosines or exponentials as many derivatives are
    needed as there are of them.

    Side conditions: x is a variable whose values lie dense and reach the point.

    Example: ``by(coefficients("1", x, 2))`` gives a = 3 and b = 0 from (1),
    a x² + b x = 3 x².
    """
    del known
    for order in range(int(degree) + 1):
        slopes = yield Aside(both_sides(label, derivative(variable, order)))
        yield instance(slopes, {variable: at})
