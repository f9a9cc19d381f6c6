"""Workers: a prover that gets stuck, dies or asks for too much costs one line, no more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from multiprocessing import Pipe, Process
from pathlib import Path
from typing import Any

import pytest

from checks.run.budget import Budget
from checks.run.pool import Pool, _Worker
from checks.run.question import Question, text_of
from derivations.dimension import NUMBER
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Equal

HERE = Path(__file__).parent
PAPER = str(HERE / "papers" / "hard.py")

OUT_OF_TIME = "out of time: not decided in 1 s; --timeout gives more"
OUT_OF_MEMORY = "out of memory: not decided in 256 MiB; --memory gives more"

needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="limits of the kernel")


def run(misdeed: str, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(HERE / "misdeeds.py"), misdeed, "check", PAPER, *options]
    limits = ("--timeout", "1", "--memory", "256")
    return subprocess.run(
        [*command, *limits, "--workers", "2"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(HERE.parent), **environment},
    )


def found(misdeed: str, **environment: str) -> dict[str, dict[str, Any]]:
    """The lines by their labels, as JSON."""
    lines = json.loads(run(misdeed, "--json", "-", **environment).stdout)["lines"]
    return {line["label"]: line for line in lines}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    return found("none", DERIVATIONS_CACHE=str(tmp_path_factory.mktemp("cache")))


def test_without_misdeeds_the_line_is_proved(undisturbed: dict[str, Any]) -> None:
    assert undisturbed["4"]["verdict"] == "proved"
    assert undisturbed["7"]["verdict"] == "refuted"


@needs_limits
@pytest.mark.parametrize(
    ("misdeed", "reason"),
    [
        ("sleep", OUT_OF_TIME),
        pytest.param("loop", OUT_OF_TIME, marks=pytest.mark.nightly),
        ("stuck in C", OUT_OF_TIME),
        ("sympy", OUT_OF_TIME),
        ("memory", OUT_OF_MEMORY),
        pytest.param(
            "exit", "the prover was ended twice, with exit status 3", marks=pytest.mark.nightly
        ),
        ("kill", "the prover was ended twice, by SIGKILL"),
        pytest.param("crash", "the prover was ended twice, by SIGSEGV", marks=pytest.mark.nightly),
    ],
)
def test_a_prover_that_misbehaves_costs_its_line_alone(
    misdeed: str, reason: str, undisturbed: dict[str, Any]
) -> None:
    lines = found(misdeed)
    assert lines["4"]["verdict"] == "undecided"
    assert lines["4"]["reason"] == reason
    assert {k: v for k, v in lines.items() if k != "4"} == {
        k: v for k, v in undisturbed.items() if k != "4"
    }


def test_a_prover_that_raises_an_error_costs_its_line_alone() -> None:
    line = found("recursion")["4"]
    assert line["verdict"] == "undecided"
    assert line["reason"].startswith("the prover failed: RecursionError")


@needs_limits
def test_a_question_over_which_a_worker_died_once_is_asked_again(
    tmp_path: Path, undisturbed: dict[str, Any]
) -> None:
    mark = tmp_path / "mark"
    assert found("kill once", MARK=str(mark)) == undisturbed
    assert mark.exists()


def test_what_a_prover_prints_is_no_part_of_the_report(undisturbed: dict[str, Any]) -> None:
    done = run("print", "--json", "-")
    assert {line["label"]: line for line in json.loads(done.stdout)["lines"]} == undisturbed
    assert done.stderr == ""


def test_a_malformed_obligation_ends_the_run_with_a_sentence() -> None:
    done = run("refuse")
    assert done.returncode == 2
    assert "line (4): here: this is refused" in done.stderr


@needs_limits
def test_processes_that_are_no_copies_have_the_same_limits(undisturbed: dict[str, Any]) -> None:
    lines = found("loop", METHOD="spawn")
    assert lines["4"]["reason"] == OUT_OF_TIME
    assert lines["5"] == undisturbed["5"]


@needs_limits
def test_what_ran_out_is_decided_when_there_is_more_time(
    tmp_path: Path, undisturbed: dict[str, Any]
) -> None:
    cache = str(tmp_path)
    assert found("loop", DERIVATIONS_CACHE=cache)["4"]["verdict"] == "undecided"
    assert found("none", DERIVATIONS_CACHE=cache) == undisturbed


def test_a_worker_is_asked_on_about_premises_that_it_knows_and_then_about_new_ones() -> None:
    notation = Notation()
    x, y = (notation.quantity(name, NUMBER, "") for name in "xy")
    texts = {
        (size, goal): text_of(Question(Obligation(Equal(x, goal), (Equal(y, size),), notation)))
        for goal in (4, 5)
        for size in (1, 2, 3)
    }
    pool = Pool(0, Budget())
    for text in texts.values():
        pool.put(text or "")
    one, other = (_Worker(Process(), Pipe()[0]) for _ in range(2))
    pool._workers += [one, other]
    asked = [pool._chosen(worker) for worker in (one, other, one, other, other, one)]
    order = [(1, 4), (2, 4), (1, 5), (2, 5), (3, 4), (3, 5)]
    assert asked == [texts[each] for each in order]
