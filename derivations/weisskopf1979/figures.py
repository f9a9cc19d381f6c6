"""The figures of the paper, from what its lines say: nothing is drawn that is not put in."""

from __future__ import annotations

from sympy import Derivative, Integral, Rational, S, besseli, cos, pi, sqrt

from ..figure import Arrow, Axis, Curve, Disc, Example, Figure, Plot, Put, Slider, Tick
from .notation import (
    U,
    a,
    b,
    beta,
    c,
    c_p,
    d,
    delta,
    e,
    ell,
    epsilon_A,
    f,
    g,
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
    x,
    x_i,
)
from .notation4 import (
    B_c,
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
    xi,
)
from .notation4 import N_e as states_up_to
from .notation5 import Delta_p, gamma, n_1, p_1, rho
from .notation7 import (
    B_0,
    I_1,
    B_w,
    B_y,
    C_w,
    F_y,
    R_w,
    e_H,
    j_w,
    lambda_L,
    r_w,
    space,
    u_w,
)
from .notation_appendix import A_b, k_b, p_max, p_part, q

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

_decay = Put("36", B_y(*space))
_outside = Put("outer field", F_y(0))
#: The step of (38): what is integrated in its second integral, between its limits.
_step = paper["38"].accepted[0].relation.sides[1]
_edges = _step.limits[0][1:]

paper.figures.append(
    Figure(
        "9",
        "The penetration of a magnetic field",
        "The field in a superconductor that fills the space x > 0. The step of (38) is nowhere "
        "the exponential, but has the same area. The depth λ in which the current runs "
        "against the field is that of Fig. 10.",
        "A constant field outside falls off exponentially inside, to 1/e at the depth λ; a "
        "step of the same height ends there.",
        (
            Plot(
                "",
                Axis("x", -1, 4, (Tick(0, "0", line=True), Tick(1, r"\lambda", line=True))),
                Axis(
                    "B_y",
                    0,
                    Rational(5, 4),
                    (Tick(1, "B_0"), Tick(1 / S.Exp1, r"B_0/e", line=True)),
                ),
                (
                    Curve(
                        "the step of (38)",
                        x / lambda_L,
                        _step.function,
                        x,
                        *_edges,
                        style="second",
                        area="light",
                    ),
                    Curve(
                        "the field",
                        x / lambda_L,
                        B_y(*space) / B_0,
                        x,
                        0,
                        4 * lambda_L,
                        (_decay,),
                    ),
                    Curve("", x / lambda_L, F_y(0) / B_0, x, -lambda_L, 0, (_outside,)),
                ),
            ),
        ),
        values={lambda_L: 1, B_0: 1},
        rests=("35", "38"),
    )
)

_current = Put("current density in the wire", j_w(r_w), claim=1)
_ring = j_w(r_w) * lambda_L / (c * B_0)

paper.figures.append(
    Figure(
        "11",
        "A superconducting wire",
        "A cross-section, as dark as the current density is large, and the field around the "
        "axis with the current density along it. Both are the Bessel functions of the wire, "
        "close to the exponential of a plane surface where R is much larger than λ. Drawn for "
        "R = 8 λ.",
        "A disc that is dark in a thin layer at its rim and light inside; beside it field and "
        "current density over the radius, both falling steeply from the rim inwards.",
        (
            Disc(
                "cross-section",
                Curve(
                    "",
                    r_w / R_w,
                    _ring,
                    r_w,
                    0,
                    R_w,
                    (_current, Put("field in the wire", C_w)),
                    points=61,
                ),
                lambda_L / R_w,
                ("R", r"\lambda", "B_0"),
            ),
            Plot(
                "from the axis to the surface",
                Axis(
                    "r",
                    0,
                    Rational(21, 20),
                    (
                        Tick(0, "0"),
                        Tick(1 - lambda_L / R_w, r"R - \lambda\qquad\quad", line=True),
                        Tick(1, r"\;R", line=True),
                    ),
                ),
                Axis("", 0, Rational(6, 5), (Tick(0, "0"), Tick(1, "1"))),
                (
                    Curve(
                        r"$B_\phi / B_0$",
                        r_w / R_w,
                        B_w(r_w) / B_0,
                        r_w,
                        0,
                        R_w,
                        (Put("field in the wire", C_w),),
                    ),
                    Curve(
                        r"$\lambda j_z / c B_0$",
                        r_w / R_w,
                        _ring,
                        r_w,
                        0,
                        R_w,
                        (_current, Put("field in the wire", C_w)),
                        style="dashed",
                    ),
                ),
            ),
        ),
        values={lambda_L: 1, B_0: 1, R_w: 8, c: 1},
        examples=(
            Example(B_w(r_w), C_w * I_1(r_w / lambda_L), ("London in the wire",)),
            Example(I_1(u_w), besseli(1, u_w), ("Bessel function",)),
        ),
        rests=("40", "field of the current"),
    )
)

#: A band with all that the appendix asks of one, and p²/2m at its bottom.
_example = Example(
    k_b(q),
    p_max**2 / (pi**2 * m) * (1 - cos(pi * q / p_max)),
    ("even band", "horizontal tangent", "periodic band"),
)
_top = 2 * p_max**2 / (pi**2 * m)
_shift = e_H * A_b / c


