"""Decide a revised paper: where a line no longer holds, find the form that now follows.

What is found is a claim like any other: it is decided from the same premises, and only
what is proved stands in the line's place, for the lines that rest on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TypeAlias

from derivations.errors import PaperError
from derivations.expression import Vector
from derivations.obligation import Obligation
from derivations.paper import Claim, Line
from derivations.quantity import Notation
from derivations.relation import Equal, Relation, Within
from derivations.revised import Revised

from ..record import to_relations
from ..result import ClaimResult, LineResult, contradicted, grade
from ..run.question import Question
from ..schedule import Steps
from ..suite import Judged, Suite
from ..verdict import Status, Verdict
from .consequence import FORMS, interval

#: What may stand in place of a relation, the likeliest first.
Forms: TypeAlias = tuple[Relation, ...]


class RevisedSuite(Suite):
    """The checks of a revised paper."""

    def adopt(self, results: Mapping[str, LineResult], notation: Notation) -> None:
        """Take over what was found of lines that the revision does not concern.

        ``notation`` has the constants of order one that stand in what they say.
        """
        for quantity in notation:
            if quantity.symbol not in self.paper.notation:
                self.paper.notation.declare(quantity, notation.position(quantity.symbol))
        self.results.update(results)

    def _judged(self, line: Line) -> Steps[Judged]:
        """As in any paper; but what held only as it stood may hold otherwise now.

        So it is for lines that the revision concerns; what fails without it fails as it did.
        A registered misprint whose print is proved after the revision is none.  A step that can
        no longer be taken leaves the line undecided, if it is not the revision's own.
        """
        try:
            return (yield from self._found(line))
        except PaperError as error:
            if line.label in getattr(self.paper, "given_anew", ()):
                raise
            return Verdict.UNDECIDED, f"a step cannot be taken: {error}", (), ()

    @cached_property
    def concerned(self) -> tuple[str, ...]:
        """The lines that the revision touches or adds, and those that rest on them."""
        paper = self.paper
        first = paper.touched | paper.new if isinstance(paper, Revised) else frozenset()
        return tuple(
            line.label
            for line in paper
            if line.label in first or first.intersection(self.graph.ancestors(line.label))
        )

    def _found(self, line: Line) -> Steps[Judged]:
        verdict, reason, printed, accepted = yield from super()._judged(line)
        if verdict.holds or line.label not in self.concerned:
            return verdict, reason, printed, accepted
        found, _ = grade(printed)
        if found.holds and found is not Verdict.GIVEN:
            return found, "", printed, printed
        found, reason = grade(accepted)
        if found.holds:
            return Verdict.CHANGED, "the print is no longer refuted", printed, accepted
        if contradicted(accepted):
            return found, reason, printed, accepted
        instead = yield from self._instead(line, line.accepted)
        if grade(instead)[0].holds:
            return Verdict.CHANGED, "", accepted, instead
        some = any(new.claim != old.claim for new, old in zip(instead, accepted, strict=False))
        return found, reason, accepted, instead if some else accepted

    def _instead(self, line: Line, claims: tuple[Claim, ...]) -> Steps[tuple[ClaimResult, ...]]:
        """The claims that hold, and for the others what follows in their place, if found."""
        results: tuple[ClaimResult, ...] = ()
        for claim in claims:
            one = yield from self._claiming(line, claim, results)
            found: tuple[ClaimResult, ...] = (one,)
            if not one.verdict.holds and one.given is None:
                found = (yield from self._following(line, one, results)) or found
            results += found
        return results

    def _following(
        self, line: Line, failed: ClaimResult, before: tuple[ClaimResult, ...]
    ) -> Steps[tuple[ClaimResult, ...]]:
        """What follows in place of a claim, link by link; nothing if some link has nothing."""
        found: tuple[ClaimResult, ...] = ()
        as_it_was = [check.obligation.goal for check in failed.links]
        for options in (yield from self._options(failed)):
            for option in options:
                claim = Claim(option, failed.claim.follows)
                one = yield from self._claiming(line, claim, before + found)
                if one.verdict.holds and (option in as_it_was or (yield from self._says(option))):
                    found += (one,)
                    break
            else:
                return ()
        return found

    def _says(self, relation: Relation) -> Steps[bool]:
        """Whether a relation says something: it is not proved from no premises at all."""
        notation, bound = self.paper.notation, self.paper.bound
        links = (Obligation(link, (), notation, bound=bound) for link in relation.links())
        checks = yield from self._ask(map(Question, links))
        return any(check.status is not Status.PROVED for check in checks)

    def _options(self, failed: ClaimResult) -> Steps[list[Forms]]:
        """For each link of a claim the relations that may stand in its place."""
        options: list[Forms] = []
        for check in failed.links:
            goal = check.obligation.goal
            if check.status is Status.PROVED:
                forms: Forms = (goal,)
            elif isinstance(goal, Within):
                forms = interval(goal, check.decision.enclosure)
            else:
                (asked,) = yield from self._ask([Question(check.obligation, FORMS)])
                evidence = asked.decision.evidence
                forms = to_relations(evidence, FORMS, check.obligation) if evidence else ()
            options.append(forms)
        relation = failed.claim.relation
        if any(isinstance(side, Vector) for side in relation.sides):
            return [_vectors(relation, options)]
        return options


def _vectors(relation: Relation, options: list[Forms]) -> Forms:
    """The vector equation of what may stand in place of its components."""
    firsts = [forms[0] for forms in options if forms and isinstance(forms[0], Equal)]
    if len(firsts) != len(relation.sides[0]):
        return ()
    return (Equal(*(Vector(one.sides[place] for one in firsts) for place in (0, 1))),)
