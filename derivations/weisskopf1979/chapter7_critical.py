"""VII. The supercurrent: the field at which it ends, equations (41) to (43)."""

from __future__ import annotations

from sympy import pi, sqrt

from ..expression import Total
from ..paper import erratum
from ..relation import Equal, Rough, SameOrder, Semiquantitative, of_order
from ..rules import (
    assumption,
    by,
    definition,
    instance,
)
from .chapter7 import chapter
from .notation import c, d, e, m, n, x
from .notation4 import Delta, epsilon_F
from .notation5 import n_pair, rho
from .notation7 import (
    B_0,
    A_cr,
    A_s,
    A_z,
    B_cr,
    B_gauss,
    Delta_K,
    G,
    K_t,
    V_w,
    cubic_cm,
    e_H,
    electrons,
    i_e,
    lambda_L,
    p_of,
    square_cm,
    y,
    z,
)

chapter.text(
    "volume of the layer",
    printed=r"V = \lambda \text{ cm}^3",
    states=[(Equal(V_w, lambda_L * cubic_cm), definition(V_w))],
    erratum=erratum(
        [(Equal(V_w, lambda_L * square_cm), definition(V_w))],
        because="the volume is the depth λ, itself a length, times one square centimetre",
        reads=r"V = \lambda \text{ cm}^2",
    ),
)

_on_the_surface = {x: 0, y: 0, z: 0}
_surplus = K_t(0, 0, 0) - Total(p_of.dot(p_of), i_e, electrons) / (2 * m)

chapter.assumption(
    "surplus energy",
    printed=r"\Delta K = V \left( K - \frac{1}{2m} \sum p_i^2 \right)",
    states=[
        Equal(Delta_K, V_w * _surplus),
        Equal(A_s**2, A_z(0, 0, 0) ** 2),
    ],
    follows=definition(Delta_K, A_s, because="by (38), the layer is everywhere as at its surface"),
)

chapter.equation(
    "41",
    printed=r"\Delta K = V \frac{ne^2}{2mc^2} A^2 = V \frac{1}{2\lambda^2} A^2",
    states=[
        (
            Equal(Delta_K, V_w * n * e_H**2 / (2 * m * c**2) * A_s**2),
            by(instance("37", _on_the_surface), "surplus energy", instance("34", _on_the_surface)),
        ),
        (
            Equal(V_w * n * e_H**2 / (2 * m * c**2) * A_s**2, V_w / (2 * lambda_L**2) * A_s**2),
            by("33"),
        ),
    ],
)

chapter.equation(
    "42",
    printed=r"G = V \cdot n' \Delta, \quad n' = \frac{\Delta}{\epsilon_F} n",
    states=[
        (Equal(G, V_w * n_pair * Delta), definition(G)),
        (Rough(n_pair, Delta / epsilon_F * n), by("factor one half dropped", "number of pairs")),
    ],
    note="Without the factor one half, that chapter VI drops.",
)

chapter.assumption(
    "semiquantitative",
    printed=r"= \text{ means } \sim",
    states=[Semiquantitative()],
    follows=assumption("from here on the text is semiquantitative, as it says"),
)

chapter.assumption(
    "critical state",
    printed=r"V \frac{1}{2\lambda^2} A_{\mathrm{cr}}^2 = G",
    states=[Equal(V_w / (2 * lambda_L**2) * A_cr**2, G)],
    follows=definition(A_cr, because="(41) is equated with (42)"),
)

chapter.display(
    "critical potential",
    printed=r"n \frac{\Delta}{\epsilon_F} \Delta \sim \frac{1}{\lambda^2} A_{\mathrm{cr}}^2",
    states=[SameOrder(n * Delta / epsilon_F * Delta, A_cr**2 / lambda_L**2)],
    follows=by("critical state", "42"),
)

chapter.text(
    "field and potential",
    printed=r"A^2/\lambda^2 = B^2",
    states=[
        (
            Equal(A_s**2 / lambda_L**2, B_0**2),
            by(instance("37", _on_the_surface), "surplus energy"),
        ),
        (Equal(A_cr**2 / lambda_L**2, B_cr**2), definition(B_cr)),
    ],
)

chapter.text(
    "used in (43)",
    printed=r"n = d^{-3}, \quad \rho/d \sim \Delta/\epsilon_F, \quad \epsilon_F \sim e^2/d",
    states=[
        (Equal(n, d**-3), by("density")),
        (SameOrder(rho / d, Delta / epsilon_F), by("27")),
        (SameOrder(epsilon_F, e**2 / d), by("1", "2", "Fermi energy")),
    ],
    erratum=erratum(
        [
            (Equal(n, d**-3), by("density")),
            (SameOrder(rho / d, epsilon_F / Delta), by("27")),
            (SameOrder(epsilon_F, e**2 / d), by("1", "2", "Fermi energy")),
        ],
        because="by (27) a pair is larger than the lattice distance, by the factor ε_F/Δ: the "
        "ratio is upside down",
        reads=r"n = d^{-3}, \quad \rho/d \sim \epsilon_F/\Delta, \quad \epsilon_F \sim e^2/d",
    ),
)

_squared = (d / rho) ** 2 * epsilon_F / d**3

chapter.equation(
    "43",
    printed=r"B_{\text{cr}}^2 \sim \frac{1}{d^3} \left( \frac{d}{\rho} \right)^2 \epsilon_F "
    r"\sim \left( \frac{e}{d\rho} \right)^2",
    states=[
        (
            SameOrder(B_cr**2, _squared),
            by("critical potential", "field and potential", "used in (43)"),
        ),
        (SameOrder(_squared, (e / (d * rho)) ** 2), by("used in (43)")),
    ],
)

chapter.text(
    "critical field",
    printed=r"B_{\text{cr}} = e/(d\rho)",
    states=[Rough(B_cr, e / (d * rho))],
    follows=by("43", "semiquantitative"),
)

chapter.assumption(
    "gauss",
    printed=r"B^{G} = \sqrt{4\pi}\, B",
    states=[Equal(B_gauss, sqrt(4 * pi) * B_cr)],
    follows=definition(
        B_gauss, because="a field has the energy B²/(8π) in gauss, B²/2 where curl B = j/c"
    ),
)

_gap = ("critical state", "42", "field and potential", "Fermi gas", "Fermi energy", "constants")

chapter.number(
    "300 gauss",
    printed=r"B_{\text{cr}} \sim 300\ \mathrm{G}",
    states=[of_order(B_cr, 300, "gauss")],
    follows=by(*_gap, "named values"),
    erratum=erratum(
        [of_order(B_gauss, 300, "gauss")],
        because="in the units of curl B = j/c the critical field comes out below 90; it is 300 "
        "only in gauss, which those units are not",
        follows=by(*_gap, "named values", "gauss"),
        reads=r"B_{\text{cr}}^{G} \sim 300\ \mathrm{G}",
    ),
)
