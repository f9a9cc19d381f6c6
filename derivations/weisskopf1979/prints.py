"""How the print of chapters II to VI is to be read where one letter stands for several things."""

from __future__ import annotations

from sympy import Derivative, EulerGamma, Subs, besselj, besselk, cos, exp, pi, sin

from ..relation import Equal, LeadingOrder, SameDimension, SameOrder, Tends
from .notation import a_B, beta, ell, hbar, k_B, m, p_F, paper, x
from .notation4 import (
    V_S,
    Delta,
    N_e,
    R,
    V,
    V_ee,
    V_pp,
    epsilon_any,
    epsilon_p,
    epsilon_prime,
    nu,
    nu_prime,
    p,
    p_nu,
    p_prime,
    psi,
    q_p,
    r,
)
from .notation5 import U_w, ell_w, k_w, q_w, tau_P, y_0

P = paper.prints
P.strict = True

# The letter h stands for ħ (second footnote to (1)).
P.alias(hbar, "h")
P.alias(k_B, "k")
P.alias(a_B, "a_b")
P.alias(V_pp, "(p|V|p')")
P.alias(V_ee, r"(\epsilon|V|\epsilon')")
P.alias(tau_P, "t")
P.spell(q_p, p - p_prime)

_MATRIX = r"(\epsilon|V|\epsilon')"
_AT_P_F = {"p'": p_F, r"\epsilon'": epsilon_p(p_F)}
_DEPTH = {"|V(0)|": -V(0, ell / 2)}
_REGIME = "it says which of the limits is meant"

# II. and III.
P.line("half a lattice distance", signs={r"\sim": Equal})
P.line("5", signs={r"\approx": Equal})

# IV. The Schrödinger equation: the momentum is an operator
P.line("boundary condition", where={r"\psi(0)": psi(p, 0)})
P.line("11", where={"p^2": r"-h^2 \frac{d^2}{dr^2}"})
P.line("binding energy announced", numbers={beta: 300})

P.line("free waves", where={"p": p_nu(nu_prime)})

# IV. The matrix element
P.line("periodic functions vanish", where={"R": R})
P.line(
    "17",
    where={"p": (p, p_prime)},
    signs={"=": (LeadingOrder, Tends)},
    apart={r"p-p' < \frac{h}{\ell}": _REGIME, r"p-p' > \frac{h}{\ell}": _REGIME},
)
P.line(
    "energy near the Fermi momentum",
    where=_AT_P_F,
    signs={"=": (SameDimension, LeadingOrder)},
    spelled={q_p: p - p_F},
)
P.line(
    "critical difference",
    where={**_AT_P_F, "p": p_F + hbar / ell, r"\epsilon": epsilon_p(p_F + hbar / ell)},
)
P.line("18", signs={"=": (LeadingOrder, Equal)})
P.line("close states", where={"p": p_F, "p'": p_F, _MATRIX: V_S})
P.line(
    "19",
    where={_MATRIX: (V_S, V_pp(p, p_prime))},
    signs={r"\sim": (SameOrder, Tends)},
    apart={
        r"\epsilon - \epsilon' < \Delta\epsilon": _REGIME,
        r"\epsilon - \epsilon' < \omega_D": _REGIME,
        r"\epsilon - \epsilon' > \omega_D": _REGIME,
    },
)

# IV. The Fermi sea and the binding energy
P.line("Pauli principle", where={r"\epsilon'": epsilon_p(p_nu(nu))})
P.line(
    "density of states",
    where={
        r"\frac{d\mathcal{N}}{d\epsilon}": Subs(
            Derivative(N_e(epsilon_any), epsilon_any), epsilon_any, 0
        )
    },
)
P.line("constant density", where={r"\mathcal{N}(0)": R * p_F / (pi * hbar)})
P.line("coupled states", where={_MATRIX: V_ee(epsilon_any, epsilon_prime), "(p_F|V|p_F)": V_S})
P.line("23", signs={"=": (LeadingOrder, Equal)})
P.line("upper limit", apart={r"\epsilon \ll h\omega_D": _REGIME})

