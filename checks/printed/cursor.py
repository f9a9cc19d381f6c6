"""Walk along the tokens of a formula: what comes next, and what must."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from .tokens import ReadError, Token
from .tree import Tree

#: The signs of terms; 0 is ±.
SIGNS = {"+": 1, "-": -1, r"\pm": 0}
#: What closes what opens.
CLOSING = {"(": ")", "[": "]", "{": "}", r"\{": r"\}"}
#: Where a product ends.
_STOPS = frozenset({"+", "-", r"\pm", ")", "]", "}", r"\}", ",", ":", r"\rangle", r"\right|", "&"})

#: Deeper nesting than any formula has.
DEEPEST = 60


class Cursor:
    """A place among tokens."""

    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.place = 0
        self.depth = 0
        #: What a bar means here: "open" begins |x|, "close" ends it.
        self.bar = "open"

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Inside something; ``ReadError`` where nothing would be nested so deep."""
        self.depth += 1
        if self.depth > DEEPEST:
            msg = f"it is nested deeper than {DEEPEST} times"
            raise ReadError(msg)
        yield
        self.depth -= 1

    @property
    def next(self) -> str:
        r"""The next token, empty at the end; words in \text count as a sign of their own."""
        if self.place >= len(self.tokens):
            return ""
        token = self.tokens[self.place]
        return "\\text" if token.kind == "text" else token.text

    def take(self) -> Token:
        """Take the next token."""
        if self.place >= len(self.tokens):
            msg = "it ends where something should follow"
            raise ReadError(msg)
        self.place += 1
        return self.tokens[self.place - 1]

    def expect(self, text: str) -> None:
        """Take the next token, which must be ``text``."""
        found = self.take().text
        if found != text:
            msg = f"{text!r} was expected where {found!r} stands"
            raise ReadError(msg)

    def ends(self) -> bool:
        """Whether a product ends here."""
        return self.next == "" or self.next in _STOPS or (self.next == "|" and self.bar == "close")

    def sum(self) -> Tree:
        """The expression that begins here: what reads it is made of what reads its parts."""
        raise NotImplementedError
