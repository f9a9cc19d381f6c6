"""Chapters IV (end), V and VI: what is claimed is decided, and would fail if it were changed."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import replace

import pytest
from sympy import EulerGamma, Expr, Rational, exp, pi

from checks.run.decider import Decider
from checks.suite import Suite
from checks.verdict import Verdict
from derivations.paper import Line, Paper
from derivations.relation import (
    Attains,
    Equal,
    LeadingOrder,
    MuchLess,
    Relation,
    Rough,
    SameOrder,
    Tends,
    Within,
)
from derivations.weisskopf1979 import notation as n
from derivations.weisskopf1979 import notation4 as n4
from derivations.weisskopf1979 import notation5 as n5
from derivations.weisskopf1979 import paper

MODULES = ("chapter4_gap", "chapter4_wells", "chapter5", "chapter6")
LINES = [
    line.label
    for line in paper
    if line.place.partition(":")[0].endswith(tuple(f"{module}.py" for module in MODULES))
]
MISPRINTS = [
    "25",
    "depth at the Fermi energy",
    "waves of the pair",
    "larger than the tube",
    "repulsion is out of reach",
    "28",
    "electrons in the strip",
]


@pytest.fixture(scope="module")
def suite(remembering: Decider) -> Suite:
    return Suite(paper, remembering)


def verdict(suite: Suite, other: Paper, label: str) -> Verdict:
    """The verdict on a line of an edited paper; what ``suite`` has decided is not done again."""
    edited = Suite(other)
    edited._decisions = suite._decisions
    return edited.line(label).verdict


@pytest.mark.parametrize("label", LINES)
def test_every_line_is_given_or_proved_or_a_misprint(suite: Suite, label: str) -> None:
    result = suite.line(label)
    assert result.verdict.holds, result.reason
    assert not result.unsound


@pytest.mark.parametrize("label", LINES)
def test_the_misprints_are_these(suite: Suite, label: str) -> None:
    assert (suite.line(label).verdict is Verdict.MISPRINT) is (label in MISPRINTS)


def with_line(label: str, edit: Callable[[Line], Line]) -> Paper:
    """The paper with one line edited."""
    other = copy(paper)
    other._lines = {**paper._lines, label: edit(paper[label])}
    return other


def with_claim(label: str, number: int, relation: Relation) -> Paper:
    """The paper with the ``number``-th accepted claim of a line replaced."""

    def edit(line: Line) -> Line:
        claims = list(line.accepted)
        claims[number] = replace(claims[number], relation=relation)
        return replace(line, claims=tuple(claims), erratum=None)

    return with_line(label, edit)


def _h() -> Expr:
    return n.hbar**2 / (n.m * n5.ell_w**2)


#: Line, which of its accepted claims, and a relation that must not be proved in its place.
EDITS: list[tuple[str, int, Relation]] = [
    ("Fermi energy is atomic", 0, SameOrder(n4.epsilon_F / n.e**2, 1)),
    ("25", 0, SameOrder(n4.Delta, n.beta * n5.gamma * n.epsilon_A)),
    ("25", 0, SameOrder(n4.Delta, -n5.gamma * n.epsilon_A / n.beta)),
    ("25", 0, SameOrder(n4.Delta, n5.gamma**2 * n.epsilon_A / n.beta)),
    (
        "kinetic energy of an isolated pair",
        1,
        SameOrder(n.hbar**2 / (n.m * n.ell**2), n.epsilon_A / n.beta),
    ),
    ("depth at the Fermi energy", 0, SameOrder(n4.V(0, n.ell / 2), n4.epsilon_F / n.beta)),
    ("waves in three dimensions", 0, Equal(-n5.Delta_w, n5.U_w)),
    ("bound states in three dimensions", 0, Equal(n5.U_w, _h() * n5.y_w**2)),
    ("three dimensions", 3, Tends(n5.U_w / _h(), pi**2 / 2, n5.y_w, pi / 2)),
    ("one dimension", 1, Tends(n5.t_1, 2, n5.y_w, 0)),
    ("shallow from inside", 0, LeadingOrder(n5.E_w, exp(Rational(1, 2) - 2 / n5.y_w**2), n5.y_w)),
    ("shallow from outside", 0, LeadingOrder(n5.E_w, n5.z_w * exp(EulerGamma), n5.z_w)),
    ("two dimensions", 2, Tends(n5.t_2, 4 * exp(Rational(1, 2) - EulerGamma), n5.y_w, 0)),
    ("width of the amplitude", 3, LeadingOrder(n5.p_h - n.p_F, n.m * n4.Delta / n.p_F, n4.Delta)),
    ("narrow strip", 0, SameOrder(n5.Delta_p / n.p_F, n4.epsilon_F / n4.Delta)),
    ("27", 1, SameOrder(n.hbar * n.p_F / (n.m * n4.Delta), n.p_F / (n.m * n4.Delta) * n.d)),
    ("27", 2, SameOrder(n.p_F**2 / (n.m * n4.Delta) * n.d, n4.Delta / n4.epsilon_F * n.d)),
    ("larger than the tube", 0, SameOrder(n5.rho, n5.gamma * n.ell)),
    ("repulsion is out of reach", 1, MuchLess(n.ell, n.d)),
    ("coherence length", 0, Within(n5.rho, "0.001", "0.01", "cm")),
    ("uppermost electrons", 0, LeadingOrder(n5.n_1, n.n * n4.Delta / n4.epsilon_F, n4.Delta)),
    (
        "number of pairs by size",
        1,
        SameOrder(n4.Delta / n4.epsilon_F / n.d**3, 1 / (n.d * n5.rho**2)),
    ),
    ("28", 2, SameOrder(n5.n_pair ** Rational(-1, 3), n.d * (n5.rho / n.d) ** Rational(2, 3))),
    ("overlap", 0, MuchLess(n5.rho, n5.D)),
    ("roton in atomic energies", 0, Equal(n5.E_rot, n5.M_He / n.m * n5.E_He)),
    ("roton energy", 0, Within(n5.E_rot, "0.002", "0.006", "eV")),
    ("transition temperature", 0, Within(n4.Delta / n.k_B, 20, 60, "K")),
]


@pytest.mark.parametrize(("label", "number", "relation"), EDITS)
def test_a_changed_claim_is_not_proved(
    suite: Suite, label: str, number: int, relation: Relation
) -> None:
    assert not verdict(suite, with_claim(label, number, relation), label).holds


@pytest.mark.parametrize("label", [label for label in LINES if paper[label].premises])
def test_every_premise_is_needed(suite: Suite, label: str) -> None:
    """Without any one of the lines that a line cites, some claim of it is not proved."""
    accepted = paper[label].accepted
    for premise in dict.fromkeys(p for claim in accepted for p in claim.follows.premises):

        def cut(line: Line, premise: str = premise) -> Line:
            claims = [
                replace(
                    claim,
                    follows=replace(
                        claim.follows,
                        steps=tuple(
                            step for step in claim.follows.steps if premise not in step.premises
                        ),
                    ),
                )
                for claim in line.accepted
            ]
            return replace(line, claims=tuple(claims), erratum=None)

        assert not verdict(suite, with_line(label, cut), label).holds, (
            f"({label}) does not need ({premise})"
        )


def test_a_reference_is_refuted_where_there_is_no_such_equation(suite: Suite) -> None:
    wrong = paper.refers("10", "22a")
    other = with_claim("waves of the pair", 0, wrong)
    assert verdict(suite, other, "waves of the pair") is Verdict.REFUTED


def test_a_printed_equation_counts_in_orders_only_where_the_paper_says_so(suite: Suite) -> None:
    assert (
        verdict(suite, with_claim("27", 0, Rough(n5.rho, n.hbar * n.p_F / (n.m * n4.Delta))), "27")
        is Verdict.UNDECIDED
    )


def test_what_is_claimed_for_some_values_is_not_claimed_for_all(suite: Suite) -> None:
    """The exponential in γ spreads over many powers of ten."""
    claim = paper["size of the exponential"].claims[2].relation
    assert isinstance(claim, Attains)
    for_all = Within(claim.expression, claim.low, claim.high)
    other = with_claim("size of the exponential", 2, for_all)
    assert not verdict(suite, other, "size of the exponential").holds
