"""The grammar of typed relations: what it reads, what it refuses and how it says so."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Rational, besselj, cos, exp, oo, pi, sqrt

from derivations.dimension import ENERGY, LENGTH, NUMBER, TIME
from derivations.errors import PaperError
from derivations.expression import Vector
from derivations.grammar import expression, product_of, relation
from derivations.quantity import Notation
from derivations.relation import Equal, Less, MuchLess, NotEqual, SameOrder

N = Notation()
d = N.quantity("d", LENGTH, "a length")
ell = N.quantity("ell", LENGTH, "another", unicode="ℓ")
omega = N.quantity("omega_D", NUMBER / TIME, "a frequency", unicode="ω_D")
first = N.quantity("lambda_e", LENGTH, "one of two", unicode="λ")
second = N.quantity("lambda_L", LENGTH, "the other", unicode="λ")
x = N.variable("x", LENGTH, "a place", sign="real")
f = N.function("f", ENERGY, "a function", of=(LENGTH,))
N.set("band", "a set", count=sympy.Integer(3))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("d = 2*ell", (d, 2 * ell)),
        ("ℓ = 1.5·d", (ell, Rational(3, 2) * d)),
        ("ω_D² = √2/3", (omega**2, sqrt(2) / 3)),
        ("d**2 = d^2", (d**2, d**2)),
        ("d = −ell - 2^-1*d", (d, -ell - d / 2)),
        ("d = 2^3^2", (d, sympy.Integer(512))),
        ("d = ell = lambda_L", (d, ell, second)),
        ("f(x) = exp(-x/d)*cos(pi)", (f(x), exp(-x / d) * cos(pi))),
        ("diff(f(x), x, x) = -f(x)", (f(x).diff(x, 2), -f(x))),
        (
            "integral(f(x), x, 0, oo) = besselj(0, 1)",
            (sympy.Integral(f(x), (x, 0, oo)), besselj(0, 1)),
        ),
        ("[d, 0] = [ell, 1]", (Vector([d, 0]), Vector([ell, 1]))),
    ],
)
def test_what_is_read(text: str, sides: tuple[object, ...]) -> None:
    assert relation(text, N).sides == sides


@pytest.mark.parametrize(
    ("sign", "kind"),
    [
        ("=", Equal),
        ("~", SameOrder),
        ("<", Less),
        ("<<", MuchLess),
        ("≪", MuchLess),
        ("!=", NotEqual),
        ("≠", NotEqual),
    ],
)
def test_the_signs(sign: str, kind: type) -> None:
    assert type(relation(f"d {sign} ell", N)) is kind


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it ends too early"),
        ("d", "a sign is expected"),
        ("d =", "a number, a name or a bracket is expected"),
        ("d = 2 ell", "write a product with \\*"),
        ("d = (ell", "“\\)” is expected"),
        ("d = ell < d", "one sign throughout"),
        ("λ = d", "write lambda_e or lambda_L"),
        ("omega = 1", "did you mean omega_D"),
        ("zzz = 1", "declare it first"),
        ("d = f", "“\\(” is expected"),
        ("d = f(x, x)", "f takes 1 argument"),
        ("d = sqrt(x, x)", "sqrt takes 1 argument"),
        ("d = band", "it is no number|is a set"),
        ("d = 1/0", "divides by zero"),
        ("d = oo - oo", "it has no value"),
        ("d = 0^-1", "zero may only be raised"),
        ("d = 9^9^9", "too large"),
        ("d = diff(f(x), 2)", "it is diff"),
        ("[d, d] = d", "cannot stand beside"),
        ("d = __import__('os')", "has no meaning here"),
        ("d = x.__class__", "has no meaning here"),
        ("d = " + "(" * 60 + "1", "nested more than"),
        ("d = " + "1" * 61, "no number may have more"),
        ("d = " + "+1" * 3000, "longer than"),
    ],
)
def test_what_is_refused_and_why(text: str, told: str) -> None:
    with pytest.raises(PaperError, match=told):
        relation(text, N)


def test_an_expression_is_no_relation() -> None:
    assert expression("2*d", N) == 2 * d
    for text in ("d = ell", "[d, d]", "d,"):
        with pytest.raises(PaperError):
            expression(text, N)


def test_a_product_of_powers() -> None:
    names = {name: sympy.Symbol(name, positive=True) for name in ("length", "time")}
    assert product_of("length^(1/2)/time", names) == {
        "length": Rational(1, 2),
        "time": Rational(-1),
    }
    assert product_of("1", names) == {}
    for text in ("length + time", "2*length", "length^time", "mass"):
        with pytest.raises(PaperError):
            product_of(text, names)


@settings(max_examples=200, deadline=2000)
@given(st.text(alphabet="dfxℓ λ0129.+-−*·/^()[],=~<²√eop_'\"\\\0", max_size=60))
def test_whatever_is_typed_is_read_or_refused_in_a_sentence(text: str) -> None:
    told = ""
    try:
        relation(text, N)
    except PaperError as error:
        told = str(error)
    assert len(told) < 400
