"""A line may rest on another paper's lines, whose quantities are told apart from its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sympy import Integral, cos, sin

from checks.certificate import write
from checks.printed.finding import Status
from checks.replay import main as replay
from checks.report.json_output import dumps
from checks.report.layout import Layout
from checks.result import Report
from checks.suite import Suite
from checks.verdict import Verdict
from derivations.dimension import LENGTH, TIME, VELOCITY
from derivations.errors import PaperError
from derivations.paper import Paper, erratum
from derivations.relation import Equal, SameOrder
from derivations.revised import revised
from derivations.revision import Revision
from derivations.rules import antiderivative, both_sides, by, definition, derivative, instance, law


class Swing:
    """The cited paper: an oscillator, with a misprint, a `~` and a false line."""

    def __init__(self) -> None:
        self.paper = Paper("swing", "An oscillator", "for the tests")
        N = self.paper.notation
        self.a = N.quantity("a", LENGTH, "amplitude")
        self.T = N.quantity("T", TIME, "a time", latex="T_0")
        self.t = N.variable("t", TIME, "time", sign="real")
        self.x = N.function("x", LENGTH, "elongation", of=(TIME,))
        self.v = N.function("v", VELOCITY, "speed", of=(TIME,))
        a, T, t, x, v = self.a, self.T, self.t, self.x, self.v
        line = self.paper.chapter("I", "It swings")
        line.equation("1", printed="", states=[Equal(x(t), a * sin(t / T))], follows=law("Hooke"))
        line.equation("2", printed="", states=[Equal(v(t), x(t).diff(t))], follows=definition(v))
        line.equation(
            "3",
            printed="",
            states=[Equal(v(t), -a / T * cos(t / T))],
            follows=by("2", both_sides("1", derivative(t))),
            erratum=erratum(
                [Equal(v(t), a / T * cos(t / T))],
                because="a sign",
                follows=by("2", both_sides("1", derivative(t))),
            ),
        )
        line.equation("4", printed="", states=[SameOrder(v(0), a / T)], follows=by("3"))
        way = Integral(a / T * cos(t / T), (t, 0, T))
        line.equation(
            "5",
            printed="",
            states=[Equal(way, a * sin(1))],
            follows=by(antiderivative(way, a * sin(t / T))),
        )
        line.equation("6", printed="x(T) = a", states=[Equal(x(T), 2 * a)], follows=by("1"))


@pytest.fixture
def swing() -> Swing:
    return Swing()


@pytest.fixture
def paper() -> Paper:
    return Paper("citing", "One that cites", "for the tests")


def _check(paper: Paper) -> Report:
    return Suite(paper).run()


def _verdicts(report: Report) -> dict[str, Verdict]:
    return {result.line.label: result.verdict for result in report.lines}


def _compared(paper: Paper, swing: Swing, premise: str, factor: int = 1) -> None:
    """A line about an own quantity `a`, a speed, that rests on a line of the other paper."""
    S = paper.cites(swing.paper, "S")
    a = paper.notation.quantity("a", VELOCITY, "here the letter is a speed")
    chapter = paper.chapter("I", "Compared")
    chapter.equation("1", printed="", states=[Equal(a, S(swing.v(0)))], follows=definition(a))
    follows = by("1", premise)
    stated = [Equal(a, factor * S(swing.a / swing.T))]
    chapter.equation("2", printed="", states=stated, follows=follows)


def test_a_letter_of_two_papers_means_two_things(paper: Paper, swing: Swing) -> None:
    _compared(paper, swing, "S:3")
    report = _check(paper)
    assert report.holds
    own = {q.unicode: q.dimension for q in paper.notation}
    assert (own["a"], own["a_S"], own["T_S"]) == (VELOCITY, LENGTH, TIME)
    assert {q.latex for q in paper.notation} >= {"a", "a_{S}", "T_{0,S}"}


def test_what_is_cited_comes_with_all_that_it_rests_on(paper: Paper, swing: Swing) -> None:
    _compared(paper, swing, "S:3")
    assert [line.label for line in paper] == ["1", "S:2", "S:1", "S:3", "2"]
    assert [line.label for line in paper.own] == ["1", "2"]
    assert [chapter.label for chapter in paper.chapters] == ["I", "S"]
    assert Suite(paper).line("2").rests_on == ("1", "S:2", "S:1", "S:3")


def test_cited_lines_have_the_verdicts_of_their_own_paper(paper: Paper, swing: Swing) -> None:
    paper.cites(swing.paper, "S")
    x = paper.notation.quantity("x", LENGTH, "")
    labels = [f"S:{line.label}" for line in swing.paper]
    paper.chapter("I", "All").equation("1", printed="", states=[Equal(x, x)], follows=by(*labels))
    there = _verdicts(_check(swing.paper))
    here = _verdicts(_check(paper))
    assert {f"S:{label}": verdict for label, verdict in there.items()} == {
        label: here[label] for label in labels
    }
    assert there["3"] is Verdict.MISPRINT
    assert there["4"] is Verdict.UP_TO_A_FACTOR or there["4"] is Verdict.PROVED
    assert there["6"] is Verdict.REFUTED


def test_what_does_not_follow_from_a_cited_line_is_refuted(paper: Paper, swing: Swing) -> None:
    _compared(paper, swing, "S:3", factor=2)
    assert _verdicts(_check(paper))["2"] is Verdict.REFUTED


def test_what_rests_on_a_cited_line_that_fails_does_not_hold(paper: Paper, swing: Swing) -> None:
    S = paper.cites(swing.paper, "S")
    x = paper.notation.quantity("x", LENGTH, "")
    chapter = paper.chapter("I", "Trusting")
    chapter.equation("1", printed="", states=[Equal(x, S(swing.x(swing.T)))], follows=definition(x))
    chapter.equation("2", printed="", states=[Equal(x, x)], follows=by("1", "S:6"))
    report = _check(paper)
    assert Suite(paper).line("2").unsound == ("S:6",)
    assert not report.holds
    told = "\n".join("".join(text for text, _ in spans) for spans in Layout(report, None).lines())
    assert "4 lines, 2 of them cited" in told
    assert "S:6" in told
    assert "S:1" not in told


def test_variables_of_a_cited_line_take_values_of_this_paper(paper: Paper, swing: Swing) -> None:
    S = paper.cites(swing.paper, "S")
    t = paper.notation.quantity("t", TIME, "a time of this paper")
    line = paper.chapter("I", "One").equation(
        "1",
        printed="",
        states=[Equal(S(swing.x)(2 * t), S(swing.a) * sin(2 * t / S(swing.T)))],
        follows=by(instance("S:1", {S(swing.t): 2 * t})),
    )
    assert Suite(paper).line(line.label).verdict is Verdict.PROVED


def test_a_paper_that_cites_may_be_cited(paper: Paper, swing: Swing) -> None:
    _compared(paper, swing, "S:3")
    third = Paper("third", "A third", "")
    P = third.cites(paper, "P")
    v = third.notation.quantity("v", VELOCITY, "")
    a = next(q.symbol for q in paper.notation if q.name == "a")
    line = third.chapter("I", "One")
    line.equation("1", printed="", states=[Equal(v, P(a))], follows=definition(v))
    line.equation("2", printed="", states=[Equal(v, P(a))], follows=by("1", "P:2"))
    assert _check(third).holds
    assert "P:S:3" in third
    assert third.origin("P:S:3") == (swing.paper, swing.paper["3"])


def test_a_cited_line_that_does_not_say_what_it_prints_is_told(paper: Paper, swing: Swing) -> None:
    _compared(paper, swing, "S:3")
    assert [reading.label for reading in _check(paper).drifts] == []
    x = paper.notation.quantity("x", LENGTH, "")
    line = paper.chapter("II", "More")
    line.equation("7", printed="", states=[Equal(x, x)], follows=by("S:6"))
    (drift,) = _check(paper).drifts
    assert (drift.label, drift.status) == ("S:6", Status.DRIFT)


def test_a_revised_paper_cites_what_it_cited(paper: Paper, swing: Swing) -> None:
    _compared(paper, swing, "S:3")
    revision = Revision("slow", "Slower")
    revision.replace("S:1", states=[Equal(0, 0)], because="the law is dropped")
    after = revised(paper, revision)
    assert after.origin("S:3") == (swing.paper, swing.paper["3"])
    report = _check(after)
    assert _verdicts(report)["S:3"] is not Verdict.MISPRINT
    assert not report.drifts


def test_the_certificate_of_a_paper_that_cites_is_replayed(
    paper: Paper, swing: Swing, tmp_path: Path
) -> None:
    _compared(paper, swing, "S:3")
    file = tmp_path / "certificate"
    file.write_text("".join(write.lines(_check(paper))), encoding="utf-8")
    assert replay(["--trust", "Consistent", str(file)]) == 0


def test_programs_are_told_what_is_cited(paper: Paper, swing: Swing) -> None:
    _compared(paper, swing, "S:3")
    data = json.loads(dumps(_check(paper)))
    assert {line["label"]: line["cited"] for line in data["lines"]} == {
        "1": None, "S:2": "swing", "S:1": "swing", "S:3": "swing", "2": None,
    }  # fmt: skip
    assert [chapter["label"] for chapter in data["chapters"]] == ["I", "S"]
    assert "T_S" in {symbol["name"] for symbol in data["symbols"]}


@pytest.mark.parametrize("premise", ["S:9", "X:1"])
def test_what_does_not_exist_cannot_be_cited(paper: Paper, swing: Swing, premise: str) -> None:
    def cited() -> None:
        _compared(paper, swing, premise)
        Suite(paper)

    with pytest.raises(PaperError, match=r"there is no line|does not exist"):
        cited()


def test_a_prefix_is_a_name_and_is_given_once(paper: Paper, swing: Swing) -> None:
    with pytest.raises(PaperError, match="short name"):
        paper.cites(swing.paper, "S:")
    paper.cites(swing.paper, "S")
    with pytest.raises(PaperError, match="is taken by swing"):
        paper.cites(swing.paper, "S")
