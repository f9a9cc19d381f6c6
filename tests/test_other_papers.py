"""The papers beside Weisskopf's: they hold, say what they print, and rest on lines of his."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from checks.cli import main
from checks.load import load, names
from checks.printed.compare import compare_all
from checks.printed.finding import Status
from checks.report.unicode import Unicode
from checks.result import Report
from checks.run.decider import Decider
from checks.soundness.mutation.campaign import Campaign
from checks.suite import Suite
from checks.verdict import Verdict

PAPERS = ("cooper1956", "london")


@pytest.fixture(scope="module")
def reports(remembering: Decider) -> dict[str, Report]:
    return {name: Suite(load(name), remembering).run() for name in PAPERS}


@pytest.mark.parametrize("name", PAPERS)
def test_every_line_holds_and_every_result_is_confirmed(
    reports: dict[str, Report], name: str
) -> None:
    report = reports[name]
    assert [x.line.label for x in report.lines if not x.holds] == []
    assert report.holds
    assert report.results
    assert all(result.confirmed for result in report.results)


@pytest.mark.parametrize("name", PAPERS)
def test_every_line_says_what_it_prints(name: str) -> None:
    found = {x.label: x.status for x in compare_all(load(name)) if x.status is not Status.AGREES}
    assert found == {}


@pytest.mark.parametrize(
    ("name", "label", "verdict", "says", "rests_on"),
    [
        ("cooper1956", "15", Verdict.PROVED, "B_W = ½·N₀·V₀", "W:density of states"),
        ("cooper1956", "16", Verdict.LEADING_ORDER, "Δ = 2·Δ_W", "W:exact binding energy"),
        ("cooper1956", "18", Verdict.LEADING_ORDER, "Δ ≃ 2·ħ_W·ω_D,W·exp(", "W:23"),
        ("london", "17", Verdict.PROVED, "λ_W = λ", "W:33"),
        ("london", "18", Verdict.PROVED, "(jₓ, j_y, j_z) = (−c·Aₓ/(4·π·λ²)", "W:33"),
        ("london", "19", Verdict.PROVED, "(∂²Bₓ/∂x²", "W:35"),
    ],
)
def test_what_is_compared_with_weisskopf_rests_on_both_papers(
    reports: dict[str, Report], name: str, label: str, verdict: Verdict, says: str, rests_on: str
) -> None:
    found = next(x for x in reports[name].lines if x.line.label == label)
    relation = found.line.claims[0].relation
    assert found.verdict is verdict
    assert Unicode(reports[name].paper.notation).relation(relation).startswith(says)
    assert rests_on in found.rests_on
    assert any(not load(name)[x].cited for x in found.rests_on)


@pytest.mark.nightly
@pytest.mark.parametrize("name", PAPERS)
def test_a_cited_line_has_the_verdict_of_its_own_paper(
    reports: dict[str, Report], remembering: Decider, name: str
) -> None:
    theirs = Suite(load("weisskopf1979"), remembering)
    cited = [x for x in reports[name].lines if x.line.cited]
    assert cited
    for found in cited:
        assert found.verdict is theirs.line(found.line.label.removeprefix("W:")).verdict


@pytest.mark.nightly
@pytest.mark.parametrize("name", PAPERS)
def test_the_command_finds_that_it_holds_and_its_replay_agrees(name: str) -> None:
    found = CliRunner().invoke(main, ["check", name])
    assert found.exit_code == 0, found.output


@pytest.mark.nightly
@pytest.mark.parametrize("name", PAPERS)
def test_no_change_of_a_line_goes_unnoticed(name: str) -> None:
    paper = load(name)
    found = Campaign.of(paper, 2).run([line.label for line in paper.own])
    assert len(found) > len(paper.own)
    assert [(one.label, one.text) for one in found if one.gap] == []


def test_all_papers_are_registered() -> None:
    assert {*PAPERS, "weisskopf1979"} <= set(names())
