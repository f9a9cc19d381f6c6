"""Worker processes: questions go out, replies come in, what gets stuck or dies is replaced."""

from __future__ import annotations

import json
import multiprocessing
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from .budget import Budget
from .question import premises_in, prepare, stopped
from .worker import TIMED, work

#: Seconds after which something else is done while no reply comes.
_PULSE = 0.5
#: Seconds that a process that is no copy of this one may take to read its first question.
_START = 20
#: Among so many of the questions that wait longest, one is chosen for a worker.
_CHOICE = 48


@dataclass
class _Worker:
    process: BaseProcess
    connection: Connection
    text: str = ""
    deadline: float = 0.0
    started: bool = True
    #: The premises of what it was asked: it has them read and solved.
    premises: set[str] = field(default_factory=set)


class Pool:
    """Replies to questions in ``count`` processes, each question within ``budget``.

    A process that dies over a question is replaced, and the question asked once more.
    Use it in a ``with`` statement: at its end no process is left.
    """

    def __init__(self, count: int, budget: Budget) -> None:
        self._count = count
        self._budget = budget
        self._queue: deque[str] = deque()
        self._workers: list[_Worker] = []
        self._died: dict[str, str] = {}
        self._replies: deque[tuple[str, str, float | None]] = deque()
        #: What is done now and then while no reply comes.
        self.meanwhile: Callable[[], None] = lambda: None

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()
        self._workers.clear()

    def start(self) -> None:
        """Start the processes now; else each is started when there is work for it."""
        prepare()
        while len(self._workers) < self._count:
            self._workers.append(self._new())

    def put(self, text: str) -> None:
        """Take a question in."""
        self._queue.append(text)
        self._hand_out()

    def get(self) -> tuple[str, str, float | None]:
        """A question, the reply to it, and the seconds that it took; waits for one."""
        while not self._replies:
            self._hand_out()
            busy = {worker.connection: worker for worker in self._workers if worker.text}
            if not busy:
                continue
            left = min(worker.deadline for worker in busy.values()) - time.monotonic()
            ready: list[Any] = wait(list(busy), max(0.0, min(left, _PULSE)))
            if not ready:
                self.meanwhile()
            for connection in ready:
                self._receive(busy[connection])
            for worker in busy.values():
                if worker.text and worker.deadline <= time.monotonic():
                    self._give_up(worker)
        return self._replies.popleft()

    def _hand_out(self) -> None:
        while self._queue:
            worker = next((one for one in self._workers if not one.text), None)
            if worker is None:
                if len(self._workers) >= self._count:
                    return
                try:
                    worker = self._new()
                except OSError as error:
                    if self._workers:
                        return
                    why = f"no worker process could be started: {error}"
                    self._replies.append((self._queue.popleft(), stopped(why), None))
                    continue
                self._workers.append(worker)
            self._send(worker, self._chosen(worker))

    def _chosen(self, worker: _Worker) -> str:
        """The next question: about premises that the worker knows, else that no other knows."""
        elsewhere = set[str]().union(*(one.premises for one in self._workers))
        ranks: list[tuple[int, int]] = []
        for place, text in enumerate(islice(self._queue, _CHOICE)):
            premises = premises_in(text)
            rank = 0 if premises in worker.premises else 1 + (premises in elsewhere)
            ranks.append((rank, place))
            if rank == 0:
                break
        place = min(ranks)[1]
        text = self._queue[place]
        del self._queue[place]
        worker.premises.add(premises_in(text))
        return text

    def _send(self, worker: _Worker, text: str) -> None:
        allowed = self._budget.seconds * (self._budget.patience if TIMED else 1)
        worker.deadline = time.monotonic() + allowed + (0 if worker.started else _START)
        worker.text = text
        try:
            worker.connection.send_bytes(text.encode())
        except OSError:
            self._buried(worker)

    def _receive(self, worker: _Worker) -> None:
        try:
            reply, seconds, spent = json.loads(worker.connection.recv_bytes())
        except (EOFError, OSError, ValueError):
            self._buried(worker)
            return
        self._replies.append((worker.text, reply, seconds))
        worker.text, worker.started = "", True
        if spent:
            self._remove(worker)

    def _buried(self, worker: _Worker) -> None:
        """Find out what a process died of; its question is asked again, but only once."""
        text = worker.text
        status = self._remove(worker)
        if TIMED and status == -signal.SIGPROF:
            self._replies.append((text, stopped(self._budget.out_of_time), None))
        elif text in self._died:
            self._replies.append((text, stopped(_killed(self._died[text], _cause(status))), None))
        else:
            self._died[text] = _cause(status)
            self._queue.appendleft(text)

    def _give_up(self, worker: _Worker) -> None:
        self._replies.append((worker.text, stopped(self._budget.out_of_time), None))
        worker.process.kill()
        self._remove(worker)

    def _remove(self, worker: _Worker) -> int | None:
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join(1)
        if worker.process.exitcode is None:
            worker.process.kill()
            worker.process.join()
        return worker.process.exitcode

    def _new(self) -> _Worker:
        method = "fork" if can_fork() else "spawn"
        context: Any = multiprocessing.get_context(method)
        ours, theirs = context.Pipe()
        copied = [*(worker.connection for worker in self._workers), ours]
        others = copied if method == "fork" else []
        process = context.Process(target=work, args=(theirs, others, self._budget), daemon=True)
        try:
            with uninterrupted():
                process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        return _Worker(process, ours, started=method == "fork")


def can_fork() -> bool:
    """Whether a copy of this process is known to be safe."""
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def uninterrupted() -> Iterator[None]:
    """A new process is not to see Ctrl-C before it can take no notice of it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _cause(status: int | None) -> str:
    if status is None:
        return "for no known reason"
    if status >= 0:
        return f"with exit status {status}"
    try:
        return f"by {signal.Signals(-status).name}"
    except ValueError:
        return f"by signal {-status}"


def _killed(first: str, second: str) -> str:
    causes = first if first == second else f"{first}, then {second}"
    return f"the prover was ended twice, {causes}"
