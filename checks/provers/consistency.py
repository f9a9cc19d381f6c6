"""Consistency: whether premises can hold together; from those that cannot, all would follow.

Proved by a point at which every premise holds, with functions in the place of those that
the premises leave free; refuted by premises of which it is shown that they contradict
each other; otherwise undecided.
"""

from __future__ import annotations

from flint import ctx

from derivations.obligation import Obligation

from ..certificate.evidence import of_model
from ..counterexamples import one_member
from ..normal.algebra import RootError, UnsupportedError
from ..normal.fraction import TooManyGeneratorsError
from ..premises import conflict, points
from ..premises.holding import Place, shown
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
    place = points.satisfying(plain)
    if place is not None:
        return _satisfied(plain, plain, place)
    return undecided("premises", "no values were found for which all premises hold")


def _model(plain: Candidate) -> Decision | None:
    """The first candidate of which every premise holds."""
    for candidate in candidates(plain):
        try:
            place = points.found(candidate)
        except (RootError, UnsupportedError, TooManyGeneratorsError, ZeroDivisionError):
            continue
        if place is not None:
            return _satisfied(plain, candidate, place)
    return None


def _satisfied(plain: Candidate, candidate: Candidate, place: Place) -> Decision:
    """The point, and the functions that were put in."""
    functions = f", with {len(candidate.functions)} functions put in" if candidate.functions else ""
    with ctx.workprec(points.PRECISION):
        values = shown(place, candidate.asked)
    names = {quantity.name for quantity in candidate.notation}
    single = [over for over in one_member.sets(plain.facts) if f"{over}_1" in names]
    return proved(
        "model",
        f"all premises hold at a point{functions}",
        witness=(*candidate.functions, *values.items()),
        evidence=of_model(plain.notation, candidate.notation, place.algebra, place.values, single),
    )
