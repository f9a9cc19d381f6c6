"""``derivations printed``: whether print and relations say the same."""

from __future__ import annotations

import click

from .common import color_option, paper_argument


@click.command()
@paper_argument
@color_option
@click.pass_context
def command(ctx: click.Context, paper: str, *, color: bool) -> None:
    """Hold the print of every line of PAPER against the relations that encode it.

    The exit status is 0 if they agree wherever both are formulas, and 1 if some line has
    drifted apart or cannot be read.
    """
    from ..load import load
    from ..printed.compare import compare_all
    from ..printed.finding import Status
    from ..printed.layout import rows
    from ..report import terminal

    loaded = load(paper)
    found = list(compare_all(loaded))
    terminal.write(rows(loaded, found), color=color)
    ctx.exit(1 if any(r.status in {Status.DRIFT, Status.UNREAD} for r in found) else 0)
