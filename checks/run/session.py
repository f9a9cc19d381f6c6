"""One run of a command: its cache and its workers, there when needed and gone at its end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .budget import Budget
from .cache import Cache, folder
from .fingerprint import of_checks, unchanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from .decider import Decider


@dataclass(frozen=True)
class Settings:
    """How a run decides: in ``workers`` processes, or in its own if that is 0.

    A process of its own has no budget.
    """

    workers: int
    budget: Budget
    cached: bool = True


@contextmanager
def kept(settings: Settings, warn: Callable[[str], None]) -> Iterator[Cache | None]:
    """The user's cache; ``None`` if none is wanted."""
    if not settings.cached:
        yield None
        return
    with Cache(folder(), of_checks(with_papers=True), warn, unchanged) as cache:
        yield cache


@contextmanager
def deciding(settings: Settings, cache: Cache | None) -> Iterator[Decider]:
    """A decider with the workers that ``settings`` ask for, which end with it."""
    from .cached import Cached
    from .decider import Decider, Engine, InProcess
    from .pool import Pool

    if settings.workers:
        with Pool(settings.workers, settings.budget) as pool:
            pool.start()
            yield Decider(Cached(pool, cache) if cache else pool)
    else:
        alone: Engine = InProcess()
        yield Decider(Cached(alone, cache) if cache else alone)
