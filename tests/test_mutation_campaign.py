"""Mutants of whole papers: what kills them, what may survive, and what is told of a gap."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from sympy import pi

from checks.cli import main
from checks.load import load
from checks.run.question import Question, directly
from checks.soundness.mutation import trial
from checks.soundness.mutation.alphabet import Alphabet
from checks.soundness.mutation.bench import Bench, places
from checks.soundness.mutation.campaign import Campaign
from checks.soundness.mutation.mutants import mutants
from checks.soundness.mutation.trial import Outcome
from checks.verdict import Decision, proved
from derivations.dimension import LENGTH, NUMBER
from derivations.paper import Paper
from derivations.relation import Equal, Less, NotEqual, SameOrder
from derivations.rules import assumption, by, definition, law

DOCUMENT = Path(__file__).parents[1] / "docs" / "soundness.md"


class Sketch:
    """A paper with a few lengths, and the outcome of all its mutants."""

    def __init__(self) -> None:
        self.paper = Paper("sketch", "A sketch", "for one test")
        self.chapter = self.paper.chapter("I", "The only one")
        notation = self.paper.notation
        self.x, self.y, self.z = (notation.quantity(n, LENGTH, "a length") for n in "xyz")
        self.w = notation.quantity("w", LENGTH, "a length of either sign", sign="real")
        self.q = notation.factor("q", "a number near one", 1, 2)
        self.t = notation.quantity("t", NUMBER, "a number")

    def line(self, label: str, relation: object, follows: object) -> None:
        self.chapter.equation(label, printed="…", states=[relation], follows=follows)

    def outcomes(self, label: str) -> list[Outcome]:
        campaign = Campaign.of(self.paper)
        return [trial.tried(campaign.bench, m) for m in _all(campaign, label)]


def _all(campaign: Campaign, label: str) -> list[trial.Mutant]:
    found = campaign.mutants(label)
    assert found
    return found


@pytest.fixture
def sketch() -> Sketch:
    return Sketch()


def test_every_mutant_of_an_equation_is_killed(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), law("Hooke"))
    sketch.line("2", Equal(sketch.x**2, 4 * sketch.y**2), by("1"))
    outcomes = sketch.outcomes("2")
    assert len(outcomes) >= 10
    assert [one.text for one in outcomes if not one.killed and one.operator != "sign"] == []


def test_a_changed_premise_is_noticed_by_the_line_that_needs_it(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), law("Hooke"))
    sketch.line("2", Equal(sketch.x**2, 4 * sketch.y**2), by("1"))
    found = {one.operator: one.by for one in sketch.outcomes("1")}
    assert found["factor 2"] == found["premise left out"] == "noticed by (2)"
    assert found["exponent"] == "not proved"


def test_a_changed_premise_is_noticed_two_lines_on(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, sketch.q * sketch.y), law("Hooke"))
    sketch.line("2", SameOrder(sketch.x, sketch.y), by("1"))
    sketch.line("3", Equal(sketch.x / sketch.y, sketch.q), by("2"))
    doubled = next(one for one in sketch.outcomes("1") if one.operator == "factor 2")
    assert doubled.by == "noticed by (3)", "(2) holds up to another factor"


def test_a_premise_that_nobody_needs_is_told_to_be_one(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), law("Hooke"))
    kinds = {one.kind for one in sketch.outcomes("1") if not one.killed}
    assert kinds == {"not needed"}


def test_what_an_order_of_magnitude_leaves_open_is_told_to_be_open(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), definition(sketch.x))
    sketch.line("2", SameOrder(sketch.x, sketch.y), by("1"))
    found = {one.operator: one.kind for one in sketch.outcomes("1") if not one.killed}
    assert found["factor 2"] == "needed for no equation"


def test_a_stronger_premise_is_told_to_be_one(sketch: Sketch) -> None:
    sketch.line("1", Less(sketch.x, sketch.y), assumption("it looks so"))
    sketch.line("2", Less(sketch.x, 2 * sketch.y), by("1"))
    found = {one.operator: one for one in sketch.outcomes("1")}
    assert found["sides exchanged"].killed
    assert found["power of ten"].kind == "a premise that says more"


def test_what_says_more_than_that_something_does_not_vanish_is_told_to_be_stronger(
    sketch: Sketch,
) -> None:
    sketch.line("1", NotEqual(sketch.w, 0), law("it does not vanish"))
    sketch.line("2", Equal(sketch.w * sketch.x, sketch.w * sketch.y), law("Hooke"))
    sketch.line("3", Equal(sketch.x, sketch.y), by("1", "2"))
    found = {one.text: one for one in sketch.outcomes("1")}
    assert found["w < 0"].kind == "a premise that says more"
    assert found["w² ≠ 0"].kind == "the same relation" or not found["w² ≠ 0"].gap
    assert found["w = 0"].killed


def test_a_mutant_that_is_the_same_by_a_definition_is_told_with_it(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.y, sketch.z), definition(sketch.y))
    sketch.line("2", Equal(sketch.x, 2 * sketch.y), law("Hooke"))
    sketch.line("3", Equal(sketch.x**2, 4 * sketch.z**2), by("1", "2"))
    alive = [one for one in sketch.outcomes("3") if not one.killed]
    assert {(one.kind, one.why) for one in alive} == {
        ("the same by premises that prove neither", "by (1)")
    }


def _vacuous(sketch: Sketch) -> None:
    """What vanishes is equal to whatever vanishes too."""
    sketch.line("1", Equal(sketch.w, 0), assumption("nothing is left"))
    sketch.line("2", Equal(sketch.w * sketch.y, 2 * sketch.w * sketch.x), by("1"))


def test_a_premise_that_makes_a_claim_empty_is_a_gap(sketch: Sketch) -> None:
    _vacuous(sketch)
    gaps = [one.operator for one in sketch.outcomes("2") if one.gap]
    assert {"sign", "factor 2", "factor π", "number"} <= set(gaps)


def _always(question: Question) -> Decision:
    del question
    return proved("faith", "it is so")


def test_a_prover_that_proves_everything_kills_nothing_and_explains_nothing(
    sketch: Sketch,
) -> None:
    sketch.line("1", Equal(sketch.x, 2 * pi * sketch.y), law("Hooke"))
    sketch.line("2", Equal(sketch.x**2, 4 * pi**2 * sketch.y**2), by("1"))
    sketch.line("3", Less(sketch.y, sketch.x), by("1"))
    bench, alphabet = Bench(sketch.paper, _always, _always), Alphabet(sketch.paper)
    outcomes = [
        trial.tried(bench, mutant)
        for place in places(sketch.paper)
        if place.label != "1"
        for mutant in mutants(bench, place, alphabet)
    ]
    assert len(outcomes) > 20
    assert not any(one.killed for one in outcomes)
    assert {one.kind for one in outcomes} <= {"", "the same relation"}
    assert sum(one.gap for one in outcomes) > len(outcomes) * 0.9


def test_what_takes_too_long_is_not_proved(sketch: Sketch, monkeypatch: pytest.MonkeyPatch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), law("Hooke"))
    sketch.line("2", Equal(sketch.x**2, 4 * sketch.y**2), by("1"))
    slow: list[Question] = []

    def prover(question: Question) -> object:
        while slow:
            pass
        return directly(question)

    campaign = Campaign(Bench(sketch.paper, prover, prover), Alphabet(sketch.paper))  # type: ignore[arg-type]
    mutant = campaign.mutants("2")[0]
    slow.append(Question)  # type: ignore[arg-type]
    monkeypatch.setattr(trial, "PATIENCE", 1)
    assert trial.tried(campaign.bench, mutant).by == "takes too long"


VACUOUS = """
w = paper.notation.quantity("w", LENGTH, "a length of either sign", sign="real")
one.equation("1", printed="w = 0", states=[Equal(w, 0)], follows=law("nothing is left"))
one.equation("2", printed="w y = 2 w x", states=[Equal(w * y, 2 * w * x)], follows=by("1"))
"""


def test_the_command_tells_of_a_gap_and_fails(written: Callable[[str], str]) -> None:
    run = CliRunner().invoke(main, ["mutate", written(VACUOUS), "--workers", "1"])
    assert run.exit_code == 1, run.output
    assert "nothing shows that it may be proved" in run.output


def test_the_output_does_not_depend_on_the_number_of_workers(
    mechanics: str, tmp_path: Path
) -> None:
    told = []
    for workers in ("1", "3"):
        file = tmp_path / f"{workers}.json"
        arguments = ["mutate", mechanics, "--sample", "6", "--workers", workers]
        run = CliRunner().invoke(main, [*arguments, "--json", str(file)])
        told.append((run.exit_code, run.output, json.loads(file.read_text(encoding="utf-8"))))
    assert told[0] == told[1]


def test_the_mutants_of_the_small_paper_are_killed_or_explained(mechanics: str) -> None:
    campaign = Campaign.of(load(mechanics))
    outcomes = campaign.run([line.label for line in campaign.bench.paper], 1)
    assert [(one.label, one.operator, one.text) for one in outcomes if one.gap] == []
    assert sum(one.killed for one in outcomes) > 0.85 * len(outcomes)


def test_one_line_is_mutated_where_one_is_asked_for(mechanics: str) -> None:
    run = CliRunner().invoke(main, ["mutate", mechanics, "--line", "3", "--workers", "1"])
    assert run.exit_code == 0, run.output
    assert "mutants of 1 lines" in run.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--line", "17"], "there is no line (17)"),
        (["--sample", "0"], "0 is not in the range x>=1"),
        (["--json", "/nowhere/at/all"], "cannot be written"),
    ],
)
def test_bad_input_is_told_in_a_sentence(
    mechanics: str, arguments: list[str], message: str
) -> None:
    run = CliRunner().invoke(main, ["mutate", mechanics, *arguments])
    assert run.exit_code == 2
    assert message in run.output


@pytest.fixture(scope="module")
def sample() -> tuple[Outcome, ...]:
    campaign = Campaign.of(load("weisskopf1979"), sample=2)
    return campaign.run([line.label for line in campaign.bench.paper], 2)


@pytest.mark.nightly
def test_no_mutant_of_the_sample_is_a_gap(sample: tuple[Outcome, ...]) -> None:
    assert [(one.label, one.operator, one.text) for one in sample if one.gap] == []


@pytest.mark.nightly
def test_the_document_promises_no_more_than_the_sample_keeps(sample: tuple[Outcome, ...]) -> None:
    text = " ".join(DOCUMENT.read_text(encoding="utf-8").split())
    quoted = re.search(r"With `--sample 2`, at least (\d+) of 100 mutants are killed", text)
    assert quoted is not None
    assert 100 * sum(one.killed for one in sample) >= int(quoted[1]) * len(sample)
    kinds = {one.kind for one in sample if one.kind}
    assert {kind for kind in kinds if f"| {kind} |" not in text} == set()
