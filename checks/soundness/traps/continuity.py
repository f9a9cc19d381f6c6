"""Traps: continuity on closed intervals."""

from __future__ import annotations

from sympy import Abs, Rational, besselk, cos, exp, log, oo, sin, sqrt, tan

from derivations.relation import Continuous, Less

from ..trap import about
from .symbols import a, f, false, r, t, true, x, y

TRAPS = about(
    "continuity",
    false(
        "continuity across a pole",
        Continuous(1 / (t - 1), t, 0, 2),
        note="the pole is inside",
    ),
    false(
        "continuity at an end",
        Continuous(log(t), t, 0, 1),
        note="the logarithm diverges at the closed end",
    ),
    true(
        "continuity where a zero is excluded",
        Continuous(1 / (t**2 + t + 1), t, -5, 5),
        note="the denominator has no real zero",
    ),
    true(
        "continuity past a removed pole",
        Continuous(1 / (t + x), t, 0, y),
        note="the pole is at −x",
    ),
    false(
        "continuity at a square root's branch",
        Continuous(1 / sqrt(t), t, 0, 1),
        note="integrable, and not continuous",
    ),
    true(
        "the tangent within its branch", Continuous(sin(t) / (2 + t**2), t, -9, 9), note="no pole"
    ),
    true("a kink", Continuous(Abs(t), t, -1, 1), note="no slope at 0, and no jump"),
    true("a root down to its end", Continuous(sqrt(t), t, 0, 1), note="its slope diverges"),
    true("an exponential to infinity", Continuous(exp(-x * t), t, 0, oo), note="it falls"),
    true("an undefined function", Continuous(f(t) ** 2 + 1, t, 0, 1), note="taken to be smooth"),
    true("a pole before the interval", Continuous(1 / (t - 1), t, 2, 3), note="the pole is at 1"),
    false("a pole at an end", Continuous(1 / (t - 1), t, 1, 2), note="the interval is closed"),
    false("a pole at a quantity", Continuous(1 / (t - x), t, 0, x + y), note="x lies inside"),
    false(
        "a pole of second order", Continuous(1 / (t - Rational(1, 3)) ** 2, t, 0, 1), note="at 1/3"
    ),
    false("the tangent beyond its branch", Continuous(tan(t), t, 0, 2), note="π/2 lies inside"),
    false("an inverse cosine", Continuous(1 / cos(t), t, 0, 3), note="π/2 lies inside"),
    false("a Bessel function at zero", Continuous(besselk(0, t), t, 0, 1), note="it diverges"),
    false("an essential singularity", Continuous(exp(1 / t), t, 0, 1), note="from above"),
    false(
        "a pole that premises do not exclude",
        Continuous(1 / (t - r), t, 0, 1),
        Less(a, r),
        note="r may be ½",
    ),
)
