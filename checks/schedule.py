"""In which order the lines of a paper are decided: each as soon as what it rests on is."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeAlias, TypeVar

from derivations.errors import PaperError

from .run.decider import Answer, Decider
from .run.question import Question

T = TypeVar("T")
Name = TypeVar("Name", bound=Hashable)

#: A piece of work that stops wherever it needs the answers to some questions.
Steps: TypeAlias = Generator[tuple[Question, ...], None, T]


def finish(steps: Steps[T], decider: Decider, heard: Callable[[Answer], None]) -> T:
    """Carry one piece of work through; ``heard`` is told of every answer."""
    while True:
        try:
            missing = set(next(steps))
        except StopIteration as end:
            result: T = end.value
            return result
        for question in missing:
            decider.ask(question)
        while missing:
            answer = decider.answer()
            heard(answer)
            missing.discard(answer.question)


class Schedule(Generic[Name, T]):
    """Carries the pieces of work called ``order`` through, as many at a time as can go on.

    ``premises`` names what must be done before a piece can begin; ``heard`` is told of
    every answer, ``done`` of every result.  What comes out does not depend on the order
    of the answers: of several ``PaperError`` the one that is first in ``order`` is raised.
    """

    def __init__(
        self,
        order: Sequence[Name],
        premises: Callable[[Name], Iterable[Name]],
        begin: Callable[[Name], Steps[T]],
        *,
        heard: Callable[[Answer], None],
        done: Callable[[Name, T], None],
    ) -> None:
        self._place = {name: place for place, name in enumerate(order)}
        self._begin, self._heard, self._done = begin, heard, done
        self._rests = {name: {p for p in premises(name) if p in self._place} for name in order}
        self._above: dict[Name, list[Name]] = {name: [] for name in order}
        for name, rests in self._rests.items():
            for premise in rests:
                self._above[premise].append(name)
        self._steps: dict[Name, Steps[T]] = {}
        self._missing: dict[Name, int] = {}
        self._waiting: dict[Question, list[Name]] = {}
        self._error: PaperError | None = None
        self._end = len(order)

    def run(self, decider: Decider) -> None:
        """Carry all through.  Raises ``PaperError`` where a piece of work does."""
        ready = deque(name for name, rests in self._rests.items() if not rests)
        while ready or self._waiting:
            if ready:
                ready.extend(self._go_on(ready.popleft(), decider))
                continue
            answer = decider.answer()
            self._heard(answer)
            for name in self._waiting.pop(answer.question, ()):
                self._missing[name] -= 1
                if not self._missing[name]:
                    ready.append(name)
        if self._error is not None:
            raise self._error

    def _go_on(self, name: Name, decider: Decider) -> Iterator[Name]:
        """Carry ``name`` on as far as it goes; gives what can begin now that it is done."""
        if self._place[name] >= self._end:
            return
        if name not in self._steps:
            self._steps[name] = self._begin(name)
        try:
            questions = next(self._steps[name])
        except StopIteration as end:
            self._done(name, end.value)
            for other in self._above[name]:
                self._rests[other].remove(name)
                if not self._rests[other]:
                    yield other
        except PaperError as error:
            self._error, self._end = error, self._place[name]
        else:
            self._missing[name] = len(questions)
            for question in questions:
                if question not in self._waiting:
                    self._waiting[question] = []
                    decider.ask(question)
                self._waiting[question].append(name)
