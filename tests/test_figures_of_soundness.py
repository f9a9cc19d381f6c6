"""The figures that the documents state are those that the commands give."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from checks.load import load
from checks.result import Report
from checks.rocq import export
from checks.run.decider import Decider
from checks.soundness.fuzz.campaign import claims
from checks.soundness.fuzz.makers import MAKERS
from checks.suite import Suite
from checks.verdict import Decision

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def suite(remembering: Decider) -> Suite:
    found = Suite(load("weisskopf1979"), remembering)
    found.run()
    return found


def rows(text: str, heading: str) -> dict[str, tuple[int, ...]]:
    """The table under the line of headings that begins so: its first column, and its numbers."""
    _, _, below = text.partition(f"| {heading}")
    table = below.partition("\n\n")[0].splitlines()[2:]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in table]
    return {name: tuple(map(int, numbers)) for name, *numbers in cells}


def test_the_second_opinions_are_those_of_the_command(suite: Suite) -> None:
    counts: Counter[tuple[str, bool]] = Counter()
    for question, decision in suite.decisions():
        if isinstance(decision, Decision) and decision.opinion is not None:
            assert not decision.opinion.told.startswith("it failed"), question.obligation.goal
            counts[type(question.obligation.goal).__name__, decision.opinion.agrees] += 1
    text = (DOCS / "soundness.md").read_text(encoding="utf-8")
    stated = rows(text, "relation | agrees")
    whole = stated.pop("all")
    assert stated == {kind: (counts[kind, True], counts[kind, False]) for kind, _ in counts}
    assert whole == tuple(map(sum, zip(*stated.values(), strict=True)))


def test_as_many_theorems_of_rocq_are_written_as_stated(suite: Suite) -> None:
    report: Report = suite.run()
    text = (DOCS / "second-kernel.md").read_text(encoding="utf-8")
    certified, of = map(int, re.findall(r"certified (\d+) of (\d+)\s+proved", text)[0])
    found = export.theorems(report)
    assert len(found) == of
    assert sum(one.theorem is not None for one in found) == certified


def test_the_table_of_random_cases_adds_up_and_names_every_kind() -> None:
    text = (DOCS / "soundness.md").read_text(encoding="utf-8")
    stated = rows(text, "kind | cases")
    whole = stated.pop("all")
    assert whole == tuple(map(sum, zip(*stated.values(), strict=True)))
    assert set(stated) == {made.kind for _, made in claims(1, range(2 * len(MAKERS)))}
    for cases, proved, undecided, refuted, failed, wrong in stated.values():
        assert cases == proved + undecided + refuted + failed
        assert failed == wrong == 0
