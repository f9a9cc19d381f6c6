"""Steps, Kronecker deltas, dense levels, and sums of one term as counterexamples."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sympy import Expr, Heaviside, Integer, Integral, KroneckerDelta, Symbol, oo, pi, sin, sqrt

from checks.decide import decide
from checks.verdict import Status
from derivations.dimension import NUMBER
from derivations.errors import PaperError
from derivations.expression import Total
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Equal, Less, NotEqual, Relation
from derivations.rules import (
    By,
    Known,
    Levels,
    Rule,
    antiderivative,
    both_sides,
    by,
    by_parts,
    change_of_variable,
    cut_off,
    dense,
    inside_to_ends,
    integral,
    orthonormal,
    riemann_sum,
    smaller,
)

N = Notation()
x = N.variable("x", NUMBER, "a coordinate")
y = N.variable("y", NUMBER, "an energy")
L = N.quantity("L", NUMBER, "a length")
c = N.quantity("c", NUMBER, "an edge")
S = N.set("S", "states", count=N.quantity("N_S", NUMBER, "their number"))
i, j = (N.variable(name, NUMBER, "a state", sign="positive integer", member_of=S) for name in "ij")
f = N.function("f", NUMBER, "a function", of=(NUMBER,))
g = N.function("g", NUMBER, "another", of=(NUMBER,))
E = N.function("E", NUMBER, "levels", of=(NUMBER,))
LEVELS = Equal(E(i), i / L)


def known(**lines: tuple[Relation, ...]) -> Known:
    return Known(lines, N)


def statuses(rule: object, about: Known) -> list[Status]:
    """What is found of the side conditions of a rule."""
    return [decide(condition).status for condition in rule.infer(about).conditions]  # type: ignore[attr-defined]


def holds(rule: object, about: Known | None = None) -> bool:
    return set(statuses(rule, about or known())) == {Status.PROVED}


def test_an_integral_ends_where_the_step_does() -> None:
    whole = Integral(f(x) * Heaviside(1 - x / c), (x, 0, oo))
    rule = cut_off(whole, c)
    assert holds(rule)
    assert rule.infer(known()).facts == (Equal(whole, Integral(f(x), (x, 0, c))),)


@pytest.mark.parametrize(
    ("step", "edge"),
    [(1 - x / c, 2 * c), (x / c - 1, c), (1 - x / c, L)],
    ids=["elsewhere", "a step up", "at another quantity"],
)
def test_an_integral_does_not_end_elsewhere(step: Expr, edge: Expr) -> None:
    assert not holds(cut_off(Integral(f(x) * Heaviside(step), (x, 0, oo)), edge))


def test_an_integral_up_to_the_edge_must_reach_it() -> None:
    whole = Integral(f(x) * Heaviside(1 - x / c), (x, 0, L))
    assert not holds(cut_off(whole, c))
    larger = Known({}, N, facts=(Less(c, L),))
    assert holds(cut_off(whole, c), larger)


def test_an_integral_without_a_step_is_not_cut_off() -> None:
    with pytest.raises(PaperError, match="no product with one step"):
        cut_off(Integral(f(x), (x, 0, oo)), c).infer(known())


def _waves(factor: int) -> object:
    overlap = Integral(factor * sin(i * pi * x) * sin(j * pi * x), (x, 0, 1))
    change, whole = (i - j) * pi, (i + j) * pi
    return orthonormal(
        overlap,
        (i, j),
        same=by(
            antiderivative(
                Integral(sin(i * pi * x) ** 2, (x, 0, 1)),
                x / 2 - sin(2 * i * pi * x) / (4 * i * pi),
            )
        ),
        different=by(
            antiderivative(
                overlap,
                factor * (sin(change * x) / change - sin(whole * x) / whole) / 2,
            )
        ),
    )


def test_orthonormality_has_two_cases() -> None:
    assert holds(_waves(2))
    assert not holds(_waves(3))


def _levels(count: Expr, size: Symbol = L) -> Levels:
    return Levels(E(i), i, count, y, size, by("levels"))


SUM = Total(f(E(j)), j, S)


def _sum(count: Expr, above: By | None = None, size: Symbol = L) -> object:
    return riemann_sum(SUM, _levels(count, size), 0, above=above or by("levels"))


def test_a_sum_over_dense_levels_is_an_integral_with_their_density() -> None:
    about = known(levels=(LEVELS,))
    rule = _sum(y * L)
    assert holds(rule, about)
    assert rule.infer(about).facts == (Equal(SUM, Integral(f(y) * L, (y, 0, oo))),)  # type: ignore[attr-defined]


@pytest.mark.parametrize("count", [2 * y * L, y * L + 1, y**2 * L], ids=str)
def test_levels_that_are_counted_wrongly_give_no_integral(count: Expr) -> None:
    assert not holds(_sum(count), known(levels=(LEVELS,)))


def test_levels_that_stay_apart_give_no_integral() -> None:
    assert not holds(_sum(y * L, size=c), known(levels=(LEVELS,)))


def test_a_sum_begins_where_the_levels_do() -> None:
    assert not holds(_sum(y * L, above=by()), known(levels=(LEVELS,)))


def test_what_holds_at_dense_levels_holds_between_them() -> None:
    about = known(levels=(LEVELS,), line=(Equal(f(E(i)), g(E(i))),))
    rule = dense("line", _levels(y * L))
    assert holds(rule, about)
    assert rule.infer(about).facts == (Equal(f(y), g(y)),)


def test_what_depends_on_the_number_of_a_level_is_not_spread() -> None:
    about = known(levels=(LEVELS,), line=(Equal(f(E(i)), i),))
    with pytest.raises(PaperError, match="depends on i otherwise"):
        dense("line", _levels(y * L)).infer(about)


def test_a_false_sum_is_refuted_by_one_term() -> None:
    fact = Equal(f(i), -Total(g(j), j, S))
    goal = Equal(f(i), Total(g(j), j, S))
    found = decide(Obligation(goal, (fact, NotEqual(g(i), 0)), N))
    assert found.status is Status.REFUTED
    assert found.reason.startswith("for sums of one term")


def test_a_sum_of_one_term_refutes_nothing_that_needs_two() -> None:
    """Two different members are among the premises: one member is no model of them."""
    goal = Equal(Total(f(j), j, S), f(i))
    found = decide(Obligation(goal, (NotEqual(i, j),), N))
    assert found.status is not Status.PROVED
    assert not found.reason.startswith("for sums of one term")


def test_a_step_is_known_where_its_argument_has_a_sign() -> None:
    step = Heaviside(1 - x)
    for left, right in ((Heaviside(x), 1), (Heaviside(-x), 0)):
        assert decide(Obligation(Equal(left, right), (), N)).status is Status.PROVED
    assert decide(Obligation(Equal(step**2, step), (), N)).status is not Status.PROVED
    assert decide(Obligation(Equal(step, 1), (), N)).status is Status.REFUTED


def test_a_delta_is_not_summed_over_another_set() -> None:
    other = N.copy()
    T = other.set("T", "others", count=other.quantity("N_T", NUMBER, "their number"))
    total = Total(KroneckerDelta(i, j) * f(j), j, T)
    assert decide(Obligation(Equal(total, f(i)), (), other)).status is not Status.PROVED
    assert "T" not in {quantity.name for quantity in N}


N_SHELL = N.quantity("N_sh", NUMBER, "the number of states in the shell")
SHELL = N.set("shell", "the states between two energies", count=N_SHELL)
low, high = (N.quantity(name, NUMBER, "an energy") for name in ("low", "high"))
k = N.variable("k", NUMBER, "a state of the shell", sign="positive integer", member_of=SHELL)
INSIDE = (Less(low, high), Less(k, N_SHELL))
IN_SHELL = Equal(E(k), low + k * (high - low) / N_SHELL)
COUNT = N_SHELL * (y - low) / (high - low)


def shell(count: Expr, top: Expr = high) -> object:
    levels = Levels(E(k), k, count, y, N_SHELL, by("levels", "inside"))
    above = by("levels", "inside")
    return riemann_sum(Total(1 / E(k), k, SHELL), levels, low, high=top, above=above)


@pytest.mark.parametrize(
    ("step", "inside", "expected"),
    [
        (shell(COUNT), INSIDE, True),
        (shell(COUNT), (Less(low, high), Less(k, 2 * N_SHELL)), False),
        (shell(COUNT), (Less(low, high),), False),
        (shell(COUNT, 2 * high), INSIDE, False),
        (shell(2 * COUNT), INSIDE, False),
    ],
    ids=["all", "some of them above", "any number", "another end", "another density"],
)
def test_a_sum_over_a_shell_is_an_integral_over_its_energies(
    step: object, inside: tuple[Relation, ...], expected: bool
) -> None:
    assert holds(step, known(levels=(IN_SHELL,), inside=inside)) is expected


def test_no_levels_are_counted_below_the_first() -> None:
    levels = Levels(E(i), i, L * y, y, L, by("levels"))
    about = known(levels=(LEVELS,))
    total = Total(f(E(i)), i, S)
    assert holds(riemann_sum(total, levels, 0, above=by("levels")), about)
    with pytest.raises(PaperError, match="y is declared not negative, and runs from -5"):
        riemann_sum(total, levels, -5, above=by("levels")).infer(about)


@pytest.mark.parametrize(
    "rule",
    [
        smaller(Integral(0 * x, (x, -1, 1)), Integral(x, (x, -1, 1))),
        change_of_variable(Integral(1 / x**2, (x, 1, 4)), y, y**2, -1, 2),
    ],
    ids=["zero below an odd integrand", "a square that turns back"],
)
def test_what_holds_of_positive_values_is_not_used_of_negative_ones(rule: object) -> None:
    with pytest.raises(PaperError, match="declared not negative"):
        rule.infer(known())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "made",
    [
        lambda whole: antiderivative(whole, x**3 / 3 + x**2 / 2),
        lambda whole: by_parts(whole, 1, x**3 / 3 + x**2 / 2),
    ],
    ids=["antiderivative", "by parts"],
)
def test_a_root_of_what_is_positive_is_not_taken_where_it_is_negative(
    made: Callable[[Integral], Rule],
) -> None:
    whole = Integral(sqrt(x**4 + 2 * x**3 + x**2), (x, -1, 0))
    with pytest.raises(PaperError, match="declared not negative"):
        made(whole).infer(known())


def test_no_relation_holds_an_integral_to_where_its_variable_is_not() -> None:
    root, line = sqrt(x**4 + 2 * x**3 + x**2), x**2 + x
    line_by_line = known(same=(Equal(root, line),))
    for rule in (
        inside_to_ends(root, ((x**3 / 3 + x**2 / 2, x),), ((x, Integer(-1), Integer(0)),)),
        both_sides("same", integral(x, -1, 0)),
    ):
        with pytest.raises(PaperError, match="x is declared not negative"):
            rule.infer(line_by_line)
    with pytest.raises(PaperError, match="x is declared not negative"):
        Equal(Integral(root, (x, -1, 0)), 0)
    assert Equal(Integral(root, (x, 0, 1)), 0).sides
