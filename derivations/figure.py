"""Figures of a paper: what is drawn, and from which of its lines.

A figure says nothing of its own.  A curve names a quantity of the paper and the lines
that say what it is (``Put``); where the paper leaves a function open, an ``Example``
stands for it, which has to satisfy the lines named.  Whoever draws takes the functions
from the lines' relations, and draws nothing that rests on a line that does not hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sympy import Expr, Symbol


@dataclass(frozen=True)
class Put:
    """Put in for ``target`` what the line ``label`` says it is.

    ``target`` is a symbol or a function of its variables, and stands on one side of an
    equation of the line or is linear in it; ``claim`` is the number of the accepted
    claim to take, where not the first that will do.
    """

    label: str
    target: Expr
    claim: int | None = None


@dataclass(frozen=True)
class Example:
    """A function that stands for one that the paper leaves open.

    Every line in ``satisfies`` must hold for it, at points where that is tried.
    """

    function: Expr
    value: Expr
    satisfies: tuple[str, ...]


@dataclass(frozen=True)
class Curve:
    """The curve (x, y) as ``variable`` runs from ``start`` to ``end``.

    ``name`` goes into the key, with formulas between dollars; a curve without a name is
    not in it.  ``style`` is ``main``, ``second``, ``dashed``, ``thin`` or ``none``;
    ``area`` is empty, ``light`` or ``strong``, and shades what lies between curve and axis.
    At ``jumps``, values of the variable, the curve is taken from both sides.
    """

    name: str
    x: Expr
    y: Expr
    variable: Symbol
    start: Any
    end: Any
    puts: tuple[Put, ...] = ()
    style: str = "main"
    area: str = ""
    points: int = 97
    jumps: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Tick:
    """A place on an axis, with what is written there in LaTeX; ``line`` draws a guide."""

    at: Any
    latex: str
    line: bool = False


@dataclass(frozen=True)
class Axis:
    """An axis from ``low`` to ``high``; ``latex`` is what it shows."""

    latex: str
    low: Any
    high: Any
    ticks: tuple[Tick, ...] = ()
    log: bool = False


@dataclass(frozen=True)
class Arrow:
    """An arrow between two points, with a label in LaTeX."""

    start: tuple[Any, Any]
    end: tuple[Any, Any]
    latex: str


@dataclass(frozen=True)
class Plot:
    """Curves between two axes; ``puts`` serve the places of ticks and arrows."""

    title: str
    x: Axis
    y: Axis
    curves: tuple[Curve, ...]
    arrows: tuple[Arrow, ...] = ()
    puts: tuple[Put, ...] = ()


@dataclass(frozen=True)
class Disc:
    """A round cross-section; how dark a ring is, is ``curve``: x its radius, y from 0 to 1.

    ``depth`` is the width of the outer layer in radii of the disc; ``labels`` are the LaTeX
    of radius, depth and what surrounds the disc.
    """

    title: str
    curve: Curve
    depth: Any
    labels: tuple[str, str, str]


@dataclass(frozen=True)
class Figure:
    """One figure: its panels, the values of the constants in it, and the lines it shows.

    ``rests`` are lines besides those that the curves put in; ``alt`` says what is seen.
    """

    label: str
    title: str
    caption: str
    alt: str
    panels: tuple[Plot | Disc, ...]
    values: Mapping[Symbol, Any] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    rests: tuple[str, ...] = ()


@dataclass(frozen=True)
class Slider:
    """A number as a function of order-one constants, each of which a reader may move.

    ``puts`` make ``quantity``, and each of the quantities ``also`` shown, a function of
    ``constants`` alone, given ``values`` of the rest.  ``claims`` are the labels of lines
    that state an interval for the number; ``rests`` are further lines that it rests on.
    The picture reaches from ``low`` to ``high``.
    """

    label: str
    title: str
    caption: str
    quantity: Expr
    constants: tuple[Symbol, ...]
    puts: tuple[Put, ...]
    low: Any
    high: Any
    values: Mapping[Symbol, Any] = field(default_factory=dict)
    also: tuple[Expr, ...] = ()
    claims: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()
