"""``pytest --derivations PAPER``: every line of a paper as a test.

Without the option the plugin does nothing, and imports nothing.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from derivations.errors import PaperError

if TYPE_CHECKING:
    from derivations.paper import Line

    from .result import LineResult
    from .run.decider import Decider
    from .suite import Suite


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the option."""
    group = parser.getgroup("derivations")
    group.addoption(
        "--derivations",
        action="append",
        default=[],
        metavar="PAPER",
        help="check the lines of PAPER: a name, a module, or the path of a file or folder; "
        "may be given more than once",
    )
    group.addoption(
        "--derivations-workers",
        type=int,
        default=_workers(),
        metavar="N",
        help="decide lines in N processes; with 0 in that of pytest, without limits",
    )
    group.addoption(
        "--derivations-no-cache",
        action="store_true",
        help="decide everything anew, and keep nothing",
    )


def _workers() -> int:
    """As many as there are processors, but one in a process that pytest-xdist has started."""
    among_others = "PYTEST_XDIST_WORKER" in os.environ
    chosen = os.environ.get("DERIVATIONS_WORKERS", "")
    return int(chosen) if chosen.isdecimal() else 1 if among_others else os.cpu_count() or 1


def pytest_configure(config: pytest.Config) -> None:
    """Collect nothing but papers, unless the user names other tests as well."""
    if config.option.derivations and config.args_source is not config.ArgsSource.ARGS:
        config.args = []


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Add the papers to what the session collects."""
    report = yield
    if isinstance(collector, pytest.Session) and report.passed:
        papers = [
            PaperCollector.from_parent(collector, name=Path(reference).stem, reference=reference)
            for reference in dict.fromkeys(collector.config.option.derivations)
        ]
        report.result = [*report.result, *papers]
    return report


class PaperCollector(pytest.Collector):
    """A paper; its tests are its lines, in its order."""

    def __init__(self, *, reference: str, **more: Any) -> None:
        super().__init__(nodeid=more["name"], **more)
        self._reference = reference

    def collect(self) -> Iterable[LineItem]:
        """One test for each line."""
        from .load import load
        from .suite import Suite

        try:
            suite = Suite(load(self._reference), self._decider())
        except PaperError as error:
            raise self.CollectError(str(error)) from error
        for line in suite.paper:
            yield LineItem.from_parent(self, name=f"({line.label})", suite=suite, line=line)

    def _decider(self) -> Decider | None:
        """What decides the lines: it and its workers are there until pytest ends."""
        from .run.budget import Budget
        from .run.session import Settings, deciding, kept

        option = self.config.option
        if option.collectonly:
            return None
        cached = not option.derivations_no_cache
        settings = Settings(option.derivations_workers, Budget(), cached)
        until_the_end = ExitStack()
        self.config.add_cleanup(until_the_end.close)
        cache = until_the_end.enter_context(kept(settings, self._note))
        return until_the_end.enter_context(deciding(settings, cache))

    def _note(self, sentence: str) -> None:
        reporter = self.config.pluginmanager.get_plugin("terminalreporter")
        if reporter is not None:
            reporter.write_line(f"Note: {sentence}.")


class LineItem(pytest.Item):
    """A line; it passes if it holds, and all that it rests on."""

    def __init__(self, *, suite: Suite, line: Line, **more: Any) -> None:
        super().__init__(**more)
        self._suite = suite
        self._line = line

    def runtest(self) -> None:
        """Decide the line, after all that it rests on."""
        result = self._suite.line(self._line.label)
        self.user_properties.append(("verdict", str(result.verdict)))
        if not result.holds:
            raise LineFailedError(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What was printed, which obligation fails, and the witness."""
        if isinstance(excinfo.value, LineFailedError):
            return excinfo.value.told(self._suite)
        if isinstance(excinfo.value, PaperError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The place in the paper's module."""
        file, _, number = self._line.place.rpartition(":")
        return Path(file), int(number) - 1, self.nodeid


class LineFailedError(AssertionError):
    """A line does not hold, or rests on one that does not."""

    def __init__(self, result: LineResult) -> None:
        super().__init__(_headline(result))
        self._result = result

    def told(self, suite: Suite) -> str:
        """The failure in full: the print, the obligations that fail, the witnesses."""
        from .quoting import purpose
        from .report import wording
        from .report.unicode import Unicode

        unicode = Unicode(suite.paper.notation)
        result = self._result
        told = [str(self), f"as printed  {result.line.printed}"]
        if result.reason:
            told.append(f"because     {unicode.told(result.reason)}")
        for check in result.failures if not result.verdict.holds else ():
            told.append(f"{check.status:<12}{unicode.relation(check.obligation.goal)}")
            why = f"{purpose(check.obligation)}: {check.decision.reason}"
            told.append(f"            {unicode.told(why)}")
            if check.decision.witness:
                told.append(f"        at  {wording.witness(check.decision, unicode)}")
        return "\n".join(told)


def _headline(result: LineResult) -> str:
    """The verdict in a line."""
    label = f"({result.line.label})"
    if not result.verdict.holds:
        return f"{label} is {result.verdict}"
    below = ", ".join(f"({each})" for each in result.unsound)
    return f"{label} rests on {below}, and that does not hold"
