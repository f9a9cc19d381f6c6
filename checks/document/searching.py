"""The search index after some pages were written anew: the same as after all were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sphinx.application import Sphinx
from sphinx.util.index_entries import split_index_msg

Entry = tuple[str, str, str]
#: What stands in the index of a page: kind, text, place, whether it is the main one, category.
Listed = tuple[str, str, str, str, str | None]


def completed(frozen: dict[str, Any], entries: Mapping[str, Iterable[Listed]]) -> dict[str, Any]:
    """The search index with what Sphinx forgets of the pages that it does not write.

    These are the ``entries`` of each page; and the words that stand on no page any more,
    which it keeps.
    """
    found: dict[str, list[tuple[int, str, bool]]] = {}
    for number, page in enumerate(frozen["docnames"]):
        for text, place, main in sorted(set(_split(entries.get(page, ())))):
            found.setdefault(text.lower(), []).append((number, place, main == "main"))
    words = {
        kind: {word: pages for word, pages in frozen[kind].items() if pages != []}
        for kind in ("terms", "titleterms")
    }
    return {**frozen, **words, "indexentries": found}


def _split(entries: Iterable[Listed]) -> Iterator[Entry]:
    """The entries as they are looked up: each part of one, with its place."""
    for kind, text, place, main, _ in entries:
        yield from ((part, place or "", main) for part in split_index_msg(kind, text))


def _complete(app: Sphinx) -> list[Any]:
    """Have the index completed when it is written; no pages are added."""
    indexer: Any = getattr(app.builder, "indexer", None)
    if indexer is not None:
        entries = app.env.get_domain("index").data.get("entries", {})
        own = indexer.freeze
        indexer.freeze = lambda: completed(own(), entries)
    return []


def setup(app: Sphinx) -> None:
    """Come when the pages are written, and before the index is."""
    app.connect("html-collect-pages", _complete)
