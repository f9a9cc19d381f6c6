"""The trial of one mutant: what kills it, or why it survives."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from derivations.errors import PaperError
from derivations.paper import Claim
from derivations.rules import Rule
from derivations.rules.both_sides import BothSides

from ...report.unicode import Unicode
from . import arguments_that_hold, reasons, unnoticed
from .bench import Bench, Place, is_given
from .mutants import Mutant
from .reasons import Reason

_NOT_PROVED = "not proved"
#: Seconds of computing that a mutant may take; what takes longer is not proved.
PATIENCE = 5
#: Seconds for the search for a reason; what takes longer has none.
_THOROUGHLY = 20


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: ``by`` says what killed it, ``kind`` and ``why`` why it lives.

    A mutant that lives without a reason is a gap in the checks.
    """

    label: str
    chapter: str
    part: str
    operator: str
    text: str
    by: str = ""
    kind: str = ""
    why: str = ""

    @property
    def killed(self) -> bool:
        """Whether the mutant is not proved."""
        return bool(self.by)

    @property
    def gap(self) -> bool:
        """Whether it is proved, and nothing shows that it may be."""
        return not self.killed and not self.kind


class OutOfTimeError(BaseException):
    """The mutant took longer than it may; no prover may catch this."""


def tried(bench: Bench, mutant: Mutant) -> Outcome:
    """Decide ``mutant``, and where it survives look for the reason."""
    by = _within(PATIENCE, lambda: _killed(bench, mutant), "takes too long")
    reason = None if by else _within(_THOROUGHLY, lambda: _reason(bench, mutant), None)
    place = mutant.place
    return Outcome(
        label=place.label,
        chapter=bench.paper[place.label].chapter,
        part=place.part,
        operator=mutant.operator,
        text=_text(bench, mutant),
        by=by,
        kind=reason.kind if reason else "",
        why=reason.text if reason else "",
    )


def _killed(bench: Bench, mutant: Mutant) -> str:
    """What kills the mutant, in a few words; nothing where it survives."""
    place, claim = mutant.place, mutant.claim
    try:
        if claim is not None:
            result = bench.instead(place, claim)
            if not result.verdict.holds:
                return _NOT_PROVED
            if not is_given(claim):
                return ""
        accepted = _accepted(bench, place)
        if accepted is None:
            return ""
        label = bench.noticed(accepted, claim)
    except PaperError:
        return "malformed"
    return f"noticed by ({label})" if label else ""


def _accepted(bench: Bench, place: Place) -> Place | None:
    """The accepted premise in the place of a printed one."""
    accepted = Place(place.label, "accepted", place.index)
    claims = bench.paper[place.label].accepted
    return accepted if place.index < len(claims) and is_given(claims[place.index]) else None


def _reason(bench: Bench, mutant: Mutant) -> Reason | None:
    place, claim = mutant.place, mutant.claim
    if mutant.in_argument and claim is not None:
        return arguments_that_hold.explained(bench, place, claim)
    if claim is None or is_given(claim):
        return unnoticed.explained(bench, _accepted(bench, place) or place, claim)
    if bench.found(place).verdict.holds:
        return reasons.explained(bench, place, claim)
    return _mended(bench, place, claim)


def _mended(bench: Bench, place: Place, claim: Claim) -> Reason | None:
    """A change that undoes a misprint, or says what has nothing to do with it."""
    for index, accepted in enumerate(bench.paper[place.label].accepted):
        there = Place(place.label, "accepted", index)
        if type(accepted.relation) is type(claim.relation) and not is_given(accepted):
            found = reasons.explained(bench, there, claim)
            if found is not None and found.kind not in (reasons.APART, reasons.SLACK):
                return Reason("undoes the misprint", found.text)
    return reasons.apart(bench, place, claim)


def _text(bench: Bench, mutant: Mutant) -> str:
    write = Unicode(bench.paper.notation)
    original = bench.claim(mutant.place)
    if mutant.claim is None:
        return f"without {write.relation(original.relation)}"
    if mutant.in_argument:
        return _difference(original, mutant.claim)
    return write.relation(mutant.claim.relation)


def _difference(original: Claim, claim: Claim) -> str:
    old, new = original.follows.steps, claim.follows.steps
    if len(new) < len(old):
        gone = next(step for i, step in enumerate(old) if i >= len(new) or new[i] != step)
        return f"without {_step(gone)}"
    return _step(next(b for a, b in zip(old, new, strict=True) if a != b))


def _step(step: Rule) -> str:
    """A step as text, which is the same in every run: functions show where they are stored."""
    if isinstance(step, BothSides):
        done = ", then ".join(operation.name for operation in step.operations)
        return f"({step.label}): {done}"
    return str(step)


def _within(seconds: int, work: Any, otherwise: Any) -> Any:
    """What ``work`` gives, or ``otherwise`` where it takes longer than ``seconds``."""
    try:
        with _alarm(seconds):
            return work()
    except OutOfTimeError:
        return otherwise


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    """Raise ``OutOfTimeError`` after so many seconds of computing, however busy the machine."""
    if not hasattr(signal, "SIGVTALRM"):
        yield
        return

    def ring(*_: object) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
