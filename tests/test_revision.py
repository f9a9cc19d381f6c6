"""Revisions of a small paper: what each change does, and what then follows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sympy import Rational, sqrt

from checks.load import load
from checks.normal.elimination import solve
from checks.result import LineResult
from checks.revise.compare import compare
from checks.revise.consequence import FORMS
from checks.revise.contradiction import refuse_contradictions
from checks.revise.suite import RevisedSuite
from checks.run.question import PROVERS
from checks.suite import Suite
from checks.verdict import Decision, Verdict
from derivations.dimension import NUMBER
from derivations.errors import PaperError
from derivations.grammar import relation
from derivations.obligation import Obligation
from derivations.paper import Paper
from derivations.relation import Equal, Relation
from derivations.revised import Revised, revised
from derivations.revision import Revision
from derivations.revision_file import from_line, without
from derivations.rules import both_sides, by, law, times


@pytest.fixture
def paper() -> Paper:
    return load(str(Path(__file__).parent / "papers" / "springs.py"))


def by_line(paper: Paper, *texts: str) -> Revised:
    return revised(paper, *(from_line(text, paper) for text in texts))


def decided(paper: Revised) -> dict[str, LineResult]:
    return {line.line.label: line for line in RevisedSuite(paper).run().lines}


def says(line: LineResult) -> list[Relation]:
    return [claim.claim.relation for claim in line.accepted]


def symbol(paper: Paper, name: str):
    return next(q.symbol for q in paper.notation if q.name == name)


def test_a_paper_without_revisions_comes_out_as_it_is(paper: Paper) -> None:
    plain = {line.line.label: line.verdict for line in Suite(paper).run().lines}
    again = decided(revised(paper))
    assert {label: line.verdict for label, line in again.items()} == plain


def test_what_follows_from_another_law_is_found_and_proved(paper: Paper) -> None:
    k, m, a, v, E = (symbol(paper, x) for x in ("k", "m", "a", "v", "E"))
    revision = Revision("stiff", "Twice as stiff")
    omega = symbol(paper, "omega")
    revision.replace("1", states=[Equal(omega**2, 2 * k / m)], follows=law("for the test"))
    found = decided(revised(paper, revision))
    assert says(found["4"]) == [Equal(E, k * a**2)]
    assert says(found["5"]) == [Equal(v, sqrt(2) * a * sqrt(k / m))]
    assert found["4"].verdict is found["5"].verdict is Verdict.CHANGED
    assert found["4"].holds
    assert found["8"].verdict is Verdict.MISPRINT
    assert says(found["10"]) == [Equal(E, k * a**2)]


def test_what_is_found_is_decided_like_any_claim(paper: Paper) -> None:
    found = decided(by_line(paper, "k -> 2*k"))
    (claim,) = found["4"].accepted
    assert all(check.status == "proved" for check in claim.checks)
    assert claim.claim.follows.premises == ("1", "2", "3")


def test_what_may_follow_is_sought_like_a_decision_and_may_fail_alone(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_: Obligation) -> Decision:
        msg = "no more memory"
        raise OSError(msg)

    monkeypatch.setitem(PROVERS, FORMS, breaks)
    found = decided(by_line(paper, "k -> 2*k"))
    assert found["4"].verdict is Verdict.REFUTED
    assert found["2"].holds


def test_putting_something_leaves_what_says_what_it_is(paper: Paper) -> None:
    changed = by_line(paper, "v -> 2*v")
    assert changed.touched == {"3"}
    assert by_line(paper, "a -> 2*a in 6").touched == {"6"}


def test_a_new_premise_is_used_by_those_that_speak_of_it(paper: Paper) -> None:
    changed = by_line(paper, "s = 1")
    assert changed.touched == {"7", "12"}
    (claim,) = decided(changed)["7"].accepted
    assert claim.factor == 1
    assert changed["s = 1"].claims


def test_a_dropped_line_is_used_by_none(paper: Paper) -> None:
    changed = revised(paper, without("1", paper))
    assert "1" not in changed
    assert all("1" not in line.premises for line in changed)
    found = decided(changed)
    assert found["5"].verdict is Verdict.CHANGED
    assert found["4"].verdict is Verdict.CHANGED
    assert says(found["5"]) == [
        Equal(symbol(paper, "v"), symbol(paper, "a") * symbol(paper, "omega"))
    ]


def test_a_misprint_may_become_right(paper: Paper) -> None:
    E, m, v = (symbol(paper, x) for x in ("E", "m", "v"))
    revision = Revision("doubled", "Twice the energy")
    revision.replace("3", states=[Equal(E, m * v**2)], because="for the test")
    found = decided(revised(paper, revision))
    assert found["8"].verdict is Verdict.PROVED
    assert not found["8"].restated


def test_an_interval_is_found_for_a_number(paper: Paper) -> None:
    found = decided(by_line(paper, "ell < a/2"))
    (relation,) = says(found["9"])
    assert relation.high <= 3  # type: ignore[attr-defined]
    changed = Revision("longer", "Longer")
    a, ell = symbol(paper, "a"), symbol(paper, "ell")
    changed.replace("short", states=[Equal(ell, 5 * a)], because="for the test")
    found = decided(revised(paper, changed))
    (relation,) = says(found["9"])
    assert found["9"].verdict is Verdict.CHANGED
    assert (relation.low, relation.high) == (5, 5)  # type: ignore[attr-defined]


def test_an_inequality_turns_round(paper: Paper) -> None:
    found = decided(by_line(paper, "k -> 4*k in 1"))
    assert [type(one).__name__ for one in says(found["10"])] == ["Less"]
    k, a, E = (symbol(paper, x) for x in ("k", "a", "E"))
    assert says(found["10"])[0].sides == (k * a**2, E)


def test_lines_of_a_revision_are_argued_and_can_fail(paper: Paper) -> None:
    E, m, v, a, k = (symbol(paper, x) for x in ("E", "m", "v", "a", "k"))
    revision = Revision("more", "More lines")
    revision.line("right", states=[Equal(E / a**2, k / 2)], follows=by("4"))
    revision.line("wrong", states=[Equal(E / a**2, k)], follows=by("4"))
    found = decided(revised(paper, revision))
    assert found["right"].verdict is Verdict.PROVED
    assert found["wrong"].verdict is Verdict.CHANGED
    assert says(found["wrong"]) == [Equal(E / a**2, k / 2)]
    del m, v


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("s = 1", "s = 2"), "cannot both hold"),
        (("s = 3",), "s lies between 1/2 and 2"),
        (("a < ell", "ell < a"), "cannot both hold"),
        (("k = -m*omega^2",), "cannot hold"),
    ],
)
def test_what_contradicts_itself_is_refused(
    paper: Paper, texts: tuple[str, ...], told: str
) -> None:
    with pytest.raises(PaperError, match=told):
        refuse_contradictions(by_line(paper, *texts))


def test_what_contradicts_the_paper_leaves_the_line_undecided(paper: Paper) -> None:
    found = compare(Suite(paper), RevisedSuite(by_line(paper, "omega = 2*sqrt(k/m)")))
    told = {change.label: change.contradiction for change in found.contradictions}
    assert set(told) >= {"5"}
    assert "cannot both hold" in told["5"]
    assert {change.label for change in found.falling} >= {"5"}


def test_an_equation_with_nothing_to_solve_for_is_a_contradiction(paper: Paper) -> None:
    facts = [relation(text, paper.notation) for text in ("omega = 2*sqrt(k/m)", "omega^2 = k/m")]
    assert solve(facts, paper.notation).contradiction == facts[1]


def test_from_a_contradiction_nothing_follows(paper: Paper) -> None:
    found = decided(by_line(paper, "omega = 2*sqrt(k/m)"))
    assert found["5"].verdict is Verdict.UNDECIDED
    assert not found["5"].restated


def test_only_what_is_concerned_is_decided(paper: Paper) -> None:
    original, other = Suite(paper), RevisedSuite(by_line(paper, "s = 1"))
    found = compare(original, other)
    assert [change.label for change in found.changes] == ["7", "12", "s = 1"]
    goals = {str(question.obligation.goal) for question, _ in other.decisions()}
    assert not any("omega" in goal for goal in goals)


def test_what_is_taken_over_brings_its_own_constants(paper: Paper) -> None:
    found = compare(Suite(paper), RevisedSuite(by_line(paper, "a -> 2*a in 6")))
    (twelve,) = [change for change in found.changes if change.label == "12"]
    assert twelve.after is not None
    assert twelve.after.holds
    assert str(twelve.after.factor) == "2*K_11_1*s"


def test_a_step_that_can_no_longer_be_taken_leaves_its_line_undecided() -> None:
    sketch = Paper("sketch", "A sketch", "")
    x, y = (sketch.notation.quantity(name, NUMBER, "a number") for name in "xy")
    one = sketch.chapter("I", "The only one")
    one.equation("1", printed="x = 2y", states=[Equal(x, 2 * y)], follows=law("a law"))
    one.equation("2", printed="x = 2y", states=[Equal(x, 2 * y)], follows=by("1"))
    doubled = by(both_sides("2", times(2)))
    one.equation("3", printed="2x = 4y", states=[Equal(2 * x, 4 * y)], follows=doubled)
    found = decided(revised(sketch, without("1", sketch)))
    assert found["2"].verdict is Verdict.REFUTED
    assert found["3"].verdict is Verdict.UNDECIDED
    assert found["3"].reason.startswith("a step cannot be taken: line (2) states no equation")


def test_the_paper_itself_is_left_as_it_was(paper: Paper) -> None:
    before = [(line.label, line.claims) for line in paper], len(list(paper.notation))
    by_line(paper, "s = 1", "k -> 2*k")
    assert before == ([(line.label, line.claims) for line in paper], len(list(paper.notation)))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda r, _: r.drop("99"), "there is no line \\(99\\)"),
        (lambda r, p: r.replace("1", states=[Equal(symbol(p, "s"), 1)]), "two revisions change"),
        (lambda r, p: r.put(symbol(p, "a"), 1, "99"), "there is no line"),
        (lambda r, p: r.count(symbol(p, "a"), 1), "is no set"),
    ],
)
def test_what_cannot_be_applied_is_told(
    paper: Paper, change: Callable[[Revision, Paper], None], told: str
) -> None:
    revision, other = Revision("odd", "Odd"), Revision("other", "Other")
    other.drop("1")
    change(revision, paper)
    with pytest.raises(PaperError, match=told):
        revised(paper, revision, other)


def test_only_for_a_symbol_something_is_put(paper: Paper) -> None:
    with pytest.raises(PaperError, match="only an expression for a single symbol"):
        Revision("odd", "Odd").put(symbol(paper, "a") ** 2, 1)  # type: ignore[arg-type]


def test_a_set_is_not_counted_to_less_than_none() -> None:
    paper = Paper("sums", "Sums", "for the tests")
    n = paper.notation.quantity("n", NUMBER, "how many")
    S = paper.notation.set("S", "a set", count=n)
    for count in (-n, 0, Rational(1, 2)):
        revision = Revision("odd", "Odd")
        revision.count(S, count)
        with pytest.raises(PaperError, match="a set does not have"):
            revised(paper, revision)


def test_a_line_that_fails_without_the_revision_fails_as_it_did() -> None:
    paper = load(str(Path(__file__).parent / "papers" / "mechanics.py"))
    empty = Revision("none", "Nothing")
    far = Revision("far", "Of another line")
    far.drop("period")
    for revision in (empty, far):
        found = decided(revised(paper, revision))
        assert found["4"].verdict is Verdict.REFUTED
        assert [claim.claim for claim in found["4"].accepted] == list(paper["4"].claims)
