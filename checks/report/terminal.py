"""Write laid-out text: coloured and wrapped on a terminal, plain elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..result import LineResult
    from .layout import Spans


def width() -> int | None:
    """The width of the terminal; ``None`` where the output is no terminal."""
    return get_terminal_size().columns if sys.stdout.isatty() else None


def write(lines: Iterable[Spans], *, color: bool = True) -> None:
    """Write ``lines`` to standard output.

    Colours are for terminals, and not for those whose user has set ``NO_COLOR``; rich is
    imported for them alone.
    """
    if not sys.stdout.isatty():
        for spans in lines:
            sys.stdout.write("".join(text for text, _ in spans).rstrip() + "\n")
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(no_color=not color or None, highlight=False, soft_wrap=True)
    for spans in lines:
        line = Text.assemble(*spans)
        line.rstrip()
        console.print(line)


@contextmanager
def progress(total: int) -> Iterator[Callable[[LineResult], None]]:
    """Show how far the work is, while it lasts, on a terminal; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as display:
        task = display.add_task("checking", total=total)
        yield lambda result: display.update(
            task, advance=1, description=f"checking ({result.line.label})"
        )
