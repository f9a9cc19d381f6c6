"""How the print is to be read where it says less than the relations."""

from __future__ import annotations

from .chapter3 import DENSITY_W
from .notation import paper

P = paper.prints
P.strict = True

P.line("same attraction", where={r"\frac{d\mathcal{N}_W}{d\epsilon_W}": DENSITY_W})
