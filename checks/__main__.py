"""``python -m checks`` is the command ``derivations``."""

from .cli import program

program()
