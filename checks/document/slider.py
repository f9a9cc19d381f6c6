"""A page on which a reader moves the constants of order one, and sees what a number does."""

from __future__ import annotations

import json
import math
import re
from fractions import Fraction
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from derivations.errors import PaperError

from ..prefix import read
from .drawing import LABEL, TICK, Labels, Scale, fmt, framed, path
from .findings import Findings
from .formulas import formula
from .links import reference, references
from .markup import Part, written
from .typeset import svg
from .words import lowered, paragraph, prose, rubric, said

Json = Any

_BOX = {"left": 66.0, "right": 384.0, "top": 26.0, "foot": 232.0}
_POINTS = 121


class slider_form(nodes.General, nodes.Element):  # noqa: N801 - as docutils names its nodes
    """The constants, each with its slider, the number, and its picture."""


def sliders(findings: Findings) -> list[nodes.Node]:
    """Every slider declared for the paper; one that rests on a line that fails says so instead."""
    listed = findings.data.get("sliders", [])
    if not listed:
        return [nodes.paragraph("", "No sliders are declared for this paper.")]
    return [_slider(findings, slider) for slider in listed]


def _slider(findings: Findings, slider: Json) -> nodes.container:
    name = nodes.make_id(f"slider-{slider['label']}")
    parts: list[Part] = [rubric(slider["title"]), prose(slider["caption"], "dv-caption")]
    sources = references(findings, slider["lines"])
    if slider["reason"]:
        parts += [
            paragraph(said(f"Not shown: {slider['reason']}."), "dv-refusal"),
            paragraph(f"Would be computed from {sources}.", "dv-follows"),
        ]
    else:
        for claim in slider["claims"]:
            line = findings[claim["label"]]
            told = f"The paper claims, in {reference(findings, claim['label'])}:"
            parts += [paragraph(told, "dv-claim"), formula(line["printed"], findings, line)]
        parts += [
            slider_form(slider=slider, name=name),
            paragraph(f"Computed from {sources}.", "dv-follows"),
        ]
    box = nodes.container(ids=[name], classes=["dv-slider"])
    box += written(*parts)
    return box


# -- formulas -----------------------------------------------------------------------


def functions(slider: Json) -> list[str]:
    """The slider's formulas as bodies of JavaScript functions of the list ``v`` of constants.

    >>> slider = {"constants": [{"name": "b"}], "formulas": [{"expression": ["^", "b", 2]}]}
    >>> functions(slider)
    ['Math.pow(v[0], 2)']
    """
    from sympy import Symbol, jscode

    names = {c["name"]: Symbol(f"v[{k}]") for k, c in enumerate(slider["constants"])}
    found = []
    for each in slider["formulas"]:
        try:
            found.append(str(jscode(read(each["expression"], names), strict=True)))
        except NotImplementedError as error:
            msg = f"the slider {slider['label']!r} cannot be written as JavaScript: {error}"
            raise PaperError(msg) from None
    return found


def _value(form: Any, values: dict[str, float]) -> float:
    from sympy import Expr, Symbol

    names = {name: Symbol(name) for name in values}
    expression = read(form, names)
    assert isinstance(expression, Expr)
    return float(expression.evalf(15, subs={names[name]: value for name, value in values.items()}))


def scientific(value: float) -> str:
    """Two digits and a power of ten, as a reader writes them.

    >>> scientific(0.0000252), scientific(1.5), scientific(0.84)
    ('2.5·10⁻⁵', '1.5', '0.84')
    """
    if 0.01 <= value < 1000:
        return f"{value:.2g}"
    digits, power = f"{value:.1e}".split("e")
    return f"{digits}·10{str(int(power)).translate(_RAISED)}"


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


# -- the page -----------------------------------------------------------------------


