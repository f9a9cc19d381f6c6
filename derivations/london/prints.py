"""How the print is to be read where it says less than the relations."""

from __future__ import annotations

from ..expression import curl
from .chapter2 import A_THERE, AHEAD, J_THERE, NORMAL, at, at_surface
from .chapter3 import A_W, B_W, j_W
from .notation import A, B, chi, ell, paper, s, space, t, u, way

P = paper.prints
P.strict = True

P.line(
    "along the way",
    where={
        r"\chi(\vec{r})": chi(*way, t),
        r"\frac{d\vec{r}}{ds}": AHEAD,
        r"\vec{A}": A_THERE,
        r"\vec{j}": J_THERE,
    },
)
P.line(
    "surface",
    where={
        r"\vec{P}(1, s)": at(1, s),
        r"\vec{r}(s)": way,
        r"\vec{P}(0, s)": at(0, s),
        r"\vec{P}(0, 0)": at(0, 0),
        r"\vec{P}(u, \ell)": at(u, ell),
        r"\vec{P}(u, 0)": at(u, 0),
    },
)
P.line("flux", where={r"\vec{B}": at_surface(B), r"\vec{N}": NORMAL})
P.line(
    "flux of a curl",
    where={
        r"\vec{B}": at_surface(B),
        r"\vec{C}": at_surface(curl(A, space)),
        r"\vec{N}": NORMAL,
    },
    apart={r"\vec{C} = \text{curl } \vec{A}": "it says what C is"},
)
P.line("units without 4π", where={r"\vec{A}_W": A_W, r"\vec{B}_W": B_W, r"\vec{j}_W": j_W})

# What no formula prints.
P.words({"6": 2, "Stokes": 1})
