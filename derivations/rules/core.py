"""What a rule is, and how the steps of an argument add up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from ..obligation import Obligation
from ..quantity import Notation
from ..relation import Relation


@dataclass(frozen=True)
class Known:
    """What a rule may look at: the premises' facts, the facts so far, the notation."""

    lines: Mapping[str, tuple[Relation, ...]]
    notation: Notation
    facts: tuple[Relation, ...] = ()
    bound: int = 100
    #: What the same line has stated so far.
    here: tuple[Relation, ...] = ()

    def obligation(self, goal: Relation, purpose: str) -> Obligation:
        """The obligation that ``goal`` follows from the facts so far."""
        return Obligation(goal, self.facts, self.notation, purpose, self.bound)


@dataclass(frozen=True)
class Inference:
    """What a rule gives: facts that follow, provided that the side conditions hold."""

    facts: tuple[Relation, ...] = ()
    conditions: tuple[Obligation, ...] = ()
    #: For each fact what it comes from: the step that gave it.
    origins: tuple[Rule, ...] = ()


class Rule(Protocol):
    """One step of an argument."""

    @property
    def name(self) -> str:
        """What the rule is called."""
        ...

    @property
    def premises(self) -> tuple[str, ...]:
        """The labels of the lines it uses."""
        ...

    def infer(self, known: Known) -> Inference:
        """The facts that follow and the side conditions they need."""
        ...


@dataclass(frozen=True)
class Cite:
    """Use what the line ``label`` says.

    A line says its equations and inequalities.  A relation ``a ~ b`` that was proved
    up to the factor F says a = F b; one that is only given says a = K b with an
    order-one constant K that nothing else is known of.
    """

    label: str
    name: str = "substitution"

    @property
    def premises(self) -> tuple[str, ...]:
        """The cited line."""
        return (self.label,)

    def infer(self, known: Known) -> Inference:
        """Everything that the line says."""
        return Inference(known.lines[self.label])


@dataclass(frozen=True)
class By:
    """An argument: its steps in order; what one step gives, the next may use."""

    steps: tuple[Rule, ...] = field(default_factory=tuple)

    @property
    def name(self) -> str:
        """The names of the steps' rules, each once."""
        names = dict.fromkeys(step.name for step in self.steps)
        if len(names) > 1:
            names.pop("substitution", None)
        return ", ".join(names)

    @property
    def premises(self) -> tuple[str, ...]:
        """The labels of all lines used, in order, each once."""
        return tuple(dict.fromkeys(label for step in self.steps for label in step.premises))

    def infer(self, known: Known) -> Inference:
        """All facts and all side conditions."""
        facts: tuple[Relation, ...] = known.facts
        conditions: tuple[Obligation, ...] = ()
        origins: tuple[Rule, ...] = ()
        for step in self.steps:
            got = step.infer(replace(known, facts=facts))
            facts += got.facts
            conditions += got.conditions
            origins += (step,) * len(got.facts)
        return Inference(facts, conditions, origins)


def by(*steps: Rule | str | By) -> By:
    """The argument made of ``steps``; a string cites the line of that label.

    >>> by("1", "3a").premises
    ('1', '3a')
    """
    flat: list[Rule] = []
    for step in steps:
        if isinstance(step, By):
            flat.extend(step.steps)
        else:
            flat.append(Cite(step) if isinstance(step, str) else step)
    return By(tuple(flat))


@dataclass(frozen=True)
class Here:
    """Use what the same line has stated before this claim."""

    name: str = "substitution"

    @property
    def premises(self) -> tuple[str, ...]:
        """None: no other line is used."""
        return ()

    def infer(self, known: Known) -> Inference:
        """The line's earlier claims."""
        return Inference(known.here)


#: What the same line has stated before this claim.
here = Here()

#: The empty argument: the claim is an identity.
identity = By()
