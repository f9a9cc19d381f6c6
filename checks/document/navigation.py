"""The list of all pages beside each page, made once and marked for each."""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment.adapters.toctree import global_toctree_for_doc
from sphinx.util.osutil import relative_uri

#: Where the theme keeps its list of pages, of which it makes one for each page anew.
_TREE = "furo_navigation_tree"
#: A page that is in no list, beside the front page: seen from there, no other is marked.
_NOWHERE = "search"
_TOKEN = re.compile(
    r'<(?P<list>ul)>|</(?P<end>ul)>|<li class="toctree-l\d+(?P<item>)[^"]*(?P<last>)">'
    r'<a class="(?P<link>)reference internal" href="(?P<place>[^"]*)">'
    r'|(?P<box>)class="toctree-checkbox"'
)
_PLACE = re.compile(r'(<a class="[^"]*reference internal" href=")([^"]*)"')
#: What is written into the list, and where.
Marks = list[tuple[int, str]]


class Navigation:
    """Gives the theme one and the same list for all pages, and each page that list marked."""

    def __init__(self) -> None:
        self._lists: dict[str, str] = {}
        self._marks: dict[str, dict[str, Marks]] = {}

    def before(
        self, app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
    ) -> None:
        """Replace ``toctree`` in the context of a page: where titles are asked, by one for all."""
        own = context.get("toctree")
        builder: Any = app.builder
        if own is None or (builder.name, builder.theme.name) != ("html", "furo"):
            return

        def titled(**wanted: Any) -> str:
            return self._whole(app, wanted) if wanted.get("titles_only") else str(own(**wanted))

        context["toctree"] = titled

    def _whole(self, app: Sphinx, wanted: dict[str, Any]) -> str:
        if repr(wanted) not in self._lists:
            builder: Any = app.builder
            found = global_toctree_for_doc(app.env, _NOWHERE, builder, tags=app.tags, **wanted)
            self._lists[repr(wanted)] = builder.render_partial(found)["fragment"]
        return self._lists[repr(wanted)]

    def after(
        self, app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
    ) -> None:
        """Mark the page in the theme's list."""
        tree = context.get(_TREE)
        if not tree or not self._lists:
            return
        if tree not in self._marks:
            self._marks[tree] = marks(tree)
        place = app.builder.get_target_uri(page)
        context[_TREE] = marked(tree, self._marks[tree].get(place, []), place)


def marks(tree: str) -> dict[str, Marks]:
    r"""What marks each page in a list of pages: that it is current, and what it stands in.

    >>> tree = '<ul><li class="toctree-l1"><a class="reference internal" href="a.html">A</a></ul>'
    >>> print(marked(tree, marks(tree)["a.html"], "a.html").replace("<a", "\n<a"))
    <ul class="current"><li class="toctree-l1 current current-page">
    <a class="current reference internal" href="#">A</a></ul>
    """
    found: dict[str, Marks] = {}
    #: The lists that are open here, each with what marks that a page stands in it.
    around: list[Marks] = []
    place = ""
    for token in _TOKEN.finditer(tree):
        if token["list"]:
            around.append([(token.end("list"), ' class="current"')])
        elif token["end"]:
            around.pop()
        elif token["place"] is not None:
            del around[-1][1:]
            around[-1].append((token.end("item"), " current"))
            own = [(token.end("last"), " current-page"), (token.end("link"), "current ")]
            found[token["place"]] = [one for each in around for one in each] + own
        else:
            opened = (token.end("box"), 'checked="" ')
            around[-1].append(opened)
            found[place].append(opened)
        place = token["place"] or place
    return found


def marked(tree: str, marks_: Marks, place: str) -> str:
    """A list of pages as it stands on the page at ``place``."""
    parts, done = [], 0
    for position, mark in sorted(marks_, key=lambda one: one[0]):
        parts += [tree[done:position], mark]
        done = position

    def seen_from(found: re.Match[str]) -> str:
        return f'{found[1]}{relative_uri(place, found[2]) or "#"}"'

    return _PLACE.sub(seen_from, "".join(parts) + tree[done:])


def setup(app: Sphinx) -> None:
    """Come before the theme, which makes its list of all pages, and after it."""
    navigation = Navigation()
    app.connect("html-page-context", navigation.before, priority=400)
    app.connect("html-page-context", navigation.after, priority=600)
