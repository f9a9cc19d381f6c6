"""Where two sides meet: a root that is found by secants, and enclosed by a change of sign."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from flint import acb, arb

from .values import AbstainError

#: Half the widths of the enclosure of a root that are tried, beside its size.
_WIDTHS = tuple(arb(2) ** -bits for bits in (120, 108, 96, 84))
_WIDTH = _WIDTHS[0]
_STEPS = 14
#: Where it is tried whether an equation depends on a value at all.
_ANYWHERE = (arb(1.3125), arb(0.71875))

_Difference: TypeAlias = Callable[[arb], arb]
_Sides: TypeAlias = Callable[[arb], tuple[acb, acb]]


def root(sides: _Sides, *, positive: bool) -> acb:
    """A ball that contains a value at which the sides are equal; ``AbstainError`` if not found.

    The sides being continuous where they have values, they are equal somewhere between two
    trials at which their difference has opposite signs.
    """

    def difference(x: arb) -> arb:
        left, right = sides(x)
        gap = left - right
        if not gap.imag.contains(0):
            msg = "an equation between complex numbers"
            raise AbstainError(msg)
        return gap.real

    for way in (_by_ratio, _by_secants) if positive else (_by_secants, _by_ratio):
        try:
            guess = way(difference, sides)
            if guess is not None and (guess > 0 or not positive):
                found = _enclosed(guess, difference)
                if found is not None:
                    return acb(found)
        except AbstainError:
            continue
    msg = "no value was found at which a fact holds"
    raise AbstainError(msg)


def _enclosed(guess: arb, difference: _Difference) -> arb | None:
    """An interval around ``guess`` at whose ends the difference has opposite signs."""
    size = abs(guess) if guess != 0 else arb(1)
    for width in _WIDTHS:
        low, high = (guess - width * size).mid(), (guess + width * size).mid()
        below, above = difference(low), difference(high)
        if (below < 0 and above > 0) or (below > 0 and above < 0):
            whole: arb = low.union(high)
            return whole if difference(whole).is_finite() else None
    return None


def is_idle(sides: _Sides) -> bool:
    """Whether the sides are equal, as far as can be seen, whatever the value."""
    return all(
        (left - right).contains(acb(0))
        and bool(abs(left - right) < _WIDTHS[-1] * (abs(left) + abs(right) + 1))
        for left, right in map(sides, _ANYWHERE)
    )


def _by_secants(difference: _Difference, _sides: _Sides) -> arb | None:
    """Where ``difference`` vanishes, exactly if it is linear."""
    old, new = arb(1), arb(2)
    before, after = difference(old).mid(), difference(new).mid()
    for _step in range(_STEPS):
        if after == before:
            return None
        old, new = new, (new - after * (new - old) / (after - before)).mid()
        before, after = after, difference(new).mid()
        if after == 0 or abs(new - old) <= abs(new) * _WIDTH:
            return new
    return None


def _by_ratio(_difference: _Difference, sides: _Sides) -> arb | None:
    """Where the ratio of the sides is one, exactly if they are powers: x > 0."""

    def logarithm(x: arb) -> arb | None:
        left, right = sides(x.exp().mid())
        ratio = (left / right).real
        return ratio.log().mid() if ratio > 0 else None

    old, new = arb(0), arb(1)
    before, after = logarithm(old), logarithm(new)
    for _step in range(_STEPS):
        if before is None or after is None or after == before:
            return None
        old, new = new, (new - after * (new - old) / (after - before)).mid()
        if abs(new - old) <= _WIDTH:
            return new.exp().mid()
        before, after = after, logarithm(new)
    return None
