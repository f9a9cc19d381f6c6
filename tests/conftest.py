"""What the tests of the suite, the command line and the plugin share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from checks.load import load
from checks.report.unicode import Unicode
from checks.result import LineResult
from checks.revise.compare import Comparison, compare
from checks.revise.find import find
from checks.revise.suite import RevisedSuite
from checks.run.cache import Cache
from checks.run.cached import Cached
from checks.run.decider import Decider, InProcess
from checks.run.fingerprint import of_checks
from checks.suite import Suite
from derivations.revised import revised
from derivations.revision import Revision

# How long an example takes says something about the machine, and nothing about what is tested.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

HEAD = """\
from sympy import Rational, Symbol, pi, sqrt

from derivations.dimension import LENGTH, NUMBER, TIME
from derivations.paper import Paper, erratum
from derivations.relation import Equal, Less, SameOrder
from derivations.rules import by, definition, identity, law

paper = Paper("sketch", "A sketch", "for one test")
x = paper.notation.quantity("x", LENGTH, "a length")
y = paper.notation.quantity("y", LENGTH, "another length")
t = paper.notation.quantity("t", TIME, "a time")
one = paper.chapter("I", "The only one")
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of the cases marked ``sampled(n)`` every n-th is for the gate, all for the night."""
    seen: dict[str, int] = {}
    for item in items:
        mark = item.get_closest_marker("sampled")
        if mark is not None:
            name = item.nodeid.partition("[")[0]
            seen[name] = seen.get(name, -1) + 1
            if seen[name] % mark.args[0]:
                item.add_marker(pytest.mark.nightly)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads what another one decided, nor starts processes that it does not ask for."""
    monkeypatch.setenv("DERIVATIONS_CACHE", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("DERIVATIONS_REPLAY", "no")
    monkeypatch.setenv("DERIVATIONS_WORKERS", "0")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run of the tests have in common."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def remembering(shared: Path) -> Iterator[Decider]:
    """Decides, and remembers for the other tests of this run what it decided."""
    with Cache(shared, of_checks(), pytest.fail) as cache:
        yield Decider(Cached(InProcess(), cache))


@dataclass(frozen=True)
class Compared:
    """What a revision of the paper changes, as a test reads it."""

    found: Comparison

    def __getattr__(self, name: str) -> Any:
        return getattr(self.found, name)

    def verdicts(self) -> dict[str, str]:
        """What becomes of the lines of the paper that come out otherwise."""
        return {
            change.label: change.after.verdict.value
            for change in self.found.changes
            if change.after and not change.said
        }

    def after(self, label: str) -> LineResult:
        """The line after the revision."""
        (found,) = [change.after for change in self.found.changes if change.label == label]
        assert found is not None
        return found

    def forms(self, label: str) -> list[str]:
        """What a line says after the revision, where that is not what it said."""
        unicode = Unicode(self.found.paper.notation)
        (change,) = [change for change in self.found.changes if change.label == label]
        return [unicode.relation(now.claim.relation) for _, now in change.pairs() if now]


@pytest.fixture(scope="session")
def compared(remembering: Decider) -> Callable[..., Compared]:
    """Compare the paper with itself under revisions, by their names or as they are."""
    paper = load("weisskopf1979")
    original = Suite(paper, remembering)
    found: dict[str, Compared] = {}

    def of(*wanted: str | Revision) -> Compared:
        revisions = [find(one, paper) if isinstance(one, str) else one for one in wanted]
        key = " ".join(one.name for one in revisions)
        if key not in found:
            suite = RevisedSuite(revised(paper, *revisions), remembering)
            found[key] = Compared(compare(original, suite))
        return found[key]

    return of


@pytest.fixture
def mechanics() -> str:
    """The path of the small paper with a wrong line in it."""
    return str(Path(__file__).parent / "papers" / "mechanics.py")


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], str]:
    """Write a paper with these lines, after the usual beginning, and return its path."""

    def write(text: str) -> str:
        file = tmp_path / "sketch.py"
        file.write_text(HEAD + dedent(text), encoding="utf-8")
        return str(file)

    return write
