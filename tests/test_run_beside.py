"""Work that is done beside one's own, by a copy of this process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from checks.run import pool
from checks.run.beside import beside

needs_copies = pytest.mark.skipif(not pool.can_fork(), reason="this process cannot be copied")


@needs_copies
def test_it_is_done_by_another_process_at_the_same_time() -> None:
    with beside(os.getpid) as first, beside(lambda: [os.getpid(), "ü"]) as second:
        other, word = second()
        assert len({os.getpid(), other, first()}) == 3
        assert word == "ü"


def test_where_no_copy_can_be_made_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checks.run.beside.can_fork", lambda: False)
    with beside(os.getpid) as found:
        assert found() == os.getpid()


@needs_copies
def test_a_copy_that_dies_leaves_the_work_to_this_process() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return 7

    with beside(work) as found:
        assert found() == 7


def test_an_error_is_raised_where_the_answer_is_asked_for() -> None:
    with beside(lambda: 1 // 0) as found, pytest.raises(ZeroDivisionError):
        found()


@needs_copies
def test_nothing_goes_on_when_it_is_not_wanted_any_more(tmp_path: Path) -> None:
    mark = tmp_path / "mark"

    def work() -> None:
        time.sleep(1)
        mark.touch()

    before = multiprocessing.active_children()
    with pytest.raises(KeyboardInterrupt), beside(work):
        raise KeyboardInterrupt
    assert multiprocessing.active_children() == before
    time.sleep(1.2)
    assert not mark.exists()


@needs_copies
def test_what_is_not_wanted_any_more_clears_away_its_files_and_processes(tmp_path: Path) -> None:
    begun = tmp_path / "begun"

    def work() -> None:
        with tempfile.TemporaryDirectory(dir=tmp_path):
            script = "import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid()))"
            script += "; time.sleep(60)"
            subprocess.run([sys.executable, "-c", script, str(begun)], check=True)

    with beside(work):
        while not begun.exists() or not begun.read_text().strip():
            time.sleep(0.05)
    assert list(tmp_path.iterdir()) == [begun]
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)
