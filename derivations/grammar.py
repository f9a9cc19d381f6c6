"""A small grammar for relations that are typed: names, numbers, operators, nothing that runs.

::

    relation   = expression { sign expression }        one sign throughout: = ~ < ≪ ≠
    expression = [ - ] term { ( + | - ) term }
    term       = factor { ( * | / ) factor }
    factor     = atom [ ^ factor ]                     a ^ b, a ** b, a²
    atom       = number | name | name ( expression , … ) | ( expression ) | [ expression , … ]

A name is a quantity's own or the way in which it is displayed, where that is unambiguous.
Besides, there are ``pi``, ``oo``, elementary and Bessel functions, ``diff(f, x, …)`` and
``integral(f, x, a, b)``.  Decimals are exact fractions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, NamedTuple

import sympy
from sympy import Expr, Symbol

from .errors import PaperError
from .expression import Vector
from .quantity import Notation, Role
from .relation import Equal, Less, MuchLess, NotEqual, Relation, SameOrder

#: What is typed is short; nothing longer, deeper or with larger numbers is read.
MOST_CHARACTERS, MOST_DEPTH, MOST_DIGITS, MOST_BITS = 4000, 40, 60, 4000

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPTS = str.maketrans(f"{_RAISED}⁻", "0123456789-")
_TOKEN = re.compile(
    rf"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[^\W\d{_RAISED}][^\W{_RAISED}′]*′?[^\W{_RAISED}]*)"
    rf"|(?P<raised>⁻?[{_RAISED}]+)|(?P<sign><<|≪|!=|≠|[=~<])|(?P<mark>\*\*|[-−+*·/^(),\[\]√]))"
)
_SAME = {"**": "^", "·": "*", "−": "-", "<<": "≪", "!=": "≠"}
_SIGNS: dict[str, type[Relation]] = {
    "=": Equal,
    "~": SameOrder,
    "<": Less,
    "≪": MuchLess,
    "≠": NotEqual,
}
_CONSTANTS = {"pi": sympy.pi, "π": sympy.pi, "oo": sympy.oo, "∞": sympy.oo}
_FUNCTIONS: dict[str, tuple[int, Callable[..., Any]]] = {
    **{
        name: (1, getattr(sympy, name))
        for name in ("sqrt", "exp", "log", "sin", "cos", "tan", "cot")
        + ("sinh", "cosh", "tanh", "coth", "Abs")
    },
    "ln": (1, sympy.log),
    **{name: (2, getattr(sympy, name)) for name in ("besselj", "bessely", "besseli", "besselk")},
}


class _Token(NamedTuple):
    kind: str
    text: str
    place: int


def relation(text: str, notation: Notation) -> Relation:
    """The relation that ``text`` says between quantities of ``notation``.

    Raises ``PaperError`` where it says none.

    >>> from derivations.dimension import LENGTH
    >>> notation = Notation()
    >>> ell = notation.quantity("ell", LENGTH, "a length", unicode="ℓ")
    >>> d = notation.quantity("d", LENGTH, "another")
    >>> relation("ℓ = 1.5 d", notation)
    Traceback (most recent call last):
    derivations.errors.PaperError: “ℓ = 1.5 d”: “d” at character 9 is not expected here; ...
    >>> relation("ℓ = 1.5*d", notation).sides
    (ell, 3*d/2)
    """
    reader = _reader(text, notation)
    sides = [reader.side()]
    sign = reader.sign()
    while True:
        sides.append(reader.side())
        if reader.at_end():
            break
        if reader.sign() != sign:
            raise reader.wrong("a chain has one sign throughout")
    _same_kind(text, sides)
    return _SIGNS[sign](*sides)  # type: ignore[call-arg]


def expression(text: str, notation: Notation) -> Expr:
    """The expression that ``text`` is; ``PaperError`` where it is none."""
    reader = _reader(text, notation)
    found = reader.side()
    if not reader.at_end() or isinstance(found, Vector):
        raise reader.wrong("this is not one expression")
    return found


def product_of(text: str, names: dict[str, Symbol]) -> dict[str, Fraction]:
    """The exponents of a product of powers of ``names``, like ``charge^2/length``.

    >>> product_of("charge^2/length", {"charge": Symbol("charge"), "length": Symbol("length")})
    {'charge': Fraction(2, 1), 'length': Fraction(-1, 1)}
    """
    reader = _Reader(text, names.get)
    found = reader.side()
    symbols = {symbol: name for name, symbol in names.items()}
    powers = found.as_powers_dict() if isinstance(found, Expr) else {}
    if not reader.at_end() or any(
        base != 1 and (base not in symbols or not power.is_Rational)
        for base, power in powers.items()
    ):
        raise reader.wrong(f"this is no product of powers of {', '.join(names)}")
    return {
        symbols[base]: Fraction(int(power.p), int(power.q))
        for base, power in powers.items()
        if base != 1
    }


def _reader(text: str, notation: Notation) -> _Reader:
    return _Reader(text, _names(notation), lambda function: len(notation[function].arguments))


def _names(notation: Notation) -> Callable[[str], Any]:
    """Finds a quantity by its name, or by how it is displayed if only one is displayed so."""
    by_name = {quantity.name: quantity.symbol for quantity in notation}
    shown: dict[str, list[str]] = {}
    for quantity in notation:
        shown.setdefault(quantity.unicode, []).append(quantity.name)

    def find(name: str) -> Any:
        if name in by_name:
            return by_name[name]
        several = shown.get(name, [])
        if len(several) > 1:
            msg = f"{name} stands for several quantities; write {' or '.join(several)}"
            raise PaperError(msg)
        if several:
            return by_name[several[0]]
        if name in _CONSTANTS or name in _FUNCTIONS or name in ("diff", "integral"):
            return None
        near = get_close_matches(name, {**by_name, **shown}, n=3, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else "declare it first"
        msg = f"no quantity is called {name}; {hint}"
        raise PaperError(msg)

    def known(symbol: Any) -> Any:
        if symbol is not None and notation[symbol].role is Role.SET:
            msg = f"{symbol} is a set, and no number"
            raise PaperError(msg)
        return symbol

    return lambda name: known(find(name))


def _same_kind(text: str, sides: list[Any]) -> None:
    sizes = {len(side) if isinstance(side, Vector) else 0 for side in sides}
    if len(sizes) > 1:
        msg = f"“{text}”: a vector of one size cannot stand beside another or a number"
        raise PaperError(msg)


class _Reader:
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
        return self._expression()

    def sign(self) -> str:
        """The sign of a relation."""
        token = self._token()
        if token.kind != "sign":
            raise self.wrong(f"a sign is expected, one of {' '.join(_SIGNS)}")
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

    def _expression(self) -> Expr:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise self.wrong(f"nothing may be nested more than {MOST_DEPTH} deep")
        result = -self._term() if self._take("-") else self._term()
        while True:
            if self._take("+"):
                result = result + self._term()
            elif self._take("-"):
                result = result - self._term()
            else:
                self._depth -= 1
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
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise self.wrong(f"nothing may be nested more than {MOST_DEPTH} deep")
        base = self._atom()
        token = self._token()
        if token.kind == "raised":
            self._next += 1
            base = self._power(base, sympy.Integer(int(token.text.translate(_SUPERSCRIPTS))))
        elif self._take("^"):
            negative = self._take("-")
            exponent = self._factor()
            base = self._power(base, -exponent if negative else exponent)
        self._depth -= 1
        return base

    def _power(self, base: Expr, exponent: Expr) -> Expr:
        if base.is_zero and not exponent.is_positive:
            raise self.wrong("zero may only be raised to a positive power")
        if base.is_Rational and exponent.is_Rational:
            bits = max(int(base.p).bit_length(), int(base.q).bit_length())
            if bits * max(abs(int(exponent.p)), int(exponent.q)) > MOST_BITS:
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
            return sympy.sqrt(self._atom())
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
        function = (
            not isinstance(meant, Expr) if meant is not None else token.text not in _CONSTANTS
        )
        if function:
            self._expect("(")
            return self._applied(token, meant, self._list(")"))
        return _CONSTANTS[token.text] if meant is None else meant

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
        if token.text not in _FUNCTIONS:
            raise self.wrong(f"nothing is called {token.text}")
        places, function = _FUNCTIONS[token.text]
        if len(parts) != places:
            raise self.wrong(f"{token.text} takes {places} argument{'s' * (places > 1)}")
        return function(*parts)
