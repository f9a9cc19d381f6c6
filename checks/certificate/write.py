"""Write a certificate: the findings of a run as JSON lines, for another program to re-check.

The format is documented in ``docs/certificate.md``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from derivations.paper import Line
from derivations.relation import Consistent, Relation
from derivations.rules import Cite, Rule, Shown, here

from .. import quoting, record
from ..facts import said_by
from ..leeway import UNCANCELLED
from ..provers.leading import EXACT
from ..result import Check, ClaimResult, LineResult, Report
from ..run.decider import Decider
from ..run.question import proof_in, proof_text
from . import asked

Json = Any

#: A refutation is made of one of so many models at most.
_MOST_MODELS = 3
#: The version of the format; raised whenever its meaning changes.
VERSION = 9


def lines(report: Report, decider: Decider | None = None) -> Iterator[str]:
    """The lines of the certificate, each with its newline; ``decider`` finds the proofs."""
    digest = hashlib.sha256()
    for one in _Writer(report, decider or Decider()).report():
        text = record.dumps(one) + "\n"
        digest.update(text.encode())
        yield text
    yield record.dumps({"kind": "end", "sha256": digest.hexdigest()}) + "\n"


class _Writer:
    """Numbers the obligations; equal ones are written once."""

    def __init__(self, report: Report, decider: Decider) -> None:
        self._report = report
        self._numbers: dict[str, int] = {}
        #: The symbols that were written.
        self._symbols: dict[str, Json] = {}
        #: Of each line that was written, which claim says each of its facts.
        self._said: dict[str, dict[Relation, int]] = {}
        found = {
            _key(check, asks): _record(check, asks)
            for result in report.lines
            for claim in (*result.printed, *result.accepted)
            for check in claim.checks
            for asks in [_asks(claim, check)]
        }
        models = [one for one in found.values() if _model(one)]
        texts = {key: _proof_text(one, models) for key, one in found.items()}
        replies = decider.replies(texts.values())
        self._proofs = {key: proof_in(replies[text]) for key, text in texts.items()}

    def report(self) -> Iterator[Json]:
        """The head, then each line after the lines it rests on, its obligations before it."""
        report = self._report
        yield {"kind": "certificate", "version": VERSION, "paper": report.paper.name}
        results = {result.line.label: result for result in report.lines}
        done: set[str] = set()
        for result in report.lines:
            for label in (*result.rests_on, result.line.label):
                if label not in done:
                    done.add(label)
                    yield from self._line(results[label])
        for named in report.results:
            yield {
                "kind": "result",
                "name": named.name,
                "lines": list(named.labels),
                "confirmed": named.confirmed,
            }

    def _line(self, result: LineResult) -> Iterator[Json]:
        for claim in (*result.printed, *result.accepted):
            for check in claim.checks:
                yield from self._obligation(check, _asks(claim, check))
        paper, line = self._report.paper, result.line
        self._said[line.label] = said_by(paper, line, result.accepted)
        yield {
            "kind": "line",
            "label": result.line.label,
            "verdict": result.verdict.value,
            "rests_on": list(result.rests_on),
            "misprint": result.line.erratum is not None,
            "printed": self._claims(result.line, result.printed),
            "accepted": self._claims(result.line, result.accepted),
        }

    def _obligation(self, check: Check, asks: str) -> Iterator[Json]:
        key = _key(check, asks)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers)
            one = _record(check, asks) | {"number": self._numbers[key]}
            found = self._proofs[key]
            decision = {k: v for k, v in one["decision"].items() if k != "evidence"}
            for symbol in one.pop("symbols"):
                if self._symbols.get(symbol["name"]) != symbol:
                    self._symbols[symbol["name"]] = symbol
                    yield {"kind": "symbol", **symbol}
            yield {**one, "decision": decision | ({"proof": found} if found else {})}

    def _claims(self, line: Line, claims: tuple[ClaimResult, ...]) -> list[Json]:
        """The claims of a line, which may use what those before them say."""
        return [
            self._claim(claim, said_by(self._report.paper, line, claims[:place]))
            for place, claim in enumerate(claims)
        ]

    def _claim(self, claim: ClaimResult, own: Mapping[Relation, int]) -> Json:
        one: dict[str, Json] = {
            "relation": type(claim.claim.relation).__name__,
            "links": [self._number(claim, check) for check in claim.links],
            "conditions": [
                [self._number(claim, check), quoting.purpose(check.obligation)]
                for check in claim.conditions
            ],
            "premises": list(claim.claim.follows.premises),
        }
        if claim.given is not None:
            one["given"] = claim.given.name
        else:
            drawn = claim.drawn_from
            pairs = list(zip(drawn.facts, drawn.origins, strict=True))
            one["from"] = [
                self._origin(step, fact, link, claim, own)
                for fact, step in pairs
                for link in fact.links()
            ]
        return one

    def _origin(
        self,
        step: Rule,
        fact: Relation,
        link: Relation,
        claim: ClaimResult,
        own: Mapping[Relation, int],
    ) -> Json:
        """What a fact comes from: a claim of a line, one before, a condition, or a rule."""
        if isinstance(step, Cite):
            return ["line", step.label, self._said[step.label].get(fact, 0)]
        if step == here:
            return ["here", "", own.get(fact, 0)]
        if not isinstance(step, Shown):
            return ["rule", step.name, 0]
        shown = (k for k, c in enumerate(claim.conditions) if c.obligation.goal == link)
        return ["shown", "", next(shown, 0)]

    def _number(self, claim: ClaimResult, check: Check) -> int:
        return self._numbers[_key(check, _asks(claim, check))]


def _record(check: Check, asks: str) -> dict[str, Json]:
    """The record of an obligation, without a number of its own, and without a proof."""
    return {
        "kind": "obligation",
        "number": 0,
        "asks": asks,
        **asked.of_obligation(check.obligation),
        "decision": record.of_decision(check.decision, check.obligation),
    }


def _model(one: Json) -> bool:
    """Whether an obligation is one whose premises were found to hold together."""
    return (one["goal"][0], one["decision"]["status"]) == (Consistent.__name__, "proved")


def _proof_text(one: Json, models: list[Json]) -> str:
    """The question for a proof, with the models that a refutation may be made of."""
    refuted = one["decision"]["status"] == "refuted"
    fit = [m for m in models if refuted and all(fact in m["facts"] for fact in one["facts"])]
    return proof_text(one, fit[:_MOST_MODELS])


def _asks(claim: ClaimResult, check: Check) -> str:
    """What is asked: the relation, its dimensions alone, or how much of it is neglected."""
    if claim.given is not None:
        return "dimensions"
    if check.obligation.purpose != UNCANCELLED:
        return "relation"
    return "exact" if check.decision.method == EXACT else "steady"


def _key(check: Check, asks: str) -> str:
    return record.dumps(
        [
            asks,
            record.of_obligation(check.obligation),
            record.of_decision(check.decision, check.obligation),
        ]
    )
