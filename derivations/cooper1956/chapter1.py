"""I. Two electrons above a filled sea: (1) to (10)."""

from __future__ import annotations

from sympy import I, Integral, cos, exp, log

from ..expression import Total
from ..relation import Equal, LeadingOrder, Less, NotEqual, Tends
from ..rules import (
    Levels,
    antiderivative,
    assumption,
    both_sides,
    by,
    definition,
    dense,
    derivative,
    identity,
    integral,
    law,
    model,
    riemann_sum,
)
from .notation import (
    N_0,
    V_0,
    Delta,
    E,
    S,
    V_kk,
    a,
    a_k,
    epsilon_F,
    epsilon_k,
    hbar,
    k,
    k_prime,
    kappa,
    kappa_k,
    m,
    omega_D,
    paper,
    psi,
    shell,
    x,
    x_1,
    x_2,
    xi,
    xi_k,
)

chapter = paper.chapter(
    "I",
    "Two electrons above a filled sea",
    "Two electrons attract each other, and all states below the Fermi surface are taken by "
    "others. Then they bind, however weak the attraction: with an energy that is exponentially "
    "small in its inverse.",
)

#: A plane wave of the pair: the two electrons have opposite momenta.
_WAVE = exp(I * kappa * (x_1 - x_2))

chapter.equation(
    "1",
    printed=r"-i\hbar \frac{\partial}{\partial x_1} e^{i\kappa(x_1 - x_2)} = \hbar\kappa "
    r"e^{i\kappa(x_1 - x_2)}, \quad -i\hbar \frac{\partial}{\partial x_2} e^{i\kappa(x_1 - x_2)} "
    r"= -\hbar\kappa e^{i\kappa(x_1 - x_2)}, \quad -\frac{\hbar^2}{2m} \left( "
    r"\frac{\partial^2}{\partial x_1^2} + \frac{\partial^2}{\partial x_2^2} \right) "
    r"e^{i\kappa(x_1 - x_2)} = 2 \frac{\hbar^2 \kappa^2}{2m} e^{i\kappa(x_1 - x_2)}",
    states=[
        Equal(-I * hbar * _WAVE.diff(x_1), hbar * kappa * _WAVE),
        Equal(-I * hbar * _WAVE.diff(x_2), -hbar * kappa * _WAVE),
        Equal(
            -(hbar**2) / (2 * m) * (_WAVE.diff(x_1, 2) + _WAVE.diff(x_2, 2)),
            2 * hbar**2 * kappa**2 / (2 * m) * _WAVE,
        ),
    ],
    follows=identity,
    note="The electrons have opposite momenta, and without attraction twice the energy of one.",
)

chapter.assumption(
    "expansion",
    printed=r"\psi(x) = \sum_k a_k \cos \kappa_k x",
    states=[Equal(psi(x), Total(a_k(k) * cos(kappa_k(k) * x), k, shell))],
    follows=definition(
        psi, a_k, because="the waves (1) and those of −κ with the same amplitude: no node at x = 0"
    ),
    note="The sum runs over the states that are left: those below the Fermi surface are taken.",
)

chapter.text(
    "singlet",
    printed=r"\psi(x_2 - x_1) = \psi(x_1 - x_2)",
    states=[Equal(psi(x_2 - x_1), psi(x_1 - x_2))],
    follows=by("expansion"),
    note="It stays as it is when the electrons change places: their spins are antiparallel.",
)

_KINETIC = 2 * hbar**2 * kappa_k(k) ** 2 / (2 * m)

chapter.text(
    "kinetic energy",
    printed=r"-\frac{\hbar^2}{m} \frac{d^2\psi}{dx^2} = \sum_k 2 \frac{\hbar^2 \kappa_k^2}{2m} "
    r"a_k \cos \kappa_k x",
    states=[
        Equal(
            -(hbar**2) / m * psi(x).diff(x, 2),
            Total(_KINETIC * a_k(k) * cos(kappa_k(k) * x), k, shell),
        )
    ],
    follows=by(both_sides("expansion", derivative(x, 2))),
    note="Each wave of the expansion has the kinetic energy of two electrons, as in (1).",
)

chapter.equation(
    "2",
    printed=r"\left( 2\epsilon_k - E \right) a_k = -\sum_{k'} V_{kk'} a_{k'}",
    states=[
        Equal(
            (2 * epsilon_k(k) - E) * a_k(k),
            -Total(V_kk(k, k_prime) * a_k(k_prime), k_prime, shell),
        )
    ],
    follows=law("Schrödinger's equation for the pair, in the waves of the expansion"),
)

chapter.equation(
    "3",
    printed=r"V_{kk'} = -V_0",
    states=[Equal(V_kk(k, k_prime), -V_0)],
    follows=model("the same attraction between all states in a shell of a Debye energy"),
)

chapter.equation(
    "4",
    printed=r"\left( 2\epsilon_k - E \right) a_k = V_0 \sum_{k'} a_{k'}",
    states=[Equal((2 * epsilon_k(k) - E) * a_k(k), V_0 * Total(a_k(k_prime), k_prime, shell))],
    follows=by("2", "3"),
)

