"""``derivations report``: the document on a paper, as pages to read in a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..rocq import certified
from ..run.session import Settings
from .common import paper_argument, run_options
from .deciding import answering, as_json

if TYPE_CHECKING:
    from ..suite import Suite


@click.command()
@paper_argument
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("derivations-report"),
    show_default=True,
    help="Where the document is built; what is there already is used again.",
)
@click.option(
    "--pdf",
    "paper_copy",
    is_flag=True,
    help="Write it as PDF besides, which takes minutes; needs WeasyPrint.",
)
@click.option("--open", "show", is_flag=True, help="Open the front page in a browser.")
@run_options
@click.pass_context
def command(
    ctx: click.Context,
    paper: str,
    output: Path,
    *,
    settings: Settings,
    paper_copy: bool,
    show: bool,
) -> None:
    """Check PAPER and build the document on it.

    The document is there before the run is replayed; its front page then tells what came of it.

    The exit status is that of check: 1 if some line fails, though the document is built.
    """
    from ..document.build import build, front
    from ..document.circumstances import circumstances

    if paper_copy:
        from ..document import pdf

        pdf.weasyprint()  # missing, it should be missed before the work and not after it
    wanted = {
        "holds": lambda report: report.holds,
        "json": as_json,
        "name": lambda report: report.paper.name,
        "for a kernel": certified.asked,
    }
    more = {"revisions": _revisions}
    with answering(paper, settings, wanted, more=more, replay=True) as answers:
        said = answers.said
        asked = said["for a kernel"]
        findings = {said["name"]: json.dumps(json.loads(said["json"]) | said["revisions"])}
        kept = certified.read() if settings.cached else None
        if answers.report is not None:  # the document is there, while the run is replayed
            home = build(findings, output, {said["name"]: circumstances(kept, asked)})
            click.echo(f"The document is at {front(home, said['name'])}")
        again = answers.replayed()
        checked = {said["name"]: circumstances(kept, asked, again)}
        page = front(build(findings, output, checked), said["name"])
    if answers.report is None:
        click.echo(f"The document is at {page}")
    click.echo(f"The run was {again.sentence()}.")
    if paper_copy:
        for file in pdf.pdf(findings, output, checked):
            click.echo(f"As PDF it is at {file}")
    if show:
        click.launch(page.resolve().as_uri())
    ctx.exit(0 if said["holds"] and again.accepted else 1)


def _revisions(suite: Suite) -> dict[str, Any]:
    """What each revision of the paper changes, for its page."""
    from ..report.comparison_json import record
    from ..revise.find import comparisons

    return {"revisions": [record(found) for found in comparisons(suite)]}
