"""III. The potential tube behind the electron: equations (4) to (7)."""

from __future__ import annotations

from sympy import Expr, I, Rational, Subs, cos, exp, pi, sin, sqrt

from ..paper import erratum
from ..relation import Equal, Less, MuchLess, SameOrder
from ..rules import by, definition, here, identity, law, model
from .notation import (
    E_tail,
    M,
    U,
    a,
    b,
    beta,
    c,
    c_p,
    d,
    delta,
    delta_0,
    e,
    ell,
    epsilon_A,
    f,
    g,
    hbar,
    kappa,
    m,
    omega_D,
    p_i,
    paper,
    q_read,
    s,
    t,
    tau,
    v_e,
    x,
    x_i,
)

chapter = paper.chapter(
    "III",
    "The potential tube behind the electron",
    "A fast electron gives the ions that it passes a small push. They come back only after "
    "a time 1/ω_D, when the electron is a long way ahead: it draws a thin tube of displaced "
    "ions behind it, in which another electron is attracted.",
)

chapter.assumption(
    "passage",
    printed=r"\tau = \frac{d}{v_e}",
    states=[Equal(tau, d / v_e)],
    follows=definition(tau),
)

chapter.equation(
    "4",
    printed=r"p \sim \tau e^2/d^2 \quad [p = c \cdot \tau e^2/d^2]",
    states=[
        (Equal(p_i, c_p * tau * e**2 / d**2), definition(p_i, c_p)),
        (SameOrder(p_i, tau * e**2 / d**2), here),
    ],
)

chapter.text(
    "struck oscillator",
    printed=r"M \ddot x = -M \omega_D^2 x, \quad x(0) = 0, \quad M \dot x(0) = p",
    states=[
        (Equal(x_i(t), p_i / (M * omega_D) * sin(omega_D * t)), definition(x_i)),
        (Equal(M * x_i(t).diff(t, 2), -M * omega_D**2 * x_i(t)), here),
        (Equal(x_i(0), 0), here),
        (Equal(M * Subs(x_i(t).diff(t), t, 0), p_i), here),
    ],
    note="The motion of an oscillator of mass M and frequency ω_D after a push p.",
)

chapter.display(
    "displacement",
    printed=r"\delta = p/(M\omega_D)",
    states=[
        (Equal(delta, x_i(pi / (2 * omega_D))), definition(delta)),
        (Equal(Subs(x_i(t).diff(t), t, pi / (2 * omega_D)), 0), by("struck oscillator")),
        (Equal(delta, p_i / (M * omega_D)), by("struck oscillator", here)),
    ],
    note="The largest displacement, where the ion turns.",
)

_X = p_i / (M * omega_D) * sin(omega_D * t)
_P = p_i * cos(omega_D * t)


def _packet(i: Expr) -> Expr:
    """The ground state of the oscillator, pushed; ``i`` is the imaginary unit or its conjugate."""
    return exp(
        -M * omega_D / (2 * hbar) * (x - _X) ** 2
        + i * (_P * x / hbar - _X * _P / (2 * hbar) - omega_D * t / 2)
    )


_PSI = _packet(I)

chapter.text(
    "quantum displacement",
    printed=r"\text{a quantum mechanical calculation gives the same displacement } \delta",
    states=[
        (
            Equal(
                I * hbar * _PSI.diff(t),
                -(hbar**2) / (2 * M) * _PSI.diff(x, 2) + M * omega_D**2 * x**2 / 2 * _PSI,
            ),
            identity,
        ),
        (
            Equal(_PSI.subs(t, 0), exp(I * p_i * x / hbar) * exp(-M * omega_D * x**2 / (2 * hbar))),
            identity,
        ),
        (
            Equal(_PSI * _packet(-I), exp(-M * omega_D / hbar * (x - x_i(t)) ** 2)),
            by("struck oscillator"),
        ),
    ],
    note="The ground state times exp(ipx/ħ) goes over into a packet of unchanged width whose "
    "centre moves as the classical ion does: the displacement is δ again.",
)

