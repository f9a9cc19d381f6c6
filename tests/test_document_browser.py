"""The document in a browser, opened from its files: nothing fails, and it does what it says."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urlparse

import pytest

from checks.document.build import build
from checks.document.findings import Findings, anchor
from checks.load import load
from checks.report.comparison_json import record
from checks.report.json_output import dumps
from checks.revise.find import comparisons, suite_of
from checks.revise.wanted import Wanted
from checks.run.decider import Decider
from checks.suite import Suite

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


@pytest.fixture(scope="module")
def findings(remembering: Decider) -> Findings:
    return Findings(json.loads(dumps(Suite(load("weisskopf1979"), remembering).run())))


@pytest.fixture(scope="module")
def site(findings: Findings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    return build({findings.name: json.dumps(findings.data)}, folder).parent


@pytest.fixture(scope="module")
def revised_site(
    findings: Findings, remembering: Decider, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The site with the pages of revisions, which take as long to decide as the paper."""
    suite = suite_of(load("weisskopf1979"), Wanted(), remembering)
    suite.run()
    revisions = [record(found) for found in comparisons(suite)]
    folder = tmp_path_factory.mktemp("revised")
    return build(
        {findings.name: json.dumps(findings.data | {"revisions": revisions})}, folder
    ).parent


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as running:
        sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = running.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        yield browser
        browser.close()


