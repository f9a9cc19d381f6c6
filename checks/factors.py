"""Irreducible factors of a polynomial over atoms, of which its generators are roots."""

from __future__ import annotations

from flint import fmpq, fmpq_mpoly

from .algebra import Algebra


def factors(algebra: Algebra, polynomial: fmpq_mpoly) -> tuple[fmpq, list[tuple[fmpq_mpoly, int]]]:
    """Content, and irreducible factors with their multiplicities.

    What is a polynomial in whole atoms, up to a monomial, is factored as that:
    w − ε stays whole, and is not taken apart into √w − √ε and √w + √ε.
    """
    content = polynomial.term_content()
    rest = polynomial / content
    _, strides = rest.deflation()
    whole = [1] * len(strides)
    for index, atom in enumerate(algebra.atoms):
        if strides[index] and strides[index] % atom.roots == 0:
            whole[index] = atom.roots
    lead, found = content.factor()
    rest_lead, rest_found = rest.deflate(whole).factor()
    inflated = [(factor.inflate(whole), power) for factor, power in rest_found]
    return lead * rest_lead, [*found, *inflated]
