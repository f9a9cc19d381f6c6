"""Figures 2, 3 and 5 of the paper, from what its lines say: nothing is drawn but what is put in."""

from __future__ import annotations

from sympy import Derivative, Integral, Rational, pi, sqrt

from ..figure import Axis, Curve, Figure, Plot, Put, Tick
from .notation import (
    U,
    beta,
    d,
    delta,
    e,
    ell,
    hbar,
    kappa,
    m,
    n,
    omega_D,
    p_F,
    paper,
    s,
    t,
    v_e,
    x_i,
)
from .notation4 import (
    Delta,
    L,
    R,
    V,
    alpha_e,
    epsilon,
    epsilon_any,
    epsilon_F,
    lambda_F,
    nu,
    p,
    p_nu,
    psi,
    r,
)
from .notation4 import N_e as states_up_to
from .notation5 import Delta_p, n_1, p_1, rho

_depth = e**2 / (beta * d)
_length = Put("6", ell)
_well = Put("8", V(L, r))
_tail = (
    Put("7", U),
    Put("displacement", delta, claim=0),
    Put("struck oscillator", x_i(t)),
)

paper.figures.append(
    Figure(
        "2",
        "The potential behind the electron",
        "The potential felt by another electron at the distance r behind the first. The full "
        "line is the well of (8). The broken line puts the displacement of a struck ion at "
        "the time r/v_e in the place of its largest, δ: the ions take time to move, and to "
        "return. Drawn for s = 2.",
        "A square well of constant depth from r = 0 to ℓ, and a half wave that begins and ends "
        "at zero and is as deep as the well in its middle.",
        (
            Plot(
                "",
                Axis("r", 0, Rational(8, 5), (Tick(0, "0"), Tick(1, r"\ell", line=True))),
                Axis(
                    "V(r)",
                    Rational(-5, 4),
                    Rational(1, 4),
                    (Tick(0, "0", line=True), Tick(-1, r"-\dfrac{\kappa e^2}{\beta d}")),
                ),
                (
                    Curve(
                        "the well of (8)",
                        r / ell,
                        V(0, r) / _depth,
                        r,
                        0,
                        Rational(8, 5) * ell,
                        (_well, _length),
                        points=9,
                        jumps=(ell,),
                    ),
                    Curve(
                        "with the ions' motion",
                        r / ell,
                        U * x_i(r / v_e) / delta / _depth,
                        r,
                        0,
                        pi * v_e / omega_D,
                        (*_tail, _length),
                        style="dashed",
                    ),
                ),
            ),
        ),
        values={kappa: 1, s: 2, v_e: 1, omega_D: 1},
    )
)

#: Waves of the pair: the state of each energy above the Fermi surface, with its amplitude (22).
_waves = (
    Put("9", psi(p, r)),
    Put("standing waves", p_nu(nu)),
    Put("number of states", states_up_to(epsilon_any)),
    Put("22", alpha_e(epsilon)),
)
_wave = psi(p_nu(states_up_to(epsilon)), r)
_band = (epsilon, 0, hbar * omega_D)
_size = (Put("size of a pair", rho), Put("26", Delta_p))
_wavelength = Put("wavelength in lattice distances", lambda_F)
_far = 4 * rho
_unit = (
    Tick(1, r"\lambda_F"),
    Tick(rho / lambda_F, r"\rho", line=True),
)


def _axes(title: str, *curves: Curve) -> Plot:
    return Plot(
        title,
        Axis("r", 0, _far / lambda_F, (Tick(0, "0"), *_unit)),
        Axis(r"r\psi", Rational(-11, 10), Rational(11, 10), (Tick(0, "0", line=True),)),
        curves,
        puts=(_wavelength, *_size),
    )


