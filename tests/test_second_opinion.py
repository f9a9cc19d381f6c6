"""A second opinion by another method: it agrees with provers that are right, and catches others."""

from __future__ import annotations

import json
from collections.abc import Callable

import mpmath
import pytest
import sympy
from click.testing import CliRunner
from flint import acb, ctx, fmpq
from sympy import Integral, Rational, Subs, Symbol, besselj, cos, cosh, exp, log, sin, sqrt, tan

from checks.cli import main
from checks.decide import decide
from checks.provers import bounds, identity, order
from checks.run import pool
from checks.run.question import Question, outcome, reply_to, text_of
from checks.soundness.fuzz.campaign import claims
from checks.soundness.opinion.disagreement import DisagreementError
from checks.soundness.opinion.second import is_about_points, second_opinion
from checks.soundness.opinion.values import AbstainError, Values
from checks.verdict import Decision, Opinion, Status, proved, refuted, undecided
from derivations.dimension import LENGTH, NUMBER
from derivations.expression import Total
from derivations.obligation import Obligation
from derivations.quantity import Notation
from derivations.relation import Equal, Less, MuchLess, Relation, SameOrder, Tends, Within

N = Notation()
x, y = (N.quantity(name, NUMBER, "positive") for name in "xy")
r = N.quantity("r", NUMBER, "real", sign="real")
d = N.quantity("d", LENGTH, "a length")
q = N.factor("q", "of order one", 1, 2)
t, v = (N.variable(name, NUMBER, "a variable", sign="real") for name in "tv")
z = N.variable("z", NUMBER, "a positive variable")
f = N.function("f", NUMBER, "free", of=(NUMBER,))
S = N.set("S", "a set", count=y)
i = N.variable("i", NUMBER, "of S", sign="integer", member_of=S)
H = N.set("H", "a set of half as many", count=y / 2)
h = N.variable("h", NUMBER, "of H", sign="integer", member_of=H)


def asked(goal: Relation, *facts: Relation) -> Obligation:
    return Obligation(goal, facts, N)


TRUE = {
    "an identity": asked(Equal((x + y) ** 2, x**2 + 2 * x * y + y**2)),
    "a root": asked(Equal(sqrt(x**2 + 2 * x * y + y**2), x + y)),
    "a fact": asked(Equal(x**2, 4 * y**2), Equal(x, 2 * y)),
    "a fact solved": asked(Equal(x, 2 * y), Equal(x**2, 4 * y**2)),
    "an inequality": asked(Less(x**2, y**2), Less(x, y)),
    "much less": asked(MuchLess(x * q, y * q), MuchLess(x, y)),
    "an interval in a unit": asked(Within(2 * d, 2, 4, "nm"), Within(d, 1, 2, "nm")),
    "an order": asked(SameOrder(x * q, x)),
    "a free function": asked(Equal((f(t) ** 2).diff(t), 2 * f(t) * f(t).diff(t))),
    "a defined function": asked(Equal(Subs(f(v).diff(v), v, r), 2 * r), Equal(f(t), t**2)),
    "a sum": asked(Equal(Total(x * f(i), i, S), x * Total(f(i), i, S))),
    "a sum over half as many": asked(Equal(Total(x, h, H), x * y / 2)),
    "an integral": asked(Equal(Integral(2 * sin(t), (t, 0, x)), 2 * Integral(sin(v), (v, 0, x)))),
}


@pytest.mark.parametrize("name", TRUE)
def test_the_second_opinion_on_a_proof_is_given_and_agrees(name: str) -> None:
    decision = decide(TRUE[name])
    assert decision.status is Status.PROVED
    found = second_opinion(TRUE[name], decision)
    assert found is not None
    assert found.agrees, found.told


FALSE = {
    "a sum squared": asked(Equal((x + y) ** 2, x**2 + y**2)),
    "another factor": asked(Equal(x, 3 * y), Equal(x, 2 * y)),
    "ten to the minus fifteen": asked(Equal(x, x * (1 + Rational(1, 10**15)))),
    "the wrong way round": asked(Less(y, x), Less(x, y)),
    "a large factor": asked(SameOrder(10**40 * x, x)),
    "an interval": asked(Within(x, 1000, 1001)),
    "a slope": asked(Equal(f(t).diff(t), f(t))),
    "a square of a sum": asked(Equal(Total(f(i), i, S) ** 2, Total(f(i) ** 2, i, S))),
    "an integral": asked(Equal(Integral(sin(t), (t, 0, x)), Integral(cos(t), (t, 0, x)))),
}


