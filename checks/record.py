"""Obligations and decisions as JSON: what is cached, sent to workers and certified.

A record holds all that a decision may depend on: the goal, the facts, the bound, and of
the notation the quantities that occur, in the order of their declaration.  What decides
is given nothing else, so the same record always has the same decision.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from sympy import Dummy, Symbol

from derivations.dimension import Dimension
from derivations.errors import PaperError
from derivations.obligation import Obligation
from derivations.quantity import SIGNS, Notation, Quantity, Role
from derivations.relation import Relation

from . import prefix
from .reading import RecordError, bound_symbol, declared, dumps, fact, relation
from .verdict import Decision, Status
from .writing import expressions_in, named_in, of_relation

__all__ = [
    "RecordError",
    "dumps",
    "of_decision",
    "of_obligation",
    "to_decision",
    "to_obligation",
    "to_relations",
]

Json = Any

#: The version of the form; raised whenever its meaning changes.
VERSION = 1

#: No sentence about a record quotes more of it.
_LONGEST = 300

# -- obligations --------------------------------------------------------------------


@lru_cache(maxsize=4096)
def of_obligation(obligation: Obligation) -> Json:
    """The record of an obligation; its purpose, which decides nothing, is left out.

    It is made once, and not to be changed.
    """
    names = _Names(obligation.notation, (obligation.goal, *obligation.facts))
    return {
        "goal": of_relation(obligation.goal, names),
        "facts": [of_relation(fact, names) for fact in obligation.facts],
        "bound": obligation.bound,
        "symbols": names.declarations(),
    }


def to_obligation(record: Json, purpose: str = "the claim") -> Obligation:
    """The obligation of a record; records with the same symbols share a notation.

    Raises ``RecordError`` or ``PrefixError`` where it is none.
    """
    try:
        notation, names = declared(dumps(record["symbols"]))
        goal = relation(record["goal"], names)
        facts = tuple(fact(one, names) for one in record["facts"])
        bound = _bound(record["bound"])
    except PaperError as error:
        if len(str(error)) <= _LONGEST:
            raise
        msg = f"this is no obligation: {str(error)[:_LONGEST]} …"
        raise RecordError(msg) from None
    except (
        *(KeyError, IndexError, TypeError, ValueError, AttributeError),
        *(OverflowError, RecursionError),
    ) as error:
        msg = f"this is no obligation: {type(error).__name__}: {str(error)[:100]}"
        raise RecordError(msg) from None
    return Obligation(goal, facts, notation, purpose, bound)


def _bound(value: Json) -> int:
    if type(value) is not int or value < 1:
        raise TypeError(value)
    return value


class _Names:
    """The names of the symbols of an obligation, and what is declared of them."""

    def __init__(self, notation: Notation, relations_: Iterable[Relation]) -> None:
        self._notation = notation
        self._names: dict[Any, str] = {}
        found: dict[Any, None] = {}
        pending: list[Any] = [part for one in relations_ for part in expressions_in(one)]
        while pending:
            for symbol in named_in(pending.pop()):
                if symbol not in found and symbol in notation:
                    quantity = notation[symbol]
                    pending += [x for x in (quantity.count, quantity.member_of) if x is not None]
                    if quantity.role is Role.SET:
                        pending += [q.symbol for q in notation if q.member_of == symbol]
                found[symbol] = None
        known = [symbol for symbol in found if symbol in notation]
        self._known = sorted(known, key=notation.position)
        for symbol in self._known:
            self._names[symbol] = notation[symbol].name

    def __call__(self, symbol: Any) -> str:
        """The name of a symbol or function; one that is not declared gets one of its own."""
        if symbol not in self._names:
            base = f"_{symbol.name}" if isinstance(symbol, Dummy) else str(symbol)
            taken, number = set(self._names.values()), 1
            name = base
            while name in taken:
                number += 1
                name = f"{base}'{number}"
            self._names[symbol] = name
        return self._names[symbol]

    def by_name(self) -> dict[str, Any]:
        """The declared quantities by their names."""
        return {self._names[symbol]: symbol for symbol in self._known}

    def declarations(self) -> list[Json]:
        """The quantities, and after them what else occurs, in the order of its occurrence."""
        known = set(self._known)
        for symbol in self._known:
            count = self._notation[symbol].count
            if count is not None:
                prefix.write(count, self)
        loose = [symbol for symbol in self._names if symbol not in known]
        return [
            *(self._quantity(self._notation[symbol]) for symbol in self._known),
            *({"name": self._names[x], "role": "bound", "sign": _sign(x)} for x in loose),
        ]

    def _quantity(self, quantity: Quantity) -> Json:
        one: dict[str, Json] = {
            "name": quantity.name,
            "role": quantity.role.value,
            "sign": quantity.sign,
            "dimension": _of_dimension(quantity.dimension),
        }
        if quantity.unit:
            one["unit"] = quantity.unit
        if quantity.range is not None:
            one["range"] = [str(end) for end in quantity.range]
        if quantity.role is Role.FUNCTION:
            one["arguments"] = [_of_dimension(dimension) for dimension in quantity.arguments]
        if quantity.count is not None:
            one["count"] = prefix.write(quantity.count, self)
        if quantity.member_of is not None:
            one["member_of"] = self(quantity.member_of)
        return one


def _sign(symbol: Any) -> str:
    if not isinstance(symbol, Symbol):
        msg = f"the function {symbol} is not declared"
        raise RecordError(msg)
    for name, assumptions in (*SIGNS.items(), ("any", {})):
        if Symbol("x", **assumptions).assumptions0 == symbol.assumptions0:
            return name
    msg = f"nothing says how to write down what is assumed of {symbol}"
    raise RecordError(msg)


def _of_dimension(dimension: Dimension) -> Json:
    return {name: str(exponent) for name, exponent in dimension.exponents}


# -- decisions ----------------------------------------------------------------------


def of_decision(decision: Decision, obligation: Obligation) -> Json:
    """The record of a decision on ``obligation``."""
    names = _names_for(decision, obligation)
    record: dict[str, Json] = {
        "status": decision.status.value,
        "method": decision.method,
        "reason": decision.reason,
    }
    for name in ("factor", "error"):
        value = getattr(decision, name)
        if value is not None:
            record[name] = prefix.write(value, names)
    if decision.enclosure is not None:
        record["enclosure"] = list(decision.enclosure)
    if decision.witness:
        record["witness"] = [list(pair) for pair in decision.witness]
    if decision.conditions:
        record["conditions"] = list(decision.conditions)
    if decision.evidence is not None:
        record["evidence"] = _evidence(decision.evidence, names)
    return record


def _names_for(decision: Decision, obligation: Obligation) -> _Names:
    """The names of the obligation's symbols, where the decision speaks of any."""
    silent = decision.factor is None and decision.error is None and not callable(decision.evidence)
    spoken = () if silent else (obligation.goal, *obligation.facts)
    return _Names(obligation.notation, spoken)


