"""The second kernel: names, terms, theorems, and what Rocq refuses."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace

import pytest
import sympy
from sympy import Rational, Symbol, cos, exp, log, pi, sqrt

from checks.rocq import certified, check, export, summary
from checks.rocq.bound import theorem as bound
from checks.rocq.equation import theorem as equation
from checks.rocq.names import Names, identifier
from checks.rocq.term import OutsideError, Terms, conditions
from checks.suite import Suite
from derivations.dimension import NUMBER
from derivations.errors import PaperError
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Equal, Less, MuchLess, Within

needs_rocq = pytest.mark.skipif(
    shutil.which("coqtop") is None, reason="coqtop is not installed (apt-get install coq ...)"
)

N = Notation()
a, b, c = (N.quantity(name, NUMBER, "positive") for name in "abc")
w = N.quantity("w", NUMBER, "of any sign", sign="real")
k = N.factor("k", "a factor", 2, 3)
x = N.variable("x", NUMBER, "a variable", sign="real")
f = N.function("f", NUMBER, "a function", of=(NUMBER,))


def obligation(goal, *facts):
    return Obligation(goal, facts, N)


@pytest.fixture(scope="module")
def session():
    with check.Session() as open_session:
        yield open_session


@pytest.mark.parametrize(
    ("expr", "text"),
    [
        (Rational(-1, 3), "(- (1 / 3))"),
        (a / b, "(a / b)"),
        (-2 * a / b**3, "(- ((2 * a) / (b ^ 3)))"),
        (sqrt(a), "(sqrt a)"),
        (a ** Rational(-3, 2), "(/ ((sqrt a) ^ 3))"),
        (a ** Rational(1, 3), "(Rpower a (1 / 3))"),
        (a - b, "(a - b)"),
        (exp(-a), "(exp (- a))"),
        (log(a) * cos(b) * pi, "(PI * (cos b) * (ln a))"),
        (f(x).diff(x), "(f_d1 x)"),
        (f(2 * a), "(f (2 * a))"),
    ],
)
def test_a_term_is_written_in_full_parentheses(expr, text):
    assert Terms().term(expr) == text


@pytest.mark.parametrize("expr", [sympy.I * a, sympy.Heaviside(a - b), sympy.besselk(0, a)])
def test_what_has_no_counterpart_is_refused(expr):
    with pytest.raises(OutsideError):
        Terms().term(expr)


def test_names_never_collide_and_hide_nothing():
    names = Names()
    wanted = ["R", "v_R", "p′", "p_prime", "PI", "exp", "ħ", "x y", "x_y", "forall", "1"]
    found = [names.name(number, word) for number, word in enumerate(wanted)]
    assert len(set(found)) == len(wanted)
    assert all(word.isascii() and word.isidentifier() for word in found)
    assert not {"R", "PI", "exp", "forall"} & set(found)


def test_text_in_a_comment_cannot_leave_it():
    hidden = "*) Axiom no : False. (*"
    paper_notation = Notation()
    odd = paper_notation.quantity(hidden, NUMBER, hidden)
    made = equation(Obligation(Equal(2 * odd, odd + odd), (), paper_notation), "t")
    assert "Axiom no :" not in made.text.replace("* ) Axiom no : False. ( *", "")
    assert "*) Axiom" not in made.text


@pytest.mark.parametrize(
    ("expr", "needed"),
    [
        (1 / w, ["w <> 0"]),
        (sqrt(w), ["w >= 0"]),
        (1 / sqrt(w), ["w > 0"]),
        (log(w), ["w > 0"]),
        (1 / (w * exp(1 / a)), ["a <> 0", "w <> 0"]),
    ],
)
def test_where_a_term_is_defined(expr, needed):
    assert sorted(f"{one.expr} {one.sign} 0" for one in conditions(expr)) == needed


def test_what_is_not_equal_gets_no_theorem():
    with pytest.raises(OutsideError):
        equation(obligation(Equal(a, 2 * b), Equal(a, b)), "t")


def test_hypotheses_are_the_facts_that_are_needed_and_no_more():
    made = equation(obligation(Equal(a, 2 * c), Equal(a, 2 * b), Equal(b, c), Equal(w, 7)), "t")
    facts = [one.text for one in made.hypotheses if one.name.startswith("F")]
    assert facts == ["a = (2 * b)", "b = c"]
    assert {one.text for one in made.hypotheses} - set(facts) == {"0 < a", "0 < b", "0 < c"}


WAVE = Equal(f(x), b * sympy.sin(a * x))
AT_ZERO = sympy.Subs(f(x).diff(x), x, 0)
_TRUE = {
    "fractions": (equation, obligation(Equal(a, 2 * c), Equal(a, 2 * b), Equal(b, c))),
    "radicals": (equation, obligation(Equal(sqrt(a * b), b * sqrt(2)), Equal(a, 2 * b))),
    "a power": (equation, obligation(Equal(a, sqrt(8 * b)), Equal(a**2, 8 * b))),
    "exponentials": (equation, obligation(Equal(exp(a) * exp(-a / 2), exp(a / 2)))),
    "a function at a point": (equation, obligation(Equal(f(a), a**2), Equal(f(x), x**2))),
    "a derivative": (equation, obligation(Equal(f(x).diff(x, 2), -(a**2) * f(x)), WAVE)),
    "a derivative at a point": (equation, obligation(Equal(AT_ZERO, a * b), WAVE)),
    "a product of sines": (
        equation,
        obligation(Equal(2 * sympy.sin(a) * sympy.sin(b), cos(a - b) - cos(a + b))),
    ),
    "an interval": (bound, obligation(Within(exp(a), 2, 3), Within(a, Rational("0.9"), 1))),
    "a range": (bound, obligation(Within(k**2, 3, 10))),
    "a sign": (bound, obligation(Less(0, a + b))),
    "much less": (bound, obligation(MuchLess(a, c), Within(a, 1, 2), Within(c, 30, 40))),
}


def test_what_a_derivative_is_is_said_where_it_is_needed_and_exists_everywhere():
    made = equation(obligation(Equal(AT_ZERO, a * b), WAVE), "t")
    said = [one.text for one in made.hypotheses if one.name.startswith("M")]
    assert said == ["(forall any_x : R, is_derive (fun any_x => (f any_x)) any_x (f_d1 any_x))"]
    kinked = Equal(f(x), b * abs(x))
    with pytest.raises(OutsideError, match="facts or laws"):
        equation(obligation(Equal(sympy.Subs(f(x).diff(x), x, a), b), kinked), "t")


@needs_rocq
def test_a_derivative_is_proved_and_another_one_is_not(session):
    made = equation(obligation(Equal(f(x).diff(x, 2), -(a**2) * f(x)), WAVE), "a_derivative")
    assert session.define(made.name, made.text).proved
    mutant = made.mutated()
    assert not session.define(mutant.name, mutant.text).proved
    assert all(map(check.allowed, session.axioms([made.name])))


@needs_rocq
@pytest.mark.nightly
@pytest.mark.parametrize("name", _TRUE)
def test_rocq_certifies_what_holds_and_refuses_its_mutant(name, session):
    prover, one = _TRUE[name]
    made = prover(one, identifier(f"t {name}"))
    assert session.define(made.name, made.text).proved
    mutant = made.mutated()
    assert not session.define(mutant.name, mutant.text).proved
    assert all(map(check.allowed, session.axioms([made.name])))


@needs_rocq
@pytest.mark.parametrize(
    ("tampering", "reason"),
    [
        ("Theorem bad_1 : 0 = 1. Proof. Admitted.", "it rests on bad_1"),
        ("Axiom no_1 : False.\nTheorem bad_2 : 0 = 1. Proof. destruct no_1. Qed.", "no_1"),
        ("Theorem bad_3 : 0 = 1. Proof. lra. Qed.", "Rocq says"),
        ("Theorem bad_4 : 0 = 1. Proof.", "not complete"),
    ],
)
def test_what_is_not_proved_is_refused(tampering, reason, session):
    name = tampering.partition("Theorem ")[2].split()[0]
    good = session.define("good", "Theorem good : 0 + 0 = 0. Proof. ring. Qed.")
    answers = session.audit({name: session.define(name, tampering), "good": good})
    assert not answers[name].proved
    assert reason in answers[name].reason


def _small_report():
    from derivations.paper import Paper
    from derivations.rules import by, definition

    paper = Paper("small", "A small paper", "")
    y = paper.notation.quantity("y", NUMBER, "given")
    z = paper.notation.quantity("z", NUMBER, "defined")
    chapter = paper.chapter("I", "One")
    chapter.equation("1", printed="z = 2 y", states=[Equal(z, 2 * y)], follows=definition(z))
    chapter.equation("2", printed="z/y = 2", states=[Equal(z / y, 2)], follows=by("1"))
    return Suite(paper).run()


def test_files_are_the_same_byte_for_byte(tmp_path):
    for folder in (tmp_path / "one", tmp_path / "two"):
        report = _small_report()
        export.write(report, export.theorems(report), folder)
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.*"))
    assert any(str(file).endswith("line_2.v") for file in files)
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_a_folder_of_other_things_is_refused(tmp_path):
    (tmp_path / "thesis.tex").write_text("mine")
    with pytest.raises(PaperError, match="not empty"):
        export.write(_small_report(), [], tmp_path)


def test_without_rocq_a_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(PaperError, match="apt-get install coq"):
        check.installed()


def test_the_summary_counts_and_lists():
    item = export.Item("2", "z = 2y", "Equal", "the claim", ("2",), status="certified")
    left_out = export.Item("3", "J", "Equal", "the claim", ("3",), reason="Total is not exported")
    text = "\n".join(summary.lines([item, left_out]))
    assert "certified 1 of 2" in text
    assert "(2)" in text
    assert "not exported: 1: Total is not exported" in text


def test_only_questions_of_equality_and_bounds_are_counted():
    found = export.proved_obligations(_small_report())
    assert [type(one.goal).__name__ for one in found] == ["Equal"]


def test_symbols_with_assumptions_of_their_own_are_told_apart():
    names = Names()
    assert names.name(Symbol("y"), "y") != names.name(Symbol("y", positive=True), "y")


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A report of which the only obligation was certified, and where that is kept."""
    monkeypatch.setenv("DERIVATIONS_CACHE", str(tmp_path))
    report = _small_report()
    asked = certified.asked(report)
    ((digest,),) = asked.values()
    file = certified.keep("8.16", [digest], {digest: "of the theorem"})
    return report, file


