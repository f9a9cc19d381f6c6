"""III. Compared with chapter VII of Weisskopf: (17) to (19)."""

from __future__ import annotations

from sympy import pi, sqrt

from .. import weisskopf1979
from ..expression import curl, laplacian, substitute
from ..relation import Equal
from ..rules import assumption, by, instance, law
from ..weisskopf1979 import notation as theirs
from ..weisskopf1979 import notation7 as theirs7
from .notation import A, B, c, e, j, lambda_L, m, n_s, paper, space

#: Weisskopf's paper: what he calls λ is W(λ), and his (33) is the line W:33.
W = paper.cites(weisskopf1979.paper, "W")

chapter = paper.chapter(
    "III",
    "Compared with Weisskopf",
    "Weisskopf sums over electrons whose momenta keep the sum zero, in units without 4π. What "
    "he finds is the same length, and the same equation.",
)

chapter.assumption(
    "same electrons",
    printed=r"e_W = e, \quad m_W = m, \quad c_W = c, \quad n_W = n_s",
    states=[
        Equal(W(theirs.e), e),
        Equal(W(theirs.m), m),
        Equal(W(theirs.c), c),
        Equal(W(theirs.n), n_s),
    ],
    follows=assumption("all electrons that Weisskopf counts are superconducting"),
    note="His e is Gaussian in chapter II; that of his chapter VII is a symbol of its own.",
)

chapter.equation(
    "17",
    printed=r"\lambda_W = \lambda",
    states=[Equal(W(theirs7.lambda_L), lambda_L)],
    follows=by("4", "W:33", "W:Heaviside–Lorentz", "same electrons"),
    note="His charge is √(4π) times the Gaussian one, and his formula for λ has no 4π.",
)

_HERE = dict(zip(map(W, theirs7.space), space, strict=True))
#: Weisskopf's fields, at the place that is called x, y, z here.
A_W, B_W, j_W = (
    W(field).map(lambda part: substitute(part, _HERE))
    for field in (theirs7.A, theirs7.B, theirs7.j)
)

chapter.assumption(
    "units without 4π",
    printed=r"\vec{A}_W = \frac{1}{\sqrt{4\pi}} \vec{A}, \quad "
    r"\vec{B}_W = \frac{1}{\sqrt{4\pi}} \vec{B}, \quad \vec{j}_W = \sqrt{4\pi} \vec{j}",
    states=[
        Equal(A_W, A / sqrt(4 * pi)),
        Equal(B_W, B / sqrt(4 * pi)),
        Equal(j_W, j * sqrt(4 * pi)),
    ],
    follows=law("charges are larger by √(4π) in Heaviside–Lorentz units, and fields smaller"),
)

chapter.equation(
    "18",
    printed=r"\vec{j} = -\frac{c}{4\pi\lambda^2} \vec{A}",
    states=[Equal(j, A * (-c / (4 * pi * lambda_L**2)))],
    follows=by("17", "units without 4π", "same electrons", instance("W:33", _HERE)),
    note="The same as (11), by another way: his electrons keep their momenta, the pairs here "
    "their phase.",
)

chapter.text(
    "their potential",
    printed=r"\text{curl } \vec{A} = \vec{B}",
    states=[Equal(curl(A, space), B)],
    follows=by("units without 4π", instance("W:potential", _HERE)),
    note="Field and potential are smaller by the same factor.",
)

chapter.equation(
    "19",
    printed=r"\nabla^2 \vec{B} = \frac{1}{\lambda^2} \vec{B}",
    states=[Equal(laplacian(B, space), B / lambda_L**2)],
    follows=by("17", "units without 4π", instance("W:35", _HERE)),
    note="The same as (5): this equation has no 4π in any units.",
)
