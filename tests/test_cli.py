"""What a user sees at the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner, Result

from checks.cli import main

Write = Callable[[str], str]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


GOOD = """
one.equation("1", printed="x = 2y", states=[Equal(x, 2 * y)], follows=law("Hooke"))
one.equation("2", printed=r"x \\sim y", states=[SameOrder(x, y)], follows=by("1"))
one.display("double", printed="2x = 4y", states=[Equal(2 * x, 4 * y)], follows=by("1"))
paper.result("x is of the order of y", "2")
"""


def test_a_paper_that_holds_exits_with_0(written: Write) -> None:
    result = run("check", written(GOOD))
    assert result.exit_code == 0, result.output
    assert "✓  x is of the order of y — confirmed by (2)" in result.output


def test_a_wrong_line_is_refuted_with_a_witness_and_exits_with_1(mechanics: str) -> None:
    result = run("check", mechanics)
    assert result.exit_code == 1
    wrong = result.output[result.output.index("✗  (4)") :]
    assert wrong.splitlines()[0].split() == ["✗", "(4)", "u", "=", "√(g·h)", "refuted"]
    assert " g = " in wrong.splitlines()[2]
    assert "What fails: (4)" in result.output


def test_every_equation_is_one_plain_line_when_piped(written: Write) -> None:
    lines = [" ".join(line.split()) for line in run("check", written(GOOD)).output.splitlines()]
    assert "• (1) x = 2·y given: law" in lines
    assert "~ (2) x ~ y proved up to a factor: 2" in lines
    assert "✓ double 2·x = 4·y proved" in lines
    assert "~ 1 proved up to a factor" in lines


def test_a_misprint_shows_print_accepted_form_and_reason(mechanics: str) -> None:
    shown = run("check", mechanics).output.partition("(5)  ")[2].splitlines()[:3]
    assert [line.split()[0] for line in shown] == ["printed", "accepted", "because"]
    assert "✗ refuted" in shown[0]
    assert "✓ proved" in shown[1]


def test_show_tells_all_of_a_line(mechanics: str) -> None:
    result = run("show", "4", "-p", mechanics)
    assert result.exit_code == 0
    for words in (
        "as printed    u = \\sqrt{gh}",
        "as relations  u = √(g·h)",
        "dimensions  length·time⁻¹  =  length·time⁻¹",
        "premises    (3)",
        "refuted by ",
        " ms",
        "rests on      (1) (speed) (2) (ground) (impact) (3)",
    ):
        assert words in result.output


def test_show_tells_what_rests_on_a_line(mechanics: str) -> None:
    assert "is used by    (3) (4) (5)" in run("show", "2", "-p", mechanics).output


def test_chain_tells_how_one_line_comes_from_another(mechanics: str) -> None:
    result = run("chain", "1", "3", "-p", mechanics)
    assert result.exit_code == 0
    heads = [line for line in result.output.splitlines() if not line.startswith(" ")]
    assert heads == ["• (1)", "✓ (2)", "✓ (3)"]
    assert "from (1) by differentiate; proved" in result.output


def test_list_lists_lines_and_assumptions(mechanics: str) -> None:
    listed = run("list", "-p", mechanics).output
    for words in ("weisskopf1979", "II. The pendulum", "period", "a point on a massless thread"):
        assert words in listed


def test_list_assumptions_tells_how_many_lines_rest_on_each(mechanics: str) -> None:
    assert "Galileo; 4 lines rest on it" in run("list", "assumptions", "-p", mechanics).output


def test_version_and_help() -> None:
    assert run("--version").output.split()[0] == "derivations"
    assert "Check every line of PAPER" in run("check", "--help").output


def test_json_is_written_beside_the_report(written: Write, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    result = run("check", written(GOOD), "--json", str(file))
    assert "proved up to a factor" in result.output
    assert json.loads(file.read_text(encoding="utf-8"))["holds"] is True


def test_json_on_standard_output_stands_alone(written: Write) -> None:
    assert json.loads(run("check", written(GOOD), "--json", "-").output)["schema"] == 1


BAD_PAPERS = {
    "a duplicate label": (
        """
        one.equation("1", printed="", states=[Equal(x, y)], follows=law("Hooke"))
        one.equation("1", printed="", states=[Equal(x, y)], follows=law("Hooke"))
        """,
        "sketch.py:15: the label (1) is taken by",
    ),
    "a premise that does not exist": (
        """
        one.equation("1", printed="", states=[Equal(x, y)], follows=by("7"))
        """,
        "sketch.py:14: line (1) rests on (7), which does not exist",
    ),
    "a circular premise": (
        """
        one.equation("1", printed="", states=[Equal(x, y)], follows=by("2"))
        one.equation("2", printed="", states=[Equal(x, y)], follows=by("1"))
        """,
        "the argument is circular: (1) → (2) → (1)",
    ),
    "a quantity without a dimension": (
        """
        w = Symbol("w")
        one.equation("1", printed="", states=[Equal(x, w)], follows=law("Hooke"))
        """,
        "sketch.py:15: line (1): w: the quantity has no dimension: declare it",
    ),
    "a quantity declared without a dimension": (
        """
        w = paper.notation.quantity("w", meaning="a width")
        """,
        "sketch.py:14: the paper fails to import: TypeError",
    ),
    "a float": (
        """
        one.equation("1", printed="", states=[Equal(x, 0.5 * y)], follows=law("Hooke"))
        """,
        'sketch.py:14: 0.5 is a floating-point number; write it exactly, as Rational("0.5")',
    ),
    "an exception": (
        """
        one.equation("1", printed="", states=[Equal(x, 1 / 0)], follows=law("Hooke"))
        """,
        "sketch.py:14: the paper fails to import: ZeroDivisionError: division by zero",
    ),
    "a syntax error": ("one.equation(", "sketch.py:13: the paper fails to import: SyntaxError"),
    "an import that fails": (
        "import no_such_module",
        "sketch.py:13: the paper fails to import: ModuleNotFoundError: No module named",
    ),
    "no paper": ("paper = None", "must have an attribute 'paper' that is a Paper; it has none"),
}


@pytest.mark.parametrize("flaw", BAD_PAPERS)
def test_a_malformed_paper_is_a_sentence_with_its_place(written: Write, flaw: str) -> None:
    text, message = BAD_PAPERS[flaw]
    result = run("check", written(dedent(text)))
    assert result.exit_code == 2
    assert message in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "weisskopf"), "there is no paper weisskopf; did you mean weisskopf1979?"),
        (("check", "no/such.py"), "no/such.py: there is no such paper"),
        (("check", "json"), "the module must have an attribute 'paper' that is a Paper"),
        (("check", "--json", "no/such/file"), "no/such/file cannot be written"),
        (("check", "--json", "."), "is a directory"),
        (("list", "everything"), "'everything' is not one of"),
    ],
)
def test_wrong_usage_is_a_sentence(arguments: tuple[str, ...], message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "44"), "there is no line (44) in mechanics; did you mean 4?"),
        (("chain", "1", "44"), "there is no line (44)"),
        (("chain", "6", "3"), "(3) does not rest on (6)"),
        (("chain", "3", "1"), "(1) does not rest on (3); (3) rests on (1): swap them"),
    ],
)
def test_a_wrong_label_is_a_sentence(
    mechanics: str, arguments: tuple[str, ...], message: str
) -> None:
    result = run(*arguments, "-p", mechanics)
    assert result.exit_code == 2
    assert message in result.output


def test_a_json_file_that_cannot_be_written_is_told_before_the_work(written: Write) -> None:
    paper = written("raise SystemExit('the paper was imported')")
    assert "cannot be written" in run("check", paper, "--json", "no/such/file").output


def test_no_file_is_left_of_a_run_that_fails(written: Write, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    assert run("check", written("import no_such_module"), "--json", str(file)).exit_code == 2
    assert not file.exists()


def test_a_package_of_modules_is_a_paper(tmp_path: Path, written: Write) -> None:
    folder = tmp_path / "essay"
    folder.mkdir()
    Path(written("from . import first")).rename(folder / "__init__.py")
    (folder / "first.py").write_text("from . import one, Equal, x, y, law\n" + GOOD_FIRST)
    for _ in range(2):
        assert run("check", str(folder)).exit_code == 0, "also when it is loaded again"


GOOD_FIRST = """
one.equation("1", printed="x = 2y", states=[Equal(x, 2 * y)], follows=law("Hooke"))
"""


DRIFTED = """
from sympy import Symbol
from derivations.dimension import LENGTH
from derivations.paper import Paper
from derivations.relation import Equal
from derivations.rules import definition

paper = Paper("drifted", "Drifted", "")
a = paper.notation.quantity("a", LENGTH, "a length")
b = paper.notation.quantity("b", LENGTH, "another")
chapter = paper.chapter("I", "One")
chapter.equation("1", printed="a = {} b", states=[Equal(a, 2 * b)], follows=definition(a))
"""


@pytest.mark.parametrize(("printed", "status"), [("2", 0), ("3", 1)])
def test_a_line_that_does_not_say_what_it_prints_fails_the_check(
    tmp_path: Path, printed: str, status: int
) -> None:
    paper = tmp_path / "drifted.py"
    paper.write_text(DRIFTED.format(printed), encoding="utf-8")
    run = CliRunner().invoke(main, ["check", str(paper)])
    assert run.exit_code == status, run.output
    assert ("(1) does not say what it prints" in run.output) == bool(status)
