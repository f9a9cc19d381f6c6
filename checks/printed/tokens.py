"""The tokens of the LaTeX in which papers are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Longer than any line of a paper; what is longer is not read.
LONGEST = 20_000

_TOKEN = re.compile(
    r"(?P<command>\\(?:[A-Za-z]+|.))"
    r"|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<space>\s+|~)"
    r"|(?P<prime>['′])"
    r"|(?P<other>.)",
    re.DOTALL,
)

#: Spaces of all widths, and how a delimiter is sized: nothing that is meant.
_SILENT = frozenset(
    [
        r"\,",
        r"\;",
        r"\:",
        r"\!",
        r"\quad",
        r"\qquad",
        r"\displaystyle",
        r"\limits",
        r"\nolimits",
        r"\bigl",
        r"\bigr",
        r"\big",
        r"\Big",
    ]
) | {"\\ ", "\\\n"}

#: Commands that print the same sign.
_SAME = {
    r"\varepsilon": r"\epsilon",
    r"\dfrac": r"\frac",
    r"\tfrac": r"\frac",
    r"\neq": r"\ne",
    r"\rightarrow": r"\to",
    r"\leq": r"\le",
    r"\geq": r"\ge",
    r"\varphi": r"\phi",
    r"\ln": r"\log",
    r"\lbrace": r"\{",
    r"\rbrace": r"\}",
    r"\vert": "|",
    r"\times": r"\cdot",
    "−": "-",
    "·": r"\cdot",
    "∼": r"\sim",
}

#: So many characters tell why something cannot be read.
_LONGEST_REASON = 200
_TEXT = frozenset({r"\text", r"\mathrm", r"\textrm", r"\rm", r"\operatorname"})


class ReadError(Exception):
    """What is printed cannot be read; the message says why, and quotes no more than it takes.

    >>> print(ReadError("a side is missing in " + 300 * "x"))  # doctest: +ELLIPSIS
    a side is missing in xxx...xxx …
    """

    def __init__(self, why: str) -> None:
        super().__init__(why if len(why) <= _LONGEST_REASON else f"{why[:_LONGEST_REASON]} …")


@dataclass(frozen=True)
class Token:
    """One token, and where it stands in the source; ``kind`` tells text and names apart."""

    text: str
    start: int
    end: int
    kind: str = "sign"


def tokens(source: str, odd: tuple[str, ...] = ()) -> list[Token]:
    r"""The tokens of ``source`` without spaces; the words in ``\text{…}`` are one token.

    A name that is written like no other, ``p_m|a``, is one token too if ``odd`` holds it.

    >>> [token.text for token in tokens(r"p_F \sim 3.1\, h")]
    ['p', '_', 'F', '\\sim', '3.1', 'h']
    """
    if len(source) > LONGEST:
        msg = f"it is longer than {LONGEST} characters"
        raise ReadError(msg)
    result: list[Token] = []
    place = 0
    while place < len(source):
        name = next((n for n in odd if source.startswith(n, place)), None)
        if name is not None:
            result.append(Token(name, place, place + len(name), "odd"))
            place += len(name)
            continue
        found = _TOKEN.match(source, place)
        if found is None:
            break
        text, start, place = found.group(), place, found.end()
        if found.lastgroup == "space" or text in _SILENT:
            continue
        if text in _TEXT:
            words, place = _braced(source, place)
            result.append(Token(words, start, place, "text"))
            continue
        if text in {r"\left", r"\right"}:
            found = re.compile(r"\s*(\\[{}|]|\\[A-Za-z]+|.)", re.DOTALL).match(source, place)
            if found is None:
                msg = f"{text} stands at the end, without a delimiter"
                raise ReadError(msg)
            place = found.end()
            result.append(_delimiter(text, found.group(1), start, place))
            continue
        result.append(Token(_SAME.get(text, text), start, place, found.lastgroup or "sign"))
    return result


def _delimiter(command: str, text: str, start: int, end: int) -> Token:
    r"""``\left.`` and the delimiters that ``\right`` gives a meaning stay as they are."""
    text = _SAME.get(text, text)
    if text in "()[]":
        return Token(text, start, end)
    return Token(command + text, start, end)


def _braced(source: str, place: int) -> tuple[str, int]:
    """What stands in the braces that follow ``place``, and where they end."""
    opening = re.compile(r"\s*\{").match(source, place)
    if opening is None:
        msg = f"{source[max(0, place - 8) : place]} is not followed by braces"
        raise ReadError(msg)
    close = source.find("}", opening.end())
    inside = source[opening.end() : close]
    if close < 0 or "{" in inside:
        msg = "the braces of a text do not close, or hold others"
        raise ReadError(msg)
    return inside, close + 1


def joined(part: list[Token]) -> str:
    """A canonical way of writing ``part``, by which pieces of print are compared."""
    return " ".join(token.text.strip() for token in part)
