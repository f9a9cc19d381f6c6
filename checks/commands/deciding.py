"""Decide a paper for a command: with progress, workers and cache, and interrupted cleanly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from ..report import terminal
from ..run.finished import Finished
from ..run.session import Settings, deciding, kept
from .common import warn

if TYPE_CHECKING:
    from ..result import LineResult, Report
    from ..run.cache import Cache


def answers(
    paper: str,
    settings: Settings,
    wanted: Mapping[str, Callable[[Report], Any]],
    *,
    anew: bool = False,
) -> tuple[dict[str, Any], Report | None]:
    """What ``wanted`` says of the report on ``paper``, and the report.

    An unchanged paper is answered from the cache, without a report, unless ``anew``.
    """
    with kept(settings, warn) as cache:
        finished = Finished(cache, paper)
        said = None if anew else finished.get(wanted)
        if said is not None:
            return said, None
        report = _decided(paper, settings, cache)
        said = {part: say(report) for part, say in wanted.items()}
        finished.keep(said, report)
        return said, report


def as_json(report: Report) -> str:
    """The report as JSON."""
    from ..report.json_output import dumps

    return dumps(report)


def _decided(paper: str, settings: Settings, cache: Cache | None) -> Report:
    """The report on ``paper``; if the user interrupts, how far it came."""
    done, total = 0, 0
    try:
        from ..load import load
        from ..suite import Suite

        with deciding(settings, cache) as decider:
            suite = Suite(load(paper), decider)
            total = len(suite.paper)
            with terminal.progress(total) as progress:

                def one_more(result: LineResult) -> None:
                    nonlocal done
                    done += 1
                    progress(result)

                return suite.run(one_more)
    except KeyboardInterrupt:
        after = f"{done} of {total} lines were decided" if total else "nothing was decided yet"
        if cache is not None and total:
            after += "; what was decided is kept, and the next run goes on from there"
        click.echo(f"Interrupted: {after}.", err=True)
        raise click.exceptions.Exit(130) from None
