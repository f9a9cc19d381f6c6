"""What a printed tree means: an expression in the paper's symbols, put together unevaluated.

Sums, products and powers are put together as they are printed, without sympy's evaluation,
so that nothing is rearranged before the normal form compares it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import contextmanager
from typing import Any, TypeAlias

import sympy
from sympy import Dummy, Expr, Symbol

from derivations.expression import Total, Vector, curl, divergence, gradient, laplacian

from .choices import Choices
from .names import Key, Pool
from .number import folded
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
    Operator,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Tree,
    Unit,
)

Value: TypeAlias = Any  # a sympy expression, or a Vector of them

_FUNCTIONS: dict[str, Callable[..., Expr]] = {
    name: getattr(sympy, name)
    for name in ("sin", "cos", "tan", "cot", "sinh", "cosh", "tanh", "exp", "log")
}


class UnknownError(Exception):
    """A printed symbol that stands for nothing in the line's relations."""


def unit(name: str) -> Symbol:
    """A unit of measurement as a symbol."""
    return Symbol(f"unit {name}", positive=True)


def product(*factors: Expr) -> Expr:
    """A product as it stands."""
    return factors[0] if len(factors) == 1 else sympy.Mul(*factors, evaluate=False)


def power(base: Expr, exponent: Expr) -> Expr:
    """A power as it stands."""
    return sympy.Pow(base, exponent, evaluate=False)


def inverse(value: Expr) -> Expr:
    """One over it."""
    return power(value, sympy.S.NegativeOne)