chapter.equation(
    "5",
    printed=r"\delta \sim \frac{d}{v_e} \frac{e^2}{d^2} \frac{1}{M\omega_D} \sim "
    r"\frac{1}{v_e} \frac{e^2}{d} \frac{h}{\sqrt{mM} \epsilon_A} \sim \sqrt{\frac{m}{M}} d "
    r"\sim \frac{d}{\beta} \quad \left[ \delta \approx \frac{fc}{ab} \frac{d}{\beta} \right]",
    states=[
        (
            SameOrder(delta, d / v_e * e**2 / d**2 / (M * omega_D)),
            by("displacement", "4", "passage"),
        ),
        (
            SameOrder(
                d / v_e * e**2 / d**2 / (M * omega_D),
                e**2 / (v_e * d) * hbar / (sqrt(m * M) * epsilon_A),
            ),
            by("1", "3a"),
        ),
        (
            SameOrder(e**2 / (v_e * d) * hbar / (sqrt(m * M) * epsilon_A), sqrt(m / M) * d),
            by("1", "2a"),
        ),
        (SameOrder(sqrt(m / M) * d, d / beta), by("3b")),
        (
            Equal(delta, f * c_p / (a * b) * d / beta),
            by("displacement", "passage", "1", "2a", "3a", "3b", "4"),
        ),
    ],
)

chapter.text(
    "zero-point oscillation",
    printed=r"\delta_0 \sim \beta^{-1/2} d > \delta",
    states=[
        (
            Equal(delta_0, sqrt(hbar / (M * omega_D))),
            law("the width of an oscillator's ground state; see the packet above at t = 0"),
        ),
        (SameOrder(delta_0, beta ** Rational(-1, 2) * d), by("3a", "3b", here)),
        (Less(delta, delta_0), by("3b", "5", here)),
    ],
)

chapter.equation(
    "6",
    printed=r"\ell \sim \frac{v_e}{\omega_D} \sim \beta d \quad "
    r"\left[ \ell = s \frac{v_e}{\omega_D} = s \frac{a}{b} \beta d \right]",
    states=[
        (Equal(ell, s * v_e / omega_D), definition(ell, s)),
        (SameOrder(ell, v_e / omega_D), here),
        (SameOrder(v_e / omega_D, beta * d), by("2a", "3a", "3b")),
        (Equal(s * v_e / omega_D, s * a / b * beta * d), by("2a", "3a", "3b")),
    ],
)

chapter.text(
    "potential of displaced ions",
    printed=r"U = -g \frac{e^2}{d^2} \delta",
    states=[(Equal(U, -g * e**2 / d**2 * delta), definition(U, g))],
    note="The change of −e²/r over δ at r ~ d, times a constant for the ions that are closer "
    "than d and more than one.",
)

_seven = by("1", "3b", "5", "potential of displaced ions")

chapter.equation(
    "7",
    printed=r"U \sim - \frac{e^2}{d^2} \delta \sim \frac{e^2}{d} \frac{1}{\beta} \quad "
    r"\left[ U = - \kappa \frac{1}{\beta} \frac{e^2}{d}, \kappa = \frac{fcq}{ab} \sim 1 \right]",
    states=[
        (SameOrder(U, -(e**2) / d**2 * delta), by("potential of displaced ions")),
        (SameOrder(-(e**2) / d**2 * delta, e**2 / d / beta), by("5")),
        (Equal(U, -kappa / beta * e**2 / d), definition(kappa)),
        (Equal(kappa, f * c_p * q_read / (a * b)), here),
        (SameOrder(f * c_p * q_read / (a * b), 1), here),
    ],
    erratum=erratum(
        [
            (SameOrder(U, -(e**2) / d**2 * delta), by("potential of displaced ions")),
            (SameOrder(-(e**2) / d**2 * delta, -(e**2) / d / beta), by("5")),
            (Equal(U, -kappa / beta * e**2 / d), definition(kappa)),
            (Equal(kappa, f * c_p * g / (a * b)), here),
            (SameOrder(kappa, 1), here),
        ],
        because="the potential is negative, as the first and the bracketed form say, so the "
        "last ~ lacks its sign; and the letter q is g, the constant that the text introduces",
        reads=r"U \sim - \frac{e^2}{d^2} \delta \sim -\frac{e^2}{d} \frac{1}{\beta} \quad \left[ "
        r"U = - \kappa \frac{1}{\beta} \frac{e^2}{d}, \kappa = \frac{fcg}{ab} \sim 1 \right]",
    ),
)

chapter.text(
    "depth of the tube",
    printed=r"-U \sim \hbar \omega_D",
    states=[SameOrder(-U, hbar * omega_D)],
    follows=by("1", "3a", "3b", "7"),
)

chapter.text(
    "energy of the tail",
    printed=r"E_{\mathrm{tail}} \sim \beta^{-1} \epsilon_A",
    states=[
        (
            Equal(E_tail, ell / d * M * omega_D**2 * delta**2 / 2),
            model("ℓ/d ions along the path, each displaced by δ"),
        ),
        (SameOrder(E_tail, epsilon_A / beta), by("3a", "5", "6", here)),
        (MuchLess(E_tail, m * c**2), by("1", "3b", "constants", here)),
    ],
    note="Negligible compared with the mass of the electron.",
)
