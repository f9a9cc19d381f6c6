"""IV, end. Potential wells in three, one and two dimensions: the constants t, t′, t″, ξ."""

from __future__ import annotations

from sympy import (
    EulerGamma,
    Expr,
    Rational,
    Symbol,
    besselj,
    besselk,
    cos,
    cot,
    exp,
    pi,
    sin,
    tan,
)

from ..relation import Equal, LeadingOrder, Less, NotEqual, Tends, about
from ..rules import assumption, by, definition, here, identity, instance, law
from .chapter4 import chapter
from .notation import hbar, m, x
from .notation4 import r
from .notation5 import (
    Delta_w,
    E_w,
    U_w,
    ell_w,
    k_w,
    q_w,
    t_1,
    t_2,
    t_3,
    w,
    xi_2,
    y_w,
    z_B,
    z_w,
)

#: The energy of confinement in the well.
CONFINEMENT = hbar**2 / (m * ell_w**2)

chapter.assumption(
    "well",
    printed=r"\frac{\hbar^2 k^2}{m} = U - \Delta, \quad \frac{\hbar^2 q^2}{m} = \Delta",
    states=[
        (Equal(hbar**2 * k_w**2 / m, U_w - Delta_w), definition(k_w)),
        (Equal(hbar**2 * q_w**2 / m, Delta_w), definition(q_w)),
    ],
    note="The relative motion of two electrons, whose reduced mass is m/2 as in (11), in a well "
    "of depth U and radius ℓ: wave number inside, decay outside.",
)

chapter.assumption(
    "phase",
    printed=r"y = k \ell, \quad z = q \ell",
    states=[
        (Equal(y_w, k_w * ell_w), definition(y_w)),
        (Equal(z_w, q_w * ell_w), definition(z_w)),
    ],
)


def _bound(wave: Expr, radial: Expr) -> Equal:
    """Schrödinger's equation inside, where the potential is −U, for the energy −Δ."""
    return Equal(-(hbar**2) / m * radial - U_w * wave, -Delta_w * wave)


def _free(wave: Expr, radial: Expr) -> Equal:
    """Schrödinger's equation outside, where there is no potential, for the energy −Δ."""
    return Equal(-(hbar**2) / m * radial, -Delta_w * wave)


def _slope(wave: Expr, variable: Symbol) -> Expr:
    """The logarithmic derivative at the edge of the well, with the sign of a decay."""
    return (-wave.diff(variable) / wave).subs(variable, ell_w)


_in3, _out3 = sin(k_w * r), exp(-q_w * r)

chapter.text(
    "waves in three dimensions",
    printed=r"-\frac{\hbar^2}{m} u'' + V u = -\Delta\, u, \quad u = r \psi",
    states=[_bound(_in3, _in3.diff(r, 2)), _free(_out3, _out3.diff(r, 2))],
    follows=by("well"),
    note="An S-state in three dimensions: sin kr inside, which vanishes at the centre, and "
    "exp(−qr) outside.",
)

chapter.assumption(
    "edge in three dimensions",
    printed=r"\left.\frac{u'}{u}\right|_{\ell-} = \left.\frac{u'}{u}\right|_{\ell+}",
    states=[
        Equal(_slope(_out3, r), _slope(_in3, r)),
        NotEqual(sin(k_w * ell_w), 0),
    ],
    follows=law("wave function and slope are continuous, and do not vanish together"),
)

chapter.text(
    "bound states in three dimensions",
    printed=r"U = \frac{\hbar^2}{m\ell^2} \frac{y^2}{\sin^2 y}, \quad "
    r"\Delta = \frac{\hbar^2}{m\ell^2} y^2 \cot^2 y",
    states=[
        Equal(U_w, CONFINEMENT * y_w**2 / sin(y_w) ** 2),
        Equal(Delta_w, CONFINEMENT * y_w**2 * cot(y_w) ** 2),
    ],
    follows=by("well", "phase", "edge in three dimensions"),
    note="All wells of one radius at once: the depth and the binding energy in terms of the "
    "phase y that the wave gains inside.",
)

chapter.assumption(
    "half angle",
    printed=r"w = \tan\frac{y}{2}",
    states=[Equal(w, tan(y_w / 2))],
    follows=definition(w),
)

