"""What printed functions mean: known ones, and those of the paper at their arguments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from sympy import Expr

from .build import UnknownError, jet, magnitude_of, power, written
from .number import folded
from .standing import DOTS, Symbols
from .tree import Absolute, BraKet, Derivative, Function, Group, Name, Product, Tree

_FUNCTIONS: dict[str, Callable[..., Expr]] = {
    name: getattr(sympy, name)
    for name in ("sin", "cos", "tan", "cot", "sinh", "cosh", "tanh", "exp", "log")
}


class Functions(Symbols):
    """Functions and their arguments, all or some of them printed."""

    def function(self, tree: Function) -> Expr:
        """A known function."""
        if tree.name not in _FUNCTIONS:
            raise UnknownError(tree.name)
        value = _FUNCTIONS[tree.name](self.scalar(tree.argument))
        if tree.power is None:
            return value
        return self.power_of(value, tree.power)

    def power_of(self, value: Expr, exponent: Tree) -> Expr:
        """A power of a function, as in sin²."""
        number = folded(exponent)
        if number is None:
            return power(value, self.scalar(exponent))
        return power(value, sympy.Rational(number.numerator, number.denominator))

    def absolute(self, tree: Absolute) -> Expr:
        """An absolute value."""
        return magnitude_of(self.scalar(tree.body))

    def applies(self, head: Tree) -> bool:
        """Whether a parenthesis after ``head`` holds its arguments."""
        if isinstance(head, Derivative):
            return isinstance(head.body, Name)
        if not isinstance(head, Name) or head in self.where or head.key in self.bound:
            return False
        bare = Name(head.base, head.sub, 0 if head.accent else head.primes)
        return bool(self.pool.functions_printed(bare))

    def call(self, head: Tree, group: Group) -> Expr:
        """A function at its arguments, all or some of them printed."""
        whole = Product((head, group))
        if whole in self.where:
            return self._declared(whole)
        arguments = [self.settle(self.scalar(item)) for item in group.items]
        if isinstance(head, Derivative):
            return self.derivative_at(head, arguments[0])
        if not isinstance(head, Name):
            raise UnknownError(written(head))
        if head.accent in DOTS:
            function = self.only(Name(head.base, head.sub, head.primes))
            return jet(function, DOTS[head.accent], arguments[0])
        options = self.applications(head, arguments)
        if not options:
            listed = ", ".join(map(str, arguments))
            raise UnknownError(f"{written(head)}({listed})")
        return self.choices.pick(("call", head.key, tuple(map(str, arguments))), options)

    def applications(self, head: Name, arguments: list[Expr]) -> list[Expr]:
        """The values that a function may have there, with all or some arguments printed."""
        functions = self.pool.functions_printed(head)
        options = [
            value
            for value in self.pool.values
            if value.func in functions and self.among(arguments, value.args)
        ]
        for function in dict.fromkeys(functions):
            if self.pool.functions[function] == len(arguments) and not any(
                value.func == function for value in options
            ):
                options.append(function(*arguments))
        return options

    def among(self, printed: list[Expr], arguments: tuple[Expr, ...]) -> bool:
        """Whether ``printed`` are some of ``arguments``, in order, and the rest need no saying."""
        rest = list(arguments)
        for one in printed:
            while rest and not self.same(one, rest[0]):
                if not self.pool.varies(rest.pop(0)):
                    return False
            if not rest:
                return False
            rest.pop(0)
        return all(map(self.pool.varies, rest))

    def matrix_element(self, tree: BraKet) -> Expr:
        """A matrix element (a|V|b)."""
        functions = self.pool.matrix_elements(tree.operator)
        arguments = [self.settle(self.scalar(side)) for side in (tree.left, tree.right)]
        options = [
            v for v in self.pool.values if v.func in functions and self.among(arguments, v.args)
        ] or [f(*arguments) for f in functions]
        if not options:
            raise UnknownError("a matrix element")
        return self.choices.pick(("matrix", tuple(map(str, arguments))), options)

    def functions_of(self, name: Name) -> list[Any]:
        """The functions of one argument that are printed so."""
        return [f for f in self.pool.functions_printed(name) if self.pool.functions[f] == 1]

    def only(self, name: Name) -> Any:
        """The function of one argument that is printed so in this reading."""
        found = self.functions_of(name)
        if not found:
            raise UnknownError(written(name))
        return self.choices.pick(("function", name.key), found)

    def derivative_at(self, head: Derivative, argument: Expr) -> Expr:
        """A derivative at a point."""
        if not isinstance(head.body, Name) or not isinstance(head.variable, Name):
            raise UnknownError(written(head))
        variables = {v.args[0] for v in self.pool.values if v.func in self.functions_of(head.body)}
        named = {key for v in variables if v.is_Symbol for key in self.pool.names.keys(v)}
        if named and head.variable.key not in named | set(self.bound):
            raise UnknownError(f"a derivative in {written(head.variable)}")
        return jet(self.only(head.body), head.order, argument)
