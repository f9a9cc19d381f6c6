"""How Sphinx builds the documentation, and the documents on the papers that stand beside it."""

import json
import sys
from functools import cache
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import PycodeError
from sphinx.pycode import ModuleAnalyzer
from sphinx.pycode.parser import Parser
from sphinx.search.en import SearchEnglish

import derivations.paper  # noqa: F401 - and with it all that it is made with

_HERE = Path(__file__).parent
_CHECKED = _HERE / "findings" / "checked" / "now.json"
_PAPERS = sorted(file.stem for file in (_HERE / "findings").glob("*.json"))

project = "derivations"
copyright = "the authors of derivations"  # noqa: A001 - Sphinx's own name
extensions = ["myst_parser", "sphinx.ext.autodoc", "checks.document"]
autodoc_typehints = "none"
autodoc_use_type_comments = False
autodoc_member_order = "bysource"
derivations_findings = {name: f"findings/{name}.json" for name in _PAPERS}
derivations_checked = json.loads(_CHECKED.read_text()) if _CHECKED.exists() else {}
nitpicky = True
exclude_patterns = ["_build", "findings"]
html_theme = "furo"
html_title = "derivations"
html_math_renderer = "svg"
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
html_theme_options = {"navigation_with_keys": True}
templates_path: list[str] = []
myst_heading_anchors = 3


def _own_sources(_: Sphinx) -> None:
    """Have the reference read the sources of this project, and not those of what it stands on.

    Nothing of them would be shown, and to read them takes ten times as long.  Nor does any
    page tell where in its file something is defined.
    """
    Parser.parse_definition = lambda parser: None  # type: ignore[method-assign]
    for name in sys.modules:
        if name.partition(".")[0] not in {"checks", "derivations"}:
            ModuleAnalyzer.cache["module", name] = PycodeError("of somebody else", None)


class _English(SearchEnglish):
    """English, in which a word is asked for once in a text, and its stem found once for all."""

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self._stem = cache(super().stem)

    def split(self, text: str) -> list[str]:
        """The words of a text, each once."""
        return list(dict.fromkeys(super().split(text)))

    def stem(self, word: str) -> str:
        """The stem of a word."""
        return self._stem(word)


def setup(app: Sphinx) -> None:
    """Take part in the build."""
    app.connect("builder-inited", _own_sources)
    app.add_search_language(_English)
