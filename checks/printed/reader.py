"""Read a formula: a recursive descent from tokens to a tree, by the habits of print.

What stands after a slash belongs below as far as symbols follow one another; the argument
of sin, cos, tan, cot goes as far as the next sign, that of exp and log is what stands next
to it; sums and integrals go as far as the next + or −.
"""

from __future__ import annotations

from .assemble import differential, fraction, product
from .cursor import SIGNS
from .factors import Factors
from .tokens import ReadError, Token, tokens
from .tree import BigSum, Integral, Product, Proportion, Range, Sum, Tree
from .words import PHRASES


def read(source: str | list[Token]) -> Tree:
    r"""The tree of one formula without relation signs.

    Raises ``ReadError`` where it is none.

    >>> read(r"\frac{1}{2}").top
    Number(value=Fraction(1, 1))
    """
    reader = _Reader(tokens(source) if isinstance(source, str) else source)
    tree = reader.whole()
    if reader.place < len(reader.tokens):
        msg = f"{reader.tokens[reader.place].text!r} was not expected there"
        raise ReadError(msg)
    return tree


class _Reader(Factors):
    """Reads sums and products, and what goes as far as they do."""

    def whole(self) -> Tree:
        """An expression, a range of numbers, or a proportion."""
        first = self.sum()
        if self.next == "\\text" and PHRASES.get(self.tokens[self.place].text.strip()) == "to":
            self.take()
            return Range(first, self.sum())
        items = [first]
        while self.next == ":":
            self.take()
            items.append(self.sum())
        return first if len(items) == 1 else Proportion(tuple(items))

    def sum(self) -> Tree:
        """Terms with their signs."""
        terms = []
        sign = 1
        signed = self.next in SIGNS
        with self.deeper():
            if signed:
                sign = SIGNS[self.take().text]
            terms.append((sign, self.product()))
            while self.next in SIGNS:
                sign = SIGNS[self.take().text]
                terms.append((sign, self.product()))
        if len(terms) == 1 and not (signed and terms[0][0] != 1):
            return terms[0][1]
        return Sum(tuple(terms))

    def product(self) -> Tree:
        """Factors with or without dots, and slashes."""
        factors: list[Tree] = []
        while not self.ends():
            if self.next == r"\cdot":
                self.take()
                continue
            if self.next == "/":
                self.take()
                top = product(factors)
                factors = [fraction(top, product(self.below()))]
                continue
            if self.next == r"\sum":
                factors.append(self.big_sum())
                continue
            if self.next == r"\int":
                factors.append(self.integral())
                continue
            if self.next == "\\text":
                phrase = PHRASES.get(self.tokens[self.place].text.strip())
                if phrase == "to":
                    break
            factors.append(self.powered())
        return product(factors)

    def rest(self) -> list[Tree]:
        """The factors up to the end of the product, slashes among them done."""
        with self.deeper():
            body = self.product()
        return list(body.factors) if isinstance(body, Product) else [body]

    def big_sum(self) -> Tree:
        """A sum over an index."""
        self.take()
        index, high = self.limits()
        if high is not None:
            msg = "a sum with an upper limit"
            raise ReadError(msg)
        return BigSum(product(self.rest()), index)

    def integral(self) -> Tree:
        """An integral, its limits and its differential."""
        self.take()
        low, high = self.limits()
        body, variable = differential(self.rest())
        return Integral(body, variable, low, high)

    def limits(self) -> tuple[Tree | None, Tree | None]:
        """What stands below and above a sum or an integral."""
        low = high = None
        while self.next in {"_", "^"}:
            if self.take().text == "_":
                low = self.limit()
            else:
                high = self.limit()
        return low, high

    def limit(self) -> Tree:
        """One limit."""
        return self.inside("{") if self.next == "{" else self.script()