def _evidence(evidence: Any, names: _Names) -> Json:
    """The evidence, and what it names that the obligation does not."""
    if not callable(evidence):
        return evidence
    known = len(names.declarations())
    written = evidence(names)
    own = names.declarations()[known:]
    return {**written, "symbols": own} if own else written


def _by_name(obligation: Obligation) -> dict[str, Any]:
    return _Names(obligation.notation, (obligation.goal, *obligation.facts)).by_name()


def to_decision(record: Json, obligation: Obligation) -> Decision:
    """The decision of a record; ``RecordError`` where it is none."""
    try:
        names = _by_name(obligation) if {"factor", "error"} & record.keys() else {}
        pair = record.get("enclosure")
        return Decision(
            Status(record["status"]),
            str(record["method"]),
            str(record["reason"]),
            factor=prefix.read(record["factor"], names) if "factor" in record else None,
            error=prefix.read(record["error"], names) if "error" in record else None,
            enclosure=(str(pair[0]), str(pair[1])) if pair else None,
            witness=tuple((str(a), str(b)) for a, b in record.get("witness", ())),
            conditions=tuple(map(str, record.get("conditions", ()))),
            evidence=record.get("evidence"),
        )
    except PaperError:
        raise
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        msg = f"this is no decision: {type(error).__name__}: {str(error)[:100]}"
        raise RecordError(msg) from None


def to_relations(evidence: Any, part: str, obligation: Obligation) -> tuple[Relation, ...]:
    """The relations that the evidence for a decision on ``obligation`` has as its ``part``."""
    names = _Names(obligation.notation, (obligation.goal, *obligation.facts))
    written = _evidence(evidence, names)
    own = {
        one["name"]: bound_symbol(one["name"], one["sign"]) for one in written.get("symbols", ())
    }
    return tuple(relation(one, names.by_name() | own) for one in written[part])
