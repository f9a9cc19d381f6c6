"""The document: every line once, with its verdict; what changes is rebuilt, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sphinx.testing.util import SphinxTestApp

from checks.document import graph
from checks.document.annotate import annotated
from checks.document.build import build
from checks.document.findings import Findings, anchor
from checks.document.typeset import FormulaError, svg
from checks.document.words import SHAPES
from checks.load import load
from checks.report.json_output import dumps
from checks.suite import Suite
from checks.verdict import Verdict
from derivations.errors import PaperError

MECHANICS = Path(__file__).parent / "papers" / "mechanics.py"


@pytest.fixture(scope="module")
def report() -> str:
    return dumps(Suite(load(str(MECHANICS))).run())


@pytest.fixture(scope="module")
def site(report: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build({"mechanics": report}, tmp_path_factory.mktemp("report")).parent


def page(site: Path, name: str) -> str:
    return (site / "papers" / "mechanics" / f"{name}.html").read_text(encoding="utf-8")


def whole(site: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in site.rglob("chapter-*.html"))


def test_every_line_has_one_entry_with_its_verdict(site: Path, report: str) -> None:
    findings = Findings(json.loads(report))
    text = whole(site)
    for line in findings:
        entries = re.findall(rf'<section class="([^"]*)" id="{anchor(line["label"])}"', text)
        assert len(entries) == 1
        assert "dv-" + line["verdict"].replace(" ", "-") in entries[0]


def test_a_line_that_fails_says_so_in_words(site: Path, report: str) -> None:
    findings = Findings(json.loads(report))
    failing = [line for line in findings if line["verdict"] not in SHAPES or line["reason"]]
    assert failing
    for line in failing:
        entry = whole(site).partition(f'id="{anchor(line["label"])}"')[2].partition("<section")[0]
        assert f'dv-word">{line["verdict"]}' in entry
        assert "It fails: " in entry


def test_every_verdict_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == {str(verdict) for verdict in Verdict}
    assert len(set(SHAPES.values())) == len(SHAPES)
    assert set(graph.SHAPES) == set(SHAPES)
    assert len(set(graph.SHAPES.values())) == len(SHAPES)


def test_nothing_in_the_pages_comes_from_elsewhere(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|img|iframe|source)[^>]* src="([^"]+)"', text)
        loaded += re.findall(r'<link[^>]* rel="stylesheet"[^>]* href="([^"]+)"', text)
        assert loaded
        assert not [address for address in loaded if "//" in address]


def test_the_inventory_lists_every_line(site: Path, report: str) -> None:
    from sphinx.util.inventory import InventoryFile

    with (site / "objects.inv").open("rb") as file:
        inventory = InventoryFile.load(file, "", lambda base, uri: uri)
    assert set(inventory["derivation:equation"]) == {
        f"mechanics:{line['label']}" for line in json.loads(report)["lines"]
    }


def test_the_edges_of_the_graph_lead_from_premises_and_leave_out_what_others_imply(
    report: str,
) -> None:
    findings = Findings(json.loads(report))
    edges = set(graph.edges(findings))
    reached: dict[str, set[str]] = {line["label"]: set() for line in findings}
    for _ in findings:
        for start, end in edges:
            reached[end] |= {start} | reached[start]
    assert edges
    assert all(reached[line["label"]] == set(line["rests_on"]) for line in findings)


class Project:
    """Somebody's own documentation, with a page for the first line and one for the rest."""

    def __init__(self, folder: Path, report: str) -> None:
        self.folder, self.data = folder, json.loads(report)
        self.labels = [line["label"] for line in self.data["lines"]]
        (folder / "conf.py").write_text(
            "extensions = ['checks.document']\n"
            "derivations_findings = {'mechanics': 'mechanics.json'}\n"
            "html_math_renderer = 'svg'\n"
        )
        first, *rest = self.labels
        self.write("index", ["graph::"], ":derivation:eq:`" + first + "`")
        self.write("first", [f"equation:: {first}"])
        self.write("rest", [f"equation:: {label}" for label in rest])
        self.write("other", [], "Nothing of the paper.")

    def write(self, name: str, calls: list[str], text: str = "") -> None:
        body = "\n\n".join(f".. derivation:{call}" for call in calls)
        (self.folder / f"{name}.rst").write_text(f":orphan:\n\n{name}\n=====\n\n{text}\n\n{body}\n")

    def build(self) -> tuple[set[str], str]:
        """Build; the pages that were written, and the warnings."""
        (self.folder / "mechanics.json").write_text(json.dumps(self.data))
        app = SphinxTestApp(buildername="html", srcdir=self.folder)
        written: set[str] = set()
        app.connect("html-page-context", lambda app, name, *rest: written.add(name))
        try:
            app.build()
            pages = {file.stem for file in self.folder.glob("*.rst")}
            return written & pages, app.warning.getvalue()
        finally:
            app.cleanup()


