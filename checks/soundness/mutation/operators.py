"""Ways to change an expression: each gives what a slip of the pen could have left there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias, TypeVar

import sympy
from sympy import Derivative, Expr, I, Integral, KroneckerDelta, Mul, Pow, S, Subs, oo, pi
from sympy.core.function import AppliedUndef, Function

from .alphabet import Alphabet
from .trees import places, put, with_arguments

_T = TypeVar("_T")

#: So many changes of one kind in one expression.
_ENOUGH = 8

#: What may stand in the place of a part of an expression.
Change: TypeAlias = Callable[[Expr, Alphabet], Iterator[Expr]]


def variants(expr: Expr, change: Change, alphabet: Alphabet) -> Iterator[Expr]:
    """``expr`` with one part changed, for each part and each way to change it.

    Of a long expression only some are given, spread evenly over it.
    """
    seen = {expr}
    slips = [(path, new) for path, part in places(expr) for new in change(part, alphabet)]
    for path, new in spread(slips, _ENOUGH):
        try:
            whole = put(expr, path, new)
        except (TypeError, ValueError, ZeroDivisionError):
            continue  # sympy does not build it: no one could have printed it
        if whole not in seen and not whole.has(S.NaN, S.ComplexInfinity):
            seen.add(whole)
            yield whole


def spread(found: Sequence[_T], most: int) -> Iterator[_T]:
    """At most so many of ``found``, evenly spread, in their order."""
    chosen = min(most, len(found))
    yield from (found[i * len(found) // chosen] for i in range(chosen))


def sign_of_a_term(part: Expr, _: Alphabet) -> Iterator[Expr]:
    """A + B → A − B, and i → −i."""
    if part.is_Add:
        for term in part.args:
            yield part - 2 * term
    elif part == I:
        yield -I


def exponent(part: Expr, _: Alphabet) -> Iterator[Expr]:
    """Another exponent: xⁿ → xⁿ⁺¹, and x → x² for a factor x."""
    if part.is_Pow and part.exp.is_Number and part.base != S.Exp1:
        yield part.base ** (part.exp + (2 if part.exp == -1 else 1))
    elif part.is_Mul or part.is_Symbol:
        for factor in Mul.make_args(part):
            if factor.is_Symbol:
                yield part * factor


def inverted(part: Expr, _: Alphabet) -> Iterator[Expr]:
    """A/B → B/A; xⁿ → x⁻ⁿ for a single power."""
    if part.is_Mul and any(f.is_Pow and f.exp.could_extract_minus_sign() for f in part.args):
        number, rest = part.as_coeff_Mul()
        yield number / rest
    elif part.is_Pow and part.exp.is_Number and part.base != S.Exp1:
        yield 1 / part


def number(part: Expr, _: Alphabet) -> Iterator[Expr]:
    """Another number: n x → (n + 1) x, and n → 1/n where it stands alone."""
    if part.is_Rational and abs(part) != 1 and part != 0:
        yield part + sympy.sign(part)
        yield 1 / part
    elif part.is_Mul and part.args[0].is_Rational and abs(part.args[0]) != 1:
        first, *rest = part.args
        yield Mul(first + sympy.sign(first), *rest)


def pi_dropped(part: Expr, _: Alphabet) -> Iterator[Expr]:
    """π → 1."""
    if part == pi:
        yield S.One


def doubled(part: Expr, _: Alphabet) -> Iterator[Expr]:
    """A + B → 2A + B."""
    if part.is_Add:
        for term in part.args:
            yield part + term


def added(part: Expr, alphabet: Alphabet) -> Iterator[Expr]:
    """A → A + B for a symbol A and another B of the same dimension."""
    if part.is_Symbol:
        for other in alphabet.alike(part)[:1]:
            yield part + sympy.sympify(other, strict=True)


def same_dimension(part: Expr, alphabet: Alphabet) -> Iterator[Expr]:
    """Another symbol of the same dimension: x → y."""
    yield from _swapped(part, alphabet.alike)


def other_dimension(part: Expr, alphabet: Alphabet) -> Iterator[Expr]:
    """A symbol of another dimension: x → y."""
    yield from _swapped(part, alphabet.unlike)


def _swapped(part: Expr, others: Callable[[object], tuple[object, ...]]) -> Iterator[Expr]:
    if part.is_Symbol:
        for other in others(part)[:1]:
            yield sympy.sympify(other, strict=True)
    elif isinstance(part, AppliedUndef):
        for other in others(part.func)[:1]:
            yield other(*part.args)  # type: ignore[operator]


def dropped_term(part: Expr, _: Alphabet) -> Iterator[Expr]:
    """A + B → A."""
    if part.is_Add:
        for term in part.args:
            yield part - term


def dropped_factor(part: Expr, _: Alphabet) -> Iterator[Expr]:
    """A B → A."""
    if part.is_Mul:
        for factor in part.args:
            if factor != -1:
                yield part / factor


def bound(part: Expr, _: Alphabet) -> Iterator[Expr]:
    """∫ₐᵇ → ∫ₐ²ᵇ, ∫ from elsewhere, ∫ᵇₐ."""
    if isinstance(part, Integral) and len(part.limits) == 1 and len(part.limits[0]) == 3:
        ((variable, low, high),) = part.limits
        function = part.function
        yield Integral(function, (variable, low, 2 * high if high != oo else S.One))
        yield Integral(function, (variable, high / 2 if low == 0 and high != oo else low / 2, high))
        yield Integral(function, (variable, high, low))


def argument(part: Expr, _: Alphabet) -> Iterator[Expr]:
    """f(x) → f(2x), f(x, y) → f(y, x), δ_ik → δ_ii, and a value taken elsewhere."""
    if isinstance(part, KroneckerDelta):
        first, second = part.args
        yield KroneckerDelta(first + 1, second)
    elif isinstance(part, Function):
        for i, inside in enumerate(part.args):
            yield with_arguments(part, {i: 2 * inside})
        if len(part.args) == 2 and isinstance(part, AppliedUndef):
            yield with_arguments(part, {0: part.args[1], 1: part.args[0]})
    elif isinstance(part, Subs):
        yield Subs(part.expr, part.variables, tuple(2 * value for value in part.point))
        yield Subs(part.expr, part.variables, tuple(-value for value in part.point))


_MISTAKEN = {
    sympy.sin: sympy.cos,
    sympy.cos: sympy.sin,
    sympy.tan: sympy.cot,
    sympy.cot: sympy.tan,
    sympy.log: sympy.exp,
    sympy.exp: sympy.log,
}
_ORDERED = (sympy.besselj, sympy.bessely, sympy.besseli, sympy.besselk)


def function(part: Expr, _: Alphabet) -> Iterator[Expr]:
    """Another function: sin → cos, exp → log, J₀ → J₁, |x| → x."""
    if part.func in _MISTAKEN:
        yield _MISTAKEN[part.func](*part.args)
    elif isinstance(part, _ORDERED):
        yield part.func(part.args[0] + 1, part.args[1])
    elif isinstance(part, sympy.Abs):
        yield part.args[0]


def derivative_order(part: Expr, _: Alphabet) -> Iterator[Expr]:
    """f′ → f″, f′ → f."""
    if isinstance(part, Derivative):
        variable, count = part.variable_count[0]
        yield Derivative(part.expr, *part.variables, variable)
        if count > 1 or len(part.variable_count) > 1:
            yield Derivative(part.expr, *part.variables[1:])
        else:
            yield part.expr


def power_of_a_function(part: Expr, _: Alphabet) -> Iterator[Expr]:
    """The exponent of what is no symbol: sin x → sin² x."""
    if isinstance(part, Function | Derivative | Integral | Subs) and not isinstance(
        part, KroneckerDelta
    ):
        yield Pow(part, 2)


#: The name of each way, in the order in which a table shows them.
OPERATORS: dict[str, Change] = {
    "sign of a term": sign_of_a_term,
    "term doubled": doubled,
    "number": number,
    "π dropped": pi_dropped,
    "exponent": exponent,
    "exponent of a function": power_of_a_function,
    "ratio inverted": inverted,
    "symbol of the same dimension": same_dimension,
    "symbol of another dimension": other_dimension,
    "term added": added,
    "term dropped": dropped_term,
    "factor dropped": dropped_factor,
    "bound of an integral": bound,
    "argument": argument,
    "function": function,
    "order of a derivative": derivative_order,
}
