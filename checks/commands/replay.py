"""``derivations replay``: a certificate re-checked by a program that shares no code."""

from __future__ import annotations

import sys

import click


@click.command()
@click.argument("file", type=click.Path(dir_okay=False))
@click.option(
    "--trust",
    "trusted",
    multiple=True,
    metavar="KIND",
    help="Take claims of this kind on trust, where nothing re-checks them; may be repeated.",
)
def command(file: str, trusted: tuple[str, ...]) -> None:
    """Re-check the certificate FILE that `derivations check --certificate FILE` wrote."""
    from ..replay import main

    options = [word for kind in trusted for word in ("--trust", kind)]
    sys.exit(main([*options, file]))
