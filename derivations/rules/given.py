"""Lines that are not argued for: definitions, laws, models, assumptions, data."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Symbol

from .core import By, Inference, Known


@dataclass(frozen=True)
class Given:
    """Take the line as a premise; ``kind`` and ``reason`` say with what right.

    A definition names the symbol that it ``defines``; a paper may define a symbol once.
    """

    kind: str
    reason: str
    defines: tuple[Symbol, ...] = ()

    @property
    def name(self) -> str:
        """What it is called in a report."""
        return self.kind

    @property
    def premises(self) -> tuple[str, ...]:
        """None: that is the point."""
        return ()

    def infer(self, known: Known) -> Inference:
        """Nothing follows from nothing."""
        del known
        return Inference()


def definition(*symbols: Symbol, because: str = "") -> By:
    """The line only gives ``symbols`` their meaning; a paper may define each once.

    Side conditions: its dimensions agree; what rests on it is told wherever it is used.

    Example: ``follows=definition(v, because="speed of the electron")``.
    """
    return By((Given("definition", because, symbols),))


def law(because: str) -> By:
    """The line is a law of physics, and is taken as it stands.

    Side conditions: its dimensions agree; what rests on it is told wherever it is used.

    Example: ``follows=law("Newton")``.
    """
    return By((Given("law", because),))


def model(because: str) -> By:
    """The line belongs to the paper's simplified picture, and is taken as it stands.

    Side conditions: its dimensions agree; what rests on it is told wherever it is used.

    Example: ``follows=model("the metal is a lattice of ions in a sea of electrons")``.
    """
    return By((Given("model", because),))


def assumption(because: str) -> By:
    """The line is assumed, and is taken as it stands.

    Side conditions: its dimensions agree; what rests on it is told wherever it is used.

    Example: ``follows=assumption("no states below the Fermi surface")``.
    """
    return By((Given("assumption", because),))


def data(source: str) -> By:
    """The line is a measured value from ``source``.

    Side conditions: its dimensions agree; what rests on it is told wherever it is used.

    Example: ``follows=data("CODATA 2022")``.
    """
    return By((Given("data", source),))
