"""What printed symbols stand for in one reading of a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import contextmanager
from typing import Any

import sympy
from sympy import Expr, Symbol

from derivations.expression import Vector

from .build import UnknownError, Value, written
from .choices import Choices
from .names import Key, Pool
from .tokens import ReadError
from .tree import Name, Number, Product, Sum, Tree

#: The derivatives that dots over a letter mean.
DOTS = {r"\dot": 1, r"\ddot": 2}


class Symbols:
    """One reading of a line: names stand for what ``choices`` has it."""

    def __init__(
        self,
        pool: Pool,
        choices: Choices,
        same: Callable[[Expr, Expr], bool],
        settle: Callable[[Expr], Expr],
        where: Mapping[Tree, tuple[Any, ...]],
        sign: int = 1,
        primes: Symbol | None = None,
    ) -> None:
        self.pool = pool
        self.choices = choices
        self.same = same
        self.settle = settle
        self.where = where
        self.sign = sign
        self.primes = primes
        self.bound: dict[Key, Symbol] = {}
        self.met: dict[Tree, int] = {}
        self.rows = self._rows()

    def _rows(self) -> list[tuple[tuple[Tree, ...], Tree]]:
        """Products of factors that are the name of one thing, the longest first."""
        found = [(t.factors, t) for t in self.where if isinstance(t, Product)]
        for symbol in self.pool.symbols:
            trees = self.pool.names.of(symbol)
            found += [(t.factors, t) for t in trees if isinstance(t, Product)]
        return sorted(found, key=lambda row: -len(row[0]))

    def value(self, tree: Tree) -> Value:
        """What ``tree`` means: see ``Meaning``."""
        raise NotImplementedError

    def scalar(self, tree: Tree) -> Expr:
        """What ``tree`` means, if it is no vector."""
        value = self.value(tree)
        if isinstance(value, Vector):
            msg = "a vector stands where a number should"
            raise ReadError(msg)
        return value

    def _declared(self, tree: Tree) -> Value:
        options = self.where[tree]
        if len(options) == 1:
            return options[0]
        count = self.met[tree] = self.met.get(tree, 0) + 1
        return self.choices.pick(("where", tree, count), options)

    def _compound(self, tree: Tree) -> Value | None:
        """The symbol whose name is not a letter but the whole of ``tree``."""
        if isinstance(tree, Name | Number | Sum):
            return None
        for symbol in self.pool.symbols:
            if tree in self.pool.names.of(symbol):
                return symbol
        return None

    def name(self, name: Name) -> Value:
        """What a symbol stands for in this reading."""
        if name.key in self.bound:
            return self.bound[name.key]
        options = self.pool.options(name)
        if options:
            return self.choices.pick(("name", name.key), options)
        if name.accent in {r"\dot", r"\ddot"}:
            return self.derived(Name(name.base, name.sub, name.primes), DOTS[name.accent])
        if name.primes:
            return self.derived(Name(name.base, name.sub, 0, name.accent), name.primes)
        constant = self.constant(name)
        if constant is None:
            raise UnknownError(written(name))
        return constant

    def constant(self, name: Name) -> Expr | None:
        """π, ∞ and i."""
        if name == Name(r"\pi"):
            return sympy.pi
        if name == Name(r"\infty"):
            return sympy.oo
        if name == Name("i") and self.pool.imaginary:
            return sympy.I
        return None

    def derived(self, name: Name, order: int) -> Expr:
        """A primed or dotted function: its derivative in its only argument."""
        if name in self.where and self.primes is not None:
            return self._declared(name).diff(self.primes, order)
        options = [v for v in self.pool.values if v.func in self.pool.functions_printed(name)]
        options = [v for v in options if len(v.args) == 1 and v.args[0].is_Symbol]
        if not options:
            raise UnknownError(written(name))
        chosen = self.choices.pick(("derived", name.key), options)
        return sympy.Derivative(chosen, (chosen.args[0], order))

    @contextmanager
    def binding(self, key: Key, symbol: Symbol) -> Any:
        """Let a name stand for ``symbol`` for a while."""
        outer = dict(self.bound)
        self.bound[key] = symbol
        try:
            yield
        finally:
            self.bound = outer
