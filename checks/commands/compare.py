"""``derivations compare``: what a revision of a paper changes."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..run.session import Settings, deciding, kept
from .common import (
    Failure,
    Output,
    color_option,
    paper_argument,
    revision_options,
    run_options,
    warn,
)
from .deciding import interruptible

if TYPE_CHECKING:
    from ..revise.compare import Comparison
    from ..revise.wanted import Wanted


@click.command()
@paper_argument
@revision_options
@click.option(
    "--json",
    "findings",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what changed to FILE as JSON besides.",
    metavar="FILE",
)
@run_options
@color_option
@click.pass_context
def command(
    ctx: click.Context,
    paper: str,
    findings: Path | None,
    *,
    wanted: Wanted,
    settings: Settings,
    color: bool,
) -> None:
    """Tell what a revision of PAPER changes: what comes out otherwise, and what then follows.

    Only the lines that the revision touches are decided, and those that rest on them.

    The exit status is 0 if all of them still hold, as they stand or in the form that now
    follows, 1 if some do not, 2 if the paper, the revision or the command is malformed or
    the revision contradicts itself, and 130 if the run was interrupted.
    """
    if not wanted:
        raise Failure("nothing is revised; give --with, --assume or --without")
    with ExitStack() as files:
        output = Output.of(files, findings)
        found = compared(paper, wanted, settings)
        from ..report import terminal
        from ..report.comparison import Layout
        from ..report.comparison_json import as_json

        output.write(as_json(found))
    terminal.write(Layout(found, terminal.width()).lines(), color=color)
    ctx.exit(1 if found.falling else 0)


def compared(reference: str, wanted: Wanted, settings: Settings) -> Comparison:
    """The paper called ``reference`` compared with what is wanted of it."""
    with kept(settings, warn) as cache, interruptible(cache) as begin:
        from ..load import load
        from ..revise.compare import compare
        from ..revise.find import apply
        from ..revise.suite import RevisedSuite
        from ..suite import Suite

        original = load(reference)
        revised = apply(original, wanted)
        with deciding(settings, cache) as decider:
            suite, other = Suite(original, decider), RevisedSuite(revised, decider)
            return compare(suite, other, begin(2 * len(original)))
