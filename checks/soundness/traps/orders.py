"""Traps: orders of magnitude, hidden large numbers, and what is much less."""

from __future__ import annotations

from sympy import Rational, exp, log, pi, sqrt

from derivations.relation import (
    Attains,
    Equal,
    Independent,
    Less,
    MuchLess,
    Rough,
    SameOrder,
    Semiquantitative,
    Within,
)
from derivations.rules import by

from ..trap import Truth, about
from .symbols import (
    E,
    V,
    a,
    argued,
    b,
    d,
    ell,
    f_1,
    f_2,
    f_3,
    false,
    m,
    r,
    s,
    true,
    void,
    wide,
    x,
    y,
)

TRUE, FALSE = Truth.TRUE, Truth.FALSE

TRAPS = about(
    "orders of magnitude",
    true("a factor of ninety-nine", SameOrder(99 * x, x), note="the bound is 100"),
    true("factors of order one", SameOrder(f_1 * f_2 * E, E), note="2 · 3 at most"),
    true("a factor in an exponent", SameOrder(exp(f_2) * E, E), note="e³ at most"),
    true("a sum of factors", SameOrder((f_1 + f_2) * d, d), note="4/3 to 5"),
    true("a solved order", SameOrder(d, ell), Equal(d, f_1 * ell), note="the factor is given"),
    true("four pi cubed over ten", SameOrder(4 * pi**3 / 10 * V, V), note="12.4"),
    true(
        "a quantity within bounds", SameOrder(x, 1), Less(1, x), Less(x, 2), note="between 1 and 2"
    ),
    true("an interval", SameOrder(x, 1), Within(x, 1, 2), note="between 1 and 2"),
    true(
        "roots of sums",
        SameOrder(sqrt(x**2 + y**2), sqrt(x**2 + x * y + y**2)),
        note="the ratio depends on x/y, and stays between 0.8 and 1",
    ),
    true("a sum of two of one order", SameOrder(x + y, x), Equal(y, f_1 * x), note="2 to 3"),
    true("much less, twice", MuchLess(x, b), MuchLess(x, y), MuchLess(y, b), note="a hundredth"),
    true("much less is less", Less(x, y), MuchLess(x, y), note="a tenth at most"),
    true("a tenth", MuchLess(x, 10 * x), note="by a factor of ten, that is the least"),
    true(
        "squares of what is much less",
        MuchLess(x**2, y**2),
        MuchLess(x, y),
        note="a hundredth",
    ),
    true("independent after cancelling", Independent(x * y / x, (x,), (y,)), note="x cancels"),
    true(
        "independent by a premise",
        Independent(a * b, (a, b), (y,)),
        Equal(a, y / b),
        note="a b = y",
    ),
    true(
        "reached somewhere",
        Attains(x, 2, 3),
        Within(x, 1, 10),
        note="some values suffice",
    ),
    true("a rough equation", Rough(2 * x, x), Semiquantitative(), note="= means ~ here"),
    argued(
        TRUE,
        "an order handed on twice",
        SameOrder(x, b),
        by("1", "2"),
        (Equal(x, f_1 * y),),
        (Equal(y, f_1 * b),),
        note="a factor of 4 at most",
    ),
    argued(
        FALSE,
        "orders handed on too often",
        SameOrder(x, 1),
        by("1", "2"),
        (SameOrder(x, y**3),),
        (Equal(y, 3 * f_2),),
        note="y³ is up to 729",
    ),
    false("a factor of one hundred and one", SameOrder(101 * x, x), note="the bound is 100"),
    false("a free power", SameOrder(x * y, y), note="x is not of order one"),
    false("ten to the forty", SameOrder(10**40 * E, E), note="dimensions agree"),
    false(
        "ten to the forty, in factors",
        SameOrder(10**20 * E * f_1, E / 10**20),
        note="each looks moderate",
    ),
    false(
        "ten to the forty, in an exponential",
        SameOrder(exp(92) * E, E),
        note="e⁹² is 10⁴⁰",
    ),
    false(
        "a large parameter given by a number",
        SameOrder(x * E, E),
        Equal(x, 10**6),
        note="x looks like any other",
    ),
    false("a wide factor", SameOrder(wide * E, E), note="its range is eighteen decades"),
    false("a power of factors", SameOrder(f_2**10 * E, E), note="3¹⁰ is 59049"),
    false("a difference of factors", SameOrder((f_1 - f_2) * E, E), note="it may vanish"),
    false("a factor of any sign", SameOrder(f_3 * d, d), note="it may vanish, and be negative"),
    false(
        "roots that only look alike",
        SameOrder(sqrt(x**2 + y), sqrt(x + y)),
        note="x is to be compared with 1",
    ),
    false("a sum of unlike orders", SameOrder(x + y, x), note="y may be much more"),
    false("opposite signs", SameOrder(-E, E), note="the ratio is −1"),
    false("an integer's power", SameOrder(m * E, E), note="m may be large"),
    false("a logarithm of a large number", SameOrder(log(x) * E, E), note="no bound"),
    false(
        "the wrong power of a ratio",
        SameOrder(d**2 / ell, d),
        note="their ratio d/ℓ is free",
    ),
    false(
        "a rough equation without leave",
        Equal(2 * x, x),
        Semiquantitative(),
        note="Equal is exact whatever is said of =",
    ),
    false("a quantity of either sign", SameOrder(r, s), note="neither signs nor sizes are known"),
    false("less is not much less", MuchLess(x, y), Less(x, y), note="by a factor of ten"),
    false("nearly a tenth", MuchLess(x, Rational(99, 10) * x), note="9.9"),
    false(
        "a sum of small ones",
        MuchLess(x + y, b),
        MuchLess(x, b),
        MuchLess(y, b),
        note="a fifth",
    ),
    false(
        "roots of what is much less",
        MuchLess(sqrt(x), sqrt(y)),
        MuchLess(x, y),
        note="√10 only",
    ),
    false(
        "logarithms of what is much less",
        MuchLess(log(1 + x), log(1 + y)),
        MuchLess(x, y),
        note="logarithms grow slowly",
    ),
    false("much less backwards", MuchLess(y, x), MuchLess(x, y), note="it is more"),
    false(
        "a correction that counts",
        Equal(x + y, y),
        MuchLess(x, y),
        note="small is not zero",
    ),
    false("independent of a factor", Independent(f_1 * y, (f_1,), (y,)), note="f₁ stays"),
    false(
        "independent in a sum",
        Independent(x + y - x / 2, (x,), (y,)),
        note="half of x stays",
    ),
    false(
        "everywhere because somewhere",
        Within(x, 2, 3),
        Within(x, 1, 10),
        note="some values only",
    ),
    false("never reached", Attains(x, 11, 12), Within(x, 1, 10), note="beyond the interval"),
    false("of order one by its own declaration", SameOrder(wide, 1), Less(wide, 10), note="10⁻⁹"),
    void(
        "much less both ways",
        SameOrder(x, y),
        MuchLess(x, y),
        MuchLess(y, x),
        note="x ≪ y ≪ x",
    ),
    void(
        "a factor beyond its range",
        SameOrder(x, x * f_1),
        Equal(f_1, 5),
        note="its range is from 1 to 2",
    ),
)
