"""Finished answers: what was said of a paper, as long as not a letter of anything changed.

An answer is filed under a digest of the sources of the paper, of ``derivations`` and of
``checks``, and the versions that they compute with; it is found without importing any of
them.  A paper is a Python program: only where all that it imports is known to be among
what is digested, and nothing in it reads files or asks the user, is the answer kept.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import derivations
from derivations.errors import PaperError

from ..load import home
from .cache import Cache
from .fingerprint import digest, of_checks, of_files

if TYPE_CHECKING:
    from ..result import Report

#: What a paper may import besides its own modules: the same whenever, wherever it runs.
_STEADY = {
    *("__future__", "collections", "dataclasses", "decimal", "derivations", "enum", "flint"),
    *("fractions", "functools", "itertools", "math", "mpmath", "numbers", "operator", "re"),
    *("string", "sympy", "typing"),
}
#: Names that a paper may use only if its answers are not kept.
_UNSTEADY = {
    *("__builtins__", "__import__", "breakpoint", "compile", "eval", "exec", "globals"),
    *("input", "open", "print", "vars"),
}
#: Methods of decisions that another run may not come to.
_PASSING = {"budget", "failure", "rule"}


class Finished:
    """The finished answers on the paper called ``reference``, in ``cache``."""

    def __init__(self, cache: Cache | None, reference: str) -> None:
        self._cache = cache
        self._files: list[Path] = []
        self._key = ""
        if cache is None:
            return
        try:
            found = home(reference)
            if found is not None:
                place, attribute = found
                self._root = place if place.is_dir() else place.parent
                self._files = sorted(place.rglob("*.py")) if place.is_dir() else [place]
                self._sources = of_files(self._files, self._root)
                self._key = digest(
                    "finished", of_checks(with_papers=True), self._sources, attribute
                )
        except (OSError, PaperError):  # the paper cannot be read: loading it will tell why
            self._key = ""

    def get(self, parts: Iterable[str]) -> dict[str, Any] | None:
        """The values kept for ``parts``, if there is one for each of them."""
        if self._cache is None or not self._key:
            return None
        found = {}
        for part in parts:
            text = self._cache.get(digest(self._key, part))
            if text is None:
                return None
            found[part] = json.loads(text)
        return found

    def keep(self, values: dict[str, Any], report: Report) -> None:
        """Keep what was said of ``report``, if it would be said again."""
        if self._cache is None or not self._key or not _final(report):
            return
        if of_files(self._files, self._root) != self._sources:  # edited during the run
            return
        package = len(self._files) > 1 or self._files[0].name == "__init__.py"
        if not all(_steady(file, self._root if package else None) for file in self._files):
            return
        for part, value in values.items():
            self._cache.put(digest(self._key, part), json.dumps(value, ensure_ascii=False))


def _final(report: Report) -> bool:
    return not any(
        check.decision.method in _PASSING
        for line in report.lines
        for claim in (*line.printed, *line.accepted)
        for check in claim.checks
    )


def _steady(file: Path, package: Path | None) -> bool:
    """Whether all that ``file`` depends on is digested; ``package`` is the paper's folder."""
    try:
        tree = ast.parse(file.read_bytes())
    except (SyntaxError, ValueError):
        return False
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in _UNSTEADY:
            return False
        if isinstance(node, ast.Import):
            roots = {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            roots = {str(node.module).partition(".")[0]}
        elif isinstance(node, ast.ImportFrom):
            if not _within(file.parents[node.level - 1], package):
                return False
            continue
        else:
            continue
        if not roots <= _STEADY:
            return False
    return True


def _within(folder: Path, package: Path | None) -> bool:
    own = Path(derivations.__file__).resolve().parent
    return folder.is_relative_to(own) or (package is not None and folder.is_relative_to(package))
