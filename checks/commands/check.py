"""``derivations check``: every line of a paper."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from .common import Output, color_option, paper_argument


@click.command()
@paper_argument
@click.option(
    "--json",
    "findings",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Write the findings to FILE as JSON besides; - is for standard output, alone.",
    metavar="FILE",
)
@click.option(
    "--certificate",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write every obligation, with what decides it, to FILE; see derivations replay.",
    metavar="FILE",
)
@color_option
@click.pass_context
def command(
    ctx: click.Context,
    paper: str,
    findings: Path | None,
    certificate: Path | None,
    *,
    color: bool,
) -> None:
    """Check every line of PAPER.

    PAPER is a registered name, a module, or the path of a file or a folder.

    The exit status is 0 if every line is given or proved or a registered misprint, 1 if
    some line fails, and 2 if the paper or the command is malformed.
    """
    to_stdout = findings is not None and str(findings) == "-"
    with ExitStack() as files:
        found = Output.of(files, None if to_stdout else findings)
        proof = Output.of(files, certificate)
        from ..load import load
        from ..report import terminal
        from ..suite import Suite

        suite = Suite(load(paper))
        with terminal.progress(len(suite.paper)) as progress:
            report = suite.run(progress)
        if findings is not None:
            from ..report.json_output import dumps

            text = dumps(report)
            if to_stdout:
                click.echo(text, nl=False)
            else:
                found.write(text)
        if certificate is not None:
            from ..certificate import write

            proof.write("".join(write.lines(report)))
    if not to_stdout:
        from ..report.layout import Layout

        terminal.write(Layout(report, terminal.width()).lines(), color=color)
    ctx.exit(0 if report.holds else 1)