chapter.assumption(
    "shallow well",
    printed=r"w < 1",
    states=[Less(w, 1)],
    follows=assumption("the phase y is less than a right angle"),
)

chapter.text(
    "no binding in a shallow well",
    printed=r"z = -y \cot y < 0",
    states=[
        (Equal(z_w, -y_w * cot(y_w)), by("phase", "edge in three dimensions")),
        (Equal(-y_w * cot(y_w), -y_w * (1 - w**2) / (2 * w)), by("half angle")),
        (Less(-y_w * (1 - w**2) / (2 * w), 0), by("shallow well")),
    ],
    note="Continuity asks for qℓ = −y cot y, and qℓ is positive: there is no bound state as "
    "long as y < π/2.",
)

chapter.assumption(
    "deep enough",
    printed=r"y > \frac{\pi}{2}",
    states=[Less(pi / 2, y_w)],
    follows=law("a bound state has a phase above π/2, as there is none below or at it"),
)

chapter.display(
    "three dimensions",
    printed=r"U > t \frac{\hbar^2}{m\ell^2}",
    states=[
        (Equal(t_3, pi**2 / 4), definition(t_3)),
        (Less(t_3 * CONFINEMENT, hbar**2 * k_w**2 / m), by("phase", "deep enough", here)),
        (Less(hbar**2 * k_w**2 / m, U_w), by("well")),
        (Tends(U_w / CONFINEMENT, pi**2 / 4, y_w, pi / 2), by("bound states in three dimensions")),
        (Tends(Delta_w / CONFINEMENT, 0, y_w, pi / 2), by("bound states in three dimensions")),
    ],
    note="t = π²/4: the kinetic energy inside is more than that, and U more than the kinetic "
    "energy; as U comes down to it the binding energy vanishes.",
)

_in1, _out1 = cos(k_w * x), exp(-q_w * x)

chapter.text(
    "waves in one dimension",
    printed=r"-\frac{\hbar^2}{m} \psi'' + V \psi = -\Delta\, \psi",
    states=[_bound(_in1, _in1.diff(x, 2)), _free(_out1, _out1.diff(x, 2))],
    follows=by("well"),
    note="The even state for x > 0, the well reaching from −ℓ to ℓ.",
)

chapter.assumption(
    "edge in one dimension",
    printed=r"\left.\frac{\psi'}{\psi}\right|_{\ell-} = \left.\frac{\psi'}{\psi}\right|_{\ell+}",
    states=[
        Equal(_slope(_out1, x), _slope(_in1, x)),
        NotEqual(cos(k_w * ell_w), 0),
    ],
    follows=law("wave function and slope are continuous, and do not vanish together"),
)

chapter.text(
    "bound states in one dimension",
    printed=r"z = y \tan y, \quad U = \frac{\hbar^2}{m\ell^2} \frac{y^2}{\cos^2 y}, \quad "
    r"\Delta = \frac{\hbar^2}{m\ell^2} y^2 \tan^2 y",
    states=[
        (Equal(z_w, y_w * tan(y_w)), by("phase", "edge in one dimension")),
        Equal(U_w, CONFINEMENT * y_w**2 / cos(y_w) ** 2),
        Equal(Delta_w, CONFINEMENT * y_w**2 * tan(y_w) ** 2),
    ],
    follows=by("well", "phase", "edge in one dimension"),
)

chapter.text(
    "any depth binds in one dimension",
    printed=r"U \to 0 \ (y \to 0), \quad U \to \infty \ (y \to \tfrac{\pi}{2})",
    states=[Tends(U_w / CONFINEMENT, 0, y_w, 0), Tends(CONFINEMENT / U_w, 0, y_w, pi / 2)],
    follows=by("bound states in one dimension"),
    note="As y runs from 0 to π/2, the depth runs through all values.",
)

chapter.display(
    "one dimension",
    printed=r"\Delta = t' \frac{U^2}{\hbar^2/(m\ell^2)}",
    states=[
        (Equal(Delta_w, t_1 * U_w**2 / CONFINEMENT), definition(t_1)),
        (Tends(t_1, 1, y_w, 0), by("bound states in one dimension", here)),
    ],
    note="t′ is a number for shallow wells only; there it is 1.",
)

