"""A paper: lines with labels and arguments, in an order in which each can be decided."""

from __future__ import annotations

import pytest

from derivations.dimension import NUMBER
from derivations.errors import PaperError
from derivations.paper import Chapter, Claim, Kind, Paper, claims, erratum
from derivations.relation import Equal, Less
from derivations.rules import by, definition, identity, law


@pytest.fixture
def paper() -> Paper:
    return Paper("sketch", "A sketch", "for one test")


@pytest.fixture
def chapter(paper: Paper) -> Chapter:
    return paper.chapter("I", "The only one")


def test_a_line_is_found_by_its_label(paper: Paper, chapter: Chapter) -> None:
    x = paper.notation.quantity("x", NUMBER, "")
    line = chapter.equation("1", printed="x = 1", states=[Equal(x, 1)], follows=definition(x))
    assert paper["1"] is line
    assert "1" in paper
    assert (line.kind, line.chapter, line.printed) == (Kind.EQUATION, "I", "x = 1")
    assert line.place.split(":")[0].endswith("test_paper.py")
    assert list(paper) == chapter.lines == [line]


@pytest.mark.parametrize(
    ("method", "kind"),
    [
        ("equation", Kind.EQUATION),
        ("display", Kind.DISPLAY),
        ("text", Kind.TEXT),
        ("number", Kind.NUMBER),
        ("assumption", Kind.ASSUMPTION),
    ],
)
def test_each_kind_of_line_has_its_own_word(chapter: Chapter, method: str, kind: Kind) -> None:
    line = getattr(chapter, method)("a", printed="", states=[Equal(1, 1)], follows=identity)
    assert line.kind is kind


def test_claims_are_argued_by_themselves_or_by_the_line(paper: Paper) -> None:
    x = paper.notation.quantity("x", NUMBER, "")
    one, two = claims([(Equal(x, 1), "3"), Less(0, x)], by("1", "2"))
    assert one.follows.premises == ("3",)
    assert two == Claim(Less(0, x), by("1", "2"))


@pytest.mark.parametrize(
    ("parts", "part"),
    [
        ({"states": []}, "states nothing"),
        ({"states": [Equal(1, 1)]}, "nothing says how"),
    ],
)
def test_a_line_that_claims_or_argues_nothing_is_refused(
    chapter: Chapter, parts: dict[str, object], part: str
) -> None:
    with pytest.raises(PaperError, match=part):
        chapter.equation("1", printed="", **parts)


def test_a_label_is_given_once(chapter: Chapter) -> None:
    chapter.equation("1", printed="", states=[Equal(1, 1)], follows=identity)
    with pytest.raises(PaperError, match="is taken by"):
        chapter.equation("1", printed="", states=[Equal(1, 1)], follows=identity)


def test_an_unknown_label_is_answered_by_the_nearest(paper: Paper, chapter: Chapter) -> None:
    chapter.text("ground state", printed="", states=[Equal(1, 1)], follows=identity)
    with pytest.raises(PaperError, match="did you mean ground state"):
        paper["ground stat"]


def _line(chapter: Chapter, label: str, *premises: str) -> None:
    follows = by(*premises) if premises else law("given")
    chapter.equation(label, printed="", states=[Equal(1, 1)], follows=follows)


def test_lines_come_after_their_premises(paper: Paper, chapter: Chapter) -> None:
    _line(chapter, "3", "2", "1")
    _line(chapter, "2", "1")
    _line(chapter, "1")
    assert [line.label for line in paper.in_order()] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("lines", "part"),
    [
        ([("1", "2"), ("2", "1")], r"circular: \(1\) → \(2\) → \(1\)"),
        ([("1", "1")], r"circular: \(1\) → \(1\)"),
        ([("1", "2")], r"rests on \(2\), which does not exist"),
    ],
)
def test_what_is_argued_in_a_circle_or_from_nothing_is_refused(
    paper: Paper, chapter: Chapter, lines: list[tuple[str, ...]], part: str
) -> None:
    for label, *premises in lines:
        _line(chapter, label, *premises)
    with pytest.raises(PaperError, match=part):
        paper.in_order()


def test_later_lines_rest_on_what_was_corrected(chapter: Chapter) -> None:
    line = chapter.equation(
        "1",
        printed="1 = 2",
        states=[Equal(1, 2)],
        follows=identity,
        erratum=erratum([Equal(2, 2)], because="a slip", follows="0"),
    )
    assert [claim.relation for claim in line.accepted] == [Equal(2, 2)]
    assert line.premises == ("0",)


def test_a_floating_point_number_in_a_line_names_the_line(paper: Paper, chapter: Chapter) -> None:
    x = paper.notation.quantity("x", NUMBER, "")
    with pytest.raises(PaperError, match="floating-point"):
        chapter.equation("1", printed="", states=[Equal(x, 0.5)], follows=identity)
