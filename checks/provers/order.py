"""Orders of magnitude, and what an expression does not depend on."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sympy import Expr, Rational

from derivations.obligation import Obligation
from derivations.quantity import Role
from derivations.relation import Independent, Rough, Semiquantitative, Within

from ..certificate.evidence import of_system
from ..counterexamples.freedom import free_powers
from ..normal.algebra import Algebra
from ..normal.elimination import System, solve
from ..normal.fraction import Frac
from ..normal.sign import sign
from ..quoting import quoted
from ..verdict import Decision, Status, proved, refuted, undecided
from .identity import contradictory


def decide(obligation: Obligation) -> Decision:
    """Whether two sides agree up to a factor of order one.

    With the facts put in, the ratio of the sides must be positive and made of order-one
    constants and numbers only, and their ranges must keep it between 1/bound and bound.
    A ratio that is proportional to a power of a free quantity exceeds every bound and is
    refuted, as is one that numbers among the premises put beyond it.  Where ``=`` is printed, a
    premise must say that it means no more.
    """
    decision = _decide(obligation)
    rough = any(isinstance(fact, Semiquantitative) for fact in obligation.facts)
    if decision.status is Status.PROVED and isinstance(obligation.goal, Rough) and not rough:
        return undecided("order", f"no premise says that = means ~ here; {decision.reason}")
    return decision


def _decide(obligation: Obligation) -> Decision:
    left, right = obligation.goal.sides
    ratio = left / right
    system = solve(obligation.facts, obligation.notation, needs=[ratio])
    if system.contradiction is not None:
        return contradictory(system.contradiction)
    algebra = system.algebra
    normal = algebra.convert(ratio)
    factor = _shortest_factor(obligation, system, ratio)
    foreign = [i for i in normal.generators() if not is_of_order_one(algebra, i)]
    if foreign:
        free = free_powers(system, normal)
        if not free:
            return _somewhere_beyond(obligation, ratio, factor)
        powers = ", ".join(quoted(symbol ** Rational(power)) for symbol, power in free.items())
        return refuted(
            "order",
            f"the ratio of the sides carries {powers}, which the premises leave free",
            witness=(("ratio of the sides", quoted(factor)),),
            evidence=of_system(system),
        )
    positive = sign(algebra, normal)
    if positive < 0:
        return refuted(
            "order",
            f"the sides have opposite signs: their ratio is {quoted(factor)}",
            witness=(("ratio of the sides", quoted(factor)),),
            evidence=of_system(system),
        )
    from .bounds import factor_bounds

    bounds = factor_bounds(algebra, normal)
    if bounds is None or positive == 0:
        return undecided("order", f"the factor {quoted(factor)} has no known bounds")
    if algebra.assumed:
        needed = ", ".join(algebra.assumed)
        return undecided("order", f"the factor left is {quoted(factor)} where {needed}")
    low, high = bounds
    shown = (_decimal(low, "down"), _decimal(high, "up"))
    within = Fraction(1, obligation.bound) <= low and high <= obligation.bound
    if within:
        return proved(
            "order",
            f"the factor left is {quoted(factor)}, between {shown[0]} and {shown[1]}",
            factor=factor,
            enclosure=shown,
            evidence=of_system(system),
        )
    reason = (
        f"the factor left is {quoted(factor)}, between {shown[0]} and {shown[1]}: not of order one"
    )
    if low > obligation.bound or high < Fraction(1, obligation.bound):
        witness = (("ratio of the sides", quoted(factor)),)
        evidence = of_system(system)
        return refuted("order", reason, enclosure=shown, witness=witness, evidence=evidence)
    return undecided("order", reason, enclosure=shown)


def _somewhere_beyond(obligation: Obligation, ratio: Expr, factor: Expr) -> Decision:
    """Refuted where the premises' numbers allow a ratio that is not of order one."""
    from . import bounds

    claim = Within(ratio, Fraction(1, obligation.bound), Fraction(obligation.bound))
    decision = bounds.decide(replace(obligation, goal=claim))
    if decision.status is Status.REFUTED:
        return replace(decision, reason=f"the ratio of the sides: {decision.reason}")
    return undecided("order", f"the ratio of the sides is {quoted(factor)}")


def _shortest_factor(obligation: Obligation, system: System, ratio: Expr) -> Expr:
    """The factor without what the facts say of order-one constants among themselves.

    A constant such as κ then stays κ, unless it is a number; the bounds are those of what
    it is made of.
    """
    factors = frozenset(q.symbol for q in obligation.notation if q.role is Role.FACTOR)
    left_out = [s for s in system.solutions if s.atom in factors and not s.value.is_number]
    if not left_out:
        return system.algebra.expr(system.algebra.convert(ratio))
    others = [s.fact for s in system.solutions if s not in left_out]
    plain = [*system.defined, *others]
    algebra = solve(plain, obligation.notation, needs=[ratio]).algebra
    return algebra.expr(algebra.convert(ratio))


def decide_independent(obligation: Obligation) -> Decision:
    """Whether an expression can be written in the quantities ``holding`` alone."""
    goal = obligation.goal
    if not isinstance(goal, Independent):
        raise TypeError(goal)
    held = frozenset(goal.holding)
    system = solve(obligation.facts, obligation.notation, keep=held, needs=[goal.expression])
    if system.contradiction is not None:
        return contradictory(system.contradiction)
    algebra = system.algebra
    normal = algebra.convert(goal.expression)
    value = algebra.expr(normal)
    names = [q.symbol for q in algebra.notation if q.symbol not in held]
    others = {s for s in names if any(algebra.depends(i, s) for i in normal.generators())}
    if not others:
        cancelled = ", ".join(map(quoted, goal.of))
        reason = f"it equals {quoted(value)}, without {cancelled}"
        return proved("normal form", reason, evidence=of_system(system))
    free = others & set(goal.of) & set(free_powers(system, normal))
    if free and not held & {solution.atom for solution in system.solutions}:
        dependence = ", ".join(map(quoted, sorted(free, key=str)))
        return refuted(
            "normal form",
            f"it equals {quoted(value)}, which depends on {dependence}",
            witness=(("value", quoted(value)),),
        )
    return undecided("normal form", f"it equals {quoted(value)}")


def is_of_order_one(algebra: Algebra, index: int) -> bool:
    """Whether an atom is made of numbers and constants of order one."""
    atom = algebra.atom(index)
    if atom.kind == "number":
        return True
    if atom.kind == "symbol":
        return algebra.role(index) is Role.FACTOR
    return atom.kind in {"radical", "exp", "log", "abs"} and all(
        _all_of_order_one(algebra, part) for part in atom.parts
    )


def _all_of_order_one(algebra: Algebra, part: Frac) -> bool:
    return all(is_of_order_one(algebra, i) for i in part.generators())


def _decimal(value: Fraction, direction: str) -> str:
    """Three significant digits, rounded outward."""
    from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

    rounding = ROUND_FLOOR if direction == "down" else ROUND_CEILING
    context = Context(prec=3, rounding=rounding)
    quotient = context.divide(Decimal(value.numerator), Decimal(value.denominator))
    return format(quotient.normalize(context), "f" if 10**-3 <= abs(value) < 10**5 else "E")
