"""Re-check a certificate with the standard library and python-flint alone.

    python checks/replay.py FILE

A certificate, written by ``derivations check --certificate FILE``, says of every claim of a
paper what it may use (facts), what was decided (a status), and how (evidence).  This file
believes none of it.  It shares no code with what wrote the certificate: it reads the
expressions, works out their dimensions, solves the facts as the evidence says after
checking each solution, and proves or refutes every claim again; then it checks where the
facts come from and computes the verdicts of the lines anew.  What it takes on trust is
counted and told: facts that come from rules, and kinds of claims that ``--trust`` names.

The exit status is 0 if everything that the certificate calls proved or refuted was found
so here, 1 if something was not, 2 if the file cannot be read as a certificate.  The
format is described in ``docs/certificate.md``.

How it works, from the bottom up:

1. reading: JSON lines, the digest, the prefix form of expressions;
2. trees: free symbols, substitution, derivatives;
3. dimensions: rational exponents over base dimensions;
4. the field: fractions of polynomials over *atoms* (roots of positive symbols, i, π,
   exponentials, values of functions, integrals, …), each atom standing for one number;
5. facts: signs that they say, solutions that they have;
6. numbers: intervals with rational ends, and balls;
7. claims, one function for each kind;
8. lines: origins of facts, verdicts.
"""

# What JSON and flint give has no types that say more than the checks below.
# mypy: disable-error-code="no-any-return, union-attr, arg-type, index, no-untyped-call, type-var"

from __future__ import annotations

import hashlib
import json
import signal
import sys
from collections import Counter
from fractions import Fraction
from itertools import combinations
from math import comb, factorial, gcd
from pathlib import Path
from typing import Any, NamedTuple

from flint import Ordering, acb, arb, ctx, fmpq, fmpq_mpoly_ctx, fmpz

VERSION = 3
#: Limits on what is read and on how far anything is worked out.
MOST_DEPTH, MOST_BITS, MOST_EXPONENT = 100, 4000, 200
MOST_TERMS, MOST_DEGREE, MOST_ROOTS, SECONDS = 4000, 2000, 720, 30

Tree = Any  # int, str, or a tuple of a head and its parts


class MalformedError(Exception):
    """The file is no certificate: what is wrong with it, in a sentence."""


class UnclearError(Exception):
    """Something could not be shown here; why, in a sentence."""


class BeyondError(UnclearError):
    """Something is of a kind that is not followed here, be it so or not."""


class NeedRootsError(Exception):
    """A power needs finer roots: N must be multiplied by this."""


# -- 1. reading -----------------------------------------------------------------------

