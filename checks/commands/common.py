"""What commands share: their options, and how bad input is told."""

from __future__ import annotations

from pathlib import Path

import click

DEFAULT = "weisskopf1979"


class Failure(click.ClickException):
    """Bad input, told in a sentence; its exit status is that of wrong usage."""

    exit_code = 2


paper_argument = click.argument("paper", default=DEFAULT)
paper_option = click.option(
    "--paper",
    "-p",
    default=DEFAULT,
    show_default=True,
    help="The paper: its name, its module, or the path of its file or folder.",
)
color_option = click.option(
    "--color/--no-color",
    default=True,
    help="Colours on a terminal; NO_COLOR in the environment has the same effect.",
)


def opened(file: Path) -> bool:
    """Whether ``file`` is new, once it is known that it can be written."""
    is_new = not file.exists()
    try:
        file.open("a").close()
    except OSError as error:
        raise Failure(f"{file} cannot be written: {error.strerror}") from None
    return is_new


def written(file: Path, text: str) -> None:
    """Write ``text`` to ``file``, or tell why that cannot be."""
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Failure(f"{file} cannot be written: {error.strerror}") from None
