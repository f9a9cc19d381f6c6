"""Functions of which premises say no more than a linear differential equation.

Where a linear combination of derivatives at w is given, with coefficients that are
continuous and a highest one that vanishes nowhere, wherever the variable in w may be,
there is a solution with any values of f, …, f⁽ⁿ⁻¹⁾ at one place (Picard and Lindelöf).
Such values are then free.
"""

from __future__ import annotations

from typing import Any

from sympy import Expr
from sympy.core.function import AppliedUndef, UndefinedFunction

from derivations.quantity import Role
from derivations.relation import Equal

from ..normal import atoms
from ..normal.algebra import Algebra, Atom
from ..normal.elimination import System, solve
from ..normal.fraction import Frac
from ..normal.sign import nonzero


def solvable(system: System) -> frozenset[Any]:
    """The functions that have a solution, with any values at one place."""
    algebra = system.algebra
    functions = {f for atom in algebra.atoms if (f := function_of(atom)) is not None}
    rules = {atom: atoms.place(atom) for atom in algebra.rules}
    functions |= {_function(place[0], place[1]) for place in rules.values() if place is not None}
    confined = {
        value.func
        for fact in system.facts
        if not isinstance(fact, Equal)
        for side in fact.sides
        for value in side.atoms(AppliedUndef)  # type: ignore[union-attr]
    }
    return frozenset(f for f in functions - confined if _is_solvable(algebra, f, rules))


def function_of(atom: Atom) -> Any:
    """The undefined function that the atom is a value or a derivative of, if it is one."""
    if atom.kind not in {"value", "jet"}:
        return None
    found = _function(atom.kind, atom.label)
    return found if isinstance(found, UndefinedFunction) else None


def _function(kind: str, label: Any) -> Any:
    return label[0] if kind == "jet" else label


def _is_solvable(algebra: Algebra, function: Any, rules: dict[Expr, Any]) -> bool:
    general = [
        (atom, place)
        for atom, place in rules.items()
        if place is not None and _function(place[0], place[1]) == function
    ]
    if len(general) != 1 or general[0][1][0] != "jet":
        return False
    ((atom, (_, (_, orders), arguments)),) = general
    if len(orders) != 1 or not _moves(algebra, arguments[0]):
        return False
    point = algebra.convert(arguments[0])
    value = algebra.convert(algebra.rules[atom])
    lower = {i for i in value.generators() if function_of(algebra.atom(i)) == function}
    order = max([orders[0], *(_order(algebra.atom(i)) for i in lower)])
    return (
        all(algebra.atom(i).parts[0].same(point) for i in lower)
        and _linear(algebra, value, lower)
        and _leads(algebra, value, lower, order)
        and _one_place(algebra, function, point, order)
    )


def _moves(algebra: Algebra, argument: Expr) -> bool:
    """Whether the argument is a positive multiple of a variable."""
    variables = [
        s
        for s in argument.free_symbols
        if s in algebra.notation and algebra.notation[s].role is Role.VARIABLE
    ]
    if len(variables) != 1 or variables[0].is_integer or not algebra.varies(variables[0]):
        return False
    ratio = argument / variables[0]
    return bool(ratio.is_positive) and variables[0] not in ratio.free_symbols


def _order(atom: Atom) -> int:
    return 0 if atom.kind == "value" else int(atom.label[1][0])


def _linear(algebra: Algebra, value: Frac, lower: set[int]) -> bool:
    """Whether ``value`` is linear in ``lower``, with coefficients that are always finite.

    The coefficients are made of symbols and numbers alone, so that they are continuous.
    """
    bottom = Frac(algebra.ring, value.den, algebra.ring.one)
    known = all(algebra.atom(i).kind in {"symbol", "number"} for i in value.generators() - lower)
    return (
        known
        and not bottom.generators() & lower
        and _never_vanishes(algebra, bottom)
        and all(sum(powers.get(i, 0) for i in lower) <= 1 for _, powers in value.terms())
    )


def _never_vanishes(algebra: Algebra, bottom: Frac) -> bool:
    """Whether it vanishes nowhere: not even where the equation then says that it does not."""
    expr = algebra.expr(bottom)
    bare = solve((), algebra.notation, needs=(expr,)).algebra
    return nonzero(bare, bare.convert(expr))


def _leads(algebra: Algebra, value: Frac, lower: set[int], order: int) -> bool:
    """Whether the highest derivative, if it is in ``value``, always has a coefficient."""
    for index in lower:
        if _order(algebra.atom(index)) == order:
            coefficient = algebra.zero
            for number, powers in value.terms():
                if powers.pop(index, 0):
                    term = algebra.number(number)
                    for other, power in powers.items():
                        term = term * algebra.gen(other, power)
                    coefficient += term
            return nonzero(algebra, coefficient)
    return True


def _one_place(algebra: Algebra, function: Any, point: Frac, order: int) -> bool:
    """Whether all other values of the function are initial values at a single place."""
    others = [
        atom
        for atom in algebra.atoms
        if function_of(atom) == function and not atom.parts[0].same(point)
    ]
    return all(
        _order(atom) < order
        and atom.parts[0].same(others[0].parts[0])
        and all(algebra.atom(i).positive for i in atom.parts[0].generators())
        and not any(
            algebra.depends(i, quantity.symbol)
            for i in atom.parts[0].generators()
            for quantity in algebra.notation
            if quantity.role is Role.VARIABLE
        )
        for atom in others
    )
