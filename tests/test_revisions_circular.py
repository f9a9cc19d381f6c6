"""What is found in a line's place says something of what the line speaks of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checks.revise.compare import Comparison, compare
from checks.revise.suite import RevisedSuite
from checks.suite import Suite
from derivations.dimension import NUMBER
from derivations.paper import Paper
from derivations.quantity import Notation
from derivations.relation import Equal, Less, Relation, SameOrder
from derivations.revised import revised
from derivations.revision import Revision
from derivations.rules import by, law

N = Notation()
E, F, m, v, s = (N.quantity(name, NUMBER, "positive") for name in "EFmvs")
k = N.factor("k", "of order one", 1, 2)


def compared(law_: Relation, claim: Relation, change: Callable[[Revision], None]) -> Comparison:
    """A paper of one law and one claim from it, and what a revision of the law changes."""
    paper = Paper("energy", "An energy", "for the tests")
    paper.notation = N.copy()
    chapter = paper.chapter("I", "The only one")
    chapter.equation("1", printed="", states=[law_], follows=law("the only one"))
    chapter.equation("2", printed="", states=[claim], follows=by("1"))
    revision = Revision("other", "Otherwise")
    change(revision)
    return compare(Suite(paper), RevisedSuite(revised(paper, revision)))


def replaced(*states: Relation) -> Callable[[Revision], None]:
    return lambda revision: revision.replace("1", states=list(states), because="for the test")


@pytest.mark.parametrize(
    ("law_", "claim", "change"),
    [
        (SameOrder(E, m), SameOrder(k * E, m), lambda revision: revision.drop("1")),
        (SameOrder(E, m), SameOrder(k * E, m), replaced(Equal(s, 2))),
        (SameOrder(E, m * v), SameOrder(k * E, m * v), replaced(Equal(m, 3))),
        (Equal(E, m * v), Equal(E, m * v), replaced(Equal(m, 3))),
        (Equal(E, m * v), Equal(E + F, m * v + F), replaced(Equal(m, 3))),
        (Less(m, E), Less(k * m, 3 * E), replaced(Less(s, m))),
    ],
)
def test_a_line_whose_law_is_gone_falls(
    law_: Relation, claim: Relation, change: Callable[[Revision], None]
) -> None:
    found = compared(law_, claim, change)
    assert [each.label for each in found.falling] == ["2"]


def test_what_follows_from_another_law_stands_in_its_place() -> None:
    found = compared(Equal(E, m * v), Equal(E**2, m**2 * v**2), replaced(Equal(E, 2 * m * v)))
    (change,) = [each for each in found.changes if each.label == "2"]
    assert change.after
    assert change.after.accepted[0].claim.relation == Equal(E**2, 4 * m**2 * v**2)
