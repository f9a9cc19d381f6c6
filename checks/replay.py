"""Re-check a certificate with the standard library and python-flint alone.

    python checks/replay.py [--trust KIND]... FILE

A certificate, written by ``derivations check --certificate FILE``, says of every claim of a
paper what it may use (facts), what was decided (a status), and a proof: a list of steps.
This file searches for nothing.  Each step says that some expression equals another, by a
law of the table ``LAWS`` or by a fact; that is checked, and from then on one expression
stands for the other.  In the end the claim must be evident: its sides are the same fraction,
or its value lies somewhere, or a model shows that it fails.  Then it is checked where the
facts come from, and the verdicts of the lines are computed anew.  What is taken on trust is
counted and told.  ``docs/certificate.md`` describes the format, and the exit status.

From the bottom up: spans, which say where numbers lie; 1. reading; 2. trees; 3. dimensions;
4. fractions, the normal form of what is known to be equal; 5. laws; 6. numbers and models;
7. claims; 8. lines; 9. the file.
"""

# What JSON and flint give has no types that say more than the checks below.
# mypy: disable-error-code="no-any-return, union-attr, arg-type, index, no-untyped-call, type-var"
# mypy: disable-error-code="untyped-decorator, operator, override"

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import signal
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from fractions import Fraction
from functools import cache, cached_property, lru_cache, partial, reduce
from itertools import compress, count, pairwise, product
from math import comb, factorial, inf, prod
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from flint import Ordering, acb, arb, ctx, fmpq, fmpq_mpoly_ctx

VERSION = 9
#: Limits on what is read and on how far anything is worked out.
MOST_DEPTH, MOST_BITS, MOST_EXPONENT, MOST_TERMS, SECONDS = 100, 4000, 200, 4000, 30

#: Generators of a ring, unless a proof asks for more; and at most.
ROOM, MOST_ROOM = 32, 128

Tree = Any  # a rational number, a name, or a tuple of a head and its parts


class UnclearError(Exception):
    """Something is not so, or not seen to be so; ``about`` is what is not known, and how."""

    def __init__(self, what: str, *about: Any) -> None:
        super().__init__(what)
        self.about = about


class MalformedError(Exception):
    """The file is no certificate: what is wrong with it, in a sentence."""


class BeyondError(UnclearError):
    """A claim that comes without a proof."""


class RoomError(Exception):
    """A theory needs more generators than its obligation has room for."""


def sure(condition: Any, what: str, *about: Any) -> None:
    """Refuse what is malformed, or does not follow."""
    if not condition:
        raise UnclearError(": ".join([what, *map(shown, about)]))


def shown(value: Any) -> str:
    """A short text for messages."""
    try:
        return ascii(value)[:60]
    except (ValueError, RecursionError):
        return "something very large"


class Span(NamedTuple):
    """Where a real number lies: between two rational ends, or ±∞; and whether it may be 0.

    What may not be real lies anywhere.
    """

    low: Any = -inf
    high: Any = inf
    zero: bool = True
    real: bool = True

    @property
    def vanishes(self) -> bool:
        """Whether it may be 0."""
        return bool(self.zero and self.low <= 0 <= self.high)

    @lru_cache(maxsize=2**13)  # noqa: B019 (of values, not of what would be kept alive)
    def __add__(self, other: Any) -> Span:
        if not (self.real and other.real):
            return ANY
        alike = min(self.low, other.low) >= 0 or max(self.high, other.high) <= 0
        zero = not alike or (self.vanishes and other.vanishes)
        return Span(self.low + other.low, self.high + other.high, zero)

    @lru_cache(maxsize=2**13)  # noqa: B019 (of values, not of what would be kept alive)
    def __mul__(self, other: Any) -> Span:
        if other == POSITIVE and self.inside(POSITIVE):
            return POSITIVE
        ends = [multiplied(a, b) for a in self[:2] for b in other[:2]]
        zero, real = self.vanishes or other.vanishes, self.real and other.real
        return Span(min(ends), max(ends), zero, real)

    def meet(self, other: Span) -> Span:
        """What is in both."""
        ends = max(self.low, other.low), min(self.high, other.high)
        return Span(*ends, self.zero and other.zero, self.real or other.real)

    def inside(self, other: Span) -> bool:
        """Whether all its numbers are in the other."""
        ends = self.real and other.low <= self.low and self.high <= other.high
        return bool((ends or not other.real) and (other.zero or not self.vanishes))

    def inverse(self) -> Span:
        """That of 1/x for x other than 0."""
        if not self.real or self.low < 0 < self.high or self.low == self.high == 0:
            return Span(zero=False, real=self.real)
        side = 1 if self.low >= 0 else -1
        ends = [side * inf if not x else 0 if abs(x) == inf else Fraction(1) / x for x in self[:2]]
        return Span(min(ends), max(ends), zero=False)

    @lru_cache(maxsize=2**13)  # noqa: B019 (of values, not of what would be kept alive)
    def power(self, number: Any) -> Span:
        """That of a rational power, of what is not negative if it is a root."""
        n, root = number.as_integer_ratio()
        if root > 1:
            whole = self.image(lambda end: end.root(root), 0, 0)
            return whole._replace(zero=self.vanishes).power(n)
        if n < 0:
            return self.power(-n).inverse()
        if not self.real:
            return ANY._replace(zero=self.vanishes)
        ends = [end**n for end in self[:2]]
        low = 0 if n % 2 == 0 and self.low < 0 < self.high else min(ends)
        return Span(low, max(ends), self.vanishes)

    def image(self, function: Any, start: Any, least: Any) -> Span:
        """What an increasing function, that begins with its least value, makes of it."""
        low, high = (
            least if end <= start else end if end == inf else around(function(arb_of(end)))[k]
            for k, end in enumerate(self[:2])
        )
        return Span(max(low, least), high)


def multiplied(one: Any, other: Any) -> Any:
    """The product of ends, 0 if one of them is."""
    if one and other and inf in (abs(one), abs(other)):
        return inf if (one > 0) == (other > 0) else -inf
    return one * other if one and other else 0


def around(value: arb) -> Span:
    """That of a ball."""
    if not value.is_finite():
        return REAL
    ends = (end.man_exp() for end in (value.lower(), value.upper()))
    return Span(*(Fraction(int(man)) * Fraction(2) ** int(e) for man, e in ends))


NOWHERE = Span(inf, -inf)
POSITIVE, NONNEGATIVE, REAL = Span(0, zero=False), Span(0), Span()
NEGATIVE, NONZERO, ANY = Span(-inf, 0, False), Span(zero=False, real=False), Span(real=False)
SIGNS = {"positive": POSITIVE, "nonnegative": NONNEGATIVE, "real": REAL, "any": ANY}
SIGNS |= {"integer": REAL, "positive integer": POSITIVE}

# -- 1. reading -----------------------------------------------------------------------

OF_THEIR_OWN = ("constant", "order-one factor", "variable")
VALUES = (*OF_THEIR_OWN, "bound")
ROLES = (*VALUES, "function", "set")
STATUSES = ("proved", "refuted", "undecided")
INFINITY = ("oo",)
CONJUGATE = {("i",): ("*", -1, ("i",))}
#: What stands after each head: t a tree, n an integer, p a positive one, v a variable, s a
#: set, f a function, o orders of derivation, b a variable with its limits, d a variable with
#: a number, u a variable with a tree; the last is repeated where * follows.
FORMS = {
    **dict.fromkeys(("pi", "e", "i", "oo", "gamma"), ""),
    **dict.fromkeys(("exp", "log", "sin", "cos", "tan", "cot", "sec", "csc"), "t"),
    **dict.fromkeys(("sinh", "cosh", "tanh", "coth", "Abs"), "t"),
    **dict.fromkeys(("^", "KroneckerDelta", "Heaviside"), "tt"),
    **dict.fromkeys(("besselj", "bessely", "besseli", "besselk"), "tt"),
    "q": "np",
    "+": "t*",
    "*": "t*",
    "call": "ft*",
    "jet": "fot*",
    "total": "tvs",
    "int": "tb*",
    "diff": "td*",
    "subs": "tu*",
}


class Symbol(NamedTuple):
    """What is declared of a name."""

    role: str
    sign: str
    dimension: Any = MappingProxyType({})
    range: Any = None
    arguments: tuple[Any, ...] = ()
    count: Tree = None
    member_of: str | None = None

    def span(self) -> Span:
        """Where its values lie."""
        return SIGNS[self.sign].meet(Span(*self.range) if self.range else ANY)


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

    @property
    def status(self) -> str:
        """What was decided."""
        return str(self.decision["status"])

    def names(self) -> set[str]:
        """What the facts and the goal speak of."""
        return {n for x in (*self.facts, self.goal) for side in x.sides for n in free(side)}


def integer(value: Any, *_: Any, least: int | None = None) -> int:
    """An integer of modest size."""
    sure(type(value) is int and (least is None or value >= least), "no such integer", value)
    sure(value.bit_length() <= MOST_BITS, "an integer has too many digits")
    return int(value)


def text(value: Any, *_: Any) -> str:
    """A text."""
    sure(isinstance(value, str), "no text", value)
    return str(value)


def rational(value: Any, *_: Any) -> Fraction:
    """A fraction written as text."""
    sure(isinstance(value, str) and len(value) < MOST_BITS, "no fraction", value)
    top, slash, bottom = value.partition("/")
    digits = top.removeprefix("-").isdecimal() and (not slash or bottom.isdecimal())
    sure(value.isascii() and digits and (not slash or int(bottom)), "no fraction", value)
    return Fraction(int(top), int(bottom or 1))


def dimension_of(record: Any, *_: Any) -> dict[tuple[str], Fraction]:
    """A dimension as written: exponents by base dimension."""
    sure(isinstance(record, dict), "no dimension", record)
    return {(name,): power for name, value in record.items() if (power := rational(value))}


def named(*roles: str) -> Any:
    """A reader of names of symbols that have one of these roles."""

    def read(name: Any, symbols: dict[str, Symbol], _: int = 0) -> str:
        known = isinstance(name, str) and name in symbols and symbols[name].role in roles
        sure(known, told, name)
        return str(name)

    told = f"no {' or '.join(roles)} is called so"
    return read


def as_is(value: Any, *_: Any) -> Any:
    """What is read where it is used."""
    return value


def several(*readers: Any) -> Any:
    """A reader of lists, each of whose entries has a reader; of any length for one reader."""

    def read(form: Any, symbols: Any = None, depth: int = 0) -> tuple[Any, ...]:
        sure(isinstance(form, list), "no list", form)
        each = readers * len(form) if len(readers) == 1 else readers
        sure(len(form) == len(each), "the wrong number of parts", form)
        return tuple(one(part, symbols, depth) for one, part in zip(each, form, strict=True))

    return read


def tree(form: Any, symbols: dict[str, Symbol], depth: int = 0) -> Tree:
    """An expression in prefix form, with what is defined by other functions written by these."""
    sure(depth < MOST_DEPTH, f"an expression is nested more than {MOST_DEPTH} deep")
    if type(form) is int:
        return integer(form)
    if isinstance(form, str):
        return VALUE(form, symbols)
    known = isinstance(form, list) and form and isinstance(form[0], str) and form[0] in FORMS
    sure(known, "no expression", form)
    shape, parts = FORMS[form[0]], form[1:]
    if shape.endswith("*"):
        shape = shape[:-1] + shape[-2] * (len(parts) - len(shape) + 1)
    sure(len(parts) == len(shape), "the wrong number of parts", form)
    made = [PART[kind](part, symbols, depth + 1) for kind, part in zip(shape, parts, strict=True)]
    match [form[0], *made]:
        case ["q", top, bottom]:
            return Fraction(top, bottom)
        case ["call" | "jet", name, *rest]:
            orders = rest.pop(0) if form[0] == "jet" else (0,) * len(rest)
            fine = len(symbols[name].arguments) == len(orders) == len(rest) > 0
            sure(fine, f"{name} has other arguments")
            return ("call", (name, *orders), *rest)
        case ["total", body, name, over_]:
            return ("total", name, body, over_)
        case ["int", body, *limits]:
            return reduce(lambda inner, one: ("int", one[0], inner, *one[1:]), limits, body)
        case ["diff", body, *orders]:
            return reduce(lambda inner, one: derivative(inner, *one), orders, body)
        case ["subs", body, *values]:
            return put(body, dict(values))
        case [head, *argument] if head in WRITTEN:
            return put(WRITTEN[head], {U: argument[0]} if argument else {})
    return (form[0], *made)


