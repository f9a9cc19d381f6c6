"""Decide a paper for a command: with progress, workers and cache, and interrupted cleanly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import click

from ..certificate.replayed import Replayed
from ..report import terminal
from ..revise.wanted import Wanted
from ..run.finished import Finished
from ..run.session import Settings, deciding, kept
from .common import warn

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

    def add(self, part: str, value: Any) -> None:
        """Another part, which is kept with the rest."""
        self.said[part] = value
        if self.report is not None:
            self.finished.keep({part: value}, self.report)


@contextmanager
def answering(
    paper: str,
    settings: Settings,
    wanted: Mapping[str, Callable[[Report], Any]],
    *,
    later: Sequence[str] = (),
    anew: bool = False,
    revise: Wanted | None = None,
    more: Mapping[str, Callable[[Suite], Any]] | None = None,
) -> Iterator[Answers]:
    """What ``wanted`` says of the report on ``paper``.

    What ``more`` says is asked of the suite while it can decide.

    An unchanged paper is answered from the cache, without a report, unless ``anew`` or
    revised.  The parts that are to be said ``later`` are there if they were kept; whoever
    is answered may add them.
    """
    with kept(settings, warn) as cache:
        finished = Finished(None if revise else cache, paper)
        more = more or {}
        said = None if anew else finished.get([*wanted, *more, *later])
        if said is not None:
            yield Answers(said, None, finished)
            return
        before = (not anew and finished.get(later)) or {}
        with ExitStack() as beside:
            with interruptible(cache) as begin:
                from ..load import load
                from ..revise.find import suite_of

                loaded = load(paper)
                decider = beside.enter_context(deciding(settings, cache))
                suite = suite_of(loaded, revise or Wanted(), decider)
                report = suite.run(begin(len(suite.paper)))
                said = {part: say(suite) for part, say in more.items()}
            said |= {part: say(report) for part, say in wanted.items()}
            finished.keep(said, report)
            yield Answers(said | before, report, finished, decider)


def replayed(answers: Answers) -> Replayed:
    """What a replay of the run finds; what was kept of it, if it was."""
    kept_ = answers.said.get("replayed")
    if kept_ is not None:
        return Replayed(kept_["checked"], kept_["trusted"], tuple(kept_["refused"]))
    if answers.report is None:
        raise TypeError(answers.said.keys())
    from ..certificate import replayed as certificate

    found = certificate.replayed(answers.report, answers.decider)
    answers.add("replayed", asdict(found))
    return found


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
