"""``derivations opinions``: what another method says of the decisions about a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .common import paper_argument, run_options

if TYPE_CHECKING:
    from ..run.session import Settings


@click.command()
@paper_argument
@run_options
def command(paper: str, *, settings: Settings) -> None:
    """Decide PAPER, and tell on which answers another method agrees, and why not on others.

    The exit status is 3 if two methods contradict each other: then one prover is wrong.
    """
    from collections import Counter

    from ..load import load
    from ..quoting import plain
    from ..run.session import deciding, kept
    from ..suite import Suite
    from ..verdict import Decision

    with (
        kept(settings, lambda told: click.echo(told, err=True)) as cache,
        deciding(settings, cache) as decider,
    ):
        suite = Suite(load(paper), decider)
        suite.run()
    counts: Counter[tuple[str, bool]] = Counter()
    silent: Counter[str] = Counter()
    for question, decision in suite.decisions():
        opinion = decision.opinion if isinstance(decision, Decision) else None
        if opinion is None:
            continue
        counts[type(question.obligation.goal).__name__, opinion.agrees] += 1
        if not opinion.agrees:
            silent[plain(opinion.told)] += 1
    click.echo("| relation | agrees | says nothing |\n| --- | ---: | ---: |")
    for kind in sorted({name for name, _ in counts}):
        click.echo(f"| {kind} | {counts[kind, True]} | {counts[kind, False]} |")
    agreed, none = (sum(n for (_, x), n in counts.items() if x is way) for way in (True, False))
    click.echo(f"| all | {agreed} | {none} |\n\nWhy it says nothing:")
    for why, number in silent.most_common():
        click.echo(f"{number:>5}  {why}")
