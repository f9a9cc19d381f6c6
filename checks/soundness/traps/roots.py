"""Traps: branches of roots."""

from __future__ import annotations

from sympy import Abs, I, cbrt, cos, exp, root, sin, sqrt

from derivations.relation import Equal, Less, Within

from ..trap import about
from .symbols import a, b, false, h, n, r, s, true, x, y

_GOLDEN = (1 + sqrt(5)) / 2

TRAPS = about(
    "branches of roots",
    true(
        "the root of a complete square",
        Equal(sqrt(a**2 + 2 * a * b + b**2), a + b),
        note="equals() of sympy 1.14 says False",
    ),
    true(
        "the root of a square of unknown sign",
        Equal(sqrt(r**2 - 2 * r * s + s**2), Abs(r - s)),
        note="neither r − s nor s − r",
    ),
    true(
        "the root of a square of known sign",
        Equal(sqrt(x**2 - 2 * x * y + y**2), y - x),
        Less(x, y),
        note="it looks like x − y",
    ),
    true(
        "a product of roots",
        Equal(sqrt(x + 1) * sqrt(x + 2), sqrt(x**2 + 3 * x + 2)),
        note="false for complex x, true for positive",
    ),
    true(
        "a root below and above",
        Equal(1 / (sqrt(x + 1) + sqrt(x)), sqrt(x + 1) - sqrt(x)),
        note="one side divides, the other subtracts",
    ),
    true(
        "two roots in one",
        Equal(sqrt(5 + 2 * sqrt(6)), sqrt(2) + sqrt(3)),
        note="no coefficient on one side is seen on the other",
    ),
    true(
        "a difference in a root, the right way round",
        Equal(sqrt(3 - 2 * sqrt(2)), sqrt(2) - 1),
        note="squares to the same as 1 − √2",
    ),
    true(
        "Cardano's one",
        Equal(cbrt(sqrt(5) + 2) - cbrt(sqrt(5) - 2), 1),
        note="two irrational cube roots make an integer",
    ),
    true(
        "Ramanujan's cube roots",
        Equal(cbrt(cbrt(2) - 1) * cbrt(9), 1 - cbrt(2) + cbrt(4)),
        note="a root of a root is a sum of roots",
    ),
    true(
        "the golden ratio's fifth power",
        Equal(_GOLDEN**5, 5 * _GOLDEN + 3),
        note="Fibonacci numbers by way of √5",
    ),
    true(
        "a root with a nonnegative factor",
        Equal(sqrt(h**2 * x + h**2 * y), h * sqrt(x + y)),
        note="h may vanish, and the root with it",
    ),
    true(
        "the root of a square within an interval",
        Equal(sqrt((r - 2) ** 2), r - 2),
        Within(r, 3, 4),
        note="without the interval it has two branches",
    ),
    true(
        "three roots of products",
        Equal(sqrt(x * y + x) * sqrt(x * y + y), sqrt(x * y) * sqrt(x * y + x + y + 1)),
        note="(xy+x)(xy+y) = xy(y+1)(x+1)",
    ),
    false(
        "the root of a square is no sum",
        Equal(sqrt((r + s) ** 2), r + s),
        note="holds for r + s ≥ 0 only",
    ),
    false(
        "the root of a square is not the thing", Equal(sqrt(r**2), r), note="holds for r ≥ 0 only"
    ),
    false(
        "a difference in a root, the wrong way round",
        Equal(sqrt(3 - 2 * sqrt(2)), 1 - sqrt(2)),
        note="its square is right, and it is negative",
    ),
    false(
        "a product of negatives under a root",
        Equal(sqrt(r * s), sqrt(r) * sqrt(s)),
        note="1 = i·i at r = s = −1",
    ),
    false("a sum under a root", Equal(sqrt(x + y), sqrt(x) + sqrt(y)), note="linear it is not"),
    false(
        "squares under a root",
        Equal(sqrt(x**2 + y**2), x + y),
        note="agrees where x or y vanishes",
    ),
    false("a cube root of a cube", Equal(root(r**3, 3), r), note="the principal root is complex"),
    false(
        "an arc too long",
        Equal(sqrt(1 - sin(r) ** 2), cos(r)),
        note="right from −π/2 to π/2",
    ),
    false(
        "the half angle's sign",
        Equal(sin(r / 2), sqrt((1 - cos(r)) / 2)),
        note="right from 0 to 2π",
    ),
    false(
        "a phase of unknown turns",
        Equal(sqrt(exp(I * r)), exp(I * r / 2)),
        note="fails after half a turn",
    ),
    false(
        "a root of a whole square",
        Equal(sqrt(n**2), n),
        note="whole numbers have signs, too",
    ),
    false(
        "roots that nearly add up",
        Equal(sqrt(10) + sqrt(11), sqrt(5) + sqrt(18)),
        note="6.4789 and 6.4787",
    ),
    false(
        "the root of a square of the other sign",
        Equal(sqrt(x**2 - 2 * x * y + y**2), x - y),
        Less(x, y),
        note="it is y − x there",
    ),
    false(
        "the square of a root of a square root",
        Equal(sqrt(x + 2 * sqrt(x) + 1), x + 1),
        note="it is √x + 1",
    ),
    false(
        "a denested root with a wrong sign",
        Equal(sqrt(6 - 2 * sqrt(5)), sqrt(5) + 1),
        note="conjugates are mixed up",
    ),
    false(
        "a fourth root of a square",
        Equal(root((r - 1) ** 4, 4), r - 1),
        note="it is |r − 1|",
    ),
)
