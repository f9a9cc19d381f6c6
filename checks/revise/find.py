"""Find revisions: by the paper's own name for one, by file or module, or in one typed line."""

from __future__ import annotations

import importlib
from difflib import get_close_matches
from pathlib import Path

from derivations.errors import PaperError
from derivations.paper import Paper
from derivations.revised import Revised, revised
from derivations.revision import Revision
from derivations.revision_file import from_line, read, without

from ..load import load_module
from ..run.decider import Decider
from ..suite import Suite
from .compare import Comparison, compare_all
from .contradiction import refuse_contradictions
from .suite import RevisedSuite
from .wanted import Wanted


def apply(paper: Paper, wanted: Wanted) -> Revised:
    """``paper`` with all revisions that are wanted.

    Raises ``PaperError`` for one that does not exist or cannot be read, and for such as
    contradict themselves or one another.
    """
    result = revised(
        paper,
        *(find(name, paper) for name in wanted.named),
        *(without(label, paper) for label in wanted.dropped),
        *(from_line(text, paper) for text in wanted.assumed),
    )
    refuse_contradictions(result)
    return result


def suite_of(paper: Paper, wanted: Wanted, decider: Decider | None = None) -> Suite:
    """The checks of ``paper``, revised if anything is wanted."""
    return RevisedSuite(apply(paper, wanted), decider) if wanted else Suite(paper, decider)


def comparisons(suite: Suite) -> list[Comparison]:
    """What each of the revisions that come with a paper changes, the paper being decided."""
    paper = suite.paper
    suites = [
        RevisedSuite(revised(paper, find(name, paper)), suite.decider) for name in paper.revisions
    ]
    return compare_all(suite, suites)


def find(reference: str, paper: Paper) -> Revision:
    """The revision of ``paper`` called ``reference``.

    That is a name under which the paper has one, the path of a TOML file, the path of a
    Python file, or a dotted module; a Python module has it as its object ``revision``.
    """
    if reference in paper.revisions:
        return _revision(importlib.import_module(paper.revisions[reference]), reference)
    if reference.endswith(".toml"):
        return read(Path(reference), paper)
    try:
        return _revision(load_module(reference), reference)
    except ModuleNotFoundError:
        near = get_close_matches(reference, paper.revisions, n=1)
        known = ", ".join(paper.revisions) or "none of its own"
        hint = f"did you mean {near[0]}?" if near else f"{paper.name} has {known}"
        msg = f"there is no revision {reference}; {hint}"
        raise PaperError(msg) from None


def _revision(module: object, reference: str) -> Revision:
    found = getattr(module, "revision", None)
    if isinstance(found, Revision):
        return found
    msg = "the module must have an object called revision that is a Revision"
    raise PaperError(msg, reference)
