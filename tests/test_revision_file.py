"""Revisions in TOML: what is read, what is refused, and that nothing in them runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.load import load
from derivations.errors import PaperError
from derivations.paper import Paper
from derivations.revised import revised
from derivations.revision import Assume, Count, Drop, Line, Put, Replace
from derivations.revision_file import from_line, read

WHOLE = """
title = "All that there is"
because = "a test"
[[quantity]]
name = "w"
dimension = "energy/length^(1/2)"
meaning = "something new"
[[quantity]]
name = "z"
dimension = "1"
meaning = "a factor"
range = ["1/2", 3]
[[assume]]
label = "new"
states = ["w = E/√a", "s < 3/2"]
because = "why not"
[[replace]]
line = "3"
states = ["E = m*v²"]
because = "twice"
[[drop]]
line = "short"
[[put]]
old = "k"
new = "2*k"
in = ["1"]
[[add]]
label = "more"
states = ["w*√a = 2*E", "E = w*√a"]
from = ["new", "4", "here"]
"""


@pytest.fixture(scope="module")
def paper() -> Paper:
    return load(str(Path(__file__).parent / "papers" / "springs.py"))


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "change.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_every_kind_of_change_is_read(paper: Paper, tmp_path: Path) -> None:
    revision = read(written(tmp_path, WHOLE), paper)
    assert (revision.name, revision.title) == ("change", "All that there is")
    kinds = [type(change) for change in revision.changes]
    assert kinds == [Assume, Replace, Line, Drop, Put]
    result = revised(paper, revision)
    assert "short" not in result
    assert result["more"].premises == ("new", "4")
    assert {q.name for q in revision.notation} == {"w", "z"}


def test_a_set_is_counted_anew(tmp_path: Path) -> None:
    weisskopf = load("weisskopf1979")
    text = '[[count]]\nset = "electrons"\ncount = "n/2"\n'
    revision = read(written(tmp_path, text), weisskopf)
    (change,) = revision.changes
    assert isinstance(change, Count)
    assert "32" in revised(weisskopf, revision).touched


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = ", "this is not TOML"),
        ("", "it changes nothing"),
        ('title = "t"\nunknown = 1', "unknown has no meaning in the file"),
        (f'title = "t"\n[[{"q" * 500}]]', "q{100} … has no meaning in the file"),
        ("title = 3\n", "title .* is no text"),
        ("[assume]\n", "write \\[\\[assume\\]\\]"),
        ('[[assume]]\nlabel = "x"\nstates = ["s = 1"]', "because .* is missing"),
        ('[[assume]]\nlabel = "x"\nstates = "s = 1"\nbecause = "y"', "is a list of texts"),
        ('[[assume]]\nlabel = "x"\nbecause = "y"', "states .* is missing"),
        ('[[assume]]\nlabel = "x"\nstates = ["q = 1"]\nbecause = "y"', "no quantity is called q"),
        ('[[replace]]\nline = "3"\nstates = ["E = 2*E"]', "either from which lines"),
        ('[[drop]]\nline = "3"\nwhy = "x"', "number 1: why has no meaning in \\[\\[drop\\]\\]"),
        ('[[put]]\nold = "k*m"\nnew = "k"', "is no single quantity"),
        ('[[quantity]]\nname = "w"\ndimension = "apple"\nmeaning = "x"', "no product of powers"),
        ('[[quantity]]\nname = "w"\ndimension = "1"\nmeaning = "x"\nrange = [0.5, 1]', "as text"),
        ('[[quantity]]\nname = "w"\ndimension = "1"\nmeaning = "x"\nrange = [1]', "two ends"),
        ('[[count]]\nset = "k"\ncount = "2"\n', "no set is called|is no set"),
    ],
)
def test_what_is_wrong_is_told_with_the_file(
    paper: Paper, tmp_path: Path, text: str, told: str
) -> None:
    file = written(tmp_path, text)
    with pytest.raises(PaperError, match=told) as caught:
        revised(paper, read(file, paper))
    if "set" not in text:
        assert str(caught.value).startswith(str(file))


def test_a_file_that_is_not_there_or_too_long(paper: Paper, tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="cannot be read"):
        read(tmp_path / "none.toml", paper)
    with pytest.raises(PaperError, match="longer than"):
        read(written(tmp_path, "#" * 300_000), paper)
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(PaperError, match="not TOML"):
        read(tmp_path / "bytes.toml", paper)


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('touch {0}')",
        "E = __import__('os').system('touch {0}')",
        "E = open('{0}', 'w')",
        "E = (lambda: 1)()",
        "E = exec(1)",
        "E = k.__class__",
        "E = [x for x in k]",
    ],
)
def test_nothing_in_a_revision_runs(paper: Paper, tmp_path: Path, text: str) -> None:
    there = tmp_path / "ran"
    spelled = text.format(there).replace('"', "'")
    table = f'[[assume]]\nlabel = "x"\nstates = ["{spelled}"]\nbecause = "x"\n'
    with pytest.raises(PaperError):
        read(written(tmp_path, table), paper)
    with pytest.raises(PaperError):
        from_line(spelled, paper)
    assert not there.exists()


def test_one_line(paper: Paper) -> None:
    (assumed,) = from_line("s = 1", paper).changes
    (put,) = from_line("k -> 2*k", paper).changes
    (some,) = from_line("k -> 2*k in 1, 3", paper).changes
    assert isinstance(assumed, Assume)
    assert isinstance(put, Put)
    assert isinstance(some, Put)
    assert (put.only, some.only) == ((), ("1", "3"))


@settings(max_examples=60, deadline=4000)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    springs = load(str(Path(__file__).parent / "papers" / "springs.py"))
    place = data.draw(st.integers(0, len(WHOLE)))
    length = data.draw(st.integers(0, 12))
    text = WHOLE[:place] + data.draw(st.text(max_size=12)) + WHOLE[place + length :]
    file = tmp_path_factory.mktemp("damaged") / "change.toml"
    file.write_text(text, encoding="utf-8", errors="replace")
    told = ""
    try:
        revised(springs, read(file, springs))
    except PaperError as error:
        told = str(error)
    assert len(told) < 1500
