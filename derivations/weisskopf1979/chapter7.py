"""VII. The supercurrent: electrons in a vector potential, equations (30) to (33)."""

from __future__ import annotations

from sympy import Expr, I, exp, pi, sqrt

from ..expression import Total, Vector, gradient
from ..paper import erratum
from ..relation import Equal, Less, about, of_order
from ..rules import (
    assumption,
    by,
    definition,
    here,
    identity,
    law,
)
from .notation import a_B, c, d, e, f, hbar, m, n, paper
from .notation7 import (
    A,
    A_new,
    Ry,
    e_H,
    electrons,
    eta_g,
    i_e,
    j,
    j_x,
    j_y,
    j_z,
    k_at,
    lambda_C,
    lambda_L,
    lambda_Ry,
    momenta,
    p,
    p_new,
    p_of,
    psi_i,
    psi_ni,
    psi_nr,
    psi_r,
    r_33,
    r_e,
    space,
    v_at,
)


def _sum(term: Vector) -> Vector:
    return term.map(lambda part: Total(part, i_e, electrons))


def _square(vector: Vector) -> Expr:
    return vector.dot(vector)


chapter = paper.chapter(
    "VII",
    "The supercurrent",
    "In a magnetic field an electron's velocity is not its momentum over its mass. Electrons "
    "whose momenta keep the sum zero therefore carry a current against the vector potential; "
    "it keeps the field out of the metal, and a current along the surface of a wire sustains "
    "itself, up to the field at which the pairs break.",
)

chapter.assumption(
    "Heaviside–Lorentz",
    printed=r"\text{curl } B = j/c",
    states=[Equal(e_H, sqrt(4 * pi) * e)],
    follows=law("without 4π in Maxwell's equations, two charges e attract by e²/(4πd²)"),
    note="The paper's field equation has no 4π, while its Coulomb energy e²/d has none either: "
    "the letter e stands for two numbers.",
)

chapter.text(
    "one charge",
    printed=r"e = e",
    states=[Equal(e_H, e)],
    follows=by("Heaviside–Lorentz"),
    erratum=erratum(
        [Equal(e_H**2, 4 * pi * e**2)],
        because="the field equation of this chapter is in Heaviside–Lorentz units and the Bohr "
        "radius of (1a) in Gaussian ones, so that one letter cannot be the same charge in both",
        follows=by("Heaviside–Lorentz"),
        reads=r"e_{\mathrm{VII}}^2 = 4\pi e_{\mathrm{II}}^2",
    ),
    note="Tacitly, the paper uses one letter e throughout.",
)

chapter.display(
    "velocity in a field",
    printed=r"\vec{v} = \frac{\partial k}{\partial \vec{p}}",
    states=[Equal(v_at(p), gradient(k_at(p), momenta))],
    follows=definition(),
)

chapter.equation(
    "30",
    printed=r"k = \frac{1}{2m} \left( \vec{p} - \frac{e\vec{A}}{c} \right)^2",
    states=[Equal(k_at(p), _square(p - A * (e_H / c)) / (2 * m))],
    follows=law("a free electron in a vector potential"),
)

chapter.equation(
    "31",
    printed=r"\vec{v} = \frac{1}{m} \left( \vec{p} - \frac{e\vec{A}}{c} \right)",
    states=[Equal(v_at(p), (p - A * (e_H / c)) / m)],
    follows=by("velocity in a field", "30"),
)

_drift = _sum(v_at(p_of)) * (e_H / c)
_momenta = _sum(p_of)

chapter.equation(
    "32",
    printed=r"\frac{1}{c} \vec{j} = \frac{e}{c} \sum_i \vec{v}_i = \frac{e}{mc} \sum_i \vec{p}_i "
    r"- \frac{e^2 n}{mc^2} \vec{A}",
    states=[
        (Equal(j / c, _drift), definition(j_x, j_y, j_z)),
        (Equal(_drift, _momenta * (e_H / (m * c)) - A * (e_H**2 * n / (m * c**2))), by("31")),
    ],
    note="Summed over the electrons in the unit of volume, whatever their number n.",
)