paper.figures.append(
    Figure(
        "3",
        "Two electrons without and with their interaction",
        "r times the wave function of two electrons at the distance r, in a scale that (10) "
        "leaves free. Without interaction it is one wave at the Fermi surface. With it, it is "
        "the sum of the waves above the Fermi surface, each with the amplitude (22), which "
        "has fallen to half at ε = Δ; beyond ρ they interfere away, with ripples from the "
        "sharp end at ħω_D. Drawn for Δ = ε_F/10 and ħω_D = ε_F: in a metal ρ is thousands "
        "of lattice distances.",
        "Above, a sine wave that goes on. Below, a sine wave whose amplitude falls off over "
        "the distance ρ. Third, the amplitude α falling as 1/(ε + Δ).",
        (
            _axes(
                "without interaction",
                Curve(
                    "",
                    r / lambda_F,
                    psi(p_F, r) / sqrt(2 / R),
                    r,
                    0,
                    _far,
                    (_wavelength, *_size, _waves[0]),
                    points=481,
                ),
            ),
            _axes(
                "with interaction",
                Curve(
                    "",
                    r / lambda_F,
                    Integral(alpha_e(epsilon) * _wave, _band)
                    / Integral(alpha_e(epsilon), _band)
                    / sqrt(2 / R),
                    r,
                    0,
                    _far,
                    (_wavelength, *_size, *_waves),
                    points=481,
                ),
            ),
            Plot(
                "the amplitudes",
                Axis(
                    r"\epsilon",
                    0,
                    10,
                    (Tick(0, "0"), Tick(1, r"\Delta", line=True), Tick(10, r"\hbar\omega_D")),
                ),
                Axis(
                    r"\alpha(\epsilon)",
                    0,
                    Rational(11, 10),
                    (
                        Tick(1, r"\dfrac{1}{\Delta}"),
                        Tick(Rational(1, 2), r"\dfrac{1}{2\Delta}", line=True),
                    ),
                ),
                (
                    Curve(
                        "",
                        epsilon / Delta,
                        alpha_e(epsilon) * Delta,
                        epsilon,
                        0,
                        hbar * omega_D,
                        (_waves[3],),
                    ),
                ),
            ),
        ),
        values={
            hbar: 1,
            m: 1,
            p_F: 1,
            R: 1,
            Delta: Rational(1, 20),
            omega_D: Rational(1, 2),
        },
        rests=("10", "14", "width of the amplitude"),
    )
)

#: How many electrons there are per interval of energy, Δ below the Fermi energy.
_strip = (
    Put("strip", n_1),
    Put("strip", p_1),
    Put("Fermi gas", n),
    Put("Fermi energy", epsilon_F),
)
_energy = (epsilon_F - Delta) / epsilon_F
_number = Derivative(n_1, Delta) * epsilon_F / n
_pairs = epsilon_F / 10

paper.figures.append(
    Figure(
        "5",
        "The electron distribution in a metal",
        "Electrons per interval of energy. All states up to ε_F are occupied; the electrons "
        "less than Δ below it form Cooper pairs. Drawn for Δ = ε_F/10: in a metal it is "
        "about ε_F/10000.",
        "A curve that rises as the root of the energy, filled up to the Fermi energy, with a "
        "darker strip at its upper end.",
        (
            Plot(
                "",
                Axis(
                    r"\epsilon",
                    0,
                    Rational(13, 10),
                    (
                        Tick(0, "0"),
                        Tick(Rational(9, 10), r"\epsilon_F - \Delta\qquad\quad"),
                        Tick(1, r"\quad\epsilon_F"),
                    ),
                ),
                Axis(
                    r"dn/d\epsilon",
                    0,
                    2,
                    (Tick(Rational(3, 2), r"\dfrac{3n}{2\epsilon_F}"),),
                ),
                (
                    Curve(
                        "occupied", _energy, _number, Delta, epsilon_F, _pairs, _strip, area="light"
                    ),
                    Curve(
                        "Cooper pairs", _energy, _number, Delta, _pairs, 0, _strip, area="strong"
                    ),
                    Curve(
                        "empty",
                        _energy,
                        _number,
                        Delta,
                        0,
                        -3 * epsilon_F / 10,
                        _strip,
                        style="dashed",
                    ),
                ),
            ),
        ),
        values={hbar: 1, m: 1, p_F: 1},
        rests=("uppermost electrons", "26"),
    )
)
