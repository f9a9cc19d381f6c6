"""Makers of random claims: one a kind of mathematics, true and false ones by construction.

What takes long is to make two sides that are equal; so each pair serves for a true claim
and for a false one.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TypeAlias

import sympy
from sympy import Expr, Integral, Rational, cos, cosh, exp, log, oo, sin, sinh, sqrt

from derivations.expression import Total
from derivations.relation import Equal, Less, MuchLess, SameOrder, Tends, Within

from .case import (
    COUNT,
    POSITIVE,
    REAL,
    Case,
    F,
    G,
    I,
    K,
    S,
    T,
    V,
    X,
    Y,
    Z,
    case,
    equation,
    fraction,
    polynomial,
    positive,
    rational,
)

#: A true claim and a false one, made of the same sides.
Cases: TypeAlias = tuple[Case, Case]


def rational_functions(draw: Random) -> Cases:
    """Sums and products of fractions, expanded, put over one denominator, or taken p/p times."""
    symbols = POSITIVE + REAL
    below, other = positive(draw), positive(draw)
    one, two = polynomial(draw, symbols), polynomial(draw, symbols)
    left = draw.choice(
        (
            one / below + two / other,
            one * two / below,
            (one + two) ** 2 / (below * other),
            one / below - (one - two) / below,
        )
    )
    right = draw.choice(
        (
            lambda: sympy.expand(left),
            lambda: sympy.together(left),
            lambda: sympy.expand(left * other) / other,
            lambda: left * below / sympy.expand(below),
        )
    )()
    return equation(draw, "rational functions", left, right)


def radicals(draw: Random) -> Cases:
    """Rational powers of positive sums."""
    p, q = positive(draw), positive(draw)
    n = draw.randint(2, 5)
    left, right = draw.choice(
        (
            lambda: (sqrt(p) * sqrt(q), sqrt(sympy.expand(p * q))),
            lambda: (sqrt(sympy.expand(p**2)), p),
            lambda: ((p * q) ** Rational(1, n), p ** Rational(1, n) * q ** Rational(1, n)),
            lambda: ((sqrt(p) + sqrt(q)) ** 2, p + q + 2 * sqrt(p * q)),
            lambda: ((sqrt(p) + sqrt(q)) * (sqrt(p) - sqrt(q)), p - q),
            lambda: (1 / (sqrt(p) + sqrt(p + q)), (sqrt(p + q) - sqrt(p)) / q),
            lambda: (p ** Rational(n, 2) / sqrt(p), p ** Rational(n - 1, 2)),
            lambda: ((p**n) ** Rational(1, n), p),
        )
    )()
    return equation(draw, "radicals", left, right)


def exponentials(draw: Random) -> Cases:
    """The laws of exp, log and powers, for positive and real arguments."""
    p, q = positive(draw), positive(draw)
    r, s = polynomial(draw, REAL, 2), polynomial(draw, REAL, 2)
    left, right = draw.choice(
        (
            lambda: (log(sympy.expand(p * q)), log(p) + log(q)),
            lambda: (log(p / q), log(p) - log(q)),
            lambda: (log(p**3), 3 * log(p)),
            lambda: (exp(r + s), exp(r) * exp(s)),
            lambda: (exp(2 * r) - exp(2 * s), (exp(r) - exp(s)) * (exp(r) + exp(s))),
            lambda: (p**r * p**s, p ** (r + s)),
            lambda: ((p**r) ** 2, p ** (2 * r)),
            lambda: (log(exp(r) * p), r + log(p)),
            lambda: (exp(log(p) + r), p * exp(r)),
            lambda: (p ** log(q), q ** log(p)),
        )
    )()
    return equation(draw, "exponentials and logarithms", left, right)


def angles(draw: Random) -> Cases:
    """Addition theorems."""
    r, s = polynomial(draw, REAL, 1), polynomial(draw, REAL, 1)
    left, right = draw.choice(
        (
            lambda: (sin(r + s), sin(r) * cos(s) + cos(r) * sin(s)),
            lambda: (cos(r - s), cos(r) * cos(s) + sin(r) * sin(s)),
            lambda: (sin(r) ** 2 + cos(r) ** 2, sympy.Integer(1)),
            lambda: (cos(2 * r), 2 * cos(r) ** 2 - 1),
            lambda: (sin(3 * r), 3 * sin(r) - 4 * sin(r) ** 3),
            lambda: (2 * sin(r) * sin(s), cos(r - s) - cos(r + s)),
            lambda: (cosh(r) ** 2, 1 + sinh(r) ** 2),
            lambda: (
                sympy.sinh(r + s),
                sympy.sinh(r) * sympy.cosh(s) + sympy.cosh(r) * sympy.sinh(s),
            ),
        )
    )()
    return equation(draw, "angles", left, right)


def derivatives(draw: Random) -> Cases:
    """Sum, product, quotient and chain rule for undefined functions, against sympy's slopes."""
    p = polynomial(draw, (T,), 2)
    f, g, n = F(T), G(T), draw.randint(2, 4)
    slope = sympy.Subs(F(V).diff(V), V, p)
    left, right = draw.choice(
        (
            lambda: ((f * g).diff(T), f.diff(T) * g + f * g.diff(T)),
            lambda: ((p * f).diff(T), p.diff(T) * f + p * f.diff(T)),
            lambda: ((f**n).diff(T), n * f ** (n - 1) * f.diff(T)),
            lambda: (F(p).diff(T), p.diff(T) * slope),
            lambda: ((f * exp(p)).diff(T), (f.diff(T) + f * p.diff(T)) * exp(p)),
            lambda: (
                (f * g).diff(T, 2),
                f.diff(T, 2) * g + 2 * f.diff(T) * g.diff(T) + f * g.diff(T, 2),
            ),
        )
    )()
    return equation(draw, "derivatives", left, right)


