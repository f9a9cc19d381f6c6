"""Each law of the replayer says no to a step that is not one of it, and yes to one that is."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest
from sympy import Integral, Rational, besselj, besselk, sqrt

from checks import record, replay
from checks.certificate import asked as certificate
from derivations.dimension import NUMBER
from derivations.expression import Total
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import (
    Consistent,
    Continuous,
    Equal,
    Less,
    MuchLess,
    NotEqual,
    Relation,
    Tends,
    Within,
)

Json = Any

N = Notation()
u, w = (N.quantity(name, NUMBER, "") for name in "uw")
z = N.quantity("z", NUMBER, "", sign="real")
y = N.variable("y", NUMBER, "", sign="real")
x = N.variable("x", NUMBER, "")
n = N.variable("n", NUMBER, "", sign="positive integer")
h = N.function("h", NUMBER, "", of=(NUMBER,))
count = N.quantity("count", NUMBER, "", sign="positive integer")
S = N.set("S", "", count=count)
i = N.variable("i", NUMBER, "", sign="positive integer", member_of=S)
#: What brings all names into an obligation.
EVERYTHING = Equal(h(y) + x + n + z + u + w + Total(h(i), i, S), 0)

INTEGRAL = ["int", ["*", "u", "x"], ["x", 0, "w"]]
IMPROPER = ["int", ["+", ["exp", ["*", -1, "x"]], ["exp", ["*", -2, "x"]]], ["x", 0, ["oo"]]]
SUM = ["total", ["*", "u", ["call", "h", "i"]], "i", "S"]
POLE = ["int", ["^", "x", -2], ["x", 0, 1]]
FROM_FAR = ["int", 0, ["x", ["oo"], 1]]
SQUARE = ["int", ["*", 3, ["^", "x", 2]], ["x", 0, "w"]]
TAIL = ["int", ["exp", ["*", -1, "x"]], ["x", 0, ["oo"]]]
VANISHING = [["small", ["exp", ["*", -1, ["^", "#h", -1]]], 1]]
EXP = ["exp", ["*", 2, "u"]]
PRODUCT_ROOT = ["^", ["*", "u", "w"], ["q", 1, 2]]
PRODUCT = ["^", ["*", ["^", "u", 2], "w"], ["q", 1, 2]]

#: The sides of an equation, the step that shows it, and a step of the same law that is wrong.
STEPS: dict[str, tuple[Json, Json, Json, Json]] = {
    "root": (
        PRODUCT,
        ["*", "u", ["^", "w", ["q", 1, 2]]],
        ["root", ["*", ["^", "u", 2], "w"], 2, ["*", "u", ["^", "w", ["q", 1, 2]]]],
        ["root", ["*", ["^", "u", 2], "w"], 2, ["*", -1, "u", ["^", "w", ["q", 1, 2]]]],
    ),
    "exp": (
        EXP,
        ["^", ["exp", "u"], 2],
        ["exp", ["*", 2, "u"], [[["exp", "u"], 2]]],
        ["exp", ["*", 2, "u"], [[["exp", "u"], 3]]],
    ),
    "a phase": (
        ["exp", ["*", ["i"], ["pi"]]],
        -1,
        ["exp", ["*", ["i"], ["pi"]], [[["i"], 2]]],
        ["exp", ["*", ["i"], ["pi"]], [[["i"], 4]]],
    ),
    "an integral is linear": (
        INTEGRAL,
        ["*", "u", ["int", "x", ["x", 0, "w"]]],
        ["linear", INTEGRAL, [["u", "x"]]],
        ["linear", INTEGRAL, [["x", "u"]]],
    ),
    "a sum is linear": (
        SUM,
        ["*", "u", ["total", ["call", "h", "i"], "i", "S"]],
        ["linear", SUM, [["u", ["call", "h", "i"]]]],
        ["linear", SUM, [["u", ["call", "h", "n"]]]],
    ),
    "an improper integral": (
        ["*", "u", IMPROPER],
        ["int", ["*", "u", IMPROPER[1]], IMPROPER[2]],
        ["linear", ["int", ["*", "u", IMPROPER[1]], IMPROPER[2]], [["u", IMPROPER[1]]]],
        ["linear", IMPROPER, [[1, IMPROPER[1][1]], [1, IMPROPER[1][2]]]],
    ),
    "the number of terms": (
        ["total", 1, "i", "S"],
        "count",
        ["linear", ["total", 1, "i", "S"], [[1, 1]]],
        ["linear", ["total", 1, "i", "S"], [[2, 1]]],
    ),
    "an antiderivative": (
        SQUARE,
        ["^", "w", 3],
        ["integral", SQUARE, ["^", "x", 3], []],
        ["integral", SQUARE, ["*", 3, ["^", "x", 2]], []],
    ),
    "an antiderivative that vanishes far away": (
        TAIL,
        ["exp", 0],
        ["integral", TAIL, ["*", -1, ["exp", ["*", -1, "x"]]], VANISHING],
        ["integral", TAIL, ["+", 1, ["*", -1, ["exp", ["*", -1, "x"]]]], VANISHING],
    ),
}
#: Names for bound variables, of which no fact can speak.
BOUND = {"x": "#positive..0", "i": "#positive integer.S.0"}


def closed(form: Json) -> Json:
    """What a step is about, with these names for bound variables."""
    if isinstance(form, list) and form != ["i"]:
        return [closed(part) for part in form]
    return BOUND.get(form, form) if isinstance(form, str) else form


#: Steps that no law allows, whatever the claim.
WRONG: dict[str, Json] = {
    "an antiderivative that jumps on the way": closed(
        ["integral", POLE, ["*", -1, ["^", "x", -1]], []]
    ),
    "an integral that begins at infinity": closed(["integral", FROM_FAR, 7, []]),
    "a variable of which facts can speak": ["linear", ["int", 1, ["x", 0, 1]], [[1, 1]]],
    "a series where there is no limit": ["taylor", ["exp", "u"], 2],
    "an equation that is not there": ["fact", 7, [], "u", 1, 0, 1],
    "a derivative by a constant": ["derive", 0, "u"],
    "a derivative by an integer": ["derive", 0, "n"],
    "a root of what may be negative": ["root", ["^", "z", 2], 2, "z"],
    "a logarithm of what may be negative": ["log", ["^", "z", 2], 1, ["*", 2, ["log", "z"]]],
    "a value for a variable": ["fact", 0, [], "y", 1, 0, 1],
    "a value that a variable cannot have": ["fact", 0, [["x", "z"]], "z", 1, 0, 1],
}


def asked(goal: Relation, facts: tuple[Relation, ...], proof: Json, status: str = "proved") -> Json:
    one = certificate.of_obligation(Obligation(goal, facts, N))
    decision = {"status": status, "method": "", "reason": "", "proof": proof}
    whole = {"number": 0, "asks": "relation", **one, "decision": decision}
    return json.loads(record.dumps(whole))


def read(one: Json) -> replay.Obligation:
    return replay.obligation(one, 0, certificate.table(one["symbols"]))


def accepts(one: Json) -> bool:
    try:
        replay.recheck(read(one))
    except (replay.UnclearError, replay.MalformedError):
        return False
    return True


def equation(sides: list[Json], steps: Json) -> Json:
    one = asked(EVERYTHING, (), {"steps": steps})
    return {**one, "goal": ["Equal", {"sides": sides}]}


@pytest.mark.parametrize("row", STEPS.values(), ids=STEPS.keys())
def test_a_law_shows_what_it_says_and_nothing_else(row: tuple[Json, Json, Json, Json]) -> None:
    left, right, step, wrong = *row[:2], *map(closed, row[2:])
    assert accepts(equation([left, right], [step]))
    assert not accepts(equation([left, right], []))
    assert not accepts(equation([left, right], [wrong]))
    assert not accepts(equation([1, 1], [wrong]))


@pytest.mark.parametrize("step", WRONG.values(), ids=WRONG.keys())
def test_what_no_law_allows_is_refused(step: Json) -> None:
    one = asked(EVERYTHING, (Equal(h(y) + z, 0),), {"steps": [step]})
    assert not accepts({**one, "goal": ["Equal", {"sides": [1, 1]}]})


def test_a_step_of_no_known_law_is_no_certificate() -> None:
    with pytest.raises(replay.UnclearError, match="no law"):
        replay.recheck(read(equation([1, 1], [["trust", "me"]])))


def test_what_holds_for_all_values_may_be_derived() -> None:
    steps = [["derive", 0, "y"], ["fact", 1, [["y", "z"]], ["jet", "h", [1], "z"], 2, 0, 1]]
    goal = Equal(h(y).diff(y).subs(y, z), 2)
    assert accepts(asked(goal, (Equal(h(y), 2 * y + 1),), {"steps": steps}))
    assert not accepts(asked(goal, (Equal(h(y), 2 * y**2),), {"steps": steps}))
    assert not accepts(asked(goal, (Equal(h(z), 2 * z),), {"steps": steps}))


def test_what_is_known_of_a_variable_is_not_known_of_a_bound_one() -> None:
    """Facts say that x = 3, of those x that are less than 5; the mean of x up to 1 is not 3."""
    form = ["int", "x", ["x", 0, 1]]
    facts = (Less(x, 5), Equal(x, 3), EVERYTHING)
    for step in (["linear", form, [[3, 1]]], closed(["linear", form, [[3, 1]]])):
        one = asked(Equal(u, 1), facts, {"steps": [["fact", 1, [], "x", 3, 0, 1], step]})
        assert not accepts({**one, "goal": ["Equal", {"sides": [form, 3]}]})


def test_a_logarithm_is_that_of_which_the_exponential_is_known() -> None:
    product, logs = ["*", "u", "w"], ["+", ["log", "u"], ["log", "w"]]
    known = ["exp", ["*", 1, logs], [["u", 1], ["w", 1]]]
    for q, result, shown in ((1, logs, True), (2, logs, False), (1, ["log", "u"], False)):
        step = ["log", product, q, result]
        assert accepts(equation([["log", product], logs], [known, step])) is shown
        assert not accepts(equation([["log", product], logs], [step]))
    half = ["*", ["q", 1, 2], logs]
    steps = [["exp", ["*", 2, half], [["u", 1], ["w", 1]]], ["log", PRODUCT_ROOT, 2, half]]
    assert accepts(equation([["log", PRODUCT_ROOT], half], steps))


def test_the_logarithm_of_one_is_no_turn() -> None:
    turn = ["*", 2, ["i"], ["pi"]]
    steps = [["exp", ["*", 1, turn], [[["i"], 4]]], ["log", 1, 1, turn]]
    assert accepts(equation([["exp", turn], 1], steps[:1]))
    assert not accepts(equation([["log", 1], turn], steps))


def test_an_integral_of_what_is_positive_is_positive() -> None:
    for low, high, sign in ((0, "w", True), ("w", 0, False), ("u", "w", False)):
        inverse = ["^", ["int", ["*", "u", "x"], ["x", low, high]], -1]
        assert accepts(equation([inverse, inverse], [])) == sign


def test_factors_of_what_a_fact_says_to_be_a_number_do_not_vanish() -> None:
    inverse = ["^", "z", -1]
    for fact, sign in ((Equal(u * z, 2), True), (Equal(u * z, 0), False), (Less(z, u), False)):
        one = asked(EVERYTHING, (fact, EVERYTHING), {})
        assert accepts({**one, "goal": ["Equal", {"sides": [inverse, inverse]}]}) == sign


def test_a_series_is_one_where_the_function_is_smooth() -> None:
    steps = [["taylor", ["exp", "#h"], 2]]
    assert accepts(asked(Tends(u, 0, u, 0), (), {"steps": steps}))
    for form in (["log", "#h"], ["^", "#h", ["q", 1, 2]]):
        assert not accepts(asked(Tends(u, 0, u, 0), (), {"steps": [["taylor", form, 2]]}))


def test_what_a_function_is_somewhere_does_not_say_what_it_is() -> None:
    goal = Continuous(h(x) * x, x, 0, 1)
    name = "#positive..8"

    def unfolded(body: Json) -> Json:
        return {"steps": [["fact", 0, [["y", name]], ["call", "h", name], body, 0, 1]]}

    assert accepts(asked(goal, (Equal(h(0), u),), {}))
    assert accepts(asked(goal, (Equal(h(y), y * u),), unfolded(["*", name, "u"])))
    assert not accepts(asked(goal, (Equal(h(y), y * u),), {}))
    pole = ["^", ["+", name, -1], -1]
    for proof in ({}, unfolded(pole)):
        assert not accepts(asked(goal, (Equal(h(y), 1 / (y - 1)),), proof))
    jump = Continuous(1 / (x - z), x, 0, 1)
    assert not accepts(asked(jump, (), {}))


U, INVERSE = "u", ["^", "u", -1]
ONCE, TWICE = ["exp", INVERSE], ["exp", ["*", 2, INVERSE]]
#: What does not tend to 0 as u > 0 does: exponentials that grow differently.
NO_LIMITS: dict[str, Json] = {
    "a ratio": ["*", U, TWICE, ["^", ONCE, -1]],
    "a ratio of what vanishes": ["*", U, ["^", TWICE, -1], ONCE, TWICE],
    "a root of a difference": ["*", U, ["^", ["+", ["*", 2, ONCE], ["*", -1, TWICE]], ["q", 1, 2]]],
}


@pytest.mark.parametrize("form", NO_LIMITS.values(), ids=NO_LIMITS.keys())
def test_exponentials_that_grow_differently_are_not_compared(form: Json) -> None:
    one = asked(Tends(u, 0, u, 0), (), {})
    assert accepts(one)
    kind, parts = one["goal"]
    assert not accepts({**one, "goal": [kind, {**parts, "expression": form}]})


def test_what_vanishes_is_named_and_not_compared_with_other_such() -> None:
    over = ["^", "#h", -1]
    steps = [["small", ["exp", ["*", c, over]], 1] for c in (-1, -2)]
    one = asked(Tends(u, 0, u, 0), (), {"steps": steps})
    kind, parts = one["goal"]

    def tends(*factors: Json) -> bool:
        return accepts({**one, "goal": [kind, {**parts, "expression": ["*", *factors]}]})

    less, least = ["exp", ["*", -1, INVERSE]], ["exp", ["*", -2, INVERSE]]
    assert tends(less)
    assert tends(["^", U, -5], least)
    assert not tends(least, ["^", less, -1])
    assert not tends(U, ["^", less, -1])
    assert not tends(["^", U, -41], least)


def test_what_does_not_vanish_is_not_small() -> None:
    def small(inside: Json, goal: Relation) -> bool:
        return accepts(asked(goal, (), {"steps": [["small", inside, 1]]}))

    over, limit = ["^", "#h", -1], Tends(u, 0, u, 0)
    assert small(["exp", ["*", -1, over]], limit)
    assert small(["log", "#h"], limit)
    for factor in (1, ["i"], 0, "#h", ["+", "z"], ["*", -1, "#h"]):
        assert not small(["exp", ["*", factor, over]], limit)
    assert not small(["exp", ["+", ["*", -1, over], ["i"]]], limit)
    for form in (["log", "w"], ["^", "#h", ["q", 1, 2]], "#h", ["exp", -1]):
        assert not small(form, limit)
    assert not small(["exp", ["*", -1, "w"]], Less(0, u))


def test_a_function_stays_near_a_limit_what_a_fact_says_that_it_is() -> None:
    """As h(y) = y² for all y, a fact that h(u) = 5 does not hold for small u."""
    steps = {"steps": [["fact", 1, [], ["call", "h", "#h"], 5, 0, 1]]}
    general, single = Equal(h(y), y**2), Equal(h(u), 5)
    assert not accepts(asked(Tends(h(u), 5, u, 0), (general, single), steps))
    unfolded = [["fact", 0, [["y", "#h"]], ["call", "h", "#h"], ["^", "#h", 2], 0, 1]]
    assert accepts(asked(Tends(h(u), 0, u, 0), (general,), {"steps": unfolded}))


def test_what_is_small_is_no_bound_variable() -> None:
    """The step from x = 1 down is 1 where x is small, and not from 0 to 5."""

    def down(x: str) -> Json:
        return ["int", ["Heaviside", ["+", 1, ["*", -1, x]], 0], [x, 0, 5]]

    one = asked(Tends(u * w, 0, u, 0), (), {})
    kind, parts = one["goal"]
    goal = [kind, {**parts, "expression": ["+", "u", down("w")], "limit": 5}]
    for name in ("#h", "#positive..8", "#positive..0"):
        proof = {"steps": [["linear", down(name), [[1, 1]]]]}
        assert not accepts({**one, "goal": goal, "decision": {**one["decision"], "proof": proof}})


def test_a_range_is_cut_in_pieces_of_which_there_are_some() -> None:
    facts = (Within(u, 1, 2),)
    assert accepts(asked(Within(u, 1, 2), facts, {"cuts": [["u", 2]]}))
    for n in (0, -1):
        assert not accepts(asked(Within(u, 5, 6), facts, {"cuts": [["u", n]]}))


def test_an_interval_of_a_product_is_solved_for_a_factor() -> None:
    facts = (Within(u / w, 2, 2), Within(w, 1, 3), MuchLess(z, u), Less(0, z))
    solved = [["fact", 0, [], "u", ["*", "#fact.0", "w"], 1, 1]]
    assert accepts(asked(Within(u, 2, 6), facts, {"steps": solved}))
    for proof in ({}, {"steps": solved}):
        assert not accepts(asked(Within(u, 2, 5), facts, proof))
        assert not accepts(asked(Within(u, 3, 6), facts, proof))
    less = [["fact", 2, [], "z", ["*", "#fact.2", "u"], 0, 1], *solved]
    assert accepts(asked(Within(z, 0, Rational(6, 10)), facts, {"steps": less}))
    assert not accepts(asked(Within(z, 0, Rational(5, 10)), facts, {"steps": less}))
    wrong = [["fact", 0, [], "u", "#fact.0", 1, 1]]
    assert not accepts(asked(Within(u, 2, 6), facts, {"steps": wrong}))


CIRCLE = (Equal(z**2 + w, 2), Less(w, 2))


def placed(**values: Json) -> Json:
    """A model of values for symbols."""
    return {"puts": [[name, [], value] for name, value in values.items()]}


FITS = placed(w=1, z=1)
#: Models of ``CIRCLE`` that are none.
NO_MODELS: dict[str, Json] = {
    "an equation fails": placed(w=1, z=2),
    "a sign is wrong": placed(w=-2, z=2),
    "an inequality fails": placed(w=2, z=0),
    "something has no value": placed(w=1),
    "a value of its own": placed(z="z", w=1),
    "a value that is not real": placed(w=3, z=["i"]),
    "an equation that holds at the point alone": {"point": [["w", "1"], ["z", "1"]]},
}


@pytest.mark.parametrize("model", NO_MODELS.values(), ids=NO_MODELS.keys())
def test_what_is_no_model_is_refused(model: Json) -> None:
    assert accepts(asked(Consistent(), CIRCLE, {"model": FITS}))
    assert not accepts(asked(Consistent(), CIRCLE, {"model": model}))


def test_a_model_says_nothing_of_bound_variables() -> None:
    """The mean of x up to 1 is not 5, and the integral of x from −1 to 1 is not positive."""
    name = "#real..0"
    mean = ["int", name, [name, 0, 1]]
    facts = (Equal(Integral(y, (y, 0, 1)), 5),)
    placed = {"puts": [[name, [], 5]], "steps": [["linear", mean, [[5, 1]]]]}
    assert not accepts(asked(Consistent(), facts, {"model": placed}))
    whole = Integral(y, (y, -1, 1))
    root = (Equal(sqrt(whole), sqrt(whole)),)
    assert not accepts(asked(Consistent(), root, {"model": {"point": [[name, "1"]]}}))


def test_what_is_no_claim_of_numbers_is_not_seen_in_a_model() -> None:
    for fact in (Tends(u, 3, w, 0), Continuous(u, y, 0, 1)):
        model = {"model": {"point": [["u", "1"], ["w", "1"], ["y", "1"]]}}
        assert not accepts(asked(Consistent(), (fact,), model))


def test_equations_of_a_model_hold_where_inequalities_leave_their_variables() -> None:
    inverse = (Equal(h(y) * y / (y**2), 1 / y * u),)
    model = {"model": {"puts": [["h", ["#real..8"], "u"]], "point": [["u", "1"], ["y", "2"]]}}
    assert accepts(asked(Consistent(), (*inverse, NotEqual(y, 0)), model))
    assert not accepts(asked(Consistent(), inverse, model))
    assert not accepts(asked(Consistent(), (*inverse, NotEqual(y, 2)), model))


def test_a_model_refutes_only_what_fails_in_it() -> None:
    assert accepts(asked(Equal(z, 2 * w), CIRCLE, {"model": FITS}, "refuted"))
    assert not accepts(asked(Equal(z, w), CIRCLE, {"model": FITS}, "refuted"))
    assert accepts(asked(Within(z, 2, 3), CIRCLE, {"model": FITS}, "refuted"))
    assert not accepts(asked(Within(z, 1, 3), CIRCLE, {"model": FITS}, "refuted"))


def test_functions_of_a_model_are_real_and_smooth() -> None:
    facts = (Equal(h(y) ** 2, y**2),)
    names = ["#real..8"]
    assert accepts(asked(Consistent(), facts, {"model": {"puts": [["h", names, names[0]]]}}))
    for body in (["^", ["^", names[0], 2], ["q", 1, 2]], ["*", 2, names[0]], ["*", ["i"], "u"]):
        assert not accepts(asked(Consistent(), facts, {"model": {"puts": [["h", names, body]]}}))


def test_a_function_of_a_model_may_be_written_by_exponentials_and_has_to_be_real() -> None:
    facts, names = (Equal(h(y + 1), h(y + 1)),), ["#real..8"]
    turn = ["exp", ["*", ["i"], names[0]]]
    steps = [["exp", ["*", -1, ["i"], names[0]], [[turn, -1]]]]
    for body, real in ((["sin", names[0]], True), (turn, False), (["besselk", 0, names[0]], False)):
        model = {"puts": [["h", names, body]], "steps": steps}
        assert accepts(asked(Consistent(), facts, {"model": model})) is real


VALUES = (-3, -1, 0, 2, 3, 1j, -2j, 1 + 1j, 1 - 1j)
SPANS = (
    *(replay.POSITIVE, replay.NONNEGATIVE, replay.NEGATIVE, replay.REAL, replay.NONZERO),
    *(replay.ANY, replay.Span(2, 3), replay.Span(-3, 2), replay.Span(-1, 2, False)),
    *(replay.Span(-3, -1), replay.Span(0, 2), replay.Span(0, 0), replay.Span(-3, 0, False)),
)


def holds(span: replay.Span, value: complex) -> bool:
    if complex(value).imag:
        return not span.real
    real = value.real
    return span.vanishes if real == 0 else not span.real or span.low <= real <= span.high


def test_the_spans_of_sums_products_and_powers_hold_those_of_all_values() -> None:
    for one in SPANS:
        for a in (a for a in VALUES if holds(one, a)):
            for n in (1, 2, 3, 4, *((-1, -2, -3) if a else ())):
                assert holds(one.power(n), (a if isinstance(a, complex) else Fraction(a)) ** n)
            if one.inside(replay.NONNEGATIVE):
                assert holds(one.power(Fraction(1, 2)).power(2), a)
            for other in SPANS:
                assert not one.inside(other) or holds(other, a)
                assert not holds(other, a) or holds(one.meet(other), a)
                for b in (b for b in VALUES if holds(other, b)):
                    assert holds(one * other, a * b)
                    assert holds(one + other, a + b)


def test_what_no_arithmetic_looks_into_is_the_root_of_a_power_and_not_the_power() -> None:
    theory = replay.Theory(read(equation([1, 1], [])))
    g = theory.generator(("^", "u", Fraction(3, 2)))
    assert theory.atoms[g].form == ("^", "u", Fraction(1, 2))
    assert theory.value(("^", "u", Fraction(3, 2))) != theory.gen(g)


def test_what_was_worked_out_is_worked_out_anew_where_more_is_known_of_it() -> None:
    theory = replay.Theory(read(equation([1, 1], [])))
    root = ("^", ("*", 4, "w"), Fraction(1, 2))
    assert theory.value(("+", root, "z")) != theory.value(("+", 2, "z"))
    theory.equate("w", 1)
    theory.equate(("^", 4, Fraction(1, 2)), 2)
    assert theory.value(("+", root, "z")) == theory.value(("+", 2, "z"))
    with pytest.raises(replay.UnclearError, match="made of itself"):
        theory.equate("u", ("exp", "u"))


def test_what_has_no_value_at_zero_has_no_taylor_series_there() -> None:
    """u K₁(u) tends to 1, and not to 0."""
    steps = {"steps": [["taylor", ["besselk", 1, "u"], 1]]}
    assert not accepts(asked(Tends(u * besselk(1, u), 0, u, 0), (), steps))
    steps = {"steps": [["taylor", ["besselj", 1, "u"], 1]]}
    assert accepts(asked(Tends(u * besselj(1, u), 0, u, 0), (), steps))


def test_a_model_has_no_value_for_a_variable_and_no_step_for_a_function() -> None:
    root = Equal(sqrt(x**2 + 0 * x), x + 1)
    for value in (-1, 1):
        one = asked(root, (), {"model": {"puts": [["x", [], value]]}})
        one["decision"]["status"] = "refuted"
        assert not accepts(one)
    step = ["Heaviside", ["+", "#real..0", ["q", -1, 2]], 0]
    one = asked(
        Equal(h(0), h(1)),
        (Equal(h(y) ** 2, h(y)),),
        {"model": {"puts": [["h", ["#real..0"], step]]}},
    )
    one["decision"]["status"] = "refuted"
    assert not accepts(one)


def test_what_holds_in_a_piece_of_a_range_does_not_hold_beyond_it() -> None:
    theory = replay.Theory(read(equation([1, 1], [])))
    inverse = ("^", "z", -1)
    theory.tell([(inverse, replay.POSITIVE)])
    value = theory.value(("+", "z", 1))
    assert theory.within(value, {"z": replay.Span(1, 2)}).inside(replay.Span(2, 3))
    with pytest.raises(replay.UnclearError, match="vanish"):
        theory.value(inverse)


# -- claims that are false where something vanishes, is not real, or is not smooth ---------


def limit(expression: Json, value: Json, steps: Json, *facts: Json, of: str = "u") -> Json:
    """A limit where a variable tends to 0, and equations and inequalities that are facts."""
    one = asked(Tends(u * w * z * count, 0, u, 0), (), {"steps": steps})
    parts = {"expression": expression, "limit": value, "variable": of, "to": 0}
    goal = ["Tends", parts]
    return {**one, "goal": goal, "facts": [[kind, {"sides": sides}] for kind, sides in facts]}


def test_what_is_multiplied_by_a_tiny_number_may_vanish() -> None:
    tiny = ["q", 1, 10**400]
    for factor, fine in ((["*", tiny, "z"], False), (["*", tiny, "u"], True)):
        assert accepts(equation([["*", factor, ["^", factor, -1]], 1], [])) is fine


def test_the_square_of_what_may_not_be_real_may_be_negative() -> None:
    one = asked(EVERYTHING, (NotEqual(u, w),), {})
    one["goal"] = ["Less", {"sides": [-1, ["^", "z", 2]]}]
    assert accepts(one)
    for symbol in one["symbols"]:
        symbol["sign"] = "any" if symbol["name"] == "z" else symbol["sign"]
    assert not accepts(one)
    one["goal"][1]["sides"][0] = 0
    one["facts"] = [["Less", {"sides": [["^", "z", 2], 0]}]]
    assert not accepts(one)
    assert not replay.ANY.power(2).meet(replay.REAL).inside(replay.NONNEGATIVE)


def test_a_step_is_known_by_the_sign_and_not_by_being_away_from_it() -> None:
    step = ["Heaviside", "z", 0]
    for fact, value in ((Less(z, 0), 0), (Less(0, z), 1), (NotEqual(z, 0), None)):
        one = asked(EVERYTHING, (fact,), {})
        for k in (0, 1):
            goal = ["Equal", {"sides": [step, k]}]
            assert accepts({**one, "goal": goal}) is (value == k)
    below = {**asked(EVERYTHING, (), {}), "goal": ["Less", {"sides": [-1, ["^", step, 2]]}]}
    step[2] = "u"
    assert accepts(below)
    step[2] = ["i"]
    assert not accepts(below)


def test_a_power_of_a_root_is_not_the_root() -> None:
    """From u to the 3/2 = w follows no square root of u = w."""
    root, power = ["^", "u", ["q", 1, 2]], ["^", "u", ["q", 3, 2]]
    facts = (Equal(u ** Rational(3, 2), w),)
    one = asked(EVERYTHING, facts, {"steps": [["fact", 0, [], power, "w", 0, 1]]})
    assert not accepts({**one, "goal": ["Equal", {"sides": [root, "w"]}]})


def test_a_function_of_a_model_is_smooth_in_its_integrals_too() -> None:
    name, inner = "#real..8", "#real..0"
    delta = {"puts": [["h", [name], ["KroneckerDelta", name, 0]]]}
    assert not accepts(
        asked(Equal(h(0), h(1)), (Equal(h(y) ** 2, h(y)),), {"model": delta}, "refuted")
    )
    facts = (Equal(h(y) ** 2, y**2),)
    for body, low, high in ((1, 0, "|x|"), ("|x|", 0, 1)):

        def mean(at: Json, body: Json = body, low: Json = low, high: Json = high) -> Json:
            put = {"|x|": ["Abs", at]}
            return ["int", put.get(body, body), [inner, low, put.get(high, high)]]

        steps = [
            ["linear", mean(at), [[1, 1] if body == 1 else [["Abs", at], 1]]]
            for at in (name, "y", 1, -1)
        ]
        model = {"puts": [["h", [name], mean(name)]], "steps": steps}
        assert not accepts(asked(Equal(h(1), -h(-1)), facts, {"model": model}, "refuted"))


def test_a_series_is_none_of_a_step_or_in_an_order() -> None:
    for form, at_zero in (
        (lambda v: ["Heaviside", ["*", v, "z"], 1], ["Heaviside", 0, 1]),
        (lambda v: ["KroneckerDelta", ["*", v, "z"], 0], 1),
    ):
        assert not accepts(limit(form("u"), at_zero, [["taylor", form("#h"), 1]]))
    gap = ["+", ["besselj", "u", "u"], ["*", -1, ["besselj", 0, 0]]]
    steps = [["small", ["log", "#h"], 0], ["taylor", ["besselj", "#h", "#h"], 1]]
    slow = ["*", gap, ["^", "u", -1], ["^", ["log", "u"], -1]]
    assert not accepts(limit(slow, 0, steps))


def test_an_exponential_is_not_small_where_what_it_is_divided_by_may_vanish() -> None:
    """For z = 0 it grows."""

    for base, fine in (("z", False), ("w", True)):

        def inverse(at: str, base: str = base) -> Json:
            return ["^", ["+", ["^", base, 2], ["*", -1, at]], -1]

        def form(at: str, inverse: Any = inverse) -> Json:
            return ["exp", ["*", -1, ["^", at, -1], inverse(at)]]

        defined = ["Equal", ["count", inverse("u")]]
        steps = [["fact", 0, [], "count", inverse("#h"), 0, 1], ["small", form("#h"), 1]]
        assert accepts(limit(form("u"), 0, steps, defined)) is fine


def test_what_a_fact_needs_holds_near_a_limit() -> None:
    """Where z is negative the logarithm of −z has a value, and z does not tend to 0 from above."""
    steps = [["small", ["exp", ["^", "#h", -2]], 2]]
    known = ["fact", 0, [], "count", ["log", ["*", -1, "#h"]], 0, 1]
    grows = ["exp", ["^", "z", -2]]
    needing = ["Equal", ["count", ["log", ["*", -1, "z"]]]]
    assert not accepts(limit(grows, 0, [known, *steps], needing, of="z"))
    assert not accepts(limit(grows, 0, steps, ["Less", ["z", 0]], of="z"))


def test_a_range_a_unit_and_a_name_that_are_none_are_refused() -> None:
    symbols = certificate.table([])
    record = {"kind": "symbol", "name": "f", "role": "constant", "dimension": {}}
    for k, (sign, ends) in enumerate(
        (("real", ["3", "2"]), ("positive", ["-2", "-1"]), ("positive", ["0", "0"]))
    ):
        with pytest.raises(replay.UnclearError, match="holds nothing"):
            replay.declare({**record, "name": f"f{k}", "sign": sign, "range": ends}, symbols)
    one = asked(Within(u, 1, 2), (Within(u, 1, 2), Less(0, u)), {})
    one["goal"][1]["unit"][0] = one["facts"][0][1]["unit"][0] = "-1"
    one["goal"][1]["high"] = "3"
    assert not accepts(one)
    free = {**asked(EVERYTHING, (), {}), "goal": ["Equal", {"sides": ["#real..0", "#real..0"]}]}
    with pytest.raises(replay.UnclearError, match="stands free"):
        read(free)
