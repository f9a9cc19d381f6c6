"""``derivations list``: the papers known, and what is in one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from .common import color_option, paper_option

if TYPE_CHECKING:
    from ..report.layout import Spans


@click.command()
@click.argument(
    "what",
    type=click.Choice(["papers", "lines", "assumptions", "symbols"]),
    required=False,
    default=None,
)
@paper_option
@color_option
def command(what: str | None, paper: str, *, color: bool) -> None:
    """List the papers known, and the lines, assumptions and symbols of one; or one of these."""
    from ..load import load
    from ..report import listing, terminal

    width = terminal.width()
    parts: dict[str, Callable[[], Iterable[Spans]]] = {
        "papers": listing.papers,
        "lines": lambda: listing.lines(load(paper), width),
        "assumptions": lambda: listing.assumptions(load(paper), width),
        "symbols": lambda: listing.symbols(load(paper), width),
    }
    for part in [what] if what else parts:
        terminal.write(parts[part](), color=color)
