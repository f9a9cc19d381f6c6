"""Sums over finite sets and integrals in normal form.

Both are linear: what does not depend on the bound variable comes out in front, sums of
terms come apart, and each remaining term is an atom whose bound variable has a standard
name.  A Kronecker delta under a sum is summed; a finite sum under an integral changes
places with it.
"""

from __future__ import annotations

import itertools
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

import sympy
from sympy import Expr, Integral, KroneckerDelta, Symbol, oo

from derivations.expression import Total, substitute

from ..quoting import quoted
from .basis import Atom, UnsupportedError
from .fraction import Frac, Monomial
from .sign import nonnegative

if TYPE_CHECKING:
    from .algebra import Algebra


def _standard(variable: Symbol, *inside: Expr, over: Symbol | str = "") -> Symbol:
    """The standard name of a bound variable: the first that is not free ``inside``.

    It says what set the variable runs ``over``, so that it never stands for two things.
    """
    taken = {symbol for expr in inside for symbol in expr.free_symbols} - {variable}
    names = (_alike(f"_{over}{k}", variable) for k in itertools.count())
    return next(name for name in names if name not in taken)


@lru_cache(maxsize=1024)
def _alike(name: str, variable: Symbol) -> Symbol:
    """A symbol of this name of which the same is assumed."""
    return Symbol(name, **variable.assumptions0)


def _split(algebra: Algebra, body: Expr, variable: Symbol, whole: bool) -> list[tuple[Frac, Expr]]:
    """``body`` as a sum of (free of the variable) × (a product that depends on it)."""
    value = algebra.convert(body)
    dependent = {i for i in value.generators() if algebra.depends(i, variable)}
    bottom_free, bottom_dependent = algebra.one, algebra.one
    lead, factors = value.den.factor()
    bottom_free = bottom_free * algebra.number(Fraction(int(lead.p), int(lead.q)))
    for factor, multiplicity in factors:
        piece = Frac(algebra.ring, factor, algebra.ring.one) ** multiplicity
        if piece.generators() & dependent:
            bottom_dependent = bottom_dependent * piece
        else:
            bottom_free = bottom_free * piece
    groups: dict[tuple[tuple[int, int], ...], Frac] = {}
    for coefficient, powers in value.terms():
        inner = tuple(sorted((i, e) for i, e in powers.items() if i in dependent))
        outer: Monomial = {i: e for i, e in powers.items() if i not in dependent}
        front = algebra.number(coefficient)
        for index, exponent in outer.items():
            front = front * algebra.gen(index, exponent)
        groups[inner] = groups.get(inner, algebra.zero) + front / bottom_free
    if whole and len(groups) > 1:
        return [(algebra.one, body)]
    below = algebra.expr(bottom_dependent)
    return [
        (front, algebra.monomial_expr(Fraction(1), dict(inner)) / below)
        for inner, front in groups.items()
        if not front.is_zero()
    ]


def total(algebra: Algebra, expr: Total) -> Frac:
    """Σ over a finite set."""
    ruled = algebra.ruled(expr)
    if ruled is not None:
        return ruled
    index = _member(algebra, expr)
    summand = substitute(expr.summand, {expr.index: index})
    result = algebra.zero
    for front, term in _split(algebra, summand, index, whole=False):
        result = result + front * _one_total(algebra, term, index, expr.over)
    return result


def _member(algebra: Algebra, expr: Total) -> Symbol:
    """A name for the index under which facts about all members of the set apply."""
    index, over = expr.index, expr.over
    if index in algebra.notation:
        declared = algebra.notation[index].member_of
        if declared not in (None, over):
            msg = (
                f"{quoted(index)} is declared to run over {quoted(declared)}, "
                f"and is summed over {quoted(over)}: {quoted(expr)}"
            )
            raise UnsupportedError(msg)
        if algebra.varies(index):
            return index
    taken = expr.summand.free_symbols | {
        symbol for node in expr.summand.atoms(Total, Integral) for symbol in node.bound_symbols
    }
    members = (q.symbol for q in algebra.notation if q.member_of == over)
    free = (member for member in members if member not in taken and algebra.varies(member))
    return next(free, _bound(algebra, index, over, expr.summand))


def _bound(algebra: Algebra, index: Symbol, over: Symbol, *inside: Expr) -> Symbol:
    """A standard name for ``index``, known to be a member of the set ``over``."""
    name = _standard(index, *inside, over=over)
    algebra.members[name] = over
    return name


