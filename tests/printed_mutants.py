"""Small changes to what a line prints, and to what it states: each must be found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import sympy

from checks.printed.statements import SIGNS
from checks.printed.tokens import ReadError, Token, tokens
from derivations.expression import Vector
from derivations.paper import Claim, Line
from derivations.relation import (
    Equal,
    LeadingOrder,
    Less,
    NotEqual,
    SameOrder,
    Tends,
    Within,
)

Mutant = tuple[str, Line]

_SWAPPED = {
    "=": r"\ll",
    r"\equiv": "<",
    r"\sim": "<",
    r"\approx": "<",
    r"\simeq": r"\sim",
    "<": ">",
    ">": "<",
    r"\ll": r"\gg",
    r"\gg": r"\ll",
    r"\to": "=",
    r"\ne": "=",
}
#: For a symbol, another of the same kind of print.
_OTHER = {"m": "M", "e": "d", "h": "R", "p": "d", "d": "R", "r": "d", "c": "m", "f": "a"}


def _spliced(source: str, start: int, end: int, text: str) -> str:
    return source[:start] + text + source[end:]


def of_print(line: Line, odd: tuple[str, ...] = ()) -> Iterator[Mutant]:
    """``line`` with one thing changed in its LaTeX, and what was done."""
    source = line.printed
    try:
        found = tokens(source, odd)
    except ReadError:
        return
    seen = {source}
    for what, text in _prints(source, found):
        if text not in seen:
            seen.add(text)
            yield f"{what}: {text}", replace(line, printed=text)


def _prints(source: str, found: list[Token]) -> Iterator[tuple[str, str]]:
    for place, token in enumerate(found):
        span = token.start, token.end
        if token.kind == "text":
            continue
        if token.text in "+-" and found[place + 1].text != "}":
            yield "sign", _spliced(source, *span, " " if token.text == "-" else "-")
            if token.text == "-":
                yield "sign", _spliced(source, *span, "+")
        if token.kind == "number":
            yield "number", _spliced(source, *span, _next_number(token.text))
        if token.text in SIGNS:
            yield "relation", _spliced(source, *span, _SWAPPED.get(token.text, "<") + " ")
            after = found[place + 1].start if place + 1 < len(found) else span[1]
            if source[after : after + 1] not in {"0", "\\infty"}:
                yield "minus", _spliced(source, after, after, "-")
        if token.text == r"\frac" and place + 1 < len(found) and found[place + 1].text == "{":
            middle, end = _closing(found, place + 1), 0
            if middle + 1 < len(found) and found[middle + 1].text == "{":
                end = _closing(found, middle + 1)
                top = source[found[place + 1].start : found[middle].end]
                bottom = source[found[middle + 1].start : found[end].end]
                both = found[place + 1].start, found[end].end
                yield "inverted", _spliced(source, *both, bottom + top)
        if _is_symbol(token) and not _under(found, place):
            other = _OTHER.get(token.text, "m") + " "
            yield "symbol", _spliced(source, *span, other)
            end = _with_scripts(found, place)
            yield "dropped", _spliced(source, span[0], end, " ")
        if token.text == "^" and place + 1 < len(found):
            after = place + 1
            end = _closing(found, after) if found[after].text == "{" else after
            yield "exponent", _spliced(source, token.start, found[end].end, "^{7}")
            yield "exponent", _spliced(source, token.start, found[end].end, " ")


def _next_number(text: str) -> str:
    whole, dot, decimals = text.partition(".")
    return f"{int(whole) + 1}{dot}{decimals}"


def _is_symbol(token: Token) -> bool:
    names = "beta delta epsilon lambda omega psi rho xi eta ell"
    letters = {"\\" + name for name in names.split()}
    return token.kind != "text" and (
        (len(token.text) == 1 and token.text.isalpha()) or token.text in letters
    )


def _under(found: list[Token], place: int) -> bool:
    """Whether the token is a subscript, the name of an environment, or a differential's d."""
    if place and found[place - 1].text == "_":
        return True
    depth = 0
    for back in range(place - 1, 0, -1):
        depth += (found[back].text == "}") - (found[back].text == "{")
        if depth < 0:
            return found[back - 1].text in {"_", "\\begin", "\\end", "\\mathcal"}
    return False


