"""Have the certificate of a run replayed at once, by the program that shares no code with it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..result import Report
    from ..run.decider import Decider

PROGRAM = Path(__file__).parents[1] / "replay.py"
#: The kinds of claims that are taken on trust where they come without a proof.
TRUSTED = {
    "Attains": "intervals that are reached",
    "Consistent": "that premises can hold together",
    "Continuous": "continuity",
    "Equal": "equations",
    "Independent": "what cancels",
    "LeadingOrder": "leading orders",
    "Less": "inequalities",
    "MuchLess": "inequalities by far",
    "NotEqual": "inequations",
    "Rough": "orders of magnitude where = is printed",
    "SameOrder": "orders of magnitude",
    "Tends": "limits",
    "Within": "intervals",
}
#: The exit status that says that the program has gone through the certificate.
_WENT_THROUGH = (0, 1)


@dataclass(frozen=True)
class Replayed:
    """What a replay found of a certificate.

    ``checked`` obligations were proved or refuted again; ``trusted`` counts by kind those
    that were not followed; ``refused`` says in a sentence each what was not found again.
    """

    checked: int
    trusted: Mapping[str, int]
    refused: tuple[str, ...]

    @property
    def accepted(self) -> bool:
        """Whether nothing was refused.

        >>> Replayed(3, {"Consistent": 1}, ()).accepted
        True
        >>> Replayed(2, {}, ("obligation 2, Equal proved: the sides differ",)).accepted
        False
        """
        return not self.refused

    def sentence(self) -> str:
        """What was found, for a reader.

        >>> Replayed(3, {"Consistent": 1}, ()).sentence()
        'replayed by a program that shares no code: 3 obligations decided again, each alike; taken \
on trust: 1 (that premises can hold together)'
        >>> Replayed(2, {}, ("obligation 2",)).sentence()
        'replayed by a program that shares no code, and NOT accepted: obligation 2'
        """
        told = "replayed by a program that shares no code"
        if self.refused:
            more = f" (and {len(self.refused) - 1} more)" if len(self.refused) > 1 else ""
            return f"{told}, and NOT accepted: {self.refused[0]}{more}"
        told += f": {self.checked} obligations decided again, each alike"
        trusted = ", ".join(f"{n} ({TRUSTED.get(kind, kind)})" for kind, n in self.trusted.items())
        return f"{told}; taken on trust: {trusted}" if trusted else told


def replayed(report: Report, decider: Decider | None = None) -> Replayed:
    """What a replay of the certificate of ``report`` finds; ``decider`` finds the proofs."""
    from . import write

    return replay("".join(write.lines(report, decider)))


def replay(certificate: str) -> Replayed:
    """Replay a certificate in a process of its own.

    The process sees neither this one's modules nor its environment's paths.
    """
    trusted = [word for kind in TRUSTED for word in ("--trust", kind)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "certificate"
        file.write_text(certificate, encoding="utf-8")
        process = subprocess.run(
            [sys.executable, "-I", str(PROGRAM), "--json", *trusted, str(file)],
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
    if process.returncode not in _WENT_THROUGH:
        reason = process.stderr.strip() or f"it ended with {process.returncode}"
        return Replayed(0, {}, (reason,))
    found = json.loads(process.stdout)
    return Replayed(found["checked"], found["trusted"], tuple(found["refused"]))
