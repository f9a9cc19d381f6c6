"""Find the steps of a proof that the replayer can follow.

What is decided comes with hints: which facts define functions, for what each fact was
solved, at which point a claim fails.  Here they become steps of ``checks/replay.py``, whose
own theory tells at once whether it follows.  Nothing here is trusted: a step that does not
follow is refused there, and a proof that is not found is not written.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from .. import replay
from ..replay import Frac, Obligation, Theory, Tree, UnclearError
from .laws import Laws

Json = Any
#: Nothing is worked on longer than for so many steps.
_MOST_STEPS = 150
#: How fast an exponent may grow near a limit: as a power less than this.
_MOST_GROWTH = 5


def as_json(form: Any) -> Json:
    """A tree, or a list of trees, as JSON has it."""
    if isinstance(form, Fraction):
        return ["q", *form.as_integer_ratio()] if form.denominator > 1 else form.numerator
    match form:
        case ("int", name, body, low, high):
            return ["int", as_json(body), [name, as_json(low), as_json(high)]]
        case ("total", name, body, over):
            return ["total", as_json(body), name, over]
        case ("call", (name, *orders), *arguments):
            head = ["jet", name, orders] if any(orders) else ["call", name]
            return [*head, *map(as_json, arguments)]
    return [as_json(part) for part in form] if isinstance(form, tuple | list) else form


class GaveUpError(Exception):
    """A proof that was looked for long enough."""


class Work(Laws):
    """A theory, and the steps that led to what it knows."""

    def __init__(self, given: Obligation, hints: Json, theory: Theory) -> None:
        self.given, self.theory = given, theory
        self.steps: list[Json] = []
        self._tried = 0
        self.final = set()
        self.derived: dict[Any, int] = {}
        #: How far what varies near a limit is expanded; 0 where there is none.
        self.expansion = 0
        #: log h is written as −s/h for 1, and as −1/s for 0, with a small s.
        self.logs = 1
        self.definitions: dict[str, tuple[int, tuple[str, ...], Tree]] = {}
        for k in hints.get("defined", []):
            self._define(k)

    def _define(self, k: int) -> None:
        left, right = self.theory.equations[k] or (0, 0)
        factors: tuple[Tree, ...] = (left,)
        if isinstance(left, tuple) and left[0] == "*":
            factors = left[1:]
        (call,) = (x for x in factors if isinstance(x, tuple) and x[0] == "call")
        fronts = [x for x in factors if x != call]
        body = replay.over(right, ("*", *fronts)) if fronts else right
        self.definitions[call[1][0]] = k, call[2:], body

    def do(self, *step: Any) -> None:
        """Take a step, if it follows."""
        written = as_json(step)
        self._tried += 1
        if self._tried > _MOST_STEPS:
            raise GaveUpError
        before = dict(self.theory.rules), self.theory.h, self.theory.symbols
        try:
            replay.follow(self.theory, [written])
        except UnclearError:
            self.theory.rules, self.theory.h, self.theory.symbols = before
            self.theory.memo.clear()
            raise
        self.steps.append(written)

    def attempt(self, *step: Any) -> bool:
        """Take a step; whether it follows."""
        try:
            self.do(*step)
        except UnclearError:
            return False
        return True

    def settle(self, *forms: Tree) -> None:
        """Bring trees to a normal form, as far as steps are known."""
        for _ in range(_MOST_STEPS):
            if not self._settled(forms):
                return

    def _settled(self, forms: tuple[Tree, ...]) -> bool:
        """Take one step; whether there was one."""
        for form in forms:
            try:
                value = self.theory.value(form)
            except UnclearError:
                return self._inside(form)
            for g in self._within(value):
                if self._one(g):
                    return True
        return False

    def _inside(self, form: Tree) -> bool:
        """A step within a tree that has no value yet."""
        if not isinstance(form, tuple) or replay.is_binder(form):
            return False
        return self._settled(form[replay.start(form) :])

    def _within(self, value: Frac) -> Iterator[int]:
        """The generators of a fraction, and of what these are made of."""
        for g in sorted(value.gens):
            yield from (x for part in self.theory.atoms[g].parts for x in self._within(part))
            yield g

    def _one(self, g: int) -> bool:
        atom = self.theory.atoms[g]
        if g in self.theory.rules or atom.form in self.final:
            return False
        if self.expansion and "bounded" in repr(atom.form):
            return False
        self.final.add(atom.form)
        if self.expansion and self._vanishes(atom):
            return True
        step = self._law(atom)
        return (step is not None and self.attempt(*step)) or self._expand(atom)

    def _law(self, atom: Any) -> Any:
        """The step that says what a generator is, if there is one."""
        steps = getattr(self, f"_of_{_NAMES.get(atom.kind, atom.kind)}", None)
        try:
            return None if steps is None else steps(atom)
        except UnclearError:
            return None

    def _expand(self, atom: Any) -> bool:
        """Expand what varies near a limit and has a limit; name what is small."""
        theory = self.theory
        if not self.expansion or atom.kind not in ("exp", "log", "^", "call"):
            return False
        if theory.h not in replay.free(atom.form):
            return False
        if atom.form == ("log", theory.h):
            return self.attempt("small", atom.form, self.logs)
        if atom.kind == "^" and atom.form[1] == theory.h:
            return False
        if self.attempt("taylor", atom.form, self.expansion):
            return True
        inverse = ("exp", ("*", -1, atom.form[1]))
        return atom.kind == "exp" and self.attempt("exp", atom.form[1], [(inverse, -1)])

    def _vanishes(self, atom: Any) -> bool:
        """Name an exponential that vanishes near a limit."""
        if atom.kind != "exp" or self.theory.h not in replay.free(atom.form):
            return False
        step = self._law(atom)
        if step is not None and [n for _, n in step[2]] != [-1]:
            return False
        return any(self.attempt("small", atom.form, k) for k in range(1, _MOST_GROWTH))

    # what is solved

    def solve(self, solved: Json) -> None:
        """The facts solved as they were."""
        for k, atom, value in solved:
            self._fact(k, {}, atom, value)
        if len(solved) > 1:
            self.do("again")

    def _fact(self, k: int, values: dict[str, Tree], atom: Tree, value: Tree) -> bool:
        left, right = replay.instance(self.theory, k, values)
        self.settle(left, right, value)
        self.settle(atom)
        pairs = sorted(values.items())
        power = self._power(left, right, atom)
        ways = [(0, 1)] if power is None else [(power.numerator, power.denominator), (0, 1)]
        if power is not None and abs(power) == 1:
            ways.reverse()
        return any(self.attempt("fact", k, pairs, atom, value, m, n) for m, n in ways)

    def _power(self, left: Tree, right: Tree, atom: Tree) -> Fraction | None:
        """The power of a positive atom in the ratio of two products that hold roots of it."""
        if not isinstance(atom, str) or not self.theory.symbols[atom].sign.startswith("positive"):
            return None
        try:
            single = (self.theory.value(left) / self.theory.value(right)).monomial()
        except UnclearError:
            return None
        if single is None:
            return None
        total = Fraction(0)
        for g, e in single[1].items():
            inner = self.theory.atoms[g]
            if inner.form == atom:
                total += e
            elif inner.kind == "^" and inner.form[1] == atom:
                total += Fraction(e, inner.label)
        return total or None

    def _of_call(self, atom: Any) -> Any:
        name, *orders = atom.label
        if name not in self.definitions:
            return None
        k, variables, body = self.definitions[name]
        for x, times in zip(variables, orders, strict=True):
            for _ in range(times):
                key = (name, k, x)
                if key not in self.derived:
                    if not self.attempt("derive", k, x):
                        return None
                    self.derived[key] = len(self.theory.equations) - 1
                k, body = self.derived[key], replay.derivative(body, x)
        arguments = [part.tree() for part in atom.parts]
        values = dict(zip(variables, arguments, strict=True))
        for value in arguments:
            self.settle(value)
        value = replay.put(body, values)
        self.settle(replay.instance(self.theory, k, values)[1], value)
        return ("fact", k, sorted(values.items()), atom.form, value, 0, 1)


_NAMES = {"^": "root"}
