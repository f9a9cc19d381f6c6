"""``derivations chain``: the way from one line to another."""

from __future__ import annotations

import click

from .common import color_option, paper_option


@click.command()
@click.argument("start", metavar="FROM")
@click.argument("end", metavar="TO")
@paper_option
@color_option
def command(start: str, end: str, paper: str, *, color: bool) -> None:
    """Show how line TO comes from line FROM: the lines between, each with its rule."""
    from ..load import load
    from ..report import terminal
    from ..report.show import Show
    from ..suite import Suite

    terminal.write(Show(Suite(load(paper)), terminal.width()).chain(start, end), color=color)
