"""Traps: what computer algebra has said wrongly, or says in some form only."""

from __future__ import annotations

from sympy import (
    Abs,
    I,
    Integral,
    Rational,
    acos,
    asin,
    atan,
    besselj,
    bessely,
    binomial,
    cos,
    cosh,
    cot,
    exp,
    factorial,
    floor,
    gamma,
    log,
    oo,
    pi,
    sin,
    sinh,
    sqrt,
    tan,
)

from derivations.relation import Equal, LeadingOrder, Less, NotEqual, Tends, Within

from ..trap import about
from .symbols import a, b, f_1, false, m, n, r, s, t, true, u, w, x, y, z

TRAPS = about(
    "computer algebra",
    true(
        "the cosine of a double angle",
        Equal(cos(2 * r), 1 - 2 * sin(r) ** 2),
        note="not seen by ==",
    ),
    true(
        "a threefold angle", Equal(sin(3 * r), 3 * sin(r) - 4 * sin(r) ** 3), note="not seen by =="
    ),
    true(
        "sine of a sum",
        Equal(sin(r + s), sin(r) * cos(s) + cos(r) * sin(s)),
        note="Euler's formula",
    ),
    true(
        "the tangent of a double angle",
        Equal(tan(2 * r), 2 * tan(r) / (1 - tan(r) ** 2)),
        note="where defined",
    ),
    true("Euler's formula", Equal(exp(I * r), cos(r) + I * sin(r)), note="complex numbers"),
    true(
        "a product of sines",
        Equal(2 * sin(r) * sin(s), cos(r - s) - cos(r + s)),
        note="four phases",
    ),
    true(
        "three angles of a triangle",
        Equal(tan(r) + tan(s) + tan(u), tan(r) * tan(s) * tan(u)),
        Equal(u, pi - r - s),
        note="a sum that is a product",
    ),
    true(
        "Euler's four squares",
        Equal(
            (r**2 + s**2) * (u**2 + w**2),
            (r * u + s * w) ** 2 + (r * w - s * u) ** 2,
        ),
        note="the signs of two",
    ),
    true(
        "Heron's formula",
        Equal(
            (a + b + x) * (a + b - x) * (a - b + x) * (-a + b + x),
            4 * a**2 * b**2 - (a**2 + b**2 - x**2) ** 2,
        ),
        note="sixteen times the squared area",
    ),
    true(
        "velocities added twice",
        Equal(
            (u + w + s + u * w * s) / (1 + u * w + w * s + u * s),
            ((u + w) / (1 + u * w) + s) / (1 + (u + w) / (1 + u * w) * s),
        ),
        note="Einstein's law is associative",
    ),
    true(
        "a rationalized fraction",
        Equal((sqrt(x) - sqrt(y)) * (sqrt(x) + sqrt(y)), x - y),
        note="roots of products",
    ),
    true(
        "a Bessel recurrence",
        Equal(besselj(0, x) + besselj(2, x), 2 * besselj(1, x) / x),
        note="three orders",
    ),
    true("a factorial", Equal(factorial(m + 1), (m + 1) * factorial(m)), note="a recurrence"),
    true(
        "an arcsine of a sine within its branch",
        Equal(asin(sin(r)), r),
        Within(r, 0, 1),
        note="|r| < π/2",
    ),
    true(
        "a regrouped sum",
        Equal(sum((x + q) * (y - q) for q in range(9)), 9 * x * y - 36 * x + 36 * y - 204),
        note="ninety operations",
    ),
    true(
        "a rational function of fifths",
        Equal((x**5 - y**5) / (x - y), x**4 + x**3 * y + x**2 * y**2 + x * y**3 + y**4),
        NotEqual(x, y),
        note="x ≠ y is given",
    ),
    true(
        "a fraction with a root below",
        Equal(1 / (sqrt(2) + sqrt(3) + sqrt(5)), (2 * sqrt(3) + 3 * sqrt(2) - sqrt(30)) / 12),
        note="rationalized twice",
    ),
    true(
        "a slope of a fraction",
        Equal(((t**2 + 1) / (t**2 + 2)).diff(t), 2 * t / (t**2 + 2) ** 2),
        note="terms of third order cancel",
    ),
    true(
        "a cosine of a fifth",
        Equal(cos(pi / 5) * cos(2 * pi / 5), Rational(1, 4)),
        note="golden ratios",
    ),
    true("a power of one plus i", Equal((x + I * x) ** 8, 16 * x**8), note="complex powers"),
    false("sine is odd", Equal(sin(-r), sin(r)), note="a lost sign"),
    false("the cotangent's shift", Equal(cot(r + pi / 2), tan(r)), note="a sign"),
    false("an arcsine of a sine", Equal(asin(sin(r)), r), note="right up to π/2"),
    false("an arctangent of a tangent", Equal(atan(tan(r)), r), note="right up to π/2"),
    false("an arccosine of a cosine", Equal(acos(cos(r)), r), note="right from 0 to π"),
    false(
        "arctangents added",
        Equal(atan(x) + atan(y), atan((x + y) / (1 - x * y))),
        note="π off for x y > 1",
    ),
    false(
        "a Bessel function out of its laws",
        Equal(besselj(0, x) ** 2 + bessely(0, x) ** 2, 1),
        note="as if they were cosine and sine",
    ),
    false("a Bessel function's order", Equal(besselj(1, x), -besselj(-1, x) / 2), note="a factor"),
    false("a floor", Equal(floor(x + y), floor(x) + floor(y)), note="½ + ½"),
    false("a gamma function's shift", Equal(gamma(x + 1), (x + 1) * gamma(x)), note="x Γ(x)"),
    false("a binomial coefficient", Equal(binomial(2, n) * n**2, (n + 1) ** 2), note="0 for n = 0"),
    false(
        "an absolute sine over two turns",
        Equal(Integral(Abs(sin(2 * t)), (t, 0, 2 * pi)), 2),
        note="4; one period is counted once only",
    ),
    false(
        "an absolute sine over three turns",
        Equal(Integral(Abs(sin(3 * t)), (t, 0, 3 * pi)), Rational(2, 3)),
        note="6; one period is counted once only",
    ),
    false(
        "a quotient of sines, with a turn too many",
        Equal(Integral(sin(4 * t) / sin(t), (t, 0, pi / 2)), Rational(4, 3) - 2 * pi),
        note="4/3",
    ),
    false(
        "an even integrand over all numbers",
        Equal(
            Integral(
                400 * pi**2 * t**2 / (1600 * pi**4 * t**4 - 796 * pi**2 * t**2 + 100), (t, 0, oo)
            ),
            5,
        ),
        note="5/2: the integrand has narrow peaks",
    ),
    false(
        "a positive integrand's integral",
        Less(Integral(exp(-(t**2)), (t, 0, 1)), 0),
        note="positive",
    ),
    false(
        "a limit with a hidden logarithm",
        Tends((log(z) ** 2 + z) / log(z), 0, z, oo),
        note="it grows",
    ),
    false(
        "an alternating power's limit",
        Tends(exp(z * log(z / (z + 1))), 0, z, oo),
        note="1/e",
    ),
    false(
        "a leading coefficient that vanishes in disguise",
        LeadingOrder((cos(z) ** 2 + sin(z) ** 2 - 1 + z**2), z, z),
        note="the constant vanishes, z² leads",
    ),
    true(
        "a leading coefficient that vanishes in disguise, rightly",
        LeadingOrder((cos(z) ** 2 + sin(z) ** 2 - 1 + z**2), z**2, z),
        note="the constant vanishes",
    ),
    false(
        "a disguised zero below",
        Equal(x / (sqrt(5 + 2 * sqrt(6)) - sqrt(2) - sqrt(3)), x),
        note="a division by zero that is not seen",
    ),
    false(
        "a solution that does not solve",
        Equal(x, 4),
        Equal(sqrt(x) + x, 2),
        note="4 solves −√x + x = 2",
    ),
    true(
        "a solution that does",
        Equal(x, 1),
        Equal(sqrt(x) + x, 2),
        note="of 1 and 4 one is spurious",
    ),
    false(
        "half of a double",
        Equal(Rational("0.1") * x + Rational("0.2") * x, Rational("0.30000000000000004") * x),
        note="as doubles add",
    ),
    false("sinh is no sine", Equal(sinh(I * r), sin(r)), note="i sin r"),
    false("cosh is no sine", Equal(cosh(r), cos(r)), note="at zero only"),
    false(
        "velocities added as numbers",
        Equal((u + w) / (1 + u * w), u + w),
        note="right for small ones",
    ),
    false(
        "a factor's power of a root", Equal(sqrt(f_1**2 + 1), f_1 + 1), note="a sum under a root"
    ),
    false(
        "a product of roots as a sum",
        Equal(sqrt(2) * sqrt(3) * sqrt(5), sqrt(2) + sqrt(3) + sqrt(23)),
        note="5.48 and 7.94",
    ),
)
