"""``derivations opinions``: a second opinion on every decision about a paper."""

from __future__ import annotations

import click

from .common import paper_argument


@click.command()
@paper_argument
@click.pass_context
def command(ctx: click.Context, paper: str) -> None:
    """Decide PAPER, and put every answer to the test by another method.

    The exit status is 3 if two methods contradict each other: then one prover is wrong.
    """
    import time
    from collections import Counter

    from ..load import load
    from ..soundness.opinion.disagreement import DisagreementError
    from ..soundness.opinion.second import second_opinion
    from ..suite import Suite
    from ..verdict import Decision

    suite = Suite(load(paper))
    start = time.process_time()
    suite.run()
    deciding, start = time.process_time() - start, time.process_time()
    counts: Counter[tuple[str, str]] = Counter()
    for question, decision in suite.decisions():
        if question.prover != "decide" or not isinstance(decision, Decision):
            continue
        try:
            opinion = second_opinion(question.obligation, decision)
        except DisagreementError as error:
            click.echo(str(error), err=True)
            ctx.exit(3)
        counts[type(question.obligation.goal).__name__, "given" if opinion.given else "none"] += 1
    click.echo("| relation | second opinions | none |\n| --- | ---: | ---: |")
    for kind in sorted({name for name, _ in counts}):
        click.echo(f"| {kind} | {counts[kind, 'given']} | {counts[kind, 'none']} |")
    given, none = (sum(n for (_, x), n in counts.items() if x == way) for way in ("given", "none"))
    click.echo(f"| all | {given} | {none} |")
    cost = time.process_time() - start
    click.echo(f"\ndeciding took {deciding:.1f} s of one core, second opinions {cost:.1f} s")
