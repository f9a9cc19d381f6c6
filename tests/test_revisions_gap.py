"""The revisions about the binding energy: what each changes, and what it does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flint import acb, arb, ctx
from sympy import exp, sqrt

from checks.revise.find import find
from derivations.relation import Equal, Less
from derivations.revision import Revision
from derivations.rules import by
from derivations.weisskopf1979 import paper
from derivations.weisskopf1979.notation import hbar, k_B, m, omega_D, p_F
from derivations.weisskopf1979.notation4 import B_c, Delta

Compared = Callable[..., Any]

pytestmark = pytest.mark.xdist_group("revisions")


def edited(name: str, how: str) -> Revision:
    """A copy of a revision of the paper, for a test to add to or to cut."""
    whole = find(name, paper)
    other = Revision(f"{name} {how}", whole.title)
    other.notation, other.changes = whole.notation, list(whole.changes)
    return other


def test_without_weak_coupling_one_is_taken_from_the_exponential(compared: Compared) -> None:
    found = compared("no-weak-coupling")
    assert found.forms("23") == ["Δ = ħ·ω_D/(exp(2·π·d·ε_F·ξ/e²) − 1)"]
    assert found.forms("24")[-1] == "γ = 1/(exp(2·π·d·ε_F·ξ/e²) − 1)"
    assert found.forms("size of the exponential") == ["γ = Δ/(ħ·ω_D)"], "2b/(fκs) is a ≃"
    changed = {"binding energy announced", "size of the exponential", "electrons in the strip"}
    assert set(found.verdicts()) == changed
    assert set(found.as_before) >= {"25", "xi of order unity"}
    assert found.falling == found.doubtful == ()


@pytest.mark.parametrize(
    ("label", "form"),
    [
        ("size of a pair for any coupling", "ρ = p_F·(exp(1/B) − 1)/(m·ω_D)"),
        ("pairs for any coupling", "D³ = 4·ε_F·(exp(1/B) − 1)/(3·ħ·n·ω_D)"),
        ("critical field for any coupling", "B_cr² = 3·n·ħ²·ω_D²/(2·ε_F·(exp(1/B) − 1)²)"),
        ("limits of the coupling", "Δ ≃ B·ħ·ω_D  (B → ∞)"),
    ],
)
def test_what_knows_the_coupling_is_followed_to_the_end(
    compared: Compared, label: str, form: str
) -> None:
    found = compared("no-weak-coupling")
    assert form in found.forms(label)
    assert found.after(label).holds


def test_another_correction_of_the_exponential_is_refused(compared: Compared) -> None:
    wrong = edited("no-weak-coupling", "with wrong lines")
    wrong.line(
        "wrong", states=[Equal(Delta, hbar * omega_D / (exp(1 / B_c) + 1))], follows=by("23")
    )
    wrong.line(
        "also wrong",
        states=[Equal(Delta, hbar * omega_D * exp(-1 / B_c))],
        follows=by("exact binding energy"),
    )
    found = compared(wrong)
    assert not found.after("wrong").holds
    assert found.forms("also wrong") == ["Δ = ħ·ω_D/(exp(1/B) − 1)"]


def test_without_a_fermi_sea_the_binding_falls(compared: Compared) -> None:
    found = compared("no-fermi-sea")
    assert {change.label for change in found.falling} == {"exact binding energy", "23"}
    assert set(found.doubtful) >= {"25", "size of the exponential", "xi of order unity"}
    dropped = {change.label for change in found.changes if change.after is None}
    assert dropped == {"Pauli principle", "constant density"}
    assert set(found.verdicts()) == {
        *("zero of energy", "16", "width of the amplitude", "exact binding energy", "23"),
    } | set(found.doubtful)
    assert {"22", "amplitude of a state", "18", "number of a state"} <= set(found.as_before)


def test_the_sum_over_few_states_stays_finite(compared: Compared) -> None:
    found = compared("no-fermi-sea")
    assert found.forms("20") == ["α(ε(p(ν)))·(Δ + ε(p(ν))) = √m·B·(∫[0, ħ·ω_D] √ε′·α(ε′) dε′)/p_F"]
    assert found.forms("gap equation") == ["1/B = √m·(∫[0, ħ·ω_D] √ε′/(Δ + ε′) dε′)/p_F"]
    assert found.forms("threshold")[0] == "1/B < 2·√(ħ·m·ω_D)/p_F"
    assert found.after("threshold").holds
    assert found.after("binding at the threshold").holds
    assert found.after("binding in a well").holds


def test_no_lower_threshold_is_proved(compared: Compared) -> None:
    wrong = edited("no-fermi-sea", "with a wrong line")
    wrong.line(
        "wrong",
        states=[Less(1 / B_c, sqrt(hbar * omega_D * m) / p_F)],
        follows=by("coupling in the least", "less than there is"),
    )
    assert not compared(wrong).after("wrong").holds


def test_a_coupling_below_the_threshold_contradicts_a_bound_state(compared: Compared) -> None:
    weak = edited("no-fermi-sea", "and weak coupling")
    v = weak.notation.by_name("v_b")
    assert v is not None
    weak.assume("weak", states=[Less(1, v.symbol)], because="to see that nothing binds then")
    weak.line(
        "bound all the same",
        states=[Less(v.symbol, 1)],
        follows=by("coupling by the angle", "less than a right angle", "weak"),
    )
    found = compared(weak)
    assert {change.label for change in found.contradictions} == {"bound all the same"}


def test_with_as_many_states_as_at_the_fermi_surface_there_is_no_threshold(
    compared: Compared,
) -> None:
    many = edited("no-fermi-sea", "and many states")
    many.changes = [
        change
        for change in many.changes
        if getattr(change, "label", "") not in {"states by energy", "scale of the amplitudes"}
    ]
    assert "20" in {change.label for change in compared(many).falling}


def test_with_all_pairs_at_once_the_exponent_is_half(compared: Compared) -> None:
    found = compared("bcs")
    assert found.forms("22") == ["α(ε) = 1/√(Δ² + ε²)"]
    assert found.forms("23") == ["Δ ≃ 2·ħ·ω_D·exp(1/(2·B))·exp(−2·π·d·ε_F·ξ/e²)  (B → 0)"]
    assert found.forms("coupling of one electron")[-1] == "N(0)·V = 2·B"
    assert found.forms("gap of Bardeen, Cooper and Schrieffer") == [
        "Δ₁ = ħω₁/sinh(1/(N(0)·V))",
        "Δ₁ ≃ 2·ħω₁·exp(−1/(N(0)·V))  (N(0) → 0)",
    ]
    assert found.forms("pair of Cooper") == ["½·ħ·ω_D·exp(−1/B) = ħω₁·exp(−2/(N(0)·V))"]
    assert set(found.verdicts()) == {
        *("binding energy announced", "amplitude of a state", "22", "23"),
        *("upper limit", "size of the exponential", "width of the amplitude"),
    }
    assert set(found.as_before) >= {"25", "xi of order unity", "electrons in the strip"}
    assert found.falling == found.doubtful == ()


def test_with_the_states_above_alone_the_exponent_is_not_half(compared: Compared) -> None:
    from derivations.weisskopf1979.chapter4_sea import BAND, LEVEL
    from derivations.weisskopf1979.notation4 import alpha_e

    half = edited("bcs", "without the states below")
    half.changes = [x for x in half.changes if getattr(x, "label", "") != "20"]
    half.replace(
        "20",
        states=[Equal(alpha_e(LEVEL) * sqrt(LEVEL**2 + Delta**2), B_c * BAND)],
        because="half of the sum",
    )
    found = compared(half)
    assert found.after("gap equation").restated
    assert "23" in {change.label for change in found.falling}


def test_temperature_changes_the_degrees_and_nothing_else(compared: Compared) -> None:
    found = compared("temperature")
    assert found.verdicts() == {}
    assert found.forms("transition temperature") == ["T_c ~ 2 to 6 K"]
    assert found.forms("gap equation at a temperature") == [
        "1 = B·(∫[0, ħ·ω_D] tanh(ε′/(4·T·k_B))/(Δ_T + ε′) dε′)"
    ]
    assert all(change.after and change.after.holds for change in found.changes)


def test_the_temperature_of_another_number_is_not_proved(compared: Compared) -> None:
    wrong = edited("temperature", "with a wrong number")
    symbol = {q.name: q.symbol for q in wrong.notation}
    wrong.line(
        "wrong",
        states=[
            Equal(
                symbol["T_c"] * k_B,
                hbar * omega_D / 2 * exp(symbol["delta_c"] - 1 / B_c),
            )
        ],
        follows=by("width for one pair", "logarithm for one pair"),
    )
    assert compared(wrong).after("wrong").restated


@pytest.mark.parametrize("end", [1, 2, 5, 9])
def test_the_logarithm_that_the_temperature_takes_on_trust(end: int) -> None:
    with ctx.workprec(200):
        whole = acb.integral(lambda x, _: x.tanh() / x, acb("1e-30"), acb(end)).real
        near = (4 * arb.const_euler().exp() * end / arb.pi()).log()
        left = whole + arb("1e-30") - near
        assert left > 0
        assert left < (-2 * arb(end)).exp() / end
