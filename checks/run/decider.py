"""What a suite asks its questions of: texts go to an engine, replies become decisions."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from derivations.errors import PaperError

from ..verdict import Decision
from .question import Question, directly, outcome, reply_to, text_of


class Engine(Protocol):
    """Replies to the texts of questions, each once, in whatever order."""

    #: What is done now and then while no reply comes.
    meanwhile: Callable[[], None]

    def put(self, text: str) -> None:
        """Take a question in."""

    def get(self) -> tuple[str, str, float | None]:
        """A question, the reply to it, and the seconds that it took; waits for one."""


class InProcess:
    """Decides in this process, one question after the other, for as long as it takes."""

    def __init__(self) -> None:
        self._texts: deque[str] = deque()
        self.meanwhile: Callable[[], None] = lambda: None

    def put(self, text: str) -> None:
        """Take a question in."""
        self._texts.append(text)

    def get(self) -> tuple[str, str, float | None]:
        """The reply to what was put in first."""
        text = self._texts.popleft()
        start = time.perf_counter()
        reply = reply_to(text)
        return text, reply, time.perf_counter() - start


@dataclass(frozen=True)
class Answer:
    """The outcome of a question, and the seconds it took if it was decided just now.

    The outcome is a ``PaperError`` where the question itself is malformed.
    """

    question: Question
    outcome: Decision | PaperError
    seconds: float | None = None


class Decider:
    """Takes questions, and answers each once, in whatever order.

    Questions of the same text are decided once.  A question that has no text is decided
    in this process.
    """

    def __init__(self, engine: Engine | None = None) -> None:
        self._engine = engine or InProcess()
        self._asked: dict[str, list[Question]] = {}
        self._textless: deque[Question] = deque()
        self._answers: deque[Answer] = deque()

    def ask(self, question: Question) -> None:
        """Take ``question`` in."""
        text = text_of(question)
        if text is None:
            self._textless.append(question)
        elif text in self._asked:
            self._asked[text].append(question)
        else:
            self._asked[text] = [question]
            self._engine.put(text)

    def replies(self, texts: Iterable[str]) -> dict[str, str]:
        """The replies to ``texts`` that are no questions of a suite, nothing else being asked."""
        missing = dict.fromkeys(texts)
        for text in missing:
            self._engine.put(text)
        found: dict[str, str] = {}
        while len(found) < len(missing):
            text, reply, _ = self._engine.get()
            found[text] = reply
        return found

    def answer(self) -> Answer:
        """The next answer; waits until there is one."""
        if self._textless:
            question = self._textless.popleft()
            start = time.perf_counter()
            return Answer(question, directly(question), time.perf_counter() - start)
        while not self._answers:
            text, reply, seconds = self._engine.get()
            for question in self._asked.pop(text):
                self._answers.append(Answer(question, outcome(reply, question), seconds))
        return self._answers.popleft()
