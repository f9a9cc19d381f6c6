"""``docs/trust.md`` names every module that says what is claimed, and files that exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "trust.md").read_text(encoding="utf-8")
LISTED = re.findall(r"^\| `([\w/.]+)` \|", TEXT, re.MULTILINE)


def test_every_file_named_exists_and_is_named_once() -> None:
    assert len(LISTED) == len(set(LISTED))
    assert [name for name in LISTED if not (ROOT / name).is_file()] == []


def test_every_module_of_the_language_of_papers_is_named() -> None:
    folder = ROOT / "derivations"
    modules = [*folder.glob("*.py"), *(folder / "rules").glob("*.py")]
    names = {path.relative_to(ROOT).as_posix() for path in modules if path.name != "__init__.py"}
    assert names == {name for name in LISTED if name.startswith("derivations/")}


def test_the_documents_it_points_to_exist() -> None:
    targets = re.findall(r"\]\((\w[\w-]*\.md)\)", TEXT)
    assert targets
    assert [name for name in targets if not (ROOT / "docs" / name).is_file()] == []
