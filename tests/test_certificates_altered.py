"""Certificates altered record by record: what is accepted says nothing that is false."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from sympy import Integral, Symbol

from checks import record, replay
from checks.certificate import asked, replayed, write
from checks.suite import Suite
from derivations.dimension import NUMBER
from derivations.paper import Paper
from derivations.relation import Equal, Less, SameOrder
from derivations.rules import by, law

Json = Any
TRUSTED = frozenset(replayed.TRUSTED)


def small() -> Paper:
    """Two laws, and what follows from them."""
    paper = Paper("small", "A small one", "for the tests")
    N = paper.notation
    a, b, c, d = (N.quantity(name, NUMBER, "positive") for name in "abcd")
    k = N.factor("k", "of order one", 1, 2)
    chapter = paper.chapter("I", "The only one")
    chapter.equation("1", printed="", states=[Equal(a, b * k)], follows=law("the first"))
    chapter.equation("2", printed="", states=[Less(c, d)], follows=law("the second"))
    chapter.equation("3", printed="", states=[Equal(a**2, b**2 * k**2)], follows=by("1"))
    chapter.equation("4", printed="", states=[SameOrder(a * d, b * d)], follows=by("1", "2"))
    u = Symbol("u", real=True)
    moment = Integral(u, (u, 0, 1))
    chapter.equation("5", printed="", states=[Equal(c, moment)], follows=law("the third"))
    chapter.equation("6", printed="", states=[Equal(c**2, moment**2)], follows=by("5"))
    chapter.equation("7", printed="", states=[SameOrder(c, d)], follows=law("the fourth"))
    chapter.equation("8", printed="", states=[SameOrder(2 * c, 2 * d)], follows=by("7"))
    return paper


@pytest.fixture(scope="module")
def whole() -> list[Json]:
    """The records of its certificate."""
    return [json.loads(line) for line in write.lines(Suite(small()).run())]


def faults(records: list[Json]) -> list[str]:
    """What the replayer says of ``records``, the last of which is renewed."""
    rows = [record.dumps(one).encode() + b"\n" for one in records[:-1]]
    end = {"kind": "end", "sha256": hashlib.sha256(b"".join(rows)).hexdigest()}
    try:
        return replay.replay(b"".join(rows) + record.dumps(end).encode() + b"\n", TRUSTED).faults
    except replay.MalformedError as error:
        return [str(error)]


def obligations(records: list[Json], kind: str) -> list[Json]:
    """The obligations with a goal of this kind."""
    return [o for o in records if o["kind"] == "obligation" and o["goal"][0] == kind]


def _no_model(records: list[Json]) -> None:
    for line in records:
        for claim in (*line.get("printed", ()), *line.get("accepted", ())):
            claim["conditions"] = []


def _model_of_less(records: list[Json]) -> None:
    for one in obligations(records, "Consistent"):
        one["facts"] = one["facts"][:1]


def _model_of_another(records: list[Json]) -> None:
    for one in obligations(records, "Consistent"):
        for fact in one["facts"]:
            fact[1]["sides"] = [1, 1]


def _other_bound(records: list[Json]) -> None:
    obligations(records, "SameOrder")[-1]["bound"] = 10**6


def _order_of_one_alone(records: list[Json]) -> None:
    (unsaid,) = (o for o in records if o["kind"] == "symbol" and o["name"] == "K_7_1")
    unsaid["range"] = ["1", "1"]


def _result_of_nothing(records: list[Json]) -> None:
    records.insert(-1, {"kind": "result", "name": "all", "lines": [], "confirmed": True})


def _bound_otherwise(records: list[Json]) -> None:
    declared = next(o for o in records if o["kind"] == "symbol" and o["name"] == "u")
    records.insert(-1, {**declared, "sign": "nonnegative"})


@pytest.mark.parametrize(
    ("alter", "fault"),
    [
        (_no_model, "does not say that its premises can hold together"),
        (_model_of_less, "does not say that its premises can hold together"),
        (_model_of_another, "does not say that its premises can hold together"),
        (_other_bound, "has another bound"),
        (_order_of_one_alone, "line 8 uses a fact without right"),
        (_result_of_nothing, "a result of no lines"),
        (_bound_otherwise, "or twice: 'u'"),
    ],
)
def test_what_was_altered_is_refused(
    alter: Callable[[list[Json]], None], fault: str, whole: list[Json]
) -> None:
    records = copy.deepcopy(whole)
    assert faults(records) == []
    alter(records)
    assert any(fault in one for one in faults(records)), faults(records)


def test_a_side_condition_of_dimensions_asks_for_them(whole: list[Json]) -> None:
    one = copy.deepcopy(obligations(whole, "Less")[0])
    one |= {"number": 0, "asks": "exact", "decision": {"status": "proved"}}
    one["goal"] = ["SameDimension", one["goal"][1]]
    symbols = asked.table(o for o in whole if o["kind"] == "symbol")
    asks = replay.obligation(one, 0, symbols)
    with pytest.raises(replay.UnclearError):
        replay.recheck(asks)
