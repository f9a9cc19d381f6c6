"""The cache: what was kept comes back as it was, or not at all."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from checks.load import load
from checks.report.json_output import dumps
from checks.run import fingerprint
from checks.run.cache import NAME, Cache, folder
from checks.run.cached import Cached
from checks.run.decider import Decider, InProcess
from checks.suite import Suite

PAPER = str(Path(__file__).parent / "papers" / "hard.py")
TEXTS = {fingerprint.digest(str(n)): f'{{"decision":{n}}}' * (n + 1) for n in range(40)}


class Counting(InProcess):
    """Decides in process, and counts what it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def put(self, text: str) -> None:
        self.asked += 1
        super().put(text)


def checked(place: Path) -> tuple[str, int, list[str]]:
    """The report on the paper with a cache in ``place``, how much was decided, and notes."""
    engine, notes = Counting(), list[str]()
    with Cache(place, "now", notes.append) as cache:
        report = Suite(load(PAPER), Decider(Cached(engine, cache))).run()
    return dumps(report), engine.asked, notes


@pytest.fixture(scope="module")
def plain() -> str:
    """The report without any cache."""
    return dumps(Suite(load(PAPER)).run())


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A file with all of ``TEXTS`` in it."""
    with Cache(tmp_path, "now", pytest.fail) as cache:
        for key, text in TEXTS.items():
            cache.put(key, text)
    return tmp_path / NAME


def read(file: Path) -> tuple[dict[str, str | None], list[str]]:
    notes: list[str] = []
    with Cache(file.parent, "now", notes.append) as cache:
        return {key: cache.get(key) for key in TEXTS}, notes


def test_what_is_kept_comes_back(filled: Path) -> None:
    assert read(filled) == (TEXTS, [])


def test_a_second_check_decides_nothing(tmp_path: Path, plain: str) -> None:
    text, asked, notes = checked(tmp_path)
    assert (text, notes) == (plain, [])
    assert asked > 10
    assert checked(tmp_path) == (plain, 0, [])


def test_another_version_reuses_nothing(
    tmp_path: Path, plain: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, asked, _ = checked(tmp_path)
    monkeypatch.setattr(fingerprint, "of_checks", lambda **_: "another version")
    assert checked(tmp_path) == (plain, asked, [])


@pytest.mark.parametrize("name", ["sympy", "python-flint", "z3-solver"])
def test_the_fingerprint_covers_the_versions(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint.of_checks.__wrapped__()
    real = fingerprint._version
    monkeypatch.setattr(fingerprint, "_version", lambda x: "new" if x == name else real(x))
    assert fingerprint.of_checks.__wrapped__() != before


def test_the_fingerprint_covers_the_sources_but_not_the_papers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in ("checks/a.py", "derivations/b.py", "derivations/weisskopf1979/c.py"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("1")
    monkeypatch.setattr(fingerprint, "_ROOT", tmp_path)
    of_checks: Callable[..., str] = fingerprint.of_checks.__wrapped__
    seen, whole = {of_checks()}, {of_checks(with_papers=True)}
    for file, changes in (
        ("checks/a.py", True),
        ("derivations/b.py", True),
        ("derivations/weisskopf1979/c.py", False),
    ):
        (tmp_path / file).write_text("2")
        assert (of_checks() not in seen) == changes
        assert of_checks(with_papers=True) not in whole
        seen.add(of_checks())
        whole.add(of_checks(with_papers=True))


def test_a_damaged_file_gives_what_was_kept_or_nothing(filled: Path) -> None:
    whole, chance = filled.read_bytes(), random.Random(1)
    lost = 0
    for _ in range(300):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 1, 4, 64))):
            damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        filled.write_bytes(damaged)
        values, _ = read(filled)
        assert all(value in (None, TEXTS[key]) for key, value in values.items())
        lost += None in values.values()
    assert lost > 50


@pytest.mark.parametrize("part", [0, 1, 17, 100, 4096, 5000, 9000])
def test_a_truncated_file_gives_what_was_kept_or_nothing(filled: Path, part: int) -> None:
    filled.write_bytes(filled.read_bytes()[:part])
    values, _ = read(filled)
    assert all(value in (None, TEXTS[key]) for key, value in values.items())
    assert None in values.values()


def test_verdicts_are_the_same_whatever_was_damaged(tmp_path: Path, plain: str) -> None:
    checked(tmp_path)
    file, chance = tmp_path / NAME, random.Random(2)
    whole = file.read_bytes()
    for _ in range(8):
        damaged = bytearray(whole)
        for _ in range(40):
            damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        file.write_bytes(damaged)
        assert checked(tmp_path)[0] == plain


def test_a_damaged_verdict_is_decided_again_and_that_is_said_once(
    tmp_path: Path, plain: str
) -> None:
    checked(tmp_path)
    _change(tmp_path, "UPDATE kept SET value = replace(value, 'refuted', 'proved')")
    _change(tmp_path, "UPDATE kept SET value = CAST(value AS BLOB)")
    text, asked, notes = checked(tmp_path)
    assert text == plain
    assert asked > 0
    assert len(notes) == 1
    assert "damaged" in notes[0]


def test_a_verdict_under_the_fingerprint_of_another_is_not_believed(
    tmp_path: Path, plain: str
) -> None:
    checked(tmp_path)
    _change(tmp_path, "CREATE TABLE two AS SELECT * FROM kept LIMIT 2")
    _change(
        tmp_path,
        "UPDATE kept SET (value, checksum) = (SELECT value, checksum FROM two ORDER BY key "
        "LIMIT 1) WHERE key = (SELECT key FROM two ORDER BY key DESC LIMIT 1)",
    )
    text, asked, notes = checked(tmp_path)
    assert (text, asked) == (plain, 1)
    assert len(notes) == 1


@pytest.mark.parametrize("content", [b"not a database at all\n" * 50, b"SQLite format 3\0"])
def test_a_foreign_file_is_put_aside_and_a_new_cache_begun(
    tmp_path: Path, plain: str, content: bytes
) -> None:
    (tmp_path / NAME).write_bytes(content)
    text, _, notes = checked(tmp_path)
    assert text == plain
    assert len(notes) == 1
    assert (tmp_path / f"{NAME}.damaged").read_bytes() == content
    assert checked(tmp_path) == (plain, 0, [])


def test_a_database_of_another_kind_is_put_aside_whole(tmp_path: Path, plain: str) -> None:
    _change(tmp_path, "CREATE TABLE kept (recipe TEXT)")
    _change(tmp_path, "INSERT INTO kept VALUES ('soup')")
    text, _, notes = checked(tmp_path)
    assert text == plain
    assert len(notes) == 1
    with sqlite3.connect(tmp_path / f"{NAME}.damaged") as db:
        assert db.execute("SELECT * FROM kept").fetchall() == [("soup",)]
    db.close()


def test_where_there_can_be_no_folder_the_run_goes_on_without(tmp_path: Path, plain: str) -> None:
    (tmp_path / "file").touch()
    text, _, notes = checked(tmp_path / "file" / "below")
    assert text == plain
    assert len(notes) == 1
    assert "goes on without a cache" in notes[0]


def test_a_folder_in_the_place_of_the_file_is_no_cache(tmp_path: Path, plain: str) -> None:
    (tmp_path / NAME).mkdir()
    text, _, notes = checked(tmp_path)
    assert text == plain
    assert len(notes) == 1


def test_on_a_full_disk_the_run_goes_on_and_says_so_once(filled: Path) -> None:
    notes: list[str] = []
    with Cache(filled.parent, "now", notes.append) as cache:
        assert cache._db is not None
        ((pages,),) = cache._db.execute("PRAGMA page_count")
        cache._db.execute(f"PRAGMA max_page_count = {pages}")
        for n in range(3):
            cache.put(f"new {n}", "long" * 100_000)
            cache._write()
        assert cache.get(next(iter(TEXTS))) == TEXTS[next(iter(TEXTS))]
    assert len(notes) == 1
    assert "full" in notes[0]
    assert read(filled) == (TEXTS, [])


def test_a_file_that_another_run_holds_is_left_to_it(filled: Path) -> None:
    notes: list[str] = []
    other = sqlite3.connect(filled, isolation_level=None)
    with Cache(filled.parent, "now", notes.append) as cache:
        assert cache._db is not None
        cache._db.execute("PRAGMA busy_timeout = 50")
        other.execute("BEGIN IMMEDIATE")
        cache.put("new", "text")
    other.close()
    assert len(notes) == 1
    assert "locked" in notes[0]
    assert read(filled) == (TEXTS, [])


def test_nothing_is_kept_once_the_checks_are_edited(filled: Path) -> None:
    notes: list[str] = []
    with Cache(filled.parent, "now", notes.append, lambda: False) as cache:
        cache.put("new", "decided by nobody knows what")
    assert len(notes) == 1
    assert "edited" in notes[0]
    with Cache(filled.parent, "now", pytest.fail) as cache:
        assert cache.get("new") is None


def test_an_edit_of_the_sources_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "checks" / "a.py"
    file.parent.mkdir()
    file.write_text("1")
    monkeypatch.setattr(fingerprint, "_ROOT", tmp_path)
    before = fingerprint._stamps.__wrapped__()
    file.write_text("22")
    assert fingerprint._stamps.__wrapped__() != before
    assert not fingerprint.unchanged()


def test_what_other_versions_left_goes_when_it_is_much(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checks.run.cache._LARGE", 0)
    with Cache(filled.parent, "later", pytest.fail) as cache:
        assert not any(cache.get(key) for key in TEXTS)


@pytest.mark.parametrize(
    "reply",
    ["", "{", "[]", "3", '{"decision":3}', '{"decision":{"status":"splendid"}}', '{"decision":{}}'],
)
def test_nonsense_under_a_right_checksum_proves_nothing(tmp_path: Path, reply: str) -> None:
    text, _, _ = checked(tmp_path)
    assert '"verdict": "proved"' in text
    with Cache(tmp_path, "now", pytest.fail) as cache:
        assert cache._db is not None
        for (key,) in cache._db.execute("SELECT key FROM kept").fetchall():
            cache.put(key, reply)
    text, asked, _ = checked(tmp_path)
    assert asked == 0
    assert '"verdict": "proved"' not in text


def test_the_folder_is_where_the_system_has_caches(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert folder() == Path(os.environ["DERIVATIONS_CACHE"])
    monkeypatch.delenv("DERIVATIONS_CACHE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert folder() == tmp_path / "derivations"
    monkeypatch.setattr("sys.platform", "darwin")
    assert folder() == Path.home() / "Library" / "Caches" / "derivations"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert folder() == tmp_path / "derivations"


def _change(place: Path, statement: str) -> None:
    db = sqlite3.connect(place / NAME)
    with db:
        db.execute(statement)
    db.close()
