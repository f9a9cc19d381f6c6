"""Re-check a certificate with the standard library and python-flint alone.

    python checks/replay.py [--trust KIND]... FILE

A certificate, written by ``derivations check --certificate FILE``, says of every claim of a
paper what it may use (facts), what was decided (a status), and a proof: a list of steps.
This file searches for nothing.  Each step says that some expression equals another, by a
law of the table ``LAWS`` or by a fact; what a step says is checked, and from then on one
expression stands for the other.  In the end the claim must be evident: its sides are the
same fraction, or its value lies in an interval, or a model shows that it fails.  Then it is
checked where the facts come from, and the verdicts of the lines are computed anew.  What is
taken on trust is counted and told: facts that come from rules, and kinds of claims without
a proof that ``--trust`` names.

The exit status is 0 if everything that the certificate calls proved or refuted was found
so here, 1 if something was not, 2 if the file cannot be read as a certificate.  The
format is described in ``docs/certificate.md``.

From the bottom up: 1. reading; 2. trees; 3. dimensions; 4. fractions, the normal form of
what is known to be equal; 5. laws; 6. numbers and models; 7. claims; 8. lines; 9. the file.
"""

# What JSON and flint give has no types that say more than the checks below.
# mypy: disable-error-code="no-any-return, union-attr, arg-type, index, no-untyped-call, type-var"
# mypy: disable-error-code="untyped-decorator, operator"

from __future__ import annotations

import hashlib
import json
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import product
from math import comb, factorial, inf
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from flint import Ordering, acb, arb, ctx, fmpq, fmpq_mpoly_ctx

VERSION = 5
#: Limits on what is read and on how far anything is worked out.
MOST_DEPTH, MOST_BITS, MOST_EXPONENT, MOST_TERMS, SECONDS = 100, 4000, 200, 4000, 30

#: Generators of a ring, unless a proof asks for more; and at most.
ROOM, MOST_ROOM = 32, 128

Tree = Any  # int, str, or a tuple of a head and its parts


class MalformedError(Exception):
    """The file is no certificate: what is wrong with it, in a sentence."""


class UnclearError(Exception):
    """Something is not so, or not seen to be so; ``about`` is what is not known, and how."""

    def __init__(self, what: str, *about: Any) -> None:
        super().__init__(what)
        self.about = about


class BeyondError(UnclearError):
    """A claim that comes without a proof."""


class RoomError(Exception):
    """A theory needs more generators than its obligation has room for."""


def need(condition: Any, what: str) -> None:
    """Refuse what is malformed."""
    if not condition:
        raise MalformedError(what)


def sure(condition: Any, what: str) -> None:
    """Refuse what does not follow."""
    if not condition:
        raise UnclearError(what)


def shown(value: Any) -> str:
    """A short text for messages."""
    try:
        return ascii(value)[:60]
    except (ValueError, RecursionError):
        return "something very large"


# -- 1. reading -----------------------------------------------------------------------

SIGNS = ("positive", "nonnegative", "real", "integer", "positive integer", "any")
VALUES = ("constant", "order-one factor", "variable", "bound")
ROLES = (*VALUES, "function", "set")
INFINITY = ("oo",)
#: What stands after each head: t a tree, n an integer, v a variable, s a set, f a function,
#: o orders of derivation, b a variable with its limits, d a variable with a number, u a
#: variable with a tree; the last is repeated where * follows.
FORMS = {
    "q": "nn",
    "+": "t*",
    "*": "t*",
    "^": "tt",
    "vector": "t*",
    "total": "tvs",
    "call": "ft*",
    "jet": "fot*",
    "int": "tb*",
    "diff": "td*",
    "subs": "tu*",
    **dict.fromkeys(("pi", "e", "i", "oo", "gamma"), ""),
    **dict.fromkeys(
        [
            "exp",
            "log",
            "sin",
            "cos",
            "tan",
            "cot",
            "sec",
            "csc",
            "sinh",
            "cosh",
            "tanh",
            "coth",
            "Abs",
        ],
        "t",
    ),
    **dict.fromkeys(
        ["besselj", "bessely", "besseli", "besselk", "KroneckerDelta", "Heaviside"], "tt"
    ),
}


class Symbol(NamedTuple):
    """What is declared of a name."""

    role: str
    sign: str
    dimension: Any = None
    range: Any = None
    arguments: tuple[Any, ...] = ()
    count: Tree = None
    member_of: str | None = None


class Relation(NamedTuple):
    """A relation: its kind, its sides as trees, and its other parts."""

    kind: str
    sides: tuple[Tree, ...]
    more: Any = MappingProxyType({})


class Obligation(NamedTuple):
    """A claim, the facts that it may use, and what was decided."""

    number: int
    asks: str
    goal: Relation
    facts: tuple[Relation, ...]
    bound: int
    symbols: dict[str, Symbol]
    decision: dict[str, Any]
    #: For how many generators there is room; a ring of few is faster.
    room: int = ROOM

    def links(self) -> list[Relation]:
        """The facts as relations of two scalar sides, in order."""
        return [link for fact in self.facts for link in links_of(fact)]


def integer(value: Any, *_: Any) -> int:
    """An integer of modest size."""
    need(type(value) is int, f"{shown(value)} is no integer")
    need(value.bit_length() <= MOST_BITS, "an integer has too many digits")
    return int(value)


def text(value: Any, *_: Any) -> str:
    """A text."""
    need(isinstance(value, str), f"{shown(value)} is no text")
    return str(value)


def rational(value: Any, *_: Any) -> Fraction:
    """A fraction written as text."""
    need(isinstance(value, str) and len(value) < MOST_BITS, f"{shown(value)} is no fraction")
    top, slash, bottom = value.partition("/")
    digits = top.removeprefix("-").isdecimal() and (not slash or bottom.isdecimal())
    need(value.isascii() and digits, f"{shown(value)} is no fraction")
    need(not slash or int(bottom), f"{shown(value)} divides by zero")
    return Fraction(int(top), int(bottom) if slash else 1)


def named(*roles: str) -> Any:
    """A reader of names of symbols that have one of these roles."""

    def read(name: Any, symbols: dict[str, Symbol], _: int = 0) -> str:
        known = isinstance(name, str) and name in symbols and symbols[name].role in roles
        need(known, f"no {' or '.join(roles)} is called {shown(name)}")
        return str(name)

    return read


def several(*readers: Any) -> Any:
    """A reader of lists, each of whose entries has a reader; of any length for one reader."""

    def read(form: Any, symbols: Any = None, depth: int = 0) -> tuple[Any, ...]:
        need(isinstance(form, list), f"{shown(form)} is no list")
        each = readers * len(form) if len(readers) == 1 else readers
        need(len(form) == len(each), f"{shown(form)} has the wrong number of parts")
        return tuple(one(part, symbols, depth) for one, part in zip(each, form, strict=True))

    return read


def tree(form: Any, symbols: dict[str, Symbol], depth: int = 0) -> Tree:
    """An expression in prefix form; ``MalformedError`` where it is none."""
    need(depth < MOST_DEPTH, f"an expression is nested more than {MOST_DEPTH} deep")
    if type(form) is int:
        return integer(form)
    if isinstance(form, str):
        return VALUE(form, symbols)
    need(isinstance(form, list) and form and isinstance(form[0], str), f"{shown(form)}: no tree")
    head, parts = form[0], form[1:]
    shape = FORMS.get(head, "?")
    need(shape != "?", f"nothing is called {shown(head)}")
    if shape.endswith("*"):
        shape = shape[:-1] + shape[-2] * (len(parts) - len(shape) + 1)
    need(len(parts) == len(shape), f"{head} has the wrong number of parts")
    made = [PART[kind](part, symbols, depth + 1) for kind, part in zip(shape, parts, strict=True)]
    if head == "q":
        need(made[1] > 0, f"{shown(form)} is no fraction")
        return as_tree(Fraction(*made))
    if head in ("call", "jet"):
        places = len(symbols[made[0]].arguments)
        fine = len(made) == places + (1 if head == "call" else 2) and places
        need(fine and (head == "call" or len(made[1]) == places), f"{made[0]} has other arguments")
    if head == "subs":
        return put(made[0], dict(made[1:]))
    folded = made[0] if made else None
    for one in made[1:] if head in ("int", "diff") else ():
        folded = ("int", folded, one) if head == "int" else derivative(folded, *one)
    return folded if head in ("int", "diff") else (head, *made)


def order(value: Any, *_: Any) -> int:
    """How often something is differentiated."""
    need(type(value) is int and 0 <= value < 20, f"{shown(value)} is no order of derivation")
    return int(value)


VALUE = named(*VALUES)
PART = {
    "t": tree,
    "n": integer,
    "v": VALUE,
    "s": named("set"),
    "f": named("function"),
    "o": several(order),
    "b": several(VALUE, tree, tree),
    "d": several(VALUE, order),
    "u": several(VALUE, tree),
}
#: The parts of each kind of relation.
_INTERVAL = {"expression": tree, "low": rational, "high": rational, "unit": text, "wording": text}
FIELDS: dict[str, dict[str, Any]] = {
    **{kind: {"sides": several(tree)} for kind in ("Equal", "SameOrder", "Rough", "NotEqual")},
    **{kind: {"sides": several(tree)} for kind in ("Less", "MuchLess", "SameDimension")},
    "Continuous": {"expression": tree, "variable": VALUE, "low": tree, "high": tree},
    "LeadingOrder": {"left": tree, "right": tree, "variable": VALUE, "to": tree},
    "Tends": {"expression": tree, "limit": tree, "variable": VALUE, "to": tree},
    "Independent": {"expression": tree, "of": several(VALUE), "holding": several(VALUE)},
    "Within": _INTERVAL,
    "Attains": _INTERVAL,
    "Semiquantitative": {},
    "Consistent": {},
    "Refers": {"to": several(text), "among": several(text)},
}
CHAINS = {kind for kind, fields in FIELDS.items() if "sides" in fields}


def relation(record: Any, symbols: dict[str, Symbol]) -> Relation:
    """A relation as written."""
    fine = isinstance(record, list) and len(record) == 2 and isinstance(record[1], dict)
    fine = fine and isinstance(record[0], str) and record[0] in FIELDS
    need(fine and set(record[1]) == set(FIELDS[record[0]]), f"{shown(record)} is no relation")
    kind, given = record
    values = {name: read(given[name], symbols) for name, read in FIELDS[kind].items()}
    if kind in CHAINS:
        need(len(values["sides"]) >= 2, f"{kind} has fewer than two sides")
        return Relation(kind, values["sides"])
    trees = tuple(values[name] for name, read in FIELDS[kind].items() if read is tree)
    return Relation(kind, trees, values)


def links_of(one: Relation) -> list[Relation]:
    """A chain as relations of two scalar sides each; anything else is itself."""
    if one.kind not in CHAINS:
        return [one]
    found = []
    for pair in zip(one.sides, one.sides[1:], strict=False):
        vectors = [isinstance(side, tuple) and side[0] == "vector" for side in pair]
        need(vectors[0] == vectors[1] and (not vectors[0] or len(pair[0]) == len(pair[1])), "odd")
        both = zip(pair[0][1:], pair[1][1:], strict=True) if vectors[0] else [pair]
        found += [one._replace(sides=tuple(sides)) for sides in both]
    return found


def dimension_of(record: Any) -> dict[str, Fraction]:
    """A dimension as written: exponents by base dimension."""
    need(isinstance(record, dict), f"{shown(record)} is no dimension")
    return {name: rational(value) for name, value in record.items() if rational(value)}


def declared(records: Any) -> dict[str, Symbol]:
    """The symbol table of an obligation."""
    need(isinstance(records, list) and all(isinstance(r, dict) for r in records), "no symbols")
    symbols: dict[str, Symbol] = {}
    for one in records:
        name, role, sign = one.get("name"), one.get("role"), one.get("sign")
        fine = isinstance(name, str) and name and not name.startswith("#") and name not in symbols
        need(fine, f"{shown(name)} is no name, or is declared twice")
        need(role in ROLES and sign in SIGNS, f"{name}: unknown role or sign")
        ends, arguments = one.get("range"), one.get("arguments", [])
        need(isinstance(arguments, list), f"{name}: odd arguments")
        symbols[name] = Symbol(
            role,
            sign,
            dimension_of(one["dimension"]) if "dimension" in one else None,
            None if ends is None else several(rational, rational)(ends),
            tuple(map(dimension_of, arguments)),
            one.get("count"),
            one.get("member_of"),
        )
        need(role == "bound" or symbols[name].dimension is not None, f"{name} has no dimension")
    for name, symbol in symbols.items():
        if symbol.count is not None:
            symbols[name] = symbol._replace(count=tree(symbol.count, symbols))
        need(symbol.member_of is None or PART["s"](symbol.member_of, symbols), name)
    return symbols


def obligation(record: dict[str, Any], number: int) -> Obligation:
    """An obligation as written."""
    need(record.get("number") == number, f"obligation {number} has another number")
    symbols = declared(record.get("symbols"))
    facts, bound, decision = (record.get(name) for name in ("facts", "bound", "decision"))
    need(isinstance(facts, list) and type(bound) is int and bound >= 1, "no facts, or no bound")
    fine = isinstance(decision, dict) and decision.get("status") in STATUSES
    need(fine, f"obligation {number} has no decision")
    need(record.get("asks") in ("relation", "dimensions", "not zero"), "it asks for nothing known")
    read = [relation(fact, symbols) for fact in facts]
    goal = relation(record.get("goal"), symbols)
    links = links_of(goal)
    need(links == [goal], "the goal is a chain")
    proof = decision.get("proof")
    room = proof.get("room", ROOM) if isinstance(proof, dict) else ROOM
    need(type(room) is int and 0 < room <= MOST_ROOM, "odd room")
    standard = {
        standard_name(sign, over, k): Symbol("bound", sign, member_of=over)
        for sign in SIGNS
        for over in (None, *(n for n, s in symbols.items() if s.role == "set"))
        for k in range(9)
    }
    return Obligation(
        number, record["asks"], goal, tuple(read), bound, symbols | standard, decision, room
    )