VALUE, ORDER = named(*VALUES), partial(integer, least=0)
PART = {
    "t": tree,
    "n": integer,
    "p": partial(integer, least=1),
    "v": VALUE,
    "s": named("set"),
    "f": named("function"),
    "o": several(ORDER),
    "b": several(VALUE, tree, tree),
    "d": several(VALUE, ORDER),
    "u": several(VALUE, tree),
}
#: The parts of each kind of relation.
_INTERVAL = {"expression": tree, "low": rational, "high": rational}
_INTERVAL |= {"unit": several(rational, dimension_of)}
PAIRS = ("Equal", "SameOrder", "Rough", "NotEqual", "Less", "MuchLess", "SameDimension")
FIELDS: dict[str, dict[str, Any]] = {
    **{kind: {"sides": several(tree, tree)} for kind in PAIRS},
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


def relation(record: Any, symbols: dict[str, Symbol], _: int = 0) -> Relation:
    """A relation as written."""
    kind, given = record if isinstance(record, list) and len(record) == 2 else ("", {})
    fine = isinstance(kind, str) and kind in FIELDS and isinstance(given, dict)
    fine = fine and set(given) == set(FIELDS[kind])
    sure(fine, "no relation", record)
    values = {name: read(given[name], symbols) for name, read in FIELDS[kind].items()}
    if kind in PAIRS:
        return Relation(kind, values["sides"])
    trees = (values[name] for name, read in FIELDS[kind].items() if read is tree)
    return Relation(kind, tuple(trees), values)


def declare(record: dict[str, Any], symbols: dict[str, Symbol]) -> None:
    """Take up a symbol in the table of all, after what it is declared by."""
    name, role, sign = text(record.get("name")), record.get("role"), record.get("sign")
    sure(name and name[0] != "#" and name not in symbols, "no name, or twice", name)
    sure(role in ROLES and sign in SIGNS, "unknown role or sign", name)
    sure(role == "bound" or "dimension" in record, "no dimension", name)
    symbols[name] = Symbol(
        role,
        sign,
        dimension_of(record.get("dimension", {})),
        several(rational, rational)(record["range"]) if "range" in record else None,
        several(dimension_of)(record.get("arguments", [])),
        tree(record["count"], symbols) if "count" in record else None,
        PART["s"](record["member_of"], symbols) if "member_of" in record else None,
    )
    low, high, zero, _ = symbols[name].span()
    sure(low < high or (low == high and (zero or low)), "a range that holds nothing", name)
    if role == "set":
        symbols |= standard_names(name)


def obligation(record: dict[str, Any], number: int, symbols: dict[str, Symbol]) -> Obligation:
    """An obligation as written."""
    sure(record.get("number") == number, f"obligation {number} has another number")
    bound, decision, asks = (record.get(name) for name in ("bound", "decision", "asks"))
    sure(isinstance(decision, dict) and decision.get("status") in STATUSES, "no decision")
    sure(asks in ("relation", "dimensions", *NEGLECTING), "it asks for nothing known")
    facts = several(relation)(record.get("facts"), symbols)
    goal = relation(record.get("goal"), symbols)
    proof = decision.get("proof")
    room = integer(proof.get("room", ROOM) if isinstance(proof, dict) else ROOM, least=1)
    sure(room <= MOST_ROOM, "too much room")
    one = Obligation(number, asks, goal, facts, integer(bound, least=1), symbols, decision, room)
    sure(all(symbols[name].role != "bound" for name in one.names()), "a bound name stands free")
    return one


def standard_name(sign: str, over: str | None, number: int) -> str:
    """A name for a bound variable that says all that is known of it."""
    return f"#{sign}.{over or ''}.{number}"


def standard_names(over: str | None = None) -> dict[str, Symbol]:
    """All such names of variables that run over a set, or over numbers."""
    kinds = ((sign, standard_name(sign, over, k)) for sign in SIGNS for k in range(9))
    return {name: Symbol("bound", sign, member_of=over) for sign, name in kinds}


# -- 2. trees -------------------------------------------------------------------------

#: ("int", x, body, low, high) and ("total", x, body, set) bind x in the body.
BINDERS = ("int", "total")


def is_number(form: Tree) -> bool:
    """Whether a tree is a rational number."""
    return not isinstance(form, str | tuple)


def is_binder(form: Tree) -> bool:
    """Whether a tree is a sum or an integral, with a variable of its own."""
    return isinstance(form, tuple) and form[0] in BINDERS


def start(form: Tree) -> int:
    """Where the parts begin: after a bound variable, or ``(function, order, …)`` of a call."""
    return 2 if form[0] in ("call", *BINDERS) else 1


@lru_cache(maxsize=2**16)
def free(form: Tree) -> frozenset[str]:
    """The free symbols, functions and sets of a tree."""
    if not isinstance(form, tuple):
        return frozenset({form} if isinstance(form, str) else ())
    if form[0] in BINDERS:
        return (free(form[2]) - {form[1]}).union(*map(free, form[3:]))
    function = form[1][:1] if form[0] == "call" else ()
    return frozenset(function).union(*map(free, form[start(form) :]))


def walk(form: Tree) -> Iterator[Tree]:
    """All parts of a tree that have parts, from the top down."""
    if isinstance(form, tuple):
        yield form
        for part in form[start(form) :]:
            yield from walk(part)


def put(form: Tree, values: dict[Any, Tree]) -> Tree:
    """The tree with ``values`` for symbols, none caught by a bound variable."""
    if not isinstance(form, tuple) or form in values:
        return values.get(form, form)
    if form[0] not in BINDERS:
        k = start(form)
        return (*form[:k], *(put(part, values) for part in form[k:]))
    head, name, body, *others = form
    inner = {s: v for s, v in values.items() if s != name and s in free(body)}
    sure(not any(name in free(v) for v in inner.values()), f"a value would be caught by {name}")
    return (head, name, put(body, inner), *(put(one, values) for one in others))


def over(top: Tree, bottom: Tree) -> Tree:
    """A quotient."""
    return ("*", top, ("^", bottom, -1))


U = "u"
_PLUS, _MINUS = ("exp", ("*", ("i",), U)), ("exp", ("*", -1, ("i",), U))
_UP, _DOWN = ("exp", U), ("exp", ("*", -1, U))
_EVEN, _ODD = ("+", _PLUS, _MINUS), ("+", _PLUS, ("*", -1, _MINUS))
_COSH, _SINH = ("+", _UP, _DOWN), ("+", _UP, ("*", -1, _DOWN))
#: Functions written by others, u being the argument.
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
    "Abs": ("^", ("^", U, 2), Fraction(1, 2)),
}


def derivative(form: Tree, x: str, times: int = 1) -> Tree:
    """The derivative of a tree by a symbol, ``times`` over."""
    for _ in range(times):
        form = _slope(form, x)
    return form


def _slope(form: Tree, x: str) -> Tree:
    if form == x or x not in free(form):
        return int(form == x)
    head, k = form[0], start(form)
    parts, slopes = form[k:], [_slope(part, x) for part in form[k:] if head != "int"]
    match head:
        case "+":
            return ("+", *filter(None, slopes))
        case "*":
            moving = [(j, slope) for j, slope in enumerate(slopes) if slope]
            return ("+", *(("*", slope, *parts[:j], *parts[j + 1 :]) for j, slope in moving))
        case "^":
            base, power = parts
            lower = power - 1 if is_number(power) else ("+", power, -1)
            by_base = ("*", power, ("^", base, lower), slopes[0])
            by_power = ("*", form, ("log", base), slopes[1])
            return by_base if x not in free(power) else ("+", by_base, by_power)
        case "exp":
            return ("*", form, slopes[0])
        case "log":
            return over(slopes[0], parts[0])
        case "call":
            name, *n = form[1]
            more = [(name, *n[:j], n[j] + 1, *n[j + 1 :]) for j in range(len(n))]
            each = zip(more, slopes, strict=True)
            return ("+", *(("*", ("call", m, *parts), slope) for m, slope in each if slope))
        case "total":
            return ("total", form[1], slopes[0], form[3])
    raise UnclearError(f"the derivative of {head}")


# -- 3. dimensions --------------------------------------------------------------------

#: The exponent of each base dimension, by ``(name,)``; ``None`` for 0 and ∞, which have any.
Dimension = Any


def times(one: Dimension, other: Dimension, power: Any = 1) -> Dimension:
    """One · other^power."""
    if one is None or other is None:
        return None
    total = {n: one.get(n, 0) + other.get(n, 0) * Fraction(power) for n in {*one, *other}}
    return {name: exponent for name, exponent in total.items() if exponent}


def raised(one: Dimension, power: Tree, symbols: dict[str, Symbol]) -> Dimension:
    """One^power; a factor of the power that is no number stands beside the base dimension."""
    total: Dimension = {} if one is not None else None
    for term in power[1:] if isinstance(power, tuple) and power[0] == "+" else (power,):
        parts = term[1:] if isinstance(term, tuple) and term[0] == "*" else (term,)
        rest = sorted((part for part in parts if not is_number(part)), key=repr)
        agreed("an exponent", {}, *(dimension(part, symbols) for part in rest))
        beside = {(*name, *rest): exponent for name, exponent in (one or {}).items()}
        total = times(total, beside, prod(part for part in parts if is_number(part)))
    return total


def agreed(what: str, *dimensions: Dimension) -> Dimension:
    """The one dimension that all are, whose exponents are numbers."""
    known = [one for one in dimensions if one is not None]
    fine = all(one == known[0] and all(len(name) == 1 for name in one) for one in known)
    sure(fine, f"{what} has different dimensions, or another one than it should have")
    return known[0] if known else None


def dimension(form: Tree, symbols: dict[str, Symbol]) -> Dimension:
    """The dimension of a tree."""
    if form in (0, INFINITY):
        return None
    if isinstance(form, str):
        return symbols[form].dimension
    if is_number(form) or form[0] == "KroneckerDelta":
        return {}
    if form[0] in BINDERS:
        return _of_binder(form, symbols)
    if form[0] == "^":
        return raised(dimension(form[1], symbols), form[2], symbols)
    parts = [dimension(part, symbols) for part in form[start(form) :]]
    if form[0] in ("+", "*"):
        return agreed("a sum", *parts) if form[0] == "+" else reduce(times, parts)
    result: Dimension = {}
    expected: tuple[Dimension, ...] = ({},) * len(parts)
    if form[0] == "call":
        name, *orders = form[1]
        result, expected = symbols[name].dimension, symbols[name].arguments
        for order, one in zip(orders, expected, strict=True):
            result = times(result, one, -order)
    for part, one in zip(parts, expected, strict=True):
        agreed(f"an argument of {form[0]}", part, one)
    return result


def _of_binder(form: Tree, symbols: dict[str, Symbol]) -> Dimension:
    """That of the body by that of the variable; where it is not declared, by what it stands in."""
    head, name, body, *others = form
    calls = (part for part in walk(body) if part[0] == "call" and name in part[2:])
    places = [symbols[one[1][0]].arguments[one.index(name) - 2] for one in calls]
    ends = [dimension(end, symbols) for end in others] if head == "int" else []
    span = agreed(f"what {name} runs over", symbols[name].dimension or (*places, None)[0], *ends)
    measure = span if head == "int" else symbols[others[0]].dimension
    inner = {**symbols, name: symbols[name]._replace(dimension=span or {})}
    return times(dimension(body, inner), measure or {})


def mismatch(goal: Relation, symbols: dict[str, Symbol]) -> str:
    """What is wrong with the dimensions of a relation; nothing if they agree."""
    sides = 1 if goal.kind == "Continuous" else 2
    try:
        known = [dimension(side, symbols) for side in goal.sides]
        agreed("the comparison", *known[:sides], *goal.more.get("unit", ())[1:])
        if "variable" in goal.more:
            agreed("the limit", dimension(goal.more["variable"], symbols), *known[sides:])
    except UnclearError as found:
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
    before: Tree
    parts: tuple[Any, ...]
    after: Tree
    #: The generators that it is made of.
    within: frozenset[int]

    @property
    def kind(self) -> str:
        """Its head, or that it is a symbol."""
        return str(self.before[0])

    @property
    def label(self) -> Any:
        """The name of a symbol, a function with its orders, or which root it is."""
        return self.before[1] if len(self.before) > 1 else self.after[0].denominator


