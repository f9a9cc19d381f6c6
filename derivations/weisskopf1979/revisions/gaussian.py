"""Gaussian units in chapter VII too: one letter e, and 4π in Maxwell's equation."""

from __future__ import annotations

from sympy import Integral, pi, sqrt

from ...expression import curl
from ...relation import Equal
from ...revision import Revision
from ...rules import antiderivative, by, definition, here, law
from ..notation import c, d, e, m, n
from ..notation7 import (
    B_0,
    A,
    A_cr,
    B,
    B_cr,
    B_gauss,
    B_w,
    G,
    J,
    R_w,
    V_w,
    e_H,
    j,
    j_w,
    lambda_L,
    r_33,
    r_w,
    space,
)

revision = Revision(
    "gaussian",
    "Gaussian units throughout",
    "Chapter II is Gaussian and chapter VII is Heaviside–Lorentz. Here the charge of chapter II "
    "serves throughout, Maxwell's equation has its 4π, and λ is the depth to which a field gets.",
)
revision.replace(
    "Heaviside–Lorentz",
    states=[Equal(e_H, e)],
    follows=law("one charge throughout, in Gaussian units"),
    printed=r"e = e",
)
revision.replace(
    "Maxwell",
    states=[Equal(curl(B, space), j * (4 * pi / c))],
    follows=law("Maxwell's equation for steady currents, in Gaussian units"),
    printed=r"\text{curl } B = 4\pi j/c",
)
_depth = sqrt(m * c**2 / (4 * pi * e_H**2 * n))
revision.replace(
    "33",
    states=[
        (Equal(lambda_L, _depth), definition(lambda_L)),
        (Equal(j / c, -A / lambda_L**2), by("32", "zero momentum", here)),
        (Equal(r_33, e_H**2 / (m * c**2)), definition(r_33)),
        (Equal(lambda_L, d * sqrt(d / r_33)), by("density", here)),
    ],
    note="λ is again the depth to which a field gets, so that it takes the 4π.",
)
_whole = Integral(2 * pi * r_w * j_w(r_w), (r_w, 0, R_w))
revision.replace(
    "field of the current",
    states=[
        (Equal(J, _whole), law("the current is its density summed over the cross-section")),
        (
            Equal(_whole, 2 * pi * R_w * c * B_w(R_w)),
            by(
                "current density in the wire",
                antiderivative(_whole, c * r_w * B_w(r_w) / 2),
            ),
        ),
        (Equal(B_w(R_w), B_0), by("40", here)),
    ],
    note="What is printed, argued with the antiderivative that the density has here.",
)
revision.replace(
    "critical state",
    states=[Equal(V_w / (8 * pi * lambda_L**2) * A_cr**2, G)],
    follows=definition(A_cr, because="(41), in the form that follows here, is equated with (42)"),
    printed=r"V \frac{1}{8\pi\lambda^2} A_{\mathrm{cr}}^2 = G",
)
revision.replace(
    "gauss",
    states=[Equal(B_gauss, B_cr)],
    follows=definition(B_gauss, because="all fields are in gauss"),
    printed=r"B^{G} = B",
)
