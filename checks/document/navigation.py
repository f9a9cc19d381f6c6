"""The list of all pages beside each page, made without copying what stands in the pages."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.addnodes import toctree
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


class Navigation:
    """Gives the templates of an HTML builder a ``toctree`` that is quick where titles are asked.

    Sphinx copies the contents of every page for every page, and then leaves out all but the
    titles; here they are left out once.
    """

    def __init__(self) -> None:
        self._titles: dict[str, nodes.bullet_list] = {}

    def __call__(
        self, app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
    ) -> None:
        """Replace ``toctree`` in the context of a page."""
        whole = context.get("toctree")
        if whole is None:
            return

        def titled(**wanted: Any) -> str:
            if not wanted.get("titles_only"):
                return str(whole(**wanted))
            contents, app.env.tocs = app.env.tocs, self._of(app.env)
            try:
                return str(whole(**wanted))
            finally:
                app.env.tocs = contents

        context["toctree"] = titled

    def _of(self, env: BuildEnvironment) -> dict[str, nodes.bullet_list]:
        if not self._titles:
            self._titles = {page: titles(contents) for page, contents in env.tocs.items()}
        return self._titles


def titles(contents: nodes.bullet_list) -> nodes.bullet_list:
    """The contents of a page without all that is below its titles, but for lists of pages."""
    kept = contents.copy()
    for item in contents.children:
        if not isinstance(item, nodes.list_item):
            kept += item.deepcopy()
            continue
        title, *below = item.children
        one = item.copy()
        one += title.deepcopy()
        lists = [each.copy() for part in below for each in part.findall(toctree)]
        if lists:
            one += nodes.bullet_list("", *lists)
        kept += one
    return kept


def setup(app: Sphinx) -> None:
    """Come before themes, which make their navigation of it."""
    app.connect("html-page-context", Navigation(), priority=400)
