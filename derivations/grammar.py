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

from collections.abc import Callable
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from sympy import Expr, Symbol

from .errors import PaperError
from .expression import Vector
from .grammar_reader import CONSTANTS, FUNCTIONS, Reader
from .quantity import Notation, Role
from .relation import Equal, Less, MuchLess, NotEqual, Relation, SameOrder

_SIGNS: dict[str, type[Relation]] = {
    "=": Equal,
    "~": SameOrder,
    "<": Less,
    "≪": MuchLess,
    "≠": NotEqual,
}


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
    return _SIGNS[sign](*sides)


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
    wrong = f"this is no product of powers of {', '.join(names)}"

    def find(name: str) -> Symbol:
        if name not in names:
            raise PaperError(wrong)
        return names[name]

    reader = Reader(text, find)
    found = reader.side()
    symbols = {symbol: name for name, symbol in names.items()}
    powers = found.as_powers_dict() if isinstance(found, Expr) else {}
    if not reader.at_end() or any(
        base != 1 and (base not in symbols or not power.is_Rational)
        for base, power in powers.items()
    ):
        raise reader.wrong(wrong)
    return {
        symbols[base]: Fraction(int(power.p), int(power.q))
        for base, power in powers.items()
        if base != 1
    }


def _reader(text: str, notation: Notation) -> Reader:
    return Reader(text, _names(notation), lambda function: len(notation[function].arguments))


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
        if name in CONSTANTS or name in FUNCTIONS or name in ("diff", "integral"):
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