chapter.assumption(
    "energies",
    printed=r"\epsilon_k = \epsilon_F + \xi_k, \quad E = 2\epsilon_F - \Delta, \quad "
    r"a_k = a(\xi_k)",
    states=[
        Equal(epsilon_k(k), epsilon_F + xi_k(k)),
        Equal(E, 2 * epsilon_F - Delta),
        Equal(a_k(k), a(xi_k(k))),
    ],
    follows=definition(xi_k, Delta, a),
    note="States of one energy have one amplitude, by (4). A bound pair has Δ > 0.",
)

chapter.text(
    "equation of a state",
    printed=r"\left( 2\xi_k + \Delta \right) a(\xi_k) = V_0 \sum_{k'} a(\xi_{k'})",
    states=[
        Equal((2 * xi_k(k) + Delta) * a(xi_k(k)), V_0 * Total(a(xi_k(k_prime)), k_prime, shell))
    ],
    follows=by("4", "energies"),
)

chapter.assumption(
    "thin shell",
    printed=r"N_0 \xi_k = k",
    states=[Equal(N_0 * xi_k(k), k)],
    follows=model(
        "the states of the shell, numbered by their energy, are N₀ in each unit of energy"
    ),
)

chapter.assumption(
    "shell",
    printed=r"0 < \xi_k < \hbar\omega_D",
    states=[Less(0, xi_k(k), hbar * omega_D)],
    follows=assumption(
        "the states below the Fermi surface are taken, and the attraction acts within a Debye "
        "energy above it"
    ),
)

_BAND = (xi, 0, hbar * omega_D)
_SUM = Total(a(xi_k(k)), k, shell)
_LEVELS = Levels(xi_k(k), k, N_0 * xi, xi, N_0, by("thin shell"))

chapter.text(
    "continuum",
    printed=r"\sum_k a(\xi_k) = N_0 \int_0^{\hbar\omega_D} a(\xi) d\xi",
    states=[Equal(_SUM, N_0 * Integral(a(xi), _BAND))],
    follows=by(riemann_sum(_SUM, _LEVELS, 0, high=hbar * omega_D, above=by("thin shell", "shell"))),
    note="The levels lie dense in a large metal.",
)

chapter.assumption(
    "sum of the amplitudes",
    printed=r"S = \sum_k a(\xi_k) \ne 0",
    states=[
        (Equal(S, _SUM), definition(S)),
        (NotEqual(S, 0), assumption("else, by (4), all amplitudes vanish")),
    ],
)

chapter.text(
    "amplitude of a state",
    printed=r"\left( 2\xi_k + \Delta \right) a(\xi_k) = V_0 S",
    states=[Equal((2 * xi_k(k) + Delta) * a(xi_k(k)), V_0 * S)],
    follows=by("equation of a state", "sum of the amplitudes"),
)

chapter.equation(
    "5",
    printed=r"a(\xi) = \frac{V_0 S}{2\xi + \Delta}",
    states=[Equal(a(xi), V_0 * S / (2 * xi + Delta))],
    follows=by(dense("amplitude of a state", _LEVELS)),
)

_GAP = Integral(1 / (2 * xi + Delta), _BAND)

chapter.equation(
    "6",
    printed=r"1 = N_0 V_0 \int_0^{\hbar\omega_D} \frac{d\xi}{2\xi + \Delta}",
    states=[Equal(1, N_0 * V_0 * _GAP)],
    follows=by("continuum", "sum of the amplitudes", both_sides("5", integral(*_BAND))),
    note="The integral of (5) over the shell, divided by S.",
)

_LOG = log((2 * hbar * omega_D + Delta) / Delta)

chapter.equation(
    "7",
    printed=r"1 = \frac{1}{2} N_0 V_0 \log \frac{2\hbar\omega_D + \Delta}{\Delta}",
    states=[Equal(1, N_0 * V_0 / 2 * _LOG)],
    follows=by("6", antiderivative(_GAP, log((2 * xi + Delta) / Delta) / 2)),
)

chapter.equation(
    "8",
    printed=r"\Delta = \frac{2\hbar\omega_D}{e^{2/N_0V_0} - 1}",
    states=[Equal(Delta, 2 * hbar * omega_D / (exp(2 / (N_0 * V_0)) - 1))],
    follows=by("7"),
)

chapter.text(
    "any attraction binds",
    printed=r"V_0 = \frac{2}{N_0 \log\frac{2\hbar\omega_D + \Delta}{\Delta}} \to 0 \quad "
    r"\text{for } \Delta \to 0",
    states=[
        (Equal(V_0, 2 / (N_0 * _LOG)), by("7")),
        (Tends(2 / (N_0 * _LOG), 0, Delta), identity),
    ],
    note="However weak the attraction, there is a bound state to it.",
)

chapter.equation(
    "9",
    printed=r"\Delta \simeq 2\hbar\omega_D e^{-2/N_0V_0}",
    states=[LeadingOrder(Delta, 2 * hbar * omega_D * exp(-2 / (N_0 * V_0)), V_0)],
    follows=by("8"),
)

chapter.equation(
    "10",
    printed=r"\frac{\Delta}{V_0^3} \to 0",
    states=[Tends(Delta / V_0**3, 0, V_0)],
    follows=by("8"),
    note="Smaller than any power of the attraction, the third for example: no expansion in powers "
    "of V₀ finds the bound state.",
)
