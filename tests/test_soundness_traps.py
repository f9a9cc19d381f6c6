"""Traps: claims that look otherwise than they are; not one may be decided wrongly."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import checks.soundness.trial
from checks.cli import main
from checks.soundness import table
from checks.soundness.corpus import traps
from checks.soundness.trap import Argument, Truth
from checks.soundness.trial import Outcome, Trial, tallies, tried
from checks.verdict import proved

DOCUMENT = Path(__file__).parents[1] / "docs" / "soundness.md"


@pytest.fixture(scope="module")
def trials() -> list[Trial]:
    return [tried(trap) for trap in traps()]


def test_no_trap_is_decided_wrongly(trials: list[Trial]) -> None:
    wrong = {t.trap.name: (t.answer, t.reason) for t in trials if t.outcome is Outcome.WRONG}
    assert wrong == {}


def test_most_traps_are_decided(trials: list[Trial]) -> None:
    right = sum(trial.outcome is Outcome.RIGHT for trial in trials)
    assert 10 * right >= 6 * len(trials)


def test_the_table_in_the_document_is_the_one_that_the_command_prints(trials: list[Trial]) -> None:
    assert "\n".join(table.rows(tallies(trials))) in DOCUMENT.read_text(encoding="utf-8")


def test_there_are_many_traps_of_both_kinds() -> None:
    truths = Counter(trap.truth for trap in traps())
    assert sum(truths.values()) >= 600
    assert truths[Truth.TRUE] >= 200
    assert truths[Truth.FALSE] >= 200
    assert truths[Truth.VOID] >= 20


def test_each_trap_has_a_name_of_its_own_and_a_note() -> None:
    names = Counter((trap.subject, trap.name) for trap in traps())
    assert max(names.values()) == 1
    assert all(trap.note and trap.subject for trap in traps())


def test_no_trap_of_two_sides_says_that_a_thing_is_itself() -> None:
    same = [
        trap.name
        for trap in traps()
        if not isinstance(trap.obligation, Argument)
        and len(trap.obligation.goal.sides) == 2
        and trap.obligation.goal.sides[0] == trap.obligation.goal.sides[1]
    ]
    assert same == []


def test_a_prover_that_proves_all_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks.soundness.trial, "decide", lambda _: proved("credulity", "why not"))
    monkeypatch.setattr("checks.soundness.corpus.SUBJECTS", ("roots",))
    found = CliRunner().invoke(main, ["traps"])
    assert found.exit_code == 1
    assert "wrong: the root of a square is not the thing" in found.output


def test_a_truth_that_is_turned_round_is_a_wrong_decision() -> None:
    turned = {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE}
    for trap in traps()[:10]:
        trial = tried(trap)
        other = replace(trial, trap=replace(trap, truth=turned[trap.truth]))
        assert (trial.outcome is Outcome.RIGHT) == (other.outcome is Outcome.WRONG)


def test_the_command_lists_what_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checks.soundness.corpus.SUBJECTS", ("roots",))
    found = CliRunner().invoke(main, ["traps", "--verbose"])
    assert found.exit_code == 0
    assert "undecided: a cube root of a cube (branches of roots)" in found.output
