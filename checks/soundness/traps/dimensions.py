"""Traps: dimensions hidden in powers, logarithms, exponents and constants."""

from __future__ import annotations

from sympy import Derivative, Integral, Rational, S, cos, exp, log, oo, pi, sin, sqrt

from derivations.relation import Equal, Less, MuchLess, SameDimension, SameOrder, Tends, Within

from ..trap import about
from .symbols import (
    E,
    M,
    V,
    X,
    a,
    c,
    charge,
    d,
    ell,
    f_1,
    false,
    m,
    n,
    phi,
    r,
    tau,
    true,
    wide,
    x,
    z,
)

TRAPS = about(
    "dimensions",
    true("half powers", SameDimension(charge, sqrt(E * d)), note="√(energy · length)"),
    true("energy", SameDimension(E, M * c**2), note="mass times speed squared"),
    true(
        "a slope",
        SameDimension(Derivative(phi(X), X), charge**2 / d**2),
        note="energy per length is charge² per length²",
    ),
    true(
        "an integral",
        SameDimension(Integral(phi(X), (X, 0, d)), charge**2),
        note="the variable of integration counts",
    ),
    true("a quotient in an exponent", SameDimension(exp(-E / V), d / ell), note="pure numbers"),
    true("zero of any dimension", Less(0, E), note="0 needs no unit"),
    true(
        "logarithms of a quotient",
        Equal(log(E / V), -log(V / E)),
        note="arguments are pure numbers",
    ),
    true("a power with a pure exponent", SameDimension(d**3 / d, d * ell), note="exponents add"),
    true(
        "two slopes",
        SameDimension(Derivative(phi(X), (X, 2)), E / d**2),
        note="each slope divides by a length",
    ),
    true("a speed", Equal(c, d / tau), Equal(d, c * tau), note="a length by a time"),
    true(
        "a square root of energy by mass",
        SameDimension(sqrt(E / M), c),
        note="half powers cancel",
    ),
    true(
        "an interval in its unit",
        Within(d, "0.1", "0.3", "nm"),
        Equal(d, 2 * ell),
        Within(ell, "0.06", "0.14", "nm"),
        note="2 · 0.06 to 2 · 0.14",
    ),
    false("a length plus a time", Equal(d + tau, d), note="sums need one dimension"),
    false("a length in an exponent", Equal(exp(d), exp(d) ** 2 / exp(ell)), note="an exponent"),
    false("the logarithm of a length", Equal(log(d), log(ell) + a), note="log needs a number"),
    false("the sine of a time", Equal(sin(tau) ** 2 + cos(tau) ** 2, 1), note="true for numbers"),
    false("an energy is no mass", Equal(E, M), note="c² is missing"),
    false("an order of unlike things", SameOrder(E, M * c), note="energy and momentum"),
    false("a smaller unlike thing", Less(d, tau), note="length and time"),
    false("much less than unlike", MuchLess(d**2, ell), note="area and length"),
    false(
        "a pure number with a unit",
        Within(x, 1, 2, "m"),
        Within(x, 1, 2),
        note="metres of nothing",
    ),
    false("a length without a unit", Within(d, 1, 2), note="a unit is missing"),
    false("a length in seconds", Within(d, 1, 2, "s"), note="the wrong unit"),
    false(
        "a power of unknown exponent",
        SameDimension(d**r, d),
        note="the dimension depends on r",
    ),
    false(
        "an integral without its length",
        SameDimension(Integral(phi(X), (X, 0, d)), E),
        note="dX is a length",
    ),
    false(
        "a slope without its length", SameDimension(Derivative(phi(X), X), E), note="by a length"
    ),
    false(
        "charge squared over energy",
        SameDimension(charge**2 / E, d**2),
        note="a length, not an area",
    ),
    false(
        "hidden in a nested root",
        SameDimension(sqrt(E * sqrt(d * ell)), charge**2),
        note="its square root",
    ),
    false(
        "a limit of another dimension",
        Tends(d / (1 + z), tau, z, oo),
        note="length and time",
    ),
    false(
        "limits of integration",
        Equal(Integral(phi(X), (X, 0, d)), Integral(phi(X), (X, 0, tau))),
        note="the end is a time",
    ),
    false(
        "a function at a time",
        Equal(phi(tau), E),
        note="its argument is a length",
    ),
    false("a factor of a length and one", Equal((1 + d) * E, E), note="1 + d"),
    false(
        "equal numbers of unlike things",
        Equal(d / ell, E / V * tau),
        note="a time too many",
    ),
    false(
        "an integer power that is unknown",
        SameDimension(c**n, c**2),
        note="n need not be 2",
    ),
    false(
        "a ratio to an unknown power",
        SameDimension(d**m / ell**m, d),
        note="a pure number whatever m",
    ),
    false(
        "an angle that is a length",
        Equal(sin(pi * d), 0),
        note="d has to be divided by a length",
    ),
    false(
        "an order-one constant with a dimension",
        SameOrder(E * f_1, d),
        note="factors are pure numbers",
    ),
    false(
        "a half power lost",
        Equal(sqrt(E) ** 3 / sqrt(E), V ** Rational(1, 2)),
        note="E, not √V",
    ),
    false("one and a length", SameDimension(S.One, d / wide), note="wide is a number"),
)