chapter.assumption(
    "Bessel functions",
    printed=r"J_0 + J_2 = \frac{2}{z} J_1, \quad K_2 - K_0 = \frac{2}{z} K_1",
    states=[
        Equal(besselj(2, z_B), 2 / z_B * besselj(1, z_B) - besselj(0, z_B)),
        Equal(besselk(2, z_B), 2 / z_B * besselk(1, z_B) + besselk(0, z_B)),
    ],
    follows=law("the recurrence of the Bessel functions (DLMF 10.6.1, 10.29.1)"),
)

_in2, _out2 = besselj(0, k_w * r), besselk(0, q_w * r)

chapter.text(
    "waves in two dimensions",
    printed=r"-\frac{\hbar^2}{m} \left( \psi'' + \frac{\psi'}{r} \right) + V \psi = -\Delta\, \psi",
    states=[
        (
            _bound(_in2, _in2.diff(r, 2) + _in2.diff(r) / r),
            by(instance("Bessel functions", {z_B: k_w * r}), "well"),
        ),
        (
            _free(_out2, _out2.diff(r, 2) + _out2.diff(r) / r),
            by(instance("Bessel functions", {z_B: q_w * r}), "well"),
        ),
    ],
    note="The round state: J₀(kr) inside and K₀(qr) outside.",
)

chapter.assumption(
    "inner edge in two dimensions",
    printed=r"E_w = \exp \left.\frac{\psi}{\ell \psi'}\right|_{\ell-}",
    states=[Equal(E_w, exp(-1 / (ell_w * _slope(_in2, r))))],
    follows=definition(E_w),
)

chapter.assumption(
    "outer edge in two dimensions",
    printed=r"E_w = \exp \left.\frac{\psi}{\ell \psi'}\right|_{\ell+}",
    states=[Equal(E_w, exp(-1 / (ell_w * _slope(_out2, r))))],
    follows=law("a wave function and its slope are continuous"),
)

chapter.text(
    "shallow from inside",
    printed=r"E_w \simeq e^{1/4 - 2/y^2}",
    states=[LeadingOrder(E_w, exp(Rational(1, 4) - 2 / y_w**2), y_w)],
    follows=by("phase", "inner edge in two dimensions"),
)

chapter.text(
    "shallow from outside",
    printed=r"E_w \simeq \frac{z}{2} e^{\gamma}",
    states=[LeadingOrder(E_w, z_w * exp(EulerGamma) / 2, z_w)],
    follows=by("phase", "outer edge in two dimensions"),
)

chapter.text(
    "bound states in two dimensions",
    printed=r"U = \frac{\hbar^2}{m\ell^2} (y^2 + z^2), \quad \Delta = \frac{\hbar^2}{m\ell^2} z^2",
    states=[Equal(U_w, CONFINEMENT * (y_w**2 + z_w**2)), Equal(Delta_w, CONFINEMENT * z_w**2)],
    follows=by("well", "phase"),
)

chapter.display(
    "two dimensions",
    printed=r"\Delta = t'' \frac{\hbar^2}{m\ell^2} "
    r"\exp\left[-\xi \frac{\hbar^2/(m\ell^2)}{U}\right]",
    states=[
        (Equal(xi_2, 4), definition(xi_2)),
        (Equal(Delta_w, t_2 * CONFINEMENT * exp(-xi_2 * CONFINEMENT / U_w)), definition(t_2)),
        (
            Tends(t_2, 4 * exp(Rational(1, 2) - 2 * EulerGamma), y_w, 0),
            by(
                "bound states in two dimensions",
                "shallow from inside",
                "shallow from outside",
                here,
            ),
        ),
        (about(4 * exp(Rational(1, 2) - 2 * EulerGamma), "2.08"), identity),
    ],
    note="U → 0 makes y and z vanish, z exponentially: z = 2 exp(1/4 − γ − 2/y²). Only with "
    "ξ = 4 does what is left tend to a number, t″ = 4 exp(1/2 − 2γ), γ being Euler's constant.",
)
