"""``derivations rules``: the rules by which a line may follow, and what each says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from .common import color_option

if TYPE_CHECKING:
    from ..report.layout import Spans


@click.command()
@click.argument("name", required=False, default=None)
@click.option("--paper", "-p", help="List the rules that this paper registers as well.")
@color_option
def command(name: str | None, paper: str | None, *, color: bool) -> None:
    """List the rules by which a line may follow, or tell of one.

    NAME is a rule: then its mathematics, its side conditions and an example are told.
    """
    from derivations.rules import catalogue

    from ..load import load
    from ..report import terminal

    if paper is not None:
        load(paper)
    if name is None:
        terminal.write(_all(), color=color)
    else:
        told = _plain(catalogue.documentation(name))
        terminal.write([(line, "")] for line in told.split("\n"))


def _all() -> Iterator[Spans]:
    """Every rule with what it infers, by subject."""
    from derivations.rules import catalogue

    subjects = catalogue.subjects()
    room = max(len(name) for names in subjects.values() for name in names)
    for subject, names in subjects.items():
        yield [(_plain(subject), "bold")]
        for name in names:
            yield [(f"  {name:<{room}}  ", ""), (_plain(catalogue.summary(name)), "dim")]


def _plain(text: str) -> str:
    """Documentation without the marks that are meant for pages."""
    return text.replace("``", "")