def test_only_pages_that_show_a_changed_verdict_are_rewritten(report: str, tmp_path: Path) -> None:
    project = Project(tmp_path, report)
    assert project.build()[0] == {"index", "first", "rest", "other"}
    assert project.build()[0] == set()
    user = next(line for line in project.data["lines"] if not line["premises"] and line["used_by"])
    alone = next(
        line
        for line in project.data["lines"]
        if line["label"] != project.labels[0]
        and project.labels[0] not in line["premises"]
        and line["label"] not in project.data["lines"][0]["premises"]
    )
    alone["note"] = "Another note."
    assert project.build()[0] == {"rest"}
    assert user["label"] == project.labels[0]
    user["verdict"], user["holds"] = "undecided", False
    assert project.build()[0] == {"index", "first", "rest"}


def test_an_overview_is_rewritten_when_what_it_tells_of_changes(
    report: str, tmp_path: Path
) -> None:
    project = Project(tmp_path, report)
    for name in ("slips", "symbols", "numbers"):
        project.write(name, [f"{name}::"])
    project.build()
    slip = next(line for line in project.data["lines"] if line["accepted"])
    slip["accepted"]["because"] = "of another reason"
    assert project.build()[0] == {"rest", "slips"}
    project.data["symbols"][0]["meaning"] = "something else"
    assert "symbols" in project.build()[0]
    alone = next(line for line in project.data["lines"] if not line["accepted"])
    alone["verdict"] = "undecided"
    assert not project.build()[0] & {"slips", "symbols", "numbers"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (".. derivation:equation:: 99", "there is no line (99)"),
        (".. derivation:chapter:: XX", "there is no chapter XX"),
        (".. derivation:slips::\n   :paper: other", "there is no paper 'other'"),
        (":derivation:eq:`99`", "there is no line mechanics:99"),
    ],
)
def test_what_cannot_be_found_is_told_with_file_and_line(
    report: str, tmp_path: Path, text: str, said: str
) -> None:
    project = Project(tmp_path, report)
    project.write("other", [], text)
    _, warnings = project.build()
    assert said in warnings
    assert re.search(r"other\.rst:\d+", warnings)


def test_a_report_of_another_kind_is_refused(tmp_path: Path) -> None:
    for text in ("", "[]", '{"schema": 99}', "\0"):
        (tmp_path / "report.json").write_text(text)
        with pytest.raises(PaperError, match="report"):
            Findings.read(tmp_path / "report.json")


def test_a_formula_that_cannot_be_typeset_fails_the_build(report: str, tmp_path: Path) -> None:
    with pytest.raises(FormulaError, match="nosuch"):
        svg(r"\nosuch{x}", display=True)
    data = json.loads(report)
    data["lines"][0]["printed"] = r"\frac{a"
    label = re.escape(data["lines"][0]["label"])
    with pytest.raises(PaperError, match=rf"line \({label}\): .*cannot be typeset: \\frac"):
        build({"mechanics": json.dumps(data)}, tmp_path)


@pytest.mark.parametrize("verdict", ["undecided", "refuted"])
def test_a_paper_that_fails_is_built_all_the_same(
    report: str, tmp_path: Path, verdict: str
) -> None:
    data: dict[str, Any] = json.loads(report)
    line = data["lines"][1]
    line["verdict"], line["holds"], line["reason"] = verdict, False, "no reason at all"
    site = build({"mechanics": json.dumps(data)}, tmp_path).parent
    assert f'dv-word">{verdict}' in whole(site)
    assert "do not hold" in page(site, "index")


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("a+b", "\\data{q=a}{a}+b"),
        ("x_a", "x_a"),
        ("x_{a}", "x_{a}"),
        ("\\frac{a}{2}", "\\frac{\\data{q=a}{a}}{2}"),
        ("\\text{a} a", "\\text{a} {\\data{q=a}{a}}"),
        ("\\begin{array}a\\end{array}", "\\begin{array}{\\data{q=a}{a}}\\end{array}"),
        ("a^2", "{\\data{q=a}{a}}^2"),
        ("2^a", "2^{\\data{q=a}{a}}"),
        ("\\frac a2", "\\frac {\\data{q=a}{a}}2"),
        ("a_0", "a_0"),
        ("\\alpha", "\\alpha"),
        ("", ""),
        ("{", "{"),
    ],
)
def test_symbols_are_marked_where_they_stand_by_themselves(latex: str, expected: str) -> None:
    assert annotated(latex, {"a": "a"}) == expected


def test_a_page_is_not_rewritten_for_what_it_does_not_show(report: str, tmp_path: Path) -> None:
    project = Project(tmp_path, report)
    chapter = project.data["chapters"][0]["label"]
    project.write("chapter", [f"chapter:: {chapter}"])
    for name in ("symbols", "figures", "numbers"):
        project.write(name, [f"{name}::"])
    project.build()
    project.data["chapters"][0]["summary"] = "Something else."
    assert project.build()[0] == {"chapter", "index"}
    project.data["figures"] = []
    project.data["results"] = []
    assert not project.build()[0] - {"figures"}
