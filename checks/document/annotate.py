"""Mark the symbols in a formula's LaTeX with the quantities that they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

#: Commands whose argument is no mathematics.
_WORDS = {r"\text", r"\mathrm", r"\begin", r"\end", r"\operatorname", r"\label", r"\textrm"}
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|.", re.DOTALL)
_SPACES = re.compile(" *")


def annotated(latex: str, names: Mapping[str, str]) -> str:
    r"""``latex`` with each symbol among ``names`` marked; these map LaTeX to a name.

    >>> annotated(r"\delta \sim \frac{d}{v_e}", {r"\delta": "delta", "d": "d", "v_e": "v_e"})
    '{\\data{q=delta}{\\delta}} \\sim \\frac{{\\data{q=d}{d}}}{{\\data{q=v_e}{v_e}}}'
    >>> annotated(r"x_d \text{ and d}", {"d": "d"})
    'x_d \\text{ and d}'
    """
    return _annotated(latex, tuple(sorted((key, name) for key, name in names.items() if key)))


@cache
def _annotated(latex: str, pairs: tuple[tuple[str, str], ...]) -> str:
    names = dict(pairs)
    symbol = _symbol(tuple(names))
    found: list[str] = []
    position = 0
    while position < len(latex):
        here = symbol.match(latex, position) if symbol else None
        if here is not None:
            found.append(rf"{{\data{{q={names[here[0]]}}}{{{here[0]}}}}}")
            position = here.end()
            continue
        end = _token(latex, position)
        if latex[position] == "_" or latex[position:end] in _WORDS:
            end = _argument(latex, end)
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
