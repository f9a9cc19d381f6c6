"""Theorems of Gauss and Stokes, on pieces of space and surfaces that coordinates run over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sympy import Add, Expr, S, Symbol

from ..coordinates import Cartesian, Coordinates
from ..errors import PaperError
from ..exact import exact
from ..expression import Vector, substitute
from ..obligation import Obligation, about
from ..paths import Range, at_place, circulation, over, steps_of, through
from ..relation import Continuous, Equal
from .core import Inference, Known
from .variables import must_be_unconfined, must_flow


@dataclass(frozen=True)
class Ends:
    """The integral of ``integrand`` over all ``ranges``: the sum of derivatives of ``functions``.

    Each function comes with the variable that it is differentiated by.
    """

    integrand: Expr
    functions: tuple[tuple[Expr, Symbol], ...]
    ranges: tuple[tuple[Symbol, Expr, Expr], ...]
    name: str = "from inside to the ends"

    @property
    def premises(self) -> tuple[str, ...]:
        """None: the facts so far are used."""
        return ()

    def infer(self, known: Known) -> Inference:
        """The integrals over the other variables of what the functions are at the ends."""
        variables = tuple(variable for variable, *_ in self.ranges)
        must_flow(variables, known.notation, "integrate")
        must_be_unconfined(variables, known.facts, "integrate")
        if any(end.free_symbols & {*variables} for _, *ends in self.ranges for end in ends):
            msg = f"the ranges of {', '.join(map(str, variables))} must not depend on one another"
            raise PaperError(msg)
        ends = Add(*(self.at_ends(function, variable) for function, variable in self.functions))
        fact = Equal(over(self.integrand, self.ranges), ends)
        return Inference((fact,), tuple(self._conditions(known)))

    def at_ends(self, function: Expr, variable: Symbol) -> Expr:
        """The integral over the others at the upper end of the variable, less that at the lower."""
        ((_, low, high),) = (each for each in self.ranges if each[0] == variable)
        others = tuple(each for each in self.ranges if each[0] != variable)
        at_low, at_high = (substitute(function, {variable: end}) for end in (low, high))
        return over(at_high, others) - over(at_low, others)

    def _conditions(self, known: Known) -> Iterator[Obligation]:
        slopes = Add(*(function.diff(variable) for function, variable in self.functions))
        yield known.obligation(Equal(self.integrand, slopes), "the integrand is that sum of slopes")
        for function, variable in self.functions:
            for what in (function, function.diff(variable)):
                for each in self.ranges:
                    yield known.obligation(Continuous(what, *each), about("{} is continuous", what))


def inside_to_ends(
    integrand: Any, functions: tuple[tuple[Any, Symbol], ...], ranges: tuple[Range, ...]
) -> Ends:
    """∫ … ∫ (∂f/∂u + ∂g/∂v + …) du dv … is what f is at the ends of u, g at those of v, ….

    That is ∫ … [f at the upper end, less f at the lower] dv … + …; to see it, each term is
    integrated over its own variable first.

    Side conditions: the integrand is the sum of the derivatives; each function and its
    derivative are continuous in each variable over its range, for all values of the others;
    the ranges do not depend on one another; nothing keeps a variable from a value.

    Example: ``by(inside_to_ends(2 * x * y, ((x**2 * y, x),), ((x, 0, a), (y, 0, b))))`` gives
    ∫∫ 2xy dy dx = ∫ a² y dy.
    """
    return Ends(
        exact(integrand),
        tuple((exact(function), variable) for function, variable in functions),
        tuple((variable, exact(low), exact(high)) for variable, low, high in ranges),
    )


def gradient_theorem(potential: Expr, path: Vector, along: Range, coordinates: Coordinates) -> Ends:
    """∫ ∇χ·dl along a path is χ at its end, less χ at its beginning.

    Side conditions: χ along the path and its slope are continuous; nothing keeps the
    variable of the path from a value.

    Example: ``by("1", gradient_theorem(chi(*space), circle, (phi, 0, 2 * pi), space))`` gives
    ∮ ∇χ·dl = 2πn from (1), χ(r, 2π, 0) − χ(r, 0, 0) = 2πn.
    """
    (there,) = at_place(Vector([potential]), path, coordinates)
    line = circulation(coordinates.gradient(potential), path, along, coordinates)
    return inside_to_ends(line.function, ((there, along[0]),), (along,))


def stokes(
    field: Vector, patch: Vector, ranges: tuple[Range, Range], coordinates: Coordinates
) -> Ends:
    """∫ curl F·dS over a patch of surface is ∮ F·dl along its edge.

    The patch is a place r(u, v) for each u and v between their ends; the edge is taken by
    the right hand about the normal r_u × r_v: along u at the lower end of v, along v at the
    upper end of u, back along u, back along v.

    Side conditions: F·r_u and F·r_v and their derivatives are continuous on the patch;
    nothing keeps u or v from a value.

    Example: ``by(stokes(A, Vector([x, y, 0]), ((x, 0, a), (y, 0, b)), Cartesian(x, y, z)))``.
    """
    (u, *_), (v, *_) = ranges
    there = at_place(field, patch, coordinates)
    along_u, along_v = (there.dot(steps_of(patch, each, coordinates)) for each in (u, v))
    inside = through(coordinates.curl(field), patch, ranges, coordinates)
    return inside_to_ends(inside, ((along_v, u), (-along_u, v)), ranges)


def gauss(field: Vector, ranges: tuple[Range, Range, Range], coordinates: Coordinates) -> Ends:
    """∫ div F dV over a piece of space is ∮ F·dS through its faces, outwards.

    The piece is what the coordinates run over between their ends: a box, or in cylindrical
    coordinates a cylinder, or a part of one.

    Side conditions: the components of F, times what the faces are, and their derivatives
    are continuous; nothing keeps a coordinate from a value.

    Example: ``by(gauss(E, ((x, 0, a), (y, 0, b), (z, 0, c)), Cartesian(x, y, z)))``.
    """
    volume = S.One if isinstance(coordinates, Cartesian) else coordinates.rho
    faces = (volume, S.One, volume)
    through = tuple(
        (component * face, variable)
        for component, face, (variable, *_) in zip(field, faces, ranges, strict=True)
    )
    return inside_to_ends(coordinates.divergence(field) * volume, through, ranges)
