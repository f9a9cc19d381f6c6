"""A mass on a spring: a small paper to be revised."""

from sympy import Rational, sqrt

from derivations.dimension import ENERGY, LENGTH, MASS, NUMBER, TIME, VELOCITY
from derivations.paper import Paper, erratum
from derivations.relation import Equal, Less, SameOrder, Within
from derivations.rules import assumption, by, definition, law, model

paper = Paper("springs", "A mass on a spring", "written for the tests")
N = paper.notation
k = N.quantity("k", ENERGY / LENGTH**2, "stiffness")
m = N.quantity("m", MASS, "mass")
a = N.quantity("a", LENGTH, "amplitude")
omega = N.quantity("omega", NUMBER / TIME, "frequency", unicode="ω")
v = N.quantity("v", VELOCITY, "greatest speed")
E = N.quantity("E", ENERGY, "energy")
s = N.factor("s", "a constant of order one", Rational(1, 2), 2)
ell = N.quantity("ell", LENGTH, "a length", unicode="ℓ")
ell_1 = N.quantity("ell_1", LENGTH, "another length", unicode="ℓ₁", latex=r"\ell_1")

one = paper.chapter("I", "A mass on a spring")
one.equation(
    "1",
    printed=r"\omega^2 = k/m",
    states=[Equal(omega**2, k / m)],
    follows=law("Hooke and Newton"),
)
one.equation("2", printed=r"v = a \omega", states=[Equal(v, a * omega)], follows=definition(v))
one.equation(
    "3",
    printed=r"E = \frac12 m v^2",
    states=[Equal(E, m * v**2 / 2)],
    follows=model("all of the energy is in the motion when the speed is greatest"),
)
one.equation(
    "4", printed=r"E = \frac12 k a^2", states=[Equal(E, k * a**2 / 2)], follows=by("1", "2", "3")
)
one.equation(
    "5",
    printed=r"v = a \sqrt{k/m}",
    states=[Equal(v, a * sqrt(k / m))],
    follows=by("1", "2"),
)
one.equation("6", printed=r"\ell = s a", states=[Equal(ell, s * a)], follows=definition(ell))
one.equation("7", printed=r"\ell \sim a", states=[SameOrder(ell, a)], follows=by("6"))
one.equation(
    "8",
    printed=r"E = m a^2 \omega^2",
    states=[Equal(E, m * a**2 * omega**2)],
    follows=by("2", "3"),
    erratum=erratum([Equal(E, m * a**2 * omega**2 / 2)], because="½ is lost", follows=by("2", "3")),
)
one.assumption(
    "short", printed=r"\ell < 2a", states=[Less(ell, 2 * a)], follows=assumption("for a reason")
)
one.number("9", printed=r"0 < \ell/a < 3", states=[Within(ell / a, 0, 3)], follows=by("short"))
one.equation("10", printed="E < k a^2", states=[Less(E, k * a**2)], follows=by("4"))
one.equation(
    "11",
    printed=r"\ell_1 \sim \ell",
    states=[SameOrder(ell_1, ell)],
    follows=model("for a ~ given"),
)
one.equation("12", printed=r"\ell_1 \sim a", states=[SameOrder(ell_1, a)], follows=by("11", "6"))
paper.result("the energy by the amplitude", "4")
