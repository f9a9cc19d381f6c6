"""In a notebook a line shows itself with its verdict, and a checked paper as a table."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from IPython.core.formatters import DisplayFormatter
from IPython.core.interactiveshell import InteractiveShell

from checks.load import load
from derivations import display
from derivations.errors import PaperError
from derivations.paper import Paper

GUIDE = Path(__file__).parents[1] / "docs" / "notebooks.md"


@pytest.fixture
def paper(mechanics: str) -> Paper:
    return load(mechanics)


def shown(value: Any) -> dict[str, str]:
    """What a notebook is given to show."""
    formatter = DisplayFormatter()
    formatter.active_types = formatter.format_types
    found: dict[str, str] = formatter.format(value)[0]
    return found


def test_a_line_is_shown_as_latex_with_its_verdict(paper: Paper) -> None:
    found = shown(paper["3"])
    assert found["text/markdown"] == "✓ **(3)** proved\n\n$$\nu^2 = 2gh\n$$"
    assert found["text/plain"] == "✓  (3)  proved\n   u² = 2·g·h    proved"


def test_a_line_that_fails_says_why_and_where(paper: Paper) -> None:
    found = shown(paper["4"])
    assert found["text/markdown"].startswith("✗ **(4)** refuted")
    assert "because the sides differ by" in found["text/markdown"]
    assert re.search(r"\nat .*h = ", found["text/markdown"])
    assert "√" in found["text/plain"]


def test_a_misprint_is_shown_with_what_it_should_say(paper: Paper) -> None:
    found = shown(paper["5"])["text/markdown"]
    assert found.startswith("✎ **(5)** misprint")
    assert "It should say, because a force divided by a length is no energy" in found
    assert "$$\nE = g h m\n$$" in found


def test_what_a_line_leaves_to_factors_of_order_one_is_shown(paper: Paper) -> None:
    assert r"the factor left is $2 \pi$" in shown(paper["7"])["text/markdown"]


def test_a_checked_paper_is_shown_as_a_table(paper: Paper) -> None:
    checked = paper.check()
    assert not checked.holds
    found = shown(checked)
    table = found["text/html"]
    assert table.count("<tr>") == len(paper) + 1
    assert r"<td>(3)</td><td>$\displaystyle u^2 = 2gh$</td><td>proved</td>" in table
    assert "1 refuted" in table
    assert "What fails: (4)" in found["text/plain"]


def test_a_paper_may_grow_between_two_cells(paper: Paper) -> None:
    assert "refuted" in shown(paper["4"])["text/plain"]
    relation = paper["3"].claims[0].relation
    line = paper.chapters[0].equation("8", printed="u^2 = 2gh", states=[(relation, "3")])
    assert "✓" in shown(line)["text/plain"]


@pytest.mark.parametrize("label", ["3a", pytest.param("19", marks=pytest.mark.nightly)])
def test_the_guide_runs_as_a_notebook_does(label: str) -> None:
    cells = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert 'paper["19"]' in cells[0]
    shell = InteractiveShell()
    run = (cells[0].replace('19"', f'{label}"'), cells[2])
    results = [shell.run_cell(cell, store_history=False) for cell in run]
    assert all(result.success for result in results)
    given, refuted = (shown(result.result)["text/markdown"] for result in results)
    assert given.startswith(f"✎ **({label})** misprint")
    assert refuted.startswith("✗ **(2)** refuted")
    assert cells[1] == "paper.check()\n"


def test_where_nothing_checks_papers_a_line_is_what_is_printed(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(display, "found", lambda: None)
    found = shown(paper["3"])
    assert found == {"text/plain": "<line (3): u^2 = 2gh>"}
    assert repr(paper) == f"<paper mechanics: {len(paper)} lines>"
    with pytest.raises(PaperError, match="nothing is installed that checks papers"):
        paper.check()
