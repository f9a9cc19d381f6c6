"""Decide a paper, line after line: claims to obligations, obligations to verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from derivations.errors import PaperError
from derivations.obligation import Obligation
from derivations.paper import Claim, Line, Paper
from derivations.relation import Relation
from derivations.rules import Inference, Known, here

from . import near, neglected
from .facts import facts_of, nearly
from .graph import Graph
from .leeway import refuse_near_one
from .premises.argument import begun
from .premises.asked import asked, enlarged
from .result import (
    Check,
    ClaimResult,
    LineResult,
    NamedResult,
    Report,
    given,
    is_approximate,
    judge,
)
from .run.decider import Answer, Decider
from .run.question import Question
from .schedule import Steps, finish
from .together import decide_together
from .verdict import Decision, Status, Verdict, undecided
from .wellformed import refuse_second_definitions, refuse_unknown_results

#: A verdict, why it fails if it does, and the claims as printed and as accepted.
Judged: TypeAlias = tuple[Verdict, str, tuple[ClaimResult, ...], tuple[ClaimResult, ...]]


class Suite:
    """The checks of one paper; each line is decided once, when it is first asked for.

    ``decider`` is asked about the obligations; without one they are decided here and now.
    Raises ``PaperError`` where the paper's encoding cannot be checked: a premise that does
    not exist, a circle, a symbol defined twice, a result that rests on no line.
    """

    def __init__(self, paper: Paper, decider: Decider | None = None) -> None:
        self.paper = paper
        self.graph = Graph(paper)
        #: The seconds that deciding each obligation took; no part of any verdict.
        self.seconds: dict[Obligation, float] = {}
        #: What is asked about the obligations.
        self.decider = decider or Decider()
        self._decisions: dict[Question, Decision | PaperError] = {}
        #: What was found of the lines that are decided.
        self.results: dict[str, LineResult] = {}
        refuse_near_one(paper.notation)
        refuse_second_definitions(paper)
        refuse_unknown_results(paper)

    def line(self, label: str) -> LineResult:
        """What is found of line ``label``, all that it rests on being decided first."""
        self._decide({self.paper[label].label, *self.graph.ancestors(label)}, lambda _: None)
        return self.results[label]

    def lines(
        self, labels: Iterable[str], progress: Callable[[LineResult], None] = lambda _: None
    ) -> dict[str, LineResult]:
        """What is found of several lines, decided together with what they rest on."""
        wanted = list(labels)
        below = {one for label in wanted for one in self.graph.ancestors(label)}
        self._decide({*wanted, *below}, progress)
        return {label: self.results[label] for label in wanted}

    def run(self, progress: Callable[[LineResult], None] = lambda _: None) -> Report:
        """Decide all lines; ``progress`` is told of each as it is done."""
        self._decide(set(self.graph.order), progress)
        return Report(
            self.paper,
            tuple(self.results[line.label] for line in self.paper),
            tuple(
                NamedResult(name, labels, tuple(x for x in labels if not self.results[x].holds))
                for name, labels in self.paper.results.items()
            ),
        )

    def claims(self, line: Line, claims: tuple[Claim, ...]) -> tuple[ClaimResult, ...]:
        """What would be found if ``line`` made these claims, all below being decided."""
        return finish(self._claims(line, claims), self.decider, self.heard)

    def decisions(self) -> tuple[tuple[Question, Decision | PaperError], ...]:
        """Everything that was asked so far, and the answers."""
        return tuple(self._decisions.items())

    def _decide(self, labels: set[str], progress: Callable[[LineResult], None]) -> None:
        decide_together([(self, labels)], progress)

    def heard(self, answer: Answer) -> None:
        """Take an answer in."""
        self._decisions[answer.question] = answer.outcome
        if answer.seconds is not None:
            self.seconds[answer.question.obligation] = answer.seconds

    def decided(self, line: Line) -> Steps[LineResult]:
        """What is found of ``line``, all below being decided."""
        try:
            verdict, reason, printed, accepted = yield from self._judged(line)
            facts = facts_of(self.paper, line, accepted)
        except PaperError as error:
            msg = f"line ({line.label}): {error}"
            raise PaperError(msg, line.place) from error
        below = self.graph.ancestors(line.label)
        return LineResult(
            line=line,
            verdict=verdict,
            reason=reason,
            printed=printed,
            accepted=accepted,
            facts=facts,
            rests_on=below,
            used_by=self.graph.descendants(line.label),
            unsound=tuple(x for x in below if not self.results[x].verdict.holds),
        )

    def _judged(self, line: Line) -> Steps[Judged]:
        """The verdict on ``line`` with its reason, and its claims, printed and accepted."""
        printed = yield from self._claims(line, line.claims)
        accepted = (yield from self._claims(line, line.accepted)) if line.erratum else printed
        return *judge(line, printed, accepted), printed, accepted

    def _claims(self, line: Line, claims: tuple[Claim, ...]) -> Steps[tuple[ClaimResult, ...]]:
        """The claims in order; each may use what those before it state."""
        results: tuple[ClaimResult, ...] = ()
        for claim in claims:
            results += ((yield from self._claiming(line, claim, results)),)
        return results

    def _claim(self, line: Line, claim: Claim, before: tuple[ClaimResult, ...]) -> ClaimResult:
        """What is found of one claim after those before it, all below being decided."""
        return finish(self._claiming(line, claim, before), self.decider, self.heard)

    def _claiming(
        self, line: Line, claim: Claim, before: tuple[ClaimResult, ...]
    ) -> Steps[ClaimResult]:
        premises = {label: self.results[label] for label in claim.follows.premises}
        used = before if here in claim.follows.steps else ()
        drawn = any(premise.approximate for premise in premises.values()) or any(
            earlier.approximate for earlier in used
        )
        approximate = drawn or is_approximate(claim.relation)
        if given(claim):
            links = yield from self._ask(self._of_premise(claim.relation))
            return ClaimResult(claim, links, (), approximate, open=is_approximate(claim.relation))
        known = Known(
            {label: premise.facts for label, premise in premises.items()},
            self.paper.notation,
            bound=self.paper.bound,
            here=facts_of(self.paper, line, used),
            approximate=frozenset(x for x, premise in premises.items() if premise.approximate),
            tending=neglected.tending(
                claim.claim
                for label in self.graph.ancestors(line.label)
                for claim in self.results[label].accepted
            ),
        )
        goals = tuple(claim.relation.links())
        try:
            inference = claim.follows.infer(known)
            more: tuple[Question, ...] = ()
            if drawn:
                loose = self._nearly(line, known, used)
                more = tuple(neglected.questions(claim, inference, loose))
                if why := self._elsewhere(line, claim, inference, (known, loose), used):
                    return _failed(claim, known, undecided("leading order", why))
        except PaperError:
            raise
        except Exception as error:
            why = f"the rule {claim.follows.name} failed: {_told(error)}"
            return _failed(claim, known, undecided("rule", why))
        obligations = tuple(
            Obligation(goal, inference.facts, self.paper.notation, bound=self.paper.bound)
            for goal in goals
        )
        found = yield from self._ask(
            (
                *map(Question, obligations),
                *map(Question, inference.conditions),
                *more,
            )
        )
        links, conditions = found[: len(obligations)], found[len(obligations) :]
        conditions += yield from self._consistent(line, (*obligations, *inference.conditions))
        first = len(inference.conditions)
        left_open = neglected.leaves_open(claim, conditions[first : first + len(more)])
        return ClaimResult(claim, links, conditions, approximate, inference, left_open)

    def _consistent(
        self, line: Line, obligations: Iterable[Obligation]
    ) -> Steps[tuple[Check, ...]]:
        """That the premises of ``obligations`` can hold together: from others all follows.

        Where no model is found, one is looked for with the definitions of the functions
        in the lines below: what satisfies them too satisfies the premises.
        """
        checks = yield from self._ask(map(Question, asked(obligations)))
        below = [x for label in self.graph.ancestors(line.label) for x in self.results[label].facts]
        for place, check in enumerate(checks):
            if check.status is Status.UNDECIDED:
                more = enlarged(check.obligation, below)
                again = (yield from self._ask([Question(more)])) if more else ()
                if again and again[0].status is Status.PROVED:
                    checks = (*checks[:place], *again, *checks[place + 1 :])
        return (*checks, *(yield from self._contradicted(line)))

    def _contradicted(self, line: Line) -> Steps[tuple[Check, ...]]:
        """That what ``line`` and all below are given cannot hold together, if that is seen."""
        checks = yield from self._ask([self._begun])
        if checks[0].status is not Status.REFUTED:
            return ()
        below = {line.label, *self.graph.ancestors(line.label)}
        own = begun(self.paper, [each for each in self.paper if each.label in below])
        checks = yield from self._ask([Question(own, "given")])
        return checks if checks[0].status is Status.REFUTED else ()

    @cached_property
    def _begun(self) -> Question:
        """Whether what all lines are given can hold together."""
        return Question(begun(self.paper, self.paper), "begun")

    def _nearly(self, line: Line, known: Known, used: tuple[ClaimResult, ...]) -> Known:
        """What is known, taken for what it says where it holds to leading order."""
        notation = self.paper.notation.copy()

        def loosely(each: Line, claims: tuple[ClaimResult, ...]) -> tuple[Relation, ...]:
            lines = (each, *(self.paper[label] for label in self.graph.ancestors(each.label)))
            tending = neglected.tending(one for line_ in lines for one in line_.accepted)
            return nearly(self.paper, each, claims, notation, tending)

        lines = {x: loosely(self.paper[x], self.results[x].accepted) for x in known.lines}
        return replace(known, lines=lines, notation=notation, here=loosely(line, used))

    def _elsewhere(
        self,
        line: Line,
        claim: Claim,
        inference: Inference,
        known: tuple[Known, Known],
        used: tuple[ClaimResult, ...],
    ) -> str:
        """Why what holds near a limit does not say what is claimed, if it does not."""
        told = zip(*map(neglected.told, known), strict=True)
        leading = [plain for plain, loose in told if plain != loose]
        below = (self.results[label].accepted for label in self.graph.ancestors(line.label))
        where = near.limits((*chain.from_iterable(below), *used))
        said = tuple(neglected.said(inference))
        return near.elsewhere(claim.relation, said, leading, where, self.paper.notation)

    def _of_premise(self, relation: Relation) -> tuple[Question, ...]:
        """All that is checked of a premise: that its dimensions agree."""
        purpose = "the dimensions of a premise"
        return tuple(
            Question(
                Obligation(link, (), self.paper.notation, purpose, self.paper.bound), "dimension"
            )
            for link in relation.links()
        )

    def _ask(self, questions: Iterable[Question]) -> Steps[tuple[Check, ...]]:
        """The answers to ``questions``, in their order; those known are not asked again."""
        questions = tuple(questions)
        missing = tuple(q for q in dict.fromkeys(questions) if q not in self._decisions)
        if missing:
            yield missing
        checks: tuple[Check, ...] = ()
        for question in questions:
            decision = self._decisions[question]
            if isinstance(decision, PaperError):
                raise decision
            checks += (Check(question.obligation, decision),)
        return checks


def _failed(claim: Claim, known: Known, why: Decision) -> ClaimResult:
    """A claim of which nothing could be asked."""
    links = claim.relation.links()
    checks = tuple(Check(known.obligation(goal, "the claim"), why) for goal in links)
    return ClaimResult(claim, checks, (), approximate=True)


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".partition("\n")[0]
