"""Traps: removable zeros, and division by zero."""

from __future__ import annotations

from sympy import Rational, S, cos, exp, log, sin, sqrt, tan

from derivations.relation import Equal, NotEqual, Within

from ..trap import about
from .symbols import a, b, f, false, g, h, n, r, s, t, true, u, w, x, y, z

TRAPS = about(
    "division by zero",
    true(
        "a removable zero",
        Equal((r**2 - s**2) / (r - s), r + s),
        note="undefined where r = s, equal wherever defined",
    ),
    true(
        "a removable zero that premises exclude",
        Equal((r**2 - s**2) / (r - s), r + s),
        NotEqual(r, s),
        note="r ≠ s is given",
    ),
    true(
        "a zero hidden in a sum",
        Equal((r + s) / (r * (1 + s / r)), 1),
        note="undefined for r = 0 and for r = −s",
    ),
    true(
        "equals divided by a positive quantity",
        Equal(r, s),
        Equal(x * r, x * s),
        note="x is positive",
    ),
    true(
        "equals divided by what is given not to vanish",
        Equal(r, s),
        Equal(u * r, u * s),
        NotEqual(u, 0),
        note="u ≠ 0 is given",
    ),
    true(
        "equals divided by an exponential",
        Equal(r, s),
        Equal(exp(u) * r, exp(u) * s),
        note="no exponential vanishes",
    ),
    true(
        "equals divided by one and a square",
        Equal(r, s),
        Equal((1 + u**2) * r, (1 + u**2) * s),
        note="1 + u² ≥ 1",
    ),
    true(
        "equals divided by what lies in an interval",
        Equal(r, s),
        Equal(u * r, u * s),
        Within(u, 1, 2),
        note="u ≥ 1",
    ),
    true(
        "a zero factor",
        Equal(r * s, 0),
        Equal(r, 0),
        note="the other factor is anything",
    ),
    true(
        "three partial fractions",
        Equal(1 / ((r - 1) * (r - 2)), 1 / (r - 2) - 1 / (r - 1)),
        note="poles at 1 and 2 on both sides",
    ),
    true(
        "a quotient whose zeros cancel",
        Equal(sin(2 * r) / sin(r), 2 * cos(r)),
        note="undefined at all multiples of π",
    ),
    true(
        "a definition multiplied out",
        Equal(f(x) * x, 1),
        Equal(f(z), 1 / z),
        note="x is positive, as z is",
    ),
    true(
        "a sum of nonnegative ones below",
        Equal((h**2 - x**2) / (h + x), h - x),
        note="h may vanish, h + x not",
    ),
    false(
        "the proof of one is two",
        Equal(S.One, S(2)),
        Equal((r - s) * 1, (r - s) * 2),
        note="it says that r = s",
    ),
    false(
        "the proof of one is two, squared",
        Equal(r + s, s),
        Equal(r**2, r * s),
        NotEqual(r, 0),
        note="the step divides by r − s, which is zero",
    ),
    false(
        "a common factor that may vanish",
        Equal(x, y),
        Equal(r * x, r * y),
        note="r may be 0",
    ),
    false(
        "a common factor of unknown quantities",
        Equal(u, w),
        Equal(r * u, r * w),
        note="r may be 0",
    ),
    false(
        "a common sine",
        Equal(u, w),
        Equal(sin(r) * u, sin(r) * w),
        note="sin r vanishes at multiples of π",
    ),
    false(
        "a common difference",
        Equal(u, w),
        Equal((r - s) * u, (r - s) * w),
        note="r may be s",
    ),
    false(
        "one factor of two that vanish together",
        Equal(r, 0),
        Equal(r * s, 0),
        note="s may be the one",
    ),
    false(
        "a definition at a pole",
        Equal(r * f(r), 2),
        Equal(f(t), 1 / t),
        note="it is 1 where it is anything",
    ),
    false(
        "a fraction split below",
        Equal(1 / (x + y), 1 / x + 1 / y),
        note="fractions are no sums of inverses",
    ),
    false(
        "cancelled terms",
        Equal((x + y) / (x + a), y / a),
        note="terms are cancelled like factors",
    ),
    false(
        "an inverse of a difference",
        Equal(1 / (r - s), 1 / (s - r)),
        NotEqual(r, s),
        note="a sign",
    ),
    false(
        "a zero to the zeroth power of a quotient",
        Equal(sin(r) / r, 1),
        note="right in the limit r → 0 only",
    ),
    false(
        "unequal to one of two",
        Equal(r, 1),
        Equal(r**2, r),
        NotEqual(s, 0),
        note="s ≠ 0 says nothing of r",
    ),
    false(
        "a ratio of functions that agree at a point",
        Equal(f(r) / g(r), 1),
        Equal(f(s), g(s)),
        note="s is one value",
    ),
    false(
        "the slope from a quotient",
        Equal((f(x) - f(y)) / (x - y), f(x)),
        NotEqual(x, y),
        note="a difference quotient",
    ),
    false(
        "tangents added like angles",
        Equal(tan(r + s), tan(r) + tan(s)),
        note="the denominator 1 − tan r tan s is lost",
    ),
    false(
        "a root with multiplicity",
        Equal(r, 1),
        Equal((r - 1) ** 2 * (r - 2), 0),
        note="r may be 2",
    ),
    false(
        "an integer divided by another",
        Equal(n / (n + Rational(1, 2)), 1),
        note="close for large n",
    ),
    false(
        "logarithms that vanish",
        Equal(r * log(a), s * log(a)),
        Equal(r * log(b), s * log(b)),
        note="b may be 1",
    ),
    false(
        "a square root's pole",
        Equal(sqrt(x) * sqrt(1 / x + 1), sqrt(x) + 1),
        note="it is √(1 + x)",
    ),
)
