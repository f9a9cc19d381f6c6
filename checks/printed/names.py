"""How the symbols of a paper print, and which of them a printed name may stand for.

A letter may stand for every quantity that is printed so; a function may be printed without
its arguments, or with some of them in their order; a primed letter for a function of a
primed index; a subscript for the index that a function is taken at; a letter for the vector
whose components are printed with x, y, z below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import sympy
from sympy import Dummy, Expr, KroneckerDelta, Symbol
from sympy.core.function import AppliedUndef

from derivations.expression import Total, Vector
from derivations.paper import Paper
from derivations.quantity import Role

from .reader import read
from .tokens import ReadError
from .tree import BraKet, Name, Tree

BESSEL = {sympy.besselj: "J", sympy.bessely: "Y", sympy.besseli: "I", sympy.besselk: "K"}
Key = tuple[str, str, int, str]


class Names:
    """How each quantity of a paper prints."""

    def __init__(self, paper: Paper) -> None:
        self.notation = paper.notation
        self.by_symbol: dict[Any, tuple[Tree, ...]] = {}
        #: Names that cannot be read as formulas, and so are taken as they stand.
        self.odd: tuple[str, ...] = ()
        for quantity in paper.notation:
            trees = []
            for latex in (quantity.latex, *paper.prints.aliases.get(quantity.symbol, ())):
                try:
                    trees.append(read(latex))
                except ReadError:
                    self.odd = (*self.odd, latex)
                    trees.append(Name(latex))
            self.by_symbol[quantity.symbol] = tuple(trees)
        self._keys: dict[Any, frozenset[Key]] = {}

    def of(self, symbol: Any) -> tuple[Tree, ...]:
        """What ``symbol`` is printed as; a function by its class."""
        found = self.by_symbol.get(symbol)
        if found is not None:
            return found
        return (Name(str(symbol)),) if isinstance(symbol, Symbol) else ()

    def keys(self, symbol: Any) -> frozenset[Key]:
        """The names under which ``symbol`` is printed."""
        if symbol not in self._keys:
            names = (tree for tree in self.of(symbol) if isinstance(tree, Name))
            self._keys[symbol] = frozenset(name.key for name in names)
        return self._keys[symbol]

    def value_keys(self, value: Expr) -> frozenset[Key]:
        """The names under which a value of a function is printed without arguments."""
        if value.func in BESSEL:
            return frozenset({Name(BESSEL[value.func], (str(value.args[0]),)).key})
        return self.keys(value.func)

    def is_variable(self, symbol: Any) -> bool:
        """Whether what is said of ``symbol`` is said of all its values."""
        return symbol not in self.notation or self.notation[symbol].role is Role.VARIABLE

    def is_set(self, symbol: Any) -> bool:
        """Whether ``symbol`` is a set that is summed over."""
        return symbol in self.notation and self.notation[symbol].role is Role.SET

    def primes(self, expr: Expr) -> int:
        """The most primes on a symbol in ``expr``."""
        return max(
            (
                tree.primes
                for symbol in expr.free_symbols
                for tree in self.of(symbol)
                if isinstance(tree, Name)
            ),
            default=0,
        )


class Pool:
    """What occurs in the relations of a line: all that its print can stand for."""

    def __init__(
        self, names: Names, expressions: Iterable[Expr], without: Iterable[Symbol] = ()
    ) -> None:
        self.names = names
        self.symbols: dict[Symbol, None] = {}
        self.values: dict[Expr, None] = {}
        self.functions: dict[Any, int] = {}
        self.totals: dict[tuple[Symbol, Symbol], None] = {}
        self.limits: dict[tuple[Expr, ...], None] = {}
        self.deltas: dict[Expr, None] = {}
        self.imaginary = False
        for expression in expressions:
            for node in sympy.preorder_traversal(expression):
                self._take(node)
        for symbol in without:
            self.symbols.pop(symbol, None)
        self.values = dict.fromkeys(sorted(self.values, key=self._order))
        #: The values of which print may leave the arguments out.
        self.short = [value for value in self.values if self._left_out(value)]

    def _take(self, node: Any) -> None:
        if isinstance(node, Symbol) and not isinstance(node, Dummy):
            self.symbols[node] = None
        elif isinstance(node, AppliedUndef) or getattr(node, "func", None) in BESSEL:
            self.functions[node.func] = len(node.args)
            if not node.atoms(Dummy):
                self.values[node] = None
        elif isinstance(node, Total):
            if self.names.is_set(node.over):
                self.totals[node.index, node.over] = None
        elif isinstance(node, sympy.Integral):
            self.limits.update((tuple(limit), None) for limit in node.limits)
        elif isinstance(node, KroneckerDelta):
            self.deltas[node] = None
        elif node is sympy.I:
            self.imaginary = True

    def _order(self, value: Expr) -> tuple[int, str]:
        """Values at plain symbols first, then the simpler ones."""
        return sum(not argument.is_Symbol for argument in value.args), str(value)

    # -- what a name may stand for ----------------------------------------------------

    def options(self, name: Name) -> list[Any]:
        """What ``name`` alone may stand for, likelier readings first."""
        found: dict[Any, None] = {}
        if name.accent not in {"", r"\bar", r"\hat", r"\tilde"}:
            if name.accent == r"\vec":
                found.update(dict.fromkeys(self._vectors(name)))
            return list(found)
        found.update((s, None) for s in self.symbols if name.key in self.names.keys(s))
        for value in self.short:
            keys = self.names.value_keys(value)
            primes = self._argument_primes(value)
            if (
                (name.key in keys and primes == 0)
                or (name.primes and _plain(name).key in keys and primes == name.primes)
                or (name.sub and self._indexed(name, value, keys))
            ):
                found[value] = None
        found.update(dict.fromkeys(self._vectors(name)))
        found.update(dict.fromkeys(self._deltas(name)))
        return list(found)

    def _left_out(self, value: Expr) -> bool:
        """Whether print may leave the arguments out: none is a constant, and some vary."""
        return all(self.varies(a) for a in value.args) and bool(value.free_symbols)

    def varies(self, argument: Expr) -> bool:
        """Whether an argument may go unprinted: a variable, what depends on one, a number."""
        if argument.is_Symbol:
            return self.names.is_variable(argument)
        symbols = argument.free_symbols
        return not symbols or any(self.names.is_variable(symbol) for symbol in symbols)

    def _argument_primes(self, value: Expr) -> int:
        return max((self.names.primes(argument) for argument in value.args), default=0)

    def _indexed(self, name: Name, value: Expr, keys: frozenset[Key]) -> bool:
        """Whether a subscript names indices among the arguments: φ_i for φ(i, τ)."""
        bare = Name(name.base, (), name.primes, name.accent)
        if bare.key not in keys:
            return False
        indices = [a for a in value.args if a.is_Symbol]
        places = []
        for key in _index_keys(name):
            place = next((i for i, a in enumerate(indices) if key in self.names.keys(a)), None)
            if place is None:
                return self._depends(name, value)
            places.append(place)
        return places == sorted(places)

    def _depends(self, name: Name, value: Expr) -> bool:
        """Whether a single subscript is an index on which the arguments depend."""
        keys = list(_index_keys(name))
        return len(keys) == 1 and any(keys[0] in self.names.keys(s) for s in value.free_symbols)

    def _vectors(self, name: Name) -> Iterator[Vector]:
        """The vectors whose components print as ``name`` with x, y, z below."""
        index = list(_index_keys(name))
        places: dict[Any, dict[str, Expr]] = {}
        for letter in "xyz":
            key = Name(name.base, (letter,), name.primes).key
            for value in (*self.symbols, *self.short):
                keys = self.names.keys(value) if value.is_Symbol else self.names.value_keys(value)
                if key not in keys:
                    continue
                free = value.free_symbols
                if index and not any(index[0] in self.names.keys(s) for s in free):
                    continue
                places.setdefault(() if value.is_Symbol else value.args, {})[letter] = value
        for parts in places.values():
            if len(parts) == 3:
                yield Vector(parts[letter] for letter in "xyz")

    def _deltas(self, name: Name) -> Iterator[Expr]:
        """Kronecker's δ with the two indices below."""
        if name.base != r"\delta" or name.primes:
            return
        keys = list(_index_keys(name))
        if len(keys) == 2:
            for delta in self.deltas:
                for first, second in (delta.args, delta.args[::-1]):
                    if self._stands(keys[0], first) and self._stands(keys[1], second):
                        yield delta
                        break

    def _stands(self, key: Key, index: Expr) -> bool:
        """Whether an index may be printed so: as itself, or as a function of it."""
        if index.is_Number:
            return key[0] == str(index)
        if key in self.names.keys(index):
            return True
        return any(
            index in value.free_symbols and value in self.options(Name(key[0], (), key[2]))
            for value in self.values
            if value.args == (index,)
        )

    def functions_printed(self, name: Name) -> list[Any]:
        """The functions that are printed as ``name``."""
        return [f for f in self.functions if name.key in self.names.keys(f)] + [
            v.func for v in self.values if v.func in BESSEL and name.key in self.names.value_keys(v)
        ]

    def matrix_elements(self, operator: Tree) -> list[Any]:
        """The functions of two arguments that are printed (·|operator|·)."""
        return [
            f
            for f in self.functions
            for tree in self.names.of(f)
            if isinstance(tree, BraKet) and tree.operator == operator
        ]


def _plain(name: Name) -> Name:
    return Name(name.base, name.sub, 0, name.accent)


_INDEX = re.compile(r"([A-Za-z]+?|\d+)('*)(?=[A-Za-z]|\d|$)")


def _index_keys(name: Name) -> Iterator[Key]:
    """The indices in a subscript, one a letter or number."""
    for token in name.sub:
        bare = token.rstrip("'")
        known = Name(bare if len(bare) == 1 or bare.isdigit() else "\\" + bare)
        yield Name(known.base, (), len(token) - len(bare)).key
