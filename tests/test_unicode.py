"""How expressions and relations are written on one line."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import sympy
from sympy import Derivative, I, Integral, Piecewise, Rational, cos, exp, log, oo, pi, sqrt

from checks.report import figures
from checks.report.latex import Latex
from checks.report.unicode import Unicode
from derivations.dimension import CHARGE, ENERGY, FIELD, LENGTH, MASS, NUMBER, TIME
from derivations.expression import Total, Vector
from derivations.quantity import Notation
from derivations.relation import (
    Continuous,
    Equal,
    Independent,
    LeadingOrder,
    MuchLess,
    SameOrder,
    Tends,
    Within,
    about,
)

notation = Notation()
eps_A = notation.quantity("epsilon_A", ENERGY, "an energy", latex=r"\epsilon_A")
hbar = notation.quantity("hbar", ENERGY * TIME, "ħ", unicode="ħ", latex="h")
omega_D = notation.quantity("omega_D", TIME**-1, "a frequency")
m, M = (notation.quantity(name, MASS, "a mass") for name in "mM")
d = notation.quantity("d", LENGTH, "a length")
a, b = (notation.factor(name, "a constant", 1, 2) for name in "ab")
x, y, z = (notation.variable(name, LENGTH, "a coordinate") for name in "xyz")
n = notation.variable("n", NUMBER, "an index", sign="positive integer")
k = notation.function("k", LENGTH, "a function", of=(LENGTH,))
A_x = notation.function("A_x", FIELD, "a component", of=(LENGTH,) * 3)
electrons = notation.set("N", "the electrons", count=sympy.Integer(1))


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (sqrt(m / M) * eps_A / hbar, "√(m/M)·ε_A/ħ"),
        (hbar / (sqrt(m * M) * d**2), "ħ/(d²·√(M·m))"),
        (m * d**2 / 2, "½·m·d²"),
        (-eps_A / 2, "−½·ε_A"),
        (eps_A - hbar**2 / (2 * m * d**2), "ε_A − ħ²/(2·d²·m)"),
        (1 / sqrt(M * m), "1/√(M·m)"),
        (a / sqrt(2), "a/√2"),
        (sqrt(2 * a / b) / 2, "√(a/(2·b))"),
        (y - x - 1, "y − x − 1"),
        ((a - b) / (a + b), "(a − b)/(a + b)"),
        (a * (b + 1), "a·(b + 1)"),
        (a ** Rational(3, 2), "a^(3/2)"),
        (a ** Rational(1, 3), "a^⅓"),
        (a**b, "a^b"),
        ((-x) ** b, "(−x)^b"),
        (a ** (-b), "a^(−b)"),
        (a**-2, "1/a²"),
        (2 * exp(-1 / b), "2·exp(−1/b)"),
        (log(a / b) ** 2, "log(a/b)²"),
        (2 * pi * I * a, "2·π·i·a"),
        (Rational(3, 7) * a / b, "3·a/(7·b)"),
        (k(x).diff(x) ** 2, "(∂k/∂x)²"),
        (k(2 * x).diff(x), "2·k′(2·x)"),
        (A_x(x, y, z).diff(x, 2), "∂²A_x/∂x²"),
        (A_x(x, y, z).diff(x, y), "∂²A_x/∂x∂y"),
        (A_x(x, y, d), "A_x(x, y, d)"),
        (Derivative(x * k(x), x), "(∂/∂x)(x·k(x))"),
        (Integral(2 * k(x), (x, 0, oo)) + 1, "∫[0, ∞] 2·k(x) dx + 1"),
        (3 * Total(k(n) ** 2, n, electrons) ** 2, "3·(Σ(n ∈ N) k(n)²)²"),
        (sympy.Sum(cos(n), (n, 1, 5)), "Σ(n = 1 … 5) cos(n)"),
        (Piecewise((1, x < 1), (a, True)), "{1 if x < 1; a otherwise}"),
        (Vector([x, -y, 1]), "(x, −y, 1)"),
        (abs(sympy.Symbol("w")), "|w|"),
    ],
)
def test_an_expression_reads_as_it_is_written_by_hand(expression: Any, text: str) -> None:
    assert Unicode(notation).expression(expression).replace("Aₓ", "A_x") == text


@pytest.mark.parametrize(
    ("relation", "text"),
    [
        (SameOrder(omega_D, sqrt(m / M) * eps_A / hbar), "ω_D ~ √(m/M)·ε_A/ħ"),
        (Equal(a, b, 1), "a = b = 1"),
        (about(a, "3.1"), "a ≈ 3.1"),
        (about(a, "3.1", some=True), "a ≈ 3.1, for some values"),
        (Within(d, 1, 2, "cm"), "d ∈ [1, 2] cm"),
        (Within(1 / d**3, 1, 2, "1/cm**3"), "1/d³ ∈ [1, 2] 1/cm³"),
        (LeadingOrder(k(x), x, x), "k(x) ≃ x  (x → 0)"),
        (Tends(k(x), 1, x, oo), "k(x) → 1  (x → ∞)"),
        (Independent(a * d, of=(m,), holding=(a, d)), "a·d is independent of m, given a, d"),
        (Continuous(k(x), x, 0, d), "k(x) is continuous for x ∈ [0, d]"),
        (MuchLess(x, d), "x ≪ d"),
    ],
)
def test_a_relation_reads_as_a_statement(relation: Any, text: str) -> None:
    assert Unicode(notation).relation(relation) == text


@pytest.mark.parametrize(
    ("relation", "latex"),
    [
        (SameOrder(omega_D, eps_A / hbar), r"\omega_{D} \sim \frac{\epsilon_A}{h}"),
        (Equal(k(x), 1), r"k{\left(x \right)} = 1"),
        (Equal(Vector([x, y]), Vector([y, x])), r"\left(x, y\right) = \left(y, x\right)"),
        (Within(d, 1, 2, "cm"), r"d \in [1, 2]\,\mathrm{cm}"),
        (Tends(k(x), 1, x), r"k{\left(x \right)} \to 1 \quad (x \to 0)"),
        (Equal(Total(k(n), n, electrons), a), r"\sum_{n \in \mathrm{N}} k{\left(n \right)} = a"),
    ],
)
def test_a_relation_is_written_in_the_latex_of_the_notation(relation: Any, latex: str) -> None:
    assert Latex(notation).relation(relation) == latex


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(61, 20), "3.05"),
        (Fraction(1, 3), "0.3333"),
        (Fraction(-2), "−2"),
        (Fraction(0), "0"),
        (Fraction(10**9), "10⁹"),
        (Fraction(1, 3 * 10**9), "3.333·10⁻¹⁰"),
        (Fraction(118710, 1000), "118.71"),
        (Fraction(10**9, 7), "1.429·10⁸"),
    ],
)
def test_a_number_has_four_digits(value: Fraction, text: str) -> None:
    assert figures.decimal(value) == text


def test_a_dimension_has_raised_exponents() -> None:
    assert str(CHARGE) == "length^(3/2)·mass^(1/2)·time⁻¹"
    assert str(NUMBER) == "1"
