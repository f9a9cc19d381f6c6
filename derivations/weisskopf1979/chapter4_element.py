"""IV, continued. The matrix element of the tube: (17) to (19)."""

from __future__ import annotations

from sympy import Abs, Heaviside, Integral, cos, oo, sin

from ..paper import erratum
from ..relation import (
    Equal,
    Independent,
    LeadingOrder,
    Less,
    MuchLess,
    SameDimension,
    SameOrder,
    Tends,
    of_order,
)
from ..rules import (
    antiderivative,
    assumption,
    by,
    cut_off,
    definition,
    here,
    identity,
    instance,
)
from .chapter4 import chapter
from .notation import a, b, beta, d, e, ell, hbar, kappa, m, omega_D, p_F, s
from .notation4 import (
    V_S,
    Delta_epsilon,
    R,
    V_pp,
    epsilon_p,
    eta,
    p,
    p_prime,
    psi,
    q_p,
    r,
)

chapter.display(
    "product of waves",
    printed=r"\psi(p)\psi(p') = \frac{1}{2} |\cos(p+p')r/h - \cos(p-p')r/h|",
    states=[
        Equal(
            psi(p, r) * psi(p_prime, r),
            Abs(cos((p + p_prime) * r / hbar) - cos((p - p_prime) * r / hbar)) / 2,
        )
    ],
    follows=by("9"),
    erratum=erratum(
        [
            Equal(
                psi(p, r) * psi(p_prime, r),
                (cos((p - p_prime) * r / hbar) - cos((p + p_prime) * r / hbar)) / R,
            )
        ],
        because="the normalization of (9) gives 1/R in front, without which the dimension is "
        "lost; the cosines stand in brackets, not bars, and in the opposite order",
        follows=by("9"),
        reads=r"\psi(p)\psi(p') = \frac{1}{R} \left[\cos(p-p')r/h - \cos(p+p')r/h\right]",
    ),
)

chapter.assumption(
    "large sphere",
    printed=r"\ell < R",
    states=[Less(ell, R)],
    follows=assumption("the sphere is as large as one likes"),
)

chapter.text(
    "integral over the tube",
    printed=r"(p|V|p') = -\frac{1}{\beta} \kappa \frac{e^2}{d} \int_0^\ell \psi(p)\psi(p') dr",
    states=[
        Equal(
            V_pp(p, p_prime),
            -1 / beta * kappa * e**2 / d * Integral(psi(p, r) * psi(p_prime, r), (r, 0, ell)),
        )
    ],
    follows=by(
        "8",
        "13",
        "large sphere",
        cut_off(Integral(psi(p, r) * psi(p_prime, r) * Heaviside(1 - r / ell), (r, 0, R)), ell),
    ),
)

#: The overlap in the tube of two waves of different momenta, p = p′ + q, and of one with itself.
_OVERLAP = Integral(psi(p_prime + q_p, r) * psi(p_prime, r), (r, 0, ell))
_SELF = Integral(psi(p_prime, r) ** 2, (r, 0, ell))
_SLOW = hbar * sin(q_p * ell / hbar) / (q_p * R)
_FAST = hbar * sin((2 * p_prime + q_p) * ell / hbar) / ((2 * p_prime + q_p) * R)

chapter.text(
    "overlap in the tube",
    printed=r"\int_0^\ell \psi(p)\psi(p') dr = \frac{h}{R} \left[ \frac{\sin (p-p')\ell/h}{p-p'} "
    r"- \frac{\sin (p+p')\ell/h}{p+p'} \right]",
    states=[
        (
            Equal(_OVERLAP, _SLOW - _FAST),
            by("9", antiderivative(_OVERLAP, (_SLOW - _FAST).subs(ell, r))),
        ),
        (
            Equal(_SELF, ell / R - hbar / (2 * p_prime * R) * sin(2 * p_prime * ell / hbar)),
            by(
                "9",
                antiderivative(
                    _SELF, r / R - hbar / (2 * p_prime * R) * sin(2 * p_prime * r / hbar)
                ),
            ),
        ),
    ],
    note="The exact integral, for p > p′ and for p = p′.",
)

