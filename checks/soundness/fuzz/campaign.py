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
from .case import Case
from .makers import MAKERS

#: What is not a decision: the prover fails.
FAILED = "failed"
#: So many claims at a time are given to a process.
_PART = 2000
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


def run(cases: int, seed: int, first: int = 0) -> Counts:
    """Decide ``cases`` claims from the one numbered ``first`` on.

    The same seed and number make the same claim.
    """
    counts = Counts()
    for number, made in claims(seed, range(first, first + cases)):
        counter = counts.by_kind.setdefault(made.kind, Counter())
        status, reason = _decided(made)
        counter["cases"] += 1
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


def claims(seed: int, numbers: range) -> Iterator[tuple[int, Case]]:
    """The claims of these numbers, two of which are made at a time."""
    for draw in range(numbers.start // 2, (numbers.stop + 1) // 2):
        made = MAKERS[draw % len(MAKERS)](Random(f"{seed}/{draw}"))
        for number, one in enumerate(made, 2 * draw):
            if number in numbers:
                yield number, one


def _decided(made: Case) -> tuple[str, str]:
    """The answer in a word, and its reason."""
    from ... import decide as provers

    try:
        decision = provers.decide(made.obligation)
    except PaperError:
        raise
    except Exception as error:
        return FAILED, f"{type(error).__name__}: {error}"
    return decision.status.value, plain(decision.reason)


def spread(cases: int, seed: int, processes: int) -> tuple[Counts, float]:
    """The same claims over several ``processes``; and the seconds that it takes."""
    start = time.perf_counter()
    counts = Counts()
    if processes == 1:
        counts.add(run(cases, seed))
        return counts, time.perf_counter() - start
    firsts = range(0, cases, _PART)
    sizes = [min(_PART, cases - first) for first in firsts]
    with ProcessPoolExecutor(processes) as pool:
        for found in pool.map(run, sizes, [seed] * len(sizes), firsts):
            counts.add(found)
    return counts, time.perf_counter() - start
