"""II. One wave for all pairs, and the quantum of flux: (8) to (16)."""

from __future__ import annotations

from sympy import Integral, cos, pi, sin, sqrt

from ..expression import Vector, curl, gradient, substitute
from ..relation import Equal, about
from ..rules import (
    antiderivative,
    assumption,
    both_sides,
    by,
    curl_of,
    definition,
    here,
    instance,
    integral,
    law,
    model,
)
from .notation import (
    A,
    A_new,
    A_s,
    B,
    M,
    Phi,
    Phi_0,
    c,
    chi,
    chi_new,
    chi_s,
    e,
    ell,
    eta,
    hbar,
    j,
    j_s,
    lambda_L,
    m,
    n,
    n_p,
    n_s,
    paper,
    psi_i,
    psi_r,
    q,
    s,
    space,
    t,
    t_0,
    way,
)

chapter = paper.chapter(
    "II",
    "Pairs and the quantum of flux",
    "All pairs are in one state, whose wave function has one phase. Its gradient is the "
    "momentum of a pair; London's postulate is that the phase does not curl, and that it comes "
    "back to itself around a hole quantises the flux.",
)

_PHASE = chi(*space, t)
_REAL, _IMAGINARY = psi_r(*space, t), psi_i(*space, t)

chapter.assumption(
    "pairs",
    printed=r"q = -2e, \quad M = 2m, \quad n_p = \frac{1}{2} n_s",
    states=[Equal(q, -2 * e), Equal(M, 2 * m), Equal(n_p, n_s / 2)],
    follows=model("the superconducting electrons go in pairs"),
)

chapter.equation(
    "8",
    printed=r"\psi_r = \sqrt{n_p} \cos \chi, \quad \psi_i = \sqrt{n_p} \sin \chi",
    states=[
        Equal(_REAL, sqrt(n_p) * cos(_PHASE)),
        Equal(_IMAGINARY, sqrt(n_p) * sin(_PHASE)),
    ],
    follows=definition(psi_r, psi_i, chi),
    note="Real and imaginary part of the one wave function of all pairs: the pairs are equally "
    "dense everywhere, and only the phase is left free.",
)

chapter.equation(
    "9",
    printed=r"\vec{j} = \frac{q}{M} \left[ \hbar \left( \psi_r \nabla \psi_i - \psi_i \nabla "
    r"\psi_r \right) - \frac{q}{c} \left( \psi_r^2 + \psi_i^2 \right) \vec{A} \right]",
    states=[
        Equal(
            j,
            (
                (gradient(_IMAGINARY, space) * _REAL - gradient(_REAL, space) * _IMAGINARY) * hbar
                - A * (q / c * (_REAL**2 + _IMAGINARY**2))
            )
            * (q / M),
        )
    ],
    follows=law("the current of a charged particle's wave function in a vector potential"),
)

chapter.equation(
    "10",
    printed=r"\vec{j} = \frac{q n_p}{M} \left( \hbar \nabla \chi - \frac{q}{c} \vec{A} \right)",
    states=[Equal(j, (gradient(_PHASE, space) * hbar - A * (q / c)) * (q * n_p / M))],
    follows=by("8", "9"),
)

chapter.assumption(
    "potential",
    printed=r"\text{curl } \vec{A} = \vec{B}",
    states=[Equal(curl(A, space), B)],
    follows=definition(),
)

chapter.text(
    "postulate",
    printed=r"\text{curl } \vec{j} = -\frac{n_s e^2}{mc} \vec{B}",
    states=[Equal(curl(j, space), B * (-n_s * e**2 / (m * c)))],
    follows=by(curl_of("10", space), "potential", "pairs"),
    note="What (3) postulates follows, since a gradient has no curl.",
)

chapter.text(
    "depth of pairs",
    printed=r"\lambda^2 = \frac{M c^2}{4\pi n_p q^2}",
    states=[Equal(lambda_L**2, M * c**2 / (4 * pi * n_p * q**2))],
    follows=by("4", "pairs"),
    note="The penetration depth does not tell pairs from single electrons.",
)

_ETA = eta(*space, t)

chapter.assumption(
    "other gauge",
    printed=r"\vec{A}' = \vec{A} + \nabla \eta, \quad \chi' = \chi + \frac{q}{\hbar c} \eta",
    states=[
        Equal(A_new, A + gradient(_ETA, space)),
        Equal(chi_new(*space, t), _PHASE + q / (hbar * c) * _ETA),
    ],
    follows=definition(chi_new),
)

chapter.text(
    "change of gauge",
    printed=r"\hbar \nabla \chi' - \frac{q}{c} \vec{A}' = \hbar \nabla \chi - \frac{q}{c} \vec{A}",
    states=[
        Equal(
            gradient(chi_new(*space, t), space) * hbar - A_new * (q / c),
            gradient(_PHASE, space) * hbar - A * (q / c),
        )
    ],
    follows=by("other gauge"),
    note="The current (10) is the same in every gauge.",
)