chapter.text(
    "periodic functions vanish",
    printed=r"\frac{h}{R} \frac{\sin (p+p')\ell/h}{p+p'} \ll \frac{\ell}{R} "
    r"\quad \text{since } \ell \gg \frac{h}{p_F}",
    states=[
        (Tends(_FAST / (ell / R), 0, p_prime, oo), identity),
        (MuchLess(hbar / p_F, ell), by("2", "3b", "6")),
    ],
    note="What (17) drops is at most h/(p+p′)R, that is h/2p_Fℓ of what it keeps: less than one "
    "part in a hundred.",
)

chapter.equation(
    "17",
    printed=r"\int_0^\ell \psi(p)\psi(p')dr \begin{cases} = -\frac{\ell}{R} & \text{for } "
    r"p-p' < \frac{h}{\ell} \\ = 0 & \text{for } p-p' > \frac{h}{\ell} \end{cases}",
    states=[
        (LeadingOrder(_SELF, -ell / R, p_prime, oo), by("overlap in the tube")),
        (Tends(_OVERLAP, 0, q_p, oo), by("overlap in the tube")),
    ],
    erratum=erratum(
        [
            (LeadingOrder(_SELF, ell / R, p_prime, oo), by("overlap in the tube")),
            (Tends(_SLOW, ell / R, q_p), identity),
            (Tends(_OVERLAP, 0, q_p, oo), by("overlap in the tube")),
        ],
        because="a square integrates to a positive number",
        reads=r"\int_0^\ell \psi(p)\psi(p')dr \begin{cases} = \frac{\ell}{R} & \text{for } "
        r"p-p' < \frac{h}{\ell} \\ = 0 & \text{for } p-p' > \frac{h}{\ell} \end{cases}",
    ),
    note="A step in the place of the exact integral, which is ℓ/R to leading order for "
    "p−p′ ≪ h/ℓ ≪ p_F, 0.84 of it at p−p′ = h/ℓ, and falls off as h/(p−p′)R beyond.",
)

_NEAR = epsilon_p(p_F + q_p) - epsilon_p(p_F)

chapter.text(
    "energy near the Fermi momentum",
    printed=r"p = p_F^2, \quad \epsilon - \epsilon' = \frac{2p_F(p-p')}{m}",
    states=[
        (SameDimension(p, p_F**2), identity),
        (LeadingOrder(_NEAR, 2 * p_F * q_p / m, q_p), by("14")),
    ],
    erratum=erratum(
        [
            (SameDimension(p, p_F), identity),
            (LeadingOrder(_NEAR, 2 * p_F * q_p / m, q_p), by("14")),
        ],
        because="the square of a momentum is no momentum: p_F is meant",
        reads=r"p = p_F, \quad \epsilon - \epsilon' = \frac{2p_F(p-p')}{m}",
    ),
)

chapter.assumption(
    "critical difference",
    printed=r"\Delta\epsilon = \epsilon - \epsilon' \quad \text{at } p - p' = \frac{h}{\ell}",
    states=[Equal(Delta_epsilon, epsilon_p(p_F + hbar / ell) - epsilon_p(p_F))],
    follows=definition(Delta_epsilon),
)

_EIGHTEEN = [
    (
        LeadingOrder(Delta_epsilon, 2 * p_F / m * hbar / ell, ell, oo),
        by("14", "critical difference"),
    ),
    (SameOrder(2 * p_F / m * hbar / ell, 1 / beta * 2 * p_F / m * hbar / d), by("6")),
    (
        SameOrder(1 / beta * 2 * p_F / m * hbar / d, 1 / beta * 2 * hbar**2 / (m * d**2)),
        by("2"),
    ),
    (SameOrder(1 / beta * 2 * hbar**2 / (m * d**2), hbar * omega_D), by("3a", "3b")),
    (Equal(Delta_epsilon, eta * hbar * omega_D), definition(eta)),
]

