"""What a suite asks its questions of, and the simplest such thing."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from typing import Protocol

from derivations.errors import PaperError

from ..verdict import Decision
from .question import Question, directly, outcome, reply_to, text_of


@dataclass(frozen=True)
class Answer:
    """The outcome of a question, and the seconds it took if it was decided just now.

    The outcome is a ``PaperError`` where the question itself is malformed.
    """

    question: Question
    outcome: Decision | PaperError
    seconds: float | None = None


class Decider(Protocol):
    """Takes questions, and answers each once, in whatever order."""

    def ask(self, question: Question) -> None:
        """Take ``question`` in."""

    def answer(self) -> Answer:
        """The next answer; waits until there is one."""


class InProcess:
    """Decides in this process, one question after the other, for as long as it takes."""

    def __init__(self) -> None:
        self._asked: deque[Question] = deque()

    def ask(self, question: Question) -> None:
        """Take ``question`` in."""
        self._asked.append(question)

    def answer(self) -> Answer:
        """The answer to what was asked first."""
        question = self._asked.popleft()
        start = time.perf_counter()
        text = text_of(question)
        found = directly(question) if text is None else outcome(reply_to(text), question)
        return Answer(question, found, time.perf_counter() - start)