chapter.assumption(
    "zero momentum",
    printed=r"\sum_i \vec{p}_i = 0",
    states=[Equal(_momenta, Vector([0, 0, 0]))],
    follows=assumption(
        "pairs, and the electrons below them, keep P = 0 in the natural gauge, as chapter VI "
        "has it; what binding changes of a momentum is neglected"
    ),
)

chapter.equation(
    "33",
    printed=r"\frac{1}{c} \vec{j} = - \frac{1}{\lambda^2} \vec{A}, \quad "
    r"\lambda = \left( \frac{mc^2}{e^2 n} \right)^{1/2} = d \left( \frac{d}{r_0} \right)^{1/2}, "
    r"\quad r_0 = \frac{e^2}{mc^2}",
    states=[
        (Equal(lambda_L, sqrt(m * c**2 / (e_H**2 * n))), definition(lambda_L)),
        (Equal(j / c, -A / lambda_L**2), by("32", "zero momentum", here)),
        (Equal(r_33, e_H**2 / (m * c**2)), definition(r_33)),
        (Equal(sqrt(m * c**2 / (e_H**2 * n)), d * sqrt(d / r_33)), by("density", here)),
    ],
)

chapter.assumption(
    "electron radius",
    printed=r"r_e = \frac{e^2}{mc^2}",
    states=[Equal(r_e, e**2 / (m * c**2))],
    follows=definition(r_e, because="the radius at which Coulomb's energy, Gaussian, is mc²"),
)

chapter.text(
    "classical radius",
    printed=r"r_0 = r_e",
    states=[Equal(r_33, r_e)],
    follows=by("33", "electron radius", "Heaviside–Lorentz"),
    erratum=erratum(
        [Equal(r_33, 4 * pi * r_e)],
        because="with the charge of this chapter's units e²/(mc²) is 4π times the classical "
        "electron radius",
        follows=by("33", "electron radius", "Heaviside–Lorentz"),
        reads=r"r_0 = 4\pi r_e",
    ),
    note="The text calls r₀ the so-called classical electron radius.",
)

chapter.number(
    "radius in cm",
    printed=r"r_e = 2.8 \cdot 10^{-13}\ \mathrm{cm}",
    states=[about(r_e * 10**13, "2.8", "cm")],
    follows=by("constants", "electron radius"),
    note="Named, not printed, in the text.",
)

_wave = psi_r(*space) + I * psi_i(*space)
_wave_new = psi_nr(*space) + I * psi_ni(*space)
_eta = eta_g(*space)
_turned = _wave * exp(I * e_H * _eta / (hbar * c))

chapter.text(
    "gauge",
    printed=r"\vec{A}' = \vec{A} + \eta, \quad \psi' = \psi \exp \left[ \frac{ie}{c} \eta \right], "
    r"\quad \vec{p}' = \vec{p} + (e/c)\eta",
    states=[
        (Equal(A_new, A + Vector([_eta, _eta, _eta])), definition()),
        (Equal(_wave_new, _wave * exp(I * e_H / c * _eta)), definition()),
        (Equal(p_new, p + Vector([_eta, _eta, _eta]) * (e_H / c)), definition()),
    ],
    erratum=erratum(
        [
            (Equal(A_new, A + gradient(_eta, space)), definition()),
            (Equal(_wave_new, _turned), definition()),
            (
                Equal(
                    gradient(_turned, space) * (-I * hbar),
                    (
                        gradient(_wave, space) * (-I * hbar)
                        + gradient(_eta, space) * (_wave * e_H / c)
                    )
                    * exp(I * e_H * _eta / (hbar * c)),
                ),
                identity,
            ),
            (Equal(p_new, p + gradient(_eta, space) * (e_H / c)), definition()),
        ],
        because="a vector potential changes by the gradient of a function of space, which also "
        "is what the phase of ψ, a number, and the momenta need: ∇ and ħ are lost",
        reads=r"\vec{A}' = \vec{A} + \nabla\eta, \quad \psi' = \psi \exp \left[ \frac{ie}{hc} \eta "
        r"\right], \quad \vec{p}' = \vec{p} + (e/c)\nabla\eta",
    ),
)

