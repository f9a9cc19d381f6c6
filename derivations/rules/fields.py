"""Gradient, divergence, curl and Laplacian of both sides of an equation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sympy import Expr, Symbol

from ..coordinates import Cartesian, Coordinates
from ..errors import PaperError
from ..exact import Side
from ..expression import Vector, improper
from ..relation import Equal
from .both_sides import equations, must_be_exact
from .core import Inference, Known
from .variables import kept, must_flow


@dataclass(frozen=True)
class Nabla:
    """The operator ``name`` applied to the line's equations between fields."""

    label: str
    coordinates: Coordinates
    name: str

    @property
    def premises(self) -> tuple[str, ...]:
        """The line operated on."""
        return (self.label,)

    def infer(self, known: Known) -> Inference:
        """The equations that result, where the line holds."""
        must_flow(self.coordinates, known.notation, self.name)
        must_be_exact(self.label, known, f"take the {self.name} of")
        found = [
            relation
            for relation in equations(known, self.label)
            if all(self._takes(side) for side in relation.sides)
        ]
        if not found:
            kind = "scalars" if self.name == "gradient" else "vectors"
            msg = (
                f"line ({self.label}) states no equation between {kind} to take the {self.name} of"
            )
            raise PaperError(msg)
        results = tuple(Equal(*map(self._applied, relation.sides)) for relation in found)
        return Inference((*results, *kept(known.lines[self.label], known.notation)))

    def _takes(self, side: Side) -> bool:
        if self.name == "Laplacian":
            return True
        return isinstance(side, Vector) is not (self.name == "gradient")

    def _applied(self, side: Side) -> Side:
        for part in side if isinstance(side, Vector) else (side,):
            _must_converge(part, self.coordinates)
        space = self.coordinates
        if isinstance(side, Vector):
            if self.name == "curl":
                return space.curl(side)
            return (
                space.divergence(side)
                if self.name == "divergence"
                else (space.vector_laplacian(side))
            )
        return space.gradient(side) if self.name == "gradient" else space.laplacian(side)


def _must_converge(part: Expr, coordinates: Iterable[Symbol]) -> None:
    for coordinate in coordinates:
        for node in improper(part, coordinate):
            msg = f"{node} may not be differentiated under the sign: it runs to infinity"
            raise PaperError(msg)


def _space(coordinates: Coordinates | tuple[Symbol, Symbol, Symbol]) -> Coordinates:
    return Cartesian(*coordinates) if isinstance(coordinates, tuple) else coordinates


def curl_of(label: str, coordinates: Coordinates | tuple[Symbol, Symbol, Symbol]) -> Nabla:
    """If the vector fields F = G everywhere, then curl F = curl G.

    Three symbols are Cartesian coordinates; others are ``Cylindrical(rho, phi, z)``.

    Side conditions: the line holds for all values of the coordinates, or for those that
    inequalities leave.  Refused under an integral to infinity that depends on them.

    Example: ``by(curl_of("1", (x, y, z)))`` gives curl j = −B/λ² from (1), j = −A/λ², with
    B = curl A.
    """
    return Nabla(label, _space(coordinates), "curl")


def divergence_of(label: str, coordinates: Coordinates | tuple[Symbol, Symbol, Symbol]) -> Nabla:
    """If the vector fields F = G everywhere, then div F = div G.

    Side conditions: those of ``curl_of``.

    Example: ``by(divergence_of("1", (x, y, z)))`` gives div j = 0 from (1), j = curl B.
    """
    return Nabla(label, _space(coordinates), "divergence")


def gradient_of(label: str, coordinates: Coordinates | tuple[Symbol, Symbol, Symbol]) -> Nabla:
    """If the scalar fields f = g everywhere, then ∇f = ∇g.

    Side conditions: those of ``curl_of``.

    Example: ``by(gradient_of("1", (x, y, z)))`` gives E = −∇Φ, that is e r/r³, from (1),
    Φ = e/r.
    """
    return Nabla(label, _space(coordinates), "gradient")


def laplacian_of(label: str, coordinates: Coordinates | tuple[Symbol, Symbol, Symbol]) -> Nabla:
    """If the fields f = g everywhere, scalars or vectors, then ∇²f = ∇²g.

    Side conditions: those of ``curl_of``.

    Example: ``by(laplacian_of("1", (x, y, z)))`` gives ∇²Φ = −k²Φ from (1), Φ = sin kx.
    """
    return Nabla(label, _space(coordinates), "Laplacian")
