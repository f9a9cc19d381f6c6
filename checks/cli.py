"""The command line: check a paper, show a line, follow a chain, list what there is."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from derivations.errors import PaperError

if TYPE_CHECKING:
    from .report.layout import Spans

# What imports sympy is imported by the commands that need it, so that --help is quick.

_DEFAULT = "weisskopf1979"


class _Failure(click.ClickException):
    """Bad input, told in a sentence; its exit status is that of wrong usage."""

    exit_code = 2


class _Commands(click.Group):
    """Tells of a malformed paper in a sentence instead of a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        gc.disable()  # the command is short: what it leaves is returned at its end
        try:
            return super().invoke(ctx)
        except PaperError as error:
            raise _Failure(str(error)) from None
        finally:
            gc.enable()


_paper_argument = click.argument("paper", default=_DEFAULT)
_paper_option = click.option(
    "--paper",
    "-p",
    default=_DEFAULT,
    show_default=True,
    help="The paper: its name, its module, or the path of its file or folder.",
)
_color_option = click.option(
    "--color/--no-color",
    default=True,
    help="Colours on a terminal; NO_COLOR in the environment has the same effect.",
)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="derivations", message="derivations %(version)s")
def main() -> None:
    """Decide what holds in the derivation of a physics paper, equation by equation."""


@main.command()
@_paper_argument
@click.option(
    "--json",
    "file",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Write the findings to FILE as JSON besides; - is for standard output, alone.",
    metavar="FILE",
)
@_color_option
@click.pass_context
def check(ctx: click.Context, paper: str, file: Path | None, *, color: bool) -> None:
    """Check every line of PAPER.

    PAPER is a registered name, a module, or the path of a file or a folder.

    The exit status is 0 if every line is given or proved or a registered misprint, 1 if
    some line fails, and 2 if the paper or the command is malformed.
    """
    to_stdout = file is not None and str(file) == "-"
    is_new = file is not None and not to_stdout and _opened(file)
    try:
        from .load import load
        from .report import terminal
        from .suite import Suite

        suite = Suite(load(paper))
        with terminal.progress(len(suite.paper)) as progress:
            report = suite.run(progress)
        if file is not None:
            from .report.json_output import dumps

            text = dumps(report)
            if to_stdout:
                click.echo(text, nl=False)
            else:
                _written(file, text)
            is_new = False
    finally:
        if is_new and file is not None:
            file.unlink(missing_ok=True)
    if not to_stdout:
        from .report.layout import Layout

        terminal.write(Layout(report, terminal.width()).lines(), color=color)
    ctx.exit(0 if report.holds else 1)


@main.command()
@click.argument("label")
@_paper_option
@_color_option
def show(label: str, paper: str, *, color: bool) -> None:
    """Show line LABEL in full: what it says, how it follows, and what decided it."""
    from .load import load
    from .report import terminal
    from .report.show import Show
    from .suite import Suite

    terminal.write(Show(Suite(load(paper)), terminal.width()).line(label), color=color)


@main.command()
@click.argument("start", metavar="FROM")
@click.argument("end", metavar="TO")
@_paper_option
@_color_option
def chain(start: str, end: str, paper: str, *, color: bool) -> None:
    """Show how line TO comes from line FROM: the lines between, each with its rule."""
    from .load import load
    from .report import terminal
    from .report.show import Show
    from .suite import Suite

    terminal.write(Show(Suite(load(paper)), terminal.width()).chain(start, end), color=color)


@main.command(name="list")
@click.argument(
    "what",
    type=click.Choice(["papers", "lines", "assumptions", "symbols"]),
    required=False,
    default=None,
)
@_paper_option
@_color_option
def list_(what: str | None, paper: str, *, color: bool) -> None:
    """List the papers known, and the lines, assumptions and symbols of one; or one of these."""
    from .load import load
    from .report import listing, terminal

    width = terminal.width()
    parts: dict[str, Callable[[], Iterable[Spans]]] = {
        "papers": listing.papers,
        "lines": lambda: listing.lines(load(paper), width),
        "assumptions": lambda: listing.assumptions(load(paper), width),
        "symbols": lambda: listing.symbols(load(paper), width),
    }
    for part in [what] if what else parts:
        terminal.write(parts[part](), color=color)


def _opened(file: Path) -> bool:
    """Whether ``file`` is new, once it is known that it can be written."""
    is_new = not file.exists()
    try:
        file.open("a").close()
    except OSError as error:
        raise _Failure(f"{file} cannot be written: {error.strerror}") from None
    return is_new


def _written(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise _Failure(f"{file} cannot be written: {error.strerror}") from None
