"""Traps: step functions and Kronecker deltas at the jump."""

from __future__ import annotations

from sympy import Heaviside, Integral, KroneckerDelta, Rational, oo

from derivations.expression import Total
from derivations.relation import Continuous, Equal, Less, NotEqual
from derivations.rules import by, cut_off, orthonormal

from ..trap import Truth, about
from .symbols import F, S, a, argued, f, false, i, j, k, n, r, s, t, true, x, y

TRUE, FALSE = Truth.TRUE, Truth.FALSE

TRAPS = about(
    "steps and deltas",
    true("below its edge", Equal(Heaviside(x - y), 0), Less(x, y), note="negative argument"),
    true("above its edge", Equal(Heaviside(y - x), 1), Less(x, y), note="positive argument"),
    true(
        "a step and its mirror image",
        Equal(Heaviside(r) + Heaviside(-r), 1),
        NotEqual(r, 0),
        note="at the jump it depends on a convention",
    ),
    true(
        "a product of steps",
        Equal(Heaviside(r - s) * Heaviside(s - r), 0),
        NotEqual(r, s),
        note="one of the two vanishes",
    ),
    true(
        "a delta and a difference",
        Equal(KroneckerDelta(i, k) * (f(i) - f(k)), 0),
        note="one of the two vanishes",
    ),
    true(
        "two deltas summed",
        Equal(
            Total(KroneckerDelta(i, k) * KroneckerDelta(i, k) * f(i), i, S),
            f(k),
        ),
        note="k is a member",
    ),
    argued(
        TRUE,
        "an integral cut off",
        Equal(Integral(t**2 * Heaviside(x - t), (t, 0, oo)), Integral(t**2, (t, 0, x))),
        by(cut_off(Integral(t**2 * Heaviside(x - t), (t, 0, oo)), x)),
        note="the edge lies in the range",
    ),
    argued(
        FALSE,
        "an integral cut off from the wrong side",
        Equal(Integral(t * Heaviside(t - x), (t, 0, x + 1)), Integral(t, (t, 0, x))),
        by(cut_off(Integral(t * Heaviside(t - x), (t, 0, x + 1)), x)),
        note="the step goes up",
    ),
    argued(
        FALSE,
        "an integral cut off elsewhere",
        Equal(Integral(t * Heaviside(x - t), (t, 0, oo)), Integral(t, (t, 0, y))),
        by(cut_off(Integral(t * Heaviside(x - t), (t, 0, oo)), y)),
        note="the edge is at x",
    ),
    argued(
        FALSE,
        "an integral cut off beyond its end",
        Equal(Integral(t * Heaviside(x - t), (t, 0, 1)), Integral(t, (t, 0, x))),
        by(cut_off(Integral(t * Heaviside(x - t), (t, 0, 1)), x)),
        note="x may exceed 1",
    ),
    argued(
        FALSE,
        "two cases, one of them wrong",
        Equal(F(i, k), KroneckerDelta(i, k)),
        by(orthonormal(F(i, k), (i, k), same=by("1"), different=by("2"))),
        (Equal(F(i, i), 1),),
        (Equal(F(k, k), 1),),
        note="nothing is said of i ≠ k",
    ),
    false(
        "a step at its edge",
        Equal(Heaviside(r - s), 1),
        note="0 for r < s",
    ),
    false("a step above zero or at it", Equal(Heaviside(r**2 - s**2), 1), note="|r| < |s|"),
    false(
        "a step of a difference of positive ones",
        Equal(Heaviside(x - y), 1),
        note="y may be greater",
    ),
    false(
        "steps are not linear",
        Equal(Heaviside(r + s), Heaviside(r) + Heaviside(s)),
        note="2 for positive r and s",
    ),
    false("a step as its argument", Equal(Heaviside(r) * r, r), note="0 for negative r"),
    false(
        "a step below its edge, misread",
        Equal(Heaviside(x - y), 1),
        Less(x, y),
        note="the argument is negative",
    ),
    false("a step's continuity", Continuous(Heaviside(t), t, -1, 1), note="the jump is inside"),
    false("a delta as one", Equal(KroneckerDelta(i, k), 1), note="members differ"),
    false("a delta as nothing", Equal(KroneckerDelta(i, k), 0), note="members may be the same"),
    false(
        "a delta summed over both",
        Equal(Total(Total(KroneckerDelta(i, k), i, S), k, S), 1),
        note="it is the number of members",
    ),
    false(
        "a delta with a stranger",
        Equal(Total(KroneckerDelta(i, n) * f(i), i, S), f(n)),
        note="n need not be a member of S",
    ),
    false(
        "a delta under a function",
        Equal(f(KroneckerDelta(i, k)), KroneckerDelta(i, k) * f(1)),
        note="f(0) is lost",
    ),
    false(
        "deltas of different pairs",
        Equal(KroneckerDelta(i, k) * f(i), KroneckerDelta(i, k) * f(j)),
        note="j is another one",
    ),
    false(
        "integral of a step beyond its edge",
        Equal(Integral(Heaviside(t - a), (t, 0, 1)), 1 - a),
        note="a may exceed 1",
    ),
    false("half at the edge", Equal(Heaviside(r), Rational(1, 2)), note="at one point at most"),
)
