"""What an argument is given, from its first lines on: whether that contradicts itself.

The premises of each claim are seen to hold together where it is decided.  Lines that are
proved from premises that contradict each other may hold together all the same, and say
nothing any more of the contradiction; so what all lines below are given is looked at as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from derivations.obligation import Obligation
from derivations.paper import Claim, Line, Paper
from derivations.relation import Consistent, Relation
from derivations.rules.variables import confines, variables

from ..facts import AS_THEY_ARE
from ..result import given
from ..verdict import Decision, Status, refuted, undecided
from . import conflict, polynomial
from .asked import PURPOSE

#: What only says of some metals or years what is measured there: of others it may be otherwise.
_MEASURED = "data"
#: z3 takes so many steps: a contradiction is found soon, or hardly ever.
_STEPS = 300_000
#: It solves no equation for an unknown: of so many premises that takes longer than all the rest.
_TACTICS = ("simplify", "propagate-values", "nlsat")


def begun(paper: Paper, lines: Iterable[Line]) -> Obligation:
    """That what ``lines`` are given can hold together, measured values apart.

    What is said of some values of a variable only is left out, and all that speaks of it: it
    may be said of others elsewhere.
    """
    claims = (claim for line in lines for claim in line.accepted)
    links = tuple(dict.fromkeys(link for claim in claims for link in _links(claim)))
    confined = {x for link in links if confines(link) for x in variables(link, paper.notation)}
    facts = tuple(link for link in links if not variables(link, paper.notation) & confined)
    return Obligation(Consistent(), facts, paper.notation, PURPOSE, paper.bound)


def _links(claim: Claim) -> Iterator[Relation]:
    right = given(claim)
    if right is not None and right.kind != _MEASURED and type(claim.relation) in AS_THEY_ARE:
        yield from claim.relation.links()


def seen(obligation: Obligation) -> Decision:
    """Refuted if the facts are seen to contradict each other; else nothing is said."""
    if polynomial.ask(obligation.facts, obligation.notation, _STEPS, _TACTICS).impossible:
        return refuted("premises", "some of the premises contradict each other")
    return undecided("premises", "no contradiction was found")


def decide(obligation: Obligation) -> Decision:
    """As ``seen``, and names the premises that contradict each other, which takes longer."""
    found = seen(obligation)
    if found.status is not Status.REFUTED:
        return found
    clash = conflict.thinned(obligation.facts, obligation.notation)
    return refuted("premises", conflict.told(clash, obligation.notation))
