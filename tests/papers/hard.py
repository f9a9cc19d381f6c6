"""A paper of a few lines, one of them about a quantity that is called bad."""

from derivations.dimension import LENGTH
from derivations.paper import Paper
from derivations.relation import Equal, SameOrder
from derivations.rules import by, definition, law

paper = Paper("hard", "Hard use", "for the tests of workers and cache")
N = paper.notation
x = N.quantity("x", LENGTH, "a length")
y = N.quantity("y", LENGTH, "a second length")
z = N.quantity("z", LENGTH, "a third length")
w = N.quantity("w", LENGTH, "a fourth length")
bad = N.quantity("bad", LENGTH, "what a prover in the tests stumbles over")
s = N.factor("s", "a factor", 1, 2)

one = paper.chapter("I", "The only one")
one.equation("1", printed="x = 2y", states=[Equal(x, 2 * y)], follows=definition(x))
one.equation("2", printed="bad = 3y", states=[Equal(bad, 3 * y)], follows=definition(bad))
one.equation("3", printed="w ~ z", states=[SameOrder(w, z)], follows=law("of order one"))
one.equation("4", printed="2 bad = 3x", states=[Equal(2 * bad, 3 * x)], follows=by("1", "2"))
one.equation("5", printed="x^2 = 4y^2", states=[Equal(x**2, 4 * y**2)], follows=by("1"))
one.equation("6", printed="x ~ y", states=[SameOrder(x, y)], follows=by("1"))
one.equation("7", printed="x = 3y", states=[Equal(x, 3 * y)], follows=by("1"))
one.equation("8", printed="4w ~ 7z", states=[SameOrder(4 * w, 7 * z)], follows=by("3"))
one.equation("9", printed="x/y = 2", states=[Equal(x / y, 2)], follows=by("5"))
for n in range(10, 18):
    one.equation(str(n), printed=f"x^{n} = …", states=[Equal(x**n, 2**n * y**n)], follows=by("1"))
paper.result("all but one", "5", "6", "8")