@pytest.mark.parametrize("name", FALSE)
def test_a_broken_prover_that_proves_is_caught(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def credulous(_: Obligation) -> object:
        return proved("credulity", "why not")

    for module in (identity, bounds, order):
        monkeypatch.setattr(module, "decide", credulous)
    with pytest.raises(DisagreementError, match="proved by credulity: why not"):
        second_opinion(FALSE[name], decide(FALSE[name]))


@pytest.mark.parametrize("name", ["an identity", "a root", "a fact", "an inequality"])
def test_a_broken_prover_that_refutes_is_caught(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def grumpy(_: Obligation) -> object:
        return refuted("grudge", "never")

    for module in (identity, bounds):
        monkeypatch.setattr(module, "decide", grumpy)
    with pytest.raises(DisagreementError, match="refuted by grudge: never"):
        second_opinion(TRUE[name], decide(TRUE[name]))


def test_of_false_claims_that_are_called_proved_four_in_five_are_caught() -> None:
    false = [made for _, made in claims(7, range(312)) if not made.truth]
    about_values = [made for made in false if is_about_points(made.obligation.goal)]
    caught = 0
    for made in about_values:
        try:
            second_opinion(made.obligation, proved("credulity", "why not"))
        except DisagreementError:
            caught += 1
    assert caught > 0.8 * len(about_values) > 100


def test_nothing_that_guards_against_failing_provers_keeps_a_disagreement() -> None:
    assert not issubclass(DisagreementError, Exception)


def test_there_is_no_opinion_on_facts_that_points_cannot_show() -> None:
    obligation = asked(Equal(x, y), Tends(z, 0, z))
    found = second_opinion(obligation, proved("credulity", "why not"))
    assert found == Opinion(agrees=False, told="facts about limits or orders")


def test_there_is_no_opinion_where_the_facts_do_not_hold() -> None:
    obligation = asked(Equal(x, 7), Equal(f(t).diff(t), f(t)))
    found = second_opinion(obligation, proved("credulity", "why not"))
    assert found == Opinion(agrees=False, told="no point was found at which the facts hold")


def test_a_claim_between_things_that_vanish_in_the_model_has_no_second_opinion() -> None:
    obligation = asked(Equal(f(t).diff(t), 3 * f(t)), Equal(f(t), 0))
    found = second_opinion(obligation, proved("credulity", "why not"))
    assert found == Opinion(agrees=False, told="all that it says vanishes in the model")


def test_what_is_undecided_or_not_about_values_is_not_asked() -> None:
    assert second_opinion(asked(Equal(x, y)), undecided("none", "nobody knows")) is None
    assert second_opinion(asked(Tends(z, 0, z)), proved("credulity", "why not")) is None


@pytest.mark.parametrize("command", ["check", "opinions"])
@pytest.mark.parametrize("workers", ["0", "1"])
def test_a_prover_that_lies_stops_the_run_with_a_status_of_its_own(
    mechanics: str, monkeypatch: pytest.MonkeyPatch, command: str, workers: str
) -> None:
    arguments = [command, mechanics, "--no-cache", "--workers", workers]
    assert CliRunner().invoke(main, arguments).exit_code in {0, 1}
    monkeypatch.setattr(identity, "decide", lambda _: proved("credulity", "why not"))
    monkeypatch.setattr(pool, "can_fork", lambda: True)  # a process that sees the lie
    found = CliRunner().invoke(main, arguments)
    assert found.exit_code == 3
    for part in ("two methods disagree", "from the facts", "proved by credulity: why not"):
        assert part in found.output
    assert "but by another method the sides are" in found.output


def test_what_another_method_says_is_kept_with_the_reply_and_told_in_json(mechanics: str) -> None:
    arguments = ["check", mechanics, "--no-replay", "--json", "-"]
    first, again = (CliRunner().invoke(main, arguments).output for _ in range(2))
    assert first == again
    told = json.loads(first)
    heard = [o["second_opinion"] for line in told["lines"] for o in line["obligations"]]
    assert told["opinions"]["agreeing"] > 0
    assert {"agrees": True, "told": "values at a point"} in heard


POINT = {x: Rational(7, 5), y: Rational(3, 4), r: Rational(-5, 3)}
EXPRESSIONS = [
    sqrt(x + y) ** 3 / x,
    exp(r) * sin(r) + cosh(r) * tan(y),
    log(x) ** 2 + abs(r),
    besselj(1, x) / y,
    x**r,
    Integral(exp(-x * t) * cos(t), (t, 0, y)),
]


@pytest.mark.parametrize("expression", EXPRESSIONS, ids=str)
def test_values_are_those_of_mpmath(expression: sympy.Expr) -> None:
    def value(symbol: Symbol) -> acb:
        return acb(fmpq(int(POINT[symbol].p), int(POINT[symbol].q)))

    with ctx.workprec(160), mpmath.workdps(40):
        ball = Values(value, {}).of(expression)
        plain = expression.subs(POINT)
        if isinstance(plain, Integral):
            ((_, low, high),) = plain.limits
            body = sympy.lambdify(t, plain.function, "mpmath")
            expected = mpmath.quad(body, [mpmath.mpf(low.p) / low.q, mpmath.mpf(high.p) / high.q])
        else:
            expected = sympy.N(plain, 40)
        assert abs(mpmath.mpf(ball.real.str(35, radius=False)) - mpmath.mpf(str(expected))) < 1e-30


REFUSED: list[Callable[[], sympy.Expr]] = [
    lambda: sqrt(r),
    lambda: log(r),
    lambda: 1 / (r + 2),
    lambda: Integral(sqrt(t), (t, 0, 1)),
    lambda: Integral(exp(-t), (t, 0, sympy.oo)),
    lambda: sympy.gamma(x),
]


@pytest.mark.parametrize("made", REFUSED)
def test_what_has_no_rigorous_value_is_abstained_from(made: Callable[[], sympy.Expr]) -> None:
    with pytest.raises(AbstainError):
        Values(lambda _: acb(-2), {}).of(made())


@pytest.mark.parametrize("odd", ["[]", "[true]", "3", '"no"', '[1, ""]'])
def test_an_opinion_that_cannot_be_read_leaves_the_question_undecided(odd: str) -> None:
    question = Question(asked(Equal(x, x)))
    reply = reply_to(text_of(question) or "")
    assert outcome(reply, question).opinion is not None  # type: ignore[union-attr]
    found = outcome(
        f'{{"decision":{json.dumps(json.loads(reply)["decision"])},"opinion":{odd}}}', question
    )
    assert isinstance(found, Decision)
    assert found.status is Status.UNDECIDED
    assert "cannot be read" in found.reason
