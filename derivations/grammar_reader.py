"""Read an expression that is typed, by recursive descent; nothing that is read runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple

import sympy
from sympy import Expr

from .errors import PaperError
from .expression import Vector
from .magnitude import feasible, feasible_power

#: What is typed is short; nothing longer, deeper or with larger numbers is read.
MOST_CHARACTERS, MOST_DEPTH, MOST_DIGITS = 4000, 40, 60

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPTS = str.maketrans(f"{_RAISED}⁻", "0123456789-")
_TOKEN = re.compile(
    rf"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[^\W\d{_RAISED}][^\W{_RAISED}′]*′?[^\W{_RAISED}]*)"
    rf"|(?P<raised>⁻?[{_RAISED}]+)|(?P<sign><<|≪|!=|≠|[=~<])|(?P<mark>\*\*|[-−+*·/^(),\[\]√]))"
)
_SAME = {"**": "^", "·": "*", "−": "-", "<<": "≪", "!=": "≠"}
#: The signs of relations.
SIGNS = ("=", "~", "<", "≪", "≠")
CONSTANTS = {"pi": sympy.pi, "π": sympy.pi, "oo": sympy.oo, "∞": sympy.oo}
FUNCTIONS: dict[str, tuple[int, Callable[..., Any]]] = {
    **{
        name: (1, getattr(sympy, name))
        for name in (
            *("sqrt", "exp", "log", "sin", "cos", "tan", "cot"),
            *("sinh", "cosh", "tanh", "coth", "Abs"),
        )
    },
    "ln": (1, sympy.log),
    **{name: (2, getattr(sympy, name)) for name in ("besselj", "bessely", "besseli", "besselk")},
}


class _Token(NamedTuple):
    kind: str
    text: str
    place: int


class Reader:
    """Reads one text by recursive descent.

    ``find`` gives what a name stands for, or ``None``; ``places`` how many arguments a
    function takes.
    """

    def __init__(
        self, text: str, find: Callable[[str], Any], places: Callable[[Any], int] = lambda _: 1
    ) -> None:
        self._text = text
        self._find = find
        self._places = places
        if len(text) > MOST_CHARACTERS:
            msg = f"“{text[:40]}…” is longer than {MOST_CHARACTERS} characters"
            raise PaperError(msg)
        self._tokens = list(self._cut())
        self._next = 0
        self._depth = 0

    def side(self) -> Any:
        """An expression, or a vector of some."""
        if self._take("["):
            return Vector(self._list("]"))
        found = self._expression()
        if found.has(sympy.nan, sympy.zoo):
            raise self.wrong("it has no value")
        return found

    def sign(self) -> str:
        """The sign of a relation."""
        token = self._token()
        if token.kind != "sign":
            raise self.wrong(f"a sign is expected, one of {' '.join(SIGNS)}")
        self._next += 1
        return token.text

    def at_end(self) -> bool:
        """Whether all is read."""
        return self._token().kind == "end"

    def wrong(self, why: str) -> PaperError:
        """The error that what comes next is not what may come."""
        token = self._token()
        where = (
            "it ends too early"
            if token.kind == "end"
            else f"“{token.text}” at character {token.place + 1} is not expected here"
        )
        return PaperError(f"“{self._text[:200]}”: {where}; {why}")

    def _cut(self) -> Iterator[_Token]:
        place, end = 0, len(self._text.rstrip())
        while place < end:
            found = _TOKEN.match(self._text, place)
            if found is None or found.lastgroup is None:
                rest = self._text[place:].lstrip()
                msg = f"“{self._text[:200]}”: “{rest[:1]}” has no meaning here"
                raise PaperError(msg)
            text = found[found.lastgroup]
            yield _Token(found.lastgroup, _SAME.get(text, text), found.start(found.lastgroup))
            place = found.end()

    def _token(self) -> _Token:
        end = _Token("end", "", len(self._text))
        return self._tokens[self._next] if self._next < len(self._tokens) else end

    def _take(self, text: str) -> bool:
        token = self._token()
        found = token.kind == "mark" and token.text == text
        self._next += found
        return found

    def _expect(self, text: str) -> None:
        if not self._take(text):
            raise self.wrong(f"“{text}” is expected")

    def _deeper(self, read: Callable[[], Expr]) -> Expr:
        """What ``read`` reads inside what is being read."""
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise self.wrong(f"nothing may be nested more than {MOST_DEPTH} deep")
        result = read()
        self._depth -= 1
        return result

    def _expression(self) -> Expr:
        return self._deeper(self._sum)

    def _sum(self) -> Expr:
        result = -self._term() if self._take("-") else self._term()
        while True:
            if self._take("+"):
                result = result + self._term()
            elif self._take("-"):
                result = result - self._term()
            else:
                return result

    def _term(self) -> Expr:
        result = self._factor()
        while True:
            if self._take("*"):
                result = result * self._factor()
            elif self._take("/"):
                divisor = self._factor()
                if divisor.is_zero:
                    raise self.wrong("this divides by zero")
                result = result / divisor
            else:
                token = self._token()
                if token.kind in ("name", "number") or token.text in ("(", "√"):
                    raise self.wrong("write a product with *")
                return result

    def _factor(self) -> Expr:
        return self._deeper(self._raised)

    def _raised(self) -> Expr:
        base = self._atom()
        token = self._token()
        if token.kind == "raised":
            self._next += 1
            base = self._power(base, sympy.Integer(int(token.text.translate(_SUPERSCRIPTS))))
        elif self._take("^"):
            negative = self._take("-")
            exponent = self._factor()
            base = self._power(base, -exponent if negative else exponent)
        return base

    def _power(self, base: Expr, exponent: Expr) -> Expr:
        if base.is_zero and not exponent.is_positive:
            raise self.wrong("zero may only be raised to a positive power")
        if not feasible_power(base, exponent):
            raise self.wrong("this number is too large")
        return base**exponent

    def _atom(self) -> Expr:
        token = self._token()
        self._next += 1
        if token.kind == "number":
            if len(token.text) > MOST_DIGITS:
                raise self.wrong(f"no number may have more than {MOST_DIGITS} digits")
            value = Fraction(token.text)
            return sympy.Rational(value.numerator, value.denominator)
        if token.kind == "name":
            return self._named(token)
        if token.text == "√":
            return self._power(self._deeper(self._atom), sympy.Rational(1, 2))
        if token.text == "(" and token.kind == "mark":
            inside = self._expression()
            self._expect(")")
            return inside
        self._next -= 1
        raise self.wrong("a number, a name or a bracket is expected")

    def _named(self, token: _Token) -> Expr:
        try:
            meant = self._find(token.text)
        except PaperError as error:
            msg = f"“{self._text[:200]}”: {error}"
            raise PaperError(msg) from None
        function = not isinstance(meant, Expr) if meant is not None else token.text not in CONSTANTS
        if function:
            self._expect("(")
            return self._applied(token, meant, self._list(")"))
        return CONSTANTS[token.text] if meant is None else meant

    def _list(self, end: str) -> list[Expr]:
        parts = [self._expression()]
        while self._take(","):
            parts.append(self._expression())
        self._expect(end)
        return parts

    def _applied(self, token: _Token, meant: Any, parts: list[Expr]) -> Expr:
        if meant is not None:
            places = self._places(meant)
            if len(parts) != places:
                raise self.wrong(f"{token.text} takes {places} argument{'s' * (places > 1)}")
            return meant(*parts)
        if token.text in ("diff", "integral"):
            fits = len(parts) >= 2 if token.text == "diff" else len(parts) == 4
            variables = parts[1:] if token.text == "diff" else parts[1:2]
            if not fits or not all(part.is_Symbol for part in variables):
                raise self.wrong("it is diff(f, x, …) or integral(f, x, a, b)")
            if token.text == "diff":
                return sympy.diff(parts[0], *variables)
            return sympy.Integral(parts[0], (parts[1], *parts[2:]))
        if token.text not in FUNCTIONS:
            raise self.wrong(f"nothing is called {token.text}")
        places, function = FUNCTIONS[token.text]
        if len(parts) != places:
            raise self.wrong(f"{token.text} takes {places} argument{'s' * (places > 1)}")
        if function is sympy.sqrt:
            return self._power(parts[0], sympy.Rational(1, 2))
        if not all(feasible(function, part) for part in parts):
            raise self.wrong(f"this number is too large for {token.text}")
        return function(*parts)