STATUSES = ("proved", "refuted", "undecided")


def standard_name(sign: str, over: str | None, number: int) -> str:
    """A name for a bound variable that says all that is known of it."""
    return f"#{sign}.{over or ''}.{number}"


# -- 2. trees -------------------------------------------------------------------------


def as_tree(number: Fraction) -> Tree:
    """A rational number as a tree."""
    return number.numerator if number.denominator == 1 else ("q", *number.as_integer_ratio())


def as_number(form: Tree) -> Fraction | None:
    """The rational number that a tree is as it stands."""
    if isinstance(form, int):
        return Fraction(form)
    return Fraction(*form[1:]) if isinstance(form, tuple) and form[0] == "q" else None


def is_binder(form: Tree) -> bool:
    """Whether a tree is a sum or an integral, with a variable of its own."""
    return isinstance(form, tuple) and form[0] in ("int", "total")


def bound(form: Tree) -> tuple[str, tuple[Tree, ...]]:
    """The variable of a sum or an integral, and what else stands beside the body."""
    return (form[2][0], form[2][1:]) if form[0] == "int" else (form[2], (form[3],))


def bind(head: str, body: Tree, name: str, others: tuple[Tree, ...]) -> Tree:
    """The sum over a set, or the integral between limits, of a body."""
    return ("int", body, (name, *others)) if head == "int" else ("total", body, name, *others)


def free(form: Tree) -> set[str]:
    """The free symbols, functions and sets of a tree."""
    if isinstance(form, str):
        return {form}
    if not isinstance(form, tuple) or form[0] == "q":
        return set()
    if is_binder(form):
        name, others = bound(form)
        return (free(form[1]) - {name}).union(*map(free, others))
    parts = (form[1], *form[3:]) if form[0] == "jet" else form[1:]
    return set().union(*map(free, parts))


def put(form: Tree, values: dict[str, Tree]) -> Tree:
    """The tree with ``values`` for symbols, none caught by a bound variable."""
    if isinstance(form, str):
        return values.get(form, form)
    if not isinstance(form, tuple) or form[0] == "q":
        return form
    if is_binder(form):
        name, others = bound(form)
        inner = {s: v for s, v in values.items() if s != name and s in free(form[1])}
        sure(not any(name in free(v) for v in inner.values()), f"a value would be caught by {name}")
        outer = tuple(put(x, values) for x in others) if form[0] == "int" else others
        return bind(form[0], put(form[1], inner), name, outer)
    kept = {"call": 2, "jet": 3}.get(form[0], 1)
    return (*form[:kept], *(put(part, values) for part in form[kept:]))


U = "u"
#: Functions written by others, u being the argument; and the derivatives of all.
_PLUS, _MINUS = ("exp", ("*", ("i",), U)), ("exp", ("*", -1, ("i",), U))
_UP, _DOWN = ("exp", U), ("exp", ("*", -1, U))
_EVEN, _ODD = ("+", _PLUS, _MINUS), ("+", _PLUS, ("*", -1, _MINUS))
_COSH, _SINH = ("+", _UP, _DOWN), ("+", _UP, ("*", -1, _DOWN))


def over(top: Tree, bottom: Tree) -> Tree:
    """A quotient."""
    return ("*", top, ("^", bottom, -1))


WRITTEN: dict[str, Tree] = {
    "e": ("exp", 1),
    "sin": over(_ODD, ("*", 2, ("i",))),
    "cos": over(_EVEN, 2),
    "tan": over(_ODD, ("*", ("i",), _EVEN)),
    "cot": over(("*", ("i",), _EVEN), _ODD),
    "sec": over(2, _EVEN),
    "csc": over(("*", 2, ("i",)), _ODD),
    "sinh": over(_SINH, 2),
    "cosh": over(_COSH, 2),
    "tanh": over(_SINH, _COSH),
    "coth": over(_COSH, _SINH),
    "Abs": ("^", ("^", U, 2), ("q", 1, 2)),
}
SLOPES: dict[str, Tree] = {
    "exp": ("exp", U),
    "log": ("^", U, -1),
    "sin": ("cos", U),
    "cos": ("*", -1, ("sin", U)),
    "tan": ("+", 1, ("^", ("tan", U), 2)),
    "cot": ("+", -1, ("*", -1, ("^", ("cot", U), 2))),
    "sinh": ("cosh", U),
    "cosh": ("sinh", U),
    "tanh": ("+", 1, ("*", -1, ("^", ("tanh", U), 2))),
}


def derivative(form: Tree, x: str, times: int = 1) -> Tree:
    """The derivative of a tree by a symbol, ``times`` over."""
    for _ in range(times):
        form = _slope(form, x)
    return form


def _slope(form: Tree, x: str) -> Tree:
    if form == x:
        return 1
    if x not in free(form):
        return 0
    head, parts = form[0], form[1:]
    if head == "+":
        return ("+", *(_slope(part, x) for part in parts))
    if head == "*":
        rest = [(*parts[:k], *parts[k + 1 :]) for k in range(len(parts))]
        return ("+", *(("*", _slope(p, x), *r) for p, r in zip(parts, rest, strict=True)))
    if head == "^":
        base, power = parts
        number = as_number(power)
        lower = ("+", power, -1) if number is None else as_tree(number - 1)
        by_base = ("*", power, ("^", base, lower), _slope(base, x))
        by_power = ("*", form, ("log", base), _slope(power, x))
        return by_base if x not in free(power) else ("+", by_base, by_power)
    if head in SLOPES:
        return ("*", put(SLOPES[head], {U: parts[0]}), _slope(parts[0], x))
    if head in ("call", "jet"):
        arguments = parts[1:] if head == "call" else parts[2:]
        orders = (0,) * len(arguments) if head == "call" else parts[1]
        more = [(*orders[:k], n + 1, *orders[k + 1 :]) for k, n in enumerate(orders)]
        each = zip(more, arguments, strict=True)
        return ("+", *(("*", ("jet", parts[0], m, *arguments), _slope(a, x)) for m, a in each))
    if head == "total":
        return ("total", _slope(parts[0], x), *parts[1:])
    if head == "int":
        y, low, high = parts[1]
        sure(x not in free(parts[0]) or "oo" not in repr(form), "the slope of an improper integral")
        upper, lower_ = (
            ("*", put(parts[0], {y: end}), _slope(end, x)) if x in free(end) else 0
            for end in (high, low)
        )
        inner = ("int", _slope(parts[0], x) if x != y else 0, (y, low, high))
        return ("+", inner, upper, ("*", -1, lower_))
    raise UnclearError(f"the derivative of {head}")


# -- 3. dimensions --------------------------------------------------------------------

Dimension = Any  # exponents by base dimension; None for zero and infinity, which have any


class MismatchError(Exception):
    """Things of different dimension are added or compared."""


def times(one: Dimension, other: Dimension, power: Any = 1) -> Dimension:
    """One · other^power."""
    total = {n: one.get(n, 0) + other.get(n, 0) * Fraction(power) for n in {*one, *other}}
    return {name: exponent for name, exponent in total.items() if exponent}


def agreed(forms: Any, symbols: Any, what: str) -> Dimension:
    """The one dimension of all trees."""
    known = [one for one in (dimension(form, symbols) for form in forms) if one is not None]
    if any(one != known[0] for one in known):
        raise MismatchError(f"{what} is of different dimensions")
    return known[0] if known else None


def dimension(form: Tree, symbols: dict[str, Symbol]) -> Dimension:
    """The dimension of a tree; ``MismatchError`` where it has none."""
    if form in (0, INFINITY):
        return None
    if isinstance(form, str):
        if symbols[form].dimension is None:
            raise MismatchError(f"the dimension of {form} is not known")
        return symbols[form].dimension
    if as_number(form) is not None or len(form) == 1 or form[0] == "KroneckerDelta":
        return {}
    head, parts = form[0], form[1:]
    if head == "+":
        return agreed(parts, symbols, "a sum")
    if head in ("*", "^"):
        return _product(parts if head == "*" else (form,), symbols)
    if head in ("call", "jet"):
        declared_ = symbols[parts[0]]
        arguments = parts[1:] if head == "call" else parts[2:]
        result = declared_.dimension
        for k, (argument, expected) in enumerate(zip(arguments, declared_.arguments, strict=True)):
            if dimension(argument, symbols) not in (None, expected):
                raise MismatchError(f"an argument of {parts[0]} has not its dimension")
            result = times(result, expected, -parts[1][k] if head == "jet" else 0)
        return result
    if head == "Abs":
        return dimension(parts[0], symbols)
    if is_binder(form):
        name, others = bound(form)
        measure = symbols[others[0]].dimension if head == "total" else None
        span = symbols[name].dimension or _place(name, parts[0], symbols)
        if head == "int":
            known = [span] if span is not None else []
            known += [one for end in others if (one := dimension(end, symbols)) is not None]
            if any(one != known[0] for one in known):
                raise MismatchError(f"the limits of {name} have not its dimension")
            measure = span = known[0] if known else {}
        inside = {**symbols, name: symbols[name]._replace(dimension={} if span is None else span)}
        one = dimension(parts[0], inside)
        return None if one is None else times(one, measure)
    for part in parts:
        if dimension(part, symbols):
            raise MismatchError(f"an argument of {head} is no pure number")
    return {}


def _product(factors: Any, symbols: dict[str, Symbol]) -> Dimension:
    """A product of powers; x^n · a^(−n) has a dimension for equal dimensions of x and a only."""
    result: Dimension = {}
    raised: dict[Any, Dimension] = {}
    for factor in factors:
        is_power = isinstance(factor, tuple) and factor[0] == "^"
        base, power = factor[1:] if is_power else (factor, 1)
        one = dimension(base, symbols)
        if one is None:
            return None
        for term in power[1:] if isinstance(power, tuple) and power[0] == "+" else (power,):
            parts = term[1:] if isinstance(term, tuple) and term[0] == "*" else (term,)
            coefficient, rest = Fraction(1), []
            for part in parts:
                number = as_number(part)
                coefficient *= 1 if number is None else number
                rest += [part] if number is None else []
                if dimension(part, symbols):
                    raise MismatchError("an exponent is no pure number")
            key = tuple(sorted(rest, key=repr))
            if rest:
                raised[key] = times(raised.get(key, {}), one, coefficient)
            else:
                result = times(result, one, coefficient)
    if any(raised.values()):
        raise MismatchError("something with a dimension is raised to a power that is not known")
    return result


def _place(name: str, form: Tree, symbols: dict[str, Symbol]) -> Dimension:
    """The dimension of a bound variable that is not declared: that of a function's argument."""
    if not isinstance(form, tuple):
        return None
    if form[0] == "call":
        for argument, expected in zip(form[2:], symbols[form[1]].arguments, strict=True):
            if argument == name:
                return expected
    return next((d for part in form[1:] if (d := _place(name, part, symbols)) is not None), None)


#: Units in gram, centimetre, second, kelvin (Gaussian): size, and exponents of these four.
UNITS = {
    "cm": ("1", 0, 1, 0, 0),
    "m": ("100", 0, 1, 0, 0),
    "km": ("100000", 0, 1, 0, 0),
    "nm": ("1/10000000", 0, 1, 0, 0),
    "angstrom": ("1/100000000", 0, 1, 0, 0),
    "g": ("1", 1, 0, 0, 0),
    "kg": ("1000", 1, 0, 0, 0),
    "s": ("1", 0, 0, 1, 0),
    "Hz": ("1", 0, 0, -1, 0),
    "K": ("1", 0, 0, 0, 1),
    "erg": ("1", 1, 2, -2, 0),
    "J": ("10000000", 1, 2, -2, 0),
    "eV": ("1602176634e-21", 1, 2, -2, 0),
    "meV": ("1602176634e-24", 1, 2, -2, 0),
    "keV": ("1602176634e-18", 1, 2, -2, 0),
    **dict.fromkeys(("statcoulomb", "statC"), ("1", "1/2", "3/2", -1, 0)),
    "gauss": ("1", "1/2", "-1/2", -1, 0),
}


def unit(name: str) -> tuple[Fraction, Dimension]:
    """The size and dimension of a product of powers of units, like erg*s or 1/cm**3."""
    size, sign, total = Fraction(1), 1, dict[str, Fraction]()
    for part in name.replace("**", "^").replace("*", " * ").replace("/", " / ").split():
        if part in "*/":
            sign = 1 if part == "*" else -1
            continue
        base, _, power = part.partition("^")
        fine = base in UNITS and (not power or power.removeprefix("-").isdecimal())
        sure((fine or part == "1") and len(power) < 3, f"the unit {shown(part)} is not known")
        if fine:
            exponent = sign * int(power or 1)
            value, *exponents = UNITS[base]
            size *= Fraction(value) ** exponent
            names = ("mass", "length", "time", "temperature")
            total = times(total, dict(zip(names, map(Fraction, exponents), strict=True)), exponent)
        sign = 1
    return size, total


def mismatch(goal: Relation, symbols: dict[str, Symbol]) -> str:
    """What is wrong with the dimensions of a relation; nothing if they agree."""
    try:
        if goal.kind in ("Within", "Attains"):
            expected = unit(goal.more["unit"])[1]
            fine = dimension(goal.sides[0], symbols) in (None, expected)
            return "" if fine else "it has not the dimension of its unit"
        if goal.kind in ("Continuous", "Independent"):
            dimension(goal.sides[0], symbols)
        else:
            agreed(goal.sides[:2], symbols, "the comparison")
        for name in {"to", "low", "high"} & set(goal.more) if "variable" in goal.more else ():
            agreed((goal.more["variable"], goal.more[name]), symbols, "the limit")
    except KeyError as missing:
        return f"{missing} has no part to play here"
    except MismatchError as found:
        return str(found)
    return ""


