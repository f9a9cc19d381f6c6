"""The replayer agrees with the kernel, refuses what was tampered with, and never crashes."""

from __future__ import annotations

import ast
import copy
import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sympy import Heaviside, Integral, Rational, exp, log, oo, pi, sin, sqrt

from checks import record, replay
from checks.certificate import asked, elaborate, replayed, write
from checks.decide import decide
from checks.load import load
from checks.run.decider import Decider
from checks.suite import Suite
from checks.verdict import Verdict
from derivations.dimension import LENGTH, NUMBER, TIME
from derivations.expression import Total
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import (
    Attains,
    Continuous,
    Equal,
    Independent,
    LeadingOrder,
    Less,
    MuchLess,
    NotEqual,
    Refers,
    Relation,
    SameDimension,
    SameOrder,
    Tends,
    Within,
)

PROGRAM = Path(replay.__file__)
Json = Any

N = Notation()
a, b, d = (N.quantity(name, LENGTH, "") for name in "abd")
t = N.quantity("t", TIME, "")
u, w = (N.quantity(name, NUMBER, "") for name in "uw")
z = N.quantity("z", NUMBER, "", sign="real")
f, g = (N.factor(name, "", 2, 3) for name in "fg")
x = N.variable("x", LENGTH, "")
y = N.variable("y", NUMBER, "", sign="real")
n = N.variable("n", NUMBER, "", sign="positive integer")
F = N.function("F", LENGTH, "", of=(LENGTH,))
h = N.function("h", NUMBER, "", of=(NUMBER,))
phi = N.function("phi", NUMBER, "", of=(NUMBER, NUMBER))
count = N.quantity("count", NUMBER, "", sign="positive integer")
S = N.set("S", "", count=count)

#: What the kernel decides: a goal, and the facts that it may use.
DECIDED: list[tuple[Relation, tuple[Relation, ...]]] = [
    (Equal(a**2 - b**2, (a - b) * (a + b)), ()),
    (Equal(sqrt(a**2 * b), a * sqrt(b)), ()),
    (Equal(sqrt(8), 2 * sqrt(2)), ()),
    (Equal(sin(y) ** 2, 1 - sin(y + pi / 2) ** 2), ()),
    (Equal(log(u * w), log(u) + log(w)), ()),
    (Equal(exp(y) ** 2, exp(2 * y)), ()),
    (Equal(a, 6 * d), (Equal(a, 2 * b), Equal(b, 3 * d))),
    (Equal(b, d / 2), (Equal(a * b, a * d / 2),)),
    (Equal(F(2 * a), 8 * a), (Equal(F(x), 4 * x),)),
    (Equal(F(x).diff(x), 2 * x / a), (Equal(F(x), x**2 / a),)),
    (Equal(Total(h(n) + 1, n, S), Total(h(n), n, S) + count), ()),
    (Equal(Integral(3 * F(x) + b, (x, 0, d)), 3 * Integral(F(x), (x, 0, d)) + b * d), ()),
    (Equal(sqrt(a - b) ** 2, a - b), (Less(b, a),)),
    (Equal(a, 2 * b), ()),
    (Equal(a, t), ()),
    (Equal(Total(h(n), n, S), 2 * Total(h(n), n, S)), ()),
    (NotEqual(exp(-u), 1), ()),
    (SameOrder(a, b), (Equal(a, f / g * b),)),
    (SameOrder(a, u * b), ()),
    (SameOrder(a, -b), (Equal(a, f * b),)),
    (SameDimension(a, b), ()),
    (SameDimension(a, t), ()),
    (Independent(a, (u,), (d,)), (Equal(a, u * b), Equal(b, d / u))),
    (Refers(("1", "2"), frozenset({"1", "2", "3"})), ()),
    (Refers(("1", "9"), frozenset({"1", "2", "3"})), ()),
    (Within(f * g, 4, 9), ()),
    (Within(f / (f + g), Rational(1, 3), Rational(2, 3)), ()),
    (Within(f * g, 5, 9), ()),
    (Attains(f * g, 5, 6), ()),
    (Within(a, 1, 2, "cm"), (Within(a / b, 2, 2), Within(b, "0.5", 1, "cm"))),
    (Less(a, a + b), ()),
    (Less(f, 4), ()),
    (Less(f, g), ()),
    (MuchLess(f, 40), ()),
    (MuchLess(f, 20), ()),
    (Continuous(1 / (x + a), x, 0, b), ()),
    (Continuous(sqrt(x) * exp(-x / a), x, 0, oo), ()),
    (Continuous(F(x) ** 2, x, 0, b), ()),
    (Tends(sin(u) / u, 1, u, 0), ()),
    (Tends(sin(u) / u, 0, u, oo), ()),
    (Tends(u**5 * exp(-u), 0, u, oo), ()),
    (Tends((sqrt(u + w) - sqrt(w)) / u, 1 / (2 * sqrt(w)), u, 0), ()),
    (Tends(u * log(u), 0, u, 0), ()),
    (Tends(u * w, 0, w, 0), (Less(w, u),)),
    (LeadingOrder(exp(u) - 1, u, u, 0), ()),
    (LeadingOrder(log(1 + u), u, u, 0), ()),
    (LeadingOrder(h(u) - h(0), u * h(y).diff(y).subs(y, 0), u, 0), ()),
    (LeadingOrder(w, u, u, 0), (Equal(w, sin(u)),)),
]