def _closing(found: list[Token], place: int) -> int:
    depth = 0
    for index in range(place, len(found)):
        depth += (found[index].text == "{") - (found[index].text == "}")
        if depth == 0:
            return index
    return len(found) - 1


def _with_scripts(found: list[Token], place: int) -> int:
    """Where the symbol at ``place`` ends with its scripts and primes."""
    end = place
    while end + 1 < len(found) and found[end + 1].text in {"_", "^", "'"}:
        end += 1
        if found[end].text == "'":
            continue
        end += 1
        if end < len(found) and found[end].text == "{":
            end = _closing(found, end)
    return found[min(end, len(found) - 1)].end


def of_claims(line: Line, printed: tuple[int, ...], symbols: list[Any]) -> Iterator[Mutant]:
    """``line`` with one of its ``printed`` claims changed or dropped, and what was done."""
    for place, claim in enumerate(line.claims):
        again = sum(other.relation == claim.relation for other in line.claims) > 1
        if place not in printed or again:
            continue
        rest = (*line.claims[:place], *line.claims[place + 1 :])
        if rest:
            yield f"claim {place} dropped", replace(line, claims=rest)
        for what, relation in _relations(claim.relation, symbols):
            changed = Claim(relation, claim.follows)
            claims = (*line.claims[:place], changed, *line.claims[place + 1 :])
            yield f"claim {place} {what}: {relation}", replace(line, claims=claims)


def _relations(relation: Any, symbols: list[Any]) -> Iterator[tuple[str, Any]]:
    if isinstance(relation, Within):
        if isinstance(relation.expression, int):
            return
        double = replace(relation, low=relation.low * 2, high=relation.high * 2)
        yield "number", double
        for what, side in _expressions(relation.expression, symbols):
            yield what, replace(relation, expression=side)
    elif isinstance(relation, Tends):
        yield "limit", replace(relation, limit=relation.limit + 1)
        for what, side in _expressions(relation.expression, symbols):
            if relation.limit not in {sympy.S.Zero, sympy.oo}:
                yield what, replace(relation, expression=side)
    elif isinstance(relation, LeadingOrder):
        for what, side in _expressions(relation.right, symbols):
            yield what, replace(relation, right=side)
    elif len(relation.sides) >= 2:
        yield "kind", _OTHER_KIND[type(relation)](*relation.sides)
        for number, side in enumerate(relation.sides):
            for what, new in _expressions(side, symbols):
                if what in {"negated", "doubled"} and _is_zero(relation.sides[1 - number]):
                    continue  # it says the same
                sides = (*relation.sides[:number], new, *relation.sides[number + 1 :])
                yield what, type(relation)(*sides)


_OTHER_KIND: dict[Any, Any] = {
    SameOrder: Equal,
    NotEqual: Equal,
    Less: SameOrder,
}


class _Default(dict[Any, Any]):
    def __missing__(self, key: Any) -> Any:
        return SameOrder


_OTHER_KIND = _Default(_OTHER_KIND)


def _is_zero(side: Any) -> bool:
    return any(part == 0 for part in side) if isinstance(side, Vector) else bool(side == 0)


def _expressions(side: Any, symbols: list[Any]) -> Iterator[tuple[str, Any]]:
    if isinstance(side, Vector):
        for number, part in enumerate(side):
            for what, new in _expressions(part, symbols):
                yield what, Vector([*side[:number], new, *side[number + 1 :]])
        return
    if side != 0:
        yield "negated", -side
        yield "doubled", 2 * side
    for symbol in sorted(side.free_symbols, key=str):
        near = next((s for s in symbols if s != symbol and s not in side.free_symbols), None)
        if near is not None and not side.has(sympy.Derivative, sympy.Subs, sympy.Integral):
            yield "symbol", side.xreplace({symbol: near})
        if side.is_Mul and symbol in side.args:
            yield "dropped", side / symbol
            yield "exponent", side * symbol
    if side.is_Add:
        for term in side.args:
            yield "dropped", side - term
            yield "flipped", side - 2 * term
