"""Write relations as records; what many obligations share is written once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from fractions import Fraction
from functools import lru_cache
from typing import Any

from sympy import Expr

from derivations.expression import Vector
from derivations.relation import Relation

from . import prefix
from .reading import RecordError

Json = Any


def of_relation(one: Relation, names: Callable[[Any], str]) -> Json:
    """The record of a relation, in which symbols and functions are called by ``names``."""
    occurring = dict.fromkeys(x for part in expressions_in(one) for x in named_in(part))
    return _written(one, tuple((symbol, names(symbol)) for symbol in occurring))


@lru_cache(maxsize=4096)
def _written(one: Relation, named: tuple[tuple[Any, str], ...]) -> Json:
    """The record of a relation in which symbols and functions are ``named`` like this.

    It is made once, and not to be changed: many obligations have the same facts.
    """
    names = dict(named).__getitem__
    parts = {each.name: getattr(one, each.name) for each in fields(one)}  # type: ignore[arg-type]
    return [type(one).__name__, {name: _field(value, names) for name, value in parts.items()}]


def _field(value: Any, names: Callable[[Any], str]) -> Json:
    if isinstance(value, Expr | Vector):
        return prefix.write(value, names)
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_field(part, names) for part in value]
    if isinstance(value, str):
        return value
    msg = f"{type(value).__name__} has no place in a record"
    raise RecordError(msg)


def expressions_in(one: Relation) -> list[Any]:
    """The expressions and vectors that a relation holds."""
    found: list[Any] = []
    for each in fields(one):  # type: ignore[arg-type]
        value = getattr(one, each.name)
        values = value if isinstance(value, tuple) and not isinstance(value, Vector) else (value,)
        found += [x for x in values if isinstance(x, Expr | Vector)]
    return found


def named_in(expr: Any) -> Iterable[Any]:
    """The symbols and functions that the record of ``expr`` names; a symbol names itself."""
    return _named_in(expr) if isinstance(expr, Expr | Vector) else (expr,)


@lru_cache(maxsize=4096)
def _named_in(expr: Expr | Vector) -> tuple[Any, ...]:
    """The symbols and functions that the prefix form of ``expr`` names, in order."""
    found: dict[Any, None] = {}

    def name(symbol: Any) -> str:
        found[symbol] = None
        return ""

    prefix.write(expr, name)
    return tuple(found)
