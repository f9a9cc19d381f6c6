"""Compare what a line prints with what it states: every printed relation, and every claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sympy import Expr

from derivations.expression import Vector
from derivations.paper import Line, Paper
from derivations.prints import Print
from derivations.relation import Refers

from ..normal.algebra import Algebra, RootError, UnsupportedError
from ..normal.fraction import TooManyGeneratorsError
from ..report.unicode import Unicode
from .attempt import Attempt, Failure
from .choices import Choices
from .finding import Finding, LineReading, Status
from .links import Link, links
from .meaning import Meaning
from .names import Names, Pool
from .reader import read
from .rewrite import rewritten
from .statements import Reading, Statement, statements
from .tokens import ReadError, joined, tokens
from .tree import Group, Sum, Tree
from .words import labels_in

#: How often the roots of the normal form may be refined.
_REFINED = 4


def compare(line: Line, paper: Paper, names: Names | None = None) -> LineReading:
    """What is found when the print of ``line`` is read and held against its relations."""
    return _Comparison(line, paper, names or Names(paper)).result()


def compare_all(paper: Paper) -> Iterator[LineReading]:
    """Every line of ``paper``, in its order; data about lines that do not exist are drifts.

    Of the lines that it cites, which are read in their own papers, those that drift.
    """
    names = cache(Names)
    for line in paper:
        home, original = paper.origin(line.label)
        reading = compare(original, home, names(home))
        if home is paper:
            yield reading
        elif reading.status is Status.DRIFT:
            yield replace(reading, label=line.label)
    for label in paper.prints.labels:
        if label not in paper:
            finding = Finding("", "", f"the data on the print speak of a line ({label})")
            yield LineReading(label, Status.DRIFT, (finding,))


@dataclass(frozen=True)
class _Instance:
    """One way in which a line is claimed: a case of its data, and a sign for each ±."""

    where: Mapping[Tree, tuple[Any, ...]]
    instead: Mapping[Tree, Tree]
    sign: int


class _Comparison:
    def __init__(self, line: Line, paper: Paper, names: Names) -> None:
        self.line = line
        self.paper = paper
        self.names = names
        self.data: Print = paper.prints[line.label]
        self.spelled = {**paper.prints.spelled, **self.data.spelled}
        self.links = tuple(links(line, self.spelled))
        self.apart: dict[str, str] = {}
        self.met_apart: dict[str, str] = {}

    def result(self) -> LineReading:
        try:
            reading = statements(self.line.printed, self.names.odd)
            self.apart = {
                joined(tokens(key, self.names.odd)): reason
                for key, reason in self.data.apart.items()
            }
            instances = self.instances(reading)
        except ReadError as error:
            return self.unread(str(error))
        roots = 2
        for _ in range(_REFINED):
            try:
                return self.compared(reading, instances, roots)
            except RootError as error:
                roots *= error.by
            except TooManyGeneratorsError:
                return self.unread("it holds too many different things to compare")
            except (UnsupportedError, ZeroDivisionError, ReadError, RecursionError) as error:
                return self.unread(str(error) or type(error).__name__)
        return self.unread("its roots are too deep to compare")

    def unread(self, reason: str) -> LineReading:
        finding = Finding(self.line.printed, "", reason)
        return LineReading(self.line.label, Status.UNREAD, (finding,))

    # -- what is compared -------------------------------------------------------------

    def instances(self, reading: Reading) -> list[_Instance]:
        signs = (1, -1) if any(_has_both_signs(s.sides) for s in reading.statements) else (1,)
        found = []
        for case in self.data.cases:
            where: dict[Tree, tuple[Any, ...]] = {}
            instead: dict[Tree, Tree] = {}
            for latex, meant in {**self.data.where, **case}.items():
                tree = read(tokens(latex, self.names.odd))
                if isinstance(meant, str):
                    instead[tree] = Group((read(meant),))
                else:
                    plain = isinstance(meant, tuple) and not isinstance(meant, Vector)
                    where[tree] = meant if plain else (meant,)
            found += [_Instance(where, instead, sign) for sign in signs]
        return found

    def compared(self, reading: Reading, instances: list[_Instance], roots: int) -> LineReading:
        self.met_apart = {}
        kept = [s for s in map(self.without_apart, reading.statements) if s is not None]
        used: dict[Link, set[Any]] = {}
        count = 0
        failures: list[Failure] = []
        algebra = Algebra(self.paper.notation, roots)
        for instance in instances if kept else ():
            best, algebra = self.best(kept, instance, used, algebra, roots)
            failures += best.failures
            self.met_apart.update((key, self.apart[key]) for key in best.met_apart)
            used = best.used
            count = max(count, best.compared)
        findings = [self.finding(failure, used) for failure in failures]
        findings += self.leftover(used, reading)
        printed = tuple(p for p in range(len(self.line.claims)) if self.is_used(p, used))
        status = Status.AGREES if kept else Status.WORDS
        return LineReading(
            self.line.label,
            Status.DRIFT if findings else status,
            tuple(findings),
            compared=count,
            words=len(self.line.claims) - len(printed),
            claims=printed,
            apart=tuple(self.met_apart.items()),
        )

    def without_apart(self, statement: Statement) -> Statement | None:
        """The statement without what the data set apart."""
        if statement.key in self.apart:
            self.met_apart[statement.key] = self.apart[statement.key]
            return None
        conditions = []
        for condition in statement.conditions:
            if condition.key in self.apart:
                self.met_apart[condition.key] = self.apart[condition.key]
            else:
                conditions.append(condition)
        return Statement(
            statement.sides, statement.signs, tuple(conditions), statement.texts, statement.key
        )

    def best(
        self,
        kept: list[Statement],
        instance: _Instance,
        used: dict[Link, set[Any]],
        algebra: Algebra,
        roots: int,
    ) -> tuple[Attempt, Algebra]:
        """The reading that leaves the fewest relations without their claim."""
        given = [value for options in instance.where.values() for value in options]
        pool = Pool(self.names, self.expressions(given), self.spelled)
        read_as = [_rewritten(statement, instance.instead) for statement in kept]
        choices = Choices()
        best: Attempt | None = None
        for _ in choices.all():
            while True:
                attempt = Attempt(self.data, self.links, used, algebra, self.spelled, self.apart)
                meaning = Meaning(
                    pool,
                    choices,
                    attempt.same,
                    attempt.settle,
                    instance.where,
                    instance.sign,
                    self.data.primes,
                )
                try:
                    attempt.run(read_as, meaning)
                except TooManyGeneratorsError:
                    if not algebra.atoms:
                        raise
                    algebra = Algebra(self.paper.notation, roots)
                    if attempt.fresh:
                        raise
                    continue
                break
            if best is None or len(attempt.failures) < len(best.failures):
                best = attempt
            if not best.failures:
                break
        if best is None:
            msg = "there is no reading of it"
            raise ReadError(msg)
        return best, algebra

    def expressions(self, given: list[Any]) -> Iterator[Expr]:
        """All expressions from which the print's symbols take their meaning."""
        for link in self.links:
            yield from link.sides
            for name in ("variable", "to", "limit"):
                extra = getattr(link.relation, name, None)
                if isinstance(extra, Expr):
                    yield extra
        for value in given:
            yield from value if isinstance(value, Vector) else (value,)
        if isinstance(self.data.acts_on, Vector):
            yield from self.data.acts_on

    # -- what is found ------------------------------------------------------------

    def is_used(self, claim: int, used: Mapping[Link, set[Any]]) -> bool:
        return any(link.claim == claim for link in used)

    def finding(self, failure: Failure, used: Mapping[Link, set[Any]]) -> Finding:
        writer = Unicode(self.paper.notation)
        left = dict.fromkeys(link.claim for link in self.links if link not in used)
        relations = [writer.relation(self.line.claims[place].relation) for place in left]
        encoded = "; ".join(relations[:3]) or "nothing that is not printed already"
        return Finding(failure.printed, encoded, failure.reason)

    def leftover(self, used: Mapping[Link, set[Any]], reading: Reading) -> Iterator[Finding]:
        """What is stated or declared, and not printed."""
        writer = Unicode(self.paper.notation)
        for place, claim in enumerate(self.line.claims):
            parts = [link for link in self.links if link.claim == place]
            found = [link for link in parts if link in used]
            if found and len(found) < len(parts) and parts[0].component is None:
                text = writer.relation(claim.relation)
                yield Finding(self.line.printed, text, "the print lacks a side of it")
            if isinstance(claim.relation, Refers):
                named = labels_in(self.line.printed)
                if not set(claim.relation.to) <= named or len(named) != len(claim.relation.to):
                    text = writer.relation(claim.relation)
                    yield Finding(self.line.printed, text, "it refers to other equations")
        for link, seen in used.items():
            if seen and seen != {0, 1}:
                text = writer.relation(link.relation)
                yield Finding(self.line.printed, text, "the print lacks a case of it")
        for key in self.apart:
            if key not in self.met_apart:
                yield Finding(self.line.printed, key, "set apart in the data, and not printed")
        missing = [
            writer.relation(claim.relation)
            for place, claim in enumerate(self.line.claims)
            if not self.is_used(place, used)
        ]
        if self.data.words is not None and len(missing) != self.data.words:
            counted = f"{len(missing)} claims are not printed, and the data say {self.data.words}"
            yield Finding(self.line.printed, "; ".join(missing[:4]), counted)


def _rewritten(statement: Statement, by: Mapping[Tree, Tree]) -> Statement:
    return Statement(
        rewritten(statement.sides, by),
        statement.signs,
        tuple(_rewritten(condition, by) for condition in statement.conditions),
        statement.texts,
        statement.key,
    )


def _has_both_signs(tree: Any) -> bool:
    """Whether ± is printed in ``tree``."""
    if isinstance(tree, tuple):
        return any(_has_both_signs(item) for item in tree)
    if isinstance(tree, Sum) and any(sign == 0 for sign, _ in tree.terms):
        return True
    return hasattr(tree, "__dataclass_fields__") and any(
        _has_both_signs(getattr(tree, name)) for name in tree.__dataclass_fields__
    )
