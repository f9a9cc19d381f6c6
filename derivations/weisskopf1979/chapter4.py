"""IV. The Cooper pairs: from the Schrödinger equation to the energy variable, (8) to (16)."""

from __future__ import annotations

from .notation import paper

chapter = paper.chapter(
    "IV",
    "The Cooper pairs",
    "Two electrons that run head-on against each other feel each other's tubes. Their "
    "Schrödinger equation, restricted to the states above the Fermi surface, binds them with "
    "an energy that is exponentially small in the inverse depth of the tube.",
)
