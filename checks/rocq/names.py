"""Identifiers of Rocq for what a paper names: readable, without collisions, never reserved."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable

#: What the exported statements and scripts mean by these words must not be hidden.
_RESERVED = frozenset(
    """
    Axiom C Cmult Cplus Definition E End Fail INR IZR Import In Lemma Ltac N O PI Proof Prop
    Q Qed R Rabs Rpower S Set Theorem Timeout Type U Z above among as at below by cexp cofix
    conj cos do else end exists exists2 exp field fix for forall fun here if in inside
    integrable integral is_derive let lia ln lra match mod nat nra pow return ring sin sqrt
    struct tan then total using weighted where whole with
    """.split()  # noqa: SIM905 - a list of as many words does not fit a screen
)


def identifier(name: str) -> str:
    """``name`` in letters, digits and underscores, beginning with a letter.

    Greek letters and other marks are spelled by what Unicode calls them.

    >>> identifier("omega_D"), identifier("p′_x"), identifier("3a"), identifier("R")
    ('omega_D', 'p_prime__x', 'v_3a', 'v_R')
    >>> identifier("(* no *) Admitted.")
    'left_parenthesis__asterisk__no__asterisk__right_parenthesis__Admitted_full_stop'
    """
    spelled = "".join(
        character
        if character.isascii() and (character.isalnum() or character == "_")
        else "_"
        if character.isspace()
        else _spelled(character)
        for character in name
    )
    spelled = re.sub(r"_{3,}", "__", spelled).strip("_")
    if spelled in _RESERVED or not spelled[:1].isalpha():
        spelled = f"v_{spelled}"
    return spelled


def _spelled(character: str) -> str:
    called = unicodedata.name(character, f"u{ord(character):04x}").lower()
    greek = re.fullmatch(r"greek small letter (\w+)", called)
    word = greek[1] if greek else re.sub(r"\W", "_", called)
    return word if greek else f"_{word}_"


class Names:
    """The identifiers of one theorem; each thing keeps its own."""

    def __init__(self) -> None:
        self._of: dict[Hashable, str] = {}
        self._taken: set[str] = set()

    def name(self, thing: Hashable, wanted: str) -> str:
        """The identifier of ``thing``: what it ``wanted``, with a number if that is taken.

        >>> names = Names()
        >>> names.name("first", "x'"), names.name("second", "x'"), names.name("first", "x'")
        ('x_apostrophe', 'x_apostrophe_2', 'x_apostrophe')
        """
        if thing not in self._of:
            plain = found = identifier(wanted)
            number = 1
            while found in self._taken:
                number += 1
                found = f"{plain}_{number}"
            self._taken.add(found)
            self._of[thing] = found
        return self._of[thing]
