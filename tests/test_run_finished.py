"""Finished answers: told again while nothing changed, and only if they would be the same."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checks.certificate import write
from checks.cli import main
from checks.run import question, session
from checks.run.finished import _steady

Write = Callable[[str], str]

GOOD = """
one.equation("1", printed="x = 2y", states=[Equal(x, 2 * y)], follows=law("Hooke"))
one.equation("2", printed=r"x \\sim y", states=[SameOrder(x, y)], follows=by("1"))
"""


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ("check", *arguments), catch_exceptions=False)


@pytest.fixture
def decided(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """One entry for every run in which lines were decided."""
    found: list[object] = []
    real = session.deciding

    def deciding(*arguments: object) -> object:
        found.append(arguments)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("checks.commands.deciding.deciding", deciding)
    return found


def test_a_second_check_says_the_same_and_decides_nothing(
    written: Write, decided: list[object], tmp_path: Path
) -> None:
    paper = written(GOOD)
    first = check(paper, "--json", str(tmp_path / "1.json"))
    second = check(paper, "--json", str(tmp_path / "2.json"))
    assert (first.output, first.exit_code) == (second.output, second.exit_code)
    assert first.exit_code == 0
    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes()
    assert len(decided) == 1


def test_the_run_is_replayed_and_what_came_of_it_is_kept(
    written: Write, decided: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DERIVATIONS_REPLAY", "yes")
    paper = written(GOOD)
    first = check(paper)
    begun = len(decided)
    second = check(paper)
    assert "The run was replayed by a program that shares no code" in first.output
    assert (first.output, first.exit_code) == (second.output, second.exit_code)
    assert first.exit_code == 0
    assert len(decided) == begun


def test_a_run_in_which_lines_fail_is_replayed_too(
    mechanics: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DERIVATIONS_REPLAY", "yes")
    said = check(mechanics)
    assert "The run was replayed by a program that shares no code" in said.output
    assert said.exit_code == 1


def test_a_run_that_is_not_found_again_fails(
    written: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DERIVATIONS_REPLAY", "yes")
    real = write.lines
    monkeypatch.setattr(
        write,
        "lines",
        lambda report, cache: (x.replace('"proved"', '"refuted"') for x in real(report, cache)),
    )
    said = check(written(GOOD))
    assert "NOT accepted" in said.output
    assert said.exit_code == 1


def test_a_failing_paper_fails_again(mechanics: str, decided: list[object]) -> None:
    assert [check(mechanics).exit_code for _ in range(2)] == [1, 1]
    assert len(decided) == 1


def test_a_second_check_imports_nothing_that_computes(written: Write) -> None:
    paper = written(GOOD)
    script = (
        "import sys; from checks.cli import main\n"
        "try: main(['check', sys.argv[1]])\n"
        "finally: print(sorted({'sympy', 'pint', 'flint', 'mpmath'} & set(sys.modules)))\n"
    )
    run = [sys.executable, "-c", script, paper]
    said = [
        subprocess.run(run, capture_output=True, text=True, check=True).stdout for _ in range(2)
    ]
    assert said[0].splitlines()[-1] == "['flint', 'mpmath', 'sympy']"
    assert said[1].splitlines()[-1] == "[]"
    assert said[0].splitlines()[:-1] == said[1].splitlines()[:-1]


def test_a_letter_changed_is_decided_anew(written: Write, decided: list[object]) -> None:
    assert check(written(GOOD)).exit_code == 0
    changed = check(written(GOOD.replace("2 * y", "200 * y")))
    assert changed.exit_code == 1
    assert len(decided) == 2


def test_no_cache_means_none(written: Write, decided: list[object]) -> None:
    paper = written(GOOD)
    check(paper)
    check(paper, "--no-cache")
    assert len(decided) == 2


def test_an_answer_that_a_longer_run_might_change_is_not_kept(
    written: Write, decided: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("no luck today")

    paper = written(GOOD)
    with monkeypatch.context() as patch:
        patch.setitem(question.PROVERS, "decide", fail)
        assert "RuntimeError: no luck today" in check(paper).output
    assert check(paper).exit_code == 0
    assert len(decided) == 2


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "import random",
        "from pathlib import Path",
        "import sketch_of_another",
        "from . import neighbour",
        "from .. import above",
        "x = open('data')",
        "x = eval('1')",
        "x = __import__('os')",
        "def f():\n    import time",
        "this is no Python",
    ],
)
def test_a_paper_that_may_depend_on_anything_else_is_checked_anew(
    line: str, tmp_path: Path
) -> None:
    file = tmp_path / "paper.py"
    file.write_text("import sympy\nfrom derivations.paper import Paper\n")
    assert _steady(file, None)
    file.write_text(f"import sympy\nfrom derivations.paper import Paper\n{line}\n")
    assert not _steady(file, None)


def test_a_module_of_the_same_folder_is_digested_with_the_paper(
    tmp_path: Path, decided: list[object]
) -> None:
    folder = tmp_path / "two_modules"
    folder.mkdir()
    (folder / "number.py").write_text("TWO = 2\n")
    (folder / "__init__.py").write_text(
        "from derivations.dimension import LENGTH\n"
        "from derivations.paper import Paper\n"
        "from derivations.relation import Equal\n"
        "from derivations.rules import by, definition\n"
        "from .number import TWO\n"
        "paper = Paper('two', 'Two', '')\n"
        "x, y = (paper.notation.quantity(name, LENGTH, '') for name in 'xy')\n"
        "one = paper.chapter('I', 'One')\n"
        "one.equation('1', printed='', states=[Equal(x, 2 * y)], follows=definition(x))\n"
        "one.equation('2', printed='', states=[Equal(x**2, 4 * y**TWO)], follows=by('1'))\n"
    )
    assert [check(str(folder)).exit_code for _ in range(2)] == [0, 0]
    assert len(decided) == 1
    (folder / "number.py").write_text("TWO = 3\n")
    assert check(str(folder)).exit_code == 1
    assert len(decided) == 2
