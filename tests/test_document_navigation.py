"""The list of all pages beside each page is the one that Sphinx would make."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.testing.util import SphinxTestApp

ASKED = {"collapse": False, "titles_only": True, "maxdepth": -1, "includehidden": True}
PAGES = {
    "index": "Index\n=====\n\n.. toctree::\n   :caption: All\n\n   one\n   two\n",
    "one": "One\n===\n\nFirst\n-----\n\n.. toctree::\n   :hidden:\n\n   inner\n\nSecond\n------\n",
    "two": "Two *and* more\n==============\n\nPart\n----\n\n:ref:`search`\n",
    "inner": "Inner\n=====\n\nPart\n----\n\nDeeper\n~~~~~~\n",
}


def test_titles_are_listed_as_by_sphinx(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("extensions = ['checks.document']\n")
    for name, text in PAGES.items():
        (tmp_path / f"{name}.rst").write_text(text)
    app = SphinxTestApp(buildername="html", srcdir=tmp_path)
    before: dict[str, Any] = {}
    compared: dict[str, tuple[str, str]] = {}

    def remember(app: Any, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
        before[page] = context["toctree"]

    def compare(app: Any, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
        assert context["toctree"] is not before[page]
        compared[page] = before[page](**ASKED), context["toctree"](**ASKED)
        assert "Deeper" in context["toctree"](collapse=False, includehidden=True)

    app.connect("html-page-context", remember, priority=399)
    app.connect("html-page-context", compare, priority=401)
    try:
        app.build()
        assert app.warning.getvalue() == ""
    finally:
        app.cleanup()
    assert set(PAGES) <= set(compared)
    for theirs, ours in compared.values():
        assert ours == theirs
        assert "inner.html" in ours or 'href="#"' in ours
        assert "Deeper" not in ours
