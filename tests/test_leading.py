"""What is drawn from leading orders says nothing that is of the size of what they leave open."""

from __future__ import annotations

import json

import pytest
from sympy import Integral, Rational, Symbol, exp, oo, sqrt

from checks import replay
from checks.certificate import write
from checks.leeway import near_one
from checks.suite import Suite
from checks.verdict import Verdict
from derivations.dimension import NUMBER
from derivations.errors import PaperError
from derivations.paper import Paper
from derivations.quantity import Notation
from derivations.relation import (
    Equal,
    Independent,
    LeadingOrder,
    Less,
    Relation,
    SameOrder,
    Tends,
    Within,
)
from derivations.rules import both_sides, by, definition, instance, integral, plus, rule, times
from derivations.rules.core import By, Known
from derivations.rules.derived import Aside, Steps


class Neglecting:
    """A(x) = x² + x and C(x) = x², so that A ≃ C for large x; and w = A − C + 1, which is x + 1."""

    def __init__(self) -> None:
        self.paper = Paper("neglecting", "What is neglected", "for one test")
        notation = self.paper.notation
        self.x = notation.variable("x", NUMBER, "a variable")
        self.d = notation.quantity("d", NUMBER, "a number")
        self.A, self.C, self.W = (
            notation.function(name, NUMBER, "a function", of=(NUMBER,)) for name in "ACW"
        )
        self.a, self.c, self.w = self.A(self.x), self.C(self.x), self.W(self.x)
        self.chapter = self.paper.chapter("I", "The only one")
        x = self.x
        self.line("A", Equal(self.a, x**2 + x), by=definition(self.A))
        self.line("C", Equal(self.c, x**2), by=definition(self.C))
        self.line("W", Equal(self.w, self.a - self.c + 1), by=definition(self.W))
        self.line("1", LeadingOrder(self.a, self.c, x, oo), by=by("A", "C"))

    def line(self, label: str, *relations: Relation, by: By) -> None:
        self.chapter.equation(label, printed="…", states=relations, follows=by)

    def verdict(self, label: str) -> Verdict:
        return Suite(self.paper).line(label).verdict


M = Neglecting()
a, c, d, w, x = M.a, M.c, M.d, M.w, M.x

FALSE: dict[str, tuple[Relation, By]] = {
    "what is left is the error": (Equal(a - c, 0), by("1")),
    "a sum with what is left": (Equal(a - c + d, d), by("1")),
    "a term added to both sides": (Equal(a - c + 1, 1), by(both_sides("1", plus(1 - c)))),
    "what is defined by it": (Equal(w, 1), by("1", "W")),
    "an inequality": (Less(a - c, Rational(1, 100)), by("1")),
    "an inequality of what is defined by it": (Less(w, 2), by("1", "W")),
    "a number": (Within(a - c, -1, 1), by("1")),
    "an order": (SameOrder(a - c + 1, 1), by("1")),
    "a leading order": (LeadingOrder(a - c + 1, 1, x, oo), by("1")),
    "a limit": (Tends(a - c, 0, x, oo), by("1")),
    "a limit of what is defined by it": (Tends(w, 1, x, oo), by("1", "W")),
    "what it does not depend on": (Independent(a - c + d, (x,), (d,)), by("1")),
    "an exponential": (Equal(exp(a), exp(c)), by("1")),
}
TRUE: dict[str, tuple[Relation, By]] = {
    "a product": (Equal(d * a, d * c), by("1")),
    "both sides multiplied": (Equal(d * a, d * c), by(both_sides("1", times(d)))),
    "a root": (Equal(sqrt(a * x), x * sqrt(x)), by("1", "C")),
    "a sum of what is positive": (Equal(a + x**2 + d, 2 * x**2 + d), by("1", "C")),
    "a ratio of sums": (Equal(a / (a + c), Rational(1, 2)), by("1", "C")),
    "a number": (Within(a / c, Rational(1, 2), 2), by("1", "C")),
    "an order": (SameOrder(a, x**2), by("1", "C")),
    "what it does not depend on": (Independent(d * a / c, (x,), (d,)), by("1")),
}


@pytest.mark.parametrize("name", FALSE)
def test_nothing_follows_of_the_size_of_what_was_neglected(name: str) -> None:
    made, (claim, why) = Neglecting(), FALSE[name]
    made.line("2", claim, by=why)
    assert made.verdict("2") is Verdict.UNDECIDED


@pytest.mark.parametrize("name", TRUE)
def test_what_changes_by_little_of_itself_holds_to_leading_order(name: str) -> None:
    made, (claim, why) = Neglecting(), TRUE[name]
    made.line("2", claim, by=why)
    assert made.verdict("2").holds


@rule("shown")
def shown(known: Known, relation: Relation) -> Steps:
    """What follows is so."""
    yield relation


@rule("shown aside")
def shown_aside(known: Known, label: str, relation: Relation) -> Steps:
    """What follows from a line, aside, is so."""
    yield by((yield Aside(by(label, shown(relation)))))


def test_what_is_shown_aside_hides_nothing_that_was_neglected() -> None:
    made = Neglecting()
    made.line("2", Equal(a - c + 1, 1), by=by(shown_aside("1", Equal(a - c + 1, 1))))
    made.line("3", Equal(d * a, d * c), by=by(shown_aside("1", Equal(d * a, d * c))))
    made.line("4", Equal(d * a - d * c + 1, 1), by=by("3"))
    assert made.verdict("2") is Verdict.UNDECIDED
    assert made.verdict("3") is Verdict.LEADING_ORDER
    assert made.verdict("4") is Verdict.UNDECIDED


