"""``derivations check``: every line of a paper."""

from __future__ import annotations

from pathlib import Path

import click

from .common import color_option, opened, paper_argument, written


@click.command()
@paper_argument
@click.option(
    "--json",
    "file",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Write the findings to FILE as JSON besides; - is for standard output, alone.",
    metavar="FILE",
)
@color_option
@click.pass_context
def command(ctx: click.Context, paper: str, file: Path | None, *, color: bool) -> None:
    """Check every line of PAPER.

    PAPER is a registered name, a module, or the path of a file or a folder.

    The exit status is 0 if every line is given or proved or a registered misprint, 1 if
    some line fails, and 2 if the paper or the command is malformed.
    """
    to_stdout = file is not None and str(file) == "-"
    is_new = file is not None and not to_stdout and opened(file)
    try:
        from ..load import load
        from ..report import terminal
        from ..suite import Suite

        suite = Suite(load(paper))
        with terminal.progress(len(suite.paper)) as progress:
            report = suite.run(progress)
        if file is not None:
            from ..report.json_output import dumps

            text = dumps(report)
            if to_stdout:
                click.echo(text, nl=False)
            else:
                written(file, text)
            is_new = False
    finally:
        if is_new and file is not None:
            file.unlink(missing_ok=True)
    if not to_stdout:
        from ..report.layout import Layout

        terminal.write(Layout(report, terminal.width()).lines(), color=color)
    ctx.exit(0 if report.holds else 1)
