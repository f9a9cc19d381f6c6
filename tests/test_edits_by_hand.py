"""Change one sign, factor, exponent or symbol of the paper: the line that says it fails.

Each edit is made in the text of a copy of the paper's own modules, as a person would.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import derivations

SOURCE = Path(derivations.__file__).parent

#: Line, module, what stands there, what is put in its place.
EDITS = [
    ("1a", "chapter2", "Equal(f, d / a_B)", "Equal(f, a_B / d)"),
    ("2", "chapter2", 'about(a, "3.1")', 'about(a, "3.2")'),
    ("3", "chapter2", "sqrt(m / M) * epsilon_A / hbar", "sqrt(M / m) * epsilon_A / hbar"),
    ("displacement", "chapter3", "Equal(delta, p_i / (M", "Equal(delta, p_i / (2 * M"),
    ("5", "chapter3", "f * c_p / (a * b) * d / beta", "f * c_p / (a * b) * d * beta"),
    ("6", "chapter3", "s * a / b * beta * d", "s * b / a * beta * d"),
    ("7", "chapter3", "f * c_p * g / (a * b)", "f * c_p * g**2 / (a * b)"),
    ("depth of the tube", "chapter3", "SameOrder(-U, hbar", "SameOrder(U, hbar"),
    ("reduced mass", "chapter4_schroedinger", "Equal(mu, m / 2)", "Equal(mu, 2 * m)"),
    ("15", "chapter4_schroedinger", "Equal(E_0, -Delta)", "Equal(E_0, Delta)"),
    ("16", "chapter4_schroedinger", "Equal(_SIXTEEN[0], -_SIX", "Equal(_SIXTEEN[0], 2 * _SIX"),
    ("18", "chapter4_element", "Equal(eta, 2 / s)", "Equal(eta, 1 / s)"),
    ("19", "chapter4_element", "Equal(V_S, -kappa * s", "Equal(V_S, -kappa * s**2"),
    ("20", "chapter4_sea", "(LEVEL + Delta), B_c * BAND)", "(LEVEL - Delta), B_c * BAND)"),
    ("21", "chapter4_sea", "Equal(B_c, kappa * s * a / b", "Equal(B_c, kappa * s * b / a"),
    ("22", "chapter4_binding", "[Equal(alpha_e(epsilon), 1 /", "[Equal(alpha_e(epsilon), 2 /"),
    ("23", "chapter4_binding", "Equal(xi, 2 * b / (s * kappa", "Equal(xi, b / (s * kappa"),
    ("25", "chapter4_gap", "gamma * epsilon_A / beta)", "gamma**2 * epsilon_A / beta)"),
    ("one dimension", "chapter4_wells", "Tends(t_1, 1, y_w", "Tends(t_1, 2, y_w"),
    ("27", "chapter5", "* d, epsilon_F / Delta * d)", "* d, Delta / epsilon_F * d)"),
    ("28", "chapter6", "d * (rho / d) ** Rational(1, 3)", "d * (rho / d) ** Rational(2, 3)"),
    ("31", "chapter7", "Equal(v_at(p), (p - A", "Equal(v_at(p), (p + A"),
    ("33", "chapter7", "Equal(j / c, -A / lambda_L**2)", "Equal(j / c, A / lambda_L**2)"),
    ("34", "chapter7_london", "e_H**2 * n / (2 * m * c**2)", "e_H**2 * n / (m * c**2)"),
    ("35", "chapter7_london", "space), B / lambda_L**2)", "space), -B / lambda_L**2)"),
    ("40", "chapter7_wire", "Equal(J, 2 * pi * R_w", "Equal(J, pi * R_w"),
    ("A2", "appendix2", "- k_b(q), -_shift * _slope", "- k_b(q), _shift * _slope"),
]

DECIDE_ONE = """
import sys
from pathlib import Path
from checks.run.cache import Cache
from checks.run.cached import Cached
from checks.run.decider import Decider, InProcess
from checks.run.fingerprint import of_checks
from checks.suite import Suite
from derivations.weisskopf1979 import paper
with Cache(Path(sys.argv[2]), of_checks(), sys.exit) as cache:
    result = Suite(paper, Decider(Cached(InProcess(), cache))).line(sys.argv[1])
print(result.verdict.value, "/", result.reason)
sys.exit(0 if result.verdict.holds else 1)
"""


def _edited(folder: Path, module: str, old: str, new: str) -> dict[str, str]:
    """An environment in which the paper has been edited."""
    copy = folder / "derivations"
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    path = copy / "weisskopf1979" / f"{module}.py"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {module}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("label", "module", "old", "new"), EDITS)
def test_an_edited_line_fails(
    tmp_path: Path, shared: Path, label: str, module: str, old: str, new: str
) -> None:
    run = subprocess.run(
        [sys.executable, "-c", DECIDE_ONE, label, str(shared)],
        env=_edited(tmp_path, module, old, new),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1, run.stdout + run.stderr
    assert run.stdout.startswith(("refuted", "undecided")), run.stdout + run.stderr


@pytest.mark.nightly
def test_the_command_names_the_line_that_was_edited(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "checks", "check"],
        env=_edited(tmp_path, "chapter2", "Equal(f, d / a_B)", "Equal(f, a_B / d)"),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1, run.stderr
    assert "What fails: (1a)" in run.stdout
