"""Build the site: the findings of papers and the documentation, by Sphinx."""

from __future__ import annotations

import gc
import json
import logging
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from derivations.errors import PaperError

from . import pages, typeset
from .findings import Findings
from .formulas import all_marked

Json = Any

_COLOURS = re.compile(r"\x1b\[[\d;]*m")


def documentation() -> Path:
    """The folder with the documentation's sources: beside this module once installed."""
    here = Path(__file__).parent
    installed = here / "docs"
    return installed if installed.is_dir() else here.parents[1] / "docs"


def build(
    reports: Mapping[str, str], output: Path, checked: Mapping[str, Json] | None = None
) -> Path:
    """Build the site of the papers whose JSON reports are given by name; return its front page.

    ``checked`` has the circumstances of each paper's check, as ``circumstances`` tells
    them.  ``output`` keeps what the next build need not do again.  Raises ``PaperError``
    where Sphinx finds anything wrong.
    """
    source, changed = prepared(reports, output, checked)
    with ExitStack() as beside:
        for findings in changed:
            beside.enter_context(typeset.beside(all_marked(findings)))
        return run_sphinx(source, output, "html")


def front(home: Path, paper: str) -> Path:
    """The page of a site that tells what was found of ``paper``, whose ``home`` is this page."""
    return home.parent / "papers" / paper / "index.html"


def prepared(
    reports: Mapping[str, str], output: Path, checked: Mapping[str, Json] | None = None
) -> tuple[Path, list[Findings]]:
    """The folder of sources, and what was found of the papers of which that is new.

    The sources are the documentation, and the pages of the papers beside it.
    """
    source = output / "source"
    _copied(documentation(), source)
    pages.put(source / "findings" / "checked" / "now.json", _sorted(checked or {}))
    changed = []
    for name, text in reports.items():
        new = pages.put(source / "findings" / f"{name}.json", text)
        findings = Findings.read(source / "findings" / f"{name}.json")
        pages.write(findings, source / "papers" / name)
        changed += [findings] if new else []
    return source, changed


def _sorted(value: Json) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _copied(documents: Path, source: Path) -> None:
    """Copy the documentation where it changed, and drop what is no longer there."""
    source.mkdir(parents=True, exist_ok=True)
    kept = {"findings", "papers"}
    for file in documents.rglob("*"):
        place = file.relative_to(documents)
        if file.is_dir() or place.parts[0].startswith(("_build", ".", "__pycache__")):
            continue
        target = source / place
        if not target.exists() or target.read_bytes() != file.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    for file in source.rglob("*"):
        place = file.relative_to(source)
        if file.is_file() and place.parts[0] not in kept and not (documents / place).exists():
            file.unlink()


def run_sphinx(
    source: Path, output: Path, builder: str, overrides: Mapping[str, Any] | None = None
) -> Path:
    """Run Sphinx with ``overrides`` of ``conf.py``; return the front page.

    Raises ``PaperError`` where Sphinx finds anything wrong.
    """
    import io

    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    site = output / builder
    read = output / ("doctrees" if builder == "html" else f"doctrees-{builder}")
    said, warned = io.StringIO(), io.StringIO()
    try:
        with _nothing_collected(), patch_docutils(str(source)), docutils_namespace():
            app = Sphinx(
                srcdir=source,
                confdir=source,
                outdir=site,
                doctreedir=read,
                confoverrides=dict(overrides or {}),
                buildername=builder,
                status=said,
                warning=warned,
            )
            logging.getLogger("sphinx").setLevel(logging.WARNING)  # no more is told of the rest
            app.build()
    except SphinxError as error:
        msg = f"the document cannot be built: {error}"
        raise PaperError(msg) from None
    if warned.getvalue():
        shutil.rmtree(read, ignore_errors=True)  # what is wrong is to be said the next time, too
        told = _COLOURS.sub("", warned.getvalue()).rstrip()
        msg = f"the document is not as it should be:\n{told}"
        raise PaperError(msg)
    return site / "index.html"


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Look for no garbage: a document is made of a great many nodes, and none is given up."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
