"""The atoms of one obligation: generators, their relations, and what is known of them.

An *atom* is what the normal form does not look into: a symbol, a prime, π, i, an
exponential, a logarithm, an irreducible radicand, the value of a function or of one of
its derivatives, a sum over a set, an integral.  Every atom that may carry a rational
power stands for its N-th root, N being common to the whole basis.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

import sympy
from sympy import Expr, FunctionClass, S, Symbol
from sympy.core.function import UndefinedFunction

from derivations.quantity import Notation, Role

from ..quoting import quoted
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


class Basis:
    """Generators for atoms, made when first met, and what the facts say of them."""

    def __init__(
        self, notation: Notation, roots: int = 2, restricted: frozenset[Symbol] = frozenset()
    ) -> None:
        self.notation = notation
        self.roots = roots
        #: Variables that inequalities confine: facts about them do not hold for all values.
        self.restricted = restricted
        #: The sets that bound variables with standard names run over.
        self.members: dict[Symbol, Symbol] = {}
        self.ring = Ring()
        self.atoms: list[Atom] = []
        #: Polynomials known from the facts to be positive.
        self.known_positive: list[Frac] = []
        #: Fractions known from the facts not to vanish.
        self.known_nonzero: list[Frac] = []
        #: What had to be positive, or not negative, for the conversions to be valid.
        self.assumed: dict[str, Frac] = {}
        #: What the conversions divided by.
        self.divided: dict[Expr, Frac] = {}
        self._index: dict[Any, int] = {}
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

    def scaled(self, index: int, exponent: Fraction) -> Frac:
        """The atom (not its root) of generator ``index`` to a rational power."""
        atom = self.atoms[index]
        steps = exponent * atom.roots
        if steps.denominator != 1:
            if atom.roots == 1:
                msg = (
                    f"({quoted(atom.expr)})^({exponent}): "
                    f"{quoted(atom.expr)} is not known to be positive"
                )
                raise UnsupportedError(msg)
            raise RootError(steps.denominator)
        return self.gen(index, int(steps))

    # -- back to sympy ------------------------------------------------------------

    def monomial_expr(self, coefficient: Fraction, powers: Monomial) -> Expr:
        """The expression of one term."""
        factors = [sympy.Rational(coefficient.numerator, coefficient.denominator)]
        for index, exponent in powers.items():
            factors.append(self._raised(self.atoms[index], exponent))
        return sympy.Mul(*factors)

    def _raised(self, atom: Atom, exponent: int) -> Expr:
        """A power of the generator: exp(z)^(1/2) is exp(z/2), and no principal root of exp(z)."""
        power = sympy.Rational(exponent, atom.roots)
        if atom.kind in _TURNS:
            return sympy.exp(_TURNS[atom.kind] * power * self.expr(atom.parts[0]))
        return atom.expr**power

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
        known = isinstance(atom.label, FunctionClass)
        if atom.kind in {"i", "cis"} or (known and not isinstance(atom.label, UndefinedFunction)):
            return False
        return atom.positive or all(self.is_real(part) for part in atom.parts)

    @cached_property
    def counts(self) -> frozenset[Expr | None]:
        """How many members the sets have."""
        return frozenset(quantity.count for quantity in self.notation)

    def role(self, index: int) -> Role | None:
        """The role of a symbol's generator; ``None`` for other atoms."""
        atom = self.atoms[index]
        if atom.kind == "symbol" and atom.expr in self.notation:
            return self.notation[atom.expr].role
        return None


_TURNS = {"exp": S.One, "cis": S.ImaginaryUnit}
