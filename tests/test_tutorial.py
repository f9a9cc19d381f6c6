"""The tutorial is run: what it writes is written, what it types is typed, and says what it says."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from checks.cli import main

TEXT = (Path(__file__).parents[1] / "docs" / "tutorial.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
PAPER = Path("pendulum.py")


@dataclass
class Reader:
    """Someone who does what the tutorial says."""

    slow: bool
    status: int = 0

    def does(self, kind: str, block: str) -> None:
        if kind == "python":
            self.changes(PAPER.read_text(encoding="utf-8") + "\n" + block)
        elif kind == "diff":
            self.edits(block)
        elif kind == "console":
            self.types(block)
        else:
            pytest.fail(f"nobody knows how to run a block of {kind or 'nothing'}")

    def changes(self, text: str) -> None:
        PAPER.write_text(text, encoding="utf-8")

    def edits(self, block: str) -> None:
        """Put the lines with + in the place of those with − before them."""
        text = PAPER.read_text(encoding="utf-8")
        for taken, put in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)+)", block, re.MULTILINE):
            old = re.sub(r"^-", "", taken, flags=re.MULTILINE)
            assert text.count(old) == 1, old
            text = text.replace(old, re.sub(r"^\+", "", put, flags=re.MULTILINE))
        self.changes(text)

    def types(self, block: str) -> None:
        """Type each command; what it is said to print, it prints, in this order."""
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            said = self.runs(shlex.split(command))
            if said is None:
                continue
            lines = iter([" ".join(line.split()) for line in said.splitlines()])
            for line in shown.splitlines():
                wanted = " ".join(line.split())
                assert wanted == "…" or wanted in lines, f"{command}: {line}\n\n{said}"

    def runs(self, words: list[str]) -> str | None:
        """What a command prints; ``None`` if there is no time for it."""
        if words == ["echo", "$?"]:
            return str(self.status)
        assert words[0] == "derivations"
        if words[1] == "report" and not self.slow:
            return None
        done = CliRunner().invoke(main, words[1:])
        self.status = done.exit_code
        return done.output


def _read(slow: bool) -> Reader:
    reader = Reader(slow)
    for kind, block in BLOCKS:
        reader.does(kind, block)
    return reader


def test_every_block_does_what_the_tutorial_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert _read(slow=False).status == 0
    assert not Path("derivations-report").exists()


@pytest.mark.nightly
def test_the_document_is_built_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _read(slow=True)
    assert Path("derivations-report/html/papers/pendulum/chapter-i.html").exists()


def test_there_is_something_to_run() -> None:
    assert {kind for kind, _ in BLOCKS} == {"console", "diff", "python"}
    assert sum(kind == "console" for kind, _ in BLOCKS) > 8


def test_a_sentence_that_is_not_printed_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    reader = Reader(slow=False)
    reader.types("$ derivations new pendulum.py\n")
    with pytest.raises(AssertionError):
        reader.types("$ derivations check pendulum.py\n✓  (3)  proved\n")
    with pytest.raises(AssertionError):
        reader.edits("-not there\n+there\n")


def test_leaving_a_premise_out_is_noticed_as_the_tutorial_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _read(slow=False)
    text = PAPER.read_text(encoding="utf-8")
    PAPER.write_text(text.replace('by("energy", "height")', 'by("energy")'), encoding="utf-8")
    assert "What fails: (4)" in CliRunner().invoke(main, ["check", str(PAPER)]).output
