"""The normal form: sympy expressions as fractions of polynomials over atoms.

An *atom* is what the normal form does not look into: a symbol, a prime, π, i, an
exponential, a logarithm, an irreducible radicand, the value of a function or of one of
its derivatives, a sum over a set, an integral.  Every atom that may carry a rational
power stands for its N-th root, N being common to the whole algebra.

Two expressions with the same normal form are equal wherever both are defined.  The
converse need not hold: a difference that is not zero is no refutation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy
from sympy import Expr, S, Symbol

from derivations.quantity import Notation, Role

from .fraction import Frac, Monomial, Ring


class UnsupportedError(Exception):
    """An expression outside the decidable class, or a step that needs a missing condition."""


class RootError(Exception):
    """A power with a denominator that does not divide N; start again with N times ``by``."""

    def __init__(self, by: int) -> None:
        self.by = by
        super().__init__(by)


@dataclass(frozen=True)
class Atom:
    """One generator: the ``roots``-th root of ``expr``, known to be positive or not."""

    kind: str
    expr: Expr
    roots: int
    positive: bool
    #: Normal forms of what it is made of: a function's arguments, a log's argument …
    parts: tuple[Frac, ...] = ()
    label: Any = None
    #: The variable that a sum or an integral binds in the first of its parts.
    bound: Symbol | None = None


class Algebra:
    """The atoms of one obligation and the conversion into normal form.

    ``rules`` gives the value of atoms that the facts eliminate, ``functions`` that of
    functions: both map to expressions, which are converted in turn.  ``positive`` tells
    whether a polynomial is positive wherever the facts hold.
    """

    def __init__(
        self,
        notation: Notation,
        roots: int = 2,
        rules: dict[Expr, Expr] | None = None,
        functions: dict[Any, tuple[tuple[Symbol, ...], Expr]] | None = None,
        restricted: frozenset[Symbol] = frozenset(),
    ) -> None:
        self.notation = notation
        #: Variables that inequalities confine: facts about them do not hold for all values.
        self.restricted = restricted
        #: The sets that bound variables with standard names run over.
        self.members: dict[Symbol, Symbol] = {}
        self.roots = roots
        self.ring = Ring()
        self.atoms: list[Atom] = []
        self.rules = {} if rules is None else rules
        self.functions = {} if functions is None else functions
        #: Polynomials known from the facts to be positive.
        self.known_positive: list[Frac] = []
        #: Fractions known from the facts not to vanish.
        self.known_nonzero: list[Frac] = []
        #: What had to be positive, or not negative, for the conversions to be valid.
        self.assumed: dict[str, Frac] = {}
        #: What the conversions divided by.
        self.divided: dict[Expr, Frac] = {}
        self._index: dict[Any, int] = {}
        self._memo: dict[Expr, Frac] = {}
        self._terms: dict[Expr, tuple[Fraction, Monomial] | None] = {}
        self.zero = Frac.constant(self.ring, 0)
        self.one = Frac.constant(self.ring, 1)

    # -- generators ---------------------------------------------------------------

    def atom(self, index: int) -> Atom:
        """The atom that a generator stands for."""
        return self.atoms[index]

    def gen(self, index: int, exponent: int = 1) -> Frac:
        """A power of a generator, negative ones included."""
        if exponent >= 0:
            return Frac.make(self.ring, self.ring.power(index, exponent), self.ring.one)
        return Frac.make(self.ring, self.ring.one, self.ring.power(index, -exponent))

    def number(self, value: Fraction | int) -> Frac:
        """A rational number."""
        return Frac.constant(self.ring, value)

    def _new(self, key: Any, atom: Atom) -> int:
        index = self.ring.generator()
        self.atoms.append(atom)
        if key is not None:
            self._index[key] = index
        return index

    def symbol(self, symbol: Symbol) -> int:
        """The generator of a symbol."""
        key = ("symbol", symbol)
        if key not in self._index:
            positive = bool(symbol.is_positive)
            self._new(key, Atom("symbol", symbol, self.roots if positive else 1, positive))
        return self._index[key]

    def prime(self, p: int) -> int:
        """The generator of the N-th root of a prime."""
        key = ("prime", p)
        if key not in self._index:
            index = self._new(key, Atom("number", sympy.Integer(p), self.roots, positive=True))
            self.ring.relate(index, self.roots, self.ring.constant(p))
        return self._index[key]

    def constant(self, name: Expr) -> int:
        """The generator of π."""
        key = ("constant", name)
        if key not in self._index:
            self._new(key, Atom("number", name, self.roots, positive=True))
        return self._index[key]

    def imaginary(self) -> int:
        """The generator of i."""
        key = ("i",)
        if key not in self._index:
            index = self._new(key, Atom("i", S.ImaginaryUnit, 1, positive=False))
            self.ring.relate(index, 2, self.ring.constant(-1))
        return self._index[key]

    def find(self, kind: str, label: Any, parts: tuple[Frac, ...], make: Callable[[], Atom]) -> int:
        """The generator of the atom with these parts, made where there is none."""
        for index, atom in enumerate(self.atoms):
            if (
                atom.kind == kind
                and atom.label == label
                and len(atom.parts) == len(parts)
                and all(a.same(b) for a, b in zip(atom.parts, parts, strict=True))
            ):
                return index
        return self._new(None, make())

    def taken_for_granted(self) -> None:
        """Take what the conversions so far needed as given by the facts."""
        self.assumed.clear()
        self.divided.clear()

    # -- conversion ---------------------------------------------------------------

    def convert(self, expr: Expr) -> Frac:
        """The normal form of ``expr``.

        Raises ``UnsupportedError`` outside the class of expressions that it knows, and
        ``ZeroDivisionError`` where a denominator vanishes identically.
        """
        found = self._memo.get(expr)
        if found is None:
            found = self._memo[expr] = self._convert(expr)
        return found

    def _convert(self, expr: Expr) -> Frac:
        if expr.is_Rational:
            return self.number(Fraction(int(expr.p), int(expr.q)))
        if expr.is_Symbol or expr.is_Mul or expr.is_Pow:
            term = self._term(expr)
            if term is not None:
                return Frac.monomial_of(self.ring, *term)
        if expr.is_Symbol:
            return self.convert(self.rules[expr])
        if expr.is_Add:
            result = self.zero
            for summand in expr.args:
                result = result + self.convert(summand)
            return result
        if expr.is_Mul:
            result = self.one
            for factor in expr.args:
                result = result * self.convert(factor)
            return result
        if expr.is_Pow:
            return self._pow(expr.base, expr.exp)
        from . import atoms

        return atoms.convert(self, expr)

    def _term(self, expr: Expr) -> tuple[Fraction, Monomial] | None:
        """A product of powers of symbols, read off directly; ``None`` if it is none."""
        if expr not in self._terms:
            self._terms[expr] = self._read_term(expr)
        return self._terms[expr]

    def _read_term(self, expr: Expr) -> tuple[Fraction, Monomial] | None:
        if expr.is_Symbol:
            if expr in self.rules:
                return self._term(self.rules[expr])
            index = self.symbol(expr)
            return Fraction(1), {index: self.atoms[index].roots}
        if expr.is_Rational:
            return (Fraction(int(expr.p), int(expr.q)), {}) if expr.p else None
        if expr.is_Mul:
            coefficient = Fraction(1)
            powers: Monomial = {}
            for factor in expr.args:
                one = self._term(factor)
                if one is None:
                    return None
                coefficient *= one[0]
                for index, exponent in one[1].items():
                    powers[index] = powers.get(index, 0) + exponent
            return coefficient, {i: e for i, e in powers.items() if e}
        if expr.is_Pow and expr.exp.is_Rational:
            one = self._term(expr.base)
            return None if one is None else self._term_power(*one, expr.exp)
        return None

    def _term_power(
        self, coefficient: Fraction, powers: Monomial, exponent: sympy.Rational
    ) -> tuple[Fraction, Monomial] | None:
        positive = all(self.atoms[i].positive for i in powers)
        if exponent.is_negative and not positive:
            return None
        if exponent.is_Integer:
            times = int(exponent)
            return coefficient**times, {i: e * times for i, e in powers.items()}
        if coefficient != 1 or not positive:
            return None
        power = Fraction(int(exponent.p), int(exponent.q))
        raised = {i: e * power for i, e in powers.items()}
        for steps in raised.values():
            if steps.denominator != 1:
                raise RootError(steps.denominator)
        return coefficient, {i: int(e) for i, e in raised.items()}

    def ruled(self, expr: Expr) -> Frac | None:
        """The value of an atom that the facts give, if they do."""
        return self._ruled(expr)

    def _ruled(self, expr: Expr) -> Frac | None:
        value = self.rules.get(expr)
        return None if value is None else self.convert(value)

    def _pow(self, base: Expr, exponent: Expr) -> Frac:
        if exponent.is_negative:
            self.divided[base] = self.convert(base)
        if exponent.is_Integer:
            return self.convert(base) ** int(exponent)
        if exponent.is_Rational:
            return self.root(self.convert(base), Fraction(int(exponent.p), int(exponent.q)))
        from . import transcendental

        if base == S.Exp1:
            return transcendental.exponential(self, self.convert(exponent))
        logarithm = transcendental.logarithm(self, self.convert(base))
        return transcendental.exponential(self, self.convert(exponent) * logarithm)

    # -- powers -------------------------------------------------------------------

    def root(self, value: Frac, exponent: Fraction) -> Frac:
        """``value`` to a rational power, real and positive where ``value`` is."""
        if exponent.denominator == 1:
            return value ** int(exponent)
        if value.is_zero():
            if exponent > 0:
                return self.zero
            raise ZeroDivisionError
        from . import radicals

        return radicals.power(self, value, exponent)

    def scaled(self, index: int, exponent: Fraction) -> Frac:
        """The atom (not its root) of generator ``index`` to a rational power."""
        atom = self.atoms[index]
        steps = exponent * atom.roots
        if steps.denominator != 1:
            if atom.roots == 1:
                msg = f"({atom.expr})^({exponent}): {atom.expr} is not known to be positive"
                raise UnsupportedError(msg)
            raise RootError(steps.denominator)
        return self.gen(index, int(steps))

    # -- back to sympy ------------------------------------------------------------

    def monomial_expr(self, coefficient: Fraction, powers: Monomial) -> Expr:
        """The expression of one term."""
        factors = [sympy.Rational(coefficient.numerator, coefficient.denominator)]
        for index, exponent in powers.items():
            atom = self.atoms[index]
            factors.append(atom.expr ** sympy.Rational(exponent, atom.roots))
        return sympy.Mul(*factors)

    def expr(self, value: Frac) -> Expr:
        """An expression with this normal form."""
        single = value.monomial()
        if single:
            return self.monomial_expr(*single)
        top = sympy.Add(*(self.monomial_expr(*term) for term in value.terms()))
        if value.den.is_constant():
            return top / sympy.Rational(str(value.den.leading_coefficient()))
        bottom = Frac(self.ring, value.den, self.ring.one)
        return top / sympy.Add(*(self.monomial_expr(*term) for term in bottom.terms()))

    # -- dependence ---------------------------------------------------------------

    def depends(self, index: int, symbol: Symbol) -> bool:
        """Whether the atom's value depends on ``symbol``, the facts being put in."""
        atom = self.atoms[index]
        if atom.kind == "symbol":
            return bool(atom.expr == symbol)
        parts = atom.parts[1:] if atom.bound == symbol else atom.parts
        return any(self.depends(i, symbol) for part in parts for i in part.generators())

    def varies(self, symbol: Symbol) -> bool:
        """Whether the facts hold for all values of ``symbol``."""
        return (
            symbol in self.notation
            and self.notation[symbol].role is Role.VARIABLE
            and symbol not in self.restricted
        )

    def is_member(self, expr: Expr, of: Symbol) -> bool:
        """Whether ``expr`` is declared, or bound, to run over the set ``of``."""
        if expr in self.notation:
            return bool(self.notation[expr].member_of == of)
        return bool(self.members.get(expr) == of)

    def is_real(self, value: Frac) -> bool:
        """Whether ``value`` is seen to be real."""
        return all(self._is_real(i) for i in value.generators())

    def _is_real(self, index: int) -> bool:
        atom = self.atoms[index]
        if atom.kind in {"i", "cis"}:
            return False
        return atom.positive or all(self.is_real(part) for part in atom.parts)

    def role(self, index: int) -> Role | None:
        """The role of a symbol's generator; ``None`` for other atoms."""
        atom = self.atoms[index]
        if atom.kind == "symbol" and atom.expr in self.notation:
            return self.notation[atom.expr].role
        return None
