"""Traps: signs of quantities, inequalities and their chains."""

from __future__ import annotations

from sympy import Abs, Rational, S, cos, exp, log, pi, sin, sqrt

from derivations.relation import Equal, Less, NotEqual, SameOrder, Within

from ..trap import about
from .symbols import a, b, f, f_1, f_3, false, g, h, m, n, r, s, t, true, u, void, w, x, y, z

TRAPS = about(
    "signs and inequalities",
    true("a chain", Less(r, u), Less(r, s), Less(s, u), note="two links"),
    true("added to both sides", Less(r + u, s + u), Less(r, s), note="u has any sign"),
    true("multiplied by a positive one", Less(x * r, x * s), Less(r, s), note="x > 0"),
    true("inverses of positive ones", Less(1 / y, 1 / x), Less(x, y), note="the order turns round"),
    true("squares of positive ones", Less(x**2, y**2), Less(x, y), note="false for negative ones"),
    true("roots of positive ones", Less(sqrt(x), sqrt(y)), Less(x, y), note="roots grow"),
    true("a sum of positive ones", Less(x, x + y), note="y > 0"),
    true("a sum of squares and one", Less(0, r**2 + s**2 + 1), note="r and s have any sign"),
    true("an exponential", Less(0, exp(-x)), note="however small"),
    true(
        "a solved square of a positive quantity",
        Equal(x, sqrt(a)),
        Equal(x**2, a),
        note="the negative root is excluded",
    ),
    true("a solved root", Equal(x, a**2), Equal(sqrt(x), a), note="both are positive"),
    true(
        "a positive quantity divided by itself",
        Equal(x / (x + y) + y / (x + y), 1),
        note="x + y > 0",
    ),
    true("a sum with a nonnegative one", Less(0, h + x), note="h may be zero, x not"),
    true(
        "two inequalities added", Less(r + u, s + w), Less(r, s), Less(u, w), note="sums of links"
    ),
    true(
        "a product of inequalities of positive ones",
        Less(x * a, y * b),
        Less(x, y),
        Less(a, b),
        note="false for negative ones",
    ),
    true("by a number in an interval", Less(r, 5), Within(r, 3, 4), note="4 < 5"),
    true("a mean of two", Less(x, (x + y) / 2), Less(x, y), note="half of the way"),
    true("a logarithm of what exceeds one", Less(0, log(1 + x)), note="1 + x > 1"),
    true(
        "of geometric and arithmetic means", Less(0, (x + y) ** 2 - 3 * x * y), note="x² − xy + y²"
    ),
    true("not equal, by one", NotEqual(n, n + 1), note="a difference of one"),
    true(
        "a positive quantity fixes a sign",
        Less(0, r),
        Equal(x, r * y**2),
        note="r = x/y²",
    ),
    false("a square of unknown sign", Equal(r, 2), Equal(r**2, 4), note="−2, too"),
    false(
        "a root that positivity does not exclude",
        Equal(x, 2),
        Equal((x - 2) * (x - 3), 0),
        note="3, too",
    ),
    false("multiplied by one of any sign", Less(u * r, u * s), Less(r, s), note="u < 0"),
    false("inverses of any sign", Less(1 / s, 1 / r), Less(r, s), note="−1 < 1"),
    false("squares of any sign", Less(r**2, s**2), Less(r, s), note="−3 < 1"),
    false("a nonnegative one is positive", Less(0, h), note="h may be zero"),
    false("a sum of squares is positive", Less(0, r**2 + s**2), note="zero at r = s = 0"),
    false("less for some only", Less(x, y), Less(a, b), note="other quantities"),
    false("a chain with a gap", Less(r, u), Less(r, s), Less(w, u), note="s and w are unlike"),
    false("a chain turned round", Less(u, r), Less(r, s), Less(s, u), note="it is r < u"),
    false(
        "differences of inequalities",
        Less(r - u, s - w),
        Less(r, s),
        Less(u, w),
        note="they may not be subtracted",
    ),
    false(
        "a product of any sign",
        Less(r * u, s * w),
        Less(r, s),
        Less(u, w),
        note="(−2)(−2) and 1·1",
    ),
    false("powers below one", Less(x, x**2), note="for x < 1 it is the other way round"),
    false("an exponent's sign", Less(a**x, a**y), Less(x, y), note="for a < 1 the other way"),
    false("a cosine's", Less(cos(x), cos(y)), Less(y, x), note="right up to π"),
    false("a sine below its angle", Less(sin(r), r), note="for negative r it is above"),
    false("not less is greater", Less(y, x), NotEqual(x, y), note="≠ has no direction"),
    false(
        "a triangle",
        Less(Abs(r + s), Abs(r) + Abs(s)),
        note="equal for equal signs",
    ),
    false("a sum of unlike signs", Less(r, r + s), note="s may be negative"),
    false(
        "of geometric and arithmetic means, strictly",
        Less(2 * x * y, x**2 + y**2),
        note="equal where x = y",
    ),
    false("opposite signs", SameOrder(x, -x), note="their ratio is −1"),
    false(
        "a factor of either sign",
        SameOrder(f_3 * x, x),
        note="it may vanish, and be negative",
    ),
    false("a positive integer above one", Less(1, m), note="m may be 1"),
    false(
        "an inequality of functions' slopes",
        Less(f(r).diff(r), g(r).diff(r)),
        Less(f(t), g(t)),
        note="values are ordered, slopes not",
    ),
    false("a strict one from an interval", Less(r, 4), Within(r, 3, 4), note="r may be 4"),
    false("the smallest of an interval", Within(r**2, 1, 4), Within(r, -1, 2), note="0 at r = 0"),
    true("a square over an interval", Within(r**2, 0, 4), Within(r, -1, 2), note="not 1 to 4"),
    true(
        "a product over an interval",
        Within(r * (1 - r), 0, Rational(1, 4)),
        Within(r, 0, 1),
        note="interval arithmetic says 0 to 1",
    ),
    false(
        "a product over an interval, too tight",
        Within(r * (1 - r), 0, Rational(24, 100)),
        Within(r, 0, 1),
        note="one quarter at the middle",
    ),
    false("a factor's range, too tight", Within(f_1, 1, "1.999999"), note="it may be 2"),
    false("a positive variable's least value", Less(Rational(1, 10**40), z), note="z may be less"),
    true("a fraction between", Within(x / (x + y), 0, 1), note="whatever x and y"),
    false("a fraction between halves", Within(x / (x + y), 0, Rational(1, 2)), note="for x ≤ y"),
    true("the sine's bound", Within(sin(r), -1, 1), note="r has no bound"),
    false("a sharper bound of the sine", Within(sin(r), Rational(-99, 100), 1), note="−1 at 3π/2"),
    false("the sum of sine and cosine", Within(sin(r) + cos(r), -1, 1), note="√2 at π/4"),
    true("π between", Less(Rational(333, 106), pi), note="four decimals agree"),
    false(
        "π and a better fraction", Less(Rational(355, 113), pi), note="355/113 is above by 3·10⁻⁷"
    ),
    void("both ways", Equal(S.One, 2), Less(x, y), Less(y, x), note="x < y < x"),
)
