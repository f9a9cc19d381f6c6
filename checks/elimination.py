"""Solve the facts for atoms and put the solutions into everything else.

Each equation among the facts, reduced by those before it, is solved for one atom: the
one it is printed as defining, else any that it holds as a power or linearly.  What is
solved is equivalent to the equation (a coefficient divided by is known not to vanish),
so a claim follows from the equations exactly when it holds identically after the
solutions are put in, as far as admissible values exist for the atoms solved for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any, cast

import sympy
from sympy import Expr, Integral, S, Symbol
from sympy.core.function import AppliedUndef

from derivations.expression import Total
from derivations.quantity import Notation, Role
from derivations.relation import Equal, Less, MuchLess, NotEqual, Relation

from .algebra import Algebra, RootError, UnsupportedError
from .fraction import Frac
from .sign import nonzero, sign

#: The N of the N-th roots at first, and where to give up.
_ROOTS, _MOST_ROOTS = 2, 720


@dataclass(frozen=True)
class Solution:
    """One fact solved: ``atom`` = ``value``, having divided by ``divided_by``."""

    atom: Expr
    value: Expr
    fact: Relation
    divided_by: Expr = S.One
    #: Whether the value is a product of powers of positive atoms, positive as it stands.
    plain: bool = False


@dataclass
class System:
    """Facts solved as far as they can be; ``algebra`` puts the solutions in.

    ``unsolved`` are equations that could not be solved for anything; they are not used.
    ``contradiction`` is a fact that cannot hold beside the others, if one was found: it
    would make unequal numbers equal, or a positive quantity not positive.
    """

    algebra: Algebra
    solutions: list[Solution] = field(default_factory=list)
    functions: dict[Any, tuple[tuple[Symbol, ...], Expr]] = field(default_factory=dict)
    unsolved: list[Relation] = field(default_factory=list)
    facts: tuple[Relation, ...] = ()
    contradiction: Relation | None = None


def solve(
    facts: Iterable[Relation],
    notation: Notation,
    keep: frozenset[Symbol] = frozenset(),
    needs: Iterable[Expr] = (),
) -> System:
    """Solve ``facts``; atoms in ``keep`` are not solved for if anything else will do.

    ``needs`` are the expressions to be converted afterwards: they settle how fine the
    roots have to be.
    """
    roots = _ROOTS
    links = tuple(link for fact in facts for link in fact.links())
    needed = list(needs)
    while True:
        try:
            system = _again(_solve(links, notation, keep, roots))
            _take_for_granted(system)
            for expr in needed:
                system.algebra.convert(expr)
        except RootError as error:
            roots *= error.by
            if roots > _MOST_ROOTS:
                msg = f"roots of order {roots} are more than the normal form handles"
                raise UnsupportedError(msg) from None
            continue
        return system


def _take_for_granted(system: System) -> None:
    """What a fact divides by does not vanish, and so on: a fact says that it makes sense.

    What holds for all values of a variable says so only where it does make sense.
    """
    algebra = system.algebra
    for link in system.facts:
        sides = link.sides if isinstance(link, Equal) else ()
        if not any(algebra.varies(symbol) for side in sides for symbol in side.free_symbols):
            for side in sides:
                algebra.convert(side)
    algebra.taken_for_granted()


def _again(solved: System) -> System:
    """The same solutions with an algebra of their own."""
    system = replace(solved, algebra=_fresh(solved))
    _learn_signs(system)
    return system


@lru_cache(maxsize=1024)
def _solve(
    links: tuple[Relation, ...], notation: Notation, keep: frozenset[Symbol], roots: int
) -> System:
    """The facts solved; kept, since the claims of a line share their facts."""
    rules: dict[Expr, Expr] = {}
    system = System(Algebra(notation, roots, rules, restricted=_restricted(links, notation)))
    system.functions = system.algebra.functions
    system.facts = links
    equations = [
        link for link in links if isinstance(link, Equal) and not _define_function(system, link)
    ]
    _learn_signs(system)
    for link in equations:
        solution = _solved(system, link, keep)
        if solution is not None:
            if _impossible(system.algebra, solution):
                system.contradiction = link
                continue
            system.solutions.append(solution)
            rules[solution.atom] = solution.value
            system.algebra = _fresh(system)
            _learn_signs(system)
    return system


def _restricted(links: tuple[Relation, ...], notation: Notation) -> frozenset[Symbol]:
    """The variables that inequalities speak of: what holds of them may hold there only."""
    return frozenset(
        symbol
        for link in links
        if isinstance(link, Less | MuchLess | NotEqual)
        for side in link.sides
        for symbol in side.free_symbols
        if symbol in notation and notation[symbol].role is Role.VARIABLE
    )


def _impossible(algebra: Algebra, solution: Solution) -> bool:
    """Whether no admissible value of the atom is the one that the fact gives it.

    What holds for all values of a variable cannot make something vary with it that does
    not depend on it; a function that nothing is known of need not vary.
    """
    value = algebra.convert(solution.value)
    stated = algebra.notation[solution.atom].range if solution.atom in algebra.notation else None
    if stated and value.is_constant() and not stated[0] <= value.value() <= stated[1]:
        return True
    if solution.atom.is_positive and (value.is_zero() or sign(algebra, value) < 0):
        return True
    own = solution.atom.free_symbols
    present = [algebra.atom(i).expr for i in value.generators()]
    moving = [expr for expr in present if any(algebra.varies(x) for x in expr.free_symbols - own)]
    return bool(moving) and not any(expr.has(AppliedUndef, Total, Integral) for expr in moving)


def _fresh(system: System) -> Algebra:
    old = system.algebra
    return Algebra(old.notation, old.roots, old.rules, old.functions, old.restricted)


def _define_function(system: System, link: Equal) -> bool:
    """Take f(x, y) = expression, with variables x and y, as the definition of f.

    A constant in front of f that cannot vanish is divided by.
    """
    head, body = cast("tuple[Expr, Expr]", link.sides)
    front, head = head.as_independent(AppliedUndef, as_Add=False)
    if not isinstance(head, AppliedUndef) or head.func in system.functions:
        return False
    if front is not S.One:
        if not (front.is_positive or front.is_negative) or front.free_symbols & set(head.args):
            return False
        body = body / front
    variables = head.args
    if (
        len(set(variables)) != len(variables)
        or not all(system.algebra.varies(v) for v in variables)
        or any(f.func == head.func for f in body.atoms(AppliedUndef))
    ):
        return False
    if head.func in _functions_under(system, body):
        return False
    system.functions[head.func] = (variables, body)
    return True


def _functions_under(system: System, body: Expr) -> set[Any]:
    """The functions that ``body`` comes down to once definitions are put in."""
    found: set[Any] = set()
    pending = [body]
    while pending:
        for value in pending.pop().atoms(AppliedUndef):
            if value.func not in found:
                found.add(value.func)
                if value.func in system.functions:
                    pending.append(system.functions[value.func][1])
    return found


def _learn_signs(system: System) -> None:
    """Tell the algebra what the inequalities say, and what solved positive quantities are."""
    algebra = system.algebra
    for link in system.facts:
        if isinstance(link, Less | MuchLess | NotEqual):
            low, high = link.sides
            difference = algebra.convert(high) - algebra.convert(low)
            if isinstance(link, NotEqual):
                impossible = difference.is_zero()
                algebra.known_nonzero.append(difference)
            else:
                impossible = difference.is_zero() or sign(algebra, difference) < 0
                if isinstance(link, Less) or _either_positive(algebra, low, high):
                    algebra.known_positive.append(difference)
            if impossible:
                system.contradiction = link
    for solution in system.solutions:
        if solution.divided_by is not S.One:
            algebra.known_nonzero.append(algebra.convert(solution.divided_by))
        if solution.atom.is_positive and not solution.plain:
            algebra.known_positive.append(algebra.convert(solution.atom))


def _either_positive(algebra: Algebra, *sides: Expr) -> bool:
    """Whether a side is positive: ten times less is less then, and might be more else."""
    return any(sign(algebra, algebra.convert(side)) > 0 for side in sides)


def _solved(system: System, link: Equal, keep: frozenset[Symbol]) -> Solution | None:
    algebra = system.algebra
    left, right = (algebra.convert(side) for side in link.sides)
    difference = left - right
    if difference.is_zero():
        return None
    if difference.is_constant():
        system.contradiction = link
        return None
    symbols = _symbols(algebra, difference)
    cheap = keep | {s for s in symbols if algebra.notation[s].role is Role.FACTOR}
    for avoid in (cheap, frozenset(keep), frozenset()):
        for value, other in ((left, right), (right, left)):
            index = _single(algebra, value)
            if index is not None and _may(algebra, index, other, avoid):
                plain = other.monomial() is not None and sign(algebra, other) > 0
                return Solution(algebra.atom(index).expr, algebra.expr(other), link, plain=plain)
        if power := _by_powers(algebra, left, right, avoid):
            return Solution(*power, link, plain=True)
        if linear := _linearly(algebra, difference, avoid):
            atom, value, divided_by = linear
            return Solution(atom, value, link, divided_by)
    system.unsolved.append(link)
    return None


def _symbols(algebra: Algebra, value: Frac) -> set[Symbol]:
    return {
        algebra.atom(i).expr
        for i in value.generators()
        if algebra.atom(i).kind == "symbol" and algebra.atom(i).expr in algebra.notation
    }


_SOLVABLE = frozenset({"symbol", "value", "jet", "total", "integral"})


def _single(algebra: Algebra, value: Frac) -> int | None:
    """The generator whose atom ``value`` is, if it is one."""
    single = value.monomial()
    if single is None or single[0] != 1 or len(single[1]) != 1:
        return None
    ((index, exponent),) = single[1].items()
    atom = algebra.atom(index)
    return index if atom.kind in _SOLVABLE and exponent == atom.roots else None


def _may(algebra: Algebra, index: int, other: Frac, avoid: frozenset[Symbol]) -> bool:
    """Whether the atom may be solved for: not to be avoided, and not in its own value.

    A variable is not solved for: facts about it are to hold for all its values.
    """
    atom = algebra.atom(index)
    if atom.expr in avoid or algebra.varies(atom.expr):
        return False
    return all(i != index and not _inside(algebra, index, i) for i in other.generators())


def _inside(algebra: Algebra, index: int, within: int) -> bool:
    """Whether the atom ``index`` occurs in what the atom ``within`` is made of."""
    atom = algebra.atom(within)
    return any(
        i == index or _inside(algebra, index, i) for part in atom.parts for i in part.generators()
    )


def _latest_first(algebra: Algebra, indices: Iterable[int]) -> list[int]:
    """Atoms that are no symbols, then symbols from the last declared to the first."""
    return sorted(indices, key=lambda i: (-algebra.notation.position(algebra.atom(i).expr), i))


def _by_powers(
    algebra: Algebra, left: Frac, right: Frac, avoid: frozenset[Symbol]
) -> tuple[Expr, Expr] | None:
    """x^k · m = 1 for a positive x gives x = m^(−1/k).

    The equation is divided by its right side, so one side must be known not to vanish.
    """
    if right.is_zero() or not (nonzero(algebra, left) or nonzero(algebra, right)):
        return None
    single = (left / right).monomial()
    if single is None or single[0] < 0:
        return None
    coefficient, powers = single
    for index in _latest_first(algebra, powers):
        atom = algebra.atom(index)
        if atom.kind != "symbol" or not atom.positive:
            continue
        if atom.expr in avoid or algebra.varies(atom.expr):
            continue
        others = {i: e for i, e in powers.items() if i != index}
        if any(not algebra.atom(i).positive for i in others):
            continue
        if any(_inside(algebra, index, i) for i in others):
            continue
        exponent = Fraction(powers[index], atom.roots)
        value = algebra.monomial_expr(coefficient, others)
        power = sympy.Rational(-exponent.denominator, exponent.numerator)
        return atom.expr, value**power
    return None


def _linearly(
    algebra: Algebra, difference: Frac, avoid: frozenset[Symbol]
) -> tuple[Expr, Expr, Expr] | None:
    """A x + B = 0 with A ≠ 0 gives x = −B/A; where B ≠ 0 the equation itself says A ≠ 0."""
    for index in _latest_first(algebra, difference.generators()):
        atom = algebra.atom(index)
        if atom.kind not in _SOLVABLE or atom.expr in avoid:
            continue
        with_it, without = algebra.zero, algebra.zero
        for coefficient, powers in difference.terms():
            exponent = powers.pop(index, 0)
            term = algebra.number(coefficient)
            for other, power in powers.items():
                term = term * algebra.gen(other, power)
            if exponent == atom.roots:
                with_it += term
            elif exponent == 0:
                without += term
            else:
                break
        else:
            if not (nonzero(algebra, with_it) or nonzero(algebra, without)):
                continue
            value = -(without / with_it)
            if _may(algebra, index, value, avoid):
                return atom.expr, algebra.expr(value), algebra.expr(with_it)
    return None