# -- 4. fractions ---------------------------------------------------------------------


@cache
def ring(room: int) -> tuple[Any, Any]:
    """The ring of polynomials in so many generators over the rational numbers, and these."""
    found = fmpq_mpoly_ctx.get([f"g{k}" for k in range(room)], Ordering.lex)
    return found, found.gens()


class Atom(NamedTuple):
    """What a generator stands for: a tree whose head is no arithmetic, and what is known of it."""

    form: Tree
    kind: str
    label: Any
    parts: tuple[Any, ...]
    positive: bool
    nonnegative: bool
    real: bool


class Frac:
    """A fraction of two polynomials in the generators of a theory, the lower never zero."""

    __slots__ = ("den", "num", "theory")

    def __init__(self, theory: Theory, num: Any, den: Any = None, plain: bool = False) -> None:
        num = num if plain else theory.reduced(num)
        sure(len(num) <= MOST_TERMS, "a fraction has too many terms")
        if den is None:
            den = theory.one
        elif den is not theory.one and not den.is_one():
            den = den if plain else theory.reduced(den)
            sure(not den.is_zero() and len(den) <= MOST_TERMS, "a denominator is zero, or long")
            common = den if den.is_constant() else num.gcd(den)
            num, den = num / common, den / common
            lead = den.leading_coefficient()
            num, den = (num, den) if lead == 1 else (num / lead, den / lead)
        self.theory, self.num, self.den = theory, num, den

    def __add__(self, other: Frac) -> Frac:
        if self.den == other.den:
            return Frac(self.theory, self.num + other.num, self.den, plain=True)
        num = _times(self.num, other.den) + _times(other.num, self.den)
        return Frac(self.theory, num, _times(self.den, other.den))

    def __sub__(self, other: Frac) -> Frac:
        return self + Frac(self.theory, -other.num, other.den, plain=True)

    def __mul__(self, other: Frac) -> Frac:
        return Frac(self.theory, _times(self.num, other.num), _times(self.den, other.den))

    def __truediv__(self, other: Frac) -> Frac:
        return Frac(self.theory, _times(self.num, other.den), _times(self.den, other.num))

    def __pow__(self, n: int) -> Frac:
        num, den = (self.num, self.den) if n >= 0 else (self.den, self.num)
        for poly in (num, den):
            terms = min(len(poly), 50)
            fine = comb(terms + abs(n) - 1, abs(n)) <= MOST_TERMS if terms > 1 else True
            sure(fine and abs(n) <= 50 * MOST_EXPONENT, "a power has too many terms")
        return Frac(self.theory, num ** abs(n), den ** abs(n))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Frac):
            return False
        same = self.num == other.num and self.den == other.den
        return same or bool(self.theory.relations and (self - other).zero())

    __hash__ = None  # type: ignore[assignment]

    def zero(self) -> bool:
        """Whether it is zero."""
        return bool(self.num.is_zero())

    def number(self) -> Fraction | None:
        """The rational number that it is, if it is one."""
        if self.zero():
            return Fraction(0)
        plain = self.num.is_constant() and self.den.is_constant()
        return rational_of(self.num.leading_coefficient()) if plain else None

    def gens(self) -> set[int]:
        """The generators that occur."""
        pairs = zip(self.num.degrees(), self.den.degrees(), strict=True)
        return {g for g, (above, below) in enumerate(pairs) if above > 0 or below > 0}

    def monomial(self) -> tuple[Fraction, dict[int, int]] | None:
        """Coefficient and exponents, if it is one term over one term."""
        if len(self.num) != 1 or len(self.den) != 1:
            return None
        pairs = zip(self.num.degrees(), self.den.degrees(), strict=True)
        powers = {g: int(a) - int(b) for g, (a, b) in enumerate(pairs) if a != b}
        return rational_of(self.num.leading_coefficient()), powers

    def tree(self) -> Tree:
        """An expression for it."""
        top, bottom = (_sum(self.theory, poly) for poly in (self.num, self.den))
        return top if bottom == 1 else over(top, bottom)


def _sum(theory: Theory, poly: Any) -> Tree:
    summands = []
    for c, powers in terms(poly):
        forms = [(theory.atoms[g].form, e) for g, e in powers]
        factors = [form if e == 1 else ("^", form, e) for form, e in forms]
        factors += [as_tree(c)] if c != 1 or not factors else []
        summands.append(("*", *factors) if len(factors) > 1 else factors[0])
    return ("+", *summands) if len(summands) > 1 else (summands or [0])[0]


def _times(one: Any, other: Any) -> Any:
    sure(len(one) * len(other) <= MOST_TERMS**2, "a product has too many terms")
    return one * other


def rational_of(value: Any) -> Fraction:
    """A rational number of flint's."""
    return Fraction(int(value.p), int(value.q))


def terms(poly: Any) -> list[tuple[Fraction, list[tuple[int, int]]]]:
    """Coefficients and powers of generators, term by term."""
    return [(rational_of(c), [(g, int(e)) for g, e in enumerate(m) if e]) for m, c in poly.terms()]


class Theory:
    """What one expression after another is known to be equal to.

    The value of a tree is a fraction in generators.  Every rule and every relation holds for
    all values of the symbols for which the facts hold, and of the variables whatever they
    are; what is divided by is known not to vanish.  So trees of the same value are equal.
    """

    def __init__(self, given: Obligation, point: dict[str, Fraction] | None = None) -> None:
        self.symbols, self.point = given.symbols, point or {}
        self.ring, self.gens = ring(given.room)
        self.one = self.ring.constant(1)
        self.atoms: list[Atom] = []
        self.relations: dict[int, tuple[int, Any]] = {}
        self.rules: dict[int, Tree] = {}
        self.memo: dict[Tree, Frac] = {}
        self.busy: set[Tree] = set()
        #: Trees that are > 0, ≥ 0 or ≠ 0, and pairs of equal trees.
        self.said: list[tuple[Tree, str]] = []
        self.equations: list[tuple[Tree, Tree] | None] = []
        self.done: list[tuple[Tree, Tree]] = []
        self.h = ""
        self.confined: set[str] = set()

    def learn(self, links: list[Relation]) -> None:
        """Take what the facts say: equations, signs, and that they make sense.

        What a fact divides by does not vanish, unless it is one about all values of a
        variable, which speaks of those only for which it makes sense.
        """
        confining = (*CONFINING, "Within")
        self.confined = {
            n for x in links if x.kind in confining for side in x.sides for n in free(side)
        }
        self.equations = [link.sides if link.kind == "Equal" else None for link in links]
        for link in links:
            if link.kind in (*confining, "Equal") and not any(
                self.general(n) for side in link.sides for n in free(side)
            ):
                for side in link.sides[:2]:
                    self.said += [(form, how) for form, how in needs(side) if free(form)]
        for link in links:
            if link.kind in CONFINING:
                low, high = link.sides
                positive = link.kind == "Less" or self.sign_of(low) > 0 or self.sign_of(high) > 0
                gap = ("+", high, ("*", -1, low))
                if link.kind == "NotEqual" or positive:
                    self.said.append((gap, "≠" if link.kind == "NotEqual" else ">"))

    def general(self, name: str) -> bool:
        """Whether the facts hold for all values of the symbol."""
        return self.symbols[name].role == "variable" and name not in self.confined

    def reduced(self, poly: Any) -> Any:
        """The polynomial with g^n replaced as the relations say."""
        again = bool(self.relations) and not poly.is_constant()
        while again:
            degrees, again = poly.degrees(), False
            for g in sorted(self.relations, reverse=True):
                n, value = self.relations[g]
                if degrees[g] >= n:
                    parts: dict[int, dict[Any, Any]] = {}
                    for exponents, coefficient in poly.terms():
                        quotient, rest = divmod(int(exponents[g]), n)
                        kept = (*exponents[:g], rest, *exponents[g + 1 :])
                        parts.setdefault(quotient, {})[kept] = coefficient
                    poly = sum(
                        (_times(self.ring.from_dict(p), value**q) for q, p in parts.items()),
                        self.ring.constant(0),
                    )
                    again = True
                    break
        return poly

    # from trees to fractions

    def constant(self, value: Fraction | int) -> Frac:
        """A rational number."""
        value = Fraction(value)
        return Frac(self, self.ring.constant(fmpq(value.numerator, value.denominator)), plain=True)

    def gen(self, g: int) -> Frac:
        """A generator, or what it is known to be."""
        rule = self.rules.get(g)
        return Frac(self, self.gens[g], plain=True) if rule is None else self.value(rule)

    def value(self, form: Tree) -> Frac:
        """The fraction that a tree is; ``UnclearError`` where it may not be defined."""
        if form not in self.memo:
            self.memo[form] = self._value(form)
        return self.memo[form]

    def _value(self, form: Tree) -> Frac:
        number = as_number(form)
        if number is not None:
            return self.constant(number)
        if isinstance(form, str):
            return self.gen(self.generator(form))
        head, parts = form[0], form[1:]
        if head in ("+", "*"):
            result = self.constant(0 if head == "+" else 1)
            for part in parts:
                result = result + self.value(part) if head == "+" else result * self.value(part)
            return result
        if head == "^":
            return self._power(*parts)
        if head in WRITTEN:
            sure(head != "Abs" or self.real(self.value(parts[0])), "|x| of what may not be real")
            return self.value(put(WRITTEN[head], {U: parts[0]} if parts else {}))
        if head == "Heaviside" and (sign := self.sign_of(parts[0])):
            return self.constant(Fraction(1 + sign, 2))
        if head == "KroneckerDelta":
            gap = self.value(parts[0]) - self.value(parts[1])
            if gap.zero() or self.nonzero(gap):
                return self.constant(int(gap.zero()))
        return self.gen(self.generator(form))

    def _power(self, base: Tree, exponent: Tree) -> Frac:
        number = as_number(exponent)
        value = self.value(base)
        if number is None:
            sure(self.sign(value) > 0, "a power of something that is not known to be positive")
            return self.value(("exp", ("*", exponent, ("log", base))))
        sure(abs(number.numerator) <= MOST_EXPONENT, "an exponent is too large")
        sure(number.denominator <= MOST_EXPONENT, "a root is too fine")
        if number < 0 and not self.nonzero(value):
            raise UnclearError("it is divided by what may vanish", value, "≠")
        if number.denominator > 1:
            value = self.gen(self.generator(("^", base, ("q", 1, number.denominator))))
        return value**number.numerator

    def generator(self, form: Tree) -> int:
        """The generator of a symbol, a root, or what else no arithmetic looks into."""
        if isinstance(form, str):
            symbol = self.symbols[form]
            positive = symbol.sign.startswith("positive")
            sign = (positive, positive or symbol.sign == "nonnegative", symbol.sign != "any")
            return self._atom("symbol", form, (), *sign)
        head, parts = form[0], form[1:]
        if head == "^":
            base = self.value(parts[0])
            if not self.nonnegative(base):
                raise UnclearError("a root of what may be negative", base, "≥")
            return self._atom("^", parts[1][2], (base,), self.sign(base) > 0, True, True)
        if head in ("int", "total"):
            return self._binder(form)
        if head == "bounded":
            return self._atom(head, parts[0], (), False, False, False)
        if head in ("call", "jet"):
            arguments = tuple(map(self.value, parts[1:] if head == "call" else parts[2:]))
            orders = (0,) * len(arguments) if head == "call" else parts[1]
            real = all(map(self.real, arguments))
            return self._atom("call", (parts[0], orders), arguments, False, False, real)
        label = parts[1] if head == "Heaviside" else None
        inside = tuple(map(self.value, parts[:1] if head == "Heaviside" else parts))
        if head == "log" and self.sign(inside[0]) <= 0:
            raise UnclearError("the logarithm of what may not be positive", inside[0], ">")
        sure(head in PLAIN, f"{head} is not known here")
        real = head in ("pi", "gamma", "log", "KroneckerDelta") or (
            head in ("exp", "Heaviside") and all(map(self.real, inside))
        )
        positive = head in ("pi", "gamma") or (head == "exp" and real)
        return self._atom(head, label, inside, positive, positive or head in ZERO_OR_ONE, real)

    def _binder(self, form: Tree) -> int:
        """A sum or an integral, under a standard name of its variable."""
        head, body = form[:2]
        name, others = bound(form)
        sign: str = self.symbols[name].sign
        ends: tuple[Any, ...] = ()
        within = others[0] if head == "total" else None
        sure(self.symbols[name].member_of in (None, within), f"{name} runs over another set")
        infinite = tuple({INFINITY: 1, MINUS_INFINITY: -1}.get(end, 0) for end in others)
        if head == "int":
            ends = tuple(
                None if far else self.value(end) for end, far in zip(others, infinite, strict=True)
            )
            low = sign not in ("real", "any") and (
                -1 in infinite or not all(self.nonnegative(x) for x in ends if x is not None)
            )
            sure(not low and "integer" not in sign, f"{name} is integrated over what it cannot be")
        k = next(
            k
            for k in range(9)
            if standard_name(sign, within, k) not in free(body) - {name} and k >= height(body)
        )
        standard = standard_name(sign, within, k)
        inside = self.value(put(body, {name: standard}))
        parts = (inside, *(self.constant(0) if end is None else end for end in ends))
        upward = infinite == (0, 1) or (infinite == (0, 0) and self.sign(parts[2] - parts[1]) > 0)
        positive = upward and self.sign(inside) > 0
        return self._atom(
            head, (standard, within or infinite), parts, positive, positive, self.real(inside)
        )

    def _atom(self, kind: str, label: Any, parts: Any, *known: bool) -> int:
        """The generator of these parts, made where there is none."""
        turned = [parts, parts[::-1]] if kind == "KroneckerDelta" else [parts]
        for g, atom in enumerate(self.atoms):
            alike = (atom.kind, atom.label, len(atom.parts)) == (kind, label, len(parts))
            if alike and any(all(map(Frac.__eq__, atom.parts, p)) for p in turned):
                return g
        if len(self.atoms) >= len(self.gens):
            raise RoomError("there are more generators than there is room for")
        g = len(self.atoms)
        self.atoms.append(
            Atom(_form(kind, label, [p.tree() for p in parts]), kind, label, parts, *known)
        )
        relation_ = self._relation(g, kind, label, parts)
        if relation_:
            self.relations[g] = relation_
        return g

    def _relation(self, g: int, kind: str, label: Any, parts: Any) -> tuple[int, Any] | None:
        """What a power of a new generator is: (ᵏ√b)ᵏ = b, i² = −1, exp(iπn)² = 1, δ² = δ."""
        if kind == "^" and parts[0].den.is_one():
            return label, parts[0].num
        if kind == "i":
            return 2, self.ring.constant(-1)
        if kind == "exp" and self.whole(parts[0] / (self.value(("i",)) * self.value(("pi",)))):
            return 2, self.one
        idempotent = kind == "Heaviside" and (label in (0, 1) or self.nonzero(parts[0]))
        return (2, self.gens[g]) if idempotent or kind == "KroneckerDelta" else None

    # what is known of fractions

    def real(self, value: Frac) -> bool:
        """Whether it is made of real things."""
        return all(self.atoms[g].real for g in value.gens())

    def inside(self, value: Frac) -> Iterator[Atom]:
        """What a fraction is made of, and what that is made of."""
        for g in value.gens():
            yield self.atoms[g]
            for part in self.atoms[g].parts:
                yield from self.inside(part)

    def whole(self, value: Frac) -> bool:
        """Whether it is a polynomial in integers, with integer coefficients."""
        named_ = [(self.atoms[g].kind, self.atoms[g].label) for g in value.gens()]
        return (
            value.den.is_one()
            and all(c.denominator == 1 for c, _ in terms(value.num))
            and all(k == "symbol" and "integer" in self.symbols[n].sign for k, n in named_)
        )

    def plain(self, value: Frac) -> int:
        """The sign that all terms have in common, above and below, if they have one."""
        return self._plain(value.num) * self._plain(value.den)

    def _plain(self, poly: Any) -> int:
        signs, strict = set(), False
        for c, powers in terms(poly):
            signs.add(1 if c > 0 else -1)
            atoms = [(self.atoms[g], e) for g, e in powers]
            if not all(a.nonnegative or (a.real and e % 2 == 0) for a, e in atoms):
                return 0
            strict = strict or all(a.positive for a, _ in atoms)
        return signs.pop() if len(signs) == 1 and strict else 0

    def _known(self, *kinds: str) -> Iterator[Frac]:
        """What is said to be > 0, ≥ 0 or ≠ 0."""
        for form, how in list(self.said):
            if how in kinds and form not in self.busy:
                self.busy.add(form)
                try:
                    yield self.value(form)
                except UnclearError:
                    pass
                finally:
                    self.busy.discard(form)

    def sign(self, value: Frac) -> int:
        """+1 or −1 if it has that sign wherever the facts hold, else 0."""
        direct = 0 if value.zero() else self.plain(value) or self._seen(value)
        if direct or value.zero():
            return direct
        if self.h and varies(self, value):
            top, bottom = near(self, value)
            return self.sign(top) * self.sign(bottom)
        return next((s for known in self._known(">") if (s := self.plain(value / known))), 0)

    def sign_of(self, form: Tree) -> int:
        """The sign of a tree, 0 if it is not known, or may have none."""
        try:
            return self.sign(self.value(form))
        except UnclearError:
            return 0

    def at_point(self, value: Frac) -> acb:
        """A ball around a number, or around what is one at the point of a model."""
        form = value.tree()
        try:
            return ball(form, self.point) if free(form) <= self.point.keys() else acb("nan")
        except UnclearError:
            return acb("nan")

    def _seen(self, value: Frac) -> int:
        """The sign of a number, or of what is one at the point of a model."""
        found = self.at_point(value)
        if not found.imag.contains(0) or not self.real(value):
            return 0
        return 1 if found.real > 0 else -1 if found.real < 0 else 0

    def nonzero(self, value: Frac) -> bool:
        """Whether it vanishes nowhere where the facts hold."""

        def never(one: Frac) -> bool:
            kinds = [self.atoms[g] for g in Frac(self, one.num).gens()]
            return len(one.num) == 1 and all(a.positive or a.kind in ("exp", "i") for a in kinds)

        if value.zero() or never(value):
            return not value.zero()
        content = Frac(self, value.num.term_content(), plain=True)
        if len(value.num) > 1 and not content.num.is_constant():
            rest = Frac(self, value.num / content.num, plain=True)
            return self.nonzero(content) and self.nonzero(rest)
        if excludes_zero(self.at_point(value)):
            return True
        if self.h and varies(self, value) and all(map(self.nonzero, near(self, value))):
            return True
        return bool(self.sign(value)) or any(
            never(value / known) or self.plain(value / known)
            for known in self._known(">", "≠")
            if not known.zero()
        )

    def nonnegative(self, value: Frac) -> bool:
        """Whether it is negative nowhere where the facts hold."""
        if value.zero() or self.sign(value) > 0 or any(value == k for k in self._known("≥")):
            return True
        return self._plain(value.den) > 0 and all(
            c > 0
            and all(self.atoms[g].nonnegative or (self.atoms[g].real and e % 2 == 0) for g, e in p)
            for c, p in terms(value.num)
        )


