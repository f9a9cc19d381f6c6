"""Traps: sums over finite sets, and infinite ones that depend on their order."""

from __future__ import annotations

from sympy import Integral, KroneckerDelta, Rational, Sum, log, oo, sqrt, zeta

from derivations.expression import Total
from derivations.relation import Equal, Less, NotEqual

from ..trap import about
from .symbols import F, S, T, a, count, f, false, g, i, j, k, p, size, t, true, x, y

TRAPS = about(
    "sums",
    true("a renamed index", Equal(Total(f(i), i, S), Total(f(k), k, S)), note="names do not count"),
    true(
        "a sum of deltas",
        Equal(Total(KroneckerDelta(i, k) * f(i), i, S), f(k)),
        note="k is a member of S",
    ),
    true(
        "nested sums with one index name",
        Equal(Total(f(i) * Total(g(i), i, S), i, S), Total(f(i), i, S) * Total(g(k), k, S)),
        note="the inner i is another one",
    ),
    true(
        "what is declared of the members",
        Equal(Total(f(i), i, S), Total(g(i), i, S)),
        Equal(f(i), g(i)),
        note="said of every member",
    ),
    true("a sum of ones", Equal(Total(x, i, S), x * count), note="the summand has no i"),
    true(
        "sums change places",
        Equal(
            Total(Total(F(i, j), j, T), i, S),
            Total(Total(F(i, j), i, S), j, T),
        ),
        note="finite sums do",
    ),
    true(
        "a double sum of products",
        Equal(
            Total(Total((f(i) - f(k)) ** 2, i, S), k, S),
            2 * count * Total(f(i) ** 2, i, S) - 2 * Total(f(i), i, S) ** 2,
        ),
        note="the variance's two forms",
    ),
    true(
        "deviations from the mean",
        Equal(Total(f(i) - Total(f(k), k, S) / count, i, S), 0),
        note="a sum in a sum",
    ),
    true(
        "the mean of squares",
        Equal(
            Total((f(i) - Total(f(k), k, S) / count) ** 2, i, S),
            Total(f(i) ** 2, i, S) - Total(f(i), i, S) ** 2 / count,
        ),
        note="Steiner's theorem",
    ),
    true(
        "a sum under an integral",
        Equal(
            Integral(Total(f(i) * t, i, S), (t, 0, x)),
            Total(f(i), i, S) * x**2 / 2,
        ),
        Equal(Integral(t, (t, 0, x)), x**2 / 2),
        note="a finite sum and an integral change places",
    ),
    true(
        "squares that sum to zero",
        Equal(f(k), 0),
        Equal(Total(f(i) ** 2, i, S), 0),
        note="real squares",
    ),
    true(
        "a product of sums",
        Equal(Total(f(i), i, S) * Total(g(j), j, T), Total(Total(f(i) * g(j), i, S), j, T)),
        note="two sets",
    ),
    true(
        "a telescoping sum to infinity",
        Equal(Sum(1 / (p * (p + 1)), (p, 1, oo)), 1),
        note="absolutely convergent",
    ),
    true(
        "an alternating sum in its own order",
        Equal(Sum((-1) ** (p + 1) / p, (p, 1, oo)), log(2)),
        note="conditionally convergent",
    ),
    true(
        "the alternating sum rearranged",
        Equal(
            Sum(1 / (2 * p - 1) - 1 / (4 * p - 2) - 1 / (4 * p), (p, 1, oo)),
            log(2) / 2,
        ),
        note="the same terms in another order: half the value",
    ),
    false(
        "the alternating sum rearranged, unchanged",
        Equal(
            Sum(1 / (2 * p - 1) - 1 / (4 * p - 2) - 1 / (4 * p), (p, 1, oo)),
            log(2),
        ),
        note="conditionally convergent sums depend on their order",
    ),
    false(
        "two positive terms for one negative",
        Equal(
            Sum(1 / (4 * p - 3) + 1 / (4 * p - 1) - 1 / (2 * p), (p, 1, oo)),
            log(2),
        ),
        note="it is 3/2 log 2",
    ),
    false(
        "Euler's square for another exponent",
        Equal(Sum(1 / p**3, (p, 1, oo)), zeta(2)),
        note="1.202 and 1.645",
    ),
    false(
        "a geometric sum in sympy's hypergeometric form",
        Equal(Sum(p / ((p + 2) * (p + 4) * (p + 8)), (p, 1, oo)), Rational(521, 25200)),
        note="4/35; computer algebra has said otherwise",
    ),
    false(
        "a captured index",
        Equal(Total(f(i) * g(k), i, S), Total(f(i) * g(i), i, S)),
        note="k is free on one side",
    ),
    false("sums of different sets", Equal(Total(f(i), i, S), Total(f(j), j, T)), note="S is not T"),
    false(
        "a delta between two sets",
        Equal(Total(Total(KroneckerDelta(i, j) * f(i), i, S), j, T), Total(f(j), j, T)),
        note="a member of T need not be one of S",
    ),
    false(
        "a square of a sum",
        Equal(Total(f(i), i, S) ** 2, Total(f(i) ** 2, i, S)),
        note="right for one member: the products are missing",
    ),
    false(
        "a sum of products",
        Equal(Total(f(i) * g(i), i, S), Total(f(i), i, S) * Total(g(i), i, S)),
        note="right for one member",
    ),
    false(
        "a member fixed by a sum",
        Equal(f(k), Total(f(i), i, S) / count),
        note="members are not all the mean",
    ),
    false(
        "a sum of inverses",
        Equal(1 / Total(f(i), i, S), Total(1 / f(i), i, S)),
        note="right for one member",
    ),
    false(
        "counts of different sets",
        Equal(Total(x, i, S), x * size),
        note="S has as many as count says",
    ),
    false(
        "a root of a sum",
        Equal(sqrt(Total(f(i) ** 2, i, S)), Total(f(i), i, S)),
        note="right for one member that is positive",
    ),
    false(
        "said of one member only",
        Equal(Total(f(i), i, S), count),
        Equal(f(1), 1),
        note="1 is no member of S that is known",
    ),
    false(
        "members that do not vanish",
        Equal(Total(f(i), i, S), 0),
        NotEqual(f(i), 0),
        note="non-zero terms may cancel, or not",
    ),
    false(
        "an ordering of sums",
        Less(Total(f(i), i, S), Total(g(i), i, S)),
        Less(f(i), a),
        note="nothing is said of g",
    ),
    false(
        "a double sum of equal indices",
        Equal(
            Total(Total(KroneckerDelta(i, k) * x, i, S), k, S),
            x * count**2,
        ),
        note="it is x · count",
    ),
    false(
        "a sum of a constant's powers",
        Equal(Total(x**i, i, S), x * count),
        note="the summand depends on the index",
    ),
    false(
        "a linear sum",
        Equal(Total(f(i) + y, i, S), Total(f(i), i, S) + y),
        note="y is added count times",
    ),
)
