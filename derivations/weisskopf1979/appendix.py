"""Appendices I and II: parallel electrons, and why an insulator is no superconductor."""

from __future__ import annotations

from sympy import Integral, Subs, pi

from ..expression import Total
from ..paper import erratum
from ..relation import Equal, LeadingOrder, NotEqual, Rough, Semiquantitative
from ..rules import (
    antiderivative,
    assumption,
    both_sides,
    by,
    definition,
    derivative,
    here,
    identity,
    instance,
    integral,
    law,
    model,
)
from .notation import U, beta, c, d, ell, hbar, m, p_F, paper
from .notation7 import (
    A_b,
    L_m,
    P_pair,
    U_av,
    band,
    dN_dp,
    delta_j,
    e_H,
    j_A,
    j_b,
    j_p,
    k_b,
    n_b,
    p_first,
    p_max,
    p_part,
    p_read,
    p_second,
    q,
    q_n,
)

first = paper.chapter(
    "Appendix I",
    "Electrons that run one behind the other",
    "Two electrons with the same direction meet in each other's tube only as long as their "
    "relative motion keeps to that direction, so that on the average the tube hardly binds them.",
)

first.text(
    "parallel electrons",
    printed=r"P \sim 2p_F",
    states=[
        (Equal(P_pair, p_first + p_second), definition(P_pair)),
        (
            Equal(p_first, p_F),
            model("on top of the Fermi distribution"),
        ),
        (Equal(p_second, p_F), model("running almost in the same direction")),
        (Equal(P_pair, 2 * p_F), here),
    ],
)

first.assumption(
    "angular average",
    printed=r"\bar U = \frac{d^2}{\ell^2} U",
    states=[Equal(U_av, U * d**2 / ell**2), Semiquantitative()],
    follows=assumption(
        "a rough estimate: seen over its length ℓ, a tube of width d covers d²/ℓ² of the directions"
    ),
)

first.text(
    "factor in the exponent",
    printed=r"U = \frac{\ell^2}{d^2} \bar U, \quad \frac{\ell^2}{d^2} = \beta^2",
    states=[
        (Equal(U, ell**2 / d**2 * U_av), by("angular average")),
        (Rough(ell**2 / d**2, beta**2), by("angular average", "6")),
    ],
    note="The exponent of (23) is the inverse of B, which is proportional to the potential.",
)

second = paper.chapter(
    "Appendix II",
    "Why an insulator is not a superconductor",
    "At the upper end of a band the velocity goes to zero. A field displaces the momenta of a "
    "full band, but what leaves at one end comes in at the other, and no current results.",
)

_slope = k_b(q).diff(q)


def _at(value: object, order: int = 1) -> object:
    """A derivative of k at a momentum."""
    return Subs(k_b(q).diff(q, order), q, value)


_shift = e_H * A_b / c
_filled = Integral(_slope, (q, -p_max, p_max))

second.assumption(
    "even band",
    printed=r"k(-p) = k(p)",
    states=[Equal(k_b(-q), k_b(q))],
    follows=assumption("the lattice makes no difference between p and −p"),
)

second.assumption(
    "horizontal tangent",
    printed=r"\left. \frac{dk}{dp} \right|_{\pm p_{\max}} = 0",
    states=[Equal(_at(p_max), 0), Equal(_at(-p_max), 0)],
    follows=assumption("k has a horizontal tangent at the upper end of the band"),
)

second.assumption(
    "states in a length",
    printed=r"p = 2\pi h\, n/L, \quad \frac{dN}{dp} = \left(\frac{dp}{dn}\right)^{-1}",
    states=[
        Equal(q_n(n_b), 2 * pi * hbar * n_b / L_m),
        Equal(dN_dp, 1 / q_n(n_b).diff(n_b)),
    ],
    follows=law("waves that repeat themselves over the length L"),
)

second.text(
    "number of states",
    printed=r"dN = \frac{L\,dp}{h}",
    states=[Equal(dN_dp, L_m / hbar)],
    follows=by("states in a length"),
    erratum=erratum(
        [Equal(dN_dp, L_m / (2 * pi * hbar))],
        because="h stands for ħ throughout the paper, and a state takes 2πħ of the product of "
        "length and momentum",
        follows=by("states in a length"),
        reads=r"dN = \frac{L\,dp}{2\pi h}",
    ),
)

