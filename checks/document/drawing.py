"""Draw the panels of a figure as SVG: colours by class, labels set as formulas are."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from .typeset import svg

Json = Any
Point = tuple[float, float]

_WIDTH, _HEIGHT = 420.0, 270.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 62.0, 44.0, 26.0, 32.0
TICK, LABEL = 15.0, 17.0
_BOX = re.compile(r'viewBox="([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)"')


def points(text: str) -> list[Point]:
    """The points of a curve as they stand in the findings.

    >>> points("0,1 0.5,0.25")
    [(0.0, 1.0), (0.5, 0.25)]
    """
    pairs = (pair.split(",") for pair in text.split())
    return [(float(x), float(y)) for x, y in pairs]


class Labels:
    """Formulas inside a picture; each gets identifiers of its own, beginning with ``name``."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._made = 0

    def at(self, latex: str, x: float, y: float, size: float, anchor: str = "middle") -> str:
        """The formula with its baseline at ``y``, and its anchor (start, middle, end) at ``x``."""
        self._made += 1
        picture = svg(latex, display=False)
        found = _BOX.search(picture)
        assert found is not None
        left, top, width, height = (float(part) for part in found.groups())
        scale = size / 1000
        x -= {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * width * scale
        inner = picture[picture.index(">") + 1 : picture.rindex("</svg>")]
        inner = re.sub(r"MJX-\d+-", f"{self._name}-{self._made}-", inner)
        return (
            f'<svg class="dv-label-tex" aria-label="{escape(latex)}" x="{fmt(x)}" '
            f'y="{fmt(y + top * scale)}" width="{fmt(width * scale)}" '
            f'height="{fmt(height * scale)}" viewBox="{left:g} {top:g} {width:g} {height:g}" '
            f'overflow="visible">{inner}</svg>'
        )


def picture(panel: Json, name: str, alt: str) -> str:
    """The SVG of a panel; ``name`` begins its identifiers, ``alt`` says what is seen."""
    if panel["kind"] == "disc":
        return _Disc(panel, name).svg(alt)
    return _Plot(panel, name).svg(alt)


def swatch(style: str, area: str) -> str:
    """A short stretch of a curve, for the key."""
    shade = f'<rect class="dv-area-{area}" x="0" y="2" width="30" height="10"/>' if area else ""
    line = "" if style == "none" else f'<path class="dv-curve dv-curve-{style}" d="M0 7H30"/>'
    return (
        '<svg class="dv-swatch" aria-hidden="true" width="30" height="14" '
        f'viewBox="0 0 30 14">{shade}{line}</svg>'
    )


@dataclass(frozen=True)
class Scale:
    """From the values on an axis to a picture's coordinates."""

    axis: Json
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The coordinate of ``value``."""
        low: float = self.axis["low"]
        high: float = self.axis["high"]
        if self.axis["log"]:
            low, high, value = math.log10(low), math.log10(high), math.log10(value)
        return self.start + (value - low) / (high - low) * (self.end - self.start)


class _Plot:
    def __init__(self, panel: Json, name: str) -> None:
        self._panel = panel
        self._labels = Labels(name)
        self._x = Scale(panel["x"], _LEFT, _WIDTH - _RIGHT)
        self._y = Scale(panel["y"], _HEIGHT - _BOTTOM, _TOP)

    def svg(self, alt: str) -> str:
        parts = [*self._guides(), *self._areas(), *self._axes(), *self._curves(), *self._arrows()]
        return framed("dv-plot", _WIDTH, _HEIGHT, alt, parts)

    def _guides(self) -> Iterator[str]:
        for tick in self._panel["x"]["ticks"]:
            if tick["line"]:
                x = fmt(self._x(tick["at"]))
                yield f'<path class="dv-guide" d="M{x} {fmt(_TOP)}V{fmt(_HEIGHT - _BOTTOM)}"/>'
        for tick in self._panel["y"]["ticks"]:
            if tick["line"]:
                y = fmt(self._y(tick["at"]))
                yield f'<path class="dv-guide" d="M{fmt(_LEFT)} {y}H{fmt(_WIDTH - _RIGHT)}"/>'

    def _areas(self) -> Iterator[str]:
        for curve in self._panel["curves"]:
            if curve["area"]:
                yield f'<path class="dv-area-{curve["area"]}" d="{self._closed(curve)}Z"/>'

    def _curves(self) -> Iterator[str]:
        for curve in self._panel["curves"]:
            if curve["style"] != "none":
                line = self._closed(curve) if curve["area"] else path(self._places(curve))
                yield f'<path class="dv-curve dv-curve-{curve["style"]}" d="{line}"/>'

    def _closed(self, curve: Json) -> str:
        """A curve with both ends brought down to the axis."""
        axis = self._panel["y"]
        base = self._y(axis["low"] if axis["log"] else max(axis["low"], min(0.0, axis["high"])))
        places = self._places(curve)
        return path([(places[0][0], base), *places, (places[-1][0], base)])

    def _places(self, curve: Json) -> list[Point]:
        return [(self._x(x), self._y(y)) for x, y in points(curve["points"])]

    def _axes(self) -> Iterator[str]:
        foot, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
        frame = f"M{fmt(_LEFT)} {fmt(_TOP - 8)}V{fmt(foot)}H{fmt(right + 8)}"
        yield f'<path class="dv-axis" d="{frame}"/>'
        yield _head((right + 10, foot), 0.0) + _head((_LEFT, _TOP - 10), -math.pi / 2)
        for tick in self._panel["x"]["ticks"]:
            x = self._x(tick["at"])
            yield f'<path class="dv-axis" d="M{fmt(x)} {fmt(foot)}v4"/>'
            yield self._labels.at(tick["latex"], x, foot + 20, TICK)
        for tick in self._panel["y"]["ticks"]:
            y = self._y(tick["at"])
            yield f'<path class="dv-axis" d="M{fmt(_LEFT)} {fmt(y)}h-4"/>'
            yield self._labels.at(tick["latex"], _LEFT - 8, y + 4, TICK, "end")
        if self._panel["x"]["latex"]:
            yield self._labels.at(self._panel["x"]["latex"], right + 15, foot + 5, LABEL, "start")
        if self._panel["y"]["latex"]:
            yield self._labels.at(self._panel["y"]["latex"], _LEFT + 10, _TOP - 6, LABEL, "start")

    def _arrows(self) -> Iterator[str]:
        for arrow in self._panel["arrows"]:
            start, end = ((self._x(x), self._y(y)) for x, y in points(arrow["points"]))
            yield _arrow(start, end)
            middle = (start[0] + end[0]) / 2
            yield self._labels.at(arrow["latex"], middle, min(start[1], end[1]) - 7, 13)


class _Disc:
    """A cross-section: the darkness of its rings, its radius, its layer, the field around it."""

    _SIZE, _RADIUS = 290.0, 108.0

    def __init__(self, panel: Json, name: str) -> None:
        self._panel = panel
        self._name = name
        self._labels = Labels(name)

    def svg(self, alt: str) -> str:
        middle, radius = self._SIZE / 2, self._RADIUS
        inner = radius * (1 - self._panel["depth"])
        parts = [
            self._gradient(),
            f'<circle fill="url(#{self._name}-g)" cx="{fmt(middle)}" cy="{fmt(middle)}" '
            f'r="{fmt(radius)}"/>',
            f'<circle class="dv-axis" cx="{fmt(middle)}" cy="{fmt(middle)}" r="{fmt(radius)}"/>',
            f'<circle class="dv-guide" cx="{fmt(middle)}" cy="{fmt(middle)}" r="{fmt(inner)}"/>',
            *self._lengths(middle, inner),
            *self._field(middle),
        ]
        return framed("dv-disc", self._SIZE, self._SIZE, alt, parts)

    def _gradient(self) -> str:
        stops = "".join(
            f'<stop class="dv-stop" offset="{fmt(r)}" stop-opacity="{min(1.0, y * 0.9):.3f}"/>'
            for r, y in points(self._panel["curves"][0]["points"])
        )
        return f'<defs><radialGradient id="{self._name}-g">{stops}</radialGradient></defs>'

    def _lengths(self, middle: float, inner: float) -> Iterator[str]:
        up, level = math.radians(-40), middle
        rim = (middle + self._RADIUS * math.cos(up), middle + self._RADIUS * math.sin(up))
        radius, depth, _ = self._panel["labels"]
        yield f'<circle class="dv-dot" cx="{fmt(middle)}" cy="{fmt(middle)}" r="2"/>'
        yield _arrow((middle, middle), rim)
        yield self._labels.at(radius, middle + 34, middle - 42, LABEL)
        yield _arrow((middle - inner + 24, level), (middle - inner, level))
        yield _arrow((middle - self._RADIUS - 24, level), (middle - self._RADIUS, level))
        yield self._labels.at(depth, middle - inner + 32, level + 5, LABEL, "start")

    def _field(self, middle: float) -> Iterator[str]:
        around = self._RADIUS + 16
        low, high = math.radians(115), math.radians(25)
        start, end = (
            (middle + around * math.cos(angle), middle + around * math.sin(angle))
            for angle in (low, high)
        )
        arc = f"A{fmt(around)} {fmt(around)} 0 0 0 {fmt(end[0])} {fmt(end[1])}"
        yield f'<path class="dv-curve dv-curve-second" d="M{fmt(start[0])} {fmt(start[1])}{arc}"/>'
        yield _head(end, high - math.pi / 2, "dv-head-second")
        label = math.radians(70)
        x, y = (around + 16) * math.cos(label), (around + 16) * math.sin(label)
        yield self._labels.at(self._panel["labels"][2], middle + x, middle + y + 4, LABEL)


def framed(kind: str, width: float, height: float, alt: str, parts: list[str]) -> str:
    """The whole picture, of class ``kind``; ``alt`` says what is seen in it."""
    return (
        f'<svg class="{kind}" xmlns="http://www.w3.org/2000/svg" role="img" '
        f'aria-label="{escape(alt)}" viewBox="0 0 {fmt(width)} {fmt(height)}" '
        f'width="{fmt(width)}" height="{fmt(height)}">{"".join(parts)}</svg>'
    )


def path(places: list[Point]) -> str:
    """Straight lines from one place to the next."""
    return "M" + "L".join(f"{fmt(x)} {fmt(y)}" for x, y in places)


def _arrow(start: Point, end: Point) -> str:
    turn = math.atan2(end[1] - start[1], end[0] - start[0])
    return (
        f'<path class="dv-axis" d="M{fmt(start[0])} {fmt(start[1])}L{fmt(end[0])} {fmt(end[1])}"/>'
        + _head(end, turn)
    )


def _head(tip: Point, turn: float, kind: str = "dv-head") -> str:
    """The head of an arrow that points in the direction ``turn``."""
    corners = [tip]
    for side in (-0.42, 0.42):
        back = turn + math.pi + side
        corners.append((tip[0] + 8 * math.cos(back), tip[1] + 8 * math.sin(back)))
    return f'<path class="{kind}" d="{path(corners)}Z"/>'


def fmt(value: float) -> str:
    """A fmt, the same on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