def facts(draw: Random) -> Cases:
    """Quantities given by equations, put in and multiplied out."""
    one, two = positive(draw), positive(draw)
    goal = polynomial(draw, (X, Y, *POSITIVE[:2]))
    values = {X: one, Y: two}
    left, right = goal, sympy.expand(goal.subs(values))
    given = draw.choice(
        (
            (Equal(X, one), Equal(Y, two)),
            (Equal(X**2, one**2), Equal(2 * Y, 2 * two)),
            (Equal(X * two, one * Y), Equal(Y, two)),
            (Equal(1 / X, 1 / one), Equal(sqrt(Y), sqrt(two))),
        )
    )
    return equation(draw, "facts put in", left, right, *given)


def definitions(draw: Random) -> Cases:
    """A function defined for all values of its variable, taken at a value, and its slope."""
    body, value = polynomial(draw, (T,), 3), polynomial(draw, REAL, 1)
    left, right = draw.choice(
        (
            lambda: (F(value), sympy.expand(body.subs(T, value))),
            lambda: (sympy.Subs(F(V).diff(V), V, value), sympy.expand(body.diff(T).subs(T, value))),
            lambda: (F(value) - F(-value), body.subs(T, value) - body.subs(T, -value)),
        )
    )()
    return equation(draw, "definitions", left, right, Equal(F(T), body))


def totals(draw: Random) -> Cases:
    """Sums over a finite set: linear, and squared."""
    c, d = rational(draw, least=1), positive(draw)
    f, g = F(I), G(I)
    left, right = draw.choice(
        (
            lambda: (Total(c * f + d * g, I, S), c * Total(f, I, S) + d * Total(g, I, S)),
            lambda: (Total(d, I, S), d * COUNT),
            lambda: (
                Total((f + c) ** 2, I, S),
                Total(f**2, I, S) + 2 * c * Total(f, I, S) + c**2 * COUNT,
            ),
            lambda: (Total(f * Total(g, I, S), I, S), Total(f, I, S) * Total(G(K), K, S)),
            lambda: (Total(sympy.KroneckerDelta(I, K) * f * d, I, S), d * F(K)),
        )
    )()
    return equation(draw, "sums", left, right)


def integrals(draw: Random) -> Cases:
    """Integrals of polynomials, taken apart and put together."""
    x, y = POSITIVE[:2]
    one, two = polynomial(draw, (T,), 2), polynomial(draw, (T,), 2)
    c = rational(draw, least=1)
    limits = (T, 0, x)
    whole = Integral(sympy.expand(one + c * two), limits)
    left, right = draw.choice(
        (
            lambda: (whole, Integral(one, limits) + c * Integral(two, limits)),
            lambda: (Integral(y * one, limits), y * Integral(one.subs(T, V), (V, 0, x))),
            lambda: (Integral(y, limits), x * y),
        )
    )()
    return equation(draw, "integrals", left, right)


