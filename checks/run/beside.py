"""Work beside one's own: done by a copy of this process, which sends back what came of it."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

from .pool import can_fork, uninterrupted
from .worker import end_with_parent

Json = Any

#: By how much the priority of work is lowered that is in no hurry.
_AFTER_OTHERS = 15
#: The seconds in which work that is not wanted any more may clear away what it has begun.
_PATIENCE = 2


@contextmanager
def beside(work: Callable[[], Json], *, hurry: bool = True) -> Iterator[Callable[[], Json]]:
    """Have ``work`` begun now; what it returns is got by calling what is given here.

    Without ``hurry`` it lets all other work go first.  Where this process cannot be copied,
    and where its copy fails, ``work`` is done when it is called for, here, where errors can
    be told.

    >>> with beside(lambda: [1, 2]) as found:
    ...     found()
    [1, 2]
    """
    if not can_fork():
        yield work
        return
    context: Any = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, theirs, hurry))
    with uninterrupted():
        process.start()
    theirs.close()

    def found() -> Json:
        try:
            return json.loads(ours.recv_bytes())
        except (EOFError, OSError):
            return work()

    try:
        yield found
    finally:
        process.terminate()
        process.join(_PATIENCE)
        process.kill()
        process.join()
        ours.close()


def _send(work: Callable[[], Json], connection: Connection, hurry: bool) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # stopping is the other process's business
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # what it has begun is cleared away
    end_with_parent()
    os.nice(0 if hurry else _AFTER_OTHERS)
    try:
        sent = json.dumps(work())
    except Exception:  # it is done once more where it is called for, and tells why
        return
    connection.send_bytes(sent.encode())
