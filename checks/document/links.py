"""Links to lines, with their verdicts beside them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from .findings import Findings
from .markup import line_address
from .words import badge, span


def reference(findings: Findings, label: str, *, bare: bool = False, surely: bool = True) -> str:
    """A link to a line; with its verdict beside it unless ``bare``.

    If it is not ``surely`` in the document, it may be told without a link.
    """
    title = findings.title(label)
    link = (
        f'<a class="reference internal" {line_address(findings.name, label, surely=surely)} '
        f'title="{escape(title)}">{span("dv-line", escape(title))}</a>'
    )
    if bare:
        return link
    line = findings[label]
    style = "dv-ref" if line["holds"] else "dv-ref dv-ref-fails"
    return span(style, badge(line["verdict"], short=True) + link)


def references(findings: Findings, labels: Iterable[str], *, bare: bool = False) -> str:
    """Links to several lines, with commas between."""
    return ", ".join(reference(findings, label, bare=bare) for label in labels)
