"""``derivations report``: the document on a paper, as pages to read in a browser."""

from __future__ import annotations

from pathlib import Path

import click

from .common import paper_argument


@click.command()
@paper_argument
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("derivations-report"),
    show_default=True,
    help="Where the document is built; what is there already is used again.",
)
@click.option("--open", "show", is_flag=True, help="Open the front page in a browser.")
@click.pass_context
def command(ctx: click.Context, paper: str, output: Path, *, show: bool) -> None:
    """Check PAPER and build the document on it.

    The exit status is that of check: 1 if some line fails, though the document is built.
    """
    from ..document.build import build
    from ..load import load
    from ..report import terminal
    from ..report.json_output import dumps
    from ..suite import Suite

    suite = Suite(load(paper))
    with terminal.progress(len(suite.paper)) as progress:
        report = suite.run(progress)
    page = build({suite.paper.name: dumps(report)}, output)
    click.echo(f"The document is at {page}")
    if show:
        click.launch(page.resolve().as_uri())
    ctx.exit(0 if report.holds else 1)
