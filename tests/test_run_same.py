"""The same paper gives the same bytes, however and in whatever order it is decided."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from checks.load import load
from checks.report.json_output import dumps
from checks.run.decider import Answer, Decider
from checks.run.question import Question
from checks.suite import Suite
from derivations.errors import PaperError
from derivations.paper import Paper

HERE = Path(__file__).parent
PAPERS = ("hard", "mechanics")


def path(paper: str) -> str:
    return str(HERE / "papers" / f"{paper}.py")


class Shuffled(Decider):
    """Answers in an order of chance, and keeps what it was asked."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self._chance = random.Random(seed)
        self._held: list[Question] = []
        self.texts: set[str] = set()

    def ask(self, question: Question) -> None:
        self._held.append(question)

    def answer(self) -> Answer:
        question = self._held.pop(self._chance.randrange(len(self._held)))
        super().ask(question)
        self.texts |= set(self._asked)
        return super().answer()


def told(paper: str, cache: Path, seed: str, workers: int) -> bytes:
    """What the command line writes as JSON."""
    return subprocess.run(
        [sys.executable, "-m", "checks", "check", paper, "--json", "-", "--workers", str(workers)],
        capture_output=True,
        check=False,
        timeout=300,
        cwd=HERE.parent,
        env={**os.environ, "PYTHONHASHSEED": seed, "DERIVATIONS_CACHE": str(cache)},
    ).stdout


@pytest.mark.sampled(2)
@pytest.mark.parametrize("paper", PAPERS)
def test_neither_workers_nor_hash_seed_nor_cache_change_a_byte(paper: str, tmp_path: Path) -> None:
    plain = dumps(Suite(load(path(paper))).run()).encode()
    for seed, workers in (("0", 0), ("4711", 1), ("4711", 2), ("0", 4)):
        assert told(path(paper), tmp_path / f"{seed} {workers}", seed, workers) == plain
    assert told(path(paper), tmp_path / "0 4", "1", 2) == plain


@pytest.mark.parametrize(
    "paper", [*map(path, PAPERS), pytest.param("weisskopf1979", marks=pytest.mark.nightly)]
)
def test_the_order_of_the_answers_changes_nothing(paper: str) -> None:
    seen = set()
    for seed in (1, 2):
        loaded = _again(paper)
        decider = Shuffled(seed)
        report = Suite(loaded, decider).run()
        seen.add((dumps(report), tuple(sorted(decider.texts))))
    assert len(seen) == 1


def _again(paper: str) -> Paper:
    """The paper, encoded afresh: what deciding adds to its notation is not there yet."""
    for name in [name for name in sys.modules if name.startswith(f"derivations.{paper}")]:
        del sys.modules[name]
    return load(paper)


MALFORMED = """
one.equation("1", printed="x = 2y", states=[Equal(x, 2 * y)], follows=law("Hooke"))
one.equation("2", printed="x = z", states=[Equal(x, Symbol("u"))], follows=by("1"))
one.equation("3", printed="x = z", states=[Equal(x, Symbol("v"))], follows=by("1"))
one.equation("4", printed="x = z", states=[Equal(x, Symbol("w"))], follows=by("3"))
"""


@pytest.mark.parametrize("seed", range(6))
def test_of_several_errors_the_first_is_told_in_whatever_order_they_are_found(
    seed: int, written: object
) -> None:
    assert callable(written)
    paper = load(written(MALFORMED))
    with pytest.raises(PaperError, match=r"line \(2\): u: the quantity has no dimension"):
        Suite(paper, Shuffled(seed)).run()
