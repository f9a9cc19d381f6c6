"""Print and relations: agreement is seen, and drift is found on either side."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner
from sympy import Derivative, Integral, Symbol, cos, exp, pi, sin, sqrt

from checks.cli import main
from checks.load import load
from checks.printed.compare import compare, compare_all
from checks.printed.finding import LineReading, Status
from checks.printed.names import Names
from derivations.dimension import LENGTH, NUMBER, TIME
from derivations.expression import Vector
from derivations.paper import Paper
from derivations.quantity import Role
from derivations.relation import (
    Equal,
    LeadingOrder,
    Less,
    MuchLess,
    Relation,
    Rough,
    SameOrder,
    Tends,
    Within,
    about,
    between,
    of_order,
)
from derivations.rules import definition
from derivations.weisskopf1979 import paper as weisskopf

HERE = Path(__file__).parent
MECHANICS = load(str(HERE / "papers" / "mechanics.py"))


def _mutants() -> ModuleType:
    spec = importlib.util.spec_from_file_location("printed_mutants", HERE / "printed_mutants.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


MUTANTS = _mutants()


@pytest.mark.parametrize("paper", [weisskopf, MECHANICS], ids=lambda p: p.name)
def test_no_line_of_a_shipped_paper_has_drifted(paper: Paper) -> None:
    found = {reading.label: reading for reading in compare_all(paper)}
    assert len(found) == len(paper)
    assert [r for r in found.values() if r.status in {Status.DRIFT, Status.UNREAD}] == []


def test_every_formula_of_the_paper_is_compared_but_those_set_apart() -> None:
    found = list(compare_all(weisskopf))
    assert {r.label for r in found if r.status is Status.WORDS} == {
        "approximate equalities",
        "aluminium",
        "tin",
        "niobium",
        "lead",
        "quantum displacement",
        "Heaviside–Lorentz",
        "factor one half dropped",
        "helium",
        "waves of the pair",
        "exponentials",
        "38",
        "semiquantitative",
    }
    assert sum(len(r.apart) for r in found) == 16


# -- one rule at a time -------------------------------------------------------------------

PAPER = Paper("rules", "Rules of reading", "")
N = PAPER.notation
a, b, c = (N.quantity(letter, LENGTH, letter) for letter in "abc")
k = N.quantity("k", NUMBER, "a number")
k_2 = N.quantity("k_2", NUMBER, "another, printed k", latex="k")
w = N.quantity("w", NUMBER / TIME, "a frequency", latex=r"\omega")
D_a = N.quantity("D_a", LENGTH, "a difference", latex=r"\Delta a")
t = N.variable("t", TIME, "time")
x = N.variable("x", LENGTH, "place")
f = N.function("f", LENGTH, "a function", of=(TIME,))
V = N.function("V", NUMBER, "of two", of=(LENGTH, TIME))
R = N.quantity("R", LENGTH, "a limit")
F, G = (
    Vector(N.function(f"{name}_{i}", LENGTH, "a component", of=(TIME,))(t) for i in "xyz")
    for name in "FG"
)
_SLOPE = F.map(lambda part: part.diff(t))
ZERO = Vector([0, 0, 0])
_ = Role.CONSTANT


def reading(printed: str, *states: Relation) -> LineReading:
    """What is found of a line that prints and states this."""
    paper = Paper("rules", "Rules of reading", "")
    paper.notation = N
    line = paper.chapter("I", "One").display(
        "it", printed=printed, states=states, follows=definition(a)
    )
    return compare(line, paper)


AGREE: list[tuple[str, Relation]] = [
    ("a = b c/R", Equal(a, b * c / R)),
    (r"a = \frac{c}{R} b", Equal(a, b * c / R)),
    (r"a = \sqrt{bc}", Equal(a, sqrt(b) * sqrt(c))),
    ("a - b = c", Equal(a, b + c)),
    ("b = a", Equal(a, b)),
    ("a = b = c", Equal(a, b, c)),
    (r"a \sim b", SameOrder(a, b)),
    ("a = b", Rough(a, b)),
    (r"b > a", Less(a, b)),
    (r"b \gg a", MuchLess(a, b)),
    (r"a \simeq b", LeadingOrder(a, b, k)),
    (r"\frac{a}{b} \to 0", Tends(a / b, 0, k)),
    (r"a \ll b", Tends(a / b, 0, k)),
    ("k = 3", Equal(k, 3)),
    (r"k \approx 3.1", about(k, "3.1")),
    (r"k \sim 300", of_order(k, 300)),
    (r"a \sim 300 b", of_order(a / b, 300)),
    (r"k \sim 10^{-2} \text{ to } 10^{-1}", between(k, "0.01", "0.1")),
    (r"a \sim (30-40) b", between(a / b, 30, 40)),
    ("5 < k < 10", Within(k, 5, 10)),
    (r"a \sim 2 \text{ cm}", of_order(a, 2, "cm")),
    (r"f = a \sin \omega t", Equal(f(t), a * sin(w * t))),
    (r"\dot f = b\omega", Equal(Derivative(f(t), t), b * w)),
    (r"\frac{df}{dt} = b\omega", Equal(Derivative(f(t), t), b * w)),
    ("f(0) = a", Equal(f(0), a)),
    ("V(a) = k", Equal(V(a, t), k)),
    (r"\int_0^R V(x) dx = a", Equal(Integral(V(x, t), (x, 0, R)), a)),
    (
        r"\int_0^a \left( \int_0^R V(x) dx \right) dt = ab",
        Equal(Integral(V(x, t), (x, 0, R), (t, 0, a)), a * b),
    ),
    (r"\Delta a = b", Equal(D_a, b)),
    ("k = 2k", Equal(k, 2 * k)),
    (r"k = e^{a/b}", Equal(k, exp(a / b))),
    (r"k = \cos(a+b)/c", Equal(k, cos((a + b) / c))),
    (r"a = 2\pi b", Equal(a, 2 * pi * b)),
    (r"\frac{\partial \vec{F}}{\partial t} = -\omega \vec{G}", Equal(_SLOPE, G * -w)),
    (r"\frac{d}{dt} (\vec{F} + \vec{G}) = 0", Equal(_SLOPE + G.map(lambda g: g.diff(t)), ZERO)),
    (r"abc \approx 2.0\ \mathrm{cm}^3", about(a * b * c, "2.0", "cm**3")),
    (r"\omega/a \approx 2.0\ \mathrm{s}^{-1}\,\mathrm{cm}^{-1}", about(w / a, "2.0", "1/(cm*s)")),
]


@pytest.mark.parametrize(("printed", "states"), AGREE)
def test_the_same_in_print_and_relations_agrees(printed: str, states: Relation) -> None:
    found = reading(printed, states)
    assert found.status is Status.AGREES, found.findings
    assert found.words == 0
    assert found.compared >= 1


DRIFTED: list[tuple[str, Relation]] = [
    ("a = b c R", Equal(a, b * c / R)),
    ("a = -b", Equal(a, b)),
    ("a = 2b", Equal(a, b)),
    ("a = b", SameOrder(a, b)),
    (r"a \sim b", Equal(a, b)),
    (r"a \sim b", Rough(a, b)),
    (r"a \simeq b", Equal(a, b)),
    (r"a < b", Less(b, a)),
    (r"a \ll b", Less(a, b)),
    ("a = c", Equal(a, b)),
    ("a = b", Equal(a, b, c)),
    ("a = b = c", Equal(a, b)),
    ("a = b = b", Equal(a, b, c)),
    (r"k \approx 3.2", about(k, "3.1")),
    (r"k \sim 200", of_order(k, 300)),
    (r"k \sim 10^{-2} \text{ to } 1", between(k, "0.01", "0.1")),
    ("5 < k < 11", Within(k, 5, 10)),
    ("10 < k < 5", Within(k, 5, 10)),
    (r"a \sim 2 \text{ m}", of_order(a, 2, "cm")),
    (r"f = a \sin \omega", Equal(f(t), a * sin(w * t))),
    (r"\ddot f = b\omega", Equal(Derivative(f(t), t), b * w)),
    ("f(1) = a", Equal(f(0), a)),
    ("f = a", Equal(f(0), a)),
    ("V(b) = k", Equal(V(a, t), k)),
    (r"\int_0^a V(x) dx = a", Equal(Integral(V(x, t), (x, 0, R)), a)),
    (
        r"\int_0^R \left( \int_0^a V(x) dx \right) dt = ab",
        Equal(Integral(V(x, t), (x, 0, R), (t, 0, a)), a * b),
    ),
    (r"\int_0 V(x) dx = a", Equal(Integral(V(x, t), (x, 0, R)), a)),
    (r"k = \cos(a+b)c", Equal(k, cos((a + b) / c))),
    ("k = 2k", Equal(k, 3 * k)),
    (r"\frac{a}{b} \to 1", Tends(a / b, 0, k)),
    (r"\frac{b}{a} \to 0", Tends(a / b, 0, k)),
    ("a = b, a = c", Equal(a, b)),
    (r"\frac{\partial \vec{F}}{\partial t} = \omega \vec{G}", Equal(_SLOPE, G * -w)),
    (r"\frac{\partial^2 \vec{F}}{\partial t^2} = -\omega \vec{G}", Equal(_SLOPE, G * -w)),
    (r"\frac{\partial \vec{G}}{\partial t} = -\omega \vec{F}", Equal(_SLOPE, G * -w)),
    (r"\vec{F} (a, b) = \vec{G}", Equal(F, G)),
    (r"abc \approx 2.0\ \mathrm{cm}^2", about(a * b * c, "2.0", "cm**3")),
    (r"abc \approx 2.0\ \mathrm{m}^3", about(a * b * c, "2.0", "cm**3")),
]


@pytest.mark.parametrize(("printed", "states"), DRIFTED)
def test_a_drift_names_the_line_and_both_of_its_parts(printed: str, states: Relation) -> None:
    found = reading(printed, states)
    assert found.status in {Status.DRIFT, Status.UNREAD}
    assert found.label == "it"
    assert all(finding.reason for finding in found.findings)
    assert any(
        finding.printed in printed or "lacks" in finding.reason for finding in found.findings
    )


def test_one_letter_has_one_meaning_in_a_line() -> None:
    assert reading("k = 2k", Equal(k, 2 * k_2)).status is Status.DRIFT


def test_a_claim_that_is_not_printed_is_counted() -> None:
    found = reading("a = b", Equal(a, b), Equal(a, 2 * c))
    assert (found.status, found.words, found.claims) == (Status.AGREES, 1, (0,))


def test_a_claim_that_is_not_printed_may_join_what_is() -> None:
    assert reading(r"a \sim b", Equal(a, c), SameOrder(c, b)).status is Status.AGREES
    assert reading(r"a \sim b", Equal(a, 2 * c), SameOrder(c, b)).status is Status.DRIFT


def test_a_number_of_claims_that_is_declared_must_be_right() -> None:
    line = weisskopf["15"]
    more = (*line.claims, replace(line.claims[0], relation=Equal(Symbol("y"), 2)))
    assert compare(replace(line, claims=more), weisskopf).status is Status.DRIFT
    assert compare(replace(line, claims=line.claims[:1]), weisskopf).status is Status.DRIFT


UNREADABLE = [
    "a = {",
    r"a = \mystery b",
    "(" * 300 + "a" + ")" * 300 + "= b",
    "a =",
    "x" * 30_000 + "= a",
]


@pytest.mark.parametrize("printed", UNREADABLE, ids=lambda text: text[:10])
def test_what_cannot_be_read_is_said_with_its_reason(printed: str) -> None:
    found = reading(printed, Equal(a, b))
    assert found.status is Status.UNREAD
    assert found.findings[0].reason


def test_prose_is_words() -> None:
    assert reading("it falls from a height", Equal(a, b)).status is Status.WORDS


# -- mutants ------------------------------------------------------------------------------

#: Mutants that say the same, or that print alone cannot tell: what their text begins with.
SAME_MEANING = {
    "straight wire": ["minus: A_x = -A_y = 0"],  # A_y is zero
}

#: Claims of which print shows a part alone, so that a change of the rest cannot be seen there:
#: names whose values are not printed, a bare side, a bare number, one component of a vector,
#: "a few" without a number; and the letter c, which is printed for two quantities.
SAME_RELATION = {
    "constants": ["number"],
    "roton": ["E_rot", "c", "kind"],
    "roton energy": [""],
    "37": ["A_x", "A_y"],
    "atomic energy": ["doubled"],
    "circular field": ["claim 2"],
    "4": ["c*e**2"],
    "5": ["c*d*f"],
    "23": ["c*f*g"],
}

_NAMES = {paper.name: Names(paper) for paper in (weisskopf, MECHANICS)}
_SAMPLE = 12


def _compared() -> list[tuple[Paper, str]]:
    return [(p, line.label) for p in (weisskopf, MECHANICS) for line in p]


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("paper", "label"), _compared(), ids=lambda v: getattr(v, "name", v))
def test_what_is_changed_in_the_print_is_found(paper: Paper, label: str) -> None:
    names, line = _NAMES[paper.name], paper[label]
    mutants = list(MUTANTS.of_print(line, names.odd))
    whole = compare(line, paper, names)
    if whole.status is not Status.AGREES:
        pytest.skip("words")
    for what, mutant in mutants[len(label) % _SAMPLE :: _SAMPLE]:
        if not any(what.startswith(text) for text in SAME_MEANING.get(label, ())):
            found = compare(mutant, paper, names).status
            assert found in {Status.DRIFT, Status.UNREAD}, what


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("paper", "label"), _compared(), ids=lambda v: getattr(v, "name", v))
def test_what_is_changed_in_the_relations_is_found(paper: Paper, label: str) -> None:
    names, line = _NAMES[paper.name], paper[label]
    whole = compare(line, paper, names)
    if whole.status is not Status.AGREES:
        pytest.skip("words")
    symbols = [q.symbol for q in paper.notation if isinstance(q.symbol, Symbol)][3:30]
    mutants = list(MUTANTS.of_claims(line, whole.claims, symbols))
    for what, mutant in mutants[len(label) % _SAMPLE :: _SAMPLE]:
        if not any(text in what for text in SAME_RELATION.get(label, ())):
            found = compare(mutant, paper, names).status
            assert found in {Status.DRIFT, Status.UNREAD}, what


# -- the command --------------------------------------------------------------------------


def test_the_command_lists_what_is_not_compared_and_counts(mechanics: str) -> None:
    result = CliRunner().invoke(main, ["printed", mechanics])
    assert result.exit_code == 0
    assert "10 whose print and relations agree" in result.output
    assert "0 whose print and relations drift apart" in result.output


def test_the_command_fails_where_print_and_relations_drift_apart(
    written: Callable[[str], str],
) -> None:
    file = written(
        'one.equation("1", printed="x = 2 y", states=[Equal(x, 3 * y)], follows=definition(x))'
    )
    result = CliRunner().invoke(main, ["printed", file])
    assert result.exit_code == 1
    assert "(1)  drift" in result.output
    assert "printed   x = 2 y" in result.output
    assert "encoded   x = 3·y" in result.output


def test_the_command_fails_where_a_line_cannot_be_read(written: Callable[[str], str]) -> None:
    file = written(
        r'one.equation("1", printed=r"x = \mystery", states=[Equal(x, y)], follows=definition(x))'
    )
    result = CliRunner().invoke(main, ["printed", file])
    assert result.exit_code == 1
    assert "cannot be read" in result.output
