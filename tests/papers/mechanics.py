"""Free fall and the pendulum: a tiny paper, with one wrong line and one misprint."""

from sympy import Derivative, pi, sin, sqrt

from derivations.dimension import ENERGY, LENGTH, MASS, NUMBER, TIME, VELOCITY
from derivations.paper import Paper, erratum
from derivations.relation import Equal, LeadingOrder, SameOrder
from derivations.rules import (
    both_sides,
    by,
    definition,
    derivative,
    identity,
    instance,
    law,
    model,
)

paper = Paper("mechanics", "Free fall and the pendulum", "written for the tests")

notation = paper.notation
g = notation.quantity("g", LENGTH / TIME**2, "acceleration of free fall")
m = notation.quantity("m", MASS, "mass of the body")
h = notation.quantity("h", LENGTH, "height of the fall")
T = notation.quantity("T", TIME, "duration of the fall")
u = notation.quantity("u", VELOCITY, "speed on the ground")
E = notation.quantity("E", ENERGY, "kinetic energy on the ground")
t = notation.variable("t", TIME, "time since the release")
s = notation.function("s", LENGTH, "way fallen", of=(TIME,))
v = notation.function("v", VELOCITY, "speed", of=(TIME,))
ell = notation.quantity("ell", LENGTH, "length of the pendulum", unicode="ℓ", latex=r"\ell")
omega = notation.quantity("omega", TIME**-1, "angular frequency of small swings")
tau = notation.quantity("tau", TIME, "period of small swings")
phi = notation.variable("phi", NUMBER, "angle of the pendulum")

fall = paper.chapter("I", "Free fall")

fall.equation(
    "1",
    printed=r"s = \frac{1}{2} g t^2",
    states=[Equal(s(t), g * t**2 / 2)],
    follows=law("Galileo"),
)
fall.display(
    "speed",
    printed=r"v = ds/dt",
    states=[Equal(v(t), Derivative(s(t), t))],
    follows=definition(v),
)
fall.equation(
    "2",
    printed="v = gt",
    states=[Equal(v(t), g * t)],
    follows=by("speed", both_sides("1", derivative(t))),
)
fall.text(
    "ground",
    printed="it reaches the ground after a time T, having fallen the height h",
    states=[Equal(h, s(T))],
    follows=definition(h),
)
fall.text(
    "impact",
    printed="with the speed u",
    states=[Equal(u, v(T))],
    follows=definition(u),
)
fall.equation(
    "3",
    printed="u^2 = 2gh",
    states=[Equal(u**2, 2 * g * h)],
    follows=by("ground", "impact", instance("1", {t: T}), instance("2", {t: T})),
)
fall.equation(
    "4",
    printed=r"u = \sqrt{gh}",
    states=[Equal(u, sqrt(g * h))],
    follows=by("3"),
    note="Wrong by √2, and not registered as a misprint: the check must fail here.",
)
fall.display(
    "energy",
    printed=r"E = \frac{1}{2} m u^2",
    states=[Equal(E, m * u**2 / 2)],
    follows=definition(E),
)
fall.equation(
    "5",
    printed="E = mg/h",
    states=[Equal(E, m * g / h)],
    follows=by("energy", "3"),
    erratum=erratum(
        [Equal(E, m * g * h)],
        because="a force divided by a length is no energy; the height belongs above",
        follows=by("energy", "3"),
    ),
)

pendulum = paper.chapter("II", "The pendulum")

pendulum.text(
    "small",
    printed="for small angles the sine is the angle",
    states=[LeadingOrder(sin(phi), phi, phi)],
    follows=identity,
)
pendulum.equation(
    "6",
    printed=r"\omega^2 = g/\ell",
    states=[Equal(omega**2, g / ell)],
    follows=model("a point on a massless thread, swinging little"),
)
pendulum.display(
    "period",
    printed=r"\tau = 2\pi/\omega",
    states=[Equal(tau, 2 * pi / omega)],
    follows=definition(tau),
)
pendulum.equation(
    "7",
    printed=r"\tau \sim \sqrt{\ell/g}",
    states=[SameOrder(tau, sqrt(ell / g))],
    follows=by("period", "6"),
)

paper.result("the speed on the ground is √(gh)", "4")
paper.result("the period of a pendulum grows with the root of its length", "7")
