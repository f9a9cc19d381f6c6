"""Sentences that quote expressions: in prefix form, between ⟦ and ⟧.

What decides does not know how a paper writes its quantities.  So the sentences that it
gives as reasons quote expressions, and what tells them to a reader writes each one in the
paper's own notation.  A sentence stays a plain string, kept and sent like any other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sympy import Expr, Function, Symbol
from sympy.core.function import UndefinedFunction

from derivations.expression import Vector
from derivations.obligation import Obligation, Purpose
from derivations.relation import Relation, Within

from . import prefix

#: The heads of lists in prefix form, which are no names.
_HEADS = {*prefix.CONSTANTS, *prefix.FUNCTIONS, "q", "vector"}
_OF_FUNCTIONS = {"call", "jet"}
_BUILT = {"+", "*", "^", "diff", "subs", "int", "total", *_OF_FUNCTIONS}
_QUOTED = re.compile("⟦([^⟦⟧]*)⟧")


def quoted(expr: Any) -> str:
    """``expr`` as a sentence quotes it; what has no prefix form is spelled out.

    >>> x = Symbol("x")
    >>> quoted(x**2)
    '⟦["^","x",2]⟧'
    >>> quoted(x < 1)
    'x < 1'
    """
    try:
        form = str(expr) if isinstance(expr, UndefinedFunction) else prefix.write(expr, str)
    except (prefix.PrefixError, AttributeError):
        return str(expr)
    return f"⟦{json.dumps(form, ensure_ascii=False, separators=(',', ':'))}⟧"


def named(expr: Expr) -> str:
    """``expr`` where it has a value: a quantity by its name, anything else quoted."""
    return str(expr) if expr.is_Symbol else quoted(expr)


def quoted_relation(link: Relation) -> str:
    """A relation with its sides quoted.

    >>> from derivations.relation import Less
    >>> print(plain(quoted_relation(Less(Symbol("x"), Symbol("y") ** 2))))
    x < y**2
    """
    if isinstance(link, Within):
        return f"{quoted(link.expression)} ∈ [{link.low}, {link.high}] {link.unit}".rstrip()
    return f" {link.sign} ".join(map(quoted, link.sides)) or link.sign


def purpose(obligation: Obligation) -> str:
    """What an obligation is for, as a sentence."""
    found = obligation.purpose
    if not isinstance(found, Purpose):
        return found
    return found.words.format(*map(quoted, found.expressions))


def told(
    sentence: str, write: Callable[[Expr | Vector], str], names: Mapping[str, Any] | None = None
) -> str:
    """``sentence`` with each expression as ``write`` writes it.

    ``names`` are the symbols and functions that are declared; others are taken as they
    come.  What cannot be read as an expression is left as it stands.

    >>> told(quoted(Symbol("x") ** 2) + " is large", lambda expr: f"<{expr}>")
    '<x**2> is large'
    >>> told("⟦[1⟧ is none", str)
    '[1 is none'
    """

    def one(found: re.Match[str]) -> str:
        try:
            form = json.loads(found.group(1))
            known = {**dict(_loose(form)), **(names or {})}
            return write(known[form] if isinstance(form, str) else prefix.read(form, known))
        except (ValueError, TypeError, RecursionError, prefix.PrefixError):
            return found.group(1)

    return _QUOTED.sub(one, sentence)


def plain(sentence: str) -> str:
    """``sentence`` for a reader who knows no notation: in the spelling of sympy."""
    return told(sentence, str)


def _loose(form: Any) -> Iterator[tuple[str, Any]]:
    """The names in ``form``, each with a symbol or function of that name."""
    if isinstance(form, str):
        yield form, Symbol(form)
        return
    if not isinstance(form, list) or not form:
        return
    head, *rest = form
    if head in _OF_FUNCTIONS and rest and isinstance(rest[0], str):
        yield rest[0], Function(rest.pop(0))
    elif head not in _HEADS | _BUILT if isinstance(head, str) else True:
        rest = form
    for part in rest:
        yield from _loose(part)