chapter.text(
    "gauge of the velocity",
    printed=r"\vec{p}' - \frac{e\vec{A}'}{c} = \vec{p} - \frac{e\vec{A}}{c}",
    states=[Equal(p_new - A_new * (e_H / c), p - A * (e_H / c))],
    follows=by("gauge"),
    note="The change of the momenta cancels that of A in (30).",
)

chapter.display(
    "penetration length",
    printed=r"\lambda = f^{\frac{1}{2}} \cdot \frac{hc}{e^2} d",
    states=[Equal(lambda_L, sqrt(f) * hbar * c / e**2 * d)],
    follows=by("33", "1", "Heaviside–Lorentz"),
    erratum=erratum(
        [Equal(lambda_L, sqrt(f) * hbar * c / e**2 * d / sqrt(4 * pi))],
        because="f and 137 belong to the Gaussian charge, λ to the one in curl B = j/c, whose "
        "square is 4π times as large",
        follows=by("33", "1", "Heaviside–Lorentz"),
        reads=r"\lambda = f^{\frac{1}{2}} \cdot \frac{hc}{e^2} \frac{d}{\sqrt{4\pi}}",
    ),
)

chapter.number(
    "137 lattice distances",
    printed=r"\lambda \gtrsim 137\, d",
    states=[Less(137, lambda_L / d)],
    follows=by("penetration length", "constants"),
    erratum=erratum(
        [Less(lambda_L / d, 137), of_order(lambda_L / d, 137)],
        because="√f does not make up for the lost 1/√(4π): λ is some 40 √f lattice distances",
        follows=by("penetration length", "constants"),
        reads=r"\lambda \lesssim 137\, d",
    ),
    note="A little more than 137 times the lattice distance, says the text.",
)

chapter.assumption(
    "atomic lengths",
    printed=r"\lambda_c = \frac{h}{mc}, \quad \lambda_{Ry} = \frac{hc}{Ry}, \quad "
    r"Ry = \frac{m e^4}{2 h^2}",
    states=[
        Equal(lambda_C, hbar / (m * c)),
        Equal(lambda_Ry, hbar * c / Ry),
        Equal(Ry, m * e**4 / (2 * hbar**2)),
    ],
    follows=definition(lambda_C, lambda_Ry, Ry, because="wavelengths over 2π, as h stands for ħ"),
)

_lengths = by("electron radius", "Bohr radius", "atomic lengths")

chapter.number(
    "ratio 137",
    printed=r"r_0 : \lambda_c : a_b : \lambda_{Ry} = 1 : 137 : 137^2 : 137^3",
    states=[
        (about(lambda_C / r_e, "137"), by("electron radius", "atomic lengths", "constants")),
        (about(a_B / lambda_C, "137"), by("Bohr radius", "atomic lengths", "constants")),
        (about(lambda_Ry / a_B, "137"), by("Bohr radius", "atomic lengths", "constants")),
    ],
    erratum=erratum(
        [
            (about(lambda_C / r_e, "137"), by("electron radius", "atomic lengths", "constants")),
            (about(a_B / lambda_C, "137"), by("Bohr radius", "atomic lengths", "constants")),
            (Equal(lambda_C / r_e, hbar * c / e**2), by("electron radius", "atomic lengths")),
            (Equal(a_B / lambda_C, hbar * c / e**2), by("Bohr radius", "atomic lengths")),
            (Equal(lambda_Ry / a_B, 2 * hbar * c / e**2), by("Bohr radius", "atomic lengths")),
        ],
        because="the Rydberg is half of e²/a_B, so that its wavelength stands to the Bohr "
        "radius as twice 137",
        reads=r"r_0 : \lambda_c : a_b : \lambda_{Ry} = 1 : 137 : 137^2 : 2 \cdot 137^3",
    ),
    note="The first two ratios are ħc/e² exactly; r₀ is here the classical electron radius.",
)