chapter.assumption(
    "London gauge",
    printed=r"\nabla \chi = 0",
    states=[Equal(gradient(_PHASE, space), Vector([0, 0, 0]))],
    follows=assumption("in a body without holes a change of gauge can make the phase uniform"),
)

chapter.equation(
    "11",
    printed=r"\vec{j} = -\frac{n_s e^2}{mc} \vec{A} = -\frac{c}{4\pi\lambda^2} \vec{A}",
    states=[
        (Equal(j, A * (-n_s * e**2 / (m * c))), by("10", "London gauge", "pairs")),
        (Equal(A * (-n_s * e**2 / (m * c)), A * (-c / (4 * pi * lambda_L**2))), by("4")),
    ],
)


_WAY = {**dict(zip(space, way, strict=True)), t: t_0}
#: How the way goes on, and the fields on it.
AHEAD = way.map(lambda part: part.diff(s))
A_THERE, J_THERE = (field.map(lambda part: substitute(part, _WAY)) for field in (A, j))

chapter.assumption(
    "along the way",
    printed=r"\chi_s = \chi(\vec{r}), \quad A_s = \vec{A} \cdot \frac{d\vec{r}}{ds}, \quad "
    r"j_s = \vec{j} \cdot \frac{d\vec{r}}{ds}",
    states=[
        Equal(chi_s(s), chi(*way, t_0)),
        Equal(A_s(s), A_THERE.dot(AHEAD)),
        Equal(j_s(s), J_THERE.dot(AHEAD)),
    ],
    follows=definition(chi_s, A_s, j_s),
    note="On a closed way that encircles a hole, a function of the length s along it.",
)

_TURN = chi_s(s).diff(s)

chapter.equation(
    "12",
    printed=r"j_s = \frac{q n_p}{M} \left( \hbar \frac{\partial \chi_s}{\partial s} - "
    r"\frac{q}{c} A_s \right)",
    states=[Equal(j_s(s), q * n_p / M * (hbar * _TURN - q / c * A_s(s)))],
    follows=by("along the way", instance("10", _WAY)),
)

chapter.equation(
    "13",
    printed=r"\chi_s(\ell) = \chi_s(0) - 2\pi n",
    states=[Equal(chi_s(ell), chi_s(0) - 2 * pi * n)],
    follows=law("the wave function has one value at each place, so its phase comes back to itself"),
    note="But for whole turns: n of them against the way, since the charge is negative.",
)

_CIRCULATION = Integral(A_s(s), (s, 0, ell))
_FLOW = Integral(j_s(s), (s, 0, ell))
_TURNS = Integral(_TURN, (s, 0, ell))

chapter.assumption(
    "flux",
    printed=r"\Phi = \int_0^\ell A_s ds",
    states=[Equal(Phi, _CIRCULATION)],
    follows=law("Stokes's theorem: the flux of curl A is the circulation of A"),
)

chapter.equation(
    "14",
    printed=r"\Phi + \frac{4\pi\lambda^2}{c} \int_0^\ell j_s ds = n \frac{2\pi\hbar c}{2e}",
    states=[Equal(Phi + 4 * pi * lambda_L**2 / c * _FLOW, n * 2 * pi * hbar * c / (2 * e))],
    follows=by(
        "4",
        "13",
        "flux",
        "pairs",
        both_sides("12", integral(s, 0, ell)),
        antiderivative(_TURNS, chi_s(s)),
    ),
    note="London's fluxoid, with the charge of a pair.",
)

chapter.assumption(
    "deep way",
    printed=r"j_s = 0",
    states=[Equal(j_s(s), 0)],
    follows=model("the way runs deep inside, where no current flows"),
)

chapter.equation(
    "15",
    printed=r"\Phi = n \Phi_0, \quad \Phi_0 = \frac{2\pi\hbar c}{2e}",
    states=[
        (Equal(Phi_0, 2 * pi * hbar * c / (2 * e)), definition(Phi_0)),
        (Equal(Phi, n * Phi_0), by("14", "deep way", here)),
    ],
)

chapter.equation(
    "16",
    printed=r"\Phi_0 = 2.0678 \cdot 10^{-7}\ \mathrm{G}\,\mathrm{cm}^2",
    states=[about(Phi_0 * 10**7, "2.0678", "gauss*cm**2")],
    follows=by("15", "constants"),
)

chapter.number(
    "quantum of single electrons",
    printed=r"\frac{2\pi\hbar c}{e} = 4.1357 \cdot 10^{-7}\ \mathrm{G}\,\mathrm{cm}^2",
    states=[about(2 * pi * hbar * c / e * 10**7, "4.1357", "gauss*cm**2")],
    follows=by("constants"),
    note="What London expected, who knew no pairs: twice what is measured.",
)
