"""The command line, with a prover that misbehaves over one obligation.

``python tests/misdeeds.py MISDEED check PAPER …`` is ``derivations check PAPER …`` where a
claim about the quantity ``bad`` makes the prover do what MISDEED says.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from checks.cli import main
from checks.run import pool, question
from checks.verdict import Decision
from derivations.errors import PaperError
from derivations.obligation import Obligation

MISDEED = sys.argv[1] if len(sys.argv) > 1 else ""
DECIDE = question.PROVERS["decide"]


def misbehave() -> None:
    match MISDEED:
        case "sleep":
            time.sleep(1000)
        case "loop":
            while True:
                pass
        case "stuck in C":
            sum(range(10**12))
        case "sympy":
            import sympy

            sympy.factorint((2**521 - 1) * (2**607 - 1))
        case "memory":
            bytearray(10 * 2**30)
        case "recursion":
            misbehave()
        case "exit":
            os._exit(3)
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "print":
            os.write(1, b"nonsense")
            os.write(2, b"nonsense")
            print("nonsense")  # noqa: T201
        case "kill once":
            mark = Path(os.environ["MARK"])
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        case "refuse":
            raise PaperError("this is refused", "here")


def decide(obligation: Obligation) -> Decision:
    if any(quantity.name == "bad" for quantity in obligation.notation):
        misbehave()
    return DECIDE(obligation)


question.PROVERS["decide"] = decide
if os.environ.get("METHOD") == "spawn":
    pool.can_fork = lambda: False

if __name__ == "__main__":
    main(sys.argv[2:], prog_name="derivations")