class _Form:
    def __init__(self, slider: Json, name: str) -> None:
        self._slider, self._name = slider, name
        self._made = 0
        self._constants = slider["constants"]
        self._ranges = [
            tuple(float(Fraction(end)) for end in constant["range"]) for constant in self._constants
        ]
        self._middle = {
            constant["name"]: (low + high) / 2
            for constant, (low, high) in zip(self._constants, self._ranges, strict=True)
        }

    def html(self) -> str:
        rows = "".join(self._row(number) for number in range(len(self._constants)))
        shown = "".join(self._shown(number) for number in range(len(self._slider["formulas"])))
        data = json.dumps(self._data(), ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
        bodies = ", ".join(f"(v) => {body}" for body in functions(self._slider))
        return (
            f'<div class="dv-slider-box"><form class="dv-sliders">{rows}'
            '<button type="button" hidden>middle values</button>'
            "<noscript><p>Shown for the middle of each range; to move the constants, allow this "
            "page its script.</p></noscript></form>"
            f'<div class="dv-slider-seen">{self._picture()}'
            f'<p class="dv-shown" aria-live="polite">{shown}</p>'
            '<p class="dv-judged" aria-live="polite"></p></div>'
            f'<script type="application/json" class="dv-slider-data">{data}</script>'
            f"<script>(window.derivationsFormulas ??= {{}})[{json.dumps(self._name)}] = "
            f"[{bodies}];</script></div>\n"
        )

    def _data(self) -> Json:
        axis = [float(Fraction(self._slider[end])) for end in ("low", "high")]
        claims = [[float(Fraction(c[end])) for end in ("low", "high")] for c in self._claims()]
        return {"ranges": self._ranges, "axis": axis, "box": _BOX, "claims": claims}

    def _claims(self) -> list[Json]:
        found: list[Json] = self._slider["claims"]
        return found

    def _tex(self, latex: str) -> str:
        self._made += 1
        picture = svg(latex, display=False)
        picture = re.sub(r"MJX-\d+-", f"{self._name}-i{self._made}-", picture)
        return picture.replace("<svg ", f'<svg aria-label="{escape(latex)}" ', 1)

    def _row(self, number: int) -> str:
        constant, (low, high) = self._constants[number], self._ranges[number]
        middle = self._middle[constant["name"]]
        ident = f"{self._name}-{number}"
        return (
            f'<div class="dv-slider-row"><label for="{ident}">{self._tex(constant["latex"])}'
            f'<span class="dv-slider-meaning">{lowered(constant["meaning"])}</span></label>'
            f'<input type="range" id="{ident}" min="{low:g}" max="{high:g}" '
            f'step="{(high - low) / 200:g}" value="{middle:g}" disabled>'
            f'<output for="{ident}">{middle:.2f}</output></div>'
        )

    def _shown(self, number: int) -> str:
        each = self._slider["formulas"][number]
        value = scientific(_value(each["expression"], self._middle))
        kind = "dv-shown-main" if number == 0 else "dv-shown-also"
        return f'<span class="{kind}">{self._tex(each["latex"])} = <output>{value}</output></span> '

    def _picture(self) -> str:
        """The number as the first constant runs over its range, the rest in the middle."""
        labels = Labels(f"{self._name}-p")
        axis = {"low": float(Fraction(self._slider["low"])), "log": True}
        axis["high"] = float(Fraction(self._slider["high"]))
        y = Scale(axis, _BOX["foot"], _BOX["top"])
        parts = [*self._bands(y), *self._axes(y, axis, labels), *self._curve(y)]
        latex = self._slider["formulas"][0]["latex"]
        alt = f"{latex} on a logarithmic scale over the constant moved last"
        return framed("dv-plot dv-slider-plot", 420, 270, alt, parts)

    def _bands(self, y: Scale) -> list[str]:
        left, width = fmt(_BOX["left"]), fmt(_BOX["right"] - _BOX["left"])
        found = []
        for claim in self._claims():
            low, high = (y(float(Fraction(claim[end]))) for end in ("low", "high"))
            found.append(
                f'<rect class="dv-area-light dv-claimed" x="{left}" y="{fmt(high)}" '
                f'width="{width}" height="{fmt(low - high)}"/>'
            )
        return found

    def _axes(self, y: Scale, axis: Json, labels: Labels) -> list[str]:
        left, right, foot = _BOX["left"], _BOX["right"], _BOX["foot"]
        found = [
            f'<path class="dv-axis" d="M{fmt(left)} {fmt(_BOX["top"] - 6)}'
            f'V{fmt(foot)}H{fmt(right)}"/>'
        ]
        lowest, highest = (round(math.log10(axis[end])) for end in ("low", "high"))
        for power in range(lowest, highest + 1):
            place = y(10.0**power)
            found.append(f'<path class="dv-axis" d="M{fmt(left)} {fmt(place)}h-4"/>')
            if (power - highest) % 2 == 0:
                latex = f"10^{{{power}}}"
                found.append(labels.at(latex, left - 8, place + 5, TICK, "end"))
        name = self._slider["formulas"][0]["latex"].replace(r"\frac", r"\tfrac")
        found.append(labels.at(name, left + 10, _BOX["top"] + 2, LABEL, "start"))
        low, high = self._ranges[0]
        for place, text, kind in ((left, low, "low"), (right, high, "high")):
            found.append(
                f'<text class="dv-slider-{kind}" x="{fmt(place)}" '
                f'y="{fmt(foot + 19)}" text-anchor="middle">{text:.3g}</text>'
            )
        for number, constant in enumerate(self._constants):
            hidden = "" if number == 0 else ' style="display:none"'
            label = labels.at(constant["latex"], (left + right) / 2, foot + 22, LABEL)
            found.append(f'<g class="dv-slider-axis"{hidden}>{label}</g>')
        return found

    def _curve(self, y: Scale) -> list[str]:
        low, high = self._ranges[0]
        x = Scale({"low": low, "high": high, "log": False}, _BOX["left"], _BOX["right"])
        first = self._constants[0]["name"]
        form = self._slider["formulas"][0]["expression"]
        places = []
        for k in range(_POINTS):
            at = low + (high - low) * k / (_POINTS - 1)
            value = _value(form, {**self._middle, first: at})
            places.append((x(at), min(_BOX["foot"], max(_BOX["top"], y(value)))))
        middle = self._middle[first]
        dot = (x(middle), y(_value(form, self._middle)))
        return [
            f'<path class="dv-curve dv-curve-main dv-slider-curve" d="{path(places)}"/>',
            f'<circle class="dv-slider-dot" cx="{fmt(dot[0])}" cy="{fmt(dot[1])}" r="5"/>',
        ]


def _visit(self: Any, node: slider_form) -> None:
    self.body.append(_Form(node["slider"], node["name"]).html())
    raise nodes.SkipNode


def _skip(self: Any, node: nodes.Node) -> None:
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Tell Sphinx how a slider is written."""
    skip = (_skip, None)
    app.add_node(slider_form, html=(_visit, None), latex=skip, text=skip, man=skip)
    app.add_js_file("slider.js", loading_method="defer")
