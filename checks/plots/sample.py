"""Sample the curves of a paper's figures; what rests on a line that fails is not drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

from flint import arb
from sympy import Dummy, Expr, Rational
from sympy.core.function import AppliedUndef

from derivations.errors import PaperError
from derivations.expression import Vector
from derivations.figure import Axis, Curve, Disc, Example, Figure, Plot, Put
from derivations.paper import Paper
from derivations.relation import Equal, LeadingOrder

from .ball import Balls
from .put import resolved, values_in

Json = dict[str, Any]

#: Curves begin and end this part of their length inside their ends, where they may jump.
_INSIDE = Fraction(1, 10**7)
#: Where an example of a function is tried against the lines that it must satisfy.
_TRIED = (Rational(1, 3), Rational(9, 10), Rational(7, 5))


def lines_of(figure: Figure) -> list[str]:
    """The labels of the lines on which a figure rests, each once."""
    labels = dict.fromkeys(put.label for put in _puts(figure))
    for example in figure.examples:
        labels.update(dict.fromkeys(example.satisfies))
    return list({**labels, **dict.fromkeys(figure.rests)})


def _puts(figure: Figure) -> Iterator[Put]:
    for panel in figure.panels:
        curves = panel.curves if isinstance(panel, Plot) else (panel.curve,)
        for curve in curves:
            yield from curve.puts
        if isinstance(panel, Plot):
            yield from panel.puts


def sampled(paper: Paper, figure: Figure, holding: Mapping[str, bool]) -> Json:
    """The figure as JSON: its panels, or why it is not drawn.

    ``holding`` tells of every line whether it holds.  Raises ``PaperError`` for a figure
    that names a line that the paper does not have.
    """
    lines = [paper[label].label for label in lines_of(figure)]
    failing = [label for label in lines if not holding[label]]
    panels: list[Json] = []
    reason = ""
    if failing:
        verb = "does" if len(failing) == 1 else "do"
        reason = f"it rests on {', '.join(f'({x})' for x in failing)}, which {verb} not hold"
    else:
        try:
            drawn = _Sampler(paper, figure)
            panels = [drawn.panel(panel) for panel in figure.panels]
        except PaperError as error:
            reason = str(error)
    return {
        "label": figure.label,
        "title": figure.title,
        "caption": figure.caption,
        "alt": figure.alt,
        "lines": lines,
        "failing": failing,
        "reason": reason,
        "panels": panels,
    }


class _Sampler:
    def __init__(self, paper: Paper, figure: Figure) -> None:
        self._paper = paper
        self._figure = figure
        for example in figure.examples:
            for label in example.satisfies:
                self._try(example, label)

    def panel(self, panel: Plot | Disc) -> Json:
        if isinstance(panel, Disc):
            return {
                "kind": "disc",
                "title": panel.title,
                "curves": [self._curve(panel.curve)],
                "depth": _rounded(self._place(panel.depth, panel.curve.puts)),
                "labels": list(panel.labels),
            }
        return {
            "kind": "plot",
            "title": panel.title,
            "x": self._axis(panel.x, panel.puts),
            "y": self._axis(panel.y, panel.puts),
            "curves": [self._curve(curve) for curve in panel.curves],
            "arrows": [
                {
                    "points": " ".join(
                        ",".join(_number(self._place(part, panel.puts)) for part in end)
                        for end in (arrow.start, arrow.end)
                    ),
                    "latex": arrow.latex,
                }
                for arrow in panel.arrows
            ],
        }

    def _axis(self, axis: Axis, puts: Iterable[Put]) -> Json:
        return {
            "latex": axis.latex,
            "low": _rounded(self._place(axis.low, puts)),
            "high": _rounded(self._place(axis.high, puts)),
            "log": axis.log,
            "ticks": [
                {
                    "at": _rounded(self._place(tick.at, puts)),
                    "latex": tick.latex,
                    "line": tick.line,
                }
                for tick in axis.ticks
            ],
        }

    def _curve(self, curve: Curve) -> Json:
        return {
            "name": curve.name,
            "style": curve.style,
            "area": curve.area,
            "points": " ".join(f"{_number(x)},{_number(y)}" for x, y in self._points(curve)),
        }

    def _points(self, curve: Curve) -> Iterator[tuple[arb, arb]]:
        """The points; the variable may carry the sign that its declaration excludes."""
        along = Dummy(real=True)
        x, y = (
            Balls(self._at_values(side, curve.puts).xreplace({curve.variable: along}), along)
            for side in (curve.x, curve.y)
        )
        ends = (curve.start, *curve.jumps, curve.end)
        places = [_plain(self._at_values(end, curve.puts)) for end in ends]
        for start, end in pairwise(places):
            for k in range(curve.points):
                share = _INSIDE + (1 - 2 * _INSIDE) * Fraction(k, curve.points - 1)
                at = start + (end - start) * share
                yield x(at), y(at)

    def _place(self, value: Any, puts: Iterable[Put]) -> arb:
        return Balls(self._at_values(value, puts))()

    def _at_values(self, value: Any, puts: Iterable[Put]) -> Expr:
        found = resolved(self._paper, value, puts, self._figure.examples)
        return values_in(found, self._figure.values)

    def _try(self, example: Example, label: str) -> None:
        """Raise ``PaperError`` unless the example satisfies what the line says."""
        tried = 0
        for claim in self._paper[label].accepted:
            for link in claim.relation.links():
                if not isinstance(link, Equal | LeadingOrder):
                    continue
                left, right = link.sides[:2]
                if isinstance(left, Vector) or not (left - right).has(example.function.func):
                    continue
                tried += self._residual(left - right, label, str(example.function))
        if not tried:
            msg = f"nothing that ({label}) says of {example.function} can be tried"
            raise PaperError(msg)

    def _residual(self, difference: Expr, label: str, name: str) -> int:
        difference = self._at_values(difference, ())
        if difference.atoms(AppliedUndef):
            return 0
        free = sorted(difference.free_symbols, key=str)
        residual = Balls(difference, *free)
        for at in _TRIED:
            if not residual(*[at] * len(free)).contains(0):
                msg = f"the example for {name} does not satisfy ({label})"
                raise PaperError(msg)
        return 1


def _plain(place: Expr) -> Any:
    """A rational number as a fraction, which is much the quicker to reckon with."""
    return Fraction(int(place.p), int(place.q)) if isinstance(place, Rational) else place


def _number(value: arb) -> str:
    """Six digits, the same on every machine."""
    return f"{_rounded(value):g}"


def _rounded(value: arb) -> float:
    rounded = float(f"{float(value.mid()):.6g}")
    return 0.0 if abs(rounded) < 1e-9 else rounded