def _band_panel(title: str, filled: object, *free: Curve) -> Plot:
    return Plot(
        title,
        Axis(
            "p",
            Rational(-27, 20),
            Rational(27, 20),
            (
                Tick(-1, r"-p_{\max}", line=True),
                Tick(0, "0"),
                Tick(1, r"p_{\max}", line=True),
            ),
        ),
        Axis("k(p)", 0, Rational(6, 5), (Tick(1, r"k(p_{\max})"),)),
        (
            Curve(
                "occupied without a field",
                q / p_max,
                k_b(q) / _top,
                q,
                -filled,
                filled,
                style="none",
                area="light",
            ),
            Curve(
                "", q / p_max, k_b(q) / _top, q, -Rational(27, 20), Rational(27, 20), style="thin"
            ),
            Curve(
                "occupied in a field",
                (q - _shift) / p_max,
                k_b(q - _shift) / _top,
                q,
                -filled,
                filled,
            ),
            *free,
        ),
        arrows=(
            Arrow(
                (filled / p_max, Rational(11, 10)),
                ((filled - _shift) / p_max, Rational(11, 10)),
                r"-eA/c",
            ),
        ),
    )


paper.figures.append(
    Figure(
        "12",
        "Kinetic energy in a band, and the shift by a field",
        "A field displaces all momenta by −eA/c. In a filled band what leaves at one end comes in "
        "at the other, where the velocity, the slope of k, is zero: no current. In a band that "
        "is half filled more electrons run one way than the other. Drawn for k proportional to "
        "1 − cos(πp/p_max), one of the bands that satisfy the premises; the broken line is "
        "p²/2m, which it follows at the bottom.",
        "Twice the same curve, with a minimum at p = 0 and flat ends. In the filled band the "
        "shifted states cover all of it again; in the half-filled one they lie unevenly about "
        "zero.",
        (
            _band_panel("a filled band", p_max),
            _band_panel(
                "a half-filled band",
                p_part,
                Curve(
                    "$p^2/2m$",
                    q / p_max,
                    k_b(q) / _top,
                    q,
                    -Rational(7, 10),
                    Rational(7, 10),
                    (Put("bottom of the band", k_b(q)),),
                    style="dashed",
                ),
            ),
        ),
        values={
            p_max: 1,
            p_part: Rational(1, 2),
            m: 1,
            e_H: 1,
            c: 1,
            A_b: Rational(1, 6),
        },
        examples=(_example,),
        rests=("A2", "displaced band", "partly filled band"),
    )
)

_exact = Put("exact binding energy", Delta)
_rough = (Put("23", Delta), Put("exponent", xi))

paper.figures.append(
    Figure(
        "binding energy",
        "The binding energy of a pair against its coupling",
        "Δ in ħω_D as a function of the constant B of (21). The solution of the gap equation "
        "without approximation, and (23), its leading order: for weak coupling the two run "
        "together, and neither has a power series in B. Not a figure of the paper.",
        "Two curves that leave zero together with no slope and part where B is of order one.",
        (
            Plot(
                "",
                Axis(
                    "B",
                    0,
                    Rational(3, 2),
                    tuple(Tick(Rational(k, 4), f"{k / 4:g}") for k in range(7)),
                ),
                Axis(
                    r"\Delta / \hbar\omega_D",
                    0,
                    Rational(11, 10),
                    tuple(Tick(Rational(k, 4), f"{k / 4:g}", line=k > 0) for k in range(5)),
                ),
                (
                    Curve(
                        "exact",
                        B_c,
                        Delta / (hbar * omega_D),
                        B_c,
                        Rational(1, 50),
                        Rational(3, 2),
                        (_exact,),
                    ),
                    Curve(
                        "to leading order, (23)",
                        B_c,
                        Delta / (hbar * omega_D),
                        B_c,
                        Rational(1, 50),
                        Rational(3, 2),
                        _rough,
                        style="dashed",
                    ),
                ),
            ),
        ),
    )
)

#: Δ in ε_A with the exponent of (23): both sides as the announcement of the result has them.
_announced = paper["binding energy announced"].accepted[1].relation.sides[0]

paper.sliders.append(
    Slider(
        "binding energy",
        "The binding energy and the constants of order one",
        "Δ in atomic energies, (25) with the ξ of (23), for a root of the mass ratio β = 300. "
        "Each constant runs over its stated range. All are of order one, but they stand in an "
        "exponent: what the paper claims is one value among many. The shaded band reaches half a decade "
        "beyond what is printed, which is what counts as being of that order.",
        Delta / epsilon_A,
        (f, a, b, c_p, s, g),
        (
            Put("23", Delta),
            Put("binding energy announced", _announced),
            Put("size of the exponential", gamma),
            Put("23", xi),
            Put("7", kappa, claim=3),
        ),
        "1/10000000000",
        "1/10",
        values={beta: 300},
        also=(kappa, xi, gamma),
        claims=("gap in atomic energies",),
        rests=("25", "numbers of the estimate"),
    )
)
