"""Limits and leading orders: a truncated series with a bound on its error shows them."""

from __future__ import annotations

from collections.abc import Callable

from sympy import Add, Expr, S, oo

from derivations.obligation import Obligation
from derivations.relation import LeadingOrder, Tends

from ..certificate.evidence import of_system
from ..counterexamples import witness
from ..normal.algebra import RootError, UnsupportedError
from ..normal.fraction import Frac
from ..normal.sign import nonzero, sign
from ..quoting import quoted
from ..series.germ import Germ
from ..series.growth import ONE, oscillates
from ..series.powerseries import ImpreciseError, Series
from ..verdict import Decision, proved, refuted, undecided

_MOST_ROOTS = 720


def decide_tends(obligation: Obligation) -> Decision:
    """Whether the expression tends to the limit.

    Proved if every term of the difference tends to zero, and so does the bound on what
    is left out; refuted if the difference diverges with a coefficient that is not zero,
    or tends to something that a witness shows not to be zero.

    >>> from sympy import Symbol, sin
    >>> from derivations.quantity import Notation
    >>> x = Symbol("x", positive=True)
    >>> decide_tends(Obligation(Tends(sin(x) / x, 1, x, 0), (), Notation())).reason
    'the difference is O(⟦["^","x",2]⟧)'
    >>> decide_tends(Obligation(Tends(1 / x, 1, x, 0), (), Notation())).reason
    'the expression diverges like ⟦["^","x",-1]⟧'
    """
    goal = obligation.goal
    if not isinstance(goal, Tends):
        raise TypeError(goal)
    return finely(lambda roots: _tends(obligation, goal, roots))


def decide_leading_order(obligation: Obligation) -> Decision:
    """Whether the ratio of the sides tends to 1; the decision's error is the next term.

    >>> from sympy import Symbol, sin
    >>> from derivations.quantity import Notation
    >>> x = Symbol("x", positive=True)
    >>> decide_leading_order(Obligation(LeadingOrder(sin(x), x, x, 0), (), Notation())).error
    -x**2/6
    """
    goal = obligation.goal
    if not isinstance(goal, LeadingOrder):
        raise TypeError(goal)
    return finely(lambda roots: _leading_order(obligation, goal, roots))


def finely(attempt: Callable[[int], Decision]) -> Decision:
    """Try with finer and finer roots until they suffice; what is unsupported is undecided."""
    roots = 1
    while roots <= _MOST_ROOTS:
        try:
            return attempt(roots)
        except RootError as error:
            roots *= 2 * error.by
        except UnsupportedError as error:
            return undecided("series", str(error))
        except ZeroDivisionError:
            return undecided("series", "a denominator vanishes identically near the limit")
    return undecided("series", f"roots of order {roots} are more than the normal form handles")


def _tends(obligation: Obligation, goal: Tends, roots: int) -> Decision:
    if goal.limit is oo:
        return _to_infinity(obligation, goal, roots)
    germ = Germ.of(obligation, goal.variable, goal.to, [goal.expression, goal.limit], roots=roots)
    value, limit = germ.value(goal.expression), germ.value(goal.limit)
    if germ.varies(limit):
        msg = f"{quoted(goal.limit)}, the limit claimed, itself varies with {quoted(goal.variable)}"
        raise UnsupportedError(msg)
    for series in germ.series(value - limit):
        size = series.size()
        if size is None or series.scale.compare(size, ONE) < 0:
            return _proved(germ, _vanishing(germ, series), value - limit)
        decision = _differs(germ, series, "the expression", limit)
        if decision is not None:
            return decision
    return undecided("series", "the orders computed cancel, and do not show the limit")


def _to_infinity(obligation: Obligation, goal: Tends, roots: int) -> Decision:
    germ = Germ.of(obligation, goal.variable, goal.to, [goal.expression], roots=roots)
    value = germ.value(goal.expression)
    for series in germ.series(value):
        try:
            growth, coefficient = series.leading()
        except ImpreciseError:
            continue
        shown = germ.show(coefficient, growth)
        if series.scale.compare(growth, ONE) <= 0:
            return undecided(
                "series", f"the expression behaves like {quoted(shown)}, which is bounded"
            )
        if oscillates(series.scale.algebra, growth) or sign(series.scale.algebra, coefficient) <= 0:
            return undecided("series", f"{quoted(shown)} is not seen to be positive")
        return _proved(germ, f"the expression grows like {quoted(shown)}", value)
    return undecided("series", "the orders computed cancel, and do not show the limit")


