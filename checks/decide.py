"""Send an obligation to the prover that decides relations of its kind."""

from __future__ import annotations

from derivations.obligation import Obligation

from .verdict import Decision


def decide(obligation: Obligation) -> Decision:
    """Decide ``obligation``: dimensions first, then the relation itself."""
    raise NotImplementedError(obligation)