PLAIN = {"pi", "gamma", "i", "exp", "log", "Heaviside", "KroneckerDelta"}
PLAIN |= {"besselj", "bessely", "besseli", "besselk"}
ZERO_OR_ONE = {"KroneckerDelta"}
CONFINING = ("Less", "MuchLess", "NotEqual")
MINUS_INFINITY = ("*", -1, INFINITY)


def _form(kind: str, label: Any, parts: list[Tree]) -> Tree:
    """The tree of a generator."""
    if kind == "symbol":
        return label
    if kind == "^":
        return ("^", parts[0], ("q", 1, label))
    if kind == "call":
        plain = not any(label[1])
        return ("call", label[0], *parts) if plain else ("jet", *label, *parts)
    if kind == "total":
        return ("total", parts[0], *label)
    if kind == "int":
        infinity = {1: INFINITY, -1: MINUS_INFINITY}
        ends = (infinity.get(i, p) for i, p in zip(label[1], parts[1:], strict=True))
        return ("int", parts[0], (label[0], *ends))
    return (kind, *parts) if label is None else (kind, *parts, label)


def height(form: Tree) -> int:
    """How many sums and integrals stand within each other in a tree."""
    if not isinstance(form, tuple):
        return 0
    return is_binder(form) + max((height(part) for part in form[1:]), default=0)


def needs(form: Tree) -> Iterator[tuple[Tree, str]]:
    """What must be > 0, ≥ 0 or ≠ 0 for a tree to be defined, from its parts up."""
    if not isinstance(form, tuple) or form[0] == "q" or is_binder(form):
        return
    for part in form[3 if form[0] == "jet" else 1 :]:
        yield from needs(part)
    if form[0] == "log":
        yield form[1], ">"
    if form[0] in WRITTEN:
        yield from ((put(x, {U: form[1]}), how) for x, how in needs(WRITTEN[form[0]]))
    if form[0] == "^":
        number = as_number(form[2])
        fraction = number is None or number.denominator > 1
        if fraction or number < 0:
            yield form[1], (">" if number is None or number < 0 else "≥") if fraction else "≠"


# -- 5. laws --------------------------------------------------------------------------

LAWS: dict[str, tuple[Any, tuple[Any, ...]]] = {}


def law(*readers: Any) -> Any:
    """A step of a proof: checks what it is given; from then on what it says is known."""

    def enter(check: Any) -> Any:
        LAWS[check.__name__] = check, readers
        return check

    return enter


def follow(theory: Theory, steps: Any) -> None:
    """Go through the steps of a proof."""
    need(isinstance(steps, list), "a proof that is no list of steps")
    for step in steps:
        need(isinstance(step, list) and step and isinstance(step[0], str), "an odd step")
        need(step[0] in LAWS, f"there is no law {shown(step[0])}")
        check, readers = LAWS[step[0]]
        check(theory, *several(*readers, text)([*step[1:], ""], theory.symbols)[:-1])


def equate(theory: Theory, form: Tree, result: Tree) -> None:
    """Let what no arithmetic looks into stand for what it is equal to."""
    theory.done.append((form, result))
    theory.value(result)
    theory.rules[theory.generator(form)] = result
    theory.memo.clear()
    try:
        theory.value(form)
    except RecursionError:
        raise UnclearError(f"{shown(form)} is said to be made of itself") from None


POWERS = several(several(tree, integer))


@law()
def again(theory: Theory) -> None:
    """What was known stays known when more is known of its parts."""
    done, theory.done = theory.done, []
    for form, result in done:
        equate(theory, form, result)


def instance(theory: Theory, k: int, values: dict[str, Tree]) -> tuple[Tree, Tree]:
    """An equation, with values for variables for all of whose values it holds."""
    need(0 <= k < len(theory.equations) and theory.equations[k], f"there is no equation {k}")
    for name, value in values.items():
        sure(theory.general(name), f"fact {k} does not hold for all values of {name}")
        sure(admissible(theory, theory.symbols[name], value), f"{name} has other values")
    left, right = theory.equations[k] or (0, 0)
    return put(left, values), put(right, values)


def admissible(theory: Theory, symbol: Symbol, form: Tree) -> bool:
    """Whether a tree has values that a symbol may have."""
    value = theory.value(form)
    if symbol.member_of is not None:
        return isinstance(form, str) and theory.symbols[form].member_of == symbol.member_of
    if "integer" in symbol.sign and not theory.whole(value):
        return False
    if symbol.sign.startswith("positive"):
        return theory.sign(value) > 0
    return symbol.sign == "any" or (
        theory.nonnegative(value) if symbol.sign == "nonnegative" else theory.real(value)
    )


@law(integer, several(several(VALUE, tree)), tree, tree, integer, integer)
def fact(theory: Theory, k: int, values: Any, form: Tree, result: Tree, m: int, n: int) -> None:
    """From l = r that a = v: l − r = q·(a − v), q ≠ 0; or (l/r)ⁿ = (a/v)ᵐ, a > 0, v > 0, r ≠ 0.

    The first is meant where m = 0.
    """
    left, right = map(theory.value, instance(theory, k, dict(values)))
    free_ = isinstance(form, str) and (theory.general(form) or theory.symbols[form].role == "bound")
    sure(not free_, f"{shown(form)} takes all its values")
    one, other = theory.value(form), theory.value(result)
    if m == 0:
        quotient = (left - right) / (one - other)
        both = (Frac(theory, quotient.num), Frac(theory, quotient.den))
        sure(all(map(theory.nonzero, both)), f"fact {k} may not fix {shown(form)}")
    else:
        positive = theory.sign(one) > 0 and theory.sign(other) > 0 and theory.nonzero(right)
        sure(positive and n > 0, f"the sides of fact {k}, or {shown(form)}, may vanish")
        sure((left / right) ** n == (one / other) ** m, f"fact {k} says something else")
    if isinstance(form, str) and theory.symbols[form].sign.startswith(("positive", "nonneg")):
        theory.said.append((result, ">" if theory.symbols[form].sign[:3] == "pos" else "≥"))
    equate(theory, form, result)


@law(integer, VALUE)
def derive(theory: Theory, k: int, name: str) -> None:
    """What are equal for all values of a variable have equal derivatives: one more equation."""
    left, right = instance(theory, k, {})
    fine = theory.general(name) and "integer" not in theory.symbols[name].sign
    sure(fine and theory.symbols[name].member_of is None, f"{name} is no variable to derive by")
    theory.equations.append((derivative(left, name), derivative(right, name)))


@law(tree, text, several(several(integer, integer)))
def sign(theory: Theory, form: Tree, how: str, factors: Any) -> None:
    """A product of what is positive, or not zero, is; so is an even power of what is real."""
    rest = value = theory.value(form)
    for k, e in factors:
        need(0 <= k < len(theory.said), "there is no such sign")
        known, said = theory.value(theory.said[k][0]), theory.said[k][1]
        even = e % 2 == 0 and said == "≠" and theory.real(known)
        sure(said == ">" or even or (said, how) == ("≠", "≠"), "its sign is not known")
        rest = rest / known**e
    found = theory.plain(rest)
    sure(how in (">", "≠") and (found > 0 or (found and how == "≠")), "its sign is not seen")
    sure(not value.zero(), "it is zero")
    theory.said.append((form, how))
    theory.memo.clear()


@law(tree, integer, tree)
def root(theory: Theory, base: Tree, n: int, result: Tree) -> None:
    """ⁿ√b = v where vⁿ = b and neither is negative."""
    value, radicand = theory.value(result), theory.value(base)
    sure(n > 1 and value**n == radicand, "it is not the root")
    sure(theory.nonnegative(value) and theory.nonnegative(radicand), "a root may be negative")
    equate(theory, ("^", base, ("q", 1, n)), result)


def logarithm(theory: Theory, form: Tree) -> Frac:
    """What the exponential of it is a tree."""
    if isinstance(form, tuple) and form[0] == "exp":
        return theory.value(form[1])
    if form == ("i",):
        return theory.value(("*", ("q", 1, 2), ("i",), ("pi",)))
    return theory.value(("log", form))


