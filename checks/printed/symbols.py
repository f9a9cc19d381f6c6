"""Read symbols: letters with accents, subscripts and primes, and words that mean something."""

from __future__ import annotations

from .cursor import Cursor
from .tokens import ReadError
from .tree import Few, Name, Operator, Product, Tree, Unit
from .words import PHRASES

#: Accents over a letter.
ACCENTS = frozenset({r"\vec", r"\bar", r"\dot", r"\ddot", r"\hat", r"\tilde"})
#: Letters that are commands.
LETTERS = frozenset(
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


class Symbols(Cursor):
    """Reads single symbols."""

    def words(self, text: str, scripts: bool) -> Tree:
        r"""What words in \text mean; a single word may be a name."""
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

    def accented(self, accent: str) -> Tree:
        """A letter under an accent."""
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

    def primary(self, *, scripts: bool = True) -> Tree:
        """A factor without exponents."""
        raise NotImplementedError
