"""V. F. Weisskopf, *The formation of Cooper pairs and the nature of superconducting currents*.

CERN 79-12, 1979.  One module or two a chapter, in the paper's order, to be read beside it.
"""

from . import (  # isort: skip_file
    chapter2,
    chapter3,
    chapter4,
    chapter4_element,
    chapter4_binding,
    chapter4_gap,
    chapter4_wells,
    chapter5,
    chapter6,
    chapter7,
    chapter7_wire,
    appendix,
)
from .notation import paper

__all__ = ["paper"]
