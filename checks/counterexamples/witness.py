"""Counterexamples: an admissible point at which a normal form is provably not zero."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from typing import Any

from flint import acb, arb, ctx, fmpq
from sympy import Expr, Integral, Symbol
from sympy.core.function import AppliedUndef

from derivations.expression import Total
from derivations.quantity import Role
from derivations.relation import (
    Attains,
    Equal,
    Less,
    MuchLess,
    NotEqual,
    Refers,
    Relation,
    SameDimension,
    Semiquantitative,
    Within,
)

from ..normal import atoms
from ..normal.algebra import Algebra, Atom
from ..normal.elimination import System
from ..normal.fraction import Frac
from ..normal.sign import nonzero
from ..normal.solution import Solution
from ..quoting import quoted
from .point import BESSEL, NoValueError, Point, Range, bessel, excludes_zero, positive

_TRIES = 40
_PRECISION = 128
_DIGITS = 1e-10
#: Facts that a point is held to, or that say nothing of a point.
_HEEDED = (Equal, NotEqual, Less, MuchLess, Within)
_SILENT = (Attains, SameDimension, Refers, Semiquantitative)
#: Sums and integrals have no value at a point without being worked out.
_UNKNOWN = frozenset({"total", "integral"})


class Found(dict[str, str]):
    """What is shown of a witness, and the exact values that make the point."""

    def __init__(self, shown: Mapping[str, str], values: Mapping[Expr, Fraction]) -> None:
        super().__init__(shown)
        self.values_chosen = dict(values)


def find(system: System, *differences: Frac) -> Found | None:
    """A point where all facts hold and none of ``differences`` is zero, or ``None``.

    Free symbols get rational values; what the facts were solved for gets the value that
    follows, which must have its sign, its range, and be whole if it is an integer; the
    inequalities and intervals among the facts must hold, and everything that was divided
    by, or under a root or logarithm, must be as it has to be.  The values of an unknown
    function and of its derivatives are free as long as the facts say nothing of that
    function in general, since a smooth function takes any values at different points.
    Where no point is found, differences that are seen not to vanish anywhere do as well.
    """
    if system.contradiction is not None:
        return None
    found = _point(system, differences)
    if found is None and all(nonzero(system.algebra, each) for each in differences):
        return Found({"difference of the sides": quoted(system.algebra.expr(differences[0]))}, {})
    return found


def _point(system: System, differences: tuple[Frac, ...]) -> Found | None:
    if system.unsolved:
        return None
    if any(not isinstance(fact, (*_HEEDED, *_SILENT)) for fact in system.facts):
        return None
    if _tied(system):
        return None
    general = _known_in_general(system)
    for atom in (atom for each in differences for atom in _atoms_under(system.algebra, each)):
        if atom.kind in _UNKNOWN or _function(atom) in general:
            return None
    ranges = _ranges(system)
    old, ctx.prec = ctx.prec, _PRECISION
    try:
        for attempt in range(_TRIES):
            point = Point(system.algebra, attempt, ranges)
            try:
                values = [point.value(difference) for difference in differences]
                good = all(map(excludes_zero, values)) and _admissible(system, point, general)
            except (NoValueError, ZeroDivisionError):
                continue
            if good:
                shown = {**point.shown(), "difference of the sides": _short(values[0])}
                return Found(shown, point.chosen())
    finally:
        ctx.prec = old
    return None


def _tied(system: System) -> bool:
    """Whether what the facts say of sums and integrals may bind values at points, too.

    A sum over a free function, to the first power, takes any value by itself.
    """
    algebra = system.algebra
    used: set[Any] = set()
    for solution in system.solutions:
        if isinstance(solution.atom, Total | Integral) and not _is_law(algebra, solution):
            body = algebra.convert(solution.atom.args[0])
            functions = {f for i in body.generators() if (f := _function(algebra.atom(i)))}
            if functions - used and _linear(body):
                used.add(min(functions - used, key=str))
            elif functions or isinstance(solution.atom, Total):
                return True
    return False


def _is_law(algebra: Algebra, solution: Solution) -> bool:
    """Whether a fact says no more than ∫ f′ = f(b) − f(a), which binds nothing."""
    if not isinstance(solution.atom, Integral) or len(solution.atom.limits) > 1:
        return False
    ((variable, low, high),) = solution.atom.limits
    place = atoms.place(solution.atom.function)
    if place is None or place[0] != "jet" or place[2] != (variable,):
        return False
    function, (order,) = place[1]
    before = function(variable).diff((variable, order - 1)) if order > 1 else function(variable)
    ends = (algebra.convert(before.subs(variable, end)) for end in (high, low))
    return algebra.convert(solution.value).same(next(ends) - next(ends))


def _linear(body: Frac) -> bool:
    single = body.monomial()
    return single is not None and all(exponent == 1 for exponent in single[1].values())


def _atoms_under(algebra: Algebra, frac: Frac) -> Iterator[Atom]:
    for index in frac.generators():
        atom = algebra.atom(index)
        yield atom
        for part in atom.parts:
            yield from _atoms_under(algebra, part)


def _function(atom: Atom) -> Any:
    """The function that the atom is a value or a derivative of, if it is one."""
    return atom.label[0] if atom.kind == "jet" else atom.label if atom.kind == "value" else None


def _known_in_general(system: System) -> set[Any]:
    """The functions of which the facts say something for all values of a variable."""
    found: set[Any] = set(system.functions)
    facts = [solution.fact for solution in system.solutions]
    facts += [fact for fact in system.facts if not isinstance(fact, Equal)]
    for fact in facts:
        if _of_variables(system, fact):
            found.update(v.func for side in _scalars(fact) for v in side.atoms(AppliedUndef))
    return found


def _of_variables(system: System, fact: Relation) -> bool:
    notation = system.algebra.notation
    symbols = {symbol for side in _scalars(fact) for symbol in side.free_symbols}
    return any(s in notation and notation[s].role is Role.VARIABLE for s in symbols)


def _scalars(fact: Relation) -> list[Expr]:
    return [side for side in fact.sides if isinstance(side, Expr)]


def _ranges(system: System) -> dict[Symbol, Range]:
    """The ranges that are declared of symbols, or stated of them as such."""
    found: dict[Symbol, Range] = {q.symbol: q.range for q in system.algebra.notation if q.range}
    for fact in system.facts:
        if type(fact) is Within and fact.expression.is_Symbol:
            low, high = _in_base_units(fact)
            before = found.get(fact.expression, (low, high))
            found[fact.expression] = max(low, before[0]), min(high, before[1])
    return found


def _in_base_units(fact: Within) -> Range:
    from derivations.units import in_base

    size, _ = in_base(fact.unit)
    return fact.low * size, fact.high * size


def _admissible(system: System, point: Point, general: set[Any]) -> bool:
    """Whether all facts hold at the point, and all that is needed for them to make sense."""
    algebra = system.algebra
    solved = [solution.atom for solution in system.solutions]
    return (
        all(_may_be(algebra, point, atom) for atom in solved if atom.is_Symbol)
        and all(positive(point.value(value)) > 0 for value in algebra.known_positive)
        and all(excludes_zero(point.value(value)) for value in algebra.known_nonzero)
        and all(excludes_zero(point.value(value)) for value in algebra.divided.values())
        and all(positive(point.value(value)) > 0 for value in algebra.assumed.values())
        and all(_holds(algebra, point, fact) for fact in system.facts)
        and _distinct(system, point, general)
        and all(_is_bessel(algebra, point, atom) for atom in solved if atom.func in BESSEL)
        and all(_is_numerically(algebra, point, i) for i in solved if isinstance(i, Integral))
    )


def _may_be(algebra: Algebra, point: Point, symbol: Symbol) -> bool:
    frac = algebra.convert(symbol)
    value = point.value(frac)
    if symbol.is_integer and not algebra.expr(frac).is_integer:
        return False
    if not value.imag.contains(0) or (symbol.is_nonnegative and not value.real > 0):
        return False
    stated = algebra.notation[symbol].range if symbol in algebra.notation else None
    return stated is None or _lies_within(value.real, stated)


def _is_bessel(algebra: Algebra, point: Point, solved: Expr) -> bool:
    """Whether a Bessel function may have the value there that follows for it."""
    order, argument = (point.value(algebra.convert(part)) for part in solved.args)
    return bool(bessel(solved.func, order, argument).overlaps(point.value(algebra.convert(solved))))


def _is_numerically(algebra: Algebra, point: Point, solved: Integral) -> bool:
    """Whether an integral of known functions is what follows for it, to ten digits."""
    import mpmath

    body = algebra.convert(solved.function)
    if any(_function(atom) for atom in _atoms_under(algebra, body)):
        return True
    if len(solved.limits) > 1:
        return False
    ((variable, *ends),) = solved.limits
    limits = [
        mpmath.mpf(str(end)) if end.is_infinite else _mp(point.value(algebra.convert(end))).real
        for end in ends
    ]
    found = mpmath.quad(lambda x: _mp(point.with_value(variable, x).value(body)), limits)
    expected = _mp(point.value(algebra.convert(solved)))
    return bool(mpmath.almosteq(found, expected, _DIGITS, _DIGITS))


def _mp(ball: acb) -> Any:
    import mpmath

    return mpmath.mpc(complex(ball))


def _holds(algebra: Algebra, point: Point, fact: Relation) -> bool:
    """Whether an interval or a "much less" holds; the other facts are seen to elsewhere."""
    if type(fact) is Within:
        value = point.value(algebra.convert(fact.expression))
        return value.imag.contains(0) and _lies_within(value.real, _in_base_units(fact))
    if isinstance(fact, MuchLess):
        low, high = (algebra.convert(side) for side in fact.sides)
        return bool(point.value(high - algebra.number(10) * low).real >= 0)
    return True


def _lies_within(value: arb, stated: Range) -> bool:
    low, high = (arb(fmpq(end.numerator, end.denominator)) for end in stated)
    return bool(value == low == high or low <= value <= high)


def _distinct(system: System, point: Point, general: set[Any]) -> bool:
    """Whether the values of each function, chosen or given, are at different points."""
    convert = system.algebra.convert
    places = [(atom.kind, atom.label, atom.parts) for atom in point.chosen_atoms()]
    for solution in system.solutions:
        place = atoms.place(solution.atom)
        if place is not None and _of(place) not in general:
            places.append((*place[:2], tuple(map(convert, place[2]))))
    return all(
        any(
            excludes_zero(point.value(a) - point.value(b))
            for a, b in zip(one[2], other[2], strict=True)
        )
        for one, other in combinations(places, 2)
        if one[:2] == other[:2]
    )


def _of(place: tuple[str, Any, tuple[Expr, ...]]) -> Any:
    return place[1][0] if place[0] == "jet" else place[1]


def _short(ball: acb) -> str:
    real = ball.real.str(6, radius=False)
    return str(real) if ball.imag.contains(0) else f"{real} + {ball.imag.str(6, radius=False)}i"
