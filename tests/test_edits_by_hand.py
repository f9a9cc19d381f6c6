"""Change one sign, factor, exponent or symbol of the paper: the check fails and names the line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import derivations

SOURCE = Path(derivations.__file__).parent

#: Module, what stands there, what is put in its place, the line that must be named.
EDITS = [
    ("chapter2", "f * hbar**2 / (m * d**2))), definition(f)", "", "1"),
]


@pytest.mark.parametrize(("module", "old", "new", "label"), EDITS)
def test_an_edited_line_fails_and_is_named(
    tmp_path: Path, module: str, old: str, new: str, label: str
) -> None:
    copy = tmp_path / "derivations"
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    path = copy / "weisskopf1979" / f"{module}.py"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {module}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "checks", "check"],
        env={**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1, run.stdout + run.stderr
    failed = [line.split()[1] for line in run.stdout.splitlines() if line[:1] in "✗?"]
    assert f"({label})" in failed or label in " ".join(failed)
