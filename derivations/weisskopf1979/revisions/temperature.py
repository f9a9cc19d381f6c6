"""Temperature: states that are filled or empty in part, and where the binding ends."""

from __future__ import annotations

from sympy import EulerGamma, Expr, Integral, Symbol, exp, log, pi, sinh, tanh

from ...dimension import ENERGY, NUMBER, TEMPERATURE
from ...relation import Equal, Less, Tends, about, between
from ...revision import Revision
from ...rules import assumption, by, definition, here, identity, law
from ..notation import hbar, k_B, omega_D
from ..notation4 import B_c, Delta, epsilon_prime

revision = Revision(
    "temperature",
    "Temperature",
    "Above the absolute zero a pair state of energy ε counts with the weight (1 − f)² − f², f "
    "being Fermi's function of each electron's ε/2: both have to be empty, less the weight with "
    "which both are filled. That is tanh(ε/4kT), and it comes into the sum of (20). In the "
    "paper's own form, one pair above the sea, Δ then vanishes at kT_c = 0.567 Δ(0), where the "
    "text puts Δ = kT. In the form of Bardeen, Cooper and Schrieffer, with twice the states and "
    "1/√(ε² + Δ²) for 1/(ε + Δ), the temperature is higher for the same B, and 2Δ₁/kT_c is 3.53, "
    "Δ₁ being the gap of one electron. That one is right for a metal, where all pairs melt "
    "together; the other shows what is in the paper's equation. Both rest on one number, e^γ/π.",
)
_width = hbar * omega_D
_N = revision.notation
T = _N.quantity("T", TEMPERATURE, "temperature", unit="K")
T_c = _N.quantity(
    "T_c", TEMPERATURE, "temperature at which the binding of one pair ends", latex="T_c", unit="K"
)
T_B = _N.quantity(
    "T_B", TEMPERATURE, "temperature at which the binding of all pairs ends", latex="T_B", unit="K"
)
Delta_T = _N.quantity("Delta_T", ENERGY, "binding energy at a temperature", latex=r"\Delta_T")
Delta_B = _N.quantity("Delta_B", ENERGY, "twice the gap of one electron", latex=r"\Delta_B")
alpha_T = _N.function(
    "alpha_T", NUMBER / ENERGY, "amplitude at a temperature", of=(ENERGY,), latex=r"\alpha_T"
)
f_T = _N.function(
    "f_T", NUMBER, "how much of an electron's state is filled", of=(ENERGY,), latex="f", unicode="f"
)
_filled = f_T(epsilon_prime)
x_T = _N.variable("x_T", NUMBER, "energy of a pair in 4kT", latex="x", unicode="x")
X_c = _N.quantity("X_c", NUMBER, "ħω_D in 4kT for one pair", latex="X", unicode="X")
X_B = _N.quantity("X_B", NUMBER, "ħω_D in 4kT for all pairs", latex="X_B")
delta_c = _N.quantity("delta_c", NUMBER, "what the logarithm is too small by", latex=r"\delta")
delta_B = _N.quantity("delta_B", NUMBER, "the same for all pairs", latex=r"\delta_B")


def _weight(temperature: Symbol) -> Expr:
    return tanh(epsilon_prime / (4 * k_B * temperature))


revision.line(
    "weight of a pair state",
    states=[
        (
            Equal(_filled, 1 / (exp(epsilon_prime / (2 * k_B * T)) + 1)),
            law("Fermi's function for an electron with half the energy of the pair"),
        ),
        (Equal((1 - _filled) ** 2 - _filled**2, _weight(T)), here),
        (Tends(_weight(T), 1, T), identity),
    ],
    note="At the absolute zero all states above the Fermi surface count in full.",
)
_all = Integral(alpha_T(epsilon_prime), (epsilon_prime, 0, _width))
revision.line(
    "(20) at a temperature",
    states=[
        (
            Equal(alpha_T(epsilon_prime) * (epsilon_prime + Delta_T), _weight(T)),
            law("(20) with the weight of the state, the factor common to all being free"),
        ),
        (Equal(B_c * _all, 1), assumption("the factor that (20) leaves free")),
    ],
)
_gap = Integral(_weight(T) / (epsilon_prime + Delta_T), (epsilon_prime, 0, _width))
revision.line(
    "gap equation at a temperature",
    states=[Equal(1, B_c * _gap)],
    follows=by("(20) at a temperature"),
)


_factor = exp(EulerGamma) / pi


def _ends(name: str, at: Symbol, end: Symbol, left: Symbol, coupling: Expr) -> None:
    """Where Δ is zero: 1/``coupling`` is the sum there, which is nearly a logarithm."""
    whole = Integral(tanh(x_T) / x_T, (x_T, 0, end))
    revision.line(
        f"width for {name}",
        states=[Equal(end, _width / (4 * k_B * at))],
        follows=definition(end, because="ε is 4kT x"),
    )
    revision.line(
        f"end for {name}",
        states=[Equal(1, coupling * whole)],
        follows=definition(at, because="the gap equation for Δ = 0"),
    )
    revision.line(
        f"logarithm for {name}",
        states=[
            (Equal(1 / coupling, log(4 * _factor * end) + left), definition(left)),
            (
                Less(0, left, exp(-2 * end) / end),
                law(
                    "by parts, with ∫ log x/cosh² x dx = log(π/4) − γ over all x > 0 (Gradshteyn "
                    "and Ryzhik 4.371.3), and ∫ (1 − tanh x)/x dx from X on"
                ),
            ),
        ],
    )
    revision.line(
        f"temperature for {name}",
        states=[Equal(k_B * at, _factor * _width * exp(left - 1 / coupling))],
        follows=by(f"width for {name}", f"logarithm for {name}"),
    )


_ends("one pair", T_c, X_c, delta_c, B_c)
_ends("all pairs", T_B, X_B, delta_B, 2 * B_c)
revision.line(
    "temperature in the gap",
    states=[Equal(k_B * T_c / Delta, _factor * (1 - exp(-1 / B_c)) * exp(delta_c))],
    follows=by("exact binding energy", "temperature for one pair"),
)
revision.line(
    "gap of all pairs",
    states=[
        (
            Equal(Delta_B, _width / sinh(1 / (2 * B_c))),
            law("from the gap equation of Bardeen, Cooper and Schrieffer at T = 0"),
        ),
        (
            Equal(Delta_B / (k_B * T_B), 2 / _factor / (1 - exp(-1 / B_c)) * exp(-delta_B)),
            by("temperature for all pairs", here),
        ),
    ],
    note="Δ_B is what it takes to break a pair, twice the gap of one electron.",
)
revision.line(
    "numbers of the temperature",
    states=[about(_factor, "0.567"), about(2 * _factor, "1.134"), about(2 / _factor, "3.528")],
    follows=identity,
    note="kT_c/Δ of one pair; kT_c in 2·½ħω_D exp(−1/(2B)), and 2Δ₁/kT_c, of all pairs; for B → 0.",
)
revision.line(
    "weak coupling",
    states=[Equal(k_B * T_c, _factor * Delta)],
    follows=assumption("what exp(−1/B) and δ, which is smaller still, change is neglected"),
)
revision.replace(
    "transition temperature",
    states=[between(T_c, 2, 6, "K")],
    follows=by("constants", "named values", "weak coupling"),
    printed=r"\Delta = \frac{\pi}{e^\gamma} kT_c, \quad T_c \sim \text{a few degrees}",
)
