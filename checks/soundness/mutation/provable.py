"""Whether something is proved, without the search for a counterexample if it is not."""

from __future__ import annotations

from derivations.errors import PaperError
from derivations.relation import Equal

from ...normal.elimination import solve
from ...provers import dimension
from ...run.question import Question, directly
from ...verdict import Decision, Status, undecided


def provably(question: Question) -> Decision | PaperError:
    """The answer to ``question``, but that an equation that is not proved is undecided.

    An equation is proved by the normal form of its sides; where they differ in it, all that
    could follow is the search for a point at which they differ.
    """
    if question.prover == "decide" and type(question.obligation.goal) is Equal:
        try:
            if _differs(question):
                return undecided("normal form", "the sides differ in normal form")
        except Exception:  # what cannot be shortened takes its ordinary way
            return directly(question)
    return directly(question)


def _differs(question: Question) -> bool:
    obligation = question.obligation
    if dimension.decide(obligation).status is not Status.PROVED:
        return False
    left, right = obligation.goal.sides
    system = solve(obligation.facts, obligation.notation, needs=[left, right])
    if system.contradiction is not None:
        return False
    convert = system.algebra.convert
    return not (convert(left) - convert(right)).is_zero()
