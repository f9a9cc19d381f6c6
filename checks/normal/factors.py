"""Irreducible factors of a polynomial over atoms, and prime factors of numbers."""

from __future__ import annotations

import sympy
from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from .basis import Basis

#: How far prime factors are looked for; what is left of a number is taken as it is.
_LARGEST_TRIED = 2**17


def primes(number: int) -> dict[int, int]:
    """Factors of a positive number and their multiplicities: primes, as far as they are small.

    Large numbers are not taken apart at any price.  That their roots and logarithms are
    then not seen to be made of others leaves something undecided, and proves nothing.

    >>> primes(360)
    {2: 3, 3: 2, 5: 1}
    """
    found = sympy.factorint(
        number, limit=_LARGEST_TRIED, use_rho=False, use_pm1=False, use_ecm=False
    )
    return {int(factor): multiplicity for factor, multiplicity in found.items()}


def factors(algebra: Basis, polynomial: fmpq_mpoly) -> tuple[fmpq, list[tuple[fmpq_mpoly, int]]]:
    """Content, and irreducible factors with their multiplicities.

    What is a polynomial in whole atoms, up to a monomial, is factored as that:
    w − ε stays whole, and is not taken apart into √w − √ε and √w + √ε.
    """
    if polynomial.is_constant():
        return polynomial.leading_coefficient(), []
    content = polynomial.term_content()
    if len(polynomial) == 1:
        return polynomial.factor()
    rest = polynomial / content
    _, strides = rest.deflation()
    whole = [1] * len(strides)
    for index, atom in enumerate(algebra.atoms):
        if strides[index] and strides[index] % atom.roots == 0:
            whole[index] = atom.roots
    lead, found = content.factor()
    rest_lead, rest_found = _factored(rest.deflate(whole))
    inflated = [(factor.inflate(whole), power) for factor, power in rest_found]
    return lead * rest_lead, [*found, *inflated]


def _factored(polynomial: fmpq_mpoly) -> tuple[fmpq, list[tuple[fmpq_mpoly, int]]]:
    """Its factors, found in the ring of the generators that occur: ten times faster."""
    ring = polynomial.context()
    degrees = polynomial.degrees()
    names = [name for name, degree in zip(ring.names(), degrees, strict=True) if degree]
    small = fmpq_mpoly_ctx.get(names, Ordering.lex)
    lead, found = polynomial.project_to_context(small).factor()
    return lead, [(factor.project_to_context(ring), power) for factor, power in found]
