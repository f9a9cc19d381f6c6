"""Random claims, and the symbols that they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random

from sympy import Add, Expr, Mul, Rational

from derivations.dimension import NUMBER
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Equal, Relation

N = Notation()
POSITIVE = tuple(N.quantity(name, NUMBER, "positive") for name in ("a", "b", "c", "d"))
REAL = tuple(N.quantity(name, NUMBER, "real", sign="real") for name in ("r", "s", "u"))
X, Y = (N.quantity(name, NUMBER, "given by a fact") for name in ("x", "y"))
T, V = (N.variable(name, NUMBER, "a variable", sign="real") for name in ("t", "v"))
Z = N.variable("z", NUMBER, "a positive variable")
F, G = (N.function(name, NUMBER, "free", of=(NUMBER,)) for name in ("f", "g"))
COUNT = N.quantity("count", NUMBER, "how many", sign="positive integer")
S = N.set("S", "a set", count=COUNT)
I, K = (N.variable(name, NUMBER, "of S", sign="integer", member_of=S) for name in ("i", "k"))  # noqa: E741


@dataclass(frozen=True)
class Case:
    """A claim of one ``kind``, and whether it holds wherever its facts do."""

    kind: str
    obligation: Obligation
    truth: bool


def case(kind: str, truth: bool, goal: Relation, *facts: Relation) -> Case:
    """A case in the notation of all cases."""
    return Case(kind, Obligation(goal, facts, N), truth)


def equation(
    draw: Random, kind: str, left: Expr, right: Expr, *facts: Relation, real: bool = False
) -> tuple[Case, Case]:
    """``left`` = ``right``, which is true; and with a term too many that never vanishes."""
    term = nonzero(draw) if not real else rational(draw, least=1)
    return (
        case(kind, True, Equal(left, right), *facts),
        case(kind, False, Equal(left, right + term), *facts),
    )


def rational(draw: Random, least: int = 0) -> Rational:
    """A small rational number; with ``least`` 1, not zero."""
    top = draw.randint(least, 9) * (draw.choice((-1, 1)) if draw.random() < 0.4 else 1)
    return Rational(top, draw.randint(1, 6))


def nonzero(draw: Random) -> Expr:
    """A product that vanishes nowhere: a number, now and then a tiny one, times positive ones."""
    number = rational(draw, least=1)
    if draw.random() < 0.2:
        number *= Rational(1, 10 ** draw.randint(3, 40))
    powers = [s ** draw.choice((-2, -1, 1, 2)) for s in POSITIVE if draw.random() < 0.3]
    return Mul(number, *powers)


def polynomial(draw: Random, symbols: tuple[Expr, ...], terms: int = 3) -> Expr:
    """A sum of a few products of powers, and a number."""
    products = [
        Mul(rational(draw, least=1), *_powers(draw, symbols, 3))
        for _ in range(draw.randint(1, terms))
    ]
    return Add(rational(draw, least=1), *products)


def positive(draw: Random, symbols: tuple[Expr, ...] = POSITIVE) -> Expr:
    """A sum of products with positive coefficients of positive quantities."""
    products = [
        Mul(Rational(draw.randint(1, 9), draw.randint(1, 6)), *_powers(draw, symbols, 2))
        for _ in range(draw.randint(1, 3))
    ]
    return Add(*products)


def _powers(draw: Random, symbols: tuple[Expr, ...], highest: int) -> list[Expr]:
    """One or two symbols to some power."""
    chosen = draw.sample(symbols, min(len(symbols), draw.randint(1, 2)))
    return [symbol ** draw.randint(1, highest) for symbol in chosen]


def fraction(value: Rational) -> Fraction:
    """The same number as a fraction of the standard library."""
    return Fraction(int(value.p), int(value.q))
