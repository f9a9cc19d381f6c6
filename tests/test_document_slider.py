"""The slider page: its script computes what the proved relation says, and nothing else."""

from __future__ import annotations

import json
import math
import re
import shutil
from collections.abc import Iterator
from fractions import Fraction
from importlib import resources
from pathlib import Path
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


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Any]:
    """The form in a browser, with the script of the pages."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    script = resources.files("checks.document").joinpath("static/slider.js").read_text("utf-8")
    form = Form(MADE, "slider-x").html()
    file = tmp_path / "page.html"
    file.write_text(
        f'<!doctype html><meta charset="utf-8"><div class="dv-slider" id="slider-x">{form}</div>'
        f"<script>{script}</script>",
        encoding="utf-8",
    )
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(file.as_uri())
        yield page
        browser.close()
        assert wrong == []


def test_a_key_moves_a_constant_and_all_that_is_shown(opened: Any) -> None:
    number, curve = opened.locator(".dv-shown output").first, opened.locator(".dv-slider-curve")
    before = curve.get_attribute("d")
    assert opened.locator(".dv-judged").text_content() == "Within what the paper claims."
    opened.locator("#slider-x-2").press("End")
    values = at(PLACES[0])
    values[2] = RANGES[2][1]
    assert number.text_content() == scientific(in_javascript(functions(MADE)[0], values))
    assert opened.locator("#slider-x-2 + output").text_content() == "12.00"
    assert curve.get_attribute("d") != before
    assert opened.locator(".dv-slider-high").text_content() == "12"
    assert opened.locator(".dv-judged").text_content() == "Below what the paper claims."
    opened.get_by_role("button", name="middle values").click()
    assert opened.locator(".dv-judged").text_content() == "Within what the paper claims."


def test_before_anything_is_moved_the_script_draws_what_the_page_came_with(opened: Any) -> None:
    came = re.search(r'dv-slider-curve" d="([^"]*)"', Form(MADE, "slider-x").html())
    assert came
    pairs = [
        [float(part) for part in re.split(r"[ ML]", path) if part]
        for path in (came.group(1), opened.locator(".dv-slider-curve").get_attribute("d"))
    ]
    assert pairs[0] == pytest.approx(pairs[1], abs=0.02)
