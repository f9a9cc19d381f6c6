"""The prefix form: expressions as nested lists of JSON, written and read without execution.

An integer is itself, a string is a symbol, and a list is a head and its parts::

    ["q", 3, 4]                     3/4
    ["+", …] ["*", …] ["^", b, e]   sum, product, power
    ["pi"] ["e"] ["i"] ["oo"] ["gamma"]   constants
    ["sin", x] …                    a function of the list FUNCTIONS
    ["call", "f", x, …]             a declared function
    ["jet", "f", [n, …], x, …]      its derivative of these orders, at these arguments
    ["diff", y, ["x", n], …]        a derivative of anything else
    ["subs", y, ["x", v], …]        y with x taken as v
    ["int", y, ["x", a, b], …]      an integral, the innermost first
    ["total", y, "i", "S"]          the sum over a set
    ["vector", …]                   components

What is read is made of these alone; anything else is refused with a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import sympy
from sympy import Derivative, Expr, Integral, S, Subs, Symbol
from sympy.core.function import AppliedUndef

from derivations.errors import PaperError
from derivations.expression import Total, Vector
from derivations.magnitude import feasible, feasible_power

Prefix: TypeAlias = "int | str | list[Any]"

CONSTANTS: dict[str, Expr] = {
    "pi": S.Pi,
    "e": S.Exp1,
    "i": S.ImaginaryUnit,
    "oo": S.Infinity,
    "gamma": S.EulerGamma,
}

#: Functions and how many arguments each takes.
FUNCTIONS: dict[str, tuple[Any, int]] = {
    **{
        name: (getattr(sympy, name), 1)
        for name in (
            *("exp", "log", "sin", "cos", "tan", "cot", "sec", "csc"),
            *("sinh", "cosh", "tanh", "coth", "sech", "csch"),
            *("asin", "acos", "atan", "asinh", "acosh", "atanh"),
            *("Abs", "sign", "re", "im", "conjugate", "erf", "erfc", "gamma"),
        )
    },
    "Heaviside": (sympy.Heaviside, 2),
    **{
        name: (getattr(sympy, name), 2)
        for name in ("besselj", "bessely", "besseli", "besselk", "KroneckerDelta", "atan2")
    },
}
_NAME_OF = {function: name for name, (function, _) in FUNCTIONS.items()}
_CONSTANT_OF = {value: name for name, value in CONSTANTS.items()}

#: How deep expressions may be nested, and how large exponents of numbers may be.
MOST_DEPTH, MOST_EXPONENT = 200, 10_000
#: How many digits an integer may have.
MOST_DIGITS = 4_000


class PrefixError(PaperError):
    """Something that is no expression in prefix form, or has none."""


# -- writing ------------------------------------------------------------------------


def write(expr: Expr | Vector, name: Callable[[Any], str]) -> Prefix:
    """``expr`` in prefix form; ``name`` gives the name of a symbol or declared function.

    >>> x = Symbol("x")
    >>> write(x / 2 + sympy.sin(x) ** 2, str)
    ['+', ['^', ['sin', 'x'], 2], ['*', ['q', 1, 2], 'x']]
    """
    if isinstance(expr, Vector):
        return ["vector", *(write(part, name) for part in expr)]
    if expr.is_Symbol:
        return name(expr)
    if expr.is_Integer:
        return int(expr)
    if expr.is_Rational:
        return ["q", int(expr.p), int(expr.q)]
    if expr in _CONSTANT_OF:
        return [_CONSTANT_OF[expr]]
    if expr is S.NegativeInfinity:
        return ["*", -1, ["oo"]]
    for head, kind in (("+", sympy.Add), ("*", sympy.Mul), ("^", sympy.Pow)):
        if isinstance(expr, kind):
            return [head, *(write(part, name) for part in expr.args)]
    if expr.func in _NAME_OF:
        return [_NAME_OF[expr.func], *(write(part, name) for part in expr.args)]
    if isinstance(expr, AppliedUndef):
        return ["call", name(expr.func), *(write(part, name) for part in expr.args)]
    if isinstance(expr, Derivative | Subs):
        return _jet(expr, name) or _derived(expr, name)
    if isinstance(expr, Integral):
        limits = [[name(v), *(write(end, name) for end in ends)] for v, *ends in expr.limits]
        return ["int", write(expr.function, name), *limits]
    if isinstance(expr, Total):
        return ["total", write(expr.summand, name), name(expr.index), name(expr.over)]
    msg = f"{type(expr).__name__} has no prefix form: {str(expr)[:100]}"
    raise PrefixError(msg)


def _jet(expr: Derivative | Subs, name: Callable[[Any], str]) -> Prefix | None:
    """A derivative of a declared function with respect to its own arguments."""
    derivative, values = expr, {}
    if isinstance(expr, Subs):
        derivative, values = expr.expr, dict(zip(expr.variables, expr.point, strict=True))
    function = derivative.expr if isinstance(derivative, Derivative) else None
    if not isinstance(function, AppliedUndef):
        return None
    orders = dict(derivative.variable_count)
    if len(orders) < len(derivative.variable_count) or not set(values) <= set(orders):
        return None
    for variable, order in orders.items():
        if function.args.count(variable) != 1 or not order.is_Integer:
            return None
        if any(variable in arg.free_symbols for arg in function.args if arg != variable):
            return None
    counts = [int(orders.get(argument, 0)) for argument in function.args]
    arguments = [values.get(argument, argument) for argument in function.args]
    return ["jet", name(function.func), counts, *(write(part, name) for part in arguments)]


def _derived(expr: Derivative | Subs, name: Callable[[Any], str]) -> Prefix:
    inside = write(expr.expr, name)
    if isinstance(expr, Derivative):
        return ["diff", inside, *([name(v), int(n)] for v, n in expr.variable_count)]
    values = zip(expr.variables, expr.point, strict=True)
    return ["subs", inside, *([name(v), write(value, name)] for v, value in values)]


# -- reading ------------------------------------------------------------------------


def read(form: Any, names: Mapping[str, Any], depth: int = 0) -> Expr | Vector:
    """The expression in prefix form ``form``; ``names`` are the symbols and functions known.

    >>> x = Symbol("x")
    >>> read(["^", ["+", "x", 1], 2], {"x": x})
    (x + 1)**2
    >>> read(["system", "x"], {"x": x})
    Traceback (most recent call last):
    checks.prefix.PrefixError: prefix form: nothing is called 'system'
    """
    if depth > MOST_DEPTH:
        msg = f"prefix form: nested more than {MOST_DEPTH} deep"
        raise PrefixError(msg)
    if isinstance(form, bool):
        raise _no_expression(form)
    if isinstance(form, int):
        return sympy.Integer(_modest(form))
    if isinstance(form, str):
        return _symbol(form, names)
    if not isinstance(form, list) or not form or not isinstance(form[0], str):
        raise _no_expression(form)
    head, parts = form[0], form[1:]
    if head in CONSTANTS and not parts:
        return CONSTANTS[head]
    if head == "q":
        return _rational(parts)
    if head in _BUILD:
        return _BUILD[head](parts, lambda part: read(part, names, depth + 1), names)
    if head in FUNCTIONS:
        function, count = FUNCTIONS[head]
        if len(parts) != count:
            msg = f"prefix form: {head} takes {count} arguments, and got {len(parts)}"
            raise PrefixError(msg)
        arguments = [_scalar(read(part, names, depth + 1)) for part in parts]
        if not all(feasible(function, argument) for argument in arguments):
            msg = f"prefix form: a number too large to be worked out, in {head}"
            raise PrefixError(msg)
        return function(*arguments)
    msg = f"prefix form: nothing is called {head[:40]!r}"
    raise PrefixError(msg)


_Reader: TypeAlias = Callable[[Any], "Expr | Vector"]


def _shown(form: Any) -> str:
    try:
        return repr(form)[:60]
    except (ValueError, RecursionError):
        return "something very large"


def _no_expression(form: Any) -> PrefixError:
    return PrefixError(f"prefix form: {_shown(form)} is no expression")


def _modest(value: int) -> int:
    if value.bit_length() > MOST_DIGITS * 10 // 3:
        msg = f"prefix form: an integer of more than {MOST_DIGITS} digits"
        raise PrefixError(msg)
    return value


def _symbol(name: Any, names: Mapping[str, Any]) -> Symbol:
    found = names.get(name) if isinstance(name, str) else None
    if not isinstance(found, Symbol):
        msg = f"prefix form: {_shown(name)} is no symbol that is declared"
        raise PrefixError(msg)
    return found


def _function(name: Any, names: Mapping[str, Any]) -> Any:
    found = names.get(name) if isinstance(name, str) else None
    if found is None or isinstance(found, Symbol):
        msg = f"prefix form: {_shown(name)} is no function that is declared"
        raise PrefixError(msg)
    return found


def _scalar(value: Expr | Vector) -> Expr:
    if isinstance(value, Vector):
        msg = "prefix form: a vector stands where a number is meant"
        raise PrefixError(msg)
    return value


def _rational(parts: list[Any]) -> Expr:
    if len(parts) != 2 or any(type(part) is not int for part in parts) or parts[1] == 0:
        msg = f"prefix form: {_shown(parts)} is no fraction"
        raise PrefixError(msg)
    return sympy.Rational(_modest(parts[0]), _modest(parts[1]))


def _order(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= MOST_DEPTH:
        msg = f"prefix form: {_shown(value)} is no order of a derivative"
        raise PrefixError(msg)
    return value


def _power(parts: list[Any], reader: _Reader, _: Mapping[str, Any]) -> Expr:
    if len(parts) != 2:
        raise _no_expression(["^", *parts])
    base, exponent = (_scalar(reader(part)) for part in parts)
    if exponent.is_Rational and abs(exponent) > MOST_EXPONENT:
        msg = f"prefix form: an exponent beyond {MOST_EXPONENT}"
        raise PrefixError(msg)
    if not feasible_power(base, exponent):
        msg = "prefix form: a power too large to be worked out"
        raise PrefixError(msg)
    if exponent.is_number and not exponent.is_Rational and base.is_Rational and base != S.Exp1:
        return sympy.Pow(base, exponent, evaluate=False)
    return sympy.Pow(base, exponent)


def _call(parts: list[Any], reader: _Reader, names: Mapping[str, Any]) -> Expr:
    if not parts:
        raise _no_expression(["call"])
    return _function(parts[0], names)(*(_scalar(reader(part)) for part in parts[1:]))


def _read_jet(parts: list[Any], reader: _Reader, names: Mapping[str, Any]) -> Expr:
    if len(parts) < 3 or not isinstance(parts[1], list) or len(parts[1]) != len(parts) - 2:
        raise _no_expression(["jet", *parts])
    orders = [_order(order) for order in parts[1]]
    arguments = [_scalar(reader(part)) for part in parts[2:]]
    own, values = list(arguments), {}
    for k, (order, argument) in enumerate(zip(orders, arguments, strict=True)):
        others = arguments[:k] + arguments[k + 1 :]
        plain = argument.is_Symbol and not any(argument in x.free_symbols for x in others)
        if order and not plain:
            own[k] = Symbol(f"_xi_{k + 1}")  # as sympy prints the one that it would choose
            values[own[k]] = argument
    counts = [(own[k], order) for k, order in enumerate(orders) if order]
    if not counts:
        raise _no_expression(["jet", *parts])
    derivative = Derivative(_function(parts[0], names)(*own), *counts)
    return Subs(derivative, tuple(values), tuple(values.values())) if values else derivative


def _pairs(parts: list[Any], length: int) -> tuple[Any, list[list[Any]]]:
    if len(parts) < 2 or any(not isinstance(p, list) or len(p) != length for p in parts[1:]):
        raise _no_expression(parts)
    return parts[0], parts[1:]


def _diff(parts: list[Any], reader: _Reader, names: Mapping[str, Any]) -> Expr:
    body, counts = _pairs(parts, 2)
    pairs = [(_symbol(v, names), _order(n)) for v, n in counts]
    return Derivative(_scalar(reader(body)), *pairs)


def _subs(parts: list[Any], reader: _Reader, names: Mapping[str, Any]) -> Expr:
    body, values = _pairs(parts, 2)
    variables = tuple(_symbol(v, names) for v, _ in values)
    return Subs(_scalar(reader(body)), variables, tuple(_scalar(reader(x)) for _, x in values))


def _int(parts: list[Any], reader: _Reader, names: Mapping[str, Any]) -> Expr:
    body, limits = _pairs(parts, 3)
    ends = [(_symbol(v, names), _scalar(reader(a)), _scalar(reader(b))) for v, a, b in limits]
    return Integral(_scalar(reader(body)), *ends)


def _total(parts: list[Any], reader: _Reader, names: Mapping[str, Any]) -> Expr:
    if len(parts) != 3:
        raise _no_expression(["total", *parts])
    index, over = (_symbol(part, names) for part in parts[1:])
    return Total(_scalar(reader(parts[0])), index, over)


_BUILD: dict[str, Callable[[list[Any], _Reader, Mapping[str, Any]], Expr | Vector]] = {
    "+": lambda parts, reader, _: sympy.Add(*(_scalar(reader(part)) for part in parts)),
    "*": lambda parts, reader, _: sympy.Mul(*(_scalar(reader(part)) for part in parts)),
    "^": _power,
    "call": _call,
    "jet": _read_jet,
    "diff": _diff,
    "subs": _subs,
    "int": _int,
    "total": _total,
    "vector": lambda parts, reader, _: Vector(_scalar(reader(part)) for part in parts),
}
