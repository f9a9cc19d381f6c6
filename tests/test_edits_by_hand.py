"""Change one sign, factor, exponent or symbol of a paper: the line that says it fails.

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

COOPER = [
    ("1", "chapter1", "2 * hbar**2 * kappa**2 / (2 * m)", "hbar**2 * kappa**2 / (2 * m)"),
    ("4", "chapter1", "V_0 * Total(a_k(k_prime)", "-V_0 * Total(a_k(k_prime)"),
    (
        "equation of a state",
        "chapter1",
        "(2 * xi_k(k) + Delta) * a(xi_k(k)), V_0 * Total",
        "(xi_k(k) + Delta) * a(xi_k(k)), V_0 * Total",
    ),
    ("singlet", "chapter1", "psi(x_2 - x_1), psi(x_1", "psi(x_2 - x_1), -psi(x_1"),
    ("continuum", "chapter1", "N_0 * Integral(a(xi), _BAND)", "2 * N_0 * Integral(a(xi), _BAND)"),
    ("5", "chapter1", "V_0 * S / (2 * xi + Delta)", "V_0 * S / (2 * xi - Delta)"),
    ("7", "chapter1", "N_0 * V_0 / 2 * _LOG", "N_0 * V_0 * _LOG"),
    ("8", "chapter1", "exp(2 / (N_0 * V_0)) - 1)", "exp(1 / (N_0 * V_0)) - 1)"),
    ("9", "chapter1", "2 * hbar * omega_D * exp(-2", "hbar * omega_D * exp(-2"),
    ("12", "chapter2", "Less(J_3, m * p_c)", "Less(m * p_c, J_3)"),
    ("13", "chapter2", "Less(V_c, V_0)", "Less(V_0, V_c)"),
    ("14", "chapter2", "exp(2 / (N_2 * V_0)) - 1)", "exp(2 / (N_2 * V_0)) + 1)"),
    ("15", "chapter3", "W(theirs4.B_c), N_0 * V_0 / 2", "W(theirs4.B_c), N_0 * V_0"),
    ("16", "chapter3", "Equal(Delta, 2 * W(theirs4.Delta))", "Equal(Delta, W(theirs4.Delta))"),
    ("17", "chapter3", "Equal(_EXPONENT, 2 /", "Equal(_EXPONENT, 1 /"),
]
LONDON = [
    ("1", "chapter1", "E * (n_s * e**2 / m)", "E * (-n_s * e**2 / m)"),
    ("2", "chapter1", "curl(j, space) + B *", "curl(j, space) - B *"),
    ("5", "chapter1", "Equal(laplacian(B, space), B /", "Equal(laplacian(B, space), -B /"),
    ("6", "chapter1", "Equal(b(x), B_0 * _DECAY)", "Equal(b(x), B_0 / _DECAY)"),
    ("7", "chapter1", "c / (4 * pi * lambda_L) * B_0", "c / (2 * pi * lambda_L) * B_0"),
    ("10", "chapter2", "A * (q / c)) * (q * n_p / M)", "A * (q / c)) * (-q * n_p / M)"),
    ("postulate", "chapter2", "B * (-n_s * e**2 / (m * c)))],", "B * (-n_s * e**2 / (m * 2)))],"),
    ("12", "chapter2", "(hbar * _TURN - q / c", "(2 * hbar * _TURN - q / c"),
    ("14", "chapter2", "n * 2 * pi * hbar * c / (2 * e))", "n * 2 * pi * hbar * c / e)"),
    ("16", "chapter2", '"2.0678", "gauss', '"2.0679", "gauss'),
    ("17", "chapter3", "W(theirs7.lambda_L), lambda_L)", "W(theirs7.lambda_L), 2 * lambda_L)"),
    ("18", "chapter3", "A * (-c / (4 * pi * lambda_L**2))", "A * (-c / lambda_L**2)"),
]  # fmt: skip
ALL = [
    (paper, *edit)
    for paper, edits in (("weisskopf1979", EDITS), ("cooper1956", COOPER), ("london", LONDON))
    for edit in edits
]

DECIDE_ONE = """
import sys
from pathlib import Path
from checks.run.cache import Cache
from checks.run.cached import Cached
from checks.run.decider import Decider, InProcess
from checks.run.fingerprint import of_checks
from checks.load import load
from checks.suite import Suite
with Cache(Path(sys.argv[2]), of_checks(), sys.exit) as cache:
    result = Suite(load(sys.argv[3]), Decider(Cached(InProcess(), cache))).line(sys.argv[1])
print(result.verdict.value, "/", result.reason)
sys.exit(0 if result.verdict.holds else 1)
"""


def _edited(folder: Path, paper: str, module: str, old: str, new: str) -> dict[str, str]:
    """An environment in which ``paper`` has been edited."""
    copy = folder / "derivations"
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    path = copy / paper / f"{module}.py"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {module}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.mark.sampled(7)
@pytest.mark.parametrize(("paper", "label", "module", "old", "new"), ALL)
def test_an_edited_line_fails(
    tmp_path: Path, shared: Path, paper: str, label: str, module: str, old: str, new: str
) -> None:
    run = subprocess.run(
        [sys.executable, "-c", DECIDE_ONE, label, str(shared), paper],
        env=_edited(tmp_path, paper, module, old, new),
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
        env=_edited(
            tmp_path, "weisskopf1979", "chapter2", "Equal(f, d / a_B)", "Equal(f, a_B / d)"
        ),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1, run.stderr
    assert "What fails: (1a)" in run.stdout
