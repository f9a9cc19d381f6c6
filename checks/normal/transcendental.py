"""Exponentials, logarithms and trigonometric functions in normal form.

Laws used: exp is a homomorphism from sums to products; log is its inverse on positive
numbers; sin and cos are combinations of exp(±i·); exp(iπ/2) = i; exp(iπn) = ±1 for an
integer n.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

import sympy
from sympy import Expr, I, S

from ..quoting import quoted
from .basis import Atom, RootError, UnsupportedError
from .factors import factors, primes
from .fraction import Frac, Monomial
from .sign import sign

if TYPE_CHECKING:
    from .algebra import Algebra

QUOTIENTS = {
    sympy.tan: lambda u: (sympy.sin(u), sympy.cos(u)),
    sympy.cot: lambda u: (sympy.cos(u), sympy.sin(u)),
    sympy.sec: lambda u: (S.One, sympy.cos(u)),
    sympy.csc: lambda u: (S.One, sympy.sin(u)),
    sympy.sinh: lambda u: (sympy.exp(u) - sympy.exp(-u), S(2)),
    sympy.cosh: lambda u: (sympy.exp(u) + sympy.exp(-u), S(2)),
    sympy.tanh: lambda u: (sympy.exp(u) - sympy.exp(-u), sympy.exp(u) + sympy.exp(-u)),
    sympy.coth: lambda u: (sympy.exp(u) + sympy.exp(-u), sympy.exp(u) - sympy.exp(-u)),
}


def quotient(expr: Expr) -> tuple[Expr, Expr]:
    """One of ``QUOTIENTS`` as an expression in sin, cos and exp over another."""
    top, bottom = QUOTIENTS[expr.func](expr.args[0])
    return top, bottom


def rewritten(expr: Expr) -> Expr | None:
    """A function in terms of sin, cos and exp, or ``None``."""
    if expr.func not in QUOTIENTS:
        return None
    top, bottom = quotient(expr)
    return top / bottom


def _pieces(value: Frac) -> Iterator[tuple[Fraction, Frac, Monomial]]:
    """The terms of ``value``: rational coefficient, monic term, its numerator's powers."""
    ring = value.ring
    for coefficient, powers in value.terms():
        top = ring.one
        for index, exponent in powers.items():
            top = top * ring.power(index, exponent)
        yield coefficient, Frac.make(ring, top, value.den), powers


def _with_i_above(algebra: Algebra, value: Frac) -> Frac:
    """The same fraction without a factor i in its denominator."""
    ring = value.ring
    for index, degree in enumerate(value.den.term_content().degrees()):
        if degree and algebra.atom(index).kind == "i":
            i = ring.power(index, 1)
            return Frac.make(ring, value.num * i, value.den * i)
    return value


def exponential(algebra: Algebra, value: Frac) -> Frac:
    """The exponential function, term by term of its argument."""
    result = algebra.one
    for coefficient, term, powers in _pieces(_with_i_above(algebra, value)):
        result = result * _power_of_e(algebra, coefficient, term, powers)
    return result


def _power_of_e(algebra: Algebra, coefficient: Fraction, term: Frac, powers: Monomial) -> Frac:
    imaginary = [i for i in powers if algebra.atom(i).kind == "i"]
    if imaginary:
        return _phase(algebra, coefficient, term / algebra.gen(imaginary[0]))
    if len(powers) == 1 and term.den.is_constant():
        ((index, exponent),) = powers.items()
        atom = algebra.atom(index)
        if atom.kind == "log" and exponent == 1:
            return algebra.root(atom.parts[0], coefficient)
    index = algebra.find(
        "exp",
        None,
        (term,),
        lambda: Atom(
            "exp", sympy.exp(algebra.expr(term)), algebra.roots, algebra.is_real(term), (term,)
        ),
    )
    return algebra.scaled(index, coefficient)


def _phase(algebra: Algebra, coefficient: Fraction, term: Frac) -> Frac:
    """exp(i · coefficient · term)."""
    pi = algebra.gen(algebra.constant(S.Pi), algebra.roots)
    turns = term / pi
    if turns.is_constant():
        return _root_of_unity(algebra, 2 * coefficient * turns.value())
    if _is_integer(algebra, turns):
        if coefficient.denominator == 1:
            return algebra.gen(_parity(algebra, turns)) ** (int(coefficient) % 2)
        if coefficient.denominator == 2:
            msg = f"exp(iπ·{coefficient}·n) for an integer n"
            raise UnsupportedError(msg)
    index = algebra.find(
        "cis",
        None,
        (term,),
        lambda: Atom(
            "cis", sympy.exp(I * algebra.expr(term)), algebra.roots, positive=False, parts=(term,)
        ),
    )
    steps = coefficient * algebra.roots
    if steps.denominator != 1:
        raise RootError(steps.denominator)
    return algebra.gen(index, int(steps))


