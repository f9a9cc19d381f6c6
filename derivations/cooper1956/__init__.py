"""L. N. Cooper, *Bound electron pairs in a degenerate Fermi gas*, in the standard modern form.

Phys. Rev. 104, 1189 (1956).  The formulas are those of any modern textbook, put down in the
order of the argument, and not quoted.  The last chapter compares them with chapter IV of
`weisskopf1979`.
"""

from . import chapter1, chapter2, chapter3, prints  # noqa: F401  # isort: skip_file
from .notation import paper

__all__ = ["paper"]

paper.result(
    "above a filled sea a pair is bound, however weak the attraction", "8", "any attraction binds"
)
paper.result("without a sea a weak attraction binds no pair", "12", "13")
paper.result("the binding energy is twice that of Weisskopf's (23)", "16", "18")
