"""``derivations new``, and papers that live outside this repository."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from checks import load
from checks.cli import main

#: What makes the third line right: the 2 where it belongs.
REPAIRS = ((r"\tau = \pi \sqrt", r"\tau = 2\pi \sqrt"), ("pi * sqrt", "2 * pi * sqrt"))
#: A rule of the paper's own, and a line that follows by it.
OWN_RULE = '''

from sympy import Symbol
from derivations.rules import Cite, rule


@rule("square")
def squared(known, label, left, right):
    """If a = b, then a² = b²."""
    yield Cite(label)
    yield Equal(left**2, right**2)


chapter.equation(
    "4",
    printed=r"\\tau^2 = 4 \\pi^2 \\frac{\\ell}{g}",
    states=[Equal(tau**2, 4 * pi**2 * ell / g)],
    follows=by(squared("3", tau, 2 * pi * sqrt(ell / g))),
)
chapter.equation(
    "5",
    printed=r"\\tau^2 = 4 \\frac{\\ell}{g}",
    states=[Equal(tau**2, 4 * ell / g)],
    follows=by(squared("3", tau, 2 * sqrt(ell / g))),
)
'''


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "swings.py"
    assert run("new", path).exit_code == 0
    return path


def repaired(paper: Path) -> Path:
    text = paper.read_text(encoding="utf-8")
    for wrong, right in REPAIRS:
        assert text.count(wrong) == 1
        text = text.replace(wrong, right)
    paper.write_text(text, encoding="utf-8")
    return paper


def test_a_new_paper_is_checked_and_its_third_line_is_refuted(paper: Path) -> None:
    found = run("check", paper)
    assert found.exit_code == 1, found.output
    assert "✗  (3)  τ = √(ℓ/g)·π" in found.output
    assert "at        ℓ = " in found.output
    assert "What fails: (3)" in found.output
    assert "does not say what it prints" not in found.output
    assert run("printed", paper).exit_code == 0


def test_the_new_paper_put_right_holds(paper: Path) -> None:
    found = run("check", repaired(paper))
    assert found.exit_code == 0, found.output
    assert "✓  (3)" in found.output


@pytest.mark.nightly
def test_the_document_on_a_new_paper_is_built(paper: Path, tmp_path: Path) -> None:
    found = run("report", paper, "--output", tmp_path / "site")
    assert found.exit_code == 1, found.output
    page = tmp_path / "site" / "html" / "papers" / "swings" / "chapter-i.html"
    assert "dv-refuted" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("swings.py", "exists already"),
        ("swings", "is no name for a paper"),
        ("two words.py", "is no name for a paper"),
        ("nowhere/swings.py", "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_told(paper: Path, name: str, told: str) -> None:
    before = paper.read_text(encoding="utf-8")
    found = run("new", paper.parent / name)
    assert found.exit_code == 2
    assert told in found.output
    assert paper.read_text(encoding="utf-8") == before


def test_a_paper_is_found_as_a_module_on_the_path(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(paper.parent))
    assert load.load("swings").title == "The pendulum"
    assert run("check", "swings").exit_code == 1


def _distribution(folder: Path, paper: Path) -> dict[str, str]:
    """The files of a distribution that registers a paper under a name of its own."""
    info = "swinging-1.0.dist-info"
    return {
        "swings_of_mine.py": paper.read_text(encoding="utf-8"),
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: swinging\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": "[derivations.papers]\npendulum = swings_of_mine:paper\n"
        "[derivations.default]\npaper = swings_of_mine:paper\n",
    }


@pytest.fixture
def installed(paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site-packages"
    for name, text in _distribution(tmp_path, paper).items():
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(site))


@pytest.mark.usefixtures("installed")
def test_a_paper_that_a_distribution_registers_is_found_by_name() -> None:
    assert "pendulum" in load.names()
    found = run("check", "pendulum")
    assert found.exit_code == 1
    assert "What fails: (3)" in found.output


@pytest.mark.usefixtures("installed")
def test_without_a_name_the_paper_is_meant_that_is_installed_as_such() -> None:
    assert load.default() == "pendulum"


def test_the_environment_names_the_paper_that_is_meant(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DERIVATIONS_PAPER", str(paper))
    assert "The pendulum" in run("check").output
    assert "τ" in run("list", "symbols").output


def test_where_no_paper_is_meant_one_has_to_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "entry_points", lambda **_: ())
    found = run("check")
    assert found.exit_code == 2
    assert "name a paper" in found.output


def test_a_paper_outside_is_extended_with_a_rule_of_its_own(paper: Path) -> None:
    with repaired(paper).open("a", encoding="utf-8") as file:
        file.write(OWN_RULE)
    found = run("check", paper)
    assert found.exit_code == 1, found.output
    assert "✓  (4)" in found.output
    assert "What fails: (5)" in found.output


@pytest.mark.nightly
def test_a_paper_is_installed_by_pip_and_checked(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = tmp_path / "swinging-1.0-py3-none-any.whl"
    files = _distribution(tmp_path, paper)
    record = "".join(f"{name},,\n" for name in files) + "swinging-1.0.dist-info/RECORD,,\n"
    with ZipFile(wheel, "w") as archive:
        for name, text in {**files, "swinging-1.0.dist-info/RECORD": record}.items():
            archive.writestr(name, text)
    site = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--target", str(site), str(wheel)], check=True, capture_output=True)
    monkeypatch.setenv("PYTHONPATH", str(site))
    checked = subprocess.run(
        [sys.executable, "-m", "checks", "check", "pendulum"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 1, checked.stderr
    assert "What fails: (3)" in checked.stdout
