"""Chapter IV up to (23): what is claimed is decided, and would fail if it were changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sympy import Heaviside, Integral, KroneckerDelta, cos, exp, log, oo, pi, sin

from checks.run.decider import Decider
from checks.suite import Suite
from checks.verdict import Status, Verdict
from derivations.expression import Total
from derivations.relation import Equal, LeadingOrder, MuchLess, Relation, SameOrder, Tends, about
from derivations.weisskopf1979 import notation as n
from derivations.weisskopf1979 import notation4 as n4
from derivations.weisskopf1979 import paper

MODULES = (
    "chapter4",
    "chapter4_schroedinger",
    "chapter4_element",
    "chapter4_sea",
    "chapter4_binding",
)
LINES = [
    line.label
    for line in paper
    if line.place.partition(":")[0].endswith(tuple(f"/{module}.py" for module in MODULES))
]
#: Misprints, and which of the printed claims are refuted.
MISPRINTS = {
    "16": [0],
    "product of waves": [0],
    "17": [0],
    "energy near the Fermi momentum": [0],
    "18": [5],
    "19": [0, 2, 4],
    "20": [0],
    "21": [3, 4],
    "22": [0],
    "gap equation": [0],
    "23": [1, 2],
}


@pytest.fixture(scope="module")
def suite(remembering: Decider) -> Suite:
    return Suite(paper, remembering)


@pytest.mark.parametrize("label", LINES)
def test_every_line_is_given_or_proved_or_a_misprint(suite: Suite, label: str) -> None:
    result = suite.line(label)
    assert result.verdict.holds, result.reason
    assert not result.unsound


@pytest.mark.parametrize("label", LINES)
def test_the_misprints_are_these(suite: Suite, label: str) -> None:
    refuted = [
        number
        for number, claim in enumerate(suite.line(label).printed)
        if any(check.status is Status.REFUTED for check in claim.links)
    ]
    assert refuted == MISPRINTS.get(label, [])


def _claimed(label: str, number: int) -> Relation:
    return paper[label].accepted[number].relation


def _negated(label: str, number: int = 0) -> Equal:
    left, right = _claimed(label, number).sides
    return Equal(left, -right)


def _sixteen(potential: object, gap: object = n4.Delta) -> Equal:
    """(16) with another matrix element or another binding energy in it."""
    here, there = (n4.epsilon_p(n4.p_nu(i)) for i in (n4.nu, n4.nu_prime))
    total = Total(n4.alpha_e(there) * potential(here, there), n4.nu_prime, n4.states)
    return Equal(n4.alpha_e(here) * (here + gap), -total)


_RATIO = n4.epsilon_F / (n.e**2 / n.d)
_ANSWER = n.hbar * n.omega_D * exp(-n4.xi * 2 * pi * _RATIO)
_TUBE = -1 / n.beta * n.kappa * n.e**2 / n.d
_WELL = KroneckerDelta(n4.L, 0) * Heaviside(1 - n4.r / n.ell)
_SELF = Integral(n4.psi(n4.p_prime, n4.r) ** 2, (n4.r, 0, n.ell))
_PHASES = [(n4.p - sign * n4.p_prime) * n4.r / n.hbar for sign in (1, -1)]
_PRODUCT = n4.psi(n4.p, n4.r) * n4.psi(n4.p_prime, n4.r)

#: Line, which of its accepted claims, and a relation that must not be proved in its place.
EDITS: list[tuple[str, int, Relation]] = [
    ("wavelength", 1, SameOrder(n.d**2, n4.lambda_e)),
    ("closest approach", 1, SameOrder(n4.r_L(n4.L), n4.lambda_e)),
    ("wavelength in lattice distances", 1, about(n4.lambda_F / n.d, "3")),
    ("8", 0, Equal(n4.V(n4.L, n4.r), -_TUBE * _WELL)),
    ("8", 0, Equal(n4.V(n4.L, n4.r), _TUBE * n.beta * _WELL)),
    ("8", 0, Equal(n4.V(n4.L, n4.r), _TUBE * KroneckerDelta(n4.L, 1))),
    (
        "orthonormality",
        0,
        Equal(_claimed("orthonormality", 0).sides[0], 2 * KroneckerDelta(n4.nu, n4.nu_prime)),
    ),
    ("10", 0, _negated("10")),
    ("reduced mass", 1, Equal(n4.mu, 2 * n.m)),
    ("free waves", 0, _negated("free waves")),
    ("12", 0, _negated("12")),
    (
        "12",
        0,
        Equal(_claimed("12", 0).sides[0], 2 * _claimed("12", 0).sides[1]),
    ),
    ("zero of energy", 0, Equal(n4.epsilon_p(n4.p), n4.p**2 / n.m - n4.epsilon_F)),
    ("15", 1, Equal(n4.E_0, n4.Delta)),
    ("16", 0, _negated("16")),
    ("16", 0, _sixteen(n4.V_ee, -n4.Delta)),
    ("16", 0, _sixteen(lambda here, there: n4.V_ee(there, there))),
    ("product of waves", 0, Equal(_PRODUCT, (cos(_PHASES[1]) - cos(_PHASES[0])) / n4.R)),
    ("product of waves", 0, Equal(_PRODUCT, (cos(_PHASES[0]) - cos(_PHASES[1])) / (2 * n4.R))),
    ("integral over the tube", 0, _negated("integral over the tube")),
    ("overlap in the tube", 1, Equal(_SELF, n.ell / n4.R)),
    ("periodic functions vanish", 1, MuchLess(n.ell, n.hbar / n.p_F)),
    ("17", 0, LeadingOrder(_SELF, 2 * n.ell / n4.R, n4.p_prime, oo)),
    ("17", 1, Tends(sin(n4.q_p * n.ell / n.hbar), 1, n4.q_p)),
    (
        "energy near the Fermi momentum",
        1,
        LeadingOrder(
            n4.epsilon_p(n.p_F + n4.q_p) - n4.epsilon_p(n.p_F), n.p_F * n4.q_p / n.m, n4.q_p
        ),
    ),
    ("18", 0, LeadingOrder(n4.Delta_epsilon, n.p_F / n.m * n.hbar / n.ell, n.ell, oo)),
    ("18", 5, Equal(n4.eta, 2 * n.a / n.b)),
    ("18", 5, Equal(n4.eta, 1 / n.s)),
    ("19", 1, SameOrder(-1 / n.beta * n.e**2 / n.d * n.ell / n4.R, n.e**2 / n4.R)),
    ("19", 4, Equal(n4.V_S, -n.kappa * n.s * n.a / n.b * n.beta * n.e**2 / n4.R)),
    ("19", 4, Equal(n4.V_S, -n.kappa * n.a / n.b * n.e**2 / n4.R)),
    (
        "density of states",
        0,
        Equal(_claimed("density of states", 0).sides[0], n.m * n4.R / (pi * n.p_F * n.hbar)),
    ),
    ("narrow band", 0, MuchLess(n4.epsilon_F, n.hbar * n.omega_D)),
    ("20", 0, _negated("20")),
    ("20", 0, Equal(_claimed("20", 0).sides[0], 2 * _claimed("20", 0).sides[1])),
    ("21", 2, SameOrder(n.e**2 / (2 * pi * n.p_F), n.e**2 / (n.d * n4.epsilon_F))),
    ("22", 0, Equal(n4.alpha_e(n4.epsilon), 1 / (n4.epsilon - n4.Delta))),
    ("gap equation", 0, _negated("gap equation")),
    (
        "gap equation",
        1,
        Equal(
            _claimed("gap equation", 1).sides[0],
            n4.B_c * log(n4.eta * n.hbar * n.omega_D / n4.Delta),
        ),
    ),
    (
        "exact binding energy",
        0,
        Equal(n4.Delta * (exp(1 / n4.B_c) + 1), n.hbar * n.omega_D),
    ),
    ("exact binding energy", 0, Equal(n4.Delta * exp(1 / n4.B_c), n.hbar * n.omega_D)),
    ("23", 0, LeadingOrder(n4.Delta, 2 * _ANSWER, n4.B_c)),
    ("23", 0, LeadingOrder(n4.Delta, _ANSWER**2 / (n.hbar * n.omega_D), n4.B_c)),
    ("23", 0, LeadingOrder(n4.Delta, n.hbar * n.omega_D / _ANSWER * n4.Delta, n4.B_c)),
    ("23", 1, Equal(n4.xi, 2 * n.b / (n.s * n.kappa * n.a))),
    ("23", 1, Equal(n4.xi, n.b / (n.s * n.kappa * n.a**2))),
    (
        "23",
        2,
        Equal(2 * n.b / (n.s * n.kappa * n.a**2), 2 * n.b / (n.s * n.a * n.f * n.c_p * n.g)),
    ),
]


@pytest.mark.parametrize(("label", "number", "relation"), EDITS)
def test_a_changed_claim_is_not_proved(
    suite: Suite, label: str, number: int, relation: Relation
) -> None:
    line = paper[label]
    suite.line(label)
    claims = list(line.accepted)
    claims[number] = replace(claims[number], relation=relation)
    edited = replace(line, claims=tuple(claims), erratum=None)
    assert not suite.claims(edited, edited.claims)[number].verdict.holds


def test_the_size_of_the_error_of_the_binding_energy_is_shown(suite: Suite) -> None:
    (check,) = suite.line("23").accepted[0].links
    assert check.decision.error == exp(-1 / n4.B_c)


def test_the_matrix_element_shows_what_is_left_of_beta(suite: Suite) -> None:
    factor = suite.line("19").accepted[1].factor
    assert factor == n.s * n.a / n.b


def test_the_sign_of_16_is_refuted_by_a_sum_of_one_term(suite: Suite) -> None:
    (check,) = suite.line("16").printed[0].links
    assert check.decision.reason.startswith("for sums of one term")


def test_eta_is_of_order_one_and_the_print_is_not(suite: Suite) -> None:
    (check,) = suite.line("18").printed[5].links
    assert check.status is Status.REFUTED
    assert suite.line("18").verdict is Verdict.MISPRINT
