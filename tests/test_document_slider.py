"""The slider page: its script computes what the proved relation says, and nothing else."""

from __future__ import annotations

import json
import math
import re
from fractions import Fraction
from typing import Any

import pytest
import quickjs
from sympy import Rational

from checks.document.findings import Findings
from checks.document.slider import _Form as Form
from checks.document.slider import functions, scientific, sliders
from checks.load import load
from checks.plots.put import exactly
from checks.plots.slider import formula, slider
from checks.prefix import PrefixError
from derivations.errors import PaperError
from derivations.figure import Slider

PAPER = load("weisskopf1979")
HOLDING = {line.label: True for line in PAPER}
(DECLARED,) = PAPER.sliders
MADE = slider(PAPER, DECLARED, HOLDING)
NAMES = [constant["name"] for constant in MADE["constants"]]
RANGES = [[Fraction(end) for end in constant["range"]] for constant in MADE["constants"]]

#: Where in their ranges the constants stand.
PLACES = [
    [Fraction(1, 2)] * 6,
    [Fraction(0)] * 6,
    [Fraction(1), Fraction(1, 3), Fraction(1, 5), Fraction(2, 3), Fraction(3, 4), Fraction(1, 7)],
]


def at(places: list[Fraction]) -> list[Fraction]:
    return [low + (high - low) * k for (low, high), k in zip(RANGES, places, strict=True)]


def in_javascript(body: str, values: list[Fraction]) -> float:
    engine = quickjs.Context()
    call = f"((v) => {body})({json.dumps([float(value) for value in values])})"
    return float(engine.eval(call))


@pytest.mark.parametrize("places", PLACES)
def test_the_script_computes_what_the_relation_says(places: list[Fraction]) -> None:
    values = at(places)
    symbols = dict(zip(DECLARED.constants, map(exactly, values), strict=True))
    for body, quantity in zip(functions(MADE), (DECLARED.quantity, *DECLARED.also), strict=True):
        expected = formula(PAPER, DECLARED, quantity).subs(symbols).evalf(20)
        assert in_javascript(body, values) == pytest.approx(float(expected), rel=1e-13)


@pytest.mark.parametrize("places", PLACES)
def test_the_number_is_the_gap_written_down_independently(places: list[Fraction]) -> None:
    values = at(places)
    f, a, b, c, s, g = map(float, values)
    expected = b / (300 * f) * math.exp(-2 * math.pi * a * b**2 / (s * f**2 * c * g))
    assert NAMES == ["f", "a", "b", "c_p", "s", "g"]
    assert in_javascript(functions(MADE)[0], values) == pytest.approx(expected, rel=1e-12)


def test_the_claimed_interval_is_that_of_the_line() -> None:
    (claim,) = MADE["claims"]
    assert claim["label"] == "gap in atomic energies"
    assert Fraction(claim["low"]) < Fraction(1, 100000) < Fraction(1, 10000)
    assert Fraction(claim["high"]) / Fraction(claim["low"]) == pytest.approx(100, rel=2e-3)


def test_without_a_script_the_middle_values_are_shown() -> None:
    html = Form(MADE, "slider-x").html()
    middle = at(PLACES[0])
    value = formula(PAPER, DECLARED, DECLARED.quantity).subs(
        dict(zip(DECLARED.constants, map(exactly, middle), strict=True))
    )
    assert f"<output>{scientific(float(value))}</output>" in html
    assert html.count('type="range"') == html.count("disabled") == 6
    assert all(f'for="slider-x-{k}"' in html and f'id="slider-x-{k}"' in html for k in range(6))


def test_every_label_of_the_form_has_identifiers_of_its_own() -> None:
    found = re.findall(r' id="([^"]*)"', Form(MADE, "slider-x").html())
    assert len(found) == len(set(found))


def test_a_slider_is_refused_whichever_of_its_lines_fails() -> None:
    for label in MADE["lines"]:
        refused = slider(PAPER, DECLARED, {**HOLDING, label: False})
        assert refused["formulas"] == []
        assert f"({label})" in refused["reason"]


def findings_with(made: dict[str, Any]) -> Findings:
    lines = [
        {
            "label": x,
            "kind": "text",
            "verdict": "proved",
            "holds": x not in made["failing"],
            "symbols": [],
            "printed": "x",
        }
        for x in made["lines"]
    ]
    data = {"paper": {"name": "p"}, "lines": lines, "symbols": [], "chapters": []}
    return Findings({**data, "sliders": [made]})


def test_a_refused_slider_says_so_and_shows_no_number() -> None:
    refused = slider(PAPER, DECLARED, {**HOLDING, "23": False})
    (box,) = sliders(findings_with(refused))
    assert "Not shown: it rests on (23), which does not hold." in box.astext()
    assert "slider_form" not in str(box)
    (whole,) = sliders(findings_with(MADE))
    assert "slider_form" in str(whole)


def test_a_quantity_that_is_not_made_of_the_constants_is_refused() -> None:
    fewer = Slider(**{**vars(DECLARED), "constants": DECLARED.constants[1:]})
    assert "is left with f" in slider(PAPER, fewer, HOLDING)["reason"]
    with pytest.raises(PaperError, match="is left with f"):
        formula(PAPER, fewer, DECLARED.quantity)


@pytest.mark.parametrize("expression", [["alert", 1], "document.cookie", ["call", "fetch", 1]])
def test_findings_put_nothing_of_their_own_into_the_script(expression: Any) -> None:
    forged = {**MADE, "formulas": [{"latex": "x", "expression": expression}]}
    with pytest.raises(PrefixError):
        functions(forged)


def test_what_javascript_lacks_is_refused() -> None:
    forged = {**MADE, "formulas": [{"latex": "x", "expression": ["besselj", 1, "a"]}]}
    with pytest.raises(PaperError, match="cannot be written as JavaScript"):
        functions(forged)


@pytest.mark.parametrize(
    ("value", "told"),
    [(2.5e-5, "2.5·10⁻⁵"), (Rational(1, 2), "0.5"), (1.04, "1"), (1e-12, "1.0·10⁻¹²")],
)
def test_small_numbers_are_told_with_powers_of_ten(value: Any, told: str) -> None:
    assert scientific(float(value)) == told
