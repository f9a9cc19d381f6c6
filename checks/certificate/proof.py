"""Find the steps of a proof that the replayer can follow.

What is decided comes with hints: which facts define functions, for what each fact was
solved, at which point a claim fails.  Here they become steps of ``checks/replay.py``, whose
own theory tells at once whether it follows.  Nothing here is trusted: a step that does not
follow is refused there, and a proof that is not found is not written.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations_with_replacement
from math import lcm
from typing import Any

from flint import fmpz

from .. import replay
from ..replay import Frac, Obligation, Theory, Tree, UnclearError

Json = Any
#: Nothing is worked on longer than for so many steps.
_MOST_STEPS = 150
#: So many signs are tried in products of two.
_MOST_SIGNS = 12


def as_json(form: Any) -> Json:
    """A tree, or a list of trees, as JSON has it."""
    return [as_json(part) for part in form] if isinstance(form, tuple | list) else form


class GaveUpError(Exception):
    """A proof that was looked for long enough."""


class Work:
    """A theory, and the steps that led to what it knows."""

    def __init__(self, given: Obligation, hints: Json, theory: Theory) -> None:
        self.given, self.theory = given, theory
        self.steps: list[Json] = []
        self._tried = 0
        self._final: set[Tree] = set()
        self.derived: dict[Any, int] = {}
        #: How far what varies near a limit is expanded; 0 where there is none.
        self.expansion = 0
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
        self.definitions[call[1]] = k, call[2:], body

    def do(self, *step: Any) -> None:
        """Take a step, if it follows."""
        written = as_json(step)
        self._tried += 1
        if self._tried > _MOST_STEPS:
            raise GaveUpError
        replay.follow(self.theory, [written])
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
            except UnclearError as error:
                if error.about and self.shown(*error.about):
                    return True
                return self._inside(form) or False
            for g in self._within(value):
                if self._one(g):
                    return True
        return False

    def _inside(self, form: Tree) -> bool:
        """A step within a tree that has no value yet."""
        if not isinstance(form, tuple) or replay.is_binder(form) or form[0] == "q":
            return False
        kept = {"call": 2, "jet": 3}.get(form[0], 1)
        return self._settled(form[kept:])

    def _within(self, value: Frac) -> Iterator[int]:
        """The generators of a fraction, and of what these are made of."""
        for g in sorted(value.gens()):
            yield from (x for part in self.theory.atoms[g].parts for x in self._within(part))
            yield g

    def _one(self, g: int) -> bool:
        atom = self.theory.atoms[g]
        if g in self.theory.rules or atom.form in self._final:
            return False
        if self.expansion and "bounded" in repr(atom.form):
            return False
        self._final.add(atom.form)
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
        """Expand what varies near a limit and has a limit."""
        theory = self.theory
        if not self.expansion or atom.kind not in ("exp", "log", "^", "call"):
            return False
        if theory.h not in replay.free(atom.form):
            return False
        if atom.kind in ("log", "^") and atom.form[1] == theory.h:
            return False
        return self.attempt("taylor", atom.form, self.expansion)

    def shown(self, value: Frac, how: str) -> bool:
        """Show that something is positive, or not zero, by products of what is known to be."""
        if how == "≥":
            how = ">"
        form = value.tree()
        if "bounded" in repr(form) or (form, how) in self.theory.said:
            return False
        known = range(min(len(self.theory.said), _MOST_SIGNS))
        for count in (0, 1, 2):
            for chosen in combinations_with_replacement(known, count):
                factors = [[k, chosen.count(k)] for k in sorted(set(chosen))]
                if self.attempt("sign", form, how, factors):
                    return True
        return False

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
        name, orders = atom.label
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

    # roots, exponentials, logarithms

    def factors(self, value: Frac) -> tuple[Fraction, list[tuple[Frac, int]]]:
        """A rational number, and irreducible factors with their powers, positive where known."""
        content, found = Fraction(1), []
        for poly, direction in ((value.num, 1), (value.den, -1)):
            lead, factors = poly.factor()
            content *= replay.rational_of(lead) ** direction
            for factor, n in factors:
                piece = Frac(self.theory, factor)
                if self.theory.sign(piece) < 0:
                    piece, content = self.theory.constant(-1) * piece, content * (-1) ** n
                found.append((piece, int(n) * direction))
        return content, found

    def _of_root(self, atom: Any) -> Any:
        (value,), n = atom.parts, atom.label
        content, found = self.factors(value)
        if content < 0 and len(found) != 1:
            return None
        bases: list[Tree] = []
        rest: list[Tree] = []
        for piece, e in found:
            inner = self._single(piece)
            if inner is not None and inner.kind == "exp" and inner.positive:
                bases.append(("exp", ("*", inner.parts[0].tree(), ("q", e, n))))
            elif inner is not None and inner.kind == "^" and inner.positive:
                power = Fraction(e, n * inner.label)
                base, finest = inner.form[1], self._finest(inner.form[1], power.denominator)
                if finest != inner.label:
                    whole = ("^", ("^", base, ("q", 1, finest)), finest // inner.label)
                    return ("root", base, inner.label, whole)
                bases.append(self._powered(base, power, finest))
            elif self.theory.sign(piece) > 0:
                base = piece.tree()
                bases.append(self._powered(base, Fraction(e, n), self._finest(base, n)))
            else:
                rest.append(("^", piece.tree(), e))
        for p, e in _primes(abs(content)):
            bases.append(self._powered(p, Fraction(e, n), self._finest(p, n)))
        if rest:
            rest += [-1] if content < 0 else []
            bases.append(("^", _product(rest), ("q", 1, n)))
        result = _product(bases)
        form = value.tree()
        return None if result == ("^", form, ("q", 1, n)) else ("root", atom.form[1], n, result)

    def _single(self, piece: Frac) -> Any:
        """The atom that a polynomial is, if it is one."""
        single = piece.monomial()
        if single is None or single[0] != 1 or list(single[1].values()) != [1]:
            return None
        return self.theory.atoms[next(iter(single[1]))]

    def _finest(self, base: Tree, n: int) -> int:
        """The root of a base of which all roots of it that there are, are powers."""
        value = self.theory.value(base)
        roots = (a for a in self.theory.atoms if a.kind == "^")
        labels = [a.label for a in roots if a.parts[0] == value]
        if any(label != n for label in labels):
            self._final.clear()
        return lcm(n, *labels)

    @staticmethod
    def _powered(base: Tree, power: Fraction, finest: int) -> Tree:
        steps = power * finest
        form = ("^", base, ("q", 1, finest)) if finest > 1 else base
        return form if steps == 1 else ("^", form, int(steps))

    def _of_exp(self, atom: Any) -> Any:
        (value,) = atom.parts
        theory = self.theory
        i, pi = theory.value(("i",)), theory.value(("pi",))
        powers: list[tuple[Tree, int]] = []
        gi = theory.generator(("i",))
        if value.den.degrees()[gi] > 0:
            value = Frac(theory, value.num * i.num, value.den * i.num)
        bottom = Frac(theory, value.den)
        for c, term in replay.terms(value.num):
            part = theory.constant(1) / bottom
            for g, e in term:
                part = part * Frac(theory, replay.GENS[g]) ** e
            inside = [theory.atoms[g] for g, _ in term]
            turns = part / (i * pi)
            if (number := turns.number()) is not None and (2 * number * c).denominator == 1:
                powers.append((("i",), int(2 * number * c)))
            elif (
                len(term) == 1
                and inside[0].kind == "log"
                and bottom.number() == 1
                and term[0][1] == 1
            ):
                base = inside[0].parts[0].tree()
                if c.denominator > 1:
                    base = ("^", base, ("q", 1, c.denominator))
                powers.append((base, c.numerator))
            elif theory.whole(turns):
                powers.append((("exp", part.tree()), int(c)) if c.denominator == 1 else (0, 0))
            else:
                ratios = (a.parts[0] / part for a in theory.atoms if a.kind == "exp")
                known = [r.denominator for x in ratios if (r := x.number()) is not None]
                finest = lcm(c.denominator, *known)
                shared = _product([part.tree(), ("q", 1, finest)] if finest > 1 else [part.tree()])
                powers.append((("exp", shared), int(c * finest)))
        if len(powers) == 1 and powers[0][1] == 1 and self._same(powers[0][0], atom.form):
            return None
        return ("exp", atom.form[1], powers)

    def _same(self, one: Tree, other: Tree) -> bool:
        return bool(
            one[0] == other[0] == "exp" and self.theory.value(one[1]) == self.theory.value(other[1])
        )

    def _of_log(self, atom: Any) -> Any:
        (value,) = atom.parts
        content, found = self.factors(value)
        powers: list[tuple[Tree, Fraction]] = []
        for piece, e in found:
            inner = self._single(piece)
            if inner is not None and inner.kind == "^":
                powers.append((inner.form[1], Fraction(e, inner.label)))
            else:
                powers.append((piece.tree() if inner is None else inner.form, Fraction(e)))
        powers += [(p, Fraction(e)) for p, e in _primes(content)]
        plain = len(powers) == 1 and powers[0][1] == 1
        if plain and not (isinstance(powers[0][0], tuple) and powers[0][0][0] == "exp"):
            return None
        q = lcm(*(e.denominator for _, e in powers)) if powers else 1
        return ("log", atom.form[1], q, [(base, int(e * q)) for base, e in powers])

    # sums and integrals

    def _depends(self, g: int, name: str) -> bool:
        return name in replay.free(self.theory.atoms[g].form)

    def _of_total(self, atom: Any) -> Any:
        return self._split(atom) or self._delta(atom)

    def _of_int(self, atom: Any) -> Any:
        return self._split(atom) or self._swap(atom)

    def _split(self, atom: Any) -> Any:
        theory, form, value = self.theory, atom.form, atom.parts[0]
        name, others = replay.bound(form)
        improper = "oo" in repr(others)
        outside, inside = theory.constant(1), theory.constant(1)
        lead, found = value.den.factor()
        outside = outside * theory.constant(replay.rational_of(lead))
        for factor, n in found:
            piece = Frac(theory, factor) ** int(n)
            if any(self._depends(g, name) for g in piece.gens()):
                inside = inside * piece
            else:
                outside = outside * piece
        groups: dict[Any, Frac] = {}
        for c, term in replay.terms(value.num):
            own = tuple((g, e) for g, e in term if self._depends(g, name))
            front = theory.constant(c) / outside
            for g, e in term:
                if (g, e) not in own:
                    front = front * Frac(theory, replay.GENS[g]) ** e
            groups[own] = groups.get(own, theory.constant(0)) + front
        pairs = []
        for own, front in groups.items():
            part = theory.constant(1) / inside
            for g, e in own:
                part = part * Frac(theory, replay.GENS[g]) ** e
            pairs.append((front.tree(), part.tree()))
        if improper and len(pairs) > 1:
            return None
        if len(pairs) == 1 and pairs[0][0] == 1 and pairs[0][1] != 1:
            return None
        return ("linear", form, pairs)

    def _delta(self, atom: Any) -> Any:
        theory, form, value = self.theory, atom.form, atom.parts[0]
        for g in value.gens():
            inner = theory.atoms[g]
            if inner.kind == "KroneckerDelta":
                for one, other in (inner.form[1:], inner.form[:0:-1]):
                    if one == form[2] and isinstance(other, str) and other != form[2]:
                        rest = value / Frac(theory, replay.GENS[g])
                        if rest.den.degrees()[g] == 0:
                            return ("delta", form, rest.tree(), other)
        return None

    def _swap(self, atom: Any) -> Any:
        theory, form, value = self.theory, atom.form, atom.parts[0]
        x = form[2][0]
        for g in value.gens():
            inner = theory.atoms[g]
            if inner.kind == "total" and self._depends(g, x) and value.den.degrees()[g] == 0:
                rest = value / Frac(theory, replay.GENS[g])
                name, over = inner.form[2:]
                taken = replay.free(form) | {x} | _names(form)
                sign = theory.symbols[name].sign
                fresh = next(
                    n for k in range(9) if (n := replay.standard_name(sign, over, k)) not in taken
                )
                body = ("*", rest.tree(), replay.put(inner.form[1], {name: fresh}))
                return ("swap", form, body, fresh, over)
        return None


_NAMES = {"^": "root"}


def _names(form: Tree) -> set[str]:
    if isinstance(form, str):
        return {form}
    return set().union(*map(_names, form)) if isinstance(form, tuple) else set()


def _product(factors: list[Tree]) -> Tree:
    factors = [f for f in factors if f != 1]
    return factors[0] if len(factors) == 1 else ("*", *factors) if factors else 1


def _primes(value: Fraction) -> list[tuple[int, int]]:
    parts = ((value.numerator, 1), (value.denominator, -1))
    return [
        (int(p), int(n) * sign) for part, sign in parts if part > 1 for p, n in fmpz(part).factor()
    ]
