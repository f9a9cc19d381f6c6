"""Premises that contradict each other through the lines between prove nothing either."""

from __future__ import annotations

import pytest

from checks.premises import argument
from checks.result import Report
from checks.revise.compare import compare
from checks.revise.suite import RevisedSuite
from checks.suite import Suite
from checks.verdict import Status, Verdict
from derivations.dimension import NUMBER
from derivations.paper import Paper
from derivations.quantity import Notation
from derivations.relation import Equal, Less, Relation
from derivations.revised import revised
from derivations.revision import Revision
from derivations.rules import By, by, data, law

NOTATION = Notation()
x, y, a, b = (NOTATION.quantity(name, NUMBER, "positive") for name in "xyab")
t = NOTATION.variable("t", NUMBER, "a variable")


def a_paper(*premises: tuple[Relation, By]) -> Paper:
    """(x − 1) a = (x − 1) b, since x = 1; and so a = b, since x = 2."""
    paper = Paper("false", "What is false", "for the tests")
    paper.notation = NOTATION.copy()
    chapter = paper.chapter("I", "The only one")
    chapter.equation("1", printed="", states=[Equal(x, 1)], follows=law("the first"))
    chapter.equation("2", printed="", states=list(premises))
    factor = Equal((x - 1) * a, (x - 1) * b)
    chapter.equation("3", printed="", states=[factor], follows=by("1"))
    chapter.equation("4", printed="", states=[Equal(x, 2)], follows=by("2"))
    chapter.equation("5", printed="", states=[Equal(a, b)], follows=by("4", "3"))
    return paper


def argued(*premises: tuple[Relation, By]) -> Report:
    """What is found of it."""
    return Suite(a_paper(*premises)).run()


@pytest.mark.parametrize(
    "premises",
    [
        [(Equal(x, 2), law("the second"))],
        [(Equal(x, y), law("the second")), (Equal(y, 2), law("the third"))],
        [(Equal(x, y), law("the second")), (Equal(y**2, 4), law("the third"))],
    ],
)
def test_what_only_contradictory_laws_give_is_not_proved(
    premises: list[tuple[Relation, By]],
) -> None:
    report = argued(*premises)
    verdicts = {line.line.label: line.verdict for line in report.lines}
    assert verdicts["3"] is verdicts["4"] is Verdict.PROVED, "each by itself holds"
    assert verdicts["5"] is Verdict.UNDECIDED
    assert "contradict each other" in report.lines[-1].reason


def test_what_is_measured_of_two_things_is_no_contradiction() -> None:
    report = argued((Equal(x, 2), data("of another metal")))
    assert report.lines[-1].verdict is Verdict.PROVED


def test_what_is_said_of_some_values_of_a_variable_is_not_said_of_all() -> None:
    paper = a_paper((Less(t, 1), law("on one side")), (Less(1, t), law("on the other")))
    answer = argument.decide(argument.begun(paper, list(paper)))
    assert answer.status is Status.UNDECIDED


def test_a_revision_that_contradicts_a_law_lines_away_is_noticed() -> None:
    paper = a_paper((Equal(x, y), law("the second")))
    revision = Revision("two", "Two", "for the test")
    revision.line("two", states=[Equal(y, 2)], follows=law("as if"))
    revision.replace("4", states=[Equal(x, 2)], follows=by("2", "two"))
    found = compare(Suite(paper), RevisedSuite(revised(paper, revision)))
    assert [change.label for change in found.contradictions] == ["5"]
    assert [change.label for change in found.falling] == ["5"]
