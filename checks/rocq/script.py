"""Proofs of equations: the facts solved in order and put in, then ``field``.

The solutions are those of the normal form; each is proved from its fact by a cofactor,
x − value = q·(left − right).  Where roots occur, a positive x is first written as a
power of its root, so that only polynomials are left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import Any

import sympy
from sympy import Expr, S

from derivations.quantity import Notation
from derivations.relation import Relation

from ..normal.algebra import Algebra
from ..normal.elimination import System
from ..normal.fraction import Frac
from ..normal.sign import nonzero
from ..normal.solution import Solution
from .term import OutsideError, Terms, small_primes

#: The exponents with which a solution is tried to be proved by a cofactor.
_EXPONENTS = (1, 2, 3, 4, 6, 8, 12)


@dataclass
class Elimination:
    """The solutions that some expressions need, in order, and the roots that occur."""

    system: System
    notation: Notation
    solutions: list[Solution]
    roots: dict[Expr, int] = field(default_factory=dict)

    @classmethod
    def of(cls, system: System, notation: Notation, needed: Iterable[Expr]) -> Elimination:
        """What ``needed`` needs."""
        found = _needed(system, needed)
        made = cls(system, notation, found)
        exprs = [*needed, *(side for s in found for side in (*s.fact.sides, s.value))]
        made.roots = _roots(exprs, found)
        return made

    @property
    def facts(self) -> list[Relation]:
        """The facts that were solved."""
        return [solution.fact for solution in self.solutions]


def _needed(system: System, exprs: Iterable[Expr]) -> list[Solution]:
    wanted = set().union(*(expr.free_symbols for expr in exprs))
    chosen: list[Solution] = []
    again = True
    while again:
        again = False
        for solution in system.solutions:
            if solution not in chosen and solution.atom in wanted:
                chosen.append(solution)
                wanted.update(*(side.free_symbols for side in solution.fact.sides))
                again = True
    return [solution for solution in system.solutions if solution in chosen]


def _roots(exprs: list[Expr], solutions: list[Solution]) -> dict[Expr, int]:
    """For each base of a fractional power, which root of it is taken as the unknown.

    What a root of a solved quantity is made of needs its roots too.
    """
    found: dict[Expr, int] = {}
    before: dict[Expr, int] | None = None
    while before != found:
        before = dict(found)
        values = [_root_of_value(s, found[s.atom]) for s in solutions if s.atom in found]
        for expr in (*exprs, *values):
            for power in expr.atoms(sympy.Pow):
                base, exponent = power.args
                if exponent.is_Rational and not exponent.is_Integer:
                    for part, times in _parts(base).items():
                        order = (times * exponent).q
                        found[part] = lcm(found.get(part, 1), int(order))
    return dict(sorted(found.items(), key=lambda item: sympy.default_sort_key(item[0])))


def _parts(base: Expr) -> dict[Expr, int]:
    """What ``base`` is written as a product of where a root of it is taken."""
    return small_primes(base) if base.is_Integer and base.is_positive else {base: 1}


def _root_of_value(solution: Solution, times: int) -> Expr:
    root: Expr = sympy.expand_power_base(solution.value ** sympy.Rational(1, times))
    return root


class Script:
    """The sentences of a proof; ``terms`` knows the names of what is in the context."""

    def __init__(self, elimination: Elimination, terms: Terms, positive: dict[Expr, str]) -> None:
        self.elimination = elimination
        self.terms = terms
        #: The hypotheses that say that a symbol is positive.
        self.positive = positive
        self.relations: list[str] = []
        self.lines: list[str] = []

    def equation(self, names: dict[Relation, str]) -> list[str]:
        """From the hypotheses ``names`` to the goal, all but the last step."""
        self._take_roots()
        algebra = self.elimination.system.algebra
        rules: dict[Expr, Expr] = {}
        for solution in self.elimination.solutions:
            before = Algebra(algebra.notation, algebra.roots, dict(rules))
            before.known_nonzero = [before.convert(s) for s in self._known(rules)]
            self._solve(before, solution, names[solution.fact])
            rules[solution.atom] = solution.value
        return self.lines

    def _known(self, rules: dict[Expr, Expr]) -> list[Expr]:
        return [
            s.divided_by
            for s in self.elimination.solutions
            if s.atom not in rules and s.divided_by is not S.One
        ]

    def _take_roots(self) -> None:
        for base, times in self.elimination.roots.items():
            if times == 1:
                continue
            if base.is_Symbol or base is S.Pi or base.is_Integer:
                self._take_root(base, times)
            else:
                raise OutsideError(f"the root of {base} is not exported")

    def _take_root(self, base: Expr, times: int) -> None:
        plain = self.terms.term(base)
        root = self.terms.names.name(("root", base), f"root_{plain}")
        sign, square = f"P_{root}", f"E_{root}"
        if base in self.positive:
            show = f"exact {self.positive[base]}"
        else:
            show = "exact PI_RGT_0" if base is S.Pi else "lra"
        self.lines.append(
            f"destruct (root_of {times} {plain} ltac:({show}) ltac:(lia)) "
            f"as [{root} [{sign} {square}]]."
        )
        powers = self._powers(base, times)
        for written, exponent in powers:
            how = (
                f"apply (sqrt_by_root _ {root} {exponent}); [exact {sign} | exact {square}]"
                if written.startswith("sqrt")
                else f"apply (power_by_root _ {root} _ {times} {exponent}); "
                f"[exact {sign} | exact {square} | simpl; lra]"
            )
            self.lines.append(
                f"assert (S_{root} : {written} = {root} ^ {exponent}) "
                f"by ({how}); rewrite ?S_{root} in *; clear S_{root}."
            )
        if base.is_Integer:
            self.relations.append(square)
            self.lines.append(f"symmetry in {square}.")
            self.terms.roots[base] = (root, times)
            return
        if base is S.Pi:
            self.lines.append(f"rewrite {square} in *; clear {square}.")
        else:
            self.lines.append(f"put {plain} {square}.")
        self.terms.roots[base] = (root, times)

    def _powers(self, base: Expr, times: int) -> list[tuple[str, int]]:
        """The fractional powers of ``base`` as the statement writes them, and in roots."""
        plain = self.terms.term(base)
        found = [(f"sqrt {plain}", times // 2)] if times % 2 == 0 else []
        for power in sorted(self._fractional(base)):
            if power.denominator > 2:
                written = f"Rpower {plain} ({power.numerator} / {power.denominator})"
                found.append((written, int(power * times)))
        return found

    def _fractional(self, base: Expr) -> set[Fraction]:
        exprs: list[Any] = [side for fact in self.elimination.facts for side in fact.sides]
        exprs += self.goal_sides
        return {
            abs(Fraction(int(power.exp.p), int(power.exp.q)) * times)
            for expr in exprs
            for power in expr.atoms(sympy.Pow)
            if power.exp.is_Rational and not power.exp.is_Integer
            for part, times in _parts(power.base).items()
            if part == base
        }

    @property
    def close(self) -> str:
        """The tactic that proves an equation of fractions."""
        return " ".join(["by_field_with", *self.relations]) if self.relations else "by_field"

    goal_sides: tuple[Expr, ...] = ()

    def _solve(self, algebra: Algebra, solution: Solution, name: str) -> None:
        """Prove atom = value (or the equation of their roots) from the fact, and put it in."""
        times = self.elimination.roots.get(solution.atom, 1)
        if times == 1 and is_given(solution):
            self.lines.append(f"put {self.terms.term(solution.atom)} {name}.")
            return
        self._divided(algebra, solution, name)
        unknown = solution.atom ** sympy.Rational(1, times)
        value = _root_of_value(solution, times)
        left, right = (algebra.convert(side) for side in solution.fact.sides)
        power, cofactor = self._cofactor(algebra, unknown, value, left - right)
        x = self.terms.term(unknown)
        v, q = self.terms.term(value), self.terms.term(algebra.expr(cofactor))
        prove = f"refine (by_cofactor _ _ _ _ {q} _ {name}); {self.close}"
        if power != 1:
            prove = f"apply (equal_powers {power}); [pos | pos | lia |]; {prove}"
        self.lines.append(f"assert (X_{name} : {x} = {v}).")
        self.lines.append(f"{{ {prove}. }}")
        root = self.terms.roots.pop(solution.atom, None)
        if root is None:
            self.lines.append(f"clear {name}; put {x} X_{name}.")
        else:
            self.lines.append(f"clear {name}; put {root[0]} X_{name}.")
            self.terms.roots[solution.atom] = root

    def _divided(self, algebra: Algebra, solution: Solution, name: str) -> None:
        """Show from the fact itself, which reads a·x + b = 0, that a is not zero."""
        left, right = (algebra.convert(side) for side in solution.fact.sides)
        front, value = algebra.convert(solution.divided_by), algebra.convert(solution.value)
        rest = -(front * value)
        q = front * (algebra.convert(solution.atom) - value) / (left - right)
        for number, factor in enumerate(divisors(solution), 1):
            others = front / algebra.convert(factor) * algebra.convert(solution.atom)
            a, b, x, times = (
                self.terms.term(algebra.expr(one))
                for one in (algebra.convert(factor), rest, others, q)
            )
            self.lines.append(
                f"assert (N{number}_{name} : {a} <> 0) by (apply (divisor _ _ {times} _ {x} {b} "
                f"{name}); [{self.close} | pos])."
            )

    def _cofactor(
        self, algebra: Algebra, unknown: Expr, value: Expr, difference: Frac
    ) -> tuple[int, Frac]:
        """The smallest power k, and q with x^k − v^k = q·difference that is defined."""
        x, v = algebra.convert(unknown), algebra.convert(value)
        for power in _EXPONENTS:
            wanted = x**power - v**power
            for quotient in (wanted / difference, _by_coefficient(algebra, x**power, difference)):
                if (
                    quotient is not None
                    and nonzero(algebra, Frac(algebra.ring, quotient.den, algebra.ring.one))
                    and (quotient * difference - wanted).is_zero()
                ):
                    return power, quotient
        raise OutsideError(f"no cofactor was found for {unknown}")


def is_given(solution: Solution) -> bool:
    """Whether the fact says x = value as it stands, which the normal form writes with i."""
    atom, value = solution.fact.sides
    given = atom == solution.atom and atom not in value.free_symbols
    return given and bool(solution.value.has(S.ImaginaryUnit))


def divisors(solution: Solution) -> list[Expr]:
    """What was divided by, factor by factor, as far as no sign shows that it is not zero."""
    factors = sympy.Mul.make_args(sympy.factor(solution.divided_by))
    bases = [factor.as_base_exp()[0] for factor in factors]
    return [base for base in bases if not (base.is_number or base.is_nonzero)]


def _by_coefficient(algebra: Algebra, power: Frac, difference: Frac) -> Frac | None:
    """1/a where the difference is a·x^k + b with this power of x, and none in a or b."""
    single = power.monomial()
    if single is None or len(single[1]) != 1:
        return None
    ((index, exponent),) = single[1].items()
    bottom = Frac(algebra.ring, difference.den, algebra.ring.one)
    with_it = algebra.zero
    for coefficient, powers in difference.terms():
        if powers.pop(index, 0) == exponent:
            term = algebra.number(coefficient)
            for other, times in powers.items():
                term = term * algebra.gen(other, times)
            with_it = with_it + term
    return None if with_it.is_zero() else bottom / with_it
