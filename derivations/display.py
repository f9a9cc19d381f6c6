"""How papers and lines show themselves in a notebook; what was found of them comes late.

``derivations`` knows nothing of what checks papers.  A distribution that does gives, under
the entry point ``display`` of the group ``derivations.checks``, an object with the
functions of ``Checks``; it is looked up when something is to be shown.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any, Protocol

from .errors import PaperError

if TYPE_CHECKING:
    from .paper import Line, Paper

#: The group and the name of the entry point.
GROUP, NAME = "derivations.checks", "display"


class Checks(Protocol):
    """What tells of papers and lines what was found of them."""

    def check(self, paper: Paper) -> Any:
        """What was found of ``paper``, an object that shows itself."""
        ...

    def markdown(self, paper: Paper, line: Line) -> str:
        """A line of ``paper`` in Markdown, with LaTeX."""
        ...

    def text(self, paper: Paper, line: Line) -> str:
        """The same as plain text."""
        ...


@cache
def found() -> Checks | None:
    """What checks papers; ``None`` where nothing is installed that does."""
    for point in entry_points(group=GROUP, name=NAME):
        loaded: Checks = point.load()
        return loaded
    return None


def checks() -> Checks:
    """What checks papers; ``PaperError`` where nothing is installed that does."""
    installed = found()
    if installed is None:
        msg = f"nothing is installed that checks papers: no entry point {NAME} in {GROUP}"
        raise PaperError(msg)
    return installed
