"""Runs that end before their end: by Ctrl-C, killed outright, or beside one another."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checks.run.cache import NAME

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals to process groups")

HERE = Path(__file__).parent
PAPER = str(HERE / "papers" / "hard.py")


def begun(misdeed: str, cache: Path, *options: str) -> subprocess.Popen[str]:
    """A check that has been started, in a process group of its own."""
    script = str(HERE / "misdeeds.py")
    return subprocess.Popen(
        [sys.executable, script, misdeed, "check", PAPER, "--workers", "2", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={
            **os.environ,
            "PYTHONPATH": str(HERE.parent),
            "DERIVATIONS_CACHE": str(cache),
        },
    )


def rows(cache: Path) -> int:
    """How many texts the cache holds."""
    try:
        db = sqlite3.connect(cache / NAME)
        try:
            ((count,),) = db.execute("SELECT count(*) FROM kept")
        finally:
            db.close()
    except sqlite3.Error:
        return 0
    return int(count)


def eventually(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 180
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def gone(group: int) -> bool:
    """Whether no process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.fixture
def undisturbed(tmp_path: Path) -> str:
    """What a run that nothing disturbs writes."""
    return begun("none", tmp_path / "other", "--json", "-").communicate(timeout=120)[0]


def test_ctrl_c_stops_all_keeps_what_was_decided_and_says_so(
    tmp_path: Path, undisturbed: str
) -> None:
    run = begun("sleep", tmp_path)
    assert eventually(lambda: rows(tmp_path) > 4)
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate(timeout=60)
    assert run.returncode == 130
    assert out == ""
    assert "Interrupted:" in err
    assert "of 17 lines were decided; what was decided is kept" in err
    assert "Traceback" not in err
    assert gone(run.pid)
    assert rows(tmp_path) > 4
    assert begun("none", tmp_path, "--json", "-").communicate(timeout=120)[0] == undisturbed


def test_a_run_that_was_killed_leaves_no_process_and_a_cache_that_works(
    tmp_path: Path, undisturbed: str
) -> None:
    run = begun("sleep", tmp_path)
    assert eventually(lambda: rows(tmp_path) > 4)
    run.kill()
    run.communicate(timeout=60)
    assert eventually(lambda: gone(run.pid))
    kept = rows(tmp_path)
    again = begun("none", tmp_path, "--json", "-")
    assert again.communicate(timeout=120) == (undisturbed, "")
    assert rows(tmp_path) > kept > 4


@pytest.mark.parametrize("moment", [0.3, 0.7, 1.1, 1.6, 2.2])
def test_a_run_may_be_killed_at_any_moment(tmp_path: Path, undisturbed: str, moment: float) -> None:
    run = begun("none", tmp_path)
    time.sleep(moment)
    os.killpg(run.pid, signal.SIGKILL)
    run.communicate(timeout=60)
    again = begun("none", tmp_path, "--json", "-")
    assert again.communicate(timeout=120) == (undisturbed, "")


def test_two_runs_at_once_share_a_cache(tmp_path: Path, undisturbed: str) -> None:
    runs = [begun("none", tmp_path, "--json", "-") for _ in range(2)]
    assert [run.communicate(timeout=120) for run in runs] == [(undisturbed, "")] * 2
