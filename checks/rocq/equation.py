"""Equations as theorems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from sympy import Expr, Mul, Pow, Symbol, denom, together

from derivations.obligation import Obligation
from derivations.relation import Relation

from ..normal.elimination import System, solve
from .scalar import Fact, Flat, constants, instances, stated
from .script import Elimination, Script
from .slope import Slopes, slopes
from .term import OutsideError, Terms, conditions
from .theorem import (
    Hypothesis,
    Theorem,
    condition_text,
    relation_text,
    sign_text,
    unprovable,
)
from .witness import witness


class Statement:
    """The hypotheses of one theorem, as far as they are needed."""

    def __init__(self, obligation: Obligation) -> None:
        self.obligation = obligation
        self.terms = Terms()
        self.flat = Flat(constants(obligation.notation))
        facts = [fact for fact in stated(obligation) if _is_written(fact.relation)]
        self.points = instances(facts, obligation.goal, obligation.notation)
        #: The facts between numbers, and what each was.
        self.facts: dict[Relation, Fact] = {}
        for fact in [*facts, *self.points, *slopes(facts, obligation.goal, obligation.notation)]:
            self.facts.setdefault(self.flat.relation(fact.relation), fact)
        self.goal = self.flat.relation(obligation.goal)
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
        chosen = {flat: fact for flat, fact in self.facts.items() if flat in wanted}
        general = {fact.number for fact in chosen.values() if fact.at is not None}
        written: dict[int, str] = {}
        for flat, fact in sorted(chosen.items(), key=lambda item: item[1].number):
            number = fact.number
            if number not in general:
                self.names[flat] = self._plain(fact)
                continue
            if number not in written:
                written[number] = self._general(self._source(number))
            self.names[flat] = self._at_point(written[number], fact)
        self._signs()
        self._conditions(chosen.values())

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
        variables = cast(Expr, fact.relation.sides[0]).args
        bound = Terms(self.terms.names, dict(self.terms.roots))
        text = relation_text(bound, fact.relation)
        binders = " ".join(bound.symbol(variable) for variable in variables)
        premises = "".join(
            f"{sign} -> "
            for variable in variables
            if (sign := sign_text(bound.symbol(variable), self.obligation.notation[variable]))
        )
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
        if not fact.orders and _roots_in(source.relation) != _roots_in(fact.relation):
            raise OutsideError("a root that is worked out at a point is not exported")
        name = f"{general}_at{len(self.preparation) + 1}"
        text = relation_text(self.terms, fact.relation)
        self.preparation.append(
            f"assert ({name} : {text}) by (etransitivity; [apply {general}; pos | by_field])."
        )
        return name

    def _signs(self) -> None:
        for side in self.obligation.goal.sides:
            self.terms.term(side)
        signs = []
        for thing, name in self.terms.used.items():
            if thing in self.obligation.notation and isinstance(thing, Expr):
                quantity = self.obligation.notation[thing]
                text = sign_text(name, quantity)
                if text:
                    signs.append(Hypothesis(f"P_{name}", text, f"{thing} is {quantity.sign}"))
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
            elif all(text != hypothesis.text for hypothesis in self.hypotheses):
                number = sum(h.name.startswith("D") for h in self.hypotheses) + 1
                self.hypotheses.append(
                    Hypothesis(f"D{number}", text, "a fact says that it makes sense")
                )
        self.goals = list(shown)

    def binders(self) -> tuple[tuple[str, str], ...]:
        """The variables of the theorem with their types."""
        found = []
        for thing, name in self.terms.used.items():
            if isinstance(thing, Expr):
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


def _roots_in(relation: Relation) -> int:
    sides = [side for side in relation.sides if isinstance(side, Expr)]
    return sum(not power.exp.is_Integer for side in sides for power in side.atoms(Pow))


def _is_written(relation: Relation) -> bool:
    try:
        relation_text(Terms(), relation)
    except OutsideError:
        return False
    return True


def _divisors_seen(elimination: Elimination, statement: Statement) -> None:
    """``OutsideError`` where only further facts show that no solution divides by zero."""
    sides = (side for flat in statement.facts for side in flat.sides if isinstance(side, Expr))
    stated = {condition.expr for side in sides for condition in conditions(side)}
    for solution in elimination.solutions:
        for factor in Mul.make_args(denom(together(solution.value))):
            base, _ = factor.as_base_exp()
            if not (base.is_nonzero or base.is_number or base in stated):
                raise OutsideError("only further facts show that a divisor is not zero")


def theorem(obligation: Obligation, name: str) -> Theorem:
    """The theorem that the sides of the goal are equal; ``OutsideError`` if there is none."""
    left, right = obligation.goal.sides
    for side in (left, right):
        Terms().term(side)
    statement = Statement(obligation)
    system = statement.solved()
    flat_left, flat_right = statement.goal.sides
    algebra = system.algebra
    if not (algebra.convert(flat_left) - algebra.convert(flat_right)).is_zero():
        raise OutsideError("it needs facts or laws that are not exported")
    elimination = Elimination.of(system, statement.flat.notation, statement.goal.sides)
    _divisors_seen(elimination, statement)
    statement.state(elimination.facts)
    terms = statement.terms
    goals = (*statement.goals, relation_text(terms, obligation.goal))
    zero = algebra.convert(flat_right).is_zero()
    mutant = unprovable(terms, left, right, zero=zero)
    binders = statement.binders()
    proof = [*statement.preparation, *statement.abstraction(elimination.facts)]
    script = Script(elimination, Terms(terms.names), statement.positive)
    script.goal_sides = (left, right)
    proof += script.equation(statement.names)
    closing = f"{script.close}."
    return Theorem(
        name,
        binders,
        tuple(statement.hypotheses),
        goals,
        mutant,
        tuple(proof),
        closing,
        witness=witness(statement, system),
    )
