"""The figures: computed from relations that hold, drawn alike everywhere, without colours."""

from __future__ import annotations

import math
import re
import subprocess
import sys
from typing import Any

import pytest
import scipy.integrate
import scipy.special
from sympy import Rational, exp, symbols

from checks.document.drawing import picture, points
from checks.document.figures import figures
from checks.document.findings import Findings
from checks.load import load
from checks.plots.ball import Balls
from checks.plots.put import value
from checks.plots.sample import lines_of, sampled
from derivations.dimension import NUMBER
from derivations.errors import PaperError
from derivations.figure import Axis, Curve, Example, Figure, Plot, Put
from derivations.paper import Paper
from derivations.relation import Equal
from derivations.rules import definition, identity

PAPER = load("weisskopf1979")
HOLDING = {line.label: True for line in PAPER}
FIGURES = {figure.label: figure for figure in PAPER.figures}


@pytest.fixture(scope="module")
def drawn() -> dict[str, Any]:
    return {label: sampled(PAPER, figure, HOLDING) for label, figure in FIGURES.items()}


def curve(figure: dict[str, Any], panel: int, number: int) -> list[tuple[float, float]]:
    return points(figure["panels"][panel]["curves"][number]["points"])


def pair_wave(x: float) -> float:
    """The wave of the pair at the distance x, in wavelengths, for the values of Fig. 3."""
    delta, band, r = 1 / 20, 1 / 2, 2 * math.pi * x

    def amplitude(energy: float) -> float:
        return 1 / (energy + delta)

    def wave(energy: float) -> float:
        return amplitude(energy) * math.sin(math.sqrt(1 + energy) * r)

    whole = scipy.integrate.quad(wave, 0, band, limit=400, epsabs=1e-12)[0]
    return float(whole / math.log(1 + band / delta))


#: Figure, panel, curve, and what it should be, written down independently.
KNOWN = [
    ("2", 0, 0, lambda x: -1.0 if x < 1 else 0.0),
    ("2", 0, 1, lambda x: -math.sin(2 * x)),
    ("3", 0, 0, lambda x: math.sin(2 * math.pi * x)),
    ("3", 1, 0, pair_wave),
    ("3", 2, 0, lambda x: 1 / (1 + x)),
    ("5", 0, 0, lambda x: 1.5 * math.sqrt(x)),
    ("5", 0, 2, lambda x: 1.5 * math.sqrt(x)),
    ("9", 0, 0, lambda x: 1.0),
    ("9", 0, 1, lambda x: math.exp(-x)),
    ("9", 0, 2, lambda x: 1.0),
    ("11", 0, 0, lambda x: scipy.special.iv(0, 8 * x) / scipy.special.iv(1, 8)),
    ("11", 1, 0, lambda x: scipy.special.iv(1, 8 * x) / scipy.special.iv(1, 8)),
    ("12", 0, 1, lambda x: (1 - math.cos(math.pi * x)) / 2),
    ("12", 1, 2, lambda x: (1 - math.cos(math.pi * x)) / 2),
    ("12", 1, 3, lambda x: math.pi**2 * x**2 / 4),
    ("binding energy", 0, 0, lambda x: 1 / (math.exp(1 / x) - 1)),
    ("binding energy", 0, 1, lambda x: math.exp(-1 / x)),
]


@pytest.mark.parametrize(("label", "panel", "number", "expected"), KNOWN)
def test_a_curve_is_what_an_independent_evaluation_gives(
    drawn: dict[str, Any], label: str, panel: int, number: int, expected: Any
) -> None:
    found = curve(drawn[label], panel, number)
    for x, y in found[1:-1:7]:
        if label == "2" and abs(x - 1) < 1e-6:
            continue
        assert y == pytest.approx(expected(x), abs=4e-4)  # x has six digits, and sin 2πx is steep


def test_the_shift_is_the_same_in_both_bands(drawn: dict[str, Any]) -> None:
    for panel, filled in ((0, 1.0), (1, 0.5)):
        found = curve(drawn["12"], panel, 2)
        assert found[0][0] == pytest.approx(-filled - 1 / 6, abs=1e-5)
        assert found[-1][0] == pytest.approx(filled - 1 / 6, abs=1e-5)


def test_every_figure_is_drawn_while_its_lines_hold(drawn: dict[str, Any]) -> None:
    assert {label: figure["reason"] for label, figure in drawn.items() if figure["reason"]} == {}


