"""What the page's script needs: check boxes, and which line rests on which, as data."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from .findings import Findings, anchor
from .words import said, span


def on_screen(text: str) -> str:
    """Words about what a page does, which are left out on paper."""
    return span("dv-on-screen", said(text))


def assumption_box(label: str) -> str:
    """A ticked box for a premise."""
    return (
        f'<input type="checkbox" checked class="dv-tick" data-line="{escape(anchor(label))}" '
        f'aria-label="take {escape(label)} as given"> '
    )


def data_block(findings: Findings) -> str:
    """Which line rests directly on which, by their identifiers, for the script."""
    lines: dict[str, Any] = {
        anchor(line["label"]): {
            "title": findings.title(line["label"]),
            "verdict": line["verdict"],
            "from": [anchor(label) for label in line["premises"]],
        }
        for line in findings
    }
    text = json.dumps(lines, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
    return f'<script type="application/json" class="dv-lines">{text}</script>\n'
