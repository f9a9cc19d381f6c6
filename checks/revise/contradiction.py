"""Revisions that contradict themselves or one another: from them everything would follow."""

from __future__ import annotations

from derivations.errors import PaperError
from derivations.revised import Revised

from ..facts import AS_THEY_ARE
from ..premises import conflict
from ..provers import dimension
from ..report.unicode import Unicode
from ..result import given
from ..verdict import Status


def refuse_contradictions(paper: Revised) -> None:
    """Raise ``PaperError`` where what the revisions give cannot hold together, and say why.

    Whether it can hold beside what the paper gives is decided line by line.
    """
    facts = tuple(
        link
        for line in paper
        if line.label in paper.given_anew
        for claim in line.accepted
        if given(claim) and type(claim.relation) in AS_THEY_ARE
        for link in claim.relation.links()
    )
    if any(dimension.check(fact, paper.notation).status is not Status.PROVED for fact in facts):
        return
    clash = conflict.conflict(facts, paper.notation)
    if clash:
        names = ", ".join(revision.name for revision in paper.applied)
        reason = Unicode(paper.notation).told(conflict.told(clash, paper.notation))
        raise PaperError(f"{reason}; nothing is concluded", f"revision {names}")
