"""Decide many random claims, and count how."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from random import Random

from derivations.errors import PaperError

from ...quoting import plain
from ...verdict import Status
from .makers import MAKERS

#: What is not a decision: the prover fails.
FAILED = "failed"
_OUTCOMES = ("cases", "proved", "undecided", "refuted", "failed", "wrong")


@dataclass
class Counts:
    """How many claims of each kind had which end, and those decided wrongly in words."""

    by_kind: dict[str, Counter[str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Counts) -> None:
        """Count those of ``other``, too."""
        for kind, counter in other.by_kind.items():
            self.by_kind.setdefault(kind, Counter()).update(counter)
        self.wrong += other.wrong

    def rows(self) -> Iterator[str]:
        """A table in Markdown."""
        yield f"| kind | {' | '.join(_OUTCOMES)} |"
        yield f"| --- {'| ---: ' * len(_OUTCOMES)}|"
        total: Counter[str] = Counter()
        for kind, counter in sorted(self.by_kind.items()):
            total.update(counter)
            yield f"| {kind} | {' | '.join(str(counter[each]) for each in _OUTCOMES)} |"
        yield f"| all | {' | '.join(str(total[each]) for each in _OUTCOMES)} |"


def run(cases: int, seed: int) -> Counts:
    """Decide ``cases`` claims; the same ones for the same ``seed``."""
    from ... import decide as provers

    counts = Counts()
    for number in range(cases):
        draw = Random(f"{seed}/{number}")
        made = MAKERS[number % len(MAKERS)](draw)
        counter = counts.by_kind.setdefault(made.kind, Counter())
        counter["cases"] += 1
        try:
            decision = provers.decide(made.obligation)
            status, reason = decision.status.value, plain(decision.reason)
        except PaperError:
            raise
        except Exception as error:
            status, reason = FAILED, f"{type(error).__name__}: {error}"
        counter[status] += 1
        against = Status.REFUTED if made.truth else Status.PROVED
        if status in {against.value, FAILED}:
            counter["wrong"] += status != FAILED
            goal = f" {made.obligation.goal.sign} ".join(map(str, made.obligation.goal.sides))
            counts.wrong.append(
                f"seed {seed}, case {number} ({made.kind}), {'true' if made.truth else 'false'} "
                f"and {status}: {goal}; facts: {made.obligation.facts}; {reason}"
            )
    return counts


def spread(cases: int, seed: int, processes: int) -> tuple[Counts, float]:
    """The same over several ``processes``, each with a seed of its own; and the seconds."""
    start = time.perf_counter()
    counts = Counts()
    if processes == 1:
        counts.add(run(cases, seed))
        return counts, time.perf_counter() - start
    parts = 20 * processes
    sizes = [cases // parts + (part < cases % parts) for part in range(parts)]
    with ProcessPoolExecutor(processes) as pool:
        for found in pool.map(run, sizes, [seed * 10**6 + part for part in range(parts)]):
            counts.add(found)
    return counts, time.perf_counter() - start
