"""Decide one claim in another form, everything before it being as the paper has it."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, TypeVar

from derivations.errors import PaperError
from derivations.obligation import Obligation
from derivations.paper import Claim, Line, Paper
from derivations.relation import Equal, Relation
from derivations.rules import By, Known, here

from ...facts import facts_of
from ...result import Check, ClaimResult, LineResult, Report, given, judge
from ...run.question import Question, directly
from ...schedule import Steps
from ...suite import Suite
from ...verdict import Decision, Status
from .provable import provably


@dataclass(frozen=True)
class Place:
    """A claim of a line: one of those printed, or one of those accepted."""

    label: str
    part: str
    index: int


_T = TypeVar("_T")

#: What no premises may prove.
_FALSE = (Equal(0, 1),)


Prover: TypeAlias = Callable[[Question], "Decision | PaperError"]


class Bench(Suite):
    """The checks of a paper, and what they find where one claim of it is another.

    The paper as it is is decided once, when the bench is made, by ``decider``; where only
    a proof is asked for, ``prover`` is asked.
    """

    def __init__(self, paper: Paper, decider: Prover = directly, prover: Prover = provably) -> None:
        super().__init__(paper)
        self._prover = decider
        self._answers: dict[tuple[Prover, Question], Decision | PaperError] = {}
        self.report: Report = self.run()
        self._decide_by, self._prove_by = decider, prover
        self._found_once: dict[tuple[str, Place], Any] = {}

    @contextmanager
    def _proving(self) -> Iterator[None]:
        """While this lasts only proofs are asked for."""
        self._prover = self._prove_by
        try:
            yield
        finally:
            self._prover = self._decide_by

    def once(self, what: tuple[str, Place], find: Callable[[], _T]) -> _T:
        """What ``find`` finds, looked for once."""
        if what not in self._found_once:
            self._found_once[what] = find()
        found: _T = self._found_once[what]
        return found

    def claim(self, place: Place) -> Claim:
        """The claim at ``place``."""
        return _part(self.paper[place.label], place.part)[place.index]

    def found(self, place: Place) -> ClaimResult:
        """What is found of the claim at ``place``."""
        return _found(self.results[place.label], place.part)[place.index]

    def result(self, label: str) -> LineResult:
        """What is found of line ``label``."""
        return self.results[label]

    def instead(self, place: Place, claim: Claim) -> ClaimResult:
        """What is found of ``claim``, argued, in the place of the one at ``place``.

        Raises ``PaperError`` where it cannot be checked.
        """
        before = _found(self.results[place.label], place.part)[: place.index]
        with self._proving():
            return self._claim(self.paper[place.label], claim, before)

    def said(self, place: Place, claim: Claim) -> tuple[Relation, ...]:
        """What later lines may use of ``claim`` in the place of the one at ``place``."""
        result = self.found(place) if claim == self.claim(place) else self.instead(place, claim)
        return _scalar(facts_of(self.paper, self.paper[place.label], (result,)))

    def source(self, fact: Relation, follows: By) -> str:
        """The premise of ``follows`` that says ``fact``, or nothing where a step gives it."""
        return next((x for x in follows.premises if fact in _scalar(self.results[x].facts)), "")

    def facts(self, place: Place, follows: By) -> tuple[Relation, ...]:
        """What the argument ``follows`` lets the claim at ``place`` use."""
        before = _found(self.results[place.label], place.part)[: place.index]
        line = self.paper[place.label]
        known = Known(
            {label: self.results[label].facts for label in follows.premises},
            self.paper.notation,
            bound=self.paper.bound,
            here=facts_of(self.paper, line, before if here in follows.steps else ()),
            approximate=frozenset(x for x in follows.premises if self.results[x].approximate),
        )
        return _scalar(follows.infer(known).facts)

    def proves(self, facts: tuple[Relation, ...], relation: Relation) -> bool:
        """Whether ``facts`` prove ``relation``, and do not prove that 0 is 1 as well.

        The second question is put so that neither premises that contradict each other nor
        a prover that proves everything can explain anything.
        """
        notation, bound = self.paper.notation, self.paper.bound
        goals = (*relation.links(), *_FALSE)
        asked = [Question(Obligation(goal, facts, notation, bound=bound)) for goal in goals]
        with self._proving():
            *links, wrong = _result_of(self._ask(asked))
        return wrong.status is not Status.PROVED and all(
            link.status is Status.PROVED for link in links
        )

    def noticed(self, place: Place, claim: Claim | None) -> str:
        """The line that no longer holds with ``claim`` in the accepted place, or nothing.

        ``None`` leaves the claim out.  Lines are decided in the order of the argument up
        to the first that fails, as long as what they rest on says something else.
        """
        return next((label for label, _ in self.failing(place, claim)), "")

    def failing(self, place: Place, claim: Claim | None) -> Iterator[tuple[str, tuple[int, ...]]]:
        """All lines that no longer hold with ``claim`` in the place of an accepted one.

        Each comes with the numbers of its accepted claims that fail.
        """
        whole = self.results
        changed: dict[str, LineResult] = {}
        self.results = ChainMap(changed, whole)  # type: ignore[assignment]
        try:
            for label in self.graph.order:
                line, first = self.paper[label], None
                if label == place.label:
                    line, first = _with(line, place, claim), place.index
                elif not any(premise in changed for premise in line.premises):
                    continue
                old = whole[label]
                try:
                    new = self._redecided(line, old, set(changed), first)
                except PaperError:
                    if old.verdict.holds:
                        yield label, tuple(range(len(old.accepted)))
                    continue
                if old.verdict.holds and not new.verdict.holds:
                    yield label, _failed(old, new)
                elif new.facts != old.facts:
                    changed[label] = new
        finally:
            self.results = whole

    def _ask(self, questions: Iterable[Question]) -> Steps[tuple[Check, ...]]:
        """The answers, here and now: the mutants of a line are many and small."""
        checks: tuple[Check, ...] = ()
        for question in questions:
            asked = (self._prover, question)
            if asked not in self._answers:
                self._answers[asked] = self._prover(question)
            answer = self._answers[asked]
            if isinstance(answer, PaperError):
                raise answer
            checks += (Check(question.obligation, answer),)
        yield from ()
        return checks

    def _redecided(
        self, line: Line, old: LineResult, changed: set[str], first: int | None
    ) -> LineResult:
        """``line`` decided again, as far as what it rests on has changed."""
        accepted = self._again(line, line.accepted, old.accepted, changed, first)
        if line.erratum is None:
            printed = accepted
        else:
            same = line.claims == tuple(result.claim for result in old.printed)
            printed = self._again(line, line.claims, old.printed, changed, None if same else 0)
        verdict, reason = judge(line, printed, accepted)
        return replace(
            old,
            line=line,
            verdict=verdict,
            reason=reason,
            printed=printed,
            accepted=accepted,
            facts=facts_of(self.paper, line, accepted),
        )

    def _again(
        self,
        line: Line,
        claims: tuple[Claim, ...],
        old: tuple[ClaimResult, ...],
        changed: set[str],
        first: int | None,
    ) -> tuple[ClaimResult, ...]:
        """The claims decided again from the first whose premises or predecessors differ."""
        known = {result.claim: result for result in old}
        results: tuple[ClaimResult, ...] = ()
        for claim in claims:
            cites = changed.intersection(claim.follows.premises)
            after = here in claim.follows.steps and any(
                result is not known.get(result.claim) for result in results
            )
            left_out = first is not None and here in claim.follows.steps
            if claim not in known or cites or after or left_out:
                results += (self._claim(line, claim, results),)
            else:
                results += (known[claim],)
        return results


def _result_of(steps: Steps[_T]) -> _T:
    """What comes out of work that waits for nothing."""
    try:
        next(steps)
    except StopIteration as end:
        result: _T = end.value
        return result
    msg = "the work waits for an answer"
    raise RuntimeError(msg)


def _scalar(facts: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """The facts with those about vectors taken apart into those about components."""
    return tuple(dict.fromkeys(link for fact in facts for link in fact.links()))


def _failed(old: LineResult, new: LineResult) -> tuple[int, ...]:
    """The accepted claims of ``old`` that are found to fail in ``new``."""
    bad = [result.claim for result in new.accepted if not result.verdict.holds]
    return tuple(i for i, result in enumerate(old.accepted) if result.claim in bad)


def _part(line: Line, part: str) -> tuple[Claim, ...]:
    return line.claims if part == "printed" else line.accepted


def _found(result: LineResult, part: str) -> tuple[ClaimResult, ...]:
    return result.printed if part == "printed" else result.accepted


def _with(line: Line, place: Place, claim: Claim | None) -> Line:
    """``line`` with ``claim`` at ``place``, and wherever it is printed in the same words."""
    old = line.accepted[place.index]

    def exchanged(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        new = () if claim is None else (claim,)
        return tuple(c for each in claims for c in (new if each == old else (each,)))

    if line.erratum is None:
        return replace(line, claims=exchanged(line.claims))
    erratum = replace(line.erratum, accepted=exchanged(line.accepted))
    return replace(line, claims=exchanged(line.claims), erratum=erratum)


def places(paper: Paper) -> Iterator[Place]:
    """The claims of ``paper``, each once: what is printed and accepted alike is accepted."""
    for line in paper:
        for index, _ in enumerate(line.accepted):
            yield Place(line.label, "accepted", index)
        if line.erratum is not None:
            for index, claim in enumerate(line.claims):
                if claim not in line.accepted:
                    yield Place(line.label, "printed", index)


def is_given(claim: Claim) -> bool:
    """Whether ``claim`` is taken as a premise."""
    return given(claim) is not None


__all__ = ["Bench", "PaperError", "Place", "is_given", "places"]
