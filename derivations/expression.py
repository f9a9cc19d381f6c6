"""The expressions that sympy lacks: sums over a finite set, and vectors of components."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import sympy
from sympy import Expr, Symbol


class Total(Expr):
    """``Total(f, i, S)``: the sum of ``f`` over all ``i`` in the finite set ``S``.

    Nothing is assumed of ``S`` but that it is finite, so what is proved of a ``Total``
    holds for any number of terms.

    >>> i, S, x = sympy.symbols("i S x")
    >>> f = sympy.Function("f")
    >>> Total(f(i) * x, i, S).diff(x)
    Total(f(i), i, S)
    >>> Total(f(i), i, S).free_symbols == {S}
    True
    """

    def __new__(cls, summand: Any, index: Symbol, over: Symbol) -> Total:
        """Take the summand as sympy does, strictly."""
        node: Total = Expr.__new__(cls, sympy.sympify(summand, strict=True), index, over)
        return node

    @property
    def summand(self) -> Expr:
        """The expression summed."""
        return self.args[0]

    @property
    def index(self) -> Symbol:
        """The bound variable."""
        return self.args[1]

    @property
    def over(self) -> Symbol:
        """The symbol of the set."""
        return self.args[2]

    @property
    def bound_symbols(self) -> list[Symbol]:
        """The variables that the sum binds."""
        return [self.index]

    @property
    def free_symbols(self) -> set[Symbol]:
        """The symbols on which the sum depends, its set among them."""
        inside: set[Symbol] = self.summand.free_symbols
        return (inside - {self.index}) | {self.over}

    def _eval_derivative(self, variable: Symbol) -> Expr:
        if variable == self.index:
            return sympy.S.Zero
        return Total(self.summand.diff(variable), self.index, self.over)

    def _eval_subs(self, old: Expr, new: Expr) -> Expr | None:
        if old == self.index:
            return self
        if self.index in new.free_symbols and old.free_symbols & self.free_symbols:
            return _renamed(self, new.free_symbols).subs(old, new)
        return None


#: What gives a symbol inside it a meaning of its own.
_SCOPES = (Total, sympy.Integral, sympy.Derivative, sympy.Subs)


def substitute(expr: Expr, values: Mapping[Symbol, Any]) -> Expr:
    """``expr`` with all of ``values`` put in at once, none captured by a bound variable.

    >>> t, x = sympy.symbols("t x")
    >>> substitute(sympy.Integral(t * x, (t, 0, 1)), {x: t})
    Integral(t*t_, (t_, 0, 1))
    """
    if not expr.has(*_SCOPES):
        return expr.xreplace(dict(values))
    put = _put if expr.has(sympy.Subs) else _kept
    return put(expr, tuple(values.items()))


def _put(expr: Expr, values: tuple[tuple[Symbol, Any], ...]) -> Expr:
    taken = {symbol for _, value in values for symbol in value.free_symbols}
    return _apart(expr, taken).subs(dict(values), simultaneous=True)


#: The same, kept; not for a ``Subs``, which is equal to one with other letters in it.
_kept = lru_cache(maxsize=4096)(_put)


def renamed(expr: Any, names: Mapping[Any, Any]) -> Any:
    """``expr`` with other symbols and undefined functions, bound variables among them.

    No two of ``names`` may be the same, nor occur in ``expr``: nothing is captured then.

    >>> x, y = sympy.symbols("x y")
    >>> f, g = sympy.Function("f"), sympy.Function("g")
    >>> renamed(sympy.Integral(f(x) * x, (x, 0, 1)), {x: y, f: g})
    Integral(y*g(y), (y, 0, 1))
    """
    if not expr.args:
        return names.get(expr, expr)
    function = names.get(expr.func, expr.func)
    arguments = tuple(renamed(argument, names) for argument in expr.args)
    same = function is expr.func and arguments == expr.args
    return expr if same else function(*arguments)


def improper(expr: Expr, variable: Symbol) -> list[sympy.Integral]:
    """The integrals in ``expr`` that may not be differentiated by ``variable`` under the sign.

    Those that depend on it and run to infinity; or whose integrand depends on it, and is not
    evidently smooth up to both ends: something with the bound variable is divided by, or stands
    under a root or a logarithm, and is not positive by the signs of its terms.

    >>> t, x, a = sympy.Symbol("t", real=True), sympy.Symbol("x"), sympy.Symbol("a", positive=True)
    >>> improper(x + sympy.Integral(sympy.exp(-t * x), (t, 0, sympy.oo)), x)
    [Integral(exp(-t*x), (t, 0, oo))]
    >>> improper(sympy.Integral(sympy.exp(-t * x), (t, 0, 1)), x)
    []
    >>> improper(sympy.Integral(x / (t**2 + a), (t, 0, 1)), x)
    []
    >>> improper(sympy.Integral(x / t, (t, 0, 1)), x)
    [Integral(x/t, (t, 0, 1))]
    """
    return [
        node
        for node in sorted(expr.atoms(sympy.Integral), key=str)
        if variable in node.free_symbols
        and (node.has(sympy.oo, -sympy.oo) or _singular(node, variable))
    ]


def _singular(node: sympy.Integral, variable: Symbol) -> bool:
    if variable not in node.function.free_symbols:
        return False
    body = node.function
    for bound, *ends in node.limits:
        above = all(end.is_nonnegative for end in ends)
        body = body.xreplace(
            {bound: sympy.Dummy(**({"nonnegative": True} if above else {"real": True}))}
        )
    bound_now = body.free_symbols - node.function.free_symbols
    bases = [p.base for p in body.atoms(sympy.Pow) if not (p.exp.is_Integer and p.exp.is_positive)]
    bases += [each.args[0] for each in body.atoms(sympy.log)]
    return any(base.free_symbols & bound_now and not base.is_positive for base in bases)


def _apart(expr: Expr, taken: set[Symbol]) -> Expr:
    """``expr`` with none of its bound variables among ``taken``."""
    if not expr.has(*_BINDERS):
        return expr
    same = expr.func(*(_apart(argument, taken) for argument in expr.args))
    if isinstance(same, _BINDERS) and taken.intersection(same.bound_symbols):
        return _renamed(same, taken)
    return same


def _renamed(node: Expr, taken: set[Symbol]) -> Expr:
    """``node`` with those of its bound variables that are ``taken`` under other names."""
    names = {}
    for symbol in node.bound_symbols:
        name = symbol
        while name in taken | node.atoms(Symbol):
            name = Symbol(f"{name}_", **symbol.assumptions0)
        if symbol in taken:
            names[symbol] = name
    if isinstance(node, Total):
        return Total(substitute(node.summand, names), names[node.index], node.over)
    limits = [(names.get(v, v), *ends) for v, *ends in node.limits]
    return node.func(substitute(node.function, names), *limits)


_BINDERS = (Total, sympy.Integral, sympy.Sum)


class Vector(tuple[Expr, ...]):
    """Cartesian components; adds, subtracts and scales componentwise.

    >>> x, y = sympy.symbols("x y")
    >>> Vector([x, y]) + 2 * Vector([y, x])
    Vector(x + 2*y, 2*x + y)
    >>> Vector([x, y]).dot(Vector([y, x]))
    2*x*y
    """

    __slots__ = ()

    def __new__(cls, components: Iterable[Any]) -> Vector:
        """Take each component as sympy does, strictly."""
        return super().__new__(cls, (sympy.sympify(c, strict=True) for c in components))

    def __add__(self, other: Any) -> Vector:
        return Vector(a + b for a, b in self._pairs(other))

    def __sub__(self, other: Any) -> Vector:
        return Vector(a - b for a, b in self._pairs(other))

    def __neg__(self) -> Vector:
        return Vector(-a for a in self)

    def __mul__(self, scalar: Any) -> Vector:
        return Vector(a * scalar for a in self)

    __rmul__ = __mul__

    def __truediv__(self, scalar: Any) -> Vector:
        return Vector(a / scalar for a in self)

    def __repr__(self) -> str:
        return f"Vector({', '.join(map(str, self))})"

    @property
    def free_symbols(self) -> set[Symbol]:
        """The symbols on which some component depends."""
        return set().union(*(component.free_symbols for component in self))

    def dot(self, other: Vector) -> Expr:
        """The scalar product."""
        return sympy.Add(*(a * b for a, b in self._pairs(other)))

    def map(self, function: Any) -> Vector:
        """Apply ``function`` to each component."""
        return Vector(function(a) for a in self)

    def _pairs(self, other: Any) -> Iterator[tuple[Expr, Expr]]:
        if not isinstance(other, Vector) or len(other) != len(self):
            msg = f"a vector of {len(self)} components cannot be combined with {other!r}"
            raise TypeError(msg)
        return zip(self, other, strict=True)


def gradient(f: Expr, coordinates: tuple[Symbol, ...]) -> Vector:
    """The Cartesian gradient of ``f``."""
    return Vector(f.diff(x) for x in coordinates)


def divergence(field: Vector, coordinates: tuple[Symbol, ...]) -> Expr:
    """The Cartesian divergence of ``field``."""
    return sympy.Add(*(f.diff(x) for f, x in zip(field, coordinates, strict=True)))


def curl(field: Vector, coordinates: tuple[Symbol, ...]) -> Vector:
    """The curl of ``field`` in right-handed Cartesian coordinates.

    >>> x, y, z = sympy.symbols("x y z")
    >>> curl(Vector([-y, x, 0]), (x, y, z))
    Vector(0, 0, 2)
    """
    (a, b, c), (x, y, z) = field, coordinates
    return Vector([c.diff(y) - b.diff(z), a.diff(z) - c.diff(x), b.diff(x) - a.diff(y)])


def laplacian(field: Vector, coordinates: tuple[Symbol, ...]) -> Vector:
    """The Cartesian Laplacian of each component of ``field``."""
    return field.map(lambda f: sympy.Add(*(f.diff(x, 2) for x in coordinates)))