CONSTANTS = {"pi", "e", "i", "oo", "gamma"}
ONE_PLACE = {"exp", "log", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh"}
ONE_PLACE |= {"coth", "Abs"}
BESSEL = {"besselj": "bessel_j", "bessely": "bessel_y", "besseli": "bessel_i"}
BESSEL |= {"besselk": "bessel_k"}
TWO_PLACE = {"Heaviside", "KroneckerDelta", *BESSEL}
SIGNS = {"positive", "nonnegative", "real", "integer", "positive integer", "any"}
ROLES = {"constant", "order-one factor", "variable", "function", "set", "bound"}


class Symbol(NamedTuple):
    """What is declared of a symbol."""

    role: str
    sign: str
    dimension: dict[str, Fraction] | None = None
    range: tuple[Fraction, Fraction] | None = None
    arguments: tuple[dict[str, Fraction], ...] = ()
    count: Tree = None
    member_of: str | None = None


class Relation(NamedTuple):
    """A kind of relation, its sides or expression, and what else it says."""

    kind: str
    sides: tuple[Tree, ...]
    more: dict[str, Any]


class Obligation(NamedTuple):
    """One claim, the facts that it may use, and what was decided."""

    number: int
    asks: str
    goal: Relation
    facts: tuple[Relation, ...]
    bound: int
    symbols: dict[str, Symbol]
    decision: dict[str, Any]

    def links(self) -> list[Relation]:
        """The facts, chains taken apart."""
        return [link for fact in self.facts for link in links_of(fact)]


def need(condition: Any, what: str) -> None:
    """Refuse what is malformed."""
    if not condition:
        raise MalformedError(what)


def shown(value: Any) -> str:
    """A short text for messages."""
    try:
        return ascii(value)[:60]
    except (ValueError, RecursionError):
        return "something very large"


def rational(value: Any) -> Fraction:
    """A fraction written as text."""
    need(isinstance(value, str) and len(value) < MOST_BITS, f"{shown(value)} is no fraction")
    top, slash, bottom = value.partition("/")
    digits = top.removeprefix("-").isdecimal() and (not slash or bottom.isdecimal())
    need(value.isascii() and digits, f"{shown(value)} is no fraction")
    need(not slash or int(bottom), f"{shown(value)} divides by zero")
    return Fraction(int(top), int(bottom) if slash else 1)


def dimension_of(record: Any) -> dict[str, Fraction]:
    """A dimension as written: exponents by base dimension."""
    need(isinstance(record, dict), f"{shown(record)} is no dimension")
    return {name: rational(text) for name, text in record.items() if rational(text)}


def tree(form: Any, symbols: dict[str, Symbol], depth: int = 0) -> Tree:
    """An expression in prefix form; ``MalformedError`` where it is none."""
    need(depth < MOST_DEPTH, f"an expression is nested more than {MOST_DEPTH} deep")

    def sub(part: Any) -> Tree:
        return tree(part, symbols, depth + 1)

    if type(form) is int:
        need(form.bit_length() <= MOST_BITS, "an integer has too many digits")
        return form
    if isinstance(form, str):
        need(form in symbols and symbols[form].role != "function", f"no symbol {shown(form)}")
        return form
    need(isinstance(form, list) and form and isinstance(form[0], str), f"{shown(form)}: no tree")
    head, parts = form[0], form[1:]
    fits = {"+": parts, "*": parts, "^": len(parts) == 2, "q": len(parts) == 2}
    fits |= dict.fromkeys(CONSTANTS, not parts) | dict.fromkeys(ONE_PLACE, len(parts) == 1)
    fits |= dict.fromkeys(TWO_PLACE, len(parts) == 2) | {"vector": parts, "total": len(parts) == 3}
    if head == "gamma" and parts:
        raise MalformedError("the gamma function is not known here")
    if head in fits:
        need(fits[head], f"{head} has the wrong number of parts")
    if head == "q":
        need(all(type(x) is int for x in parts) and parts[1], f"{shown(form)} is no fraction")
        need(all(x.bit_length() <= MOST_BITS for x in parts), "a fraction has too many digits")
        return ("q", *parts) if parts[1] != 1 else parts[0]
    if head == "total":
        return ("total", sub(parts[0]), symbol_name(parts[1], symbols), set_name(parts[2], symbols))
    if head in fits:
        return (head, *map(sub, parts))
    if head in ("call", "jet"):
        need(parts and isinstance(parts[0], str) and parts[0] in symbols, f"{shown(form)}: no call")
        places = len(symbols[parts[0]].arguments)
        need(symbols[parts[0]].role == "function", f"{shown(parts[0])} is no function")
        arguments = parts[1:] if head == "call" else parts[2:]
        need(len(arguments) == places > 0, f"{parts[0]} has the wrong number of arguments")
        if head == "call":
            return ("call", parts[0], *map(sub, arguments))
        orders = parts[1]
        need(isinstance(orders, list) and len(orders) == places, f"{shown(form)}: no derivative")
        need(all(type(n) is int and 0 <= n < 20 for n in orders), "an order is out of range")
        return ("jet", parts[0], tuple(orders), *map(sub, arguments))
    if head in ("int", "diff", "subs"):
        length = 3 if head == "int" else 2
        fine = len(parts) > 1 and all(isinstance(p, list) and len(p) == length for p in parts[1:])
        need(fine, f"{shown(form)} is no {head}")
        if head == "diff":
            need(all(type(n) is int and 0 <= n < 20 for _, n in parts[1:]), "an order is too high")
        made = [(symbol_name(p[0], symbols), *map(sub, p[1:])) for p in parts[1:]]
        return (head, sub(parts[0]), *made)
    raise MalformedError(f"nothing is called {shown(head)}")


def symbol_name(name: Any, symbols: dict[str, Symbol]) -> str:
    """The name of a declared symbol that is neither a function nor a set."""
    known = isinstance(name, str) and name in symbols
    need(known and symbols[name].role not in ("function", "set"), f"no variable {shown(name)}")
    return str(name)


def set_name(name: Any, symbols: dict[str, Symbol]) -> str:
    """The name of a declared set."""
    known = isinstance(name, str) and name in symbols
    need(known and symbols[name].role == "set", f"{shown(name)} is no set")
    return str(name)


#: The fields of each kind of relation: trees, symbols, fractions and other things.
FIELDS: dict[str, dict[str, str]] = {
    **{
        kind: {"sides": "trees"}
        for kind in ("Equal", "SameOrder", "Rough", "NotEqual", "Less", "MuchLess", "SameDimension")
    },
    "Continuous": {"expression": "tree", "variable": "symbol", "low": "tree", "high": "tree"},
    "LeadingOrder": {"left": "tree", "right": "tree", "variable": "symbol", "to": "tree"},
    "Tends": {"expression": "tree", "limit": "tree", "variable": "symbol", "to": "tree"},
    "Independent": {"expression": "tree", "of": "symbols", "holding": "symbols"},
    **{
        kind: {
            "expression": "tree",
            "low": "number",
            "high": "number",
            "unit": "text",
            "wording": "text",
        }
        for kind in ("Within", "Attains")
    },
    "Semiquantitative": {},
    "Consistent": {},
    "Refers": {"to": "texts", "among": "texts"},
}


def relation(record: Any, symbols: dict[str, Symbol]) -> Relation:
    """A relation as written."""
    fine = isinstance(record, list) and len(record) == 2 and isinstance(record[1], dict)
    need(
        fine and isinstance(record[0], str) and record[0] in FIELDS, f"{shown(record)}: no relation"
    )
    kind, given = record
    need(set(given) == set(FIELDS[kind]), f"{kind} has other parts than it should")
    values: dict[str, Any] = {}
    for name, what in FIELDS[kind].items():
        value = given[name]
        plural = what in ("trees", "symbols", "texts")
        need(isinstance(value, list) or not plural, f"{name} of {kind} is no list")
        readers = {
            "tree": lambda x: tree(x, symbols),
            "symbol": lambda x: symbol_name(x, symbols),
            "number": rational,
            "text": lambda x: x if isinstance(x, str) else need(False, f"{shown(x)} is no text"),
        }
        read = readers[what.removesuffix("s")]
        values[name] = tuple(map(read, value)) if plural else read(value)
    if "sides" in values:
        sides = values.pop("sides")
        need(len(sides) >= 2, f"{kind} has fewer than two sides")
    else:
        sides = tuple(values[n] for n, what in FIELDS[kind].items() if what == "tree")
    return Relation(kind, sides, values)


def is_vector(side: Tree) -> bool:
    """Whether a side has components."""
    return isinstance(side, tuple) and side[0] == "vector"


def links_of(one: Relation) -> list[Relation]:
    """A chain as relations of two scalar sides each; anything else is itself."""
    if one.more or len(one.sides) < 2:
        return [one]
    found = []
    for left, right in zip(one.sides, one.sides[1:], strict=False):
        pairs = [(left, right)]
        if is_vector(left) or is_vector(right):
            need(is_vector(left) and is_vector(right) and len(left) == len(right), "odd vectors")
            pairs = list(zip(left[1:], right[1:], strict=False))
        found += [one._replace(sides=pair) for pair in pairs]
    return found


def declared(records: Any) -> dict[str, Symbol]:
    """The symbol table of an obligation."""
    need(isinstance(records, list) and all(isinstance(r, dict) for r in records), "no symbols")
    symbols: dict[str, Symbol] = {}
    for one in records:
        name, role, sign = one.get("name"), one.get("role"), one.get("sign")
        fine = isinstance(name, str) and name and not name.startswith("#") and name not in symbols
        need(fine, f"{shown(name)} is no name, or is declared twice")
        need(role in ROLES and sign in SIGNS, f"{name}: unknown role or sign")
        ends = one.get("range")
        need(ends is None or (isinstance(ends, list) and len(ends) == 2), f"{name}: odd range")
        arguments = one.get("arguments", [])
        need(isinstance(arguments, list), f"{name}: odd arguments")
        symbols[name] = Symbol(
            role,
            sign,
            dimension_of(one["dimension"]) if "dimension" in one else None,
            (rational(ends[0]), rational(ends[1])) if ends else None,
            tuple(map(dimension_of, arguments)),
            one.get("count"),
            one.get("member_of"),
        )
        need(role == "bound" or symbols[name].dimension is not None, f"{name} has no dimension")
    for name, one in symbols.items():
        if one.count is not None:
            symbols[name] = one._replace(count=tree(one.count, symbols))
        need(one.member_of is None or set_name(one.member_of, symbols), name)
    return symbols


def obligation(record: dict[str, Any], number: int) -> Obligation:
    """An obligation as written."""
    need(record.get("number") == number, f"obligation {number} has another number")
    symbols = declared(record.get("symbols"))
    facts, bound = record.get("facts"), record.get("bound")
    need(isinstance(facts, list) and type(bound) is int and bound >= 1, "no facts, or no bound")
    decision = record.get("decision")
    fine = isinstance(decision, dict) and decision.get("status") in (
        "proved",
        "refuted",
        "undecided",
    )
    need(fine, f"obligation {number} has no decision")
    need(record.get("asks") in ("relation", "dimensions", "not zero"), "it asks for nothing known")
    read = [relation(fact, symbols) for fact in facts]
    evidence = decision.get("evidence")
    if isinstance(evidence, dict):
        own = declared(evidence.get("symbols", []))
        fine = all(one.role == "bound" for one in own.values()) and not own.keys() & symbols.keys()
        need(fine, "the evidence declares symbols of its own that are not bound")
        symbols |= own
    goal = relation(record.get("goal"), symbols)
    chain = len(goal.sides) > 2 and not goal.more
    need(not chain and not any(map(is_vector, goal.sides)), "the goal is a chain")
    return Obligation(number, record["asks"], goal, tuple(read), bound, symbols, decision)


# -- 2. trees -------------------------------------------------------------------------


def free(form: Tree) -> set[str]:
    """The free symbols and functions of a tree, and the sets it sums over."""
    if isinstance(form, str):
        return {form}
    if not isinstance(form, tuple):
        return set()
    if form[0] == "int":
        inside = free(form[1])
        for x, low, high in form[2:]:
            inside = inside - {x} | free(low) | free(high)
        return inside
    if form[0] == "total":
        return free(form[1]) - {form[2]} | {form[3]}
    if form[0] == "subs":
        return free(form[1]) - {x for x, _ in form[2:]} | {s for _, v in form[2:] for s in free(v)}
    if form[0] == "diff":
        return free(form[1]) | {x for x, _ in form[2:]}
    return {name for part in form[1:] for name in free(part)}


def put(form: Tree, values: dict[str, Tree]) -> Tree:
    """The tree with ``values`` for symbols, none caught by a bound variable."""
    if isinstance(form, str):
        return values.get(form, form)
    if not isinstance(form, tuple) or form[0] in CONSTANTS or form[0] == "q":
        return form
    if form[0] in ("diff", "subs"):
        return put(plain(form), values)
    if form[0] == "total":
        name, body = _renamed(form[2], form[1], values)
        return ("total", put(body, {**values, name: name}), name, form[3])
    if form[0] == "int":
        if len(form) != 3:
            raise UnclearError("an integral over several variables")
        name, body = _renamed(form[2][0], form[1], values)
        ends = (put(end, values) for end in form[2][1:])
        return ("int", put(body, {**values, name: name}), (name, *ends))
    if form[0] == "call":
        return ("call", form[1], *(put(part, values) for part in form[2:]))
    if form[0] == "jet":
        return (*form[:3], *(put(part, values) for part in form[3:]))
    return (form[0], *(put(part, values) for part in form[1:]))


def _renamed(name: str, body: Tree, values: dict[str, Tree]) -> tuple[str, Tree]:
    inside = free(body)
    caught = any(name in free(v) for s, v in values.items() if s in inside and s != name)
    if not caught:
        return name, body
    raise UnclearError(f"a substitution would be caught by the bound variable {name}")


def plain(form: Tree) -> Tree:
    """A derivative or a substitution at the top of a tree, carried out."""
    if form[0] == "subs":
        return put(form[1], dict(form[2:]))
    body = form[1]
    for x, order in form[2:]:
        for _ in range(order):
            body = derivative(body, x)
    return body


_OUTER: dict[str, Any] = {
    "exp": lambda u: ("exp", u),
    "log": lambda u: ("^", u, -1),
    "sin": lambda u: ("cos", u),
    "cos": lambda u: ("*", -1, ("sin", u)),
    "tan": lambda u: ("+", 1, ("^", ("tan", u), 2)),
    "cot": lambda u: ("*", -1, ("+", 1, ("^", ("cot", u), 2))),
    "sinh": lambda u: ("cosh", u),
    "cosh": lambda u: ("sinh", u),
    "tanh": lambda u: ("+", 1, ("*", -1, ("^", ("tanh", u), 2))),
}


def derivative(form: Tree, x: str) -> Tree:
    """The derivative of a tree by a symbol."""
    if form == x:
        return 1
    if not isinstance(form, tuple) or x not in free(form):
        return 0
    head, parts = form[0], form[1:]
    if head == "+":
        return ("+", *(derivative(part, x) for part in parts))
    if head == "*":
        factors = range(len(parts))
        return (
            "+",
            *(("*", *parts[:k], derivative(parts[k], x), *parts[k + 1 :]) for k in factors),
        )
    if head == "^":
        base, power = parts
        if x not in free(power):
            number = as_number(power)
            if number == 1:
                return derivative(base, x)
            lower: Tree = ("+", power, -1) if number is None else as_tree(number - 1)
            return ("*", power, ("^", base, lower), derivative(base, x))
        rate = (
            "+",
            ("*", derivative(power, x), ("log", base)),
            ("*", power, derivative(base, x), ("^", base, -1)),
        )
        return ("*", form, rate)
    if head in _OUTER:
        return ("*", _OUTER[head](parts[0]), derivative(parts[0], x))
    if head in ("call", "jet"):
        arguments = parts[1:] if head == "call" else parts[2:]
        orders = (0,) * len(arguments) if head == "call" else parts[1]
        terms = []
        for k, argument in enumerate(arguments):
            more = (*orders[:k], orders[k] + 1, *orders[k + 1 :])
            terms.append(("*", ("jet", parts[0], more, *arguments), derivative(argument, x)))
        return ("+", *terms)
    if head == "total":
        return ("total", derivative(parts[0], x), *parts[1:])
    if head == "int" and len(parts) == 2 and x != parts[1][0]:
        body, (y, low, high) = parts
        infinite = any("oo" in str(end) for end in (low, high))
        if infinite and x in free(body):
            raise UnclearError("the derivative of an integral to infinity")
        ends = [("*", put(body, {y: end}), derivative(end, x)) for end in (high, low)]
        return ("+", ("int", derivative(body, x), (y, low, high)), ends[0], ("*", -1, ends[1]))
    if head in ("besselj", "besselk") and isinstance(parts[0], int):
        n, u = parts
        signs = (1, -1) if head == "besselj" else (-1, -1)
        near = [("*", s, (head, n + step, u)) for s, step in zip(signs, (-1, 1), strict=False)]
        return ("*", ("q", 1, 2), ("+", *near), derivative(u, x))
    raise UnclearError(f"the derivative of {head}")


# -- 3. dimensions --------------------------------------------------------------------

Dimension = Any  # exponents by base dimension; None for zero and infinity, which have any


class MismatchError(Exception):
    """Things of different dimension are added or compared."""


def times(one: Dimension, other: Dimension, power: Fraction = Fraction(1)) -> Dimension:
    """One · other^power."""
    names = {*one, *other}
    total = {n: one.get(n, Fraction(0)) + other.get(n, Fraction(0)) * power for n in names}
    return {name: exponent for name, exponent in total.items() if exponent}


class Dimensions:
    """Dimensions of trees; ``bound`` are those of bound variables in scope."""

    def __init__(self, symbols: dict[str, Symbol], bound: dict[str, Dimension]) -> None:
        self.symbols, self.bound = symbols, bound

    def of(self, form: Tree) -> Dimension:
        """The dimension of a tree; ``MismatchError`` where it has none."""
        if form in (0, ("oo",)):
            return None
        if isinstance(form, str):
            return self.bound[form] if form in self.bound else self._declared(form, form)
        if isinstance(form, int) or form[0] in CONSTANTS or form[0] in ("q", "KroneckerDelta"):
            return {}
        head, parts = form[0], form[1:]
        if head == "+":
            return self.agreed(parts, "a sum")
        if head in ("*", "^"):
            return self._product(parts if head == "*" else (form,))
        if head in ("call", "jet"):
            return self._function(parts)
        if head == "Abs":
            return self.of(parts[0])
        if head == "total":
            one = self.of(parts[0])
            return None if one is None else times(one, self.symbols[parts[2]].dimension)
        if head == "int":
            return self._integral(*parts)
        if head in ("diff", "subs"):
            return self.of(plain(form))
        for part in parts:
            self.number(part, f"an argument of {head}")
        return {}

    def agreed(self, parts: Any, what: str) -> Dimension:
        """The one dimension of all parts."""
        known = [one for one in map(self.of, parts) if one is not None]
        if any(one != known[0] for one in known):
            raise MismatchError(f"{what} is of different dimensions")
        return known[0] if known else None

    def number(self, form: Tree, what: str) -> None:
        """Refuse what is no pure number."""
        if self.of(form):
            raise MismatchError(f"{what} is no pure number")

    def _product(self, factors: Any) -> Dimension:
        """A product of powers; x^n · a^(−n) has a dimension for equal x and a only."""
        result: Dimension = {}
        raised: dict[Any, Dimension] = {}
        for factor in factors:
            base, power = (
                factor[1:] if isinstance(factor, tuple) and factor[0] == "^" else (factor, 1)
            )
            one = self.of(base)
            if one is None:
                return None
            for term in power[1:] if isinstance(power, tuple) and power[0] == "+" else (power,):
                coefficient, rest = _coefficient(term)
                if rest == ():
                    result = times(result, one, coefficient)
                else:
                    for part in rest:
                        self.number(part, "an exponent")
                    raised[rest] = times(raised.get(rest, {}), one, coefficient)
        if any(raised.values()):
            raise MismatchError("something with a dimension is raised to a power that is not known")
        return result

    def _function(self, parts: Any) -> Dimension:
        symbol = self.symbols[parts[0]]
        orders = (
            parts[1]
            if isinstance(parts[1], tuple) and parts[1] and type(parts[1][0]) is int
            else None
        )
        arguments = parts[1:] if orders is None else parts[2:]
        result = symbol.dimension
        for k, (argument, expected) in enumerate(zip(arguments, symbol.arguments, strict=False)):
            one = self.of(argument)
            if one is not None and one != expected:
                raise MismatchError(f"an argument of {parts[0]} has not its dimension")
            if orders:
                result = times(result, expected, Fraction(-orders[k]))
        return result

    def _integral(self, body: Tree, *limits: Any) -> Dimension:
        if len(limits) != 1:
            raise UnclearError("an integral over several variables")
        ((x, *ends),) = limits
        span = self._declared(x, body)
        for end in ends:
            one = self.of(end)
            span = one if span is None else span
            if one is not None and one != span:
                raise MismatchError(f"the limits of {x} have not its dimension")
        one = Dimensions(self.symbols, {**self.bound, x: span}).of(body)
        return None if one is None else times(one, span or {})

    def _declared(self, x: str, within: Tree) -> Dimension:
        """The dimension of a variable: declared, or that of the argument that it is."""
        if self.symbols[x].dimension is not None:
            return self.symbols[x].dimension
        if isinstance(within, tuple):
            if within[0] == "call":
                for argument, expected in zip(
                    within[2:], self.symbols[within[1]].arguments, strict=False
                ):
                    if argument == x:
                        return expected
            for part in within[1:]:
                found = self._declared(x, part) if isinstance(part, tuple) else None
                if found is not None:
                    return found
        return None


def _coefficient(term: Tree) -> tuple[Fraction, tuple[Tree, ...]]:
    """A term as a rational number and its other factors, sorted."""
    coefficient, rest = Fraction(1), []
    for factor in term[1:] if isinstance(term, tuple) and term[0] == "*" else (term,):
        number = as_number(factor)
        if number is None:
            rest.append(factor)
        else:
            coefficient *= number
    return coefficient, tuple(sorted(rest, key=repr))


def as_tree(number: Fraction) -> Tree:
    """A rational number as a tree."""
    return number.numerator if number.denominator == 1 else ("q", *number.as_integer_ratio())


def as_number(form: Tree) -> Fraction | None:
    """The rational number that a tree is as it stands."""
    if isinstance(form, int):
        return Fraction(form)
    if isinstance(form, tuple) and form[0] == "q":
        return Fraction(form[1], form[2])
    return None


ENERGY = {"length": 2, "mass": 1, "time": -2}
CHARGE = {"length": Fraction(3, 2), "mass": Fraction(1, 2), "time": -1}
FIELD_ = {"length": Fraction(-1, 2), "mass": Fraction(1, 2), "time": -1}
EV = Fraction(1602176634, 10**21)
#: Units in gram, centimetre, second, kelvin (Gaussian): size and dimension.
UNITS: dict[str, tuple[Any, dict[str, Any]]] = {
    "cm": (1, {"length": 1}),
    "m": (100, {"length": 1}),
    "km": (10**5, {"length": 1}),
    "nm": (Fraction(1, 10**7), {"length": 1}),
    "angstrom": (Fraction(1, 10**8), {"length": 1}),
    "g": (1, {"mass": 1}),
    "kg": (1000, {"mass": 1}),
    "s": (1, {"time": 1}),
    "Hz": (1, {"time": -1}),
    "K": (1, {"temperature": 1}),
    "erg": (1, ENERGY),
    "J": (10**7, ENERGY),
    "eV": (EV, ENERGY),
    "meV": (EV / 1000, ENERGY),
    "keV": (EV * 1000, ENERGY),
    "statcoulomb": (1, CHARGE),
    "statC": (1, CHARGE),
    "gauss": (1, FIELD_),
}


def unit(text: str) -> tuple[Fraction, Dimension]:
    """The size and dimension of a product of powers of units, like erg*s or 1/cm**3."""
    size, sign = Fraction(1), 1
    dimension: Dimension = {}
    for part in text.replace("**", "^").replace("*", " * ").replace("/", " / ").split():
        if part in "*/":
            sign = 1 if part == "*" else -1
            continue
        name, _, power = part.partition("^")
        if part == "1":
            continue
        fine = (
            name in UNITS and (not power or power.removeprefix("-").isdecimal()) and len(power) < 3
        )
        if not fine:
            raise UnclearError(f"the unit {shown(part)} is not known")
        exponent = sign * int(power or 1)
        size *= Fraction(UNITS[name][0]) ** exponent
        dimension = times(dimension, UNITS[name][1], Fraction(exponent))
        sign = 1
    return size, dimension


COMPARING = {"Equal", "SameOrder", "Rough", "NotEqual", "Less", "MuchLess", "SameDimension"}
COMPARING |= {"LeadingOrder", "Tends"}


def consistent(goal: Relation, symbols: dict[str, Symbol]) -> str:
    """What is wrong with the dimensions of a relation; nothing if they agree."""
    walk = Dimensions(symbols, {})
    try:
        if goal.kind in ("Within", "Attains"):
            one, expected = walk.of(goal.sides[0]), unit(goal.more["unit"])[1]
            return "" if one in (None, expected) else "it has not the dimension of its unit"
        if goal.kind in COMPARING:
            walk.agreed(goal.sides[:2], "the comparison")
        else:
            for side in goal.sides:
                walk.of(side)
        for name in ("to", "low", "high"):
            if goal.kind in ("LeadingOrder", "Tends", "Continuous") and name in goal.more:
                walk.agreed((goal.more["variable"], goal.more[name]), "the limit")
    except MismatchError as mismatch:
        return str(mismatch)
    return ""


# -- 4. the field ---------------------------------------------------------------------

GENERATORS = 96
RING = fmpq_mpoly_ctx.get([f"g{k}" for k in range(GENERATORS)], Ordering.lex)
GENS, ONE, ZERO = RING.gens(), RING.constant(1), RING.constant(0)


class Atom(NamedTuple):
    """A generator: the ``roots``-th root of a number of some kind."""

    kind: str
    label: Any
    parts: tuple[Any, ...]
    roots: int = 1
    positive: bool = False
    real: bool = True
    #: The generator of the variable that the atom binds in the first of its parts.
    bound: Any = None


class Frac:
    """A fraction of two polynomials over the atoms of a field."""

    __slots__ = ("den", "field", "num")

    def __init__(self, field: Field, num: Any, den: Any) -> None:
        self.field, self.num, self.den = field, num, den

    def __add__(self, other: Frac) -> Frac:
        if self.den == other.den:
            return self.field.fraction(self.num + other.num, self.den)
        num = product(self.num, other.den) + product(other.num, self.den)
        return self.field.fraction(num, product(self.den, other.den))

    def __neg__(self) -> Frac:
        return Frac(self.field, -self.num, self.den)

    def __sub__(self, other: Frac) -> Frac:
        return self + -other

    def __mul__(self, other: Frac) -> Frac:
        return self.field.fraction(product(self.num, other.num), product(self.den, other.den))

    def __truediv__(self, other: Frac) -> Frac:
        return self.field.fraction(product(self.num, other.den), product(self.den, other.num))

    def __pow__(self, n: int) -> Frac:
        num, den = (self.num, self.den) if n >= 0 else (self.den, self.num)
        return self.field.fraction(power(num, abs(n)), power(den, abs(n)))

    def zero(self) -> bool:
        """Whether it is zero as it stands."""
        return bool(self.num.is_zero())

    def number(self) -> Fraction | None:
        """The rational number that it is, if it is one."""
        if not (self.num.is_constant() and self.den.is_constant()):
            return None
        value = (
            fmpq(0)
            if self.zero()
            else self.num.leading_coefficient() / self.den.leading_coefficient()
        )
        return Fraction(int(value.p), int(value.q))

    def gens(self) -> set[int]:
        """The generators that occur."""
        top, bottom = self.num.degrees(), self.den.degrees()
        return {k for k in range(GENERATORS) if top[k] > 0 or bottom[k] > 0}

    def monomial(self) -> Any:
        """Coefficient and exponents, if it is one term over one term."""
        if len(self.num) != 1 or len(self.den) != 1:
            return None
        top, bottom = self.num.degrees(), self.den.degrees()
        value = self.num.leading_coefficient() / self.den.leading_coefficient()
        powers = {k: int(top[k]) - int(bottom[k]) for k in self.gens()}
        return Fraction(int(value.p), int(value.q)), {k: e for k, e in powers.items() if e}


def product(one: Any, other: Any) -> Any:
    """The product of two polynomials of modest size."""
    if len(one) * len(other) > MOST_TERMS**2:
        raise UnclearError("a product has too many terms")
    return one * other


def power(poly: Any, n: int) -> Any:
    """A power of a polynomial, of modest size."""
    terms = len(poly)
    if terms and (
        n > MOST_DEGREE or comb(min(terms, 50) + n - 1, n) > MOST_TERMS
        if terms > 1
        else n > MOST_DEGREE * 10
    ):
        raise UnclearError("a power has too many terms")
    return poly**n


def terms_of(poly: Any) -> list[tuple[Any, dict[int, int]]]:
    """Coefficients and exponents of the terms of a polynomial."""
    return [(c, {k: int(e) for k, e in enumerate(m) if e}) for m, c in poly.terms()]


class Field:
    """The atoms met so far, what is known of them, and the way from trees to fractions.

    Every generator stands for one number, whatever the values of the symbols; relations
    among generators hold for these numbers, so that a fraction which reduces to zero is zero
    wherever its parts are defined.
    """

    def __init__(self, symbols: dict[str, Symbol], roots: int, restricted: set[str]) -> None:
        self.symbols, self.roots, self.restricted = dict(symbols), roots, restricted
        self.atoms: list[Atom] = []
        self.index: dict[Any, list[int]] = {}
        self.relations: dict[int, tuple[int, Any]] = {}
        self.rules: dict[int, Frac] = {}
        self.definitions: dict[str, tuple[tuple[str, ...], Tree]] = {}
        self.memo: dict[Tree, Frac] = {}
        #: What conversions divided by, and what they took for positive or not negative.
        self.divisors: list[Frac] = []
        self.assumed: list[tuple[Frac, str]] = []
        #: What the facts say: fractions with ">", "≠" or "≥"; and signs of polynomials.
        self.statements: list[tuple[Frac, str]] = []
        self.signs: list[tuple[Any, int]] = []
        self.one, self.nought = Frac(self, ONE, ONE), Frac(self, ZERO, ONE)

    # fractions

    def fraction(self, num: Any, den: Any) -> Frac:
        """num/den, reduced by the relations and in lowest terms."""
        num, den = self.reduced(num), self.reduced(den)
        if den.is_zero():
            raise UnclearError("a denominator is zero")
        if num.is_zero():
            return self.nought
        if not den.is_constant():
            if len(num) > MOST_TERMS or len(den) > MOST_TERMS:
                raise UnclearError("a fraction has too many terms")
            common = num.gcd(den)
            if not common.is_one():
                num, den = num / common, den / common
        lead = den.leading_coefficient()
        return Frac(self, num / lead, den / lead) if lead != 1 else Frac(self, num, den)

    def reduced(self, poly: Any) -> Any:
        """The polynomial with g^n replaced as the relations say."""
        if not self.relations:
            return poly
        for g in sorted(self.relations, reverse=True):
            n, value = self.relations[g]
            while poly.degrees()[g] >= n:
                parts: dict[int, dict[Any, Any]] = {}
                for exponents, coefficient in poly.terms():
                    times_, rest = divmod(int(exponents[g]), n)
                    kept = (*exponents[:g], rest, *exponents[g + 1 :])
                    parts.setdefault(times_, {})[kept] = coefficient
                poly = ZERO
                for times_, part in parts.items():
                    poly += product(RING.from_dict(part), power(value, times_))
        return poly

    def constant(self, value: Fraction | int) -> Frac:
        """A rational number."""
        value = Fraction(value)
        return Frac(self, RING.constant(fmpq(value.numerator, value.denominator)), ONE)

    def gen(self, g: int, exponent: int = 1) -> Frac:
        """A power of a generator."""
        return Frac(self, GENS[g], ONE) ** exponent

    def of_poly(self, poly: Any) -> Frac:
        """A polynomial as a fraction."""
        return Frac(self, poly, ONE)

    def same(self, one: Frac, other: Frac) -> bool:
        """Whether the difference is zero as it stands."""
        return bool(one.num == other.num and one.den == other.den) or (one - other).zero()

    def scaled(self, g: int, exponent: Fraction) -> Frac:
        """What the generator is a root of, to a rational power."""
        steps = exponent * self.atoms[g].roots
        if steps.denominator != 1:
            raise NeedRootsError(steps.denominator)
        return self.gen(g, int(steps))

    # atoms

    def atom(self, atom: Atom) -> int:
        """The generator of an atom: that of an equal one, or a new one."""
        bucket = self.index.setdefault((atom.kind, atom.label), [])
        for g in bucket:
            others = self.atoms[g].parts
            if len(others) == len(atom.parts) and all(map(self.same, others, atom.parts)):
                return g
        if len(self.atoms) == GENERATORS:
            raise UnclearError("there are more atoms than there is room for")
        bucket.append(len(self.atoms))
        self.atoms.append(atom)
        return len(self.atoms) - 1

    def related(self, atom: Atom, n: int, value: Any = None) -> int:
        """The generator g of an atom with g^n = value; without one, g^n = g."""
        g = self.atom(atom)
        self.relations.setdefault(g, (n, GENS[g] if value is None else value))
        return g

    def symbol(self, name: str) -> int:
        """The generator of a symbol, positive symbols by their N-th root."""
        positive = self.symbols[name].sign.startswith("positive")
        real = self.symbols[name].sign != "any"
        roots = self.roots if positive else 1
        return self.atom(Atom("symbol", name, (), roots, positive, real))

    def i(self) -> Frac:
        """The imaginary unit."""
        return self.gen(self.related(Atom("i", None, (), real=False), 2, RING.constant(-1)))

    def pi(self) -> Frac:
        """π."""
        return self.gen(self.atom(Atom("number", "pi", (), self.roots, True)), self.roots)

    def value(self, atom: Atom) -> Frac:
        """The atom, or what the facts say that it is."""
        g = self.atom(atom)
        return self.rules.get(g) or self.gen(g)

    def depends(self, g: int, on: set[int]) -> bool:
        """Whether the atom's value may vary with one of the generators ``on``."""
        atom = self.atoms[g]
        if g in on:
            return True
        inner = on - {atom.bound}
        return any(self.under(part, inner if k == 0 else on) for k, part in enumerate(atom.parts))

    def under(self, value: Frac, on: set[int]) -> bool:
        """Whether a fraction may vary with one of the generators ``on``."""
        return any(self.depends(g, on) for g in value.gens())

    def real(self, value: Frac) -> bool:
        """Whether it is seen to be real."""
        return all(self.atoms[g].real for g in value.gens())

    def varies(self, name: str) -> bool:
        """Whether facts about the symbol hold for all its values."""
        return self.symbols[name].role == "variable" and name not in self.restricted

    # signs

    def factors(self, poly: Any) -> tuple[Any, list[tuple[Any, int]]]:
        """Content and irreducible factors; whole atoms are not taken apart into roots."""
        if poly.is_constant():
            return (poly.leading_coefficient() if not poly.is_zero() else fmpq(0)), []
        if len(poly) > MOST_TERMS // 10 or poly.total_degree() > MOST_DEGREE:
            raise UnclearError("a polynomial is too large to be factored")
        if len(poly) == 1:
            return poly.leading_coefficient(), [
                (GENS[k], int(e)) for k, e in enumerate(poly.degrees()) if e
            ]
        content = poly.term_content()
        rest = poly / content
        _, strides = rest.deflation()
        whole = [
            atom.roots if strides[k] and int(strides[k]) % atom.roots == 0 else 1
            for k, atom in enumerate(self.atoms)
        ] + [1] * (GENERATORS - len(self.atoms))
        rest = rest.deflate(whole)
        names = [name for name, d in zip(RING.names(), rest.degrees(), strict=False) if d]
        small = fmpq_mpoly_ctx.get(names, Ordering.lex)
        lead, found = rest.project_to_context(small).factor()
        one, more = self.factors(content)
        inflated = [(f.project_to_context(RING).inflate(whole), int(n)) for f, n in found]
        return lead * one, [*more, *inflated]

    def sign(self, value: Frac) -> int:
        """+1 or −1 if it has that sign wherever the facts hold, else 0."""
        return self.poly_sign(value.num) * self.poly_sign(value.den)

    def poly_sign(self, poly: Any) -> int:
        """The sign of a polynomial, by its coefficients or factor by factor."""
        if poly.is_zero():
            return 0
        simple = self.plain_sign(poly)
        if simple:
            return simple
        content, found = self.factors(poly)
        result = 1 if content > 0 else -1
        for factor, n in found:
            one = self.plain_sign(factor) or self.said(factor)
            if not one and n % 2 == 0 and self.real(self.of_poly(factor)) and self.stays(factor):
                one = 1
            result *= one**n
        return result

    def plain_sign(self, poly: Any) -> int:
        """The sign of all terms: none of them changes it, and one at least never vanishes."""
        signs, strict = set(), False
        for coefficient, powers in terms_of(poly):
            signs.add(1 if coefficient > 0 else -1)
            if len(signs) > 1 or not all(self.never_negative(g, e) for g, e in powers.items()):
                return 0
            strict = strict or all(self.atoms[g].positive for g in powers)
        return signs.pop() if strict else 0

    def never_negative(self, g: int, exponent: int) -> bool:
        """Whether a power of a generator is not negative, whatever the facts say."""
        atom = self.atoms[g]
        known = atom.kind == "symbol" and self.symbols[atom.label].sign == "nonnegative"
        even = exponent % 2 == 0 and atom.real
        return atom.positive or known or even or atom.kind in ("abs", "step", "delta")

    def said(self, poly: Any) -> int:
        """The sign of an irreducible polynomial that the facts say."""
        for known, sign in self.signs:
            if sign and self.multiple(poly, known):
                ratio = poly.leading_coefficient() / known.leading_coefficient()
                return sign if ratio > 0 else -sign
        return 0

    @staticmethod
    def multiple(one: Any, other: Any) -> bool:
        """Whether two polynomials are rational multiples of each other."""
        return bool(
            len(one) == len(other)
            and one * other.leading_coefficient() == other * one.leading_coefficient()
        )

    def stays(self, factor: Any) -> bool:
        """Whether an irreducible polynomial is seen not to vanish."""
        if self.plain_sign(factor) or any(self.multiple(factor, known) for known, _ in self.signs):
            return True
        gens = self.of_poly(factor).gens()
        return len(factor) == 1 and all(
            self.atoms[g].kind in ("i", "cis", "exp", "parity") for g in gens
        )

    def nonzero(self, value: Frac) -> bool:
        """Whether it vanishes nowhere where the facts hold."""
        return not value.zero() and all(self.stays(f) for f, _ in self.factors(value.num)[1])

    def nonnegative(self, value: Frac) -> bool:
        """Whether it is negative nowhere where the facts hold."""
        if value.zero() or self.sign(value) > 0:
            return True
        if any(how == "≥" and self.same(value, known) for known, how in self.statements):
            return True
        return self.poly_sign(value.den) > 0 and all(
            c > 0 and all(self.never_negative(g, e) for g, e in powers.items())
            for c, powers in terms_of(value.num)
        )

    def learn(self, value: Frac, how: str) -> None:
        """Take from the facts that value > 0, ≠ 0 or ≥ 0."""
        self.statements.append((value, how))
        self._conclude(value, how)

    def _conclude(self, value: Frac, how: str) -> None:
        if how == "≥" or value.zero():
            return
        content, open_, sign, real = fmpq(1), [], 1, True
        for poly in (value.num, value.den):
            lead, found = self.factors(poly)
            content *= lead
            for factor, n in found:
                known = self.plain_sign(factor) or self.said(factor)
                if known:
                    sign *= known**n
                else:
                    self.signs.append((factor, 0))
                    real = real and self.real(self.of_poly(factor))
                    open_ += [factor] * (n % 2)
        sign *= 1 if content > 0 else -1
        if how == ">" and len(open_) == 1 and real:
            self.signs.append((open_[0], sign))

    # facts put in

    def solve(self, g: int, value: Frac) -> None:
        """Put ``value`` for what generator ``g`` is a root of, here and everywhere."""
        change = {g: value}
        for old, result in list(self.rules.items()):
            renewed = self.mapped(result, change)
            moved = self.mapped(self.gen(old), change).monomial()
            self.rules[old] = renewed
            if moved and moved[0] == 1 and list(moved[1].values()) == [1]:
                self.rules[next(iter(moved[1]))] = renewed
        self.rules[g] = value
        self.memo.clear()
        said, self.statements, self.signs = self.statements, [], []
        for known, how in said:
            self.learn(self.mapped(known, change), how)

    def mapped(self, value: Frac, change: dict[int, Frac]) -> Frac:
        """The fraction with ``change`` for what its generators are roots of."""
        moved = {g for g in value.gens() if self.depends(g, set(change))}
        if not moved:
            return value
        parts = {
            g: tuple(self._part(g, k, p, change) for k, p in enumerate(self.atoms[g].parts))
            for g in moved
        }
        sums = []
        for poly in (value.num, value.den):
            total = self.nought
            for coefficient, powers in terms_of(poly):
                rest = {g: e for g, e in powers.items() if g not in moved}
                kept = tuple(rest.get(k, 0) for k in range(GENERATORS))
                term = self.of_poly(RING.from_dict({kept: coefficient}))
                for g, e in powers.items():
                    if g in change:
                        term *= self.root(change[g], Fraction(e, self.atoms[g].roots))
                    elif g in moved:
                        term *= self._rebuilt(self.atoms[g], parts[g], e)
                total += term
            sums.append(total)
        return sums[0] / sums[1]

    def _part(self, g: int, k: int, part: Frac, change: dict[int, Frac]) -> Frac:
        bound = self.atoms[g].bound
        if k or bound is None:
            return self.mapped(part, change)
        inner = {x: v for x, v in change.items() if x != bound}
        if any(self.under(v, {bound}) for v in inner.values()):
            raise UnclearError("a solution would be caught by a bound variable")
        return self.mapped(part, inner)

    def _rebuilt(self, atom: Atom, parts: tuple[Frac, ...], exponent: int) -> Frac:
        """A power of an atom with other parts."""
        share = Fraction(exponent, atom.roots)
        kind = atom.kind
        if kind == "exp":
            return self.exp(parts[0] * self.constant(share))
        if kind == "cis":
            return self.exp(self.i() * parts[0] * self.constant(share))
        if kind == "radical":
            return self.root(parts[0], share)
        builders = {
            "log": lambda: self.log(parts[0]),
            "abs": lambda: self.absolute(parts[0]),
            "step": lambda: self.step(parts[0], atom.label),
            "delta": lambda: self.delta(*parts),
            "total": lambda: self.total(parts[0], atom.bound, atom.label),
            "integral": lambda: self.integral(parts[0], atom.bound, parts[1:], atom.label),
            "parity": lambda: self.exp(self.i() * self.pi() * parts[0]),
        }
        made = builders[kind]() if kind in builders else self.value(atom._replace(parts=parts))
        return made**exponent

    # functions

    def root(self, value: Frac, exponent: Fraction) -> Frac:
        """A rational power, positive where ``value`` is."""
        if exponent.denominator == 1:
            return value ** int(exponent)
        if value.zero():
            raise UnclearError("a root of zero")
        result, rest, content = self.one, self.one, Fraction(1)
        for poly, direction in ((value.num, 1), (value.den, -1)):
            lead, found = self.factors(poly)
            content *= Fraction(int(lead.p), int(lead.q)) ** direction
            for factor, multiplicity in found:
                piece, n = self.of_poly(factor), multiplicity * direction
                g = self._single(factor)
                sign = self.sign(piece)
                if g is not None and self.atoms[g].positive:
                    result *= self.scaled(g, Fraction(n, self.atoms[g].roots) * exponent)
                elif sign:
                    if sign < 0:
                        piece, content = -piece, content * (-1) ** n
                    result *= self._radical(piece, n * exponent)
                elif n % 2 == 0 and exponent.denominator == 2 and self.real(piece):
                    result *= self.absolute(piece) ** int(n * exponent)
                else:
                    rest *= piece**n
        if rest.number() is None:
            if content < 0:
                rest, content = -rest, -content
            if not self.nonnegative(rest):
                self.assumed.append((rest, "≥"))
            if not rest.den.is_constant():
                raise UnclearError("a root of a fraction of unknown sign")
            steps = exponent * self.roots
            if steps.denominator != 1:
                raise NeedRootsError(steps.denominator)
            atom = Atom("radical", "unsigned", (rest,), self.roots)
            result *= self.gen(self.related(atom, self.roots, rest.num), int(steps))
        if content < 0:
            raise UnclearError("a root of a negative number")
        return result * self.number_root(content, exponent)

    def number_root(self, value: Fraction, exponent: Fraction) -> Frac:
        """A power of a positive rational number, in roots of primes."""
        result = self.one
        for part, direction in ((value.numerator, 1), (value.denominator, -1)):
            for prime, n in primes(part):
                atom = Atom("number", prime, (), self.roots, True)
                g = self.related(atom, self.roots, RING.constant(prime))
                result *= self.scaled(g, direction * n * exponent)
        return result

    def _single(self, factor: Any) -> int | None:
        gens = self.of_poly(factor).gens()
        return gens.pop() if len(factor) == 1 and len(gens) == 1 else None

    def _radical(self, piece: Frac, exponent: Fraction) -> Frac:
        """A power of something positive that is no product."""
        whole = exponent.numerator // exponent.denominator
        if exponent == whole:
            return piece**whole
        g = self.related(
            Atom("radical", "positive", (piece,), self.roots, True), self.roots, piece.num
        )
        return piece**whole * self.scaled(g, exponent - whole)

    def absolute(self, value: Frac) -> Frac:
        """|value| for something real."""
        if not self.real(value):
            raise UnclearError("the absolute value of something that may not be real")
        result = self.one
        for poly, direction in ((value.num, 1), (value.den, -1)):
            lead, found = self.factors(poly)
            result *= self.constant(abs(Fraction(int(lead.p), int(lead.q))) ** direction)
            for factor, n in found:
                piece = self.of_poly(factor)
                sign = self.sign(piece)
                if not sign:
                    g = self.related(Atom("abs", None, (piece,)), 2, (piece * piece).num)
                    result *= self.gen(g, n * direction)
                else:
                    result *= (self.constant(sign) * piece) ** (n * direction)
        return result

    def exp(self, value: Frac) -> Frac:
        """The exponential: a product over the terms of its argument."""
        if any(self.atoms[g].kind == "i" for g in value.gens() if value.den.degrees()[g] > 0):
            i = self.i().num
            value = Frac(self, self.reduced(value.num * i), self.reduced(value.den * i))
        result = self.one
        for coefficient, powers in terms_of(value.num):
            kept = tuple(powers.get(k, 0) for k in range(GENERATORS))
            term = self.fraction(RING.from_dict({kept: fmpq(1)}), value.den)
            result *= self._exp_term(Fraction(int(coefficient.p), int(coefficient.q)), term, powers)
        return result

    def _exp_term(self, coefficient: Fraction, term: Frac, powers: dict[int, int]) -> Frac:
        kinds = {self.atoms[g].kind: g for g in powers}
        if "i" in kinds:
            return self._phase(coefficient, term / self.gen(kinds["i"]))
        if list(kinds) == ["log"] and list(powers.values()) == [1] and term.den.is_constant():
            return self.root(self.atoms[kinds["log"]].parts[0], coefficient)
        real = self.real(term)
        return self.scaled(
            self.atom(Atom("exp", None, (term,), self.roots, real, real)), coefficient
        )

    def _phase(self, coefficient: Fraction, term: Frac) -> Frac:
        """exp(i · coefficient · term)."""
        turns = term / self.pi()
        number = turns.number()
        if number is not None:
            quarters = 2 * coefficient * number
            if quarters.denominator != 1:
                raise UnclearError("an angle that is no multiple of a right angle")
            return self.i() ** (int(quarters) % 4)
        single = turns.monomial()
        if (
            single
            and single[0] == 1
            and coefficient.denominator == 1
            and all(
                self.atoms[g].kind == "symbol"
                and "integer" in self.symbols[self.atoms[g].label].sign
                and e > 0
                and e % self.atoms[g].roots == 0
                for g, e in single[1].items()
            )
        ):
            g = self.related(Atom("parity", None, (turns,)), 2, ONE)
            return self.gen(g, int(coefficient) % 2)
        atom = Atom("cis", None, (term,), self.roots, real=False)
        return self.scaled(self.atom(atom), coefficient)

    def log(self, value: Frac) -> Frac:
        """The logarithm: a sum over positive factors."""
        if value.zero():
            raise UnclearError("the logarithm of zero")
        if self.sign(value) <= 0:
            self.assumed.append((value, ">"))
            return self.gen(self.atom(Atom("log", None, (value,))))
        result, content = self.nought, Fraction(1)
        for poly, direction in ((value.num, 1), (value.den, -1)):
            lead, found = self.factors(poly)
            content *= abs(Fraction(int(lead.p), int(lead.q))) ** direction
            for factor, n in found:
                result += self.constant(n * direction) * self._log_factor(self.of_poly(factor))
        for part, direction in ((content.numerator, 1), (content.denominator, -1)):
            for prime, n in primes(part):
                one = self.gen(self.atom(Atom("log", None, (self.constant(prime),))))
                result += self.constant(n * direction) * one
        return result

    def _log_factor(self, piece: Frac) -> Frac:
        """Log |factor| of an irreducible factor whose sign is known."""
        sign = self.sign(piece)
        if not sign:
            raise UnclearError("the logarithm of a square of unknown sign")
        g = self._single(piece.num) if sign > 0 else None
        if g is not None and self.atoms[g].kind == "exp":
            return self.atoms[g].parts[0] / self.constant(self.atoms[g].roots)
        if g is not None:
            atom, share = self.atoms[g], self.constant(Fraction(1, self.atoms[g].roots))
            return share * self.gen(self.atom(Atom("log", None, (self.gen(g, atom.roots),))))
        return self.gen(self.atom(Atom("log", None, (self.constant(sign) * piece,))))

    def step(self, inside: Frac, at_zero: Any) -> Frac:
        """The step function: its own square wherever its argument is not zero."""
        known = self.sign(inside)
        if known:
            return self.constant((1 + known) // 2)
        atom = Atom("step", at_zero, (inside,))
        if at_zero in (0, 1) or self.nonzero(inside):
            return self.gen(self.related(atom, 2))
        return self.gen(self.atom(atom))

    def delta(self, one: Frac, other: Frac) -> Frac:
        """Kronecker's delta: symmetric, and its own square."""
        if self.same(one, other):
            return self.one
        if self.nonzero(one - other):
            return self.nought
        for g in self.index.get(("delta", None), []):
            parts = self.atoms[g].parts
            if self.same(parts[0], other) and self.same(parts[1], one):
                return self.gen(g)
        return self.gen(self.related(Atom("delta", None, (one, other)), 2))

    # sums and integrals

    def split(self, body: Frac, bound: int) -> list[tuple[Frac, Frac]]:
        """The body as a sum of (free of the bound variable) · (one term that depends on it)."""
        outside, inside = self.one, self.one
        lead, found = self.factors(body.den)
        outside *= self.constant(Fraction(int(lead.p), int(lead.q)))
        for factor, n in found:
            piece = self.of_poly(factor)
            if self.under(piece, {bound}):
                inside *= piece**n
            else:
                outside *= piece**n
        groups: dict[Any, tuple[Frac, Frac]] = {}
        for coefficient, powers in terms_of(body.num):
            own = {g: e for g, e in powers.items() if self.depends(g, {bound})}
            front = tuple(
                e if g not in own else 0
                for g, e in ((k, powers.get(k, 0)) for k in range(GENERATORS))
            )
            term = tuple(own.get(k, 0) for k in range(GENERATORS))
            one = self.fraction(RING.from_dict({front: coefficient}), outside.num)
            before = groups[term][0] if term in groups else self.nought
            groups[term] = (
                before + one,
                self.fraction(RING.from_dict({term: fmpq(1)}), inside.num),
            )
        return [pair for pair in groups.values() if not pair[0].zero()]

    def named(self, bound: int, over: str | None, body: Frac, *others: Frac) -> int:
        """The generator of the standard name for the variable bound in ``body``: free nowhere."""
        sign = self.symbols[self.atoms[bound].label].sign
        for k in range(GENERATORS):
            name = f"#{sign}.{over or ''}.{k}"
            self.symbols.setdefault(name, Symbol("bound", sign, member_of=over))
            g = self.symbol(name)
            inside = g != bound and self.under(body, {g})
            if not inside and not any(self.under(value, {g}) for value in others):
                return g
        raise UnclearError("too many bound variables")

    def telling(self, bound: int, over: str, body: Frac, *others: Frac) -> int:
        """A name for the variable under which facts about all members of the set apply."""
        for name, symbol in list(self.symbols.items()):
            if symbol.role == "variable" and symbol.member_of == over and self.varies(name):
                g = self.symbol(name)
                if not any(self.under(value, {g}) for value in (body, *others)):
                    return g
        return self.named(bound, over, body, *others)

    def renamed(self, value: Frac, old: int, new: int) -> Frac:
        """The fraction with another bound variable."""
        return (
            value if old == new else self.mapped(value, {old: self.gen(new, self.atoms[new].roots)})
        )

    def total(self, body: Frac, bound: int, over: str) -> Frac:
        """Σ over a finite set."""
        result = self.nought
        for front, term in self.split(body, bound):
            result += front * self._one_total(term, bound, over)
        return result

    def _one_total(self, term: Frac, bound: int, over: str) -> Frac:
        if term.number() is not None:
            count = self.symbols[over].count
            if count is None:
                raise UnclearError("the number of terms of a sum")
            return self.convert(count) * term
        for g in term.gens():
            atom = self.atoms[g]
            for one, other in (atom.parts, atom.parts[::-1]) if atom.kind == "delta" else ():
                here = self.same(one, self.gen(bound, self.atoms[bound].roots))
                if here and not self.under(other, {bound}) and self.member(other, over):
                    rest = term / self.gen(g)
                    if rest.den.degrees()[g] == 0:
                        return self.mapped(rest, {bound: other})
        name = self.named(bound, over, term)
        return self.value(
            Atom(
                "total", over, (self.renamed(term, bound, name),), bound=name, real=self.real(term)
            )
        )

    def member(self, value: Frac, over: str) -> bool:
        """Whether it is a symbol that runs over the set."""
        single = value.monomial()
        if not single or single[0] != 1 or len(single[1]) != 1:
            return False
        ((g, e),) = single[1].items()
        atom = self.atoms[g]
        return (
            atom.kind == "symbol" and e == atom.roots and self.symbols[atom.label].member_of == over
        )

    def integral(self, body: Frac, bound: int, ends: tuple[Frac, ...], infinite: Any) -> Frac:
        """∫ over one variable; ``infinite`` are the signs of the ends at infinity."""
        pairs = self.split(body, bound)
        if any(infinite) and len(pairs) > 1:
            pairs = [(self.one, body)]
        result = self.nought
        for front, term in pairs:
            result += front * self._one_integral(term, bound, ends, infinite)
        return result

    def _one_integral(self, term: Frac, bound: int, ends: Any, infinite: Any) -> Frac:
        if term.number() is not None and not any(infinite):
            return term * (ends[1] - ends[0])
        for g in () if any(infinite) else term.gens():
            atom = self.atoms[g]
            if atom.kind == "total" and self.depends(g, {bound}) and term.den.degrees()[g] == 0:
                others = (term / self.gen(g), self.gen(bound), *ends)
                name = self.telling(atom.bound, atom.label, atom.parts[0], *others)
                inside = self.renamed(atom.parts[0], atom.bound, name) * others[0]
                return self.total(self.integral(inside, bound, ends, infinite), name, atom.label)
        name = self.named(bound, None, term, *ends)
        parts = (self.renamed(term, bound, name), *ends)
        return self.value(Atom("integral", infinite, parts, bound=name, real=self.real(term)))

    # from trees to fractions

    def convert(self, form: Tree) -> Frac:
        """The fraction of a tree, what is divided by being noted."""
        found = self.memo.get(form)
        if found is None:
            found = self.memo[form] = self._convert(form)
        return found

    def _convert(self, form: Tree) -> Frac:
        if isinstance(form, int):
            return self.constant(form)
        if isinstance(form, str):
            g = self.symbol(form)
            return self.rules.get(g) or self.gen(g, self.atoms[g].roots)
        head, parts = form[0], form[1:]
        if head == "q":
            return self.constant(Fraction(*parts))
        if head == "+":
            result = self.nought
            for part in parts:
                result += self.convert(part)
            return result
        if head == "*":
            result = self.one
            for part in parts:
                result *= self.convert(part)
            return result
        if head == "^":
            return self._power(*parts)
        if head in ("call", "jet"):
            return self._function(form)
        if head in BESSEL:
            inside = tuple(map(self.convert, parts))
            return self.value(Atom("bessel", head, inside, real=False))
        if head in ("diff", "subs"):
            return self.convert(plain(form))
        if head == "total":
            return self._total(*parts)
        if head == "int":
            return self._integral(*parts)
        one = [self.convert(part) for part in parts[: 1 if head == "Heaviside" else 2]]
        simple = {
            "pi": self.pi,
            "i": self.i,
            "e": lambda: self.exp(self.one),
            "gamma": lambda: self.gen(
                self.atom(Atom("number", "gamma", (), self.roots, True)), self.roots
            ),
            "exp": lambda: self.exp(one[0]),
            "log": lambda: self.log(one[0]),
            "Abs": lambda: self.absolute(one[0]),
            "Heaviside": lambda: self.step(one[0], parts[1]),
            "KroneckerDelta": lambda: self.delta(*one),
        }
        if head in simple:
            return simple[head]()
        if head in ("sinh", "cosh", "tanh", "coth"):
            up, down = self.exp(one[0]), self.exp(-one[0])
            return self._quotient(head, "sinh cosh tanh coth", up - down, up + down)
        if head in ("sin", "cos", "tan", "cot", "sec", "csc"):
            up, down = self.exp(self.i() * one[0]), self.exp(-(self.i() * one[0]))
            sine = (down - up) * self.i()
            return self._quotient(head, "sin cos tan cot", sine, up + down)
        raise UnclearError(f"{head} is not known here")

    def _quotient(self, head: str, names: str, odd: Frac, even: Frac) -> Frac:
        """Functions like sin, cos, tan and cot from twice the odd and the even one."""
        two = self.constant(2)
        sine, cosine, tangent, cotangent = names.split()
        if head == sine:
            return odd / two
        if head == cosine:
            return even / two
        bottom = even if head in (tangent, "sec") else odd
        self.divisors.append(bottom)
        return {tangent: odd, cotangent: even, "sec": two, "csc": two}[head] / bottom

    def _power(self, base: Tree, exponent: Tree) -> Frac:
        number = as_number(exponent)
        if number is not None and abs(number.numerator) > MOST_EXPONENT:
            raise UnclearError("an exponent is too large")
        if base == ("e",):
            return self.exp(self.convert(exponent))
        value = self.convert(base)
        if number is not None:
            if number <= 0:
                self.divisors.append(value)
            return self.root(value, number) if number else self.one
        power = self.convert(exponent)
        if (plain := power.number()) is not None and abs(plain.numerator) <= MOST_EXPONENT:
            return self._power(base, ("q", plain.numerator, plain.denominator))
        sign, front = self.sign(value), self.one
        if sign < 0 and isinstance(exponent, str) and "integer" in self.symbols[exponent].sign:
            value, front = -value, self.exp(self.i() * self.pi() * power)
        elif sign <= 0:
            raise UnclearError("a power of something that is not known to be positive")
        return front * self.exp(power * self.log(value))

    def _function(self, form: Tree) -> Frac:
        """A declared function or a derivative of it: by its definition, or an atom."""
        name, orders = form[1], form[2] if form[0] == "jet" else ()
        arguments = form[2:] if form[0] == "call" else form[3:]
        if name in self.definitions:
            variables, body = self.definitions[name]
            turned = [x for x, order in zip(variables, orders, strict=False) if order]
            smooth = all("integer" not in self.symbols[x].sign for x in turned)
            if smooth and all(map(self.admissible, variables, arguments)):
                for x, order in zip(variables, orders, strict=False):
                    for _ in range(order):
                        body = derivative(body, x)
                return self.convert(put(body, dict(zip(variables, arguments, strict=False))))
        parts = tuple(self.convert(argument) for argument in arguments)
        orders = orders or (0,) * len(parts)
        return self.value(Atom("value", (name, orders), parts, real=all(map(self.real, parts))))

    def admissible(self, variable: str, value: Tree) -> bool:
        """Whether a value is among those for which a variable stands."""
        symbol = self.symbols[variable]
        if value == variable:
            return True
        normal = self.convert(value)
        if symbol.member_of is not None:
            return self.member(normal, symbol.member_of)
        if "integer" in symbol.sign:
            whole = isinstance(value, str) and "integer" in self.symbols[value].sign
            number = normal.number()
            if not whole and not (number is not None and number.denominator == 1):
                return False
        if symbol.sign.startswith("positive"):
            return self.sign(normal) > 0
        if symbol.sign == "nonnegative":
            return self.nonnegative(normal)
        return symbol.sign == "any" or self.real(normal)

    def _total(self, body: Tree, index: str, over: str) -> Frac:
        symbol = self.symbols[index]
        if symbol.member_of not in (None, over):
            raise UnclearError(f"{index} runs over another set")
        name, taken = None, free(body) | bound_in(body)
        if symbol.role == "variable" and symbol.member_of == over and self.varies(index):
            name = index
        else:
            members = (
                n for n, s in self.symbols.items() if s.member_of == over and s.role == "variable"
            )
            name = next((n for n in members if n not in taken and self.varies(n)), None)
        name = name or self.fresh(body, symbol.sign, over)
        inside = self.convert(put(body, {index: name}) if name != index else body)
        return self.total(inside, self.symbol(name), over)

    def _integral(self, body: Tree, *limits: Any) -> Frac:
        if len(limits) != 1:
            raise UnclearError("an integral over several variables")
        ((x, *ends),) = limits
        sign = self.symbols[x].sign
        infinite, values = [], []
        for end in ends:
            at = {("oo",): 1, ("*", -1, ("oo",)): -1}.get(
                end if isinstance(end, tuple) else None, 0
            )
            infinite.append(at)
            values.append(self.nought if at else self.convert(end))
            below = at < 0 or (not at and not self.nonnegative(values[-1]))
            if "integer" in sign or (below and sign in ("positive", "nonnegative")):
                raise UnclearError(f"{x} is not declared for all values that it is integrated over")
        name = x if self.varies(x) else self.fresh(body, sign, None)
        inside = self.convert(put(body, {x: name}) if name != x else body)
        return self.integral(inside, self.symbol(name), tuple(values), tuple(infinite))

    def fresh(self, body: Tree, sign: str, over: str | None) -> str:
        """A standard name that is not free in a tree."""
        taken = free(body) | bound_in(body)
        name = next(n for k in range(1000) if (n := f"#{sign}.{over or ''}.{k}") not in taken)
        self.symbols.setdefault(name, Symbol("bound", sign, member_of=over))
        return name


def bound_in(form: Tree) -> set[str]:
    """The variables that sums and integrals in a tree bind."""
    if not isinstance(form, tuple):
        return set()
    own = (
        {form[2]} if form[0] == "total" else {p[0] for p in form[2:]} if form[0] == "int" else set()
    )
    return own.union(*(bound_in(part) for part in form[1:]))


def primes(number: int) -> list[tuple[int, int]]:
    """The prime factors of a positive integer of modest size."""
    if number.bit_length() > 200:
        raise UnclearError("a number is too large to be factored")
    return [(int(p), int(n)) for p, n in fmpz(number).factor()] if number > 1 else []


# -- 5. facts -------------------------------------------------------------------------

SOLVABLE = {"symbol", "value", "bessel", "total", "integral"}


class Theory:
    """The facts of an obligation put into a field, each solution checked."""

    def __init__(self, given: Obligation, roots: int) -> None:
        self.links = given.links()
        restricting = ("Less", "MuchLess", "NotEqual", "Within")
        confined = {
            s for f in self.links if f.kind in restricting for x in f.sides for s in free(x)
        }
        self.field = Field(given.symbols, roots, confined)
        self.solved: list[int] = []
        self.defining: list[Relation] = []
        evidence = given.decision.get("evidence") or {}
        need(isinstance(evidence, dict), "evidence of another form")
        for k in listed(evidence, "defined"):
            self._define(self._equation(k))
        for link in self.links:
            self._heed(link)
        for entry in listed(evidence, "solved"):
            need(isinstance(entry, list) and len(entry) == 3, "a solution of another form")
            atom, value = (tree(part, given.symbols) for part in entry[1:])
            self._solve(self._equation(entry[0]), atom, value)
        self._grant()

    def _equation(self, k: Any) -> Relation:
        fine = type(k) is int and 0 <= k < len(self.links) and self.links[k].kind == "Equal"
        need(fine, f"a solution of fact {shown(k)}, which is no equation")
        return self.links[k]

    def _heed(self, link: Relation) -> None:
        """Learn what an inequality says of signs."""
        field = self.field
        if link.kind not in ("Less", "MuchLess", "NotEqual"):
            return
        low, high = map(field.convert, link.sides)
        if link.kind == "NotEqual":
            field.learn(high - low, "≠")
        elif link.kind == "Less" or field.sign(low) > 0 or field.sign(high) > 0:
            field.learn(high - low, ">")

    def _define(self, link: Relation) -> None:
        """f(x, …) = body for all values of different variables defines f."""
        head, body = link.sides
        if isinstance(head, tuple) and head[0] == "*":
            calls = [p for p in head[1:] if isinstance(p, tuple) and p[0] == "call"]
            need(len(calls) == 1, "a definition of no function")
            fronts = [p for p in head[1:] if p is not calls[0]]
            front = self.field.convert(("*", *fronts))
            if not self.field.nonzero(front) or free(("*", *fronts)) & set(calls[0][2:]):
                raise UnclearError("a definition is divided by something that may vanish")
            head, body = calls[0], ("*", body, *(("^", part, -1) for part in fronts))
        need(isinstance(head, tuple) and head[0] == "call", "a definition of no function")
        name, variables = head[1], head[2:]
        field = self.field
        plain_ = all(isinstance(x, str) and field.varies(x) for x in variables)
        if not plain_ or len(set(variables)) < len(variables) or name in field.definitions:
            raise UnclearError(f"{name} is not defined for all values of its variables")
        below, pending = {name}, [body]
        while pending:
            for function in free(pending.pop()):
                if function == name:
                    raise UnclearError(f"{name} is defined by itself")
                if function in field.definitions and function not in below:
                    below.add(function)
                    pending.append(field.definitions[function][1])
        field.definitions[name] = (variables, body)
        self.defining.append(link)

    def _solve(self, link: Relation, atom: Tree, value: Tree) -> None:
        """Check that the equation says atom = value, and put it in.

        left − right is A · atom + B with A ≠ 0, or B ≠ 0, or is c · atom^k · m − c′ · m′ of
        positive atoms: then one value of the atom at most makes it vanish, and this does.
        """
        field = self.field
        left, right = link.sides
        difference = field.convert(left) - field.convert(right)
        single = field.convert(atom).monomial()
        if not single or single[0] != 1 or len(single[1]) != 1:
            raise UnclearError("a solution for what is no atom, or has a solution already")
        ((g, e),) = single[1].items()
        known = field.atoms[g]
        if known.kind not in SOLVABLE or e != known.roots:
            raise UnclearError("a solution for what is no atom")
        if known.kind == "symbol" and field.varies(known.label):
            raise UnclearError(f"{known.label} is a variable, for which nothing is solved")
        found = field.convert(value)
        if field.under(found, {g}):
            raise UnclearError("a solution that rests on itself")
        if not self._only(difference, g):
            raise UnclearError("an equation that does not fix what it is solved for")
        if known.positive and field.sign(found) < 0:
            raise UnclearError(
                "something positive would be negative: the facts contradict each other"
            )
        field.solve(g, found)
        if not (field.convert(left) - field.convert(right)).zero():
            raise UnclearError("a solution does not satisfy its equation")
        if known.positive:
            field.learn(found, ">")
        self.solved.append(g)

    def _only(self, difference: Frac, g: int) -> bool:
        """Whether the difference vanishes for one value of the atom at most."""
        field, atom = self.field, self.field.atoms[g]
        others = difference.gens() - {g}
        if any(field.depends(other, {g}) for other in others) or g not in difference.gens():
            return False
        terms = terms_of(difference.num)
        binomial = len(terms) == 2 and terms[0][1].get(g, 0) != terms[1][1].get(g, 0)
        if binomial and all(field.atoms[k].positive for k in difference.gens()):
            return True
        if any(powers.get(g, 0) not in (0, atom.roots) for _, powers in terms):
            return False
        with_it, without = ZERO, ZERO
        for exponents, coefficient in difference.num.terms():
            kept = (*exponents[:g], 0, *exponents[g + 1 :])
            part = RING.from_dict({kept: coefficient})
            with_it, without = (
                (with_it + part, without) if exponents[g] else (with_it, without + part)
            )
        return any(
            not part.is_zero() and field.nonzero(field.fraction(part, difference.den))
            for part in (with_it, without)
        )

    def _grant(self) -> None:
        """A fact says that it makes sense; one about all values of a variable, where it does."""
        field = self.field
        for link in self.links:
            varying = any(
                s in field.symbols and field.varies(s) for x in link.sides for s in free(x)
            )
            if link.kind == "Equal" and not varying:
                field.memo.clear()
                field.divisors, field.assumed = [], []
                for side in link.sides:
                    field.convert(side)
                for divisor in field.divisors:
                    field.learn(divisor, "≠")
                for value, how in field.assumed:
                    field.learn(value, how)
        field.memo.clear()
        field.divisors, field.assumed = [], []

    def defined(self) -> None:
        """Refuse a claim that divides by what may vanish, or takes its root or logarithm."""
        field = self.field
        for divisor in field.divisors:
            if not field.nonzero(divisor):
                raise UnclearError("the claim divides by something that may vanish")
        for value, how in field.assumed:
            if not (field.sign(value) > 0 or (how == "≥" and field.nonnegative(value))):
                raise UnclearError("the claim takes a root or logarithm of what may be negative")

    def defined_roots(self) -> None:
        """Refuse roots and logarithms of what may be negative."""
        for value, how in self.field.assumed:
            if not (self.field.sign(value) > 0 or (how == "≥" and self.field.nonnegative(value))):
                raise UnclearError("the claim takes a root or logarithm of what may be negative")

    def unsolved(self) -> bool:
        """Whether some equation says more than its solution."""
        field = self.field
        kept = field.memo, field.divisors, field.assumed
        field.memo, field.divisors, field.assumed = {}, [], []
        sides = [link.sides for link in self.links if link.kind == "Equal"]
        more = any(not (field.convert(a) - field.convert(b)).zero() for a, b in sides)
        field.memo, field.divisors, field.assumed = kept
        return more


def listed(evidence: dict[str, Any], name: str) -> list[Any]:
    """A list of the evidence."""
    found = evidence.get(name, [])
    need(isinstance(found, list), f"{name} is no list")
    return found


# -- 6. numbers -----------------------------------------------------------------------


End = Any  # a Fraction, or None for infinity


class Interval(NamedTuple):
    """Rational ends; ``None`` is infinity."""

    low: End
    high: End

    def __neg__(self) -> Interval:
        return Interval(negative(self.high), negative(self.low))

    def plus(self, other: Interval) -> Interval:
        """The sum."""
        ends = (None if None in pair else sum(pair) for pair in zip(self, other, strict=False))
        return rounded(*ends)

    def by(self, other: Interval) -> Interval:
        """The product; what is not bounded and may change its sign is everything."""
        if self.positive() and other.positive():
            low = (self.low or 0) * (other.low or 0)
            high = None if None in (self.high, other.high) else self.high * other.high
            return rounded(Fraction(low), high)
        if None in (*self, *other):
            for one, two, flip in ((-self, other, 1), (self, -other, 1), (-self, -other, 0)):
                if one.positive() and two.positive():
                    return -one.by(two) if flip else one.by(two)
            return Interval(None, None)
        ends = [a * b for a in self for b in other]
        return rounded(min(ends), max(ends))

    def positive(self) -> bool:
        """Whether it holds no negative number."""
        return self.low is not None and self.low >= 0

    def sign(self) -> int:
        """The sign of all its numbers, or 0."""
        if self.low is not None and self.low > 0:
            return 1
        return -1 if self.high is not None and self.high < 0 else 0

    def inverse(self) -> Interval:
        """1/x of what excludes zero; of positive numbers from zero on, infinity is above."""
        if self.positive():
            low = Fraction(0) if self.high is None else 1 / self.high if self.high else None
            return (
                Interval(low, 1 / self.low if self.low else None) if self.high != 0 else EVERYTHING
            )
        if self.sign() < 0 or (self.high is not None and self.high == 0):
            return -((-self).inverse())
        return EVERYTHING

    def meet(self, other: Interval) -> Interval:
        """What is in both; ``UnclearError`` where nothing is."""
        lows = [x for x in (self.low, other.low) if x is not None]
        highs = [x for x in (self.high, other.high) if x is not None]
        low, high = max(lows, default=None), min(highs, default=None)
        if low is not None and high is not None and low > high:
            raise UnclearError("the facts contradict each other in numbers")
        return Interval(low, high)

    def inside(self, other: Interval) -> bool:
        """Whether all its numbers are in the other."""
        below = other.low is None or (self.low is not None and self.low >= other.low)
        return below and (other.high is None or (self.high is not None and self.high <= other.high))


EVERYTHING, POSITIVE = Interval(None, None), Interval(Fraction(0), None)


def negative(end: End) -> End:
    """−end."""
    return None if end is None else -end


def rounded(low: End, high: End) -> Interval:
    """The interval with ends of at most some hundred digits, rounded outward."""
    below = None if low is None else outward(low)
    return Interval(below, None if high is None else -outward(-high))


def outward(end: Fraction) -> Fraction:
    """A shorter number that is not greater; the same if it is short."""
    bits = end.denominator.bit_length()
    if bits + end.numerator.bit_length() < 1200:
        return end
    scale = Fraction(2) ** (300 + bits - end.numerator.bit_length())
    return Fraction((end * scale).__floor__()) / scale


def of_ball(ball: arb) -> Interval:
    """An interval around a ball."""
    if not ball.is_finite():
        return EVERYTHING
    ends = []
    for end in (ball.lower(), ball.upper()):
        man, exponent = end.man_exp()
        ends.append(Fraction(int(man)) * Fraction(2) ** int(exponent))
    return Interval(*ends)


def exact(value: Fraction) -> arb:
    """A tight ball around a rational number."""
    return arb(fmpq(value.numerator, value.denominator))


def monotone(function: Any, x: Interval) -> Interval:
    """An increasing function of balls on an interval of finite ends."""
    low = None if x.low is None else of_ball(function(exact(x.low))).low
    return Interval(low, None if x.high is None else of_ball(function(exact(x.high))).high)


def raised(x: Interval, n: int) -> Interval:
    """A whole power."""
    if n < 0:
        return raised(x, -n).inverse()
    if n == 0:
        return Interval(Fraction(1), Fraction(1))
    if x.positive():
        return rounded(x.low**n, None if x.high is None else x.high**n)
    if n % 2:
        return rounded(*(None if end is None else end**n for end in x))
    if x.sign() < 0:
        return raised(-x, n)
    ends = [None if end is None else abs(end) ** n for end in x]
    return rounded(Fraction(0), None if None in ends else max(ends))


def rooted(x: Interval, n: int) -> Interval:
    """The n-th root of positive numbers, exact where it is rational."""
    if n == 1:
        return x
    ends: list[End] = []
    for k, end in enumerate(x):
        if end is None:
            ends.append(None)
            continue
        roots = [
            round(Fraction(part) ** Fraction(1, n)) if part < 10**15 else 0
            for part in (end.numerator, end.denominator)
        ]
        if roots[0] ** n == end.numerator and roots[1] ** n == end.denominator:
            ends.append(Fraction(*roots))
        else:
            ends.append(max(of_ball(exact(end).root(n))[k], Fraction(0)))
    return Interval(*ends)


class Box:
    """Intervals of symbols, and of fractions made of them."""

    def __init__(self, field: Field, symbols: dict[int, Interval]) -> None:
        self.field, self.symbols = field, symbols
        self.known: dict[int, Interval] = {}

    def gen(self, g: int) -> Interval:
        """Where a generator lies."""
        if g not in self.known:
            self.known[g] = self._gen(self.field.atoms[g])
        return self.known[g]

    def _gen(self, atom: Atom) -> Interval:
        if atom.kind == "symbol":
            g = self.field.symbol(atom.label)
            start = POSITIVE if atom.positive else EVERYTHING
            return rooted(self.symbols.get(g, start), atom.roots)
        if atom.kind == "number":
            constants = {"pi": arb.pi, "gamma": arb.const_euler}
            value = constants[atom.label]() if atom.label in constants else arb(atom.label)
            return of_ball(value.root(atom.roots))
        if atom.kind in ("exp", "log", "radical", "abs"):
            inside = self.of(atom.parts[0])
            if atom.kind == "exp":
                found = monotone(lambda x: (x / atom.roots).exp(), inside)
                return found.meet(POSITIVE)
            if atom.kind == "radical":
                return rooted(inside.meet(POSITIVE), atom.roots)
            if atom.kind == "abs":
                return inside if inside.positive() else -inside if inside.sign() < 0 else POSITIVE
            if inside.sign() > 0:
                return monotone(lambda x: x.log(), inside)
        return POSITIVE if atom.positive else EVERYTHING

    def power(self, g: int, n: int) -> Interval:
        """Where a power of a generator lies, exact for whole powers of symbols."""
        atom = self.field.atoms[g]
        if atom.kind != "symbol" or not atom.positive:
            return raised(self.gen(g), n)
        share = Fraction(n, atom.roots)
        whole = self.symbols.get(g, POSITIVE).meet(POSITIVE)
        return rooted(raised(whole, share.numerator), share.denominator)

    def poly(self, poly: Any) -> Interval:
        """Where a polynomial lies."""
        total = Interval(Fraction(0), Fraction(0))
        for coefficient, powers in terms_of(poly):
            c = Fraction(int(coefficient.p), int(coefficient.q))
            term = Interval(c, c)
            for g, n in powers.items():
                term = self.power(g, n).by(term)
            total = total.plus(term)
        return total

    def of(self, value: Frac) -> Interval:
        """Where a fraction lies; one of monomials takes each generator once."""
        single = value.monomial()
        if single:
            result = Interval(single[0], single[0])
            for g, n in single[1].items():
                result = self.power(g, n).by(result)
            return result
        return self.poly(value.num).by(self.poly(value.den).inverse())

    def halves(self, value: Frac) -> list[Box]:
        """Two boxes for the symbol of the value that is widest; none if none is bounded."""
        widths = {}
        for g in symbols_under(self.field, value):
            found = self.symbols.get(g)
            if found and None not in found and found.low < found.high:
                ends = found.low, found.high
                widths[g] = float(ends[1] / ends[0]) if ends[0] > 0 else 10.0**6
        if not widths:
            return []
        g = max(widths, key=lambda k: (widths[k], k))
        low, high = self.symbols[g]
        middle = (low + high) / 2
        pairs = ((low, middle), (middle, high))
        return [Box(self.field, {**self.symbols, g: Interval(*pair)}) for pair in pairs]


def symbols_under(field: Field, value: Frac) -> set[int]:
    """The generators of the symbols that a fraction is made of."""
    found = set()
    for g in value.gens():
        atom = field.atoms[g]
        found |= {g} if atom.kind == "symbol" else set()
        for part in atom.parts:
            found |= symbols_under(field, part) - {atom.bound}
    return found


def surely(box: Box, value: Frac, target: Interval, pieces: int = 3000) -> bool:
    """Whether the value is seen to lie in the target all over the box, piece by piece."""
    pending = [box]
    while pending and pieces:
        one = pending.pop()
        pieces -= 1
        if not one.of(value).inside(target):
            halves = one.halves(value)
            if not halves:
                return False
            pending += halves
    return not pending


class Statements:
    """What the facts say in numbers: intervals of fractions, and of symbols."""

    def __init__(self, given: Obligation, theory: Theory) -> None:
        self.field = field = theory.field
        self.said: list[tuple[Frac, Interval]] = []
        for link in theory.links:
            self._heed(link)
        for name in sorted(
            set().union(*(free(s) for f in (*theory.links, given.goal) for s in f.sides))
        ):
            symbol = field.symbols[name]
            if symbol.role in ("function", "set"):
                continue
            value = field.convert(name)
            if symbol.range:
                self.said.append((value, Interval(*symbol.range)))
            if symbol.sign.startswith("positive") or symbol.sign == "nonnegative":
                self.said.append((value, POSITIVE))
        self.symbols: dict[int, Interval] = {}
        for _ in range(6):
            before = dict(self.symbols)
            for value, where in self.said:
                self._narrow(value, where)
            if self.symbols == before:
                break

    def _heed(self, link: Relation) -> None:
        field = self.field
        if link.kind == "Within":
            size = unit(link.more["unit"])[0]
            ends = Interval(link.more["low"] * size, link.more["high"] * size)
            self.said.append((field.convert(link.sides[0]), ends))
        elif link.kind in ("Less", "MuchLess"):
            low, high = map(field.convert, link.sides)
            most = Fraction(1, 10 if link.kind == "MuchLess" else 1)
            self.said.append((high * field.constant(most) - low, POSITIVE))
            if field.sign(high) > 0:
                self.said.append((low / high, Interval(None, most)))

    def _narrow(self, value: Frac, where: Interval) -> None:
        """C · x^k · rest in an interval says where x is, for positive x and rest."""
        single = value.monomial()
        field = self.field
        if not single or any(not field.atoms[g].positive for g in single[1]):
            if single and single[0] == 1 and list(single[1].values()) == [1]:
                (g,) = single[1]
                if field.atoms[g].kind == "symbol":
                    self.symbols[g] = self.symbols.get(g, EVERYTHING).meet(where)
            return
        box = Box(field, self.symbols)
        whole = where.meet(POSITIVE) if single[0] > 0 else (-where).meet(POSITIVE)
        for g, e in single[1].items():
            atom = field.atoms[g]
            if atom.kind != "symbol":
                continue
            rest = Interval(abs(single[0]), abs(single[0]))
            for other, n in single[1].items():
                if other != g:
                    rest = box.power(other, n).by(rest)
            power_ = whole.by(rest.inverse())
            if power_.low is None:
                power_ = Interval(Fraction(0), power_.high)
            common = gcd(atom.roots, e)
            steps = raised(power_ if e > 0 else power_.inverse(), atom.roots // common)
            if steps.low is None:
                steps = Interval(Fraction(0), steps.high)
            found = rooted(steps, abs(e) // common)
            self.symbols[g] = self.symbols.get(g, POSITIVE).meet(found)

    def box(self) -> Box:
        """The box of the symbols."""
        return Box(self.field, self.symbols)

    def product(self, value: Frac) -> Interval:
        """Where a monomial lies as a product of powers of what the facts bound.

        Unbounded generators are cancelled by powers of statements, one after the other.
        """
        box, front = self.box(), Interval(Fraction(1), Fraction(1))
        usable = [(v, w) for v, w in self.said if v.monomial() and None not in w and w.low > 0]
        for _ in range(8):
            single = value.monomial()
            if not single:
                return EVERYTHING
            loose = [g for g in single[1] if None in box.gen(g) or not box.gen(g).low]
            if not loose:
                break
            for known, where in usable:
                powers = known.monomial()[1]
                g = next((g for g in loose if g in powers), None)
                if g is not None and single[1][g] % powers[g] == 0:
                    n = single[1][g] // powers[g]
                    value, front = value / known**n, front.by(raised(where, n))
                    usable = [pair for pair in usable if pair[0] is not known]
                    break
            else:
                return EVERYTHING
        return front.by(box.of(value))


class Point:
    """Values of the atoms, as balls that certainly contain them."""

    def __init__(self, given: Obligation, theory: Theory, pairs: list[Any]) -> None:
        self.field, self.theory, self.given = theory.field, theory, given
        self.values: dict[int, acb] = {}
        self.chosen: set[int] = set()
        self.ranges: dict[int, Interval] | None = None
        self.numbers: dict[int, Fraction] = {}
        for pair in pairs:
            need(isinstance(pair, list) and len(pair) == 2, "a point of another form")
            single = self.field.convert(tree(pair[0], given.symbols)).monomial()
            if not single or single[0] != 1 or len(single[1]) != 1:
                raise UnclearError("the point gives a value to what is not free")
            ((g, e),) = single[1].items()
            atom = self.field.atoms[g]
            value = rational(pair[1])
            if atom.kind not in ("symbol", "value") or e != atom.roots or g in self.values:
                raise UnclearError("the point gives a value to what is not free")
            self._choose(g, value)

    def _choose(self, g: int, value: Fraction) -> None:
        atom = self.field.atoms[g]
        if atom.kind == "symbol" and not fits(self.field.symbols[atom.label], exact(value), value):
            raise UnclearError(f"{atom.label} cannot have its value at the point")
        ball = exact(value)
        self.values[g] = acb(ball.root(atom.roots) if atom.roots > 1 else ball)
        self.chosen.add(g)
        self.numbers[g] = value

    def value(self, frac: Frac) -> acb:
        """A ball around the value of a fraction."""
        balls = []
        for poly in (frac.num, frac.den):
            total = acb(0)
            for coefficient, powers in terms_of(poly):
                term = acb(coefficient)
                for g, n in powers.items():
                    term *= self.gen(g) ** n
                total += term
            balls.append(total)
        found = balls[0] / balls[1]
        if not found.is_finite():
            raise UnclearError("something has no value at the point")
        return found

    def gen(self, g: int) -> acb:
        """The value of a generator."""
        if g not in self.values:
            self.values[g] = self._gen(g, self.field.atoms[g])
        return self.values[g]

    def _gen(self, g: int, atom: Atom) -> acb:
        if atom.kind == "symbol":
            self._choose(g, self._middle(g))
            return self.values[g]
        if atom.kind == "number":
            constants = {"pi": arb.pi, "gamma": arb.const_euler}
            value = constants[atom.label]() if atom.label in constants else arb(atom.label)
            return acb(value.root(atom.roots))
        if atom.kind == "i":
            return acb(0, 1)
        inside = [self.value(part) for part in atom.parts] if atom.bound is None else []
        if atom.kind in ("exp", "cis"):
            return ((acb(0, 1) if atom.kind == "cis" else acb(1)) * inside[0] / atom.roots).exp()
        if atom.kind == "bessel":
            return getattr(inside[1], BESSEL[atom.label])(inside[0])
        if atom.kind == "delta" and excludes_zero(inside[0] - inside[1]):
            return acb(0)
        if atom.kind == "parity" and inside[0].real.is_integer():
            return (acb(0, 1) * arb.pi() * inside[0]).exp()
        if atom.kind in ("log", "radical", "abs", "step") and inside[0].imag.contains(0):
            x = inside[0].real
            if atom.kind == "abs" or (atom.kind == "step" and x.contains(0)):
                return acb(abs(x)) if atom.kind == "abs" else acb(float("nan"))
            if atom.kind == "step":
                return acb(1 if x > 0 else 0)
            if x > 0:
                return acb(x.log() if atom.kind == "log" else x.root(atom.roots))
        raise UnclearError(f"a point at which a {atom.kind} has no value")

    def _middle(self, g: int) -> Fraction:
        """A value for a symbol that the point leaves out: any at which the facts hold will do."""
        if self.ranges is None:
            self.ranges = Statements(self.given, self.theory).symbols
        low, high = self.ranges.get(g, EVERYTHING)
        if low is not None and high is not None:
            return (low + high) / 2
        return Fraction(1) if low is None or low < 1 else 2 * low

    def admissible(self) -> None:
        """Refuse a point at which the facts do not hold, or something is not as declared."""
        field = self.field
        if self.theory.unsolved():
            raise UnclearError("an equation among the facts may not hold at the point")
        named = set().union(
            *(free(s) for f in (*self.theory.links, self.given.goal) for s in f.sides)
        )
        for name in sorted(named):
            symbol = field.symbols[name]
            if symbol.role not in ("function", "set"):
                normal = field.convert(name)
                ball = self.value(normal)
                if not (ball.imag.contains(0) and fits(symbol, ball.real, self.number(normal))):
                    raise UnclearError(f"{name} is not as declared at the point")
        for link in self.theory.links:
            if not self._holds(link):
                raise UnclearError("a fact does not hold at the point")
        for divisor in field.divisors:
            if not excludes_zero(self.value(divisor)):
                raise UnclearError("something divided by may vanish at the point")
        for value, _ in field.assumed:
            ball = self.value(value)
            if not (ball.imag.contains(0) and ball.real > 0):
                raise UnclearError("a root or logarithm may have no value at the point")
        self._functions()

    def number(self, value: Frac) -> Fraction | None:
        """The exact value of a product of powers of what has one."""
        single = value.monomial()
        if value.zero() or not single:
            return value.number()
        result = single[0]
        for g, e in single[1].items():
            roots = self.field.atoms[g].roots
            if g not in self.numbers or e % roots or not self.numbers[g]:
                return None
            result *= self.numbers[g] ** (e // roots)
        return result

    def _holds(self, link: Relation) -> bool:
        field = self.field
        if link.kind == "Within":
            size = unit(link.more["unit"])[0]
            value = field.convert(link.sides[0])
            ends, number = (link.more["low"] * size, link.more["high"] * size), self.number(value)
            if number is not None:
                return bool(ends[0] <= number <= ends[1])
            ball = self.value(value)
            return bool(ball.imag.contains(0)) and lies(ball.real, ends)
        if link.kind in ("Less", "MuchLess", "NotEqual"):
            low, high = map(field.convert, link.sides)
            gap = self.value(high - field.constant(10 if link.kind == "MuchLess" else 1) * low)
            if link.kind == "NotEqual":
                return excludes_zero(gap)
            return bool(gap.imag.contains(0) and gap.real > 0)
        return link.kind in ("Equal", "Semiquantitative", "SameDimension", "Refers")

    def _functions(self) -> None:
        """A smooth function takes any values at different points, if nothing binds it."""
        field = self.field
        bound = set(field.definitions)
        for link in self.theory.links:
            names = set().union(*(free(side) for side in link.sides))
            if link not in self.theory.defining and any(
                field.symbols[n].role == "variable" for n in names
            ):
                bound |= {n for n in names if field.symbols[n].role == "function"}
        places = [g for g in (*self.chosen, *self.theory.solved) if field.atoms[g].kind == "value"]
        if any(
            field.atoms[g].label[0] in bound for g in self.chosen if field.atoms[g].kind == "value"
        ):
            raise UnclearError("the facts bind a function whose values the point chooses")
        used: set[str] = set()
        for g in self.theory.solved:
            atom = field.atoms[g]
            if atom.kind == "bessel":
                raise UnclearError("a fact about a Bessel function may not hold at the point")
            if atom.kind in ("total", "integral") and not self._law(g):
                used.add(self._loose(atom.parts[0], bound | used))
        for one, other in combinations(sorted(set(places)), 2):
            a, b = field.atoms[one], field.atoms[other]
            if (
                a.label == b.label
                and a.label[0] not in bound
                and not any(
                    excludes_zero(self.value(x) - self.value(y))
                    for x, y in zip(self._place(a), self._place(b), strict=False)
                )
            ):
                raise UnclearError("two values of a function may be at the same place")

    def _law(self, g: int) -> bool:
        """Whether the solution says no more than ∫ f′ = f(b) − f(a), which binds nothing."""
        field, atom = self.field, self.field.atoms[g]
        single = atom.parts[0].monomial()
        if atom.kind != "integral" or any(atom.label) or not single or single[0] != 1:
            return False
        (inner, *others), bound = single[1].items(), atom.bound
        slope = field.atoms[inner[0]]
        if others or inner[1] != 1 or slope.kind != "value" or sum(slope.label[1]) < 1:
            return False
        x = field.gen(bound, field.atoms[bound].roots)
        moving = [k for k, part in enumerate(slope.parts) if field.under(part, {bound})]
        if len(moving) != 1 or field.under(slope.parts[moving[0]] - x, {bound}):
            return False
        name, orders = slope.label
        if not orders[moving[0]]:
            return False
        lower = tuple(n - (k == moving[0]) for k, n in enumerate(orders))
        before = field.value(slope._replace(label=(name, lower)))
        low, high = (field.mapped(before, {bound: end}) for end in atom.parts[1:])
        return field.same(field.rules[g], high - low)

    def _loose(self, body: Frac, bound: set[str]) -> str:
        """A function to the first power in a sum or integral, which gives it any value."""
        single = body.monomial()
        for g, e in single[1].items() if single else ():
            atom = self.field.atoms[g]
            if atom.kind == "value" and e == 1 and atom.label[0] not in bound:
                return str(atom.label[0])
        raise UnclearError("a fact about a sum or an integral may not hold at the point")

    def _place(self, atom: Atom) -> list[Frac]:
        change = {g: self.field.rules[g] for g in self.field.rules}
        return [self.field.mapped(part, change) for part in atom.parts]


def excludes_zero(ball: acb) -> bool:
    """Whether zero is certainly not in the ball."""
    return bool(ball.is_finite() and not ball.contains(acb(0)))


def lies(ball: arb, ends: tuple[Fraction, Fraction]) -> bool:
    """Whether a ball lies between two numbers for certain."""
    low, high = map(exact, ends)
    return bool(low <= ball <= high)


def fits(symbol: Symbol, ball: arb, value: Fraction | None) -> bool:
    """Whether a value is among those declared for a symbol."""
    if symbol.sign.startswith("positive") and not ball > 0:
        return False
    if symbol.sign == "nonnegative" and not ball >= 0:
        return False
    if "integer" in symbol.sign and (value is None or value.denominator != 1):
        return False
    if symbol.range is None:
        return True
    return (
        symbol.range[0] <= value <= symbol.range[1]
        if value is not None
        else lies(ball, symbol.range)
    )


# -- 7. claims ------------------------------------------------------------------------


def recheck(given: Obligation) -> str:
    """Prove or refute again what was decided; how in a word, ``UnclearError`` if it cannot be.

    Dimensions come first, whatever is asked.
    """
    status, goal = given.decision["status"], given.goal
    wrong = consistent(goal, given.symbols)
    if wrong:
        if status == "refuted":
            return "dimension"
        raise UnclearError(f"the dimensions do not agree: {wrong}")
    if given.asks == "dimensions" or goal.kind in ("SameDimension", "Semiquantitative"):
        if status == "proved" and (given.asks == "dimensions" or goal.kind == "SameDimension"):
            return "dimension"
        raise UnclearError("the dimensions agree")
    if given.asks == "not zero" and (status, goal.kind) != ("proved", "Equal"):
        raise UnclearError("that something is not zero was not proved")
    if given.decision.get("evidence") == {"premise": True}:
        return stated(given)
    key = (goal.kind, status) if given.asks == "relation" else (given.asks, status)
    if key not in CLAIMS:
        raise BeyondError(f"{goal.kind} {status}: nothing re-checks it here")
    roots = 2
    while roots <= MOST_ROOTS:
        try:
            return (
                CLAIMS[key](given, roots)
                if key[0] == "Refers"
                else CLAIMS[key](given, Theory(given, roots))
            )
        except NeedRootsError as finer:
            roots *= finer.args[0]
    raise UnclearError("too fine roots")


def stated(given: Obligation) -> str:
    """What is proved is a link of one of the facts, whichever way round an equation is."""
    goal, links = given.goal, given.links()
    turned = goal._replace(sides=goal.sides[::-1]) if goal.kind == "Equal" else goal
    proved = (given.asks, given.decision["status"]) == ("relation", "proved")
    if not proved or goal.kind not in SHOWN or not (goal in links or turned in links):
        raise UnclearError("it is none of the premises")
    return "premise"


def equal(given: Obligation, theory: Theory) -> str:
    """The difference of the sides reduces to zero, and both sides are defined."""
    left, right = map(theory.field.convert, given.goal.sides)
    if not (left - right).zero():
        raise UnclearError("the difference of the sides does not reduce to zero")
    theory.defined()
    return "normal form"


def unequal(given: Obligation, theory: Theory) -> str:
    """As ``differ``, for all sums or for sums of one term."""
    if "one_member" in (given.decision.get("evidence") or {}):
        given = one_member(given)
        theory = Theory(given, theory.field.roots)
    return differ(given, theory)


def differ(given: Obligation, theory: Theory) -> str:
    """At an admissible point a ball around the difference of the sides excludes zero.

    Where the evidence has no point, the difference vanishes nowhere: this refutes if the
    facts can hold at all, which is an obligation of its own.
    """
    left, right = map(theory.field.convert, given.goal.sides)
    if (given.decision.get("evidence") or {}).get("point") == []:
        if not theory.field.nonzero(left - right):
            raise UnclearError("the evidence has no point, and the sides may agree somewhere")
        theory.defined()
        return "a difference that never vanishes" + (
            ", if the facts can hold" if given.facts else ""
        )
    point = at_point(given, theory)
    if not excludes_zero(point.value(left - right)):
        raise UnclearError("the sides may agree at the point")
    point.admissible()
    return "point"


def at_point(given: Obligation, theory: Theory) -> Point:
    """The point of the evidence."""
    evidence = given.decision.get("evidence") or {}
    if "point" not in evidence:
        raise UnclearError("the evidence has no point")
    return Point(given, theory, listed(evidence, "point"))


def stays(given: Obligation, theory: Theory) -> str:
    """The left side is not zero in normal form."""
    if theory.field.convert(given.goal.sides[0]).zero():
        raise UnclearError("the leading terms cancel")
    return "normal form"


def never_equal(given: Obligation, theory: Theory) -> str:
    """``NotEqual`` refuted: the sides are equal."""
    return equal(given, theory)


def order_one(field: Field, value: Frac) -> bool:
    """Whether it is made of order-one factors and numbers alone."""
    for g in value.gens():
        atom = field.atoms[g]
        if atom.kind == "symbol":
            if field.symbols[atom.label].role != "order-one factor":
                return False
        elif atom.kind not in ("number", "radical", "exp", "log", "abs") or not all(
            order_one(field, part) for part in atom.parts
        ):
            return False
    return True


def same_order(given: Obligation, theory: Theory) -> str:
    """The ratio is positive, is the factor stated, and its range is within the bound."""
    field = theory.field
    if given.goal.kind == "Rough" and not any(f.kind == "Semiquantitative" for f in theory.links):
        raise UnclearError("no premise says that = means ~")
    left, right = map(field.convert, given.goal.sides)
    ratio = field.convert(tree(given.decision.get("factor"), given.symbols))
    if right.zero() or not (left - ratio * right).zero():
        raise UnclearError("the ratio of the sides is not the factor stated")
    if not order_one(field, ratio) or field.sign(ratio) <= 0:
        raise UnclearError("the ratio of the sides is not made of positive factors of order one")
    theory.defined()
    symbols: dict[int, Any] = {
        g: field.symbols[field.atoms[g].label].range for g in symbols_under(field, ratio)
    }
    if any(ends is None for ends in symbols.values()):
        raise UnclearError("a factor of order one has no range")
    box = Box(field, {g: Interval(*ends) for g, ends in symbols.items()})
    if not surely(box, ratio, Interval(Fraction(1, given.bound), Fraction(given.bound))):
        raise UnclearError("the factor may be beyond the bound")
    return "range"


def not_same_order(given: Obligation, theory: Theory) -> str:
    """The ratio is negative, takes every value with a free symbol, or is beyond somewhere."""
    field = theory.field
    left, right = map(field.convert, given.goal.sides)
    ratio = left / right
    if "point" in (given.decision.get("evidence") or {}):
        point = at_point(given, theory)
        ball = point.value(ratio)
        bound = exact(Fraction(given.bound))
        if not (ball.imag.contains(0) and (ball.real > bound or ball.real < 1 / bound)):
            raise UnclearError("the ratio may be within the bound at the point")
        point.admissible()
        return "point"
    if field.sign(ratio) < 0:
        return "sign"
    if theory.unsolved():
        raise UnclearError("some fact may bind what is called free")
    single = ratio.monomial()
    tied = set()
    for link in theory.links:
        sides = [] if link.kind in ("Equal", "NotEqual", "Less") else map(field.convert, link.sides)
        for side in sides:
            tied |= symbols_under(field, side)
    for value, how in field.statements:
        if how != "≠" and field.plain_sign(value.num) * field.plain_sign(value.den) <= 0:
            tied |= symbols_under(field, value)
    for name, symbol in list(field.symbols.items()):
        if symbol.range and symbol.role not in ("function", "set"):
            tied |= symbols_under(field, field.convert(name))
    for g in single[1] if single else ():
        atom = field.atoms[g]
        inside = any(field.depends(other, {g}) for other in single[1] if other != g)
        whole = atom.kind == "symbol" and "integer" in field.symbols[atom.label].sign
        if atom.kind == "symbol" and atom.positive and g not in tied and not inside and not whole:
            return "free power"
    raise UnclearError("the ratio of the sides may be of order one")


def independent(given: Obligation, theory: Theory) -> str:
    """The normal form holds no symbol but those named."""
    value = theory.field.convert(given.goal.sides[0])
    names = {theory.field.atoms[g].label for g in symbols_under(theory.field, value)}
    held, of = given.goal.more["holding"], given.goal.more["of"]
    if not names <= set(held) or set(held) & set(of):
        raise UnclearError("it depends on something else")
    return "normal form"


def refers(given: Obligation, _: Any) -> str:
    """Whether the equations referred to are there."""
    there = set(given.goal.more["to"]) <= set(given.goal.more["among"])
    if there != (given.decision["status"] == "proved"):
        raise UnclearError(
            "the equations referred to are said to be there, and are not, or otherwise"
        )
    return "list"


def target(given: Obligation) -> Interval:
    """The interval of a ``Within`` in base units."""
    size = unit(given.goal.more["unit"])[0]
    return Interval(given.goal.more["low"] * size, given.goal.more["high"] * size)


def sensible(theory: Theory, box: Box) -> None:
    """Refuse a value that may not be defined somewhere in the box."""
    field = theory.field
    for divisor in field.divisors:
        if not field.nonzero(divisor) and not box.of(divisor).sign():
            raise UnclearError("the claim divides by something that may vanish")
    for value, how in field.assumed:
        if not (box.of(value).sign() > 0 or (how == "≥" and box.of(value).positive())):
            raise UnclearError("the claim takes a root or logarithm of what may be negative")


def within(given: Obligation, theory: Theory) -> str:
    """The value lies in the interval for all values that the facts allow."""
    value = theory.field.convert(given.goal.sides[0])
    _enclosed(given, theory, value, target(given))
    return "enclosure"


def _enclosed(given: Obligation, theory: Theory, value: Frac, where: Interval) -> None:
    statements = Statements(given, theory)
    box = statements.box()
    if not statements.product(value).inside(where) and not surely(box, value, where):
        raise UnclearError("the value may be outside the interval")
    sensible(theory, box)


def beyond(given: Obligation, theory: Theory) -> str:
    """``Within`` refuted, or ``Attains`` proved: at a point the value is out, or in."""
    point = at_point(given, theory)
    ball = point.value(theory.field.convert(given.goal.sides[0]))
    low, high = target(given)
    if given.goal.kind == "Attains":
        fine = lies(ball.real, (low, high))
    else:
        fine = bool(ball.real < exact(low) or ball.real > exact(high))
    if not (fine and ball.imag.contains(0)):
        raise UnclearError("the value at the point decides nothing")
    point.admissible()
    return "point"


def less(given: Obligation, theory: Theory) -> str:
    """Right − left > 0 by its sign or its enclosure, or left/right < 1 for positive sides."""
    field = theory.field
    left, right = map(field.convert, given.goal.sides)
    much = given.goal.kind == "MuchLess"
    gap = right - field.constant(10 if much else 1) * left
    if not much and field.sign(gap) > 0:
        theory.defined()
        return "sign"
    statements = Statements(given, theory)
    box = statements.box()
    if much and any(field.sign(side) <= 0 and box.of(side).sign() <= 0 for side in (left, right)):
        raise UnclearError("a side is not known to be positive")
    tiny = Fraction(1, 10**40)
    if field.sign(right) > 0:
        _enclosed(
            given, theory, left / right, Interval(None, Fraction(1, 10) if much else 1 - tiny)
        )
    elif box.of(gap).sign() > 0:
        sensible(theory, box)
    else:
        raise UnclearError("the difference of the sides may be negative")
    return "enclosure"


def not_less(given: Obligation, theory: Theory) -> str:
    """At a point left is not less, or not ten times less."""
    point, field = at_point(given, theory), theory.field
    left, right = map(field.convert, given.goal.sides)
    gap = point.value(field.constant(10 if given.goal.kind == "MuchLess" else 1) * left - right)
    if not (gap.imag.contains(0) and gap.real > 0):
        raise UnclearError("left may be less at the point")
    point.admissible()
    return "point"


def continuous(given: Obligation, theory: Theory) -> str:
    """What is divided by, or under a root or logarithm, is as it must be all the way.

    The facts about other variables hold for whatever lies between the ends.
    """
    more = given.goal.more
    expression, x = more["expression"], more["variable"]
    field, name = theory.field, "#between"
    between = _sign_between(field, [more["low"], more["high"]])
    field.symbols[name] = Symbol("bound", between)
    field.symbols[INSIDE] = Symbol("bound", "positive" if between == "nonnegative" else between)
    needs = list(_needs(field, put(expression, {x: name}), name))
    for form, how in needs:
        value = field.convert(form)
        if (how == "≠" and field.nonzero(value)) or (how == ">" and field.sign(value) > 0):
            continue
        if how == "≥" and field.nonnegative(value):
            continue
        raise UnclearError(f"that something is {how} 0 on the interval")
    return "continuity"


#: What lies between the ends, these excluded.
INSIDE = "#inside"


def _sign_between(field: Field, ends: list[Tree]) -> str:
    """What is known of the numbers between two ends."""
    values = [field.convert(end) for end in ends if end != ("oo",)]
    if all(field.sign(value) > 0 for value in values):
        return "positive"
    return "nonnegative" if all(map(field.nonnegative, values)) else "real"


def _needs(field: Field, form: Tree, x: str) -> Any:
    """What a tree needs to be continuous in x, from its parts up."""
    if not isinstance(form, tuple) or x not in free(form):
        return
    head, parts = form[0], form[1:]
    if head == "^":
        base, exponent = parts
        number = as_number(exponent)
        if base == ("e",):
            yield from _needs(field, exponent, x)
            return
        if number is None or (number < 0 and number.denominator > 1):
            yield base, ">"
        elif number < 0:
            yield base, "≠"
        elif number.denominator > 1:
            yield base, "≥"
    elif head == "log":
        yield parts[0], ">"
    elif head in ("call", "jet"):
        if form[1] in field.definitions:
            yield from _needs(field, _unfolded(field, form), x)
            return
        parts = parts[1:] if head == "call" else parts[2:]
    elif head not in ("+", "*", "exp", "sin", "cos", "sinh", "cosh", "tanh", "Abs"):
        raise UnclearError(f"whether {head} is continuous")
    for part in parts:
        yield from _needs(field, part, x)


def _unfolded(field: Field, form: Tree) -> Tree:
    """What a defined function or its derivative is inside; being smooth, also at the ends."""
    variables, body = field.definitions[form[1]]
    arguments = form[2:] if form[0] == "call" else form[3:]
    inside = [put(argument, {"#between": INSIDE}) for argument in arguments]
    if not all(map(field.admissible, variables, inside)):
        raise UnclearError(f"{form[1]} is not defined there")
    for x, order in zip(variables, form[2] if form[0] == "jet" else (), strict=False):
        for _ in range(order):
            body = derivative(body, x)
    return put(body, dict(zip(variables, arguments, strict=False)))


# limits


class Near:
    """What happens near a limit: the variable is to + h, or 1/h, for small positive h.

    Every generator that varies with h is written as a finite sum and a bounded multiple of
    a power of what tends to zero; cis x of real x is bounded; one exp x may grow.
    """

    def __init__(self, theory: Theory, variable: str, to: Tree) -> None:
        self.theory, self.field = theory, theory.field
        field = theory.field
        field.symbols["#h"] = Symbol("bound", "positive")
        self.h, self.bounded = field.symbol("#h"), 0
        v, h = field.symbol(variable), field.gen(self.h, field.roots)
        if v in field.rules or theory.unsolved():
            raise UnclearError("the facts fix the variable, or say more than is followed here")
        if to == ("oo",):
            self.change = {v: field.one / h}
        else:
            point = field.convert(to)
            if field.under(point, {v}):
                raise UnclearError("what is tended to varies with the variable")
            self.change = {v: point + h}
        self._facts_hold(v)

    def _facts_hold(self, v: int) -> None:
        """Inequalities that speak of the variable hold near the limit."""
        for link in self.theory.links:
            if link.kind in CONFINING | {"Within", "Attains"}:
                sides = [self.field.convert(side) for side in link.sides]
                if any(self.field.under(side, {v}) for side in sides):
                    gap = self.expanded(sides[-1] - sides[0], 1)
                    lead = self.leading(gap.num), self.leading(gap.den)
                    signs = [self.field.poly_sign(coefficient) for _, coefficient in lead]
                    if link.kind != "Less" or signs[0] * signs[1] <= 0:
                        raise UnclearError("a fact is not known to hold near the limit")

    def expanded(self, value: Frac, terms: int) -> Frac:
        """The fraction near the limit, as far as its terms go."""
        field = self.field
        value = field.mapped(value, self.change)
        series = {
            g: found
            for g in value.gens()
            if g != self.h and field.depends(g, {self.h})
            for found in [self._series(g, terms)]
            if found is not None
        }
        sums = []
        for poly in (value.num, value.den) if series else ():
            total = field.nought
            for coefficient, powers in terms_of(poly):
                term = field.constant(Fraction(int(coefficient.p), int(coefficient.q)))
                for g, e in powers.items():
                    term *= (series.get(g) or field.gen(g)) ** e
                total += term
            sums.append(total)
        return sums[0] / sums[1] if series else value

    def limit(self, value: Frac) -> Frac | None:
        """The value at h = 0 of a fraction that varies with h plainly; ``None`` at infinity."""
        ends = []
        for poly in (value.num, value.den):
            kept = {m: c for m, c in poly.terms() if not m[self.h]}
            ends.append(RING.from_dict(kept))
        return None if ends[1].is_zero() else self.field.fraction(*ends)

    def _series(self, g: int, terms: int) -> Frac | None:
        """A generator as a sum and a bounded rest; ``None`` if it stays as it is."""
        field, atom = self.field, self.field.atoms[g]
        moving = [k for k, part in enumerate(atom.parts) if field.under(part, {self.h})]
        if len(moving) != 1 or atom.bound is not None:
            raise BeyondError("a limit of something that is not followed here")
        part = atom.parts[moving[0]]
        if atom.kind == "log" and field.same(part, field.gen(self.h, field.roots)):
            return None
        if any(x != self.h and field.depends(x, {self.h}) for x in part.gens()):
            raise BeyondError("a limit of something within something")
        start = self.limit(part)
        if start is None:
            if (atom.kind == "cis" and field.real(part)) or atom.kind == "exp":
                return None
            raise UnclearError(f"a {atom.kind} of something that grows")
        step, share = part - start, Fraction(1, atom.roots)
        factor = field.one
        if atom.kind in ("exp", "cis"):
            turn = field.i() if atom.kind == "cis" else field.one
            step = step * turn * field.constant(share)
            factor = field.exp(start * turn * field.constant(share))
            coefficients = [Fraction(1, factorial(k)) for k in range(terms)]
        elif atom.kind in ("radical", "log") and field.sign(start) > 0:
            step = step / start
            if atom.kind == "radical":
                factor, coefficients = field.root(start, share), [Fraction(1)]
                for k in range(terms - 1):
                    coefficients.append(coefficients[-1] * (share - k) / (k + 1))
            else:
                coefficients = [
                    Fraction(0),
                    *(Fraction((-1) ** (k + 1), k) for k in range(1, terms)),
                ]
        elif atom.kind == "value":
            return self._taylor(atom, moving[0], start, step, terms)
        else:
            raise BeyondError(f"a limit of a {atom.kind}")
        total = self._rest(step, terms)
        for k, coefficient in enumerate(coefficients):
            total += field.constant(coefficient) * step**k
        return factor * total + (field.log(start) if atom.kind == "log" else field.nought)

    def _taylor(self, atom: Atom, place: int, start: Frac, step: Frac, terms: int) -> Frac:
        """A smooth function near a point."""
        name, orders = atom.label
        parts = (*atom.parts[:place], start, *atom.parts[place + 1 :])
        total = self._rest(step, terms)
        for k in range(terms):
            more = tuple(n + k * (j == place) for j, n in enumerate(orders))
            one = self.field.value(atom._replace(label=(name, more), parts=parts))
            total += one * self.field.constant(Fraction(1, factorial(k))) * step**k
        return total

    def _rest(self, step: Frac, terms: int) -> Frac:
        """Something bounded times a power of what tends to zero."""
        self.bounded += 1
        g = self.field.atom(Atom("bounded", self.bounded, (), real=False))
        return self.field.gen(g) * step**terms

    def growth(self, powers: dict[int, int]) -> tuple[int, int, int]:
        """How a term grows: the less, the faster; exponentials before powers before log h."""
        grown = [g for g in powers if self.field.atoms[g].kind == "exp" and self.varying(g)]
        for g in grown:
            part = self.field.atoms[g].parts[0]
            (top, lead), (bottom, under) = self.leading(part.num), self.leading(part.den)
            upward = self.field.poly_sign(lead) * self.field.poly_sign(under) > 0
            if not (upward and top < bottom) or any(
                x != self.h and self.varying(x) for x in part.gens()
            ):
                raise UnclearError("an exponential of something that is not known to grow")
        exponents = {g for g in self.field.index.get(("exp", None), []) if self.varying(g)}
        if len(exponents & self.grown) > 1:
            raise UnclearError("exponentials that grow differently")
        logs = sum(
            e for g, e in powers.items() if self.field.atoms[g].kind == "log" and self.varying(g)
        )
        return -sum(powers[g] for g in grown), powers.get(self.h, 0), -logs

    grown: frozenset[int] = frozenset()

    def varying(self, g: int) -> bool:
        """Whether a generator varies with h, or may."""
        return self.field.atoms[g].kind == "bounded" or self.field.depends(g, {self.h})

    def leading(self, poly: Any) -> tuple[tuple[int, int, int], Any]:
        """The growth of the terms that grow fastest, and their coefficient without h."""
        found: dict[tuple[int, int, int], Any] = {}
        for exponents, coefficient in poly.terms():
            powers = {k: int(e) for k, e in enumerate(exponents) if e}
            exps = {
                g for g in powers if self.field.atoms[g].kind in ("exp", "log") and self.varying(g)
            }
            out = {self.h, *exps}
            kept = tuple(0 if k in out else e for k, e in enumerate(exponents))
            size = self.growth(powers)
            found[size] = found.get(size, ZERO) + RING.from_dict({kept: coefficient})
        first = min(found)
        return first, found[first]

    def vanishes(self, value: Frac) -> tuple[bool, bool]:
        """Whether the fraction tends to zero, and whether that is so everywhere.

        Every term above is of smaller growth than the leading ones below, the coefficient
        of which is not zero: for certain, or as a polynomial.
        """
        field = self.field
        if value.zero():
            return True, True
        self.grown = frozenset(
            g for g in value.gens() if field.atoms[g].kind == "exp" and self.varying(g)
        )
        turns = {
            g: -e
            for g, e in enumerate(value.den.term_content().degrees())
            if e > 0 and field.atoms[g].kind == "cis"
        }
        num, den = value.num, value.den
        for g, e in turns.items():
            den = den / GENS[g] ** -e
        size, coefficient = self.leading(den)
        if any(self.varying(g) for g in field.of_poly(coefficient).gens()):
            raise UnclearError("what is divided by oscillates")
        fine = all(self.growth(powers) > size for _, powers in terms_of(num))
        return fine, field.nonzero(field.of_poly(coefficient))

    def stays(self, divisor: Frac, terms: int) -> bool:
        """Whether what is divided by is seen not to vanish near the limit."""
        if self.field.nonzero(divisor):
            return True
        _, coefficient = self.leading(self.expanded(divisor, terms).num)
        oscillates = any(self.varying(g) for g in self.field.of_poly(coefficient).gens())
        return not oscillates and self.field.nonzero(self.field.of_poly(coefficient))


def tends(given: Obligation, theory: Theory) -> str:
    """The difference from the limit, or the ratio of the sides less 1, tends to zero."""
    more = given.goal.more
    near = Near(theory, more["variable"], more["to"])
    first, second = map(theory.field.convert, given.goal.sides[:2])
    leading = given.goal.kind == "LeadingOrder"
    if theory.field.assumed:
        theory.defined_roots()
    for terms in (1, 2, 3, 5):
        try:
            left, right = (near.expanded(one, terms) for one in (first, second))
            value = left / right - theory.field.one if leading else left - right
            fine, sure = near.vanishes(value)
            sure = sure and all(near.stays(one, terms) for one in theory.field.divisors)
        except UnclearError as error:
            problem: UnclearError = error
            continue
        if fine and (sure or leading):
            return "series" if sure else "series, the leading coefficient not being zero"
        problem = UnclearError("the difference is not seen to vanish")
    raise problem


# sums of one term


def one_member(given: Obligation) -> Obligation:
    """The claim for sets of a single member: what holds for all sets holds for these.

    Sums become their only term, all members this one, and their number 1.
    """
    whole = [side for one in (*given.links(), given.goal) for side in one.sides]
    sets = set().union(*(sets_in(side) for side in whole))
    symbols = dict(given.symbols)
    members: dict[str, Tree] = {}
    counts: dict[str, Tree] = {}
    for over in sorted(sets):
        count, name = symbols[over].count, f"{over}_1"
        plain_ = isinstance(count, str) and not symbols[over].dimension and name not in symbols
        if not plain_ or symbols[count].range is not None:
            raise UnclearError(f"a set {over} of one member")
        own = [n for n, s in symbols.items() if s.member_of == over]
        first = symbols[own[0]] if own else Symbol("constant", "positive integer", {})
        symbols[name] = Symbol("constant", first.sign, first.dimension, member_of=over)
        members |= dict.fromkeys(own, name)
        counts[count] = 1
    facts = []
    for link in given.links():
        head: Tree = link.sides[0] if link.kind == "Equal" else None
        defines = (
            isinstance(head, tuple)
            and head[0] == "call"
            and all(isinstance(x, str) and symbols[x].role == "variable" for x in head[2:])
        )
        done: list[Tree] = [put(single_term(side), counts) for side in link.sides]
        done = [head, done[1]] if defines and head else [put(side, members) for side in done]
        facts.append(link._replace(sides=tuple(done)))
    sides = tuple(put(put(single_term(side), counts), members) for side in given.goal.sides)
    decision = given.decision["evidence"]["one_member"]
    need(isinstance(decision, dict), "one_member of another form")
    return Obligation(
        given.number,
        given.asks,
        given.goal._replace(sides=sides),
        tuple(facts),
        given.bound,
        symbols,
        decision,
    )


def sets_in(form: Tree) -> set[str]:
    """The sets that a tree sums over."""
    if not isinstance(form, tuple):
        return set()
    own = {form[3]} if form[0] == "total" else set()
    return own.union(*(sets_in(part) for part in form[1:]))


def single_term(form: Tree) -> Tree:
    """The tree with its sums taken over a single member."""
    if not isinstance(form, tuple) or form[0] == "q":
        return form
    if form[0] == "total":
        return put(single_term(form[1]), {form[2]: f"{form[3]}_1"})
    return tuple(single_term(part) if isinstance(part, tuple) else part for part in form)


CLAIMS: dict[tuple[str, str], Any] = {
    ("Equal", "proved"): equal,
    ("Equal", "refuted"): unequal,
    ("NotEqual", "proved"): differ,
    ("NotEqual", "refuted"): never_equal,
    ("not zero", "proved"): stays,
    **{(kind, "proved"): same_order for kind in ("SameOrder", "Rough")},
    **{(kind, "refuted"): not_same_order for kind in ("SameOrder", "Rough")},
    ("Independent", "proved"): independent,
    ("Refers", "proved"): refers,
    ("Refers", "refuted"): refers,
    ("Within", "proved"): within,
    ("Within", "refuted"): beyond,
    ("Attains", "proved"): beyond,
    **{(kind, "proved"): less for kind in ("Less", "MuchLess")},
    **{(kind, "refuted"): not_less for kind in ("Less", "MuchLess")},
    ("Continuous", "proved"): continuous,
    **{(kind, "proved"): tends for kind in ("Tends", "LeadingOrder")},
}

# -- 8. lines -------------------------------------------------------------------------

AS_THEY_ARE = {"Equal", "Less", "MuchLess", "Semiquantitative", "Within"}
CONFINING = {"Less", "MuchLess", "NotEqual"}
#: What says the same where it is proved and where it is used.
SHOWN = {"Equal", "Less", "MuchLess", "Within"}
FAILING = {"refuted", "undecided"}


class Claim(NamedTuple):
    """A claim of a line: its links and conditions, each an obligation, and its argument."""

    links: tuple[Obligation, ...]
    conditions: tuple[Obligation, ...]
    given: str | None
    origins: tuple[Any, ...]
    premises: tuple[str, ...]
    approximate: bool

    @property
    def facts(self) -> tuple[Relation, ...]:
        """What the claim may use."""
        return self.links[0].facts if self.links else ()

    def stands(self, status: str, *, conditions: bool = False) -> bool:
        """Whether some link, or condition, has this status."""
        return any(
            one.decision["status"] == status
            for one in (self.conditions if conditions else self.links)
        )

    def allowed(self) -> bool:
        """Whether every side condition of the step is proved."""
        return all(one.decision["status"] == "proved" for one in self.conditions)

    def loose(self) -> bool:
        """Whether it holds up to a factor other than 1."""
        kind = self.links[0].goal.kind if self.links else ""
        factors = [one.decision.get("factor") for one in self.links]
        return (
            kind in ("SameOrder", "Rough") and self.given is None and any(f != 1 for f in factors)
        )

    def confining(self) -> list[Relation]:
        """The inequalities among its facts that its variables are linked to."""
        symbols = {name: s for one in self.links for name, s in one.symbols.items()}

        def spoken(one: Relation) -> set[str]:
            return {n for x in one.sides for n in free(x) if symbols[n].role == "variable"}

        rest = [fact for fact in self.facts if fact.kind in CONFINING and spoken(fact)]
        linked = set().union(*(spoken(one.goal) for one in self.links))
        found: list[Relation] = []
        while more := [fact for fact in rest if spoken(fact) & linked]:
            found += more
            linked = linked.union(*map(spoken, more))
            rest = [fact for fact in rest if fact not in found]
        return found


class Line(NamedTuple):
    """What later lines need of a line."""

    label: str
    verdict: str
    accepted: tuple[Claim, ...]
    rests_on: frozenset[str]
    approximate: bool


_ON_TRUST = " taken on trust"


class Replay:
    """Goes through a certificate once; what does not agree is noted in ``faults``."""

    def __init__(self, trusted: set[str]) -> None:
        self.trusted = trusted
        self.obligations: list[Obligation] = []
        self.lines: dict[str, Line] = {}
        self.symbols: dict[str, Symbol] = {}
        self.constants: dict[str, Any] = {}
        self.faults: list[str] = []
        self.counts: Counter[str] = Counter()
        self.origins: Counter[str] = Counter()
        self.results = 0

    # obligations

    def obligation(self, record: dict[str, Any]) -> None:
        """Read an obligation, and prove or refute it again."""
        one = obligation(record, len(self.obligations))
        self.obligations.append(one)
        for name, symbol in one.symbols.items():
            if symbol.role != "bound" and self.symbols.setdefault(name, symbol) != symbol:
                self.faults.append(
                    f"obligation {one.number} declares {name} in another way than before"
                )
        status, kind = one.decision["status"], one.goal.kind
        if status == "undecided":
            self.counts["undecided, as said"] += 1
            return
        try:
            how = within_time(lambda: recheck(one))
            self.counts[f"{status} again, by {how}"] += 1
        except MalformedError:
            raise
        except UnclearError as why:
            if kind in self.trusted and isinstance(why, BeyondError):
                self.counts[kind + _ON_TRUST] += 1
                return
            self.counts[f"not re-checked: {kind} {status}"] += 1
            self.faults.append(f"obligation {one.number}, {kind} {status}: {why}")

    # lines

    def line(self, record: dict[str, Any]) -> None:
        """Check where the facts of a line come from, and compute its verdict."""
        label = record.get("label")
        need(
            isinstance(label, str) and label not in self.lines, f"line {shown(label)} stands twice"
        )
        need(isinstance(record.get("misprint"), bool), f"line {label}: is it a misprint?")
        both = []
        for name in ("printed", "accepted"):
            claims: tuple[Claim, ...] = ()
            need(isinstance(record.get(name), list), f"line {label} has no claims {name}")
            for one in record[name]:
                claims += (self._claim(label, name, one, claims),)
            both.append(claims)
        printed, accepted = both
        if not record["misprint"] and record["printed"] != record["accepted"]:
            self.faults.append(f"line {label} is no misprint, and is accepted in another form")
        verdict = judged(printed, accepted, record["misprint"])
        if verdict != record.get("verdict"):
            self.faults.append(
                f"line {label} is {verdict}, and is said to be {shown(record.get('verdict'))}"
            )
        above = {p for claim in (*printed, *accepted) for p in claim.premises}
        below = frozenset(above.union(*(self.lines[p].rests_on for p in above)))
        said = record.get("rests_on")
        need(
            isinstance(said, list) and all(isinstance(x, str) for x in said),
            f"line {label} rests on what?",
        )
        if set(said) != below:
            self.faults.append(f"line {label} rests on other lines than it says")
        approximate = any(claim.approximate for claim in accepted)
        self.lines[label] = Line(label, verdict, accepted, below, approximate)

    def _numbered(self, label: str, number: Any) -> Obligation:
        fine = type(number) is int and 0 <= number < len(self.obligations)
        need(fine, f"line {label}: there is no obligation {shown(number)} before it")
        return self.obligations[number]

    def _claim(self, label: str, form: str, record: Any, before: tuple[Claim, ...]) -> Claim:
        fine = isinstance(record, dict) and all(
            isinstance(record.get(name), list) for name in ("links", "conditions", "premises")
        )
        need(fine, f"line {label} has a claim of another form")
        links = tuple(self._numbered(label, number) for number in record["links"])
        pairs = record["conditions"]
        need(all(isinstance(pair, list) and len(pair) == 2 for pair in pairs), "odd conditions")
        conditions = tuple(self._numbered(label, pair[0]) for pair in pairs)
        premises, given = tuple(record["premises"]), record.get("given")
        need(all(isinstance(p, str) for p in premises), f"line {label} has odd premises")
        for premise in premises:
            need(
                premise in self.lines,
                f"line {label} rests on {shown(premise)}, which is not before it",
            )
        need(given is None or isinstance(given, str), f"line {label} is given as what?")
        need(links, f"line {label} has a claim of nothing")
        if any(one.goal.kind != record.get("relation") for one in links):
            self.faults.append(f"line {label} claims another relation than it shows")
        if given is not None:
            if any(one.asks != "dimensions" or one.facts for one in links) or conditions:
                self.faults.append(f"line {label}: what is given is more than given")
            return Claim(
                links,
                (),
                given,
                (),
                premises,
                links[0].goal.kind == "LeadingOrder" or self._drawn(premises),
            )
        origins = record.get("from")
        need(isinstance(origins, list), f"line {label} does not say where its facts come from")
        drawn = self._drawn(premises) or any(
            claim.approximate for claim in before if {"here": True} in origins or record.get("here")
        )
        approximate = drawn or links[0].goal.kind == "LeadingOrder"
        claim = Claim(links, conditions, None, tuple(origins), premises, approximate)
        self._argued(label, form, claim, before)
        if drawn:
            self._uncancelled(label, claim)
        return claim

    def _drawn(self, premises: tuple[str, ...]) -> bool:
        return any(self.lines[p].approximate for p in premises)

    def _argued(self, label: str, form: str, claim: Claim, before: tuple[Claim, ...]) -> None:
        """Each fact of a claim comes from where the certificate says."""
        if any(one.asks != "relation" for one in claim.links):
            self.faults.append(f"line {label}: less is proved than is claimed")
        if any(one.facts != claim.facts for one in claim.links):
            self.faults.append(f"line {label}: the links of a claim use different facts")
        if len(claim.origins) != len(claim.facts):
            self.faults.append(f"line {label}: not every fact has an origin")
            return
        for place, (fact, origin) in enumerate(zip(claim.facts, claim.origins, strict=True)):
            need(isinstance(origin, dict) and len(origin) == 1, f"line {label} has an odd origin")
            ((what, value),) = origin.items()
            if what == "rule" and isinstance(value, str):
                self.origins[f"facts from the rule {value}, on trust"] += 1
                continue
            if what == "shown" and value is True:
                self._shown(label, place, claim)
                continue
            if what == "here" and value is True:
                sources, source = before, (label, form)
            else:
                need(what == "line" and isinstance(value, str), f"line {label} has an odd origin")
                if value not in claim.premises:
                    self.faults.append(f"line {label} draws on {value} without saying so")
                    continue
                sources, source = self.lines[value].accepted, (value, "accepted")
            self.origins[
                "facts from lines, checked"
                if what == "line"
                else "facts from the same line, checked"
            ] += 1
            if not all(self._said(link, sources, source, claim) for link in links_of(fact)):
                self.faults.append(
                    f"line {label} uses a fact that {source[0]} does not say: {shown(fact.sides)}"
                )
        for one in claim.conditions:
            loose = one.asks == "not zero" and (one.goal, one.facts) not in [
                (link.goal, link.facts) for link in claim.links
            ]
            if one.asks == "dimensions" or loose:
                self.faults.append(f"line {label}: less is proved than a side condition needs")
            added = sum(fact not in claim.facts for fact in one.facts)
            self.origins["facts that rules add in side conditions, on trust"] += added

    def _shown(self, label: str, place: int, claim: Claim) -> None:
        """A fact that is a side condition too, drawn from no more than the facts before it."""
        fact, before = claim.facts[place], claim.facts[:place]
        drawn = [
            one.goal
            for one in claim.conditions
            if one.asks == "relation" and one.facts == before[: len(one.facts)]
        ]
        if fact.kind not in SHOWN or not all(link in drawn for link in links_of(fact)):
            self.faults.append(f"line {label} shows no such fact: {shown(fact.sides)}")
        self.origins["facts that are shown, checked"] += 1

    def _said(
        self, link: Relation, sources: tuple[Claim, ...], place: tuple[str, str], user: Claim
    ) -> bool:
        """Whether a claim among ``sources`` says the link, with all that confines it."""
        for source in sources:
            if link.kind in CONFINING and link in source.confining():
                return True
            if source.stands("refuted"):
                continue
            for one in source.links:
                if self._says(one, source.given, link, place, user.links[0]):
                    missing = [fact for fact in source.confining() if fact not in user.facts]
                    if not missing:
                        return True
        return False

    def _says(
        self, one: Obligation, given: str | None, link: Relation, place: Any, user: Obligation
    ) -> bool:
        goal = one.goal
        plainly = goal.kind in AS_THEY_ARE or (goal.kind == "NotEqual" and given is not None)
        if plainly and goal == link:
            return True
        if link.kind != "Equal":
            return False
        if goal.kind == "LeadingOrder":
            return link.sides == goal.sides[:2]
        if goal.kind not in ("SameOrder", "Rough") or link.sides[0] != goal.sides[0]:
            return False
        factor = None if given is not None else one.decision.get("factor")
        field = Field({**one.symbols, **user.symbols}, 12, set())
        try:
            ratio = field.convert(link.sides[1]) / field.convert(goal.sides[1])
            if factor is not None:
                return (ratio - field.convert(tree(factor, one.symbols))).zero()
            single = ratio.monomial()
            if not single or single[0] != 1 or list(single[1].values()) != [12]:
                return False
            name = field.atoms[next(iter(single[1]))].label
            own = self.constants.setdefault(name, (place, goal)) == (place, goal)
            fresh = str(name).startswith(f"K_{place[0]}_") and name not in one.symbols
            return own and fresh and user.symbols[name].role == "order-one factor"
        except (UnclearError, NeedRootsError):
            return False

    def _uncancelled(self, label: str, claim: Claim) -> None:
        """An equation drawn from a leading order is none between things that vanish."""
        shown_ = [(one.goal, one.facts) for one in claim.conditions if one.asks == "not zero"]
        for one in claim.links:
            if one.goal.kind == "Equal" and (one.goal, one.facts) not in shown_:
                self.faults.append(f"line {label}: the leading terms may cancel")

    def result(self, record: dict[str, Any]) -> None:
        """A principal result is confirmed if its lines, and all below them, hold."""
        labels = record.get("lines")
        need(
            isinstance(labels, list) and all(x in self.lines for x in labels if isinstance(x, str)),
            "a result of no lines",
        )
        needed = {x for label in labels for x in (label, *self.lines[label].rests_on)}
        holds = all(self.lines[x].verdict not in FAILING for x in needed)
        self.results += 1
        if record.get("confirmed") is not holds:
            self.faults.append(
                f"the result {shown(record.get('name'))} is {'' if holds else 'not '}confirmed"
            )

    def as_json(self) -> str:
        """What was found of the obligations, and all that is not so, for a program."""
        trusted = {
            what.removesuffix(_ON_TRUST): n
            for what, n in sorted(self.counts.items())
            if what.endswith(_ON_TRUST)
        }
        checked = sum(n for what, n in self.counts.items() if " again, by " in what)
        return json.dumps({"checked": checked, "trusted": trusted, "refused": self.faults})

    def summary(self) -> str:
        """What was found, as text."""
        total = Counter(line.verdict for line in self.lines.values())
        rows = [f"{len(self.obligations)} obligations"]
        rows += [f"  {n:5}  {what}" for what, n in sorted(self.counts.items())]
        rows += [f"{len(self.lines)} lines, verdicts computed again"]
        rows += [f"  {n:5}  {verdict}" for verdict, n in sorted(total.items())]
        rows += [f"{sum(self.origins.values())} facts"]
        rows += [f"  {n:5}  {what}" for what, n in sorted(self.origins.items()) if n]
        rows += [f"{self.results} principal results"]
        rows += [f"not so: {fault}" for fault in self.faults]
        rows += [
            "Not everything was found again." if self.faults else "Everything was found again."
        ]
        return "\n".join(rows)


def judged(printed: tuple[Claim, ...], accepted: tuple[Claim, ...], misprint: bool) -> str:
    """The verdict on a line: that of its claims, or a misprint refuted and put right."""
    if not misprint:
        return graded(printed)
    verdict = graded(accepted)
    if any(claim.allowed() and claim.stands("refuted") for claim in printed):
        return verdict if verdict in FAILING else "misprint"
    return "undecided" if graded(printed) == "undecided" else "refuted"


def graded(claims: tuple[Claim, ...]) -> str:
    """The verdict on claims together: that of the worst."""
    if any(claim.allowed() and claim.stands("refuted") for claim in claims):
        return "refuted"
    for status, conditions in (("undecided", False), ("undecided", True), ("refuted", True)):
        if any(claim.stands(status, conditions=conditions) for claim in claims):
            return status
    if all(claim.given is not None for claim in claims):
        return "given"
    if any(claim.loose() for claim in claims):
        return "proved up to a factor"
    argued = any(claim.approximate for claim in claims if claim.given is None)
    return "proved to leading order" if argued else "proved"


# -- the file -------------------------------------------------------------------------


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


def no_number(text: str) -> None:
    """Refuse what is no integer."""
    raise MalformedError(f"{shown(text)} is no exact number")


def no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names are different."""
    found = dict(pairs)
    need(len(found) == len(pairs), "a name stands twice in an object")
    return found


def records(data: bytes) -> Any:
    """The records of a certificate, the digest being right."""
    rows = data.split(b"\n")
    need(len(rows) > 2 and rows[-1] == b"", "it does not end with a newline")
    digest = hashlib.sha256()
    for number, row in enumerate(rows[:-1], 1):
        try:
            one = json.loads(
                row.decode(),
                parse_constant=no_number,
                parse_float=no_number,
                object_pairs_hook=no_twins,
            )
        except (ValueError, RecursionError) as error:
            raise MalformedError(f"line {number} is no JSON: {shown(str(error))}") from None
        need(isinstance(one, dict), f"line {number} is no object")
        last = number == len(rows) - 1
        need((one.get("kind") == "end") == last, "it does not end with its digest")
        if last:
            need(one.get("sha256") == digest.hexdigest(), "its digest is not that of what it holds")
        else:
            yield number, one
        digest.update(row + b"\n")


def replay(data: bytes, trusted: frozenset[str] = frozenset()) -> Replay:
    """Go through a certificate; ``MalformedError`` where it is none."""
    found = Replay(set(trusted))
    read = list(records(data))
    head = read[0][1]
    need(head.get("kind") == "certificate", "it does not begin as a certificate")
    need(
        head.get("version") == VERSION,
        f"it is of version {shown(head.get('version'))}, not {VERSION}",
    )
    kinds = {"obligation": found.obligation, "line": found.line, "result": found.result}
    old, ctx.prec = ctx.prec, 128
    try:
        for number, one in read[1:]:
            known = isinstance(one.get("kind"), str) and one["kind"] in kinds
            need(known, f"line {number} is of no known kind")
            try:
                kinds[one["kind"]](one)
            except MalformedError as error:
                raise MalformedError(f"line {number}: {str(error)[:200]}") from None
            except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
                raise MalformedError(
                    f"line {number} is malformed: {type(error).__name__}"
                ) from None
    finally:
        ctx.prec = old
    need(found.lines, "it says nothing of any line")
    return found


def main(arguments: list[str]) -> int:
    """Replay the file named; the exit status."""
    trusted, names = set(), []
    rest = list(arguments)
    for_program = "--json" in rest
    if for_program:
        rest.remove("--json")
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
