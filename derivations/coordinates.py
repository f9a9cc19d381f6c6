"""Coordinates of space: what gradient, divergence, curl and Laplacian are in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sympy import Expr, Symbol, cos, sin

from .errors import PaperError
from .expression import Vector, curl, divergence, gradient, laplacian


@dataclass(frozen=True)
class Cartesian:
    """Right-handed Cartesian coordinates; components are those along the axes."""

    x: Symbol
    y: Symbol
    z: Symbol

    def __iter__(self) -> Iterator[Symbol]:
        return iter((self.x, self.y, self.z))

    def gradient(self, f: Expr) -> Vector:
        """(∂f/∂x, ∂f/∂y, ∂f/∂z)."""
        return gradient(f, (self.x, self.y, self.z))

    def divergence(self, field: Vector) -> Expr:
        """∂F_x/∂x + ∂F_y/∂y + ∂F_z/∂z."""
        return divergence(field, (self.x, self.y, self.z))

    def curl(self, field: Vector) -> Vector:
        """The curl, by the right hand."""
        return curl(field, (self.x, self.y, self.z))

    def laplacian(self, f: Expr) -> Expr:
        """∂²f/∂x² + ∂²f/∂y² + ∂²f/∂z²."""
        return self.divergence(self.gradient(f))

    def vector_laplacian(self, field: Vector) -> Vector:
        """The Laplacian of each component."""
        return laplacian(field, (self.x, self.y, self.z))


@dataclass(frozen=True)
class Cylindrical:
    """Cylindrical coordinates: distance from the axis, angle, and place along the axis.

    The components of a vector are those along the unit vectors in the directions in which
    ρ, φ and z grow.

    >>> from sympy import symbols
    >>> rho = Symbol("rho", positive=True)
    >>> space = Cylindrical(rho, *symbols("phi z", real=True))
    >>> space.curl(Vector([0, rho, 0]))
    Vector(0, 0, 2)
    """

    rho: Symbol
    phi: Symbol
    z: Symbol

    def __post_init__(self) -> None:
        if not self.rho.is_positive:
            msg = f"{self.rho} is the distance from an axis: declare it positive"
            raise PaperError(msg)

    def __iter__(self) -> Iterator[Symbol]:
        return iter((self.rho, self.phi, self.z))

    def gradient(self, f: Expr) -> Vector:
        """(∂f/∂ρ, (1/ρ) ∂f/∂φ, ∂f/∂z)."""
        return Vector([f.diff(self.rho), f.diff(self.phi) / self.rho, f.diff(self.z)])

    def divergence(self, field: Vector) -> Expr:
        """(1/ρ) ∂(ρ F_ρ)/∂ρ + (1/ρ) ∂F_φ/∂φ + ∂F_z/∂z."""
        outward, around, along = field
        return (
            (self.rho * outward).diff(self.rho) / self.rho
            + around.diff(self.phi) / self.rho
            + along.diff(self.z)
        )

    def curl(self, field: Vector) -> Vector:
        """The curl, by the right hand."""
        outward, around, along = field
        return Vector(
            [
                along.diff(self.phi) / self.rho - around.diff(self.z),
                outward.diff(self.z) - along.diff(self.rho),
                ((self.rho * around).diff(self.rho) - outward.diff(self.phi)) / self.rho,
            ]
        )

    def laplacian(self, f: Expr) -> Expr:
        """(1/ρ) ∂(ρ ∂f/∂ρ)/∂ρ + (1/ρ²) ∂²f/∂φ² + ∂²f/∂z²."""
        return self.divergence(self.gradient(f))

    def vector_laplacian(self, field: Vector) -> Vector:
        """∇²F: of the components across the axis other terms than their own Laplacians."""
        outward, around, along = field
        squared = self.rho**2
        return Vector(
            [
                self.laplacian(outward) - outward / squared - 2 * around.diff(self.phi) / squared,
                self.laplacian(around) - around / squared + 2 * outward.diff(self.phi) / squared,
                self.laplacian(along),
            ]
        )

    def cartesian(self, field: Vector) -> Vector:
        """The Cartesian components of a vector at (ρ, φ, z), φ being counted from the x axis."""
        outward, around, along = field
        return Vector(
            [
                outward * cos(self.phi) - around * sin(self.phi),
                outward * sin(self.phi) + around * cos(self.phi),
                along,
            ]
        )


Coordinates = Cartesian | Cylindrical
