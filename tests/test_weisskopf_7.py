"""Chapter VII and the appendices: what is claimed is decided, and would fail if changed."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import replace

import pytest
from sympy import Expr, Integral, Subs, cos, exp, oo, pi, sin, sqrt

from checks.run.decider import Decider
from checks.suite import Suite
from checks.verdict import Verdict
from derivations.dimension import LENGTH
from derivations.expression import Total, Vector, curl, laplacian
from derivations.paper import Line, Paper
from derivations.relation import Equal, LeadingOrder, Less, Relation, SameOrder, Tends, of_order
from derivations.rules import By, by, constant, definition
from derivations.rules.core import Here
from derivations.weisskopf1979 import notation as n
from derivations.weisskopf1979 import notation4 as n4
from derivations.weisskopf1979 import notation5 as n5
from derivations.weisskopf1979 import notation7 as n7
from derivations.weisskopf1979 import notation_appendix as na
from derivations.weisskopf1979 import paper

MODULES = (
    "chapter7",
    "chapter7_london",
    "chapter7_wire",
    "chapter7_critical",
    "appendix1",
    "appendix2",
)
LINES = [
    line.label
    for line in paper
    if line.place.partition(":")[0].endswith(tuple(f"{module}.py" for module in MODULES))
]
MISPRINTS = {
    "one charge",
    "classical radius",
    "gauge",
    "penetration length",
    "137 lattice distances",
    "ratio 137",
    "37",
    "current in the layer",
    "39",
    "volume of the layer",
    "used in (43)",
    "300 gauss",
    "states of a band",
    "A1",
    "A2",
    "change of the current",
}


@pytest.fixture(scope="module")
def suite(remembering: Decider) -> Suite:
    return Suite(paper, remembering)


def suite_with(suite: Suite, label: str, edit: Callable[[Line], Line]) -> Suite:
    """The checks of the paper with one line edited, what is unchanged being decided already."""
    other = copy(paper)
    other._lines = {**paper._lines, label: edit(paper[label])}
    edited = Suite(other)
    edited._decisions.update(suite._decisions)
    return edited


def holds(suite: Suite, edited: Suite, label: str) -> bool:
    """Whether the edited line still holds."""
    suite.line(label)
    return edited.line(label).verdict.holds


@pytest.mark.parametrize("label", LINES)
def test_every_line_is_given_or_proved_or_a_misprint(suite: Suite, label: str) -> None:
    result = suite.line(label)
    assert result.verdict.holds, result.reason
    assert not result.unsound


@pytest.mark.parametrize("label", LINES)
def test_the_misprints_are_these(suite: Suite, label: str) -> None:
    assert (suite.line(label).verdict is Verdict.MISPRINT) is (label in MISPRINTS)


x, y, z = n7.space
_drift = n7.A * (n7.e_H / n.c)
_total = n7.p_of.map(lambda part: Total(part, n7.i_e, n7.electrons))
_kinetic = Total(n7.k_at(n7.p_of), n7.i_e, n7.electrons)
_free = Total(n7.p_of.dot(n7.p_of), n7.i_e, n7.electrons) / (2 * n.m)
_decay = exp(-x / n7.lambda_L)
_potential = n7.A_z(x, y, z)
_shift = n7.e_H * na.A_b / n.c
_states = na.L_m / (2 * pi * n.hbar)
_slope = na.k_b(na.q).diff(na.q)
_curved = Integral(_slope.diff(na.q), (na.q, -na.p_max, na.p_max))
_ends = Subs(_slope, na.q, na.p_max) - Subs(_slope, na.q, -na.p_max)
_ratio = n7.lambda_L / n.d


def _current(scale: object) -> Expr:
    return n7.e_H**2 / n.c * na.A_b * scale  # type: ignore[operator]


#: Line, which of its accepted claims, and a relation that must not be proved in its place.
EDITS: list[tuple[str, int, Relation]] = [
    ("one charge", 0, Equal(n7.e_H**2, n.e**2)),
    ("31", 0, Equal(n7.v_at(n7.p), (n7.p + _drift) / n.m)),
    ("31", 0, Equal(n7.v_at(n7.p), (n7.p - _drift / 2) / n.m)),
    (
        "32",
        1,
        Equal(
            n7.p_of.map(lambda _: 0) + _total * (n7.e_H / (n.m * n.c)),
            _total * (n7.e_H / (n.m * n.c)) - n7.A * (n7.e_H**2 * n.n / (n.m * n.c**2)),
        ),
    ),
    ("33", 1, Equal(n7.j / n.c, n7.A / n7.lambda_L**2)),
    ("33", 1, Equal(n7.j / n.c, -n7.A / (4 * pi * n7.lambda_L**2))),
    ("33", 3, Equal(sqrt(n.m * n.c**2 / (n7.e_H**2 * n.n)), n.d * sqrt(n7.r_33 / n.d))),
    ("classical radius", 0, Equal(n7.r_33, n7.r_e / (4 * pi))),
    ("gauge", 0, Equal(n7.A_new, n7.A + Vector([n7.eta_g(*n7.space), 0, 0]))),
    (
        "gauge of the velocity",
        0,
        Equal(n7.p_new + n7.A_new * (n7.e_H / n.c), n7.p + n7.A * (n7.e_H / n.c)),
    ),
    (
        "penetration length",
        0,
        Equal(n7.lambda_L, n.f * n.hbar * n.c / n.e**2 * n.d / sqrt(4 * pi)),
    ),
    ("137 lattice distances", 0, Less(137, _ratio)),
    ("ratio 137", 4, Equal(n7.lambda_Ry / n.a_B, n.hbar * n.c / n.e**2)),
    (
        "34",
        1,
        Equal(_kinetic, _free + n7.e_H**2 * n.n / (n.m * n.c**2) * n7.A.dot(n7.A)),
    ),
    (
        "34",
        1,
        Equal(_kinetic, _free - n7.e_H**2 * n.n / (2 * n.m * n.c**2) * n7.A.dot(n7.A)),
    ),
    ("curl of the field", 0, Equal(curl(n7.B, n7.space), n7.A / n7.lambda_L**2)),
    ("curl of the field", 0, Equal(curl(n7.B, n7.space), -n7.A / n7.lambda_L)),
    ("curl curl", 0, Equal(curl(curl(n7.B, n7.space), n7.space), laplacian(n7.B, n7.space))),
    ("35", 0, Equal(laplacian(n7.B, n7.space), -n7.B / n7.lambda_L**2)),
    ("35", 0, Equal(laplacian(n7.B, n7.space), n7.A / n7.lambda_L**3)),
    ("exponentials", 3, Equal(n7.F_y(x), n7.C_up * _decay + n7.C_down / _decay)),
    ("minus sign", 0, Tends(n7.F_y(x) * _decay, n7.C_down, x, oo)),
    ("36", 0, Equal(n7.B_y(x, y, z), n7.B_0 / _decay)),
    ("36", 0, Equal(n7.B_y(x, y, z), n7.B_0 * _decay**2)),
    ("37", 0, Equal(n7.A, Vector([0, 0, -n7.lambda_L * n7.B_0 * _decay]))),
    ("37", 0, Equal(n7.A, Vector([0, 0, 2 * n7.lambda_L * n7.B_0 * _decay]))),
    (
        "current in the layer",
        1,
        Equal(-_potential / n7.lambda_L**2, n7.B_0 * _decay / n7.lambda_L),
    ),
    ("38", 0, Equal(Integral(_decay, (x, 0, oo)), n7.lambda_L / 2)),
    ("39", 0, Equal(n7.J_s(n7.s_w) / n.c, n7.B_0 * n7.s_w / 2)),
    ("40", 1, Equal(n7.J, pi * n7.R_w * n.c * n7.B_0)),
    ("40", 1, Equal(n7.J, 2 * pi * n7.R_w * n.c * n7.A_s / n7.R_w)),
    ("field of the current", 2, Equal(n7.B_w(n7.R_w), 2 * n7.B_0)),
    (
        "London in the wire",
        0,
        Equal(
            (n7.r_w * n7.B_w(n7.r_w).diff(n7.r_w)).diff(n7.r_w) / n7.r_w,
            n7.B_w(n7.r_w) / n7.lambda_L**2,
        ),
    ),
    ("volume of the layer", 0, Equal(n7.V_w, n7.lambda_L * n7.cubic_cm)),
    ("41", 1, Equal(n7.V_w * n.n * n7.e_H**2 / (2 * n.m * n.c**2), n7.V_w / n7.lambda_L**2)),
    (
        "critical potential",
        0,
        SameOrder(n.n * n4.Delta, n7.A_cr**2 / n7.lambda_L**2),
    ),
    ("field and potential", 0, Equal(n7.A_s**2 / n7.lambda_L**2, 2 * n7.B_0**2)),
    ("used in (43)", 1, SameOrder(n5.rho / n.d, n4.Delta / n4.epsilon_F)),
    ("43", 0, SameOrder(n7.B_cr**2, (n.d / n5.rho) * n4.epsilon_F / n.d**3)),
    ("43", 1, SameOrder((n.d / n5.rho) ** 2 * n4.epsilon_F / n.d**3, (n.e / n.d**2) ** 2)),
    ("300 gauss", 0, of_order(n7.B_gauss, 30, "gauss")),
    ("factor in the exponent", 1, SameOrder(n.ell**2 / n.d**2, n.beta)),
    ("states of a band", 0, Equal(na.dN_dp, na.L_m / (pi * n.hbar))),
    ("opposite velocities", 0, Equal(Subs(_slope, na.q, -na.q), _slope)),
    ("no current without a field", 0, Equal(na.j_b, n7.e_H * na.k_b(na.p_max) * na.dN_dp)),
    ("A2", 0, LeadingOrder(na.k_b(na.q - _shift) - na.k_b(na.q), _shift * _slope, na.A_b)),
    (
        "change of the velocity",
        0,
        LeadingOrder(
            Subs(_slope, na.q, na.q - _shift) - _slope, _shift * _slope.diff(na.q) / 2, na.A_b
        ),
    ),
    (
        "change of the current",
        2,
        Equal(-_current(_states) * _curved, _current(_states) * _ends),
    ),
    ("change of the current", 3, Equal(Subs(_slope, na.q, na.p_part), 0)),
    ("displaced band", 1, Equal(na.j_A, n7.e_H * na.dN_dp * na.k_b(na.p_max))),
    ("partly filled band", 1, Equal(na.j_p, 0)),
    (
        "partly filled band",
        1,
        Equal(na.j_p, n7.e_H**2 * 2 * na.p_part * na.dN_dp / (n.m * n.c) * na.A_b),
    ),
]


@pytest.mark.parametrize(("label", "number", "relation"), EDITS)
def test_a_changed_claim_is_not_proved(
    suite: Suite, label: str, number: int, relation: Relation
) -> None:
    def edit(line: Line) -> Line:
        claims = list(line.accepted)
        claims[number] = replace(claims[number], relation=relation)
        return replace(line, claims=tuple(claims), erratum=None)

    assert not holds(suite, suite_with(suite, label, edit), label)


CUTS = [
    (label, number, premise)
    for label in LINES
    for number, claim in enumerate(paper[label].accepted)
    for premise in (*claim.follows.premises, *("here" for s in claim.follows.steps if s == Here()))
]


@pytest.mark.parametrize(("label", "number", "premise"), CUTS)
def test_every_claim_needs_each_of_its_premises(
    suite: Suite, label: str, number: int, premise: str
) -> None:
    def edit(line: Line) -> Line:
        claims = list(line.accepted)
        steps = claims[number].follows.steps
        kept = tuple(
            s for s in steps if premise not in s.premises and (premise != "here" or s != Here())
        )
        claims[number] = replace(claims[number], follows=By(kept))
        return replace(line, claims=tuple(claims), erratum=None)

    assert not holds(suite, suite_with(suite, label, edit), label)


class TestConstancy:
    """What has no slope is constant."""

    def decided(self, expression: object) -> Verdict:
        other = Paper("slope", "", "")
        u = other.notation.variable("u", LENGTH, "a length", sign="real")
        length = other.notation.quantity("h", LENGTH, "another length")
        g = other.notation.function("g", LENGTH, "a function", of=(LENGTH,))
        chapter = other.chapter("I", "")
        chapter.equation(
            "1", printed="", states=[Equal(g(u), expression(u, length))], follows=definition(g)
        )
        chapter.equation(
            "2", printed="", states=[Equal(g(u), g(0))], follows=by("1", constant(g(u), u, 0))
        )
        return Suite(other).line("2").verdict

    def test_a_sum_of_squares_of_sine_and_cosine_is(self) -> None:
        assert (
            self.decided(lambda u, h: h * sin(u / h) ** 2 + h * cos(u / h) ** 2) is Verdict.PROVED
        )

    def test_a_line_is_not(self) -> None:
        assert not self.decided(lambda u, _: u).holds

    def test_a_jump_is_not_overlooked(self) -> None:
        assert not self.decided(lambda u, h: h * sqrt((u - h) ** 2) / (u - h)).holds


def test_a_constant_before_a_function_belongs_to_its_definition() -> None:
    other = Paper("scaled", "", "")
    u = other.notation.variable("u", LENGTH, "a length", sign="real")
    h = other.notation.quantity("h", LENGTH, "another length")
    g = other.notation.function("g", LENGTH, "a function", of=(LENGTH,))
    chapter = other.chapter("I", "")
    chapter.equation(
        "1", printed="", states=[Equal(2 * g(u) / h, u**2 / h**2)], follows=definition(g)
    )
    chapter.equation("2", printed="", states=[Equal(g(3 * u), 9 * u**2 / (2 * h))], follows=by("1"))
    chapter.equation("3", printed="", states=[Equal(g(u).diff(u), u / h)], follows=by("1"))
    chapter.equation("4", printed="", states=[Equal(g(u), u**2 / h)], follows=by("1"))
    assert [Suite(other).line(label).verdict.holds for label in "234"] == [True, True, False]
