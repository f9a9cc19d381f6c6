"""``derivations fuzz``: random claims whose truth is certain, and random text for readers."""

from __future__ import annotations

import click


@click.command()
@click.option("--cases", default=2000, show_default=True, type=click.IntRange(1))
@click.option(
    "--texts",
    default=200,
    show_default=True,
    type=click.IntRange(0),
    help="How many random texts each reader is given.",
)
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same cases.")
@click.option("--jobs", "-j", default=1, show_default=True, type=click.IntRange(1))
@click.pass_context
def command(ctx: click.Context, cases: int, texts: int, seed: int, jobs: int) -> None:
    """Decide random claims that are true, or false, by the way in which they are made.

    All that reads what is typed, downloaded or cached is given random texts besides, which
    it must read, or refuse with a sentence.  The exit status is 1 if a single claim is
    decided wrongly, if a prover fails, or if a reader does anything else.
    """
    from ..soundness.fuzz import readers
    from ..soundness.fuzz.campaign import spread

    counts, seconds = spread(cases, seed, jobs)
    for row in counts.rows():
        click.echo(row)
    click.echo(f"\n{cases} cases in {seconds:.0f} s, {cases / seconds:.0f} a second")
    faults = counts.wrong
    if texts:
        click.echo()
        found = {name: readers.counted(name, texts, seed) for name in readers.READERS}
        for row in readers.rows(found):
            click.echo(row)
        faults += [one for _, those in found.values() for one in those]
    for fault in faults:
        click.echo(fault)
    ctx.exit(1 if faults else 0)
