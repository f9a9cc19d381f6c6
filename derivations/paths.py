"""Integrals along paths, through surfaces and over space, as integrals over variables."""

from __future__ import annotations

from typing import Any

from sympy import Expr, Integral, Matrix, Symbol

from .coordinates import Cartesian, Coordinates
from .expression import Vector, substitute

# A variable and the ends of its range.
Range = tuple[Symbol, Any, Any]


def over(integrand: Expr, ranges: tuple[Range, ...]) -> Expr:
    """The integral of ``integrand`` over ``ranges``, the last one innermost.

    >>> x, y, a = Symbol("x"), Symbol("y"), Symbol("a")
    >>> over(x * y, ((x, 0, a), (y, 0, 1)))
    Integral(x*y, (y, 0, 1), (x, 0, a))
    """
    for each in reversed(ranges):
        integrand = Integral(integrand, each)
    return integrand


def circulation(field: Vector, path: Vector, along: Range, coordinates: Coordinates) -> Expr:
    """The line integral ∫ F·dl of ``field`` along ``path``, a place for each value of a variable.

    >>> from sympy import symbols
    >>> x, y, z, t = symbols("x y z t")
    >>> circulation(Vector([x, 0, 0]), Vector([t, 0, 0]), (t, 0, 1), Cartesian(x, y, z))
    Integral(t, (t, 0, 1))
    """
    steps = steps_of(path, along[0], coordinates)
    return Integral(at_place(field, path, coordinates).dot(steps), along)


def flux(
    field: Vector, patch: Vector, ranges: tuple[Range, Range], coordinates: Coordinates
) -> Expr:
    """The flux ∫ F·dS of ``field`` through ``patch``, a place for each pair of two variables.

    The normal is that of the right hand, turned from the first variable to the second.
    """
    return over(through(field, patch, ranges, coordinates), ranges)


def through(
    field: Vector, patch: Vector, ranges: tuple[Range, Range], coordinates: Coordinates
) -> Expr:
    """The flux through the patch for each pair of its variables."""
    (u, *_), (v, *_) = ranges
    one, other = (steps_of(patch, each, coordinates) for each in (u, v))
    normal = Vector(Matrix(one).cross(Matrix(other)))
    return at_place(field, patch, coordinates).dot(normal)


def at_place(field: Vector, place: Vector, coordinates: Coordinates) -> Vector:
    """The components of ``field`` at a place."""
    return field.map(lambda part: substitute(part, dict(zip(coordinates, place, strict=True))))


def steps_of(place: Vector, variable: Symbol, coordinates: Coordinates) -> Vector:
    """How far the place moves with the variable, along each of the unit vectors."""
    moved = place.map(lambda part: part.diff(variable))
    if isinstance(coordinates, Cartesian):
        return moved
    return Vector([moved[0], place[0] * moved[1], moved[2]])
