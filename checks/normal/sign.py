"""The sign of a normal form, where its shape or the facts show it."""

from __future__ import annotations

import sympy
from flint import arb, fmpq_mpoly

from .basis import Basis
from .factors import factors
from .fraction import Frac, occurring

_NUMBERS = {sympy.pi: arb.pi, sympy.EulerGamma: arb.const_euler}


def sign(algebra: Basis, value: Frac) -> int:
    """+1 or −1 if ``value`` has that sign wherever the facts hold, else 0.

    A polynomial in positive atoms with coefficients of one sign has that sign, also with
    1 + (eᵘ − 1) for an eᵘ with positive u, and with squares of real atoms beside; so has
    such a multiple of something that the facts say is positive; a product has the product
    of its factors' signs, and an even power of a real factor that cannot vanish is positive.
    """
    if value.is_zero():
        return 0
    return _polynomial(algebra, value.num) * _polynomial(algebra, value.den)


def evidently_positive(algebra: Basis, value: Frac) -> bool:
    """Whether ``value`` is positive for all values of its atoms, whatever the facts say."""
    return _by_coefficients(algebra, value.num) * _by_coefficients(algebra, value.den) > 0


def nonnegative(algebra: Basis, value: Frac) -> bool:
    """Whether ``value`` is not negative wherever the facts hold."""
    if value.is_zero() or sign(algebra, value) > 0:
        return True
    return _polynomial(algebra, value.den) > 0 and all(
        coefficient > 0 and all(_not_negative(algebra, i) for i in powers)
        for coefficient, powers in value.terms()
    )


def _not_negative(algebra: Basis, index: int) -> bool:
    atom = algebra.atom(index)
    return atom.positive or atom.kind == "abs" or bool(atom.expr.is_nonnegative)


def nonzero(algebra: Basis, value: Frac) -> bool:
    """Whether ``value`` is non-zero wherever the facts hold."""
    if value.is_zero():
        return False
    return value.is_constant() or all(
        _by_coefficients(algebra, factor)
        or _by_facts(algebra, factor)
        or _never_zero(algebra, factor)
        or _known_nonzero(algebra, factor)
        for factor, _ in factors(algebra, value.num)[1]
    )


def _never_zero(algebra: Basis, factor: fmpq_mpoly) -> bool:
    """Whether it is made of i, phases and exponentials alone."""
    return len(factor) == 1 and all(
        algebra.atom(index).kind in {"i", "cis", "exp", "number", "parity"}
        for index in occurring(factor)
    )


def _known_nonzero(algebra: Basis, polynomial: fmpq_mpoly) -> bool:
    """Whether it divides something that the facts say is positive or not zero."""
    return any(
        (known.num.gcd(polynomial) / polynomial).is_constant()
        for known in (*algebra.known_nonzero, *algebra.known_positive)
        if not known.num.gcd(polynomial).is_constant()
        and known.num.gcd(polynomial).total_degree() == polynomial.total_degree()
    )


def _polynomial(algebra: Basis, polynomial: fmpq_mpoly) -> int:
    simple = _by_coefficients(algebra, polynomial)
    if simple:
        return simple
    content, found = factors(algebra, polynomial)
    result = 1 if content > 0 else -1
    for factor, power in found:
        one = _by_coefficients(algebra, factor) or _by_facts(algebra, factor)
        if one == 0:
            return 0
        result *= one**power
    return result


def _by_coefficients(algebra: Basis, polynomial: fmpq_mpoly) -> int:
    if not all(algebra.atom(index).positive for index in occurring(polynomial)):
        return _by_squares(algebra, polynomial)
    signs = {1 if coefficient > 0 else -1 for coefficient in polynomial.coeffs()}
    if len(signs) == 1:
        return signs.pop()
    return _of_number(algebra, polynomial) or _by_exponentials(algebra, polynomial)


def _by_squares(algebra: Basis, polynomial: fmpq_mpoly) -> int:
    """The sign of terms that are all of it, some in positive atoms, others with real squares."""
    free = [index for index in occurring(polynomial) if not algebra.atom(index).positive]
    if not all(algebra.is_real(algebra.gen(index)) for index in free):
        return 0
    terms = list(polynomial.terms())
    if any(int(exponents[i]) % 2 for exponents, _ in terms for i in free):
        return 0
    signs = {1 if coefficient > 0 else -1 for _, coefficient in terms}
    strict = any(not any(exponents[i] for i in free) for exponents, _ in terms)
    return signs.pop() if strict and len(signs) == 1 else 0


def _by_exponentials(algebra: Basis, polynomial: fmpq_mpoly) -> int:
    """The sign that its coefficients show in eᵘ − 1 instead of eᵘ, u being positive."""
    above = [
        index
        for index in occurring(polynomial)
        if algebra.atom(index).kind == "exp"
        and evidently_positive(algebra, algebra.atom(index).parts[0])
    ]
    if not above:
        return 0
    generators = [algebra.ring.power(i, 1) for i in range(len(polynomial.degrees()))]
    for index in above:
        generators[index] = generators[index] + 1
    signs = {1 if x > 0 else -1 for x in polynomial.compose(*generators).coeffs()}
    return signs.pop() if len(signs) == 1 else 0


def _of_number(algebra: Basis, polynomial: fmpq_mpoly) -> int:
    """The sign of a number made of π and roots, where a ball around it shows it."""
    balls: dict[int, arb] = {}
    for index in occurring(polynomial):
        atom = algebra.atom(index)
        if atom.kind != "number":
            return 0
        known = _NUMBERS.get(atom.expr)
        balls[index] = (known() if known else arb(int(atom.expr))).root(atom.roots)
    value = arb(0)
    for exponents, coefficient in polynomial.terms():
        term = arb(coefficient)
        for index, ball in balls.items():
            term *= ball ** int(exponents[index])
        value += term
    return 1 if value > 0 else -1 if value < 0 else 0


def _by_facts(algebra: Basis, polynomial: fmpq_mpoly) -> int:
    for known in algebra.known_positive:
        for factor in (known.num, known.den):
            if factor.is_constant():
                continue
            ratio = Frac.make(algebra.ring, polynomial, factor)
            found = _by_coefficients(algebra, ratio.num) * _by_coefficients(algebra, ratio.den)
            if found and _rest_positive(algebra, known, factor):
                return found
    return 0


def _rest_positive(algebra: Basis, known: Frac, factor: fmpq_mpoly) -> int:
    """Whether ``known > 0`` says that ``factor > 0``: the other half must be positive."""
    other = known.den if factor is known.num else known.num
    return _by_coefficients(algebra, other) == 1
