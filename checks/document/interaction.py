"""What the page's script needs: check boxes, and which line rests on which, as data."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from docutils import nodes

from .findings import Findings, anchor


def on_screen(text: str) -> nodes.inline:
    """Words about what a page does, which are left out on paper."""
    return nodes.inline(text, text, classes=["dv-on-screen"])


def assumption_box(label: str) -> nodes.raw:
    """A ticked box for a premise."""
    html = (
        f'<input type="checkbox" checked class="dv-tick" data-line="{escape(anchor(label))}" '
        f'aria-label="take {escape(label)} as given"> '
    )
    return nodes.raw("", html, format="html")


def data_block(findings: Findings) -> nodes.raw:
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
    html = f'<script type="application/json" class="dv-lines">{text}</script>\n'
    return nodes.raw("", html, format="html")
