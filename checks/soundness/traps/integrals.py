"""Traps: integrals whose antiderivatives jump, or that run to infinity."""

from __future__ import annotations

from typing import Any

from sympy import (
    Abs,
    Derivative,
    E,
    Expr,
    I,
    Integral,
    Rational,
    Subs,
    cos,
    cosh,
    exp,
    log,
    oo,
    pi,
    sin,
    sqrt,
    tan,
)

from derivations.relation import Equal, Less, Within
from derivations.rules import antiderivative, both_sides, by, derivative

from ..trap import Trap, Truth, about
from .symbols import a, argued, b, f, false, g, r, s, t, true, v, x, y, z

TRUE, FALSE = Truth.TRUE, Truth.FALSE


def _by_primitive(
    truth: Truth,
    name: str,
    integrand: Expr,
    low: Any,
    high: Any,
    primitive: Expr,
    value: Any,
    note: str,
    limit: Any = None,
) -> Trap:
    """The claim that an integral has a value, argued by an antiderivative."""
    integral = Integral(integrand, (t, low, high))
    step = antiderivative(integral, primitive, at_infinity=limit)
    return argued(truth, name, Equal(integral, value), by(step), note=note)


TRAPS = about(
    "integrals",
    _by_primitive(TRUE, "a plain antiderivative", t**2, 0, 3, t**3 / 3, 9, "nothing jumps"),
    _by_primitive(
        TRUE, "an antiderivative and a constant", sin(t), 0, pi, 7 - cos(t), 2, "constants cancel"
    ),
    _by_primitive(
        TRUE, "an improper integral", exp(-t), 0, oo, -exp(-t), 1, "the limit is part of it", 0
    ),
    _by_primitive(
        TRUE,
        "a slowly falling integrand",
        1 / (1 + t) ** 2,
        0,
        oo,
        -1 / (1 + t),
        1,
        "1/(1 + t) would diverge",
        0,
    ),
    _by_primitive(
        TRUE,
        "an antiderivative with a logarithm",
        1 / (t + x),
        0,
        y,
        log(t + x),
        log(1 + y / x),
        "the pole is outside",
    ),
    _by_primitive(
        FALSE, "across a pole", 1 / t**2, -1, 1, -1 / t, -2, "a positive integrand gives −2"
    ),
    _by_primitive(
        FALSE,
        "across a tangent's pole",
        1 / cos(t) ** 2,
        0,
        pi,
        tan(t),
        0,
        "a positive integrand gives 0; sympy has said so",
    ),
    _by_primitive(
        FALSE,
        "across a jump of the antiderivative",
        exp(1 / t) / (t**2 * (1 + exp(1 / t)) ** 2),
        -1,
        1,
        1 / (1 + exp(1 / t)),
        1 / (1 + E) - 1 / (1 + 1 / E),
        "the integrand is positive and may be continued to 0 at 0",
    ),
    _by_primitive(
        FALSE,
        "an antiderivative that is another function's",
        t**2,
        0,
        1,
        t**3 / 3 + t,
        Rational(4, 3),
        "its slope has a 1 too many",
    ),
    _by_primitive(
        FALSE,
        "a limit at infinity that is none",
        cos(t),
        0,
        oo,
        sin(t),
        0,
        "the sine oscillates",
        0,
    ),
    _by_primitive(
        FALSE,
        "a limit at infinity that is another",
        exp(-t),
        0,
        oo,
        -exp(-t),
        2,
        "exp(−t) tends to 0, not to −1",
        1,
    ),
    _by_primitive(
        FALSE, "a divergent integral", 1 / (1 + t), 0, oo, log(1 + t), 0, "log diverges", 0
    ),
    _by_primitive(
        FALSE,
        "an absolute value's antiderivative",
        Abs(t),
        -1,
        1,
        t**2 / 2,
        0,
        "t²/2 is one for t > 0 only",
    ),
    _by_primitive(
        FALSE,
        "an inverse's antiderivative across zero",
        1 / t,
        -1,
        2,
        log(t**2) / 2,
        log(2),
        "a principal value, and no integral",
    ),
    _by_primitive(
        TRUE,
        "a true value by a primitive that jumps",
        2 * t,
        -1,
        2,
        t**2 + sqrt(t**2) / t,
        3,
        "the step to it is wrong: the sign function is added, and 5 would come out",
    ),
    true(
        "linearity",
        Equal(
            Integral(2 * sin(t) + t, (t, 0, x)),
            2 * Integral(sin(v), (v, 0, x)) + Integral(t, (t, 0, x)),
        ),
        note="names of variables do not count",
    ),
    true("a constant integrand", Equal(Integral(x, (t, 0, y)), x * y), note="no t in it"),
    true(
        "a finite sum of two ranges",
        Equal(Integral(f(t), (t, 0, 2)), 3),
        Equal(Integral(f(t), (t, 0, 1)), 1),
        Equal(Integral(f(t), (t, 1, 2)), 2),
        note="an integral over two pieces",
    ),
    true(
        "the slope of an integral",
        Equal(
            Derivative(Integral(exp(a * t), (t, 0, 1)), a).doit(),
            Integral(t * exp(a * t), (t, 0, 1)),
        ),
        note="under the sign, over a finite range",
    ),
    true(
        "the integral of an absolute sine and cosine",
        Equal(Integral(Abs(sin(t) * cos(t)), (t, 0, 2 * pi)), 2),
        note="integrate() of sympy 1.14 says 1",
    ),
    false(
        "the integral of an absolute sine and cosine, halved",
        Equal(Integral(Abs(sin(t) * cos(t)), (t, 0, 2 * pi)), 1),
        note="integrate() of sympy 1.14 says so",
    ),
    false(
        "an exponential of a phase over a turn",
        Equal(Integral(exp(exp(I * t)), (t, 0, 2 * pi)), 0),
        note="2π; a periodic antiderivative gives 0",
    ),
    false(
        "a positive integrand over a turn",
        Equal(Integral(1 / (2 + cos(t)), (t, 0, 2 * pi)), 0),
        note="2π/√3; the half angle's tangent jumps at π",
    ),
    false(
        "a product's integral",
        Equal(
            Integral(t * sin(t), (t, 0, 1)), Integral(t, (t, 0, 1)) * Integral(sin(t), (t, 0, 1))
        ),
        note="integrals are linear only",
    ),
    false(
        "limits that differ",
        Equal(Integral(sin(t), (t, 0, x)), Integral(sin(t), (t, 0, y))),
        note="x is not y",
    ),
    false(
        "an integral turned round",
        Equal(Integral(f(t), (t, 0, x)), Integral(f(t), (t, x, 0))),
        note="a sign",
    ),
    false(
        "a substitution without its slope",
        Equal(Integral(f(2 * t), (t, 0, 1)), Integral(f(t), (t, 0, 2))),
        note="a factor of two",
    ),
    false(
        "a slope under an integral with moving ends",
        Equal(
            Integral(t * exp(a * t), (t, 0, a)),
            Derivative(Integral(exp(a * t), (t, 0, a)), a).doit(),
        ),
        note="the end moves, too: exp(a²) is missing",
    ),
    false(
        "Dirichlet's integral differentiated under the sign",
        Equal(Integral(cos(a * t), (t, 0, oo)), 0),
        note="it does not converge",
    ),
    argued(
        FALSE,
        "an improper integral differentiated by a rule",
        Equal(0, -Integral(z * exp(-(z**2)) * sin(t * z), (z, 0, oo))),
        by(both_sides("1", derivative(t))),
        (Equal(f(t), Integral(exp(-(z**2)) * cos(t * z), (z, 0, oo))),),
        note="what the rule may not differentiate is no premise",
    ),
    false(
        "an integrand's values from its integral",
        Equal(f(r), 1),
        Equal(Integral(f(t), (t, 0, 1)), 1),
        note="one number says little of a function",
    ),
    false(
        "integrands from equal integrals",
        Equal(f(r), g(r)),
        Equal(Integral(f(t), (t, 0, 1)), Integral(g(t), (t, 0, 1))),
        note="areas agree, not functions",
    ),
    false(
        "a function from its slope",
        Equal(f(r), r**2),
        Equal(Subs(f(t).diff(t), t, s), 2 * s),
        note="known at one point, and up to a constant",
    ),
    false(
        "an integral backwards",
        Equal(Integral(t, (t, 1, Rational(1, 2))), Integral(t, (t, 1, 3))),
        note="an integral over an empty range has the other sign",
    ),
    true(
        "a constant integrand's range",
        Within(Integral(x, (t, 0, 2)), 2, 4),
        Within(x, 1, 2),
        note="it is 2x",
    ),
    false(
        "an odd function over an uneven range",
        Equal(Integral(sin(t), (t, -1, 2)), 0),
        note="only what is even about zero cancels",
    ),
    false(
        "an order of integrals from one of ends",
        Less(Integral(f(t), (t, 0, 1)), Integral(g(t), (t, 0, 1))),
        Less(f(0), g(0)),
        Less(f(1), g(1)),
        note="between the ends anything may be",
    ),
    false(
        "a hyperbolic cosine's mean",
        Equal(Integral(cosh(t), (t, -b, b)), 2 * b),
        note="cosh is 1 at zero only",
    ),
)
