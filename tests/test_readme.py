"""The README's example does what the README says."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from checks.cli import main

README = Path(__file__).parents[1] / "README.md"


def test_the_example_proves_one_line_and_refutes_another(tmp_path: Path) -> None:
    (block,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path / "fall.py"
    path.write_text(block, encoding="utf-8")
    run = CliRunner().invoke(main, ["check", str(path)])
    assert run.exit_code == 1, run.output
    assert re.search(r"✓\s+\(3\)", run.output)
    assert re.search(r"✗\s+\(4\)", run.output)
    assert "What fails: (4)" in run.output
