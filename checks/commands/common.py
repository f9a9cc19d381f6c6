"""What commands share: their options, and how bad input is told."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from functools import wraps
from pathlib import Path
from typing import Any

import click

from ..load import default
from ..revise.wanted import Wanted
from ..run.budget import Budget
from ..run.session import Settings


class Failure(click.ClickException):
    """Bad input, told in a sentence; its exit status is that of wrong usage."""

    exit_code = 2


def _default() -> str:
    """The paper that is meant where none is named."""
    found = default()
    if found is None:
        msg = "name a paper: one that derivations list papers tells of, a module, or a path"
        raise click.UsageError(msg)
    return found


paper_argument = click.argument("paper", default=_default, envvar="DERIVATIONS_PAPER")
paper_option = click.option(
    "--paper",
    "-p",
    default=_default,
    envvar="DERIVATIONS_PAPER",
    show_default="the one that is installed as such",
    help="The paper: its name, its module, or the path of its file or folder.",
)
color_option = click.option(
    "--color/--no-color",
    default=True,
    help="Colours on a terminal; NO_COLOR in the environment has the same effect.",
)

_OPTIONS = (
    click.option(
        "--workers",
        type=click.IntRange(0),
        default=os.cpu_count() or 1,
        envvar="DERIVATIONS_WORKERS",
        show_default="as many as there are processors",
        help="Decide in N processes; with 0 in this one, without limits.",
        metavar="N",
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(0, min_open=True),
        default=Budget.seconds,
        show_default=True,
        help="Seconds of computing after which an obligation is undecided.",
        metavar="SECONDS",
    ),
    click.option(
        "--memory",
        type=click.IntRange(16),
        default=Budget.memory,
        show_default=True,
        help="Memory in MiB beyond which an obligation is undecided.",
        metavar="MIB",
    ),
    click.option(
        "--cache/--no-cache",
        default=True,
        help="Reuse what was decided before; DERIVATIONS_CACHE names another folder for it.",
    ),
)


def run_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give ``command`` the options of a run; it is called with them as ``settings``."""

    @wraps(command)
    def called(*, workers: int, timeout: float, memory: int, cache: bool, **more: Any) -> None:
        command(settings=Settings(workers, Budget(timeout, memory), cache), **more)

    for option in reversed(_OPTIONS):
        option(called)
    return called


_REVISIONS = (
    click.option(
        "--with",
        "named",
        multiple=True,
        metavar="REVISION",
        help="With a revision: its name, a TOML file, or a Python module or file. Repeatable.",
    ),
    click.option(
        "--assume",
        "assumed",
        multiple=True,
        metavar="TEXT",
        help="With a new premise, 's = 2', or with something put for a quantity in all that is "
        "given, 'e -> 2*e', or in some lines, 'e -> 2*e in 1, 33'. Repeatable.",
    ),
    click.option(
        "--without",
        "dropped",
        multiple=True,
        metavar="LABEL",
        help="Without the line LABEL. Repeatable.",
    ),
)


def revision_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give ``command`` the options that revise a paper; it gets them as ``wanted``."""

    @wraps(command)
    def called(
        *, named: tuple[str, ...], assumed: tuple[str, ...], dropped: tuple[str, ...], **more: Any
    ) -> None:
        command(wanted=Wanted(named, assumed, dropped), **more)

    for option in reversed(_REVISIONS):
        option(called)
    return called


def warn(sentence: str) -> None:
    """Tell the user of something that changes no verdict."""
    click.echo(f"Note: {sentence}.", err=True)


class Output:
    """A file to write: known to be writable before the work, left alone if that fails."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._is_new = False
        if file is not None:
            self._is_new = not file.exists()
            try:
                file.open("a").close()
            except OSError as error:
                raise _unwritable(file, error) from None

    @classmethod
    def of(cls, files: ExitStack, file: Path | None) -> Output:
        """The output, which leaves no empty file behind when ``files`` is closed."""
        output = cls(file)
        files.callback(output.close)
        return output

    def write(self, text: str) -> None:
        """Write ``text``, or tell why that cannot be."""
        if self._file is None:
            return
        try:
            self._file.write_text(text, encoding="utf-8")
        except OSError as error:
            raise _unwritable(self._file, error) from None
        self._is_new = False

    def close(self) -> None:
        """Remove the file if it is new and nothing was written."""
        if self._is_new and self._file is not None:
            self._file.unlink(missing_ok=True)


def _unwritable(file: Path, error: OSError) -> Failure:
    return Failure(f"{file} cannot be written: {error.strerror}")