chapter.equation(
    "18",
    printed=r"\Delta\epsilon = \frac{2p_F}{m} \frac{h}{\ell} \sim \frac{1}{\beta} "
    r"\frac{2p_F}{m} \frac{h}{d} \sim \frac{1}{\beta} \frac{2h^2}{md^2} \sim h\omega_D \quad "
    r"\left[ \Delta\epsilon = \eta h\omega_D , \quad \eta = \frac{2a}{\beta b} \approx 1 \right]",
    states=[
        *_EIGHTEEN,
        (Equal(eta, 2 * a / (beta * b)), here),
        (of_order(eta, 1), here),
    ],
    erratum=erratum(
        [
            *_EIGHTEEN,
            (Equal(eta, 2 / s), here),
            (of_order(eta, 1), here),
        ],
        because="with the exact length (6) of the tube a, b and β cancel and 2/s is left, which is "
        "of order one as the text says; the print is about a hundredth",
        reads=r"\left[ \Delta\epsilon = \eta h\omega_D, \quad \eta = \frac{2}{s} \approx 1 \right]",
    ),
)

chapter.assumption(
    "eta",
    printed=r"\eta = 1, \quad \Delta\epsilon = h\omega_D",
    states=[
        (Equal(eta, 1), assumption("η seems to be very close to unity, so the text omits it")),
        (Equal(Delta_epsilon, hbar * omega_D), by("18", here)),
    ],
)

chapter.assumption(
    "close states",
    printed=r"(\epsilon|V|\epsilon') = (p|V|p') \quad \text{for } p = p' = p_F",
    states=[Equal(V_S, V_pp(p_F, p_F))],
    follows=definition(V_S, because="the value for all states that are closer than Δε"),
)

_FAR = Tends(V_pp(p_prime + q_p, p_prime), 0, q_p, oo)
_far = by("integral over the tube", "overlap in the tube")
_near = by("close states", "integral over the tube", instance("17", {p_prime: p_F}))

chapter.equation(
    "19",
    printed=r"(\epsilon|V|\epsilon') \sim \begin{cases} \frac{1}{\beta} \frac{e^2}{d} "
    r"\frac{\ell}{R} \sim \frac{e^2}{R} & \text{for } \epsilon - \epsilon' < \Delta\epsilon \sim "
    r"\omega_D \\ 0 & \text{for } \epsilon - \epsilon' > \omega_D \end{cases} \quad "
    r"\left[ (\epsilon|V|\epsilon') = \kappa \frac{sa}{b} \frac{e^2}{R} \quad "
    r"\text{for } \epsilon - \epsilon' < \omega_D \right]",
    states=[
        (SameOrder(V_S, 1 / beta * e**2 / d * ell / R), by("7", _near)),
        (SameOrder(1 / beta * e**2 / d * ell / R, e**2 / R), by("6")),
        (SameOrder(Delta_epsilon, omega_D), by("18")),
        (_FAR, _far),
        (Equal(V_S, kappa * s * a / b * e**2 / R), by("6", _near)),
    ],
    erratum=erratum(
        [
            (SameOrder(V_S, -1 / beta * e**2 / d * ell / R), by("7", _near)),
            (SameOrder(-1 / beta * e**2 / d * ell / R, -(e**2) / R), by("6")),
            (SameOrder(Delta_epsilon, hbar * omega_D), by("18")),
            (_FAR, _far),
            (Equal(V_S, -kappa * s * a / b * e**2 / R), by("6", _near)),
            (Independent(V_S, of=(beta,), holding=(e, R, kappa, s, a, b)), here),
        ],
        because="the potential attracts, so its matrix element is negative; and a difference of "
        "energies is compared with ħω_D, not with a frequency",
        reads=r"(\epsilon|V|\epsilon') \sim \begin{cases} -\frac{1}{\beta} \frac{e^2}{d} "
        r"\frac{\ell}{R} \sim -\frac{e^2}{R} & \text{for } \epsilon - \epsilon' < \Delta\epsilon "
        r"\sim h\omega_D \\ 0 & \text{for } \epsilon - \epsilon' > h\omega_D \end{cases} \quad "
        r"\left[ (\epsilon|V|\epsilon') = -\kappa \frac{sa}{b} \frac{e^2}{R} \right]",
    ),
    note="β cancels: the tube is longer by as much as it is shallower.",
)
