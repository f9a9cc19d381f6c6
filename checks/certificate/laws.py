"""Which law says what a generator is: roots, exponentials, logarithms, sums, integrals."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import lcm
from typing import Any

from flint import fmpz

from .. import replay
from ..replay import Frac, Theory, Tree
from .antiderivatives import antiderivative

#: Longer polynomials are not factored.
_MOST_TERMS = 400


def factored(poly: Any) -> Any:
    """A rational number, and irreducible factors with their powers."""
    replay.sure(len(poly) <= _MOST_TERMS, "a polynomial is too large to be factored")
    return poly.factor()


class Laws:
    """Steps that take one generator of a theory apart; ``None`` where there is none."""

    theory: Theory
    #: Generators of which there is nothing more to say, as far as is known.
    final: set[Tree]
    #: Takes a step; whether it follows.
    attempt: Callable[..., bool]
    #: Whether integrals are worked out where an antiderivative is known.
    integrates = False

    # roots, exponentials, logarithms

    def factors(self, value: Frac) -> tuple[Fraction, list[tuple[Frac, int]]]:
        """A rational number, and irreducible factors with their powers, positive where known."""
        content, found = Fraction(1), []
        for poly, direction in ((value.num, 1), (value.den, -1)):
            lead, factors = factored(poly)
            content *= replay.rational_of(lead) ** direction
            for factor, n in factors:
                piece = Frac(self.theory, factor)
                if self.theory.seen(piece, replay.NEGATIVE):
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
            if inner is not None and inner.kind == "exp" and self._positive(inner):
                bases.append(("exp", ("*", inner.parts[0].tree(), Fraction(e, n))))
            elif inner is not None and inner.kind == "^" and self._positive(inner):
                power = Fraction(e, n * inner.label)
                base, finest = inner.form[1], self._finest(inner.form[1], power.denominator)
                if finest != inner.label:
                    whole = ("^", ("^", base, Fraction(1, finest)), finest // inner.label)
                    return ("root", base, inner.label, whole)
                bases.append(self._powered(base, power, finest))
            elif self.theory.seen(piece, replay.POSITIVE):
                base = piece.tree()
                bases.append(self._powered(base, Fraction(e, n), self._finest(base, n)))
            else:
                rest.append(("^", piece.tree(), e) if e != 1 else piece.tree())
        for p, e in _primes(abs(content)):
            bases.append(self._powered(p, Fraction(e, n), self._finest(p, n)))
        if rest:
            rest += [-1] if content < 0 else []
            bases.append(("^", _product(rest), Fraction(1, n)))
        result = _product(bases)
        form = value.tree()
        return None if result == ("^", form, Fraction(1, n)) else ("root", atom.form[1], n, result)

    def _positive(self, atom: Any) -> bool:
        return self.theory.place(self.theory.atoms.index(atom)).inside(replay.POSITIVE)

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
            self.final.clear()
        return lcm(n, *labels)

    @staticmethod
    def _powered(base: Tree, power: Fraction, finest: int) -> Tree:
        steps = power * finest
        form = ("^", base, Fraction(1, finest)) if finest > 1 else base
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
                part = part * Frac(theory, theory.gens[g]) ** e
            inside = [theory.atoms[g] for g, _ in term]
            turns = part / (i * pi)
            if (number := _number(turns)) is not None and (2 * number * c).denominator == 1:
                powers.append((("i",), int(2 * number * c)))
            elif (
                len(term) == 1
                and inside[0].kind == "log"
                and _number(bottom) == 1
                and term[0][1] == 1
            ):
                base = inside[0].parts[0].tree()
                if c.denominator > 1:
                    base = ("^", base, Fraction(1, c.denominator))
                powers.append((base, c.numerator))
            elif theory.whole(turns):
                powers.append((("exp", part.tree()), int(c)) if c.denominator == 1 else (0, 0))
            else:
                ratios = (a.parts[0] / part for a in theory.atoms if a.kind == "exp")
                known = [r.denominator for x in ratios if (r := _number(x)) is not None]
                finest = lcm(c.denominator, *known)
                shared = _product([part.tree(), Fraction(1, finest)])
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
        logs = [("*", e, _logarithm(base)) for base, e in powers]
        result = ("+", *logs) if logs else 0
        whole = [(base, int(e * q)) for base, e in powers]
        self.attempt("exp", ("*", q, result), whole)
        return ("log", atom.form[1], q, result)

    # sums and integrals

    def _depends(self, g: int, name: str) -> bool:
        return name in replay.free(self.theory.atoms[g].form)

    def _of_total(self, atom: Any) -> Any:
        return self._split(atom)

    def _of_int(self, atom: Any) -> Any:
        apart = self._split(atom)
        return apart if apart and len(apart[2]) == 1 else self._integral(atom) or apart

    def _split(self, atom: Any) -> Any:
        theory, form, value = self.theory, atom.form, atom.parts[0]
        name, improper = form[1], "oo" in repr(form[3:])
        outside, inside = theory.constant(1), theory.constant(1)
        lead, found = factored(value.den)
        outside = outside * theory.constant(replay.rational_of(lead))
        for factor, n in found:
            piece = Frac(theory, factor) ** int(n)
            if any(self._depends(g, name) for g in piece.gens):
                inside = inside * piece
            else:
                outside = outside * piece
        groups: dict[Any, Frac] = {}
        for c, term in replay.terms(value.num):
            own = tuple((g, e) for g, e in term if self._depends(g, name))
            front = theory.constant(c) / outside
            for g, e in term:
                if (g, e) not in own:
                    front = front * Frac(theory, theory.gens[g]) ** e
            groups[own] = groups.get(own, theory.constant(0)) + front
        pairs = []
        for own, front in groups.items():
            part = theory.constant(1) / inside
            for g, e in own:
                part = part * Frac(theory, theory.gens[g]) ** e
            pairs.append((front.tree(), part.tree()))
        if improper and len(pairs) > 1:
            return None
        if len(pairs) == 1 and pairs[0][0] == 1 and pairs[0][1] != 1:
            return None
        return ("linear", form, pairs)

    def _integral(self, atom: Any) -> Any:
        _, x, _, low, high = atom.form
        far = replay.MINUS_INFINITY in (low, high) or low == replay.INFINITY
        if not self.integrates or far:
            return None
        found = antiderivative(self.theory, atom.parts[0], x)
        if found is None:
            return None
        return (
            "integral",
            atom.form,
            found,
            self._far(found, x) if high == replay.INFINITY else [],
        )

    def _far(self, form: Tree, x: str) -> list[Any]:
        """The steps that say which exponentials in an antiderivative vanish far away."""
        theory, steps = self.theory, list[Any]()
        for g in sorted(theory.value(form).gens):
            atom = theory.atoms[g]
            if atom.kind != "exp" or not self._depends(g, x):
                continue
            inside = atom.form[1]
            far = replay.put(inside, {x: replay.over(1, "#h")})
            if theory.seen(replay.derivative(inside, x), replay.POSITIVE):
                steps.append(("exp", far, [(("exp", ("*", -1, far)), -1)]))
                far = ("*", -1, far)
            steps.append(("small", ("exp", far), 1))
        return steps


def _number(value: Frac) -> Fraction | None:
    """The rational number that a fraction is, if it is one other than 0."""
    single = value.monomial()
    return single[0] if single and not single[1] else None


def _logarithm(base: Tree) -> Tree:
    return base[1] if isinstance(base, tuple) and base[0] == "exp" else ("log", base)


def _product(factors: list[Tree]) -> Tree:
    factors = [f for f in factors if f != 1]
    return factors[0] if len(factors) == 1 else ("*", *factors) if factors else 1


def _primes(value: Fraction) -> list[tuple[int, int]]:
    parts = ((value.numerator, 1), (value.denominator, -1))
    return [
        (int(p), int(n) * sign) for part, sign in parts if part > 1 for p, n in fmpz(part).factor()
    ]
