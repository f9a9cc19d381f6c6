"""Quantities of two papers are told apart, in whatever order and by whatever rule."""

from __future__ import annotations

import pytest
from sympy import Integral, Symbol

from checks.revise.compare import compare
from checks.revise.suite import RevisedSuite
from checks.suite import Suite
from checks.verdict import Verdict
from derivations.dimension import NUMBER
from derivations.errors import PaperError
from derivations.expression import Total
from derivations.paper import Paper
from derivations.relation import Equal
from derivations.revised import revised
from derivations.revision import Revision
from derivations.rules import both_sides, by, definition, law, power, total


@pytest.fixture
def cited() -> Paper:
    """a = 1 and a = c, so c² = 1, by a rule."""
    paper = Paper("cited", "The cited one", "for the tests")
    a, c = (paper.notation.quantity(name, NUMBER, "theirs") for name in "ac")
    chapter = paper.chapter("I", "The only one")
    chapter.equation("0", printed="", states=[Equal(a, 1)], follows=law("their unit"))
    chapter.equation("1", printed="", states=[Equal(a, c)], follows=law("theirs"))
    squared = by("0", both_sides("1", power(2)))
    chapter.equation("2", printed="", states=[Equal(c**2, 1)], follows=squared)
    return paper


@pytest.fixture
def citing() -> Paper:
    return Paper("citing", "The one that cites", "for the tests")


def test_what_a_paper_declares_after_it_was_cited_is_told_apart_too(
    cited: Paper, citing: Paper
) -> None:
    citing.cites(cited, "C")
    ours = citing.notation.quantity("u", NUMBER, "ours")
    theirs = cited.notation.quantity("u", NUMBER, "theirs")
    cited.chapters[0].equation("3", printed="", states=[Equal(theirs, 5)], follows=law("theirs"))
    chapter = citing.chapter("I", "The only one")
    chapter.equation("1", printed="", states=[Equal(ours, 5)], follows=by("C:3"))
    assert Suite(citing).line("1").verdict is Verdict.REFUTED


def test_a_rule_of_the_cited_paper_takes_no_quantity_for_its_own(
    cited: Paper, citing: Paper
) -> None:
    C = citing.cites(cited, "C")
    a, c = (cited.notation.by_name(name).symbol for name in "ac")
    ours = citing.notation.quantity("a", NUMBER, "ours")
    chapter = citing.chapter("I", "The only one")
    chapter.equation("1", printed="", states=[Equal(C(c), 1)], follows=by("C:2"))
    assert Suite(citing).line("1").verdict is Verdict.PROVED
    revision = Revision("ours", "Ours")
    revision.replace("C:1", states=[Equal(C(a), ours * C(c))], because="for the test")
    found = compare(Suite(citing), RevisedSuite(revised(citing, revision)))
    assert {change.label for change in found.falling} == {"C:2", "1"}


def test_a_bound_variable_is_not_called_as_a_quantity_is_here(cited: Paper, citing: Paper) -> None:
    C = citing.cites(cited, "C")
    a, bound = cited.notation.by_name("a").symbol, Symbol("a_C", positive=True)
    with pytest.raises(PaperError, match="has a name that is one of cited here"):
        C(Integral(a * bound, (bound, 0, 1)))


def test_a_step_of_the_cited_paper_is_not_taken_over_a_set_that_is_counted_anew(
    citing: Paper,
) -> None:
    other = Paper("sums", "Sums", "for the tests")
    n, a, b = (other.notation.quantity(name, NUMBER, "theirs") for name in "nab")
    S = other.notation.set("S", "a set", count=n)
    i = other.notation.variable("i", NUMBER, "a member", sign="positive integer", member_of=S)
    v = other.notation.function("v", NUMBER, "a value", of=(NUMBER,))
    chapter = other.chapter("I", "The only one")
    chapter.equation("1", printed="", states=[Equal(v(i), a)], follows=law("theirs"))
    sums = [Equal(b, Total(v(i), i, S))]
    chapter.equation("2", printed="", states=sums, follows=definition(b))
    summed = by("2", both_sides("1", total(i, S)))
    chapter.equation("3", printed="", states=[Equal(b, n * a)], follows=summed)
    C = citing.cites(other, "C")
    own = citing.chapter("I", "The only one")
    own.equation("1", printed="", states=[Equal(C(b), C(n * a))], follows=by("C:3"))
    assert Suite(citing).line("1").verdict is Verdict.PROVED
    revision = Revision("twice", "Twice as many")
    revision.count(C(S), 2 * C(n))
    found = RevisedSuite(revised(citing, revision)).line("C:3")
    assert found.verdict is Verdict.UNDECIDED
    assert "counted otherwise" in found.reason
