"""Decide traps, and compare the answers with the truth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from derivations.errors import PaperError
from derivations.obligation import Obligation
from derivations.paper import Paper
from derivations.rules import assumption

from ..decide import decide
from ..quoting import plain
from ..result import LineResult
from ..suite import Suite
from ..verdict import Status, Verdict
from .trap import Argument, Trap, Truth


class Answer(StrEnum):
    """What is said of a trap."""

    PROVED = "proved"
    REFUTED = "refuted"
    #: Neither, or the step to it is not allowed.
    UNDECIDED = "undecided"
    #: The encoding is told to be wrong, in a sentence.
    REFUSED = "refused"


class Outcome(StrEnum):
    """The answer beside the truth."""

    RIGHT = "right"
    UNDECIDED = "undecided"
    WRONG = "wrong"


#: What is right of each truth, and what is wrong; anything else is undecided.
_RIGHT = {
    Truth.TRUE: {Answer.PROVED},
    Truth.FALSE: {Answer.REFUTED, Answer.REFUSED},
    Truth.VOID: {Answer.UNDECIDED, Answer.REFUSED},
}
_WRONG = {
    Truth.TRUE: {Answer.REFUTED},
    Truth.FALSE: {Answer.PROVED},
    Truth.VOID: {Answer.PROVED, Answer.REFUTED},
}


@dataclass(frozen=True)
class Trial:
    """A trap, the answer to it, and the reason that was given."""

    trap: Trap
    answer: Answer
    reason: str

    @property
    def outcome(self) -> Outcome:
        """Whether the answer is right.

        Of premises that contradict each other it is right to decide nothing.
        """
        if self.answer in _WRONG[self.trap.truth]:
            return Outcome.WRONG
        if self.answer in _RIGHT[self.trap.truth]:
            return Outcome.RIGHT
        return Outcome.UNDECIDED


@dataclass(frozen=True)
class Tally:
    """How many traps of a subject were decided how."""

    subject: str
    traps: int
    right: int
    undecided: int
    wrong: int


def tried(trap: Trap) -> Trial:
    """Put ``trap`` to the provers."""
    question = trap.obligation
    try:
        if isinstance(question, Argument):
            return Trial(trap, *_of_line(question))
        return Trial(trap, *_of_obligation(question))
    except PaperError as error:
        return Trial(trap, Answer.REFUSED, str(error))


def tallies(trials: Iterable[Trial]) -> tuple[Tally, ...]:
    """The counts, subject after subject."""
    outcomes: dict[str, list[Outcome]] = {}
    for trial in trials:
        outcomes.setdefault(trial.trap.subject, []).append(trial.outcome)
    return tuple(
        Tally(subject, len(found), *(found.count(outcome) for outcome in Outcome))
        for subject, found in outcomes.items()
    )


def _of_obligation(obligation: Obligation) -> tuple[Answer, str]:
    answers = []
    for link in obligation.goal.links():
        decision = decide(
            Obligation(link, obligation.facts, obligation.notation.copy(), obligation.purpose)
        )
        answers.append((Answer(decision.status.value), plain(decision.reason)))
    return min(answers, key=lambda each: _WORST.index(each[0]))


#: Of several answers the first of these counts.
_WORST = (Answer.REFUTED, Answer.UNDECIDED, Answer.PROVED)


def _of_line(argument: Argument) -> tuple[Answer, str]:
    paper = Paper("trap", "A trap", "made for this")
    paper.notation = argument.notation.copy()
    chapter = paper.chapter("I", "The only one")
    for number, relations in enumerate(argument.given, start=1):
        chapter.assumption(str(number), printed="…", states=relations, follows=assumption("given"))
    for number, (states, follows) in enumerate(argument.between, start=len(argument.given) + 1):
        chapter.equation(str(number), printed="…", states=[states], follows=follows)
    chapter.equation("claim", printed="…", states=[argument.claim], follows=argument.follows)
    return _answer(Suite(paper).line("claim"))


def _answer(line: LineResult) -> tuple[Answer, str]:
    """A line is refuted if its claim is; if only the step to it is, nothing is decided."""
    if line.holds:
        return Answer.PROVED, ""
    claim = line.printed[0]
    only_the_step = any(check.status is not Status.PROVED for check in claim.conditions)
    if line.verdict is Verdict.REFUTED and not only_the_step:
        return Answer.REFUTED, plain(line.reason)
    return Answer.UNDECIDED, plain(line.reason)
