"""V. F. Weisskopf, *The formation of Cooper pairs and the nature of superconducting currents*.

CERN 79-12, 1979.  One module a chapter, in the paper's order, to be read beside it.
"""

from . import chapter2, chapter3
from .notation import paper

__all__ = ["chapter2", "chapter3", "paper"]
