"""Numbers: in which interval an expression lies, and what is less than what.

An enclosure over all admissible values proves, and may be over more than these; a point
at which every premise holds refutes.
"""

from __future__ import annotations

from fractions import Fraction

from sympy import Expr

from derivations.obligation import Obligation
from derivations.quantity import Role
from derivations.relation import Attains, MuchLess, Within
from derivations.units import in_base

from . import dimension
from .admissible import Point, at, point
from .algebra import Algebra
from .enclosure import Region, enclose, symbols
from .fraction import Frac
from .interval import Interval, precision
from .narrowing import ContradictionError, Statement, product
from .numbers import Numbers, gather, in_base_units, smaller
from .rounding import nearest, outward
from .sign import nonzero, sign
from .verdict import Decision, Status, proved, refuted, undecided

#: Digits enough for the values chosen for a witness.
_EXACT = 16
#: The base units by the names of their dimensions.
_BASE = {"length": "cm", "mass": "g", "time": "s", "temperature": "K"}


def decide(obligation: Obligation) -> Decision:
    """Decide a ``Within``, ``Attains``, ``Less`` or ``MuchLess`` of two sides."""
    goal = obligation.goal
    consistent = dimension.check(goal, obligation.notation)
    if consistent.status is not Status.PROVED:
        return consistent
    try:
        numbers = gather(obligation, *goal.sides)
        if not isinstance(goal, Within):
            return _less(numbers, obligation)
        claim = Statement(numbers.algebra.convert(goal.expression), in_base_units(goal))
        if isinstance(goal, Attains):
            return _somewhere(numbers, claim, goal.unit)
        return _everywhere(numbers, claim, goal.unit)
    except ContradictionError as found:
        return undecided("premises", f"the premises contradict each other: {found}")


def _less(numbers: Numbers, obligation: Obligation) -> Decision:
    """A smaller than B: by the sign of B − A, or else by their ratio or difference."""
    algebra = numbers.algebra
    left, right = (algebra.convert(side) for side in obligation.goal.sides)
    much = isinstance(obligation.goal, MuchLess)
    if not much and sign(algebra, right - left) > 0:
        if not _satisfiable(numbers):
            return _nothing_found()
        return proved("sign", "the difference of the sides is positive where the premises hold")
    for side in (left, right) if much else ():
        if sign(algebra, side) <= 0 and enclose(algebra, side, numbers.box).sign() <= 0:
            return undecided("sign", f"{algebra.expr(side)} is not known to be positive")
    claim = smaller(algebra, left, right, much=much)
    return _everywhere(numbers, claim, "")


def _everywhere(numbers: Numbers, claim: Statement, unit: str) -> Decision:
    """Whether the claim holds wherever the premises do."""
    algebra, value = numbers.algebra, claim.value
    bounds = _bounds(numbers, claim)
    shown = _shown(bounds, unit)
    between = f"between {shown[0]} and {shown[1]} {unit}".rstrip()
    if claim.covers(bounds):
        if not _defined(numbers, value):
            reason = f"it is {between} where it is defined, which may not be everywhere"
            return undecided("enclosure", reason, enclosure=shown)
        if not _satisfiable(numbers):
            return _nothing_found(shown)
        return proved("enclosure", f"it is {between} wherever the premises hold", enclosure=shown)
    for denial in claim.denials():
        found = point(numbers, denial)
        if found is None:
            continue
        witness = _witness(algebra, found, value, unit)
        if numbers.beyond:
            return _not_followed(numbers, witness, shown)
        reason = f"it is {witness[-1][1]} at a point where the premises hold"
        missing = ", ".join(map(str, numbers.unknown(value)))
        if missing:
            reason += f"; nothing among the premises fixes {missing}"
        return refuted("witness", reason, enclosure=shown, witness=witness)
    return undecided(
        "enclosure", f"it is {between}, and no point was found that decides", enclosure=shown
    )


def _bounds(numbers: Numbers, claim: Statement) -> Interval:
    """Where the value lies: over the box, and as the statements about products say."""
    result = enclose(numbers.algebra, claim.value, numbers.box, enough=claim.covers)
    if not claim.covers(result):
        with precision():
            result = result.meet(
                product(numbers.algebra, numbers.box, claim.value, numbers.statements)
            )
    return result


