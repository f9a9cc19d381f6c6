"""Random claims and random text: nothing decided wrongly, nothing read that must not be."""

from __future__ import annotations

import json
from random import Random

import pytest
from click.testing import CliRunner

import checks.decide
from checks import record
from checks.cli import main
from checks.soundness.fuzz import campaign, readers
from checks.soundness.fuzz.garbage import MONSTERS, TEXTS
from checks.soundness.fuzz.makers import MAKERS, rational_functions
from checks.soundness.fuzz.readers import READERS, Reader, counted, fault
from checks.verdict import proved, refuted
from derivations.errors import PaperError

_CASES = 240 * len(MAKERS)


def test_no_random_claim_is_decided_wrongly() -> None:
    counts = campaign.run(_CASES, seed=20)
    assert counts.wrong == []
    decided = sum(each["proved"] + each["refuted"] for each in counts.by_kind.values())
    assert 2 * decided > _CASES


@pytest.mark.parametrize(("prover", "word"), [(proved, "proved"), (refuted, "refuted")])
def test_a_prover_that_always_says_the_same_is_caught(
    monkeypatch: pytest.MonkeyPatch, prover: object, word: str
) -> None:
    monkeypatch.setattr(checks.decide, "decide", lambda _: prover("credulity", "why not"))
    counts = campaign.run(4 * len(MAKERS), seed=3)
    assert len(counts.wrong) >= len(MAKERS)
    assert all(f"and {word}:" in each for each in counts.wrong)


def test_a_prover_that_fails_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(checks.decide, "decide", fails)
    found = CliRunner().invoke(main, ["fuzz", "--cases", "3", "--texts", "0"])
    assert found.exit_code == 1
    assert "ZeroDivisionError" in found.output


def test_the_same_seed_makes_the_same_claims() -> None:
    one, other = (rational_functions(Random("seed"))[1].obligation.goal for _ in range(2))
    assert one == other


@pytest.mark.parametrize("name", READERS)
def test_random_texts_are_read_or_refused_with_a_sentence(name: str) -> None:
    counts, faults = counted(name, 250, seed=20)
    assert faults == []
    assert counts["read"] > 0


def _with_goal_of(form: object) -> object:
    whole = json.loads(
        record.dumps(record.of_obligation(rational_functions(Random(1))[0].obligation))
    )
    whole["goal"][1]["sides"] = [form, 1]
    return whole


@pytest.mark.parametrize("number", range(len(MONSTERS)))
@pytest.mark.parametrize("name", ["obligation", "prefix form"])
def test_forms_that_ask_for_too_much_are_refused(name: str, number: int) -> None:
    form = MONSTERS[number]
    assert fault(READERS[name], _with_goal_of(form) if name == "obligation" else form) == ""


@pytest.mark.parametrize("name", ["reply", "print", "relation", "change in one line", "revision"])
def test_texts_that_ask_for_too_much_are_refused(name: str) -> None:
    assert {text[:40]: why for text in TEXTS if (why := fault(READERS[name], text))} == {}


def test_a_reader_that_crashes_is_caught() -> None:
    def crashes(form: object) -> None:
        raise KeyError(form)

    def babbles(form: object) -> None:
        raise PaperError(str(form) * 5000)

    assert fault(Reader(crashes, str), "x").startswith("KeyError")
    assert fault(Reader(babbles, str), "x").startswith("a refusal that is no sentence")


def test_a_reader_that_crashes_fails_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def crashes(form: object) -> None:
        raise KeyError(form)

    monkeypatch.setattr(readers, "READERS", {"crash": Reader(crashes, lambda _: "x")})
    found = CliRunner().invoke(main, ["fuzz", "--cases", "2", "--texts", "3"])
    assert found.exit_code == 1
    assert "| crash | 3 | 0 | 0 | 3 |" in found.output
    assert "KeyError" in found.output


def test_the_claims_are_the_same_in_whatever_parts_they_are_decided() -> None:
    whole, parts = campaign.run(30, seed=7), campaign.run(7, seed=7)
    parts.add(campaign.run(23, seed=7, first=7))
    assert parts.by_kind == whole.by_kind
    everywhere, _ = campaign.spread(30, 7, processes=2)
    assert everywhere.by_kind == whole.by_kind


@pytest.mark.parametrize("maker", MAKERS)
def test_a_draw_makes_a_true_claim_and_a_false_one(maker) -> None:
    true, false = maker(Random(4))
    assert (true.truth, false.truth) == (True, False)
    assert true.kind == false.kind
    assert true.obligation.facts == false.obligation.facts
    assert true.obligation.goal != false.obligation.goal
