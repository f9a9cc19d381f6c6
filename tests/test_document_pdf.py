"""The PDF: all chapters in order, with their formulas, or a sentence about what is missing."""

from __future__ import annotations

import builtins
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from checks.document import pdf
from checks.document.drawing import picture
from checks.document.words import SHAPES, css_class
from checks.load import load
from checks.report.json_output import dumps
from checks.suite import Suite
from derivations.errors import PaperError

MECHANICS = Path(__file__).parent / "papers" / "mechanics.py"


@pytest.fixture(scope="module")
def report() -> str:
    return dumps(Suite(load(str(MECHANICS))).run())


@pytest.fixture(scope="module")
def document(report: str, tmp_path_factory: pytest.TempPathFactory) -> Any:
    pytest.importorskip("weasyprint", reason="a PDF is set by WeasyPrint, which is not installed")
    pypdf = pytest.importorskip("pypdf", reason="the PDF is read back with pypdf")
    (file,) = pdf.pdf({"mechanics": report}, tmp_path_factory.mktemp("pdf"))
    return pypdf.PdfReader(file)


def titles(document: Any) -> list[str]:
    return [entry.title for entry in document.outline if not isinstance(entry, list)]


def test_every_chapter_and_list_is_in_the_outline(document: Any) -> None:
    found = titles(document)
    paper = load(str(MECHANICS))
    chapters = [f"{chapter.label}. {chapter.title}" for chapter in paper.chapters]
    assert found[: len(chapters)] == chapters
    assert {"Slips", "Premises", "Numbers", "Symbols"} <= set(found)


def test_every_chapter_starts_on_a_page_of_its_own(document: Any) -> None:
    pages = [
        document.get_destination_page_number(entry)
        for entry in document.outline
        if not isinstance(entry, list)
    ]
    assert len(pages) > 5
    assert pages == sorted(set(pages))
    assert pages[0] > 0


def test_pages_carry_their_numbers_and_the_contents_tell_them(document: Any) -> None:
    entries = [entry for entry in document.outline if not isinstance(entry, list)]
    pages = [document.get_destination_page_number(entry) for entry in entries]
    told = document.pages[0].extract_text().split("\n")  # what floats is read first
    assert told[: len(pages)] == [str(page + 1) for page in pages]
    assert all(entry.title in told for entry in entries)
    for page in pages:
        assert str(page + 1) in document.pages[page].extract_text().split("\n")


def test_the_title_and_the_folded_parts_are_there(document: Any) -> None:
    assert document.metadata.title == "Free fall and the pendulum"
    text = "".join(page.extract_text() for page in document.pages)
    assert "as printed" in text.lower()
    assert "normal form: " in text
    assert "refuted" in text


def test_pictures_get_colours_of_their_own_and_nothing_is_left_to_resolve() -> None:
    page = (
        "<title>x</title><h1>A paper<a class='y'></a></h1><script>alert(1)</script>"
        '<span class="dv-badge dv-refuted"><svg stroke="currentColor"><path/></svg></span>'
        '<svg class="dv-plot"><path class="dv-curve dv-curve-main"/></svg>'
        '<a href="#document-papers/p/chapter-i#eq-1">(1)</a>'
    )
    found = pdf.for_paper(page)
    assert "alert" not in found
    assert 'stroke="#b00020"' in found
    assert ".dv-curve-main { stroke: #1d4f9e; }" in re.sub(r"\s+", " ", found)
    assert "var(" not in found
    assert 'href="#eq-1"' in found


def test_every_verdict_has_its_colour_on_paper() -> None:
    for verdict in SHAPES:
        badge = f'<span class="dv-badge {css_class(verdict)}"><svg stroke="currentColor"></svg>'
        shape = f'<svg class="dv-shape {css_class(verdict)}"><path stroke="currentColor"/></svg>'
        found = pdf.for_paper(f"<h1>x</h1>{badge}{shape}")
        assert "currentColor" not in found
        assert len(re.findall(r'stroke="#[0-9a-f]{6}"', found)) == 2


def test_a_graph_that_cannot_be_read_on_the_page_is_left_to_the_large_one() -> None:
    graph = (
        '<div class="dv-graph-box" tabindex="0"><svg class="dv-graph" width="{}pt" height="9pt">'
    )
    narrow = pdf.for_paper(f"<h1>x</h1>{graph.format(300)}</svg></div>")
    assert "width: 105.8mm" in narrow
    wide = pdf.for_paper(f"<h1>x</h1>{graph.format(3000)}</svg></div>")
    assert "<svg" not in wide
    assert "See the graph of the argument" in wide


def test_a_shading_becomes_discs_mixed_with_the_white_of_the_paper() -> None:
    curve = {"points": "0,0 0.5,0.5 1,1"}
    panel = {"kind": "disc", "curves": [curve], "depth": 0.1, "labels": ["R", "d", "B"]}
    found = pdf.for_paper(picture(panel, "n", "a disc"))
    assert "radialGradient" not in found
    discs = re.findall(r'<circle fill="#(\w+)" cx="145" cy="145" r="([\d.]+)"', found)
    assert [radius for _, radius in discs] == ["108.00", "54.00", "0.00"]
    shades = [int(colour[:2], 16) for colour, _ in discs]
    assert shades == sorted(shades)
    assert discs[-1][0] == "ffffff"


def test_every_class_that_a_drawing_uses_has_its_rule_on_paper() -> None:
    rules = " ".join(pdf.for_paper('<svg class="dv-plot">').split())
    for name in ("axis", "guide", "head", "curve-main", "curve-second", "curve-dashed"):
        assert f".dv-{name}" in rules
    for name in ("area-light", "area-strong", "curve-thin"):
        assert f".dv-{name}" in rules


def test_without_weasyprint_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    true_import = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "weasyprint":
            msg = "No module named 'weasyprint'"
            raise ImportError(msg)
        return true_import(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(PaperError, match=r"pip install 'derivations\[pdf\]'"):
        pdf.pdf({}, tmp_path)


def test_the_command_says_so_before_it_begins_to_check(tmp_path: Path) -> None:
    script = "import sys; sys.modules['weasyprint'] = None; from checks.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "report", "--pdf", "--output", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "pip install 'derivations[pdf]'" in done.stderr
    assert not (tmp_path / "out").exists()