class Opened:
    """A page, and all that went wrong while it was open."""

    def __init__(self, browser: Any, file: Path, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.page.on("requestfailed", lambda request: self.wrong.append(request.url))
        self.page.on("request", self._requested)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", self._said)
        self.page.goto(file.as_uri())
        self.page.wait_for_load_state("load")

    def _requested(self, request: Any) -> None:
        if urlparse(request.url).scheme not in ("file", "data"):
            self.wrong.append(request.url)

    def _said(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(message.text)

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


@dataclass(frozen=True)
class Seen:
    """What was found on one page."""

    wrong: list[str]
    formulas: int
    empty: list[str]
    identifiers: set[str]
    links: list[str]
    widths: dict[int, int]


_LOOK = """() => {
  const formulas = [...document.querySelectorAll('.dv-math')];
  const empty = formulas.filter(e => {
    const svg = e.querySelector('svg');
    if (!svg) return true;
    const shut = e.closest('details:not([open])');
    return !shut && !(svg.getBoundingClientRect().width > 3);
  });
  return [
    formulas.length,
    empty.map(e => e.outerHTML.slice(0, 200)),
    [...document.querySelectorAll('[id]')].map(e => e.id),
    [...document.querySelectorAll('a')].map(e => e.href.baseVal ?? e.getAttribute('href'))
      .filter(Boolean),
  ];
}"""


@pytest.fixture(scope="module")
def seen(browser: Any, site: Path) -> dict[Path, Seen]:
    """Every page, opened once, wide and narrow."""
    found: dict[Path, Seen] = {}
    for file in sorted(site.rglob("*.html")):
        with Opened(browser, file, viewport={"width": 1400, "height": 900}) as opened:
            formulas, empty, identifiers, links = opened.page.evaluate(_LOOK)
            widths = {}
            for width in (1400, 390):
                opened.page.set_viewport_size({"width": width, "height": 900})
                widths[width] = opened.page.evaluate("document.documentElement.scrollWidth")
            found[file] = Seen(opened.wrong, formulas, empty, set(identifiers), links, widths)
    return found


def test_every_page_opens_from_its_file_without_a_request_or_an_error(
    seen: dict[Path, Seen],
) -> None:
    assert len(seen) > 15
    assert {file.name: one.wrong for file, one in seen.items() if one.wrong} == {}


def test_every_formula_is_typeset(seen: dict[Path, Seen], findings: Findings) -> None:
    assert {file.name: one.empty for file, one in seen.items() if one.empty} == {}
    assert sum(one.formulas for one in seen.values()) > len(findings.lines)


def test_no_page_is_wider_than_the_window(seen: dict[Path, Seen]) -> None:
    wide = {
        (file.name, width): found
        for file, one in seen.items()
        for width, found in one.widths.items()
        if found > width
    }
    assert wide == {}


def test_every_internal_link_and_graph_node_resolves(
    browser: Any, site: Path, seen: dict[Path, Seen], findings: Findings
) -> None:
    for file, one in seen.items():
        for link in one.links:
            address, fragment = urldefrag(link)
            if urlparse(address).scheme in ("http", "https", "mailto"):
                continue
            target = (file.parent / unquote(address)).resolve() if address else file
            assert target in seen, f"{file.name} → {link}"
            assert not fragment or unquote(fragment) in seen[target].identifiers, link
    graph = site / "papers" / findings.name / "graph.html"
    with Opened(browser, graph) as opened:
        nodes = opened.page.eval_on_selector_all(
            "svg.dv-graph .node",
            "all => all.map(e => [e.dataset.line, e.querySelector('a') !== null])",
        )
    assert {line for line, linked in nodes if linked} == {
        anchor(line["label"]) for line in findings
    }


def test_a_line_lights_up_what_it_rests_on(browser: Any, site: Path, findings: Findings) -> None:
    with Opened(browser, site / "papers" / findings.name / "graph.html") as opened:
        opened.page.locator(f'.node[data-line="{anchor("23")}"]').dispatch_event("pointerenter")
        lit = opened.page.eval_on_selector_all(".node.dv-on", "all => all.map(e => e.dataset.line)")
    assert set(lit) == {anchor(label) for label in [*findings["23"]["rests_on"], "23"]}


def test_unticking_a_premise_greys_out_what_rests_on_it(
    browser: Any, site: Path, findings: Findings
) -> None:
    premise = next(x for x in findings if x["verdict"] == "given" and 0 < len(x["used_by"]) < 100)
    with Opened(browser, site / "papers" / findings.name / "assumptions.html") as opened:
        grey = "all => all.map(e => e.dataset.line)"
        assert opened.page.eval_on_selector_all(".dv-greyed", grey) == []
        box = opened.page.locator(f'input[data-line="{anchor(premise["label"])}"]')
        box.uncheck()
        found = set(opened.page.eval_on_selector_all(".dv-greyed", grey))
        assert found == {anchor(label) for label in [*premise["used_by"], premise["label"]]}
        box.check()
        assert opened.page.eval_on_selector_all(".dv-greyed", grey) == []


def test_tapping_a_symbol_tells_what_it_is(browser: Any, site: Path, findings: Findings) -> None:
    with Opened(browser, site / "papers" / findings.name / "chapter-iii.html") as opened:
        opened.page.locator('.dv-quantity[data-q="omega_D"]').first.click(force=True, timeout=5000)
        assert "frequency" in opened.page.locator(".dv-tip").inner_text(timeout=5000)


def unreadable(browser: Any, file: Path, scheme: str) -> str:
    """What text of a page, all folds open, has less contrast than WCAG AA asks for."""
    with Opened(browser, file, color_scheme=scheme) as opened:
        opened.page.evaluate(
            "document.querySelectorAll('details').forEach(e => { e.open = true; })"
        )
        result = axe.Axe().run(opened.page, options={"runOnly": ["color-contrast"]})
        assert result.response["passes"] or result.response["violations"], file.name
        return f"{file.name}: {result.generate_report()[:2000]}" if result.violations_count else ""


@pytest.mark.sampled(2)
@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_no_text_is_below_the_contrast_of_wcag_aa(
    browser: Any, site: Path, findings: Findings, scheme: str
) -> None:
    for name in ("index", "chapter-iii"):
        file = site / "papers" / findings.name / f"{name}.html"
        assert unreadable(browser, file, scheme) == ""


@pytest.mark.nightly
@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_no_text_of_any_page_is_below_the_contrast_of_wcag_aa(
    browser: Any, revised_site: Path, scheme: str
) -> None:
    pages = sorted(revised_site.rglob("*.html"))
    assert sum(page.stem.startswith("revision-") for page in pages) == 10
    found = [unreadable(browser, page, scheme) for page in pages]
    assert [one for one in found if one] == []


def test_the_graph_is_seen_whole_and_then_as_large_as_wanted(
    browser: Any, site: Path, findings: Findings
) -> None:
    with Opened(browser, site / "papers" / findings.name / "graph.html") as opened:
        width = "document.querySelector('.dv-whole svg').getBoundingClientRect().width"
        whole, window = opened.page.evaluate(
            f"[{width}, document.querySelector('.dv-whole').getBoundingClientRect().width]"
        )
        assert whole <= window
        opened.page.get_by_role("button", name="larger").click()
        assert opened.page.evaluate(width) == pytest.approx(1.5 * whole, rel=0.01)
        opened.page.get_by_role("button", name="whole").click()
        assert opened.page.evaluate(width) == pytest.approx(whole, rel=0.01)


def test_the_graph_of_a_line_begins_at_the_line_itself(
    browser: Any, site: Path, findings: Findings
) -> None:
    with Opened(browser, site / "papers" / findings.name / "chapter-iv.html") as opened:
        opened.page.locator(f"#{anchor('23')} .dv-origins > summary").click()
        box = opened.page.locator(f"#{anchor('23')} .dv-graph-box")
        node = box.locator(f'.node[data-line="{anchor("23")}"]')
        assert node.is_visible()
        within = box.bounding_box()
        place = node.bounding_box()
        assert within["x"] <= place["x"] <= within["x"] + within["width"]


def test_a_printed_page_shows_what_is_folded(browser: Any, site: Path, findings: Findings) -> None:
    with Opened(browser, site / "papers" / findings.name / "chapter-iii.html") as opened:
        opened.page.emulate_media(media="print")
        opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert opened.page.locator("details.dv-fold:not([open])").count() == 0
        assert opened.page.locator(".dv-obligation").first.is_visible()