@law(tree, POWERS)
def exp(theory: Theory, form: Tree, powers: Any) -> None:
    """Exp u = Π bⁿ for u = Σ n·log b, where log exp t = t, log i = iπ/2, n is whole."""
    total = theory.constant(0)
    for base, n in powers:
        total = total + theory.constant(n) * logarithm(theory, base)
    sure(total == theory.value(form), "it is another exponential")
    equate(theory, ("exp", form), ("*", *(("^", base, n) for base, n in powers)))


@law(tree, integer, POWERS)
def log(theory: Theory, form: Tree, q: int, powers: Any) -> None:
    """q·log u = Σ n·log b for positive u, b with u^q = Π bⁿ."""
    sure(all(theory.sign_of(base) > 0 for base, _ in powers) and q > 0, "it may not be positive")
    whole = theory.value(("*", *(("^", base, n) for base, n in powers)))
    sure(theory.value(form) ** q == whole, "it is another product")
    logs = (
        (
            "*",
            ("q", n, q),
            base[1] if isinstance(base, tuple) and base[0] == "exp" else ("log", base),
        )
        for base, n in powers
    )
    equate(theory, ("log", form), ("+", *logs))


def opened(form: Tree, *heads: str) -> tuple[str, Tree, str, tuple[Tree, ...]]:
    """A sum or an integral taken apart: its variable has a name of which the facts say nothing."""
    sure(is_binder(form) and form[0] in heads, f"it is no {' and no '.join(heads)}")
    name, others = bound(form)
    sure(name.startswith("#"), f"{name} is a name that the facts speak of")
    return form[0], form[1], name, others


@law(tree, several(several(tree, tree)))
def linear(theory: Theory, form: Tree, pairs: Any) -> None:
    """Sums and integrals are linear: Σ or ∫ of Σ c·f is Σ c·(Σ or ∫ of f), c free of the variable.

    That of 1 is the number of terms, or the length of the interval.
    """
    head, body, name, others = opened(form, "int", "total")
    improper = "oo" in repr(others)
    sure(not improper or len(pairs) == 1, "an improper integral does not come apart")
    total, result = theory.constant(0), []
    for front, part in pairs:
        sure(name not in free(front), f"{name} comes out of its scope")
        total = total + theory.value(front) * theory.value(part)
        one = bind(head, part, name, others)
        if part == 1 and not improper:
            one = theory.symbols[others[0]].count if head == "total" else None
            one = ("+", others[1], ("*", -1, others[0])) if head == "int" else one
            sure(one is not None, "a set of unknown number")
        result.append(("*", front, one))
    sure(total == theory.value(body), "the terms are others")
    equate(theory, form, ("+", *result))


@law(tree, tree, VALUE)
def delta(theory: Theory, form: Tree, rest: Tree, name: str) -> None:
    """Σᵢ δ(i, j)·f(i) = f(j) for a member j of the set."""
    _, body, own, (over_,) = opened(form, "total")
    sure(own != name and theory.symbols[name].member_of == over_, f"{name} is no member")
    product_ = theory.value(("KroneckerDelta", own, name)) * theory.value(rest)
    sure(product_ == theory.value(body), "the terms are others")
    equate(theory, form, put(rest, {own: name}))


@law(tree, tree, VALUE, named("set"))
def swap(theory: Theory, form: Tree, body: Tree, name: str, over_: str) -> None:
    """∫ Σ f = Σ ∫ f between finite limits."""
    _, whole, own, ends = opened(form, "int")
    sure("oo" not in repr(ends), "an improper integral does not come apart")
    sure(name != own and name not in free(ends), "a limit would be caught")
    sure(theory.value(whole) == theory.value(("total", body, name, over_)), "another integrand")
    equate(theory, form, ("total", bind("int", body, own, ends), name, over_))


@law(tree, tree)
def integral(theory: Theory, form: Tree, anti: Tree) -> None:
    """∫ f = F(b) − F(a), where F is continuous from a to b and F′ = f between them."""
    _, body, name, ends = opened(form, "int")
    continuous_in(theory, anti, name, ends)
    sure(theory.value(derivative(anti, name)) == theory.value(body), "its slope is another")
    low, high = (put(anti, {name: end}) for end in ends)
    equate(theory, form, ("+", high, ("*", -1, low)))


@law(tree, integer)
def taylor(theory: Theory, form: Tree, n: int) -> None:
    """For small h > 0 and f smooth at 0: f(h) = Σ f⁽ᵏ⁾(0)·hᵏ/k! for k < n, and O(hⁿ)."""
    h = theory.h
    sure(h and 0 < n < 9 and not height(form), "there is no h that is small, or an integral")
    form = theory.atoms[theory.generator(form)].form
    for part, how in needs(form):
        if h in free(part):
            start = theory.value(put(part, {h: 0}))
            fine = theory.nonzero(start) if how == "≠" else theory.sign(start) > 0
            sure(fine, "it may not be smooth where it is expanded")
    series = [
        ("*", put(derivative(form, h, k), {h: 0}), ("q", 1, factorial(k)), ("^", h, k))
        for k in range(n)
    ]
    rest = ("*", ("bounded", len(theory.done)), ("^", h, n))
    equate(theory, form, ("+", *series, rest))


# -- 6. numbers and models ------------------------------------------------------------


def ball(form: Tree, point: dict[str, Any]) -> acb:
    """A ball that certainly holds the value of a tree at a point."""
    number = as_number(form)
    if isinstance(form, str):
        number = point.get(form)
    if isinstance(number, acb):
        return number
    if number is not None:
        return acb(fmpq(number.numerator, number.denominator))
    if isinstance(form, tuple) and form[0] == "int" and heads(form[1]) <= WHOLE:
        name, ends = bound(form)
        low, high = (ball(end, point) for end in ends)
        return acb.integral(lambda z, _: ball(form[1], {**point, name: z}), low, high)
    sure(isinstance(form, tuple) and not is_binder(form), f"{shown(form)} has no value here")
    head, inside = form[0], [ball(part, point) for part in form[1:] if head_is_plain(form)]
    if head in ("+", "*"):
        total = acb(0 if head == "+" else 1)
        for one in inside:
            total = total + one if head == "+" else total * one
        return total
    if head == "^":
        power = as_number(form[2])
        if power is not None and power.denominator == 1:
            return inside[0] ** int(power)
        real = positive(inside[0])
        if power is not None:
            return acb(real.root(power.denominator)) ** power.numerator
        return (inside[1] * real.log()).exp()
    if head in ("pi", "gamma", "i", "e"):
        known = {"pi": arb.pi, "gamma": arb.const_euler, "e": lambda: arb(1).exp()}
        return acb(0, 1) if head == "i" else acb(known[head]())
    if head == "log":
        return acb(positive(inside[0]).log())
    if head == "Abs":
        return acb(abs(inside[0]))
    if head in BESSEL:
        return getattr(inside[1], BESSEL[head])(inside[0])
    if head in ("Heaviside", "KroneckerDelta"):
        gap = inside[0] if head == "Heaviside" else inside[0] - inside[1]
        sure(excludes_zero(gap) or (head != "Heaviside" and gap == 0), "a jump")
        return acb(int(gap.real > 0)) if head == "Heaviside" else acb(int(bool(gap == 0)))
    sure(head in FORMS and FORMS[head] == "t", f"{head} has no value here")
    return getattr(inside[0], head)()


BESSEL = {f"bessel{letter}": f"bessel_{letter}" for letter in "jyik"}


#: What these make of z has a derivative wherever a ball around it is finite.
WHOLE = {"+", "*", "^", "exp", "i", "pi"}


def heads(form: Tree) -> set[str]:
    """What a tree is made of; a power that is not whole is a root."""
    if not isinstance(form, tuple) or form[0] == "q":
        return set()
    own = {"root"} if form[0] == "^" and not isinstance(form[2], int) else {form[0]}
    return own.union(*map(heads, form[1:]))


def head_is_plain(form: Tree) -> bool:
    """Whether all parts of a tree are trees."""
    return form[0] not in ("call", "jet", "q")


def positive(value: acb) -> arb:
    """The real part of what is certainly positive."""
    sure(value.imag.contains(0) and value.real > 0, "a root or logarithm of what may be negative")
    return value.real


def excludes_zero(value: acb) -> bool:
    """Whether zero is certainly not in the ball."""
    return bool(value.is_finite() and not value.contains(acb(0)))


class Interval(NamedTuple):
    """All numbers between two rational ends, which may be ±∞."""

    low: Any
    high: Any

    def __mul__(self, other: Any) -> Interval:
        ends = [a * b if a and b else Fraction(0) for a in self for b in other]
        return Interval(min(ends), max(ends))

    def plus(self, other: Interval) -> Interval:
        """The sum."""
        return Interval(self.low + other.low, self.high + other.high)

    def power(self, n: int) -> Interval:
        """A whole power; of what may be zero to a negative one, everything on its side."""
        if n < 0:
            whole = self.power(-n)
            ends = [Fraction(0) if abs(e) == inf else 1 / e if e else None for e in whole]
            if whole.low >= 0:
                return Interval(ends[1] or Fraction(0), inf if ends[0] is None else ends[0] or inf)
            return Interval(ends[1], ends[0]) if whole.high < 0 else EVERYTHING
        ends = [end**n for end in self] if n else [Fraction(1)] * 2
        if n % 2 or self.low >= 0 or not n:
            return Interval(*ends)
        return Interval(min(ends) if self.high <= 0 else Fraction(0), max(ends))

    def root(self, n: int) -> Interval:
        """The n-th roots of what is not negative, exact where they are rational."""
        ends = [max(end, Fraction(0)) for end in self]
        return Interval(*(_root(end, n, k) for k, end in enumerate(ends)))

    def meet(self, other: Interval) -> Interval:
        """What is in both."""
        return Interval(max(self.low, other.low), min(self.high, other.high))

    def inside(self, other: Interval) -> bool:
        """Whether all its numbers are in the other."""
        return bool(other.low <= self.low and self.high <= other.high)


EVERYTHING, FROM_ZERO = Interval(-inf, inf), Interval(Fraction(0), inf)


def _root(end: Any, n: int, k: int) -> Any:
    if end == inf or n == 1:
        return end
    whole = [
        round(Fraction(p) ** Fraction(1, n)) if p < 10**15 else 0 for p in end.as_integer_ratio()
    ]
    if Fraction(whole[0] ** n, whole[1] ** n or 1) == end:
        return Fraction(whole[0], whole[1])
    return max(around(arb(fmpq(*end.as_integer_ratio())).root(n))[k], Fraction(0))


def around(value: arb) -> Interval:
    """An interval around a ball."""
    if not value.is_finite():
        return EVERYTHING
    ends = (end.man_exp() for end in (value.lower(), value.upper()))
    return Interval(*(Fraction(int(man)) * Fraction(2) ** int(e) for man, e in ends))


def where(form: Tree, point: dict[str, Fraction]) -> Interval:
    """Where the real value of a tree lies at a point: exactly if it is rational as it stands."""
    number = exact(form, point)
    if number is not None:
        return Interval(number, number)
    found = ball(form, point)
    sure(found.imag.contains(0), "a value that may not be real")
    return around(found.real)


def exact(form: Tree, point: dict[str, Fraction]) -> Fraction | None:
    """The rational value of a tree at a point, if it has one as it stands."""
    number = point.get(form) if isinstance(form, str) else as_number(form)
    if number is not None or not isinstance(form, tuple) or form[0] not in ("+", "*", "^"):
        return number
    parts = [exact(part, point) for part in form[1:]]
    if None in parts or (form[0] == "^" and (parts[1].denominator > 1 or parts == [0, -1])):
        return None
    total = Fraction(form[0] == "*")
    for one in parts if form[0] != "^" else ():
        total = total + one if form[0] == "+" else total * one
    if form[0] == "^":
        return parts[0] ** int(parts[1]) if parts[0] or parts[1] >= 0 else None
    return total


class Statements:
    """What the facts say in numbers: intervals of fractions."""

    def __init__(self, theory: Theory, given: Obligation) -> None:
        self.theory = theory
        self.said: list[tuple[Frac, Interval]] = []
        self.box: dict[int, Interval] = {}
        for link in given.links():
            if link.kind == "Within":
                size = unit(link.more["unit"])[0]
                ends = (link.more[name] * size for name in ("low", "high"))
                self.add(theory.value(link.sides[0]), Interval(*ends))
            elif link.kind in ("Less", "MuchLess"):
                low, high = map(theory.value, link.sides)
                most = Fraction(1, 10 if link.kind == "MuchLess" else 1)
                self.add(high * theory.constant(most) - low, FROM_ZERO)
                if theory.sign(high) > 0:
                    self.add(low / high, Interval(-inf, most))
        names = set().union(*(free(s) for x in (*given.links(), given.goal) for s in x.sides))
        for name in sorted(names):
            symbol = theory.symbols[name]
            for ends in (symbol.range,) if symbol.role in VALUES and symbol.range else ():
                self.add(theory.value(name), Interval(*ends))
            if symbol.role in VALUES and symbol.sign.startswith(("positive", "nonnegative")):
                self.add(theory.value(name), FROM_ZERO)

    def bound(self, form: Tree, q: int, factors: Any) -> None:
        """From intervals of positive s that of a: for a^q = c·Π sⁿ with a number c > 0."""
        rest = value = self.theory.value(form)
        sure(q > 0 and self.theory.nonnegative(value), "it may be negative")
        rest, found = value**q, Interval(Fraction(1), Fraction(1))
        for k, n in factors:
            need(0 <= k < len(self.said), "there is no such interval")
            known, ends = self.said[k]
            sure(self.theory.nonnegative(known) and self.theory.nonzero(known), "not positive")
            rest, found = rest / known**n, found * ends.meet(FROM_ZERO).power(n)
        found = found * enclose(rest, self.box)
        sure(found.low >= 0, "an interval that does not follow")
        self.add(value, found.root(q))

    def add(self, value: Frac, ends: Interval) -> None:
        """Take an interval of a fraction, and of a generator if it is one."""
        single = value.monomial()
        if single and single[0] == 1 and list(single[1].values()) == [1]:
            (g,) = single[1]
            self.box[g] = self.box.get(g, EVERYTHING).meet(ends)
        for k, (known, before) in enumerate(self.said):
            if known == value:
                self.said[k] = known, before.meet(ends)
                return
        self.said.append((value, ends))

    def surely(self, value: Frac, target: Interval, cuts: Any) -> bool:
        """Whether a fraction lies in the target, its symbols being cut in pieces."""
        known = [ends for one, ends in self.said if one == value]
        if any(ends.inside(target) for ends in known):
            return True
        box = self.box
        sure(all(n > 0 for _, n in cuts), "a range in no pieces")
        pieces = [
            [
                (self.theory.generator(name), box[self.theory.generator(name)], k, n)
                for k in range(n)
            ]
            for name, n in cuts
        ]
        for cell in product(*pieces):
            smaller = {
                g: Interval(
                    low + (high - low) * Fraction(k, n), low + (high - low) * Fraction(k + 1, n)
                )
                for g, (low, high), k, n in cell
            }
            if not enclose(value, {**box, **smaller}).inside(target):
                return False
        return True


