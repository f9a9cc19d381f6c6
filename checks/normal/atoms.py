"""Normal forms of functions, their derivatives, Kronecker deltas and steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import sympy
from sympy import Derivative, Expr, Heaviside, KroneckerDelta, Subs, Symbol
from sympy.core.function import AppliedUndef

from derivations.expression import improper, substitute

from ..quoting import quoted
from .basis import Atom, UnsupportedError
from .fraction import Frac
from .sign import nonnegative, nonzero, sign

if TYPE_CHECKING:
    from .algebra import Algebra

BESSEL = (sympy.besselj, sympy.bessely, sympy.besseli, sympy.besselk)


def opaque(algebra: Algebra, expr: Expr) -> Frac:
    """A function of which only the facts know laws: equal arguments give equal values."""
    ruled = algebra.ruled(expr)
    if ruled is not None:
        return ruled
    parts = tuple(algebra.convert(argument) for argument in expr.args)
    return _known_or_new(algebra, "value", expr.func, parts, expr)


def step(algebra: Algebra, expr: Heaviside) -> Frac:
    """The step function: known where the sign of its argument is.

    It is its own square wherever it is 0 or 1; at 0 it is what its second argument says.
    """
    inside = algebra.convert(expr.args[0])
    known = sign(algebra, inside)
    if known:
        return algebra.number((1 + known) // 2)
    index = algebra.find(
        "step",
        expr.args[1],
        (inside,),
        lambda: Atom("step", expr, 1, positive=False, parts=(inside,), label=expr.args[1]),
    )
    if expr.args[1] in (0, 1) or nonzero(algebra, inside):
        algebra.ring.relate(index, 2, algebra.gen(index).num)
    return algebra.gen(index)


def function_value(algebra: Algebra, expr: AppliedUndef) -> Frac:
    """f(a): by its definition if the facts give one, else an atom."""
    ruled = algebra.ruled(expr)
    if ruled is not None:
        return ruled
    if expr.func in algebra.functions:
        variables, body = algebra.functions[expr.func]
        if all(map(partial(in_domain, algebra), variables, expr.args)):
            return algebra.convert(substitute(body, dict(zip(variables, expr.args, strict=True))))
    parts = tuple(algebra.convert(argument) for argument in expr.args)
    return _known_or_new(algebra, "value", expr.func, parts, expr)


def in_domain(algebra: Algebra, variable: Symbol, value: Expr) -> bool:
    """Whether ``value`` is among those for which ``variable`` is declared to stand."""
    if value == variable:
        return True
    over = algebra.notation[variable].member_of
    if over is not None:
        return algebra.is_member(value, over)
    normal = algebra.convert(value)
    if variable.is_integer and not (value.is_integer or normal.is_integer()):
        return False
    if variable.is_positive:
        return sign(algebra, normal) > 0
    if variable.is_nonnegative:
        return nonnegative(algebra, normal)
    return algebra.is_real(normal)


def jet(algebra: Algebra, expr: Expr) -> Frac:
    """A derivative of an undefined function, at a point: the same atom however written."""
    ruled = algebra.ruled(expr)
    if ruled is not None:
        return ruled
    function, orders, point = _jet_parts(expr)
    if function.func in algebra.functions:
        variables, body = algebra.functions[function.func]
        turned = [variable for variable, order in zip(variables, orders, strict=True) if order]
        smooth = all(v.is_integer is None and not improper(body, v) for v in turned)
        if smooth and all(map(partial(in_domain, algebra), variables, point)):
            for variable, order in zip(variables, orders, strict=True):
                body = body.diff(variable, order) if order else body
            return algebra.convert(substitute(body, dict(zip(variables, point, strict=True))))
    parts = tuple(algebra.convert(argument) for argument in point)
    return _known_or_new(algebra, "jet", (function.func, orders), parts, expr)


def slope(
    algebra: Algebra, function: object, orders: tuple[int, ...], parts: tuple[Frac, ...], expr: Expr
) -> Frac:
    """The partial derivative of ``orders`` of an undefined function, to be written ``expr``."""
    return _known_or_new(algebra, "jet", (function, orders), parts, expr)


def _known_or_new(
    algebra: Algebra, kind: str, label: object, parts: tuple[Frac, ...], expr: Expr
) -> Frac:
    """The atom, unless the facts give its value under another way of writing it."""
    index = algebra.find(
        kind, label, parts, lambda: Atom(kind, expr, 1, positive=False, parts=parts, label=label)
    )
    written = algebra.atom(index).expr
    if written != expr:
        ruled = algebra.ruled(written)
        if ruled is not None:
            return ruled
    for rule, value in algebra.rules.items():
        other = place(rule)
        if other and other[:2] == (kind, label):
            point = map(algebra.convert, other[2])
            if all(a.same(b) for a, b in zip(point, parts, strict=True)):
                return algebra.convert(value)
    return algebra.gen(index)


def place(expr: Expr) -> tuple[str, Any, tuple[Expr, ...]] | None:
    """Kind, label and arguments of a function's value or derivative; ``None`` for others."""
    if isinstance(expr, (AppliedUndef, *BESSEL)):
        return "value", expr.func, expr.args
    if isinstance(expr, Derivative | Subs):
        function, orders, point = _jet_parts(expr)
        return "jet", (function.func, orders), point
    return None


def _jet_parts(expr: Expr) -> tuple[AppliedUndef, tuple[int, ...], tuple[Expr, ...]]:
    """Function, order of derivation in each argument, and the arguments' values."""
    derivative, replace = (
        (expr.expr, dict(zip(expr.variables, expr.point, strict=True)))
        if (isinstance(expr, Subs))
        else (expr, {})
    )
    if not isinstance(derivative, Derivative) or not isinstance(derivative.expr, AppliedUndef):
        msg = f"a derivative of something that is no plain function: {quoted(expr)}"
        raise UnsupportedError(msg)
    function = derivative.expr
    counts = dict(derivative.variable_count)
    for variable in counts:
        if function.args.count(variable) != 1:
            msg = (
                f"a derivative with respect to {quoted(variable)}, "
                f"which is not an argument: {quoted(expr)}"
            )
            raise UnsupportedError(msg)
        others = [a for a in function.args if a != variable]
        if any(variable in a.free_symbols for a in others):
            msg = f"{quoted(variable)} occurs in more than one argument: {quoted(expr)}"
            raise UnsupportedError(msg)
    orders = tuple(int(counts.get(argument, 0)) for argument in function.args)
    point = tuple(argument.subs(replace, simultaneous=True) for argument in function.args)
    return function, orders, point


def delta(algebra: Algebra, expr: KroneckerDelta) -> Frac:
    """δ(a, b): symmetric, and its own square."""
    first, second = (algebra.convert(argument) for argument in expr.args)
    if first.same(second):
        return algebra.one
    if (first - second).is_constant():
        return algebra.zero
    for parts in ((first, second), (second, first)):
        for index, atom in enumerate(algebra.atoms):
            if atom.kind == "delta" and all(
                a.same(b) for a, b in zip(atom.parts, parts, strict=True)
            ):
                return algebra.gen(index)
    index = algebra.find(
        "delta",
        None,
        (first, second),
        lambda: Atom("delta", expr, 1, positive=False, parts=(first, second)),
    )
    algebra.ring.relate(index, 2, algebra.gen(index).num)
    return algebra.gen(index)
