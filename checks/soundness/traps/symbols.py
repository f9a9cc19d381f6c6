"""The quantities of all traps, and how a trap is written."""

from __future__ import annotations

from sympy import Rational

from derivations.dimension import CHARGE, ENERGY, LENGTH, MASS, NUMBER, TIME, VELOCITY
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Relation
from derivations.rules import By, by

from ..trap import Argument, Trap, Truth

N = Notation()

a, b, x, y = (N.quantity(name, NUMBER, "positive") for name in ("a", "b", "x", "y"))
r, s, u, w = (N.quantity(name, NUMBER, "real", sign="real") for name in ("r", "s", "u", "w"))
h = N.quantity("h", NUMBER, "not negative", sign="nonnegative")
n, l = (N.quantity(name, NUMBER, "an integer", sign="integer") for name in ("n", "l"))  # noqa: E741
m = N.quantity("m", NUMBER, "a positive integer", sign="positive integer")
f_1 = N.factor("f_1", "between one and two", 1, 2)
f_2 = N.factor("f_2", "between a third and three", Rational(1, 3), 3)
f_3 = N.factor("f_3", "of either sign", -2, 2, sign="real")
wide = N.factor("wide", "within nine powers of ten", Rational(1, 10**9), 10**9)

t, v = (N.variable(name, NUMBER, "a variable", sign="real") for name in ("t", "v"))
z, e = (N.variable(name, NUMBER, "a positive variable") for name in ("z", "e"))
q = N.variable("q", NUMBER, "a whole variable", sign="integer")
p = N.variable("p", NUMBER, "a natural variable", sign="positive integer")

f, g = (N.function(name, NUMBER, "free", of=(NUMBER,)) for name in ("f", "g"))
F = N.function("F", NUMBER, "free, of two", of=(NUMBER, NUMBER))

count, size = (
    N.quantity(name, NUMBER, "how many", sign="positive integer") for name in ("count", "size")
)
S, T = N.set("S", "a set", count=count), N.set("T", "another set", count=size)
i, k = (N.variable(name, NUMBER, "of S", sign="integer", member_of=S) for name in ("i", "k"))
j = N.variable("j", NUMBER, "of T", sign="integer", member_of=T)

d, ell = (N.quantity(name, LENGTH, "a length") for name in ("d", "ell"))
X = N.variable("X", LENGTH, "a coordinate", sign="real")
tau = N.quantity("tau", TIME, "a time")
M = N.quantity("M", MASS, "a mass")
E, V = (N.quantity(name, ENERGY, "an energy") for name in ("E", "V"))
c = N.quantity("c", VELOCITY, "a speed")
charge = N.quantity("charge", CHARGE, "a charge")
phi = N.function("phi", ENERGY, "a potential", of=(LENGTH,))


def true(name: str, goal: Relation, *given: Relation, note: str) -> Trap:
    """A claim that holds wherever the premises ``given`` do."""
    return Trap(name, Obligation(goal, given, N), Truth.TRUE, note)


def false(name: str, goal: Relation, *given: Relation, note: str) -> Trap:
    """A claim that fails somewhere where the premises ``given`` hold."""
    return Trap(name, Obligation(goal, given, N), Truth.FALSE, note)


def void(name: str, goal: Relation, *given: Relation, note: str) -> Trap:
    """A line from premises that contradict each other."""
    return Trap(name, Argument(goal, by("1"), (given,), N), Truth.VOID, note)


def argued(
    truth: Truth,
    name: str,
    goal: Relation,
    follows: By,
    *given: tuple[Relation, ...],
    note: str,
    between: tuple[tuple[Relation, By], ...] = (),
) -> Trap:
    """A line that ``follows`` from the lines ``given`` and ``between``, labelled by numbers."""
    return Trap(name, Argument(goal, follows, given, N, between), truth, note)
