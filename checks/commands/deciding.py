"""Decide a paper for a command: with progress, workers and cache, and interrupted cleanly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import click

from ..certificate.replayed import Replayed
from ..report import terminal
from ..revise.wanted import Wanted
from ..run.finished import Finished
from ..run.session import Settings, deciding, kept
from .common import warn

#: The part that tells what came of a replay.
_REPLAYED = "replayed"

if TYPE_CHECKING:
    from ..result import LineResult, Report
    from ..run.cache import Cache
    from ..run.decider import Decider
    from ..suite import Suite


@dataclass(frozen=True)
class Answers:
    """What was said of a paper, part by part, and the report; none if it was kept."""

    said: dict[str, Any]
    report: Report | None
    finished: Finished
    #: What finds the proofs of certificates, where there is a report.
    decider: Decider | None = None
    #: What a replay of the run finds, where it is not kept.
    replay: Callable[[], Any] | None = None

    def replayed(self) -> Replayed:
        """What a replay of the run finds; what was kept of it, if it was."""
        found = self.said.get(_REPLAYED)
        if found is None:
            if self.replay is None or self.report is None:
                raise TypeError(self.said.keys())
            found = self.said[_REPLAYED] = self.replay()
            self.finished.keep({_REPLAYED: found}, self.report)
        return Replayed(found["checked"], found["trusted"], tuple(found["refused"]))


@contextmanager
def answering(
    paper: str,
    settings: Settings,
    wanted: Mapping[str, Callable[[Report], Any]],
    *,
    replay: bool = False,
    anew: bool = False,
    revise: Wanted | None = None,
    more: Mapping[str, Callable[[Suite], Any]] | None = None,
) -> Iterator[Answers]:
    """What ``wanted`` says of the report on ``paper``.

    What ``more`` says is asked of the suite while it can decide.

    An unchanged paper is answered from the cache, without a report, unless ``anew`` or
    revised.  If its ``replay`` is wanted, that is begun as soon as there is a report, and
    there when it is asked for.
    """
    with kept(settings, warn) as cache:
        finished = Finished(None if revise else cache, paper)
        more = more or {}
        later = [_REPLAYED] if replay else []
        said = None if anew else finished.get([*wanted, *more, *later])
        if said is not None:
            yield Answers(said, None, finished)
            return
        before = (not anew and finished.get(later)) or {}
        with ExitStack() as stack:
            with interruptible(cache) as begin:
                from ..load import load
                from ..revise.find import suite_of

                loaded = load(paper)
                decider = stack.enter_context(deciding(settings, cache))
                suite = suite_of(loaded, revise or Wanted(), decider)
                report = suite.run(begin(len(suite.paper)))
                again = None
                if replay and not before:
                    again = stack.enter_context(
                        _begun(settings, lambda: _replay(report, settings), hurry=False)
                    )
                told = stack.enter_context(
                    _begun(settings, lambda: {part: say(report) for part, say in wanted.items()})
                )
                said = {part: say(suite) for part, say in more.items()}
                said |= told()
            finished.keep(said, report)
            yield Answers(said | before, report, finished, decider, again)


def _begun(
    settings: Settings, work: Callable[[], dict[str, Any]], *, hurry: bool = True
) -> AbstractContextManager[Callable[[], dict[str, Any]]]:
    """``work``, begun beside what this process does if it is not to do everything."""
    from ..run.beside import beside

    return beside(work, hurry=hurry) if settings.workers else nullcontext(work)


def _replay(report: Report, settings: Settings) -> dict[str, Any]:
    """What a replay of the certificate of ``report`` finds, its proofs being sought first."""
    from ..certificate.replayed import replayed

    with kept(settings, lambda _: None) as cache, deciding(settings, cache) as decider:
        return asdict(replayed(report, decider))


def as_json(report: Report) -> str:
    """The report as JSON."""
    from ..report.json_output import dumps

    return dumps(report)


@contextmanager
def interruptible(cache: Cache | None) -> Iterator[Callable[[int], Callable[[LineResult], None]]]:
    """What is done within can be interrupted, and then says how far it came.

    Gives a function that begins to count: it is told how many lines there are, and what it
    returns is told of each.
    """
    done, total = 0, 0
    with ExitStack() as shown:

        def begin(number: int) -> Callable[[LineResult], None]:
            nonlocal total
            total = number
            progress = shown.enter_context(terminal.progress(number))

            def one_more(result: LineResult) -> None:
                nonlocal done
                done += 1
                progress(result)

            return one_more

        try:
            yield begin
        except KeyboardInterrupt:
            after = f"{done} of {total} lines were decided" if total else "nothing was decided yet"
            if cache is not None and total:
                after += "; what was decided is kept, and the next run goes on from there"
            click.echo(f"Interrupted: {after}.", err=True)
            raise click.exceptions.Exit(130) from None
