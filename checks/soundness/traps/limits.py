"""Traps: limits and leading orders, and what does not commute with them."""

from __future__ import annotations

from sympy import (
    Abs,
    Integral,
    Rational,
    S,
    cos,
    coth,
    exp,
    log,
    oo,
    pi,
    sin,
    sqrt,
    tan,
    tanh,
)

from derivations.relation import Equal, LeadingOrder, Less, Tends, Within

from ..trap import about
from .symbols import a, b, e, f, false, g, h, r, s, true, v, void, w, x, y, z

TRAPS = about(
    "limits and leading orders",
    true("a sine over its angle", Tends(sin(z) / z, 1, z), note="0/0"),
    true(
        "a second order",
        Tends((exp(z) - 1 - z) / z**2, Rational(1, 2), z),
        note="first order cancels",
    ),
    true(
        "a difference of infinities",
        Tends(1 / z - 1 / sin(z), 0, z),
        note="∞ − ∞",
    ),
    true("one to infinity", Tends((1 + z) ** (1 / z), exp(1), z), note="1^∞"),
    true("a logarithm against a power", Tends(z * log(z), 0, z), note="0·∞"),
    true(
        "a logarithm against a small power",
        Tends(log(z) / z ** Rational(1, 10), 0, z, oo),
        note="larger than the power up to 10¹⁵",
    ),
    true("an exponential against a power", Tends(z**9 * exp(-z), 0, z, oo), note="large at z = 9"),
    true(
        "an exponential that vanishes with all derivatives",
        Tends(exp(-1 / z) / z**5, 0, z),
        note="no power series sees it",
    ),
    true(
        "an oscillation that is damped",
        Tends(z * sin(1 / z), 0, z),
        note="the sine has no limit",
    ),
    true(
        "a third order",
        Tends((tan(z) - sin(z)) / z**3, Rational(1, 2), z),
        note="two orders cancel",
    ),
    true(
        "Euler's number minus its approximation",
        Tends(((1 + z) ** (1 / z) - exp(1)) / z, -exp(1) / 2, z),
        note="releases of sympy have said 0",
    ),
    true(
        "a square in the exponent",
        Tends((1 + 1 / z) ** (z**2) / exp(z), exp(-Rational(1, 2)), z, oo),
        note="releases of sympy have said 1",
    ),
    true(
        "a root minus its argument",
        Tends(sqrt(z**2 + a * z) - z, a / 2, z, oo),
        note="∞ − ∞",
    ),
    true(
        "the inner limit first",
        Tends(z / (z + x), 0, z),
        note="x is held",
    ),
    true(
        "the outer limit first",
        Tends(x / (z + x), 0, z, oo),
        note="x is held",
    ),
    true("a leading order", LeadingOrder(1 - cos(z), z**2 / 2, z), note="the constant cancels"),
    true(
        "a leading order at infinity",
        LeadingOrder(sqrt(1 + z**2), z, z, oo),
        note="and not 1",
    ),
    true(
        "a hyperbolic cotangent's",
        LeadingOrder(coth(z) - 1 / z, z / 3, z),
        note="poles cancel",
    ),
    true(
        "a quotient of powers of six",
        Tends((6 * exp(z * log(6)) + z + 1) / (exp(z * log(6)) + z), 6, z, oo),
        note="releases of sympy have said 1",
    ),
    false(
        "a second order, doubled",
        Tends((exp(z) - 1 - z) / z**2, 1, z),
        note="it is one half",
    ),
    false(
        "a difference of infinities, squared", Tends(1 / z**2 - 1 / sin(z) ** 2, 0, z), note="−1/3"
    ),
    false("one to infinity is one", Tends((1 + z) ** (1 / z), 1, z), note="it is e"),
    false("what oscillates", Tends(sin(1 / z), 0, z), note="no limit"),
    false("what oscillates at infinity", Tends(sin(z), 0, z, oo), note="no limit"),
    false("a mean of an oscillation", Tends(sin(z) ** 2, Rational(1, 2), z, oo), note="no limit"),
    false("a logarithm at zero", Tends(log(z), 0, z), note="it diverges"),
    false(
        "a square in the exponent is one",
        Tends((1 + 1 / z) ** (z**2) / exp(z), 1, z, oo),
        note="the next order of the logarithm stays",
    ),
    false(
        "Euler's number minus its approximation is of second order",
        Tends(((1 + z) ** (1 / z) - exp(1)) / z, 0, z),
        note="it is −e/2",
    ),
    false(
        "exponentials of unknown order",
        Tends((a * exp(-a * z) + b * exp(-b * z)) * exp(b * z), oo, z, oo),
        note="depends on the sign of b − a",
    ),
    false("a sign at zero", Tends(Abs(r) / r, 1, z), note="−1 for negative r"),
    false(
        "a value that is no limit",
        Tends(f(z), f(0) + 1, z),
        note="smooth functions are continuous",
    ),
    true("continuity", Tends(f(z), f(0), z), note="functions are taken to be smooth"),
    false(
        "an equation out of a limit",
        Equal(f(r), 0),
        Tends(f(z), 0, z),
        note="known in the limit only",
    ),
    false(
        "limits in the other order",
        Tends(x / (z + x), 0, z),
        note="1 for z → 0 at a held x, 0 for x → 0 at a held z",
    ),
    false(
        "a peak that moves out",
        Tends(Integral(v * exp(-v), (v, 0, 1 / z)), 0, z),
        note="limit 1, though each v e^(−v) is small for large v",
    ),
    false("a leading order of the wrong power", LeadingOrder(1 - cos(z), z, z), note="quadratic"),
    false(
        "a leading order of the wrong factor",
        LeadingOrder(tanh(z) - z, z**3 / 3, z),
        note="the sign",
    ),
    false(
        "a neglected term that counts",
        LeadingOrder(sin(z) - z, z**2, z),
        note="the third order leads",
    ),
    false(
        "an order drawn into an exponential",
        LeadingOrder(exp(1 / z + 1), exp(1 / z), z),
        note="1/z + 1 ≃ 1/z, and the exponentials differ by e",
    ),
    false(
        "a difference of leading orders",
        LeadingOrder(sqrt(1 + z) - 1, z / 3, z),
        note="z/2",
    ),
    false(
        "the limit from the other side of a pole",
        Tends(1 / (z - 1), -oo, z, 1),
        note="from above it is +∞",
    ),
    true(
        "a pole from above",
        Tends(1 / (z - 1), oo, z, 1),
        note="from below it is −∞",
    ),
    false(
        "a limit as a bound",
        Less(z / (1 + z), 1 - a),
        note="it comes as close to 1 as one likes",
    ),
    true("a bound that is a limit", Less(z / (1 + z), 1), note="never reached"),
    true(
        "a limit that is a quantity",
        Tends((f(x + z) - f(x)) / z, f(x).diff(x), z),
        note="the slope's definition",
    ),
    false(
        "a second difference without its order",
        Tends((f(x + z) - f(x)) / z, 0, z),
        note="it is f′(x)",
    ),
    false(
        "a series beyond its radius",
        Equal(1 / (1 + x), 1 - x + x**2 - x**3),
        note="an infinite series cut off",
    ),
    false(
        "a power of a vanishing base",
        Tends(exp(-1 / z) ** z, 0, z),
        note="0⁰ that is 1/e",
    ),
    false("a limit of arcs", Tends(z * sin(pi / z), 0, z, oo), note="π: chords of a circle"),
    false(
        "two small parameters",
        LeadingOrder(z + h, z, z),
        note="h is not small because z is",
    ),
    false(
        "a limit inside a quotient",
        Tends(sin(2 * z) / sin(3 * z), 1, z),
        note="2/3",
    ),
    false(
        "a bounded ratio's limit",
        Tends(2 + sin(z) / z + cos(z), 2, z, oo),
        note="the cosine stays",
    ),
    false(
        "numbers close in the limit",
        Within(1 / (1 + z), "0.99", 1),
        note="for small z only",
    ),
    void(
        "a limit of what has none",
        Equal(S.One, S(2)),
        Equal(z * x, y),
        note="said for all z, it cannot hold",
    ),
    false(
        "a logarithm's leading order",
        LeadingOrder(log(z + z**2), z, z),
        note="log z leads",
    ),
    true(
        "a logarithm's leading order, rightly",
        LeadingOrder(log(z + z**2), log(z), z),
        note="z² is small beside z",
    ),
    false(
        "two parameters in a quotient",
        Tends(z / (z + e), 1, z, 0),
        note="e is another variable, and held",
    ),
    false(
        "functions that agree in the limit",
        Equal(f(r), g(r)),
        Tends(f(z) - g(z), 0, z),
        note="they agree at 0",
    ),
    false(
        "a limit of a product by one factor",
        Tends(z * log(z) * w + s, 0, z),
        note="it is s",
    ),
)
