"""Pairs carry the current: charge 2e, mass 2m, and half as many carriers."""

from __future__ import annotations

from sympy import pi, sqrt

from ...dimension import FIELD, LENGTH
from ...expression import Total, Vector
from ...relation import Equal, about
from ...revision import Revision
from ...rules import by, definition, here, law
from ..notation import c, e, hbar, m, n
from ..notation7 import A, e_H, electrons, i_e, k_at, p_of, v_at

revision = Revision(
    "pairs",
    "Pairs carry the current",
    "Chapter VII sums over electrons of charge e and mass m. Here it sums over pairs, of charge "
    "2e and mass 2m, of which there are n/2 in the unit of volume. The current, its kinetic "
    "energy and the penetration length stay the same; what sees the charge or the mass of a "
    "single carrier does not, and neither would the quantum of flux.",
)
for _line in ("velocity in a field", "30", "32", "33", "gauge", "surplus energy"):
    revision.put(e_H, 2 * e_H, _line)
    revision.put(m, 2 * m, _line)
    revision.put(n, n / 2, _line)
revision.count(electrons, n / 2)

_shifted = p_of + A * (2 * e_H / c)
revision.replace(
    "ordinary metal",
    states=[
        (
            Equal(
                Total(k_at(_shifted), i_e, electrons),
                Total(p_of.dot(p_of), i_e, electrons) / (4 * m),
            ),
            by("30"),
        ),
        (
            Equal(v_at(_shifted).map(lambda part: Total(part, i_e, electrons)), Vector([0, 0, 0])),
            by("31", "zero momentum"),
        ),
    ],
    note="What is said there of single charges, said of pairs.",
)

_N = revision.notation
Phi_1 = _N.quantity(
    "Phi_1", FIELD * LENGTH**2, "quantum of flux of single electrons", latex=r"\Phi_1"
)
Phi_2 = _N.quantity("Phi_2", FIELD * LENGTH**2, "quantum of flux of pairs", latex=r"\Phi_2")
Phi_G = _N.quantity(
    "Phi_G",
    FIELD * LENGTH**2,
    "quantum of flux of pairs, in gauss cm²",
    latex=r"\Phi_2^{G}",
    unit="gauss*cm**2",
)

revision.line(
    "quantum of flux",
    states=[
        (
            Equal(Phi_1, 2 * pi * hbar * c / e_H),
            law("round a ring the phase of single charges e changes by a multiple of 2π"),
        ),
        (
            Equal(Phi_2, 2 * pi * hbar * c / (2 * e_H)),
            law("round a ring the phase of charges 2e changes by a multiple of 2π"),
        ),
        (Equal(Phi_2, Phi_1 / 2), here),
    ],
)
revision.line(
    "quantum of flux in gauss",
    states=[
        (
            Equal(Phi_G, sqrt(4 * pi) * Phi_2),
            definition(Phi_G, because="a field in gauss is √(4π) times one in curl B = j/c"),
        ),
        (Equal(Phi_G, pi * hbar * c / e), by("quantum of flux", "Heaviside–Lorentz", here)),
        (
            about(pi * hbar * c / e * 10**7, "2.07", "gauss*cm**2"),
            by("constants"),
        ),
    ],
)