def _one_total(algebra: Algebra, term: Expr, index: Symbol, over: Symbol) -> Frac:
    if index not in term.free_symbols:
        count = algebra.notation[over].count
        if count is None:
            msg = f"the number of elements of {quoted(over)} is not declared"
            raise UnsupportedError(msg)
        return algebra.convert(count * term)
    for delta in sorted(term.atoms(KroneckerDelta), key=str):
        other = _partner(delta, index)
        if other is None or not term.has(delta) or term.subs(delta, 0) != 0:
            continue
        if algebra.is_member(other, over):
            return algebra.convert(substitute(term.subs(delta, 1), {index: other}))
    name = _bound(algebra, index, over, term)
    body = substitute(term, {index: name})
    return _atom(algebra, "total", over, Total(body, name, over), (algebra.convert(body),), name)


def _partner(delta: KroneckerDelta, index: Symbol) -> Expr | None:
    first, second = delta.args
    if first == index and index not in second.free_symbols:
        return second
    if second == index and index not in first.free_symbols:
        return first
    return None


def integral(algebra: Algebra, expr: Integral) -> Frac:
    """∫ between limits, over one variable after the other."""
    ruled = algebra.ruled(expr)
    if ruled is not None:
        return ruled
    if any(len(each) != 3 for each in expr.limits):
        msg = f"an integral without limits: {quoted(expr)}"
        raise UnsupportedError(msg)
    *inner, (variable, low, high) = expr.limits
    function = Integral(expr.function, *inner) if inner else expr.function
    _must_lie_within(algebra, variable, low, high)
    name = variable if algebra.varies(variable) else _standard(variable, function)
    body = substitute(function, {variable: name})
    improper = low in (oo, -oo) or high in (oo, -oo)
    result = algebra.zero
    for front, term in _split(algebra, body, name, whole=improper):
        result = result + front * _one_integral(algebra, term, name, low, high)
    return result


def _must_lie_within(algebra: Algebra, variable: Symbol, *limits: Expr) -> None:
    """The declared sign of the variable of integration must hold between the limits."""
    if variable.is_integer:
        msg = f"an integral over {quoted(variable)}, which is declared an integer"
        raise UnsupportedError(msg)
    if not variable.is_nonnegative:
        return
    for limit in limits:
        if limit != oo and not nonnegative(algebra, algebra.convert(limit)):
            msg = (
                f"{quoted(variable)} is declared {_sign_of(variable)}, "
                f"and is integrated to {quoted(limit)}"
            )
            raise UnsupportedError(msg)


def _sign_of(variable: Symbol) -> str:
    return "positive" if variable.is_positive else "nonnegative"


def _one_integral(algebra: Algebra, term: Expr, variable: Symbol, low: Expr, high: Expr) -> Frac:
    if variable not in term.free_symbols and not (low in (oo, -oo) or high in (oo, -oo)):
        return algebra.convert(term * (high - low))
    factors = sympy.Mul.make_args(term)
    for place, factor in enumerate(factors):
        if isinstance(factor, Total) and variable in factor.free_symbols:
            index = _bound(algebra, factor.index, factor.over, term, low, high)
            summand = substitute(factor.summand, {factor.index: index})
            others = sympy.Mul(*factors[:place], *factors[place + 1 :])
            inside = Integral(others * summand, (variable, low, high))
            return algebra.convert(Total(inside, index, factor.over))
    name = _standard(variable, term, low, high)
    body = substitute(term, {variable: name})
    limits = (algebra.zero if x in (oo, -oo) else algebra.convert(x) for x in (low, high))
    return _atom(
        algebra,
        "integral",
        (low in (oo, -oo) and low, high in (oo, -oo) and high),
        Integral(body, (name, low, high)),
        (algebra.convert(body), *limits),
        name,
    )


def _atom(
    algebra: Algebra, kind: str, label: object, expr: Expr, parts: tuple[Frac, ...], bound: Symbol
) -> Frac:
    """The atom of ``expr``, or its value where the facts give one."""
    ruled = algebra.ruled(expr)
    if ruled is not None:
        return ruled
    index = algebra.find(
        kind, label, parts, lambda: Atom(kind, expr, 1, False, parts, label, bound)
    )
    written = algebra.atom(index).expr
    ruled = algebra.ruled(written) if written != expr else None
    return algebra.gen(index) if ruled is None else ruled
