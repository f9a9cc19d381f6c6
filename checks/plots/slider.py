"""A number as a formula in order-one constants, for a page on which a reader moves them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from sympy import Expr, Symbol

from derivations.errors import PaperError
from derivations.figure import Slider
from derivations.paper import Paper
from derivations.relation import Within

from ..prefix import write
from ..report.latex import Latex
from .put import exactly, resolved, values_in

Json = dict[str, Any]


def slider(paper: Paper, declared: Slider, holding: Mapping[str, bool]) -> Json:
    """The slider as JSON: formulas in prefix form, or why there are none.

    ``holding`` tells of every line whether it holds.
    """
    named = [*(put.label for put in declared.puts), *declared.rests, *declared.claims]
    lines = [paper[label].label for label in dict.fromkeys(named)]
    failing = [label for label in lines if not holding[label]]
    shown: list[Json] = []
    claims: list[Json] = []
    reason = ""
    if failing:
        verb = "does" if len(failing) == 1 else "do"
        reason = f"it rests on {', '.join(f'({x})' for x in failing)}, which {verb} not hold"
    else:
        try:
            shown = [_formula(paper, declared, x) for x in (declared.quantity, *declared.also)]
            claims = [_claim(paper, declared, label) for label in declared.claims]
        except PaperError as error:
            reason = str(error)
    return {
        "label": declared.label,
        "title": declared.title,
        "caption": declared.caption,
        "lines": lines,
        "failing": failing,
        "reason": reason,
        "formulas": shown,
        "constants": [_constant(paper, symbol) for symbol in declared.constants],
        "claims": claims,
        "low": str(exactly(declared.low)),
        "high": str(exactly(declared.high)),
    }


def formula(paper: Paper, declared: Slider, quantity: Expr) -> Expr:
    """``quantity`` in the slider's constants alone.

    Raises ``PaperError`` where something else is left in it.
    """
    found = values_in(resolved(paper, quantity, declared.puts), declared.values)
    if left := found.free_symbols - set(declared.constants):
        msg = f"{quantity} is left with {', '.join(sorted(map(str, left)))}"
        raise PaperError(msg)
    return found


def _formula(paper: Paper, declared: Slider, quantity: Expr) -> Json:
    return {
        "latex": Latex(paper.notation).expression(quantity),
        "expression": write(formula(paper, declared, quantity), str),
    }


def _constant(paper: Paper, symbol: Symbol) -> Json:
    quantity = paper.notation[symbol]
    if quantity.range is None:
        msg = f"{quantity.name} has no stated range, so that it cannot be moved over it"
        raise PaperError(msg)
    return {
        "name": quantity.name,
        "latex": quantity.latex,
        "meaning": quantity.meaning,
        "range": [str(Fraction(end)) for end in quantity.range],
    }


def _claim(paper: Paper, declared: Slider, label: str) -> Json:
    """The interval that a line states for the quantity."""
    for claim in paper[label].accepted:
        relation = claim.relation
        if isinstance(relation, Within) and relation.expression == declared.quantity:
            return {"label": label, "low": str(relation.low), "high": str(relation.high)}
    msg = f"({label}) states no interval for {declared.quantity}"
    raise PaperError(msg)