def recorded(goal: Relation, facts: tuple[Relation, ...]) -> Json:
    """The record of an obligation as the kernel decides it."""
    one = Obligation(goal, facts, N)
    decision = decide(one)
    assert decision.status != "undecided", decision.reason
    written = record.of_decision(decision, one)
    whole = {"number": 0, "asks": "relation", **asked.of_obligation(one), "decision": written}
    found = elaborate.proof(json.loads(record.dumps(whole)))
    whole["decision"] |= {"proof": found} if found is not None else {}
    return json.loads(record.dumps(whole))


def step(one: Json, law: str) -> Json:
    """The first step of a proof that is of a law."""
    return next(each for each in one["decision"]["proof"]["steps"] if each[0] == law)


def model(one: Json) -> Json:
    """The model of a proof."""
    return one["decision"]["proof"]["model"]


def found(one: Json) -> str:
    """How the replayer finds it again; ``UnclearError`` if it does not."""
    return replay.recheck(replay.obligation(one, 0, asked.table(one["symbols"])))


def refused(one: Json) -> bool:
    try:
        found(one)
    except (replay.UnclearError, replay.MalformedError):
        return True
    return False


@pytest.mark.parametrize(("goal", "facts"), DECIDED, ids=lambda part: str(part)[:60])
def test_what_the_kernel_decides_is_found_again(
    goal: Relation, facts: tuple[Relation, ...]
) -> None:
    assert found(recorded(goal, facts))


@pytest.mark.parametrize(("goal", "facts"), DECIDED, ids=lambda part: str(part)[:60])
def test_the_opposite_status_is_refused(goal: Relation, facts: tuple[Relation, ...]) -> None:
    one = recorded(goal, facts)
    turned = {"proved": "refuted", "refuted": "proved"}
    one["decision"]["status"] = turned[one["decision"]["status"]]
    assert refused(one)


#: A proved goal, its facts, and what makes it false: in the record of the obligation.
TAMPERED: list[tuple[str, Relation, tuple[Relation, ...], Callable[[Json], None]]] = []


def _tampering(name: str, goal: Relation, *facts: Relation) -> Callable[[Any], Any]:
    def add(change: Callable[[Json], None]) -> Callable[[Json], None]:
        TAMPERED.append((name, goal, facts, change))
        return change

    return add


