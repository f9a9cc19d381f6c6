"""I. Electrons without resistance, and what London postulated: (1) to (7)."""

from __future__ import annotations

from sympy import Subs, exp, oo, pi, sqrt

from .. import constants
from ..expression import Vector, curl, divergence, laplacian
from ..relation import Equal, Tends, about
from ..rules import (
    assumption,
    both_sides,
    by,
    constant,
    curl_of,
    data,
    definition,
    derivative,
    here,
    identity,
    law,
    model,
)
from .notation import (
    B_0,
    B,
    E,
    b,
    c,
    e,
    hbar,
    j,
    j_x,
    j_y,
    j_z,
    lambda_L,
    m,
    n_s,
    paper,
    space,
    t,
    v,
    x,
)

chapter = paper.chapter(
    "I",
    "Electrons without resistance",
    "Electrons that nothing slows down keep any magnetic field as it is. A superconductor does "
    "more: whatever was there before, it keeps the field out, but for a thin layer.",
)

chapter.assumption(
    "constants",
    printed=r"\hbar,\; e,\; m,\; c",
    states=[
        constants.fact(hbar, "hbar"),
        constants.fact(e, "e"),
        constants.fact(m, "m_e"),
        constants.fact(c, "c"),
    ],
    follows=data("CODATA 2022"),
)

chapter.assumption(
    "equation of motion",
    printed=r"m \frac{\partial \vec{v}}{\partial t} = -e \vec{E}",
    states=[Equal(v.map(lambda part: m * part.diff(t)), E * -e)],
    follows=law("Newton's, without friction, to first order in velocity and fields"),
)

chapter.assumption(
    "current",
    printed=r"\vec{j} = -n_s e \vec{v}",
    states=[Equal(j, v * (-n_s * e))],
    follows=definition(j_x, j_y, j_z),
)

chapter.equation(
    "1",
    printed=r"\frac{\partial \vec{j}}{\partial t} = \frac{n_s e^2}{m} \vec{E}",
    states=[Equal(j.map(lambda part: part.diff(t)), E * (n_s * e**2 / m))],
    follows=by("equation of motion", both_sides("current", derivative(t))),
)

chapter.assumption(
    "induction",
    printed=r"\text{curl } \vec{E} = -\frac{1}{c} \frac{\partial \vec{B}}{\partial t}",
    states=[Equal(curl(E, space), B.map(lambda part: -part.diff(t) / c))],
    follows=law("Faraday's"),
)

_KEPT = curl(j, space) + B * (n_s * e**2 / (m * c))

chapter.equation(
    "2",
    printed=r"\frac{\partial}{\partial t} \left( \text{curl } \vec{j} + \frac{n_s e^2}{mc} "
    r"\vec{B} \right) = 0",
    states=[Equal(_KEPT.map(lambda part: part.diff(t)), Vector([0, 0, 0]))],
    follows=by(curl_of("1", space), "induction"),
    note="So far the electrons only keep what they have: a field that was there stays.",
)

chapter.equation(
    "3",
    printed=r"\text{curl } \vec{j} = -\frac{n_s e^2}{mc} \vec{B}",
    states=[Equal(curl(j, space), B * (-n_s * e**2 / (m * c)))],
    follows=assumption("London's postulate: what (2) keeps constant is zero, whatever was before"),
)

chapter.text(
    "postulate and motion",
    printed=r"\frac{\partial}{\partial t} \left( \text{curl } \vec{j} + \frac{n_s e^2}{mc} "
    r"\vec{B} \right) = 0",
    states=[Equal(_KEPT.map(lambda part: part.diff(t)), Vector([0, 0, 0]))],
    follows=by(both_sides("3", derivative(t))),
    note="The postulate agrees with the motion (2), and says more.",
)

