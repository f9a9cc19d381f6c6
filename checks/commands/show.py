"""``derivations show``: one line in full, or what rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..run.budget import Budget
from ..run.session import Settings
from .common import Failure, color_option, paper_option, revision_options

if TYPE_CHECKING:
    from ..revise.wanted import Wanted


@click.command()
@click.argument("label", required=False)
@paper_option
@click.option("--rests-on", "below", metavar="LABEL", help="The lines that rest on LABEL instead.")
@revision_options
@color_option
def command(
    label: str | None, paper: str, below: str | None, *, wanted: Wanted, color: bool
) -> None:
    """Show line LABEL in full: what it says, how it follows, and what decided it.

    With a revision it is shown as it is then. Without LABEL, the lines that a revision
    makes fall are listed, as in derivations show --without LABEL.
    """
    from ..report import terminal

    if (label is None) == (below is None) and not wanted:
        raise Failure("give the label of a line, or --rests-on LABEL")
    width = terminal.width()
    if below is not None:
        from ..load import load
        from ..report.listing import resting_on

        terminal.write(resting_on(load(paper), below, width), color=color)
    elif label is None:
        from ..report.comparison import falling
        from .compare import compared

        found = compared(paper, wanted, Settings(0, Budget()))
        terminal.write(falling(found, width), color=color)
    else:
        from ..load import load
        from ..report.show import Show
        from ..revise.find import suite_of

        terminal.write(Show(suite_of(load(paper), wanted), width).line(label), color=color)