def test_what_is_drawn_from_such_a_line_leaves_as_much_open() -> None:
    made = Neglecting()
    made.line("2", Equal(a / d, c / d), by=by("1"))
    made.line("3", Equal(a / d - c / d + d, d), by=by("2"))
    assert made.verdict("2") is Verdict.LEADING_ORDER
    assert made.verdict("3") is Verdict.UNDECIDED


def test_what_needs_nothing_that_is_neglected_is_as_good_as_exact() -> None:
    made = Neglecting()
    made.line("2", Equal(d * w, d * (a - c + 1)), by=by("1", "W"))
    made.line("3", Equal(w - a + c, 1), by=by("2"))
    assert made.verdict("3").holds


REFUSED = {
    "an instance": (Equal(M.A(1), M.C(1)), by(instance("1", {x: 1}))),
    "an integral": (
        Equal(Integral(a, (x, 0, 1)), Integral(c, (x, 0, 1))),
        by(both_sides("1", integral(x, 0, 1))),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_holds_for_large_x_is_not_taken_at_a_value_of_it(name: str) -> None:
    made, (claim, why) = Neglecting(), REFUSED[name]
    made.line("2", claim, by=why)
    with pytest.raises(PaperError, match="where it tends to something"):
        made.verdict("2")


def test_no_quantity_is_called_as_a_factor_near_one() -> None:
    made = Neglecting()
    near_one(made.paper.notation, "7")
    with pytest.raises(PaperError, match="factors near 1"):
        Suite(made.paper)


def certified(name: str) -> bytes:
    """The certificate of a line that holds to leading order."""
    made, (claim, why) = Neglecting(), TRUE[name]
    made.line("2", claim, by=why)
    return "".join(write.lines(Suite(made.paper).run())).encode()


def faults(rows: list[dict[str, object]]) -> list[str]:
    """What the replayer says of these records, the digest put right."""
    body = b"".join(json.dumps(row).encode() + b"\n" for row in rows[:-1])
    end = {**rows[-1], "sha256": replay.hashlib.sha256(body).hexdigest()}
    found = replay.replay(body + json.dumps(end).encode() + b"\n")
    return list(found.faults)


@pytest.mark.parametrize("name", ["a product", "a sum of what is positive", "an order"])
def test_a_replay_follows_what_was_neglected(name: str) -> None:
    rows = [json.loads(row) for row in certified(name).splitlines()]
    assert faults(rows) == []
    assert any(row.get("asks") == "steady" for row in rows)


def test_a_replay_misses_the_condition() -> None:
    rows = [json.loads(row) for row in certified("a product").splitlines()]
    steady = {row["number"] for row in rows if row.get("asks") == "steady"}
    for row in rows:
        for claim in (*row.get("printed", []), *row.get("accepted", [])):
            claim["conditions"] = [c for c in claim["conditions"] if c[0] not in steady]
    assert any("neglected" in fault for fault in faults(rows))


@pytest.mark.parametrize("kept", [True, False])
def test_a_replay_asks_what_was_neglected_of_a_fact_that_was_shown(kept: bool) -> None:
    made, claim = Neglecting(), Equal(d * a, d * c)
    made.line("2", claim, by=by("1", shown(claim)))
    rows = [json.loads(row) for row in write.lines(Suite(made.paper).run())]
    steady = [row for row in rows if row.get("asks") == "steady"]
    (alone,) = [row["number"] for row in steady if len(row["facts"]) == 1]
    for row in rows if not kept else ():
        for one in (*row.get("printed", []), *row.get("accepted", [])):
            one["conditions"] = [c for c in one["conditions"] if c[0] != alone]
    assert any("neglected" in fault for fault in faults(rows)) is not kept


@pytest.mark.parametrize("changed", ["facts", "asks", "goal"])
def test_a_replay_refuses_a_condition_of_other_facts(changed: str) -> None:
    rows = [json.loads(row) for row in certified("a product").splitlines()]
    (row,) = [row for row in rows if row.get("asks") == "steady"]
    whole = json.dumps(row["facts"])
    if changed == "facts":
        names = [s["name"] for s in rows if s["kind"] == "symbol" and replay.near_one(s["name"])]
        name = next(name for name in names if json.dumps(name) in whole)
        row["facts"] = json.loads(whole.replace(json.dumps(name), "1"))
        assert row["facts"] != json.loads(whole)
    elif changed == "asks":
        row["asks"] = "exact"
    else:
        left, right = row["goal"][1]["sides"]
        row["goal"][1]["sides"] = [["+", left, ["*", -1, right], 1], 1]
    assert faults(rows)


def test_a_replay_refuses_a_line_that_claims_nothing() -> None:
    rows = [json.loads(row) for row in certified("a product").splitlines()]
    (line,) = [row for row in rows if row["kind"] == "line" and row["label"] == "2"]
    line |= {"printed": [], "accepted": [], "verdict": "given", "rests_on": []}
    assert faults(rows) == ["line 2 claims nothing"] * 2


def test_factors_near_one_have_names_of_their_own() -> None:
    notation = Notation()
    assert near_one(notation, "7") == near_one(notation, "7") != near_one(notation, "8")
    assert near_one(notation, "7") != Symbol("7", positive=True)
