"""Rules from elsewhere: they reduce a line to obligations, and can declare nothing proved."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from sympy import Expr

from checks import replay
from checks.certificate import write
from checks.cli import main
from checks.load import load
from checks.suite import Suite
from checks.verdict import Verdict
from derivations.dimension import NUMBER
from derivations.errors import PaperError
from derivations.obligation import Obligation
from derivations.paper import Paper
from derivations.quantity import Notation
from derivations.relation import Attains, Equal, Less, NotEqual, Relation
from derivations.rules import (
    By,
    Cite,
    Inference,
    Known,
    Need,
    Operation,
    Rule,
    Steps,
    assumption,
    both_sides,
    by,
    catalogue,
    in_order,
    rule,
    times,
)
from derivations.rules import instance as core_instance

N = Notation()
a, b, c = (N.quantity(name, NUMBER, "positive") for name in "abc")


@rule("anything")
def anything(known: Known, relation: Relation) -> Steps:
    """Whatever is wanted follows."""
    yield relation


@rule("twice")
def twice(known: Known, label: str) -> Steps:
    """If l = r, then 2l = 2r, and 4l = 4r."""
    doubled = yield both_sides(label, times(2))
    yield both_sides(doubled, times(2))


@rule("peeping")
def peeping(known: Known, label: str) -> Steps:
    """Uses a line that it does not name."""
    yield Cite(label)
    yield Cite("secret")


@rule("looking")
def looking(known: Known, label: str) -> Steps:
    """Looks at a line that it does not name."""
    yield from known.lines["secret"]


@dataclass(frozen=True)
class Dishonest:
    """Says that whatever is wanted follows, and forges what would have to be shown."""

    relation: Relation
    premises: tuple[str, ...] = ()
    name: str = "dishonest"

    def infer(self, known: Known) -> Inference:
        forged = Obligation(self.relation, (self.relation,), known.notation)
        return Inference((self.relation,), (forged,), (Cite("1"),))


def verdict(step: Rule, claim: Relation) -> Verdict:
    """What is found of ``claim``, argued from a = 2b by ``step``, there being another line."""
    paper = Paper("open", "Open", "for one test")
    paper.notation = N
    chapter = paper.chapter("I", "The only one")
    for label, relation in (("1", Equal(a, 2 * b)), ("secret", Equal(c, b))):
        chapter.equation(label, printed="…", states=[relation], follows=assumption("said"))
    follows = step if isinstance(step, By) else by("1", step)
    chapter.equation("2", printed="…", states=[claim], follows=follows)
    return Suite(paper).line("2").verdict


@dataclass(frozen=True)
class Argument(By):
    """An argument that says what it likes."""

    def infer(self, known: Known) -> Inference:
        return Inference((*known.facts, Equal(a, 3 * b)))


class Unequal(Operation):
    """Both sides, but not the same is done to them."""

    name = "unequal"

    def apply(self, side: Expr) -> Expr:
        return side if side == a else 3 * b


@pytest.mark.parametrize(
    ("step", "claim"),
    [
        (anything(Equal(a, 3 * b)), Equal(a, 3 * b)),
        (anything(Equal(1, 0)), Equal(a, 3 * b)),
        (Dishonest(Equal(a, 3 * b)), Equal(a, 3 * b)),
        (Dishonest(Less(a, b)), Less(a, b)),
        (both_sides("1", Unequal()), Equal(a, 3 * b)),
        (Argument(), Equal(a, 3 * b)),
        (
            in_order(Equal(a, 3 * b), (a, b), less=Argument(), same=Argument(), greater=Argument()),
            Equal(a, 3 * b),
        ),
    ],
)
def test_a_dishonest_rule_proves_nothing_that_is_false(step: Rule, claim: Relation) -> None:
    assert not verdict(step, claim).holds


@pytest.mark.parametrize(
    "step", [anything(Equal(a**2, 4 * b**2)), Dishonest(Equal(a**2, 4 * b**2)), twice("1")]
)
def test_what_an_open_rule_infers_is_used_once_it_is_shown(step: Rule) -> None:
    assert verdict(step, Equal(4 * a, 8 * b)) is Verdict.PROVED


@pytest.mark.parametrize("relation", [NotEqual(a, b), Attains(a, 1, 2)])
def test_what_holds_for_some_values_is_no_fact(relation: Relation) -> None:
    with pytest.raises(PaperError, match="is no fact"):
        verdict(anything(relation), Equal(a, 2 * b))


@pytest.mark.parametrize("step", [peeping("1"), looking("1"), by(looking("1")).steps[0]])
def test_a_step_uses_no_line_that_is_not_among_its_premises(step: Rule) -> None:
    with pytest.raises(PaperError, match=r"uses line \(secret\), which is not among its premises"):
        verdict(step, Equal(c, b))


def test_a_claim_uses_no_line_that_is_not_among_its_premises() -> None:
    assert not verdict(by("1").steps[0], Equal(c, b)).holds
    assert verdict(Cite("secret"), Equal(c, b)) is Verdict.PROVED


def test_what_a_rule_needs_is_a_condition_and_no_fact() -> None:
    @rule("needing")
    def needing(known: Known, relation: Relation) -> Steps:
        """Needs something."""
        yield Need(relation, "it is needed")

    inference = needing(Less(a, b)).infer(Known({}, N))
    assert inference.facts == ()
    assert [(x.goal, x.purpose) for x in inference.conditions] == [(Less(a, b), "it is needed")]


def test_a_rule_says_what_it_does() -> None:
    with pytest.raises(PaperError, match="give its function a docstring"):

        @rule("silent")
        def silent(known: Known) -> Steps:
            yield Equal(a, b)


def test_a_rule_takes_no_name_from_another() -> None:
    @rule("another")
    def instance(known: Known) -> Steps:
        """Nothing to do with the rule of this name."""
        yield from ()

    assert catalogue.rules()["instance"] is core_instance
    assert catalogue.rules()[f"{__name__}.instance"] is instance


def test_numbers_among_the_arguments_are_exact() -> None:
    with pytest.raises(PaperError, match="floating-point"):
        anything(0.5)


PAPER = '''
from derivations.rules import rule

@rule("the root of a square")
def root_of_square(known, label, whole, side):
    """If s² = w, with s positive, then s = √w.

    Example: by(root_of_square("1", w, s)).
    """
    yield by(label)
    yield Equal(side, sqrt(whole))

one.equation("1", printed="…", states=[Equal(x**2, 4 * y**2)], follows=law("said"))
one.equation("2", printed="…", states=[Equal(x, 2 * y)], follows=root_of_square("1", 4 * y**2, x))
'''


def test_a_paper_has_rules_of_its_own(written: Callable[[str], str]) -> None:
    path = written(PAPER)
    report = Suite(load(path)).run()
    assert [line.verdict for line in report.lines] == [Verdict.GIVEN, Verdict.PROVED]
    run = CliRunner().invoke(main, ["rules", "--paper", path])
    assert "root_of_square" in run.output
    run = CliRunner().invoke(main, ["rules", "root_of_square", "-p", path])
    assert run.output.startswith("root_of_square(label, whole, side)\nof ")
    assert "with s positive" in run.output


def test_what_is_shown_is_replayed(written: Callable[[str], str]) -> None:
    text = "".join(write.lines(Suite(load(written(PAPER))).run()))
    done = replay.replay(text.encode(), frozenset({"Consistent"}))
    assert not done.faults
    assert done.found["facts from their proof, checked"] == 2, "as printed and as accepted"


def test_what_is_only_said_to_be_shown_is_refused(written: Callable[[str], str]) -> None:
    source = PAPER.replace("yield by(label)", "yield both_sides(label, times(1))")
    source = source.replace("import rule", "import both_sides, rule, times")
    *lines, _ = write.lines(Suite(load(written(source))).run())
    text = "".join(lines).replace('["rule","multiply",0]', '["shown","",0]')
    assert text != "".join(lines)
    end = {"kind": "end", "sha256": hashlib.sha256(text.encode()).hexdigest()}
    done = replay.replay((text + json.dumps(end) + "\n").encode(), frozenset({"Consistent"}))
    assert any("uses a fact without right" in fault for fault in done.faults)


def test_every_rule_is_listed_and_an_unknown_one_is_met_with_a_suggestion() -> None:
    run = CliRunner().invoke(main, ["rules"])
    assert run.exit_code == 0
    assert "antiderivative" in run.output
    assert "riemann_sum" in run.output
    run = CliRunner().invoke(main, ["rules", "antiderivativ"])
    assert run.exit_code == 2
    assert "did you mean antiderivative" in run.output


def test_a_dishonest_rule_of_another_paper_proves_nothing_here() -> None:
    theirs = Paper("theirs", "Theirs", "for one test")
    theirs.notation = N
    claim = Equal(a, 3 * b)
    theirs.chapter("I", "The only one").equation(
        "1", printed="…", states=[claim], follows=anything(claim)
    )
    ours = Paper("ours", "Ours", "for one test")
    there = ours.cites(theirs, "T")
    ours.chapter("I", "The only one").equation(
        "2", printed="…", states=[Equal(there(a), 3 * there(b))], follows=by("T:1")
    )
    assert not Suite(ours).line("T:1").verdict.holds
    assert not Suite(ours).line("2").holds


RULES = '''
"""Rules of optics."""

from derivations.relation import Equal
from derivations.rules import rule

@rule("reflection")
def reflected(known, angle, other):
    """An angle is the other one, if it is.

    Side conditions: it is.

    Example: ``by("1", reflected(alpha, beta))``.
    """
    yield Equal(angle, other)
'''


def installed(folder: Path, point: str) -> None:
    """A distribution in ``folder`` that registers a rule."""
    (folder / "optics_rules.py").write_text(RULES, encoding="utf-8")
    about = folder / "optics-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: optics\nVersion: 1\n")
    (about / "entry_points.txt").write_text(f"[derivations.rules]\noptics = {point}\n")


@pytest.mark.parametrize("point", ["optics_rules", "optics_rules:reflected"])
def test_a_distribution_registers_its_rules(
    point: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, point)
    monkeypatch.syspath_prepend(str(tmp_path))
    run = CliRunner().invoke(main, ["rules"])
    assert "Rules of optics" in run.output
    assert run.output.count("An angle is the other one, if it is.") == 1
    run = CliRunner().invoke(main, ["rules", "reflected"])
    assert run.output.startswith("reflected(angle, other)\nof optics_rules")


def test_an_entry_point_that_is_broken_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, "optics_rules:refracted")
    monkeypatch.syspath_prepend(str(tmp_path))
    run = CliRunner().invoke(main, ["rules"])
    assert run.exit_code == 2
    assert "the rule optics of optics_rules:refracted fails to load" in run.output
