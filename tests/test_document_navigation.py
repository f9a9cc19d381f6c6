"""The list of all pages beside each page is the one that Sphinx and its theme would make."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from furo.navigation import get_navigation_tree
from sphinx.testing.util import SphinxTestApp

ASKED = {"collapse": False, "titles_only": True, "maxdepth": -1, "includehidden": True}
PAGES = {
    "index": "Index\n=====\n\n.. toctree::\n   :caption: All\n\n   one\n   part/two\n\n"
    ".. toctree::\n   :caption: More\n\n   three\n   elsewhere <https://example.org>\n",
    "one": "One\n===\n\nFirst\n-----\n\n.. toctree::\n   :hidden:\n\n   part/inner\n   last\n",
    "part/two": "Two *and* more\n==============\n\nPart\n----\n\n:ref:`search`\n",
    "part/inner": "Inner\n=====\n\nPart\n----\n\n.. toctree::\n\n   deeper/still\n",
    "part/deeper/still": "Still\n=====\n\nDeeper\n------\n",
    "last": "Last\n====\n",
    "three": "Three\n=====\n",
}


def test_each_page_is_marked_as_by_sphinx_and_its_theme(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("extensions = ['checks.document']\nhtml_theme = 'furo'\n")
    for name, text in PAGES.items():
        (tmp_path / f"{name}.rst").parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"{name}.rst").write_text(text)
    app = SphinxTestApp(buildername="html", srcdir=tmp_path)
    own: dict[str, Any] = {}
    compared: dict[str, tuple[str, str]] = {}

    def remember(app: Any, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
        own[page] = context["toctree"]

    def compare(app: Any, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
        assert context["toctree"] is not own[page]
        theirs = get_navigation_tree(own[page](**ASKED))
        compared[page] = theirs, context["furo_navigation_tree"]
        assert "Deeper" in context["toctree"](collapse=False, includehidden=True)

    app.connect("html-page-context", remember, priority=399)
    app.connect("html-page-context", compare, priority=601)
    try:
        app.build()
        assert app.warning.getvalue() == ""
    finally:
        app.cleanup()
    assert {*PAGES, "search", "genindex"} <= set(compared)
    for page, (theirs, ours) in compared.items():
        assert ours == theirs, page
        assert "still.html" in ours or 'href="#"' in ours
        assert "Deeper" not in ours
    assert 'checked=""' in compared["part/deeper/still"][1]