CUTS = several(several(VALUE, integer))


def enclose(value: Frac, box: dict[int, Interval]) -> Interval:
    """Where a fraction lies, its generators lying in a box."""
    ends = [Interval(Fraction(0), Fraction(0))] * 2
    single = value.monomial()
    polys = (
        [{(): (single[0], list(single[1].items()))}.values()]
        if single
        else [terms(poly) for poly in (value.num, value.den)]
    )
    for k, poly in enumerate(polys):
        for c, powers in poly:
            term = Interval(c, c)
            for g, n in powers:
                term = term * _of(value.theory, g, box).power(n)
            ends[k] = ends[k].plus(term)
    return ends[0] if single else ends[0] * ends[1].power(-1)


def _of(theory: Theory, g: int, box: dict[int, Interval]) -> Interval:
    atom = theory.atoms[g]
    found = FROM_ZERO if atom.nonnegative else EVERYTHING
    if atom.kind == "^":
        found = enclose(atom.parts[0], box).meet(FROM_ZERO).root(atom.label)
    elif atom.kind in ("pi", "gamma"):
        found = around(ball(atom.form, {}).real)
    elif atom.kind in ("exp", "log"):
        inside = enclose(atom.parts[0], box)
        ends = []
        for k, end in enumerate(inside):
            limit = (Fraction(0), inf)[k] if atom.kind == "exp" else (-inf, inf)[k]
            finite = abs(end) != inf and (end > 0 or atom.kind == "exp")
            ends.append(
                around(getattr(arb(fmpq(*end.as_integer_ratio())), atom.kind)())[k]
                if finite
                else limit
            )
        found = Interval(*ends)
    return found.meet(box.get(g, EVERYTHING))


class Model:
    """Numbers for symbols, functions for functions, one member for sets: there all facts hold.

    The facts are trees in which these have been put; equations must then be evident for all
    values of their variables, and everything else holds in balls, at the point.
    """

    def __init__(self, given: Obligation, record: Any) -> None:
        self.begin(given, record)
        plain, symbols = self.theory.point.keys(), given.symbols
        follow(self.theory, record.get("steps", []))
        for variables, body in self.functions.values():
            names = {n for n in free(body) if symbols[n].role != "set"}
            sure(names <= {*variables, *plain}, "a function of what is not given")
            self.theory.value(body)
            real = all(symbols[x].sign != "any" for x in names if symbols[x].role in VALUES)
            sure(real and "('i',)" not in repr(body), "a function that may not be real")
            for part, how in needs(body):
                fine = how == "≠" or self.theory.sign_of(part) > 0
                sure(fine, "a function that may not be smooth")
        for link in given.links():
            sure(self.holds(link), f"a fact does not hold in the model: {link.kind}")
        for side in (s for link in (*given.links(), given.goal) for s in link.sides):
            for name in free(side):
                self._declared(name)

    def begin(self, given: Obligation, record: Any) -> None:
        """Read what stands for what."""
        need(isinstance(record, dict), "an odd model")
        symbols = given.symbols
        self.given, self.functions, self.single = given, dict[str, Any](), dict[str, Tree]()
        values: dict[str, Tree] = {}
        number = several(several(VALUE, rational))
        self.point = dict(number(record.get("point", []), symbols))
        for over_, member in several(several(PART["s"], tree))(record.get("single", []), symbols):
            self.single[over_] = member
            count, members = (
                symbols[over_].count,
                [n for n, s in symbols.items() if s.member_of == over_],
            )
            sure(isinstance(count, str) and not symbols[over_].dimension, f"may {over_} have one?")
            values |= {count: 1} | dict.fromkeys(members, member)
        self.values = values
        plain = {n: q for n, q in self.point.items() if symbols[n].role != "variable"}
        self.theory = Theory(given, plain)
        entries = several(several(named(*VALUES, "function"), several(VALUE), tree))
        for name, variables, body in entries(record.get("puts", []), symbols):
            known = (*values, *self.point, *self.functions)
            need(name not in known and len(set(variables)) == len(variables), f"{name} is odd")
            need(len(variables) == len(symbols[name].arguments), f"{name} of what?")
            if symbols[name].role == "function":
                sure(all(symbols[x].role == "bound" for x in variables), f"{name} of what?")
                self.functions[name] = variables, self.of(body)
            else:
                values[name] = self.of(body)

    def of(self, form: Tree) -> Tree:
        """A tree with the model put in."""
        if isinstance(form, str):
            return self.values.get(form, form)
        if not isinstance(form, tuple) or form[0] == "q":
            return form
        if form[0] == "total" and form[3] in self.single:
            return self.of(put(form[1], {form[2]: self.single[form[3]]}))
        if is_binder(form):
            name, others = bound(form)
            sure(name not in self.values, f"{name} is bound, and has a value")
            ends = tuple(map(self.of, others)) if form[0] == "int" else others
            return bind(form[0], self.of(form[1]), name, ends)
        kept = {"call": 2, "jet": 3}.get(form[0], 1)
        parts = tuple(map(self.of, form[kept:]))
        if kept == 1 or form[1] not in self.functions:
            return (*form[:kept], *parts)
        variables, body = self.functions[form[1]]
        for name, times_, part in zip(
            variables, form[2] if kept == 3 else (0,) * 9, parts, strict=False
        ):
            body = derivative(body, name, times_)
            symbol = self.theory.symbols[name]
            fine = symbol.member_of in self.single and part == self.single[symbol.member_of]
            sure(fine or admissible(self.theory, symbol, part), "outside of a function")
        return put(body, dict(zip(variables, parts, strict=True)))

    def at(self, form: Tree) -> Interval:
        """Where a tree lies at the point of the model."""
        return where(self.theory.value(self.of(form)).tree(), self.point)

    def holds(self, link: Relation) -> bool:
        """Whether a fact, or the goal, holds in the model."""
        if link.kind in ("Semiquantitative", "SameDimension", "Refers", "Attains"):
            return True
        left = link.sides[0]
        if link.kind == "Equal":
            return self.theory.value(self.of(left)) == self.theory.value(self.of(link.sides[1]))
        if link.kind == "Within":
            return self.at(left).inside(target(link))
        gap = self.at(("+", link.sides[1], ("*", -10 if link.kind == "MuchLess" else -1, left)))
        return bool(gap.low > 0 or (gap.high < 0 and link.kind == "NotEqual"))

    def _declared(self, name: str) -> None:
        """Refuse a value that a symbol cannot have."""
        symbol = self.given.symbols[name]
        if symbol.role not in ("constant", "order-one factor") and name not in self.point:
            return sure(symbol.role != "function" or name in self.functions, f"{name} is which?")
        if "integer" in symbol.sign:
            number = exact(self.of(name), self.point)
            sure(number is not None and number.denominator == 1, f"{name} may not be whole")
        found = self.at(name)
        fine = symbol.sign in ("real", "integer", "any") or found.low > 0
        fine = fine or (symbol.sign == "nonnegative" and found.low >= 0)
        sure(
            fine and found.inside(Interval(*symbol.range) if symbol.range else EVERYTHING),
            f"{name} cannot have its value",
        )
        return None


def target(link: Relation) -> Interval:
    """The interval of a ``Within`` in base units."""
    size = unit(link.more["unit"])[0]
    return Interval(link.more["low"] * size, link.more["high"] * size)


# -- 7. claims ------------------------------------------------------------------------


def recheck(given: Obligation) -> str:
    """Prove or refute again what was decided; how in a word, ``UnclearError`` if it cannot be.

    Dimensions come first, whatever is asked.
    """
    status, goal, proof = given.decision["status"], given.goal, given.decision.get("proof")
    wrong = mismatch(goal, given.symbols)
    if wrong or given.asks == "dimensions" or goal.kind in ("SameDimension", "Semiquantitative"):
        plain = given.asks == "dimensions" or goal.kind == "SameDimension"
        fine = status == "refuted" if wrong else status == "proved" and plain
        sure(fine, wrong or "the dimensions agree")
        return "dimension"
    if goal.kind == "Refers":
        there = set(goal.more["to"]) <= set(goal.more["among"])
        sure(there == (status == "proved"), "whether the equations referred to are there")
        return "list"
    turned = goal._replace(sides=goal.sides[::-1]) if goal.kind == "Equal" else goal
    if (
        status == "proved"
        and goal.kind in SHOWN
        and any(one in given.links() for one in (goal, turned))
    ):
        return "premise"
    if proof is None:
        raise BeyondError("it comes without a proof")
    need(isinstance(proof, dict), "an odd proof")
    key = (goal.kind if given.asks == "relation" else given.asks, status)
    sure(key in CLAIMS, f"{key[0]} {status}: nothing re-checks it here")
    return CLAIMS[key](given, proof)


def theory_of(given: Obligation, proof: dict[str, Any]) -> Theory:
    """What the facts say, and what follows by the steps of the proof."""
    theory = Theory(given)
    theory.learn(given.links())
    follow(theory, proof.get("steps", []))
    return theory


def equal(given: Obligation, proof: Any) -> str:
    """Both sides are the same fraction, defined wherever the facts hold."""
    theory = theory_of(given, proof)
    left, right = map(theory.value, given.goal.sides)
    entries = several(several(integer, tree))(proof.get("combine", []), given.symbols)
    for k, factor in entries:
        one, other = map(theory.value, instance(theory, k, {}))
        left = left - theory.value(factor) * (one - other)
    sure(left == right, "the sides are not seen to be equal")
    return "equal fractions"


def not_zero(given: Obligation, proof: Any) -> str:
    """The left side is not zero as a fraction."""
    theory = theory_of(given, proof)
    sure(not theory.value(given.goal.sides[0]).zero(), "the leading terms cancel")
    return "a fraction that is not zero"


def same_order(given: Obligation, proof: Any) -> str:
    """Left = factor · right, the factor made of order-one factors that keep it within the bound."""
    theory = theory_of(given, proof)
    rough = given.goal.kind == "Rough"
    sure(
        not rough or any(x.kind == "Semiquantitative" for x in given.links()),
        "= is not said to mean ~",
    )
    form = tree(given.decision.get("factor"), given.symbols)
    left, right, factor = map(theory.value, (*given.goal.sides, form))
    sure(left == factor * right and not right.zero(), "the factor is not that of the sides")
    names = free(factor.tree())
    fine = all(given.symbols[name].role == "order-one factor" for name in names)
    sure(fine, "the factor is not made of factors of order one")
    statements = Statements(theory, given)
    statements.said = []
    statements.box = {
        theory.generator(name): Interval(*(given.symbols[name].range or EVERYTHING))
        for name in names
    }
    ends = Interval(Fraction(1, given.bound), Fraction(given.bound))
    cuts = CUTS(proof.get("cuts", []), given.symbols)
    sure(statements.surely(factor, ends, cuts), "the factor may be beyond the bound")
    return "range"


def independent(given: Obligation, proof: Any) -> str:
    """The fraction is made of no symbol but those named."""
    names = free(theory_of(given, proof).value(given.goal.sides[0]).tree())
    held, of = given.goal.more["holding"], given.goal.more["of"]
    sure(names <= set(held) and not set(held) & set(of), "it depends on something else")
    return "equal fractions"


def numbers(given: Obligation, proof: Any) -> tuple[Theory, Any]:
    """The theory, and whether a fraction surely lies in an interval."""
    theory = theory_of(given, proof)
    statements = Statements(theory, given)
    triples = several(several(tree, integer, several(several(integer, integer))))
    for entry in triples(proof.get("bounds", []), given.symbols):
        statements.bound(*entry)
    cuts = CUTS(proof.get("cuts", []), given.symbols)
    return theory, lambda value, ends: statements.surely(value, ends, cuts)


def within(given: Obligation, proof: Any) -> str:
    """The value lies in the interval for all values that the facts allow."""
    theory, surely = numbers(given, proof)
    inside = surely(theory.value(given.goal.sides[0]), target(given.goal))
    sure(inside, "the value may be outside the interval")
    return "interval"


def less(given: Obligation, proof: Any) -> str:
    """The gap is positive, or left/right is less than 1; for much less, than 1/10."""
    theory, surely = numbers(given, proof)
    left, right = map(theory.value, given.goal.sides)
    much = given.goal.kind == "MuchLess"
    if not much and theory.sign(right - left) > 0:
        return "sign"
    sure(not much or theory.sign(left) > 0 or surely(left, FROM_ZERO), "a side may be negative")
    tiny = Fraction(1, 10**40)
    most = Fraction(1, 10) if much else 1 - tiny
    fine = theory.sign(right) > 0 and surely(left / right, Interval(-inf, most))
    fine = fine or (not much and surely(right - left, Interval(tiny, inf)))
    sure(fine, "the left side may not be less")
    return "interval"