@pytest.mark.parametrize("label", FIGURES)
def test_a_figure_is_refused_whichever_of_its_lines_fails(label: str) -> None:
    figure = FIGURES[label]
    for line in lines_of(figure):
        refused = sampled(PAPER, figure, {**HOLDING, line: False})
        assert refused["panels"] == []
        assert refused["failing"] == [line]
        assert f"({line})" in refused["reason"]


def findings_with(figure: dict[str, Any]) -> Findings:
    lines = [
        {"label": x, "kind": "text", "verdict": "proved", "holds": x not in figure["failing"]}
        for x in figure["lines"]
    ]
    data = {"paper": {"name": "p"}, "lines": lines, "symbols": [], "chapters": []}
    return Findings({**data, "figures": [figure]})


def test_a_refused_figure_says_so_on_its_page() -> None:
    refused = sampled(PAPER, FIGURES["9"], {**HOLDING, "36": False})
    (box,) = figures(findings_with(refused))
    assert "Not drawn, because it would rest on what does not hold: " in box.astext()
    assert "panel_picture" not in str(box)
    (whole,) = figures(findings_with(sampled(PAPER, FIGURES["9"], HOLDING)))
    assert "Computed from" in whole.astext()
    assert "panel_picture" in str(whole)


def test_an_example_that_breaks_its_lines_is_refused() -> None:
    band = FIGURES["12"]
    (example,) = band.examples
    ((momentum,), old) = example.function.args, example.value
    odd = Example(example.function, old + momentum, example.satisfies)
    broken = Figure(
        band.label, band.title, band.caption, band.alt, band.panels, band.values, (odd,), band.rests
    )
    found = sampled(PAPER, broken, HOLDING)
    assert found["panels"] == []
    assert "does not satisfy (even band)" in found["reason"]


def test_pictures_have_no_colours_and_no_identifiers_in_common(drawn: dict[str, Any]) -> None:
    seen: set[str] = set()
    for label, figure in drawn.items():
        for number, panel in enumerate(figure["panels"]):
            svg = picture(panel, f"f-{label.replace(' ', '-')}-{number}", figure["alt"])
            own = set(re.findall(r' id="([^"]*)"', svg))
            assert own
            assert not own & seen
            seen |= own
            assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?!-)[\"';]|rgb|black|white", svg)
            assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', svg)) <= {
                "none",
                "currentColor",
                f"url(#f-{label.replace(' ', '-')}-{number}-g)",
            }


def test_a_picture_is_the_same_in_every_process(drawn: dict[str, Any]) -> None:
    script = (
        "from checks.load import load; from checks.plots.sample import sampled;"
        "from checks.document.drawing import picture; p = load('weisskopf1979');"
        "f = sampled(p, p.figures[-1], {x.label: True for x in p});"
        "print(picture(f['panels'][0], 'n', f['alt']), end='')"
    )
    other = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    figure = drawn[PAPER.figures[-1].label]
    assert other.stdout == picture(figure["panels"][0], "n", figure["alt"])


def small_paper() -> tuple[Paper, Any, Any]:
    paper = Paper("small", "Small", "")
    x = paper.notation.variable("x", NUMBER, "a number")
    y = paper.notation.quantity("y", NUMBER, "another")
    chapter = paper.chapter("I", "Small")
    chapter.equation("1", printed="y", states=[Equal(y, 2 * x)], follows=definition(y))
    chapter.equation("2", printed="x", states=[Equal(y**2, y * y)], follows=identity)
    return paper, x, y


def test_a_line_that_does_not_say_what_a_quantity_is_cannot_be_put_in() -> None:
    paper, _, y = small_paper()
    with pytest.raises(PaperError, match=r"\(2\) does not say what y is"):
        value(paper, Put("2", y))


def test_a_linear_equation_is_solved_for_what_is_asked() -> None:
    paper, x, y = small_paper()
    assert value(paper, Put("1", x)) == y / 2


def test_a_curve_with_a_quantity_that_has_no_value_is_refused_with_its_name() -> None:
    paper, x, y = small_paper()
    axis = Axis("x", 0, 1)
    plot = Plot("", axis, axis, (Curve("", x, y * exp(x), x, 0, 1),))
    found = sampled(paper, Figure("1", "", "", "", (plot,)), {"1": True, "2": True})
    assert found["reason"] == "y has no value"


def test_what_cannot_be_enclosed_is_no_number() -> None:
    t = symbols("t")
    with pytest.raises(PaperError, match="cannot be enclosed narrowly"):
        Balls(1 / t, t)(Rational(0))
