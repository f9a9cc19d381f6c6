"""Appendix I: electrons that run one behind the other."""

from __future__ import annotations

from ..relation import Equal, Rough, Semiquantitative
from ..rules import (
    assumption,
    by,
    definition,
    here,
    model,
)
from .notation import U, beta, d, ell, p_F, paper
from .notation_appendix import (
    P_pair,
    U_av,
    p_first,
    p_second,
)

chapter = paper.chapter(
    "Appendix I",
    "Electrons that run one behind the other",
    "Two electrons with the same direction meet in each other's tube only as long as their "
    "relative motion keeps to that direction, so that on the average the tube hardly binds them.",
)

chapter.text(
    "parallel electrons",
    printed=r"P \sim 2p_F",
    states=[
        (Equal(P_pair, p_first + p_second), definition(P_pair)),
        (
            Equal(p_first, p_F),
            model("on top of the Fermi distribution"),
        ),
        (Equal(p_second, p_F), model("running almost in the same direction")),
        (Equal(P_pair, 2 * p_F), here),
    ],
)

chapter.assumption(
    "angular average",
    printed=r"\bar U = \frac{d^2}{\ell^2} U",
    states=[Equal(U_av, U * d**2 / ell**2), Semiquantitative()],
    follows=assumption(
        "a rough estimate: seen over its length ℓ, a tube of width d covers d²/ℓ² of the directions"
    ),
)

chapter.text(
    "factor in the exponent",
    printed=r"U = \frac{\ell^2}{d^2} \bar U, \quad \frac{\ell^2}{d^2} = \beta^2",
    states=[
        (Equal(U, ell**2 / d**2 * U_av), by("angular average")),
        (Rough(ell**2 / d**2, beta**2), by("angular average", "6")),
    ],
    note="The exponent of (23) is the inverse of B, which is proportional to the potential.",
)