def model(given: Obligation, proof: Any) -> str:
    """There is a model of the facts, and in it the goal is as said."""
    found = Model(given, proof.get("model"))
    kind, sides = given.goal.kind, given.goal.sides
    if kind in ("Equal", "NotEqual"):
        gap = found.of(("+", sides[0], ("*", -1, sides[1])))
        apart = excludes_zero(ball(found.theory.value(gap).tree(), found.point))
        sure(apart, "the sides may agree")
    elif kind in ("Within", "Attains"):
        ends, value = target(given.goal), found.at(sides[0])
        outside = value.high < ends.low or value.low > ends.high
        sure(outside if kind == "Within" else value.inside(ends), "the value decides nothing")
    elif kind in ("Less", "MuchLess"):
        factor = -10 if kind == "MuchLess" else -1
        gap = found.at(("+", sides[1], ("*", factor, sides[0])))
        sure(gap.high < 0, "the left side may be less")
    elif kind in ("SameOrder", "Rough"):
        ratio = found.at(("*", sides[0], ("^", sides[1], -1)))
        beyond = ratio.low > given.bound or ratio.high * given.bound < 1
        sure(beyond, "the ratio may be of order one")
    return "model"


def continuous(given: Obligation, proof: Any) -> str:
    """The expression has a value, made of what is continuous, all the way."""
    more = given.goal.more
    ends = more["low"], more["high"]
    continuous_in(theory_of(given, proof), more["expression"], more["variable"], ends)
    return "continuity"


def between(theory: Theory, form: Tree, ends: tuple[Tree, ...]) -> tuple[str, str]:
    """Names for a variable between two ends, with the ends and without them."""
    known = [theory.value(end) for end in ends if end != INFINITY]
    sign = "nonnegative" if all(map(theory.nonnegative, known)) else "real"
    sign = "positive" if all(theory.sign(end) > 0 for end in known) else sign
    both = (sign, "positive" if sign != "real" else sign)
    found = (tuple(standard_name(one, None, k) for one in both) for k in range(8, -1, -1))
    closed, open_ = next(names for names in found if not free(form) & set(names))
    return closed, open_


def continuous_in(theory: Theory, form: Tree, x: str, ends: tuple[Tree, ...]) -> None:
    """A tree is continuous in x between two ends, both of them included.

    It has a value there, made of what is continuous, and so has what it is between them,
    where functions are what facts say that they are for all values of their variables.
    """
    closed, open_ = between(theory, form, ends)
    ready: set[str] = set()
    for left, _ in filter(None, theory.equations):
        for call in left[1:] if isinstance(left, tuple) and left[0] == "*" else (left,):
            general = [n for n in free(call) if theory.symbols[n].role == "variable"]
            ready |= {call[1]} if general and call[0] == "call" else set()

    def defined(name: str, tree_: Tree) -> tuple[Frac, bool]:
        value = theory.value(tree_)
        atoms = [atom for atom in theory.inside(value) if name in free(atom.form)]
        sure(all(atom.kind in SMOOTH for atom in atoms), "it may not be continuous")
        return value, any(atom.kind == "call" and atom.label[0] in ready for atom in atoms)

    if defined(closed, put(form, {x: closed}))[1]:
        value, open_still = defined(open_, put(form, {x: open_}))
        sure(not open_still, "it is not said what a function is")
        defined(closed, put(value.tree(), {open_: closed}))


SMOOTH = {"symbol", "^", "exp", "log", "call"}


# limits


def tends(given: Obligation, proof: Any) -> str:
    """The difference from the limit, or the ratio of the sides less 1, tends to zero with h > 0.

    The variable is what it tends to and h, or 1/h; all facts hold for whatever small h.
    """
    more, leading = given.goal.more, given.goal.kind == "LeadingOrder"
    theory = Theory(given)
    theory.learn(given.links())
    theory.h = standard_name("positive", None, 8)
    at_infinity = more["to"] == INFINITY
    sure(more["variable"] not in free(more["to"]), "what is tended to varies")
    equate(
        theory,
        more["variable"],
        ("^", theory.h, -1) if at_infinity else ("+", more["to"], theory.h),
    )
    follow(theory, proof.get("steps", []))
    defined: set[str] = set()
    for left, right in filter(None, theory.equations):
        plain = isinstance(left, tuple) and left[0] == "call" and len(set(left)) == len(left)
        plain = plain and all(isinstance(x, str) and theory.general(x) for x in left[2:])
        if plain and left[1] not in defined | free(right):
            defined.add(left[1])
        else:
            sure(theory.value(left) == theory.value(right), "a fact says more")
    for link in given.links():
        if link.kind in (*CONFINING, "Within", "Attains"):
            sides = [theory.value(side) for side in link.sides]
            if any(varies(theory, side) for side in sides):
                fine = link.kind == "Less" and theory.sign(sides[1] - sides[0]) > 0
                sure(fine, "a fact may not hold near the limit")
    first, second = map(theory.value, given.goal.sides[:2])
    value = first / second - theory.constant(1) if leading else first - second
    if value.zero():
        return "series"
    num, den = Frac(theory, value.num), Frac(theory, value.den)
    for g, n in enumerate(value.den.term_content().degrees()):
        if n and theory.atoms[g].kind == "exp" and bounded(theory, g):
            turn = Frac(theory, theory.gens[g]) ** -int(n)
            num, den = num * turn, den * turn
    large: set[int] = set()
    size, coefficient = lead(theory, den, large)
    tops = [dict(p) for _, p in terms(num.num)]
    for powers in tops:
        for g, n in enumerate(num.den.degrees()):
            powers[g] = powers.get(g, 0) - int(n)
    fine = all(growth(theory, powers.items(), large) > size for powers in tops)
    sure(fine and not varies(theory, coefficient), "the difference is not seen to vanish")
    sure(leading or theory.nonzero(coefficient), "what is divided by may vanish")
    return "series"


def near(theory: Theory, value: Frac) -> tuple[Frac, Frac]:
    """What the fraction's sign is that of, for small h: its leading coefficients."""
    try:
        top, bottom = (lead(theory, Frac(theory, p), set())[1] for p in (value.num, value.den))
        sure(not varies(theory, top) and not varies(theory, bottom), "an oscillation leads")
    except UnclearError:
        return theory.constant(0), theory.constant(0)
    return top, bottom


def varies(theory: Theory, value: Frac) -> bool:
    """Whether a fraction varies with h, or may."""
    return any(
        theory.atoms[g].kind == "bounded" or theory.h in free(theory.atoms[g].form)
        for g in value.gens()
    )


def bounded(theory: Theory, g: int) -> bool:
    """Whether a generator stays bounded: the rest of a series, or exp(ix) for real x."""
    atom = theory.atoms[g]
    turned = atom.kind == "exp" and theory.real(atom.parts[0] / theory.value(("i",)))
    return turned or atom.kind == "bounded"


def growth(theory: Theory, powers: Any, large: set[int]) -> tuple[int, Fraction, int]:
    """How a term grows as h → 0: the less, the faster; exponentials, powers, then log h.

    Terms can be compared where one generator alone, of those ``large``, is an exponential that grows.
    """
    exps, power, logs = 0, Fraction(0), 0
    for g, n in powers:
        if not n:
            continue
        atom = theory.atoms[g]
        if not varies(theory, Frac(theory, theory.gens[g])) or bounded(theory, g):
            continue
        if atom.form == theory.h or (atom.kind == "^" and atom.form[1] == theory.h):
            power += Fraction(n, atom.label if atom.kind == "^" else 1)
            continue
        if atom.form == ("log", theory.h):
            logs -= n
            continue
        sure(atom.kind == "exp" and theory.real(atom.parts[0]), f"a limit of {shown(atom.form)}")
        (size, top), (under, bottom) = (
            lead(theory, Frac(theory, p), set()) for p in (atom.parts[0].num, atom.parts[0].den)
        )
        sure(size < under and size[0] == under[0] == 0, "an exponential that is not known to grow")
        sign = theory.sign(top) * theory.sign(bottom)
        sure(sign, "an exponential that is not known to grow")
        exps = exps - sign * n
        large.add(g)
    sure(len(large) < 2, "exponentials that grow differently")
    return exps, power, logs


def lead(theory: Theory, value: Frac, large: set[int]) -> tuple[tuple[int, Fraction, int], Frac]:
    """The growth of the terms of a polynomial that grow fastest, and their coefficient."""
    found: dict[Any, Frac] = {}
    for c, powers in terms(value.num):
        size = growth(theory, powers, large)
        rest = theory.constant(c)
        for g, n in powers:
            moving = varies(theory, Frac(theory, theory.gens[g])) and not bounded(theory, g)
            rest = rest * (theory.constant(1) if moving else Frac(theory, theory.gens[g]) ** n)
        found[size] = found.get(size, theory.constant(0)) + rest
    found = {size: rest for size, rest in found.items() if not rest.zero()}
    sure(found, "no term leads")
    return min(found.items(), key=lambda pair: pair[0])


CLAIMS: dict[tuple[str, str], Any] = {
    ("Equal", "proved"): equal,
    ("NotEqual", "refuted"): equal,
    ("not zero", "proved"): not_zero,
    ("Independent", "proved"): independent,
    **{(kind, "proved"): same_order for kind in ("SameOrder", "Rough")},
    ("Within", "proved"): within,
    ("Continuous", "proved"): continuous,
    **{(kind, "proved"): less for kind in ("Less", "MuchLess")},
    **{(kind, "proved"): tends for kind in ("Tends", "LeadingOrder")},
    **{(kind, "proved"): model for kind in ("NotEqual", "Attains", "Consistent")},
    **{
        (kind, "refuted"): model
        for kind in ("Equal", "Within", "Less", "MuchLess", "SameOrder", "Rough")
    },
}


# -- 8. lines -------------------------------------------------------------------------

#: What says the same where it is proved and where it is used.
SHOWN = {"Equal", "Less", "MuchLess", "Within"}
AS_THEY_ARE = {*SHOWN, "Semiquantitative"}
FAILING = {"refuted", "undecided"}


class Claim(NamedTuple):
    """A claim of a line: its links and conditions, each an obligation, and its argument."""

    links: tuple[Obligation, ...]
    conditions: tuple[Obligation, ...]
    given: str | None
    origins: tuple[Any, ...]
    premises: tuple[str, ...]
    approximate: bool

    def any(self, status: str, *, conditions: bool = False) -> bool:
        """Whether some link, or condition, has this status."""
        among = self.conditions if conditions else self.links
        return any(one.decision["status"] == status for one in among)

    def refuted(self) -> bool:
        """Whether some link is refuted, every side condition being proved."""
        allowed = all(one.decision["status"] == "proved" for one in self.conditions)
        return allowed and self.any("refuted")

    def loose(self) -> bool:
        """Whether it is argued for, and holds up to a factor other than 1."""
        orders = self.links[0].goal.kind in ("SameOrder", "Rough") and self.given is None
        return orders and any(one.decision.get("factor") != 1 for one in self.links)

    def confining(self) -> list[Relation]:
        """The inequalities among its facts that its variables are linked to."""
        symbols = {name: s for one in self.links for name, s in one.symbols.items()}

        def spoken(one: Relation) -> set[str]:
            return {n for x in one.sides for n in free(x) if symbols[n].role == "variable"}

        rest = [f for f in self.links[0].facts if f.kind in CONFINING and spoken(f)]
        linked = set().union(*(spoken(one.goal) for one in self.links))
        found: list[Relation] = []
        while more := [fact for fact in rest if spoken(fact) & linked]:
            found += more
            linked = linked.union(*map(spoken, more))
            rest = [fact for fact in rest if fact not in found]
        return found


class Line(NamedTuple):
    """What later lines need of a line."""

    verdict: str
    accepted: tuple[Claim, ...]
    rests_on: frozenset[str]

    def approximate(self) -> bool:
        """Whether what it says holds to leading order only."""
        return any(claim.approximate for claim in self.accepted)


