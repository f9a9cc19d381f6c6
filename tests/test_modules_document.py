"""``docs/modules.md`` lists every module of ``checks``, each once, by its own first line."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_module_is_listed_once_with_its_subject() -> None:
    text = (ROOT / "docs" / "modules.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([\w.]+)` \| (.*) \|$", text, re.MULTILINE)
    subjects = {
        ".".join(path.relative_to(ROOT / "checks").with_suffix("").parts): (
            ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        ).split("\n")[0]
        for path in (ROOT / "checks").rglob("*.py")
        if path.stem != "__init__"
    }
    assert len(listed) == len(dict(listed))
    assert dict(listed) == subjects
