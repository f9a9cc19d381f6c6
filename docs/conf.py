"""How Sphinx builds the documentation, and the documents on the papers that stand beside it."""

import json
from pathlib import Path

_HERE = Path(__file__).parent
_CHECKED = _HERE / "findings" / "checked" / "now.json"
_PAPERS = sorted(file.stem for file in (_HERE / "findings").glob("*.json"))

project = "derivations"
copyright = "the authors of derivations"  # noqa: A001 - Sphinx's own name
extensions = ["myst_parser", "sphinx.ext.autodoc", "checks.document"]
autodoc_typehints = "none"
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
