"""``derivations mutate``: every line of a paper, changed in one thing at a time."""

from __future__ import annotations

import json
import os
from contextlib import ExitStack
from pathlib import Path

import click

from .common import Output, color_option, paper_argument


@click.command()
@paper_argument
@click.option("--line", "label", help="The mutants of line LABEL only.", metavar="LABEL")
@click.option(
    "--sample",
    type=click.IntRange(min=1),
    help="At most N mutants of each line: always the same ones.",
    metavar="N",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    help="Processes to use; as many as there are processors if not given.",
    metavar="N",
)
@click.option(
    "--json",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what became of every mutant to FILE as JSON besides.",
    metavar="FILE",
)
@color_option
@click.pass_context
def command(
    ctx: click.Context,
    paper: str,
    label: str | None,
    sample: int | None,
    workers: int | None,
    file: Path | None,
    *,
    color: bool,
) -> None:
    """Change PAPER, one thing at a time: no change may be proved that says something else.

    Signs, factors, exponents, symbols, terms, bounds, arguments and the steps of each
    argument are changed, one after the other, in every claim of every line.  A mutant is
    killed if it is not proved, or, where it is a premise, if some line that rests on it
    is no longer proved.  For one that survives, a proof is looked for that it says no
    more than the original; without one it is a gap in the checks.

    The exit status is 0 if there is no gap, 1 if there is one, and 2 if the paper or the
    command is malformed.
    """
    with ExitStack() as files:
        output = Output.of(files, file)
        from ..load import load
        from ..report import terminal
        from ..soundness.mutation import table
        from ..soundness.mutation.campaign import Campaign

        loaded = load(paper)
        labels = [loaded[label].label] if label else [line.label for line in loaded.own]
        found = Campaign.of(loaded, sample).run(labels, workers or os.cpu_count() or 1)
        told = table.as_json(loaded, labels, found)
        output.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    told_of = table.lines(loaded, labels, found, sampled=sample is not None)
    terminal.write(told_of, color=color)
    ctx.exit(1 if any(one.gap for one in found) else 0)
