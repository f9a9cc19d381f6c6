"""What is read off printed formulas, in the order of the grammar, and what is refused."""

from __future__ import annotations

import random

import pytest

from checks.printed.number import folded, magnitude
from checks.printed.reader import read
from checks.printed.statements import statements
from checks.printed.tokens import ReadError
from checks.printed.tree import (
    Absolute,
    BigSum,
    BraKet,
    Derivative,
    Function,
    Group,
    Integral,
    Name,
    Operator,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Tree,
)

A, B, C, D, E, R, T, P = (Name(letter) for letter in "abcderTp")


def two() -> Tree:
    return read("2")


SAME = [
    ("a b c", Product((A, B, C))),
    (r"a \cdot b", Product((A, B))),
    (r"\frac{a}{b}", Quotient(A, B)),
    (r"\frac12", Quotient(read("1"), two())),
    (r"\dfrac ab", Quotient(A, B)),
    ("a/bc", Quotient(A, Product((B, C)))),
    ("a/(b) c", Product((Quotient(A, Group((B,))), C))),
    (r"a/b \cdot c", Product((Quotient(A, B), C))),
    ("a - b + c", Sum(((1, A), (-1, B), (1, C)))),
    (r"\pm a", Sum(((0, A),))),
    ("-a", Sum(((-1, A),))),
    ("+a", A),
    ("a^2", Power(A, two())),
    ("a^{bc}", Power(A, Product((B, C)))),
    (r"\sqrt{ab}", Root(Product((A, B)), 2)),
    (r"\sqrt[3]{a}", Root(A, 3)),
    ("p_F", Name("p", ("F",))),
    (r"B_{\mathrm{cr}}", Name("B", ("cr",))),
    ("p'", Name("p", (), 1)),
    ("u_{ij'}", Name("u", ("i", "j'"))),
    (r"\vec{p}_i", Name("p", ("i",), 0, r"\vec")),
    (r"\ddot x", Name("x", (), 0, r"\ddot")),
    (r"\mathcal{N}", Name(r"\mathcal{N}")),
    (r"\varepsilon_F", Name(r"\epsilon", ("F",))),
    ("a(b)", Product((A, Group((B,))))),
    ("(a, b)", Group((A, B))),
    ("|a|", Absolute(A)),
    (r"\left|a\right|", Absolute(A)),
    ("(a|b|c)", BraKet(A, B, C)),
    (r"\sin a b", Function("sin", Product((A, B)))),
    (r"\sin (a+b) c/e", Function("sin", read("(a+b)c/e"))),
    (r"\sin^2 a", Function("sin", A, two())),
    (r"\log \frac{a}{b} c", Product((Function("log", Quotient(A, B)), C))),
    (r"\exp[a] b", Product((Function("exp", Group((A,))), B))),
    (r"\frac{da}{dr}", Derivative(A, R, 1)),
    (r"\frac{d^2 a}{dr^2}", Derivative(A, R, 2)),
    (r"\frac{d}{dr} a", Product((Derivative(None, R, 1), A))),
    (r"\frac{\partial a}{\partial r}", Derivative(A, R, 1)),
    ("da/dr", Derivative(A, R, 1)),
    (r"\frac{d}{r}", Quotient(D, R)),
    (r"\int_a^b c\, dr", Integral(C, R, A, B)),
    (r"\int_a^b dr\, c", Integral(C, R, A, B)),
    (r"\int \frac{a\, dr}{b}", Integral(Quotient(A, B), R, None, None)),
    (r"\sum_a b c", BigSum(Product((B, C)), A)),
    (r"a \sum b + c", Sum(((1, Product((A, BigSum(B, None)))), (1, C)))),
    (r"\text{curl } a", Product((Operator("curl"), A))),
    (r"\nabla^2 a", Product((Operator("laplace"), A))),
]


@pytest.mark.parametrize(("printed", "tree"), SAME)
def test_a_formula_is_read_as_printed(printed: str, tree: Tree) -> None:
    assert read(printed) == tree


