"""All mutants of a paper, line by line, in as many processes as are wanted."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from zlib import crc32

from derivations.paper import Paper

from .alphabet import Alphabet
from .bench import Bench, places
from .mutants import ENOUGH, Mutant, mutants
from .trial import Outcome, tried


@dataclass(frozen=True)
class Campaign:
    """A paper decided once, and its mutants."""

    bench: Bench
    alphabet: Alphabet
    sample: int | None = None

    @classmethod
    def of(cls, paper: Paper, sample: int | None = None) -> Campaign:
        """Decide ``paper``; take so many mutants of each line, or all."""
        return cls(Bench(paper), Alphabet(paper), sample)

    def mutants(self, label: str) -> list[Mutant]:
        """The mutants of line ``label``, or a sample of them: always the same.

        Of a short line more are made of each operator, until there are enough.
        """
        found: list[Mutant] = []
        for times in (1, 2, 4, 8):
            found = [
                mutant
                for place in places(self.bench.paper)
                if place.label == label
                for mutant in mutants(self.bench, place, self.alphabet, times)
            ]
            if len(found) >= ENOUGH:
                break
        if self.sample is None or len(found) <= self.sample:
            return found
        ranked = sorted(range(len(found)), key=lambda i: crc32(f"{label} {i}".encode()))
        return [found[i] for i in sorted(ranked[: self.sample])]

    def line(self, label: str) -> tuple[Outcome, ...]:
        """What becomes of the mutants of line ``label``."""
        return tuple(tried(self.bench, mutant) for mutant in self.mutants(label))

    def run(
        self,
        labels: Sequence[str],
        workers: int = 1,
        progress: Callable[[str], None] = lambda _: None,
    ) -> tuple[Outcome, ...]:
        """What becomes of the mutants of the lines ``labels``, in their order.

        With several ``workers`` the processes are copies of this one, so that the paper
        is decided once; where a process cannot be copied there is one worker.
        """
        found: list[Outcome] = []
        if workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
            for label in labels:
                found.extend(self.line(label))
                progress(label)
            return tuple(found)
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(workers, context, _inherit, (self,)) as pool:
            for label, outcomes in zip(labels, pool.map(_line, labels), strict=True):
                found.extend(outcomes)
                progress(label)
        return tuple(found)


#: In a worker: the campaign that it was made for.
_inherited: list[Campaign] = []


def _inherit(campaign: Campaign) -> None:
    _inherited[:] = [campaign]


def _line(label: str) -> tuple[Outcome, ...]:
    return _inherited[0].line(label)
