"""HTML that is written at once: its links are found, its words are there in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docutils import nodes
from sphinx.testing.util import SphinxTestApp

from checks.document.findings import Findings, anchor
from checks.document.markup import lines, written
from checks.load import load
from checks.report.json_output import dumps
from checks.suite import Suite

MECHANICS = Path(__file__).parent / "papers" / "mechanics.py"
CONF = "extensions = ['checks.document']\nderivations_findings = {'mechanics': 'it.json'}\n"


@pytest.fixture(scope="module")
def findings() -> Findings:
    return Findings(json.loads(dumps(Suite(load(str(MECHANICS))).run())))


def built(
    folder: Path, builder: str, findings: Findings, labels: list[str], conf: str = CONF
) -> tuple[str, str]:
    """A page with the entries of these lines, and the warnings."""
    (folder / "conf.py").write_text(conf, encoding="utf-8")
    (folder / "it.json").write_text(json.dumps(findings.data), encoding="utf-8")
    calls = "\n\n".join(f".. derivation:equation:: {label}" for label in labels)
    (folder / "index.rst").write_text(f"Lines\n=====\n\n{calls}\n", encoding="utf-8")
    app = SphinxTestApp(buildername=builder, srcdir=folder)
    try:
        app.build()
        (page,) = (Path(app.outdir) / f"index.{ending}" for ending in ENDINGS[builder])
        return page.read_text(encoding="utf-8"), app.warning.getvalue()
    finally:
        app.cleanup()


ENDINGS = {"html": ["html"], "text": ["txt"], "singlehtml": ["html"]}


def test_links_lead_to_the_entries(tmp_path: Path, findings: Findings) -> None:
    page, warnings = built(tmp_path, "html", findings, list(findings.lines))
    assert "WARNING" not in warnings
    assert 'href="line:' not in page
    for line in findings:
        for premise in line["premises"]:
            assert f'<a class="reference internal" href="#{anchor(premise)}"' in page


def test_a_link_to_a_line_without_an_entry_is_told_with_file_and_line(
    tmp_path: Path, findings: Findings
) -> None:
    line = next(line for line in findings if line["premises"])
    _, warnings = built(tmp_path, "html", findings, [line["label"]])
    missing = line["premises"][0]
    assert f"there is no line mechanics:{missing} in this document" in warnings
    assert "index.rst:4" in warnings


def test_in_plain_text_the_words_are_there(tmp_path: Path, findings: Findings) -> None:
    page, _ = built(tmp_path, "text", findings, list(findings.lines))
    assert "<p" not in page
    for line in findings:
        assert f"Encoded in {line['place']}." in page
        for obligation in line["obligations"]:
            assert obligation["method"] in page


def test_the_words_of_some_html() -> None:
    html = "<script>no()</script><ul><li><p>a &lt; b</p></li><li><i>x</i><sub>0</sub></li></ul>"
    assert lines(html) == ["a < b", "x_0"]
    assert written("<p>all ", nodes.math("", "y"), " of it</p>").astext() == "all y of it"


@pytest.mark.parametrize("shown", [True, False])
def test_a_cited_line_is_linked_to_the_other_paper_where_that_is_in_the_document(
    tmp_path: Path, findings: Findings, shown: bool
) -> None:
    line = next(line for line in findings if not line["used_by"] and not line["premises"])
    other = json.loads(json.dumps(findings.data))
    other["paper"]["name"] = "other"
    (cited,) = [each for each in other["lines"] if each["label"] == line["label"]]
    cited |= {"label": f"M:{line['label']}", "cited": "mechanics"}
    (tmp_path / "other.json").write_text(json.dumps(other), encoding="utf-8")
    call = f".. derivation:equation:: M:{line['label']}\n   :paper: other\n"
    (tmp_path / "there.rst").write_text(f":orphan:\n\nThere\n=====\n\n{call}", encoding="utf-8")
    conf = CONF.replace("}\n", ", 'other': 'other.json'}\n")
    labels = [line["label"]] if shown else []
    _, warnings = built(tmp_path, "html", findings, labels, conf)
    page = (tmp_path / "_build" / "html" / "there.html").read_text(encoding="utf-8")
    assert "WARNING" not in warnings
    assert "Cited: " in page
    assert (f'href="index.html#{anchor(line["label"])}"' in page) is shown
