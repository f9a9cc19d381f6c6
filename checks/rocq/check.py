"""Have Rocq check exported theorems, and believe a proof only if its axioms are known."""

from __future__ import annotations

import re
import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

from derivations.errors import PaperError

_PARTS = ("prelude.v", "derivatives.v", "sums.v", "integrals.v", "complex.v", "witnesses.v")

#: Seconds that one sentence of a proof may take.
PATIENCE = 20
#: Seconds that it may take to find what all theorems rest on.
_AUDIT = 300

#: What a certified theorem may rest on: the axioms of the real numbers as Rocq's library
#: states them, and classical logic with the extensionality that these stand on.
REALS = frozenset(
    {
        "ClassicalDedekindReals.sig_forall_dec",
        "ClassicalDedekindReals.sig_not_dec",
        "FunctionalExtensionality.functional_extensionality_dep",
        "Classical_Prop.classic",
        "Eqdep.Eq_rect_eq.eq_rect_eq",
        "Epsilon.epsilon_statement",
        "constructive_definite_description",
    }
)
#: The machine's integers and floats, of which ``interval`` makes use.
_MACHINE = re.compile(
    r"(PrimInt63|PrimFloat|Uint63|Sint63|FloatAxioms|FloatOps|Int63Axioms)\.\w+|"
    r"(PrimInt63|PrimFloat|Uint63)\b.*"
)


@dataclass(frozen=True)
class Answer:
    """Whether a theorem was proved, and why not if not; ``axioms`` are all that it uses."""

    proved: bool
    reason: str
    axioms: tuple[str, ...] = ()
    seconds: float = 0


def installed() -> str:
    """The path of ``coqtop``; ``PaperError`` where it is not installed."""
    for name in ("coqtop", "rocqtop"):
        if found := shutil.which(name):
            return found
    msg = (
        "coqtop is not installed, so nothing can be checked; install Rocq with Coquelicot and "
        "Interval (on Debian: apt-get install coq libcoq-coquelicot libcoq-interval), or leave "
        "out --check"
    )
    raise PaperError(msg)


def prelude() -> str:
    """What every exported theorem rests on: lemmas and tactics."""
    here = Path(__file__).parent
    return "\n".join((here / part).read_text(encoding="utf-8") for part in _PARTS)


def version() -> str:
    """The version of the installed Rocq, as it tells it itself."""
    said = subprocess.run([installed(), "--version"], capture_output=True, text=True, check=False)
    found = re.search(r"version (\S+)", said.stdout)
    return found[1] if found else "of an unknown version"


class Session:
    """One warm ``coqtop`` with the prelude loaded; use it as a context manager."""

    def __init__(self) -> None:
        self._program = installed()
        self._folder = tempfile.TemporaryDirectory(prefix="derivations-rocq-")
        self._mark = f"mark{secrets.token_hex(8)}"
        self._count = 0

    def __enter__(self) -> Session:
        folder = Path(self._folder.name)
        (folder / "Prelude.v").write_text(prelude(), encoding="utf-8")
        compiled = subprocess.run(
            [self._program.replace("coqtop", "coqc"), "-q", "-R", ".", "Derivations", "Prelude.v"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if compiled.returncode:
            last = compiled.stderr.strip().splitlines()[-1:] or ["no message"]
            msg = f"Rocq cannot load its libraries ({last[0]}); Coquelicot and Interval are needed"
            raise PaperError(msg)
        self._process = subprocess.Popen(
            [self._program, "-q", "-R", ".", "Derivations"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.say("Require Import Derivations.Prelude.\nOpen Scope R_scope.")
        self.say(f"Set Silent. Set Default Timeout {PATIENCE}.")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()
        self._folder.cleanup()

    def say(self, text: str) -> str:
        """Send sentences, and return what is answered to them."""
        self._count += 1
        mark = f"{self._mark}_{self._count}"
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{text}\nLocate {mark}.\n")
        self._process.stdin.flush()
        lines: list[str] = []
        for line in self._process.stdout:
            if mark in line and "No object" in line:
                return "".join(lines)
            lines.append(line)
        msg = "coqtop ended before it had answered"
        raise PaperError(msg)

    def define(self, name: str, text: str) -> Answer:
        """Whether ``text`` leaves something called ``name``; its axioms are not looked at."""
        start = time.perf_counter()
        said = self.say(text)
        found = self.say(f"Abort All.\nLocate {name}.")
        took = time.perf_counter() - start
        if f"Constant Top.{name}" in found:
            return Answer(True, "", seconds=took)
        return Answer(False, _error(said), seconds=took)

    def axioms(self, names: Sequence[str]) -> tuple[str, ...]:
        """All that the theorems called ``names`` rest on, taken together."""
        bundle = f"bundle_{secrets.token_hex(8)}"
        first, *rest = reversed(names)
        whole = first
        for name in rest:
            whole = f"(conj {name} {whole})"
        self.say(f"Set Default Timeout {_AUDIT}. Definition {bundle} := {whole}.")
        found = axioms_in(self.say(f"Print Assumptions {bundle}."))
        self.say(f"Set Default Timeout {PATIENCE}.")
        if found is None:
            msg = f"Rocq does not tell what {names[0]} rests on"
            raise PaperError(msg)
        return found

    def audit(self, answers: dict[str, Answer]) -> dict[str, Answer]:
        """The same answers, but of those proved only what rests on allowed axioms alone.

        What a theorem rests on takes a second to find, so all are asked of at once, and
        each alone only where something strange was found.
        """
        names = [name for name, answer in answers.items() if answer.proved]
        if not names:
            return answers
        together = self.axioms(names)
        if all(map(allowed, together)):
            return {
                name: replace(answer, axioms=together) if answer.proved else answer
                for name, answer in answers.items()
            }
        audited = dict(answers)
        for name in names:
            own = self.axioms([name])
            strange = [axiom for axiom in own if not allowed(axiom)]
            reason = f"it rests on {strange[0]}" if strange else ""
            audited[name] = replace(answers[name], proved=not strange, reason=reason, axioms=own)
        return audited


def axioms_in(answer: str) -> tuple[str, ...] | None:
    r"""The axioms that ``Print Assumptions`` names; ``None`` where it did not answer.

    >>> axioms_in("t < Closed under the global context")
    ()
    >>> axioms_in("t < Axioms:\nslow : False\n  wide : forall x,\n  x = x")
    ('slow',)
    >>> axioms_in("Error: t not a defined object.") is None
    True
    """
    if "Closed under the global context" in answer:
        return ()
    _, found, listed = answer.partition("Axioms:\n")
    if not found:
        return None
    return tuple(re.findall(r"(?m)^([^\s:]+)", listed))


def allowed(axiom: str) -> bool:
    """Whether a certified theorem may rest on ``axiom``."""
    return axiom in REALS or _MACHINE.fullmatch(axiom) is not None


def _error(said: str) -> str:
    _, found, rest = said.partition("Error:")
    return "Rocq says: " + " ".join(rest.split())[:200] if found else "the proof is not complete"