_tampering("factor 2 in the goal", Equal(a, 2 * b), Equal(a, 2 * b))(
    lambda one: one["goal"][1]["sides"].__setitem__(1, "b")
)
_tampering("sign in a fact", Equal(a, 6 * d), Equal(a, 2 * b), Equal(b, 3 * d))(
    lambda one: one["facts"][1][1]["sides"].__setitem__(1, ["*", -3, "d"])
)
_tampering("exponent in a fact", Equal(u, w**6), Equal(u, z**2), Equal(z, w**3))(
    lambda one: one["facts"][1][1]["sides"].__setitem__(1, ["^", "w", 2])
)
_tampering("value of a solution", Equal(a, 6 * d), Equal(a, 2 * b), Equal(b, 3 * d))(
    lambda one: step(one, "fact").__setitem__(4, ["*", 6, "d"])
)
_tampering("atom of a solution", Equal(a, 6 * d), Equal(a, 2 * b), Equal(b, 3 * d))(
    lambda one: step(one, "fact").__setitem__(3, "d")
)
_tampering("fact of a solution", Equal(a, 6 * d), Equal(a, 2 * b), Equal(b, 3 * d))(
    lambda one: step(one, "fact").__setitem__(1, 1)
)
_tampering("factor", SameOrder(a, b), Equal(a, f * b))(
    lambda one: one["decision"].__setitem__("factor", "g")
)
_tampering("range of a factor", SameOrder(a, b), Equal(a, f * b))(
    lambda one: [s.update(range=["2", "300"]) for s in one["symbols"] if s["name"] == "f"]
)
_tampering("bound", SameOrder(a, b), Equal(a, f * b))(lambda one: one.update(bound=2))
_tampering("role of a factor", SameOrder(a, b), Equal(a, f * b))(
    lambda one: [
        s.update(role="constant") and s.pop("range") for s in one["symbols"] if s["name"] == "f"
    ]
)
_tampering("sign of a symbol", Equal(sqrt(u * w), sqrt(u) * sqrt(w)))(
    lambda one: [s.update(sign="real") for s in one["symbols"] if s["name"] == "u"]
)
_tampering("interval", Within(f * g, 4, 9))(lambda one: one["goal"][1].update(low="5"))
_tampering("unit", Within(a, 1, 2, "cm"), Within(a, 1, 2, "cm"))(
    lambda one: one["goal"][1].update(unit=["100", {"length": "1"}])
)
_tampering("interval of a fact", Within(a, 1, 2, "cm"), Within(a, 1, 2, "cm"))(
    lambda one: one["facts"][0][1].update(high="3")
)
_tampering("point out of range", Attains(f * g, 5, 6))(
    lambda one: model(one)["point"][0].__setitem__(1, "11/2")
)
_tampering("point that decides nothing", Attains(f * g, 5, 6))(
    lambda one: model(one).update(point=[["f", "2"], ["g", "2"]])
)
_tampering("point where the sides agree", NotEqual(z**2, z))(
    lambda one: model(one).update(point=[["z", "1"]])
)
_tampering("sides exchanged", Less(a, a + b))(lambda one: one["goal"][1]["sides"].reverse())
_tampering("pole in the interval", Continuous(1 / (x + a), x, 0, b))(
    lambda one: one["goal"][1].update(expression=["^", ["+", "x", ["*", -1, "a"]], -1])
)
_tampering("logarithm of zero", Continuous(log(x / a + 1), x, 0, b))(
    lambda one: one["goal"][1].update(expression=["log", ["*", "x", ["^", "a", -1]]])
)
_tampering("held", Independent(a, (u,), (d,)), Equal(a, u * b), Equal(b, d / u))(
    lambda one: one["goal"][1].update(holding=[])
)
_tampering("premise", Equal(z**3, z + 2), Equal(z + 2, z**3))(
    lambda one: one["goal"][1]["sides"].__setitem__(1, "z")
)
_tampering("inequality turned round", Less(z**3, z + 2), Less(z**3, z + 2))(
    lambda one: one["goal"][1]["sides"].reverse()
)
_tampering("reference", Refers(("1",), frozenset({"1"})))(
    lambda one: one["goal"][1].update(to=["2"])
)
_tampering("dimension of a symbol", SameDimension(a, b))(
    lambda one: one["symbols"][0].update(dimension={"time": "1"})
)


@pytest.mark.parametrize(
    ("goal", "facts", "change"), [row[1:] for row in TAMPERED], ids=[row[0] for row in TAMPERED]
)
def test_an_obligation_that_was_tampered_with_is_refused(
    goal: Relation, facts: tuple[Relation, ...], change: Callable[[Json], None]
) -> None:
    one = recorded(goal, facts)
    assert not refused(copy.deepcopy(one))
    change(one)
    assert refused(one)


