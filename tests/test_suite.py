"""How verdicts on lines come from obligations and from what the lines rest on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from sympy import Rational, Symbol

from checks.result import chains
from checks.suite import Suite
from checks.verdict import Verdict
from derivations.dimension import LENGTH, NUMBER, TIME
from derivations.errors import PaperError
from derivations.paper import Chapter, Paper, erratum
from derivations.relation import Attains, Equal, LeadingOrder, NotEqual, Relation, SameOrder, Within
from derivations.rules import (
    Inference,
    Known,
    assumption,
    by,
    data,
    definition,
    here,
    identity,
    law,
)


@dataclass
class Sketch:
    """A paper of one chapter with a few quantities."""

    paper: Paper = field(default_factory=lambda: Paper("sketch", "A sketch", "for one test"))

    def __post_init__(self) -> None:
        notation = self.paper.notation
        self.chapter: Chapter = self.paper.chapter("I", "The only one")
        self.x, self.y, self.z = (notation.quantity(n, LENGTH, "a length") for n in "xyz")
        self.t = notation.quantity("t", TIME, "a time")
        self.q = notation.factor("q", "a constant of order one", Rational(1, 2), 2)
        self.eps = notation.variable("eps", NUMBER, "a small number")

    def line(self, label: str, *states: Any, follows: Any = None, **more: Any) -> None:
        self.chapter.equation(label, printed="…", states=states, follows=follows, **more)

    def verdict(self, label: str) -> Verdict:
        return Suite(self.paper).line(label).verdict


@pytest.fixture
def sketch() -> Sketch:
    return Sketch()


def test_a_premise_is_given(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), follows=law("Hooke"))
    assert sketch.verdict("1") is Verdict.GIVEN


def test_a_premise_whose_dimensions_disagree_is_refuted(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, sketch.t), follows=law("Hooke"))
    assert sketch.verdict("1") is Verdict.REFUTED


def test_what_follows_is_proved(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), follows=law("Hooke"))
    sketch.line("2", Equal(sketch.x**2, 4 * sketch.y**2), follows=by("1"))
    assert sketch.verdict("2") is Verdict.PROVED


def test_what_does_not_follow_is_refuted_with_a_witness(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), follows=law("Hooke"))
    sketch.line("2", Equal(sketch.x**2, 2 * sketch.y**2), follows=by("1"))
    result = Suite(sketch.paper).line("2")
    assert result.verdict is Verdict.REFUTED
    assert dict(result.failures[0].decision.witness)["y"]


def test_nothing_is_proved_without_its_premise(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), follows=law("Hooke"))
    sketch.line("2", Equal(sketch.x**2, 4 * sketch.y**2), follows=identity)
    assert sketch.verdict("2") is Verdict.REFUTED


@pytest.mark.parametrize(("factor", "verdict"), [(2, Verdict.UP_TO_A_FACTOR), (1, Verdict.PROVED)])
def test_the_factor_that_is_left_grades_the_line(
    sketch: Sketch, factor: int, verdict: Verdict
) -> None:
    sketch.line("1", Equal(sketch.x, factor * sketch.y), follows=law("Hooke"))
    sketch.line("2", SameOrder(sketch.x, sketch.y), follows=by("1"))
    result = Suite(sketch.paper).line("2")
    assert result.verdict is verdict
    assert result.accepted[0].factor == factor


def test_the_factor_of_a_chain_is_that_of_its_ends(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), follows=law("Hooke"))
    sketch.line("2", Equal(sketch.y, 3 * sketch.z), follows=law("Hooke"))
    sketch.line("3", SameOrder(sketch.x, sketch.y, sketch.z), follows=by("1", "2"))
    assert Suite(sketch.paper).line("3").accepted[0].factor == 6


def test_a_chain_argued_link_by_link_leaves_one_factor(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), follows=law("Hooke"))
    sketch.line("2", Equal(sketch.y, 3 * sketch.z), follows=law("Hooke"))
    first, second = SameOrder(sketch.x, sketch.y), SameOrder(sketch.y, sketch.z)
    sketch.line("3", (first, by("1")), (second, by("2")))
    result = Suite(sketch.paper).line("3")
    (chain,) = chains(result.accepted)
    assert chain.claim.relation == SameOrder(sketch.x, sketch.y, sketch.z)
    assert result.factor == 6


def test_a_link_that_fails_stands_alone(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), follows=law("Hooke"))
    first, second = SameOrder(sketch.x, sketch.y), SameOrder(sketch.y, sketch.z)
    sketch.line("2", first, second, follows=by("1"))
    assert len(chains(Suite(sketch.paper).line("2").accepted)) == 2


def test_what_rests_on_a_leading_order_holds_to_leading_order(sketch: Sketch) -> None:
    near = LeadingOrder(sketch.x, sketch.y, sketch.eps)
    twice = Equal(2 * sketch.x, 2 * sketch.y)
    sketch.line("1", near, follows=law("Hooke"))
    sketch.line("2", twice, follows=by("1"))
    sketch.line("3", twice, follows=by("2"))
    sketch.line("4", (near, law("Hooke")), (twice, here))
    assert [sketch.verdict(label) for label in "234"] == [Verdict.LEADING_ORDER] * 3


def test_what_is_left_when_leading_terms_cancel_is_not_known(sketch: Sketch) -> None:
    sketch.line("1", LeadingOrder(sketch.x, sketch.y, sketch.eps), follows=law("Hooke"))
    sketch.line("2", Equal(sketch.x - sketch.y, 0), follows=by("1"))
    sketch.line("3", Equal((sketch.x - sketch.y) / sketch.z, 0), follows=by("1"))
    assert [sketch.verdict(label) for label in "23"] == [Verdict.UNDECIDED] * 2


def test_a_misprint_is_refuted_as_printed_and_proved_as_accepted(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), follows=law("Hooke"))
    mended = erratum([Equal(sketch.y, sketch.x / 2)], "the ratio is upside down", by("1"))
    sketch.line("2", Equal(sketch.y, 2 * sketch.x), follows=by("1"), erratum=mended)
    sketch.line("3", Equal(2 * sketch.y, sketch.x), follows=by("2"))
    assert sketch.verdict("2") is Verdict.MISPRINT
    assert sketch.verdict("3") is Verdict.PROVED, "later lines rest on the accepted form"


def test_a_misprint_that_is_none_fails(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), follows=law("Hooke"))
    mended = erratum([Equal(2 * sketch.y, sketch.x)], "so it looks better", by("1"))
    sketch.line("2", Equal(sketch.x, 2 * sketch.y), follows=by("1"), erratum=mended)
    result = Suite(sketch.paper).line("2")
    assert result.verdict is Verdict.REFUTED
    assert result.reason == "it is registered as a misprint, but the print holds"


def test_a_misprint_that_nothing_refutes_fails(sketch: Sketch) -> None:
    mended = erratum([Equal(sketch.x, sketch.y)], "so it looks better", law("Hooke"))
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), follows=law("Hooke"), erratum=mended)
    result = Suite(sketch.paper).line("1")
    assert result.verdict is Verdict.REFUTED
    assert "only given" in result.reason


def test_a_misprint_whose_accepted_form_is_wrong_fails(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), follows=law("Hooke"))
    mended = erratum([Equal(sketch.x, 3 * sketch.y)], "why not 3", by("1"))
    sketch.line("2", Equal(sketch.x, sketch.y), follows=by("1"), erratum=mended)
    result = Suite(sketch.paper).line("2")
    assert result.verdict is Verdict.REFUTED
    assert "accepted form fails" in result.reason


def test_trust_is_inherited(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, 2 * sketch.x), follows=identity)
    sketch.line("2", Equal(sketch.y, sketch.z), follows=law("Hooke"))
    sketch.line("3", Equal(2 * sketch.y, 2 * sketch.z), follows=by("2"))
    sketch.line("4", SameOrder(sketch.y, sketch.z), follows=by("1", "3"))
    sketch.paper.result("the upshot", "4")
    report = Suite(sketch.paper).run()
    found = {line.line.label: line for line in report.lines}
    assert found["4"].rests_on == ("1", "2", "3")
    assert found["4"].unsound == ("1",)
    assert found["3"].sound
    assert found["1"].used_by == ("4",)
    assert not report.results[0].confirmed
    assert not report.holds


def test_a_line_uses_the_factor_that_an_earlier_one_left(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, sketch.q * sketch.y), follows=definition(sketch.q))
    sketch.line("2", SameOrder(sketch.x, sketch.y), follows=by("1"))
    assert Suite(sketch.paper).line("2").facts == (Equal(sketch.x, sketch.q * sketch.y),)


def test_every_given_link_has_an_unsaid_factor_of_its_own(sketch: Sketch) -> None:
    sketch.line("1", SameOrder(sketch.x, sketch.y, sketch.z), follows=assumption("it looks so"))
    facts = Suite(sketch.paper).line("1").facts
    first, second = (fact.sides[1] / fact.sides[0] for fact in (facts[0], facts[1]))
    assert (first.free_symbols - {sketch.x, sketch.y}) != (
        second.free_symbols - {sketch.y, sketch.z}
    )
    assert Suite(sketch.paper).line("1").facts == facts, "a second run finds the same ones"


def test_data_are_facts_and_what_is_only_reached_is_not(sketch: Sketch) -> None:
    within, reached = Within(sketch.q, 1, 2), Attains(sketch.q, 1, 2)
    sketch.line("1", within, reached, follows=data("a table"))
    assert Suite(sketch.paper).line("1").facts == (within,)


def test_an_argument_may_use_no_line_that_it_does_not_name(sketch: Sketch) -> None:
    @dataclass(frozen=True)
    class Sly:
        name: str = "sly"
        premises: tuple[str, ...] = ()

        def infer(self, known: Known) -> Inference:
            return Inference(known.lines["1"])

    sketch.line("1", Equal(sketch.x, 2 * sketch.y), follows=law("Hooke"))
    sketch.line("2", Equal(sketch.x, 2 * sketch.y), follows=Sly())
    with pytest.raises(PaperError, match=r"the rule sly uses line \(1\), which is not among"):
        Suite(sketch.paper).line("2")


def test_a_prover_that_fails_has_not_decided(sketch: Sketch) -> None:
    class Odd(Relation):
        sign = latex_sign = "?"

        @property
        def sides(self) -> Any:
            message = "it has no sides"
            raise RuntimeError(message)

    sketch.line("1", Odd(), follows=identity)
    result = Suite(sketch.paper).line("1")
    assert result.verdict is Verdict.UNDECIDED
    assert result.reason == "the prover failed: RuntimeError: it has no sides"


def test_a_line_needs_only_what_it_rests_on(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, sketch.y), follows=law("Hooke"))
    sketch.line("2", Equal(sketch.x, sketch.z), follows=law("Hooke"))
    sketch.line("3", Equal(sketch.x**2, sketch.y**2), follows=by("1"))
    suite = Suite(sketch.paper)
    suite.line("3")
    assert {str(o.goal.sides[1]) for o in suite.seconds if o.goal.sides} == {"y", "y**2"}


def test_progress_is_told_of_every_line(sketch: Sketch) -> None:
    sketch.line("2", NotEqual(sketch.x, sketch.y), follows=by("1"))
    sketch.line("1", Equal(sketch.x, 2 * sketch.y), follows=law("Hooke"))
    seen: list[str] = []
    Suite(sketch.paper).run(lambda result: seen.append(result.line.label))
    assert seen == ["1", "2"]


def _second_definition(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, sketch.y), follows=definition(sketch.x))
    sketch.line("2", Equal(sketch.x, sketch.z), follows=definition(sketch.x))


def _circle(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, sketch.y), follows=by("2"))
    sketch.line("2", Equal(sketch.x, sketch.y), follows=by("1"))


def _missing_premise(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, sketch.y), follows=by("17"))


def _missing_result(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, sketch.y), follows=law("Hooke"))
    sketch.paper.result("the upshot", "2")


def _undeclared(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, Symbol("w")), follows=identity)


def _undeclared_premise(sketch: Sketch) -> None:
    sketch.line("1", Equal(sketch.x, Symbol("w")), follows=law("Hooke"))


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (_second_definition, r"line \(2\) defines x, which line \(1\) defines already"),
        (_circle, r"circular: \(1\) → \(2\) → \(1\)"),
        (_missing_premise, r"line \(1\) rests on \(17\), which does not exist"),
        (_missing_result, "the result “the upshot” rests on a line that does not exist"),
        (_undeclared, r"line \(1\): w: the quantity has no dimension"),
        (_undeclared_premise, r"line \(1\): w: the quantity has no dimension"),
    ],
)
def test_a_malformed_paper_is_told_where_it_is_wrong(
    sketch: Sketch, build: Any, message: str
) -> None:
    build(sketch)
    with pytest.raises(PaperError, match=message):
        Suite(sketch.paper).run()


def test_a_misprinted_definition_and_its_accepted_form_are_one(sketch: Sketch) -> None:
    mended = erratum([Equal(sketch.x, sketch.y)], "a length is no time", definition(sketch.x))
    sketch.line("1", Equal(sketch.x, sketch.t), follows=definition(sketch.x), erratum=mended)
    assert sketch.verdict("1") is Verdict.MISPRINT
