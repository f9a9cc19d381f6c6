"""Numbers: in which interval an expression lies, and what is less than what.

An enclosure over all admissible values proves, and may be over more than these; a point
at which every premise holds refutes.
"""

from __future__ import annotations

from fractions import Fraction

from derivations.dimension import NUMBER
from derivations.obligation import Obligation
from derivations.quantity import Role
from derivations.relation import Attains, Consistent, MuchLess, Within

from ..certificate.evidence import of_system
from ..enclosures.admissible import point
from ..enclosures.enclosure import Region, enclose, symbols
from ..enclosures.interval import Interval, precision
from ..enclosures.measure import Measure, base_units
from ..enclosures.narrowing import ContradictionError, Statement, product
from ..enclosures.numbers import Numbers, difference, gather, in_base_units, ratio
from ..normal.algebra import Algebra
from ..normal.fraction import Frac
from ..normal.sign import nonzero, sign
from ..quoting import quoted, quoted_relation
from ..verdict import Decision, Status, proved, refuted, undecided
from . import consistency, dimension


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
            return _somewhere(numbers, claim, Measure.of(goal.unit))
        return _everywhere(numbers, claim, Measure.of(goal.unit))
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
        return proved(
            "sign",
            "the difference of the sides is positive where the premises hold",
            evidence=of_system(numbers.system),
        )
    for side in (left, right) if much else ():
        if sign(algebra, side) <= 0 and enclose(algebra, side, numbers.box).sign() <= 0:
            return undecided("sign", f"{quoted(algebra.expr(side))} is not known to be positive")
    if sign(algebra, right) > 0:
        measure = Measure("the ratio of the sides", "", Fraction(1))
        return _everywhere(numbers, ratio(left, right, much=much), measure)
    smaller, greater = obligation.goal.sides
    unit = base_units(dimension.dimension(greater - smaller, obligation.notation) or NUMBER)
    measure = Measure("the difference of the sides", unit, Fraction(1))
    return _everywhere(numbers, difference(left, right, much=much), measure)


def _everywhere(numbers: Numbers, claim: Statement, measure: Measure) -> Decision:
    """Whether the claim holds wherever the premises do."""
    bounds = _bounds(numbers, claim)
    ends = measure.ends(bounds)
    if claim.covers(bounds):
        if not _defined(numbers, claim.value):
            reason = f"{measure.between(bounds)} where it is defined, which may not be everywhere"
            return undecided("enclosure", reason, enclosure=ends)
        if not _satisfiable(numbers):
            return _nothing_found(ends)
        reason = f"{measure.between(bounds)} wherever the premises hold"
        return proved("enclosure", reason, enclosure=ends, evidence=of_system(numbers.system))
    for denial in claim.denials():
        found = point(numbers, denial)
        if found is None:
            continue
        if numbers.beyond:
            reason = (
                "it is decided by a point that only "
                f"{quoted_relation(numbers.beyond[0])} may exclude"
            )
            return undecided("witness", reason, enclosure=ends)
        witness = measure.at(numbers, found, claim)
        reason = f"{measure.what} is {witness[-1][1]} at a point where the premises hold"
        missing = ", ".join(map(quoted, numbers.unknown(claim.value)))
        if missing:
            reason += f"; nothing among the premises fixes {missing}"
        evidence = of_system(numbers.system, found)
        return refuted("witness", reason, enclosure=ends, witness=witness, evidence=evidence)
    reason = f"{measure.between(bounds)}, and no point was found that decides"
    return undecided("enclosure", reason, enclosure=ends)


def _somewhere(numbers: Numbers, claim: Statement, measure: Measure) -> Decision:
    """Whether the claim holds somewhere where the premises do."""
    bounds = _bounds(numbers, claim)
    ends = measure.ends(bounds)
    found = point(numbers, claim)
    if found is not None:
        if numbers.beyond:
            reason = (
                "it is decided by a point that only "
                f"{quoted_relation(numbers.beyond[0])} may exclude"
            )
            return undecided("witness", reason, enclosure=ends)
        witness = measure.at(numbers, found, claim)
        reason = f"{measure.what} is {witness[-1][1]} at a point where the premises hold"
        evidence = of_system(numbers.system, found)
        return proved("witness", reason, enclosure=ends, witness=witness, evidence=evidence)
    if not bounds.outside(claim.interval):
        reason = f"{measure.between(bounds)}, and no point was found that decides"
        return undecided("enclosure", reason, enclosure=ends)
    if not _satisfiable(numbers):
        return _nothing_found(ends)
    reason = f"{measure.between(bounds)} wherever the premises hold"
    return refuted("enclosure", reason, enclosure=ends, evidence=of_system(numbers.system))


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


def _satisfiable(numbers: Numbers) -> bool:
    """Whether a point was found at which the premises hold: without one they prove nothing.

    Where integrals and functions stand in the way of a point, a model is looked for.
    """
    if point(numbers) is not None:
        return True
    premises = Obligation(Consistent(), numbers.system.facts, numbers.algebra.notation)
    return consistency.decide(premises).status is Status.PROVED


def _nothing_found(shown: tuple[str, str] | None = None) -> Decision:
    return undecided(
        "premises", "no values were found for which all premises hold", enclosure=shown
    )


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
