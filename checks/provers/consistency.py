"""Consistency: whether premises can hold together; from those that cannot, all would follow.

Proved by a point at which every premise holds, with functions in the place of those that
the premises leave free; refuted by premises of which it is shown that they contradict
each other; otherwise undecided.
"""

from __future__ import annotations

from derivations.obligation import Obligation

from ..normal.algebra import UnsupportedError
from ..normal.fraction import TooManyGeneratorsError
from ..premises import conflict, points
from ..premises.model import Candidate, candidates
from ..verdict import Decision, proved, refuted, undecided


def decide(obligation: Obligation) -> Decision:
    """Decide a ``Consistent``: the facts of the obligation are the premises."""
    links = tuple(link for fact in obligation.facts for link in fact.links())
    notation = obligation.notation
    plain = Candidate(links, notation, links)
    if plain.system.contradiction is None:
        found = _model(plain)
        if found is not None:
            return found
    clash = conflict.conflict(links, notation)
    if clash:
        return refuted("premises", conflict.told(clash, notation))
    values = points.satisfying(plain)
    if values is not None:
        return _satisfied(plain, values)
    return undecided("premises", "no values were found for which all premises hold")


def _model(plain: Candidate) -> Decision | None:
    """The first candidate of which every premise holds."""
    for candidate in candidates(plain):
        try:
            values = points.found(candidate)
        except (UnsupportedError, TooManyGeneratorsError, ZeroDivisionError):
            continue
        if values is not None:
            return _satisfied(candidate, values)
    return None


def _satisfied(candidate: Candidate, values: dict[str, str]) -> Decision:
    """The point, and the functions that were put in."""
    functions = f", with {len(candidate.functions)} functions put in" if candidate.functions else ""
    return proved(
        "model",
        f"all premises hold at a point{functions}",
        witness=(*candidate.functions, *values.items()),
    )
