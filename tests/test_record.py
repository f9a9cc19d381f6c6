"""Records: an obligation written down and read back is decided alike; garbage is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
import sympy
from sympy import Symbol

from checks import prefix, record
from checks.decide import decide
from checks.load import load
from checks.run.decider import Decider
from checks.suite import Suite
from derivations.dimension import LENGTH
from derivations.errors import PaperError
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Equal

X = Symbol("x", positive=True)
NAMES = {"x": X, "f": sympy.Function("f", real=True)}


def test_every_obligation_of_the_paper_is_decided_from_its_record_as_from_itself(
    remembering: Decider,
) -> None:
    suite = Suite(load("weisskopf1979"), remembering)
    lines = ["3a", "8", "16", "20", "23", "33", "36", "37", "43", "A1"]
    checks = [
        check
        for label in lines
        for claim in suite.line(label).accepted
        if not claim.given
        for check in claim.links
    ]
    assert len(checks) >= len(lines)
    for check in checks:
        text = record.dumps(record.of_obligation(check.obligation))
        again = record.to_obligation(json.loads(text))
        answer = decide(again)
        assert answer.status == check.decision.status
        assert answer.method == check.decision.method
        written = record.dumps(record.of_decision(check.decision, check.obligation))
        assert record.to_decision(json.loads(written), check.obligation) == check.decision


def test_a_record_holds_only_what_occurs() -> None:
    notation = Notation()
    x = notation.quantity("x", LENGTH, "")
    notation.quantity("unused", LENGTH, "")
    written = record.of_obligation(Obligation(Equal(x, x), (), notation))
    assert [symbol["name"] for symbol in written["symbols"]] == ["x"]


@pytest.mark.parametrize(
    "form",
    [
        sympy.Subs(sympy.Derivative(NAMES["f"](X), X), X, 2 * X),
        sympy.Integral(X * NAMES["f"](X), (X, 0, sympy.oo)),
        sympy.sqrt(2) * sympy.pi * sympy.I / 3,
        sympy.besselj(0, X) + sympy.Heaviside(X - 1) + sympy.EulerGamma,
    ],
)
def test_an_expression_is_read_back_as_it_was(form: sympy.Expr) -> None:
    written = prefix.write(form, lambda symbol: str(symbol).removeprefix("_"))
    again = prefix.read(json.loads(json.dumps(written)), NAMES)
    assert isinstance(again, sympy.Expr)
    assert (again - form).doit() == 0


@pytest.mark.parametrize(
    "form",
    [
        None,
        True,
        1.5,
        {},
        [],
        [[]],
        ["x"],
        ["q", 1, 0],
        ["q", 1],
        ["q", 1.0, 2],
        ["sin"],
        ["sin", "x", "x"],
        ["call", "x", 1],
        ["call", "__import__", 1],
        ["f", "x"],
        ["int", "x"],
        ["int", "x", ["y", 0, 1]],
        ["jet", "f", [1, 2], "x"],
        ["jet", "f", [-1], "x"],
        ["total", "x", "x"],
        ["^", 2, 10**9],
        ["+", ["vector", "x", "x"]],
        "y",
        "__class__",
    ],
)
def test_garbage_is_refused_with_a_sentence(form: Any) -> None:
    with pytest.raises(PaperError, match=r"prefix form|no expression"):
        prefix.read(form, NAMES)


def test_huge_integers_are_refused() -> None:
    with pytest.raises(PaperError, match="digits"):
        prefix.read(["+", 10 ** (prefix.MOST_DIGITS + 400)], NAMES)
    with pytest.raises(PaperError, match="very large"):
        prefix.read(["int", "x", [10**5000]], NAMES)


def test_deep_nesting_is_refused() -> None:
    form: Any = "x"
    for _ in range(prefix.MOST_DEPTH + 2):
        form = ["sin", form]
    with pytest.raises(PaperError, match="deep"):
        prefix.read(form, NAMES)


REST = {"expression": "x", "unit": "", "wording": ""}


@pytest.mark.parametrize(
    "change",
    [
        {"symbols": [{"name": "x"}]},
        {"goal": ["Never", {}]},
        {"goal": ["Equal", {"sides": ["x"]}]},
        {"goal": ["Equal", {"sides": "x"}]},
        {"goal": 3},
        {"facts": None},
        {"bound": "many"},
        {"symbols": 3},
        {"facts": [["Within", dict.fromkeys(("low", "high"), float("inf")) | REST]]},
    ],
)
def test_a_broken_record_is_refused_with_a_sentence(change: dict[str, Any]) -> None:
    notation = Notation()
    x = notation.quantity("x", LENGTH, "")
    whole = record.of_obligation(Obligation(Equal(x, x), (), notation))
    with pytest.raises(PaperError):
        record.to_obligation({**whole, **change})