#: Claims that are false, or do not follow, whatever the evidence; called proved here.
FALSE: list[tuple[str, Relation, tuple[Relation, ...], Json]] = [
    ("root of a square", Equal(sqrt(z**2), z), (), {}),
    ("logarithm of a square", Equal(log(z**2), 2 * log(z)), (), {}),
    ("step at zero is no square root", Equal(Heaviside(z) ** 2, Heaviside(z)), (), {}),
    (
        "solution of z·u = z",
        Equal(u, 1),
        (Equal(z * u, z),),
        {"steps": [["fact", 0, [], "u", 1, 0, 1]]},
    ),
    (
        "one root of a square",
        Equal(z, 1),
        (Equal(z**2, 1),),
        {"steps": [["fact", 0, [], "z", 1, 0, 1]]},
    ),
    (
        "solution for a variable",
        Equal(y, 0),
        (Equal(y * h(0), 0),),
        {"steps": [["fact", 0, [], "y", 0, 0, 1]]},
    ),
    (
        "definition at a point",
        Equal(F(a), F(b)),
        (Equal(F(a), d),),
        {"steps": [["fact", 0, [["a", "b"]], ["call", "F", "b"], "d", 0, 1]]},
    ),
    (
        "definition by itself",
        Equal(h(0), 1),
        (Equal(h(y), h(y) + z),),
        {"steps": [["fact", 0, [["y", 0]], ["call", "h", 0], 1, 0, 1]]},
    ),
    (
        "solution by itself",
        Equal(u, w),
        (Equal(u, w * u),),
        {"steps": [["fact", 0, [], "u", ["*", "w", "u"], 0, 1]]},
    ),
    ("sum of one is not one", Equal(Total(1, n, S), 1), (), {}),
    ("product of sums", Equal(Total(h(n), n, S) ** 2, Total(h(n) ** 2, n, S)), (), {}),
    ("range is no equation", Equal(f, g), (), {}),
    ("strict at the end", Less(f, 3), (), {}),
]


@pytest.mark.parametrize(
    ("goal", "facts", "proof"), [row[1:] for row in FALSE], ids=[row[0] for row in FALSE]
)
def test_what_does_not_follow_is_refused_whatever_the_evidence(
    goal: Relation, facts: tuple[Relation, ...], proof: Json
) -> None:
    one = json.loads(record.dumps(asked.of_obligation(Obligation(goal, facts, N))))
    decision = {"status": "proved", "method": "?", "reason": "?", "proof": proof}
    assert refused({"number": 0, "asks": "relation", **one, "decision": decision})


#: Limits that do not hold, or do not follow.
FALSE_LIMITS: list[tuple[str, Relation, tuple[Relation, ...]]] = [
    ("another limit", Tends(sin(u) / u, 2, u, 0), ()),
    ("another point", Tends(sin(u) / u, 1, u, oo), ()),
    ("oscillation", Tends(sin(u), 0, u, oo), ()),
    ("growth", Tends(exp(u) / u**5, 0, u, oo), ()),
    ("slow growth", Tends(log(u), 0, u, oo), ()),
    ("a power short", Tends((1 - exp(u)) / u, 0, u, 0), ()),
    ("half an order", Tends(sqrt(u) / u, 0, u, 0), ()),
    ("a factor", LeadingOrder(exp(u) - 1, 2 * u, u, 0), ()),
    ("a sign", LeadingOrder(1 - exp(u), u, u, 0), ()),
    ("the next order", LeadingOrder(exp(u) - 1 - u, u**2, u, 0), ()),
    ("a fact that fails near the limit", Tends(1 / u, 0, u, oo), (Less(u, w),)),
    ("what is divided by oscillates", Tends(1 / (w * sin(w)), 0, w, oo), ()),
]


@pytest.mark.parametrize(
    ("goal", "facts"), [row[1:] for row in FALSE_LIMITS], ids=[row[0] for row in FALSE_LIMITS]
)
def test_false_limits_are_refused(goal: Relation, facts: tuple[Relation, ...]) -> None:
    one = json.loads(record.dumps(asked.of_obligation(Obligation(goal, facts, N))))
    decision = {"status": "proved", "method": "?", "reason": "?", "proof": {}}
    assert refused({"number": 0, "asks": "relation", **one, "decision": decision})


