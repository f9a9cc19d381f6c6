"""Mark the symbols in a formula's LaTeX with the quantities that they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

#: Commands whose argument is no mathematics.
_WORDS = {r"\text", r"\mathrm", r"\begin", r"\end", r"\operatorname", r"\label", r"\textrm"}
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|.", re.DOTALL)
_SPACES = re.compile(" *")
#: What takes what stands before it, as a script does.
_TAKES = re.compile(r"\s*[_^']")
#: After these no command waits for an argument.
_FREE = set("{([|+-=<>,;:&/*")


def annotated(latex: str, names: Mapping[str, str]) -> str:
    r"""``latex`` with each symbol among ``names`` marked; these map LaTeX to a name.

    A mark stands in braces only where it is, or has, a script, or may be an argument: each
    pair of braces takes as long to typeset as the symbol.

    >>> annotated(r"\delta \sim \frac{d}{v_e^2}", {r"\delta": "delta", "d": "d", "v_e": "v_e"})
    '\\data{q=delta}{\\delta} \\sim \\frac{\\data{q=d}{d}}{{\\data{q=v_e}{v_e}}^2}'
    >>> annotated(r"\hat d", {"d": "d"})
    '\\hat {\\data{q=d}{d}}'
    >>> annotated(r"x_d \text{ and d}", {"d": "d"})
    'x_d \\text{ and d}'
    """
    return _annotated(latex, tuple(sorted((key, name) for key, name in names.items() if key)))


@cache
def _annotated(latex: str, pairs: tuple[tuple[str, str], ...]) -> str:
    names = dict(pairs)
    symbol = _symbol(tuple(names))
    found: list[str] = []
    position, free = 0, True
    while position < len(latex):
        here = symbol.match(latex, position) if symbol else None
        if here is not None:
            position = here.end()
            marked = rf"\data{{q={names[here[0]]}}}{{{here[0]}}}"
            bare = free and not _TAKES.match(latex, position)
            found.append(marked if bare else f"{{{marked}}}")
            continue
        end = _token(latex, position)
        token = latex[position:end]
        if token == "_" or token in _WORDS:
            end = _argument(latex, end)
        free = token in _FREE or (free and token.isspace())
        found.append(latex[position:end])
        position = end
    return "".join(found)


@cache
def _symbol(keys: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of the symbols, the longest first, where it is not the beginning of something longer."""
    if not keys:
        return None
    forms = [
        re.escape(key) + (r"(?![^\W\d_])" if re.search(r"\\[A-Za-z]+$", key) else "")
        for key in sorted(keys, key=len, reverse=True)
    ]
    return re.compile(rf"(?:{'|'.join(forms)})(?![_'])")


def _token(latex: str, position: int) -> int:
    found = _TOKEN.match(latex, position)
    return found.end() if found else position


def _argument(latex: str, position: int) -> int:
    """The end of the argument that begins here."""
    spaces = _SPACES.match(latex, position)
    position = spaces.end() if spaces else position
    if latex[position : position + 1] != "{":
        return _token(latex, position)
    depth = 0
    for end in range(position, len(latex)):
        depth += {"{": 1, "}": -1}.get(latex[end], 0)
        if depth == 0:
            return end + 1
    return len(latex)
