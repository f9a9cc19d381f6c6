"""Antiderivatives of xⁿ·exp(ax + b) and of powers of ax + b: proposed here, checked by whoever."""

from __future__ import annotations

from fractions import Fraction
from math import factorial

from .. import replay
from ..replay import Frac, Theory, Tree


def antiderivative(theory: Theory, value: Frac, x: str) -> Tree | None:
    """An antiderivative of ``value`` by the symbol ``x``; ``None`` where none is known."""
    front, powers, lines = theory.constant(1), dict[int, int](), list[tuple[Frac, int]]()
    lead, factors = value.den.factor()
    front = front / theory.constant(replay.rational_of(lead))
    for poly, n in factors:
        piece = Frac(theory, poly)
        if not _depends(theory, piece, x):
            front = front / piece**n
        elif (single := piece.monomial()) and single[0] == 1 and len(single[1]) == 1:
            powers[next(iter(single[1]))] = -n
        else:
            lines.append((piece, n))
    found = [
        _term(theory, front * theory.constant(c), _joined(dict(term), powers), lines, x)
        for c, term in replay.terms(value.num)
    ]
    if None in found:
        return None
    return ("+", *found) if len(found) > 1 else (found or [0])[0]


def _joined(one: dict[int, int], other: dict[int, int]) -> dict[int, int]:
    return {g: one.get(g, 0) + other.get(g, 0) for g in {*one, *other}}


def _depends(theory: Theory, value: Frac, x: str) -> bool:
    return any(x in replay.free(theory.atoms[g].form) for g in value.gens)


def _slope(theory: Theory, form: Tree, x: str) -> Frac | None:
    """The slope of what is linear in ``x``."""
    slope = theory.value(replay.derivative(form, x))
    return None if _depends(theory, slope, x) else slope


def _term(
    theory: Theory, front: Frac, powers: dict[int, int], lines: list[tuple[Frac, int]], x: str
) -> Tree | None:
    """The same for a product of powers of generators, over powers of what is linear."""
    n, rate, waves = 0, theory.constant(0), list[Tree]()
    for g, e in sorted(powers.items()):
        atom, plain = theory.atoms[g], Frac(theory, theory.gens[g])
        if not _depends(theory, plain, x):
            front = front * plain**e
        elif atom.form == x:
            n = e
        elif atom.kind == "exp" and (slope := _slope(theory, atom.parts[0].tree(), x)):
            rate = rate + theory.constant(e) * slope
            waves.append(("^", atom.form, e))
        else:
            return None
    if n < 0 and not lines:
        lines, n = [(theory.value(x), -n)], 0
    if lines:
        plain_ = len(lines) == 1 and not waves and n == 0
        return _of_line(theory, front, *lines[0], x) if plain_ else None
    if rate.zero():
        return ("*", front.tree(), replay.over(("^", x, n + 1), n + 1), *waves)
    series = [
        (
            "*",
            (-1) ** k * factorial(n) // factorial(n - k),
            ("^", x, n - k) if n > k else 1,
            ("^", rate.tree(), -k - 1),
        )
        for k in range(n + 1)
    ]
    return ("*", front.tree(), ("+", *series), *waves)


def _of_line(theory: Theory, front: Frac, line: Frac, n: int, x: str) -> Tree | None:
    slope = _slope(theory, line.tree(), x)
    if slope is None:
        return None
    outside = (front / slope).tree()
    if n == 1:
        return ("*", outside, ("log", line.tree()))
    return ("*", outside, Fraction(1, 1 - n), ("^", line.tree(), 1 - n))
