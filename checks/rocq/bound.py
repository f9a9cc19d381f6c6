"""Bounds as theorems: reduced to quantities of known intervals, and then enclosed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

import sympy
from sympy import Expr, S, Symbol

from derivations.obligation import Obligation
from derivations.relation import Less, MuchLess, Relation, Within

from ..normal.sign import evidently_positive
from .factored import Product, positive_product, shown
from .script import Elimination, Script
from .statement import Statement
from .term import OutsideError, Terms, number
from .theorem import Hypothesis, Theorem, bounds, relation_text
from .witness import witness

Interval = tuple[Fraction, Fraction]
#: How many statements about products are put together at most.
_USES = 3


@dataclass(frozen=True)
class Known:
    """An expression of which a hypothesis says in which interval it lies.

    ``stands`` is the symbol that stands for it, ``powers`` what it is a product of.
    """

    stands: Symbol
    relation: Within
    powers: dict[Expr, Fraction]
    coefficient: Expr


def theorem(obligation: Obligation, name: str) -> Theorem:
    """The theorem that the goal, a bound, holds; ``OutsideError`` if there is none."""
    for side in obligation.goal.sides:
        Terms().term(side)
    return _Bound(obligation, name).theorem()


class _Bound:
    def __init__(self, obligation: Obligation, name: str) -> None:
        self.obligation = obligation
        self.name = name
        self.statement = Statement(obligation)
        self.within = {
            flat: fact for flat, fact in self.statement.facts.items() if isinstance(flat, Within)
        }
        keep = frozenset(flat.expression for flat in self.within if flat.expression.is_Symbol)
        self.system = self.statement.solved(keep, [flat.expression for flat in self.within])

    def theorem(self) -> Theorem:
        """By the sign of the difference where it is evident, else by intervals."""
        goal = self.statement.goal
        if isinstance(goal, Less):
            algebra = self.system.algebra
            left, right = cast("tuple[Expr, Expr]", goal.sides)
            difference = algebra.convert(right) - algebra.convert(left)
            if evidently_positive(algebra, difference):
                return self._by_sign([left, right])
            product = positive_product(algebra, difference, self.statement.facts)
            if product is not None:
                return self._by_sign([left, right], product)
            if left.is_zero or right.is_zero:
                raise OutsideError("its sign needs an argument that is not exported")
        return self._by_intervals(goal)

    def _by_sign(self, sides: list[Expr], product: Product | None = None) -> Theorem:
        """The difference is positive by its shape, or as a ``product`` by facts."""
        facts = product.facts if product else []
        needed = [*sides, *(cast(Expr, side) for fact in facts for side in fact.sides)]
        elimination = Elimination.of(self.system, self.statement.flat.notation, needed)
        self.statement.state([*elimination.facts, *facts])
        terms = self.statement.terms
        smaller, greater = (terms.term(side) for side in self.obligation.goal.sides)
        extra = tuple(self.statement.goals)
        inner = self._elimination(elimination)
        closing = "apply Rminus_gt_0_lt, Rlt_gt; by_positive."
        if product is not None:
            inner.lines += shown(product, inner.terms, self.statement.names)
            factors = inner.terms.term(product.expr)
            closing = f"apply (less_by_product _ _ {factors}); [by_field | factored]."
        return Theorem(
            self.name,
            self.statement.binders(),
            tuple(self.statement.hypotheses),
            (*extra, f"{smaller} < {greater}"),
            f"{greater} < {smaller}",
            (*inner.lines, *["split; [defined|]."] * len(extra)),
            closing,
            witness=witness(self.statement, self.system),
        )

    def _by_intervals(self, goal: Relation) -> Theorem:
        if isinstance(goal, Within):
            value, low, high = goal.expression, *bounds(goal)
        else:
            left, right = cast("tuple[Expr, Expr]", goal.sides)
            value = left / right
            low, high = None, Fraction(1, 10) if isinstance(goal, MuchLess) else Fraction(1)
        reduced, used = self._reduced(value, low, high)
        actual = reduced.subs({known.stands: known.relation.expression for known in used})
        elimination = Elimination.of(self.system, self.statement.flat.notation, [value, actual])
        boxed = [x for x in reduced.free_symbols if x not in {known.stands for known in used}]
        spoken = [known.relation for known in used]
        spoken += [flat for flat in self.within if flat.expression in boxed]
        self.statement.state([*elimination.facts, *spoken])
        self._ranges([x for x in boxed if all(f.expression != x for f in self.within)])
        return self._written(reduced, used, elimination)

    def _box(self, symbol: Expr) -> Interval | None:
        stated = [bounds(flat) for flat in self.within if flat.expression == symbol]
        notation = self.obligation.notation
        quantity = notation[symbol] if symbol in notation else None  # noqa: SIM401 - it has no get
        if quantity is not None and quantity.range is not None and not stated:
            stated.append(quantity.range)
        return stated[0] if stated else None

    def _ranges(self, symbols: list[Expr]) -> None:
        for symbol in sorted(symbols, key=str):
            low, high = self.obligation.notation[symbol].range or (0, 0)
            name = self.statement.terms.symbol(symbol)
            text = f"{number(Fraction(low))} <= {name} <= {number(Fraction(high))}"
            self.statement.hypotheses.append(
                Hypothesis(f"R_{name}", text, f"the stated range of {symbol}")
            )

    def _reduced(
        self, value: Expr, low: Fraction | None, high: Fraction
    ) -> tuple[Expr, list[Known]]:
        """An expression equal to ``value`` all of whose symbols lie in known intervals."""
        algebra = self.system.algebra
        plain = algebra.expr(algebra.convert(value))
        best: tuple[Expr, list[Known]] | None = None
        for expr, used in self._ways(plain):
            best = best or (expr, used)
            if self._inside(expr, used, low, high):
                return expr, used
        if best is None:
            raise OutsideError("no product of stated intervals bounds it")
        return best

    def _ways(self, plain: Expr) -> Iterator[tuple[Expr, list[Known]]]:
        if all(self._box(x) for x in plain.free_symbols):
            yield plain, []
        single = _monomial(plain)
        if single is None:
            return
        coefficient, powers = single
        yield from self._products(coefficient, powers, [], _USES)

    def _products(
        self, coefficient: Expr, powers: dict[Expr, Fraction], used: list[Known], uses: int
    ) -> Iterator[tuple[Expr, list[Known]]]:
        if used and all(self._box(x) for x in powers):
            expr = coefficient
            for symbol, power in powers.items():
                expr *= symbol ** sympy.Rational(power.numerator, power.denominator)
            yield expr, used
            return
        for known in self._known() if uses else ():
            if known in used:
                continue
            for symbol in sorted(known.powers.keys() & powers.keys(), key=str):
                if self._box(symbol) and any(not self._box(x) for x in powers):
                    continue
                times = powers[symbol] / known.powers[symbol]
                if times.denominator != 1:
                    continue
                rest = {
                    x: powers.get(x, Fraction(0)) - times * known.powers.get(x, Fraction(0))
                    for x in sorted({*powers, *known.powers}, key=str)
                }
                rest = {x: power for x, power in rest.items() if power}
                factor = (known.stands / known.coefficient) ** int(times)
                yield from self._products(coefficient * factor, rest, [*used, known], uses - 1)

    def _known(self) -> list[Known]:
        if not hasattr(self, "_products_known"):
            self._products_known = list(self._stated())
        return self._products_known

    def _stated(self) -> Iterator[Known]:
        algebra = self.system.algebra
        for place, flat in enumerate(self.within, 1):
            single = _monomial(algebra.expr(algebra.convert(flat.expression)))
            if (single and (len(single[1]) > 1 or not flat.expression.is_Symbol)) or (
                single and flat.expression in algebra.rules
            ):
                stands = Symbol(f"stated {place}", positive=True)
                yield Known(stands, flat, single[1], single[0])

    def _inside(self, expr: Expr, used: list[Known], low: Fraction | None, high: Fraction) -> bool:
        """A rough look whether the bounds can be had in this way; Rocq decides."""
        ends = {known.stands: bounds(known.relation) for known in used}
        least = most = 0.0
        single = _monomial(expr)
        if single is None:
            return True
        least = most = math.log(abs(float(single[0])))
        for symbol, power in single[1].items():
            one = ends.get(symbol) or self._box(symbol)
            if one is None or one[0] <= 0:
                return True
            logs = sorted(float(power) * _log(end) for end in one)
            least, most = least + logs[0], most + logs[1]
        tiny = 1e-9
        return most <= _log(high) + tiny and (low is None or low <= 0 or least >= _log(low) - tiny)

    def _written(self, reduced: Expr, used: list[Known], elimination: Elimination) -> Theorem:
        statement, terms = self.statement, self.statement.terms
        goal = self.obligation.goal
        text = relation_text(terms, goal)
        stand_ins = {
            known.stands: terms.term(self.within[known.relation].relation.sides[0])
            for known in used
        }
        plain = Terms(terms.names, stand_ins=stand_ins)
        right = plain.term(reduced)
        if isinstance(goal, Within):
            original, start = terms.term(goal.expression), ""
            flipped, mutant_right, mutant_start = original, right, ""
            mutant = f"{number(bounds(goal)[1])} < {original}"
        else:
            left_text, right_text = (terms.term(side) for side in goal.sides)
            much = isinstance(goal, MuchLess)
            lemma = "much_less_by_ratio" if much else "less_by_ratio"
            start = mutant_start = f"apply {lemma}; [pos|]."
            original, flipped = f"{left_text} / {right_text}", f"{right_text} / {left_text}"
            mutant_right = plain.term(1 / reduced)
            mutant = f"{'10 * ' if much else ''}{right_text} {'<=' if much else '<'} {left_text}"
            if much:
                statement.goals += [f"0 < {left_text}"]
        extra = tuple(statement.goals)
        inner = self._inner(elimination, reduced, *(known.relation.expression for known in used))
        names = [
            f"set (v{n} := {text}) in *; clearbody v{n}."
            for n, text in enumerate(stand_ins.values(), 1)
        ]

        def script(first: str, one: str, other: str) -> tuple[str, ...]:
            lines = ["split; [defined|]."] * len(extra)
            lines += [first] if first else []
            lines += [f"assert (Same : {one} = {other}).", "{"]
            lines += [f"  {line}" for line in inner]
            return (*lines, "}", "try rewrite Same; clear Same.", *names)

        return Theorem(
            self.name,
            statement.binders(),
            tuple(statement.hypotheses),
            (*extra, text),
            mutant,
            script(start, original, right),
            "enclosed.",
            script(mutant_start, flipped, mutant_right),
            witness=witness(statement, self.system),
        )

    def _inner(self, elimination: Elimination, *besides: Expr) -> list[str]:
        script = self._elimination(elimination, *besides)
        return [*script.lines, f"{script.close}."]

    def _elimination(self, elimination: Elimination, *besides: Expr) -> Script:
        statement = self.statement
        first = [*statement.preparation, *statement.abstraction(elimination.facts)]
        script = Script(elimination, Terms(statement.terms.names), statement.positive)
        script.goal_sides = (*self.obligation.goal.sides, *besides)
        script.lines = first
        script.equation(statement.names)
        return script


def _monomial(expr: Expr) -> tuple[Expr, dict[Expr, Fraction]] | None:
    """A product of rational powers of symbols, with a positive constant in front."""
    coefficient: Expr = S.One
    powers: dict[Expr, Fraction] = {}
    for factor in sympy.Mul.make_args(expr):
        base, exponent = factor.as_base_exp()
        if factor.is_number and factor.is_positive:
            coefficient *= factor
        elif base.is_Symbol and exponent.is_Rational and base.is_positive:
            powers[base] = Fraction(int(exponent.p), int(exponent.q))
        else:
            return None
    return coefficient, powers


def _log(value: Fraction) -> float:
    return math.log(value.numerator) - math.log(value.denominator)