class Meaning:
    """One reading of a line: trees become expressions, names as ``choices`` has it."""

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

    # -- leaves -------------------------------------------------------------------

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
        if name.key in self.bound:
            return self.bound[name.key]
        options = self.pool.options(name)
        if options:
            return self.choices.pick(("name", name.key), options)
        if name.accent in {r"\dot", r"\ddot"}:
            return self.derived(Name(name.base, name.sub, name.primes), _DOTS[name.accent])
        if name.primes:
            return self.derived(Name(name.base, name.sub, 0, name.accent), name.primes)
        constant = self.constant(name)
        if constant is None:
            raise UnknownError(written(name))
        return constant

    def constant(self, name: Name) -> Expr | None:
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

    # -- arithmetic ---------------------------------------------------------------

    def number(self, number: Number) -> Expr:
        return sympy.Rational(number.value.numerator, number.value.denominator)

    def sum(self, tree: Sum) -> Value:
        terms = []
        for sign, term in tree.terms:
            value = self.value(term)
            if (sign or self.sign) < 0:
                value = (
                    value * -1 if isinstance(value, Vector) else product(sympy.Integer(-1), value)
                )
            terms.append(value)
        return added(terms)

    def product(self, tree: Product) -> Value:
        return self.times(self.items(tree.factors), None)

    def times(self, items: list[Any], operand: Value | None) -> Value:
        """The product of ``items`` from right to left, operators acting on what follows."""
        result = operand
        for item in reversed(items):
            if callable(item):
                if result is None:
                    msg = "an operator with nothing to act on"
                    raise ReadError(msg)
                result = item(result)
            else:
                result = item if result is None else multiplied(item, result)
        return result

    def items(self, factors: tuple[Tree, ...]) -> list[Any]:
        """Factors as values and operators: names in a row, functions and their arguments."""
        found: list[Any] = []
        place = 0
        while place < len(factors):
            row = next((r for r in self.rows if factors[place : place + len(r[0])] == r[0]), None)
            if row is not None:
                found.append(
                    self._declared(row[1]) if row[1] in self.where else self._compound(row[1])
                )
                place += len(row[0])
                continue
            factor = factors[place]
            after = factors[place + 1] if place + 1 < len(factors) else None
            if isinstance(after, Group) and self.applies(factor):
                found.append(self.call(factor, after))
                place += 2
                continue
            found.append(self.item(factor))
            place += 1
        return found

    def item(self, factor: Tree) -> Any:
        """A factor: a value, or a function that acts on values."""
        return (lambda v: self.acted(factor, v)) if dangles(factor) else self.value(factor)

    def acted(self, tree: Tree, operand: Value) -> Value:
        """What an operator makes of ``operand``."""
        if isinstance(tree, Operator):
            return self.operated(tree.name, operand)
        if isinstance(tree, Derivative):
            variable = self.value(tree.variable)
            return operand.diff(variable, tree.order)
        if isinstance(tree, Group):
            return self.acted(tree.items[0], operand)
        if isinstance(tree, Sum):
            parts = [(sign, self.acted(term, operand)) for sign, term in tree.terms]
            return added([part if sign > 0 else part * -1 for sign, part in parts])
        if isinstance(tree, Product):
            return self.times(self.items(tree.factors), operand)
        return multiplied(self.value(tree), operand)

    def operated(self, name: str, operand: Value) -> Value:
        space = tuple(self.coordinate(letter) for letter in "xyz")
        if name == "laplace":
            if isinstance(operand, Vector):
                return laplacian(operand, space)
            return sympy.Add(*(operand.diff(x, 2) for x in space))
        if name in {"grad", "nabla"} and not isinstance(operand, Vector):
            return gradient(operand, space)
        if not isinstance(operand, Vector):
            msg = f"the {name} of something that is no vector"
            raise ReadError(msg)
        return curl(operand, space) if name == "curl" else divergence(operand, space)

    def coordinate(self, letter: str) -> Symbol:
        key = Name(letter).key
        for symbol in self.pool.symbols:
            if key in self.pool.names.keys(symbol):
                return symbol
        raise UnknownError(letter)

    def quotient(self, tree: Quotient) -> Value:
        return multiplied(self.value(tree.top), inverse(self.scalar(tree.bottom)))

    def power(self, tree: Power) -> Value:
        exponent = folded(tree.exponent)
        if tree.base == Name("e") and exponent is None:
            return sympy.exp(self.scalar(tree.exponent))
        base = self.value(tree.base)
        if isinstance(base, Vector):
            if exponent != 2:
                msg = "a power of a vector other than its square"
                raise ReadError(msg)
            return base.dot(base)
        if exponent is None:
            return power(base, self.scalar(tree.exponent))
        return power(base, sympy.Rational(exponent.numerator, exponent.denominator))

    def root(self, tree: Root) -> Expr:
        return power(self.scalar(tree.body), sympy.Rational(1, tree.degree))

    def group(self, tree: Group) -> Value:
        if len(tree.items) == 1:
            return self.value(tree.items[0])
        return Vector(self.scalar(item) for item in tree.items)

    def scalar(self, tree: Tree) -> Expr:
        value = self.value(tree)
        if isinstance(value, Vector):
            msg = "a vector stands where a number should"
            raise ReadError(msg)
        return value

    def unit(self, tree: Unit) -> Expr:
        return unit(tree.name)

    # -- functions ----------------------------------------------------------------

    def function(self, tree: Function) -> Expr:
        if tree.name not in _FUNCTIONS:
            raise UnknownError(tree.name)
        value = _FUNCTIONS[tree.name](self.scalar(tree.argument))
        if tree.power is None:
            return value
        return self.power_of(value, tree.power)

    def power_of(self, value: Expr, exponent: Tree) -> Expr:
        number = folded(exponent)
        if number is None:
            return power(value, self.scalar(exponent))
        return power(value, sympy.Rational(number.numerator, number.denominator))

    def absolute(self, tree: Absolute) -> Expr:
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
        if head.accent in _DOTS:
            function = self.only(Name(head.base, head.sub, head.primes))
            return jet(function, _DOTS[head.accent], arguments[0])
        options = self.applications(head, arguments)
        if not options:
            listed = ", ".join(map(str, arguments))
            raise UnknownError(f"{written(head)}({listed})")
        return self.choices.pick(("call", head.key, tuple(map(str, arguments))), options)

    def applications(self, head: Name, arguments: list[Expr]) -> list[Expr]:
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
        """Whether ``printed`` are some of ``arguments``, in their order."""
        rest = iter(arguments)
        return all(any(self.same(one, other) for other in rest) for one in printed)

    def matrix_element(self, tree: BraKet) -> Expr:
        functions = self.pool.matrix_elements(tree.operator)
        arguments = [self.settle(self.scalar(side)) for side in (tree.left, tree.right)]
        options = [
            v for v in self.pool.values if v.func in functions and self.among(arguments, v.args)
        ] or [f(*arguments) for f in functions]
        if not options:
            raise UnknownError("a matrix element")
        return self.choices.pick(("matrix", tuple(map(str, arguments))), options)

    def only(self, name: Name) -> Any:
        """The function of one argument that is printed so."""
        found = [f for f in self.pool.functions_printed(name) if self.pool.functions[f] == 1]
        if not found:
            raise UnknownError(written(name))
        return self.choices.pick(("function", name.key), found)

    # -- calculus -----------------------------------------------------------------

    def derivative(self, tree: Derivative) -> Value:
        if tree.body is None:
            msg = "a derivative with nothing to act on"
            raise ReadError(msg)
        variable = self.value(tree.variable)
        if isinstance(variable, Vector):
            body = self.depending(tree.body, variable)
            return gradient(body, tuple(variable))
        if not variable.is_Symbol:
            if not isinstance(tree.body, Name):
                msg = "a derivative with respect to something that is no variable"
                raise ReadError(msg)
            return jet(self.only(tree.body), tree.order, variable)
        body = self.depending(tree.body, variable)
        return body.diff(variable, tree.order)

    def depending(self, body: Tree, variable: Value) -> Expr:
        """A function by its bare name, at arguments among which is ``variable``."""
        if not isinstance(body, Name) or body in self.where:
            return self.scalar(body)
        options = [
            option
            for option in self.pool.options(body)
            if not isinstance(option, Vector) and variable.free_symbols <= option.free_symbols
        ]
        for function in self.pool.functions_printed(body):
            if self.pool.functions[function] == 1 and variable.is_Symbol:
                value = function(variable)
                options = [value, *(o for o in options if o != value)]
        if not options:
            raise UnknownError(f"{written(body)} as a function of {variable}")
        return self.choices.pick(("depending", body.key, variable), options)

    def derivative_at(self, head: Derivative, argument: Expr) -> Expr:
        if not isinstance(head.body, Name):
            raise UnknownError(written(head))
        return jet(self.only(head.body), head.order, argument)

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
        if given:
            limits = [(variable,) for variable in dict.fromkeys(limit[0] for limit in limits)]
        variable, *ends = self.choices.pick(("bound", key, given), limits)
        if tree.low is not None and tree.high is not None:
            ends = [self.settle(self.scalar(tree.low)), self.settle(self.scalar(tree.high))]
        with self.binding(key, variable):
            return sympy.Integral(self.scalar(tree.body), (variable, *ends))

    def big_sum(self, tree: BigSum) -> Value:
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

    @contextmanager
    def binding(self, key: Key, symbol: Symbol) -> Any:
        outer = dict(self.bound)
        self.bound[key] = symbol
        try:
            yield
        finally:
            self.bound = outer


