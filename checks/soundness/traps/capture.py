"""Traps: bound variables that capture free ones."""

from __future__ import annotations

from sympy import Derivative, Integral, Subs, exp, sin

from derivations.expression import Total
from derivations.relation import Equal
from derivations.rules import both_sides, by, instance, integral, total

from ..trap import Truth, about
from .symbols import F, S, T, a, argued, f, false, g, i, j, k, r, s, t, true, v, x, y, z

TRUE, FALSE = Truth.TRUE, Truth.FALSE

TRAPS = about(
    "bound variables",
    true(
        "a renamed variable",
        Equal(Integral(f(t), (t, 0, 1)), Integral(f(v), (v, 0, 1))),
        note="names do not count",
    ),
    true(
        "a definition with a bound variable",
        Equal(f(v), Integral(t * v, (t, 0, 1))),
        Equal(f(t), Integral(v * t, (v, 0, 1))),
        note="both names change places",
    ),
    true(
        "a bound name also free",
        Equal(t * Integral(f(t), (t, 0, 1)), t * Integral(f(v), (v, 0, 1))),
        note="the t outside is another one",
    ),
    true(
        "nested integrals with one name",
        Equal(
            Integral(t * Integral(f(t), (t, 0, 1)), (t, 0, 1)),
            Integral(v, (v, 0, 1)) * Integral(f(v), (v, 0, 1)),
        ),
        note="the inner t is another one",
    ),
    true(
        "a slope at a point of the same name",
        Equal(Subs(Derivative(f(v), v), v, t), Derivative(f(t), t)),
        note="names do not count",
    ),
    true(
        "a sum in a sum of the same index",
        Equal(
            Total(f(i) * Total(f(i), i, S), i, S),
            Total(f(k), k, S) ** 2,
        ),
        note="the inner i is another one",
    ),
    true(
        "an end that bears the variable's name",
        Equal(Integral(f(t), (t, 0, t)), Integral(f(v), (v, 0, t))),
        note="the end is not bound",
    ),
    true(
        "a definition put into an integral",
        Equal(Integral(f(t), (t, 0, 1)), Integral(v * x, (v, 0, 1))),
        Equal(f(t), t * x),
        note="x stays free",
    ),
    argued(
        TRUE,
        "an instance that must rename",
        Equal(f(v), Integral(v * t, (t, 0, 1))),
        by(instance("1", {t: v})),
        (Equal(f(t), Integral(v * t, (v, 0, 1))),),
        note="the bound v gives way",
    ),
    argued(
        FALSE,
        "an instance that captures",
        Equal(f(v), Integral(v**2, (v, 0, 1))),
        by(instance("1", {t: v})),
        (Equal(f(t), Integral(v * t, (v, 0, 1))),),
        note="the bound v is another one",
    ),
    argued(
        TRUE,
        "both sides summed",
        Equal(Total(f(i), i, S), Total(g(k), k, S)),
        by(both_sides("1", total(i, S))),
        (Equal(f(i), g(i)),),
        note="said of all members",
    ),
    argued(
        FALSE,
        "both sides summed over another set",
        Equal(Total(f(j), j, T), Total(g(j), j, T)),
        by(both_sides("1", total(i, S))),
        (Equal(f(i), g(i)),),
        note="said of the members of S",
    ),
    argued(
        FALSE,
        "both sides integrated, one bound",
        Equal(Integral(f(t), (t, 0, 1)), g(t)),
        by(both_sides("1", integral(t, 0, 1))),
        (Equal(f(t), g(t)),),
        note="g is integrated, too",
    ),
    false(
        "a captured variable",
        Equal(f(t), Integral(v**2, (v, 0, 1))),
        Equal(f(t), Integral(v * t, (v, 0, 1))),
        note="t is not v",
    ),
    false(
        "a captured value",
        Equal(f(v), Integral(v**2, (v, 0, 1))),
        Equal(f(t), Integral(v * t, (v, 0, 1))),
        note="substitution has to rename",
    ),
    false(
        "a captured index",
        Equal(Total(F(i, k), i, S), Total(F(i, i), i, S)),
        note="k is free on one side",
    ),
    false(
        "a captured end",
        Equal(Integral(t * x, (t, 0, x)), Integral(x**2, (x, 0, x))),
        note="x is bound on one side",
    ),
    false(
        "a slope taken after the value",
        Equal(Subs(Derivative(f(v), v), v, x**2), Derivative(f(x**2), x)),
        note="the inner slope 2x is missing",
    ),
    false(
        "a slope of a composite by the wrong variable",
        Equal(Derivative(f(a * t), t).doit(), Subs(Derivative(f(v), v), v, a * t)),
        note="a factor a",
    ),
    false(
        "nested integrals as a square",
        Equal(
            Integral(Integral(t * v, (t, 0, v)), (v, 0, 1)),
            Integral(t, (t, 0, 1)) ** 2,
        ),
        note="the inner end is the outer variable",
    ),
    false(
        "a free name as bound",
        Equal(Integral(sin(t) * r, (t, 0, 1)), Integral(sin(t) * t, (t, 0, 1))),
        note="r is free",
    ),
    false(
        "two sums, one index for both",
        Equal(
            Total(Total(f(i) * g(k), k, S), i, S),
            Total(f(i) * g(i), i, S),
        ),
        note="right for one member",
    ),
    false(
        "a definition with its own argument bound",
        Equal(g(s), s * Integral(exp(t * s), (t, 0, 1))),
        Equal(g(t), t * Integral(exp(v), (v, 0, 1))),
        note="v alone stands in the exponent",
    ),
    false(
        "a positive variable's integral",
        Equal(Integral(z * y, (z, 0, 1)), y),
        note="it is a half of that",
    ),
)
