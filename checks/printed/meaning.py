"""What a printed tree means: an expression in the paper's symbols, put together unevaluated.

Sums, products and powers are put together as they are printed, without sympy's evaluation,
so that nothing is rearranged before the normal form compares it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from sympy import Expr, Symbol

from derivations.expression import Total, Vector, gradient

from .arithmetic import Arithmetic
from .build import UnknownError, Value, added, jet, product, written
from .tokens import ReadError
from .tree import (
    Absolute,
    At,
    BigSum,
    BraKet,
    Derivative,
    Function,
    Group,
    Integral,
    Name,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Tree,
    Unit,
)


class Meaning(Arithmetic):
    """One reading of a line: trees become expressions."""

    def value(self, tree: Tree) -> Value:
        """What ``tree`` means.

        Raises ``UnknownError`` for what the line's relations do not contain, and
        ``ReadError`` for what makes no sense.
        """
        if tree in self.where and not (isinstance(tree, Name) and tree.key in self.bound):
            return self._declared(tree)
        compound = self._compound(tree)
        if compound is not None:
            return compound
        method = _METHODS.get(type(tree))
        if method is None:
            msg = f"a {type(tree).__name__.lower()} cannot stand there"
            raise ReadError(msg)
        return method(self, tree)

    def derivative(self, tree: Derivative) -> Value:
        """A derivative, or a gradient."""
        if tree.body is None:
            msg = "a derivative with nothing to act on"
            raise ReadError(msg)
        variable = self.value(tree.variable)
        if isinstance(variable, Vector):
            body = self.depending(tree.body, variable)
            if isinstance(body, Vector):
                msg = "the gradient of a vector"
                raise ReadError(msg)
            return gradient(body, tuple(variable))
        if not variable.is_Symbol:
            if not isinstance(tree.body, Name):
                msg = "a derivative with respect to something that is no variable"
                raise ReadError(msg)
            return jet(self.only(tree.body), tree.order, variable)
        body = self.depending(tree.body, variable)
        if isinstance(body, Vector):
            return body.map(lambda part: part.diff(variable, tree.order))
        return body.diff(variable, tree.order)

    def depending(self, body: Tree, variable: Value) -> Value:
        """A function by its bare name, at arguments among which is ``variable``."""
        if not isinstance(body, Name) or body in self.where:
            return self.scalar(body)
        options = [
            option
            for option in self.pool.options(body)
            if isinstance(option, Vector) is (body.accent == r"\vec")
            and variable.free_symbols <= option.free_symbols
        ]
        for function in self.pool.functions_printed(body):
            if self.pool.functions[function] == 1 and variable.is_Symbol:
                value = function(variable)
                options = [value, *(o for o in options if o != value)]
        if not options:
            raise UnknownError(f"{written(body)} as a function of {variable}")
        return self.choices.pick(("depending", body.key, variable), options)

    def at(self, tree: At) -> Expr:
        """A value at a point, or the difference of two."""
        if not isinstance(tree.body, Derivative):
            msg = "a value at a point, of something that does not say in what variable"
            raise ReadError(msg)
        low = None if tree.low is None else self.settle(self.scalar(tree.low))
        high = self.settle(self.scalar(tree.high))
        upper = self.derivative_at(tree.body, high)
        if low is None:
            return upper
        return added([upper, product(sympy.Integer(-1), self.derivative_at(tree.body, low))])

    def integral(self, tree: Integral) -> Expr:
        """An integral; limits that are not printed are those of the relations."""
        if not isinstance(tree.variable, Name):
            msg = "an integral over something that is no symbol"
            raise ReadError(msg)
        key = tree.variable.key
        declared = self.where.get(tree.variable, ())
        limits = [
            limit
            for limit in self.pool.limits
            if key in self.pool.names.keys(limit[0]) or limit[0] in declared
        ]
        if not limits:
            raise UnknownError(f"d{written(tree.variable)}")
        given = tree.low is not None and tree.high is not None
        if given is not (tree.low is not None or tree.high is not None):
            msg = "an integral with one limit"
            raise ReadError(msg)
        if given:
            limits = [(variable,) for variable in dict.fromkeys(limit[0] for limit in limits)]
        variable, *ends = self.choices.pick(("bound", key, given), limits)
        if tree.low is not None and tree.high is not None:
            ends = [self.settle(self.scalar(tree.low)), self.settle(self.scalar(tree.high))]
        with self.binding(key, variable):
            return sympy.Integral(self.scalar(tree.body), (variable, *ends))

    def big_sum(self, tree: BigSum) -> Value:
        """A sum over a set."""
        index, over = self.choices.pick(("sum", tree.index), self.sums(tree.index))
        body = self.value(tree.body)
        if isinstance(body, Vector):
            return body.map(lambda part: Total(part, index, over))
        return Total(body, index, over)

    def sums(self, printed: Tree | None) -> list[tuple[Symbol, Symbol]]:
        """The indices that may be summed over, given what is printed below the sign."""
        found = list(self.pool.totals)
        if isinstance(printed, Name):
            options = self.pool.options(printed)
            free = [o.free_symbols if isinstance(o, Vector | Expr) else set() for o in options]
            found = [pair for pair in found if any(pair[0] in symbols for symbols in free)]
        elif printed is not None:
            found = []
        if not found:
            raise UnknownError("a sum over " + ("nothing" if printed is None else "that index"))
        return found


_METHODS: dict[type, Callable[[Meaning, Any], Value]] = {
    Number: Meaning.number,
    Name: Meaning.name,
    Sum: Meaning.sum,
    Product: Meaning.product,
    Quotient: Meaning.quotient,
    Power: Meaning.power,
    Root: Meaning.root,
    Group: Meaning.group,
    Function: Meaning.function,
    Absolute: Meaning.absolute,
    BraKet: Meaning.matrix_element,
    Integral: Meaning.integral,
    BigSum: Meaning.big_sum,
    Derivative: Meaning.derivative,
    At: Meaning.at,
    Unit: Meaning.unit,
}
