"""What a theorem assumes: the facts and signs that its proof needs, each under a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sympy import Expr, Symbol

from derivations.obligation import Obligation
from derivations.quantity import Role
from derivations.relation import NotEqual, Relation

from ..normal.elimination import System, solve
from .complex import is_complex
from .linear import NOTHING, linear
from .points import taken
from .scalar import Fact, Flat, constants, definitions, stated
from .slope import Slopes, domain
from .term import Condition, OutsideError, Terms, conditions
from .theorem import (
    Hypothesis,
    condition_text,
    relation_text,
    sign_texts,
)
from .wholes import Wholes


class Statement:
    """The hypotheses of one theorem, as far as they are needed."""

    def __init__(self, obligation: Obligation, *, concrete: bool = False) -> None:
        self.obligation = obligation
        self.terms = Terms(concrete=concrete)
        self.flat = Flat(constants(obligation.notation))
        facts = [fact for fact in stated(obligation) if _is_written(fact.relation)]
        self.definitions = definitions(facts, obligation.notation)
        sides = [
            side for each in (obligation.goal, *(f.relation for f in facts)) for side in each.sides
        ]
        #: The facts between numbers, and what each was.
        self.facts: dict[Relation, Fact] = {}
        found = [*facts, *taken(facts, sides, obligation.notation)]
        sides += [side for fact in found for side in fact.relation.sides]
        split = linear(facts, sides, obligation.notation) if concrete else NOTHING
        self.wholes = Wholes(self, split)
        found += split.laws
        for fact in found:
            self.facts.setdefault(self.flat.relation(fact.relation), fact)
        self.goal = self.flat.relation(obligation.goal)
        self.goal_sides = [side for side in obligation.goal.sides if isinstance(side, Expr)]
        self.hypotheses: list[Hypothesis] = []
        self.names: dict[Relation, str] = {}
        self.preparation: list[str] = []
        self.goals: list[str] = []
        self.slopes = Slopes(self)
        #: The values of functions that have become variables.
        self.stood: dict[Expr, str] = {}

    def solved(self, keep: frozenset[Expr] = frozenset(), needs: Iterable[Expr] = ()) -> System:
        """The facts solved, each value of a function being an unknown."""
        return solve(tuple(self.facts), self.flat.notation, keep, [*self.goal.sides, *needs])

    def state(self, used: Iterable[Relation]) -> None:
        """Take the facts ``used`` as hypotheses, in the order of the obligation."""
        wanted = set(used)
        laws = self.wholes.laws(wanted)
        points = [point for law in laws for point in law.points]
        needed = {number for fact in points for number in (fact.number, *fact.needs)}
        needed.update(number for flat in wanted for number in self.facts[flat].needs)
        chosen = {
            flat: fact
            for flat, fact in self.facts.items()
            if flat in wanted or (fact.at is None and fact.number in needed)
        }
        general = {f.number for f in (*points, *chosen.values()) if f.at is not None}
        defining = {fact.number for fact in self.definitions.values()}
        general.update(n for point in points for n in point.needs if n in defining)
        written: dict[int, str] = {}
        for number in sorted({fact.number for fact in points}):
            written[number] = self._general(self._source(number))
        self.wholes.exist(wanted, written)
        for flat, fact in sorted(chosen.items(), key=lambda item: item[1].number):
            number = fact.number
            if fact.law:
                self.names[flat] = self.wholes.law(fact, fact.law, written)
                continue
            if number not in general:
                self.names[flat] = self._plain(fact)
                continue
            if number not in written:
                written[number] = self._general(self._source(number))
            self.names[flat] = self._at_point(written[number], fact)
        self._signs()
        self._conditions(fact for fact in chosen.values() if fact.number not in general)

    def shown(self, point: Fact, general: str) -> str:
        """What a fact says for all values, with how it is taken at ``point``."""
        name = self.slopes.shown(general, self._source(point.number), point.orders)
        return f"{name} by ({_premises(point)})"

    def _source(self, number: int) -> Fact:
        return next(f for f in self.facts.values() if f.number == number and f.at is None)

    def _plain(self, fact: Fact) -> str:
        name = f"F{fact.number}"
        text = relation_text(self.terms, fact.relation)
        self.hypotheses.append(Hypothesis(name, text, f"fact {fact.number}"))
        return name

    def _general(self, fact: Fact) -> str:
        """The fact for all values of the variables of the function that it defines."""
        name = f"F{fact.number}"
        variables = fact.head.args
        bound = Terms(self.terms.names, dict(self.terms.roots))
        text = relation_text(bound, fact.relation)
        binders = " ".join(bound.symbol(variable) for variable in variables)
        where = domain(fact, bound)
        premises = "".join(f"{text} -> " for _, text in where)
        for thing, written in bound.used.items():
            if thing not in variables:
                self.terms.used[thing] = written
        source = f"fact {fact.number}, for all values of {', '.join(map(str, variables))}"
        self.hypotheses.append(
            Hypothesis(name, f"(forall {binders} : R, {premises}{text})", source)
        )
        return name

    def _at_point(self, general: str, fact: Fact) -> str:
        source = self._source(fact.number)
        general = self.slopes.shown(general, source, fact.orders)
        name = f"{general}_at{len(self.preparation) + 1}"
        text = relation_text(self.terms, fact.relation)
        self.preparation.append(
            f"assert ({name} : {text}) by "
            f"(etransitivity; [apply {general}; {_premises(fact)} | by_field])."
        )
        return name

    def _signs(self) -> None:
        relation_text(self.terms, self.obligation.goal)
        signs = []
        for thing, name in self.terms.used.items():
            if self.is_set(thing):
                continue
            if isinstance(thing, Symbol) and thing in self.obligation.notation:
                signs += [
                    Hypothesis(f"{'PW'['whole' in text]}_{name}", text, f"{thing} is declared so")
                    for text in sign_texts(name, thing)
                ]
        self.hypotheses = signs + self.hypotheses

    @property
    def positive(self) -> dict[Expr, str]:
        """The hypotheses that say that symbols are positive."""
        return {
            thing: f"P_{name}"
            for thing, name in self.terms.used.items()
            if isinstance(thing, Symbol) and thing.is_positive
        }

    def _conditions(self, used: Iterable[Fact]) -> None:
        """What makes the goal and the facts defined: shown, or of facts taken for granted."""
        goal = [c for side in self.obligation.goal.sides for c in conditions(side)]
        facts = [
            c
            for fact in used
            if fact.at is None
            for side in fact.relation.sides
            for c in conditions(side)
        ]
        shown: dict[str, None] = {}
        for condition in [*facts, *goal]:
            if condition.expr.is_Symbol and condition.evident:
                continue
            text = condition_text(self.terms, condition)
            if condition.evident or condition in goal:
                shown[text] = None
            elif (fact := self._said(condition)) is not None:
                self._plain(fact)
            elif all(text != hypothesis.text for hypothesis in self.hypotheses):
                number = sum(h.name.startswith("D") for h in self.hypotheses) + 1
                self.hypotheses.append(
                    Hypothesis(f"D{number}", text, "a fact says that it makes sense")
                )
        self.goals = [*shown, *self.wholes.goals]

    def is_set(self, thing: object) -> bool:
        """Whether ``thing`` is a set that sums run over."""
        notation = self.obligation.notation
        return thing in notation and notation[thing].role is Role.SET

    def _said(self, condition: Condition) -> Fact | None:
        """A fact that says that what must not vanish does not."""
        wanted = NotEqual(condition.expr, 0)
        found = (fact for fact in self.facts.values() if fact.relation == wanted)
        return next(found, None) if condition.sign == "<>" else None

    def binders(self) -> tuple[tuple[str, str], ...]:
        """The variables of the theorem with their types."""
        found = []
        for thing, name in self.terms.used.items():
            if self.is_set(thing):
                found.append((name, "weighted"))
            elif isinstance(thing, Expr):
                found.append((name, "R"))
            else:
                function = thing[0] if isinstance(thing, tuple) else thing
                arity = len(self.obligation.notation[function].arguments)
                found.append((name, " -> ".join(["R"] * (arity + 1))))
        return tuple(found)

    def abstraction(self, used: Iterable[Relation]) -> Iterator[str]:
        """Values of functions become variables."""
        needed = set().union(*(s.free_symbols for r in (*used, self.goal) for s in r.sides))
        written = {
            symbol: self.terms.term(value)
            for value, symbol in self.flat.symbols.items()
            if symbol in needed
        }
        for symbol, text in sorted(written.items(), key=lambda item: -len(item[1])):
            name = self.terms.names.name(symbol, f"y{len(self.stood) + 1}")
            self.stood[symbol] = name
            yield f"set ({name} := {text}) in *; clearbody {name}."


def _premises(fact: Fact) -> str:
    """A tactic that shows that a fact may be taken at its point."""
    by_facts = "".join(f" | rewrite F{number}; pos" for number in fact.needs)
    return f"first [pos{by_facts}]"


def _is_written(relation: Relation) -> bool:
    if is_complex(*relation.sides):
        return False
    try:
        relation_text(Terms(), relation)
    except OutsideError:
        return False
    return True
