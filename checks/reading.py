"""Read the declarations and relations of records; what many obligations share is read once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any

from sympy import Symbol

from derivations import relation as relations
from derivations.dimension import Dimension
from derivations.errors import PaperError
from derivations.quantity import SIGNS, Notation, Role
from derivations.relation import Relation

from . import prefix

Json = Any

#: Relations by name; only these are read.
_KINDS: dict[str, type[Relation]] = {
    kind.__name__: kind
    for kind in vars(relations).values()
    if isinstance(kind, type) and issubclass(kind, Relation) and hasattr(kind, "sign")
}


class RecordError(PaperError):
    """Something that is no record."""


def dumps(value: Json) -> str:
    """``value`` as JSON on one line, the same for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@lru_cache(maxsize=1024)
def declared(symbols: str) -> tuple[Notation, Mapping[str, Any]]:
    """The notation of these declarations, and their names; nobody may add to it."""
    notation = Notation()
    names: dict[str, Any] = {}
    for declaration in json.loads(symbols):
        _declare(notation, names, declaration)
    return notation, names


def _declare(notation: Notation, names: dict[str, Any], record: Json) -> None:
    name, role, sign = record["name"], record["role"], record["sign"]
    if not isinstance(name, str) or name in names:
        msg = f"{str(name)[:60]!r} is declared twice, or is no name"
        raise RecordError(msg)
    if role == "bound":
        names[name] = bound_symbol(name, sign)
        return
    dimension = _to_dimension(record["dimension"])
    if role == Role.FUNCTION:
        arguments = tuple(_to_dimension(one) for one in record["arguments"])
        names[name] = notation.function(name, dimension, "", of=arguments, latex=name, unicode=name)
    elif role == Role.SET:
        count = prefix.read(record["count"], names) if "count" in record else None
        names[name] = notation.set(name, "", count=count, dimension=dimension)
    else:
        member_of = names[record["member_of"]] if "member_of" in record else None
        ends = record.get("range")
        names[name] = notation.quantity(
            name,
            dimension,
            "",
            sign=sign,
            role=Role(role),
            unit=record.get("unit", ""),
            range=(Fraction(ends[0]), Fraction(ends[1])) if ends else None,
            member_of=member_of,
            latex=name,
            unicode=name,
        )


def bound_symbol(name: str, sign: str) -> Symbol:
    """The symbol of a bound variable."""
    return Symbol(name, **({} if sign == "any" else SIGNS[sign]))


def _to_dimension(record: Json) -> Dimension:
    return Dimension.of({str(name): Fraction(exponent) for name, exponent in record.items()})


#: Fields that are text, or a number written as text; all others are expressions.
_TEXTS = {"unit", "wording"}
_TUPLES = {"sides", "of", "holding"}


def fact(record: Json, names: Mapping[str, Any]) -> Relation:
    """The relation of a record, read once for all obligations that it is a fact of."""
    text = dumps(record)
    return _relation_of(text, tuple((name, names[name]) for name in _words(text) if name in names))


@lru_cache(maxsize=4096)
def _relation_of(text: str, names: tuple[tuple[str, Any], ...]) -> Relation:
    return relation(json.loads(text), dict(names))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """The strings in JSON."""
    found: dict[str, None] = {}
    pending = [json.loads(text)]
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            found[part] = None
        elif isinstance(part, list | dict):
            pending += part if isinstance(part, list) else part.values()
    return tuple(found)


def relation(record: Json, names: Mapping[str, Any]) -> Relation:
    """The relation of a record; ``names`` are the symbols and functions known."""
    kind, parts = _KINDS[record[0]], dict(record[1])
    if "among" in parts:
        return relations.Refers(tuple(map(str, parts["to"])), frozenset(map(str, parts["among"])))
    values: dict[str, Any] = {}
    for name, value in parts.items():
        if name in _TEXTS:
            values[name] = str(value)
        elif issubclass(kind, relations.Within) and name in ("low", "high"):
            values[name] = Fraction(value)
        elif name in _TUPLES:
            values[name] = tuple(prefix.read(part, names) for part in value)
        else:
            values[name] = prefix.read(value, names)
    sides = values.pop("sides", ())
    return kind(*sides, **values)