#: The absolute value as a function of the square, of which nothing else is known.
_OF_SQUARE = sympy.Function("absolute value", real=True)


def magnitude_of(value: Expr) -> Expr:
    """The absolute value of ``value``, the same for both of its signs."""
    return _OF_SQUARE(power(value, sympy.Integer(2)))


_DOTS = {r"\dot": 1, r"\ddot": 2}


def jet(function: Any, order: int, argument: Expr) -> Expr:
    """A derivative of a function of one argument, at a point."""
    if argument.is_Symbol:
        return sympy.Derivative(function(argument), (argument, order))
    inside = Dummy("xi")
    return sympy.Subs(sympy.Derivative(function(inside), (inside, order)), inside, argument)


def dangles(tree: Tree) -> bool:
    """Whether ``tree`` is an operator that acts on what follows it."""
    if isinstance(tree, Operator):
        return True
    if isinstance(tree, Derivative):
        return tree.body is None
    if isinstance(tree, Group):
        return len(tree.items) == 1 and dangles(tree.items[0])
    if isinstance(tree, Sum):
        return any(dangles(term) for _, term in tree.terms)
    return isinstance(tree, Product) and dangles(tree.factors[-1])


def added(terms: list[Value]) -> Value:
    """A sum; a number beside a vector is added to each of its components."""
    if not any(isinstance(term, Vector) for term in terms):
        return terms[0] if len(terms) == 1 else sympy.Add(*terms, evaluate=False)
    parts = [t if isinstance(t, Vector) else Vector([t, t, t]) for t in terms]
    return Vector(sympy.Add(*column, evaluate=False) for column in zip(*parts, strict=True))


def multiplied(left: Value, right: Value) -> Value:
    """A product; that of two vectors is the scalar product."""
    if isinstance(left, Vector) and isinstance(right, Vector):
        return left.dot(right)
    if isinstance(left, Vector):
        return left.map(lambda part: product(part, right))
    if isinstance(right, Vector):
        return right.map(lambda part: product(left, part))
    return product(left, right)


def written(tree: Tree) -> str:
    """A name as it is printed."""
    if isinstance(tree, Name):
        sub = "_{" + "".join(tree.sub) + "}" if tree.sub else ""
        return f"{tree.accent}{' ' if tree.accent else ''}{tree.base}{sub}{chr(39) * tree.primes}"
    return type(tree).__name__.lower()


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