def _leading_order(obligation: Obligation, goal: LeadingOrder, roots: int) -> Decision:
    germ = Germ.of(obligation, goal.variable, goal.to, [goal.left, goal.right], roots=roots)
    ratio = germ.value(goal.left) / germ.value(goal.right)
    one = germ.system.algebra.one
    if ratio.same(one):
        return _proved(germ, "both sides are equal", ratio, error=S.Zero)
    best: Series | None = None
    for series in germ.series(ratio - one):
        size = series.size()
        if size is None or series.scale.compare(size, ONE) < 0:
            best = series
            error = _next(germ, series)
            if error is not None:
                reason = f"the ratio of the sides is {_one_plus(error)} + …"
                return _proved(germ, reason, ratio, error=error)
        elif best is None:
            decision = _differs(germ, series, "the ratio of the sides", one)
            if decision is not None:
                return decision
    if best is not None and best.bound is not None:
        bound = germ.show(one, best.bound)
        return _proved(germ, f"the ratio of the sides is 1 + O({quoted(bound)})", ratio)
    return undecided("series", "the orders computed cancel, and do not show the limit")


def _next(germ: Germ, series: Series) -> Expr | None:
    """The largest terms of a series that tends to zero, or ``None`` if none is left."""
    try:
        top = series.top()
    except ImpreciseError:
        return None
    if not top:
        return None
    return Add(*(germ.show(coefficient, growth) for growth, coefficient in top))


def _vanishing(germ: Germ, series: Series) -> str:
    """How a difference tends to zero, as a sentence."""
    rate = _next(germ, series)
    if rate is not None:
        return f"the difference vanishes like {quoted(rate)}"
    if series.bound is None:
        return "the difference is zero near the limit"
    return f"the difference is O({quoted(germ.show(series.scale.algebra.one, series.bound))})"


def _one_plus(error: Expr) -> str:
    minus = error.could_extract_minus_sign()
    return f"1 − {quoted(-error)}" if minus else f"1 + {quoted(error)}"


def _proved(germ: Germ, reason: str, value: Frac, **more: object) -> Decision:
    unproved = germ.unproved(value)
    if unproved:
        needed = ", ".join(unproved)
        return undecided(
            "series", f"{reason}, where {needed}, which does not follow from the premises"
        )
    told = {"conditions": germ.conditions(), "evidence": of_system(germ.system)}
    return proved("series", reason + germ.moving(), **told, **more)


def _differs(germ: Germ, series: Series, what: str, claimed: Frac) -> Decision | None:
    """The decision where a difference does not tend to zero; ``None`` if that is not shown."""
    try:
        top = series.top()
    except ImpreciseError:
        return None
    growth, coefficient = top[0]
    algebra = germ.system.algebra
    if len(top) > 1 or oscillates(algebra, growth):
        return undecided("series", f"{what} oscillates, and has no limit")
    if growth != ONE:
        reason = f"{what} diverges like {quoted(germ.show(coefficient, growth))}"
        if not germ.divided_by and nonzero(algebra, coefficient):
            return refuted("series", reason)
        return _refuted(germ, reason, coefficient)
    limit = algebra.expr(coefficient + claimed)
    return _refuted(germ, f"{what} tends to {quoted(limit)}", coefficient)


def _refuted(germ: Germ, reason: str, difference: Frac) -> Decision:
    """Refuted if at some admissible point the difference of the limits is not zero."""
    if germ.unproved(difference):
        return undecided("series", f"{reason}, if at all")
    found = witness.find(germ.system, difference, *germ.divided_by.values())
    if found is None:
        return undecided("series", f"{reason}; no point was found at which that shows")
    return refuted("series", reason + germ.moving(), witness=tuple(found.items()))