#: The same of trees that sympy would change: the sides of an equation for real z.
FALSE_TREES: dict[str, list[Json]] = {
    "division by what may vanish": [["*", "z", ["^", "z", -1]], 1],
    "division by a sine": [["*", ["sin", "z"], ["^", ["sin", "z"], -1]], 1],
    "tangent where it has no value": [["*", ["tan", "z"], ["cos", "z"]], ["sin", "z"]],
    "root of a square": [["^", ["^", "z", 2], ["q", 1, 2]], "z"],
    "square of a root": [["^", ["^", "z", ["q", 1, 2]], 2], "z"],
    "power of a negative": [["^", ["^", -8, 2], ["q", 1, 6]], ["^", -8, ["q", 1, 3]]],
    "zero to the zeroth": [["^", 0, ["+", "z", ["*", -1, "z"]]], 1],
    "exponential of a logarithm": [["exp", ["log", "z"]], "z"],
    "logarithm of an exponential": [["log", ["exp", ["*", ["i"], "z"]]], ["*", ["i"], "z"]],
    "infinity less itself": [["+", ["oo"], ["*", -1, ["oo"]]], 0],
    "a phase": [["exp", ["*", ["i"], ["pi"], "z"]], 1],
}


@pytest.mark.parametrize("sides", FALSE_TREES.values(), ids=FALSE_TREES.keys())
def test_what_is_not_so_for_all_values_is_refused(sides: list[Json]) -> None:
    one = json.loads(record.dumps(asked.of_obligation(Obligation(Equal(z, 1), (), N))))
    one["goal"] = ["Equal", {"sides": sides}]
    decision = {"status": "proved", "method": "?", "reason": "?", "proof": {}}
    assert refused({"number": 0, "asks": "relation", **one, "decision": decision})


def test_bound_variables_of_a_product_of_sums_stay_apart() -> None:
    """∫ (Σ φᵢ)² is ΣΣ ∫ φᵢ φⱼ, and not (Σ ∫ φᵢ)²."""
    inside = Total(phi(n, y), n, S) ** 2
    goal = Equal(Integral(inside, (y, 0, 1)), Total(Integral(phi(n, y) ** 2, (y, 0, 1)), n, S))
    one = json.loads(record.dumps(asked.of_obligation(Obligation(goal, (), N))))
    decision = {"status": "proved", "method": "?", "reason": "?", "proof": {}}
    assert refused({"number": 0, "asks": "relation", **one, "decision": decision})


# -- whole certificates ---------------------------------------------------------------


@pytest.fixture(scope="module")
def mechanics_lines() -> list[Json]:
    """The records of the certificate of a small paper."""
    paper = load(str(Path(__file__).parent / "papers" / "mechanics.py"))
    return [json.loads(line) for line in write.lines(Suite(paper).run())]


def sealed(records: list[Json]) -> bytes:
    """The certificate of ``records``, the last of which is renewed, with its own digest."""
    rows = [record.dumps(one).encode() + b"\n" for one in records if one.get("kind") != "end"]
    digest = hashlib.sha256(b"".join(rows)).hexdigest()
    return b"".join(rows) + record.dumps({"kind": "end", "sha256": digest}).encode() + b"\n"


TRUSTED = frozenset(replayed.TRUSTED)


def faults(records: list[Json]) -> list[str]:
    """What the replayer does not find so, or why it refuses the file."""
    try:
        return replay.replay(sealed(records), TRUSTED).faults
    except replay.MalformedError as error:
        return [str(error)]


def test_the_certificate_of_a_small_paper_is_found_again(mechanics_lines: list[Json]) -> None:
    assert faults(mechanics_lines) == []


def _cited(line: Json) -> Iterator[str]:
    """The lines from which a line draws its facts."""
    for claim in line["accepted"]:
        yield from (label for what, label, _ in claim.get("from", []) if what == "line")


def _argued(records: list[Json]) -> Json:
    """A line with an argued claim that uses facts of other lines."""
    return next(
        one
        for one in records
        if one["kind"] == "line"
        and any(o[0] == "line" for c in one["accepted"] for o in c.get("from", []))
    )


def _flip(records: list[Json]) -> None:
    one = next(o for o in records if o["kind"] == "line" and o["verdict"] == "proved")
    number = one["accepted"][-1]["links"][0]
    records[[o.get("number") for o in records].index(number)]["decision"]["status"] = "undecided"


def _verdict(records: list[Json]) -> None:
    next(o for o in records if o["kind"] == "line" and o["verdict"] == "refuted")["verdict"] = (
        "proved"
    )


def _origin(records: list[Json]) -> None:
    line = _argued(records)
    other = next(o["label"] for o in records if o["kind"] == "line")
    for claims in (line["printed"], line["accepted"]):
        for claim in claims:
            for origin in claim.get("from", []):
                if origin[0] == "line" and origin[1] != other:
                    origin[1] = other


