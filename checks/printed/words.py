"""Words that mean something inside a formula, and how prose is told from formulas."""

from __future__ import annotations

import re

#: A phrase in \\text: an operator, a unit, "a few", or "to" between numbers.
PHRASES = {
    "curl": "curl",
    "div": "div",
    "grad": "grad",
    "curl curl": "curl curl",
    "grad div": "grad div",
    "to": "to",
    "a few": "few",
    "a few degrees": "few units",
    "a few electron volts": "few units",
    "degrees": "unit K",
    "electron volts": "unit eV",
    "G": "unit gauss",
    "gauss": "unit gauss",
    "K": "unit K",
    **{name: f"unit {name}" for name in ("eV", "meV", "keV", "cm", "m", "mm", "nm", "g", "s")},
    **{name: f"unit {name}" for name in ("erg", "angstrom", "kg", "km", "Hz", "J")},
}

#: Words with which a condition begins.
CONDITIONS = ("for", "at", "since", "if", "when", "where", "with")

_WORD = re.compile(r"[A-Za-z]{3,}")


def is_prose(printed: str) -> bool:
    """Whether ``printed`` is plain words: no command, no relation sign, words of three letters.

    >>> is_prose("it reaches the ground after a time T"), is_prose("v = gt")
    (True, False)
    """
    return not re.search(r"[\\=<>^_]", printed) and len(_WORD.findall(printed)) >= 2


def labels_in(printed: str) -> frozenset[str]:
    """The equations that a text refers to.

    >>> sorted(labels_in("According to Eq. (9a) and Eq. (22)"))
    ['22', '9a']
    """
    return frozenset(re.findall(r"\((\w+)\)", printed))
