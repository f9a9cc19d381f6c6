"""Traps: what holds for integers only, or only for large or small arguments."""

from __future__ import annotations

from sympy import Abs, I, Rational, cos, exp, log, oo, pi, sin, sqrt, tan, tanh

from derivations.relation import Equal, LeadingOrder, Less, Tends, Within

from ..trap import about
from .symbols import a, f, false, g, h, l, m, n, p, q, r, s, t, true, x, y, z

TRAPS = about(
    "integers only, asymptotically only",
    true(
        "an alternating sign and its inverse",
        Equal((-1) ** n, (-1) ** (-n)),
        note="true for integers only",
    ),
    true(
        "a whole number in disguise",
        Equal(cos(2 * pi * r), 1),
        Equal(n, r),
        note="r is real, and equals an integer",
    ),
    true(
        "half turns added", Equal(cos(pi * (n + l)), cos(pi * n) * cos(pi * l)), note="both whole"
    ),
    true(
        "known of all integers, used at one",
        Equal(f(m), m**2),
        Equal(f(q), q**2),
        note="m is whole",
    ),
    true("a shifted parity", Equal((-1) ** (n + 1), -((-1) ** n)), note="one step, one sign"),
    true(
        "known of natural numbers, used at the next",
        Equal(f(m + 1), m),
        Equal(f(p), p - 1),
        note="m + 1 is natural",
    ),
    true(
        "only for large arguments",
        Tends(sqrt(z**2 + z) - z, Rational(1, 2), z, oo),
        note="it never is one half",
    ),
    true(
        "only for small arguments",
        LeadingOrder(sin(z) * tan(z), z**2, z),
        note="never equal",
    ),
    false("whole turns of what is not whole", Equal(cos(2 * pi * r), 1), note="right for integers"),
    false("signs of what is not whole", Equal(exp(2 * pi * I * x), 1), note="right for integers"),
    false("an odd power of minus one", Equal((-1) ** n, 1), note="right for even n"),
    false("half turns", Equal(cos(pi * n), 1), note="right for even n"),
    false(
        "the zeros of a sine, for reals",
        Equal(sin(r * pi), 0),
        note="right for integers",
    ),
    false(
        "known of integers, used between",
        Equal(f(Rational(1, 2)), Rational(1, 4)),
        Equal(f(q), q**2),
        note="½ is no integer",
    ),
    false(
        "known of integers, used at a real",
        Equal(f(r), r**2),
        Equal(f(q), q**2),
        note="r is real",
    ),
    false(
        "known of natural numbers, used at zero",
        Equal(f(0), -1),
        Equal(f(p), p - 1),
        note="0 is not natural here",
    ),
    false(
        "known of natural numbers, used one below",
        Equal(f(m - 1), m - 2),
        Equal(f(p), p - 1),
        note="m − 1 may be 0",
    ),
    false(
        "a slope from integers",
        Equal(f(r).diff(r), 0),
        Equal(f(q), 1),
        note="sin² may be added to it",
    ),
    false(
        "an alternating sign doubled",
        Equal((-1) ** n + (-1) ** n, 2),
        note="right for even n",
    ),
    false(
        "a sine's large argument",
        Equal(sin(x), x),
        note="asymptotically, for x → 0",
    ),
    false(
        "an exponential that is small",
        Equal(tanh(x), 1),
        note="asymptotically, for x → ∞",
    ),
    false("neighbours' logarithms", Equal(log(m + 1), log(m)), note="asymptotically equal"),
    false(
        "a leading order as an equation",
        Equal(sqrt(1 + x), 1 + x / 2),
        note="to first order only",
    ),
    false(
        "neighbouring integers",
        Equal((n + 1) / (n**2 + n + 1), n / (n**2 + 1)),
        note="asymptotically equal",
    ),
    false(
        "an integer squared plus itself",
        Equal((-1) ** (n**2), 1),
        note="n² is odd where n is",
    ),
    false(
        "an integer between zero and one",
        Equal(n, 0),
        Within(n, 0, 1),
        note="it may be 1",
    ),
    true(
        "an integer strictly between",
        Equal(n, 1),
        Less(0, n),
        Less(n, 2),
        note="no other integer lies there",
    ),
    false(
        "what many values suggest",
        Equal(n**2 + n + 41, (n + Rational(1, 2)) ** 2 + 41),
        note="one quarter off",
    ),
    false(
        "equal for the first six integers",
        Equal(n * (n - 1) * (n - 2) * (n - 3) * (n - 4) * (n - 5), 0),
        note="6 is the first that shows it",
    ),
    false(
        "a nonnegative quantity is no natural number",
        Equal(f(h), h**2),
        Equal(f(p), p**2),
        note="h may be ½",
    ),
    false(
        "a product of functions of an integer",
        Equal(f(n) * g(n), f(n * n)),
        Equal(f(q), g(q)),
        note="a misread law",
    ),
    false(
        "equal up to turns",
        Equal(r, s),
        Equal(sin(r), sin(s)),
        note="s may be π − r",
    ),
    false("a maximum", Equal(Abs(cos(x)), 1), note="at multiples of π"),
    false(
        "an asymptote is not reached",
        Equal(t / sqrt(1 + t**2), 1),
        note="it tends to 1",
    ),
    false("a sum of cosines", Equal(cos(2 * pi * y) + cos(pi * a), 2), note="for even a, whole y"),
)