def _dropped(records: list[Json]) -> None:
    label = next(_cited(_argued(records)))
    records[:] = [o for o in records if o.get("label") != label]


def _reordered(records: list[Json]) -> None:
    line = _argued(records)
    records.remove(line)
    records.insert(1, line)


def _given(records: list[Json]) -> None:
    for claims in (_argued(records)["printed"], _argued(records)["accepted"]):
        for claim in claims:
            claim.pop("from", None)
            claim["given"] = "law"


def _asks(records: list[Json]) -> None:
    for one in records:
        if one["kind"] == "obligation" and one["asks"] == "relation":
            one["asks"] = "dimensions"


def _weaker_condition(records: list[Json]) -> None:
    claims = (c for o in records if o["kind"] == "line" for c in o["accepted"])
    number = next(c["conditions"][0][0] for c in claims if c["conditions"])
    condition = next(o for o in records if o.get("number") == number)
    condition["asks"] = "dimensions"


def _renumbered(records: list[Json]) -> None:
    _argued(records)["accepted"][0]["links"] = [10**9]


def _rests(records: list[Json]) -> None:
    _argued(records)["rests_on"] = []


def _unknown_origin(records: list[Json]) -> None:
    for claim in _argued(records)["accepted"]:
        claim["from"] = [["elsewhere", "", 0] for _ in claim.get("from", [])]


def _fewer_origins(records: list[Json]) -> None:
    for claim in _argued(records)["accepted"]:
        claim["from"] = claim.get("from", [])[:-1]


def _not_cited(records: list[Json]) -> None:
    for claim in _argued(records)["accepted"]:
        claim["premises"] = []


def _declared_otherwise(records: list[Json]) -> None:
    last = [o for o in records if o["kind"] == "symbol"][-1]
    records.insert(records.index(last) + 1, {**last, "dimension": {"mass": "1"}})


def _another_dimension(records: list[Json]) -> None:
    first = next(o for o in records if o["kind"] == "symbol")
    first["dimension"] = {"mass": "7"}


def _not_declared(records: list[Json]) -> None:
    records.remove(next(o for o in records if o["kind"] == "symbol"))


@pytest.mark.parametrize(
    "tamper",
    [
        *(_flip, _verdict, _origin, _dropped, _reordered, _given, _asks),
        *(_renumbered, _rests, _declared_otherwise, _weaker_condition),
        *(_unknown_origin, _fewer_origins, _not_cited, _another_dimension, _not_declared),
    ],
)
def test_a_certificate_that_was_tampered_with_is_refused_though_its_digest_is_right(
    tamper: Callable[[list[Json]], None], mechanics_lines: list[Json]
) -> None:
    records = copy.deepcopy(mechanics_lines)
    tamper(records)
    assert faults(records)


@pytest.mark.parametrize(
    "spoil", [lambda b: b[:-200], lambda b: b.replace(b"proved", b"provee", 1)]
)
def test_a_certificate_that_was_cut_or_changed_is_refused(
    spoil: Callable[[bytes], bytes], mechanics_lines: list[Json]
) -> None:
    with pytest.raises(replay.MalformedError):
        replay.replay(spoil(sealed(mechanics_lines)))


_U = {"kind": "symbol", "name": "u", "role": "constant", "sign": "positive", "dimension": {}}


def _odd(goal: Json) -> bytes:
    """A certificate of one obligation."""
    told = {"number": 0, "asks": "relation", "goal": goal, "facts": [], "bound": 100}
    decision = {"status": "proved", "method": "", "reason": "", "proof": {}}
    one = {"kind": "obligation", **told, "decision": decision}
    return sealed([{"kind": "certificate", "version": replay.VERSION}, _U, one])


def _deep() -> bytes:
    return sealed([{"kind": "certificate", "version": replay.VERSION}]).replace(
        b'"certificate"', b"[" * 100_000, 1
    )


def _equation(*sides: Json) -> bytes:
    return _odd(["Equal", {"sides": list(sides)}])


