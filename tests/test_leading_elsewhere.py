"""What holds as a variable tends to something says nothing of its other values."""

from __future__ import annotations

import pytest
from sympy import Integral, Rational, cos, exp, oo, pi, sin

from checks.suite import Suite
from checks.verdict import Verdict
from derivations.dimension import NUMBER
from derivations.paper import Paper
from derivations.relation import Equal, LeadingOrder, Less, Relation, Tends
from derivations.rules import by, definition, law


class Small:
    """f(x) = sin x, which is x for small x; g(x) = f(x)/2; A = f(5), F = ∫ f from 0 to 10."""

    def __init__(self) -> None:
        self.paper = Paper("small", "What is small", "for the tests")
        N = self.paper.notation
        self.x = N.variable("x", NUMBER, "a variable")
        self.t = N.variable("t", NUMBER, "another")
        self.f, self.g = (N.function(name, NUMBER, "", of=(NUMBER,)) for name in "fg")
        self.a, self.b, self.A, self.F = (
            N.quantity(name, NUMBER, "a number", sign="real") for name in "abAF"
        )
        self.chapter = self.paper.chapter("I", "The only one")
        x, t, f = self.x, self.t, self.f
        self.line("f", Equal(f(x), sin(x)), law("of swings"))
        self.line("f≃", LeadingOrder(f(x), x, x), by("f"))
        self.line("g", Equal(self.g(x), f(x) / 2), definition(self.g))
        self.line("A", Equal(self.A, f(5)), definition(self.A))
        self.line("F", Equal(self.F, Integral(f(t), (t, 0, 10))), definition(self.F))
        h = self.h = N.function("h", NUMBER, "", of=(NUMBER, NUMBER))
        self.line("h≃", LeadingOrder(h(x, t), t, x), law("of two variables"))
        self.line("g≃", LeadingOrder(self.g(x), Rational(1, 2), x, oo), law("elsewhere"))
        self.line("five", Equal(self.b, 5), law("of b"))

    def line(self, label: str, relation: Relation, follows: object) -> None:
        self.chapter.equation(label, printed="", states=[relation], follows=follows)

    def verdict(self, relation: Relation, *labels: str) -> Verdict:
        self.line("claim", relation, by(*labels))
        return Suite(self.paper).line("claim").verdict


S = Small()
f, g, x, t, a = S.f, S.g, S.x, S.t, S.a

FALSE: dict[str, tuple[Relation, tuple[str, ...]]] = {
    "at a number": (Equal(f(5), 5), ("f≃",)),
    "an inequality at a number": (Less(3, f(pi)), ("f≃",)),
    "at a number, of what is defined by it": (Equal(g(5), 5 / S.b / 2 * 5), ("f≃", "g", "five")),
    "what is defined at a number": (Equal(S.A, 5), ("f≃", "A")),
    "for another variable": (Equal(f(t), t), ("f≃",)),
    "a slope": (Equal(f(x).diff(x), 1), ("f≃",)),
    "a second slope": (Equal(f(x).diff(x, 2), 0), ("f≃",)),
    "a slope of what is defined by it": (Equal(g(x).diff(x, 2), 0), ("f≃", "g")),
    "an integral": (Equal(Integral(f(x), (x, 0, 10)), Integral(x, (x, 0, 10))), ("f≃",)),
    "what is defined as an integral": (Equal(S.F, Integral(t, (t, 0, 10))), ("f≃", "F")),
    "another variable for the other": (Equal(S.h(x, x), x), ("h≃",)),
    "both variables exchanged": (Equal(S.h(t, x), x), ("h≃",)),
    "a limit of the other variable": (Tends(S.h(x, t) / t, 1, t), ("h≃",)),
    "a slope by the other variable": (Equal(S.h(x, t).diff(t), 1), ("h≃",)),
    "at what is said to be a number": (Equal(f(S.b), S.b), ("f≃", "five")),
    "near two limits": (Equal(f(x) * g(x), x / 2), ("f≃", "g≃")),
    "another limit": (Tends(f(x), oo, x, oo), ("f≃",)),
    "the leading order elsewhere": (LeadingOrder(f(x), x, x, oo), ("f≃",)),
}
TRUE: dict[str, tuple[Relation, tuple[str, ...]]] = {
    "near the limit": (Equal(f(x) ** 2, x**2), ("f≃",)),
    "a multiple": (Equal(f(2 * x), 2 * x), ("f≃",)),
    "the limit": (Tends(f(x) / x, 1, x), ("f≃",)),
    "of what is defined by it": (Equal(g(x), x / 2), ("f≃", "g")),
    "at a value of the other variable": (Equal(S.h(x, 3), 3), ("h≃",)),
    "the law at a number": (Equal(f(5), sin(5)), ("f",)),
    "the law's slope": (Equal(f(x).diff(x), cos(x)), ("f",)),
}


@pytest.mark.parametrize("name", FALSE)
def test_a_leading_order_is_not_used_where_it_does_not_hold(name: str) -> None:
    relation, labels = FALSE[name]
    assert Small().verdict(relation, *labels) is Verdict.UNDECIDED


@pytest.mark.parametrize("name", TRUE)
def test_it_is_used_where_it_holds(name: str) -> None:
    relation, labels = TRUE[name]
    assert Small().verdict(relation, *labels).holds


class Large:
    """A = 1/y + 1, so that A ≃ 1/y as the constant y tends to 0; B = exp(−A), C ≃ k as y → 0."""

    def __init__(self) -> None:
        self.paper = Paper("large", "What is large", "for the tests")
        N = self.paper.notation
        self.A, self.B, self.C, self.y = (N.quantity(name, NUMBER, "a number") for name in "ABCy")
        self.k = N.factor("k", "of order one", 1, 2)
        self.chapter = self.paper.chapter("I", "The only one")
        A, B, C, y, k = self.A, self.B, self.C, self.y, self.k
        self.line("A", Equal(A, 1 / y + 1), law("of large numbers"))
        self.line("A≃", LeadingOrder(A, 1 / y, y), by("A"))
        self.line("B", Equal(B, exp(-A)), definition(B))
        self.line("C", Equal(C, k + y), law("of numbers"))
        self.line("C≃", LeadingOrder(C, k, y), by("C"))

    def line(self, label: str, relation: Relation, follows: object) -> None:
        self.chapter.equation(label, printed="", states=[relation], follows=follows)


L = Large()
EXPONENTS: dict[str, tuple[bool, Relation, tuple[str, ...]]] = {
    "of what grows": (False, Equal(exp(L.A), exp(1 / L.y)), ("A≃",)),
    "of what is defined by it": (False, Equal(L.B, exp(-1 / L.y)), ("A≃", "B")),
    "as a leading order": (False, LeadingOrder(exp(L.A), exp(1 / L.y), L.y), ("A≃",)),
    "as a limit": (False, Tends(L.B * exp(1 / L.y), 1, L.y), ("A≃", "B")),
    "of what tends to a constant": (True, Equal(exp(L.C), exp(L.k)), ("C≃",)),
    "a limit of what grows": (True, Tends(L.A * L.y, 1, L.y), ("A≃",)),
}


@pytest.mark.parametrize("name", EXPONENTS)
def test_a_leading_order_is_put_into_an_exponent_that_does_not_grow(name: str) -> None:
    holds, relation, labels = EXPONENTS[name]
    large = Large()
    large.line("claim", relation, by(*labels))
    assert Suite(large.paper).line("claim").verdict.holds is holds