def test_what_was_certified_is_told_without_the_kernel(kept, monkeypatch):
    report, _ = kept
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert certified.certified(report) == {"2": (1, 1)}
    assert "8.16 has certified 1 of 1" in certified.summary(certified.asked(report))


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[:-20],
        lambda text: text.replace('"form": 1', '"form": 2'),
        lambda text: re.sub(r'"checks": "..', '"checks": "zz', text),
        lambda text: text.replace('"of the theorem"', "[]"),
        lambda text: re.sub(r'\{\s*"[0-9a-f]{64}".*?\}', "[]", text, flags=re.DOTALL),
    ],
)
def test_a_damaged_record_or_one_of_other_checks_certifies_nothing(damage, kept):
    report, file = kept
    text = file.read_text(encoding="utf-8")
    assert damage(text) != text
    file.write_text(damage(text), encoding="utf-8")
    assert certified.certified(report) == {}


def test_what_is_refused_is_certified_no_longer(kept):
    report, _ = kept
    ((digest,),) = certified.asked(report).values()
    certified.keep("8.16", [digest], {})
    assert certified.certified(report) == {}


def test_another_obligation_is_not_certified(kept):
    one = certified.of_obligation(obligation(Equal(a, 2 * b), Equal(a, 2 * b)))
    other = certified.of_obligation(obligation(Equal(a, 3 * b), Equal(a, 2 * b)))
    assert one != other
    certified.keep("8.16", [one], {one: "t"})
    assert certified.read().by_line({"4": [one, other], "5": [other]}) == {"4": (1, 2), "5": (0, 1)}


