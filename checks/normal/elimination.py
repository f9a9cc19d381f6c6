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
from functools import lru_cache
from typing import Any, cast

from sympy import Expr, Integral, S, Symbol
from sympy.core.function import AppliedUndef

from derivations.expression import Total
from derivations.quantity import Notation, Role
from derivations.relation import Equal, Less, MuchLess, NotEqual, Relation
from derivations.rules.variables import confines

from .algebra import Algebra, RootError, UnsupportedError
from .fraction import Frac
from .sign import nonzero, sign
from .solution import Solution, solved

#: The N of the N-th roots at first, and where to give up.
_ROOTS, _MOST_ROOTS = 2, 720


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
    #: The equations taken as definitions of functions.
    defined: list[Relation] = field(default_factory=list)
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
        difference = system.algebra.convert(link.sides[0]) - system.algebra.convert(link.sides[1])
        if difference.is_zero():
            continue
        solution = None if difference.is_constant() else solved(system.algebra, link, keep)
        if (
            difference.is_constant()
            or (solution is None and nonzero(system.algebra, difference))
            or (solution and _impossible(system.algebra, solution))
        ):
            system.contradiction = link
        elif solution is None or _may_vary(system.algebra, solution):
            system.unsolved.append(link)
        else:
            system.solutions.append(solution)
            rules[solution.atom] = solution.value
            system.algebra = _fresh(system)
            _learn_signs(system)
    return system


def definitions(links: tuple[Relation, ...], notation: Notation) -> dict[Any, Any]:
    """The functions that ``links`` define: their variables, and what they are."""
    system = System(Algebra(notation, restricted=_restricted(links, notation)))
    system.functions = system.algebra.functions
    for link in links:
        if isinstance(link, Equal):
            _define_function(system, link)
    return system.functions


def _restricted(links: tuple[Relation, ...], notation: Notation) -> frozenset[Symbol]:
    """The variables that are confined: what holds of them may hold there only."""
    return frozenset(
        symbol
        for link in links
        if confines(link)
        for side in link.sides
        for symbol in side.free_symbols
        if symbol in notation and notation[symbol].role is Role.VARIABLE
    )


def _impossible(algebra: Algebra, solution: Solution) -> bool:
    """Whether no admissible value of the atom is the one that the fact gives it.

    What holds for all values of a variable cannot make something vary with it that does
    not depend on it, if it certainly varies; a function that nothing is known of need not.
    """
    value = algebra.convert(solution.value)
    stated = algebra.notation[solution.atom].range if solution.atom in algebra.notation else None
    if stated and value.is_constant() and not stated[0] <= value.value() <= stated[1]:
        return True
    if solution.atom.is_positive and (value.is_zero() or sign(algebra, value) < 0):
        return True
    moving = _moving(algebra, solution)
    if any(algebra.atom(i).expr.has(AppliedUndef, Total, Integral) for i in moving):
        return False
    below = _by_powers(algebra, value.den, moving)
    return any(
        powers not in below and nonzero(algebra, coefficient)
        for powers, coefficient in _by_powers(algebra, value.num, moving).items()
    )


def _may_vary(algebra: Algebra, solution: Solution) -> bool:
    """Whether the atom is given a value that varies with what the atom does not depend on.

    That can be so only if what makes it vary vanishes: then the equation says that.
    """
    moving = _moving(algebra, solution)
    return bool(moving) and not any(
        algebra.atom(i).expr.has(AppliedUndef, Total, Integral) for i in moving
    )


def _moving(algebra: Algebra, solution: Solution) -> set[int]:
    """The generators of a solution's value that vary where its atom does not."""
    own = solution.atom.free_symbols
    return {
        i
        for i in algebra.convert(solution.value).generators()
        if any(algebra.varies(x) for x in algebra.atom(i).expr.free_symbols - own)
    }


def _by_powers(algebra: Algebra, polynomial: Any, moving: set[int]) -> dict[Any, Frac]:
    """The coefficients of a polynomial by its powers of the ``moving`` generators."""
    result: dict[Any, Frac] = {}
    for coefficient, powers in Frac(algebra.ring, polynomial, algebra.ring.one).terms():
        inner = tuple(sorted((i, e) for i, e in powers.items() if i in moving))
        term = algebra.number(coefficient)
        for i, e in powers.items():
            if i not in moving:
                term = term * algebra.gen(i, e)
        result[inner] = result.get(inner, algebra.zero) + term
    return result


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
    system.defined.append(link)
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