DIFFERENT = [
    ("a/bc", "a/(b)c"),
    ("a-b", "b-a"),
    ("a_b", "a b"),
    ("a'", "a"),
    (r"\sin a b", r"b \sin a"),
    (r"\frac{a}{b}", r"\frac{b}{a}"),
    (r"\sqrt{a}b", r"\sqrt{ab}"),
    ("a^{bc}", "a^b c"),
    (r"\int_a^b c\, dr", r"\int_b^a c\, dr"),
    (r"\vec p", "p"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_formulas_are_read_differently(one: str, other: str) -> None:
    assert read(one) != read(other)


REFUSED = [
    "",
    "a +",
    "a + )",
    r"\frac{a}",
    r"\unknown",
    "a}",
    "(a",
    r"\sqrt[x]{a}",
    r"\int_0^1 a",
    r"\text{unclosed",
    r"\left",
    "a = b",
    "_a",
    "^2",
    r"\nabla^3 a",
    r"\vec{a+b}",
    "a" * 30_000,
    "(" * 500 + "a" + ")" * 500,
    r"\frac{1}{" * 200 + "a" + "}" * 200,
]


@pytest.mark.parametrize("printed", REFUSED, ids=lambda text: text[:12])
def test_what_is_no_formula_is_refused_with_a_reason(printed: str) -> None:
    with pytest.raises(ReadError, match=r"\w"):
        read(printed)


CHAINS = [
    ("a = b", [["="]]),
    (r"a \equiv b \sim c", [[r"\equiv", r"\sim"]]),
    (r"a = b, \quad c < e", [["="], ["<"]]),
    (r"a \sim b \left[ a = cb, c > 1 \right]", [[r"\sim"], ["="], [">"]]),
    (r"f(a, b) = c", [["="]]),
    (r"a = \frac{h}{R} \left[ b - c \right]", [["="]]),
    (r"a \Rightarrow b = c", [[], ["="]]),
    (r"a : b = 1 : 2", [["="]]),
    (r"a \to b: \quad c = e", [[r"\to"], ["="]]),
    (
        r"a \begin{cases} = b & \text{for } c < e \\ = 0 & \text{for } c > e \end{cases}",
        [["="]] * 2,
    ),
    (r"B \sim \left. \begin{aligned} a &= b \\ c \end{aligned} \right\}", [[r"\sim", "="], []]),
    ("it falls from a height", []),
    (r"\text{see Eq. (3) and (4)}", []),
]


@pytest.mark.parametrize(("printed", "signs"), CHAINS)
def test_a_line_is_taken_apart_into_chains(printed: str, signs: list[list[str]]) -> None:
    assert [list(s.signs) for s in statements(printed).statements] == signs


def test_of_a_number_above_without_braces_the_first_digit_alone_is_an_exponent() -> None:
    assert read("2 r^6.24") == read("2 r^{6} 0.24")
    assert read("r^123") == read("r^{1} 23")


def test_cases_carry_their_conditions() -> None:
    text = r"V = \begin{cases} a & \text{for } r < b \\ 0 & \text{for } r > b \end{cases}"
    found = statements(text).statements
    assert [s.sides for s in found] == [(Name("V"), A), (Name("V"), read("0"))]
    assert [c.signs for s in found for c in s.conditions] == [("<",), (">",)]


def test_a_sign_that_none_of_the_cases_has_is_refused() -> None:
    with pytest.raises(ReadError, match="none has this sign"):
        statements(
            r"V < \begin{cases} = a & \text{for } r < b \\ = 0 & \text{for } r > b \end{cases}"
        )


NUMBERS = [
    ("3.1", 31, 10),
    (r"3 \times 10^{-4}", 3, 10_000),
    ("2^{-1}", 1, 2),
    (r"\frac{1}{3} - 1", -2, 3),
]


@pytest.mark.parametrize(("printed", "top", "bottom"), NUMBERS)
def test_numbers_are_exact(printed: str, top: int, bottom: int) -> None:
    value = folded(read(printed))
    assert value is not None
    assert (value.numerator, value.denominator) == (top, bottom)


@pytest.mark.parametrize("printed", ["10^{10^{10}}", "0^{-1}", r"\frac{1}{0}", "a"])
def test_what_is_no_number_of_a_size_is_none(printed: str) -> None:
    assert folded(read(printed)) is None


def test_ranges_units_and_a_few_are_told_from_symbols() -> None:
    assert magnitude(read("(30-40)d")).rest == (D,)
    assert (magnitude(read("(30-40)d")).low, magnitude(read("(30-40)d")).high) == (30, 40)
    assert magnitude(read(r"\text{a few } 10^{-4} \text{ eV}")).few
    found = magnitude(read(r"10^{-2} \text{ to } 10^{-3}"))
    assert found.low * 10 == found.high


def test_garbage_never_breaks_the_reader() -> None:
    pieces = [*"ab12+-=/^_{}()[]|,:'&<>", r"\frac", r"\left", r"\right", r"\sqrt", r"\int", r"\sum"]
    pieces += [r"\begin{cases}", r"\end{cases}", r"\\", r"\text{for }", r"\vec", r"\sin", r"\left."]
    dice = random.Random(7)
    refused = 0
    for _ in range(3000):
        text = " ".join(dice.choice(pieces) for _ in range(dice.randrange(1, 14)))
        try:
            statements(text)
        except ReadError:
            refused += 1
    assert 1000 < refused < 3000
