"""Apply revisions to a paper: the result is a paper of its own, decided like any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

import sympy
from sympy import Expr, Symbol
from sympy.core.function import AppliedUndef

from .errors import PaperError
from .expression import Vector, substitute
from .paper import Chapter, Claim, Erratum, Kind, Line, Paper
from .quantity import Role
from .relation import Relation
from .revision import Assume, Count, Drop, Put, Replace, Revision
from .revision import Line as NewLine
from .rules import By, Cite, Given


class Revised(Paper):
    """A paper with revisions applied.

    ``original`` is the paper revised, and ``applied`` by what.  ``touched`` are the labels
    of the lines that say, or are argued from, something else than there; ``new`` those
    that are not there; ``given_anew`` those, old and new, that a revision lets say something.
    """

    def __init__(self, original: Paper, revisions: tuple[Revision, ...]) -> None:
        name = " with ".join([original.name, ", ".join(one.name for one in revisions)])
        super().__init__(name, original.title, original.reference, original.bound)
        self.original = original
        self.applied = revisions
        self.touched: frozenset[str] = frozenset()
        self.new: frozenset[str] = frozenset()
        self.given_anew: frozenset[str] = frozenset()
        self.notation = original.notation.copy()
        self.prints = original.prints

    def origin(self, label: str) -> tuple[Paper, Line]:
        """The paper in which the line ``label`` stands: cited lines where they stood before."""
        return self.original.origin(label) if self[label].cited else (self, self[label])


def revised(paper: Paper, *revisions: Revision) -> Revised:
    """``paper`` with all of ``revisions``.

    Raises ``PaperError`` where a revision speaks of a line that does not exist, and where
    two say different things of one line.
    """
    result = Revised(paper, revisions)
    _declare(result)
    _count(result)
    changes = [(one, change) for one in revisions for change in one.changes]
    lines = {line.label: line for line in paper}
    for revision, change in changes:
        if isinstance(change, Replace | Drop):
            paper[change.label]
            _once(change, [x for _, x in changes], revision)
    for _, change in changes:
        if isinstance(change, Replace):
            lines[change.label] = _replaced(lines[change.label], change)
    for _, change in changes:
        if isinstance(change, Put):
            lines = {label: _put(paper, line, change) for label, line in lines.items()}
    dropped = {change.label for _, change in changes if isinstance(change, Drop)}
    assumed = [change for _, change in changes if isinstance(change, Assume)]
    kept = {
        label: _argued(paper, _without(line, dropped), assumed)
        for label, line in lines.items()
        if label not in dropped
    }
    _assemble(result, kept)
    counted = {change.over for _, change in changes if isinstance(change, Count)}
    result.touched = frozenset(
        label
        for label, line in kept.items()
        if _content(line) != _content(paper[label]) or counted & _symbols(line)
    )
    result.new = frozenset(line.label for line in result) - frozenset(kept)
    replaced = {change.label for _, change in changes if isinstance(change, Replace)}
    result.given_anew = result.new | replaced
    return result


def _declare(result: Revised) -> None:
    for revision in result.applied:
        for quantity in revision.notation:
            known = result.notation.by_name(quantity.name)
            if known is None:
                result.notation.declare(quantity)
            elif known != quantity:
                msg = f"{quantity.name} is declared already, as {known.meaning}; name it otherwise"
                raise PaperError(msg, f"revision {revision.name}")


def _count(result: Revised) -> None:
    for revision in result.applied:
        for change in revision.changes:
            if isinstance(change, Count):
                known = result.notation[change.over]
                if known.role is not Role.SET:
                    msg = f"{change.over} is no set, so it has no number of members"
                    raise PaperError(msg, f"revision {revision.name}")
                result.notation.amend(replace(known, count=change.count))


def _once(change: Replace | Drop, changes: Iterable[Any], revision: Revision) -> None:
    for other in changes:
        if isinstance(other, Replace | Drop) and other.label == change.label and other != change:
            msg = (
                f"two revisions change line ({change.label}), each in its own way; "
                "leave one of them out"
            )
            raise PaperError(msg, f"revision {revision.name}")


def _assemble(result: Revised, kept: dict[str, Line]) -> None:
    for old in result.original.chapters:
        chapter = result.chapter(old.label, old.title, old.summary)
        for line in old.lines:
            if line.label in kept:
                _enter(chapter, kept[line.label])
    for revision in result.applied:
        own = [x for x in revision.changes if isinstance(x, Assume | NewLine)]
        if own:
            chapter = result.chapter("Revision", revision.title, revision.because)
            for change in own:
                _enter(chapter, _line_of(revision, change))
    result.results = dict(result.original.results)


def _enter(chapter: Chapter, line: Line) -> None:
    chapter.lines.append(chapter.paper.add(line))


def _line_of(revision: Revision, change: Assume | NewLine) -> Line:
    printed = change.printed or r",\ ".join(_latex(claim.relation) for claim in change.claims)
    kind = Kind.ASSUMPTION if isinstance(change, Assume) else Kind.DISPLAY
    place = f"revision {revision.name}"
    return Line(change.label, "Revision", kind, printed, change.claims, None, change.note, place)


def _latex(relation: Relation) -> str:
    return f" {relation.latex_sign} ".join(sympy.latex(side) for side in relation.sides)


def _content(line: Line) -> Any:
    return line.claims, line.accepted


def _replaced(line: Line, change: Replace) -> Line:
    return replace(
        line,
        claims=change.claims,
        erratum=None,
        printed=change.printed or line.printed,
        note=change.note or line.note,
    )


def _each_claim(line: Line, function: Any) -> Line:
    """``line`` with ``function`` applied to its claims, printed and accepted."""
    erratum = line.erratum and Erratum(
        tuple(map(function, line.erratum.accepted)), line.erratum.because, line.erratum.reads
    )
    return replace(line, claims=tuple(map(function, line.claims)), erratum=erratum)


def _put(paper: Paper, line: Line, change: Put) -> Line:
    """``line`` with the new expression in what it gives."""
    if change.old not in paper.notation or paper.notation[change.old].role not in (
        Role.CONSTANT,
        Role.FACTOR,
    ):
        msg = f"{change.old} is no constant of the paper, so nothing can be put for it"
        raise PaperError(msg)
    for label in change.only:
        paper[label]
    if change.only and line.label not in change.only:
        return line

    def put(claim: Claim) -> Claim:
        step = next((x for x in claim.follows.steps if isinstance(x, Given)), None)
        if step is None or step.kind == "data" or change.old in claim.relation.sides:
            return claim
        return replace(claim, relation=mapped(claim.relation, {change.old: change.new}))

    return _each_claim(line, put)


def mapped(relation: Relation, values: dict[Symbol, Expr]) -> Relation:
    """``relation`` with ``values`` put in for symbols, everywhere that they are free."""

    def put(value: Any) -> Any:
        if isinstance(value, Vector):
            return value.map(put)
        if isinstance(value, Symbol):
            return values.get(value, value)
        return substitute(value, values) if isinstance(value, Expr) else value

    if hasattr(relation, "links") and "sides" in {each.name for each in fields(relation)}:  # type: ignore[arg-type]
        return type(relation)(*map(put, relation.sides))
    parts = {each.name: getattr(relation, each.name) for each in fields(relation)}  # type: ignore[arg-type]
    return type(relation)(**{name: put(value) for name, value in parts.items()})


def _without(line: Line, dropped: set[str]) -> Line:
    """``line`` argued without the lines ``dropped``."""

    def cut(claim: Claim) -> Claim:
        steps = claim.follows.steps
        rest = tuple(step for step in steps if not dropped.intersection(step.premises))
        return claim if len(rest) == len(steps) else replace(claim, follows=By(rest))

    return _each_claim(line, cut) if dropped else line


def _argued(paper: Paper, line: Line, assumed: list[Assume]) -> Line:
    """``line`` argued with those of the new premises that are about what it speaks of."""

    def enriched(claim: Claim) -> Claim:
        if any(isinstance(step, Given) for step in claim.follows.steps):
            return claim
        spoken = _spoken(claim.relation)
        for label in claim.follows.premises:
            for premise in paper[label].accepted if label in paper else ():
                spoken |= _spoken(premise.relation)
        more = tuple(
            Cite(one.label)
            for one in assumed
            if any(spoken & _about(premise.relation, paper) for premise in one.claims)
        )
        return replace(claim, follows=By((*more, *claim.follows.steps))) if more else claim

    return _each_claim(line, enriched) if assumed else line


def _about(relation: Relation, paper: Paper) -> Set[Any]:
    """Whom a new premise concerns: what says what a new quantity is, those that speak of that."""
    new = {side for side in relation.sides if isinstance(side, Symbol)}
    return {x for x in new if x not in paper.notation} or _spoken(relation)


def _symbols(line: Line) -> set[Any]:
    return {x for claim in (*line.claims, *line.accepted) for x in _spoken(claim.relation)}


@lru_cache(maxsize=4096)
def _spoken(relation: Relation) -> frozenset[Any]:
    """The symbols and functions that a relation speaks of."""
    return frozenset(x for side in relation.sides for part in _parts(side) for x in _inside(part))


def _parts(side: Any) -> Iterator[Expr]:
    yield from side if isinstance(side, Vector) else (side,)


def _inside(expr: Expr) -> Iterator[Any]:
    yield from expr.free_symbols
    yield from (value.func for value in expr.atoms(AppliedUndef))
