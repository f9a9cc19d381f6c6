"""Traps: logarithms and exponents."""

from __future__ import annotations

from sympy import I, Rational, cosh, exp, log, pi, sinh, sqrt, tanh

from derivations.relation import Equal, Less

from ..trap import about
from .symbols import a, b, false, h, m, n, r, s, true, x, y

TRAPS = about(
    "logarithms and exponents",
    true("the logarithm of a square", Equal(log(x**2), 2 * log(x)), note="false for negative x"),
    true(
        "the logarithm of a quotient",
        Equal(log(x / y), log(x) - log(y)),
        note="false for complex x, y",
    ),
    true(
        "the logarithm of a factored sum",
        Equal(log(x**2 - y**2), log(x - y) + log(x + y)),
        Less(y, x),
        note="both factors must be positive",
    ),
    true(
        "the logarithm of an inverse",
        Equal(log(1 / (x + 1)), -log(x + 1)),
        note="fails on the cut",
    ),
    true("exp of log", Equal(exp(a * log(x)), x**a), note="one is a function, one a power"),
    true(
        "a power of a product",
        Equal((x * y) ** r, x**r * y**r),
        note="false for negative x and y",
    ),
    true(
        "exponents change places",
        Equal(x ** log(y), y ** log(x)),
        note="both are exp(log x log y)",
    ),
    true("a logarithm of powers", Equal(log(8) / log(2), 3), note="a quotient of transcendentals"),
    true(
        "logarithms of a composite",
        Equal(log(360), 3 * log(2) + 2 * log(3) + log(5)),
        note="360 = 8·9·5",
    ),
    true(
        "a logarithm of a root",
        Equal(log(sqrt(x + 1)), log(x + 1) / 2),
        note="fails for complex x",
    ),
    true("hyperbolic one", Equal(cosh(r) ** 2 - sinh(r) ** 2, 1), note="large minus large is 1"),
    true(
        "a doubled hyperbolic tangent",
        Equal(tanh(2 * r), 2 * tanh(r) / (1 + tanh(r) ** 2)),
        note="with the other sign it is the tangent's",
    ),
    true(
        "the inverse of the hyperbolic sine",
        Equal(sinh(log(x + sqrt(x**2 + 1))), x),
        note="1/(x+√(x²+1)) = √(x²+1) − x",
    ),
    true(
        "a power of e to a logarithm's square",
        Equal(exp(log(x) ** 2), x ** log(x)),
        note="no rational exponent",
    ),
    true(
        "a difference of logarithms that is small",
        Equal(log(x + 1) - log(x), log(1 + 1 / x)),
        note="cancels for large x",
    ),
    false("a square has two branches", Equal(log(r**2), 2 * log(r)), note="0 and 2πi at r = −1"),
    false(
        "a product of unknown signs",
        Equal(log(r * s), log(r) + log(s)),
        note="2πi off where both are negative",
    ),
    false("the logarithm of a sum", Equal(log(x + y), log(x) + log(y)), note="that is log(xy)"),
    false("a quotient of logarithms", Equal(log(x) / log(y), log(x / y)), note="a misread law"),
    false("a power of a logarithm", Equal(log(x) ** 2, log(x**2)), note="the exponent's place"),
    false("a tower of powers", Equal(x ** (a**b), (x**a) ** b), note="powers do not associate"),
    false("sums of exponentials", Equal(exp(x) + exp(y), exp(x + y)), note="products do that"),
    false(
        "the square of a hyperbolic cosine",
        Equal(cosh(r) ** 2 + sinh(r) ** 2, 1),
        note="a sign of the circle's law",
    ),
    false(
        "a doubled hyperbolic tangent, as on the circle",
        Equal(tanh(2 * r), 2 * tanh(r) / (1 - tanh(r) ** 2)),
        note="the tangent's law",
    ),
    false("a complex logarithm undone", Equal(log(exp(I * r)), I * r), note="right up to |r| = π"),
    false(
        "thirty digits of a logarithm",
        Equal(log(10), Rational(230258509299404568401799145468, 10**29)),
        note="the next one does not",
    ),
    false("e and π changed", Equal(exp(pi), pi ** exp(1)), note="23.14 and 22.46"),
    false(
        "a power of a sum",
        Equal((1 + x) ** a, 1 + x**a),
        note="right for a = 1",
    ),
    false("one power more", Equal(h**m, h ** (m + 1)), note="right at 0 and 1"),
    false(
        "minus one to a half-integer power",
        Equal(exp(I * pi * n / 2) ** 2, 1),
        note="right for even n",
    ),
)
