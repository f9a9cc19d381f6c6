"""The London equations and the quantum of flux, in the standard modern form.

F. London and H. London, Proc. R. Soc. Lond. A 149, 71 (1935); F. London, *Superfluids*,
vol. I (Wiley, New York, 1950); with pairs, as in any modern textbook.  Gaussian units.
The formulas are put down in the order of the argument, and not quoted.  The last chapter
compares them with chapter VII of `weisskopf1979`.
"""

from . import chapter1, chapter2, chapter3, prints  # noqa: F401  # isort: skip_file
from .notation import paper

__all__ = ["paper"]

paper.result("a superconductor keeps a field out, but for a layer", "5", "6", "7")
paper.result("flux comes in quanta of hc/2e", "14", "15", "16")
paper.result("the penetration depth is that of Weisskopf's (33)", "17", "18", "19")
