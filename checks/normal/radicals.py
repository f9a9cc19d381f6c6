"""Rational powers in normal form: N-th roots of positive irreducible factors."""

from __future__ import annotations

from fractions import Fraction

import sympy
from flint import fmpq_mpoly

from ..quoting import quoted
from .basis import Atom, Basis, RootError, UnsupportedError
from .factors import factors, primes
from .fraction import Frac
from .sign import nonnegative, sign


def power(algebra: Basis, value: Frac, exponent: Fraction) -> Frac:
    """``value`` to a rational power that is no integer.

    A product of positive factors is the product of their powers.  A square under a
    square root gives an absolute value.  What is left must be known to be non-negative
    and becomes a radical atom.
    """
    result = algebra.one
    rest = algebra.one
    content = Fraction(1)
    for polynomial, direction in ((value.num, 1), (value.den, -1)):
        lead, found = factors(algebra, polynomial)
        content *= Fraction(int(lead.p), int(lead.q)) ** direction
        for factor, multiplicity in found:
            times = direction * multiplicity
            piece = Frac(algebra.ring, factor, algebra.ring.one)
            single = piece.monomial()
            if single and all(algebra.atom(i).positive for i in single[1]):
                for index, steps in single[1].items():
                    atom = algebra.atom(index)
                    result *= algebra.scaled(index, Fraction(steps, atom.roots) * times * exponent)
            elif (direction_of := sign(algebra, piece)) != 0:
                if direction_of < 0:
                    piece, content = -piece, content * (-1) ** times
                result *= _positive_root(algebra, piece, times * exponent)
            elif times % 2 == 0 and exponent.denominator == 2:
                result *= _absolute(algebra, piece) ** int(times * exponent)
            else:
                rest *= piece**times
    if not rest.is_constant():
        if content < 0:
            rest, content = -rest, -content
        result *= _unsigned_root(algebra, rest, exponent)
    if content < 0:
        msg = (
            f"a fractional power of a negative number: ({quoted(algebra.expr(value))})^({exponent})"
        )
        raise UnsupportedError(msg)
    return result * number(algebra, content, exponent)


def number(algebra: Basis, value: Fraction, exponent: Fraction) -> Frac:
    """A positive rational number to a rational power."""
    result = algebra.one
    for part, direction in ((value.numerator, 1), (value.denominator, -1)):
        for prime, multiplicity in primes(part).items():
            result *= algebra.scaled(algebra.prime(prime), direction * multiplicity * exponent)
    return result


def _positive_root(algebra: Basis, piece: Frac, exponent: Fraction) -> Frac:
    whole = exponent.numerator // exponent.denominator
    part = exponent - whole
    if part == 0:
        return piece**whole
    return piece**whole * algebra.scaled(_radical(algebra, piece, positive=True), part)


def _unsigned_root(algebra: Basis, piece: Frac, exponent: Fraction) -> Frac:
    """A power of something not positive; unless known, that it is not negative is assumed."""
    if not nonnegative(algebra, piece):
        algebra.assumed[f"{quoted(algebra.expr(piece))} ≥ 0"] = piece
    cleared = piece.num * piece.den ** (algebra.roots - 1)
    radicand = Frac(algebra.ring, cleared, algebra.ring.one)
    bottom = Frac(algebra.ring, piece.den, algebra.ring.one)
    steps = exponent * algebra.roots
    if steps.denominator != 1:
        raise RootError(steps.denominator)
    if not bottom.is_constant():
        msg = f"a root of {quoted(algebra.expr(piece))}, whose sign is not known"
        raise UnsupportedError(msg)
    index = _radical(algebra, radicand, positive=False)
    return algebra.gen(index, int(steps))


def _radical(algebra: Basis, radicand: Frac, *, positive: bool) -> int:
    before = len(algebra.atoms)
    index = algebra.find(
        "radical",
        positive,
        (radicand,),
        lambda: Atom(
            "radical", algebra.expr(radicand), algebra.roots, positive, (radicand,), positive
        ),
    )
    if len(algebra.atoms) > before:
        algebra.ring.relate(index, algebra.roots, radicand.num)
    return index


def _absolute(algebra: Basis, piece: Frac) -> Frac:
    if not algebra.is_real(piece):
        msg = f"the absolute value of {quoted(algebra.expr(piece))}, which may not be real"
        raise UnsupportedError(msg)
    return absolute(algebra, piece.num)


def absolute(algebra: Basis, polynomial: fmpq_mpoly) -> Frac:
    """|polynomial| for a real polynomial of unknown sign."""
    content = polynomial.leading_coefficient()
    piece = Frac(algebra.ring, polynomial / content, algebra.ring.one)
    before = len(algebra.atoms)
    index = algebra.find(
        "abs",
        None,
        (piece,),
        lambda: Atom("abs", sympy.Abs(algebra.expr(piece)), 1, positive=False, parts=(piece,)),
    )
    if len(algebra.atoms) > before:
        algebra.ring.relate(index, 2, (piece * piece).num)
    return algebra.number(abs(Fraction(int(content.p), int(content.q)))) * algebra.gen(index)
