"""Mark the symbols in a formula's LaTeX with the quantities that they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping

_COMMAND = re.compile(r"\\[A-Za-z]+|\\.")
#: Commands whose argument is no mathematics.
_WORDS = {r"\text", r"\mathrm", r"\begin", r"\end", r"\operatorname", r"\label", r"\textrm"}


def annotated(latex: str, names: Mapping[str, str]) -> str:
    r"""``latex`` with each symbol among ``names`` marked; these map LaTeX to a name.

    >>> annotated(r"\delta \sim \frac{d}{v_e}", {r"\delta": "delta", "d": "d", "v_e": "v_e"})
    '{\\data{q=delta}{\\delta}} \\sim \\frac{{\\data{q=d}{d}}}{{\\data{q=v_e}{v_e}}}'
    >>> annotated(r"x_d \text{ and d}", {"d": "d"})
    'x_d \\text{ and d}'
    """
    ordered = sorted((key for key in names if key), key=len, reverse=True)
    found: list[str] = []
    position = 0
    while position < len(latex):
        symbol = next((key for key in ordered if _stands(latex, position, key)), None)
        if symbol is not None:
            found.append(rf"{{\data{{q={names[symbol]}}}{{{symbol}}}}}")
            position += len(symbol)
            continue
        end = _token(latex, position)
        if latex[position] == "_" or latex[position:end] in _WORDS:
            end = _argument(latex, end)
        found.append(latex[position:end])
        position = end
    return "".join(found)


def _stands(latex: str, position: int, key: str) -> bool:
    """Whether the symbol ``key`` stands here, and is not the beginning of something longer."""
    if not latex.startswith(key, position):
        return False
    after = latex[position + len(key) :]
    if re.search(r"\\[A-Za-z]+$", key) and after[:1].isalpha():
        return False
    return not after.startswith(("_", "'"))


def _token(latex: str, position: int) -> int:
    command = _COMMAND.match(latex, position)
    return command.end() if command else position + 1


def _argument(latex: str, position: int) -> int:
    """The end of the argument that begins here."""
    while position < len(latex) and latex[position] == " ":
        position += 1
    if position >= len(latex) or latex[position] != "{":
        return _token(latex, position) if position < len(latex) else position
    depth = 0
    for end in range(position, len(latex)):
        depth += {"{": 1, "}": -1}.get(latex[end], 0)
        if depth == 0:
            return end + 1
    return len(latex)
