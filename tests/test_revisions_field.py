"""The revisions about the field in a film and in a wire: what each changes, and what not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flint import arb, ctx
from sympy import besseli, sinh

from checks.revise.find import find
from derivations.relation import Equal
from derivations.revision import Revision
from derivations.rules import by, model
from derivations.weisskopf1979 import paper
from derivations.weisskopf1979.notation import x
from derivations.weisskopf1979.notation7 import B_0, B_w, B_y, F_y, R_w, lambda_L, r_w, space

Compared = Callable[..., Any]

pytestmark = pytest.mark.xdist_group("revisions")


def edited(name: str, how: str) -> Revision:
    """A copy of a revision of the paper, for a test to add to or to cut."""
    whole = find(name, paper)
    other = Revision(f"{name} {how}", whole.title)
    other.notation, other.changes = whole.notation, list(whole.changes)
    return other


def test_both_exponentials_are_found_in_a_film(compared: Compared) -> None:
    found = compared("finite-thickness")
    assert found.forms("36") == ["B_y = B₀·(exp(−x/λ)·exp(2·a/λ) + exp(x/λ))/(exp(2·a/λ) + 1)"]
    assert found.forms("37")[0] == (
        "(Aₓ, A_y, A_z) = (0, 0, B₀·λ·(exp(−x/λ)·exp(2·a/λ) − exp(x/λ))/(exp(2·a/λ) + 1))"
    )
    assert found.forms("39") == ["Jₛ(s)/c = B₀·s·(exp(2·a/λ) − 2·exp(a/λ) + 1)/(exp(2·a/λ) + 1)"]
    assert found.after("hyperbolic forms").holds
    assert set(found.verdicts()) == {
        *("36", "37", "39", "43", "current in the layer", "density in the layer"),
        *("current per width", "300 gauss"),
    }
    assert {change.label for change in found.falling} == {"300 gauss"}


def test_a_film_is_the_thick_conductor_in_the_limit(compared: Compared) -> None:
    found = compared("finite-thickness")
    assert found.after("thick film").holds
    assert found.forms("thin film")[-1] == "B_cr ≃ A_cr/a  (a → 0)"
    assert found.after("thin film").holds
    assert found.forms("40")[0] == "J = 2·π·B₀·R·c"


def test_a_field_that_is_turned_round_gives_a_hyperbolic_sine(compared: Compared) -> None:
    turned = edited("finite-thickness", "with the field turned round")
    a = turned.notation.by_name("a_f")
    assert a is not None
    turned.changes = []
    turned.replace(
        "thick conductor",
        states=[Equal(F_y(2 * a.symbol), -B_0)],
        follows=model("a current flows in the film"),
    )
    depth = (a.symbol - x) / lambda_L
    turned.line(
        "sine",
        states=[Equal(B_y(*space), B_0 * sinh(depth) / sinh(a.symbol / lambda_L))],
        follows=by("36"),
    )
    found = compared(turned)
    assert found.after("sine").holds
    assert not found.after("sine").restated
    assert found.after("36").restated


def test_in_a_wire_the_exponential_is_a_bessel_function(compared: Compared) -> None:
    found = compared("finite-wire")
    assert found.verdicts() == {}
    assert found.forms("40")[0] == "J = 2·π·B₀·R·c"
    assert all(change.after and change.after.holds for change in found.changes)
    assert found.after("(36) in the wire").holds
    assert found.after("thin wire").holds


def test_another_bessel_function_in_the_wire_is_refused(compared: Compared) -> None:
    wrong = edited("finite-wire", "with a wrong function")
    wrong.line(
        "wrong",
        states=[
            Equal(B_w(r_w), B_0 * besseli(0, r_w / lambda_L) / besseli(1, R_w / lambda_L)),
        ],
        follows=by("(36) in the wire"),
    )
    found = compared(wrong).after("wrong")
    assert found.restated or not found.holds


@pytest.mark.parametrize("place", ["0.1", "1", "3", "40"])
def test_the_bounds_that_the_wire_takes_on_trust(place: str) -> None:
    with ctx.workprec(200):
        u = arb(place)
        ratio = u.bessel_i(0) / u.bessel_i(1)
        half = arb(1) / 2
        assert (half + (u * u + half / 2).sqrt()) / u < ratio
        assert ratio < (half + (u * u + 9 * half / 2).sqrt()) / u
