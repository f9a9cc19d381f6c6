"""The graph of a paper's argument: what a line rests on, and what rests on it."""

from __future__ import annotations

from collections.abc import Mapping

from derivations.errors import PaperError
from derivations.paper import Paper


class Graph:
    """Who rests on whom; lines are named by their labels, in the paper's order.

    Raises ``PaperError`` for a premise that does not exist and for a circle.
    """

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        #: The labels so that each comes after its premises.
        self.order = tuple(line.label for line in paper.in_order())
        self._place = {line.label: i for i, line in enumerate(paper)}
        self._above = self._ancestors()

    def ancestors(self, label: str) -> tuple[str, ...]:
        """All lines that ``label`` rests on, through however many steps."""
        return tuple(sorted(self._above[self._paper[label].label], key=self._place.__getitem__))

    def descendants(self, label: str) -> tuple[str, ...]:
        """All lines that rest on ``label``."""
        self._paper[label]
        return tuple(line.label for line in self._paper if label in self._above[line.label])

    def between(self, start: str, end: str) -> tuple[str, ...]:
        """The lines on the paths by which ``end`` comes from ``start``, both included.

        They come in the order of the argument.  Raises ``PaperError`` where ``end`` does
        not rest on ``start``.
        """
        self._paper[start]
        if start != end and start not in self._above[self._paper[end].label]:
            way = (
                "" if end not in self._above[start] else f"; ({start}) rests on ({end}): swap them"
            )
            msg = f"({end}) does not rest on ({start}){way}"
            raise PaperError(msg)
        inside = {*self._above[end], end}
        return tuple(
            label
            for label in self.order
            if label in inside and (label == start or start in self._above[label])
        )

    def _ancestors(self) -> Mapping[str, frozenset[str]]:
        above: dict[str, frozenset[str]] = {}
        for label in self.order:
            premises = self._paper[label].premises
            above[label] = frozenset(premises).union(*(above[premise] for premise in premises))
        return above
