"""How the report is laid out on terminals."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from checks.load import load
from checks.report import wrap
from checks.report.layout import Layout
from checks.result import Report
from checks.suite import Suite

CHAIN = "δ ~ d/v_e·e²/d²/(M·ω_D) ~ e²·ħ/(d·v_e·√(m·M)·ε_A) ~ √(m/M)·d ~ d/β"


@pytest.fixture(scope="module")
def report() -> Report:
    return Suite(load(str(Path(__file__).parent / "papers" / "mechanics.py"))).run()


@pytest.mark.parametrize("width", [20, 42, 80, 200])
def test_a_relation_is_broken_within_its_width_and_loses_nothing(width: int) -> None:
    lines = wrap.relation(CHAIN, width)
    assert all(len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(CHAIN.split())


def test_a_relation_is_broken_before_its_signs_if_it_can_be() -> None:
    lines = wrap.relation(CHAIN, 42)
    assert [line.strip()[0] for line in lines[1:]] == ["~"] * len(lines[1:])


def test_a_long_sum_is_broken_before_its_terms() -> None:
    assert wrap.relation("a = bbbbbbbb + cccccccc − dddddddd", 16) == [
        "a",
        "  = bbbbbbbb",
        "  + cccccccc",
        "  − dddddddd",
    ]


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_no_line_is_longer_than_the_terminal_is_wide(report: Report, width: int) -> None:
    for spans in Layout(report, width).lines():
        assert len("".join(text for text, _ in spans).rstrip()) <= width


def test_every_verdict_has_a_mark_and_a_word(report: Report) -> None:
    text = "\n".join("".join(part for part, _ in spans) for spans in Layout(report, 80).lines())
    for mark, word in (
        ("•", "given"),
        ("✓", "proved"),
        ("~", "proved up to a factor"),
        ("✎", "misprinted and repaired"),
        ("✗", "refuted"),
        ("?", "undecided"),
    ):
        assert any(mark in line and word in line for line in text.splitlines())


def on_a_terminal(paper: str, **environment: str) -> str:
    """What ``derivations check`` writes to a terminal, control sequences included."""
    ours, theirs = pty.openpty()
    script = "import sys; from checks.cli import main; main(['check', sys.argv[1]])"
    process = subprocess.Popen(
        [sys.executable, "-c", script, paper],
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", **environment},
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # how Linux says that the other side has closed
            break
        if not chunk:
            break
        written += chunk
    process.wait()
    os.close(ours)
    return written.decode()


def test_a_terminal_has_colours_and_a_progress_display(mechanics: str) -> None:
    written = on_a_terminal(mechanics, NO_COLOR="")
    assert "\x1b[1;31m✗" in written
    assert "checking" in written


def test_no_color_is_respected(mechanics: str) -> None:
    written = on_a_terminal(mechanics, NO_COLOR="1")
    assert "✗ " in written
    assert "\x1b[1;31m" not in written
    assert "\x1b[31m" not in written
