"""The whole paper: every line has a verdict that holds, and every premise is needed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.run.decider import Decider
from checks.suite import Suite
from checks.verdict import Verdict
from derivations.paper import Claim, Line
from derivations.rules import By, Given, here
from derivations.weisskopf1979 import paper

NUMBERED = [
    *("1", "1a", "2", "2a", "3", "3a", "3b"),
    *(str(number) for number in range(4, 44)),
    *("A1", "A2"),
]


@pytest.fixture(scope="session")
def suite(remembering: Decider) -> Suite:
    suite = Suite(paper, remembering)
    suite.run()
    return suite


def test_all_numbered_equations_are_there() -> None:
    assert len(NUMBERED) == 49
    assert [label for label in NUMBERED if label not in paper] == []


@pytest.mark.parametrize("label", [line.label for line in paper])
def test_every_line_holds(suite: Suite, label: str) -> None:
    result = suite.line(label)
    assert result.verdict.holds, result.reason
    assert result.unsound == ()


def test_nothing_that_is_numbered_is_merely_assumed(suite: Suite) -> None:
    """A numbered equation that is given has to be a definition, a law or a model."""
    given = {label for label in NUMBERED if suite.line(label).verdict is Verdict.GIVEN}
    kinds = {
        step.kind
        for label in given
        for claim in paper[label].claims
        for step in claim.follows.steps
        if isinstance(step, Given)
    }
    assert kinds <= {"definition", "law", "model"}


def test_the_principal_results_are_confirmed(suite: Suite) -> None:
    report = suite.run()
    assert len(report.results) == 4
    assert [result.name for result in report.results if result.failing] == []


#: Stands for what the same line has stated before.
HERE = "here"


def _argued() -> list[tuple[str, int, str]]:
    return [
        (line.label, index, premise)
        for line in paper
        for index, claim in enumerate(line.accepted)
        for premise in (*claim.follows.premises, *([HERE] if here in claim.follows.steps else []))
    ]


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("label", "index", "premise"), _argued())
def test_a_claim_without_one_of_its_premises_is_not_proved(
    suite: Suite, label: str, index: int, premise: str
) -> None:
    line = paper[label]
    claim = line.accepted[index]
    cut = By(
        tuple(
            step
            for step in claim.follows.steps
            if premise not in step.premises and not (premise == HERE and step == here)
        )
    )
    assert not _holds(suite, line, index, Claim(claim.relation, cut)), (
        f"({label}) does not need ({premise})"
    )


def _holds(suite: Suite, line: Line, index: int, claim: Claim) -> bool:
    """Whether the accepted claims of ``line`` are proved with one of them replaced."""
    claims = (*line.accepted[:index], claim)
    results = suite.claims(replace(line, claims=claims, erratum=None), claims)
    return results[index].verdict.holds
