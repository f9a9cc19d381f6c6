"""A question to a prover as text, and its reply as text: what workers and the cache handle.

The text of a question is the record of its obligation and the name of the prover.  A reply
is made from that text alone, so the same text has the same reply wherever it is made::

    {"decision": …}          the record of a decision; a reply that is worth keeping
    {"decision": …, "opinion": [agrees, told]}   the same, with what another method says
    {"disagreement": told}   another method contradicts the prover
    {"refused": [what, where]}   the obligation is malformed
    {"proof": steps}         what a replay can follow, or null: the only other reply to keep
    {"failed": why}          the prover raised an error
    {"stopped": why}         the prover was stopped, or did not survive
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from sympy.core.cache import clear_cache

from derivations.errors import PaperError
from derivations.obligation import Obligation

from .. import decide as decide_module
from .. import record
from ..premises import argument
from ..provers import dimension, leading
from ..revise import consequence
from ..soundness.opinion.disagreement import DisagreementError
from ..soundness.opinion.second import second_opinion
from ..verdict import Decision, Opinion, undecided

#: What can be asked of an obligation, by the name that stands in its text.
PROVERS: dict[str, Callable[[Obligation], Decision]] = {
    "decide": decide_module.decide,
    "stays": leading.decide,
    "given": argument.decide,
    "begun": argument.seen,
    consequence.FORMS: consequence.offered,
    "dimension": lambda obligation: dimension.check(obligation.goal, obligation.notation),
}

#: Heads of derivatives that are written with the letters of their variables.  sympy holds
#: two such to be equal although the letters differ, and its cache would give those of another
#: text; the derivatives of declared functions are written without letters.
_WITH_LETTERS = ('"diff"', '"subs"')


#: The name under which a proof in steps is asked for.
_PROOF = "proof"


@dataclass(frozen=True)
class Question:
    """An obligation, and the name of what is to decide it."""

    obligation: Obligation
    prover: str = "decide"


def text_of(question: Question) -> str | None:
    """The text of ``question``; ``None`` if something in it has no place in a record."""
    try:
        asked = record.of_obligation(question.obligation)
    except Exception:  # an expression of a kind that records do not know
        return None
    return record.dumps({"form": record.VERSION, "prover": question.prover, **asked})


def proof_text(one: record.Json, models: list[record.Json]) -> str:
    """The question for a proof, step by step, of the decided obligation of this record."""
    asked = {"form": record.VERSION, "prover": _PROOF, "obligation": one, "models": models}
    return record.dumps(asked)


def proof_in(reply: str) -> record.Json | None:
    """The proof that a reply holds; ``None`` if none was found, in time or at all."""
    return json.loads(reply).get("proof")


def prepare() -> None:
    """Import all provers now, not in the time of the first question."""
    for module, _ in decide_module.PROVERS.values():
        import_module(f"checks.provers.{module}")


def reply_to(text: str) -> str:
    """The reply to the question of this text."""
    if any(head in text for head in _WITH_LETTERS):
        clear_cache()
    asked = json.loads(text)
    if asked["prover"] == _PROOF:
        from ..certificate.elaborate import proof

        return record.dumps({"proof": proof(asked["obligation"], asked["models"])})
    obligation = record.to_obligation(asked)
    try:
        decision = _decided(obligation, asked["prover"])
    except DisagreementError as error:
        return record.dumps({"disagreement": str(error)})
    except PaperError as error:
        return record.dumps({"refused": [error.message, error.place]})
    except MemoryError:
        raise
    except Exception as error:
        return failed(_told(error))
    opinion = decision.opinion
    heard = {"opinion": [opinion.agrees, opinion.told]} if opinion else {}
    try:
        return record.dumps({"decision": record.of_decision(decision, obligation), **heard})
    except PaperError as error:
        return failed(f"its answer cannot be written down: {error}")


def _decided(obligation: Obligation, prover: str) -> Decision:
    """What the prover of this name says, and what another method says of it."""
    decision = PROVERS[prover](obligation)
    if prover != "decide":
        return decision
    return replace(decision, opinion=second_opinion(obligation, decision))


def failed(why: str) -> str:
    """The reply where a prover raised an error."""
    return record.dumps({"failed": why})


def stopped(why: str) -> str:
    """The reply where a prover was stopped."""
    return record.dumps({"stopped": why})


def premises_in(text: str) -> str:
    """The facts in the text of a question, as they stand there; empty where none are found."""
    return text.partition('"facts":')[2].partition('"goal":')[0]


def lasting(reply: str) -> bool:
    """Whether ``reply`` would be the same on any other day."""
    return reply.startswith(('{"decision":', '{"proof":'))


def outcome(reply: str, question: Question) -> Decision | PaperError:
    """What ``reply`` says of ``question``: a decision, or what is wrong with the paper.

    Raises ``DisagreementError`` where two methods contradict each other.
    """
    try:
        told: dict[str, Any] = json.loads(reply)
        if "refused" in told:
            what, where = told["refused"]
            return PaperError(str(what), str(where))
        if "disagreement" in told:
            raise DisagreementError(str(told["disagreement"]))
        if "stopped" in told:
            return undecided("budget", str(told["stopped"]))
        if "failed" in told:
            return undecided("failure", f"the prover failed: {told['failed']}")
        decision = record.to_decision(told["decision"], question.obligation)
        return replace(decision, opinion=_opinion(told.get("opinion")))
    except (PaperError, ValueError, TypeError, KeyError, RecursionError) as error:
        return undecided("failure", f"the prover's answer cannot be read: {_told(error)}")


def _opinion(told: Any) -> Opinion | None:
    if told is None:
        return None
    match told:
        case [bool(agrees), str(why)]:
            return Opinion(agrees=agrees, told=why)
    msg = "an odd opinion"
    raise TypeError(msg)


def directly(question: Question) -> Decision | PaperError:
    """The answer to a question that has no text."""
    try:
        return _decided(question.obligation, question.prover)
    except PaperError as error:
        return error
    except Exception as error:
        return undecided("failure", f"the prover failed: {_told(error)}")


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".partition("\n")[0]
