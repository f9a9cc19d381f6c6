"""``derivations fuzz``: random claims whose truth is certain."""

from __future__ import annotations

import click


@click.command()
@click.option("--cases", default=2000, show_default=True, type=click.IntRange(1))
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same claims.")
@click.option("--jobs", "-j", default=1, show_default=True, type=click.IntRange(1))
@click.pass_context
def command(ctx: click.Context, cases: int, seed: int, jobs: int) -> None:
    """Decide random claims that are true, or false, by the way in which they are made.

    The exit status is 1 if a single one is decided wrongly, or if a prover fails.
    """
    from ..soundness.fuzz.campaign import spread

    counts, seconds = spread(cases, seed, jobs)
    for row in counts.rows():
        click.echo(row)
    click.echo(f"\n{cases} cases in {seconds:.0f} s, {cases / seconds:.0f} a second")
    for wrong in counts.wrong:
        click.echo(wrong)
    ctx.exit(1 if counts.wrong else 0)