def _root_of_unity(algebra: Algebra, quarters: Fraction) -> Frac:
    """exp(iπ/2 · quarters)."""
    if quarters.denominator != 1:
        angle = sympy.Rational(quarters.numerator, quarters.denominator) * sympy.pi / 2
        cosine, sine = sympy.cos(angle), sympy.sin(angle)
        if cosine.has(sympy.cos) or sine.has(sympy.sin):
            msg = f"the angle {quoted(angle)} has no values in square roots that are known here"
            raise UnsupportedError(msg)
        return algebra.convert(cosine + I * sine)
    return algebra.gen(algebra.imaginary()) ** (int(quarters) % 4)


def _is_integer(algebra: Algebra, value: Frac) -> bool:
    single = value.monomial()
    if not single:
        return False
    coefficient, powers = single
    return coefficient == 1 and all(
        algebra.atom(i).kind == "symbol"
        and algebra.atom(i).expr.is_integer
        and e > 0
        and e % algebra.atom(i).roots == 0
        for i, e in powers.items()
    )


def _parity(algebra: Algebra, value: Frac) -> int:
    before = len(algebra.atoms)
    index = algebra.find(
        "parity",
        None,
        (value,),
        lambda: Atom(
            "parity", sympy.cos(sympy.pi * algebra.expr(value)), 1, positive=False, parts=(value,)
        ),
    )
    if len(algebra.atoms) > before:
        algebra.ring.relate(index, 2, algebra.ring.one)
    return index


def trigonometric(algebra: Algebra, expr: Expr) -> Frac:
    """Euler's formula for sin u and cos u."""
    i = algebra.gen(algebra.imaginary())
    argument = algebra.convert(expr.args[0])
    if argument.is_zero():
        return algebra.zero if isinstance(expr, sympy.sin) else algebra.one
    forward = exponential(algebra, i * argument)
    backward = exponential(algebra, -(i * argument))
    if isinstance(expr, sympy.sin):
        return (backward - forward) * i / algebra.number(2)
    return (forward + backward) / algebra.number(2)


def logarithm(algebra: Algebra, value: Frac) -> Frac:
    """The logarithm: a sum over positive factors, or one atom for the whole argument."""
    if value.is_zero():
        raise ZeroDivisionError
    if sign(algebra, value) <= 0:
        algebra.assumed[f"{quoted(algebra.expr(value))} > 0"] = value
        return algebra.gen(_log_atom(algebra, value))
    result = algebra.zero
    content = Fraction(1)
    for polynomial, direction in ((value.num, 1), (value.den, -1)):
        lead, found = factors(algebra, polynomial)
        content *= Fraction(int(lead.p), int(lead.q)) ** direction
        for factor, multiplicity in found:
            times = algebra.number(direction * multiplicity)
            piece = Frac(algebra.ring, factor, algebra.ring.one)
            if sign(algebra, piece) < 0:
                piece, content = -piece, content * (-1) ** (direction * multiplicity)
            result = result + times * _log_of_factor(algebra, piece)
    for part, direction in ((content.numerator, 1), (content.denominator, -1)):
        for prime, multiplicity in primes(abs(part)).items():
            index = _log_atom(algebra, algebra.number(prime))
            result = result + algebra.number(direction * multiplicity) * algebra.gen(index)
    return result


def _log_of_factor(algebra: Algebra, piece: Frac) -> Frac:
    single = piece.monomial()
    if single and len(single[1]) == 1 and single[0] == 1:
        ((index, exponent),) = single[1].items()
        atom = algebra.atom(index)
        times = algebra.number(Fraction(exponent, atom.roots))
        if atom.kind == "exp":
            return times * atom.parts[0]
        whole = algebra.gen(index, atom.roots)
        return times * algebra.gen(_log_atom(algebra, whole))
    return algebra.gen(_log_atom(algebra, piece))


def _log_atom(algebra: Algebra, argument: Frac) -> int:
    return algebra.find(
        "log",
        None,
        (argument,),
        lambda: Atom(
            "log", sympy.log(algebra.expr(argument)), 1, positive=False, parts=(argument,)
        ),
    )
