"""What can be wrong with a paper's encoding, told to the person who wrote it."""

from __future__ import annotations


class PaperError(Exception):
    """An encoding that cannot be checked: says what, where, and what to do.

    ``place`` is the file and line, or the label, that the sentence is about.
    """

    def __init__(self, message: str, place: str = "") -> None:
        self.message = message
        self.place = place
        super().__init__(f"{place}: {message}" if place else message)
