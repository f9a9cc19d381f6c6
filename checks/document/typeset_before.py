"""Formulas that were typeset before: kept beside the verdicts, and read as pictures alone.

What is kept lies under a digest of the formula's LaTeX and of the version of what typesets
it.  A text from there becomes part of a page, so it is used only if it is made of shapes
and of nothing that a browser would run or fetch.
"""

from __future__ import annotations

import os
import re
from functools import cache
from importlib.metadata import version
from multiprocessing.util import Finalize
from pathlib import Path

from ..run.cache import Cache, folder
from ..run.fingerprint import digest

_SHAPES = {"svg", "g", "defs", "use", "path", "rect", "line", "ellipse", "polygon", "text", "title"}
_TAG = re.compile(r"<\s*/?\s*([^\s/>]*)")
_ACTIVE = re.compile(r"""\son[a-z]+\s*=|href\s*=\s*(?!"\#)|url\s*\(""", re.IGNORECASE)


def recalled(latex: str, *, display: bool) -> str | None:
    """The picture of a formula, if there is one from before that is nothing but a picture."""
    picture = _kept().get(_key(latex, display=display))
    return picture if picture is not None and is_picture(picture) else None


def is_kept(latex: str, display: bool) -> bool:
    """Whether something is kept of a formula."""
    return _kept().get(_key(latex, display=display)) is not None


def remember(latex: str, picture: str, *, display: bool) -> None:
    """Keep the picture of a formula for the next time."""
    _kept().put(_key(latex, display=display), picture)


def is_picture(text: str) -> bool:
    """Whether ``text`` is SVG made of shapes, that runs and fetches nothing.

    >>> is_picture('<svg><path id="a" d="M0 0"/><use href="#a"/></svg>')
    True
    >>> is_picture('<svg><script>alert(1)</script></svg>')
    False
    >>> is_picture('<svg onload="alert(1)"></svg>')
    False
    >>> is_picture('<svg><use href="https://example.org/a.svg#a"/></svg>')
    False
    """
    return (
        text.startswith("<svg")
        and all(tag in _SHAPES for tag in _TAG.findall(text))
        and not _ACTIVE.search(text)
    )


def _key(latex: str, *, display: bool) -> str:
    return digest("formula", _typesetter(), str(display), latex)


@cache
def _typesetter() -> str:
    return f"quickjax {version('quickjax')}"


def _kept() -> Cache:
    return _opened(folder(), os.getpid())


@cache
def _opened(place: Path, _: int) -> Cache:
    """The cache of this process: a connection to it must not be shared with another one."""
    opened = Cache(place, _typesetter(), lambda _: None)
    Finalize(None, opened.close, exitpriority=1)
    return opened
