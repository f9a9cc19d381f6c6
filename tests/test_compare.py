"""The commands that revise a paper: what they print, as text and as JSON, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checks.cli import main

SPRINGS = str(Path(__file__).parent / "papers" / "springs.py")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_what_changes_is_told_before_and_after() -> None:
    result = run("compare", SPRINGS, "--assume", "k -> 2*k")
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.output.splitlines()]
    assert "revised: k -> 2*k" in lines
    assert "↻ (4) was proved, is changed: what follows is" in lines
    assert "was E = ½·k·a² proved" in lines
    assert "now E = k·a² proved" in lines
    assert any(line.startswith("↻ the energy by the amplitude — changed: (4)") for line in lines)


def test_what_falls_is_told_and_the_status_says_so() -> None:
    result = run("compare", SPRINGS, "--without", "short")
    assert result.exit_code == 1
    assert "What falls" in result.output
    assert "✗  9 " in result.output


def test_what_does_not_change_is_counted() -> None:
    result = run("compare", SPRINGS, "--without", "6")
    assert "dropped" in result.output
    assert "(7)" in result.output
    assert "(4)" not in result.output


def test_the_same_as_json(tmp_path: Path) -> None:
    file = tmp_path / "found.json"
    assert run("compare", SPRINGS, "--assume", "k -> 2*k", "--json", str(file)).exit_code == 0
    found = json.loads(file.read_text(encoding="utf-8"))
    assert found["revisions"] == [{"name": "k -> 2*k", "title": "k -> 2*k", "because": ""}]
    (four,) = [change for change in found["changes"] if change["label"] == "4"]
    assert four["before"]["verdict"] == "proved"
    assert four["after"]["verdict"] == "changed"
    ((was, now),) = four["differs"]
    assert was["relation"] == "E = ½·k·a²"
    assert now == four["after"]["claims"][0]
    assert now == {
        "relation": "E = k·a²",
        "latex": "E = a^{2} k",
        "verdict": "proved",
        "given": None,
        "factor": None,
        "enclosure": None,
    }
    assert found["falling"] == found["doubtful"] == []


def test_a_revised_paper_is_checked_whole() -> None:
    result = run("check", SPRINGS, "--assume", "k -> 2*k")
    assert result.exit_code == 0
    assert "changed by the revision" in result.output
    assert " ".join(["was", "E", "=", "½·k·a²"]) in " ".join(result.output.split())
    plain = run("check", SPRINGS)
    assert plain.exit_code == 0
    assert "changed by the revision" not in plain.output


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "nothing is revised; give --with, --assume or --without"),
        (("--with", "nothing"), "there is no revision nothing; springs has none of its own"),
        (("--with", "nothing.toml"), "nothing.toml: it cannot be read"),
        (("--assume", "q = 1"), "no quantity is called q"),
        (("--assume", "s = 1", "--assume", "s = 2"), "s = 1 and s = 2 cannot both hold"),
        (("--without", "99"), "there is no line (99) in springs"),
    ],
)
def test_bad_input_is_told_in_a_sentence(options: tuple[str, ...], told: str) -> None:
    result = run("compare", SPRINGS, *options)
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())


def test_what_rests_on_a_line() -> None:
    result = run("show", "--paper", SPRINGS, "--rests-on", "1")
    assert result.output.splitlines()[0] == "3 lines rest on (1), 2 directly"
    assert run("show", "--paper", SPRINGS, "--rests-on", "99").exit_code == 2


def test_which_lines_fall_without_one() -> None:
    result = run("show", "--paper", SPRINGS, "--without", "short")
    assert "what falls: (9)" in result.output
    assert "what rests on that: —" in result.output
    assert run("show", "--paper", SPRINGS).exit_code == 2


def test_a_line_is_shown_as_it_is_then() -> None:
    result = run("show", "4", "--paper", SPRINGS, "--assume", "k -> 2*k")
    assert "what follows" in result.output
    assert "E = k·a²" in result.output


def test_a_certificate_is_of_the_paper_as_it_is(tmp_path: Path) -> None:
    result = run("check", SPRINGS, "--assume", "s = 1", "--certificate", str(tmp_path / "c"))
    assert result.exit_code == 2
    assert "leave the revision out" in result.output


def test_a_revision_in_a_python_file(tmp_path: Path) -> None:
    file = tmp_path / "stiff.py"
    file.write_text(
        "from derivations.revision import Revision\n"
        "revision = Revision('stiff', 'No law')\n"
        "revision.drop('1')\n",
        encoding="utf-8",
    )
    result = run("compare", SPRINGS, "--with", str(file))
    assert "revised: No law" in result.output
    file.write_text("revision = 3\n", encoding="utf-8")
    result = run("compare", SPRINGS, "--with", str(file))
    assert result.exit_code == 2
    assert "an object called revision" in result.output
