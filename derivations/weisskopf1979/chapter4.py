"""IV. The Cooper pairs: the potential (8) of the tube, and the waves (9)."""

from __future__ import annotations

from sympy import Heaviside, Integral, KroneckerDelta, pi, sin, sqrt

from ..relation import Equal, SameOrder, Tends, about
from ..rules import (
    antiderivative,
    by,
    definition,
    here,
    instance,
    model,
    orthonormal,
)
from .notation import (
    U,
    beta,
    d,
    e,
    ell,
    hbar,
    kappa,
    p_F,
    paper,
)
from .notation4 import (
    L,
    R,
    V,
    lambda_e,
    lambda_F,
    nu,
    nu_prime,
    p,
    p_nu,
    psi,
    r,
    r_L,
)

chapter = paper.chapter(
    "IV",
    "The Cooper pairs",
    "Two electrons that run head-on against each other feel each other's tubes. Their "
    "Schrödinger equation, restricted to the states above the Fermi surface, binds them with "
    "an energy that is exponentially small in the inverse depth of the tube.",
)

chapter.text(
    "wavelength",
    printed=r"d \sim \lambda",
    states=[
        (Equal(lambda_e, hbar / p_F), definition(lambda_e)),
        (SameOrder(d, lambda_e), by("2", here)),
    ],
    note="The electrons on the Fermi surface; λ is over 2π here, as in the estimate of angular "
    "momenta that follows.",
)

chapter.text(
    "closest approach",
    printed=r"r_L \sim L \lambda",
    states=[
        (Equal(p_F * r_L(L), L * hbar), definition(r_L)),
        (SameOrder(r_L(L), L * lambda_e), by("wavelength", here)),
        (SameOrder(r_L(L), L * d), by("2", here)),
    ],
    note="An angular momentum Lħ needs a lever Lħ/p_F, which for L ≠ 0 is of the order of the "
    "width of the tube or larger. (It is about Ld/3, so that the argument is one of orders.)",
)

chapter.assumption(
    "square well",
    printed=r"V(r) = \begin{cases} U \delta_{L0} & \text{for } r < \ell \\ "
    r"0 & \text{for } r > \ell \end{cases}",
    states=[Equal(V(L, r), U * KroneckerDelta(L, 0) * Heaviside(1 - r / ell))],
    follows=model("the full line of Fig. 2, felt in S-states only"),
)

chapter.equation(
    "8",
    printed=r"V(r) \sim \begin{cases} = -\frac{1}{\beta} \kappa \frac{e^2}{d} \delta_{L0} & "
    r"\text{for } r < \ell \\ \sim 0 & \text{for } r > \ell \end{cases}",
    states=[
        Equal(
            V(L, r),
            -1 / beta * kappa * e**2 / d * KroneckerDelta(L, 0) * Heaviside(1 - r / ell),
        )
    ],
    follows=by("7", "square well"),
)

chapter.text(
    "wavelength in lattice distances",
    printed=r"\lambda_F \approx 2 d",
    states=[
        (Equal(lambda_F, 2 * pi * hbar / p_F), definition(lambda_F)),
        (about(lambda_F / d, "2"), by("2", here)),
    ],
    note="In the caption of Fig. 3.",
)

chapter.equation(
    "9",
    printed=r"\psi(p) = \sqrt{\frac{2}{R}} \sin \frac{pr}{h}",
    states=[(Equal(psi(p, r), sqrt(2 / R) * sin(p * r / hbar)), definition(psi))],
)

chapter.text(
    "boundary condition",
    printed=r"\psi(0) = 0",
    states=[Tends(psi(p, r), 0, r)],
    follows=by("9"),
    note="The wave functions are r times the three-dimensional ones.",
)

chapter.assumption(
    "standing waves",
    printed=r"p = \frac{\nu \pi h}{R}",
    states=[Equal(p_nu(nu), nu * pi * hbar / R)],
    follows=definition(p_nu, because="the momenta that are possible in the sphere"),
)

chapter.text(
    "edge of the sphere",
    printed=r"\psi(R) = 0",
    states=[Equal(psi(p_nu(nu), R), 0)],
    follows=by("9", "standing waves"),
)

_OVERLAP = Integral(psi(p_nu(nu), r) * psi(p_nu(nu_prime), r), (r, 0, R))
_CHANGE = (nu - nu_prime) * pi / R
_SUM = (nu + nu_prime) * pi / R

chapter.text(
    "orthonormality",
    printed=r"\int_0^R \psi(p) \psi(p') dr = \delta_{pp'}",
    states=[Equal(_OVERLAP, KroneckerDelta(nu, nu_prime))],
    follows=by(
        "9",
        "standing waves",
        orthonormal(
            _OVERLAP,
            (nu, nu_prime),
            same=by(
                antiderivative(
                    Integral(psi(p_nu(nu), r) ** 2, (r, 0, R)),
                    r / R - sin(2 * nu * pi * r / R) / (2 * nu * pi),
                )
            ),
            different=by(
                instance("standing waves", {nu: nu_prime}),
                antiderivative(_OVERLAP, (sin(_CHANGE * r) / _CHANGE - sin(_SUM * r) / _SUM) / R),
            ),
        ),
    ),
)
