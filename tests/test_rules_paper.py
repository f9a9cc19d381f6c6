"""A small paper argued by many rules: checked, told, certified, replayed, and changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from checks import replay
from checks.certificate import write
from checks.cli import main
from checks.load import load
from checks.result import Report
from checks.soundness.mutation.alphabet import Alphabet
from checks.soundness.mutation.arguments import changed
from checks.suite import Suite
from checks.verdict import Verdict
from derivations.errors import PaperError
from derivations.paper import Paper
from derivations.relation import Equal, LeadingOrder
from derivations.rules import both_sides, derivative, identity

PATH = str(Path(__file__).parent / "papers" / "vocabulary.py")


@pytest.fixture(scope="module")
def report() -> Report:
    return Suite(load(PATH)).run()


def test_every_line_but_the_wrong_one_holds(report: Report) -> None:
    assert {r.line.label for r in report.lines if not r.holds} == {"15"}
    argued = [r for r in report.lines if r.verdict is not Verdict.GIVEN]
    assert [r.verdict for r in argued] == [
        Verdict.REFUTED if r.line.label == "15" else Verdict.PROVED for r in argued
    ]


def test_the_certificate_is_replayed(report: Report) -> None:
    text = "".join(write.lines(report))
    done = replay.replay(text.encode(), frozenset({"Consistent", "Tends"}))
    assert not done.faults
    trusted = " ".join(done.found)
    for name in ("branch", "consequence", "instance", "minimum", "real part", "solution"):
        assert f"facts from the rule {name}, on trust" in trusted


def test_a_line_tells_its_rule_and_what_that_needs() -> None:
    run = CliRunner().invoke(main, ["show", "14", "--paper", PATH])
    assert run.exit_code == 0
    assert "consequence" in run.output or "linear differential equation" in run.output
    assert "has no jump" in run.output


def test_the_report_in_json_names_the_rules() -> None:
    run = CliRunner().invoke(main, ["check", PATH, "--json", "-"])
    assert run.exit_code == 1
    assert "difference of squares" in run.output


def test_steps_of_open_rules_are_changed_as_others_are(report: Report) -> None:
    paper = report.paper
    follows = paper["14"].accepted[0].follows
    found = list(changed(follows, Alphabet(paper), ("9", "12")))
    kinds = {name for name, _ in found}
    assert {"step left out", "premise exchanged"} <= kinds
    assert any("in a step" in kind for kind in kinds)
    assert all(argument != follows for _, argument in found)


def test_what_holds_to_leading_order_is_not_differentiated_in_a_paper() -> None:
    paper = Paper("rough", "Rough", "for one test")
    from derivations.dimension import NUMBER

    p = paper.notation.variable("p", NUMBER, "a variable")
    f = paper.notation.function("f", NUMBER, "a function", of=(NUMBER,))
    chapter = paper.chapter("I", "The only one")
    chapter.equation("1", printed="…", states=[LeadingOrder(p + p**2, p, p)], follows=identity)
    chapter.equation(
        "2",
        printed="…",
        states=[Equal(f(p).diff(p), 1)],
        follows=both_sides("1", derivative(p)),
    )
    with pytest.raises(PaperError, match="holds to leading order only"):
        Suite(paper).run()