_sum = e_H * Total(Subs(_slope, q, q_n(n_b)), n_b, band)

second.assumption(
    "sum to integral",
    printed=r"\sum \frac{dk}{dp} = \int \frac{dk}{dp}\, dN",
    states=[
        Equal(Total(Subs(_slope, q, q_n(n_b)), n_b, band), Integral(_slope * dN_dp, (q, -p_max, p_max)))
    ],
    follows=model("the states of a long piece of metal lie close, and the band is filled"),
)

_read = Integral(_slope * L_m / hbar, (q, -p_read, p_read))
_states = L_m / (2 * pi * hbar)

second.equation(
    "A1",
    printed=r"j = e \sum \frac{dk}{dp} = e \int_{-p_m|a}^{+p_m|a} \frac{dk}{dp} \frac{Ldp}{h}",
    states=[
        (Equal(j_b, _sum), definition(j_b)),
        (
            Equal(_sum, e_H * _read),
            by(
                "sum to integral",
                "number of states",
                antiderivative(_filled, k_b(q)),
                antiderivative(_read, k_b(q) * L_m / hbar),
            ),
        ),
    ],
    erratum=erratum(
        [
            (Equal(j_b, _sum), definition(j_b)),
            (
                Equal(_sum, e_H * Integral(_slope * _states, (q, -p_max, p_max))),
                by("sum to integral", "number of states"),
            ),
        ],
        because="the limits are the ends ±p_max of the band, and the number of states in dp is "
        "L dp/(2πħ)",
        reads=r"j = e \sum \frac{dk}{dp} = e \int_{-p_{\max}}^{+p_{\max}} \frac{dk}{dp} "
        r"\frac{Ldp}{2\pi h}",
    ),
)

second.text(
    "opposite velocities",
    printed=r"\frac{dk}{dp}(-p) = -\frac{dk}{dp}(p)",
    states=[Equal(_at(-q), -_slope)],
    follows=by(both_sides("even band", derivative(q))),
)

second.text(
    "no current without a field",
    printed=r"j = 0",
    states=[Equal(j_b, 0)],
    follows=by("A1", antiderivative(_filled, k_b(q)), instance("even band", {q: p_max})),
    note="For any even band, filled or not.",
)

second.equation(
    "A2",
    printed=r"k(p - \frac{eA}{c}) = - \frac{eA}{c} \cdot \frac{dk}{dp}",
    states=[(Equal(k_b(q - _shift), -_shift * _slope), identity)],
    erratum=erratum(
        [(LeadingOrder(k_b(q - _shift) - k_b(q), -_shift * _slope, A_b), identity)],
        because="the right side is the change of k, to first order; k(p) itself is lost",
        reads=r"k(p - \frac{eA}{c}) = k(p) - \frac{eA}{c} \cdot \frac{dk}{dp}",
    ),
)

second.text(
    "change of the velocity",
    printed=r"\frac{dk}{dp}(p - \frac{eA}{c}) - \frac{dk}{dp}(p) = -\frac{eA}{c} \frac{d^2k}{dp^2}",
    states=[LeadingOrder(_at(q - _shift) - _slope, -_shift * k_b(q).diff(q, 2), A_b)],
    follows=identity,
    note="(A2), differentiated.",
)

_curved = Integral(k_b(q).diff(q, 2), (q, -p_max, p_max))
_ends = _at(p_max) - _at(-p_max)
_change = Integral(_at(q - _shift) - _slope, (q, -p_max, p_max))
_turn = e_H**2 / c * A_b

