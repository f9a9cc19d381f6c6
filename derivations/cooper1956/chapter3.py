"""III. Compared with chapter IV of Weisskopf: (15) to (18)."""

from __future__ import annotations

from sympy import Subs, exp, pi

from .. import weisskopf1979
from ..relation import Equal, LeadingOrder
from ..rules import assumption, by, model
from ..weisskopf1979 import notation as theirs
from ..weisskopf1979 import notation4 as theirs4
from .notation import N_0, V_0, Delta, hbar, omega_D, paper

#: Weisskopf's paper: what he calls Δ is W(Δ), and his (23) is the line W:23.
W = paper.cites(weisskopf1979.paper, "W")

chapter = paper.chapter(
    "III",
    "Compared with Weisskopf",
    "Weisskopf counts the energy of the pair, and lets it reach ħω_D, where here each of the two "
    "electrons may have that much. His B is then half of N₀V₀, the exponentials are the same, "
    "and his binding energy is half of the one found here.",
)

chapter.assumption(
    "same metal",
    printed=r"\hbar_W = \hbar, \quad \omega_{D,W} = \omega_D",
    states=[Equal(W(theirs.hbar), hbar), Equal(W(theirs.omega_D), omega_D)],
    follows=assumption("both speak of the same metal"),
)

DENSITY_W = W(
    Subs(theirs4.N_e(theirs4.epsilon_any).diff(theirs4.epsilon_any), theirs4.epsilon_any, 0)
)

chapter.assumption(
    "same attraction",
    printed=r"-(\epsilon|V|\epsilon')_{W} \frac{d\mathcal{N}_W}{d\epsilon_W} = \frac{1}{2} V_0 N_0",
    states=[Equal(-W(theirs4.V_S) * DENSITY_W, V_0 * N_0 / 2)],
    follows=model(
        "what a state feels of all others: matrix element times density of states, per unit of "
        "the pair's energy there, which is twice that of an electron here"
    ),
)

chapter.equation(
    "15",
    printed=r"B_W = \frac{1}{2} N_0 V_0",
    states=[Equal(W(theirs4.B_c), N_0 * V_0 / 2)],
    follows=by("same attraction", "W:coupling", "W:density of states"),
)

chapter.equation(
    "16",
    printed=r"\Delta = 2 \Delta_W",
    states=[Equal(Delta, 2 * W(theirs4.Delta))],
    follows=by("8", "15", "same metal", "W:exact binding energy"),
    note="For any attraction, weak or not: a pair here may have the energy 2ħω_D, one of his "
    "only ηħω_D with η = 1.",
)

_EXPONENT = W(theirs4.xi * 2 * pi * theirs4.epsilon_F / (theirs.e**2 / theirs.d))

chapter.equation(
    "17",
    printed=r"\xi_W \frac{2\pi\epsilon_{F,W}}{e_W^2/d_W} = \frac{2}{N_0V_0}",
    states=[Equal(_EXPONENT, 2 / (N_0 * V_0))],
    follows=by("15", "W:exponent"),
    note="The exponent of Weisskopf's (23) is that of (9).",
)

chapter.equation(
    "18",
    printed=r"\Delta \simeq 2 \hbar_W \omega_{D,W} \exp \left( -\xi_W "
    r"\frac{2\pi\epsilon_{F,W}}{e_W^2/d_W} \right) = 2 \Delta_W",
    states=[
        (
            LeadingOrder(Delta, 2 * W(theirs.hbar * theirs.omega_D) * exp(-_EXPONENT), V_0),
            by("9", "17", "same metal"),
        ),
        (
            Equal(2 * W(theirs.hbar * theirs.omega_D) * exp(-_EXPONENT), 2 * W(theirs4.Delta)),
            by("W:23"),
        ),
    ],
    note="By way of the two leading orders, the same factor 2.",
)
