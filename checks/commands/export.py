"""``derivations export``: what is proved, for another kernel to check."""

from __future__ import annotations

from pathlib import Path

import click

from .common import paper_argument


@click.command()
@paper_argument
@click.option(
    "--rocq",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="Write theorems of Rocq to DIR, a file a line, with their proofs and an index.",
)
@click.option("--check", "ask", is_flag=True, help="Have Rocq check them, if it is installed.")
@click.pass_context
def command(ctx: click.Context, paper: str, folder: Path, *, ask: bool) -> None:
    """Export the proved equations and bounds of PAPER as theorems of Rocq.

    With --check what Rocq has certified is kept in the user's cache folder, where check and
    report find it.  The exit status is 1 if Rocq refuses a theorem that was exported, or if
    the script of one proves its mutant too.
    """
    from ..load import load
    from ..rocq import check, export, summary
    from ..suite import Suite

    if ask:
        check.installed()
    report = Suite(load(paper)).run()
    found = export.theorems(report)
    export.write(report, found, folder)
    items = [one.item for one in found]
    if ask:
        items = export.checked(found, folder)
        export.index(report, items, folder)
        export.remember(found, items)
    for line in summary.lines(items):
        click.echo(line)
    ctx.exit(int(any(item.status == "not certified" for item in items)))
