"""Traps: premises that contradict each other, and such as say less than it seems."""

from __future__ import annotations

from sympy import Abs, Integral, Rational, S, exp, log, sin, sqrt

from derivations.expression import Total
from derivations.relation import Equal, Less, MuchLess, NotEqual, SameOrder, Within

from ..trap import about
from .symbols import S as MEMBERS
from .symbols import a, b, count, f, f_1, false, g, h, i, m, n, r, s, t, true, u, void, x, y, z

_ONE_IS_TWO = Equal(S.One, S(2))

TRAPS = about(
    "premises",
    void("a positive quantity that is negative", _ONE_IS_TWO, Equal(x, -y), note="x, y > 0"),
    void("a square that is negative", _ONE_IS_TWO, Equal(r**2, -1), note="r is real"),
    void("a sum of squares that is negative", _ONE_IS_TWO, Equal(r**2 + s**2 + x, 0), note="x > 0"),
    void("two values", _ONE_IS_TWO, Equal(r, 1), Equal(r, 2), note="one quantity"),
    void(
        "two values by way of others",
        _ONE_IS_TWO,
        Equal(r, s),
        Equal(s, u),
        Equal(u, r + 1),
        note="a circle with a gap",
    ),
    void("an integer that is a third", Equal(n, 7), Equal(3 * n, 1), note="n is whole"),
    void("a natural number below one", Equal(m, 7), Less(m, 1), note="m is 1 or more"),
    void("an integer between neighbours", Equal(n, 7), Less(0, n), Less(n, 1), note="n is whole"),
    void("beyond its range", Equal(x, 7), Equal(f_1, 3), note="its range is from 1 to 2"),
    void("beyond its range by way of others", Equal(x, 7), Equal(f_1, x + 2), note="x > 0"),
    void(
        "an empty meeting of intervals",
        Equal(x, 7),
        Within(x, 1, 2),
        Within(x, 3, 4),
        note="they do not meet",
    ),
    void(
        "both ways round",
        Equal(sqrt((x - y) ** 2), y - x),
        Less(x, y),
        Less(y, x),
        note="x < y < x",
    ),
    void(
        "a circle of three", _ONE_IS_TWO, Less(r, s), Less(s, u), Less(u, r), note="r < s < u < r"
    ),
    void("unequal to itself", _ONE_IS_TWO, NotEqual(r, r + s - s), note="r ≠ r"),
    void("unequal and equal", _ONE_IS_TWO, Equal(r, s), NotEqual(r**2, s**2), note="squares agree"),
    void("an exponential that vanishes", _ONE_IS_TWO, Equal(exp(r), 0), note="exp > 0"),
    void("a sine above one", _ONE_IS_TWO, Equal(sin(r), 2), note="r is real"),
    void("an absolute value below zero", _ONE_IS_TWO, Equal(Abs(r), -1), note="|r| ≥ 0"),
    void("a root that is negative", _ONE_IS_TWO, Equal(sqrt(x), -y), note="principal roots"),
    void("one over something that vanishes", _ONE_IS_TWO, Equal(1 / r, s), Equal(r, 0), note="1/0"),
    void(
        "a nonnegative and a positive one that cancel",
        Equal(x, 7),
        Equal(h + x, 0),
        note="h ≥ 0, x > 0",
    ),
    void(
        "a function with two values at a point",
        _ONE_IS_TWO,
        Equal(f(r), 1),
        Equal(f(s), 2),
        Equal(r, s),
        note="r is s",
    ),
    void(
        "a definition and a value that disagree",
        _ONE_IS_TWO,
        Equal(f(t), t**2),
        Equal(f(2), 5),
        note="f(2) = 4",
    ),
    void(
        "an integral and its integrand that disagree",
        _ONE_IS_TWO,
        Equal(f(t), 1),
        Equal(Integral(f(t), (t, 0, 2)), 3),
        note="it is 2",
    ),
    void(
        "a sum and its members that disagree",
        _ONE_IS_TWO,
        Equal(f(i), 1),
        Equal(Total(f(i), i, MEMBERS), count + 1),
        note="it is count",
    ),
    void("inequalities of numbers", Less(x, y), Less(2, 1), note="2 < 1"),
    void("much less and of one order", _ONE_IS_TWO, MuchLess(x, y), Equal(y, 2 * x), note="a half"),
    void(
        "bounds that exclude each other",
        Within(x * y, 0, 100),
        Within(x, 1, 2),
        Within(y, 1, 2),
        Within(x * y, 5, 6),
        note="x y is 4 at most",
    ),
    true("a premise that is its own converse", Equal(s, r), Equal(r, s), note="symmetric"),
    true(
        "an unused equation",
        Equal(r**2, s),
        Equal(r**5 + r, s**2 + s**7),
        Equal(r**2, s),
        note="one of the premises suffices",
    ),
    true(
        "an integral that is known otherwise",
        Equal(y, x**2 / 2),
        Equal(Integral(t, (t, 0, x)), y),
        note="the integral's own value is no premise",
    ),
    true("a sum of two premises", Equal(r + s, 3), Equal(r, 1), Equal(s, 2), note="linear"),
    true(
        "linear equations",
        Equal(r, 1),
        Equal(r + s, 3),
        Equal(r - s, -1),
        note="to be solved together",
    ),
    true("a bound on an order's factor", Less(x, 3 * y), Equal(x, f_1 * y), note="f₁ ≤ 2"),
    true(
        "said of all values of a variable", Equal(r, 2), Equal(r * z, 2 * z), note="z is positive"
    ),
    false("the converse of a premise", Equal(r, s), Equal(r**2, s**2), note="−s, too"),
    false("a premise with a factor too many", Equal(r, s), Equal(r * u, s * u), note="u may be 0"),
    false("too few equations", Equal(r, 1), Equal(r + s, 3), note="s is free"),
    false("an equation of the third degree", Equal(r, 1), Equal(r**3, r), note="0 and −1, too"),
    false("a periodic premise", Equal(r, 0), Equal(sin(r), 0), note="multiples of π"),
    false("an order is no equation", Equal(x, y), SameOrder(x, y), note="a factor is left open"),
    false("a premise of another quantity", Equal(g(x), 1), Equal(f(x), 1), note="f is not g"),
    false("a bound is no value", Equal(x, 1), Within(x, 1, 2), note="up to 2"),
    false("a limit is no value", Equal(x, 0), Less(x, Rational(1, 10**40)), note="small, not zero"),
    false(
        "two unknowns in a product",
        Equal(a, 2),
        Equal(a * b, 6),
        note="b is free",
    ),
    false(
        "a logarithm's premise",
        Equal(x, y),
        Equal(log(x) * (x - y), 0),
        note="x may be 1",
    ),
)
