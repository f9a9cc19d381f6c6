"""The pages of revisions: what they tell, also of lines that only the revision has."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sphinx.addnodes import pending_xref

from checks.document.build import run_sphinx
from checks.document.findings import Findings
from checks.document.revisions import revision, revisions
from checks.load import load
from checks.report.comparison_json import record
from checks.report.json_output import dumps
from checks.revise.compare import compare
from checks.revise.suite import RevisedSuite
from checks.suite import Suite
from derivations.errors import PaperError
from derivations.relation import Equal, Less
from derivations.revised import revised
from derivations.revision import Revision
from derivations.rules import by


@pytest.fixture
def findings() -> Findings:
    """A small paper with a revision whose own lines rest on one that falls."""
    paper = load(str(Path(__file__).parent / "papers" / "springs.py"))
    E, a, ell = (q.symbol for q in paper.notation if q.name in ("E", "a", "ell"))
    change = Revision("loose", "No bound", "To see what falls.")
    change.drop("short")
    change.line("own", states=[Less(ell, 3 * a)], follows=by("9"))
    change.line("own too", states=[Equal(2 * E, 2 * E)], follows=by("own"))
    suite = Suite(paper)
    report = suite.run()
    found = record(compare(suite, RevisedSuite(revised(paper, change))))
    assert set(found["doubtful"]) & {"own", "own too"}
    return Findings(json.loads(dumps(report)) | {"revisions": [found]})


def test_lines_of_the_paper_are_linked_and_those_of_the_revision_named(findings: Findings) -> None:
    made = revision(findings, "loose")
    html = "".join(piece for node in made for piece in node["pieces"])
    links = re.findall(r'href="line:([^"]*)"', html)
    text = "\n".join(node.astext() for node in made)
    assert "springs:9" in links
    assert not any("own" in target for target in links)
    assert "own too" in text
    assert "What no longer follows" in text
    assert "rest on what does not" in text


def told(findings: Findings) -> str:
    return "\n".join(node.astext() for node in revision(findings, "loose"))


def a_change(findings: Findings, before: str, after: str, reason: str) -> dict[str, Any]:
    """A change of which both sides say one and the same, found to be as named."""
    claim = {"relation": "a = b", "latex": r"a \sharp b", "factor": None, "enclosure": None}
    sides = {
        when: {"verdict": verdict, "reason": "", "claims": [claim]}
        for when, verdict in (("before", before), ("after", after))
    }
    sides["after"]["reason"] = reason
    change = {"label": next(iter(findings.lines)), "revised": False, "differs": [], **sides}
    findings.data["revisions"][0]["changes"].append(change)
    return change


def test_what_is_found_otherwise_is_shown_though_the_same_is_said(findings: Findings) -> None:
    change = a_change(findings, "misprint", "misprint", "ω_D is kept")
    assert r"a \sharp b" not in told(findings)
    change["after"]["verdict"] = "changed"
    assert told(findings).count(r"a \sharp b") == 2
    assert "Because ω_D is kept." in told(findings)
    html = "".join(piece for node in revision(findings, "loose") for piece in node["pieces"])
    assert "ω<sub>D</sub> is kept" in html


def test_a_side_on_which_nothing_is_left_says_so(findings: Findings) -> None:
    change = a_change(findings, "proved", "proved", "")
    (claim,) = change["before"]["claims"]
    change["differs"] = [[claim, claim]]
    assert "any more" not in told(findings)
    change["differs"] = [[claim, None]]
    assert "Nothing of this is said any more." in told(findings)


def test_the_list_of_revisions_links_to_their_pages(findings: Findings) -> None:
    (table,) = revisions(findings)
    assert [link["reftarget"] for link in table.findall(pending_xref)] == ["revision-loose"]


def test_an_unknown_revision_is_told(findings: Findings) -> None:
    with pytest.raises(PaperError, match="springs has no revision tight"):
        revision(findings, "tight")


def test_what_is_wrong_is_said_every_time(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text("extensions = ['checks.document']\n", encoding="utf-8")
    (source / "index.rst").write_text("Title\n=====\n\n:doc:`nowhere`\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(PaperError, match="nowhere"):
            run_sphinx(source, tmp_path / "out", "html")
