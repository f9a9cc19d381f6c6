"""Side by side, in one run: this project against what one would use instead.

``python -m benchmarks`` prints two comparisons.

1. Every equality of the paper's lines, after the premises are put in, decided by the
   normal form and by ``sympy.simplify(left − right) == 0`` on the very same pairs.
2. ``derivations check``, a new process each time, against ``import sympy``: with nothing
   kept from earlier runs, and of an unchanged paper again.
"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

import sympy

from checks.load import load
from checks.normal.basis import UnsupportedError
from checks.normal.elimination import solve
from checks.suite import Suite
from derivations.obligation import Obligation
from derivations.relation import Equal

#: Seconds after which a single ``simplify`` is given up, and counted with this time.
PATIENCE = 2
RUNS = 5


class _TooLateError(BaseException):
    """Patience is over; no ``Exception``, since simplify catches those on its way."""


def main() -> None:
    """Print both comparisons."""
    _equalities()
    _cold_start()


def _equalities() -> None:
    report = Suite(load("weisskopf1979")).run()
    obligations = list(
        dict.fromkeys(
            check.obligation
            for line in report.lines
            for claim in (*line.printed, *line.accepted)
            for check in claim.links
            if isinstance(check.obligation.goal, Equal) and not claim.given
        )
    )
    ours, theirs, late, agree, missed, left_out = [], [], 0, 0, 0, 0
    for obligation in obligations:
        try:
            with _at_most(PATIENCE):
                pair = _reduced(obligation)
            expected = _normal(pair, obligation)
        except (UnsupportedError, ZeroDivisionError, _TooLateError):
            left_out += 1
            continue
        ours.append(min(_timed(lambda p=pair, o=obligation: _normal(p, o)) for _ in range(3)))
        seconds, answer = _simplified(pair)
        theirs.append(seconds)
        late += answer is None
        agree += answer == expected
        missed += expected and answer is False
    print(f"{len(ours)} equalities of the paper, the premises put in beforehand for both:")
    print(f"  {'':22}{'median':>12}{'total':>12}")
    for name, times in (("normal form", ours), ("sympy.simplify", theirs)):
        print(f"  {name:22}{statistics.median(times) * 1e3:>9.2f} ms{sum(times):>10.3f} s")
    print(
        f"  ratio                 {statistics.median(theirs) / statistics.median(ours):>9.1f} ×"
        f"{sum(theirs) / sum(ours):>11.1f} ×"
    )
    print(f"  same answer: {agree}; given up after {PATIENCE} s, and counted with that: {late}")
    print(f"  identities that the normal form shows and simplify does not: {missed}")
    print(f"  left out, since putting the premises in changes their form: {left_out}")


def _reduced(obligation: Obligation) -> tuple[sympy.Expr, sympy.Expr]:
    """Both sides with the solutions of the premises put in, so that an identity is left."""
    left, right = obligation.goal.sides
    system = solve(obligation.facts, obligation.notation, needs=[left, right])
    replace = {solution.atom: solution.value for solution in system.solutions}
    functions = system.functions
    sides = []
    for side in (left, right):
        for function, (variables, body) in functions.items():
            side = side.replace(function, sympy.Lambda(variables, body))  # noqa: PLW2901
        for _ in range(len(replace)):
            side = side.subs(replace)  # noqa: PLW2901
        sides.append(side.doit(integrals=False) if functions else side)
    return sides[0], sides[1]


def _normal(pair: tuple[sympy.Expr, sympy.Expr], obligation: Obligation) -> bool:
    system = solve((), obligation.notation, needs=pair)
    return bool((system.algebra.convert(pair[0]) - system.algebra.convert(pair[1])).is_zero())


def _simplified(pair: tuple[sympy.Expr, sympy.Expr]) -> tuple[float, bool | None]:
    answer: bool | None = None

    def run() -> None:
        nonlocal answer
        answer = bool(sympy.simplify(pair[0] - pair[1]) == 0)

    sympy.core.cache.clear_cache()
    try:
        with _at_most(PATIENCE):
            return _timed(run), answer
    except _TooLateError:
        return float(PATIENCE), None


def _timed(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


@contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise _TooLateError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _cold_start() -> None:
    check = [sys.executable, "-m", "checks", "check"]
    commands = {
        "import sympy": [sys.executable, "-c", "import sympy"],
        "check, nothing kept": [*check, "--no-cache"],
        "check, again": check,
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    with TemporaryDirectory() as folder:
        # The replay is another program's work, beside what is measured here.
        environment = {**os.environ, "DERIVATIONS_CACHE": folder, "DERIVATIONS_REPLAY": "no"}
        for _ in range(RUNS + 1):
            for name, command in commands.items():
                times[name].append(_timed(lambda c=command: _silent(c, environment)))
    print(f"new processes, medians of {RUNS} runs in turn after one that is not counted:")
    for name, values in times.items():
        ratios = [one / bare for one, bare in zip(values, times["import sympy"], strict=True)]
        median, ratio = statistics.median(values[1:]), statistics.median(ratios[1:])
        print(f"  {name:22}{median:>9.2f} s{ratio:>10.2f} ×")


def _silent(command: list[str], environment: dict[str, str]) -> None:
    subprocess.run(command, capture_output=True, check=False, env=environment)


if __name__ == "__main__":
    main()
