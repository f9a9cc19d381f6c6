"""Read a formula: a recursive descent from tokens to a tree, by the habits of print.

What stands after a slash belongs below as far as symbols follow one another; the argument
of sin, cos, tan, cot goes as far as the next sign, that of exp and log is what stands next
to it; sums and integrals go as far as the next + or −.
"""

from __future__ import annotations

from fractions import Fraction

from .tokens import ReadError, Token, tokens
from .tree import (
    Absolute,
    At,
    BigSum,
    BraKet,
    Derivative,
    Few,
    Function,
    Group,
    Integral,
    Name,
    Number,
    OneSided,
    Operator,
    Power,
    Product,
    Proportion,
    Quotient,
    Range,
    Root,
    Sum,
    Tree,
    Unit,
)
from .words import PHRASES

#: Deeper nesting than any formula has.
DEEPEST = 40

_GREEDY = frozenset({r"\sin", r"\cos", r"\tan", r"\cot", r"\sinh", r"\cosh", r"\tanh"})
_TIGHT = frozenset({r"\exp", r"\log"})
_ACCENTS = frozenset({r"\vec", r"\bar", r"\dot", r"\ddot", r"\hat", r"\tilde"})
_CLOSING = {"(": ")", "[": "]", "{": "}", r"\{": r"\}"}
_LETTERS = frozenset(
    [
        r"\alpha",
        r"\beta",
        r"\gamma",
        r"\delta",
        r"\epsilon",
        r"\zeta",
        r"\eta",
        r"\theta",
        r"\iota",
        r"\kappa",
        r"\lambda",
        r"\mu",
        r"\nu",
        r"\xi",
        r"\pi",
        r"\rho",
        r"\sigma",
        r"\tau",
        r"\upsilon",
        r"\phi",
        r"\chi",
        r"\psi",
        r"\omega",
        r"\Gamma",
        r"\Delta",
        r"\Theta",
        r"\Lambda",
        r"\Xi",
        r"\Pi",
        r"\Sigma",
        r"\Upsilon",
        r"\Phi",
        r"\Psi",
        r"\Omega",
        r"\ell",
        r"\hbar",
        r"\infty",
        r"\Re",
        r"\Im",
    ]
)
_SIGNS = {"+": 1, "-": -1, r"\pm": 0}
#: Where a product ends.
_STOPS = frozenset({"+", "-", r"\pm", ")", "]", "}", r"\}", ",", ":", r"\rangle", r"\right|", "&"})


def read(source: str | list[Token]) -> Tree:
    """The tree of one formula without relation signs.

    Raises ``ReadError`` where it is none.

    >>> read(r"\\frac{a}{b}")
    Quotient(top=Name(base='a', sub=(), primes=0, accent=''), \
bottom=Name(base='b', sub=(), primes=0, accent=''))
    """
    reader = _Reader(tokens(source) if isinstance(source, str) else source)
    tree = reader.whole()
    if reader.place < len(reader.tokens):
        msg = f"{reader.tokens[reader.place].text!r} was not expected there"
        raise ReadError(msg)
    return tree


