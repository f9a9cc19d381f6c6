"""Sums and integrals in one statement: hypotheses of what they are, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sympy import Integral

from derivations.expression import Total
from derivations.relation import Relation

from . import integrals, sums
from .linear import Linear, under
from .scalar import Fact, Law, canonical
from .term import OutsideError
from .theorem import Hypothesis, relation_text, sign_texts

if TYPE_CHECKING:
    from .statement import Statement


class Wholes:
    """The sums and integrals of one statement that are written as what they are."""

    def __init__(self, statement: Statement, linear: Linear) -> None:
        self._statement = statement
        self._linear = linear
        self._shown: set[str] = set()
        #: That the integrals of the goal exist, which is part of what is claimed.
        self.goals: list[str] = []

    def laws(self, wanted: Iterable[Relation]) -> list[Law]:
        """What is used to show the relations ``wanted``, and that integrals exist."""
        facts = (self._statement.facts[flat] for flat in wanted)
        used = [fact.law for fact in facts if fact.law]
        return [*used, *self._of_goal(), *self._origins([*used, *self._of_goal()])]

    def _of_goal(self) -> list[Law]:
        if not self._statement.terms.concrete:
            return []
        sides = self._statement.goal_sides
        found = {x for side in sides for x in side.atoms(Integral)}
        known = (self._linear.parts.get(canonical(x)) for x in sorted(found, key=str))
        return [law for law in known if law is not None]

    def _origins(self, laws: Iterable[Law]) -> list[Law]:
        """For each part that is an integral, the one of which a fact speaks."""
        parts = [term for law in laws for _, term in law.terms]
        found = (self._linear.exist.get(part) for part in parts)
        return list({id(law): law for law in found if law is not None}.values())

    def exist(self, wanted: Iterable[Relation], general: dict[int, str]) -> None:
        """Take the integrals of which facts speak to exist, and show that others do."""
        statement = self._statement
        used = [law for flat in wanted if (law := statement.facts[flat].law)]
        for law in self._origins([*used, *self._of_goal()]):
            text = integrals.existence(statement.terms, law.whole)
            self._assume(f"E{len(self._shown) + 1}", text, "a fact says that it makes sense")
            if (part := law.terms[0][1]) != law.whole and self._new(str(part)):
                lines = integrals.part_exists(
                    f"X{len(self._shown)}", law, statement.terms, self._rewriting(law, general)
                )
                statement.preparation += lines
        for law in self._of_goal():
            if not all(under(x) == 1 or x in self._linear.exist for _, x in law.terms):
                raise OutsideError("that an integral exists is not shown")
            self.goals.append(integrals.existence(statement.terms, law.whole))
            statement.preparation += integrals.exists(
                f"G{len(self.goals)}", law, statement.terms, self._rewriting(law, general)
            )

    def law(self, fact: Fact, law: Law, general: dict[int, str]) -> str:
        """The name of the equation of a sum or integral, shown from facts for all values."""
        statement, terms = self._statement, self._statement.terms
        name = f"L{-fact.number}"
        text = relation_text(terms, fact.relation)
        if isinstance(law.whole, Total):
            self._of_set(law.whole, fact, law)
            lines = sums.proof(name, text, law, terms, self._rewriting(law, general))
        else:
            lines = integrals.proof(name, text, law, terms, self._rewriting(law, general))
        statement.preparation += lines
        return name

    def _of_set(self, whole: Total, fact: Fact, law: Law) -> None:
        terms = self._statement.terms
        over = terms.symbol(whole.over)
        signs = " /\\ ".join(sign_texts("i", law.bound))
        if signs and law.terms:
            text = f"(forall i : R, among i {over} -> {signs})"
            self._assume(f"M_{over}", text, f"what is in {over}")
        if not law.terms and under(whole) == 1:
            text = f"{terms.term(fact.body)} = total {over} (fun _ => 1)"
            self._assume(f"C_{over}", text, f"what the sum of 1 over {over} is")

    def _assume(self, name: str, text: str, source: str) -> None:
        if self._new(text):
            self._statement.hypotheses.append(Hypothesis(name, text, source))

    def _new(self, text: str) -> bool:
        new = text not in self._shown
        self._shown.add(text)
        return new

    def _rewriting(self, law: Law, general: dict[int, str]) -> Iterator[str]:
        shown = self._statement.shown
        yield from dict.fromkeys(shown(point, general[point.number]) for point in law.points)