chapter.equation(
    "4",
    printed=r"\lambda = \sqrt{\frac{mc^2}{4\pi n_s e^2}}, \quad "
    r"\text{curl } \vec{j} = -\frac{c}{4\pi\lambda^2} \vec{B}",
    states=[
        (Equal(lambda_L, sqrt(m * c**2 / (4 * pi * n_s * e**2))), definition(lambda_L)),
        (Equal(curl(j, space), B * (-c / (4 * pi * lambda_L**2))), by("3", here)),
    ],
)

chapter.assumption(
    "field of the current",
    printed=r"\text{curl } \vec{B} = \frac{4\pi}{c} \vec{j}",
    states=[Equal(curl(B, space), j * (4 * pi / c))],
    follows=law("Ampère's, for currents that change slowly, in Gaussian units"),
)

chapter.assumption(
    "no sources",
    printed=r"\text{div } \vec{B} = 0",
    states=[Equal(divergence(B, space), 0)],
    follows=law("there are no magnetic charges"),
)

chapter.equation(
    "5",
    printed=r"\nabla^2 \vec{B} = \frac{1}{\lambda^2} \vec{B}",
    states=[Equal(laplacian(B, space), B / lambda_L**2)],
    follows=by(
        curl_of("field of the current", space),
        "4",
        *(both_sides("no sources", derivative(r)) for r in space),
    ),
)

chapter.assumption(
    "plane surface",
    printed=r"\vec{B} = (0, 0, b(x)), \quad b(0) = B_0",
    states=[
        (Equal(B, Vector([0, 0, b(x)])), model("a field along the surface x = 0 of a thick body")),
        (Equal(b(0), B_0), definition(B_0)),
    ],
)

_SLOPE = b(x).diff(x)

chapter.assumption(
    "thick body",
    printed=r"\left. \frac{db}{dx} \right|_{0} = -\frac{1}{\lambda} b(0)",
    states=[Equal(Subs(_SLOPE, x, 0), -b(0) / lambda_L)],
    follows=model("no part of the field grows without end into the body"),
    note="Any solution of (5) is a sum of exp(x/λ) and exp(−x/λ); this leaves the second alone.",
)

_DECAY = exp(-x / lambda_L)

chapter.equation(
    "6",
    printed=r"b(x) = B_0 e^{-x/\lambda}",
    states=[
        (Equal(b(x).diff(x, 2), b(x) / lambda_L**2), by("5", "plane surface")),
        (
            Equal(b(x), B_0 * _DECAY),
            by(
                "plane surface",
                "thick body",
                here,
                constant((_SLOPE + b(x) / lambda_L) * _DECAY, x, 0),
                constant((_SLOPE - b(x) / lambda_L) / _DECAY, x, 0),
            ),
        ),
        (Tends(B_0 * _DECAY, 0, x, oo), identity),
    ],
)

chapter.equation(
    "7",
    printed=r"j_y = \frac{c}{4\pi\lambda} B_0 e^{-x/\lambda}",
    states=[Equal(j[1], c / (4 * pi * lambda_L) * B_0 * _DECAY)],
    follows=by("field of the current", "plane surface", both_sides("6", derivative(x))),
    note="The current that keeps the field out flows in the same layer.",
)

chapter.text(
    "no other current",
    printed=r"j_x = 0, \quad j_z = 0",
    states=[Equal(j[0], 0), Equal(j[2], 0)],
    follows=by("field of the current", "plane surface"),
    note="It flows along the surface, across the field.",
)

chapter.assumption(
    "density of a metal",
    printed=r"n_s = 1.00 \cdot 10^{23}\ \mathrm{cm}^{-3}",
    states=[about(n_s / 10**23, "1.00", "1/cm**3")],
    follows=model("one electron in each (2.15 Å)³"),
)

chapter.number(
    "depth in a metal",
    printed=r"\lambda \approx 17\ \mathrm{nm}",
    states=[about(lambda_L, "17", "nm")],
    follows=by("4", "constants", "density of a metal"),
)
