"""The document's parts in somebody's own Sphinx project, as the how-tos say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sphinx.testing.util import SphinxTestApp

from checks.document import graph, picture
from checks.document.circumstances import circumstances
from checks.document.findings import Findings, anchor
from checks.load import load
from checks.report.json_output import dumps
from checks.rocq.certified import Kept
from checks.suite import Suite

ROOT = Path(__file__).parents[1]
MECHANICS = ROOT / "tests" / "papers" / "mechanics.py"


def blocks(file: str, language: str) -> list[str]:
    """The code blocks in a language of a document."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def built(folder: Path, conf: str, pages: dict[str, str], **options: Any) -> tuple[str, str]:
    """Build a project of these pages; the front page and the warnings."""
    folder.mkdir(exist_ok=True)
    (folder / "conf.py").write_text(conf, encoding="utf-8")
    for name, text in pages.items():
        (folder / f"{name}.rst").write_text(text, encoding="utf-8")
    app = SphinxTestApp(buildername="html", srcdir=folder, **options)
    try:
        app.build()
        front = (Path(app.outdir) / "index.html").read_text(encoding="utf-8")
        return front, app.warning.getvalue()
    finally:
        app.cleanup()


@pytest.fixture(scope="module")
def fall(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The findings on the README's paper with the figure of the how-to."""
    (paper,) = [block for block in blocks("README.md", "python") if "Paper(" in block]
    (figure,) = blocks("docs/how-to/figures.md", "python")
    file = tmp_path_factory.mktemp("paper") / "fall.py"
    file.write_text(paper + "\n" + figure, encoding="utf-8")
    return dumps(Suite(load(str(file))).run())


@pytest.fixture(scope="module")
def mechanics() -> Findings:
    return Findings(json.loads(dumps(Suite(load(str(MECHANICS))).run())))


def test_the_how_to_of_the_domain_is_a_project_that_builds(fall: str, tmp_path: Path) -> None:
    conf, _ = blocks("docs/how-to/sphinx.md", "python")
    (page,) = blocks("docs/how-to/sphinx.md", "rst")
    tmp_path.joinpath("fall.json").write_text(fall, encoding="utf-8")
    page += "\n.. derivation:chapter:: I\n\n.. derivation:figures::\n"
    page = page.replace(".. derivation:equation:: 3\n", "")
    front, warnings = built(tmp_path, conf, {"index": page})
    assert warnings == ""
    assert 'href="#eq-4"' in front
    assert '<section class="dv-entry dv-proved' in front
    assert '<svg class="dv-plot"' in front


def test_a_figure_as_the_how_to_declares_it_is_drawn_from_the_lines(fall: str) -> None:
    (figure,) = json.loads(fall)["figures"]
    assert figure["reason"] == ""
    assert figure["lines"] == ["1", "2"]


def test_what_the_how_to_prints_of_the_findings(
    fall: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.joinpath("fall.json").write_text(fall, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (program,) = blocks("docs/how-to/json.md", "python")
    exec(program, ModuleType("how_to").__dict__)
    assert capsys.readouterr().out.startswith("4 refuted {'")


def test_another_project_links_to_a_line_by_its_number(mechanics: Findings, tmp_path: Path) -> None:
    conf = (
        "extensions = ['checks.document', 'sphinx.ext.intersphinx']\n"
        "derivations_findings = {'mechanics': 'mechanics.json'}\n"
    )
    there = tmp_path / "there"
    there.mkdir()
    (there / "mechanics.json").write_text(json.dumps(mechanics.data), encoding="utf-8")
    label = next(iter(mechanics.lines))
    built(there, conf, {"index": f"There\n=====\n\n.. derivation:equation:: {label}\n"})
    inventory = there / "_build" / "html" / "objects.inv"
    here = (
        "extensions = ['checks.document', 'sphinx.ext.intersphinx']\n"
        f"intersphinx_mapping = {{'there': ('https://there.example/', {str(inventory)!r})}}\n"
    )
    text = f"Here\n====\n\nSee :derivation:eq:`mechanics:{label}`.\n"
    front, warnings = built(tmp_path / "here", here, {"index": text})
    assert "WARNING" not in warnings
    assert f'href="https://there.example/index.html#{anchor(label)}"' in front
    _, warnings = built(
        tmp_path / "wrong", here, {"index": text.replace(f"mechanics:{label}", "mechanics:no")}
    )
    assert "there is no line mechanics:no" in warnings


def test_pages_may_be_read_by_several_processes(mechanics: Findings, tmp_path: Path) -> None:
    conf = "extensions = ['checks.document']\nderivations_findings = {'mechanics': 'it.json'}\n"
    tmp_path.joinpath("it.json").write_text(json.dumps(mechanics.data), encoding="utf-8")
    pages = {
        f"page{number}": f":orphan:\n\nPage\n====\n\n.. derivation:equation:: {label}\n"
        for number, label in enumerate(mechanics.lines)
    }
    links = " ".join(f":derivation:eq:`{label}`" for label in mechanics.lines)
    front, warnings = built(
        tmp_path, conf, {"index": f"All\n===\n\n{links}\n", **pages}, parallel=2
    )
    assert "WARNING" not in warnings
    assert all(f'#{anchor(label)}"' in front for label in mechanics.lines)


@pytest.mark.parametrize("missing", [False, True])
def test_the_graph_is_a_linked_list_where_nothing_draws_it(
    mechanics: Findings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: bool
) -> None:
    picture._DRAWN.clear()
    if missing:
        monkeypatch.setattr(picture, "_program", lambda: None)
    conf = "extensions = ['checks.document']\nderivations_findings = {'mechanics': 'it.json'}\n"
    tmp_path.joinpath("it.json").write_text(json.dumps(mechanics.data), encoding="utf-8")
    chapters = "".join(f".. derivation:chapter:: {label}\n\n" for label in mechanics.chapters)
    front, _ = built(tmp_path, conf, {"index": f"All\n===\n\n.. derivation:graph::\n\n{chapters}"})
    picture._DRAWN.clear()
    assert ('<svg class="dv-graph"' in front) is not missing
    listed = front.partition("dv-graph-list")[2].partition("</ul>")[0]
    assert all(f'href="#{anchor(label)}"' in listed for label in mechanics.lines)


def test_the_graph_of_a_line_has_all_that_it_rests_on_and_nothing_else(
    mechanics: Findings,
) -> None:
    line = max(mechanics, key=lambda one: len(one["rests_on"]))
    assert len(line["rests_on"]) >= 3
    source = graph.ancestors(mechanics, line["label"])["dot"]
    named = set(re.findall(r'^"([^"]+)" \[', source, re.MULTILINE))
    assert named == {anchor(label) for label in [*line["rests_on"], line["label"]]}
    drawn = picture.picture(source, {name: f"other.html#{name}" for name in named})
    assert drawn is None or all(f'href="other.html#{name}"' in drawn for name in named)


def entries(folder: Path, findings: Findings, checked: Any) -> str:
    """All entries and the summary, with these circumstances of the check."""
    conf = (
        "extensions = ['checks.document']\nderivations_findings = {'mechanics': 'it.json'}\n"
        f"derivations_checked = {{'mechanics': {checked!r}}}\n"
    )
    folder.joinpath("it.json").write_text(json.dumps(findings.data), encoding="utf-8")
    chapters = "".join(f".. derivation:chapter:: {label}\n\n" for label in findings.chapters)
    text = f"All\n===\n\n.. derivation:summary::\n\n{chapters}"
    return built(folder, conf, {"index": text})[0]


def test_what_a_proof_kernel_certified_is_shown_where_it_was_asked(
    mechanics: Findings, tmp_path: Path
) -> None:
    first, second, *_ = mechanics.lines
    asked = {first: ["one", "two"], second: ["three"]}
    kept = Kept("8.16", {"one": "its theorem", "three": "another"})
    front = entries(tmp_path, mechanics, circumstances(kept, asked))
    assert "Rocq 8.16: 2 of 3 proved equations and bounds are certified" in front
    assert "all of them in 1 lines" in front
    entry = front.partition(f'id="{anchor(first)}"')[2].partition("<section")[0]
    assert "certified by Rocq 8.16: 1 of 2" in entry


def test_what_was_not_asked_is_said_not_to_have_been(mechanics: Findings, tmp_path: Path) -> None:
    front = entries(tmp_path, mechanics, circumstances())
    assert "By a proof kernel: not run here." in front
    assert "The run was not replayed by another program." in front
    assert "certified by" not in front


def test_a_report_without_second_opinions_is_built_and_says_so(
    mechanics: Findings, tmp_path: Path
) -> None:
    older = Findings({name: x for name, x in mechanics.data.items() if name != "opinions"})
    front = entries(tmp_path, older, circumstances())
    assert "Nothing is known of the opinion of another method." in front