second.display(
    "change of the current",
    printed=r"j = -\frac{e^2}{c} A \int_{-p_{\max}}^{+p_{\max}} \frac{d^2 k}{dp^2} "
    r"\frac{L}{\hbar} dp = \frac{e^2}{c} \frac{L}{\hbar} A \left. \frac{dk}{dp} "
    r"\right|_{-p_{\max}}^{+p_{\max}} = 0",
    states=[
        (Equal(delta_j, e_H * dN_dp * _change), definition(delta_j)),
        (
            Equal(delta_j, -_turn * L_m / hbar * _curved),
            by(
                "number of states",
                both_sides("change of the velocity", integral(q, -p_max, p_max)),
                antiderivative(_curved, _slope),
                here,
            ),
        ),
        (
            Equal(-_turn * L_m / hbar * _curved, _turn * L_m / hbar * _ends),
            by(antiderivative(_curved, _slope)),
        ),
        (Equal(_turn * L_m / hbar * _ends, 0), by("horizontal tangent")),
    ],
    erratum=erratum(
        [
            (Equal(delta_j, e_H * dN_dp * _change), definition(delta_j)),
            (
                Equal(delta_j, -_turn * _states * _curved),
                by(
                    "number of states",
                    both_sides("change of the velocity", integral(q, -p_max, p_max)),
                    here,
                ),
            ),
            (
                Equal(-_turn * _states * _curved, -_turn * _states * _ends),
                by(antiderivative(_curved, _slope)),
            ),
            (Equal(-_turn * _states * _ends, 0), by("horizontal tangent")),
        ],
        because="the integral of k″ is the difference of k′, with the sign that stands before "
        "it; and a state takes 2πħ",
        reads=r"j = -\frac{e^2}{c} A \int_{-p_{\max}}^{+p_{\max}} \frac{d^2 k}{dp^2} "
        r"\frac{L}{2\pi\hbar} dp = -\frac{e^2}{c} \frac{L}{2\pi\hbar} A \left. \frac{dk}{dp} "
        r"\right|_{-p_{\max}}^{+p_{\max}} = 0",
    ),
)

second.assumption(
    "periodic band",
    printed=r"k(p + 2p_{\max}) = k(p)",
    states=[Equal(k_b(q + 2 * p_max), k_b(q))],
    follows=assumption("what leaves a full band at one end comes in at the other"),
)

_displaced = Integral(_at(q - _shift), (q, -p_max, p_max))

second.text(
    "displaced band",
    printed=r"j = e \int_{-p_{\max}}^{+p_{\max}} \frac{dk}{dp}(p - \frac{eA}{c}) "
    r"\frac{L\,dp}{2\pi h} = 0",
    states=[
        (Equal(j_A, e_H * dN_dp * _displaced), definition(j_A)),
        (
            Equal(j_A, 0),
            by(
                antiderivative(_displaced, k_b(q - _shift)),
                instance("periodic band", {q: -p_max - _shift}),
                here,
            ),
        ),
    ],
    note="To all orders in A: the displacement moves electrons from one end to the other.",
)

second.text(
    "periodic velocities",
    printed=r"\frac{dk}{dp}(p + 2p_{\max}) = \frac{dk}{dp}(p)",
    states=[Equal(_at(q + 2 * p_max), _slope)],
    follows=by(both_sides("periodic band", derivative(q))),
)

second.text(
    "tangent of a periodic band",
    printed=r"\left. \frac{dk}{dp} \right|_{p_{\max}} = 0",
    states=[Equal(_at(p_max), 0)],
    follows=by(
        instance("opposite velocities", {q: p_max}),
        instance("periodic velocities", {q: -p_max}),
    ),
    note="An even band that is periodic has the horizontal tangent by itself.",
)

_partly = Integral(_at(q - _shift), (q, -p_part, p_part))
_number = 2 * p_part * dN_dp

second.assumption(
    "bottom of the band",
    printed=r"k(p) = p^2/2m",
    states=[Equal(k_b(q), q**2 / (2 * m))],
    follows=model("only the lower part of the band is filled, up to ±p_f"),
)

second.text(
    "partly filled band",
    printed=r"j = -\frac{e^2 N}{mc} A \ne 0",
    states=[
        (Equal(j_p, e_H * dN_dp * _partly), definition(j_p)),
        (
            Equal(j_p, -(e_H**2) * _number / (m * c) * A_b),
            by("bottom of the band", antiderivative(_partly, k_b(q - _shift)), here),
        ),
        (NotEqual(j_p, 0), here),
    ],
    note="The shift of N electrons makes the current (33).",
)
