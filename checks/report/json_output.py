"""The report on a paper as JSON: the schema is documented in ``docs/json-schema.md``.

The same paper gives the same bytes: nothing here depends on the machine, the time, or
the order of work.
"""

from __future__ import annotations

import json
from functools import cache, partial
from pathlib import PurePath
from typing import Any

from derivations.quantity import Quantity
from derivations.relation import Relation

from ..plots.sample import sampled
from ..plots.slider import slider
from ..printed.finding import LineReading
from ..quoting import purpose
from ..result import Check, ClaimResult, LineResult, NamedResult, Report
from ..verdict import Opinion, Verdict
from . import wording
from .latex import Latex
from .symbols import first_uses, symbols_of
from .unicode import Unicode

#: Raised by one whenever a field is taken away or changes its meaning.
SCHEMA = 1

Json = dict[str, Any]


def dumps(report: Report) -> str:
    """The report as a JSON text, keys in a fixed order."""
    return json.dumps(_Writer(report).report(), ensure_ascii=False, indent=2) + "\n"


class _Writer:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._notation = report.paper.notation
        self._unicode = Unicode(self._notation)
        self._latex = Latex(self._notation)
        #: The relations written so far: many lines are argued from the same ones.
        self._on_one_line = cache(self._unicode.relation)
        self._in_latex = cache(self._latex.relation)
        self._measured = cache(partial(wording.dimensions, notation=self._notation))

    def report(self) -> Json:
        paper = self._report.paper
        holding = {result.line.label: result.holds for result in self._report.lines}
        return {
            "schema": SCHEMA,
            "paper": {"name": paper.name, "title": paper.title, "reference": paper.reference},
            "holds": self._report.holds,
            "summary": {str(verdict): n for verdict, n in self._report.counts.items()},
            "opinions": dict(zip(("agreeing", "asked"), self._report.opinions, strict=True)),
            "chapters": [
                {"label": c.label, "title": c.title, "summary": c.summary} for c in paper.chapters
            ],
            "symbols": [self._symbol(*used) for used in first_uses(paper)],
            "lines": [self._line(line) for line in self._report.lines],
            "results": [_result(result) for result in self._report.results],
            "drifts": [_drift(reading) for reading in self._report.drifts],
            "figures": [sampled(paper, figure, holding) for figure in paper.figures],
            "sliders": [slider(paper, declared, holding) for declared in paper.sliders],
        }

    def _symbol(self, quantity: Quantity, first: str | None) -> Json:
        bounds = quantity.range
        return {
            "name": quantity.name,
            "unicode": quantity.unicode,
            "latex": quantity.latex,
            "cited_latex": quantity.cited_latex or None,
            "meaning": quantity.meaning,
            "dimension": str(quantity.dimension),
            "unit": quantity.unit,
            "sign": quantity.sign,
            "role": str(quantity.role),
            "range": None if bounds is None else [str(end) for end in bounds],
            "first": first,
        }

    def _line(self, result: LineResult) -> Json:
        line = result.line
        witnesses = [c.decision.witness for c in result.failures if c.decision.witness]
        return {
            "label": line.label,
            "chapter": line.chapter,
            "kind": str(line.kind),
            "cited": line.cited or None,
            "place": _place(line.place),
            "printed": line.printed,
            "note": line.note,
            "symbols": symbols_of(line),
            "verdict": str(result.verdict),
            "holds": result.holds,
            "reason": self._unicode.told(result.reason),
            "factor": self._expression(result.factor),
            "witness": self._values(witnesses[0]) if witnesses else None,
            "accepted": self._accepted(result),
            "claims": [self._claim(claim) for claim in result.printed],
            "dimensions": [d for c in result.printed for d in self._dimensions(c)],
            "rule": _joined(wording.argument(c.claim) for c in result.accepted),
            "premises": list(line.premises),
            "obligations": [
                self._check(check, form)
                for form, claims in _forms(result)
                for claim in claims
                for check in claim.checks
            ],
            "rests_on": list(result.rests_on),
            "used_by": list(result.used_by),
            "unsound": list(result.unsound),
        }

    def _accepted(self, result: LineResult) -> Json | None:
        if not result.restated:
            return None
        erratum = None if result.verdict is Verdict.CHANGED else result.line.erratum
        return {
            "printed": erratum.reads if erratum else "",
            "because": erratum.because if erratum else "it follows from the revised premises",
            "claims": [self._claim(claim) for claim in result.accepted],
        }

    def _claim(self, claim: ClaimResult) -> Json:
        return {
            **self._relation(claim.claim.relation),
            "verdict": str(claim.verdict),
            "given": claim.given.kind if claim.given else None,
            "factor": self._expression(claim.factor),
            "dimensions": self._dimensions(claim),
            "rule": wording.argument(claim.claim),
            "premises": list(claim.claim.follows.premises),
        }

    def _check(self, check: Check, form: str) -> Json:
        decision, obligation = check.decision, check.obligation
        return {
            "form": form,
            "purpose": self._unicode.told(purpose(obligation)),
            "goal": self._relation(obligation.goal),
            "facts": [self._on_one_line(fact) for fact in obligation.facts],
            "status": str(check.status),
            "method": decision.method,
            "reason": self._unicode.told(decision.reason),
            "factor": self._expression(decision.factor),
            "enclosure": list(decision.enclosure) if decision.enclosure else None,
            "neglected": self._expression(decision.error),
            "witness": self._values(decision.witness) if decision.witness else None,
            "second_opinion": self._opinion(decision.opinion),
            "conditions": [self._unicode.told(one) for one in decision.conditions],
        }

    def _opinion(self, opinion: Opinion | None) -> Json | None:
        told = opinion and self._unicode.told(opinion.told)
        return {"agrees": opinion.agrees, "told": told} if opinion else None

    def _relation(self, relation: Relation) -> Json:
        return {
            "kind": type(relation).__name__,
            "unicode": self._on_one_line(relation),
            "latex": self._in_latex(relation),
        }

    def _dimensions(self, claim: ClaimResult) -> list[str]:
        return list(self._measured(claim.claim.relation))

    def _values(self, witness: tuple[tuple[str, str], ...]) -> dict[str, str]:
        return dict(self._unicode.value(*pair) for pair in witness)

    def _expression(self, expression: Any) -> str | None:
        return None if expression is None else self._unicode.expression(expression)


def _forms(result: LineResult) -> list[tuple[str, tuple[ClaimResult, ...]]]:
    forms = [("printed", result.printed)]
    return [*forms, ("accepted", result.accepted)] if result.restated else forms


def _result(result: NamedResult) -> Json:
    return {
        "name": result.name,
        "lines": list(result.labels),
        "confirmed": result.confirmed,
        "failing": list(result.failing),
    }


def _drift(reading: LineReading) -> Json:
    findings = [
        {"printed": each.printed, "encoded": each.encoded, "reason": each.reason}
        for each in reading.findings
    ]
    return {"line": reading.label, "findings": findings}


def _joined(rules: Any) -> str:
    return "; ".join(dict.fromkeys(rules))


def _place(place: str) -> str:
    """The file's name and the line: where the file lies is the machine's business."""
    file, _, number = place.rpartition(":")
    return f"{PurePath(file).name}:{number}"
