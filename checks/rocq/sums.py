"""Proofs of what sums over finite sets come to.

A sum is a weighted sum over a list, and that it is linear is a lemma of the prelude: the sum of
c·f + d·g is c times that of f and d times that of g, where c and d are the same in each term.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from derivations.expression import Total

from .linear import under
from .scalar import Law
from .term import Terms
from .theorem import sign_texts


def proof(name: str, text: str, law: Law, terms: Terms, rewriting: Iterable[str]) -> Iterator[str]:
    """The sentences that show the equation ``text`` by the facts called ``rewriting``."""
    whole = cast(Total, law.whole)
    yield f"assert ({name} : {text})."
    if not law.terms:
        yield f"{{ symmetry; exact C_{terms.symbol(whole.over)}. }}"
        return
    inner = terms.within(whole.index)
    index = inner.symbol(whole.index)
    products = (f"{inner.term(front)} * {inner.term(under(term))}" for front, term in law.terms)
    steps = "".join(f"repeat rewrite {fact}; " for fact in rewriting)
    over = terms.symbol(whole.over)
    signs = len(list(sign_texts(index, law.bound)))
    pattern = "[? ?]" if signs == 2 else "?"
    intros = (
        f"intros here inside; pose proof (M_{over} here inside) as {pattern}" if signs else "intros"
    )
    yield (
        f"{{ transitivity (total {over} "
        f"(fun {index} => {' + '.join(products) or 0})); "
        f"[apply total_same; {intros}; cbv beta; {steps}by_field "
        "| by_linearity]. }"
    )