MALFORMED: dict[str, bytes] = {
    "nothing": b"",
    "garbage": bytes(range(256)) * 10,
    "no records": b"[]\n[]\n[]\n",
    "deep nesting": _deep(),
    "a deep tree": _equation(1, json.loads('["+",' * 300 + "1" + "]" * 300)),
    "a huge integer": sealed([{"kind": "certificate"}]).replace(b'"certificate"', b"9" * 10_000),
    "a large integer": _equation(1, 10**3000),
    "not a number": _equation(1, float("nan")),
    "a float": _equation(1, 0.5),
    "a boolean": _equation(1, True),
    "an unknown head": _equation(1, ["system", "u"]),
    "an unknown symbol": _equation(1, "v"),
    "a symbol that is called": _equation(1, ["call", "u", 1]),
    "one side": _equation(1),
    "a chain": _equation(1, 1, 1),
    "a vector": _equation(["vector", 1, 2], ["vector", 1, 2]),
    "no relation": _odd(["Whatever", {}]),
    "an odd fraction": _equation(1, ["q", 1, 0]),
    "no tree": _equation(1, {"a": 1}),
    "no unit": _odd(["Within", {"expression": 1, "low": "1", "high": "2", "unit": "cm"}]),
}


@pytest.mark.parametrize("data", MALFORMED.values(), ids=MALFORMED.keys())
def test_what_is_no_certificate_is_refused_with_a_sentence(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "odd"
    file.write_bytes(data)
    assert replay.main([str(file)]) == 2
    told = capsys.readouterr().err
    assert "no certificate" in told
    assert len(told) < 400


#: Expressions that would take for ever, or fill the memory.
HEAVY: dict[str, Json] = {
    "a huge exponent": ["^", "u", 10**9],
    "a huge power of a sum": ["^", ["+", "u", 1], 199],
    "powers of powers": ["^", ["^", ["^", ["+", "u", 1], 150], 150], 150],
    "a huge root": ["^", "u", ["q", 1, 10**9 + 7]],
    "a root of a large number": ["^", 10**1000 + 1, ["q", 1, 2]],
    "a tower": ["^", 9, ["^", 9, 9]],
}


@pytest.mark.parametrize("tree", HEAVY.values(), ids=HEAVY.keys())
def test_what_would_take_for_ever_is_given_up(tree: Json) -> None:
    rows = _equation(tree, ["+", tree, 1]).splitlines()
    one = replay.obligation(json.loads(rows[2]), 0, asked.table([_U]))
    with pytest.raises(replay.UnclearError):
        replay.within_time(lambda: replay.recheck(one))


# -- the program ----------------------------------------------------------------------


def test_the_replayer_imports_the_standard_library_and_flint_alone() -> None:
    tree = ast.parse(PROGRAM.read_text(encoding="utf-8"))
    roots = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else ["." * node.level + (node.module or "")]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert roots - set(sys.stdlib_module_names) == {"flint"}
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & {"eval", "exec", "compile", "__import__", "open"}


def test_the_replayer_runs_alone(tmp_path: Path, mechanics_lines: list[Json]) -> None:
    file = tmp_path / "certificate"
    file.write_bytes(sealed(mechanics_lines))
    watched = (
        "import runpy, sys; sys.argv = sys.argv[1:]\n"
        "try: runpy.run_path(sys.argv[0], run_name='__main__')\n"
        "finally: print(sorted({'sympy', 'checks', 'derivations'} & set(sys.modules)))"
    )
    trusted = [word for kind in sorted(TRUSTED) for word in ("--trust", kind)]
    arguments = [str(PROGRAM), *trusted, str(file)]
    done = subprocess.run(
        [sys.executable, "-I", "-c", watched, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("Everything was found again.\n[]\n")


def test_a_report_is_replayed_in_a_process_of_its_own() -> None:
    report = Suite(load(str(Path(__file__).parent / "papers" / "mechanics.py"))).run()
    found = replayed.replayed(report)
    assert found.accepted
    assert found.checked > 0


def test_a_report_that_says_proved_of_what_is_not_is_not_accepted() -> None:
    report = Suite(load(str(Path(__file__).parent / "papers" / "mechanics.py"))).run()
    wrong = next(result for result in report.lines if result.verdict == Verdict.REFUTED)
    told = tuple(
        replace(result, verdict=Verdict.PROVED) if result is wrong else result
        for result in report.lines
    )
    found = replayed.replayed(replace(report, lines=told))
    assert not found.accepted
    assert wrong.line.label in found.refused[0]


# -- the paper ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def paper_lines(remembering: Decider) -> list[Json]:
    """The records of the certificate of the paper."""
    return [
        json.loads(line) for line in write.lines(Suite(load("weisskopf1979"), remembering).run())
    ]


def test_the_paper_is_found_again(paper_lines: list[Json]) -> None:
    assert faults(paper_lines) == []


def mutants(goal: Json) -> Iterator[Json]:
    """Goals that differ from a goal by a factor, a sign, an exponent, a summand."""
    kind, parts = goal
    if "sides" in parts:
        left, right = parts["sides"]
        for sides in (
            [left, ["*", 2, right]],
            [left, ["*", -1, right]],
            [["^", left, 2], right],
            [["+", left, right], right],
        ):
            yield [kind, {"sides": sides}]
    elif kind in ("Within", "Attains"):
        for tree in (["*", 100, parts["expression"]], ["*", -1, parts["expression"]]):
            yield [kind, {**parts, "expression": tree}]
    elif kind == "Continuous":
        low = parts["low"]
        pole = ["^", ["+", parts["variable"], ["*", -1, low]], -1]
        yield [kind, {**parts, "expression": ["*", parts["expression"], pole]}]
    elif kind == "Tends":
        yield [kind, {**parts, "limit": ["+", parts["limit"], parts["expression"], 1]}]
    elif kind == "LeadingOrder":
        yield [kind, {**parts, "right": ["*", 2, parts["right"]]}]


def equivalent(one: Json, mutant: Json) -> bool:
    """Whether a mutant is as true as what it was made from.

    Where a side is 0, both sides are; 1 and δ are their own squares.
    """
    sides, changed = one["goal"][1].get("sides", []), mutant[1].get("sides", [1, 2])
    squared = isinstance(changed[0], list) and changed[0] == ["^", *sides[:1], 2]
    own_square = 1 in sides or any(isinstance(s, list) and s[0] == "KroneckerDelta" for s in sides)
    return 0 in sides or changed[0] == changed[1] or (squared and own_square)


#: Inequalities stay true of many mutants; no sixth is left out by choice.
MUTATED = {"Equal", "SameOrder", "Rough", "Within", "Continuous", "Tends", "LeadingOrder"}
EVERY = 6


@pytest.mark.nightly
def test_mutants_of_what_the_paper_proves_are_refused(paper_lines: list[Json]) -> None:
    survivors = []
    symbols = asked.table(one for one in paper_lines if one["kind"] == "symbol")
    proved = [
        one
        for one in paper_lines
        if one["kind"] == "obligation"
        and one["asks"] == "relation"
        and one["decision"]["status"] == "proved"
        and one["goal"][0] in MUTATED
    ]
    for one in proved[::EVERY]:
        for mutant in mutants(one["goal"]):
            changed = {**one, "goal": mutant}
            if equivalent(one, mutant):
                continue
            try:
                read = replay.obligation(changed, one["number"], symbols)
                replay.within_time(lambda read=read: replay.recheck(read))
            except (replay.UnclearError, replay.MalformedError):
                continue
            survivors.append((one["number"], mutant))
    assert survivors == []


def test_certificates_are_the_same_for_every_hash_seed(tmp_path: Path) -> None:
    paper = str(Path(__file__).parent / "papers" / "mechanics.py")
    written = []
    for seed in ("1", "2"):
        file = tmp_path / seed
        subprocess.run(
            [sys.executable, "-m", "checks", "check", paper, "--certificate", str(file)],
            env={"PYTHONHASHSEED": seed, "DERIVATIONS_CACHE": str(tmp_path / f"cache{seed}")},
            capture_output=True,
            check=False,
        )
        written.append(file.read_bytes())
    assert written[0] == written[1]


def test_a_proof_says_how_many_generators_it_needs_room_for() -> None:
    many = [F(k * a) for k in range(replay.ROOM)]
    one = recorded(Equal(sum(many) + a, a + sum(reversed(many))), ())
    proof = one["decision"]["proof"]
    assert proof["room"] == replay.MOST_ROOM
    assert found(one)
    del proof["room"]
    with pytest.raises(replay.RoomError):
        found(one)
    for room in (0, replay.MOST_ROOM + 1, "128", True):
        proof["room"] = room
        with pytest.raises(replay.UnclearError):
            found(one)
