"""``derivations show``: one line in full."""

from __future__ import annotations

import click

from .common import color_option, paper_option


@click.command()
@click.argument("label")
@paper_option
@color_option
def command(label: str, paper: str, *, color: bool) -> None:
    """Show line LABEL in full: what it says, how it follows, and what decided it."""
    from ..load import load
    from ..report import terminal
    from ..report.show import Show
    from ..suite import Suite

    terminal.write(Show(Suite(load(paper)), terminal.width()).line(label), color=color)
