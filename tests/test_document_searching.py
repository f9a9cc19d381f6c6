"""What is found by searching does not depend on which pages were written last."""

from __future__ import annotations

from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

PAGES = {
    "index": "Index\n=====\n\n.. toctree::\n\n   one\n   two\n",
    "one": "One\n===\n\n.. index:: tube, electron; pair\n\nThe potential.\n",
    "two": "Two\n===\n\n.. index::\n   single: tube\n   see: well; tube\n\nA vanishing word.\n",
}


def searched(folder: Path) -> str:
    """The search index of the pages in ``folder``, where only what is new is written."""
    app = SphinxTestApp(buildername="html", srcdir=folder)
    try:
        app.build()
        assert app.warning.getvalue() == ""
    finally:
        app.cleanup()
    return (folder / "_build" / "html" / "searchindex.js").read_text(encoding="utf-8")


def put(folder: Path, pages: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "conf.py").write_text("extensions = ['checks.document']\n")
    for name, text in pages.items():
        file = folder / f"{name}.rst"
        if not file.exists() or file.read_text() != text:
            file.write_text(text)
    return folder


@pytest.mark.parametrize("page", ["one", "two"])
def test_a_partial_build_has_the_index_of_a_whole_one(tmp_path: Path, page: str) -> None:
    changed = PAGES | {page: PAGES[page].replace("vanishing", "lasting") + "\nAnd more.\n"}
    before = searched(put(tmp_path / "again", PAGES))
    again = searched(put(tmp_path / "again", changed))
    anew = searched(put(tmp_path / "anew", changed))
    assert again == anew
    assert before != again
    assert '"tube":[[1,' in again
    assert '"well":[[2,' in again
    assert ("vanish" in again) is (page == "one")
