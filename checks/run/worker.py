"""A worker process: reads questions from its pipe and replies, within limits set from outside.

The limits are the kernel's: a timer of processor time that ends the process, whatever it
is doing, and a bound on the memory that it may ask for.  Where the system has neither, the
pool's clock is all there is.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import time
from collections.abc import Iterable
from multiprocessing.connection import Connection
from pathlib import Path

from .budget import Budget
from .question import prepare, reply_to, stopped

#: Whether the processor time of a process can be limited here.
TIMED = hasattr(signal, "setitimer") and hasattr(signal, "SIGPROF")


def work(connection: Connection, others: Iterable[Connection], budget: Budget) -> None:
    """Reply to what comes through ``connection`` until it is closed.

    ``others`` are the ends of pipes that the process has inherited and must not hold open.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # stopping is the pool's business
    for other in others:
        other.close()
    _fall_silent()
    end_with_parent()
    prepare()
    _limit_memory(budget)
    gc.freeze()
    gc.enable()
    while True:
        try:
            text = connection.recv_bytes().decode()
        except (EOFError, OSError):
            return
        start = time.perf_counter()
        _limit_time(budget.seconds)
        try:
            reply, spent = reply_to(text), False
        except MemoryError:
            reply, spent = stopped(budget.out_of_memory), True
        _limit_time(0)
        seconds = time.perf_counter() - start
        try:
            connection.send_bytes(json.dumps([reply, seconds, spent]).encode())
        except OSError:
            return
        if spent:
            return


def _fall_silent() -> None:
    """What a prover prints is no part of the report."""
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(silence, stream)


def _limit_time(seconds: float) -> None:
    if TIMED:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit_memory(budget: Budget) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    most = _taken() + budget.memory * 2**20
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    try:
        resource.setrlimit(kind, (most, hard))
    except (ValueError, OSError):
        return


def _taken() -> int:
    """The bytes of memory that the process has to begin with, where that can be known."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 2**30
    sizes = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    return int(sizes["VmData"].split()[0]) * 1024 if "VmData" in sizes else 2**30


def end_with_parent() -> None:
    """Where the kernel can see to it, end when the pool's process does, however it ends."""
    if sys.platform != "linux":
        return
    import ctypes

    parent = os.getppid()
    set_signal_of_parents_death = 1
    try:
        ctypes.CDLL(None).prctl(set_signal_of_parents_death, signal.SIGKILL)
    except (OSError, AttributeError):
        return
    if os.getppid() != parent:
        os._exit(0)