@needs_rocq
@pytest.mark.nightly
def test_what_rocq_certifies_is_kept_and_what_it_refuses_is_not(tmp_path, monkeypatch):
    monkeypatch.setenv("DERIVATIONS_CACHE", str(tmp_path / "cache"))
    report = _small_report()
    found = export.theorems(report)
    export.write(report, found, tmp_path / "rocq")
    checked = export.checked(found, tmp_path / "rocq")
    assert [item.status for item in checked] == ["certified"]
    export.remember(found, checked)
    assert certified.certified(report) == {"2": (1, 1)}
    file = tmp_path / "rocq" / found[0].item.file
    file.write_text(file.read_text(encoding="utf-8").replace("Qed.", "Admitted."), encoding="utf-8")
    (item,) = tampered = export.checked(found, tmp_path / "rocq")
    assert item.status == "not certified"
    assert item.theorem in item.reason
    export.remember(found, tampered)
    assert certified.certified(report) == {}


_TOGETHER = {
    "equations": (equation, obligation(Equal(a, 2 * c), Equal(a, 2 * b), Equal(b, c))),
    "a function": (equation, obligation(Equal(f(a), a**2 + b), Equal(f(x), x**2 + b))),
    "an interval": (bound, obligation(Within(exp(a), 2, 3), Within(a, Rational("0.9"), 1))),
    "an integral": (
        equation,
        obligation(
            Equal(2 * sympy.Integral(f(x), (x, 0, a)), c),
            Equal(c, 2 * sympy.Integral(f(x), (x, 0, a))),
        ),
    ),
}


