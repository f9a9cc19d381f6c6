"""Functions put in the place of those that premises speak of: candidates for a model.

Premises about functions can hold together if they hold of some particular functions.
A candidate defines every function that the premises leave undefined, with coefficients
that the premises then fix.  What is tried here proves nothing: that the premises hold of
a candidate is shown in ``holding``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import combinations_with_replacement, product
from typing import Any

import sympy
from sympy import Derivative, Expr, Integral, S, Subs, Symbol
from sympy.core.function import AppliedUndef

from derivations.dimension import NUMBER
from derivations.expression import Total
from derivations.obligation import Obligation
from derivations.quantity import Notation, Role
from derivations.relation import Equal, Less, MuchLess, NotEqual, Relation, Semiquantitative

from ..counterexamples import one_member
from ..normal.algebra import Algebra, RootError, UnsupportedError
from ..normal.elimination import System, definitions, solve
from ..normal.factors import factors
from ..normal.fraction import Frac, TooManyGeneratorsError
from ..normal.sign import nonzero
from ..quoting import quoted
from .functions import divides_anew

#: A polynomial of so many coefficients is tried, and no longer one.
_COEFFICIENTS = 6
#: Of so many quantities both signs are tried.
_SIGNS = 3


@dataclass(frozen=True)
class Candidate:
    """Premises that imply those asked of, since they say which functions are meant."""

    facts: tuple[Relation, ...]
    notation: Notation
    #: The premises themselves, which have to be seen to hold.
    asked: tuple[Relation, ...]
    #: The function that each of the premises' free functions is taken to be.
    functions: tuple[tuple[str, str], ...] = ()
    #: The numbers that these functions are made of.
    coefficients: tuple[Symbol, ...] = ()

    @cached_property
    def system(self) -> System:
        """The premises solved."""
        return solve(self.facts, self.notation)


def candidates(plain: Candidate) -> Iterator[Candidate]:
    """The premises as they are, if they leave no function free; else with functions put in.

    Where the premises speak of sums over finite sets, the same for sets of one member.
    """
    links, notation = plain.facts, plain.notation
    yield from _of(plain, _SIMPLE)
    single = one_member.reduced(Obligation(Semiquantitative(), links, notation))
    if single is not None:
        yield from _of(Candidate(single.facts, single.notation, single.facts), _SIMPLE)
    if not any(side.has(Integral, Total) for link in links for side in link.sides):  # type: ignore[union-attr]
        yield from _of(plain, _ELABORATE)


def _of(plain: Candidate, shapes: tuple[_Shape, ...]) -> Iterator[Candidate]:
    links, notation = plain.facts, plain.notation
    free = sorted(_functions(links) - definitions(links, notation).keys(), key=str)
    if not free:
        if shapes is _SIMPLE:
            yield from _and_split(plain)
            yield from _signed(plain)
        return
    if shapes is _SIMPLE:
        yield from _and_split(_without(plain, free))
    hints = dict(_solved_functions(plain.system, notation))
    if shapes is _SIMPLE:
        yield plain
    if shapes is _SIMPLE and hints:
        yield from _and_split(_with(links, notation, free, _nothing, hints))
    for shape in shapes:
        for known in ({}, hints) if hints else ({},):
            yield from _and_split(_with(links, notation, free, shape, known))


def _signed(plain: Candidate) -> Iterator[Candidate]:
    """Real quantities of unsolved premises taken as positive, or the negative of that."""
    unknown = {
        symbol
        for link in plain.system.unsolved
        for side in link.sides
        for index in plain.system.algebra.convert(side).generators()
        if (symbol := plain.system.algebra.atom(index).expr).is_Symbol
        and symbol.is_positive is None
        and plain.notation[symbol].role is not Role.VARIABLE
    }
    for signs in product((1, -1), repeat=len(unknown)) if 0 < len(unknown) <= _SIGNS else ():
        notation = plain.notation.copy()
        sizes = tuple(
            Equal(symbol, sign * _coefficient(notation, symbol, 0, "positive"))
            for sign, symbol in zip(signs, sorted(unknown, key=str), strict=True)
        )
        last = tuple(link for link in plain.facts if link in plain.system.unsolved)
        first = tuple(link for link in plain.facts if link not in last)
        yield Candidate((*sizes, *first, *last), notation, plain.asked)


def _functions(links: Iterable[Relation]) -> set[Any]:
    return {
        value.func
        for link in links
        for side in link.sides
        for value in side.atoms(AppliedUndef)  # type: ignore[union-attr]
    }


def _solved_functions(system: System, notation: Notation) -> Iterator[tuple[Any, Any]]:
    """f(x, y) = expression, where the premises say so of variables in so many words."""
    for solution in system.solutions:
        atom = solution.atom
        if (
            isinstance(atom, AppliedUndef)
            and len(set(atom.args)) == len(atom.args)
            and all(x in notation and notation[x].role is Role.VARIABLE for x in atom.args)
            and not divides_anew(notation, solution.value, system.facts)
        ):
            yield atom.func, (atom.args, solution.value)


def _without(plain: Candidate, free: list[Any]) -> Candidate:
    """The premises with zero for each free function: its values and its derivatives."""

    def vanishes(node: Expr) -> bool:
        inner = node.expr if isinstance(node, Derivative | Subs) else node
        inner = inner.expr if isinstance(inner, Derivative) else inner
        return isinstance(inner, AppliedUndef) and inner.func in free

    facts: list[Relation] = []
    for link in plain.facts:
        nodes = {n for s in link.sides for n in s.atoms(AppliedUndef, Derivative, Subs)}  # type: ignore[union-attr]
        gone = {node: S.Zero for node in nodes if vanishes(node)}
        if not gone or not isinstance(link, Equal | Less | MuchLess | NotEqual):
            facts.append(link)
            continue
        left, right = (side.xreplace(gone) for side in link.sides)  # type: ignore[union-attr]
        if left != right or not isinstance(link, Equal):
            facts.append(type(link)(left, right))
    shown = tuple((quoted(function), "0") for function in free)
    return replace(plain, facts=tuple(facts), asked=tuple(facts), functions=shown)


_Shape = Callable[[Notation, Any, tuple[Symbol, ...]], Expr]


def _with(
    links: tuple[Relation, ...],
    notation: Notation,
    free: list[Any],
    shape: _Shape,
    known: dict[Any, tuple[tuple[Expr, ...], Expr]],
) -> Candidate:
    """The premises with each free function of a ``shape``, or as it is ``known`` to be."""
    notation = notation.copy()
    chosen: list[Relation] = []
    coefficients: list[Symbol] = []
    for function in free:
        arguments = tuple(
            notation.variable(f"{function}: argument {place}", dimension, "", sign="real")
            for place, dimension in enumerate(notation[function].arguments, start=1)
        )
        if function in known:
            old, body = known[function]
            body = body.subs(dict(zip(old, arguments, strict=True)), simultaneous=True)
        else:
            body = shape(notation, function, arguments)
            coefficients += sorted(body.free_symbols - set(arguments), key=str)
        chosen.append(Equal(function(*arguments), body))
    shown = tuple((quoted(each.sides[0]), quoted(each.sides[1])) for each in chosen)
    return Candidate((*chosen, *links), notation, links, shown, tuple(coefficients))


def _coefficient(notation: Notation, function: Any, number: int, sign: str = "real") -> Symbol:
    return notation.quantity(f"{function}: coefficient {number}", NUMBER, "", sign=sign)


def _nothing(notation: Notation, function: Any, arguments: tuple[Symbol, ...]) -> Expr:
    del notation, function, arguments
    return S.Zero


def _constant(notation: Notation, function: Any, arguments: tuple[Symbol, ...]) -> Expr:
    del arguments
    return _coefficient(notation, function, 0)


def _positive(notation: Notation, function: Any, arguments: tuple[Symbol, ...]) -> Expr:
    del arguments
    return _coefficient(notation, function, 0, "positive")


def _polynomial(notation: Notation, function: Any, arguments: tuple[Symbol, ...]) -> Expr:
    """Of the highest degree, three at most, that has few coefficients; else of the first."""
    terms: list[Expr] = [S.One, *arguments]
    for degree in (2, 3):
        more = [sympy.Mul(*each) for each in combinations_with_replacement(arguments, degree)]
        if len(terms) + len(more) > _COEFFICIENTS:
            break
        terms += more
    return sympy.Add(*(_coefficient(notation, function, k) * term for k, term in enumerate(terms)))


def _wave(
    form: Callable[[Expr], Expr], notation: Notation, function: Any, arguments: tuple[Symbol, ...]
) -> Expr:
    """A multiple of a function of a multiple of the first argument."""
    rate = _coefficient(notation, function, 1, "positive")
    return _coefficient(notation, function, 0, "positive") * form(rate * arguments[0])


_SIMPLE: tuple[_Shape, ...] = (_constant, _positive)
#: These are not tried under sums and integrals, where they get long.
_ELABORATE: tuple[_Shape, ...] = (
    partial(_wave, lambda u: sympy.exp(-u)),
    partial(_wave, sympy.exp),
    partial(_wave, sympy.cos),
    partial(_wave, sympy.sin),
    _polynomial,
)


def _and_split(tried: Candidate) -> Iterator[Candidate]:
    """The candidate, and the same with its equations taken apart.

    What holds for all values of variables holds if every coefficient does.

    A polynomial in what depends on variables vanishes for all of their values if its
    coefficients do.
    """
    yield tried
    variables = {q.symbol for q in tried.notation if q.role is Role.VARIABLE}
    equations = [link for link in tried.facts if isinstance(link, Equal)]
    if not any(side.free_symbols & variables for link in equations for side in link.sides):
        return
    try:
        system = tried.system
        algebra = Algebra(
            tried.notation, system.algebra.roots, {}, system.functions, system.algebra.restricted
        )
        split: list[Relation] = []
        for link in equations:
            split += _coefficients(algebra, link, variables)
    except (RootError, UnsupportedError, TooManyGeneratorsError, ZeroDivisionError):
        return
    known = [Equal(f(*args), body) for f, (args, body) in system.functions.items()]
    others = [link for link in tried.facts if not isinstance(link, Equal)]
    facts = (*known, *split, *others)
    yield replace(tried, facts=facts)


def _coefficients(algebra: Algebra, link: Equal, variables: set[Any]) -> Iterator[Relation]:
    left, right = link.sides
    difference = algebra.convert(left) - algebra.convert(right)
    moving = {
        index
        for index in difference.generators()
        if any(algebra.depends(index, variable) for variable in variables)
    }
    if not moving:
        if not difference.is_zero():
            yield link
        return
    groups: dict[tuple[tuple[int, int], ...], Frac] = {}
    for coefficient, powers in difference.terms():
        key = tuple(sorted((i, e) for i, e in powers.items() if i in moving))
        term = algebra.number(coefficient)
        for index, exponent in powers.items():
            if index not in moving:
                term = term * algebra.gen(index, exponent)
        groups[key] = groups.get(key, algebra.zero) + term
    for value in groups.values():
        if not value.is_zero():
            yield _as_equation(algebra, value)


def _as_equation(algebra: Algebra, value: Frac) -> Equal:
    """That a value vanishes: what can vanish of it, with signs that are all positive."""
    rest = algebra.one
    for factor, power in factors(algebra, value.num)[1]:
        one = Frac(algebra.ring, factor, algebra.ring.one)
        if not nonzero(algebra, one):
            rest = rest * one**power
    sides = [algebra.zero, algebra.zero]
    for coefficient, powers in (value if rest.is_constant() else rest).terms():
        term = algebra.number(abs(coefficient))
        for index, exponent in powers.items():
            term = term * algebra.gen(index, exponent)
        sides[coefficient < 0] += term
    return Equal(*map(algebra.expr, sides))
