"""A theorem: what is assumed, what is claimed, how it is proved, and how it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import cast

from sympy import Expr

from derivations.relation import Equal, Less, MuchLess, NotEqual, Relation, Within

from ..enclosures.numbers import MUCH
from .complex import is_complex
from .complex import term as complex_term
from .term import Condition, OutsideError, Terms, number


@dataclass(frozen=True)
class Hypothesis:
    """A named premise and where it comes from."""

    name: str
    text: str
    source: str


@dataclass(frozen=True)
class Theorem:
    """``binders`` such that ``hypotheses`` give ``goals``, by ``proof``.

    ``mutant`` is the last goal changed so that it is false; ``context`` are definitions
    that stand before the theorem.
    """

    name: str
    binders: tuple[tuple[str, str], ...]
    hypotheses: tuple[Hypothesis, ...]
    goals: tuple[str, ...]
    mutant: str
    proof: tuple[str, ...]
    closing: str
    #: The proof with which the mutant is tried, if it is not the same.
    mutant_proof: tuple[str, ...] = ()
    mutant_closing: str = ""
    #: Terms for the variables at which the hypotheses are to hold.
    witness: tuple[str, ...] = ()

    @property
    def statement(self) -> str:
        """The theorem up to its proof."""
        lines = [f"Theorem {self.name} :"]
        if self.binders:
            by_kind: dict[str, list[str]] = {}
            for name, kind in self.binders:
                by_kind.setdefault(kind, []).append(name)
            groups = " ".join(f"({' '.join(names)} : {kind})" for kind, names in by_kind.items())
            lines.append(f"  forall {groups},")
        for hypothesis in self.hypotheses:
            lines.append(f"  (* {hypothesis.name}: {comment(hypothesis.source)} *)")
            lines.append(f"  {hypothesis.text} ->")
        lines.append("  " + "\n  /\\ ".join(self.goals) + ".")
        return "\n".join(lines)

    @property
    def script(self) -> list[str]:
        """The sentences of the proof."""
        by_kind: dict[str, list[str]] = {}
        for name, kind in self.binders:
            by_kind.setdefault(kind, []).append(name)
        bound = [name for names in by_kind.values() for name in names]
        names = " ".join([*bound, *(h.name for h in self.hypotheses)])
        lines = [f"intros {names}."] if names else []
        lines += self.proof
        lines += ["split; [defined|]."] * (len(self.goals) - 1)
        return [*lines, self.closing]

    @property
    def text(self) -> str:
        """The theorem with its proof."""
        return "\n".join([self.statement, "Proof.", *(f"  {x}" for x in self.script), "Qed.", ""])

    @property
    def satisfiable(self) -> str:
        """The theorem that the hypotheses hold together; empty where nothing says at what."""
        if not self.witness:
            return ""
        bound = " ".join(f"({name} : {kind})" for name, kind in self.binders)
        together = "\n  /\\ ".join(f"({hypothesis.text})" for hypothesis in self.hypotheses)
        return (
            f"Theorem {self.name}_satisfiable :\n  exists {bound},\n  {together}.\n"
            f"Proof.\n  exists {', '.join(self.witness)}.\n  satisfied.\nQed.\n"
        )

    def mutated(self) -> Theorem:
        """The same with the last goal changed; no proof of it is meant to exist."""
        return replace(
            self,
            name=f"{self.name}_mutant",
            goals=(*self.goals[:-1], self.mutant),
            proof=self.mutant_proof or self.proof,
            closing=self.mutant_closing or self.closing,
        )


def comment(text: str) -> str:
    """``text`` as it may stand in a comment, which it can neither end nor open.

    >>> comment('a *) Admitted. (* "b"')
    "a * ) Admitted. ( * 'b'"
    """
    return " ".join(text.replace("(*", "( *").replace("*)", "* )").replace('"', "'").split())


def relation_text(terms: Terms, relation: Relation) -> str:
    """A relation as a proposition."""
    if isinstance(relation, Within):
        low, high = bounds(relation)
        return f"{number(low)} <= {terms.term(relation.expression)} <= {number(high)}"
    if isinstance(relation, Equal) and is_complex(*relation.sides):
        left, right = (complex_term(terms, cast(Expr, side)) for side in relation.sides)
        return f"{left} = {right}"
    left, right = (terms.term(side) for side in relation.sides)
    if isinstance(relation, MuchLess):
        return f"{MUCH} * {left} <= {right}"
    signs: dict[type[Relation], str] = {Equal: "=", Less: "<", NotEqual: "<>"}
    if type(relation) not in signs:
        raise OutsideError(f"{type(relation).__name__} is not exported")
    return f"{left} {signs[type(relation)]} {right}"


def bounds(relation: Within) -> tuple[Fraction, Fraction]:
    """The ends of a ``Within`` in the base units."""
    from derivations.units import in_base

    size, _ = in_base(relation.unit)
    return relation.low * size, relation.high * size


def sign_texts(name: str, symbol: Expr) -> Iterator[str]:
    """What is declared of the sign of a quantity."""
    if symbol.is_positive:
        yield f"0 < {name}"
    elif symbol.is_nonnegative:
        yield f"0 <= {name}"
    if symbol.is_integer:
        yield f"whole {name}"


def condition_text(terms: Terms, condition: Condition) -> str:
    """A condition under which an expression is defined."""
    inside = terms.term(condition.expr)
    return {">": f"0 < {inside}", ">=": f"0 <= {inside}", "<>": f"{inside} <> 0"}[condition.sign]


def unprovable(terms: Terms, left: Expr, right: Expr, *, zero: bool) -> str:
    """An equation that does not hold where ``left = right`` does; ``zero``: both vanish."""
    if is_complex(left, right):
        operation = "Cplus (1, 0)" if zero else "Cmult (2, 0)"
        return f"{complex_term(terms, left)} = {operation} {complex_term(terms, right)}"
    changed = f"{terms.term(right)} + 1" if zero else f"2 * {terms.term(right)}"
    return f"{terms.term(left)} = {changed}"
