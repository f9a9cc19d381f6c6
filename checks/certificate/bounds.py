"""What has no bounds, solved for in what facts say in numbers."""

from __future__ import annotations

from fractions import Fraction
from math import inf

from .. import replay
from ..replay import Frac, Theory, Tree
from .proof import Work


def finite(theory: Theory, name: str) -> bool:
    """Whether a symbol lies between two numbers that differ."""
    low, high, *_ = theory.place(theory.generator(name))
    return bool(-inf < low < high < inf)


def narrowed(work: Work, names: list[str]) -> bool:
    """Solve for one of the symbols that is not bounded; whether there was one."""
    equations = work.theory.equations
    stated = [k for k, pair in enumerate(equations) if pair and str(pair[1]).startswith("#fact")]
    theory = work.theory
    loose = [
        x for x in names if not finite(theory, x) or not theory.place(theory.generator(x)).low > 0
    ]
    return any(_solved(work, k, name) for name in loose for k in stated)


def _solved(work: Work, k: int, name: str) -> bool:
    """Solve a product of powers for a positive symbol."""
    theory = work.theory
    form, unknown = theory.equations[k] or (0, 0)
    single = theory.value(form).monomial()
    power = single and _power(work, single[1], name)
    if not power:
        return False
    rest = over_power(theory.value(form), name, power)
    value = ("^", ("*", unknown, ("^", rest, -1)), 1 / power)
    return work.attempt("fact", k, [], name, value, power.numerator, power.denominator)


def _power(work: Work, powers: dict[int, int], name: str) -> Fraction:
    """The power of a symbol in a product of generators."""
    total = Fraction(0)
    for g, e in powers.items():
        atom = work.theory.atoms[g]
        if atom.form == name:
            total += e
        elif atom.kind == "^" and atom.form[1] == name:
            total += e * atom.form[2]
    return total


def over_power(value: Frac, name: str, power: Fraction) -> Tree:
    """The product without the power of a symbol."""
    return replay.put(value.tree(), {name: 1}) if power else value.tree()