def _defined(numbers: Numbers, value: Frac) -> bool:
    """Whether no divisor vanishes, and no root or logarithm is of less than zero."""
    algebra = numbers.algebra
    with precision():
        if Region(algebra, numbers.box).defined(value):
            return True
    return not algebra.assumed and all(
        nonzero(algebra, Frac(algebra.ring, one.den, algebra.ring.one))
        for one in (value, *(part for i in value.generators() for part in algebra.atom(i).parts))
    )


def _somewhere(numbers: Numbers, claim: Statement, unit: str) -> Decision:
    """Whether the claim holds somewhere where the premises do."""
    algebra, value = numbers.algebra, claim.value
    found = point(numbers, claim)
    bounds = _bounds(numbers, claim)
    shown = _shown(bounds, unit)
    between = f"between {shown[0]} and {shown[1]} {unit}".rstrip()
    if found is not None:
        witness = _witness(algebra, found, value, unit)
        if numbers.beyond:
            return _not_followed(numbers, witness, shown)
        reason = f"it is {witness[-1][1]} at a point where the premises hold"
        return proved("witness", reason, enclosure=shown, witness=witness)
    if not bounds.outside(claim.interval):
        return undecided(
            "enclosure", f"it is {between}, and no point was found that decides", enclosure=shown
        )
    if not _satisfiable(numbers):
        return _nothing_found(shown)
    return refuted("enclosure", f"it is {between} wherever the premises hold", enclosure=shown)


def _satisfiable(numbers: Numbers) -> bool:
    """Whether a point was found at which the premises hold: without one they prove nothing."""
    return point(numbers) is not None


def _nothing_found(shown: tuple[str, str] | None = None) -> Decision:
    return undecided(
        "premises", "no values were found for which all premises hold", enclosure=shown
    )


def _not_followed(
    numbers: Numbers, witness: tuple[tuple[str, str], ...], shown: tuple[str, str]
) -> Decision:
    value = witness[-1][1]
    reason = f"it is {value} at a point that only {numbers.beyond[0]} may exclude"
    return undecided("witness", reason, enclosure=shown)


def _shown(bounds: Interval, unit: str) -> tuple[str, str]:
    with precision():
        return outward(bounds / Interval.point(in_base(unit)[0]))


def _witness(algebra: Algebra, found: Point, value: Frac, unit: str) -> tuple[tuple[str, str], ...]:
    """The quantities of ``value`` at the point, and ``value`` there."""
    with precision():
        there = Region(algebra, at(found)).value(value) / Interval.point(in_base(unit)[0])
    quantities = [_measured(algebra, symbol, found[symbol]) for symbol in symbols(algebra, value)]
    return (*quantities, ("value", f"{nearest(there.middle())} {unit}".rstrip()))


def _measured(algebra: Algebra, symbol: Expr, value: Fraction) -> tuple[str, str]:
    """The name of a quantity and its value in its own unit, or else in base units."""
    if symbol in algebra.notation and (unit := algebra.notation[symbol].unit).isidentifier():
        return str(symbol), f"{nearest(value / in_base(unit)[0], _EXACT)} {unit}"
    powers = algebra.notation[symbol].dimension.exponents if symbol in algebra.notation else ()
    base = "*".join(
        _BASE[name]
        if power == 1
        else f"{_BASE[name]}**{power}"
        if power.denominator == 1
        else f"{_BASE[name]}**({power})"
        for name, power in powers
    )
    return str(symbol), f"{nearest(value, _EXACT)} {base}".rstrip()


def factor_bounds(algebra: Algebra, value: Frac) -> tuple[Fraction, Fraction] | None:
    """Between what numbers a factor lies, its constants being within their ranges.

    The bounds are rigorous: exact where they are rational, else rounded outward.
    ``None`` where a quantity without a stated range occurs, or where there is no bound.

    >>> from derivations.quantity import Notation
    >>> notation = Notation()
    >>> s, a, b = (notation.factor(name, "", 1, 10) for name in "sab")
    >>> algebra = Algebra(notation)
    >>> [str(bound) for bound in factor_bounds(algebra, algebra.convert(s * a / b**2))]
    ['1/100', '100']
    >>> x = notation.factor("x", "", -1, 1, sign="real")
    >>> factor_bounds(algebra, algebra.convert(1 / x)) is None
    True
    """
    box = {}
    for symbol, index in symbols(algebra, value).items():
        if algebra.role(index) is not Role.FACTOR:
            return None
        stated = algebra.notation[symbol].range
        if stated is None:
            return None
        box[symbol] = Interval.of(*stated)
    low, high = enclose(algebra, value, box).fractions()
    return None if low is None or high is None else (low, high)
