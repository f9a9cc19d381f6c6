"""The revisions that come with the paper: what each changes, and what it does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sympy import sqrt

from checks.revise.find import find
from derivations.relation import Equal
from derivations.revision import Revision
from derivations.rules import by
from derivations.weisskopf1979 import paper
from derivations.weisskopf1979.notation import m, n
from derivations.weisskopf1979.notation7 import e_H, lambda_L

Compared = Callable[..., Any]

# All compare the same paper: let one process of a parallel run decide it.
pytestmark = pytest.mark.xdist_group("revisions")


def test_every_revision_of_the_paper_is_found_under_its_own_name() -> None:
    for name in paper.revisions:
        assert find(name, paper).name == name
        assert find(name, paper).because


def test_in_gaussian_units_the_slips_of_units_are_none(compared: Compared) -> None:
    found = compared("gaussian")
    proved = {label for label, verdict in found.verdicts().items() if verdict.startswith("proved")}
    assert proved >= {"one charge", "classical radius", "300 gauss"}
    assert found.forms("33")[1:] == [
        "(jₓ/c, j_y/c, j_z/c) = (−Aₓ/(4·π·λ²), −A_y/(4·π·λ²), −A_z/(4·π·λ²))",
        "λ = d^(3/2)/(2·√(π·r₀))",
    ]
    assert found.forms("39") == ["Jₛ(s)/c = B₀·s/(4·π)"]
    assert found.forms("40") == ["J = ½·B₀·R·c"]
    assert found.forms("41") == ["V·n·A²·e_H²/(2·c²·m) = V·A²/(8·π·λ²)"]
    assert {"35", "36", "37", "London in the wire"} <= set(found.as_before)
    assert found.falling == found.doubtful == ()


def test_half_of_gauss_is_no_system_of_units(compared: Compared) -> None:
    """Maxwell's equation alone with its 4π: then the field of the wire is not B₀."""
    whole = find("gaussian", paper)
    half = Revision("half", "Maxwell's equation alone")
    half.changes = [x for x in whole.changes if getattr(x, "label", "") == "Maxwell"]
    found = compared(half)
    assert {change.label for change in found.falling} >= {"field of the current"}
    assert found.verdicts()["curl of the field"] == "changed"


def test_in_si_units_no_line_changes_and_all_is_proved(compared: Compared) -> None:
    found = compared("si")
    assert found.verdicts() == {}
    assert all(change.after and change.after.holds for change in found.changes)
    assert found.forms("(40) in SI") == ["J_S = 2·π·B_0S·R/μ₀"]


def test_a_wrong_unit_is_found_out(compared: Compared) -> None:
    wrong = Revision("wrong-si", "λ with ε₀ for μ₀")
    whole = find("si", paper)
    wrong.notation, wrong.changes = whole.notation, list(whole.changes)
    eps, e_S = (whole.notation.by_name(name) for name in ("epsilon_0", "e_S"))
    assert eps is not None
    assert e_S is not None
    wrong.line(
        "wrong",
        states=[Equal(lambda_L, sqrt(m / (eps.symbol * n * e_S.symbol**2)))],
        follows=by("33", "constants of SI"),
    )
    (change,) = [change for change in compared(wrong).changes if change.label == "wrong"]
    assert change.after is not None
    assert change.after.restated or not change.after.holds


def test_of_pairs_the_penetration_length_is_the_same(compared: Compared) -> None:
    found = compared("pairs")
    same = {"35", "36", "37", "39", "40", "41", "43", "penetration length", "300 gauss"}
    assert same <= set(found.as_before)
    assert found.forms("31") == [
        "(vₓ, v_y, v_z) = ((½·pₓ − e_H·Aₓ/c)/m, (½·p_y − e_H·A_y/c)/m, (½·p_z − e_H·A_z/c)/m)"
    ]
    assert found.forms("quantum of flux")[-1] == "Φ₂ = ½·Φ₁"
    assert set(found.verdicts()) == {
        *("30", "31", "32", "33", "34", "classical radius", "gauge", "gauge of the velocity"),
        "surplus energy",
    }
    assert not any(text.startswith("λ") for text in found.forms("33"))
    assert found.falling == ()


def test_with_as_many_pairs_as_electrons_the_length_is_another(compared: Compared) -> None:
    many = Revision("many", "As many pairs as there are electrons")
    for label in ("30", "32", "33"):
        many.put(e_H, 2 * e_H, label)
        many.put(m, 2 * m, label)
    found = compared(many)
    assert found.forms("33")[0] == "λ = √(m/(2·n))·c/e_H"
    assert "penetration length" in found.verdicts()


def test_eta_stands_before_the_exponential_and_not_in_it(compared: Compared) -> None:
    found = compared("eta-kept")
    assert found.forms("20") == ["α(ε(p(ν)))·(Δ + ε(p(ν))) = B·(∫[0, η·ħ·ω_D] α(ε′) dε′)"]
    assert found.forms("exact binding energy") == ["Δ·(exp(1/B) − 1) = 2·ħ·ω_D/s"]
    assert found.forms("23") == ["Δ ≃ 2·ħ·ω_D·exp(−2·π·d·ε_F·ξ/e²)/s  (B → 0)"]
    assert {"22", "xi of order unity", "amplitude of a state"} <= set(found.as_before)
    assert found.falling == ()


def test_eta_of_another_size_contradicts_the_paper(compared: Compared) -> None:
    from derivations.revision_file import from_line

    found = compared(from_line("eta = 1/2", paper))
    assert {change.label for change in found.contradictions} >= {"exact binding energy"}


def test_revisions_combine(compared: Compared) -> None:
    both = compared("gaussian", "eta-kept")
    assert both.forms("40") == compared("gaussian").forms("40")
    assert both.forms("23") == compared("eta-kept").forms("23")
