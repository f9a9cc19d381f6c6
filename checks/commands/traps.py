"""``derivations traps``: claims that look otherwise than they are."""

from __future__ import annotations

import click

from .common import color_option


@click.command()
@click.option("--verbose", "-v", is_flag=True, help="List what is left undecided, and why.")
@color_option
@click.pass_context
def command(ctx: click.Context, *, verbose: bool, color: bool) -> None:
    """Decide claims whose truth is known, and that look otherwise.

    The exit status is 1 if a single one is decided wrongly.
    """
    from ..report import terminal
    from ..soundness.corpus import traps
    from ..soundness.table import lines
    from ..soundness.trial import Outcome, tried

    trials = [tried(trap) for trap in traps()]
    terminal.write(lines(trials, verbose=verbose), color=color)
    ctx.exit(1 if any(trial.outcome is Outcome.WRONG for trial in trials) else 0)
