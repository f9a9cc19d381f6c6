"""What the tests of the suite, the command line and the plugin share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from checks.run.cache import Cache
from checks.run.cached import Cached
from checks.run.decider import Decider, InProcess
from checks.run.fingerprint import of_checks

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
