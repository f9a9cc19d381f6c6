"""Read single factors: parentheses, roots, functions, values at a point."""

from __future__ import annotations

from fractions import Fraction

from .assemble import fraction, product
from .cursor import CLOSING, SIGNS
from .symbols import ACCENTS, LETTERS, Symbols
from .tokens import ReadError, Token
from .tree import (
    Absolute,
    At,
    BraKet,
    Function,
    Group,
    Name,
    Number,
    OneSided,
    Operator,
    Power,
    Quotient,
    Root,
    Tree,
)

_GREEDY = frozenset({r"\sin", r"\cos", r"\tan", r"\cot", r"\sinh", r"\cosh", r"\tanh"})
_TIGHT = frozenset({r"\exp", r"\log"})


class Factors(Symbols):
    """Reads one factor of a product."""

    def powered(self) -> Tree:
        """A factor with its exponent."""
        base = self.primary()
        if self.next == "^":
            self.take()
            base = Power(base, self.script())
        if self.next == "^":
            msg = "an exponent follows an exponent without braces"
            raise ReadError(msg)
        return base

    def script(self) -> Tree:
        """What stands in braces, or the next token alone."""
        if self.next == "{":
            return self.inside("{")
        token = self.take()
        if token.kind == "number" and len(token.text) > 1:
            self.place -= 1
            self.tokens[self.place : self.place + 1] = [
                Token(part, token.start, token.end, "number")
                for part in (token.text[0], token.text[1:])
            ]
            token = self.take()
        self.place -= 1
        with self.deeper():
            return self.primary(scripts=False)

    def inside(self, opening: str) -> Tree:
        """The expression between ``opening`` and its closing sign."""
        self.expect(opening)
        outer, self.bar = self.bar, "open"
        tree = self.sum()
        self.bar = outer
        self.expect(CLOSING[opening])
        return tree

    def primary(self, *, scripts: bool = True) -> Tree:
        """A factor without exponents."""
        token = self.take()
        text = token.text
        if token.kind == "text":
            return self.words(text, scripts)
        if token.kind == "number":
            return Number(Fraction(text))
        if token.kind == "odd":
            return Name(text)
        if text in {"(", "["}:
            self.place -= 1
            return self.group(text)
        if text == "{":
            self.place -= 1
            return self.inside("{")
        if text in {"|", r"\left|"}:
            return self.absolute(r"\right|" if text == r"\left|" else "|")
        if text == r"\left.":
            return self.at()
        if text == r"\langle":
            body = self.sum()
            self.expect(r"\rangle")
            return Function("mean", body)
        if text == r"\frac":
            return fraction(self.script(), self.script())
        if text == r"\sqrt":
            return self.root()
        if text in _GREEDY or text in _TIGHT:
            return self.function(text)
        if text == r"\nabla":
            return self.nabla()
        if text == r"\partial":
            return Name(r"\partial")
        if text in ACCENTS:
            return self.accented(text)
        if text in {r"\mathcal", r"\mathbf", r"\boldsymbol"}:
            self.expect("{")
            letter = self.take().text
            self.expect("}")
            if text != r"\mathcal":
                return self.decorated(Name(letter, accent=r"\vec"))
            return self.decorated(Name(rf"\mathcal{{{letter}}}"))
        if text in LETTERS or (len(text) == 1 and text.isalpha()):
            return self.decorated(Name(text)) if scripts else Name(text)
        msg = f"{text!r} is outside the LaTeX that is read"
        raise ReadError(msg)

    def group(self, opening: str) -> Tree:
        """A parenthesis: an expression, several, or a matrix element."""
        self.expect(opening)
        outer, self.bar = self.bar, "close"
        if self.next == "|" or (self.next == "" and opening):
            self.bar = "open"
        items = [self.sum()]
        if self.next == "|" and opening == "(":
            self.take()
            operator = self.sum()
            self.expect("|")
            items = [BraKet(items[0], operator, self.sum())]
        while self.next == ",":
            self.take()
            items.append(self.sum())
        self.bar = outer
        self.expect(CLOSING[opening])
        only = items[0]
        return only if isinstance(only, BraKet) else Group(tuple(items))

    def absolute(self, closing: str) -> Tree:
        """What stands between bars."""
        outer, self.bar = self.bar, "close"
        body = self.sum()
        self.bar = outer
        self.expect(closing)
        return Absolute(body)

    def at(self) -> Tree:
        r"""``\left. f \right|_a^b``."""
        body = self.sum()
        self.expect(r"\right|")
        if self.next != "_":
            msg = "\\right| has no subscript that says where"
            raise ReadError(msg)
        self.take()
        low = self.point()
        if self.next != "^":
            return At(body, None, low)
        self.take()
        return At(body, low, self.point())

    def point(self) -> Tree:
        r"""A point, perhaps approached from one side: ``\ell-``."""
        if self.next != "{":
            return self.script()
        end = self.place
        while end < len(self.tokens) and self.tokens[end].text != "}":
            end += 1
        last = self.tokens[end - 1].text
        if end - self.place > 2 and last in {"+", "-"}:
            point = type(self)(self.tokens[self.place + 1 : end - 1]).sum()
            self.place = end + 1
            return OneSided(point, SIGNS[last])
        return self.inside("{")

    def root(self) -> Tree:
        """A root, and its degree if it is printed."""
        degree = 2
        if self.next == "[":
            found = self.inside("[")
            if not isinstance(found, Number) or found.value.denominator != 1:
                msg = "the degree of a root is no natural number"
                raise ReadError(msg)
            degree = int(found.value)
        return Root(self.script(), degree)

    def function(self, name: str) -> Tree:
        """A known function, its power and its argument."""
        power = None
        if self.next == "^":
            self.take()
            power = self.script()
        tight = name in _TIGHT
        argument = self.powered() if tight else self.argument()
        return Function(name.removeprefix("\\"), argument, power)

    def argument(self) -> Tree:
        """What a sine is taken of: all that follows, up to a sign or another function."""
        factors: list[Tree] = []
        while not self.ends() and self.next not in _GREEDY | _TIGHT and self.next != "\\text":
            if self.next == r"\cdot":
                break
            if self.next == "/":
                self.take()
                factors = [fraction(product(factors), product(self.below()))]
                continue
            factors.append(self.powered())
        return product(factors)

    def below(self) -> list[Tree]:
        """What a slash puts below: one parenthesis or fraction, or symbols in a row."""
        first = self.powered()
        factors = [first]
        if isinstance(first, Group | Quotient):
            return factors
        while not self.ends() and self.symbol_follows():
            factors.append(self.powered())
        return factors

    def symbol_follows(self) -> bool:
        """Whether a number or a letter comes next."""
        token = self.tokens[self.place]
        return token.kind == "number" or token.text.isalpha() or token.text in LETTERS | ACCENTS

    def nabla(self) -> Tree:
        """Nabla, or the Laplacian."""
        if self.next == "^":
            self.take()
            if self.script() != Number(Fraction(2)):
                msg = "a power of nabla other than its square"
                raise ReadError(msg)
            return Operator("laplace")
        return Operator("nabla")
