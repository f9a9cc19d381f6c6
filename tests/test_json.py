"""The JSON report: complete, as documented, and the same in every run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from checks.load import load
from checks.report.json_output import dumps
from checks.suite import Suite

SCHEMA = Path(__file__).parents[1] / "docs" / "json-schema.md"


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    paper = load(str(Path(__file__).parent / "papers" / "mechanics.py"))
    found: dict[str, Any] = json.loads(dumps(Suite(paper).run()))
    return found


def line(report: dict[str, Any], label: str) -> dict[str, Any]:
    found: dict[str, Any] = next(line for line in report["lines"] if line["label"] == label)
    return found


def documented(heading: str) -> set[str]:
    """The names of the fields in the table under ``heading``."""
    section = re.split(r"^## ", SCHEMA.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (table,) = (s for s in section if s.startswith(f"{heading}\n"))
    rows = re.findall(r"^\| (`.*?) \|", table, flags=re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`([a-z_]+)`", row)}


def test_every_field_is_documented_and_every_documented_field_is_there(
    report: dict[str, Any],
) -> None:
    misprint = line(report, "5")
    assert set(report) == documented("The report")
    assert set(report["symbols"][0]) == documented("A symbol")
    assert set(misprint) == documented("A line")
    assert set(misprint["claims"][0]) == documented("A claim")
    assert set(misprint["accepted"]) == documented("An accepted form")
    assert set(misprint["obligations"][0]) == documented("An obligation")
    assert set(report["results"][0]) == documented("A result")


def test_lines_are_in_the_order_of_the_paper(report: dict[str, Any]) -> None:
    labels = [line["label"] for line in report["lines"]]
    assert labels[:4] == ["1", "speed", "2", "ground"]


def test_a_factor_is_told(report: dict[str, Any]) -> None:
    period = line(report, "7")
    assert (period["verdict"], period["factor"]) == ("proved up to a factor", "2·π")


def test_a_refuted_line_has_a_witness(report: dict[str, Any]) -> None:
    wrong = line(report, "4")
    assert wrong["verdict"] == "refuted"
    assert {"g", "h"} <= set(wrong["witness"])


def test_a_misprint_has_both_forms(report: dict[str, Any]) -> None:
    misprint = line(report, "5")
    assert misprint["verdict"] == "misprint"
    assert misprint["claims"][0]["latex"] == r"E = \frac{g m}{h}"
    assert misprint["accepted"]["claims"][0]["latex"] == "E = g h m"
    assert {o["form"] for o in misprint["obligations"]} == {"printed", "accepted"}


def test_dimensions_of_both_sides_are_told(report: dict[str, Any]) -> None:
    assert line(report, "2")["dimensions"] == ["length·time⁻¹", "length·time⁻¹"]


def test_what_a_line_rests_on_and_what_rests_on_it_mirror_each_other(
    report: dict[str, Any],
) -> None:
    for one in report["lines"]:
        for below in one["rests_on"]:
            assert one["label"] in line(report, below)["used_by"]


def test_the_same_paper_gives_the_same_bytes(mechanics: str) -> None:
    script = "import sys; from checks.cli import main; main(['check', sys.argv[1], '--json', '-'])"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script, mechanics],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
    assert outputs.pop()
