"""Take a printed line apart: chains of sides and signs, their conditions, cases and rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from .assemble import differential
from .reader import read
from .tokens import ReadError, Token, joined, tokens
from .tree import Derivative, Name, Product, Tree
from .words import CONDITIONS, PHRASES, is_prose

#: The relation signs that are read.
SIGNS = frozenset(
    [
        r"=",
        r"\equiv",
        r"\sim",
        r"\approx",
        r"\simeq",
        r"\cong",
        r"<",
        r">",
        r"\ll",
        r"\gg",
        r"\le",
        r"\ge",
        r"\ne",
        r"\to",
        r"\gtrsim",
        r"\lesssim",
    ]
)

_OPEN = frozenset({"(", "[", "{", r"\{", r"\left.", r"\left\{", r"\left|"})
_CLOSE = frozenset({")", "]", "}", r"\}", r"\right.", r"\right\}", r"\right|"})
_SEPARATORS = frozenset({",", ";", "\\\\", r"\Rightarrow", r"\Leftrightarrow", "."})


@dataclass(frozen=True)
class Statement:
    """A chain ``side sign side …`` under conditions; one side and no sign says no more than it."""

    sides: tuple[Tree, ...]
    signs: tuple[str, ...]
    conditions: tuple[Statement, ...] = ()
    #: The print of each side, and of the whole.
    texts: tuple[str, ...] = ()
    #: The canonical writing of the whole, without its conditions.
    key: str = field(default="", compare=False)
    #: Whether a side is said in words, so that only its sign and the rest can be read.
    in_words: bool = False


@dataclass(frozen=True)
class Reading:
    """What is read of a line: its statements, and the words that are none."""

    statements: tuple[Statement, ...]
    words: tuple[str, ...]


def statements(printed: str, odd: tuple[str, ...] = ()) -> Reading:
    r"""What ``printed`` states, chain after chain; ``odd`` names are taken as they stand.

    Raises ``ReadError`` where a formula cannot be read.

    >>> [s.signs for s in statements(r"a \sim b [a = c b, \quad c > 1]").statements]
    [('\\sim',), ('=',), ('>',)]
    """
    if is_prose(printed):
        return Reading((), (printed,))
    reader = _Statements(printed)
    found = tuple(reader.read(tokens(printed, odd)))
    return Reading(found, tuple(reader.words))


class _Statements:
    def __init__(self, source: str) -> None:
        self.source = source
        self.words: list[str] = []

    def read(self, part: list[Token]) -> Iterator[Statement]:
        for piece in _split(part):
            yield from self.piece(piece)

    def piece(self, part: list[Token]) -> Iterator[Statement]:
        """One piece between commas: a bracket, cases, rows, or a chain."""
        if not part:
            return
        found = _environment(part)
        if found:
            yield from self.environment(part, *found)
            return
        bracket = _bracket(part)
        if bracket:
            start, end = bracket
            yield from self.piece(part[:start])
            yield from self.read(part[start + 1 : end])
            yield from self.piece(part[end + 1 :])
            return
        colon = _colon(part)
        if colon is not None:
            yield from self.piece(part[:colon])
            yield from self.piece(part[colon + 1 :])
            return
        statement = self.conditioned(part)
        if statement is not None:
            yield statement

    # -- cases and rows ---------------------------------------------------------------

    def environment(
        self, part: list[Token], start: int, end: int, name: str
    ) -> Iterator[Statement]:
        before = part[:start]
        if before and before[-1].text == r"\left.":
            before = before[:-1]
        inside, after = part[_past_brace(part, start) : end], part[_past_brace(part, end) :]
        if after and after[0].text in {r"\right\}", r"\right."}:
            after = after[1:]
        rows = _cut(inside, {"\\\\"})
        if name == "cases":
            _check_signs(before, rows)
            for row in rows:
                yield from self.case(before, row)
        else:
            for number, row in enumerate(rows):
                cells = [token for token in row if token.text != "&"]
                yield from self.piece([*before, *cells] if number == 0 else cells)
        yield from self.piece(after)

    def case(self, before: list[Token], row: list[Token]) -> Iterator[Statement]:
        """One row of cases: what precedes them, its own sign or theirs, and its condition."""
        cells = _cut(row, {"&"})
        own = bool(cells[0]) and cells[0][0].text in SIGNS
        if own and before and before[-1].text in SIGNS:
            before = before[:-1]
        condition = cells[1] if len(cells) > 1 else []
        statement = self.conditioned([*before, *cells[0], *condition])
        if statement is not None:
            yield statement

    # -- chains -------------------------------------------------------------------

    def conditioned(self, part: list[Token]) -> Statement | None:
        """A chain with the conditions that follow it."""
        conditions: list[list[Token]] = []
        limit = _limit_in_parentheses(part)
        if limit is not None:
            conditions.append(part[limit + 1 : -1])
            part = part[:limit]
        for place, token in enumerate(part):
            if token.kind == "text" and token.text.strip().split(" ")[0] in CONDITIONS:
                conditions.append(part[place + 1 :])
                part = part[:place]
                break
        statement = self.chain(part)
        if statement is None:
            return None
        under = [self.chain(condition) for condition in conditions]
        return replace(statement, conditions=tuple(s for s in under if s is not None))

    def chain(self, part: list[Token]) -> Statement | None:
        if any(_is_words(token) for token in part) or _is_a_word(part):
            return self.partly_words(part)
        sides = _cut(part, SIGNS)
        signs = tuple(token.text for token in part if token.text in SIGNS and _top(part, token))
        if len(sides) > 1 and not all(sides):
            msg = f"a side is missing in {self.text(part)}"
            raise ReadError(msg)
        trees = tuple(read(list(side)) for side in sides)
        return Statement(
            _without_differentials(trees),
            signs,
            texts=tuple(self.text(side) for side in sides),
            key=joined(part),
        )

    def partly_words(self, part: list[Token]) -> Statement | None:
        """A piece with words that mean nothing to a formula: no statement."""
        self.words.append(self.text(part))
        return None

    def text(self, part: list[Token]) -> str:
        return self.source[part[0].start : part[-1].end].strip() if part else ""


def _check_signs(before: list[Token], rows: list[list[Token]]) -> None:
    """A sign in front of cases that each have their own must be that of one of them."""
    own = [row[0].text for row in rows if row]
    if before and before[-1].text in SIGNS and set(own) <= SIGNS and before[-1].text not in own:
        msg = f"{before[-1].text} stands before cases of which none has this sign"
        raise ReadError(msg)


def _past_brace(part: list[Token], place: int) -> int:
    """The place after the next closing brace."""
    while place < len(part) and part[place].text != "}":
        place += 1
    return place + 1


def _is_words(token: Token) -> bool:
    text = token.text.strip()
    return token.kind == "text" and text not in PHRASES and (" " in text or len(text) > 4)


def _is_a_word(part: list[Token]) -> bool:
    """Whether it is one word that is no unit, or the like."""
    return len(part) == 1 and part[0].kind == "text" and part[0].text.strip() not in PHRASES


def _top(part: list[Token], token: Token) -> bool:
    return any(token is t for t, depth in _depths(part) if depth == 0)


def _depths(part: list[Token]) -> Iterator[tuple[Token, int]]:
    """Each token with the number of brackets that are open around it."""
    depth = 0
    for token in part:
        if token.kind != "text" and (token.text in _CLOSE or token.text == "\\end"):
            depth -= 1
        yield token, depth
        if token.kind != "text" and (token.text in _OPEN or token.text == "\\begin"):
            depth += 1


def _cut(part: list[Token], at: frozenset[str] | set[str]) -> list[list[Token]]:
    """``part`` cut at the tokens ``at`` that stand in no bracket."""
    pieces: list[list[Token]] = [[]]
    for token, depth in _depths(part):
        if depth == 0 and token.kind != "text" and token.text in at:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return pieces


def _split(part: list[Token]) -> list[list[Token]]:
    return [piece for piece in _cut(part, _SEPARATORS) if piece]


def _bracket(part: list[Token]) -> tuple[int, int] | None:
    """Where a square bracket with statements in it begins and ends."""
    start = None
    for place, (token, depth) in enumerate(_depths(part)):
        if depth == 0 and token.text == "[":
            start = place
        elif depth == 0 and token.text == "]" and start is not None:
            inside = part[start + 1 : place]
            if any(t.text in SIGNS and d == 0 for t, d in _depths(inside)):
                return start, place
            start = None
    return None


def _colon(part: list[Token]) -> int | None:
    """Where a colon ends a statement; in a proportion none precedes the first sign."""
    seen = False
    for place, (token, depth) in enumerate(_depths(part)):
        if depth == 0 and token.text in SIGNS:
            seen = True
        if depth == 0 and token.text == ":":
            return place if seen else None
    return None


def _limit_in_parentheses(part: list[Token]) -> int | None:
    r"""Where a last parenthesis with a statement in it begins: ``(y \to 0)``."""
    if not part or part[-1].text != ")":
        return None
    start = None
    for place, (token, depth) in enumerate(_depths(part)):
        if depth == 0 and token.text == "(":
            start = place
    if start is None or start == 0:
        return None
    inside = part[start + 1 : -1]
    return start if any(t.text in SIGNS for t in inside) else None


def _environment(part: list[Token]) -> tuple[int, int, str] | None:
    r"""Begin, end and name of the first ``\begin{…} … \end{…}``."""
    begins = [i for i, token in enumerate(part) if token.text == "\\begin"]
    ends = [i for i, token in enumerate(part) if token.text == "\\end"]
    if not begins and not ends:
        return None
    if len(begins) != 1 or len(ends) != 1 or ends[0] < begins[0]:
        msg = "\\begin and \\end do not pair, or are nested"
        raise ReadError(msg)
    name = "".join(
        token.text
        for token in part[begins[0] + 2 : begins[0] + 2 + 12]
        if token.text.isalpha() and len(token.text) == 1
    )
    for known in ("cases", "aligned", "array", "gathered"):
        if name.startswith(known):
            return begins[0], ends[0], known
    msg = "an environment other than cases, aligned, gathered"
    raise ReadError(msg)


def _without_differentials(sides: tuple[Tree, ...]) -> tuple[Tree, ...]:
    """A relation between differentials, dN = f dx, as one between dN/dx and f."""
    if len(sides) != 2 or not isinstance(sides[0], Product):
        return sides
    left = sides[0].factors
    if len(left) != 2 or left[0] != Name("d") or not isinstance(left[1], Name):
        return sides
    right = sides[1]
    try:
        factors = right.factors if isinstance(right, Product) else (right,)
        body, variable = differential(list(factors))
    except ReadError:
        return sides
    return Derivative(left[1], variable, 1), body
