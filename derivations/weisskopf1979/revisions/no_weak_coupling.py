"""No weak coupling: the solution of the gap equation itself, and not its limit."""

from __future__ import annotations

from sympy import Rational, exp, oo, pi, sqrt

from ...relation import Equal, LeadingOrder, Tends, about
from ...revision import Revision
from ...rules import by, definition, here, identity
from ..notation import a, b, c_p, d, e, f, g, hbar, kappa, m, n, omega_D, p_F, s
from ..notation4 import B_c, Delta, epsilon_F, xi
from ..notation5 import D, gamma, n_1, n_pair, rho
from ..notation7 import B_cr

revision = Revision(
    "no-weak-coupling",
    "No weak coupling",
    "(23) is the solution of the gap equation for B → 0 only. Kept as it is, the binding energy is "
    "ħω_D/(exp(1/B) − 1), and γ, the binding energy in ħω_D, is 1/(exp(1/B) − 1) and not "
    "exp(−1/B). What is said in terms of Δ or of γ stays as it is; what knows B changes by the "
    "factor 1/(1 − exp(−1/B)), two parts in a thousand for the exponent 2π of the text. For strong "
    "coupling the binding energy grows like B, and is no exponential any more.",
)
_exponent = xi * 2 * pi * epsilon_F / (e**2 / d)
_exact = by("exact binding energy", "exponent")
revision.replace(
    "23",
    states=[
        (Equal(Delta, hbar * omega_D * exp(-_exponent)), _exact),
        (Equal(xi, 2 * b / (s * kappa * a**2)), by("21", "exponent")),
        (Equal(2 * b / (s * kappa * a**2), 2 * b**2 / (s * a * f * c_p * g)), by("7")),
    ],
    note="Taken as the equation that it is printed as.",
)
revision.replace(
    "24",
    states=[
        (Equal(gamma, Delta / (hbar * omega_D)), definition(gamma)),
        (Equal(gamma, exp(-_exponent)), by(*_exact.steps, here)),
    ],
    printed=r"\gamma = \frac{\Delta}{h\omega_D} = "
    r"\exp\left(-\xi 2\pi \frac{\epsilon_F}{e^2/d}\right)",
    note="γ is what it stands for, and not the exponential that it was in the limit.",
)

_strong = exp(1 / B_c) - 1
_gap = hbar * omega_D / _strong
revision.line(
    "limits of the coupling",
    states=[
        LeadingOrder(Delta, hbar * omega_D * exp(-1 / B_c), B_c),
        LeadingOrder(Delta, hbar * omega_D * B_c, B_c, oo),
    ],
    follows=by("exact binding energy"),
    note="(23) as the limit of weak coupling, and the limit of a strong one.",
)
revision.line(
    "what weak coupling neglects",
    states=[
        (
            Equal(Delta / (hbar * omega_D * exp(-1 / B_c)), 1 / (1 - exp(-1 / B_c))),
            by("exact binding energy"),
        ),
        (about(1 / (1 - exp(-2 * pi)), "1.002"), identity),
    ],
    note="The factor by which (23) is too small; the number is for the exponent 2π of the text.",
)
revision.line(
    "size of a pair for any coupling",
    states=[
        (Equal(rho, p_F / (m * omega_D) * _strong), by("26", "size of a pair", _exact)),
        (Tends(rho * m * omega_D / p_F, 0, B_c, oo), here),
    ],
)
_deep = (1 - Delta / epsilon_F) ** Rational(3, 2)
revision.line(
    "pairs for any coupling",
    states=[
        (Equal(n_1 / 2, n / 2 * (1 - _deep)), by("strip", "Fermi gas", "Fermi energy")),
        (
            Equal(n_pair, Rational(3, 4) * n / epsilon_F * _gap),
            by("number of pairs", "exact binding energy"),
        ),
        (
            Equal(D**3, Rational(4, 3) * epsilon_F / n / _gap),
            by("28", "number of pairs", "exact binding energy"),
        ),
    ],
    note="Exactly, and for a strip that is narrow against the Fermi energy, as before.",
)
revision.line(
    "critical field for any coupling",
    states=[
        Equal(B_cr**2, Rational(3, 2) * n / epsilon_F * _gap**2),
        Equal(B_cr, sqrt(Rational(3, 2) * n / epsilon_F) * _gap),
    ],
    follows=by(
        "critical state", "42", "field and potential", "number of pairs", "exact binding energy"
    ),
    note="What (43) becomes, with the factors that it leaves out.",
)