# IV. The size of the gap, and the isolated pair
P.line("gap in degrees", where={"T": Delta / k_B})
P.line(
    "lowest state of the tube",
    where={"k": y_0 / ell},
    apart={r"\frac{\pi}{2} < y_0 < \pi": "the range of y_0 in the notation"},
)
P.line("kinetic energy of an isolated pair", where=_DEPTH)
P.line("isolated pair", where=_DEPTH, signs={r"\sim": LeadingOrder})
P.line("depth at the Fermi energy", where={"V(0)": V(0, ell / 2)})
P.line("no isolated pair", where=_DEPTH)

# IV. Wells: the equation holds inside, where the potential is −U, and outside, where it is 0
P.line(
    "waves in three dimensions",
    cases=({"u": sin(k_w * r), "V": -U_w}, {"u": exp(-q_w * r), "V": 0 * r}),
    primes=r,
    apart={r"u = r \psi": "it says what u is"},
)
P.line(
    "waves in one dimension",
    cases=({r"\psi": cos(k_w * x), "V": -U_w}, {r"\psi": exp(-q_w * x), "V": 0 * x}),
    primes=x,
)
P.line(
    "waves in two dimensions",
    cases=(
        {r"\psi": besselj(0, k_w * r), "V": -U_w},
        {r"\psi": besselk(0, q_w * r), "V": 0 * r},
    ),
    primes=r,
)
_INNER, _OUTER = k_w * ell_w, q_w * ell_w
P.line(
    "edge in three dimensions",
    where={
        r"\left.\frac{u'}{u}\right|_{\ell-}": k_w * cos(_INNER) / sin(_INNER),
        r"\left.\frac{u'}{u}\right|_{\ell+}": -q_w,
    },
)
P.line(
    "edge in one dimension",
    where={
        r"\left.\frac{\psi'}{\psi}\right|_{\ell-}": -k_w * sin(_INNER) / cos(_INNER),
        r"\left.\frac{\psi'}{\psi}\right|_{\ell+}": -q_w,
    },
)
P.line(
    "inner edge in two dimensions",
    where={
        r"\left.\frac{\psi}{\ell \psi'}\right|_{\ell-}": -besselj(0, _INNER)
        / (_INNER * besselj(1, _INNER))
    },
)
P.line(
    "outer edge in two dimensions",
    where={
        r"\left.\frac{\psi}{\ell \psi'}\right|_{\ell+}": -besselk(0, _OUTER)
        / (_OUTER * besselk(1, _OUTER))
    },
)
P.line("any depth binds in one dimension", where={"U": U_w * ell_w**2 * m / hbar**2})
P.line("shallow from outside", where={r"\gamma": EulerGamma})

# V. and VI.
P.line("named values", signs={r"\sim": Equal})
P.line("excited helium", signs={r"\sim": Equal})
P.line("transition temperature", where={"T": Delta / k_B})

# What the paper says in words, or the encoding adds, and no formula prints.
P.words(
    {
        "approximate equalities": 1,
        "b from the lattice": 1,
        "aluminium": 3,
        "tin": 3,
        "niobium": 3,
        "lead": 3,
        "3b": 1,
        "struck oscillator": 1,
        "displacement": 2,
        "quantum displacement": 3,
        "zero-point oscillation": 1,
        "energy of the tail": 2,
        "wavelength": 1,
        "closest approach": 2,
        "wavelength in lattice distances": 1,
        "reduced mass": 1,
        "binding energy announced": 1,
        "15": 1,
        "overlap in the tube": 1,
        "exact binding energy": 1,
        "upper limit": 2,
        "size of the exponential": 2,
        "gap in atomic energies": 1,
        "isolated pair": 1,
        "edge in three dimensions": 1,
        "no binding in a shallow well": 1,
        "three dimensions": 3,
        "edge in one dimension": 1,
        "one dimension": 1,
        "two dimensions": 3,
        "waves of the pair": 1,
        "width of the amplitude": 1,
        "narrow strip": 1,
        "strip": 1,
        "number of pairs": 1,
        "factor one half dropped": 1,
        "28": 1,
        "helium": 2,
        "roton of pairs": 1,
    }
)
