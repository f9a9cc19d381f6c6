"""Traps: all but equal, and cancellations that need hundreds of bits."""

from __future__ import annotations

from sympy import (
    Rational,
    S,
    atan,
    cos,
    cosh,
    exp,
    expand,
    log,
    pi,
    sin,
    sinh,
    sqrt,
    tanh,
)

from derivations.relation import Equal, Less, NotEqual, Within

from ..trap import about
from .symbols import a, b, false, r, true, x, y

_TINY = Rational(1, 10**30)

TRAPS = about(
    "all but equal",
    true(
        "a cancellation of thirty digits",
        Equal((1 + x * _TINY) ** 2 - 1, x * _TINY * (2 + x * _TINY)),
        note="doubles say 0 on the left",
    ),
    true(
        "a ninetieth power",
        Equal((1 + x) ** 90 - 1, expand((1 + x) ** 90) - 1),
        note="coefficients of 26 digits",
    ),
    true(
        "Rump's expression",
        Equal(
            Rational(1335, 4) * b**6
            + a**2 * (11 * a**2 * b**2 - b**6 - 121 * b**4 - 2)
            + Rational(11, 2) * b**8
            + a / (2 * b),
            Rational(-54767, 66192),
        ),
        Equal(a, 77617),
        Equal(b, 33096),
        note="doubles say 1.17…",
    ),
    true(
        "numbers three hundred bits apart",
        Less(S.Zero, sqrt(10**90 + 1) - 10**45),
        note="5·10⁻⁴⁶, of numbers of 10⁴⁵",
    ),
    true(
        "hyperbolic functions of eighty",
        Less(sinh(80), cosh(80)),
        note="they differ by 10⁻³⁵ of 10³⁴",
    ),
    true("a hyperbolic tangent close to one", Less(tanh(100), 1), note="doubles say 1"),
    true(
        "almost an integer, and more than it",
        NotEqual(exp(pi * sqrt(163)), 262537412640768744),
        note="it is less by 7.5·10⁻¹³",
    ),
    true(
        "a root of large numbers",
        Within((sqrt(10**60 + 1) - 10**30) * 10**30, "0.4999", "0.5001"),
        note="60 digits cancel",
    ),
    true(
        "a convergent of √2",
        Less(sqrt(2), Rational(886731088897, 627013566048)),
        note="24 digits agree",
    ),
    true(
        "a sum of small and large",
        Equal((x + 10**40) ** 2 - 10**80 - 2 * 10**40 * x, x**2),
        note="doubles lose x",
    ),
    true(
        "a difference of close squares",
        Equal((x + 10**25) ** 2 - (x + 10**25 - 1) ** 2, 2 * x + 2 * 10**25 - 1),
        note="doubles are off by millions",
    ),
    false("ten to the minus thirty away", Equal(x, x * (1 + _TINY)), note="30 digits agree"),
    false(
        "ten to the minus two hundred away",
        Equal(x, x + Rational(1, 10**200)),
        note="200 digits agree",
    ),
    false(
        "almost an integer",
        Equal(exp(pi * sqrt(163)), 262537412640768744),
        note="12 decimals are zeros or nines",
    ),
    false("nearly π", Equal(sqrt(2) + sqrt(3), pi), note="3.146"),
    false("π as a fraction", Equal(pi, Rational(355, 113)), note="six decimals"),
    false(
        "π as a better fraction",
        Equal(pi, Rational(428224593349304, 136308121570117)),
        note="28 decimals",
    ),
    false(
        "a third is no float", Equal(2 * x / 3, Rational("0.6666666666666666") * x), note="16 sixes"
    ),
    false(
        "Planck's constant is not zero",
        Equal(Rational("1.05e-34") * x, 0),
        note="nsimplify of sympy 1.14 says 0",
    ),
    false(
        "a sum of three roots",
        Equal(
            sqrt(1000001)
            + sqrt(1000025)
            + sqrt(1000031)
            + sqrt(1000084)
            + sqrt(1000087)
            + sqrt(1000134)
            + sqrt(1000158)
            + sqrt(1000182)
            + sqrt(1000198),
            sqrt(1000002)
            + sqrt(1000018)
            + sqrt(1000042)
            + sqrt(1000066)
            + sqrt(1000113)
            + sqrt(1000116)
            + sqrt(1000169)
            + sqrt(1000175)
            + sqrt(1000199),
        ),
        note="they agree to 10⁻³⁶",
    ),
    false(
        "Ramanujan's π",
        Equal(pi**4, Rational(2143, 22)),
        note="eight decimals",
    ),
    false("e to the π minus π", Equal(exp(pi) - pi, 20), note="19.9991"),
    false(
        "equal hyperbolic functions of eighty", Equal(sinh(80), cosh(80)), note="69 digits agree"
    ),
    false("a hyperbolic tangent that is one", Equal(tanh(100), 1), note="86 nines"),
    false(
        "a small angle's sine",
        Equal(sin(Rational(1, 10**20)), Rational(1, 10**20)),
        note="40 digits agree",
    ),
    false(
        "a small angle's cosine",
        Equal(cos(Rational(1, 10**30)), 1),
        note="60 digits agree",
    ),
    false(
        "an exponent close to one",
        Equal(x ** (1 + _TINY), x),
        note="30 digits of the exponent agree",
    ),
    false(
        "a coefficient of a ninetieth power",
        Equal((1 + x) ** 90, expand((1 + x) ** 90) + x**45),
        note="one in 10²⁶",
    ),
    false(
        "arctangents of Machin, one off",
        Equal(4 * atan(Rational(1, 5)) - atan(Rational(1, 238)), pi / 4),
        note="239 is right",
    ),
    false(
        "the wrong side of √2",
        Less(Rational(886731088897, 627013566048), sqrt(2)),
        note="24 digits agree",
    ),
    false(
        "a logarithm of a large number",
        Equal(log(10**40 + 1), 40 * log(10)),
        note="42 digits agree",
    ),
    false(
        "two quantities that only nearly agree",
        Equal(x, y),
        Within(x / y, 1, 1 + _TINY),
        note="an interval of width 10⁻³⁰",
    ),
    false(
        "a polynomial's tiny term",
        Equal(r**3 + _TINY * r, r**3),
        note="right at r = 0",
    ),
)
