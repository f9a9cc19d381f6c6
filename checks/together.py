"""Decide lines of several suites together: none waits for another suite's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from .result import LineResult
from .run.decider import Answer
from .schedule import Schedule

if TYPE_CHECKING:
    from .suite import Suite

#: A line of one of several suites.
_Name: TypeAlias = tuple[int, str]


def decide_together(
    wanted: Iterable[tuple[Suite, set[str]]], progress: Callable[[LineResult], None]
) -> None:
    """Decide lines of several suites that have one decider, as many at a time as can go on.

    What these lines rest on is among them, or is decided already.
    """
    suites = [(suite, labels.difference(suite.results)) for suite, labels in wanted]
    if not suites:
        return

    def done(name: _Name, result: LineResult) -> None:
        place, label = name
        suites[place][0].results[label] = result
        progress(result)

    def heard(answer: Answer) -> None:
        for suite, _ in suites:
            suite.heard(answer)

    Schedule(
        [
            (place, label)
            for place, (suite, missing) in enumerate(suites)
            for label in suite.graph.order
            if label in missing
        ],
        premises=lambda name: [
            (name[0], label) for label in suites[name[0]][0].paper[name[1]].premises
        ],
        begin=lambda name: suites[name[0]][0].decided(suites[name[0]][0].paper[name[1]]),
        heard=heard,
        done=done,
    ).run(suites[0][0].decider)