def power(poly: Any, n: int) -> Any:
    """A power of a polynomial that has not too many terms."""
    few = min(len(poly), 50)
    fine = few < 2 or comb(few + n - 1, n) <= MOST_TERMS
    sure(fine and n <= 50 * MOST_EXPONENT, "a power has too many terms")
    return poly**n


class Frac:
    """A fraction of two polynomials in the generators of a theory, the lower never zero."""

    def __init__(self, theory: Theory, num: Any, den: Any = None, plain: bool = False) -> None:
        if den is None or den.is_one():
            den = theory.one
        if not plain and theory.relations:
            num, den = theory.reduced(num), den if den is theory.one else theory.reduced(den)
        sure(len(num) <= MOST_TERMS and 0 < len(den) <= MOST_TERMS, "a zero below, or many terms")
        if den is not theory.one:
            common = den if den.is_constant() else num.gcd(den)
            num, den = num / common, den / common
            lead = den.leading_coefficient()
            num, den = (num, den) if lead == 1 else (num / lead, den / lead)
        self.theory, self.num, self.den = theory, num, den

    def __add__(self, other: Frac) -> Frac:
        if self.den == other.den:
            return Frac(self.theory, self.num + other.num, self.den, plain=True)
        num = self.num * other.den + other.num * self.den
        return Frac(self.theory, num, self.den * other.den)

    def __sub__(self, other: Frac) -> Frac:
        return self + Frac(self.theory, -other.num, other.den, plain=True)

    def __mul__(self, other: Frac) -> Frac:
        return Frac(self.theory, self.num * other.num, self.den * other.den)

    def __truediv__(self, other: Frac) -> Frac:
        return Frac(self.theory, self.num * other.den, self.den * other.num)

    def __pow__(self, n: int) -> Frac:
        num, den = (self.num, self.den) if n >= 0 else (self.den, self.num)
        return Frac(self.theory, power(num, abs(n)), power(den, abs(n)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Frac):
            return False
        if self.den == other.den or not self.theory.relations:
            return bool(self.num == other.num and self.den == other.den)
        gap = self.num * other.den - other.num * self.den
        return bool(self.theory.reduced(gap).is_zero())

    __hash__ = None  # type: ignore[assignment]

    def zero(self) -> bool:
        """Whether it is zero."""
        return bool(self.num.is_zero())

    @cached_property
    def gens(self) -> frozenset[int]:
        """The generators that occur."""
        return frozenset(used(self.num) + used(self.den))

    @cached_property
    def within(self) -> frozenset[int]:
        """The generators that it is made of, and what these are made of."""
        return self.gens.union(*(self.theory.atoms[g].within for g in self.gens))

    def monomial(self) -> tuple[Fraction, dict[int, int]] | None:
        """Coefficient and exponents, if it is one term over one term."""
        if len(self.num) != 1 or len(self.den) != 1:
            return None
        ((c, above),), ((_, below),) = terms(self.num), terms(self.den)
        return c, dict(above) | {g: -e for g, e in below}

    def tree(self) -> Tree:
        """An expression for it."""
        atoms, both = self.theory.atoms, list[Tree]()
        for poly in (self.num, self.den):
            summands = [
                joined("*", [c, *(joined("^", [atoms[g].form, e]) for g, e in powers)])
                for c, powers in terms(poly)
            ]
            both.append(joined("+", summands or [0]))
        return both[0] if both[1] == 1 else over(*both)


def used(poly: Any) -> list[int]:
    """The generators that occur in a polynomial."""
    return [] if poly.is_constant() else list(compress(count(), poly.degrees()))


def terms(poly: Any) -> list[tuple[Fraction, list[tuple[int, int]]]]:
    """Coefficients and powers of generators, term by term."""
    each = ((c, m, compress(count(), m)) for m, c in poly.terms())
    return [(rational_of(c), [(g, int(m[g])) for g in gens]) for c, m, gens in each]


def rational_of(value: Any) -> Fraction:
    """A rational number of flint's."""
    return Fraction(int(value.p), int(value.q))


def joined(head: str, parts: list[Tree]) -> Tree:
    """A sum, a product or a power, where there is more than one part that is not 1."""
    kept = parts if head == "+" else [part for part in parts if part != 1] or [1]
    return (head, *kept) if len(kept) > 1 else kept[0]


class Theory:
    """What one expression after another is known to be equal to: a fraction in generators.

    Every rule and every relation holds for all values for which the facts hold, and what is
    divided by does not vanish there.  So trees of the same value are equal.
    """

    def __init__(self, given: Obligation) -> None:
        self.symbols = given.symbols
        #: Where symbols lie, if it is not as declared; and where generators are found to lie.
        self.box: dict[str, Span] = {}
        self.places: dict[int, Span] = {}
        #: Of a model: numbers for symbols, functions for functions, members of sets of one.
        self.point: dict[str, Fraction] = {}
        self.functions: dict[str, tuple[tuple[str, ...], Tree]] = {}
        self.members: dict[str, Tree] = {}
        self.ring, self.gens = ring(given.room)
        self.one = self.ring.constant(1)
        self.atoms: list[Atom] = []
        #: The generators that have the same before and after their parts.
        self.alike: dict[Any, list[int]] = {}
        self.relations: dict[int, tuple[int, Any]] = {}
        self.rules: dict[int, Tree] = {}
        self.memo: dict[Tree, Frac] = {}
        self.busy: set[Tree] = set()
        #: Where trees are said to lie, and pairs of equal trees.
        self.said: list[tuple[Tree, Span]] = []
        self.equations: list[tuple[Tree, Tree] | None] = []
        #: Near a limit: what is small, and all that is; numbers for names of their own.
        self.h, self.small, self.made = "", set[Tree](), count()
        self.confined: set[str] = set()

    def learn(self, links: Iterable[Relation]) -> None:
        """Take what the facts say: equations, signs, and that they make sense.

        What a fact divides by does not vanish, unless it is one about all values of a
        variable, which speaks of those only for which it makes sense.
        """
        confining = (*CONFINING, "Within")
        for link in links:
            if link.kind in confining:
                self.confined = self.confined.union(*map(free, link.sides))
        self.equations = [link.sides if link.kind == "Equal" else None for link in links]
        for link in links:
            names = frozenset().union(*map(free, link.sides))
            if link.kind in (*confining, "Equal") and not any(map(self.general, names)):
                self.tell((x, how) for side in link.sides for x, how in needs(side) if free(x))
                both = (link.sides, link.sides[::-1]) if link.kind == "Equal" else ()
                self.tell((x, NONZERO) for x, number in both if is_number(number) and number)
        for link in links:
            if link.kind in CONFINING:
                low, high = link.sides
                gap = ("+", high, ("*", -1, low))
                if link.kind == "NotEqual":
                    self.tell([(gap, NONZERO)])
                elif link.kind == "Less" or self.seen(low, POSITIVE) or self.seen(high, POSITIVE):
                    self.tell([(gap, POSITIVE)])

    def tiny(self, name: str) -> str:
        """A name of its own for what is positive and tends to zero."""
        self.symbols = {**self.symbols, name: Symbol("bound", "positive")}
        self.small.add(name)
        return name

    def tell(self, said: Iterable[tuple[Tree, Span]]) -> None:
        """Take it that trees lie somewhere."""
        self.said += said
        self.places.clear()

    def general(self, name: str) -> bool:
        """Whether the facts hold for all values of the symbol."""
        return self.symbols[name].role == "variable" and name not in self.confined

    def equate(self, form: Tree, result: Tree) -> None:
        """Let what no arithmetic looks into stand for what it is equal to."""
        self.value(result)
        g = self.generator(form)
        sure(self._value(form) == self.gen(g), "more is known of another thing than", form)
        self.rules[g] = result
        self.memo = {f: v for f, v in self.memo.items() if g not in v.within}
        try:
            self.value(form)
        except RecursionError:
            raise UnclearError(f"{shown(form)} is said to be made of itself") from None

    def reduced(self, poly: Any) -> Any:
        """The polynomial with g^n replaced as the relations say."""
        while not poly.is_constant():
            degrees = poly.degrees()
            high = [g for g, (n, _) in self.relations.items() if degrees[g] >= n]
            if not high:
                break
            n, value = self.relations[g := max(high)]
            parts: dict[int, dict[Any, Any]] = {}
            for exponents, coefficient in poly.terms():
                quotient, rest = divmod(int(exponents[g]), n)
                kept = (*exponents[:g], rest, *exponents[g + 1 :])
                parts.setdefault(quotient, {})[kept] = coefficient
            products = (self.ring.from_dict(p) * power(value, q) for q, p in parts.items())
            poly = sum(products, self.ring.constant(0))
        return poly

    # from trees to fractions

    def constant(self, value: Fraction | int) -> Frac:
        """A rational number."""
        return Frac(self, self.ring.constant(fmpq(*value.as_integer_ratio())), plain=True)

    def gen(self, g: int) -> Frac:
        """A generator, or what it is known to be."""
        rule = self.rules.get(g)
        return Frac(self, self.gens[g], plain=True) if rule is None else self.value(rule)

    def value(self, form: Tree) -> Frac:
        """The fraction that a tree is; ``UnclearError`` where it may not be defined."""
        if form not in self.memo:
            self.memo[form] = self._value(form)
        return self.memo[form]

    def same(self, one: Tree, other: Tree) -> bool:
        """Whether two trees are seen to be equal."""
        with suppress(UnclearError):
            return self.value(one) == self.value(other)
        return False

    def _value(self, form: Tree) -> Frac:
        if is_number(form):
            return self.constant(form)
        if isinstance(form, str):
            return self.gen(self.generator(form))
        head, parts = form[0], form[1:]
        if head == "call" and parts[0][0] in self.functions:
            return self.value(self._applied(*parts))
        if head == "total" and parts[2] in self.members:
            return self.value(put(parts[1], {parts[0]: self.members[parts[2]]}))
        if head in ("+", "*"):
            combine, alone = (Frac.__add__, 0) if head == "+" else (Frac.__mul__, 1)
            return reduce(combine, map(self.value, parts or (alone,)))
        if head == "^":
            return self._power(*parts)
        for k, side in enumerate((NEGATIVE, POSITIVE) if head == "Heaviside" else ()):
            if self.seen(parts[0], side):
                return self.constant(k)
        if head == "KroneckerDelta":
            gap = self.value(parts[0]) - self.value(parts[1])
            if gap.zero() or self.seen(gap, NONZERO):
                return self.constant(int(gap.zero()))
        return self.gen(self.generator(form))

    def _applied(self, called: tuple[str, ...], *parts: Tree) -> Tree:
        """What a function is in a model."""
        name, *orders = called
        variables, body = self.functions[name]
        for x, n, part in zip(variables, orders, parts, strict=True):
            sure(admissible(self, self.symbols[x], part), "outside of a function")
            body = derivative(body, x, n)
        return put(body, dict(zip(variables, parts, strict=True)))

    def _power(self, base: Tree, exponent: Tree) -> Frac:
        value = self.value(base)
        if not is_number(exponent):
            self.require(value, POSITIVE, "a power of something that is not known to be positive")
            return self.value(("exp", ("*", exponent, ("log", base))))
        top, root = exponent.as_integer_ratio()
        sure(max(abs(top), root) <= MOST_EXPONENT, "an exponent is too large, or a root too fine")
        if top < 0:
            self.require(value, NONZERO, "it is divided by what may vanish")
        if root > 1:
            value = self.gen(self.generator(("^", base, Fraction(1, root))))
        return value**top

    def generator(self, form: Tree) -> int:
        """The generator of a symbol, a root, or what else no arithmetic looks into."""
        if isinstance(form, str):
            return self._atom(("symbol", form), (), ())
        if form[0] in BINDERS:
            return self._binder(form)
        head, k = form[0], start(form)
        sure(head in FUNCTIONS and form != INFINITY, f"{head} is not known here")
        j = {"^": 2, "Heaviside": 2, "bounded": 1}.get(head, len(form))
        inside, after = tuple(map(self.value, form[k:j])), form[j:]
        if head == "log":
            self.require(inside[0], POSITIVE, "the logarithm of what may not be positive")
        whole = head in ("besselj", "besseli") and self.whole(inside[0])
        if head.startswith("bessel") and not whole:
            self.require(inside[1], POSITIVE, "a Bessel function where it may have no value")
        if head == "^":
            self.require(inside[0], NONNEGATIVE, "a root of what may be negative")
            after = (Fraction(1, form[2].denominator),)
        elif head == "Heaviside":
            self.require(self.value(form[2]), REAL, "a step that may not be real")
        return self._atom(form[:k], inside, after)

    def _binder(self, form: Tree) -> int:
        """A sum or an integral, under a standard name of its variable."""
        head, name, body, *others = form
        symbol, after = self.symbols[name], tuple(others) if head == "total" else ()
        sure(symbol.member_of in (None, *after), f"{name} runs over another set")
        ends = list[Frac]()
        if head == "int":
            far = Frac(self, self.gens[self._atom(INFINITY, (), ())], plain=True)
            limits = {INFINITY: far, MINUS_INFINITY: self.constant(-1) * far}
            ends = [limits[end] if end in limits else self.value(end) for end in others]
            upward = MINUS_INFINITY not in others and all(self.seen(x, NONNEGATIVE) for x in ends)
            fine = symbol.sign in ("real", "any", *(("positive", "nonnegative") if upward else ()))
            sure(fine, f"{name} is integrated over what it cannot be")
        names = (standard_name(symbol.sign, (*after, None)[0], k) for k in range(height(body), 9))
        standard = next((one for one in names if one not in free(body) - {name}), name)
        inside = self.value(put(body, {name: standard}))
        return self._atom((head, standard), (inside, *ends), after)

    def _atom(self, before: Tree, parts: tuple[Frac, ...], after: Tree) -> int:
        """The generator of these parts, with this before and after them."""
        kind, turned = before[0], [parts]
        turned += [parts[::-1]] if kind == "KroneckerDelta" else []
        alike = self.alike.setdefault((before, after), [])
        for g in alike:
            if self.atoms[g].parts in turned:
                return g
        g = len(self.atoms)
        if g >= len(self.gens):
            raise RoomError("there are more generators than there is room for")
        form = before[1] if kind == "symbol" else (*before, *(x.tree() for x in parts), *after)
        within = frozenset({g}).union(*(part.within for part in parts))
        self.atoms.append(Atom(form, before, parts, after, within))
        alike.append(g)
        if kind == "i":  # i² = −1
            self.relations[g] = 2, self.ring.constant(-1)
        elif kind == "^" and parts[0].den.is_one():  # (ᵏ√b)ᵏ = b
            self.relations[g] = after[0].denominator, parts[0].num
        elif kind == "exp":  # exp(iπn)² = 1
            if self.whole(parts[0] / self.value(("*", ("i",), ("pi",)))):
                self.relations[g] = 2, self.one
        elif kind == "KroneckerDelta" or (
            kind == "Heaviside" and (after[0] in (0, 1) or self.seen(parts[0], NONZERO))
        ):  # δ² = δ
            self.relations[g] = 2, self.gens[g]
        return g

    # what is known of fractions

    def span(self, value: Frac) -> Span:
        """Where it lies by its terms, above and below."""
        above = self._terms(value.num)
        return above if value.den.is_one() else above * self._terms(value.den).inverse()

    def _terms(self, poly: Any) -> Span:
        found: Span | None = None
        places = [(g, self.place(g)) for g in used(poly)]
        for exponents, c in poly.terms():
            coefficient = int(c.p) if c.q == 1 else rational_of(c)
            term = Span(coefficient, coefficient)
            for g, place in places:
                if n := exponents[g]:
                    term *= place.power(int(n)) if n > 1 else place
            found = term if found is None else found + term
            if found == ANY:
                break
        return found or Span(0, 0)

    def place(self, g: int) -> Span:
        """Where a generator lies."""
        if g not in self.places:
            atom = self.atoms[g]
            plain = FUNCTIONS[atom.kind][not all(map(self.real, atom.parts))]
            self.places[g] = plain  # for what asks for it meanwhile
            found = plain.meet(self._place(g, plain))
            found = reduce(Span.meet, (how for x, how in self.said if x == atom.form), found)
            self.places[g] = found
        return self.places[g]

    def _place(self, g: int, plain: Span) -> Span:
        atom = self.atoms[g]
        if atom.kind == "symbol":
            return self.box.get(atom.label) or self.symbols[atom.label].span()
        if atom.kind == "^":
            return self.signs(atom.parts[0], POSITIVE).power(atom.after[0])
        if atom.kind in INCREASING and plain.real:
            return self.span(atom.parts[0]).image(*INCREASING[atom.kind])
        if atom.kind == "int":
            inside, low, high = atom.parts
            upward = high.tree() == INFINITY != low.tree() or self.seen(high - low, POSITIVE)
            plain = POSITIVE if upward and self.seen(inside, POSITIVE) else plain
        return self.at_point(Frac(self, self.gens[g], plain=True), plain.real).meet(plain)

    def real(self, value: Frac) -> bool:
        """Whether it is made of real things."""
        return all(self.place(g).real for g in value.gens)

    def inside(self, value: Frac) -> Iterator[Atom]:
        """What a fraction is made of, and what that is made of."""
        for g in value.gens:
            yield self.atoms[g]
            for part in self.atoms[g].parts:
                yield from self.inside(part)

    def whole(self, value: Frac) -> bool:
        """Whether it is a polynomial in integers, with integer coefficients."""
        atoms = [self.atoms[g] for g in value.gens]
        return (
            value.den.is_one()
            and all(c.denominator == 1 for c, _ in terms(value.num))
            and all(a.kind == "symbol" and "integer" in self.symbols[a.label].sign for a in atoms)
        )

    def seen(self, what: Any, wanted: Span) -> bool:
        """Whether a fraction, or a tree, is seen to lie there."""
        if isinstance(what, Frac):
            return self.signs(what, wanted).inside(wanted)
        try:
            return self.seen(self.value(what), wanted)
        except UnclearError:
            return False

    def signs(self, what: Frac, wanted: Span = NOWHERE) -> Span:
        """Where it lies where the facts hold, until that is ``wanted``."""
        found = self.span(what)
        if found.inside(wanted):
            return found
        found = found.meet(self.at_point(what, self.real(what)))
        content = what.num.term_content()
        if not found.inside(wanted) and len(what.num) > 1 and not content.is_constant():
            parts = [Frac(self, one, plain=True) for one in (content, what.num / content)]
            above = self.signs(parts[0]) * self.signs(parts[1])
            found = found.meet(above * self._terms(what.den).inverse())
        if self.h and not found.inside(wanted) and varies(self, what):
            found = found.meet(near(self, what))
        for form, how in self.said[:]:
            if found.inside(wanted):
                break
            if form in self.busy:
                continue
            self.busy.add(form)
            with suppress(UnclearError):
                known = self.value(form)
                if known == what:
                    found = found.meet(how)
                elif not how.vanishes and not known.zero():
                    found = found.meet(self.span(what / known) * how.meet(self.span(known)))
            self.busy.discard(form)
        return found

    def within(self, value: Frac, box: dict[str, Span], wanted: Span = NOWHERE) -> Span:
        """The same, some symbols lying in a box."""
        said, self.said = self.said, []
        for form, how in said:  # in the box nothing is worked out anew
            if self.seen(form, ANY):
                self.said.append((form, how))
        self.box, self.places = box, {}
        found = self.signs(value, wanted)
        self.said = said
        self.box, self.places = {}, {}
        return found

    def require(self, value: Frac, wanted: Span, what: str) -> None:
        """Refuse what is not seen to lie there; what is, does so whatever is known later."""
        if self.span(value).inside(wanted):
            return
        if not self.seen(value, wanted):
            raise UnclearError(what, value, wanted)
        if (needed := (value.tree(), wanted)) not in self.said:
            self.said.append(needed)

    def at_point(self, value: Frac, real: bool | None = None) -> Span:
        """Where a number lies, or what is one at the point of a model; real, if it may be."""
        form = value.tree()
        try:
            found = ball(form, self.point) if free(form) <= self.point.keys() else acb("nan")
        except UnclearError:
            return ANY
        real = found.imag.contains(0) if real is None else real
        apart = found.is_finite() and not found.contains(acb(0))
        return around(found.real) if real else Span(zero=not apart, real=False)


#: Where functions of what is real lie, and of others.
FUNCTIONS = {
    **dict.fromkeys(("pi", "gamma", "oo"), (POSITIVE, POSITIVE)),
    **dict.fromkeys(("call", "Heaviside", "total", "int"), (REAL, ANY)),
    "symbol": (ANY, ANY),
    **dict.fromkeys(("besselj", "bessely", "besseli", "besselk", "bounded"), (ANY, ANY)),
    **dict.fromkeys(("KroneckerDelta", "^"), (NONNEGATIVE, NONNEGATIVE)),
    "i": (NONZERO, NONZERO),
    "exp": (POSITIVE, NONZERO),
    "log": (REAL, REAL),
}
#: Increasing functions: from where they are defined, and their least value.
INCREASING = {"exp": (arb.exp, -inf, 0), "log": (arb.log, 0, -inf)}
CONFINING = ("Less", "MuchLess", "NotEqual")
#: What is not smooth where it varies.
STEPS = ("Heaviside", "KroneckerDelta")
MINUS_INFINITY = ("*", -1, INFINITY)


def height(form: Tree) -> int:
    """How many sums and integrals stand within each other in a tree."""
    if not isinstance(form, tuple):
        return 0
    return is_binder(form) + max((height(part) for part in form[start(form) :]), default=0)


def needs(form: Tree) -> Iterator[tuple[Tree, Span]]:
    """What must lie where for a tree to be defined, from its parts up, but for what is bound."""
    if not isinstance(form, tuple):
        return
    for part in form[start(form) + is_binder(form) :]:
        yield from needs(part)
    if form[0] == "log" or (form[0] == "^" and not is_number(form[2])):
        yield form[1], POSITIVE
    elif form[0] == "^":
        root, negative = form[2].denominator > 1, form[2] < 0
        if root or negative:
            yield form[1], (POSITIVE if negative else NONNEGATIVE) if root else NONZERO


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
    sure(isinstance(steps, list), "a proof that is no list of steps")
    for step in steps:
        sure(isinstance(step, list) and step and isinstance(step[0], str), "an odd step")
        sure(step[0] in LAWS, f"there is no law {shown(step[0])}")
        check, readers = LAWS[step[0]]
        check(theory, *several(*readers, text)([*step[1:], ""], theory.symbols)[:-1])


POWERS = several(several(tree, integer))


@law()
def again(theory: Theory) -> None:
    """What was known stays known when more is known of its parts."""
    for g, result in list(theory.rules.items()):
        if not theory.same(theory.atoms[g].form, result):
            theory.equate(theory.atoms[g].form, result)


def instance(theory: Theory, k: int, values: dict[str, Tree]) -> tuple[Tree, Tree]:
    """An equation, with values for variables for all of whose values it holds."""
    sure(0 <= k < len(theory.equations) and theory.equations[k], f"there is no equation {k}")
    for name, value in values.items():
        sure(theory.general(name), f"fact {k} does not hold for all values of {name}")
        sure(admissible(theory, theory.symbols[name], value), f"{name} has other values")
    left, right = theory.equations[k] or (0, 0)
    return put(left, values), put(right, values)


def admissible(theory: Theory, symbol: Symbol, form: Tree) -> bool:
    """Whether a tree has values that a symbol may have."""
    value = theory.value(form)
    if symbol.member_of is not None:
        over_ = theory.symbols[form].member_of if isinstance(form, str) else None
        return symbol.member_of == over_ or form == theory.members.get(symbol.member_of, ())
    if "integer" in symbol.sign and not theory.whole(value):
        return False
    return theory.seen(value, SIGNS[symbol.sign])


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
        fine = all(theory.seen(one, NONZERO) for one in both)
        sure(fine, f"fact {k} may not fix it", form)
    else:
        fine = theory.seen(one, POSITIVE) and theory.seen(other, POSITIVE)
        fine = fine and theory.seen(right, NONZERO) and n > 0
        sure(fine, f"the sides of fact {k}, or what it is solved for, may vanish", form)
        sure((left / right) ** n == (one / other) ** m, f"fact {k} says something else")
    if isinstance(form, str) and theory.symbols[form].span().inside(NONNEGATIVE):
        theory.tell([(result, theory.symbols[form].span())])
    theory.equate(form, result)


@law(integer, VALUE)
def derive(theory: Theory, k: int, name: str) -> None:
    """What are equal for all values of a variable have equal derivatives: one more equation."""
    left, right = instance(theory, k, {})
    fine = theory.general(name) and "integer" not in theory.symbols[name].sign
    sure(fine and theory.symbols[name].member_of is None, f"{name} is no variable to derive by")
    theory.equations.append((derivative(left, name), derivative(right, name)))


@law(tree, integer, tree)
def root(theory: Theory, base: Tree, n: int, result: Tree) -> None:
    """ⁿ√b = v where vⁿ = b and neither is negative."""
    value, radicand = theory.value(result), theory.value(base)
    sure(n > 1 and value**n == radicand, "it is not the root")
    fine = theory.seen(value, NONNEGATIVE) and theory.seen(radicand, NONNEGATIVE)
    sure(fine, "a root may be negative")
    theory.equate(("^", base, Fraction(1, n)), result)


def logarithm(theory: Theory, form: Tree) -> Frac:
    """What the exponential of it is a tree."""
    if isinstance(form, tuple) and form[0] == "exp":
        return theory.value(form[1])
    if form == ("i",):
        return theory.value(("*", Fraction(1, 2), ("i",), ("pi",)))
    return theory.value(("log", form))


@law(tree, POWERS)
def exp(theory: Theory, form: Tree, powers: Any) -> None:
    """Exp u = Π bⁿ for u = Σ n·log b, where log exp t = t, log i = iπ/2, n is whole."""
    total = theory.constant(0)
    for base, n in powers:
        total = total + theory.constant(n) * logarithm(theory, base)
    sure(total == theory.value(form), "it is another exponential")
    theory.equate(("exp", form), ("*", *(("^", base, n) for base, n in powers)))


@law(tree, integer, tree)
def log(theory: Theory, form: Tree, q: int, result: Tree) -> None:
    """Log u = v for positive u and real v with exp(q·v) = u^q."""
    fine = q > 0 and theory.seen(form, POSITIVE) and theory.real(theory.value(result))
    sure(fine, "it may not be positive, or a power of e that is not a real one")
    whole = theory.value(("exp", ("*", q, result)))
    sure(theory.value(form) ** q == whole, "it is the logarithm of something else")
    theory.equate(("log", form), result)


def opened(form: Tree, *heads: str) -> tuple[str, str, Tree, tuple[Tree, ...]]:
    """A sum or an integral taken apart: its variable has a name of which the facts say nothing."""
    sure(is_binder(form) and form[0] in heads, f"it is no {' and no '.join(heads)}")
    head, name, body, *others = form
    sure(name[0] == "#" and name.count(".") > 1, f"{name} is a name of which something is known")
    return head, name, body, tuple(others)


@law(tree, several(several(tree, tree)))
def linear(theory: Theory, form: Tree, pairs: Any) -> None:
    """Sums and integrals are linear: Σ or ∫ of Σ c·f is Σ c·(Σ or ∫ of f), c free of the variable.

    That of 1 is the number of terms, or the length of the interval.
    """
    head, name, body, others = opened(form, "int", "total")
    improper = "oo" in repr(others)
    sure(not improper or len(pairs) == 1, "an improper integral does not come apart")
    total, result = theory.constant(0), []
    for front, part in pairs:
        sure(name not in free(front), f"{name} comes out of its scope")
        total = total + theory.value(front) * theory.value(part)
        one: Tree = (head, name, part, *others)
        if part == 1 and not improper:
            one = theory.symbols[others[0]].count if head == "total" else None
            one = ("+", others[1], ("*", -1, others[0])) if head == "int" else one
            fine = one is not None and (head == "int" or theory.seen(one, POSITIVE))
            sure(fine, "a set of unknown number")
        result.append(("*", front, one))
    sure(total == theory.value(body), "the terms are others")
    theory.equate(form, ("+", *result))


@law(tree, tree, as_is)
def integral(theory: Theory, form: Tree, anti: Tree, steps: Any) -> None:
    """∫ f = F(b) − F(a), where F is continuous from a to b and F′ = f between them.

    For b = ∞ that is −F(a), where F tends to zero, by steps of its own.
    """
    _, name, body, ends = opened(form, "int")
    continuous_in(theory, anti, name, ends)
    sure(theory.value(derivative(anti, name)) == theory.value(body), "its slope is another")
    low, high = (0 if end == INFINITY else put(anti, {name: end}) for end in ends)
    sure(ends[0] != INFINITY, "it begins at infinity")
    if ends[1] == INFINITY:
        sure(not theory.h, "two things are small")
        before = theory.symbols, dict(theory.rules), theory.said[:]
        theory.h = theory.tiny("#h")
        follow(theory, steps)
        below = vanishing(theory, theory.value(put(anti, {name: over(1, theory.h)})))
        sure(theory.seen(below, NONZERO), "it may not vanish far away")
        theory.h, (theory.symbols, theory.rules, theory.said) = "", before
        theory.memo.clear()
    theory.equate(form, ("+", high, ("*", -1, low)))


@law(tree, integer)
def taylor(theory: Theory, form: Tree, n: int) -> None:
    """For small h > 0 and f smooth at 0: f(h) = Σ f⁽ᵏ⁾(0)·hᵏ/k! for k < n, and O(hⁿ)."""
    h = theory.h
    sure(h and 0 < n < 9 and not height(form), "there is no h that is small, or an integral")
    form = theory.atoms[theory.generator(form)].form
    other = (theory.small - {h}) & free(form) or heads(form) & {"bounded", *STEPS}
    orders = {name for x in walk(form) if x[0].startswith("bessel") for name in free(x[1])}
    sure(not other and h not in orders, "more than h varies there, or in steps, or an order")
    for part, how in needs(form):
        if h in free(part):
            fine = theory.seen(theory.value(put(part, {h: 0})), how._replace(zero=False))
            sure(fine, "it may not be smooth where it is expanded")
    series = [
        ("*", put(derivative(form, h, k), {h: 0}), Fraction(1, factorial(k)), ("^", h, k))
        for k in range(n)
    ]
    rest = ("*", ("bounded", next(theory.made)), ("^", h, n))
    theory.equate(form, ("+", *series, rest))


@law(tree, integer)
def small(theory: Theory, form: Tree, k: int) -> None:
    """Exp u = s·h⁴⁰ with a small s > 0, if u·hᵏ tends to a number below 0, k > 0.

    Log h = −1/s for k = 0, and else −s/hᵏ.
    """
    h, s = theory.h, theory.tiny(f"#small.{next(theory.made)}")
    sure(h and k >= 0 and isinstance(form, tuple), "there is no h that is small")
    if form == ("log", h):
        return theory.equate(form, ("*", -1, ("^", s, 1 if k else -1), ("^", h, -k)))
    inside = theory.value(("*", form[1], ("^", h, k)))
    above, left = at_zero(theory, inside.num, inside.den)
    fine = form[0] == "exp" and k > 0 and theory.real(inside)
    fine = fine and not any(varies(theory, one) for one in (above, left))
    fine = fine and theory.seen(left, NONZERO)
    sure(fine and theory.seen(above / left, NEGATIVE), "an exponential that may not vanish")
    return theory.equate(form, ("*", s, ("^", h, 40)))


# -- 6. numbers and models ------------------------------------------------------------


def ball(form: Tree, point: dict[str, Any]) -> acb:
    """A ball that certainly holds the value of a tree at a point."""
    value = point.get(form, form) if isinstance(form, str) else form
    if isinstance(value, acb):
        return value
    if is_number(value):
        return acb(arb_of(value))
    sure(isinstance(form, tuple), "no value", form)
    head, *parts = form
    if head == "int":
        name, body, *ends = parts
        sure(heads(body) <= WHOLE, "an integral that is not worked out", form)
        low, high = (ball(end, point) for end in ends)
        return acb.integral(lambda z, _: ball(body, {**point, name: z}), low, high)
    sure(head in VALUED, "no value", form)
    if head == "^" and is_number(parts[1]):
        top, root = parts[1].as_integer_ratio()
        base = ball(parts[0], point)
        return (base if root == 1 else acb(positive(base).root(root))) ** top
    return VALUED[head](*(ball(part, point) for part in parts))


def arb_of(number: Any) -> arb:
    """A ball around a rational number."""
    return arb(fmpq(*number.as_integer_ratio()))


def positive(value: acb) -> arb:
    """The real part of what is certainly positive."""
    sure(value.imag.contains(0) and value.real > 0, "a root or logarithm of what may be negative")
    return value.real


#: What heads make of balls.
VALUED: dict[str, Any] = {
    "+": lambda *parts: sum(parts, acb(0)),
    "*": lambda *parts: prod(parts, start=acb(1)),
    "^": lambda base, power: (power * positive(base).log()).exp(),
    "i": lambda: acb(0, 1),
    "pi": lambda: acb(arb.pi()),
    "gamma": lambda: acb(arb.const_euler()),
    "exp": acb.exp,
    "log": lambda u: acb(positive(u).log()),
    **{f"bessel{k}": lambda n, u, k=k: getattr(u, f"bessel_{k}")(n) for k in "jyik"},
}
#: What these make of z has a derivative wherever a ball around it is finite.
WHOLE = {"+", "*", "^", "exp", "i", "pi"}


def heads(form: Tree) -> set[str]:
    """What a tree is made of; a power that is not whole is a root."""
    roots = (x for x in walk(form) if x[0] == "^" and not (is_number(x[2]) and x[2] == x[2] // 1))
    return {x[0] for x in walk(form)} | {"root" for _ in roots}


def surely(theory: Theory, value: Frac, wanted: Span, cuts: Any) -> bool:
    """Whether a fraction lies there, the spans of symbols being cut in pieces."""
    pieces: list[Any] = []
    for name, n in cuts:
        low, high, *_ = theory.place(theory.generator(name))
        sure(n > 0 and -inf < low and high < inf, "a range in no pieces")
        ends = [low + (high - low) * Fraction(k, n) for k in range(n + 1)]
        pieces.append([(name, Span(*each)) for each in pairwise(ends)])
    cells = map(dict[str, Span], product(*pieces))
    return all(theory.within(value, cell, wanted).inside(wanted) for cell in cells)


def stated(theory: Theory, given: Obligation) -> None:
    """Take what facts say in numbers: that expressions are new symbols, which lie somewhere."""
    for k, link in enumerate(given.facts):
        if link.kind == "Within":
            form, ends = link.sides[0], target(link)
        elif link.kind in LESS and theory.seen(link.sides[1], POSITIVE):
            form, ends = over(*link.sides), Span(-inf, Fraction(1, LESS[link.kind]))
            ends = ends.meet(NONNEGATIVE) if theory.seen(link.sides[0], NONNEGATIVE) else ends
        else:
            continue
        name, sign = f"#fact.{k}", next(s for s, span in SIGNS.items() if ends.inside(span))
        theory.symbols = {**theory.symbols, name: Symbol("bound", sign, range=ends[:2])}
        theory.equations[k] = form, name
        theory.tell([(form, ends)])


CUTS = several(several(VALUE, integer))
#: How many times less the left side is.
LESS = {"Less": 1, "MuchLess": 10}


def target(link: Relation) -> Span:
    """The interval of a ``Within`` in base units."""
    size, _ = link.more["unit"]
    sure(size > 0, "a unit of no size")
    return Span(link.more["low"] * size, link.more["high"] * size)


def holds(theory: Theory, link: Relation, most: int) -> bool | None:
    """Whether a relation certainly holds at the point of a model, or certainly fails."""
    values = [theory.value(side) for side in link.sides]
    ends = Span(Fraction(1, most), Fraction(most))
    if link.kind in ("Equal", "NotEqual"):
        gap, equal_ = values[0] - values[1], link.kind == "Equal"
        return equal_ if gap.zero() else None if where(theory, gap).vanishes else not equal_
    if link.kind in ("Within", "Attains"):
        ends, value = target(link), values[0]
    elif link.kind in ("SameOrder", "Rough"):
        value = values[0] / values[1]
    elif link.kind in LESS:
        ends, value = POSITIVE, values[1] - theory.constant(LESS[link.kind]) * values[0]
    else:
        return None
    found = where(theory, value)
    if found.inside(ends):
        return True
    return False if found.high < ends.low or found.low > ends.high else None


def where(theory: Theory, value: Frac) -> Span:
    """Where a fraction lies at the point of a model, whatever the facts say."""
    box = {name: Span(q, q) for name, q in theory.point.items()}
    found = theory.within(value, box)
    known = found.real and -inf < found.low and found.high < inf
    return found if known else found.meet(theory.at_point(value))


def placed(given: Obligation, record: Any) -> Theory:
    """Numbers for symbols, functions for functions, and one member for sets."""
    sure(isinstance(record, dict), "an odd model")
    symbols, theory = given.symbols, Theory(given)
    readers = {
        "point": several(several(named(*OF_THEIR_OWN), rational)),
        "single": several(several(PART["s"], tree)),
        "puts": several(several(named(*OF_THEIR_OWN, "function"), several(VALUE), tree)),
    }
    point, single, puts = (read(record.get(name, []), symbols) for name, read in readers.items())
    known = {name for name, symbol in symbols.items() if symbol.role == "set"}
    known |= {name for name, _ in point}
    theory.point = {name: q for name, q in point if symbols[name].role != "variable"}
    for over_, member in single:
        size = symbols[over_].count
        sure(isinstance(size, str) and not symbols[over_].dimension, f"may {over_} have one?")
        theory.members[over_] = member
        members = [n for n in sorted(given.names()) if symbols[n].member_of == over_]
        puts = ((size, (), 1), *((name, (), member) for name in members), *puts)
    for name, variables, body in puts:
        sure(name not in known and len(set(variables)) == len(variables), f"{name} is odd")
        sure(len(variables) == len(symbols[name].arguments), f"{name} of what?")
        fine = free(body) - {*variables} <= known and all(x.startswith("#") for x in variables)
        fine = fine and (
            symbols[name].role != "variable" or symbols[name].member_of in theory.members
        )
        sure(fine, f"{name} is made of what is not given")
        known.add(name)
        if symbols[name].role == "function":
            theory.functions[name] = variables, body
        else:
            theory.equate(name, body)
    # Equations speak of those values of variables that inequalities leave.
    varying = {name for name, symbol in symbols.items() if symbol.role == "variable"}
    confining = [link for link in given.facts if link.kind in CONFINING]
    theory.learn([x for x in confining if varying & free(("+", *x.sides))])
    return theory


def in_model(given: Obligation, proof: Any) -> None:
    """There is a model of the facts, and in it the goal is as said.

    Equations hold in it for all values of their variables, the rest at the point.
    """
    record, symbols, goal = proof.get("model"), given.symbols, given.goal
    theory = placed(given, record)
    follow(theory, record.get("steps", []))
    for _, body in theory.functions.values():
        real = all(symbols[x].sign != "any" for x in free(body) if symbols[x].role in VALUES)
        same = theory.same(put(body, CONJUGATE), body)
        sure(real and same and "bessel" not in repr(body), "a function that may not be real")
        steps = (x for x in STEPS if x in repr(body) and x not in repr(given.facts))
        sure(not any(steps), "a function with steps of which no fact speaks")
        for inner in (body, *(x[2] for x in walk(body) if is_binder(x))):
            for part, how in needs(inner):
                smooth = how == NONZERO or theory.seen(part, POSITIVE)
                sure(smooth, "a function that may not be smooth")
    for link in given.facts:
        fine = link.kind != "Equal" or holds(theory, link, 1)
        sure(fine, "an equation does not hold in the model")
    theory.point = {name: rational(q) for name, q in record.get("point", [])}
    theory.said, theory.memo, theory.places = [], {}, {}
    for link in given.facts:
        silent = link.kind in ("Semiquantitative", "SameDimension", "Refers", "Attains", "Equal")
        sure(silent or holds(theory, link, 1), f"a fact does not hold in the model: {link.kind}")
    for name in given.names():
        can_be(theory, name)
    fine = goal.kind == "Consistent" or holds(theory, goal, given.bound) is (
        given.status == "proved"
    )
    sure(fine, "in the model the claim may be otherwise")


def can_be(theory: Theory, name: str) -> None:
    """Refuse a value that a symbol cannot have."""
    symbol = theory.symbols[name]
    if symbol.role == "function":
        return sure(name in theory.functions, f"{name} is which?")
    varies_ = symbol.role == "variable" and name not in theory.point
    if symbol.role not in VALUES or varies_:
        return None
    exact = theory.point.get(name)
    found = where(theory, theory.value(name)) if exact is None else Span(exact, exact)
    whole = found.low == found.high and Fraction(found.low).denominator == 1
    sure("integer" not in symbol.sign or whole, f"{name} may not be whole")
    known = -inf < found.low and found.high < inf
    return sure(known and found.inside(symbol.span()), f"{name} cannot have its value")


# -- 7. claims ------------------------------------------------------------------------


def recheck(given: Obligation) -> str:
    """Prove or refute again what was decided; how in a word, ``UnclearError`` if it cannot be."""
    status, goal, proof = given.status, given.goal, given.decision.get("proof")
    wrong = mismatch(goal, given.symbols)
    wrong = "" if given.asks in NEGLECTING else wrong
    if wrong or given.asks == "dimensions" or goal.kind in ("SameDimension", "Semiquantitative"):
        plain = given.asks == "dimensions" or goal.kind == "SameDimension"
        plain = plain and given.asks not in NEGLECTING
        fine = status == "refuted" if wrong else status == "proved" and plain
        sure(fine, wrong or "the dimensions agree")
        return "dimension"
    if goal.kind == "Refers":
        there = set(goal.more["to"]) <= set(goal.more["among"])
        sure(there == (status == "proved"), "whether the equations referred to are there")
        return "list"
    turned = goal._replace(sides=goal.sides[::-1]) if goal.kind == "Equal" else goal
    said = any(one in given.facts for one in (goal, turned))
    said = said and given.asks == "relation"
    if said and status == "proved" and goal.kind in SHOWN:
        return "premise"
    if proof is None:
        raise BeyondError("it comes without a proof")
    sure(isinstance(proof, dict), "an odd proof")
    key = (goal.kind if given.asks == "relation" else given.asks, status)
    sure(key in CLAIMS, f"{key[0]} {status}: nothing re-checks it here")
    check, how = CLAIMS[key]
    check(given, proof)
    return how


def theory_of(given: Obligation, proof: dict[str, Any]) -> Theory:
    """What the facts say, and what follows by the steps of the proof."""
    theory = Theory(given)
    theory.learn(given.facts)
    follow(theory, proof.get("steps", []))
    return theory


def equal(given: Obligation, proof: Any) -> None:
    """Both sides are the same fraction, defined wherever the facts hold."""
    theory = theory_of(given, proof)
    left, right = map(theory.value, given.goal.sides)
    for k, factor in several(several(integer, tree))(proof.get("combine", []), given.symbols):
        one, other = map(theory.value, instance(theory, k, {}))
        left = left - theory.value(factor) * (one - other)
    sure(left == right, "the sides are not seen to be equal")


def near_one(name: str) -> bool:
    """Whether a name is one of a factor near 1."""
    return name.startswith("\N{ALMOST EQUAL TO}")


#: What is asked of a claim besides, with what is neglected: that little changes, or nothing.
NEGLECTING = ("steady", "exact")


def steady(given: Obligation, proof: Any) -> None:
    """What is claimed of, one side or the ratio of two, changes little with factors near 1.

    For 1 in their place the facts say no more of it than the steps do.
    """
    theory = theory_of(given, proof)
    number = 2 if given.goal.kind in {*PAIRS, "LeadingOrder"} else 1
    sides = [side for side in given.goal.sides[:number] if side != 0]
    value = theory.value(sides[0])
    if all(theory.value(side).zero() for side in sides):
        return
    if len(sides) > 1:
        value = value / theory.value(sides[1])
    some = any(near_one(n) for g in value.within for n in free(theory.atoms[g].form))
    polys = Frac(theory, value.num), Frac(theory, value.den)
    sure(not value.zero(), "the leading terms cancel")
    sure(not some or all(changes_little(theory, one) for one in polys), "too much is neglected")
    for name in filter(near_one, sorted(given.names())):
        theory.equate(name, 1)
    follow(theory, proof.get("for one", []))
    left, right = (*given.goal.sides, 0)[:2]
    if given.goal.kind != "Equal" or theory.value(left) != theory.value(right):
        evident(theory)
    sure(not some or given.asks == "steady", "something is neglected")


def changes_little(theory: Theory, value: Frac) -> bool:
    """Whether a polynomial does: factors near 1 stand in front, or in sums of positive terms.

    What they stand in, if it does not vary, is near its value for 1.
    """
    found: dict[Any, dict[Any, Fraction]] = {}
    for c, powers in terms(value.num):
        front, rest = [], theory.constant(1)
        for g, n in powers:
            form = theory.atoms[g].form
            inside = set(filter(near_one, free(form)))
            vary = any(theory.symbols[x].role == "variable" for x in free(form))
            sure(not inside or not vary, "a factor near 1 stands in what varies")
            front += [(g, n)] if inside else []
            rest = rest * theory.value(put(form, dict.fromkeys(inside, 1))) ** n
        one = rest.monomial()
        sure(one and one[0] == 1, "a factor near 1 stands in something")
        found.setdefault(tuple(sorted(one[1].items())), {})[tuple(front)] = c
    sums = {key: sum(each.values()) for key, each in found.items()}
    sure(all(sums.values()), "a term is there for what is neglected alone")
    fronts = [{k: c / sums[key] for k, c in each.items()} for key, each in found.items()]
    one_sign = len({c > 0 for c in sums.values()}) == 1
    positive_ = all(theory.place(g).inside(POSITIVE) for key in sums for g, _ in key)
    return all(one == fronts[0] for one in fronts) or (one_sign and positive_)


def evident(theory: Theory) -> dict[str, tuple[tuple[str, ...], Tree]]:
    """Refuse equations that say more than the steps; what others say that functions are."""
    defined: dict[str, tuple[tuple[str, ...], Tree]] = {}
    for left, right in filter(None, theory.equations):
        plain = isinstance(left, tuple) and left[0] == "call" and not any(left[1][1:])
        plain = plain and len(set(left)) == len(left)
        plain = plain and all(isinstance(y, str) and theory.general(y) for y in left[2:])
        if plain and left[1][0] not in defined.keys() | free(right):
            defined[left[1][0]] = left[2:], right
        else:
            sure(theory.value(left) == theory.value(right), "a fact says more")
    return defined


def independent(given: Obligation, proof: Any) -> None:
    """The fraction is made of no symbol but those named."""
    names = free(theory_of(given, proof).value(given.goal.sides[0]).tree())
    held, of = given.goal.more["holding"], given.goal.more["of"]
    sure(names <= set(held) and not set(held) & set(of), "it depends on something else")


def same_order(given: Obligation, proof: Any) -> None:
    """Left = factor · right, the factor made of order-one factors that keep it within the bound."""
    theory, symbols = theory_of(given, proof), given.symbols
    rough = given.goal.kind == "Rough"
    said = any(link.kind == "Semiquantitative" for link in given.facts)
    sure(said or not rough, "= is not said to mean ~")
    form = tree(given.decision.get("factor"), symbols)
    left, right, factor = map(theory.value, (*given.goal.sides, form))
    sure(left == factor * right and not right.zero(), "the factor is not that of the sides")
    names = free(factor.tree())
    fine = all(symbols[name].role == "order-one factor" for name in names)
    sure(fine, "the factor is not made of factors of order one")
    ends, cuts = Span(Fraction(1, given.bound), Fraction(given.bound)), proof.get("cuts", [])
    sure(surely(theory, factor, ends, CUTS(cuts, symbols)), "the factor may be beyond the bound")


def numbers(given: Obligation, proof: Any) -> None:
    """What is claimed of numbers holds for all values that the facts allow."""
    theory, goal = Theory(given), given.goal
    theory.learn(given.facts)
    stated(theory, given)
    follow(theory, proof.get("steps", []))
    values = [theory.value(side) for side in goal.sides]

    def lies(value: Frac, wanted: Span) -> bool:
        return surely(theory, value, wanted, CUTS(proof.get("cuts", []), theory.symbols))

    if goal.kind == "Within":
        return sure(lies(values[0], target(goal)), "the value may be outside the interval")
    left, right = values
    if goal.kind == "Less":
        fine = lies(right - left, POSITIVE) or (
            theory.seen(right, POSITIVE) and lies(left / right - theory.constant(1), NEGATIVE)
        )
    else:
        fine = theory.seen(right, POSITIVE) and lies(left, NONNEGATIVE)
        fine = fine and lies(left / right, Span(-inf, Fraction(1, 10)))
    return sure(fine, "the left side may not be less")


def continuous(given: Obligation, proof: Any) -> None:
    """The expression has a value, made of what is continuous, all the way."""
    more = given.goal.more
    ends = more["low"], more["high"]
    continuous_in(theory_of(given, proof), more["expression"], more["variable"], ends)


def between(theory: Theory, form: Tree, ends: tuple[Tree, ...]) -> tuple[str, str]:
    """Names for a variable between two ends, with the ends and without them."""
    known = [theory.value(end) for end in ends if end != INFINITY]
    sign = next(s for s in SIGNS if all(theory.seen(end, SIGNS[s]) for end in known))
    both = (sign, sign.replace("nonnegative", "positive"))
    found = (tuple(standard_name(one, None, k) for one in both) for k in range(8, -1, -1))
    closed, open_ = next(names for names in found if not free(form) & set(names))
    return closed, open_


def continuous_in(theory: Theory, form: Tree, x: str, ends: tuple[Tree, ...]) -> None:
    """A tree has a value between two ends and at both, made of what is continuous in x.

    So has what it is between them, where functions are what facts say that they are.
    """
    closed, open_ = between(theory, form, ends)
    lefts = [left for left, _ in filter(None, theory.equations) if isinstance(left, tuple)]
    factors = [x for left in lefts for x in (left[1:] if left[0] == "*" else (left,))]
    calls = [x for x in factors if isinstance(x, tuple) and x[0] == "call" and not any(x[1][1:])]
    ready = {x[1][0] for x in calls if any(theory.symbols[n].role == "variable" for n in free(x))}

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


def tends(given: Obligation, proof: Any) -> None:
    """The difference from the limit, or the ratio of the sides less 1, tends to zero with h > 0.

    The variable is what it tends to and hᵏ, or 1/hᵏ; all facts hold for whatever small h.
    """
    more, leading = given.goal.more, given.goal.kind == "LeadingOrder"
    theory, x, to = Theory(given), more["variable"], more["to"]
    theory.learn(given.facts)
    told = theory.said[:]
    sure(x not in free(to), "what is tended to varies")
    theory.h = theory.tiny("#h")
    h = ("^", theory.h, integer(proof.get("power", 1), least=1))
    theory.equate(x, over(1, h) if to == INFINITY else ("+", to, h))
    follow(theory, proof.get("steps", []))
    defined = evident(theory)
    for atom in theory.atoms[:]:
        if atom.kind == "call" and atom.label[0] in defined:
            variables, body = defined[atom.label[0]]
            for y, n in zip(variables, atom.label[1:], strict=True):
                body = derivative(body, y, n)
            values = {y: part.tree() for y, part in zip(variables, atom.parts, strict=True)}
            if all(admissible(theory, theory.symbols[y], form) for y, form in values.items()):
                same = theory.value(put(body, values)) == theory.value(atom.form)
                sure(same, "a function is not what a fact says")
    first, second = map(theory.value, given.goal.sides[:2])
    gap = first / second - theory.constant(1) if leading else first - second
    coefficient = vanishing(theory, gap)
    sure(leading or theory.seen(coefficient, NONZERO), "what is divided by may vanish")
    hold_near(theory, given.facts, told)


def hold_near(theory: Theory, facts: Any, told: Any) -> None:
    """Refuse facts that may fail near the limit, by no more than those that do not vary there."""
    theory.said, theory.places = [], {}
    theory.said = [(x, how) for x, how in told if not varies(theory, theory.value(x))]
    known = ("Equal", "Less", "NotEqual")
    sides = [x for link in facts if link.kind not in known for x in link.sides]
    fine = all(theory.seen(form, how) for form, how in told)
    fine = fine and not any(varies(theory, theory.value(side)) for side in sides)
    sure(fine, "a fact may not hold near the limit")


def vanishing(theory: Theory, value: Frac) -> Frac:
    """What is left below of a fraction that tends to zero where what is small is 0."""
    below = value.den
    for g, n in enumerate(below.term_content().degrees()):
        if n and theory.atoms[g].kind == "exp" and bounded(theory, g):  # it is of size 1
            below /= theory.gens[g] ** int(n)
    above, left = at_zero(theory, value.num, below)
    fine = above.zero() and not left.zero() and not varies(theory, left)
    sure(fine, "the difference is not seen to vanish")
    return left


def near(theory: Theory, value: Frac) -> Span:
    """The signs of a fraction for small h: those of what is left over powers of what is small."""
    found = POSITIVE
    for poly in (value.num, value.den):
        powers = zip(theory.atoms, theory.gens, poly.term_content().degrees(), strict=False)
        front = [gen ** int(n) for atom, gen, n in powers if atom.form in theory.small]
        try:
            (left,) = at_zero(theory, poly / prod(front, start=theory.one))
        except UnclearError:
            return ANY
        found = ANY if varies(theory, left) else found * theory.signs(left)
    return ANY if found.vanishes else found


def at_zero(theory: Theory, *polys: Any) -> list[Frac]:
    """What polynomials are where what is small is 0; what else varies has to be bounded."""
    gone, limits = [g for g, x in enumerate(theory.atoms) if x.form in theory.small], []
    for poly in polys:
        for g in used(poly):
            fine = g in gone or bounded(theory, g)
            fine = fine or not varies(theory, Frac(theory, theory.gens[g]))
            sure(fine, "a limit of", theory.atoms[g].form)
        kept = {m: c for m, c in poly.terms() if not any(m[g] for g in gone)}
        limits.append(Frac(theory, theory.ring.from_dict(kept)))
    return limits


def varies(theory: Theory, value: Frac) -> bool:
    """Whether a fraction varies with h, or may."""
    forms = [theory.atoms[g].form for g in value.gens]
    return any("bounded" in heads(form) or theory.small & free(form) for form in forms)


def bounded(theory: Theory, g: int) -> bool:
    """Whether a generator stays bounded: the rest of a series, or exp(ix) for real x."""
    atom = theory.atoms[g]
    turned = atom.kind == "exp" and theory.real(atom.parts[0] / theory.value(("i",)))
    return turned or atom.kind == "bounded"


#: What checks each kind of claim, and how, in a word.
CLAIMS: dict[tuple[str, str], tuple[Any, str]] = {
    ("Equal", "proved"): (equal, "equal fractions"),
    ("NotEqual", "refuted"): (equal, "equal fractions"),
    ("steady", "proved"): (steady, "what is neglected"),
    ("exact", "proved"): (steady, "nothing that is neglected"),
    ("Independent", "proved"): (independent, "equal fractions"),
    ("Continuous", "proved"): (continuous, "continuity"),
    **{(kind, "proved"): (same_order, "range") for kind in ("SameOrder", "Rough")},
    **{(kind, "proved"): (numbers, "interval") for kind in ("Within", "Less", "MuchLess")},
    **{(kind, "proved"): (tends, "series") for kind in ("Tends", "LeadingOrder")},
    **{(kind, "proved"): (in_model, "model") for kind in ("NotEqual", "Attains", "Consistent")},
    **{
        (kind, "refuted"): (in_model, "model")
        for kind in ("Equal", "Within", "Less", "MuchLess", "SameOrder", "Rough")
    },
}


# -- 8. lines -------------------------------------------------------------------------

#: What says the same where it is proved and where it is used.
SHOWN = {"Equal", "Less", "MuchLess", "Within"}
FAILING = {"refuted", "undecided"}
ORIGINS = {"line": "a line", "here": "the same line", "shown": "their proof"}


class Claim(NamedTuple):
    """A claim of a line: its links and side conditions, each an obligation, and its argument.

    ``confining`` are the inequalities among its facts that its variables are linked to;
    ``approximate`` says that it holds to leading order only, for itself or for its premises;
    ``open`` that it does so for itself or for its facts.
    """

    links: tuple[Obligation, ...]
    conditions: tuple[Obligation, ...]
    given: bool
    premises: tuple[str, ...]
    approximate: bool
    confining: list[Relation]
    open: bool = False

    def refuted(self) -> bool:
        """Whether some link is refuted, every side condition being proved."""
        allowed = all(one.status == "proved" for one in self.conditions)
        return allowed and any(one.status == "refuted" for one in self.links)


class Line(NamedTuple):
    """What later lines need of a line."""

    verdict: str
    accepted: tuple[Claim, ...]
    rests_on: frozenset[str]


class Replay:
    """Goes through a certificate once; what does not agree is noted in ``faults``."""

    def __init__(self, kinds: frozenset[str]) -> None:
        self.kinds = kinds
        self.obligations: list[Obligation] = []
        self.lines: dict[str, Line] = {}
        self.symbols = standard_names()
        self.constants: dict[str, Any] = {}
        self.faults: list[str] = []
        self.trusted: Counter[str] = Counter()
        self.found: Counter[str] = Counter()

    def agree(self, fine: Any, fault: str, *about: Any) -> None:
        """Note what does not agree."""
        if not fine:
            self.faults.append(": ".join([fault, *map(shown, about)]))

    def obligation(self, record: dict[str, Any]) -> None:
        """Read an obligation, and prove or refute it again."""
        one = obligation(record, len(self.obligations), self.symbols)
        self.obligations.append(one)
        fine = one.bound == self.obligations[0].bound
        self.agree(fine, f"obligation {one.number} has another bound for what is of order one")
        if one.status == "undecided":
            return
        kind = one.goal.kind
        try:
            how = within_time(lambda: recheck(one))
            self.found[f"obligations {one.status} again, by {how}"] += 1
        except UnclearError as why:
            if isinstance(why, BeyondError) and kind in self.kinds:
                self.trusted[kind] += 1
            else:
                self.agree(False, f"obligation {one.number}, {kind} {one.status}: {why}")

    def line(self, record: dict[str, Any]) -> None:
        """Check where the facts of a line come from, and compute its verdict."""
        label, misprint = text(record["label"]), record["misprint"]
        sure(label not in self.lines and isinstance(misprint, bool), f"line {label} is odd")
        both: list[tuple[Claim, ...]] = []
        for form in ("printed", "accepted"):
            claims: tuple[Claim, ...] = ()
            for one in record[form]:
                claims += (self._claim(one, (label, form), claims),)
            self.agree(claims, f"line {label} claims nothing")
            both.append(claims)
        printed, accepted = both
        same = misprint or record["printed"] == record["accepted"]
        self.agree(same, f"line {label} is no misprint, and is accepted in another form")
        verdict = graded(accepted)
        if misprint and not any(claim.refuted() for claim in printed):
            verdict = "undecided" if graded(printed) == "undecided" else "refuted"
        elif misprint and verdict not in FAILING:
            verdict = "misprint"
        self.agree(verdict == record["verdict"], f"line {label} is {verdict}, and says otherwise")
        above = {premise for claim in (*printed, *accepted) for premise in claim.premises}
        below = frozenset(above.union(*(self.lines[one].rests_on for one in above)))
        same = set(several(text)(record["rests_on"])) == below
        self.agree(same, f"line {label} rests on other lines than it says")
        self.lines[label] = Line(verdict, accepted, below)
        self.found[f"lines {verdict}"] += 1

    def _claim(self, record: Any, own: tuple[str, str], before: tuple[Claim, ...]) -> Claim:
        """A claim, each of whose facts comes from where the certificate says."""
        links = tuple(self.obligations[k] for k in several(ORDER)(record["links"]))
        pairs = several(several(ORDER, text))(record["conditions"])
        conditions = tuple(self.obligations[k] for k, _ in pairs)
        premises, given = several(text)(record["premises"]), "given" in record
        origins = several(several(text, text, ORDER))(record.get("from", []))
        facts, goals = links[0].facts, [one.goal for one in links]
        asked = ("dimensions" if given else "relation", record["relation"], facts)
        same = all((one.asks, one.goal.kind, one.facts) == asked for one in links)
        same = same and not any(near_one(name) for one in links for name in one.names())
        same = same and len(origins) == len(facts) and not (given and (facts or conditions))
        self.agree(same, f"line {own[0]} claims another thing than it shows, or from other facts")
        held = [one.facts for one in conditions if one.goal.kind == "Consistent"]
        fine = all(
            any(all(one in more for one in each.facts) for more in held)
            for each in (*links, *conditions)
            if each.facts and each.asks == "relation"
        )
        self.agree(fine, f"line {own[0]} does not say that its premises can hold together")
        fine = all(one.asks != "dimensions" for one in conditions)
        self.agree(fine, f"line {own[0]}: less is proved than a side condition needs")
        sources = [c for premise in premises for c in self.lines[premise].accepted]
        sources += before if any(what == "here" for what, *_ in origins) else ()
        leading = goals[0].kind == "LeadingOrder"
        loose = leading or any(c.approximate for c in sources)
        claim = Claim(links, conditions, given, premises, loose, confining(links))
        left_open: list[Any] = []
        drawn = [(goal, len(facts)) for goal in goals]
        for k, (fact_, (what, value, place)) in enumerate(zip(facts, origins, strict=False)):
            fine, known = what == "rule", None
            for one in conditions[place : place + 1] if what == "shown" else ():
                fine = one.asks == "relation" and one.goal == fact_ and fact_.kind in SHOWN
                fine = fine and one.facts == facts[:k][: len(one.facts)]
                drawn.append((fact_, len(one.facts)))
            cited = self.lines[value].accepted if what == "line" and value in premises else ()
            source = own if what == "here" else (value, "accepted")
            for said in (before if what == "here" else cited)[place : place + 1]:
                fine = self._says(said, fact_, source, links[0])
                exact = fact_.kind != "Equal" or fact_ in said.confining
                known = () if exact or not said.open else (source[0], fact_)
            left_open.append(known)
            told = f"the rule {value}, on trust" if what == "rule" else f"{ORIGINS[what]}, checked"
            self.found[f"facts from {told}"] += 1
            self.agree(fine, f"line {own[0]} uses a fact without right", what, value, fact_.sides)
        neglecting = [one for one in conditions if one.asks in NEGLECTING]
        for goal, n in drawn:
            fine = not any(left_open[:n]) or any(
                one.goal == goal and self._loosened(one, facts[:n], left_open) for one in neglecting
            )
            self.agree(fine, f"line {own[0]}: what is neglected may count")
        roomy = [one for one in neglecting if one.goal.kind in CONFINING and one.goal not in goals]
        exact = all(one.asks == "exact" or one in roomy for one in neglecting)
        added = sum(one not in facts for each in conditions for one in each.facts)
        self.found["facts that rules add in side conditions, on trust"] += added
        return claim._replace(open=leading or not exact)

    def _loosened(self, given: Obligation, facts: Any, left_open: Any) -> bool:
        """Whether facts are those of a claim, open ones with a factor near 1 of their own."""
        theory = Theory(given._replace(room=MOST_ROOM))
        theory.learn(given.facts)
        if len(given.facts) != len(facts):
            return False
        for one, fact_, who in zip(given.facts, facts, left_open, strict=False):
            if not who and (who is None or one == fact_):
                continue
            if not who or one.kind != "Equal":
                return False
            front, back = (
                theory.value(x) / theory.value(y)
                for x, y in zip(one.sides, fact_.sides, strict=True)
            )
            names = [[theory.atoms[g].form for g in x.gens] for x in (front, back / front)]
            fine = all(near_one(str(name)) for name in names[0] + names[1])
            alone = len(names[1]) == 1 and back / front == theory.value(names[1][0])
            if not fine or not alone or self.constants.setdefault(names[1][0], who) != who:
                return False
        return True

    def _says(self, claim: Claim, link: Relation, source: Any, user: Obligation) -> bool:
        """Whether a claim says a fact, with all that confines it."""
        if link in claim.confining:
            return True
        known = all(one in user.facts for one in claim.confining)
        known = known and all(one.status != "refuted" for one in claim.links)
        return known and any(self._is(one, claim.given, link, source, user) for one in claim.links)

    def _is(self, one: Obligation, given: bool, link: Relation, source: Any, user: Any) -> bool:
        """The same; or a = F·b where a ~ b holds up to F, or up to a constant of its own."""
        goal = one.goal
        if goal == link:
            return goal.kind in {*SHOWN, "Semiquantitative"} or (goal.kind == "NotEqual" and given)
        if link.kind != "Equal" or link.sides[:1] != goal.sides[:1]:
            return False
        if goal.kind not in ("SameOrder", "Rough"):
            return goal.kind == "LeadingOrder" and link.sides == goal.sides[:2]
        own = [n for n in free(link.sides[1]) if n.startswith(f"K_{source[0]}_")] or [""]
        ratio: Tree = own[0] if given else tree(one.decision.get("factor"), self.symbols)
        if ratio == "":
            return False
        theory = Theory(user._replace(room=MOST_ROOM))
        theory.learn(user.facts)
        same = theory.same(link.sides[1], ("*", ratio, goal.sides[1]))
        if not same or not given:
            return same
        fresh = ratio not in one.names() and self.symbols[ratio].role == "order-one factor"
        low, high, *_ = self.symbols[ratio].span()
        fresh = fresh and low**2 * one.bound <= 1 and one.bound <= high**2
        return fresh and self.constants.setdefault(ratio, (source, goal)) == (source, goal)

    def result(self, record: dict[str, Any]) -> None:
        """A principal result is confirmed if its lines, and all below them, hold."""
        labels = several(text)(record["lines"])
        self.agree(labels, "a result of no lines", record.get("name"))
        needed = {x for label in labels for x in (label, *self.lines[label].rests_on)}
        holds = all(self.lines[x].verdict not in FAILING for x in needed)
        told = "confirmed" if holds else "not confirmed"
        self.agree(record["confirmed"] is holds, f"a result is {told}", record.get("name"))
        self.found[f"results {told}"] += 1

    def as_json(self) -> str:
        """What was found of the obligations, and all that is not so, for a program."""
        checked = sum(n for what, n in self.found.items() if what.startswith("obligations"))
        found = {"checked": checked, "trusted": self.trusted, "refused": self.faults}
        return json.dumps(found, sort_keys=True)

    def summary(self) -> str:
        """What was found, as text."""
        trusted = {f"obligations on trust, {kind}": n for kind, n in self.trusted.items()}
        counts = sorted((self.found + Counter(trusted)).items())
        rows = [f"{n:5}  {what}" for what, n in counts]
        found = "Not everything was" if self.faults else "Everything was"
        return "\n".join(
            [*rows, *(f"not so: {one}" for one in self.faults), f"{found} found again."]
        )


def confining(links: tuple[Obligation, ...]) -> list[Relation]:
    """The inequalities among the facts that the variables of some goals are linked to."""
    symbols = links[0].symbols

    def spoken(one: Relation) -> set[str]:
        return {n for x in one.sides for n in free(x) if symbols[n].role == "variable"}

    rest = [one for one in links[0].facts if one.kind in (*CONFINING, "Within") and spoken(one)]
    linked = set().union(*(spoken(one.goal) for one in links))
    found: list[Relation] = []
    while more := [one for one in rest if spoken(one) & linked]:
        found += more
        linked = linked.union(*map(spoken, more))
        rest = [one for one in rest if one not in found]
    return found


def graded(claims: tuple[Claim, ...]) -> str:
    """The verdict on claims together: that of the worst; of contradictory premises, none."""
    clashes = (one for claim in claims for one in claim.conditions if one.status == "refuted")
    if any(one.goal.kind == "Consistent" for one in clashes):
        return "undecided"
    if any(claim.refuted() for claim in claims):
        return "refuted"
    statuses = {one.status for claim in claims for one in (*claim.links, *claim.conditions)}
    for status in ("undecided", "refuted"):
        if status in statuses:
            return status
    argued = [claim for claim in claims if not claim.given]
    if not argued:
        return "given"
    links = [one for claim in argued for one in claim.links]
    orders = [one for one in links if one.goal.kind in ("SameOrder", "Rough")]
    if any(one.decision.get("factor") != 1 for one in orders):
        return "proved up to a factor"
    leading = any(claim.approximate for claim in argued)
    return "proved to leading order" if leading else "proved"


# -- 9. the file ----------------------------------------------------------------------


def within_time(work: Any) -> Any:
    """The result of ``work``, or ``UnclearError`` when it takes too long or fails."""

    def stop(*_: Any) -> None:
        raise UnclearError(f"it takes more than {SECONDS} s")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        return work()
    except UnclearError:
        raise
    except Exception as error:  # whatever flint raises where something cannot be worked out
        raise UnclearError(f"it fails here: {type(error).__name__} {shown(str(error))}") from None
    finally:
        signal.alarm(0)


def no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names are different."""
    found = dict(pairs)
    sure(len(found) == len(pairs), "a name stands twice in an object")
    return found


def records(data: bytes) -> list[dict[str, Any]]:
    """The records of a certificate, the digest being right, without it."""
    *rows, last = data.split(b"\n")
    sure(rows and not last, "it does not end with a newline")
    found = [json.loads(row.decode(), object_pairs_hook=no_twins) for row in rows]
    digest = hashlib.sha256(data[: len(data) - len(rows[-1]) - 1]).hexdigest()
    sure(found.pop() == {"kind": "end", "sha256": digest}, "it has not the digest of what it holds")
    return found


#: What is raised where something has not the parts, or the types, that it should have.
ODD = (LookupError, TypeError, ValueError, AttributeError, RecursionError, RoomError)


def replay(data: bytes, trusted: frozenset[str] = frozenset()) -> Replay:
    """Go through a certificate; ``MalformedError`` where it is none."""
    found, number = Replay(trusted), 1
    kinds = {"obligation": found.obligation, "line": found.line, "result": found.result}
    kinds["symbol"] = lambda record: declare(record, found.symbols)
    old, ctx.prec = ctx.prec, 128
    try:
        head, *rest = records(data)
        fine = head["kind"] == "certificate" and head["version"] == VERSION
        sure(fine, f"it does not begin as a certificate of version {VERSION}")
        for one in rest:
            number += 1
            kinds[one["kind"]](one)
        sure(found.lines, "it says nothing of any line")
    except (UnclearError, *ODD) as error:
        what = "" if isinstance(error, UnclearError) else f"{type(error).__name__} "
        told = f"line {number}: {what}{str(error)[:200]}"
        raise MalformedError(told) from None
    finally:
        ctx.prec = old
    return found


def main(arguments: list[str]) -> int:
    """Replay the file named; the exit status."""
    parser = argparse.ArgumentParser("replay.py", description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--trust", action="append", default=[], choices=FIELDS, metavar="KIND")
    parser.add_argument("file", type=Path)
    asked = parser.parse_args(arguments)
    try:
        found = replay(asked.file.read_bytes(), frozenset(asked.trust))
    except (OSError, MalformedError) as error:
        told = f"{asked.file} is no certificate that can be replayed: {error}"
        sys.stderr.write(f"{told}\n")
        return 2
    sys.stdout.write((found.as_json() if asked.json else found.summary()) + "\n")
    return 1 if found.faults else 0


if __name__ == "__main__":
    gc.set_threshold(200_000)  # most of what is made is kept as long as its obligation
    sys.exit(main(sys.argv[1:]))