@needs_rocq
@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", _TOGETHER)
def test_rocq_sees_that_the_hypotheses_hold_together(name, session):
    prover, one = _TOGETHER[name]
    made = prover(one, identifier(f"s {name}"))
    assert session.define(f"{made.name}_satisfiable", made.satisfiable).proved


@needs_rocq
def test_values_at_which_the_hypotheses_fail_are_refused(session):
    made = equation(obligation(Equal(a, 2 * c), Equal(a, 2 * b), Equal(b, c)), "wrong_1")
    wrong = replace(made, witness=tuple("1" for _ in made.witness))
    assert made.witness != wrong.witness
    assert not session.define("wrong_1_satisfiable", wrong.satisfiable).proved


def test_of_premises_that_contradict_each_other_no_values_are_named():
    with pytest.raises(OutsideError):
        equation(obligation(Equal(a, 3 * b), Equal(a, 2 * b), Equal(b, w), Equal(w, -1)), "t")
    made = equation(obligation(Equal(a, 2 * b), Equal(a, 2 * b), Equal(b, w), Equal(w, -1)), "t")
    assert made.witness == ()
    assert made.satisfiable == ""


def test_an_integral_stands_as_any_number_and_not_as_a_function_of_what_it_depends_on():
    whole = sympy.Integral(f(x), (x, 0, a))
    made = equation(obligation(Equal(2 * whole, c), Equal(c, 2 * whole)), "t")
    assert ("J", "R") in made.binders
    with pytest.raises(OutsideError):  # what f(b) is does not follow from what f(a) is
        equation(obligation(Equal(f(b), whole), Equal(f(a), whole)), "t")
    with pytest.raises(OutsideError):
        equation(obligation(Equal(sympy.I * whole, c), Equal(c, sympy.I * whole)), "t")
