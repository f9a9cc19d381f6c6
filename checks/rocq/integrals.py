"""Proofs of what integrals between limits come to, and that they exist.

An integral is Coquelicot's ``RInt``; that it is linear where the parts exist, and that equal
integrands have equal integrals, are lemmas of the prelude.  An integral exists if a fact speaks
of it, or of a multiple of it, or if its parts exist.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sympy import Expr

from .linear import under, variable
from .scalar import Law
from .term import Terms


def existence(terms: Terms, whole: Expr) -> str:
    """That an integral exists."""
    return terms.term(whole).replace("(integral ", "(integrable ", 1)


def proof(name: str, text: str, law: Law, terms: Terms, rewriting: Iterable[str]) -> Iterator[str]:
    """The sentences that show the equation ``text`` by the facts called ``rewriting``."""
    yield f"assert ({name} : {text})."
    if not law.terms:
        yield "{ rewrite int_constant; by_field. }"
        return
    yield (
        f"{{ transitivity ({_together(law, terms)}); "
        f"[apply int_same; {_pointwise(law, terms, rewriting)} | by_int_linearity]. }}"
    )


def part_exists(name: str, law: Law, terms: Terms, rewriting: Iterable[str]) -> Iterator[str]:
    """The sentences that show that the only part of an integral that exists does so."""
    ((front, term),) = law.terms
    yield f"assert ({name} : {existence(terms, term)})."
    yield (
        f"{{ refine (int_exists_part _ _ {terms.term(front)} _ _ _ _ _); "
        f"[pos | | eassumption]; {_pointwise(law, terms, rewriting)}. }}"
    )


def exists(name: str, law: Law, terms: Terms, rewriting: Iterable[str]) -> Iterator[str]:
    """The sentences that show that an integral exists since its parts do."""
    yield f"assert ({name} : {existence(terms, law.whole)})."
    yield (
        f"{{ first [int_exists | apply (int_exists_same _ _ {_integrand(law, terms)}); "
        f"[{_pointwise(law, terms, rewriting)} | int_exists]]. }}"
    )


def _integrand(law: Law, terms: Terms) -> str:
    inner = terms.within(variable(law.whole))
    x = inner.symbol(variable(law.whole))
    products = [f"{inner.term(front)} * {inner.term(under(term))}" for front, term in law.terms]
    return f"(fun {x} => {' + '.join(products) or 0})"


def _together(law: Law, terms: Terms) -> str:
    _, low, high = law.whole.limits[0]
    return f"integral {_integrand(law, terms)} {terms.term(low)} {terms.term(high)}"


def _pointwise(law: Law, terms: Terms, rewriting: Iterable[str]) -> str:
    """The tactic that shows that the integrands are equal between the limits."""
    _, low, high = law.whole.limits[0]
    steps = "".join(f"repeat rewrite {fact}; " for fact in rewriting)
    sign = ""
    if law.bound.is_positive:
        limits = f"{terms.term(low)} {terms.term(high)}"
        sign = (
            f"assert (0 < here) by (apply (int_above {limits} here); [pos | pos | exact above]); "
        )
    return f"intros here [above below]; {sign}cbv beta; {steps}by_field"
