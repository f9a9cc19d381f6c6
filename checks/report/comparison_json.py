"""What a revision changes as JSON: the fields are documented in ``docs/revisions.md``."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from ..result import ClaimResult, LineResult
from ..revise.compare import Change, Comparison
from .latex import Latex
from .unicode import Unicode

Json = Any


def as_json(found: Comparison) -> str:
    """The comparison as a document."""
    return json.dumps(record(found), ensure_ascii=False, indent=2) + "\n"


def record(found: Comparison) -> Json:
    """The comparison as data."""
    return _Writer(found).record()


class _Writer:
    def __init__(self, found: Comparison) -> None:
        self._found = found
        self._unicode = Unicode(found.paper.notation)
        #: The relations written so far: a line that changes is told of twice.
        self._on_one_line = cache(self._unicode.relation)
        self._in_latex = cache(Latex(found.paper.notation).relation)

    def record(self) -> Json:
        found = self._found
        told = {x.label: self._unicode.told(x.contradiction) for x in found.contradictions}
        return {
            "paper": found.paper.original.name,
            "revisions": [
                {"name": one.name, "title": one.title, "because": one.because}
                for one in found.paper.applied
            ],
            "changes": [self._change(change) for change in found.changes],
            "as_before": list(found.as_before),
            "falling": [change.label for change in found.falling],
            "doubtful": list(found.doubtful),
            "contradictions": told,
        }

    def _change(self, change: Change) -> Json:
        return {
            "label": change.label,
            "revised": change.said,
            "before": self._line(change.before),
            "after": self._line(change.after),
            "differs": [
                [self._claim(was) if was else None, self._claim(now) if now else None]
                for was, now in change.pairs()
            ],
        }

    def _line(self, result: LineResult | None) -> Json | None:
        if result is None:
            return None
        return {
            "verdict": result.verdict.value,
            "reason": self._unicode.told(result.reason),
            "claims": [self._claim(claim) for claim in result.accepted],
        }

    def _claim(self, claim: ClaimResult) -> Json:
        relation, factor = claim.claim.relation, claim.factor
        ends = claim.links[0].decision.enclosure if len(claim.links) == 1 else None
        return {
            "relation": self._on_one_line(relation),
            "latex": self._in_latex(relation),
            "verdict": claim.verdict.value,
            "given": claim.given.kind if claim.given else None,
            "factor": None if factor is None else self._unicode.expression(factor),
            "enclosure": list(ends) if ends else None,
        }
