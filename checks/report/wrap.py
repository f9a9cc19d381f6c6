"""Break a long relation where a reader would: before its signs."""

from __future__ import annotations

import re
import textwrap
from unicodedata import combining

_SIGN = re.compile(r" (?=(?:~|=|≃|→|∈|≈|<|≪|≠|≙|is|if|for|given) )")
_TERM = re.compile(r" (?=[+−] )")
_FACTOR = re.compile(r"(?<=·)|(?<=,) ?")
_INDENT = "  "


def padded(text: str, width: int) -> str:
    """``text`` filled up to ``width``; accents that combine with a letter have no width.

    >>> padded("h̅", 3) + "|"
    'h̅  |'
    """
    return text + " " * (width - sum(not combining(character) for character in text))


def relation(text: str, width: int | None) -> list[str]:
    """``text`` in lines of at most ``width`` characters, the later ones indented.

    Breaks come before the signs of the relation if they can, else before + and −, else
    after a factor; ``None`` is for as wide as it takes.

    >>> relation("δ ~ d/v_e·e²/d² ~ √(m/M)·d ~ d/β", 18)
    ['δ ~ d/v_e·e²/d²', '  ~ √(m/M)·d ~ d/β']
    """
    if width is None or len(text) <= width:
        return [text]
    return _filled(text, width, (_SIGN, _TERM, _FACTOR))


def _filled(text: str, width: int, breaks: tuple[re.Pattern[str], ...]) -> list[str]:
    if not breaks:
        return textwrap.wrap(text, width, subsequent_indent=_INDENT) or [text]
    here, finer = breaks[0], breaks[1:]
    lines = [""]
    for piece in here.split(text):
        joint = "" if not lines[-1].strip() or here is _FACTOR else " "
        if len(lines[-1]) + len(joint) + len(piece) <= width:
            lines[-1] += joint + piece
            continue
        if lines[-1].strip():
            lines.append(_INDENT)
        first, *rest = (
            _filled(piece, width - len(_INDENT), finer) if _long(piece, width) else [piece]
        )
        lines[-1] += first
        lines.extend(_INDENT + line.removeprefix(_INDENT) for line in rest)
    return lines


def _long(piece: str, width: int) -> bool:
    return len(piece) > width - len(_INDENT)


def verdict(text: str, width: int) -> list[str]:
    """A verdict of which words and detail fit, on one line if it can be and else on two.

    >>> verdict("proved up to a factor: c·f/(a·b)", 24)
    ['proved up to a factor:', '  c·f/(a·b)']
    """
    words, _, detail = text.partition(": ")
    return [text] if len(text) <= width else [f"{words}:", _INDENT + detail]


def prose(text: str, width: int | None) -> list[str]:
    """A sentence in lines of at most ``width`` characters."""
    return [text] if width is None else textwrap.wrap(text, max(width, 20)) or [""]
