"""The figures of a paper: drawn from the findings, with the lines that they rest on."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from .drawing import picture, swatch
from .findings import Findings
from .links import references
from .markup import written
from .words import paragraph, prose, said

Json = Any

_DOLLARS = re.compile(r"\$([^$]+)\$")


class panel_picture(nodes.General, nodes.Element):  # noqa: N801 - as docutils names its nodes
    """One panel of a figure, drawn."""


class key_swatch(nodes.Inline, nodes.Element):  # noqa: N801
    """A stretch of a curve in the key."""


def figures(findings: Findings) -> list[nodes.Node]:
    """Every figure with its caption; one that rests on a line that fails says so instead."""
    listed = findings.data.get("figures", [])
    if not listed:
        return [nodes.paragraph("", "No figures are declared for this paper.")]
    return [_figure(findings, figure) for figure in listed]


def _figure(findings: Findings, figure: Json) -> nodes.container:
    name = nodes.make_id(f"figure-{figure['label']}")
    numbered = figure["label"][:1].isdigit()
    title = f"Fig. {figure['label']}. {figure['title']}" if numbered else figure["title"]
    box = nodes.container(ids=[name], classes=["dv-figure"])
    box += nodes.rubric(title, title)
    if figure["reason"]:
        box += written(_refused(findings, figure))
    else:
        panels = nodes.container(classes=["dv-panels"])
        for number, panel in enumerate(figure["panels"]):
            panels += _panel(panel, f"{name}-{number}", figure["alt"])
        box += panels
    box += written(prose(figure["caption"], "dv-caption"), _sources(findings, figure))
    return box


def _refused(findings: Findings, figure: Json) -> str:
    told = said(f"Not drawn: {figure['reason']}.")
    if figure["failing"]:
        told = "Not drawn, because it would rest on what does not hold: "
        told += references(findings, figure["failing"])
    return paragraph(told, "dv-refusal")


def _sources(findings: Findings, figure: Json) -> str:
    told = "Would be computed from " if figure["reason"] else "Computed from "
    return paragraph(f"{told}{references(findings, figure['lines'])}.", "dv-follows")


def _panel(panel: Json, name: str, alt: str) -> nodes.container:
    box = nodes.container(classes=["dv-panel"])
    if panel["title"]:
        box += nodes.paragraph(panel["title"], panel["title"], classes=["dv-label"])
    box += panel_picture(panel=panel, name=name, alt=alt)
    named = [curve for curve in panel["curves"] if curve["name"]]
    if named:
        box += _key(named)
    return box


def _key(curves: list[Json]) -> nodes.paragraph:
    key = nodes.paragraph(classes=["dv-key"])
    for curve in curves:
        item = nodes.inline("", "", classes=["dv-key-item"])
        item += key_swatch(style=curve["style"], area=curve["area"])
        item += told(curve["name"])
        key += [item, nodes.Text(" ")]
    return key


def told(text: str) -> list[nodes.Node]:
    """Words with formulas between dollars."""
    parts: list[nodes.Node] = []
    for number, part in enumerate(_DOLLARS.split(text)):
        if part:
            parts.append(nodes.math(part, part) if number % 2 else nodes.Text(part))
    return parts


def _visit_picture(self: Any, node: panel_picture) -> None:
    self.body.append(picture(node["panel"], node["name"], node["alt"]) + "\n")
    raise nodes.SkipNode


def _visit_swatch(self: Any, node: key_swatch) -> None:
    self.body.append(swatch(escape(node["style"]), escape(node["area"])))
    raise nodes.SkipNode


def _text_picture(self: Any, node: panel_picture) -> None:
    self.add_text(f"[{node['alt']}]")
    raise nodes.SkipNode


def _skip(self: Any, node: nodes.Node) -> None:
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Tell Sphinx how figures are written."""
    skip, text = (_skip, None), (_text_picture, None)
    app.add_node(panel_picture, html=(_visit_picture, None), latex=skip, text=text, man=text)
    app.add_node(key_swatch, html=(_visit_swatch, None), latex=skip, text=skip, man=skip)
    app.add_css_file("figures.css")
