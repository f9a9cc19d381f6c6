"""Sums over finite sets and integrals in normal form.

Both are linear: what does not depend on the bound variable comes out in front, sums of
terms come apart, and each remaining term is an atom whose bound variable has a standard
name.  A Kronecker delta under a sum is summed; a finite sum under an integral changes
places with it.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import sympy
from sympy import Expr, Integral, KroneckerDelta, Symbol, oo

from derivations.expression import Total

from .algebra import Algebra, Atom, UnsupportedError
from .fraction import Frac, Monomial


def _standard(variable: Symbol, body: Expr) -> Symbol:
    """The standard name of a bound variable: one more than any bound inside."""
    inside = [
        int(str(symbol)[6:])
        for node in body.atoms(Total, Integral)
        for symbol in node.bound_symbols
        if str(symbol).startswith("_bound")
    ]
    return Symbol(f"_bound{max(inside, default=-1) + 1}", **variable.assumptions0)


def _split(
    algebra: Algebra, body: Expr, variable: Symbol, whole: bool
) -> list[tuple[Frac, Expr]]:
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
    summand = expr.summand.subs(expr.index, index)
    result = algebra.zero
    for front, term in _split(algebra, summand, index, whole=False):
        result = result + front * _one_total(algebra, term, index, expr.over)
    return result


def _member(algebra: Algebra, expr: Total) -> Symbol:
    """A name for the index under which facts about all members of the set apply."""
    if expr.index in algebra.notation:
        return expr.index
    taken = expr.summand.free_symbols | {
        symbol for node in expr.summand.atoms(Total, Integral) for symbol in node.bound_symbols
    }
    members = (q.symbol for q in algebra.notation if q.member_of == expr.over)
    return next((member for member in members if member not in taken), expr.index)


def _one_total(algebra: Algebra, term: Expr, index: Symbol, over: Symbol) -> Frac:
    if index not in term.free_symbols:
        count = algebra.notation[over].count
        if count is None:
            msg = f"the number of elements of {over} is not declared"
            raise UnsupportedError(msg)
        return algebra.convert(count * term)
    for delta in sorted(term.atoms(KroneckerDelta), key=str):
        other = _partner(delta, index)
        if other is None or not term.has(delta) or term.subs(delta, 0) != 0:
            continue
        if other in algebra.notation and algebra.notation[other].member_of == over:
            return algebra.convert((term.subs(delta, 1)).subs(index, other))
        if str(other).startswith("_bound"):
            return algebra.convert((term.subs(delta, 1)).subs(index, other))
    return _atom(
        algebra,
        "total",
        over,
        term,
        index,
        lambda body, name: Total(body, name, over),
        (),
    )


def _partner(delta: KroneckerDelta, index: Symbol) -> Expr | None:
    first, second = delta.args
    if first == index and index not in second.free_symbols:
        return second
    if second == index and index not in first.free_symbols:
        return first
    return None


def integral(algebra: Algebra, expr: Integral) -> Frac:
    """∫ over one variable between limits."""
    ruled = algebra.ruled(expr)
    if ruled is not None:
        return ruled
    if len(expr.limits) != 1 or len(expr.limits[0]) != 3:
        msg = f"an integral that is not over one variable between limits: {expr}"
        raise UnsupportedError(msg)
    ((variable, low, high),) = expr.limits
    improper = low in (oo, -oo) or high in (oo, -oo)
    result = algebra.zero
    for front, term in _split(algebra, expr.function, variable, whole=improper):
        result = result + front * _one_integral(algebra, term, variable, low, high)
    return result


def _one_integral(algebra: Algebra, term: Expr, variable: Symbol, low: Expr, high: Expr) -> Frac:
    if variable not in term.free_symbols and not (low in (oo, -oo) or high in (oo, -oo)):
        return algebra.convert(term * (high - low))
    for factor in sympy.Mul.make_args(term):
        if isinstance(factor, Total) and variable in factor.free_symbols:
            inside = Integral(term / factor * factor.summand, (variable, low, high))
            return algebra.convert(Total(inside, factor.index, factor.over))
    limits = tuple(
        algebra.number(0) if limit in (oo, -oo) else algebra.convert(limit)
        for limit in (low, high)
    )
    return _atom(
        algebra,
        "integral",
        (low in (oo, -oo) and low, high in (oo, -oo) and high),
        term,
        variable,
        lambda body, name: Integral(body, (name, low, high)),
        limits,
    )


def _atom(
    algebra: Algebra,
    kind: str,
    label: object,
    term: Expr,
    variable: Symbol,
    build: Callable[[Expr, Symbol], Expr],
    limits: tuple[Frac, ...],
) -> Frac:
    name = _standard(variable, term)
    body = term.subs(variable, name)
    standard = build(body, name)
    ruled = algebra.ruled(standard)
    if ruled is not None:
        return ruled
    parts = (algebra.convert(body), *limits)
    index = algebra.find(
        kind,
        label,
        parts,
        lambda: Atom(kind, standard, 1, positive=False, parts=parts, label=label),
    )
    written = algebra.atom(index).expr
    ruled = algebra.ruled(written) if written != standard else None
    return algebra.gen(index) if ruled is None else ruled