class _Reader:
    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.place = 0
        self.depth = 0
        #: What a bar means here: "open" begins |x|, "close" ends it.
        self.bar = "open"

    # -- tokens -------------------------------------------------------------------

    @property
    def next(self) -> str:
        """The next token, empty at the end; words in \\text count as a sign of their own."""
        if self.place >= len(self.tokens):
            return ""
        token = self.tokens[self.place]
        return "\\text" if token.kind == "text" else token.text

    def take(self) -> Token:
        if self.place >= len(self.tokens):
            msg = "it ends where something should follow"
            raise ReadError(msg)
        self.place += 1
        return self.tokens[self.place - 1]

    def expect(self, text: str) -> None:
        found = self.take().text
        if found != text:
            msg = f"{text!r} was expected where {found!r} stands"
            raise ReadError(msg)

    # -- sums and products --------------------------------------------------------

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
        self.depth += 1
        if self.depth > DEEPEST:
            msg = f"it is nested deeper than {DEEPEST} times"
            raise ReadError(msg)
        terms = []
        sign = 1
        signed = self.next in _SIGNS
        if signed:
            sign = _SIGNS[self.take().text]
        terms.append((sign, self.product()))
        while self.next in _SIGNS:
            sign = _SIGNS[self.take().text]
            terms.append((sign, self.product()))
        self.depth -= 1
        if len(terms) == 1 and not (signed and terms[0][0] != 1):
            return terms[0][1]
        return Sum(tuple(terms))

    def ends(self) -> bool:
        """Whether a product ends here."""
        return self.next == "" or self.next in _STOPS or (self.next == "|" and self.bar == "close")

    def product(self) -> Tree:
        """Factors with or without dots, and slashes."""
        factors: list[Tree] = []
        while not self.ends():
            if self.next == r"\cdot":
                self.take()
                continue
            if self.next == "/":
                self.take()
                top = _product(factors)
                factors = [_quotient(top, _product(self.below()))]
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
        return _product(factors)

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
        token = self.tokens[self.place]
        return token.kind == "number" or token.text.isalpha() or token.text in _LETTERS | _ACCENTS

    # -- factors ------------------------------------------------------------------

    def powered(self) -> Tree:
        """A factor with its exponents."""
        base = self.primary()
        while self.next == "^":
            self.take()
            base = Power(base, self.script())
        return base

    def script(self) -> Tree:
        """What stands in braces, or the next token alone."""
        if self.next == "{":
            return self.inside("{")
        token = self.take()
        if token.kind == "number" and len(token.text) > 1:
            self.place -= 1
            self.tokens[self.place : self.place + 1] = [
                Token(digit, token.start, token.end, "number") for digit in token.text
            ]
            token = self.take()
        self.place -= 1
        return self.primary(scripts=False)

    def inside(self, opening: str) -> Tree:
        """The expression between ``opening`` and its closing sign."""
        self.expect(opening)
        outer, self.bar = self.bar, "open"
        tree = self.sum()
        self.bar = outer
        self.expect(_CLOSING[opening])
        return tree

    def primary(self, *, scripts: bool = True) -> Tree:
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
            return _fraction(self.script(), self.script())
        if text == r"\sqrt":
            return self.root()
        if text in _GREEDY or text in _TIGHT:
            return self.function(text)
        if text == r"\nabla":
            return self.nabla()
        if text == r"\partial":
            return Name(r"\partial")
        if text in _ACCENTS:
            return self.accented(text)
        if text in {r"\mathcal", r"\mathbf", r"\boldsymbol"}:
            self.expect("{")
            letter = self.take().text
            self.expect("}")
            if text != r"\mathcal":
                return self.decorated(Name(letter, accent=r"\vec"))
            return self.decorated(Name(rf"\mathcal{{{letter}}}"))
        if text in _LETTERS or (len(text) == 1 and text.isalpha()):
            return self.decorated(Name(text)) if scripts else Name(text)
        msg = f"{text!r} is outside the LaTeX that is read"
        raise ReadError(msg)

    def words(self, text: str, scripts: bool) -> Tree:
        meaning = PHRASES.get(text.strip())
        if meaning == "few":
            return Few()
        if meaning in {"curl", "div", "grad"}:
            return Operator(meaning)
        if meaning == "curl curl":
            return Product((Operator("curl"), Operator("curl")))
        if meaning == "grad div":
            return Product((Operator("grad"), Operator("div")))
        if meaning == "few units":
            name = PHRASES[text.strip().removeprefix("a few ")]
            return Product((Few(), Unit(name.removeprefix("unit "))))
        if meaning is not None and meaning.startswith("unit "):
            return Unit(meaning.removeprefix("unit "))
        if not scripts or not text.isalpha():
            msg = f"the words {text.strip()!r} stand in a formula"
            raise ReadError(msg)
        return self.decorated(Name(text))

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
        self.expect(_CLOSING[opening])
        only = items[0]
        return only if isinstance(only, BraKet) else Group(tuple(items))

    def absolute(self, closing: str) -> Tree:
        outer, self.bar = self.bar, "close"
        body = self.sum()
        self.bar = outer
        self.expect(closing)
        return Absolute(body)

    def at(self) -> Tree:
        """``\\left. f \\right|_a^b``."""
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
        """A point, perhaps approached from one side: ``\\ell-``."""
        if self.next != "{":
            return self.script()
        end = self.place
        while end < len(self.tokens) and self.tokens[end].text != "}":
            end += 1
        last = self.tokens[end - 1].text
        if end - self.place > 2 and last in {"+", "-"}:
            point = read(self.tokens[self.place + 1 : end - 1])
            self.place = end + 1
            return OneSided(point, _SIGNS[last])
        return self.inside("{")

    def root(self) -> Tree:
        degree = 2
        if self.next == "[":
            found = self.inside("[")
            if not isinstance(found, Number) or found.value.denominator != 1:
                msg = "the degree of a root is no natural number"
                raise ReadError(msg)
            degree = int(found.value)
        return Root(self.script(), degree)

    def function(self, name: str) -> Tree:
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
                factors = [_quotient(_product(factors), _product(self.below()))]
                continue
            factors.append(self.powered())
        return _product(factors)

    def nabla(self) -> Tree:
        if self.next == "^":
            self.take()
            if self.script() != Number(Fraction(2)):
                msg = "a power of nabla other than its square"
                raise ReadError(msg)
            return Operator("laplace")
        return Operator("nabla")

    def accented(self, accent: str) -> Tree:
        braced = self.next == "{"
        if braced:
            self.take()
        inner = self.primary(scripts=braced)
        if braced:
            self.expect("}")
        if not isinstance(inner, Name) or inner.accent:
            msg = f"{accent} over something that is no symbol"
            raise ReadError(msg)
        return self.decorated(Name(inner.base, inner.sub, inner.primes, accent))

    def decorated(self, name: Name) -> Tree:
        """The subscripts and primes of a symbol, in either order."""
        sub, primes = name.sub, name.primes
        while self.next in {"_", "'", "′"}:
            if self.take().text == "_":
                sub = sub + self.subscript()
            else:
                primes += 1
        return Name(name.base, sub, primes, name.accent)

    def subscript(self) -> tuple[str, ...]:
        """The tokens of a subscript, primes with the letters that they stand on."""
        if self.next != "{":
            return (self.take().text.removeprefix("\\") or "",)
        depth = 0
        found: list[str] = []
        while True:
            text = self.take().text
            if text == "{":
                depth += 1
            elif text == "}":
                depth -= 1
                if depth == 0:
                    return tuple(found)
            elif text in {"'", "′"} and found:
                found[-1] += "'"
            else:
                found.append(text.strip().removeprefix("\\"))

    # -- sums and integrals -------------------------------------------------------

    def limits(self) -> tuple[Tree | None, Tree | None]:
        low = high = None
        while self.next in {"_", "^"}:
            if self.take().text == "_":
                low = self.limit()
            else:
                high = self.limit()
        return low, high

    def limit(self) -> Tree:
        return self.inside("{") if self.next == "{" else self.script()

    def rest(self) -> list[Tree]:
        """The factors up to the end of the product, slashes among them done."""
        body = self.product()
        return list(body.factors) if isinstance(body, Product) else [body]

    def big_sum(self) -> Tree:
        self.take()
        index, high = self.limits()
        if high is not None:
            msg = "a sum with an upper limit"
            raise ReadError(msg)
        return BigSum(_product(self.rest()), index)

    def integral(self) -> Tree:
        self.take()
        low, high = self.limits()
        body, variable = differential(self.rest())
        return Integral(body, variable, low, high)


