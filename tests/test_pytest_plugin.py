"""``pytest --derivations``: a test for every line of a paper."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from checks.load import load
from checks.suite import Suite

pytest_plugins = ["pytester"]


@pytest.fixture(scope="module", autouse=True)
def _imported() -> None:
    """Import all that a run needs: pytester forgets what is first imported inside it."""
    Suite(load(str(Path(__file__).parent / "papers" / "mechanics.py"))).run()


@pytest.fixture
def paper(pytester: pytest.Pytester, mechanics: str) -> str:
    """The small paper, in the directory in which pytest runs."""
    shutil.copy(mechanics, pytester.path)
    return "mechanics.py"


def ids(pytester: pytest.Pytester, *arguments: str) -> list[str]:
    """The tests collected."""
    result = pytester.runpytest_inprocess("--collect-only", "-q", *arguments)
    return [line for line in result.outlines if "::" in line]


def test_every_line_is_a_test_in_the_order_of_the_paper(
    pytester: pytest.Pytester, paper: str
) -> None:
    found = ids(pytester, "--derivations", paper)
    assert found[:3] == ["mechanics::(1)", "mechanics::(speed)", "mechanics::(2)"]
    assert len(found) == 13


def test_only_the_wrong_line_fails(pytester: pytest.Pytester, paper: str) -> None:
    result = pytester.runpytest_inprocess("--derivations", paper)
    result.assert_outcomes(passed=12, failed=1)
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def test_a_failure_shows_print_obligation_and_witness(
    pytester: pytest.Pytester, paper: str
) -> None:
    result = pytester.runpytest_inprocess("--derivations", paper)
    result.stdout.fnmatch_lines(
        [
            "*mechanics::(4)*",
            "(4) is refuted",
            "as printed  u = *sqrt{gh}",
            "refuted     u = √(g·h)",
            "*at  g = *",
            "FAILED mechanics::(4) - (4) is refuted",
        ]
    )


def test_k_selects_lines(pytester: pytest.Pytester, paper: str) -> None:
    assert ids(pytester, "--derivations", paper, "-k", "3") == ["mechanics::(3)"]


def test_x_stops_at_the_first_failure(pytester: pytest.Pytester, paper: str) -> None:
    result = pytester.runpytest_inprocess("--derivations", paper, "-x")
    result.assert_outcomes(passed=6, failed=1)


def test_lf_runs_the_last_failures(pytester: pytest.Pytester, paper: str) -> None:
    pytester.runpytest_inprocess("--derivations", paper)
    result = pytester.runpytest_inprocess("--derivations", paper, "--lf")
    result.assert_outcomes(failed=1, deselected=12)


@pytest.mark.nightly
def test_n_distributes_the_lines(pytester: pytest.Pytester, paper: str) -> None:
    result = pytester.runpytest_subprocess("--derivations", paper, "-n", "2")
    result.assert_outcomes(passed=12, failed=1)


def test_junit_output_names_paper_line_and_verdict(pytester: pytest.Pytester, paper: str) -> None:
    pytester.runpytest_inprocess("--derivations", paper, "--junitxml=report.xml")
    cases = list(ET.parse(pytester.path / "report.xml").iter("testcase"))
    wrong = next(case for case in cases if case.get("name") == "(4)")
    assert wrong.get("classname") == "mechanics"
    assert [p.get("value") for p in wrong.iter("property")] == ["refuted"]
    assert len(cases) == 13


def test_other_tests_run_only_if_they_are_named(pytester: pytest.Pytester, paper: str) -> None:
    pytester.makepyfile(test_other="def test_other(): pass")
    assert not any("test_other" in found for found in ids(pytester, "--derivations", paper))
    both = ids(pytester, "--derivations", paper, "test_other.py")
    assert both[0] == "test_other.py::test_other"
    assert both[-1] == "mechanics::(7)"


def test_a_line_that_rests_on_a_wrong_one_fails_alone_too(
    pytester: pytest.Pytester, paper: str
) -> None:
    states = "states=[Equal(u**2, 2 * g * h)]"
    claim = f'fall.text("upon", printed="", {states}, follows=by("3", "4"))'
    with (pytester.path / paper).open("a", encoding="utf-8") as file:
        file.write(claim)
    result = pytester.runpytest_inprocess("--derivations", paper, "-k", "upon")
    result.stdout.fnmatch_lines(["(upon) rests on (4), and that does not hold"])
    result.assert_outcomes(failed=1, deselected=13)


def test_an_unknown_paper_is_a_sentence(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_inprocess("--derivations", "nosuch")
    result.stdout.fnmatch_lines(["there is no paper nosuch; *"])
    assert result.ret == pytest.ExitCode.INTERRUPTED


def test_without_the_option_nothing_is_imported(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test(): import sys; assert 'sympy' not in sys.modules")
    pytester.runpytest_subprocess("-p", "no:hypothesispytest").assert_outcomes(passed=1)
