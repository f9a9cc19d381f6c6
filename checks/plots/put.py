"""Put what lines of a paper say of a quantity into an expression, one line after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from sympy import Derivative, Dummy, Expr, Integral, Lambda, Rational, S, Subs, Symbol
from sympy.core.function import AppliedUndef

from derivations.errors import PaperError
from derivations.expression import Vector, substitute
from derivations.figure import Example, Put
from derivations.paper import Paper
from derivations.relation import Equal, LeadingOrder, Relation


def resolved(
    paper: Paper, expression: Any, puts: Iterable[Put], examples: Sequence[Example] = ()
) -> Expr:
    """``expression`` with all of ``puts`` put in, in their order, and then ``examples``.

    What the examples bring in is put in likewise.  Derivatives are taken after that.
    Raises ``PaperError`` where a line does not say what the target is, unless there is
    nothing but a number to put it into.
    """
    found = exactly(expression)
    if found.is_Number:
        return found
    known = [(put.target, value(paper, put)) for put in puts]
    known += [(example.function, example.value) for example in examples]
    for target, new in known * (2 if examples else 1):
        found = replaced(found, target, new)
    return found.doit(integrals=False) if found.has(Derivative, Subs) else found


def exactly(value: Any) -> Expr:
    """An expression as it is; integers, fractions and strings of them become one.

    >>> exactly("3/4")
    3/4
    """
    return value if isinstance(value, Expr) else Rational(Fraction(value))


def value(paper: Paper, put: Put) -> Expr:
    """What the line of ``put`` says its target is."""
    for relation in _equations(paper, put):
        found = _solved(relation, put.target)
        if found is not None:
            return found
    msg = f"({put.label}) does not say what {put.target} is"
    raise PaperError(msg)


def _equations(paper: Paper, put: Put) -> Iterator[Relation]:
    for number, claim in enumerate(paper[put.label].accepted):
        if put.claim is not None and number != put.claim:
            continue
        for link in claim.relation.links():
            vectors = any(isinstance(side, Vector) for side in link.sides)
            if isinstance(link, Equal | LeadingOrder) and not vectors:
                yield link


def _solved(relation: Relation, target: Expr) -> Expr | None:
    """The other side of an equation for ``target``; its solution if it is linear in it."""
    left, right = relation.sides[:2]
    assert isinstance(left, Expr)
    assert isinstance(right, Expr)
    for one, other in ((left, right), (right, left)):
        if one == target and not other.has(target):
            return other
    name = Dummy()
    difference = (left - right).xreplace({target: name})
    if target.free_symbols & _bound(difference):
        return None
    slope = difference.diff(name)
    if slope.has(name) or slope == 0:
        return None
    return -difference.xreplace({name: S.Zero}) / slope


def replaced(expression: Expr, target: Expr, new: Expr) -> Expr:
    """``expression`` with ``new`` for ``target``; for all arguments if it is a function.

    Raises ``PaperError`` where a symbol of ``new`` would get another meaning.

    >>> from sympy import Function, sin, symbols
    >>> x, y = symbols("x y")
    >>> f = Function("f")
    >>> replaced(f(2 * y) + f(x).diff(x), f(x), sin(x)).doit()
    sin(2*y) + cos(x)
    """
    if target.is_Symbol:
        return substitute(expression, {target: new})
    arguments = target.args
    function = isinstance(target, AppliedUndef) and all(x.is_Symbol for x in arguments)
    open_ = new.free_symbols - (set(arguments) if function else set())
    if caught := open_ & _bound(expression):
        names = ", ".join(sorted(map(str, caught)))
        msg = f"{names}: a variable of integration, in what is put in for {target}"
        raise PaperError(msg)
    if not function:
        return expression.xreplace({target: new})
    return expression.replace(target.func, Lambda(arguments, new))


def _bound(expression: Expr) -> set[Symbol]:
    return {v for node in expression.atoms(Integral) for v in node.bound_symbols}


def values_in(expression: Expr, values: Mapping[Symbol, Any]) -> Expr:
    """``expression`` with the values of its constants."""
    return substitute(expression, {symbol: exactly(v) for symbol, v in values.items()})