def limits(draw: Random) -> Cases:
    """Limits and series that are known."""
    p, q = rational(draw, least=1), Rational(draw.randint(1, 9), draw.randint(1, 5))
    body = polynomial(draw, (Z,), 3)
    expression, limit, to = draw.choice(
        (
            lambda: ((body - body.subs(Z, 0)) / Z, body.diff(Z).subs(Z, 0), 0),
            lambda: (sin(q * Z) / Z, q, 0),
            lambda: ((exp(p * Z) - 1) / Z, p, 0),
            lambda: ((1 - cos(q * Z)) / Z**2, q**2 / 2, 0),
            lambda: (log(1 + q * Z) / Z, q, 0),
            lambda: ((sqrt(1 + q * Z) - 1) / Z, q / 2, 0),
            lambda: (Z * log(Z) + p, p, 0),
            lambda: ((p * Z**2 + body.coeff(Z, 0)) / (Z**2 + q), p, oo),
            lambda: (Z**3 * exp(-q * Z) + p, p, oo),
            lambda: (sqrt(Z**2 + q * Z) - Z, q / 2, oo),
        )
    )()
    wrong = rational(draw, least=1) * Rational(1, 10 ** draw.randint(0, 20))
    return (
        case("limits", True, Tends(expression, limit, Z, to)),
        case("limits", False, Tends(expression, limit + wrong, Z, to)),
    )


def bounds(draw: Random) -> Cases:
    """Rising functions over intervals, whose ends are attained."""
    r = REAL[0]
    low = Rational(draw.randint(1, 20), draw.randint(1, 9))
    high = low + Rational(draw.randint(1, 20), draw.randint(1, 9))
    p, q = (Rational(draw.randint(1, 9), draw.randint(1, 5)) for _ in range(2))
    rising: Expr = draw.choice((p * r + q, p * r**3 + q * r, r**2 + p * r, p - q / (r + 1)))
    ends = [fraction(rising.subs(r, end)) for end in (low, high)]
    margin = (ends[1] - ends[0]) / draw.randint(2, 10**6)
    given = Within(r, fraction(low), fraction(high))
    return (
        case("bounds", True, Within(rising, ends[0] - margin, ends[1] + margin), given),
        case("bounds", False, Within(rising, ends[0], ends[1] - margin), given),
    )


def inequalities(draw: Random) -> Cases:
    """Chains of inequalities, and the same the wrong way round."""
    a, b, c, _ = POSITIVE
    p = positive(draw, (a, b, c))
    goal, given = draw.choice(
        (
            (Less(a, a + p), ()),
            (Less(a * p, b * p), (Less(a, b),)),
            (Less(1 / b, 1 / a), (Less(a, b),)),
            (Less(a, c), (Less(a, b), Less(b, c))),
            (Less(0, p), ()),
            (Less(a, b), (MuchLess(a, b),)),
            (MuchLess(a * p, b * p), (MuchLess(a, b),)),
        )
    )
    turned = type(goal)(*reversed(goal.sides))
    return (
        case("inequalities", True, goal, *given),
        case("inequalities", False, turned, *given),
    )


def orders(draw: Random) -> Cases:
    """Factors within a hundred, and beyond it; free powers."""
    p = positive(draw)
    near = Rational(draw.randint(2, 99)) ** draw.choice((-1, 1))
    far = Rational(draw.randint(101, 10**6)) ** draw.choice((-1, 1))
    wrong = draw.choice((far * p, p * POSITIVE[3] ** draw.choice((-2, -1, 1, 2)), -p))
    return (
        case("orders", True, SameOrder(near * p, sympy.expand(p))),
        case("orders", False, SameOrder(wrong, p)),
    )


MAKERS: tuple[Callable[[Random], Cases], ...] = (
    rational_functions,
    radicals,
    exponentials,
    angles,
    derivatives,
    facts,
    definitions,
    totals,
    integrals,
    limits,
    bounds,
    inequalities,
    orders,
)
