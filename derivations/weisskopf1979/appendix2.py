"""Appendix II: why an insulator is not a superconductor, equations (A1) and (A2)."""

from __future__ import annotations

from sympy import Expr, Integral, Subs, pi

from ..expression import Total
from ..paper import erratum
from ..relation import Equal, LeadingOrder, NotEqual
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
from .notation import c, hbar, m, paper
from .notation7 import e_H
from .notation_appendix import (
    A_b,
    L_m,
    band,
    delta_j,
    dN_dp,
    j_A,
    j_b,
    j_p,
    k_b,
    n_b,
    p_max,
    p_part,
    p_read,
    q,
    q_n,
)

chapter = paper.chapter(
    "Appendix II",
    "Why an insulator is not a superconductor",
    "At the upper end of a band the velocity goes to zero. A field displaces the momenta of a "
    "full band, but what leaves at one end comes in at the other, and no current results.",
)

_slope = k_b(q).diff(q)


def _at(value: Expr, order: int = 1) -> Expr:
    """A derivative of k at a momentum."""
    return Subs(k_b(q).diff(q, order), q, value)


_shift = e_H * A_b / c
_filled = Integral(_slope, (q, -p_max, p_max))

chapter.assumption(
    "even band",
    printed=r"k(-p) = k(p)",
    states=[Equal(k_b(-q), k_b(q))],
    follows=assumption("the lattice makes no difference between p and −p"),
)

chapter.assumption(
    "horizontal tangent",
    printed=r"\left. \frac{dk}{dp} \right|_{\pm p_{\max}} = 0",
    states=[Equal(_at(p_max), 0), Equal(_at(-p_max), 0)],
    follows=assumption("k has a horizontal tangent at the upper end of the band"),
)

chapter.assumption(
    "states in a length",
    printed=r"p = 2\pi h\, n/L, \quad \frac{dN}{dp} = \left(\frac{dp}{dn}\right)^{-1}",
    states=[
        Equal(q_n(n_b), 2 * pi * hbar * n_b / L_m),
        Equal(dN_dp, 1 / q_n(n_b).diff(n_b)),
    ],
    follows=law("waves that repeat themselves over the length L"),
)

chapter.text(
    "states of a band",
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

chapter.assumption(
    "sum to integral",
    printed=r"\sum \frac{dk}{dp} = \int \frac{dk}{dp}\, dN",
    states=[
        Equal(
            Total(Subs(_slope, q, q_n(n_b)), n_b, band),
            Integral(_slope * dN_dp, (q, -p_max, p_max)),
        )
    ],
    follows=model("the states of a long piece of metal lie close, and the band is filled"),
)

_read = Integral(_slope * L_m / hbar, (q, -p_read, p_read))
_states = L_m / (2 * pi * hbar)

chapter.equation(
    "A1",
    printed=r"j = e \sum \frac{dk}{dp} = e \int_{-p_m|a}^{+p_m|a} \frac{dk}{dp} \frac{Ldp}{h}",
    states=[
        (Equal(j_b, _sum), definition(j_b)),
        (
            Equal(_sum, e_H * _read),
            by(
                "sum to integral",
                "states of a band",
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
                by("sum to integral", "states of a band"),
            ),
        ],
        because="the limits are the ends ±p_max of the band, and the number of states in dp is "
        "L dp/(2πħ)",
        reads=r"j = e \sum \frac{dk}{dp} = e \int_{-p_{\max}}^{+p_{\max}} \frac{dk}{dp} "
        r"\frac{Ldp}{2\pi h}",
    ),
)

chapter.text(
    "opposite velocities",
    printed=r"\frac{dk}{dp}(-p) = -\frac{dk}{dp}(p)",
    states=[Equal(_at(-q), -_slope)],
    follows=by(both_sides("even band", derivative(q))),
)

chapter.text(
    "no current without a field",
    printed=r"j = 0",
    states=[Equal(j_b, 0)],
    follows=by("A1", antiderivative(_filled, k_b(q)), instance("even band", {q: p_max})),
    note="For any even band, filled or not.",
)

chapter.equation(
    "A2",
    printed=r"k(p - \frac{eA}{c}) = - \frac{eA}{c} \cdot \frac{dk}{dp}",
    states=[(Equal(k_b(q - _shift), -_shift * _slope), identity)],
    erratum=erratum(
        [(LeadingOrder(k_b(q - _shift) - k_b(q), -_shift * _slope, A_b), identity)],
        because="the right side is the change of k, to first order; k(p) itself is lost",
        reads=r"k(p - \frac{eA}{c}) = k(p) - \frac{eA}{c} \cdot \frac{dk}{dp}",
    ),
)

chapter.text(
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

chapter.display(
    "change of the current",
    printed=r"j = -\frac{e^2}{c} A \int_{-p_{\max}}^{+p_{\max}} \frac{d^2 k}{dp^2} "
    r"\frac{L}{\hbar} dp = \frac{e^2}{c} \frac{L}{\hbar} A \left. \frac{dk}{dp} "
    r"\right|_{-p_{\max}}^{+p_{\max}} = 0",
    states=[
        (Equal(delta_j, e_H * dN_dp * _change), definition(delta_j)),
        (
            Equal(delta_j, -_turn * L_m / hbar * _curved),
            by(
                "states of a band",
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
                    "states of a band",
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

chapter.assumption(
    "periodic band",
    printed=r"k(p + 2p_{\max}) = k(p)",
    states=[Equal(k_b(q + 2 * p_max), k_b(q))],
    follows=assumption("what leaves a full band at one end comes in at the other"),
)

_displaced = Integral(_at(q - _shift), (q, -p_max, p_max))

chapter.text(
    "displaced band",
    printed=r"j = e \int_{-p_{\max}}^{+p_{\max}} \frac{dk}{dp}(p - \frac{eA}{c}) "
    r"\frac{dN}{dp} dp = 0",
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

chapter.text(
    "periodic velocities",
    printed=r"\frac{dk}{dp}(p + 2p_{\max}) = \frac{dk}{dp}(p)",
    states=[Equal(_at(q + 2 * p_max), _slope)],
    follows=by(both_sides("periodic band", derivative(q))),
)

chapter.text(
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

chapter.assumption(
    "bottom of the band",
    printed=r"k(p) = p^2/2m",
    states=[Equal(k_b(q), q**2 / (2 * m))],
    follows=model("only the lower part of the band is filled, up to ±p_f"),
)

chapter.text(
    "partly filled band",
    printed=r"j = -\frac{e^2 N}{mc} A \ne 0",
    states=[
        (Equal(j_p, e_H * dN_dp * _partly), definition(j_p)),
        (
            Equal(j_p, -(e_H**2) * _number / (m * c) * A_b),
            by("bottom of the band", antiderivative(_partly, k_b(q - _shift)), here),
        ),
        (
            NotEqual(_partly, 0),
            by(antiderivative(_partly, k_b(q - _shift))),
        ),
    ],
    note="The shift of N electrons makes the current (33); a partly filled band of another shape "
    "carries one too.",
)