# -- what the pieces make together ------------------------------------------------------


def _product(factors: list[Tree]) -> Tree:
    if not factors:
        msg = "a factor is missing"
        raise ReadError(msg)
    flat: list[Tree] = []
    for factor in factors:
        flat.extend(factor.factors if isinstance(factor, Product) else (factor,))
    return flat[0] if len(flat) == 1 else Product(tuple(flat))


def _quotient(top: Tree, bottom: Tree) -> Tree:
    return _fraction(top, bottom)


def _fraction(top: Tree, bottom: Tree) -> Tree:
    """A fraction, or the derivative that it stands for."""
    below = _of_d(bottom)
    above = _of_d(top)
    if below is None or above is None or above[0] != below[0]:
        return Quotient(top, bottom)
    variable, order = _raised(below[1])
    body = above[1]
    if order != above[2] or variable is None:
        return Quotient(top, bottom)
    return Derivative(body, variable, order)


def _of_d(tree: Tree) -> tuple[str, Tree | None, int] | None:
    """A product that begins with d or ∂: the sign, what follows it, and its power."""
    first, *others = tree.factors if isinstance(tree, Product) else (tree,)
    order = 1
    if isinstance(first, Power) and isinstance(first.exponent, Number):
        order, first = int(first.exponent.value), first.base
    if first not in {Name("d"), Name(r"\partial")} or not isinstance(first, Name):
        return None
    return first.base, (_product(list(others)) if others else None), order


def _raised(tree: Tree | None) -> tuple[Tree | None, int]:
    """A variable of differentiation, and how often."""
    if isinstance(tree, Power) and isinstance(tree.exponent, Number):
        return tree.base, int(tree.exponent.value)
    return (tree, 1) if isinstance(tree, Name) else (None, 1)


def differential(factors: list[Tree]) -> tuple[Tree, Tree]:
    """What is integrated and over what: the last ``d x`` among the factors, or in a fraction.

    Raises ``ReadError`` if there is none.
    """
    for place in range(len(factors) - 2, -1, -1):
        if factors[place] == Name("d") and isinstance(factors[place + 1], Name):
            others = factors[:place] + factors[place + 2 :]
            return (_product(others) if others else Number(Fraction(1))), factors[place + 1]
    for place, factor in enumerate(factors):
        if isinstance(factor, Quotient):
            top = factor.top.factors if isinstance(factor.top, Product) else (factor.top,)
            try:
                above, variable = differential(list(top))
            except ReadError:
                continue
            inside = Quotient(above, factor.bottom)
            return _product([*factors[:place], inside, *factors[place + 1 :]]), variable
    msg = "an integral without the d that says over what"
    raise ReadError(msg)
