"""Traps: absolute values."""

from __future__ import annotations

from sympy import Abs, I, cos, log, sin, sqrt

from derivations.relation import Equal, Less, NotEqual, Within

from ..trap import about
from .symbols import a, b, f, f_1, false, n, r, s, t, true, u, x, y

TRAPS = about(
    "absolute values",
    true("a product", Equal(Abs(r * s), Abs(r) * Abs(s)), note="signs of two numbers"),
    true("an absolute value of known sign", Equal(Abs(x - y), y - x), Less(x, y), note="x < y"),
    true("a quotient", Equal(Abs(x / r), x / Abs(r)), note="one of the two has a sign"),
    true("beyond a range", Equal(Abs(f_1 - 10), 10 - f_1), note="the declared range decides"),
    true(
        "within an interval",
        Equal(Abs(r - 2), r - 2),
        Within(r, 3, 4),
        note="the interval decides",
    ),
    true(
        "beyond a range that follows",
        Equal(Abs(x / y - 10), 10 - x / y),
        Equal(f_1, x / y),
        note="x/y has the range of a factor",
    ),
    true(
        "where a difference is positive",
        Equal(Abs(r - s), s - r),
        Equal(a, s - r),
        note="a positive quantity is the difference",
    ),
    true(
        "a positive quantity's definition decides",
        Equal(Abs(r), r),
        Equal(x, r / y),
        note="x and y are positive, so r is",
    ),
    true(
        "the smaller times the greater",
        Equal((r + s - Abs(r - s)) * (r + s + Abs(r - s)), 4 * r * s),
        note="|r − s|² is (r − s)²",
    ),
    true(
        "a known function's sign",
        Equal(Abs(f(r) - 5), 5 - f(r)),
        Less(f(t), 1),
        note="said of all values of the function",
    ),
    false("a sum", Equal(Abs(r + s), Abs(r) + Abs(s)), note="right for equal signs"),
    false("a difference", Equal(Abs(r - s), Abs(r) - Abs(s)), note="a triangle is lost"),
    false("the thing itself", Equal(Abs(r), r), note="right for r ≥ 0"),
    false("a third power", Equal(Abs(r) ** 3, r**3), note="the sign of an odd power"),
    false("of the wrong sign", Equal(Abs(x - y), x - y), Less(x, y), note="x < y"),
    false("a sign divided out", Equal(r / Abs(r), 1), note="−1 for negative r"),
    false("nothing but unequal", Equal(Abs(r - s), r - s), NotEqual(r, s), note="≠ is no <"),
    false("an integer's", Equal(Abs(n), n), note="integers may be negative"),
    false(
        "the root of a sum of squares",
        Equal(sqrt(r**2 + s**2), Abs(r) + Abs(s)),
        note="right on the axes",
    ),
    false("of a phase", Equal(Abs(sin(r)), sin(r)), note="right for half of the circle"),
    false("inside a logarithm", Equal(log(Abs(r * s)), log(Abs(r)) - log(Abs(s))), note="a sign"),
    false(
        "a range that does not decide",
        Equal(Abs(f_1 - x), x - f_1),
        note="x may be smaller than the factor",
    ),
    false(
        "an interval that straddles",
        Equal(Abs(r - 2), r - 2),
        Within(r, 1, 4),
        note="r may be 1",
    ),
    false(
        "known at one point only",
        Equal(Abs(f(r) - 5), 5 - f(r)),
        Less(f(s), 1),
        note="s is one value, r another",
    ),
    false("a cosine in absolute value", Equal(Abs(cos(u)), cos(Abs(u))), note="right near zero"),
    false(
        "an order of absolute values",
        Less(Abs(r), Abs(s)),
        Less(r, s),
        note="−3 < 1",
    ),
    false(
        "a complex sum",
        Equal(Abs(a + I * b), a + b),
        note="it is √(a² + b²)",
    ),
)
