"""An engine that replies from the cache where it can, and keeps what is decided anew."""

from __future__ import annotations

from collections import deque

from .cache import Cache
from .decider import Engine
from .fingerprint import of_question
from .question import lasting


class Cached:
    """The replies of ``engine``, each decided once for all runs.

    What ran out of its budget, or failed, is not kept: another time it may be decided.
    """

    def __init__(self, engine: Engine, cache: Cache) -> None:
        self._engine = engine
        self._cache = cache
        self._found: deque[tuple[str, str]] = deque()
        engine.meanwhile = self.meanwhile = cache.write_soon

    def put(self, text: str) -> None:
        """Take a question in."""
        reply = self._cache.get(of_question(text))
        if reply is None:
            self._engine.put(text)
        else:
            self._found.append((text, reply))

    def get(self) -> tuple[str, str, float | None]:
        """A question, the reply to it, and the seconds that it took if it was decided now."""
        if self._found:
            return *self._found.popleft(), None
        self._cache.write_soon()
        text, reply, seconds = self._engine.get()
        if lasting(reply):
            self._cache.put(of_question(text), reply)
        return text, reply, seconds
