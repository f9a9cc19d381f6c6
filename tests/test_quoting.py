"""Sentences that quote expressions, and how a reader is told them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Function, Integral, Symbol, exp, sqrt

from checks.decide import decide
from checks.quoting import named, plain, purpose, quoted, quoted_relation, told
from checks.record import of_decision, of_obligation, to_decision, to_obligation
from checks.report.unicode import Unicode
from derivations.dimension import ENERGY, LENGTH, NUMBER
from derivations.obligation import Obligation, about
from derivations.quantity import Notation
from derivations.relation import Equal, SameOrder, Within

N = Notation()
hbar_omega = N.quantity("hbar_omega", ENERGY, "a quantum", latex=r"\hbar\omega", unicode="ħω")
kappa = N.quantity("kappa", NUMBER, "a constant", unicode="κ")
k_b = N.function("k_b", LENGTH, "a function", of=(LENGTH,), unicode="kᵦ")
x, y = (N.quantity(name, LENGTH, "a length") for name in "xy")
U = Unicode(N)


@pytest.mark.parametrize(
    ("expr", "shown"),
    [
        (kappa * hbar_omega**2 / 2, "½·κ·ħω²"),
        (k_b(x), "kᵦ(x)"),
        (k_b(x).diff(x), "∂kᵦ/∂x"),
        (sqrt(x / y), "√(x/y)"),
        (Symbol("other") + kappa, "κ + other"),
        (Function("g")(x), "g(x)"),
        (k_b, "kᵦ"),
        (Integral(x * exp(-x), (x, 0, 1)), "∫[0, 1] x·exp(−x) dx"),
    ],
)
def test_what_is_quoted_is_told_as_the_paper_writes_it(expr: object, shown: str) -> None:
    assert U.told(f"it is {quoted(expr)}, no less") == f"it is {shown}, no less"


def test_a_quantity_has_its_name_and_what_is_no_quantity_is_quoted() -> None:
    assert named(kappa) == "kappa"
    assert U.value(named(kappa), "1/2") == ("κ", "1/2")
    assert U.value(named(k_b(x)), "-3e-7") == ("kᵦ(x)", "−3·10⁻⁷")
    assert U.value("difference of the sides", quoted(kappa * x))[1] == "κ·x"


def test_relations_and_purposes_quote_their_sides() -> None:
    assert U.told(quoted_relation(Equal(x, kappa * y))) == "x = κ·y"
    assert U.told(quoted_relation(Within(kappa, 1, 2))) == "κ ∈ [1, 2]"
    obligation = Obligation(Equal(x, y), (), N, about("{} does not vanish", kappa))
    assert obligation.purpose == "kappa does not vanish"
    assert U.told(purpose(obligation)) == "κ does not vanish"


@pytest.mark.parametrize(
    "goal", [Equal(x * kappa, y), SameOrder(x * kappa, x), SameOrder(x, y), Equal(x, x)]
)
def test_a_decision_is_told_alike_before_and_after_it_was_sent(goal: Equal | SameOrder) -> None:
    obligation = Obligation(goal, (), N)
    sent = to_obligation(json.loads(json.dumps(of_obligation(obligation))))
    answer = json.loads(json.dumps(of_decision(decide(sent), sent)))
    received, direct = to_decision(answer, obligation), decide(obligation)
    assert received.reason == direct.reason
    assert [U.value(*pair) for pair in received.witness] == [
        U.value(*pair) for pair in direct.witness
    ]
    assert "kappa" not in U.told(received.reason)


@given(st.text(st.sampled_from('⟦⟧[]{}",+*^x1 callint'), max_size=30))
def test_whatever_is_quoted_is_told_and_never_run(text: str) -> None:
    assert isinstance(told(text, str), str)
    assert isinstance(U.told(text), str)


def test_what_no_one_can_read_stays_as_it_is() -> None:
    assert plain('⟦["system","rm"]⟧ and ⟦[1⟧') == '["system","rm"] and [1'