class Replay:
    """Goes through a certificate once; what does not agree is noted in ``faults``."""

    def __init__(self, trusted: set[str]) -> None:
        self.kinds = trusted
        self.obligations: list[Obligation] = []
        self.lines: dict[str, Line] = {}
        self.symbols: dict[str, Symbol] = {}
        self.constants: dict[str, Any] = {}
        self.faults: list[str] = []
        self.checked: Counter[str] = Counter()
        self.trusted: Counter[str] = Counter()
        self.origins: Counter[str] = Counter()
        self.results = 0

    def agree(self, fine: Any, fault: str) -> None:
        """Note what does not agree."""
        if not fine:
            self.faults.append(fault)

    def obligation(self, record: dict[str, Any]) -> None:
        """Read an obligation, and prove or refute it again."""
        one = obligation(record, len(self.obligations))
        self.obligations.append(one)
        for name, symbol in one.symbols.items():
            if symbol.role != "bound" and self.symbols.setdefault(name, symbol) != symbol:
                self.agree(False, f"obligation {one.number} declares {name} otherwise than before")
        status, kind = one.decision["status"], one.goal.kind
        try:
            how = "as said" if status == "undecided" else within_time(lambda: recheck(one))
            self.checked[f"{status} again, by {how}" if how != "as said" else "undecided"] += 1
        except UnclearError as why:
            if kind in self.kinds and isinstance(why, BeyondError):
                self.trusted[kind] += 1
            else:
                self.agree(False, f"obligation {one.number}, {kind} {status}: {why}")

    def line(self, record: dict[str, Any]) -> None:
        """Check where the facts of a line come from, and compute its verdict."""
        label, misprint = record.get("label"), record.get("misprint")
        need(isinstance(label, str) and label not in self.lines, f"line {shown(label)}: twice?")
        need(isinstance(misprint, bool), f"line {label}: is it a misprint?")
        both: list[tuple[Claim, ...]] = []
        for form in ("printed", "accepted"):
            need(isinstance(record.get(form), list), f"line {label} has no claims {form}")
            claims: tuple[Claim, ...] = ()
            for one in record[form]:
                claims += (self._claim(label, form, one, claims),)
            both.append(claims)
        same = misprint or record["printed"] == record["accepted"]
        self.agree(same, f"line {label} is no misprint, and is accepted in another form")
        verdict, said = judged(both[0], both[1], misprint), record.get("verdict")
        self.agree(verdict == said, f"line {label} is {verdict}, and is said to be {shown(said)}")
        above = {premise for claim in (*both[0], *both[1]) for premise in claim.premises}
        below = frozenset(above.union(*(self.lines[p].rests_on for p in above)))
        named_ = set(several(text)(record.get("rests_on")))
        self.agree(named_ == below, f"line {label} rests on other lines than it says")
        self.lines[label] = Line(verdict, both[1], below)

    def _numbered(self, label: str, number: Any) -> Obligation:
        fine = type(number) is int and 0 <= number < len(self.obligations)
        need(fine, f"line {label}: there is no obligation {shown(number)} before it")
        return self.obligations[number]

    def _claim(self, label: str, form: str, record: Any, before: tuple[Claim, ...]) -> Claim:
        need(isinstance(record, dict), f"line {label} has an odd claim")
        links = tuple(self._numbered(label, n) for n in several(integer)(record.get("links")))
        pairs = several(several(integer, text))(record.get("conditions"))
        conditions = tuple(self._numbered(label, number) for number, _ in pairs)
        premises, given = several(text)(record.get("premises")), record.get("given")
        for premise in premises:
            need(premise in self.lines, f"line {label} rests on {shown(premise)}, not before it")
        need(links and (given is None or isinstance(given, str)), f"line {label} has an odd claim")
        same = all(one.goal.kind == record.get("relation") for one in links)
        self.agree(same, f"line {label} claims another relation than it shows")
        drawn = any(self.lines[premise].approximate() for premise in premises)
        if given is not None:
            plain = all(one.asks == "dimensions" and not one.facts for one in links)
            self.agree(plain and not conditions, f"line {label}: what is given is more than given")
            approximate = drawn or links[0].goal.kind == "LeadingOrder"
            return Claim(links, (), given, (), premises, approximate)
        origins = record.get("from")
        need(isinstance(origins, list), f"line {label} does not say where its facts come from")
        drawn |= {"here": True} in origins and any(claim.approximate for claim in before)
        approximate = drawn or links[0].goal.kind == "LeadingOrder"
        claim = Claim(links, conditions, None, tuple(origins), premises, approximate)
        self._argued(label, form, claim, before)
        not_zero = [(one.goal, one.facts) for one in conditions if one.asks == "not zero"]
        fine = not drawn or all(
            one.goal.kind != "Equal" or (one.goal, one.facts) in not_zero for one in links
        )
        self.agree(fine, f"line {label}: the leading terms may cancel")
        return claim

    def _argued(self, label: str, form: str, claim: Claim, before: tuple[Claim, ...]) -> None:
        """Each fact of a claim comes from where the certificate says."""
        facts = claim.links[0].facts
        full = all(one.asks == "relation" and one.facts == facts for one in claim.links)
        self.agree(full, f"line {label}: less is proved than is claimed, or from other facts")
        if len(claim.origins) != len(facts):
            return self.agree(False, f"line {label}: not every fact has an origin")
        for place, (fact, origin) in enumerate(zip(facts, claim.origins, strict=True)):
            need(isinstance(origin, dict) and len(origin) == 1, f"line {label} has an odd origin")
            ((what, value),) = origin.items()
            told = f"line {label} uses a fact that {shown(value)} does not say: {shown(fact.sides)}"
            if what == "rule" and isinstance(value, str):
                self.origins[f"facts from the rule {value}, on trust"] += 1
            elif what == "shown" and value is True:
                self.origins["facts that are shown, checked"] += 1
                fine = self._shown(fact, facts[:place], claim)
                self.agree(fine, f"line {label} shows no such fact: {shown(fact.sides)}")
            else:
                here = what == "here" and value is True
                need(here or (what == "line" and isinstance(value, str)), "an odd origin")
                self.origins[f"facts from {'the same line' if here else 'lines'}, checked"] += 1
                cited = here or value in claim.premises
                self.agree(cited, f"line {label} draws on {shown(value)} without saying so")
                sources = before if here else self.lines[value].accepted if cited else ()
                source = (label, form) if here else (value, "accepted")
                links = links_of(fact)
                self.agree(all(self._said(x, sources, source, claim) for x in links), told)
        goals = [(link.goal, link.facts) for link in claim.links]
        for one in claim.conditions:
            loose = one.asks == "not zero" and (one.goal, one.facts) not in goals
            fine = one.asks != "dimensions" and not loose
            self.agree(fine, f"line {label}: less is proved than a side condition needs")
            added = sum(fact not in facts for fact in one.facts)
            self.origins["facts that rules add in side conditions, on trust"] += added
        return None

    @staticmethod
    def _shown(fact: Relation, before: tuple[Relation, ...], claim: Claim) -> bool:
        """A fact that is a side condition too, drawn from no more than the facts before it."""
        drawn = [
            one.goal
            for one in claim.conditions
            if one.asks == "relation" and one.facts == before[: len(one.facts)]
        ]
        return fact.kind in SHOWN and all(link in drawn for link in links_of(fact))

    def _said(self, link: Relation, sources: Any, source: tuple[str, str], user: Claim) -> bool:
        """Whether a claim among ``sources`` says the link, with all that confines it."""
        for claim in sources:
            if link.kind in CONFINING and link in claim.confining():
                return True
            missing = [fact for fact in claim.confining() if fact not in user.links[0].facts]
            if not claim.any("refuted") and not missing:
                for one in claim.links:
                    if self._says(one, claim.given, link, source, user.links[0]):
                        return True
        return False

    def _says(
        self, one: Obligation, given: str | None, link: Relation, source: Any, user: Obligation
    ) -> bool:
        """The same; or a = F·b where a ~ b holds up to F, or up to a constant of its own."""
        goal = one.goal
        if goal == link:
            return goal.kind in AS_THEY_ARE or (goal.kind == "NotEqual" and given is not None)
        if link.kind != "Equal" or link.sides[0] != goal.sides[:1][0]:
            return False
        if goal.kind == "LeadingOrder":
            return link.sides == goal.sides[:2]
        if goal.kind not in ("SameOrder", "Rough"):
            return False
        theory = Theory(user._replace(symbols={**one.symbols, **user.symbols}, room=MOST_ROOM))
        theory.learn(user.links())
        own = [n for n in free(link.sides[1]) if n.startswith(f"K_{source[0]}_")]
        constant: Tree = own[0] if own else 1
        ratio = tree(one.decision.get("factor"), one.symbols) if given is None else constant
        try:
            says = theory.value(link.sides[1]) == theory.value(("*", ratio, goal.sides[1]))
        except UnclearError:
            return False
        if given is None or not says:
            return says
        fresh = own and ratio not in one.symbols and user.symbols[ratio].role == VALUES[1]
        return bool(fresh) and self.constants.setdefault(ratio, (source, goal)) == (source, goal)

    def result(self, record: dict[str, Any]) -> None:
        """A principal result is confirmed if its lines, and all below them, hold."""
        labels = several(text)(record.get("lines"))
        need(all(x in self.lines for x in labels), "a result of no lines")
        needed = {x for label in labels for x in (label, *self.lines[label].rests_on)}
        holds = all(self.lines[x].verdict not in FAILING for x in needed)
        self.results += 1
        told = f"the result {shown(record.get('name'))} is {'' if holds else 'not '}confirmed"
        self.agree(record.get("confirmed") is holds, told)

    def as_json(self) -> str:
        """What was found of the obligations, and all that is not so, for a program."""
        checked = sum(n for what, n in self.checked.items() if what != "undecided")
        found = {"checked": checked, "trusted": self.trusted, "refused": self.faults}
        return json.dumps(found, sort_keys=True)

    def summary(self) -> str:
        """What was found, as text."""
        verdicts = Counter(line.verdict for line in self.lines.values())
        trusted = {f"{kind}, on trust": n for kind, n in self.trusted.items()}
        parts: tuple[tuple[str, Any], ...] = (
            (f"{len(self.obligations)} obligations", {**self.checked, **trusted}),
            (f"{len(self.lines)} lines, verdicts computed again", verdicts),
            (f"{sum(self.origins.values())} facts", self.origins),
            (f"{self.results} principal results", {}),
        )
        rows = []
        for title, counts in parts:
            rows += [title, *(f"  {n:5}  {what}" for what, n in sorted(counts.items()) if n)]
        rows += [f"not so: {fault}" for fault in self.faults]
        found = "Not everything was" if self.faults else "Everything was"
        return "\n".join([*rows, f"{found} found again."])


def judged(printed: tuple[Claim, ...], accepted: tuple[Claim, ...], misprint: Any) -> str:
    """The verdict on a line: that of its claims, or a misprint refuted and put right."""
    if not misprint:
        return graded(printed)
    verdict = graded(accepted)
    if any(claim.refuted() for claim in printed):
        return verdict if verdict in FAILING else "misprint"
    return "undecided" if graded(printed) == "undecided" else "refuted"


def graded(claims: tuple[Claim, ...]) -> str:
    """The verdict on claims together: that of the worst."""
    if any(claim.refuted() for claim in claims):
        return "refuted"
    for status, conditions in (("undecided", False), ("undecided", True), ("refuted", True)):
        if any(claim.any(status, conditions=conditions) for claim in claims):
            return status
    if all(claim.given is not None for claim in claims):
        return "given"
    if any(claim.loose() for claim in claims):
        return "proved up to a factor"
    argued = any(claim.approximate for claim in claims if claim.given is None)
    return "proved to leading order" if argued else "proved"


# -- 9. the file ----------------------------------------------------------------------


def within_time(work: Any) -> Any:
    """The result of ``work``, or ``UnclearError`` when it takes too long or fails."""

    def stop(*_: Any) -> None:
        raise UnclearError(f"it takes more than {SECONDS} s")

    old = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        return work()
    except (MalformedError, UnclearError):
        raise
    except Exception as error:  # whatever flint raises where something cannot be worked out
        raise UnclearError(f"it fails here: {type(error).__name__} {shown(str(error))}") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def no_number(value: str) -> None:
    """Refuse what is no integer."""
    raise MalformedError(f"{shown(value)} is no exact number")


def no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names are different."""
    found = dict(pairs)
    need(len(found) == len(pairs), "a name stands twice in an object")
    return found


READ: dict[str, Any] = {
    "parse_constant": no_number,
    "parse_float": no_number,
    "object_pairs_hook": no_twins,
}


def records(data: bytes) -> list[dict[str, Any]]:
    """The records of a certificate, the digest being right, without it."""
    rows = data.split(b"\n")
    need(len(rows) > 2 and rows[-1] == b"", "it does not end with a newline")
    found = []
    for number, row in enumerate(rows[:-1], 1):
        try:
            found.append(json.loads(row.decode(), **READ))
        except (ValueError, RecursionError) as error:
            raise MalformedError(f"line {number} is no JSON: {shown(str(error))}") from None
        need(isinstance(found[-1], dict), f"line {number} is no object")
        last = number == len(rows) - 1
        need((found[-1].get("kind") == "end") == last, "it does not end with its digest")
    digest = hashlib.sha256(b"".join(row + b"\n" for row in rows[:-2])).hexdigest()
    need(found.pop().get("sha256") == digest, "its digest is not that of what it holds")
    return found


def replay(data: bytes, trusted: frozenset[str] = frozenset()) -> Replay:
    """Go through a certificate; ``MalformedError`` where it is none."""
    found, (head, *rest) = Replay(set(trusted)), records(data)
    need(head.get("kind") == "certificate", "it does not begin as a certificate")
    version = head.get("version")
    need(version == VERSION, f"it is of version {shown(version)}, not {VERSION}")
    kinds = {"obligation": found.obligation, "line": found.line, "result": found.result}
    old, ctx.prec = ctx.prec, 128
    try:
        for number, one in enumerate(rest, 2):
            kind = one.get("kind")
            need(isinstance(kind, str) and kind in kinds, f"line {number} is of no known kind")
            try:
                kinds[kind](one)
            except MalformedError as error:
                raise MalformedError(f"line {number}: {str(error)[:200]}") from None
            except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
                told = f"line {number} is malformed: {type(error).__name__}"
                raise MalformedError(told) from None
    finally:
        ctx.prec = old
    need(found.lines, "it says nothing of any line")
    return found


def main(arguments: list[str]) -> int:
    """Replay the file named; the exit status."""
    trusted, names, rest = set(), [], list(arguments)
    for_program = "--json" in rest
    rest = [word for word in rest if word != "--json"]
    while rest:
        word = rest.pop(0)
        if word == "--trust" and rest:
            trusted.add(rest.pop(0))
        else:
            names.append(word)
    if len(names) != 1 or names[0].startswith("-") or not trusted <= set(FIELDS):
        sys.stderr.write("usage: replay.py [--json] [--trust KIND]... FILE\n")
        return 2
    try:
        found = replay(Path(names[0]).read_bytes(), frozenset(trusted))
    except OSError as error:
        sys.stderr.write(f"{names[0]} cannot be read: {error.strerror}\n")
        return 2
    except MalformedError as error:
        sys.stderr.write(f"{names[0]} is no certificate that can be replayed: {error}\n")
        return 2
    sys.stdout.write((found.as_json() if for_program else found.summary()) + "\n")
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
