"""``derivations check``: every line of a paper."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..certificate import replayed
from ..certificate.replayed import Replayed
from ..report import terminal
from ..rocq import certified
from ..run.session import Settings
from .common import Failure, Output, color_option, paper_argument, revision_options, run_options
from .deciding import answering, as_json

if TYPE_CHECKING:
    from ..report.layout import Spans
    from ..result import Report
    from ..revise.wanted import Wanted


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
@click.option(
    "--replay/--no-replay",
    "again",
    default=True,
    envvar="DERIVATIONS_REPLAY",
    help="Have a program that shares no code decide everything again, from a certificate.",
)
@revision_options
@run_options
@color_option
@click.pass_context
def command(
    ctx: click.Context,
    paper: str,
    findings: Path | None,
    certificate: Path | None,
    *,
    again: bool,
    wanted: Wanted,
    settings: Settings,
    color: bool,
) -> None:
    """Check every line of PAPER.

    PAPER is a registered name, a module, or the path of a file or a folder. With a
    revision, what no longer holds as it stands is given in the form that follows.

    The exit status is 0 if every line is given or proved or a registered misprint, 1 if
    some line fails or the replay does not come to the same, 2 if the paper or the command
    is malformed, 3 if two methods contradict each other, and 130 if the run was interrupted.
    """
    if wanted and certificate is not None:
        raise Failure("a certificate is of the paper as it is; leave the revision out")
    to_stdout = findings is not None and str(findings) == "-"
    width = terminal.width()
    parts: dict[str, Callable[[Report], Any]] = {"holds": lambda report: report.holds}
    if findings is not None:
        parts["json"] = as_json
    if not to_stdout:
        parts[f"lines {width}"] = lambda report: _laid_out(report, width)
        parts["for a kernel"] = certified.asked
    again = again and not to_stdout and not wanted
    written = ""
    with ExitStack() as files:
        found = Output.of(files, None if to_stdout else findings)
        proof = Output.of(files, certificate)
        answers = files.enter_context(
            answering(
                *(paper, settings, parts),
                replay=again and certificate is None,
                anew=certificate is not None,
                revise=wanted,
            )
        )
        said = answers.said
        if certificate is not None and answers.report is not None:
            from ..certificate import write

            written = "".join(write.lines(answers.report, answers.decider))
            proof.write(written)
        if to_stdout:
            click.echo(said["json"], nl=False)
        elif findings is not None:
            found.write(said["json"])
        if not to_stdout:
            terminal.write(said[f"lines {width}"], color=color)
            if settings.cached and (sentence := certified.summary(said["for a kernel"])):
                terminal.write([[], [(f"{sentence}.", "")]], color=color)
        replay = (lambda: replayed.replay(written)) if written else answers.replayed
        accepted = not again or _again(replay, color=color)
    ctx.exit(0 if said["holds"] and accepted else 1)


def _again(replay: Callable[[], Replayed], *, color: bool) -> bool:
    """Have the run replayed, and tell what came of it; whether it came to the same."""
    try:
        found = replay()
    except KeyboardInterrupt:
        click.echo("Interrupted: the run was not replayed.", err=True)
        raise click.exceptions.Exit(130) from None
    style = "" if found.accepted else "bold red"
    terminal.write([[], [(f"The run was {found.sentence()}.", style)]], color=color)
    return found.accepted


def _laid_out(report: Report, width: int | None) -> list[Spans]:
    from ..report.layout import Layout

    return list(Layout(report, width).lines())
