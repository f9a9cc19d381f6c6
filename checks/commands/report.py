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
@click.option(
    "--pdf", "paper_copy", is_flag=True, help="Write it as PDF besides; needs WeasyPrint."
)
@click.option("--open", "show", is_flag=True, help="Open the front page in a browser.")
@click.pass_context
def command(ctx: click.Context, paper: str, output: Path, *, paper_copy: bool, show: bool) -> None:
    """Check PAPER and build the document on it.

    The exit status is that of check: 1 if some line fails, though the document is built.
    """
    from ..document.build import build
    from ..load import load
    from ..report import terminal
    from ..report.json_output import dumps
    from ..suite import Suite

    if paper_copy:
        from ..document import pdf

        pdf.weasyprint()  # missing, it should be missed before the work and not after it
    suite = Suite(load(paper))
    with terminal.progress(len(suite.paper)) as progress:
        report = suite.run(progress)
    findings = {suite.paper.name: dumps(report)}
    page = build(findings, output)
    click.echo(f"The document is at {page}")
    if paper_copy:
        for file in pdf.pdf(findings, output):
            click.echo(f"As PDF it is at {file}")
    if show:
        click.launch(page.resolve().as_uri())
    ctx.exit(0 if report.holds else 1)
