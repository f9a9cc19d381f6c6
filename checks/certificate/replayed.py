"""Have the certificate of a run replayed at once, by the program that shares no code with it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..result import Report
from . import write

PROGRAM = Path(__file__).parents[1] / "replay.py"
#: The kinds of claims that are taken on trust where the program cannot follow.
TRUSTED = ("Consistent", "LeadingOrder", "Tends")
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


def replayed(report: Report) -> Replayed:
    """Write the certificate of ``report`` and have it replayed in a process of its own.

    The process sees neither this one's modules nor its environment's paths.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "certificate"
        file.write_text("".join(write.lines(report)), encoding="utf-8")
        trusted = [word for kind in TRUSTED for word in ("--trust", kind)]
        done = subprocess.run(
            [sys.executable, "-I", str(PROGRAM), "--json", *trusted, str(file)],
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode not in _WENT_THROUGH:
        return Replayed(0, {}, (done.stderr.strip() or f"it ended with {done.returncode}",))
    found = json.loads(done.stdout)
    return Replayed(found["checked"], found["trusted"], tuple(found["refused"]))
