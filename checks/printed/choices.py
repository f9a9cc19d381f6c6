"""Readings of a line, one after another: every printed name keeps its meaning throughout."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


class Choices:
    """Which option is taken at each point where there are several.

    >>> choices = Choices()
    >>> [choices.pick("a", "xy") + choices.pick("b", "uv") for _ in choices.all()]
    ['xu', 'xv', 'yu', 'yv']
    """

    def __init__(self) -> None:
        self._taken: dict[Hashable, list[int]] = {}

    def pick(self, key: Hashable, options: Sequence[T]) -> T:
        """The option of this reading; the same for the same key."""
        if len(options) == 1:
            return options[0]
        place, _ = self._taken.setdefault(key, [0, len(options)])
        return options[min(place, len(options) - 1)]

    def all(self, most: int = 300) -> Iterator[int]:
        """Go through all readings, at most ``most``."""
        for count in range(most):
            yield count
            if not self._advance():
                return

    def _advance(self) -> bool:
        while self._taken:
            key: Any = next(reversed(self._taken))
            place, size = self._taken[key]
            if place + 1 < size:
                self._taken[key][0] += 1
                return True
            del self._taken[key]
        return False
