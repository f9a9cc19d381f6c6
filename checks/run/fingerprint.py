"""Fingerprints: what an answer depends on, as one number; nothing here imports sympy.

An answer of the checks depends on its question, on the source files of the two packages
and on what they compute with.  Each of these is digested whole: a version of the checks
that differs in a comment reuses nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path

import derivations

#: The distributions whose versions are part of every fingerprint.
COMPUTES = ("sympy", "python-flint", "mpmath", "pint", "z3-solver")

_ROOT = Path(derivations.__file__).resolve().parent.parent
_PAPERS = "derivations.papers"


def digest(*parts: str | bytes) -> str:
    """A digest of ``parts`` in this order, none of which can run into the next.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    whole = sha256()
    for part in parts:
        encoded = part.encode() if isinstance(part, str) else part
        whole.update(len(encoded).to_bytes(8, "big"))
        whole.update(encoded)
    return whole.hexdigest()


def of_files(files: Iterable[Path], root: Path) -> str:
    """A digest of the names under ``root`` and the contents of ``files``."""
    found = sorted((file.relative_to(root).as_posix(), file) for file in files)
    return digest(*(part for name, file in found for part in (name, file.read_bytes())))


@cache
def of_checks(*, with_papers: bool = False) -> str:
    """A digest of the packages' sources and of the versions that they compute with.

    The papers inside ``derivations`` are left out unless they are asked for: they are
    what is decided, not what decides.
    """
    _stamps()
    papers = () if with_papers else tuple(_papers())
    files = [file for file in _sources() if not any(file.is_relative_to(paper) for paper in papers)]
    return digest(sys.version, sys.platform, *map(_version, COMPUTES), of_files(files, _ROOT))


def unchanged() -> bool:
    """Whether the sources are those of which the fingerprints of this run were taken.

    Where somebody edits them during a run, nobody can say which version has decided.
    """
    try:
        return _stamps() == _stamps.__wrapped__()
    except OSError:
        return False


def of_question(text: str) -> str:
    """The fingerprint of the question of this text."""
    return digest("question", of_checks(), text)


def _sources() -> list[Path]:
    packages = ("checks", "derivations")
    return [file for package in packages for file in (_ROOT / package).rglob("*.py")]


@cache
def _stamps() -> dict[Path, tuple[int, int]]:
    """When each source file was written last, and its size, as they were when first asked."""
    found = ((file, file.stat()) for file in _sources())
    return {file: (stat.st_mtime_ns, stat.st_size) for file, stat in found}


def _papers() -> Iterable[Path]:
    for point in entry_points(group=_PAPERS):
        if point.module.startswith("derivations."):
            yield _ROOT.joinpath(*point.module.split("."))


def _version(distribution: str) -> str:
    try:
        return f"{distribution} {version(distribution)}"
    except PackageNotFoundError:
        return f"{distribution} is not installed"
