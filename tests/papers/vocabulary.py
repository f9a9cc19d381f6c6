"""A mirror, a swing and a ring: a small paper argued by many rules, one of them its own."""

from sympy import I, Integral, Subs, cos, exp, pi, sin

from derivations.coordinates import Cylindrical
from derivations.dimension import LENGTH, NUMBER, TIME
from derivations.expression import Vector
from derivations.paper import Paper
from derivations.paths import circulation
from derivations.relation import Equal, Less
from derivations.rules import (
    antiderivative,
    assumption,
    both_sides,
    branch,
    by,
    by_parts,
    change_of_variable,
    coefficients,
    consequence,
    even,
    gradient_theorem,
    imaginary_part,
    instance,
    law,
    linear_equation,
    minimum,
    real_part,
    rule,
    solve,
)

paper = Paper("vocabulary", "A mirror, a swing and a ring", "written for the tests")
notation = paper.notation

a, b, c, g, w = (notation.quantity(name, NUMBER, "a number") for name in "abcgw")
u, v, q, r = (notation.quantity(name, NUMBER, "a real number", sign="real") for name in "uvqr")
n = notation.quantity("n", NUMBER, "a whole number", sign="integer")
omega = notation.quantity("omega", TIME**-1, "an angular frequency")
A = notation.quantity("A", LENGTH, "an amplitude")
x, y, z = (notation.variable(name, NUMBER, "a coordinate", sign="real") for name in "xyz")
rho = notation.variable("rho", NUMBER, "the distance from the axis")
phi = notation.variable("phi", NUMBER, "an angle", sign="real")
p = notation.variable("p", NUMBER, "an energy")
t = notation.variable("t", TIME, "a time", sign="real")
X = notation.function("X", LENGTH, "a place", of=(TIME,))
f = notation.function("f", NUMBER, "a signal", of=(NUMBER,))
chi = notation.function("chi", NUMBER, "a phase", of=(NUMBER,) * 3)


@rule("difference of squares")
def of_squares(known, label, one, other):
    """If s² = t², and s + t ≠ 0, then s = t.

    Side conditions: s + t is not zero.

    Example: ``by(of_squares("1", a, b))`` gives a = b from (1), a² = b².
    """
    yield consequence(Equal(one, other), {label: 1}, divided_by=one + other)


algebra = paper.chapter("I", "Algebra")
algebra.equation("1", printed="a^2 = b^2", states=[Equal(a**2, b**2)], follows=assumption("said"))
algebra.equation("2", printed="a = b", states=[Equal(a, b)], follows=of_squares("1", a, b))
algebra.equation(
    "3",
    printed="c^2 + (b - 2a) c = 2ab",
    states=[Equal(c**2 + (b - 2 * a) * c, 2 * a * b)],
    follows=assumption("said"),
)
algebra.equation("4", printed="c = 2a", states=[Equal(c, 2 * a)], follows=branch("3", c, 2 * a, -b))
algebra.equation(
    "5",
    printed="u x^2 + v x = 3 x^2",
    states=[Equal(u * x**2 + v * x, 3 * x**2)],
    follows=assumption("for all x"),
)
algebra.equation(
    "6",
    printed=r"u = 3, \quad v = 0",
    states=[Equal(u, 3), Equal(v, 0)],
    follows=coefficients("5", x, 2),
)
algebra.equation(
    "7", printed="g^3 + g = 10", states=[Equal(g**3 + g, 10)], follows=assumption("said")
)
algebra.equation("8", printed="g = 2", states=[Equal(g, 2)], follows=solve("7", g, 2))
algebra.equation(
    "9",
    printed="q + ir = w e^{iu}",
    states=[Equal(q + I * r, w * exp(I * u))],
    follows=assumption("said"),
)
algebra.equation(
    "10",
    printed=r"q = w \cos u, \quad r = w \sin u",
    states=[
        (Equal(q, w * cos(u)), both_sides("9", real_part())),
        (Equal(r, w * sin(u)), both_sides("9", imaginary_part())),
    ],
)
algebra.equation(
    "11",
    printed="(p - a)^2 + b > b",
    states=[Less(b, (p - a) ** 2 + b)],
    follows=minimum((p - a) ** 2 + b, p, a),
)

_swing = linear_equation("12", X(t), t, (cos(omega * t), sin(omega * t)), start=(A, 0))

motion = paper.chapter("II", "A swing")
motion.equation(
    "12",
    printed="\\ddot X = -\\omega^2 X",
    states=[Equal(X(t).diff(t, 2), -(omega**2) * X(t))],
    follows=law("Hooke"),
)
motion.equation(
    "13",
    printed="X(0) = A, \\dot X(0) = 0",
    states=[Equal(X(0), A), Equal(Subs(X(t).diff(t), t, 0), 0)],
    follows=assumption("let go"),
)
motion.equation(
    "14",
    printed="X = A \\cos \\omega t",
    states=[Equal(X(t), A * cos(omega * t))],
    follows=by("13", _swing),
)
motion.equation(
    "15",
    printed="X = A \\sin \\omega t",
    states=[Equal(X(t), A * sin(omega * t))],
    follows=by("13", _swing),
    note="Wrong on purpose: it begins elsewhere.",
)
motion.equation(
    "16",
    printed="X(\\pi/\\omega) = -A",
    states=[Equal(X(pi / omega), -A)],
    follows=instance("14", {t: pi / omega}),
)

space = Cylindrical(rho, phi, z)
_around = circulation(
    space.gradient(chi(rho, phi, z)),
    Vector([a, phi, 0]),
    (phi, 0, 2 * pi),
    space,
)
_whole = Integral(cos(x), (x, -a, a))
_scaled = Integral(f(2 * x), (x, 0, a))
_parts = Integral(x * cos(x), (x, 0, a))
_rest = Integral(sin(x), (x, 0, a))

integrals = paper.chapter("III", "Integrals")
integrals.equation(
    "17",
    printed="\\int_{-a}^a \\cos x\\,dx = 2 \\sin a",
    states=[Equal(_whole, 2 * sin(a))],
    follows=by(even(_whole), antiderivative(Integral(cos(x), (x, 0, a)), sin(x))),
)
integrals.equation(
    "18",
    printed="\\int_0^a f(2x)\\,dx",
    states=[Equal(_scaled, Integral(f(y), (y, 0, 2 * a)) / 2)],
    follows=change_of_variable(_scaled, y, y / 2, 0, 2 * a),
)
integrals.equation(
    "19",
    printed="\\int_0^a x \\cos x\\,dx = a \\sin a + \\cos a - 1",
    states=[Equal(_parts, a * sin(a) + cos(a) - 1)],
    follows=by(by_parts(_parts, x, sin(x)), antiderivative(_rest, -cos(x))),
)
integrals.equation(
    "20",
    printed="\\chi(a, 2\\pi, 0) - \\chi(a, 0, 0) = 2\\pi n",
    states=[Equal(chi(a, 2 * pi, 0) - chi(a, 0, 0), 2 * pi * n)],
    follows=law("the wave has one value at each place"),
)
integrals.equation(
    "21",
    printed="\\oint \\nabla\\chi \\cdot dl = 2\\pi n",
    states=[Equal(_around, 2 * pi * n)],
    follows=by(
        "20",
        gradient_theorem(chi(rho, phi, z), Vector([a, phi, 0]), (phi, 0, 2 * pi), space),
    ),
)
