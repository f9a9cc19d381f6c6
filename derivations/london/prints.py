"""How the print is to be read where it says less than the relations."""

from __future__ import annotations

from .chapter2 import A_THERE, AHEAD, J_THERE
from .chapter3 import A_W, B_W, j_W
from .notation import chi, paper, t_0, way

P = paper.prints
P.strict = True

P.line(
    "along the way",
    where={
        r"\chi(\vec{r})": chi(*way, t_0),
        r"\frac{d\vec{r}}{ds}": AHEAD,
        r"\vec{A}": A_THERE,
        r"\vec{j}": J_THERE,
    },
)
P.line("units without 4π", where={r"\vec{A}_W": A_W, r"\vec{B}_W": B_W, r"\vec{j}_W": j_W})

# What no formula prints.
P.words({"6": 2})
