"""Put read pieces together: products, fractions or the derivatives that they stand for."""

from __future__ import annotations

from fractions import Fraction

from .tokens import ReadError
from .tree import Derivative, Name, Number, Power, Product, Quotient, Tree


def product(factors: list[Tree]) -> Tree:
    """The product of ``factors``, products among them taken apart."""
    if not factors:
        msg = "a factor is missing"
        raise ReadError(msg)
    flat: list[Tree] = []
    for factor in factors:
        flat.extend(factor.factors if isinstance(factor, Product) else (factor,))
    return flat[0] if len(flat) == 1 else Product(tuple(flat))


def fraction(top: Tree, bottom: Tree) -> Tree:
    """A fraction, or the derivative that it stands for."""
    below = _of_d(bottom)
    above = _of_d(top)
    if below is None or above is None or above[0] != below[0]:
        return Quotient(top, bottom)
    variable, order = _raised(below[1])
    body = above[1]
    if order != above[2] or variable is None:
        return Quotient(top, bottom)
    return Derivative(body, variable, order)


def _of_d(tree: Tree) -> tuple[str, Tree | None, int] | None:
    """A product that begins with d or ∂: the sign, what follows it, and its power."""
    first, *others = tree.factors if isinstance(tree, Product) else (tree,)
    order = 1
    if isinstance(first, Power) and isinstance(first.exponent, Number):
        order, first = int(first.exponent.value), first.base
    if first not in {Name("d"), Name(r"\partial")} or not isinstance(first, Name):
        return None
    return first.base, (product(list(others)) if others else None), order


def _raised(tree: Tree | None) -> tuple[Tree | None, int]:
    """A variable of differentiation, and how often."""
    if isinstance(tree, Power) and isinstance(tree.exponent, Number):
        return tree.base, int(tree.exponent.value)
    return (tree, 1) if isinstance(tree, Name) else (None, 1)


def differential(factors: list[Tree]) -> tuple[Tree, Tree]:
    """What is integrated and over what: the last ``d x`` among the factors, or in a fraction.

    Raises ``ReadError`` if there is none.
    """
    for place in range(len(factors) - 2, -1, -1):
        if factors[place] == Name("d") and isinstance(factors[place + 1], Name):
            others = factors[:place] + factors[place + 2 :]
            return (product(others) if others else Number(Fraction(1))), factors[place + 1]
    for place, factor in enumerate(factors):
        if isinstance(factor, Quotient):
            top = factor.top.factors if isinstance(factor.top, Product) else (factor.top,)
            try:
                above, variable = differential(list(top))
            except ReadError:
                continue
            inside = Quotient(above, factor.bottom)
            return product([*factors[:place], inside, *factors[place + 1 :]]), variable
    msg = "an integral without the d that says over what"
    raise ReadError(msg)
