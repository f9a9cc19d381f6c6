"""Traps: what is said of a constant, and what of all values of a variable."""

from __future__ import annotations

from sympy import Abs, Derivative, Integral, Rational, Subs, exp, sin

from derivations.relation import Equal, Less, NotEqual
from derivations.rules import (
    both_sides,
    by,
    constant,
    derivative,
    exponential,
    instance,
    integral,
    times,
)

from ..trap import Truth, about
from .symbols import F, argued, f, false, g, h, m, n, p, q, r, s, t, true, u, v, void, x, y, z

TRUE, FALSE = Truth.TRUE, Truth.FALSE

TRAPS = about(
    "constants and variables",
    true(
        "a definition far away", Equal(f(x + 1), x**2 + 2 * x + 1), Equal(f(t), t**2), note="all t"
    ),
    true(
        "the slope of a definition",
        Equal(Subs(f(t).diff(t), t, r), 2 * r),
        Equal(f(t), t**2),
        note="all t, so slopes agree",
    ),
    true(
        "a definition by way of another",
        Equal(g(r), r**4 + 1),
        Equal(f(t), t**2),
        Equal(g(v), f(v) ** 2 + 1),
        note="names of variables do not count",
    ),
    true("one point under two names", Equal(f(r), 2), Equal(f(s), 2), Equal(r, s), note="r is s"),
    argued(
        TRUE,
        "a rule on a variable",
        Equal(f(t).diff(t), 2 * t),
        by(both_sides("1", derivative(t))),
        (Equal(f(t), t**2),),
        note="said of all t",
    ),
    argued(
        FALSE,
        "a rule on a constant",
        Equal(0, 2 * r),
        by(both_sides("1", derivative(r))),
        (Equal(s, r**2),),
        note="r is one number, and has no slope",
    ),
    argued(
        Truth.VOID,
        "the slope of an equation for one value",
        Equal(1, 2 * t),
        by(both_sides("1", derivative(t))),
        (Equal(t, t**2),),
        note="said of all t it is false, and of one t it has no slope",
    ),
    argued(
        TRUE,
        "a slope where an inequality holds",
        Equal(f(t).diff(t), 1),
        by("1", both_sides("1", derivative(t))),
        (Equal(f(t), t), Less(t, 0)),
        note="said of negative t, and claimed for these",
    ),
    *(
        argued(
            FALSE,
            f"{what} taken out of an inequality",
            Equal(f(5), 5),
            by("2"),
            (Equal(f(t), t), Less(t, 0)),
            between=((claim, step),),
            note="said of negative t, by way of another line used at 5",
        )
        for what, claim, step in (
            ("a double", Equal(2 * f(t), 2 * t), by(both_sides("1", times(2)))),
            ("an exponential", Equal(exp(f(t)), exp(t)), by(both_sides("1", exponential()))),
            ("a citation", Equal(f(t) + 1, t + 1), by("1")),
        )
    ),
    argued(
        FALSE,
        "a slope taken out of an inequality",
        Equal(Subs(f(t).diff(t), t, 5), 1),
        by("2"),
        (Equal(f(t), t), Less(t, 0)),
        between=((Equal(f(t).diff(t), 1), by(both_sides("1", derivative(t)))),),
        note="said of negative t, by way of another line used at 5",
    ),
    argued(
        FALSE,
        "an instance beyond an inequality",
        Equal(f(5), 5),
        by(instance("2", {t: 5})),
        (Equal(f(t), t), Less(t, 0)),
        between=((Equal(f(t) + 1, t + 1), by("1")),),
        note="the line between says nothing of t < 0 itself",
    ),
    argued(
        FALSE,
        "an instance of another variable beyond an inequality",
        Equal(F(1, 5), 6),
        by(instance("1", {t: 1})),
        (Equal(F(t, v), t + v), Less(v, 0)),
        note="v stays negative where t is given a value",
    ),
    argued(
        FALSE,
        "an integral over a constant",
        Equal(s, Rational(1, 3)),
        by(both_sides("1", integral(r, 0, 1))),
        (Equal(s, r**2),),
        note="r is no variable",
    ),
    argued(
        TRUE,
        "a value of a variable",
        Equal(f(r), r + 1),
        by(instance("1", {t: r})),
        (Equal(f(t), t + 1),),
        note="said of all t",
    ),
    argued(
        FALSE,
        "a value beyond the variable's sign",
        Equal(f(r), r),
        by(instance("1", {z: r})),
        (Equal(f(z), z),),
        note="z is positive, r of any sign",
    ),
    argued(
        FALSE,
        "a value of a constant",
        Equal(f(s), s),
        by(instance("1", {r: s})),
        (Equal(f(r), r),),
        note="r is one number",
    ),
    argued(
        FALSE,
        "a value between integers",
        Equal(f(Rational(1, 2)), Rational(1, 2)),
        by(instance("1", {q: Rational(1, 2)})),
        (Equal(f(q), q),),
        note="q is whole",
    ),
    argued(
        FALSE,
        "constancy from a slope at one point",
        Equal(f(t), f(0)),
        by("1", constant(f(t), t, 0)),
        (Equal(Subs(f(v).diff(v), v, r), 0),),
        note="flat at r only",
    ),
    argued(
        TRUE,
        "constancy from a slope that vanishes",
        Equal(f(t), f(0)),
        by("1", constant(f(t), t, 0)),
        (Equal(f(t).diff(t), 0),),
        note="flat everywhere",
    ),
    argued(
        FALSE,
        "constancy across a jump",
        Equal(Abs(t) / t, 1),
        by(constant(Abs(t) / t, t, 1)),
        note="its slope vanishes wherever it has one",
    ),
    false("even at one point only", Equal(f(-y), f(y)), Equal(f(-x), f(x)), note="x is one number"),
    false("known at one point only", Equal(f(y), 3), Equal(f(x), 3), note="x is one number"),
    false(
        "a slope from one value",
        Equal(Subs(f(t).diff(t), t, x), 0),
        Equal(f(x), 3),
        note="f(x) = 3 at one x",
    ),
    false(
        "a definition beyond its domain",
        Equal(f(-x), -x),
        Equal(f(z), Abs(z)),
        note="z is positive; nothing is said of negative arguments",
    ),
    false(
        "derivatives at other points",
        Equal(f(x).diff(x), Subs(f(t).diff(t), t, y)),
        note="x is not y",
    ),
    false(
        "slopes of other orders",
        Equal(Subs(f(t).diff(t, 2), t, x), Subs(f(t).diff(t), t, x) ** 2),
        note="f″ and f′²",
    ),
    false(
        "a difference quotient is no slope",
        Equal(f(x + 1) - f(x), Subs(f(t).diff(t), t, x)),
        note="right for straight lines",
    ),
    false(
        "a function of two, one of them moved",
        Equal(F(r, s), F(s, r)),
        note="no symmetry is given",
    ),
    false(
        "symmetric at one pair",
        Equal(F(u, r), F(r, u)),
        Equal(F(r, s), F(s, r)),
        note="r and s are numbers",
    ),
    false(
        "a periodic function at one point",
        Equal(f(y + 1), f(y)),
        Equal(f(x + 1), f(x)),
        note="x is one number",
    ),
    false(
        "a linear function from two values",
        Equal(f(3), 3),
        Equal(f(1), 1),
        Equal(f(2), 2),
        note="a wave through these points",
    ),
    false(
        "commuting with a sum",
        Equal(f(r + s), f(r) + f(s)),
        note="nothing says that f is linear",
    ),
    false(
        "a bound variable's value",
        Equal(Integral(x, (x, 0, 1)), 3),
        Equal(x, 3),
        note="the x inside is another one",
    ),
    false(
        "a slope with respect to what is a constant",
        Equal(Derivative(sin(n) * f(r), r).doit(), 0),
        note="f is no constant",
    ),
    false(
        "an integer constant, as if for all",
        Equal(f(m + 1), f(m)),
        Equal(f(n), f(n + 1)),
        note="n is one number",
    ),
    false(
        "natural values, and zero",
        Equal(f(h), 1),
        Equal(f(p), 1),
        NotEqual(h, 0),
        note="h need not be whole",
    ),
    void(
        "one value for all of a variable",
        Equal(f(x), 7),
        Equal(z, x),
        note="no number is all numbers",
    ),
    void(
        "two definitions of one function",
        Equal(x, 1),
        Equal(f(t), 2 * t),
        Equal(f(t), t + x),
        note="they agree at one t at most",
    ),
)
